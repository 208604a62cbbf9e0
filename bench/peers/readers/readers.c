/*
 * Ten thousand readers of one stream, in one thread: they cost so little that the server beside them is what is measured.
 *
 *   cc -O2 -Wall -o readers readers.c -lz
 *   readers --port N --readers N --path P --words FILE --post-path P [--post-header H] [--before S] [--after S]
 *           [--events N] [--every MS] [--storm N] [--hold FIRST_MARK] [--pids A,B] [--gzip yes]
 *
 * Opens the readers from several source addresses, 127.0.0.2 and on, waits until each has its answer's head, then publishes
 * over keep-alive connections of its own: each line of FILE is an event. It ends in a mark with its number: a delivery is
 * when the last byte of the mark was read, and takes from just before its POST was sent (CLOCK_MONOTONIC, both in this
 * process). `--every 0` publishes all at once. `--storm N`: all readers are reset, N events are published, and all come back
 * at once with the id they had; what is told is when each had all of them. `--hold`: somebody else publishes, marks counted
 * from FIRST_MARK; "open" is printed when all are there, and the number of events is read from stdin when they are out.
 * `--gzip`: readers ask for it; what they are sent is decoded after the run, with the moments it came at.
 * CPU is what the schedstat of each thread of --pids tells, memory their resident pages. Prints one line of JSON. Nothing
 * waits longer than --patience seconds.
 */
#define _GNU_SOURCE
#include "posters.h"
#include "reading.h"

enum { SOURCES = 8, OPENING = 512, LONGEST = 100000 };
static const uint32_t IS_STDIN = 0x40000000u;
/* ns. */
static const uint64_t QUIET = 1500000000;

static int events_fd;
static bool told_events;
static long not_connected;
static char request[2048], last_id[64];
static int request_length;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static double server_cpu(void) { return cpu_seconds(asked.pids, asked.pid_count); }
static double server_kb(void) { return resident_kb(asked.pids, asked.pid_count); }

static int dial(int source) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  if (fd < 0) die("socket");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons(asked.port)};
  /* One address alone has ports for some 28,000 connections. */
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
  from.sin_addr.s_addr = htonl(0x7f000002u + source % SOURCES);
  bind(fd, (void *)&from, sizeof from);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(fd, (void *)&to, sizeof to) < 0 && errno != EINPROGRESS) {
    close(fd);
    return -1;
  }
  return fd;
}

static void watch(int fd, uint32_t what, uint32_t id, int how) {
  struct epoll_event event = {.events = what, .data.u32 = id};
  epoll_ctl(events_fd, how, fd, &event);
}

static void open_reader(int i) {
  int fd = dial(i);
  if (fd < 0) {
    not_connected++;
    return;
  }
  struct reader *reader = &readers[i];
  reader->fd = fd;
  reader->state = CONNECTING;
  reader->tail_length = 0;
  reader->pieces = (struct pieces){0};
  opening++;
  watch(fd, EPOLLOUT, i, EPOLL_CTL_ADD);
}

/* Whatever has happened, within so many ms. `next`: the first reader that is still to be opened. */
static void turn(int ms, int *next, bool all_at_once) {
  static struct epoll_event happened[1024];
  if (next)
    for (int begun = 0; *next < asked.readers && (all_at_once ? begun < 256 : opening < OPENING); begun++) open_reader((*next)++);
  int count = epoll_wait(events_fd, happened, 1024, ms);
  for (int k = 0; k < count; k++) {
    uint32_t id = happened[k].data.u32;
    if (id == IS_STDIN) {
      told_events = true;
      continue;
    }
    if (id & IS_POSTER) {
      hear_poster(id & ~IS_POSTER);
      continue;
    }
    struct reader *reader = &readers[id];
    if (reader->fd < 0) continue;
    if (reader->state != CONNECTING) {
      read_some(id);
      continue;
    }
    int wrong = 0;
    socklen_t size = sizeof wrong;
    getsockopt(reader->fd, SOL_SOCKET, SO_ERROR, &wrong, &size);
    if (wrong || send(reader->fd, request, request_length, MSG_NOSIGNAL) != request_length) {
      not_connected++;
      opening--;
      let_go(reader);
      continue;
    }
    reader->state = HEAD;
    watch(reader->fd, EPOLLIN, id, EPOLL_CTL_MOD);
  }
}

static void rest(double seconds) {
  for (uint64_t until = now() + (uint64_t)(seconds * 1e9); now() < until;) turn(10, NULL, false);
}

static bool patient(uint64_t since) { return now() - since < (uint64_t)(asked.patience * 1e9); }

/* The next line of the words' file, again from its beginning after the last. */
static char *next_words(void) {
  static char line[LONGEST + 2];
  static FILE *file;
  if (!file && !(file = fopen(asked.words, "r"))) die(asked.words);
  if (!fgets(line, sizeof line, file)) {
    rewind(file);
    if (!fgets(line, sizeof line, file)) die("no words");
  }
  line[strcspn(line, "\n")] = 0;
  return line;
}

static void publish(int event) {
  char *words = next_words(), *post = malloc(LONGEST + 4096);
  int size = strlen(words);
  if (size < 2 * MARK) die("words too short");
  snprintf(words + size - MARK, MARK + 1, "@@M%06d@@", first_mark + event);
  int length = strlen(asked.before) + size + strlen(asked.after);
  int whole = sprintf(post, "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s%sContent-Length: %d\r\n\r\n%s%s%s", asked.post_path,
                      asked.port, asked.post_header, *asked.post_header ? "\r\n" : "", length, asked.before, words, asked.after);
  struct poster *poster = next_poster(asked.port, events_fd);
  published[event] = now();
  if (send(poster->fd, post, whole, MSG_NOSIGNAL) == whole) poster->awaited++;
  else posts_refused++;
  free(post);
}

static void dial_posters(void) {
  for (int i = 0; i < POSTERS; i++) dial_poster(i, asked.port, events_fd);
  rest(0.05);
}

static void ask_with(const char *id) {
  request_length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n%s%s%s%s\r\n",
                            asked.path, asked.port, asked.gzip ? "Accept-Encoding: gzip\r\n" : "", id ? "Last-Event-ID: " : "", id ? id : "",
                            id ? "\r\n" : "");
}

/*
 * Until so many deliveries are there. What is kept is read only afterwards: there it is waited until every reader has its
 * answer's head and nothing but beats has come for a while. What comes later than that is told as lost.
 */
static void wait_for(long deliveries) {
  for (uint64_t began = last_heard = now(); patient(began);) {
    bool quiet = now() - last_heard > QUIET, here = live + not_connected + dropped >= asked.readers;
    if (asked.gzip && kept_length > sizeof(struct piece) ? quiet && here && all_answered() : delivered >= deliveries) return;
    turn(10, NULL, false);
  }
}

static double open_all(void) {
  int next = 0;
  uint64_t began = now();
  while (live < asked.readers && patient(began)) {
    turn(5, &next, false);
    if (next >= asked.readers && opening <= 0) break;
  }
  return (now() - began) / 1e9;
}

/* The id of the last event the first reader was sent. */
static bool find_last_id(void) {
  transcript[transcript_length] = 0;
  char *last = NULL;
  for (char *p = transcript; (p = strstr(p, "id:")); p += 3) last = p + 3;
  if (!last) return false;
  while (*last == ' ') last++;
  snprintf(last_id, sizeof last_id, "%.*s", (int)strcspn(last, "\r\n"), last);
  return true;
}

static void storm(int opened) {
  dial_posters();
  publish(0);
  wait_for(opened);
  rest(0.3);
  decode_all();
  if (!find_last_id()) {
    printf("{\"error\":\"no event had an id\"}\n");
    exit(1);
  }
  for (int i = 0; i < asked.readers; i++)
    if (readers[i].fd >= 0) let_go(&readers[i]);
  rest(1);
  for (int i = 1; i <= asked.storm; i++) {
    publish(i);
    rest(0.05);
  }
  rest(0.5);
  for (int i = 0; i < asked.readers; i++) {
    readers[i].seen = 0;
    readers[i].count = 0;
    readers[i].tail_length = 0;
  }
  caught_up = calloc(asked.readers, sizeof *caught_up);
  ask_with(last_id);
  live = opening = 0;
  dropped = refused = not_connected = 0;
  double cpu = server_cpu(), own = own_cpu();
  int next = 0;
  storm_began = now();
  delivered = 0;
  while (next < asked.readers && patient(storm_began)) turn(0, &next, true);
  wait_for((long)asked.readers * asked.storm);
  cpu = server_cpu() - cpu;
  own = own_cpu() - own;
  decode_all();
  qsort(caught_up, caught_count, sizeof *caught_up, by_size);
  printf("{\"readers\":%d,\"caughtUp\":%d,\"median\":%.2f,\"p99\":%.2f,\"all\":%.2f,\"doubled\":%ld,\"dropped\":%ld,\"refused\":%ld,"
         "\"notConnected\":%ld,\"broken\":%ld,\"cpu\":%.4f,\"ownCpu\":%.4f}\n",
         asked.readers, caught_count, share(caught_up, caught_count, 0.5), share(caught_up, caught_count, 0.99),
         share(caught_up, caught_count, 1), doubled, dropped, refused, not_connected, broken, cpu, own);
}

static void steady(int opened, double base_kb, double opened_kb, double opening_seconds) {
  size_t most = (size_t)asked.readers * asked.events;
  delays = malloc(most * sizeof *delays);
  for (size_t i = 0; i < most; i++) delays[i] = -1;
  dial_posters();
  delivered = 0;
  bytes_read = 0;
  double cpu = server_cpu(), own = own_cpu();
  uint64_t began = now();
  for (int event = 0; event < asked.events; event++) {
    uint64_t due = began + (uint64_t)(event * asked.every * 1e6);
    while (asked.every > 0 && now() < due) {
      int64_t left = (int64_t)(due - now());
      turn(left > 1000000 ? left / 1000000 : 0, NULL, false);
    }
    publish(event);
  }
  wait_for((long)opened * asked.events);
  rest(0.3);
  cpu = server_cpu() - cpu;
  own = own_cpu() - own;
  double end_kb = server_kb();
  decode_all();
  long count = 0;
  for (size_t i = 0; i < most; i++)
    if (delays[i] >= 0) delays[count++] = delays[i];
  qsort(delays, count, sizeof *delays, by_size);
  printf("{\"readers\":%d,\"delivered\":%ld,\"lost\":%ld,\"doubled\":%ld,\"strange\":%ld,\"dropped\":%ld,\"refused\":%ld,"
         "\"postsTaken\":%ld,\"postsRefused\":%ld,\"median\":%.2f,\"p99\":%.2f,\"max\":%.2f,\"cpu\":%.4f,\"ownCpu\":%.4f,"
         "\"broken\":%ld,\"bytes\":%llu,\"openSeconds\":%.3f,\"baseKb\":%.0f,\"kbAReader\":%.3f,\"kbAReaderAfter\":%.3f}\n",
         opened, delivered, (long)opened * asked.events - delivered, doubled, strange, dropped, refused, posts_taken, posts_refused,
         share(delays, count, 0.5), share(delays, count, 0.99), share(delays, count, 1), cpu, own, broken,
         (unsigned long long)bytes_read, opening_seconds, base_kb, (opened_kb - base_kb) / opened, (end_kb - base_kb) / opened);
}

/* Somebody else publishes. */
static void hold(int opened) {
  struct epoll_event heard = {.events = EPOLLIN, .data.u32 = IS_STDIN};
  epoll_ctl(events_fd, EPOLL_CTL_ADD, STDIN_FILENO, &heard);
  printf("open\n");
  fflush(stdout);
  while (!told_events) turn(100, NULL, false);
  int events = 0;
  if (scanf("%d", &events) != 1) return;
  wait_for((long)opened * events);
  rest(0.3);
  decode_all();
  printf("{\"readers\":%d,\"delivered\":%ld,\"lost\":%ld,\"doubled\":%ld,\"dropped\":%ld,\"refused\":%ld,\"broken\":%ld}\n", opened,
         delivered, (long)opened * events - delivered, doubled, dropped, refused, broken);
}

int main(int count, char **words) {
  if (!ask(count, words)) return 2;
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  events_fd = epoll_create1(0);
  readers = calloc(asked.readers, sizeof *readers);
  for (int i = 0; i < asked.readers; i++) readers[i].fd = -1;
  /* Marks of another run are told apart by their numbers. */
  first_mark = asked.hold ? asked.hold : (int)(now() / 1000 % 8999) * 100 + 100000;
  forget_kept();
  if (asked.gzip) touch_kept((size_t)asked.readers * KEPT_A_READER);
  double base_kb = server_kb();
  ask_with(NULL);
  double seconds = open_all();
  rest(0.5);
  if (asked.storm) storm(live);
  else if (asked.hold) hold(live);
  else steady(live, base_kb, server_kb(), seconds);
  return 0;
}

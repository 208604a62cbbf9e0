/*
 * Ten thousand readers of one stream, in one thread: they cost so little that the server beside them is what is measured.
 *
 *   cc -O2 -Wall -o readers readers.c
 *   readers --port N --readers N --path P --post-path P [--post-header H] [--before S] [--after S]
 *           [--events N] [--every MS] [--size BYTES] [--storm N] [--pids A,B] [--read-header H]
 *
 * Opens the readers from several source addresses, 127.0.0.2 and on, waits until each has its answer's head, then publishes
 * over keep-alive connections of its own. Each event ends in a mark with its number: a delivery is when the last byte of the
 * mark was read, and takes from just before its POST was sent (CLOCK_MONOTONIC, both in this process). `--every 0` publishes
 * all at once. `--storm N`: all readers are reset, N events are published, and all come back at once with the id they had;
 * what is told is when each had all of them. CPU is what the schedstat of each thread of --pids tells, memory their
 * resident pages. Prints one line of JSON. Nothing waits longer than --patience seconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MARK = 11, MOST_EVENTS = 64, POSTERS = 10, SOURCES = 8, TAIL = 16, MOST_PIDS = 16, OPENING = 512 };
enum state { GONE, CONNECTING, HEAD, LIVE };

struct reader {
  int fd;
  enum state state;
  /* The last bytes read, in which a mark or a head may have begun. */
  char tail[TAIL];
  int tail_length;
  uint64_t seen;
  int count;
};

static struct {
  int port, readers, events, size, storm;
  double every, patience;
  const char *path, *post_path, *post_header, *before, *after, *read_header;
  int pids[MOST_PIDS], pid_count;
} asked = {.readers = 1000, .events = 20, .size = 1200, .every = 1000, .patience = 60, .path = "/sub", .post_path = "/pub",
           .post_header = "", .before = "", .after = "", .read_header = ""};

static struct reader *readers;
static int posters[POSTERS];
static int events_fd, live, opening;
static long delivered, doubled, strange, dropped, refused, not_connected, posts_taken, posts_refused;
static uint64_t bytes_read, published[MOST_EVENTS], storm_began;
static float *delays, *caught_up;
static int caught_count, first_mark;
static char request[2048], last_id[64];
static int request_length;
/* What the first reader is sent, to find the id to come back with. */
static char transcript[1 << 20];
static size_t transcript_length;

static uint64_t now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (uint64_t)at.tv_sec * 1000000000u + at.tv_nsec;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static double cpu_seconds(void) {
  double sum = 0;
  for (int i = 0; i < asked.pid_count; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", asked.pids[i]);
    DIR *tasks = opendir(path);
    if (!tasks) continue;
    for (struct dirent *task; (task = readdir(tasks));) {
      if (task->d_name[0] == '.') continue;
      char file[384];
      snprintf(file, sizeof file, "%s/%s/schedstat", path, task->d_name);
      FILE *told = fopen(file, "r");
      unsigned long long ns = 0;
      if (told && fscanf(told, "%llu", &ns) == 1) sum += ns / 1e9;
      if (told) fclose(told);
    }
    closedir(tasks);
  }
  return sum;
}

static double resident_kb(void) {
  double sum = 0;
  for (int i = 0; i < asked.pid_count; i++) {
    char path[64];
    long size, pages;
    snprintf(path, sizeof path, "/proc/%d/statm", asked.pids[i]);
    FILE *told = fopen(path, "r");
    if (told && fscanf(told, "%ld %ld", &size, &pages) == 2) sum += pages * (sysconf(_SC_PAGESIZE) / 1024.0);
    if (told) fclose(told);
  }
  return sum;
}

static int dial(int source) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  if (fd < 0) die("socket");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons(asked.port)};
  if (source >= 0) {
    /* One address alone has ports for some 28,000 connections. */
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    from.sin_addr.s_addr = htonl(0x7f000002u + source % SOURCES);
    bind(fd, (void *)&from, sizeof from);
  }
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

static const uint32_t IS_POSTER = 0x80000000u;

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
  opening++;
  watch(fd, EPOLLOUT, i, EPOLL_CTL_ADD);
}

static void let_go(struct reader *reader) {
  struct linger at_once = {1, 0};
  setsockopt(reader->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close(reader->fd);
  reader->fd = -1;
  reader->state = GONE;
}

static void take_marks(int i, char *text, size_t length, uint64_t at) {
  struct reader *reader = &readers[i];
  char *end = text + length;
  for (char *p = text; (p = memchr(p, '@', end - p)) && end - p >= MARK;) {
    if (memcmp(p, "@@M", 3) != 0 || p[9] != '@') {
      p++;
      continue;
    }
    int event = atoi(p + 3) - first_mark;
    p += MARK;
    if (event < 0 || event >= MOST_EVENTS) {
      strange++;
      continue;
    }
    if (reader->seen >> event & 1) {
      doubled++;
      continue;
    }
    reader->seen |= 1ull << event;
    reader->count++;
    delivered++;
    if (delays) delays[(size_t)event * asked.readers + i] = (at - published[event]) / 1e6;
    if (caught_up && reader->count == asked.storm) caught_up[caught_count++] = (at - storm_began) / 1e6;
  }
}

static void read_some(int i) {
  static char text[1 << 17];
  struct reader *reader = &readers[i];
  memcpy(text, reader->tail, reader->tail_length);
  ssize_t got = recv(reader->fd, text + reader->tail_length, sizeof text - TAIL, 0);
  if (got <= 0) {
    if (got < 0 && errno == EAGAIN) return;
    if (reader->state == HEAD) opening--;
    else live--;
    dropped++;
    let_go(reader);
    return;
  }
  uint64_t at = now();
  bytes_read += got;
  if (i == 0 && transcript_length + got < sizeof transcript) {
    memcpy(transcript + transcript_length, text + reader->tail_length, got);
    transcript_length += got;
  }
  char *from = text;
  size_t length = got + reader->tail_length;
  if (reader->state == HEAD) {
    char *body = memmem(text, length, "\r\n\r\n", 4);
    if (!body) {
      reader->tail_length = length < 3 ? length : 3;
      memcpy(reader->tail, text + length - reader->tail_length, reader->tail_length);
      return;
    }
    if (memcmp(text + 9, "200", 3) != 0) refused++;
    reader->state = LIVE;
    live++;
    opening--;
    length -= body + 4 - text;
    from = body + 4;
  }
  take_marks(i, from, length, at);
  reader->tail_length = length < MARK - 1 ? length : MARK - 1;
  memcpy(reader->tail, from + length - reader->tail_length, reader->tail_length);
}

static void hear_poster(int i) {
  static char text[1 << 16];
  ssize_t got = recv(posters[i], text, sizeof text - 1, 0);
  if (got <= 0) {
    if (got < 0 && errno == EAGAIN) return;
    close(posters[i]);
    posters[i] = -1;
    posts_refused++;
    return;
  }
  text[got] = 0;
  for (char *p = text; (p = strstr(p, "HTTP/1.1 ")); p += 9) {
    if (p[9] == '2') posts_taken++;
    else if (posts_refused++ == 0) fprintf(stderr, "refused: %.300s\n", p);
  }
}

/* Whatever has happened, within so many ms. `next`: the first reader that is still to be opened. */
static void turn(int ms, int *next, bool all_at_once) {
  static struct epoll_event happened[1024];
  if (next)
    for (int begun = 0; *next < asked.readers && (all_at_once ? begun < 256 : opening < OPENING); begun++) open_reader((*next)++);
  int count = epoll_wait(events_fd, happened, 1024, ms);
  for (int k = 0; k < count; k++) {
    uint32_t id = happened[k].data.u32;
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

static void publish(int event) {
  static const char words[] = "The bridge is to open again in stages, the northern lanes first; crews worked through the night and delays are expected. ";
  char *body = malloc(asked.size + 1), *post = malloc(asked.size + 2048);
  for (int i = 0; i < asked.size; i++) body[i] = words[(i * 7 + event * 31 + i / 97 * 13) % (sizeof words - 1)];
  snprintf(body + asked.size - MARK, MARK + 1, "@@M%06d@@", first_mark + event);
  int length = strlen(asked.before) + asked.size + strlen(asked.after);
  int whole = sprintf(post, "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s%sContent-Length: %d\r\n\r\n%s%.*s%s", asked.post_path,
                      asked.port, asked.post_header, *asked.post_header ? "\r\n" : "", length, asked.before, asked.size, body,
                      asked.after);
  int fd = posters[event % POSTERS];
  published[event] = now();
  if (fd < 0 || send(fd, post, whole, MSG_NOSIGNAL) != whole) posts_refused++;
  free(body);
  free(post);
}

static void ask_with(const char *id) {
  request_length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n%s%s%s%s%s\r\n",
                            asked.path, asked.port, asked.read_header, *asked.read_header ? "\r\n" : "", id ? "Last-Event-ID: " : "",
                            id ? id : "", id ? "\r\n" : "");
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

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}
static float share(float *sorted, long count, double of) { return count ? sorted[(long)((count - 1) * of)] : -1; }

static double own_cpu(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
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
  publish(0);
  uint64_t began = now();
  while (delivered < opened && patient(began)) turn(10, NULL, false);
  rest(0.3);
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
  double cpu = cpu_seconds(), own = own_cpu();
  int next = 0;
  storm_began = now();
  while (caught_count < asked.readers && patient(storm_began)) turn(next < asked.readers ? 0 : 10, &next, true);
  cpu = cpu_seconds() - cpu;
  qsort(caught_up, caught_count, sizeof *caught_up, by_size);
  printf("{\"readers\":%d,\"caughtUp\":%d,\"median\":%.2f,\"p99\":%.2f,\"all\":%.2f,\"doubled\":%ld,\"dropped\":%ld,\"refused\":%ld,"
         "\"notConnected\":%ld,\"cpu\":%.4f,\"ownCpu\":%.4f}\n",
         asked.readers, caught_count, share(caught_up, caught_count, 0.5), share(caught_up, caught_count, 0.99),
         share(caught_up, caught_count, 1), doubled, dropped, refused, not_connected, cpu, own_cpu() - own);
}

static void steady(int opened, double base_kb, double opened_kb, double opening_seconds) {
  size_t most = (size_t)asked.readers * asked.events;
  delays = malloc(most * sizeof *delays);
  for (size_t i = 0; i < most; i++) delays[i] = -1;
  delivered = 0;
  bytes_read = 0;
  double cpu = cpu_seconds(), own = own_cpu();
  uint64_t began = now();
  for (int event = 0; event < asked.events; event++) {
    uint64_t due = began + (uint64_t)(event * asked.every * 1e6);
    while (asked.every > 0 && now() < due) {
      int64_t left = (int64_t)(due - now());
      turn(left > 1000000 ? left / 1000000 : 0, NULL, false);
    }
    publish(event);
  }
  uint64_t last = now();
  while (delivered < (long)opened * asked.events && patient(last)) turn(10, NULL, false);
  rest(0.3);
  cpu = cpu_seconds() - cpu;
  double end_kb = resident_kb();
  long count = 0;
  for (size_t i = 0; i < most; i++)
    if (delays[i] >= 0) delays[count++] = delays[i];
  qsort(delays, count, sizeof *delays, by_size);
  printf("{\"readers\":%d,\"delivered\":%ld,\"lost\":%ld,\"doubled\":%ld,\"strange\":%ld,\"dropped\":%ld,\"refused\":%ld,"
         "\"postsTaken\":%ld,\"postsRefused\":%ld,\"median\":%.2f,\"p99\":%.2f,\"max\":%.2f,\"cpu\":%.4f,\"ownCpu\":%.4f,"
         "\"bytes\":%llu,\"openSeconds\":%.3f,\"baseKb\":%.0f,\"kbAReader\":%.3f,\"kbAReaderAfter\":%.3f}\n",
         opened, delivered, (long)opened * asked.events - delivered, doubled, strange, dropped, refused, posts_taken, posts_refused,
         share(delays, count, 0.5), share(delays, count, 0.99), share(delays, count, 1), cpu, own_cpu() - own,
         (unsigned long long)bytes_read, opening_seconds, base_kb, (opened_kb - base_kb) / opened, (end_kb - base_kb) / opened);
}

int main(int count, char **words) {
  for (int i = 1; i + 1 < count; i += 2) {
    const char *name = words[i];
    char *value = words[i + 1];
    if (!strcmp(name, "--port")) asked.port = atoi(value);
    else if (!strcmp(name, "--readers")) asked.readers = atoi(value);
    else if (!strcmp(name, "--events")) asked.events = atoi(value);
    else if (!strcmp(name, "--every")) asked.every = atof(value);
    else if (!strcmp(name, "--size")) asked.size = atoi(value);
    else if (!strcmp(name, "--storm")) asked.storm = atoi(value);
    else if (!strcmp(name, "--patience")) asked.patience = atof(value);
    else if (!strcmp(name, "--path")) asked.path = value;
    else if (!strcmp(name, "--post-path")) asked.post_path = value;
    else if (!strcmp(name, "--post-header")) asked.post_header = value;
    else if (!strcmp(name, "--before")) asked.before = value;
    else if (!strcmp(name, "--after")) asked.after = value;
    else if (!strcmp(name, "--read-header")) asked.read_header = value;
    else if (!strcmp(name, "--pids"))
      for (char *pid = strtok(value, ","); pid && asked.pid_count < MOST_PIDS; pid = strtok(NULL, ",")) asked.pids[asked.pid_count++] = atoi(pid);
    else {
      fprintf(stderr, "There is no option %s.\n", name);
      return 2;
    }
  }
  if (asked.events > MOST_EVENTS || asked.storm >= MOST_EVENTS || asked.readers > 60000 || asked.size < 64 || asked.size > 100000) {
    fprintf(stderr, "At most %d events, 60000 readers, sizes from 64 to 100000.\n", MOST_EVENTS);
    return 2;
  }
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  events_fd = epoll_create1(0);
  readers = calloc(asked.readers, sizeof *readers);
  for (int i = 0; i < asked.readers; i++) readers[i].fd = -1;
  /* Marks of another run are told apart by their numbers. */
  first_mark = (int)(now() / 1000 % 8999) * 100 + 100000;
  for (int i = 0; i < POSTERS; i++) {
    posters[i] = dial(-1);
    if (posters[i] >= 0) watch(posters[i], EPOLLIN, IS_POSTER | i, EPOLL_CTL_ADD);
  }
  rest(0.1);
  double base_kb = resident_kb();
  ask_with(NULL);
  double seconds = open_all();
  rest(0.5);
  if (asked.storm) storm(live);
  else steady(live, base_kb, resident_kb(), seconds);
  return 0;
}

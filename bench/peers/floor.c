/*
 * The least a server of streams can do: one thread, one send() a reader and event, the bytes of an event made once.
 * It checks nothing and knows no story; it is what the others are measured against.
 *
 *   cc -O2 -Wall -o floor floor.c
 *   floor PORT
 *
 * GET opens a stream, from the event after Last-Event-ID where one is sent. POST appends its body as an event.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { KEPT = 256, MOST_FILES = 65536 };

struct line {
  /* Its place among the readers; -1: it has not asked for the stream. */
  int place;
  char *heard;
  int heard_length, heard_room;
  /* What the kernel would not take yet. */
  char *waiting;
  int waiting_length;
};

static struct line *lines[MOST_FILES];
static int readers[MOST_FILES], reader_count, events_fd;
static char *kept[KEPT];
static int kept_length[KEPT];
static long newest;

static void watch(int fd, uint32_t what, int how) {
  struct epoll_event event = {.events = what, .data.fd = fd};
  epoll_ctl(events_fd, how, fd, &event);
}

static void hang_up(int fd) {
  struct line *line = lines[fd];
  if (line->place >= 0) {
    int last = readers[--reader_count];
    readers[line->place] = last;
    lines[last]->place = line->place;
  }
  free(line->heard);
  free(line->waiting);
  free(line);
  lines[fd] = NULL;
  close(fd);
}

static void say(int fd, const char *bytes, int length) {
  struct line *line = lines[fd];
  int sent = 0;
  if (!line->waiting) {
    sent = send(fd, bytes, length, MSG_NOSIGNAL);
    if (sent == length) return;
    if (sent < 0) {
      if (errno != EAGAIN) return;
      sent = 0;
    }
    watch(fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP, EPOLL_CTL_MOD);
  }
  line->waiting = realloc(line->waiting, line->waiting_length + length - sent);
  memcpy(line->waiting + line->waiting_length, bytes + sent, length - sent);
  line->waiting_length += length - sent;
}

static void say_more(int fd) {
  struct line *line = lines[fd];
  int sent = send(fd, line->waiting, line->waiting_length, MSG_NOSIGNAL);
  if (sent <= 0) return;
  line->waiting_length -= sent;
  memmove(line->waiting, line->waiting + sent, line->waiting_length);
  if (line->waiting_length > 0) return;
  free(line->waiting);
  line->waiting = NULL;
  watch(fd, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_MOD);
}

static void open_stream(int fd, const char *head) {
  static const char answer[] =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n";
  struct line *line = lines[fd];
  const char *id = strcasestr(head, "\r\nlast-event-id:");
  long from = id ? atol(id + 16) : newest;
  say(fd, answer, sizeof answer - 1);
  for (long event = from + 1; event <= newest; event++) say(fd, kept[event % KEPT], kept_length[event % KEPT]);
  line->place = reader_count;
  readers[reader_count++] = fd;
  free(line->heard);
  line->heard = NULL;
  line->heard_length = line->heard_room = 0;
}

static void append(const char *body, int length) {
  char begin[48];
  int at = ++newest % KEPT, begin_length = snprintf(begin, sizeof begin, "id: %ld\ndata: ", newest);
  char *event = kept[at] = realloc(kept[at], length + 96);
  int written = sprintf(event, "%x\r\n%s", begin_length + length + 2, begin);
  memcpy(event + written, body, length);
  written += length;
  memcpy(event + written, "\n\n\r\n", 4);
  kept_length[at] = written + 4;
  for (int i = 0; i < reader_count; i++) say(readers[i], event, kept_length[at]);
}

static void hear(int fd) {
  static char bytes[65536];
  struct line *line = lines[fd];
  int got = recv(fd, bytes, sizeof bytes, 0);
  if (got <= 0) {
    if (got == 0 || errno != EAGAIN) hang_up(fd);
    return;
  }
  if (line->heard_length + got + 1 > line->heard_room) {
    line->heard_room = line->heard_length + got + 1;
    line->heard = realloc(line->heard, line->heard_room);
  }
  memcpy(line->heard + line->heard_length, bytes, got);
  line->heard_length += got;
  line->heard[line->heard_length] = 0;
  for (char *end; line->heard_length > 0 && (end = strstr(line->heard, "\r\n\r\n"));) {
    if (line->heard[0] == 'G') {
      open_stream(fd, line->heard);
      return;
    }
    static const char taken[] = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    char *length = strcasestr(line->heard, "content-length:");
    int head = end + 4 - line->heard, body = length ? atoi(length + 15) : 0;
    if (line->heard_length < head + body) return;
    say(fd, taken, sizeof taken - 1);
    append(line->heard + head, body);
    line->heard_length -= head + body;
    memmove(line->heard, line->heard + head + body, line->heard_length + 1);
  }
}

static void take_callers(int listening) {
  int one = 1;
  for (int i = 0; i < 256; i++) {
    int fd = accept4(listening, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0) return;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    lines[fd] = calloc(1, sizeof *lines[fd]);
    lines[fd]->place = -1;
    watch(fd, EPOLLIN | EPOLLRDHUP, EPOLL_CTL_ADD);
  }
}

int main(int count, char **words) {
  if (count != 2) {
    fprintf(stderr, "usage: floor PORT\n");
    return 2;
  }
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max < MOST_FILES ? files.rlim_max : MOST_FILES;
  setrlimit(RLIMIT_NOFILE, &files);
  int one = 1, listening = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listening, (void *)&at, sizeof at) < 0 || listen(listening, 4096) < 0) {
    perror("listen");
    return 1;
  }
  events_fd = epoll_create1(0);
  watch(listening, EPOLLIN, EPOLL_CTL_ADD);
  for (;;) {
    static struct epoll_event happened[512];
    int many = epoll_wait(events_fd, happened, 512, -1);
    for (int k = 0; k < many; k++) {
      int fd = happened[k].data.fd;
      if (fd == listening) {
        take_callers(listening);
        continue;
      }
      if (lines[fd] && happened[k].events & EPOLLOUT && lines[fd]->waiting) say_more(fd);
      if (lines[fd] && happened[k].events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)) hear(fd);
    }
  }
}

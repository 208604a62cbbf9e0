/*
 * The connections events are published over: dialled when the first is due, and again where the server has closed them in
 * the meantime, as servers do with connections that lie idle.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { POSTERS = 10 };
static const uint32_t IS_POSTER = 0x80000000u;

static struct poster {
  /* 0: it has not been dialled, or was closed. */
  int fd;
  int awaited;
} posters[POSTERS];
static long posts_taken, posts_refused;

static void hang_up(struct poster *poster) {
  close(poster->fd);
  posts_refused += poster->awaited;
  *poster = (struct poster){0};
}

static void hear_poster(int i) {
  static char text[1 << 16];
  struct poster *poster = &posters[i];
  if (!poster->fd) return;
  ssize_t got = recv(poster->fd, text, sizeof text - 1, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) {
    hang_up(poster);
    return;
  }
  text[got] = 0;
  for (char *p = text; (p = strstr(p, "HTTP/1.1 ")); p += 9) {
    /* A 408 to a connection that has nothing to answer only says that it will be closed. */
    if (poster->awaited == 0) continue;
    poster->awaited--;
    if (p[9] == '2') posts_taken++;
    else if (posts_refused++ == 0) fprintf(stderr, "refused: %.300s\n", p);
  }
}

static void dial_poster(int i, int port, int events_fd) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (fd < 0 || connect(fd, (void *)&to, sizeof to) < 0) {
    perror("a connection to publish over");
    exit(1);
  }
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct epoll_event heard = {.events = EPOLLIN, .data.u32 = IS_POSTER | i};
  epoll_ctl(events_fd, EPOLL_CTL_ADD, fd, &heard);
  posters[i].fd = fd;
}

/* The connection the next event goes out by, open: one that waits for no answer, where there is one. */
static struct poster *next_poster(int port, int events_fd) {
  int least = 0;
  for (int i = 0; i < POSTERS; i++) {
    hear_poster(i);
    if (posters[i].awaited < posters[least].awaited) least = i;
  }
  if (!posters[least].fd) dial_poster(least, port, events_fd);
  return &posters[least];
}

static bool all_answered(void) {
  for (int i = 0; i < POSTERS; i++)
    if (posters[i].awaited) return false;
  return true;
}

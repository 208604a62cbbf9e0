/* What a reader is sent: its answer's head, then events, each of which ends in a mark. Each is counted once. */
#include "asked.h"
#include "measured.h"
#include "zipped.h"
#include <errno.h>
#include <sys/socket.h>

enum { MARK = 11, TAIL = 16 };
/* No event is as small as this, in bytes on the wire. */
enum { BEAT = 100 };
enum state { GONE, CONNECTING, HEAD, LIVE };

struct reader {
  int fd;
  enum state state;
  /* Its answer says that it is gzip. */
  bool zipped;
  /* The last bytes read, in which a mark or a head may have begun. */
  char tail[TAIL];
  int tail_length;
  /* A head of which only a part has come. */
  char *begun;
  int begun_length;
  uint64_t seen;
  int count;
  struct pieces pieces;
};

static struct reader *readers;
static int live, opening, first_mark;
static long delivered, doubled, strange, dropped, refused, broken;
/* ns. */
static uint64_t last_heard, published[MOST_EVENTS], storm_began;
static uint64_t bytes_read;
/* ms: of each delivery, and of each reader until it had all it missed. */
static float *delays, *caught_up;
static int caught_count;
/* What the first reader is sent, to find the id to come back with. */
static char transcript[1 << 20];
static size_t transcript_length;

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

/* Text of a stream; there is room for a tail before it. */
static void take_text(int i, char *text, size_t length, uint64_t at) {
  struct reader *reader = &readers[i];
  if (i == 0 && transcript_length + length < sizeof transcript) {
    memcpy(transcript + transcript_length, text, length);
    transcript_length += length;
  }
  text -= reader->tail_length;
  length += reader->tail_length;
  memcpy(text, reader->tail, reader->tail_length);
  take_marks(i, text, length, at);
  reader->tail_length = length < MARK - 1 ? length : MARK - 1;
  memcpy(reader->tail, text + length - reader->tail_length, reader->tail_length);
}

/* The answer's body; NULL: its head is not whole yet. */
static char *after_head(struct reader *reader, char *text, int length) {
  char *body = memmem(text, length, "\r\n\r\n", 4);
  if (!body) {
    reader->begun = realloc(reader->begun, length);
    memcpy(reader->begun, text, length);
    reader->begun_length = length;
    return NULL;
  }
  free(reader->begun);
  reader->begun = NULL;
  reader->begun_length = 0;
  if (memcmp(text + 9, "200", 3) != 0) refused++;
  body[2] = 0;
  reader->zipped = strcasestr(text, "\r\ncontent-encoding: gzip");
  reader->state = LIVE;
  live++;
  opening--;
  return body + 4;
}

static void read_some(int i) {
  static char room[1 << 17];
  struct reader *reader = &readers[i];
  char *text = room + TAIL;
  int begun = reader->begun_length;
  memcpy(text, reader->begun, begun);
  ssize_t got = recv(reader->fd, text + begun, sizeof room - TAIL - begun, 0);
  if (got <= 0) {
    if (got < 0 && errno == EAGAIN) return;
    if (reader->state == HEAD) opening--;
    else live--;
    dropped++;
    let_go(reader);
    return;
  }
  uint64_t at = now();
  char *end = text + begun + got;
  bytes_read += got;
  if (got > BEAT) last_heard = at;
  if (reader->state == HEAD) text = after_head(reader, text, begun + got);
  if (!text || text == end) return;
  if (reader->zipped) keep(&reader->pieces, at, text, end - text);
  else take_text(i, text, end - text, at);
}

/* After the run: what was kept is read. */
static void decode_all(void) {
  for (int i = 0; i < asked.readers; i++)
    if (readers[i].zipped && readers[i].pieces.first && !decode(&readers[i].pieces, i, TAIL, take_text)) broken++;
  forget_kept();
}

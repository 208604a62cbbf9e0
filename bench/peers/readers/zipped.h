/*
 * What readers who asked for gzip were sent: kept as it came while time is taken, decoded when the run is over. Decoding
 * it at once would cost the readers' core more than reading does, and be measured as the server's.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <zlib.h>

/* One recv() of one reader; its bytes follow it. */
struct piece {
  uint64_t at;
  size_t next, length;
};
/* Where a reader's pieces begin and end; 0: there are none. */
struct pieces {
  size_t first, last;
};

/* Room is asked for once and taken as it is filled. */
static const size_t KEPT_MOST = 16ull << 30;
/* More than a reader is sent in most runs, bytes. */
static const size_t KEPT_A_READER = 64 << 10;
static char *kept;
static size_t kept_length;

static void forget_kept(void) {
  if (!kept) {
    kept = mmap(NULL, KEPT_MOST, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (kept == MAP_FAILED) abort();
  }
  /* 0 is no place of a piece. */
  kept_length = sizeof(struct piece);
}

/* Before the run: the system gives a page when it is touched first, and a thousand pages in the midst of a burst would be
 * measured as the server's time. */
static void touch_kept(size_t length) {
  static const size_t PAGE = 4096;
  for (size_t at = 0; at < length && at < KEPT_MOST; at += PAGE) ((volatile char *)kept)[at] = 0;
}

static void keep(struct pieces *of, uint64_t at, const char *bytes, size_t length) {
  struct piece *piece = (struct piece *)(kept + kept_length);
  if (kept_length + sizeof *piece + length + 16 > KEPT_MOST) abort();
  *piece = (struct piece){.at = at, .next = 0, .length = length};
  memcpy(piece + 1, bytes, length);
  if (of->last) ((struct piece *)(kept + of->last))->next = kept_length;
  else of->first = kept_length;
  of->last = kept_length;
  kept_length = (kept_length + sizeof *piece + length + 15) & ~(size_t)15;
}

/* Where in an answer's chunks (RFC 9112, 7.1) a decoder is. */
struct chunks {
  enum { SIZE, EXTENSION, BYTES, AFTER } at;
  size_t left;
};

/* Moves on to the next bytes of a chunk within [*from, end); how many there are. */
static size_t next_bytes(struct chunks *chunks, const char **from, const char *end) {
  while (*from < end) {
    char c = **from;
    switch (chunks->at) {
      case BYTES: {
        size_t there = end - *from < (ptrdiff_t)chunks->left ? (size_t)(end - *from) : chunks->left;
        chunks->left -= there;
        if (chunks->left == 0) chunks->at = AFTER;
        return there;
      }
      case SIZE:
        if (c == ';') chunks->at = EXTENSION;
        else if (c != '\r' && c != '\n') chunks->left = chunks->left * 16 + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
        /* fall through */
      case EXTENSION:
        if (c == '\n') chunks->at = chunks->left ? BYTES : SIZE;
        break;
      case AFTER:
        if (c == '\n') chunks->at = SIZE;
    }
    (*from)++;
  }
  return 0;
}

/* Decodes all one reader was sent; `take` gets the text, with `before` writable bytes before it. False: it is no gzip. */
static bool decode(const struct pieces *of, int reader, size_t before, void (*take)(int, char *, size_t, uint64_t)) {
  static char text[1 << 16];
  static z_stream stream;
  static bool begun;
  if (begun ? inflateReset(&stream) : inflateInit2(&stream, 15 + 16)) return false;
  begun = true;
  struct chunks chunks = {0};
  for (size_t at = of->first; at;) {
    const struct piece *piece = (struct piece *)(kept + at);
    const char *from = (const char *)(piece + 1), *end = from + piece->length;
    for (size_t there; (there = next_bytes(&chunks, &from, end)) > 0; from += there) {
      stream.next_in = (unsigned char *)from;
      stream.avail_in = there;
      do {
        stream.next_out = (unsigned char *)text + before;
        stream.avail_out = sizeof text - before;
        int went = inflate(&stream, Z_SYNC_FLUSH);
        if (went != Z_OK && went != Z_STREAM_END && went != Z_BUF_ERROR) return false;
        take(reader, text + before, sizeof text - before - stream.avail_out, piece->at);
        if (went == Z_STREAM_END) return true;
      } while (stream.avail_out == 0);
    }
    at = piece->next;
  }
  return true;
}

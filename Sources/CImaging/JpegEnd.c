/* Whether a JPEG file ends before its picture does: the loader fills what is missing with grey and says nothing.
 *
 * The markers are walked through as ITU-T T.81, annex B, has them, so that a thumbnail within the file or whatever follows the
 * picture is not taken for its end. */
#include <stdio.h>
#include <string.h>

#include "CImaging.h"

enum { END_OF_IMAGE = 0xD9, START_OF_SCAN = 0xDA };

typedef struct {
  FILE *file;
  size_t at, count;
  uint8_t bytes[65536];
} source;

static int fill(source *s) {
  s->at = 0;
  s->count = fread(s->bytes, 1, sizeof s->bytes, s->file);
  return s->count > 0;
}

static int next(source *s) {
  if (s->at == s->count && !fill(s)) return EOF;
  return s->bytes[s->at++];
}

/* Leaves so many bytes out; 0 when there are not as many. */
static int skip(source *s, size_t count) {
  while (count > s->count - s->at) {
    count -= s->count - s->at;
    if (!fill(s)) return 0;
  }
  s->at += count;
  return 1;
}

/* The marker that ends the coded data of a scan; EOF when none does. */
static int end_of_scan(source *s) {
  for (;;) {
    const uint8_t *found = memchr(s->bytes + s->at, 0xFF, s->count - s->at);
    if (!found) {
      if (!fill(s)) return EOF;
      continue;
    }
    s->at = (size_t)(found - s->bytes) + 1;
    int marker;
    do marker = next(s);
    while (marker == 0xFF);
    int is_data = marker == 0 || (marker >= 0xD0 && marker <= 0xD7);
    if (!is_data) return marker;
  }
}

/* The next marker between segments; 0 where there is none. */
static int next_marker(source *s) {
  int byte = next(s);
  if (byte == EOF) return EOF;
  if (byte != 0xFF) return 0;
  do byte = next(s);
  while (byte == 0xFF);
  return byte;
}

static int ends_early(source *s) {
  if (next(s) != 0xFF || next(s) != 0xD8) return 0;
  int marker = next_marker(s);
  for (;;) {
    if (marker == EOF) return 1;
    /* What is no JPEG in its middle is no file that was cut off. */
    if (marker == 0 || marker == END_OF_IMAGE) return 0;
    int high = next(s), low = next(s);
    if (high == EOF || low == EOF) return 1;
    int length = high << 8 | low;
    if (length < 2) return 0;
    if (!skip(s, (size_t)length - 2)) return 1;
    marker = marker == START_OF_SCAN ? end_of_scan(s) : next_marker(s);
  }
}

int ci_jpeg_ends_early(const char *path) {
  static source s;
  s.at = s.count = 0;
  s.file = fopen(path, "rbe");
  if (!s.file) return 0;
  int result = ends_early(&s);
  fclose(s.file);
  return result;
}

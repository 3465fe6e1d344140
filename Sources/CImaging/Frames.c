#include "Internal.h"

#include <string.h>
#include <unistd.h>

/* The library does not tell how many frames there are. The headers do, without decoding anything. */

static int skip(FILE *file, long count) { return fseek(file, count, SEEK_CUR) == 0; }

/* Data in blocks of up to 255 bytes, each behind its length, ended by an empty one. */
static int skip_blocks(FILE *file) {
  uint8_t block[255];
  for (;;) {
    int count = getc(file);
    if (count <= 0) return count == 0;
    if (fread(block, 1, (size_t)count, file) != (size_t)count) return 0;
  }
}

static int skip_colors(FILE *file, int flags) { return !(flags & 0x80) || skip(file, 3L << ((flags & 7) + 1)); }

/* GIF89a specification, 17 to 26. */
static int gif_frames(FILE *file) {
  uint8_t head[13], image[9];
  int frames = 0;
  if (fread(head, 1, sizeof head, file) != sizeof head || !skip_colors(file, head[10])) return 0;
  for (;;) {
    int kind = getc(file);
    if (kind == 0x21) {
      if (getc(file) < 0 || !skip_blocks(file)) return frames;
    } else if (kind == 0x2C) {
      if (fread(image, 1, sizeof image, file) != sizeof image || !skip_colors(file, image[8])) return frames;
      frames++;
      if (getc(file) < 0 || !skip_blocks(file)) return frames;
    } else {
      return frames;
    }
  }
}

/* WebP container specification: a frame is a chunk of the name ANMF. */
static int webp_frames(FILE *file) {
  uint8_t chunk[8];
  int frames = 0;
  if (!skip(file, 12)) return 0;
  while (fread(chunk, 1, sizeof chunk, file) == sizeof chunk) {
    uint32_t size = chunk[4] | (uint32_t)chunk[5] << 8 | (uint32_t)chunk[6] << 16 | (uint32_t)chunk[7] << 24;
    if (memcmp(chunk, "ANMF", 4) == 0) frames++;
    if (!skip(file, (long)size + (size & 1))) break;
  }
  return frames;
}

int ci_count_frames(int descriptor) {
  int copy = dup(descriptor);
  FILE *file = copy < 0 ? NULL : fdopen(copy, "rb");
  if (!file) {
    if (copy >= 0) close(copy);
    return 1;
  }
  uint8_t head[12] = {0};
  size_t count = fseek(file, 0, SEEK_SET) == 0 ? fread(head, 1, sizeof head, file) : 0;
  rewind(file);
  int frames = 1;
  if (count == sizeof head && memcmp(head, "GIF8", 4) == 0) frames = gif_frames(file);
  if (count == sizeof head && memcmp(head + 8, "WEBP", 4) == 0) frames = webp_frames(file);
  fclose(file);
  return frames > 1 ? frames : 1;
}

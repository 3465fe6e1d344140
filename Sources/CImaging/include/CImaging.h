/* Pictures by gdk-pixbuf (8 bits a channel), libpng and libtiff (grey of 16 bits), and cells by chafa.
 *
 * Only the decoding process links this: what goes wrong in a decoder ends that process and not the desk. */
#ifndef CIMAGING_H
#define CIMAGING_H

#include <stddef.h>
#include <stdint.h>

/* What must not be exceeded while a file is decoded. */
typedef struct {
  int64_t most_file_bytes;
  /* Of the whole picture, as its header says. */
  int64_t most_pixels;
  /* Of what is kept in memory, after shrinking. */
  int64_t most_decoded_pixels;
  /* For one file. */
  int64_t most_milliseconds;
} ci_limits;

/* A decoded picture, upright: 8 bits a channel, RGB or RGBA; or grey of 16 bits. */
typedef struct {
  /* Size of the whole picture, upright. */
  int32_t width, height;
  /* Size of what is in memory: smaller where the picture was shrunk on load. */
  int32_t decoded_width, decoded_height;
  /* 3 or 4; 1 for grey of 16 bits. */
  int32_t channels;
  /* From one row to the next, in bytes. */
  int32_t stride;
  /* How many it has; 1 when it does not move, or is of a kind whose frames are not counted. */
  int32_t frames;
  /* Not zero when the file ends before the picture does. */
  int32_t is_cut_off;
  /* "png", "jpeg" … */
  char format[16];
  const uint8_t *pixels;
  const uint16_t *grey;
  void *owner;
} ci_picture;

/* How much of a picture's detail is wanted: what lies below may be lost. */
typedef struct {
  /* The picture has to fit into this box, or (`fills`) to cover it. */
  double box_width, box_height;
  int fills;
  /* Wanted pixels for each of the picture's; above 0 it stands instead of the box. */
  double scale;
} ci_detail;

/* Decodes a file. `frame` counts from 0 and wraps. Returns 0; or -1 with a message for people, and then there is nothing
 * to free. */
int ci_decode(
    const char *path, int frame, const ci_detail *detail, const ci_limits *limits, ci_picture *picture, char *message,
    size_t message_size);

/* Gives a picture's memory back. */
void ci_free(ci_picture *picture);

/* Which part of one side of a picture a canvas shows: its pixel `k` begins at `origin + k * pixels / parts` of the whole
 * picture, which has `whole` pixels on this side, and `decoded` of them in memory. All above 0, the origin at least 0. */
typedef struct {
  int64_t origin, pixels, parts;
  int32_t whole, decoded;
} ci_axis;

/* Draws a part of a picture of 8 bits into an RGBA canvas of `width` by `height`, on a checkerboard where it is
 * transparent, `check` being the side of a square. What lies beyond the picture repeats its edge. Enlarged, a pixel of the
 * canvas is the one in its middle; made smaller, it is the mean of what it covers. Returns -1 when there is no memory. */
int ci_draw(
    const uint8_t *pixels, int channels, int source_stride, const ci_axis *across, const ci_axis *down, uint8_t *rgba,
    int width, int height, int check);

/* How cells are coloured. */
enum { CI_COLORS_256 = 0, CI_COLORS_16 = 1, CI_COLORS_8 = 2 };

/* A cell: a character, and palette indices or -1. */
typedef struct {
  uint32_t scalar;
  int16_t foreground, background;
} ci_cell;

/* Turns an RGBA buffer into columns * rows cells of half and quarter blocks. */
void ci_cells(
    const uint8_t *rgba, int width, int height, int columns, int rows, int colors, ci_cell *cells);

enum { CI_PIXELS_SIXEL = 0, CI_PIXELS_KITTY = 1 };

/* Writes an RGBA buffer as a terminal's own picture of columns * rows cells. The bytes are the caller's to free with
 * `ci_free_bytes`; NULL when it cannot be done. */
uint8_t *ci_terminal_picture(
    const uint8_t *rgba, int width, int height, int columns, int rows, int kind, size_t *count);
void ci_free_bytes(uint8_t *bytes);

/* Gives up what a decoder does not need: writing files, more rights, memory without end. */
void ci_confine(int64_t most_memory);

/* Whether a JPEG file ends before its picture does. 0 for what is no JPEG. Not for several threads at once. */
int ci_jpeg_ends_early(const char *path);

#endif

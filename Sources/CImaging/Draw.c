#include "CImaging.h"

#include <stdlib.h>
#include <string.h>

/* Scaling in whole numbers. Libraries step through a picture by fractions of 16 bits. Far from its corner, and near by, what is
 * lost adds up to whole pixels, and what is marked would not be what is seen. */

/* 128 bits: a place times the parts of a column times the pixels in memory. */
typedef __int128 wide;

/* The pixels in memory that one pixel of the canvas shows: all weigh `FULL`, but for the first and the last one. */
typedef struct {
  int32_t first, count;
  uint32_t first_weight, last_weight;
} taps;

enum { FULL = 256, CHUNK = 1024, MOST_ROWS = 65536 };

static wide smaller(wide one, wide other) { return one < other ? one : other; }

/* Where a canvas pixel is larger than one in memory it is the mean of what it covers, else what is in its middle. */
static taps taps_at(const ci_axis *axis, int place) {
  wide whole = (wide)axis->parts * axis->whole, last = axis->decoded - 1;
  wide start = ((wide)axis->origin * axis->parts + (wide)place * axis->pixels) * axis->decoded;
  wide end = start + (wide)axis->pixels * axis->decoded;
  if (end - start <= whole) return (taps){(int32_t)smaller((start + end) / (2 * whole), last), 1, FULL, FULL};
  wide from = start / whole, to = (end - 1) / whole;
  if (from >= last) return (taps){(int32_t)last, 1, FULL, FULL};
  wide first_weight = FULL * ((from + 1) * whole - start) / whole;
  wide last_weight = to > last ? FULL : FULL * (end - to * whole) / whole;
  to = smaller(to, last);
  return (taps){(int32_t)from, (int32_t)(to - from + 1), (uint32_t)first_weight, (uint32_t)last_weight};
}

static uint32_t weight(const taps *all, int32_t place) {
  if (place == all->first) return all->first_weight;
  return place == all->first + all->count - 1 ? all->last_weight : FULL;
}

static void add_solid(uint32_t *restrict sums, const uint8_t *restrict row, size_t count, uint32_t weight) {
  for (size_t i = 0; i < count; i++) sums[i] += weight * row[i];
}

/* What is transparent has no colour to mix in. */
static void add_clear(uint32_t *restrict sums, const uint8_t *restrict row, size_t pixels, uint32_t weight) {
  for (size_t i = 0; i < pixels; i++, row += 4, sums += 4) {
    uint32_t alpha = row[3];
    for (int c = 0; c < 3; c++) sums[c] += weight * ((row[c] * alpha + 127) / 255);
    sums[3] += weight * alpha;
  }
}

typedef struct {
  const uint8_t *pixels;
  int channels, stride, width;
  taps *columns;
  /* For each of the canvas's columns and channels. */
  double *row;
} drawing;

/* Adds up the rows for a stretch of columns in memory. Returns the sum of the weights. */
static uint64_t add_rows(const drawing *d, const taps *rows, int32_t start, int32_t end, uint32_t *sums) {
  size_t count = (size_t)(end - start) * d->channels;
  memset(sums, 0, count * sizeof *sums);
  /* So many fit into 32 bits; of more each second or third row will do. */
  int32_t step = rows->count / (MOST_ROWS + 1) + 1;
  uint64_t total = 0;
  for (int32_t y = rows->first; y < rows->first + rows->count; y += step) {
    const uint8_t *row = d->pixels + (size_t)y * d->stride + (size_t)start * d->channels;
    uint32_t part = weight(rows, y);
    total += part;
    if (d->channels == 4) {
      add_clear(sums, row, (size_t)(end - start), part);
    } else {
      add_solid(sums, row, count, part);
    }
  }
  return total;
}

/* Adds to a place of the canvas what a stretch of columns has for it: those in the middle weigh the same. */
static void add_columns(const taps *across, int32_t from, int32_t to, const uint32_t *sums, int channels, double *target) {
  uint64_t middle[4] = {0};
  int32_t x = from;
  if (x == across->first && x < to) {
    for (int c = 0; c < channels; c++) target[c] += (double)sums[c] * across->first_weight;
    sums += channels;
    x++;
  }
  int has_last = to > x && to == across->first + across->count;
  int32_t end = has_last ? to - 1 : to;
  if (channels == 3) {
    for (; x < end; x++, sums += 3) {
      middle[0] += sums[0];
      middle[1] += sums[1];
      middle[2] += sums[2];
    }
  } else {
    for (; x < end; x++, sums += 4)
      for (int c = 0; c < 4; c++) middle[c] += sums[c];
  }
  for (int c = 0; c < channels; c++) target[c] += (double)middle[c] * FULL;
  if (has_last)
    for (int c = 0; c < channels; c++) target[c] += (double)sums[c] * across->last_weight;
}

/* One row of the canvas, as means from 0 to 255. */
static void draw_row(const drawing *d, const taps *rows) {
  uint32_t sums[CHUNK * 4];
  int channels = d->channels;
  memset(d->row, 0, (size_t)d->width * channels * sizeof *d->row);
  const taps *last = d->columns + d->width - 1;
  int32_t end = last->first + last->count;
  uint64_t total = FULL;
  int column = 0;
  for (int32_t start = d->columns->first; start < end; start += CHUNK) {
    int32_t stop = end - start > CHUNK ? start + CHUNK : end;
    total = add_rows(d, rows, start, stop, sums);
    for (; column < d->width; column++) {
      const taps *across = d->columns + column;
      if (across->first >= stop) break;
      int32_t beyond = across->first + across->count;
      int32_t from = across->first > start ? across->first : start, to = beyond < stop ? beyond : stop;
      add_columns(across, from, to, sums + (size_t)(from - start) * channels, channels, d->row + (size_t)column * channels);
      /* The rest of it is in the next stretch. */
      if (beyond > stop) break;
    }
  }
  for (int x = 0; x < d->width; x++) {
    const taps *across = d->columns + x;
    double parts = across->count == 1
        ? across->first_weight
        : across->first_weight + across->last_weight + (double)FULL * (across->count - 2);
    double share = 1 / (parts * (double)total);
    for (int c = 0; c < channels; c++) d->row[(size_t)x * channels + c] *= share;
  }
}

/* A row of means as bytes, on a checkerboard where it is transparent. */
static void put_row(const drawing *d, uint8_t *rgba, int y, int check) {
  for (int x = 0; x < d->width; x++, rgba += 4) {
    const double *mean = d->row + (size_t)x * d->channels;
    double ground = 0;
    if (d->channels == 4 && mean[3] < 255) ground = ((x / check + y / check) % 2 ? 0x99 : 0x66) * (255 - mean[3]) / 255;
    for (int c = 0; c < 3; c++) rgba[c] = (uint8_t)(mean[c] + ground + 0.5);
    rgba[3] = 255;
  }
}

int ci_draw(
    const uint8_t *pixels, int channels, int source_stride, const ci_axis *across, const ci_axis *down, uint8_t *rgba,
    int width, int height, int check) {
  if (width <= 0 || height <= 0) return 0;
  drawing d = {pixels, channels, source_stride, width, calloc((size_t)width, sizeof(taps)),
               calloc((size_t)width * channels, sizeof(double))};
  int result = d.columns && d.row ? 0 : -1;
  if (result == 0) {
    for (int x = 0; x < width; x++) d.columns[x] = taps_at(across, x);
    taps last = {-1, 0, 0, 0};
    for (int y = 0; y < height; y++) {
      taps rows = taps_at(down, y);
      /* Near by, many rows of the canvas show the same one. */
      if (rows.count > 1 || rows.first != last.first || last.count > 1) draw_row(&d, &rows);
      put_row(&d, rgba + (size_t)y * width * 4, y, check);
      last = rows;
    }
  }
  free(d.columns);
  free(d.row);
  return result;
}

#ifndef CIMAGING_INTERNAL_H
#define CIMAGING_INTERNAL_H

#include "CImaging.h"

#include <stdio.h>
#include <time.h>

/* Grey of 16 bits; 1 when this file is none, so that gdk-pixbuf shall try. */
int ci_decode_png16(
    FILE *file, const ci_limits *limits, ci_picture *picture, char *message, size_t message_size);
int ci_decode_tiff16(
    const char *path, const ci_limits *limits, ci_picture *picture, char *message, size_t message_size);

/* Turns grey upright as its orientation says (1 to 8; others change nothing). Returns -1 when there is no memory; then all
 * is as it was. */
int ci_turn_grey(uint16_t **grey, uint32_t *width, uint32_t *height, int orientation);

/* The frames of a moving GIF or WebP; 1 for others. */
int ci_count_frames(int file);

int ci_too_large(int64_t width, int64_t height, int64_t most, char *message, size_t message_size);

static inline int64_t ci_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

#endif

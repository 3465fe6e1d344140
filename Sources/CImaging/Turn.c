#include "Internal.h"

#include <stdlib.h>

/* The place in the file of what is shown at (x, y): TIFF 6.0, tag 274, and Exif 2.3, 4.6.4, say the same. */
static size_t source_of(int orientation, size_t x, size_t y, size_t width, size_t height) {
  size_t right = width - 1, bottom = height - 1;
  switch (orientation) {
    case 2: return y * width + right - x;
    case 3: return (bottom - y) * width + right - x;
    case 4: return (bottom - y) * width + x;
    case 5: return x * width + y;
    case 6: return (bottom - x) * width + y;
    case 7: return (bottom - x) * width + right - y;
    case 8: return x * width + right - y;
    default: return y * width + x;
  }
}

int ci_turn_grey(uint16_t **grey, uint32_t *width, uint32_t *height, int orientation) {
  if (orientation < 2 || orientation > 8) return 0;
  size_t across = *width, down = *height;
  int is_lying = orientation >= 5;
  size_t new_across = is_lying ? down : across, new_down = is_lying ? across : down;
  uint16_t *turned = malloc(across * down * 2);
  if (!turned) return -1;
  for (size_t y = 0; y < new_down; y++)
    for (size_t x = 0; x < new_across; x++)
      turned[y * new_across + x] = (*grey)[source_of(orientation, x, y, across, down)];
  free(*grey);
  *grey = turned;
  *width = (uint32_t)new_across;
  *height = (uint32_t)new_down;
  return 0;
}

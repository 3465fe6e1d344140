#include "Internal.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

/* gdk-pixbuf knows 8 bits only. X-rays and thermal pictures have 16, and are looked at through a window of one's choice. */

typedef struct {
  jmp_buf jump;
  char *message;
  size_t message_size;
} png_trouble;

static void on_png_error(png_structp png, png_const_charp text) {
  png_trouble *trouble = png_get_error_ptr(png);
  snprintf(trouble->message, trouble->message_size, "%s", text);
  longjmp(trouble->jump, 1);
}

static void on_png_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void fill(ci_picture *picture, const char *format, uint32_t width, uint32_t height, uint16_t *grey) {
  picture->width = picture->decoded_width = (int32_t)width;
  picture->height = picture->decoded_height = (int32_t)height;
  picture->channels = 1;
  picture->stride = (int32_t)width * 2;
  snprintf(picture->format, sizeof picture->format, "%s", format);
  picture->grey = grey;
  picture->owner = grey;
}

int ci_decode_png16(
    FILE *file, const ci_limits *limits, ci_picture *picture, char *message, size_t message_size) {
  png_trouble trouble;
  trouble.message = message;
  trouble.message_size = message_size;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &trouble, on_png_error, on_png_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  /* Volatile: they are read after a jump. */
  uint16_t *volatile grey = NULL;
  volatile uint32_t rows_read = 0;
  if (!info) {
    png_destroy_read_struct(&png, NULL, NULL);
    return 1;
  }
  volatile int result = 1;
  volatile uint32_t width = 0, height = 0;
  if (setjmp(trouble.jump) == 0) {
    png_init_io(png, file);
    png_read_info(png, info);
    width = png_get_image_width(png, info);
    height = png_get_image_height(png, info);
    if (png_get_bit_depth(png, info) == 16 && png_get_color_type(png, info) == PNG_COLOR_TYPE_GRAY) {
      result = -1;
      if (!ci_too_large(width, height, limits->most_decoded_pixels, message, message_size)) {
        /* PNG has the high byte first; this machine may not. */
        const uint16_t one = 1;
        if (*(const uint8_t *)&one == 1) png_set_swap(png);
        int passes = png_set_interlace_handling(png);
        png_read_update_info(png, info);
        grey = calloc((size_t)width * height, 2);
        if (!grey) png_error(png, "there is not memory enough");
        for (int pass = 0; pass < passes; pass++) {
          for (uint32_t y = 0; y < height; y++) {
            png_read_row(png, (png_bytep)(grey + (size_t)y * width), NULL);
            rows_read = pass == 0 ? y + 1 : height;
          }
        }
        result = 0;
      }
    }
  } else if (grey && rows_read > 0) {
    /* Cut off in the middle: what was read is shown. */
    picture->is_cut_off = 1;
    result = 0;
  } else if (grey) {
    result = -1;
  }
  png_destroy_read_struct(&png, &info, NULL);
  if (result == 0) {
    fill(picture, "png", width, height, grey);
  } else {
    free(grey);
  }
  return result;
}

static void be_silent(const char *module, const char *format, va_list arguments) {
  (void)module;
  (void)format;
  (void)arguments;
}

/* Rows that the file does not have stay black. */
static int read_tiff16(
    TIFF *tiff, uint32_t width, uint32_t height, int orientation, int is_white_zero, ci_picture *picture) {
  /* A row that claims to be longer than its pixels would be written past its end. */
  if ((uint64_t)TIFFScanlineSize64(tiff) != (uint64_t)width * 2) return -1;
  uint16_t *grey = calloc((size_t)width * height, 2);
  if (!grey) return -1;
  uint32_t y = 0;
  while (y < height && TIFFReadScanline(tiff, grey + (size_t)y * width, y, 0) == 1) y++;
  if (is_white_zero)
    for (size_t i = 0; i < (size_t)width * y; i++) grey[i] = (uint16_t)(65535 - grey[i]);
  picture->is_cut_off = y < height;
  if (y == 0 || ci_turn_grey(&grey, &width, &height, orientation) != 0) {
    free(grey);
    return -1;
  }
  fill(picture, "tiff", width, height, grey);
  return 0;
}

int ci_decode_tiff16(
    const char *path, const ci_limits *limits, ci_picture *picture, char *message, size_t message_size) {
  TIFFSetErrorHandler(be_silent);
  TIFFSetWarningHandler(be_silent);
  TIFF *tiff = TIFFOpen(path, "r");
  if (!tiff) return 1;
  uint16_t bits = 0, samples = 1, photometric = 0, format = SAMPLEFORMAT_UINT, orientation = 1;
  uint32_t width = 0, height = 0;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &format);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
  int has_photometric = TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
  int is_grey16 = bits == 16 && samples == 1 && format == SAMPLEFORMAT_UINT && has_photometric && photometric <= 1
      && !TIFFIsTiled(tiff) && width > 0 && height > 0;
  if (!is_grey16) {
    TIFFClose(tiff);
    return 1;
  }
  int result = -1;
  if (!ci_too_large(width, height, limits->most_decoded_pixels, message, message_size)) {
    result = read_tiff16(tiff, width, height, orientation, photometric == PHOTOMETRIC_MINISWHITE, picture);
    if (result != 0) snprintf(message, message_size, "its rows cannot be read");
  }
  TIFFClose(tiff);
  return result;
}

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is decoded. SVG is a program that draws and not a picture: its reader opens other files. */
static const char *const formats[] = {"png", "jpeg", "gif", "bmp", "tiff", "webp", "pnm", "tga", "ico", "xpm", "xbm",
                                      "avif", "heif/avif", "jxl"};

typedef struct {
  const ci_limits *limits;
  GdkPixbufLoader *loader;
  const ci_detail *detail;
  int width, height;
  /* The lowest row that has been drawn so far, and whether this decoder tells. */
  int last_row;
  int is_refused;
  char *message;
  size_t message_size;
} reading;

int ci_too_large(int64_t width, int64_t height, int64_t most, char *message, size_t message_size) {
  /* Each side has 31 bits, so the product fits. */
  if (width * height <= most) return 0;
  snprintf(
      message, message_size, "it has %lld x %lld pixels; at most %lld megapixels are decoded", (long long)width,
      (long long)height, (long long)(most / 1000000));
  return 1;
}

static void format_name(GdkPixbufLoader *loader, char name[16]) {
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format(loader);
  gchar *text = format ? gdk_pixbuf_format_get_name(format) : NULL;
  snprintf(name, 16, "%s", text ? text : "");
  g_free(text);
}

static int is_known(const char *format) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(format, formats[i]) == 0) return 1;
  return 0;
}

static double scale_of(const ci_detail *detail, double width, double height) {
  double across = detail->box_width / width, down = detail->box_height / height;
  return detail->fills ? MAX(across, down) : MIN(across, down);
}

/* By what a JPEG can be shrunk on load without losing wanted detail: 1, 2, 4 or 8. */
static int shrinking(const ci_detail *detail, int width, int height) {
  /* Whether it stands upright or lies is only known later: the larger of the two scales serves both. */
  double scale = detail->scale > 0 ? detail->scale : MAX(scale_of(detail, width, height), scale_of(detail, height, width));
  int shrink = 1;
  while (shrink < 8 && scale * (shrink * 2) <= 1) shrink *= 2;
  return shrink;
}

/* The header is read: the last moment to say no, and the one to say how large the picture is wanted. */
static void on_size(GdkPixbufLoader *loader, int width, int height, gpointer data) {
  reading *r = data;
  r->width = width;
  r->height = height;
  char format[16];
  format_name(loader, format);
  if (!is_known(format)) {
    snprintf(r->message, r->message_size, "\"%s\" is a format that is not shown here", format);
    r->is_refused = 1;
    return;
  }
  int is_jpeg = strcmp(format, "jpeg") == 0;
  /* A JPEG is shrunk while it is read; all others are in memory whole before they are. */
  int shrink = is_jpeg ? shrinking(r->detail, width, height) : 1;
  if (ci_too_large(width, height, r->limits->most_pixels, r->message, r->message_size)
      || ci_too_large(
          (width + shrink - 1) / shrink, (height + shrink - 1) / shrink, r->limits->most_decoded_pixels, r->message,
          r->message_size)) {
    r->is_refused = 1;
    return;
  }
  if (shrink > 1)
    gdk_pixbuf_loader_set_size(loader, (width + shrink - 1) / shrink, (height + shrink - 1) / shrink);
}

static void on_area(GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer data) {
  (void)loader;
  (void)x;
  (void)width;
  reading *r = data;
  r->last_row = MAX(r->last_row, y + height);
}

/* Feeds the file to the loader. Returns 0 when all of it was taken; 1 when the decoder stopped; -1 when it is refused. */
static int feed(int file, reading *r) {
  uint8_t buffer[65536];
  int64_t end = ci_now() + r->limits->most_milliseconds;
  for (;;) {
    ssize_t count = read(file, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      snprintf(r->message, r->message_size, "it cannot be read: %s", strerror(errno));
      return -1;
    }
    if (count == 0) return 0;
    GError *error = NULL;
    gboolean taken = gdk_pixbuf_loader_write(r->loader, buffer, (gsize)count, &error);
    if (r->is_refused) {
      g_clear_error(&error);
      return -1;
    }
    if (!taken) {
      snprintf(r->message, r->message_size, "%s", error ? error->message : "its format is not known");
      g_clear_error(&error);
      return 1;
    }
    if (ci_now() > end) {
      snprintf(r->message, r->message_size, "decoding took too long");
      return -1;
    }
  }
}

/* Frames behind the last begin again. The library itself stays at the last one where the file says to play it once. */
static GdkPixbuf *frame_of(GdkPixbufLoader *loader, int file, int frame, int *frames) {
  GdkPixbufAnimation *animation = gdk_pixbuf_loader_get_animation(loader);
  int is_animated = animation && !gdk_pixbuf_animation_is_static_image(animation);
  *frames = is_animated ? ci_count_frames(file) : 1;
  frame = *frames > 0 ? frame % *frames : 0;
  if (!is_animated || frame <= 0) {
    GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf(loader);
    return pixbuf ? g_object_ref(pixbuf) : NULL;
  }
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GTimeVal time = {0, 0};
  GdkPixbufAnimationIter *iter = gdk_pixbuf_animation_get_iter(animation, &time);
  for (int i = 0; i < frame; i++) {
    int delay = gdk_pixbuf_animation_iter_get_delay_time(iter);
    if (delay < 0) break;
    g_time_val_add(&time, (glong)MAX(delay, 1) * 1000);
    gdk_pixbuf_animation_iter_advance(iter, &time);
  }
  G_GNUC_END_IGNORE_DEPRECATIONS
  GdkPixbuf *pixbuf = gdk_pixbuf_copy(gdk_pixbuf_animation_iter_get_pixbuf(iter));
  g_object_unref(iter);
  return pixbuf;
}

static int take(reading *r, int file, int frame, int is_cut_off, ci_picture *picture) {
  int frames = 1;
  GdkPixbuf *found = frame_of(r->loader, file, frame, &frames);
  if (!found) {
    if (!r->message[0]) snprintf(r->message, r->message_size, "there is no picture in it");
    return -1;
  }
  const char *orientation = gdk_pixbuf_get_option(found, "orientation");
  int is_lying = orientation && orientation[0] >= '5' && orientation[0] <= '8';
  GdkPixbuf *upright = gdk_pixbuf_apply_embedded_orientation(found);
  g_object_unref(found);
  if (!upright) {
    snprintf(r->message, r->message_size, "there is not memory enough to turn it upright");
    return -1;
  }
  /* Some decoders take a file that ends early for a whole one. */
  int rows = is_lying ? gdk_pixbuf_get_width(upright) : gdk_pixbuf_get_height(upright);
  if (frames == 1 && r->last_row > 0 && r->last_row < rows) is_cut_off = 1;
  picture->width = is_lying ? r->height : r->width;
  picture->height = is_lying ? r->width : r->height;
  picture->decoded_width = gdk_pixbuf_get_width(upright);
  picture->decoded_height = gdk_pixbuf_get_height(upright);
  picture->channels = gdk_pixbuf_get_n_channels(upright);
  picture->stride = gdk_pixbuf_get_rowstride(upright);
  picture->pixels = gdk_pixbuf_read_pixels(upright);
  picture->frames = frames;
  picture->is_cut_off = is_cut_off;
  format_name(r->loader, picture->format);
  picture->owner = upright;
  return 0;
}

static int decode_pixbuf(
    int file, int frame, const ci_detail *detail, const ci_limits *limits, ci_picture *picture, char *message,
    size_t message_size) {
  reading r = {limits, gdk_pixbuf_loader_new(), detail, 0, 0, 0, 0, message, message_size};
  g_signal_connect(r.loader, "size-prepared", G_CALLBACK(on_size), &r);
  g_signal_connect(r.loader, "area-updated", G_CALLBACK(on_area), &r);
  int state = feed(file, &r);
  GError *error = NULL;
  gboolean is_whole = gdk_pixbuf_loader_close(r.loader, &error);
  if (error && !message[0]) snprintf(message, message_size, "%s", error->message);
  g_clear_error(&error);
  int result = -1;
  if (state >= 0 && !r.is_refused) result = take(&r, file, frame, state != 0 || !is_whole, picture);
  g_object_unref(r.loader);
  return result;
}

/* Why a path is no file to decode; NULL when it is one. */
static const char *problem_with(const struct stat *status, const ci_limits *limits) {
  if (S_ISDIR(status->st_mode)) return "it is a folder";
  if (!S_ISREG(status->st_mode)) return "it is not a regular file";
  if (status->st_size == 0) return "the file is empty";
  if (status->st_size > limits->most_file_bytes) return "the file is too large";
  return NULL;
}

int ci_decode(
    const char *path, int frame, const ci_detail *detail, const ci_limits *limits, ci_picture *picture, char *message,
    size_t message_size) {
  memset(picture, 0, sizeof *picture);
  message[0] = 0;
  /* Without waiting: a pipe that nobody writes to would hold everything up. */
  int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) {
    snprintf(message, message_size, "%s", errno == ENOENT ? "there is no such file" : strerror(errno));
    return -1;
  }
  struct stat status;
  const char *problem = fstat(descriptor, &status) != 0 ? strerror(errno) : problem_with(&status, limits);
  if (problem) {
    snprintf(message, message_size, "%s", problem);
    close(descriptor);
    return -1;
  }
  uint8_t head[8] = {0};
  ssize_t count = pread(descriptor, head, sizeof head, 0);
  int result = 1;
  if (count == 8 && memcmp(head, "\x89PNG\r\n\x1a\n", 8) == 0) {
    FILE *file = fdopen(dup(descriptor), "rb");
    if (file) {
      result = ci_decode_png16(file, limits, picture, message, message_size);
      fclose(file);
    }
    lseek(descriptor, 0, SEEK_SET);
  } else if (count >= 4 && (memcmp(head, "II*\0", 4) == 0 || memcmp(head, "MM\0*", 4) == 0)) {
    result = ci_decode_tiff16(path, limits, picture, message, message_size);
  }
  if (result > 0) {
    message[0] = 0;
    result = decode_pixbuf(descriptor, frame, detail, limits, picture, message, message_size);
  }
  close(descriptor);
  return result;
}

void ci_free(ci_picture *picture) {
  if (picture->grey) {
    free(picture->owner);
  } else if (picture->owner) {
    g_object_unref(picture->owner);
  }
  memset(picture, 0, sizeof *picture);
}

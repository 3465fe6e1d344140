#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include <wchar.h>

static FILE *output_file;
static FILE *input_file;
// The terminal again, under a number of its own, and a place in memory where a frame is gathered; -1 when there is none.
static int terminal = -1;
static int frame = -1;
static bool gathers;

WINDOW *cn_stdscr(void) { return stdscr; }
WINDOW *cn_curscr(void) { return curscr; }
int cn_colors(void) { return COLORS; }
int cn_color_pairs(void) { return COLOR_PAIRS; }

static FILE *duplicate(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

static void close_files(void) {
  if (output_file != NULL) fclose(output_file);
  if (input_file != NULL) fclose(input_file);
  output_file = input_file = NULL;
  if (terminal >= 0) close(terminal);
  if (frame >= 0) close(frame);
  terminal = frame = -1;
}

// Gathering needs both; without them curses writes to the terminal as it goes.
static void open_frame(int output) {
  terminal = fcntl(output, F_DUPFD_CLOEXEC, 3);
  frame = memfd_create("postil-frame", MFD_CLOEXEC);
}

// The place in memory counts as a file: below a limit to the size of files (ulimit -f) a frame would be lost unseen.
static bool has_room(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= (rlim_t)1 << 24;
}

void cn_frame_begin(void) {
  gathers = terminal >= 0 && frame >= 0 && has_room() && dup3(frame, fileno(output_file), O_CLOEXEC) >= 0;
}

static void send_all(const char *bytes, ssize_t length) {
  while (length > 0) {
    ssize_t sent = write(terminal, bytes, (size_t)length);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    bytes += sent;
    length -= sent;
  }
}

void cn_frame_end(void) {
  if (!gathers) return;
  dup3(terminal, fileno(output_file), O_CLOEXEC);
  off_t length = lseek(frame, 0, SEEK_CUR);
  lseek(frame, 0, SEEK_SET);
  static char buffer[1 << 15];
  for (off_t at = 0; at < length;) {
    size_t wanted = sizeof buffer < (size_t)(length - at) ? sizeof buffer : (size_t)(length - at);
    ssize_t count = pread(frame, buffer, wanted, at);
    if (count <= 0) return;
    send_all(buffer, count);
    at += count;
  }
}

SCREEN *cn_open(const char *type, int output, int input) {
  output_file = duplicate(output, "w");
  input_file = duplicate(input, "r");
  SCREEN *screen = NULL;
  if (output_file != NULL && input_file != NULL) screen = newterm(type, output_file, input_file);
  if (screen == NULL) {
    close_files();
  } else {
    open_frame(output);
  }
  return screen;
}

void cn_close(SCREEN *screen) {
  delscreen(screen);
  close_files();
}

const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

bool cn_locale(bool force) {
  setlocale(LC_ALL, "");
  bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8 && force) utf8 = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
  // Numbers are written and read with a point, whatever the country.
  setlocale(LC_NUMERIC, "C");
  return utf8;
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_cell(cchar_t *cell, uint32_t scalar, uint32_t mark1, uint32_t mark2, attr_t attributes, int pair) {
  wchar_t text[4] = {(wchar_t)scalar, (wchar_t)mark1, (wchar_t)mark2, 0};
  // The pair goes through the last argument: the one before it holds 16 bits only.
  setcchar(cell, text, attributes, 0, &pair);
}

bool cn_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

bool cn_cell_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_xpixel / size.ws_col;
  *height = size.ws_ypixel / size.ws_row;
  return *width > 0 && *height > 0;
}

int cn_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
int cn_memfd(void) { return memfd_create("stderr", MFD_CLOEXEC); }

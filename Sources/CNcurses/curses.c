#define _GNU_SOURCE
#include "CNcurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static FILE *output_file;
static FILE *input_file;

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
}

SCREEN *cn_open(const char *type, int output, int input) {
  output_file = duplicate(output, "w");
  input_file = duplicate(input, "r");
  SCREEN *screen = NULL;
  if (output_file != NULL && input_file != NULL) screen = newterm(type, output_file, input_file);
  if (screen == NULL) close_files();
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

int cn_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
int cn_memfd(void) { return memfd_create("stderr", MFD_CLOEXEC); }

#ifndef POSTIL_CNCURSES_H
#define POSTIL_CNCURSES_H

// The wide functions exist only with these. They stand here, as a package manager drops the flags of pkg-config.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <termios.h>

// Attributes: macros that Swift does not import.
static const attr_t cn_bold = WA_BOLD;
static const attr_t cn_dim = WA_DIM;
static const attr_t cn_italic = WA_ITALIC;
static const attr_t cn_underline = WA_UNDERLINE;
static const attr_t cn_reverse = WA_REVERSE;

// Globals of curses, which Swift 6 refuses as shared mutable state.
WINDOW *cn_stdscr(void);
WINDOW *cn_curscr(void);
int cn_colors(void);
int cn_color_pairs(void);

// Between these two, what curses sends is gathered; the end sends it in one write, so that a frame is never torn and
// the other side wakes once. (Curses itself writes at each jump of the cursor.)
void cn_frame_begin(void);
void cn_frame_end(void);

// newterm on two descriptors, which are duplicated. NULL when the terminal type is not known.
SCREEN *cn_open(const char *type, int output, int input);
// Frees what cn_open made. Call endwin before.
void cn_close(SCREEN *screen);
// A string capability of the terminal, or NULL.
const char *cn_capability(const char *name);

// Takes over the character set of the environment. True when it is UTF-8; `force` tries C.UTF-8 if it is not.
bool cn_locale(bool force);
// Columns that libc gives a scalar: 0, 1, 2, or -1.
int cn_width(uint32_t scalar);
// Fills one cell of curses; marks are 0 for none.
void cn_cell(cchar_t *cell, uint32_t scalar, uint32_t mark1, uint32_t mark2, attr_t attributes, int pair);

// The size of the terminal on a descriptor. False when it tells none.
bool cn_size(int descriptor, int *columns, int *rows);
// The size of a cell in pixels. False when the terminal tells none.
bool cn_cell_size(int descriptor, int *width, int *height);
// A counter to wake a poll with, or -1.
int cn_eventfd(void);
// An unnamed file in memory, or -1.
int cn_memfd(void);

// Signals: the handlers note the number and write to `wake`, nothing more.
void cn_signals_catch(int wake);
// Puts back what cn_signals_catch found.
void cn_signals_release(void);
// The signals noted since the last call, as bits 1 << number.
uint64_t cn_signals_take(void);
// Handles one signal by default (true) or by a note again (false).
void cn_signal_by_default(int number, bool by_default);
// Ignores one signal (true) or handles it by a note again (false).
void cn_signal_ignored(int number, bool ignored);

// From here on a crash writes `bytes` to `tty`, sets `sane`, and copies the end of `captured` to `real_error` (both -1
// for none) before the process dies of its signal.
void cn_crash_arm(
    int tty, const char *bytes, size_t count, const struct termios *sane, int captured, int real_error);
// A crash is nobody's business again.
void cn_crash_disarm(void);

#endif

#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Noted signals

static const int noted_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction noted_before[COUNT(noted_signals)];
static struct sigaction pipe_before;
static _Atomic uint64_t noted;
static _Atomic int wake_descriptor = -1;
static bool caught;

static void note(int number) {
  int saved = errno;
  atomic_fetch_or(&noted, UINT64_C(1) << number);
  int descriptor = atomic_load(&wake_descriptor);
  uint64_t one = 1;
  if (descriptor >= 0 && write(descriptor, &one, sizeof one) < 0) {
    // A full counter wakes the reader just as well.
  }
  errno = saved;
}

static void handle(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  // Other threads' reads and writes must not see EINTR; poll is interrupted all the same.
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

void cn_signals_catch(int wake) {
  atomic_store(&noted, 0);
  atomic_store(&wake_descriptor, wake);
  caught = true;
  for (size_t i = 0; i < COUNT(noted_signals); i++) {
    handle(noted_signals[i], note, &noted_before[i]);
    // Under nohup a hang-up stays ignored.
    if (noted_signals[i] == SIGHUP && noted_before[i].sa_handler == SIG_IGN) sigaction(SIGHUP, &noted_before[i], NULL);
  }
  handle(SIGPIPE, SIG_IGN, &pipe_before);
}

void cn_signals_release(void) {
  if (!caught) return;
  caught = false;
  for (size_t i = 0; i < COUNT(noted_signals); i++) sigaction(noted_signals[i], &noted_before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
  atomic_store(&wake_descriptor, -1);
}

uint64_t cn_signals_take(void) { return atomic_exchange(&noted, 0); }
void cn_signal_by_default(int number, bool by_default) { handle(number, by_default ? SIG_DFL : note, NULL); }
void cn_signal_ignored(int number, bool ignored) { handle(number, ignored ? SIG_IGN : note, NULL); }

// Crashes. Swift's traps neither unwind nor run exit handlers, so what must be undone is undone here, by functions that
// may be called in a signal handler: write, tcsetattr, fstat, pread, sigaction, raise.

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
static struct sigaction fatal_before[COUNT(fatal_signals)];
static _Atomic int armed;
static _Alignas(16) char handler_stack[65536];
static struct {
  int tty, captured, real_error;
  size_t count;
  char bytes[512];
  struct termios sane;
} guard;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// The last 8 KiB of what was written to standard error while the screen was open: the message of the crash ends it.
static void copy_tail(void) {
  static char tail[8192];
  struct stat status;
  if (guard.captured < 0 || guard.real_error < 0 || fstat(guard.captured, &status) != 0) return;
  off_t start = status.st_size > (off_t)sizeof tail ? status.st_size - (off_t)sizeof tail : 0;
  ssize_t count = pread(guard.captured, tail, sizeof tail, start);
  if (count > 0) write_all(guard.real_error, tail, (size_t)count);
}

static void restore_previous(void) {
  for (size_t i = 0; i < COUNT(fatal_signals); i++) sigaction(fatal_signals[i], &fatal_before[i], NULL);
}

static void crash(int number) {
  if (atomic_exchange(&armed, 0)) {
    write_all(guard.tty, guard.bytes, guard.count);
    tcsetattr(guard.tty, TCSANOW, &guard.sane);
    copy_tail();
  }
  // By default, not as before: Swift's own handler draws a backtrace for seconds and then waits for a key.
  signal(number, SIG_DFL);
  // Blocked until this handler returns; then it ends the process.
  raise(number);
}

void cn_crash_arm(
    int tty, const char *bytes, size_t count, const struct termios *sane, int captured, int real_error) {
  if (atomic_exchange(&armed, 0)) restore_previous();
  guard.tty = tty;
  guard.captured = captured;
  guard.real_error = real_error;
  guard.count = count < sizeof guard.bytes ? count : sizeof guard.bytes;
  memcpy(guard.bytes, bytes, guard.count);
  guard.sane = *sane;

  // A stack of its own, so that an overflown one is told too.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crash;
  action.sa_flags = SA_ONSTACK;
  // All blocked: SIGTTOU would stop a process in the background at tcsetattr.
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < COUNT(fatal_signals); i++) sigaction(fatal_signals[i], &action, &fatal_before[i]);
  atomic_store(&armed, 1);
}

void cn_crash_disarm(void) {
  if (atomic_exchange(&armed, 0)) restore_previous();
}

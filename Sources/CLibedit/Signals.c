#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "Internal.h"

volatile sig_atomic_t pl_flag_interrupts, pl_flag_resized, pl_flag_stop, pl_flag_continued,
    pl_flag_terminating;

static int wake_pipe[2] = {-1, -1};
static volatile sig_atomic_t is_editing, is_builtin_reader, is_lent;
static struct termios found_settings;
static int has_found_settings;

static const char paste_off[] = "\033[?2004l";

static void write_all(int descriptor, const char *text, size_t length) {
  // A failed write cannot be reported from here, and nothing depends on it.
  ssize_t written = write(descriptor, text, length);
  (void)written;
}

/// Puts the terminal back as the program found it. Safe in a handler.
static void restore_terminal(void) {
  if (!has_found_settings || !is_editing) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &found_settings);
  write_all(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
}

static void stop_with_builtin_reader(void) {
  struct termios editing_settings;
  int known = tcgetattr(STDIN_FILENO, &editing_settings) == 0;
  restore_terminal();
  raise(SIGSTOP);
  if (known) tcsetattr(STDIN_FILENO, TCSANOW, &editing_settings);
}

/// Ctrl-C while a command runs: the first is remembered for it, the third ends the program in any case.
static void interrupted_while_running(void) {
  static const char notice[] = "\nStill at work. Ctrl-C once more leaves podlab.\n";
  if (pl_flag_interrupts == 2) write_all(STDERR_FILENO, notice, sizeof notice - 1);
  if (pl_flag_interrupts >= 3) _exit(130);
}

static void terminated(int signal_number) {
  pl_flag_terminating = signal_number;
  if (is_editing && !is_builtin_reader) return;
  restore_terminal();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void handle(int signal_number) {
  int saved_errno = errno;
  switch (signal_number) {
    case SIGINT:
      if (is_lent) break;
      pl_flag_interrupts++;
      if (!is_editing) interrupted_while_running();
      break;
    case SIGWINCH: pl_flag_resized = 1; break;
    case SIGCONT: pl_flag_continued = 1; break;
    case SIGTSTP:
      if (!is_editing) raise(SIGSTOP);
      else if (is_builtin_reader) stop_with_builtin_reader();
      else pl_flag_stop = 1;
      break;
    default: terminated(signal_number);
  }
  write_all(wake_pipe[1], "!", 1);
  errno = saved_errno;
}

// Should the program itself fail, the terminal is given back before the usual report.
static const int crash_signals[] = {SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { crash_signal_count = sizeof crash_signals / sizeof crash_signals[0] };
static struct sigaction found_crash_actions[crash_signal_count];

static void crashed(int signal_number) {
  restore_terminal();
  for (int i = 0; i < crash_signal_count; i++)
    if (crash_signals[i] == signal_number) sigaction(signal_number, &found_crash_actions[i], NULL);
  raise(signal_number);
}

static int install(int signal_number, int flags) {
  struct sigaction action = {0};
  action.sa_handler = handle;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  return sigaction(signal_number, &action, NULL) == 0;
}

int pl_signals_install(void) {
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return 0;
  has_found_settings = tcgetattr(STDIN_FILENO, &found_settings) == 0;
  atexit(restore_terminal);
  // Without SA_RESTART where a blocked read must come back; with it where only a flag is set.
  int installed = install(SIGINT, 0) && install(SIGTERM, 0) && install(SIGHUP, 0) &&
                  install(SIGTSTP, SA_RESTART) && install(SIGCONT, SA_RESTART) &&
                  install(SIGWINCH, SA_RESTART);
  for (int i = 0; i < crash_signal_count; i++) {
    struct sigaction action = {0};
    action.sa_handler = crashed;
    sigemptyset(&action.sa_mask);
    installed = installed && sigaction(crash_signals[i], &action, &found_crash_actions[i]) == 0;
  }
  return installed;
}

int pl_wake_descriptor(void) { return wake_pipe[0]; }

void pl_wake_drain(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
  }
}

void pl_signals_editing(int editing, int builtin_reader) {
  is_builtin_reader = builtin_reader;
  is_editing = editing;
}

void pl_signals_stop_here(void) { raise(SIGSTOP); }

void pl_signals_lend_terminal(int lent) { is_lent = lent; }

int pl_signal_take_interrupt(void) {
  int taken = pl_flag_interrupts != 0;
  pl_flag_interrupts = 0;
  return taken;
}

int pl_signal_terminating(void) { return pl_flag_terminating; }

void pl_signals_ignore_broken_pipe(void) { signal(SIGPIPE, SIG_IGN); }

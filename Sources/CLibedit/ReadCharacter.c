#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "Internal.h"

pl_editor *pl_editor_of(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

/// The rows of a text are counted anew for the new width: most terminals have wrapped them again already.
static void redraw_from_first_row(pl_editor *editor) {
  int rows = pl_place_of_cursor(editor).row;
  fputc('\r', stdout);
  if (rows > 0) fprintf(stdout, "\033[%dA", rows);
  fputs("\033[J", stdout);
  fflush(stdout);
  el_set(editor->line, EL_REFRESH);
}

static void stop(pl_editor *editor) {
  pl_editor_go_below(editor);
  pl_paste_mode(0);
  el_set(editor->line, EL_PREP_TERM, 0);
  pl_signals_stop_here();
  pl_flag_continued = 0;
  el_set(editor->line, EL_PREP_TERM, 1);
  pl_paste_mode(1);
  el_set(editor->line, EL_REFRESH);
}

/// Acts on what the handlers noted. Returns 0 when reading must end.
static int act_on_signals(pl_editor *editor) {
  if (pl_flag_terminating) return 0;
  if (pl_flag_interrupts) {
    errno = EINTR;
    return 0;
  }
  if (pl_flag_stop) {
    pl_flag_stop = 0;
    stop(editor);
  }
  if (pl_flag_continued) {
    // Stopped and continued from outside: the shell may have changed the terminal meanwhile.
    pl_flag_continued = 0;
    el_set(editor->line, EL_PREP_TERM, 1);
    pl_paste_mode(1);
    pl_flag_resized = 1;
  }
  if (pl_flag_resized) {
    pl_flag_resized = 0;
    el_resize(editor->line);
    redraw_from_first_row(editor);
  }
  return 1;
}

/// One byte from the terminal: 1, 0 at the end, -1 when a signal asks to come back.
static int next_byte(pl_editor *editor, unsigned char *byte) {
  if (editor->pending_byte >= 0) {
    *byte = (unsigned char)editor->pending_byte;
    editor->pending_byte = -1;
    return 1;
  }
  for (;;) {
    if (!act_on_signals(editor)) return -1;
    struct pollfd waiting[2] = {{STDIN_FILENO, POLLIN, 0}, {pl_wake_descriptor(), POLLIN, 0}};
    if (poll(waiting, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return -1;
    }
    if (waiting[1].revents) {
      pl_wake_drain();
      continue;
    }
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    // EIO: the terminal was closed.
    if (count <= 0) editor->ended = 1;
    return count > 0 ? 1 : 0;
  }
}

/// libedit loses count by one column when it inserts or deletes before wide characters: say where the cursor is.
static void place_cursor(pl_editor *editor) {
  const LineInfoW *info = el_wline(editor->line);
  const wchar_t *next = info->cursor;
  while (next < info->lastchar && wcwidth(*next) < 2) next++;
  if (next == info->lastchar) return;
  int column = pl_place_of_cursor(editor).column;
  fputc('\r', stdout);
  if (column > 0) fprintf(stdout, "\033[%dC", column);
}

int pl_read_character(EditLine *line, wchar_t *character) {
  static const wchar_t replacement = 0xFFFD;
  pl_editor *editor = pl_editor_of(line);
  place_cursor(editor);
  fflush(stdout);
  for (int length = 1;; length++) {
    unsigned char byte;
    int got = next_byte(editor, &byte);
    if (got <= 0) return got;
    size_t result = mbrtowc(character, (const char *)&byte, 1, &editor->decoding);
    if (result == (size_t)-2) continue;
    if (result != (size_t)-1) return 1;
    // Bytes that are no UTF-8 become one visible mark; the byte that broke a sequence may begin the next.
    memset(&editor->decoding, 0, sizeof editor->decoding);
    if (length > 1) editor->pending_byte = byte;
    *character = replacement;
    return 1;
  }
}

#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "Internal.h"

pl_editor *pl_editor_of(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

/// The rows of a text are counted anew for the new width: most terminals have wrapped them again already.
static void redraw_from_first_row(pl_editor *editor) {
  // The overlay goes with the rows below; its own eraser was made for another width.
  pl_overlay_forget(editor);
  int rows = pl_place_of_cursor(editor).row;
  fputc('\r', stdout);
  if (rows > 0) fprintf(stdout, "\033[%dA", rows);
  fputs("\033[J", stdout);
  fflush(stdout);
  el_set(editor->line, EL_REFRESH);
}

/// Ctrl-Z is a key of the editor: as a signal, the terminal would throw away with it what was typed before and is
/// not read yet.
static void take_stop_key(void) {
  struct termios settings;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_cc[VSUSP] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
}

void pl_prepare_terminal(pl_editor *editor) {
  el_set(editor->line, EL_PREP_TERM, 1);
  take_stop_key();
  pl_paste_mode(1);
}

void pl_stop(pl_editor *editor) {
  pl_editor_go_below(editor);
  pl_paste_mode(0);
  el_set(editor->line, EL_PREP_TERM, 0);
  pl_signals_stop_here();
  pl_flag_continued = 0;
  pl_prepare_terminal(editor);
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
    pl_stop(editor);
  }
  if (pl_flag_continued) {
    // Stopped and continued from outside: the shell may have changed the terminal meanwhile.
    pl_flag_continued = 0;
    pl_prepare_terminal(editor);
    pl_flag_resized = 1;
  }
  if (pl_flag_resized) {
    pl_flag_resized = 0;
    el_resize(editor->line);
    redraw_from_first_row(editor);
  }
  return 1;
}

/// Waits until there is something to read; the owner may draw and act meanwhile. Returns 0 when reading must end.
static int wait_for_input(pl_editor *editor) {
  int is_drawn = 0;
  for (;;) {
    if (!act_on_signals(editor)) return 0;
    struct pollfd waiting[2] = {{STDIN_FILENO, POLLIN, 0}, {pl_wake_descriptor(), POLLIN, 0}};
    int tick = editor->tick_milliseconds > 0 ? editor->tick_milliseconds : -1;
    // While keys come fast nothing is drawn between them.
    int ready = poll(waiting, 2, is_drawn ? tick : 0);
    if (ready < 0 && errno != EINTR) return 0;
    if (ready == 0) {
      if (is_drawn && editor->handler) editor->handler(editor->context, pl_key_tick);
      pl_overlay_draw(editor);
      is_drawn = 1;
    } else if (ready > 0 && waiting[1].revents) {
      pl_wake_drain();
      is_drawn = 0;
    } else if (ready > 0) {
      return 1;
    }
  }
}

/// One byte from the terminal: 1, 0 at the end, -1 when a signal asks to come back.
static int next_byte(pl_editor *editor, unsigned char *byte) {
  if (editor->pending_byte >= 0) {
    *byte = (unsigned char)editor->pending_byte;
    editor->pending_byte = -1;
    return 1;
  }
  if (!wait_for_input(editor)) return -1;
  for (;;) {
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
      if (!wait_for_input(editor)) return -1;
      continue;
    }
    // EIO: the terminal was closed.
    if (count <= 0) editor->ended = 1;
    pl_overlay_erase(editor);
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
    if (result != (size_t)-1) {
      // They would only turn the text around them; a paste leaves them out.
      if (!editor->is_pasting && pl_is_invisible_control(*character)) *character = replacement;
      return 1;
    }
    // Bytes that are no UTF-8 become one visible mark; the byte that broke a sequence may begin the next.
    memset(&editor->decoding, 0, sizeof editor->decoding);
    if (length > 1) editor->pending_byte = byte;
    *character = replacement;
    return 1;
  }
}

#ifndef CLIBEDIT_INTERNAL_H
#define CLIBEDIT_INTERNAL_H

#include <histedit.h>
#include <signal.h>
#include <wchar.h>

#include "CLibedit.h"

struct pl_editor {
  EditLine *line;
  History *history;
  char *prompt;
  int prompt_columns;
  int builtin_reader;
  pl_key_handler handler;
  void *context;
  /// UTF-8 decoding: the state of a sequence that is not complete yet, and a byte that must be read again.
  mbstate_t decoding;
  int pending_byte;
  /// The terminal went away or standard input ended.
  int ended;
  /// A copy of the last line, without NUL bytes.
  char *text;
  /// What the owner has drawn over the row, and what takes it away; NULL when the row is libedit's alone.
  char *overlay, *eraser;
  int tick_milliseconds;
  /// Keys come that are no commands: a paste, or the answer to a question. Nothing is drawn meanwhile.
  int is_pasting;
};

// Signals.c: set by handlers, read at safe points.
extern volatile sig_atomic_t pl_flag_interrupts, pl_flag_resized, pl_flag_stop, pl_flag_continued,
    pl_flag_terminating;
/// Wakes `poll` when a handler set a flag, so that none is lost between looking and waiting.
int pl_wake_descriptor(void);
void pl_wake_drain(void);
/// Tells the handlers that the terminal is in edit mode.
void pl_signals_editing(int editing, int builtin_reader);
/// Stops the process as Ctrl-Z would, and comes back when it goes on.
void pl_signals_stop_here(void);

// ReadCharacter.c
int pl_read_character(EditLine *line, wchar_t *character);
pl_editor *pl_editor_of(EditLine *line);

/// Puts the terminal into edit mode.
void pl_prepare_terminal(pl_editor *editor);
/// Leaves the terminal to the shell until the program is continued.
void pl_stop(pl_editor *editor);
/// C1 controls and the invisible characters that change the direction of text.
int pl_is_invisible_control(wchar_t character);

// Overlay.c
/// Lets the owner draw.
void pl_overlay_draw(pl_editor *editor);
/// Takes away what the owner has drawn; must come before anything else is written.
void pl_overlay_erase(pl_editor *editor);
/// Forgets it, where the rows were cleared anyway.
void pl_overlay_forget(pl_editor *editor);

// Keys.c
void pl_keys_add(EditLine *line);
/// Binds what must work whatever keys the user prefers.
void pl_keys_bind_own(EditLine *line);
/// Binds what an Emacs or bash user expects and libedit leaves unbound or binds otherwise.
void pl_keys_bind(EditLine *line);

// Paste.c
void pl_paste_bind(EditLine *line);
void pl_paste_mode(int on);

// Screen.c
typedef struct pl_place {
  int row, column;
} pl_place;
/// Where the cursor stands, counted from the first row of the prompt.
pl_place pl_place_of_cursor(pl_editor *editor);
/// Where the text ends.
pl_place pl_place_of_end(pl_editor *editor);

#endif

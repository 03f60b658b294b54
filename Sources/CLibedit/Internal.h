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

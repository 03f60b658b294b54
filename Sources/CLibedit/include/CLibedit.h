#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stddef.h>

// The only door to libedit. Its own calls are variadic, take FILE pointers and keep global state, so Swift
// cannot make them; these wrappers can be called from Swift and hide all three. One thread, one editor.

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// One line editor on standard input and output.
typedef struct pl_editor pl_editor;

/// Why `pl_editor_read` came back.
typedef enum pl_result {
  pl_result_line = 0,
  /// Ctrl-D on an empty line, or the terminal went away.
  pl_result_end = 1,
  /// Ctrl-C. `^C` was printed and the cursor stands on a fresh line.
  pl_result_interrupted = 2,
  /// SIGTERM or SIGHUP; see `pl_signal_terminating`.
  pl_result_terminated = 3
} pl_result;

/// Keys that the owner of the editor handles, and two moments that are no keys.
typedef enum pl_key {
  pl_key_tab = 1,
  pl_key_up = 2,
  pl_key_down = 3,
  pl_key_right = 4,
  pl_key_end = 5,
  pl_key_word_right = 6,
  /// F1.
  pl_key_help = 7,
  pl_key_question = 8,
  /// Everything is drawn and nothing was typed yet: the time to draw an overlay.
  pl_key_waiting = 9,
  /// Time has passed without a key; see `pl_editor_set_tick`.
  pl_key_tick = 10
} pl_key;

/// What the editor does after such a key.
typedef enum pl_answer {
  pl_answer_refresh = 0,
  pl_answer_beep = 1,
  /// Something was printed below; draw prompt and text again from the cursor on.
  pl_answer_redraw = 2
} pl_answer;

typedef pl_answer (*pl_key_handler)(void *context, pl_key key);

// MARK: Locale and terminal

/// Takes the character set from the environment, or C.UTF-8 when that one cannot hold UTF-8: without it libedit
/// drops every letter that is not ASCII. Returns 1 when UTF-8 is in use afterwards.
int pl_locale_set(void);

/// The size of the terminal behind a file descriptor; returns 0 and changes nothing when there is none.
int pl_terminal_size(int descriptor, int *columns, int *rows);

/// How many columns a Unicode scalar takes; 0 for combining marks, -1 for controls.
int pl_display_width(unsigned int scalar);

// MARK: The editor

/// Makes the editor; `builtin_reader` leaves reading keys to libedit itself. NULL when libedit refuses.
pl_editor *_Nullable pl_editor_open(const char *program, int builtin_reader);

/// Gives the terminal back as it was found.
void pl_editor_close(pl_editor *editor);

/// The prompt, with `\1` around escape sequences; `columns` is what it takes on the screen.
void pl_editor_set_prompt(pl_editor *editor, const char *prompt, int columns);

/// Who handles the keys.
void pl_editor_set_key_handler(pl_editor *editor, pl_key_handler handler, void *context);

/// Adds an entry to what Ctrl-R searches.
void pl_editor_remember(pl_editor *editor, const char *entry);

/// How long to wait without a key before `pl_key_tick`, in milliseconds; 0 waits for ever.
void pl_editor_set_tick(pl_editor *editor, int milliseconds);

/// Reads one line, which may hold pasted newlines. `text` belongs to the editor until the next call; it is
/// NULL without a line. `length` is also how much was dropped by Ctrl-C.
pl_result pl_editor_read(pl_editor *editor, const char *_Nullable *_Nonnull text, size_t *length);

// For key handlers only:

/// The text being edited and the cursor in it, both in bytes of UTF-8.
const char *pl_editor_text(pl_editor *editor, size_t *length, size_t *cursor);

/// Replaces the `count` characters (Unicode scalars) before the cursor.
void pl_editor_replace(pl_editor *editor, int count, const char *text);

/// Moves the cursor by characters; stops at both ends.
void pl_editor_move(pl_editor *editor, int characters);

/// Leaves the edited text standing and goes to a fresh line below it, to print something there.
void pl_editor_go_below(pl_editor *editor);

/// Waits for one key that is no part of the text, such as the answer to a question below it; -1 when a signal or
/// the end of the terminal came instead.
int pl_editor_wait_key(pl_editor *editor);

/// Draws over the row of the cursor until the next key: `erase` is written before libedit draws again and must
/// leave row and cursor exactly as libedit knows them.
void pl_editor_set_overlay(pl_editor *editor, const char *draw, const char *erase);

/// Prints whole lines above the prompt and draws prompt and text again below them.
void pl_editor_print_above(pl_editor *editor, const char *lines);

// MARK: Signals

/// Installs the handlers of an interactive program (Ctrl-C, Ctrl-Z, resize, hang-up). Returns 0 when it cannot.
int pl_signals_install(void);

/// Whether Ctrl-C was pressed since the last call.
int pl_signal_take_interrupt(void);

/// Another program has the terminal: Ctrl-C is its business and not ours.
void pl_signals_lend_terminal(int lent);

/// The signal that asks the program to end; 0 when there is none.
int pl_signal_terminating(void);

/// A write to a closed pipe becomes an error instead of the end of the process.
void pl_signals_ignore_broken_pipe(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif

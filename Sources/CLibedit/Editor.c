#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Internal.h"

static char *prompt_of(EditLine *line) { return pl_editor_of(line)->prompt; }

static void configure(pl_editor *editor) {
  EditLine *line = editor->line;
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 5000);
  el_set(line, EL_CLIENTDATA, editor);
  el_set(line, EL_SIGNAL, 0);
  el_set(line, EL_HIST, history, editor->history);
  el_set(line, EL_PROMPT_ESC, prompt_of, '\1');
  pl_keys_add(line);
  // libedit starts in vi mode; whoever wants that says so in ~/.editrc, which is read last.
  el_set(line, EL_EDITOR, "emacs");
  pl_keys_bind_own(line);
  pl_keys_bind(line);
  el_source(line, NULL);
  const char *mode = "";
  if (el_get(line, EL_EDITOR, &mode) == 0 && strcmp(mode, "vi") == 0) pl_keys_bind_own(line);
  if (!editor->builtin_reader) el_set(line, EL_GETCFN, pl_read_character);
}

pl_editor *pl_editor_open(const char *program, int builtin_reader) {
  pl_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->pending_byte = -1;
  editor->builtin_reader = builtin_reader;
  editor->prompt = strdup("> ");
  editor->prompt_columns = 2;
  editor->history = history_init();
  editor->line = el_init_fd(
      program, stdin, stdout, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
  if (!editor->prompt || !editor->history || !editor->line) {
    pl_editor_close(editor);
    return NULL;
  }
  configure(editor);
  return editor;
}

void pl_editor_close(pl_editor *editor) {
  if (editor->line) el_end(editor->line);
  if (editor->history) history_end(editor->history);
  free(editor->prompt);
  free(editor->text);
  pl_overlay_forget(editor);
  free(editor);
}

void pl_editor_set_prompt(pl_editor *editor, const char *prompt, int columns) {
  char *copy = strdup(prompt);
  if (!copy) return;
  free(editor->prompt);
  editor->prompt = copy;
  editor->prompt_columns = columns;
}

void pl_editor_set_key_handler(pl_editor *editor, pl_key_handler handler, void *context) {
  editor->handler = handler;
  editor->context = context;
}

void pl_editor_set_tick(pl_editor *editor, int milliseconds) {
  editor->tick_milliseconds = milliseconds;
}

void pl_editor_remember(pl_editor *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}

/// Leaves what was typed on the screen, with `^C` behind it.
static void abandon(pl_editor *editor) {
  pl_overlay_erase(editor);
  pl_place end = pl_place_of_end(editor);
  int rows = end.row - pl_place_of_cursor(editor).row;
  pl_flag_interrupts = 0;
  fputc('\r', stdout);
  if (rows > 0) fprintf(stdout, "\033[%dB", rows);
  if (end.column > 0) fprintf(stdout, "\033[%dC", end.column);
  fputs("^C\n", stdout);
  fflush(stdout);
  el_reset(editor->line);
}

static pl_result result_without_line(pl_editor *editor, size_t *length) {
  if (pl_flag_interrupts && !pl_flag_terminating) {
    const LineInfo *info = el_line(editor->line);
    *length = (size_t)(info->lastchar - info->buffer);
    abandon(editor);
    return pl_result_interrupted;
  }
  pl_overlay_erase(editor);
  fputc('\n', stdout);
  fflush(stdout);
  return pl_flag_terminating ? pl_result_terminated : pl_result_end;
}

/// Copies the line without the newline that ends it and without NUL bytes, which C strings cannot carry.
static int keep_text(pl_editor *editor, const char *text, size_t count, size_t *length) {
  char *kept = realloc(editor->text, count + 1);
  if (!kept) return 0;
  editor->text = kept;
  size_t used = 0;
  for (size_t i = 0; i < count; i++)
    if (text[i]) kept[used++] = text[i];
  if (used > 0 && kept[used - 1] == '\n') used--;
  kept[used] = 0;
  *length = used;
  return 1;
}

pl_result pl_editor_read(pl_editor *editor, const char **text, size_t *length) {
  *text = NULL;
  *length = 0;
  if (editor->ended) return pl_result_end;
  pl_flag_stop = pl_flag_continued = 0;
  memset(&editor->decoding, 0, sizeof editor->decoding);
  if (pl_flag_resized) {
    pl_flag_resized = 0;
    el_resize(editor->line);
  }
  pl_signals_editing(1, editor->builtin_reader);
  // el_gets draws the prompt before it changes the mode: keys pressed in between would be echoed twice.
  pl_prepare_terminal(editor);
  int count = 0;
  const char *line = el_gets(editor->line, &count);
  pl_signals_editing(0, editor->builtin_reader);
  pl_paste_mode(0);
  if (!line || count <= 0 || pl_flag_interrupts || pl_flag_terminating)
    return result_without_line(editor, length);
  if (!keep_text(editor, line, (size_t)count, length)) return pl_result_end;
  *text = editor->text;
  return pl_result_line;
}

const char *pl_editor_text(pl_editor *editor, size_t *length, size_t *cursor) {
  const LineInfo *info = el_line(editor->line);
  *length = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return info->buffer;
}

void pl_editor_replace(pl_editor *editor, int count, const char *text) {
  if (count > 0) el_deletestr(editor->line, count);
  if (*text) el_insertstr(editor->line, text);
}

void pl_editor_move(pl_editor *editor, int characters) { el_cursor(editor->line, characters); }

void pl_editor_go_below(pl_editor *editor) {
  pl_overlay_erase(editor);
  int rows = pl_place_of_end(editor).row - pl_place_of_cursor(editor).row;
  for (int i = 0; i <= rows; i++) fputc('\n', stdout);
  fputc('\r', stdout);
  fflush(stdout);
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "Internal.h"

// What stands in the row only while the editor waits for a key: colour of the verb, a suggestion, the time.
// libedit draws by difference to what it drew last, so before it draws the row must be as it left it.

void pl_overlay_draw(pl_editor *editor) {
  if (!editor->handler || editor->builtin_reader || editor->is_pasting) return;
  fflush(stdout);
  editor->handler(editor->context, pl_key_waiting);
}

void pl_editor_set_overlay(pl_editor *editor, const char *draw, const char *erase) {
  if (editor->overlay && strcmp(editor->overlay, draw) == 0) return;
  pl_overlay_erase(editor);
  editor->overlay = strdup(draw);
  editor->eraser = strdup(erase);
  // Nothing is drawn that could not be taken away again.
  if (!editor->overlay || !editor->eraser) return pl_overlay_forget(editor);
  fputs(draw, stdout);
  fflush(stdout);
}

void pl_overlay_erase(pl_editor *editor) {
  if (editor->eraser) fputs(editor->eraser, stdout);
  pl_overlay_forget(editor);
}

void pl_overlay_forget(pl_editor *editor) {
  free(editor->overlay);
  free(editor->eraser);
  editor->overlay = editor->eraser = NULL;
}

void pl_editor_print_above(pl_editor *editor, const char *lines) {
  pl_overlay_erase(editor);
  int rows = pl_place_of_cursor(editor).row;
  fputc('\r', stdout);
  if (rows > 0) fprintf(stdout, "\033[%dA", rows);
  fputs("\033[J", stdout);
  fputs(lines, stdout);
  el_set(editor->line, EL_REFRESH);
}

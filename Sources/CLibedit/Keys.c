#include <stddef.h>

#include "Internal.h"

// The keys of the editor. What a key means is decided by the owner's handler, libedit only says that it came.

static unsigned char answer(EditLine *line, pl_key key) {
  pl_editor *editor = pl_editor_of(line);
  if (!editor->handler) return CC_ERROR;
  switch (editor->handler(editor->context, key)) {
    case pl_answer_beep: return CC_REFRESH_BEEP;
    case pl_answer_redraw: el_set(line, EL_REFRESH); return CC_NORM;
    case pl_answer_refresh: break;
  }
  return CC_REFRESH;
}

#define HANDLED_BY_OWNER(name, key_of_owner)              \
  static unsigned char name(EditLine *line, int key) {    \
    (void)key;                                            \
    return answer(line, key_of_owner);                    \
  }

HANDLED_BY_OWNER(on_tab, pl_key_tab)
HANDLED_BY_OWNER(on_up, pl_key_up)
HANDLED_BY_OWNER(on_down, pl_key_down)
HANDLED_BY_OWNER(on_right, pl_key_right)
HANDLED_BY_OWNER(on_end, pl_key_end)
HANDLED_BY_OWNER(on_word_right, pl_key_word_right)
HANDLED_BY_OWNER(on_help, pl_key_help)
HANDLED_BY_OWNER(on_question, pl_key_question)

int pl_editor_wait_key(pl_editor *editor) {
  wchar_t key = 0;
  editor->is_pasting = 1;
  int count = el_wgetc(editor->line, &key);
  editor->is_pasting = 0;
  return count == 1 ? (int)key : -1;
}

static unsigned char on_newline(EditLine *line, int key) {
  (void)key;
  return el_winsertstr(line, L"\n") == 0 ? CC_REFRESH : CC_ERROR;
}

static unsigned char on_stop(EditLine *line, int key) {
  (void)key;
  pl_stop(pl_editor_of(line));
  return CC_NORM;
}

void pl_keys_add(EditLine *line) {
  el_set(line, EL_ADDFN, "podlab-complete", "Complete the word before the cursor", on_tab);
  el_set(line, EL_ADDFN, "podlab-newline", "Insert a newline", on_newline);
  el_set(line, EL_ADDFN, "podlab-up", "Row above, or an older command", on_up);
  el_set(line, EL_ADDFN, "podlab-down", "Row below, or a newer command", on_down);
  el_set(line, EL_ADDFN, "podlab-right", "Right, or take the suggestion", on_right);
  el_set(line, EL_ADDFN, "podlab-end", "End of line, or take the suggestion", on_end);
  el_set(line, EL_ADDFN, "podlab-word-right", "Next word, or take one of the suggestion", on_word_right);
  el_set(line, EL_ADDFN, "podlab-help", "Explain the word at the cursor", on_help);
  el_set(line, EL_ADDFN, "podlab-question", "The same at the end of a line", on_question);
  el_set(line, EL_ADDFN, "podlab-stop", "Stop the program", on_stop);
}

static void bind_all(EditLine *line, const char *const keys[][2], size_t count) {
  for (size_t i = 0; i < count; i++) el_set(line, EL_BIND, keys[i][0], keys[i][1], NULL);
}

void pl_keys_bind_own(EditLine *line) {
  static const char *const keys[][2] = {
      {"^I", "podlab-complete"}, {"\\e\\n", "podlab-newline"}, {"^Z", "podlab-stop"},
      {"\\eOP", "podlab-help"},  {"\\e[11~", "podlab-help"},
  };
  bind_all(line, keys, sizeof keys / sizeof keys[0]);
  pl_paste_bind(line);
}

void pl_keys_bind(EditLine *line) {
  static const char *const keys[][2] = {
      {"^R", "em-inc-search-prev"},      {"^S", "em-inc-search-next"},
      {"\\e[A", "podlab-up"},            {"\\eOA", "podlab-up"},
      {"\\e[B", "podlab-down"},          {"\\eOB", "podlab-down"},
      {"^P", "podlab-up"},               {"^N", "podlab-down"},
      {"\\e[C", "podlab-right"},         {"\\eOC", "podlab-right"},
      {"^F", "podlab-right"},            {"^E", "podlab-end"},
      {"\\ef", "podlab-word-right"},     {"?", "podlab-question"},
      {"\\e[1;5C", "podlab-word-right"}, {"\\e[1;5D", "ed-prev-word"},
      {"\\e[1;3C", "podlab-word-right"}, {"\\e[1;3D", "ed-prev-word"},
      {"\\e[5C", "podlab-word-right"},   {"\\e[5D", "ed-prev-word"},
      {"\\e\\e[C", "podlab-word-right"}, {"\\e\\e[D", "ed-prev-word"},
      {"\\e[1~", "ed-move-to-beg"},      {"\\e[4~", "podlab-end"},
      {"\\e[7~", "ed-move-to-beg"},      {"\\e[8~", "podlab-end"},
      {"\\e[H", "ed-move-to-beg"},       {"\\e[F", "podlab-end"},
      {"\\eOH", "ed-move-to-beg"},       {"\\eOF", "podlab-end"},
      {"\\e[3~", "ed-delete-next-char"}, {"\\e[3;5~", "em-delete-next-word"},
      {"^W", "ed-delete-prev-word"},     {"^U", "vi-kill-line-prev"},
  };
  bind_all(line, keys, sizeof keys / sizeof keys[0]);
}

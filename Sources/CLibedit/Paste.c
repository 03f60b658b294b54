#include <stdio.h>
#include <stdlib.h>

#include "Internal.h"

// Bracketed paste: the terminal puts ESC[200~ and ESC[201~ around pasted text, so that its newlines and tabs can
// be told from keys. https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode

void pl_paste_mode(int on) {
  fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
  fflush(stdout);
}

typedef struct pasted {
  wchar_t *text;
  size_t count, capacity;
} pasted;

static int append(pasted *paste, wchar_t character) {
  if (paste->count + 1 >= paste->capacity) {
    size_t capacity = paste->capacity ? paste->capacity * 2 : 1024;
    wchar_t *text = realloc(paste->text, capacity * sizeof *text);
    if (!text) return 0;
    paste->text = text;
    paste->capacity = capacity;
  }
  paste->text[paste->count++] = character;
  paste->text[paste->count] = 0;
  return 1;
}

int pl_is_invisible_control(wchar_t character) {
  return (character >= 0x80 && character < 0xA0) || character == 0x061C || character == 0x200E ||
         character == 0x200F || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

/// Keeps text, newlines and tabs; drops every other control, so that a paste cannot press keys or move the cursor.
static int append_clean(pasted *paste, wchar_t previous, wchar_t character) {
  // The terminal is set to swap \r and \n, so CR LF arrives as LF CR.
  if (character == L'\r') return previous == L'\n' ? 1 : append(paste, L'\n');
  if (character == L'\t') return append(paste, L' ') && append(paste, L' ');
  if (character != L'\n' && (character < 0x20 || character == 0x7F)) return 1;
  if (pl_is_invisible_control(character)) return 1;
  return append(paste, character);
}

/// Follows the closing sequence; returns its length when it is complete.
static size_t matched(wchar_t character, size_t length) {
  static const wchar_t closing[] = L"\033[201~";
  if (character == closing[length]) return length + 1;
  return character == closing[0] ? 1 : 0;
}

static unsigned char read_and_insert(EditLine *line) {
  pasted paste = {0};
  wchar_t character = 0, previous = 0;
  size_t length = 0;
  int complete = 1;
  while (length < 6) {
    if (el_wgetc(line, &character) != 1) {
      free(paste.text);
      return CC_EOF;
    }
    size_t next = matched(character, length);
    // What looked like the closing sequence and was not: its visible part is text.
    if (next <= length)
      for (size_t i = 1; i < length; i++) complete = complete && append(&paste, L"\033[201~"[i]);
    if (next == 0) complete = complete && append_clean(&paste, previous, character);
    length = next;
    previous = character;
  }
  while (paste.count > 0 && paste.text[paste.count - 1] == L'\n') paste.text[--paste.count] = 0;
  if (paste.count > 0) complete = complete && el_winsertstr(line, paste.text) == 0;
  free(paste.text);
  return complete ? CC_REFRESH : CC_REFRESH_BEEP;
}

static unsigned char insert(EditLine *line, int key) {
  (void)key;
  pl_editor *editor = pl_editor_of(line);
  editor->is_pasting = 1;
  unsigned char answer = read_and_insert(line);
  editor->is_pasting = 0;
  return answer;
}

void pl_paste_bind(EditLine *line) {
  el_set(line, EL_ADDFN, "podlab-paste", "Insert pasted text", insert);
  el_set(line, EL_BIND, "\\e[200~", "podlab-paste", NULL);
}

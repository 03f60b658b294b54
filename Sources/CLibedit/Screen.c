#define _GNU_SOURCE
#include <locale.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "Internal.h"

int pl_locale_set(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int pl_terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}

int pl_display_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

static int terminal_columns(void) {
  int columns = 80, rows = 24;
  pl_terminal_size(STDOUT_FILENO, &columns, &rows);
  return columns;
}

/// Follows libedit's own drawing: wraps at the last column, shows controls as two characters.
static pl_place place_after(pl_editor *editor, const wchar_t *end) {
  int columns = terminal_columns();
  pl_place place = {0, editor->prompt_columns};
  for (const wchar_t *next = el_wline(editor->line)->buffer; next < end; next++) {
    if (*next == L'\n') {
      place.row++;
      place.column = 0;
      continue;
    }
    int width = wcwidth(*next);
    if (width < 0) width = 2;
    if (place.column + width > columns) {
      place.row++;
      place.column = 0;
    }
    place.column += width;
  }
  if (place.column >= columns) {
    place.row++;
    place.column = 0;
  }
  return place;
}

pl_place pl_place_of_cursor(pl_editor *editor) {
  return place_after(editor, el_wline(editor->line)->cursor);
}

pl_place pl_place_of_end(pl_editor *editor) {
  return place_after(editor, el_wline(editor->line)->lastchar);
}

#ifndef EMBEDDEDLESSONS_H
#define EMBEDDEDLESSONS_H

#include <stddef.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// A file of this folder as it was when podlab was built.
typedef struct EmbeddedText {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} EmbeddedText;

typedef struct EmbeddedTexts {
  const EmbeddedText *first;
  size_t count;
} EmbeddedTexts;

/// Every text of this folder. A new one also needs its line in Package.swift; a test compares all three.
EmbeddedTexts embeddedTexts(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif

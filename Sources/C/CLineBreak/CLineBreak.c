#include "CLineBreak.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

struct LineBreakIterator {
  UBreakIterator *breaks;
  UText *text;
};

LineBreakIterator *line_break_open(const char *language, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  // A tag too long for the buffer would lose its end without an error.
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  uloc_forLanguageTag(language, locale, sizeof locale, &parsed, &code);
  if (U_SUCCESS(code) && (code == U_STRING_NOT_TERMINATED_WARNING || language[parsed] != '\0')) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  }
  UBreakIterator *breaks = U_SUCCESS(code) ? ubrk_open(UBRK_LINE, locale, NULL, 0, &code) : NULL;
  *status = code;
  if (U_FAILURE(code)) return NULL;

  LineBreakIterator *iterator = calloc(1, sizeof *iterator);
  if (iterator == NULL) {
    ubrk_close(breaks);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  iterator->breaks = breaks;
  return iterator;
}

bool line_break_start(LineBreakIterator *iterator, const char *utf8, int64_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  iterator->text = utext_openUTF8(iterator->text, utf8, length, &code);
  ubrk_setUText(iterator->breaks, iterator->text, &code);
  if (U_SUCCESS(code)) ubrk_first(iterator->breaks);
  *status = code;
  return U_SUCCESS(code);
}

int32_t line_break_next(LineBreakIterator *iterator, bool *mandatory) {
  int32_t offset = ubrk_next(iterator->breaks);
  if (offset == UBRK_DONE) return -1;
  int32_t rule = ubrk_getRuleStatus(iterator->breaks);
  *mandatory = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT;
  return offset;
}

void line_break_close(LineBreakIterator *iterator) {
  ubrk_close(iterator->breaks);
  utext_close(iterator->text);
  free(iterator);
}

const char *line_break_status_name(int32_t status) { return u_errorName(status); }

// ICU's line break iterator behind plain types: ICU names its functions by macros that Swift cannot import.
#ifndef CLINEBREAK_H
#define CLINEBREAK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct LineBreakIterator LineBreakIterator;

/// Opens an iterator for a language given by its BCP 47 tag. Returns NULL, with ICU's code in `status`, on failure.
LineBreakIterator *line_break_open(const char *language, int32_t *status);

/// Starts over on a text, which must stay where it is until the last call of `line_break_next`.
/// Returns false, with ICU's code in `status`, on failure.
bool line_break_start(LineBreakIterator *iterator, const char *utf8, int64_t length, int32_t *status);

/// The next offset in UTF-8 at which a line may end, or -1 after the end of the text.
int32_t line_break_next(LineBreakIterator *iterator, bool *mandatory);

void line_break_close(LineBreakIterator *iterator);

/// The name of one of ICU's codes, such as `U_ILLEGAL_ARGUMENT_ERROR`.
const char *line_break_status_name(int32_t status);

#endif

// ICU's bidirectional algorithm behind plain types: ICU names its functions by macros that Swift cannot import.
#ifndef CBIDI_H
#define CBIDI_H

#include <stdbool.h>
#include <stdint.h>

/// Writes the embedding level of each UTF-16 unit of a paragraph into `levels`.
///
/// The first letter says which way a paragraph reads; where there is none, `base` does: 0 from left to right, 1 from
/// right to left. Writes the paragraph's own level into `paragraph_level`.
/// Returns false where ICU fails, which it does only for want of memory.
bool bidi_levels(
    const uint16_t *text, int32_t length, uint8_t base, uint8_t *levels, uint8_t *paragraph_level);

/// Writes, for each place of a line from left to right, the index of the item that stands there.
void bidi_order(const uint8_t *levels, int32_t count, int32_t *order);

#endif

#include "CBidi.h"

#include <string.h>
#include <unicode/ubidi.h>

bool bidi_levels(
    const uint16_t *text, int32_t length, uint8_t base, uint8_t *levels, uint8_t *paragraph_level) {
  UErrorCode code = U_ZERO_ERROR;
  UBiDi *paragraph = ubidi_openSized(length, 0, &code);
  if (U_FAILURE(code)) return false;
  UBiDiLevel level = base == 0 ? UBIDI_DEFAULT_LTR : UBIDI_DEFAULT_RTL;
  ubidi_setPara(paragraph, (const UChar *)text, length, level, NULL, &code);
  const UBiDiLevel *found = U_SUCCESS(code) ? ubidi_getLevels(paragraph, &code) : NULL;
  if (U_SUCCESS(code)) {
    memcpy(levels, found, (size_t)length);
    *paragraph_level = ubidi_getParaLevel(paragraph);
  }
  ubidi_close(paragraph);
  return U_SUCCESS(code);
}

void bidi_order(const uint8_t *levels, int32_t count, int32_t *order) {
  ubidi_reorderVisual(levels, count, order);
}

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

// What qpdf hands out is for its caller to free.
static inline void qpdf_shim_free(void *buffer) { free(buffer); }

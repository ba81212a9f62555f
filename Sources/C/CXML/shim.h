// libxml2's headers bring ICU's, whose types differ from those of the ICU that Foundation has in it: one module cannot
// know both. Nothing that is used here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>

#include "shim.h"

#include <lazy.h>
#include <stddef.h>

static const char *const files[] = {"libzip.so.5", "libzip.so.4", "libzip.so", NULL};
static struct lazy_library library = {"libzip", files, NULL};

FORWARD(void, zip_discard, (zip_t *archive), (archive))
FORWARD(int, zip_error_code_zip, (const zip_error_t *error), (error))
FORWARD(void, zip_error_fini, (zip_error_t *error), (error))
FORWARD(void, zip_error_init, (zip_error_t *error), (error))
FORWARD(int, zip_fclose, (zip_file_t *file), (file))
FORWARD(zip_file_t*, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
FORWARD(zip_int64_t, zip_fread, (zip_file_t *file, void *buffer, zip_uint64_t count), (file, buffer, count))
FORWARD(const char*, zip_get_name, (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags))
FORWARD(zip_t*, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
FORWARD(
    zip_source_t*, zip_source_buffer_create,
    (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error),
    (bytes, count, frees, error))
FORWARD(void, zip_source_free, (zip_source_t *source), (source))
FORWARD(
    int, zip_stat_index,
    (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status),
    (archive, index, flags, status))

#include "shim.h"

#include <lazy.h>
#include <stddef.h>

static const char *const files[] = {"libqpdf.so.29", "libqpdf.so.30", "libqpdf.so", NULL};
static struct lazy_library library = {"qpdf", files, NULL};

FORWARD(void, qpdf_cleanup, (qpdf_data* qpdf), (qpdf))
FORWARD(unsigned char const*, qpdf_get_buffer, (qpdf_data qpdf), (qpdf))
FORWARD(size_t, qpdf_get_buffer_length, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_error, qpdf_get_error, (qpdf_data qpdf), (qpdf))
FORWARD(char const*, qpdf_get_error_full_text, (qpdf_data q, qpdf_error e), (q, e))
FORWARD(int, qpdf_get_num_pages, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_oh, qpdf_get_page_n, (qpdf_data qpdf, size_t zero_based_index), (qpdf, zero_based_index))
FORWARD(qpdf_oh, qpdf_get_root, (qpdf_data qpdf), (qpdf))
FORWARD(QPDF_BOOL, qpdf_has_error, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_data, qpdf_init, (void), ())
FORWARD(QPDF_ERROR_CODE, qpdf_init_write, (qpdf_data qpdf, char const* filename), (qpdf, filename))
FORWARD(QPDF_ERROR_CODE, qpdf_init_write_memory, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_oh, qpdf_make_indirect_object, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(void, qpdf_oh_append_item, (qpdf_data qpdf, qpdf_oh oh, qpdf_oh item), (qpdf, oh, item))
FORWARD(void, qpdf_oh_begin_dict_key_iter, (qpdf_data qpdf, qpdf_oh dict), (qpdf, dict))
FORWARD(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data qpdf), (qpdf))
FORWARD(char const*, qpdf_oh_dict_next_key, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data qpdf, qpdf_oh oh, int n), (qpdf, oh, n))
FORWARD(int, qpdf_oh_get_array_n_items, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(qpdf_oh, qpdf_oh_get_dict, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(qpdf_oh, qpdf_oh_get_key_if_dict, (qpdf_data qpdf, qpdf_oh oh, char const* key), (qpdf, oh, key))
FORWARD(int, qpdf_oh_get_object_id, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(
    QPDF_ERROR_CODE, qpdf_oh_get_stream_data,
    (qpdf_data qpdf, qpdf_oh stream_oh, enum qpdf_stream_decode_level_e decode_level,
     QPDF_BOOL* filtered, unsigned char** bufp, size_t* len),
    (qpdf, stream_oh, decode_level, filtered, bufp, len))
FORWARD(QPDF_BOOL, qpdf_oh_is_array, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(QPDF_BOOL, qpdf_oh_is_dictionary, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(QPDF_BOOL, qpdf_oh_is_null, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(qpdf_oh, qpdf_oh_new_null, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_oh, qpdf_oh_new_stream, (qpdf_data qpdf), (qpdf))
FORWARD(qpdf_oh, qpdf_oh_parse, (qpdf_data qpdf, char const* object_str), (qpdf, object_str))
FORWARD(void, qpdf_oh_release, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(void, qpdf_oh_remove_key, (qpdf_data qpdf, qpdf_oh oh, char const* key), (qpdf, oh, key))
FORWARD(void, qpdf_oh_replace_key, (qpdf_data qpdf, qpdf_oh oh, char const* key, qpdf_oh item), (qpdf, oh, key, item))
FORWARD(
    void, qpdf_oh_replace_stream_data,
    (qpdf_data qpdf, qpdf_oh stream_oh, unsigned char const* buf, size_t len, qpdf_oh filter, qpdf_oh decode_parms),
    (qpdf, stream_oh, buf, len, filter, decode_parms))
FORWARD(char const*, qpdf_oh_unparse_resolved, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
FORWARD(
    QPDF_ERROR_CODE, qpdf_read,
    (qpdf_data qpdf, char const* filename, char const* password),
    (qpdf, filename, password))
FORWARD(
    QPDF_ERROR_CODE, qpdf_read_memory,
    (qpdf_data qpdf, char const* description, char const* buffer, unsigned long long size, char const* password),
    (qpdf, description, buffer, size, password))
FORWARD(void, qpdf_set_deterministic_ID, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
FORWARD(void, qpdf_set_info_key, (qpdf_data qpdf, char const* key, char const* value), (qpdf, key, value))
FORWARD(void, qpdf_set_minimum_pdf_version, (qpdf_data qpdf, char const* version), (qpdf, version))
FORWARD(void, qpdf_set_newline_before_endstream, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
FORWARD(void, qpdf_set_object_stream_mode, (qpdf_data qpdf, enum qpdf_object_stream_e mode), (qpdf, mode))
FORWARD(void, qpdf_set_suppress_warnings, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
FORWARD(void, qpdf_silence_errors, (qpdf_data qpdf), (qpdf))
FORWARD(QPDF_ERROR_CODE, qpdf_write, (qpdf_data qpdf), (qpdf))

#include "shim.h"

#include <lazy.h>
#include <stddef.h>

static const char *const files[] = {"libcairo.so.2", "libcairo.so", NULL};
static struct lazy_library library = {"Cairo", files, NULL};

FORWARD(void, cairo_clip_extents, (cairo_t *cr, double *x1, double *y1, double *x2, double *y2), (cr, x1, y1, x2, y2))
FORWARD(void, cairo_close_path, (cairo_t *cr), (cr))
FORWARD(cairo_path_t*, cairo_copy_path, (cairo_t *cr), (cr))
FORWARD(cairo_t*, cairo_create, (cairo_surface_t *target), (target))
FORWARD(
    void, cairo_curve_to,
    (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3),
    (cr, x1, y1, x2, y2, x3, y3))
FORWARD(void, cairo_destroy, (cairo_t *cr), (cr))
FORWARD(void, cairo_fill, (cairo_t *cr), (cr))
FORWARD(void, cairo_font_face_destroy, (cairo_font_face_t *font_face), (font_face))
FORWARD(
    cairo_status_t, cairo_font_face_set_user_data,
    (cairo_font_face_t *font_face, const cairo_user_data_key_t *key, void *user_data, cairo_destroy_func_t destroy),
    (font_face, key, user_data, destroy))
FORWARD(cairo_status_t, cairo_font_face_status, (cairo_font_face_t *font_face), (font_face))
FORWARD(cairo_font_options_t*, cairo_font_options_create, (void), ())
FORWARD(void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
FORWARD(
    void, cairo_font_options_set_antialias,
    (cairo_font_options_t *options, cairo_antialias_t antialias),
    (options, antialias))
FORWARD(
    void, cairo_font_options_set_hint_metrics,
    (cairo_font_options_t *options, cairo_hint_metrics_t hint_metrics),
    (options, hint_metrics))
FORWARD(
    void, cairo_font_options_set_hint_style,
    (cairo_font_options_t *options, cairo_hint_style_t hint_style),
    (options, hint_style))
FORWARD(cairo_font_face_t*, cairo_ft_font_face_create_for_ft_face, (FT_Face face, int load_flags), (face, load_flags))
FORWARD(cairo_pattern_t*, cairo_get_source, (cairo_t *cr), (cr))
FORWARD(void, cairo_glyph_path, (cairo_t *cr, const cairo_glyph_t *glyphs, int num_glyphs), (cr, glyphs, num_glyphs))
FORWARD(
    cairo_surface_t*, cairo_image_surface_create,
    (cairo_format_t format, int width, int height),
    (format, width, height))
FORWARD(unsigned char*, cairo_image_surface_get_data, (cairo_surface_t *surface), (surface))
FORWARD(int, cairo_image_surface_get_height, (cairo_surface_t *surface), (surface))
FORWARD(int, cairo_image_surface_get_stride, (cairo_surface_t *surface), (surface))
FORWARD(int, cairo_image_surface_get_width, (cairo_surface_t *surface), (surface))
FORWARD(void, cairo_line_to, (cairo_t *cr, double x, double y), (cr, x, y))
FORWARD(void, cairo_move_to, (cairo_t *cr, double x, double y), (cr, x, y))
FORWARD(void, cairo_new_path, (cairo_t *cr), (cr))
FORWARD(void, cairo_paint, (cairo_t *cr), (cr))
FORWARD(void, cairo_path_destroy, (cairo_path_t *path), (path))
FORWARD(void, cairo_pattern_set_extend, (cairo_pattern_t *pattern, cairo_extend_t extend), (pattern, extend))
FORWARD(void, cairo_pattern_set_filter, (cairo_pattern_t *pattern, cairo_filter_t filter), (pattern, filter))
FORWARD(
    int, cairo_pdf_surface_add_outline,
    (cairo_surface_t *surface, int parent_id,
     const char *utf8, const char *link_attribs, cairo_pdf_outline_flags_t flags),
    (surface, parent_id, utf8, link_attribs, flags))
FORWARD(
    cairo_surface_t*, cairo_pdf_surface_create_for_stream,
    (cairo_write_func_t write_func, void *closure, double width_in_points, double height_in_points),
    (write_func, closure, width_in_points, height_in_points))
FORWARD(
    void, cairo_pdf_surface_set_metadata,
    (cairo_surface_t *surface, cairo_pdf_metadata_t metadata, const char *utf8),
    (surface, metadata, utf8))
FORWARD(void, cairo_pdf_surface_set_page_label, (cairo_surface_t *surface, const char *utf8), (surface, utf8))
FORWARD(
    void, cairo_pdf_surface_set_size,
    (cairo_surface_t *surface, double width_in_points, double height_in_points),
    (surface, width_in_points, height_in_points))
FORWARD(
    void, cairo_rectangle,
    (cairo_t *cr, double x, double y, double width, double height),
    (cr, x, y, width, height))
FORWARD(void, cairo_restore, (cairo_t *cr), (cr))
FORWARD(void, cairo_rotate, (cairo_t *cr, double angle), (cr, angle))
FORWARD(void, cairo_save, (cairo_t *cr), (cr))
FORWARD(void, cairo_scale, (cairo_t *cr, double sx, double sy), (cr, sx, sy))
FORWARD(void, cairo_set_fill_rule, (cairo_t *cr, cairo_fill_rule_t fill_rule), (cr, fill_rule))
FORWARD(void, cairo_set_font_face, (cairo_t *cr, cairo_font_face_t *font_face), (cr, font_face))
FORWARD(void, cairo_set_font_options, (cairo_t *cr, const cairo_font_options_t *options), (cr, options))
FORWARD(void, cairo_set_font_size, (cairo_t *cr, double size), (cr, size))
FORWARD(void, cairo_set_line_width, (cairo_t *cr, double width), (cr, width))
FORWARD(void, cairo_set_source_rgb, (cairo_t *cr, double red, double green, double blue), (cr, red, green, blue))
FORWARD(
    void, cairo_set_source_surface,
    (cairo_t *cr, cairo_surface_t *surface, double x, double y),
    (cr, surface, x, y))
FORWARD(void, cairo_show_page, (cairo_t *cr), (cr))
FORWARD(
    void, cairo_show_text_glyphs,
    (cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs,
     int num_glyphs, const cairo_text_cluster_t *clusters, int num_clusters, cairo_text_cluster_flags_t cluster_flags),
    (cr, utf8, utf8_len, glyphs, num_glyphs, clusters, num_clusters, cluster_flags))
FORWARD(cairo_status_t, cairo_status, (cairo_t *cr), (cr))
FORWARD(const char*, cairo_status_to_string, (cairo_status_t status), (status))
FORWARD(void, cairo_stroke, (cairo_t *cr), (cr))
FORWARD(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
FORWARD(void, cairo_surface_finish, (cairo_surface_t *surface), (surface))
FORWARD(void, cairo_surface_flush, (cairo_surface_t *surface), (surface))
FORWARD(void, cairo_surface_mark_dirty, (cairo_surface_t *surface), (surface))
FORWARD(
    cairo_status_t, cairo_surface_set_mime_data,
    (cairo_surface_t *surface, const char *mime_type, const unsigned char *data,
     unsigned long length, cairo_destroy_func_t destroy, void *closure),
    (surface, mime_type, data, length, destroy, closure))
FORWARD(cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), (surface))
FORWARD(
    void, cairo_tag_begin,
    (cairo_t *cr, const char *tag_name, const char *attributes),
    (cr, tag_name, attributes))
FORWARD(void, cairo_tag_end, (cairo_t *cr, const char *tag_name), (cr, tag_name))
FORWARD(void, cairo_transform, (cairo_t *cr, const cairo_matrix_t *matrix), (cr, matrix))
FORWARD(void, cairo_translate, (cairo_t *cr, double tx, double ty), (cr, tx, ty))

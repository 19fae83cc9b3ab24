/* places.h: what was written so far says where the next value lands. */
#ifndef MB_SCRIPT_PLACES_H
#define MB_SCRIPT_PLACES_H

#include "core/buffer.h"
#include "markdown/escape.h"

/* The place in Markdown behind `written`: inside the parentheses of a link, a link's definition, an address in angle
 * brackets, the braces of attributes, or text. An escaped bracket or brace opens nothing. */
mb_markdown_place mb_place_in_markdown(mb_slice written);

typedef enum mb_html_state {
    MB_HTML_TEXT,
    MB_HTML_TAG_OPEN, /* behind < */
    MB_HTML_TAG_NAME,
    MB_HTML_IN_TAG,
    MB_HTML_ATTRIBUTE_NAME,
    MB_HTML_AFTER_NAME,
    MB_HTML_BEFORE_VALUE,
    MB_HTML_QUOTED,
    MB_HTML_UNQUOTED,
    MB_HTML_RAW, /* inside <script> and <style> */
    MB_HTML_BANG,
    MB_HTML_COMMENT,
    MB_HTML_DECLARATION
} mb_html_state;

/* A place in HTML, read piece by piece; zeroed, it is the start. */
typedef struct mb_html_place {
    mb_html_state state;
    char element[12], attribute[16]; /* in small letters, as much as fits */
    bool is_closing;                 /* the tag */
    char quote;
    unsigned matched;        /* characters of the end of RAW, or of a comment */
    bool has_begun;          /* the attribute's value */
    bool has_scheme_or_path; /* the value is past the point where it could name a scheme */
    size_t read;             /* how much of a buffer was read: its owner's */
} mb_html_place;

void mb_html_read(mb_html_place *place, mb_slice html);

/* Writes a value where `place` says, and goes on behind it. NULL, or why no value can stand there. */
const char *mb_html_write(mb_html_place *place, mb_slice value, mb_buffer *out);

#endif

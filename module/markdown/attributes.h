/* attributes.h: {#id .class key="value"} after a heading or a container's colons. */
#ifndef MB_MARKDOWN_ATTRIBUTES_H
#define MB_MARKDOWN_ATTRIBUTES_H

#include "core/arena.h"
#include "core/buffer.h"

typedef struct mb_md_attributes {
    mb_slice id; /* nothing where none is given */
    mb_strings classes;
    mb_strings others; /* name, value, name, value, ... */
} mb_md_attributes;

/* Reads `text`, braces included, to its end. False where it isn't a list of attributes, or where one of them is neither
 * an id, a class nor an attribute that can do no harm (lang, dir, title, role, aria-…, data-…). */
bool mb_md_attributes_read(mb_arena *arena, mb_slice text, mb_md_attributes *out);

/* One class, as a container may have it without braces. */
bool mb_md_class_read(mb_arena *arena, mb_slice text, mb_md_attributes *out);

/* Writes the classes and others for a tag; the id is the caller's, since it must be the page's only one. */
void mb_md_attributes_write(mb_buffer *out, const mb_md_attributes *attributes);

/* `text` with its backslashes and numeric character references (and &amp; &lt; &gt; &quot;) read. */
mb_slice mb_md_unescape(mb_arena *arena, mb_slice text);

#endif

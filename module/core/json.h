/* json.h: writes JSON into a buffer, indented by two spaces or compact; commas and lines are taken care of.
 *
 *     mb_json json = mb_json_into(&buffer);
 *     mb_json_open(&json, '{');
 *     mb_json_key(&json, "pages");
 *     mb_json_open_flat(&json, '[');                     {
 *     mb_json_number(&json, 5);                            "pages": [5, 18]
 *     mb_json_number(&json, 18);                         }
 *     mb_json_close(&json, ']');
 *     mb_json_close(&json, '}');
 *
 * Compact JSON has no spaces, and a line for each key of the whole and for each element of a list right below it, so that
 * `grep` and `diff` show one object:
 *
 *     {
 *     "title":"Parks",
 *     "pages":[5,18],
 *     "items":[
 *     {"number":"1"},
 *     {"number":"2"}
 *     ]
 *     }
 *
 * Whether the buffer held it all is in the buffer's `failed`. */
#ifndef MB_CORE_JSON_H
#define MB_CORE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

typedef struct mb_json {
    mb_buffer *out;
    uint32_t depth; /* brackets that are open */
    uint32_t flat;  /* how many of them stand within one line, the innermost ones */
    bool empty;     /* nothing was written since the last opening bracket */
    bool after_key;
    bool compact;
    bool listing; /* the brackets at depth 2 are those of a list */
    bool lines;   /* each element between the innermost brackets has a line of its own */
} mb_json;

mb_json mb_json_into(mb_buffer *out);
mb_json mb_json_compact_into(mb_buffer *out);

/* `bracket` is '{' or '['; in flat ones everything stays in one line. */
void mb_json_open(mb_json *json, char bracket);
void mb_json_open_flat(mb_json *json, char bracket);
void mb_json_close(mb_json *json, char bracket);

/* The key of the value that is written next. */
void mb_json_key(mb_json *json, const char *key);
void mb_json_key_text(mb_json *json, mb_slice key);

/* The same, of a key that is in quotes already and has its colon: `"pages":`. */
void mb_json_quoted_key(mb_json *json, mb_slice quoted);

/* Text in quotes, or null where it is MB_NOTHING. Control characters are escaped; a byte that isn't UTF-8 becomes
 * U+FFFD. */
void mb_json_text(mb_json *json, mb_slice text);
/* One text made of several. */
void mb_json_joined(mb_json *json, const mb_slice *parts, size_t count);
void mb_json_number(mb_json *json, int64_t number);

/* What is JSON already. */
void mb_json_put(mb_json *json, mb_slice value);

/* A bare word: true, false, null. */
static inline void mb_json_word(mb_json *json, const char *word)
{
    mb_json_put(json, mb_slice_of(word));
}

#endif

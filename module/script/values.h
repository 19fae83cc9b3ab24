/* values.h: the userdata of a state. Nothing else makes any, so that the first field tells what one is. */
#ifndef MB_SCRIPT_VALUES_H
#define MB_SCRIPT_VALUES_H

#include "model/schema.h"
#include "script/rendering.h"

typedef enum mb_value_kind { MB_VALUE_OBJECT, MB_VALUE_LIST, MB_VALUE_MARKUP, MB_VALUE_WORDS } mb_value_kind;

/* A record of the model. */
typedef struct mb_object {
    mb_value_kind value;
    const mb_type_info *type;
    const void *record;
} mb_object;

/* A list of the model; `items` says by its kind what it points to: records for lists of objects, an mb_slice each for
 * strings, an mb_strings each for rows, the two page numbers. */
typedef struct mb_lua_list {
    mb_value_kind value;
    mb_kind kind;
    const mb_type_info *type; /* of objects */
    const void *items;
    uint32_t count;
} mb_lua_list;

/* Text that is Markdown or HTML already; see pieces.h. */
typedef struct mb_markup {
    mb_value_kind value;
    mb_language language;
    bool is_whole; /* HTML that ends, as it begins, outside of tags and comments */
    size_t size;   /* of the pieces, in bytes */
    char pieces[];
} mb_markup;

/* The userdata at `index`, or NULL where something else is there. */
const mb_object *mb_to_object(lua_State *L, int index);
const mb_lua_list *mb_to_list(lua_State *L, int index);
const mb_markup *mb_to_markup(lua_State *L, int index);

/* objects.c: prepares a state for objects. */
void mb_open_objects(lua_State *L);

/* Pushes a table with weak values and room for so many keys. */
void mb_push_weak_table(lua_State *L, int room);

/* The iterator over a list. stack: list, the index before */
int mb_next_item(lua_State *L);

/* Each pushes a value; an object is the same value each time, so that it can be a table's key. */
void mb_push_object(lua_State *L, const mb_type_info *type, const void *record);
void mb_push_field(lua_State *L, const mb_object *object, const mb_field_info *field);
void mb_push_slice(lua_State *L, mb_slice text);
void mb_push_markup(lua_State *L, mb_language language, mb_slice text);
void mb_push_whole_html(lua_State *L, mb_slice html);

/* base.c: pushes the value at `index` as tostring shows it: without addresses. */
void mb_push_text(lua_State *L, int index);

/* markup.c: prepares a state for Markdown and HTML. */
void mb_open_markup(lua_State *L);

/* words.c: prepares a state for counting words; see words.h. */
void mb_open_words(lua_State *L);

/* item_titles.c: the function title_of. */
void mb_open_titles(lua_State *L);

/* settings.c: the global `settings` of a page. */
void mb_open_settings(lua_State *L);

/* elements.c: the functions element, join and is_address. */
void mb_open_elements(lua_State *L);

/* encode.c: the function to_json. */
void mb_open_encode(lua_State *L);

/* slug.c: the function slug. */
void mb_open_slug(lua_State *L);

/* Writes the value at `index` to `out` so that it shows there as what it is: a string as data, Markdown and
 * HTML as they are, blocks as Markdown. `what` names the value in messages; NULL: the argument of emit that is there.
 * Raises an error for a value that is no text. */
void mb_write_value(lua_State *L, int index, mb_language language, mb_buffer *out, const char *what);

/* inside.c: the same for what a template inserts: several lines stay inside the item or the cell that they begin in. */
void mb_write_inserted(lua_State *L, int index, mb_buffer *out, const char *what);

/* Raises an error where the buffer passed its ceiling. */
void mb_check_buffer(lua_State *L, const mb_buffer *buffer);

/* blocks.c: writes blocks as Markdown, set apart from what stands before. */
void mb_write_block(lua_State *L, mb_buffer *out, const mb_block *block);

#endif

/* types.h: the types that a component declares its arguments by, in the spelling of editors:
 *
 *     SiteMeeting     Member|Attendee     string?     Block[]     text                                               */
#ifndef MB_SCRIPT_TYPES_H
#define MB_SCRIPT_TYPES_H

#include "script/values.h"

/* Whether the value at `index` is of the type; nil and false are where the type ends in `?`. Raises an error where there
 * is no such type. */
bool mb_type_takes(lua_State *L, int index, mb_slice type);

/* Whether the type ends in `?`. */
bool mb_type_is_optional(mb_slice type);

/* Whether a plain Lua table can be a value of the type. */
bool mb_type_takes_tables(mb_slice type);

#endif

/* lua_types.h: the model for editors of Lua: annotations that complete names and show what they mean. */
#ifndef MB_MODEL_LUA_TYPES_H
#define MB_MODEL_LUA_TYPES_H

#include "core/buffer.h"
#include "model/schema.h"

/* Writes the type of a field: `string?`, `SiteMeeting[]`. */
void mb_lua_type_of(mb_buffer *out, const mb_field_info *field);

/* Writes the file that is kept as lua/meta/model.lua. MB_ENOMEM or MB_ELIMIT where the buffer failed, or 0. */
int mb_model_lua_types(mb_buffer *out);

#endif

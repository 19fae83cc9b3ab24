/* json_schema.h: the model described as JSON Schema, for whoever reads its JSON. */
#ifndef MB_MODEL_JSON_SCHEMA_H
#define MB_MODEL_JSON_SCHEMA_H

#include "core/buffer.h"

/* Writes the JSON Schema (2020-12) of a pack's JSON; each type of the model is one of its `$defs`.
 * MB_ENOMEM or MB_ELIMIT where the buffer failed, or 0. */
int mb_json_schema(mb_buffer *out);

#endif

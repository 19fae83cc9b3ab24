/* corrections_schema.h: the corrections file described as JSON Schema, for editors that complete and check YAML. */
#ifndef MB_MODEL_CORRECTIONS_SCHEMA_H
#define MB_MODEL_CORRECTIONS_SCHEMA_H

#include "core/buffer.h"

/* Writes the JSON Schema (2020-12) of a file of corrections. MB_ENOMEM or MB_ELIMIT where the buffer failed, or 0. */
int mb_corrections_schema(mb_buffer *out);

#endif

/* corrections.h: what people say is right in a pack, in YAML, of values that the reader or the paper has wrong.
 *
 *     - at: meeting 2025-11-04, item 9              an address, see address.h
 *       number: {was: "9", is: "8a"}                a field, what was read, and what is right                  */
#ifndef MB_MODEL_CORRECTIONS_H
#define MB_MODEL_CORRECTIONS_H

#include "model/address.h"

/* More than anybody writes for one pack; each is looked for in all of it. */
#define MB_MOST_CORRECTIONS 2000

typedef struct mb_field_change {
    const mb_yaml *entry; /* its key is the field's name */
    const mb_yaml *was, *is;
} mb_field_change;

typedef struct mb_correction {
    const mb_yaml *node;
    mb_address address;
    mb_field_change *changes;
    uint32_t count;
} mb_correction;

typedef struct mb_corrections {
    const char *file;
    mb_arena *arena;
    mb_atlas *atlas;
    mb_list list; /* of mb_correction */
} mb_corrections;

/* Reads corrections; `file` names them in messages. All that can be wrong whatever the pack is: MB_EFORMAT (YAML, an
 * address that names nothing, a field that isn't there, a value of the wrong type; with line and column), MB_ELIMIT,
 * or 0. */
int mb_corrections_parse(mb_arena *arena, const char *file, mb_slice text, mb_corrections **out, mb_error *error);

/* The file in `folder` that is for the pack at `path`: corrections/2025-11-04.yaml for 2025-11-04.txt. */
const char *mb_corrections_path(mb_arena *arena, const char *folder, const char *path);

#endif

/* correct.h: puts a pack right. */
#ifndef MB_MODEL_CORRECT_H
#define MB_MODEL_CORRECT_H

#include "model/corrections.h"
#include "model/value.h"

/* A value that was put right, or was said to be right as it is. */
typedef struct mb_corrected {
    mb_target target;
    const mb_field_info *field;
    mb_value was;
} mb_corrected;

/* Applies the corrections, and adds each value to `corrected` (of mb_corrected). All addresses mean the pack as it was
 * read, so that the order of corrections doesn't matter. One that finds nothing, or another value than `was`, changes
 * nothing and is a diagnostic. */
void mb_correct(mb_corrections *corrections, mb_pack *pack, mb_list *corrected);

/* Whether the record's field of that name is among `corrected`. */
bool mb_is_corrected(const mb_list *corrected, const void *record, const char *field);

#endif

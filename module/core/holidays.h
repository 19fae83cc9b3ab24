/* holidays.h: the holidays that people write down, since no rule tells them.
 *
 *     holidays:
 *       added: [2023-05-08, 2025-12-29]
 *       dropped: [2022-05-30]                                                                                        */
#ifndef MB_CORE_HOLIDAYS_H
#define MB_CORE_HOLIDAYS_H

#include "core/working_day.h"
#include "core/yaml.h"

/* Reads the key `holidays` of a mapping; where there is none, `out` stays as it is. MB_EFORMAT (with line and column),
 * or 0. */
int mb_holidays_read(mb_arena *arena, const mb_yaml *mapping, const char *file, mb_holidays *out, mb_error *error);

/* Adds the holidays of `more`, which is right where the two differ. */
void mb_holidays_join(mb_arena *arena, mb_holidays *holidays, const mb_holidays *more);

bool mb_holidays_equal(const mb_holidays *one, const mb_holidays *other);

#endif

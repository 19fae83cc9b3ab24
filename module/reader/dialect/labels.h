/* labels.h: words that stand before what they announce: "Present:", "Also in attendance -", "MEMBERS PRESENT". */
#ifndef MB_READER_DIALECT_LABELS_H
#define MB_READER_DIALECT_LABELS_H

#include "reader/dialect/dialect.h"

/* Whether the text begins with a phrase of the group as a label does: with a colon or a dash behind it, or with nothing
 * else on its line. Brackets may stand between ("Co-opted Members (non-voting):"). `hit->end` is behind all that. */
bool mb_starts_with_label(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit);

/* The same, or a label of people that lost its colon: "Present Councillor Ann Lee". */
bool mb_starts_with_list_label(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit);

#endif

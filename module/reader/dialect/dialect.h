/* dialect.h: the vocabulary of a family of councils, compiled into one matcher.
 *
 *     dialects/uk.yaml ◄─extends─ dialects/bathnes.yaml ─► a tree of characters; at a phrase's end: its group and value
 *
 * Matching ignores the case of ASCII letters, the shape of quotes and dashes, and how much white space there is. A
 * phrase matches whole words only. */
#ifndef MB_READER_DIALECT_DIALECT_H
#define MB_READER_DIALECT_DIALECT_H

#include "core/arena.h"
#include "core/working_day.h"
#include "reader/reader.h"

typedef enum mb_group {
#define MB_GROUP(name, key, meaning) mb_group_##name,
#include "reader/dialect/vocabulary.def"
#undef MB_GROUP
    mb_group_count
} mb_group;

/* A phrase found in a text. */
typedef struct mb_hit {
    size_t start, end; /* bytes of the text */
    mb_slice value;    /* what the phrase stands for; NOTHING in a group without values */
} mb_hit;

/* Whether the text begins with a phrase of the group (the longest one counts); `hit` may be NULL. */
bool mb_starts_with(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit);

/* The first phrase of the group at or after `from`. */
bool mb_find_phrase(const mb_dialect *dialect, mb_group group, mb_slice text, size_t from, mb_hit *hit);

/* Whether the text has a phrase of the group anywhere; `hit` gets the first. */
bool mb_contains(const mb_dialect *dialect, mb_group group, mb_slice text, mb_hit *hit);

/* Whether the text is a phrase of the group, but for punctuation and white space behind it. */
bool mb_is_phrase(const mb_dialect *dialect, mb_group group, mb_slice text);

/* The same dialect for the reading of one pack, which must not change a text between two questions about it, but for line
 * ends that become spaces: the readers ask for a dozen groups in each sentence, one after another, and one walk along it answers
 * them all. Its holidays are those of the dialect and `more` (may be NULL). */
mb_dialect *mb_dialect_for_reading(mb_arena *scratch, const mb_dialect *dialect, const mb_holidays *more);

/* When few questions are left: gives back what the answers were kept in. */
void mb_end_answers(mb_dialect *reading);

/* Before other texts may stand where the texts stood that it was asked about. */
void mb_forget_answers(const mb_dialect *dialect);

/* Says that one text is a part of another: what the whole has no phrase of is not sought in the part. */
void mb_note_part(const mb_dialect *dialect, mb_slice whole, mb_slice part);

/* Where the sentence ends that begins at `from`, once that is kept; 0 where it isn't. The readers of minutes part the same
 * texts into sentences, one after another. */
size_t mb_kept_sentence_end(const mb_dialect *dialect, mb_slice text, size_t from);
void mb_keep_sentence_end(const mb_dialect *dialect, mb_slice text, size_t from, size_t end);

mb_slice mb_dialect_name(const mb_dialect *dialect);

/* The council's name where the dialect is of one council, else NOTHING. */
mb_slice mb_dialect_council(const mb_dialect *dialect);

/* The abbreviations that stay in capitals when a heading is put in proper case. */
const mb_strings *mb_dialect_abbreviations(const mb_dialect *dialect);

/* The holidays that no rule tells. */
const mb_holidays *mb_dialect_holidays(const mb_dialect *dialect);

/* The dialect of that name; with `name` NULL the one with the most marks in `source`, else the first that extends
 * nothing. MB_EUSAGE (no such dialect), or 0. */
int mb_dialect_choose(const mb_dialects *dialects, const char *name, mb_slice source, const mb_dialect **out,
                      mb_error *error);

#endif

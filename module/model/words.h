/* words.h: where the words of a pack are.
 *
 * Every word of the source is once in the fields that hold the text; all other fields are drawn from them. */
#ifndef MB_MODEL_WORDS_H
#define MB_MODEL_WORDS_H

#include "model/schema.h"

/* Whether the field holds text of the pack, or leads to what holds it. */
bool mb_holds_text(const mb_type_info *type, const mb_field_info *field);

/* How many words are where. */
typedef struct mb_word_count {
    uint64_t placed;       /* in notes, items and sections with a heading: headings and blocks */
    uint64_t unheaded;     /* in sections without one: text of papers in which no heading was found */
    uint64_t front_matter; /* of front sheets, minutes and reports: heads, covers, contents, feet */
    uint64_t furniture;    /* set aside */
} mb_word_count;

mb_word_count mb_count_words(const mb_pack *pack);

#endif

/* phrases.h: many phrases in one tree, so that a line is compared with all of them at once. */
#ifndef MB_READER_DIALECT_PHRASES_H
#define MB_READER_DIALECT_PHRASES_H

#include "core/arena.h"

/*       c─h─a─i─r ● office "Chair"           each node: its character, its first child, its next sibling,
 *               └─m─a─n ● office "Chair"     and the phrases that end on it                                */
typedef struct mb_phrases mb_phrases;

/* Groups are numbered from 0 up to here: whole words of bits, one set for each two letters that phrases begin with. */
#define MB_PHRASE_GROUPS 256

/* Some of the groups: bit `group % 64` of word `group / 64`. */
typedef struct mb_phrase_groups {
    uint64_t words[MB_PHRASE_GROUPS / 64];
} mb_phrase_groups;

static inline bool mb_has_group(const mb_phrase_groups *groups, unsigned group)
{
    return groups->words[group / 64] >> group % 64 & 1;
}

static inline void mb_add_group(mb_phrase_groups *groups, unsigned group)
{
    groups->words[group / 64] |= UINT64_C(1) << group % 64;
}

static inline void mb_add_groups(mb_phrase_groups *groups, const mb_phrase_groups *more)
{
    for (size_t i = 0; i < sizeof groups->words / sizeof *groups->words; i++)
        groups->words[i] |= more->words[i];
}

/* Whether the byte is part of a word: a letter, a digit, the first of a character beyond ASCII. */
static inline bool mb_is_word_byte(char c)
{
    unsigned char byte = (unsigned char)c;
    return (unsigned char)((byte | 0x20) - 'a') < 26 || (unsigned char)(byte - '0') < 10 || byte >= 0xC3;
}

mb_phrases *mb_phrases_new(mb_arena *arena);

/* Adds a phrase of `group` that stands for `value`; both slices must outlive the tree. */
void mb_phrases_add(mb_arena *arena, mb_phrases *phrases, unsigned group, mb_slice phrase, mb_slice value);

/* When the last phrase is added, and before the first is sought. */
void mb_phrases_compile(mb_arena *arena, mb_phrases *phrases);

/* The end of the longest phrase of `group` that begins at `from` and ends at a word's end, or 0. */
size_t mb_phrases_match(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, mb_slice *value);

/* The first phrase of `group` at or after `from`: its end, and where it was found; or 0. */
size_t mb_phrases_find(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, size_t *found,
                       mb_slice *value);

/* Which of the groups have a phrase somewhere in the text. */
mb_phrase_groups mb_phrases_groups_in(const mb_phrases *phrases, mb_slice text);

#endif

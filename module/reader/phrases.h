/* phrases.h: many phrases in one tree, so that a line is compared with all of them at once. */
#ifndef MB_READER_PHRASES_H
#define MB_READER_PHRASES_H

#include "core/arena.h"

/*       c─h─a─i─r ● office "Chair"           each node: its character, its first child, its next sibling,
 *              └─m─a─n ● office "Chair"      and the phrases that end on it                                */
typedef struct mb_phrases mb_phrases;

/* Groups are numbered from 0 up to here. */
#define MB_PHRASE_GROUPS 128

mb_phrases *mb_phrases_new(mb_arena *arena);

/* Adds a phrase of `group` that stands for `value`; both slices must outlive the tree. */
void mb_phrases_add(mb_arena *arena, mb_phrases *phrases, unsigned group, mb_slice phrase, mb_slice value);

/* The end of the longest phrase of `group` that begins at `from` and ends at a word's end, or 0. */
size_t mb_phrases_match(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, mb_slice *value);

/* The first phrase of `group` at or after `from`: its end, and where it starts; or 0. */
size_t mb_phrases_find(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, size_t *start,
                       mb_slice *value);

#endif

/* torn_items.h: texts that stand under the bullets which extraction took from them.
 *
 *     •              Extraction prints a list's column of bullets, then its column of texts, one below the other: where
 *     •              a text begins, only its lines tell, and the number of the bullets. Bullets and texts are as many;
 *     •              between the two may stand what is beside the list on paper, such as the name of its row.
 *
 *     Tea and cakes
 *     Books, lent by
 *     the library
 *     Plants                                                                                                        */
#ifndef MB_TEXT_TORN_ITEMS_H
#define MB_TEXT_TORN_ITEMS_H

#include "text/text.h"

/* Lines that follow one another without a gap. */
typedef struct mb_torn_run {
    mb_line_range lines;
    unsigned width;    /* of the widest of them */
    uint32_t certain;  /* so many texts surely begin in it, */
    uint32_t possible; /* and so many could */
} mb_torn_run;

/* Bullets that wait for their texts. */
typedef struct mb_torn_bullets {
    const uint32_t *lines; /* where each stands, in order */
    uint32_t count;
} mb_torn_bullets;

/* The run that begins on `line`. `close` says that the bullets stand on lines that follow one another, as the texts
 * then do: where a name begins a line, a text may begin. */
mb_torn_run mb_torn_run_at(const mb_text *text, uint32_t line, uint32_t end, bool close);

/* Whether some of the bullets stand on lines that follow one another. */
bool mb_torn_bullets_are_close(mb_torn_bullets bullets);

/* How many of the bullets belong to the run; 0 where it isn't theirs, but stands before their texts. More than there
 * are where it also has those that stand right behind it. */
uint32_t mb_torn_count(const mb_text *text, const mb_torn_run *run, mb_torn_bullets bullets, uint32_t end);

/* The lines on which the run's `count` texts begin, and the line behind the last of them: `starts` has room for one
 * more. What stands below that in the run had no bullet. */
void mb_torn_starts(mb_arena *scratch, const mb_text *text, const mb_torn_run *run, uint32_t count, uint32_t *starts);

#endif

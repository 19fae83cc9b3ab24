/* titles.h: how alike two titles are, and which titles of two lists mean the same thing.
 *
 *     "Libraries Strategy 2026-31: results"  ─► key libraries-strategy-2026-31-results
 *                                               words 2026 31 library… result strategy, sorted; years 2026          */
#ifndef MB_SITE_TITLES_H
#define MB_SITE_TITLES_H

#include "core/arena.h"
#include "reader/dialect/dialect.h"

/* Titles that are as alike as this mean the same where nothing else speaks for or against it. */
#define MB_LIKE_TITLES 0.6

typedef struct mb_title {
    mb_slice key;     /* the slug; empty where the title says nothing */
    mb_strings words; /* sorted, each once, without small words and plural endings */
    uint32_t number;  /* see mb_known_title; else 0 */
} mb_title;

/* `dialect` knows the small words; NULL: there are none. */
mb_title mb_title_of(mb_arena *arena, const mb_dialect *dialect, mb_slice printed);

/* 1 for the same words, 0 for none in common, and for different years. A title whose words all stand in the other is
 * a short form of it. */
double mb_title_likeness(const mb_title *a, const mb_title *b);

/* One of the things that are to be paired with those of another list. */
typedef struct mb_candidate {
    mb_title title;
    mb_slice number;  /* what both sides may share: an item's number, a reference; or NOTHING */
    uint32_t partner; /* 1 + the position on the other side; 0 where there is none */
} mb_candidate;

typedef struct mb_candidates {
    mb_candidate *items;
    uint32_t count;
} mb_candidates;

/* Pairs each that has no partner yet with at most one of the other side: first by number and a title that isn't wholly different, then by the
 * same title, in order, then by the most alike. */
void mb_pair_titles(mb_arena *scratch, mb_candidates left, mb_candidates right);

/* Pairs those that have the same number, whatever their titles, in order. */
void mb_pair_numbers(mb_arena *scratch, mb_candidates left, mb_candidates right);

#endif

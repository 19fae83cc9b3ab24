/* entries.h: the front matter of a meeting, cut into entries: a label with its value, or a text alone.
 *
 *     Date: Tuesday 3 March 2026  Time: 7.00 pm        two entries
 *     Venue     │ Corn Hall, Harle                     one that has its value beside it
 *     Ask for:  │ Telephone: │ Di Poe │ 01632 960001   labels above, as many values below                    */
#ifndef MB_READER_FRONT_ENTRIES_H
#define MB_READER_FRONT_ENTRIES_H

#include "reader/reading.h"

typedef struct mb_entry {
    mb_slice text;
    mb_slice beside; /* the next cell of its row, or NOTHING */
    mb_place place;
    bool in_row; /* a cell behind the first of its row */
    bool taken;  /* says what it is by its label */
} mb_entry;

typedef struct mb_entries {
    mb_entry *items;
    uint32_t count;
} mb_entries;

/* Cuts the blocks, in their order. */
mb_entries mb_front_entries(mb_reader *reader, const mb_list *blocks);

/* Whether the text begins with a label of a front sheet: of a field, of members, of the clerk. */
bool mb_begins_front_entry(const mb_dialect *dialect, mb_slice text);

/* What stands behind the label that ends at `label` in the entry: the rest of its text, the cell beside it, or the entry
 * below; below several labels, the one in the same place among as many values. `at` gets the entry that has it. */
mb_slice mb_entry_value(const mb_reader *reader, const mb_entries *entries, uint32_t entry, size_t label, uint32_t *at);

#endif

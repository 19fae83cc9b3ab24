/* entries.h: the entries of a list of people: each with what its labels say.
 *
 *     Present:- Councillors Ann Lee (Chair) and Bob Hay     one entry
 *     Di Poe                                                one with the office that stands below the name,
 *     Head of Roads                                         or beside it in a table                          */
#ifndef MB_READER_ATTENDANCE_ENTRIES_H
#define MB_READER_ATTENDANCE_ENTRIES_H

#include "reader/reading.h"

typedef enum mb_listing { MB_NO_LISTING, MB_LISTED_PRESENT, MB_LISTED_ATTENDING, MB_LISTED_ABSENT } mb_listing;

/* One line, or the lines that belong together, of a list. */
typedef struct mb_attendance_entry {
    const mb_block *block;
    mb_slice text; /* behind its labels */
    mb_listing listing;
    mb_slice capacity;
    mb_slice office; /* of this entry alone: "Chairman: Ann Lee" */
    mb_slice role;   /* the same for somebody without a seat: "Cabinet Member for Roads: Ann Lee" */
    bool online;
    mb_slice organisation; /* that the next cell of its row names */
    bool labelled;
    bool stands_in;     /* "Substitutes: Ann Lee for Bob Hay" */
    bool below_label;   /* the label of its list stands alone above it */
    bool below_list;    /* a list of several stands above, under the same label */
    bool below_surname; /* a surname stands alone on the line above */
    bool below_present; /* the label of those present stands somewhere above */
} mb_attendance_entry;

/* Cuts the blocks from `first` on into a list of mb_attendance_entry. */
void mb_find_attendance_entries(mb_reader *reader, const mb_list *blocks, uint32_t first, mb_list *entries);

/* The text behind the number of an item that lists those present: "1. Present: …". */
mb_slice mb_behind_item_number(const mb_dialect *dialect, mb_slice text);

/* Whether people are named at the start of the text: by an honorific, or a label. */
bool mb_names_people(const mb_dialect *dialect, mb_slice text);

/* "Lee", "Alderman Lee", "Lee (by video)": a surname and no more. */
bool mb_is_surname(const mb_reader *reader, mb_slice text);

#endif

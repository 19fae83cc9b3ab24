/* headings.h: lines that head an item of business or a section: their number and their title. */
#ifndef MB_READER_REPORTS_HEADINGS_H
#define MB_READER_REPORTS_HEADINGS_H

#include "reader/numbering.h"
#include "reader/reading.h"

/*     line ─►  15               a number on a line of its own, or before the title
 *     title ─► WELCOME AND      the title goes on over its wraps
 *              INTRODUCTIONS
 *     end ─►   The Chair …                                                          */
typedef struct mb_heading {
    uint32_t line;  /* where the heading begins */
    uint32_t title; /* where its title begins */
    uint32_t end;   /* the line behind it, or the line on which its text goes on */
    size_t rest;    /* bytes of that line that belong to the heading: "1. Apologies: " of "1. Apologies: Ann Lee" */
    mb_item_number number;
    mb_slice text;         /* the title as printed, wraps joined */
    mb_slice inferred;     /* the true number where it isn't the printed one, else NOTHING */
    mb_diagnostic *remark; /* on its number, or NULL */
} mb_heading;

/* Whether a line could be a heading by its look: it begins like one, isn't long, and doesn't end like a sentence. */
bool mb_looks_like_heading(mb_slice text);

/* Whether every word begins with a capital, but for the small ones. */
bool mb_is_title_case(const mb_reader *reader, mb_slice text);

/* Reads the title that begins on `heading->title`, `skip` bytes behind that line's start, with the lines that it goes
 * on over; sets `end` and `text`. */
void mb_read_title(mb_reader *reader, mb_heading *heading, size_t skip, uint32_t end);

/* The heading as printed, whole: number and title. */
mb_slice mb_printed_heading(mb_reader *reader, const mb_heading *heading);

/* Lets a correction of what the heading heads answer what was remarked on its number. */
void mb_offer_number(mb_reader *reader, const mb_heading *heading, mb_target headed);

#endif

/* parts.h: what the columns of a work plan hold: dates, references, bodies, titles, authors, directors. */
#ifndef MB_READER_PLANS_PARTS_H
#define MB_READER_PLANS_PARTS_H

#include "reader/reading.h"
#include "reader/when.h"

typedef enum mb_plan_role {
    MB_PLAN_REF,
    MB_PLAN_DATE,
    MB_PLAN_MAKER,
    MB_PLAN_TITLE,
    MB_PLAN_AUTHOR,
    MB_PLAN_DIRECTOR,
    MB_PLAN_OTHER, /* what no entry has a field for: the purpose of an item, a portfolio */
    MB_PLAN_ROLES
} mb_plan_role;
#define MB_PLAN_BIT(role) (1u << (role))

/* The columns whose heads the text is made of, as bits ("Ref Date" heads two); 0 where it holds anything else. */
unsigned mb_plan_heads(const mb_reader *reader, mb_slice text);

/* Whether the text is nothing but a reference: "E3237", "WH 2409". */
bool mb_is_plan_reference(mb_slice text);

/* The reference in what stands beside a date, or NOTHING. */
mb_slice mb_plan_reference(const mb_reader *reader, mb_slice text);

/* "9TH SEPTEMBER 2025", "Nov 2026": a day, or a month where only that is printed; NOTHING for "FUTURE ITEMS". `end`,
 * unless NULL, gets the offset behind it. */
mb_slice mb_plan_date(const mb_reader *reader, mb_slice text, size_t *end);

/* Whether the text begins with such a date. */
bool mb_begins_with_plan_date(mb_slice text);

/* Whether the text holds a telephone number. */
bool mb_has_phone(mb_slice text);

/* Whether the text could be a person's name by its look, a comma behind it aside: two to five words with capitals. */
bool mb_looks_like_name(mb_slice text);

/* Reads "Ann Lee, Bob Hay Tel: 01632 960112, Tel: 01632 960102" into authors: the first number is the first one's. */
void mb_read_authors(mb_reader *reader, mb_slice text, mb_place place, mb_list *authors);

#endif

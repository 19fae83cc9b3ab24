/* layout.h: text that kept the page's layout (`pdftotext -layout`) is told as other text is: cells apart by tabs, a
 * number before what it numbers, a page range behind its title.
 *
 *     7.     MINUTES OF THE PREVIOUS        5 - 16       7. MINUTES OF THE PREVIOUS
 *            MEETING                                     MEETING 5 - 16
 *
 *     Route             Villages   Cost per              Route ⇥ Villages ⇥ Cost per passenger
 *                                  passenger
 *     61 Wexcombe to           7      £2.95              61 Wexcombe to Chalk Norton ⇥ 7 ⇥ £2.95
 *     Chalk Norton
 *
 * Every line keeps its number: a row stands on its first line, and its others are blank. */
#ifndef MB_TEXT_LAYOUT_H
#define MB_TEXT_LAYOUT_H

#include "text/tables.h"
#include "text/text.h"

/* What stands between two gaps of a line, and the columns of the page that it fills, `to` not included. */
typedef struct mb_piece {
    mb_slice text;
    uint32_t from, to;
    bool goes_on; /* with the cell above it, though the others of its line begin a row: columns of names wrap so */
} mb_piece;

/* The columns of a table: where each begins. */
typedef struct mb_columns {
    uint32_t count;
    uint32_t *starts;
} mb_columns;

typedef enum mb_layout_role {
    MB_LAYOUT_PLAIN,       /* of no table */
    MB_LAYOUT_TABLE,       /* begins a table, with its first row */
    MB_LAYOUT_ROW,         /* begins another row */
    MB_LAYOUT_ROW_GOES_ON, /* belongs to the row above */
} mb_layout_role;

typedef struct mb_layout_line {
    mb_piece *pieces; /* none where the line is blank */
    uint32_t count;
    bool labelled;             /* the first piece is the number, bullet or label of the second */
    uint8_t asides;            /* pieces at the right margin: times, page ranges, words such as "To follow" */
    uint8_t role;              /* mb_layout_role */
    const mb_columns *columns; /* of the table; NULL where the line is plain */
    const mb_piece *added;     /* the asides of the title that ends with the line */
    uint8_t added_count;
} mb_layout_line;

/* How many columns of the page the text fills. */
uint32_t mb_characters(mb_slice text);

/* The column of the page in which the line's words begin: behind its number or bullet. */
uint32_t mb_start_of(const mb_layout_line *line);

/* The column of the table in which piece `p` of one of its lines stands. */
uint32_t mb_column_of(const mb_layout_line *line, uint32_t p);

/* Finds the table that begins on `line`, on one page: gives its lines their roles and columns, and returns the line
 * behind it; `line` where there is none. */
uint32_t mb_find_columns(mb_arena *scratch, mb_layout_line *lines, uint32_t line, uint32_t end);

#endif

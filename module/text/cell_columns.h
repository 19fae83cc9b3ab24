/* cell_columns.h: how many columns a run of cells has that stand one below the other, row by row.
 *
 * The fit is the share of the cells' differences, in kind and in length, that lies between the columns and not within
 * them: 1 where each column is of one kind and length, about 0 where cells are dealt out at random. */
#ifndef MB_TEXT_CELL_COLUMNS_H
#define MB_TEXT_CELL_COLUMNS_H

#include "text/text.h"

#define MB_CELL_COLUMNS 8
/* Cells that are looked at together; a table of more is read in parts. */
#define MB_CELL_RUN 256
#define MB_NO_LINE  UINT32_MAX

/* The lines of a cell. */
typedef struct mb_cell {
    uint32_t first, end;
    unsigned width;  /* of its widest line */
    unsigned length; /* of its text: a step for each doubling, in quarters */
    bool figure;     /* it holds nothing but figures, or a word that stands for none */
} mb_cell;

/* Cells that follow one another. */
typedef struct mb_cell_run {
    const mb_text *text;
    unsigned page_width;
    mb_cell cells[MB_CELL_RUN];
    uint32_t count;
    uint32_t above; /* the line right above the first that could be a cell of its head, or MB_NO_LINE */
} mb_cell_run;

/* Where a table may begin: with a cell of the run or the last line of the block there, with an empty corner before it,
 * or with the line above the run. */
typedef struct mb_cell_start {
    mb_cell leads[2];
    uint32_t count; /* of leads */
    uint32_t from;  /* the cell of the run that follows them */
} mb_cell_start;

typedef struct mb_cell_columns {
    uint32_t count, rows; /* the head among them */
    unsigned widths[MB_CELL_COLUMNS];
    bool figures[MB_CELL_COLUMNS]; /* of nothing but figures, below the head; */
    bool words[MB_CELL_COLUMNS];   /* of nothing but words */
    double fit;
} mb_cell_columns;

static inline mb_slice mb_cell_words(const mb_cell_run *run, uint32_t line)
{
    return mb_line_text(run->text, line);
}

static inline const mb_cell *mb_cell_at(const mb_cell_run *run, const mb_cell_start *s, uint32_t i)
{
    return i < s->count ? &s->leads[i] : &run->cells[s->from + i - s->count];
}

static inline uint32_t mb_cells_from(const mb_cell_run *run, const mb_cell_start *s)
{
    return s->count + run->count - s->from;
}

/* Whether words of a cell are a sentence: "No." and "Ref." are none. */
bool mb_is_cell_sentence(mb_slice words);

/* Adds row `row`; false, and nothing changed, where it is too wide for the page or of other kinds than those above. */
bool mb_add_cell_row(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *c, uint32_t row);

/* The number of columns that fits best from there, by the head and the first rows; false where none does, or several
 * do. */
bool mb_find_cell_columns(const mb_cell_run *run, const mb_cell_start *s, mb_cell_columns *best);

#endif

/* text.h: a pack's bytes as lines, each with its sheet, its kind of text and its role.
 *
 *     bytes ─► clean UTF-8 ─► lines ─► sheets ─► kinds ─► layouts and dumps told as other text ─► furniture
 *
 * Four kinds of text come out of councils' PDFs, and several can stand in one pack, so the kind belongs to a line. */
#ifndef MB_TEXT_TEXT_H
#define MB_TEXT_TEXT_H

#include "core/arena.h"
#include "model/model.h"

typedef enum mb_text_kind {
    MB_TEXT_MARKDOWN,      /* one paragraph a line, `**`, "- 2. TITLE", tables by tabs */
    MB_TEXT_READING_ORDER, /* hard wraps; numbers and bullets on lines of their own */
    MB_TEXT_SPACED,        /* the same with a blank line after every line */
    MB_TEXT_LAYOUT,        /* columns by runs of spaces */
    MB_TEXT_DUMP           /* tab-indented cells, stray TD, TR, Figure; told as one paragraph a line */
} mb_text_kind;

typedef enum mb_line_role {
    MB_LINE_TEXT,
    MB_LINE_BLANK,
    MB_LINE_FURNITURE, /* what the page prints around its text: no reader sees it */
    MB_LINE_MARKUP,    /* what the dump adds to the text, tags and repeats: neither */
    MB_LINE_HIDDEN     /* text, but not while a table is read that it was printed into */
} mb_line_role;

/* Packs have lines of thirty bytes, so that a record of 16 is most of what reading needs beside the model. */
typedef struct mb_line {
    uint32_t at : 30;     /* where it begins, without the white space around it (see mb_line_text) … */
    uint32_t base : 2;    /* … in this one of the text's bases */
    uint32_t size : 28;   /* MB_LONGEST_LINE at most */
    uint32_t role : 3;    /* mb_line_role */
    uint32_t marked : 1;  /* begins with a bullet, a number or a letter, see marker.h */
    uint32_t width : 20;  /* on paper, see measure.h; MB_WIDEST at most */
    uint32_t indent : 12; /* columns before the text, MB_FURTHEST at most; a tab counts to the next eighth */
    uint32_t column : 12; /* where its words begin: in a layout behind their number or bullet, else as `indent` */
    uint32_t aside : 8;   /* bytes at its end that stood at the right margin of a layout: a time, a page range */
    uint32_t kind : 3;    /* mb_text_kind */
    bool values : 1;      /* nothing but cells of a table, see values.h */
    bool finished : 1;    /* ends as a sentence does, see inline.h */
    bool starts_sheet : 1;
    bool tab_inside : 1, tab_around : 1; /* in the text; in the white space around it */
    bool gap : 1;                        /* three spaces in a row inside */
    bool starts_table : 1; /* of a table in a layout or a dump: other rows stand further down, behind other lines; or of
                            * one whose cells are read by their words */
    bool repeats : 1;      /* what the paragraph before it said already */
} mb_line;
#define MB_LONGEST_LINE ((1U << 28) - 1)
#define MB_WIDEST       ((1U << 20) - 1)
#define MB_FURTHEST     ((1U << 12) - 1)
_Static_assert(sizeof(mb_line) == 16, "a line takes 16 bytes");

/* What lines can be told anew of: a layout, a dump, the cells of tables. */
#define MB_TELLINGS 3

typedef struct mb_text {
    mb_slice source; /* clean: valid UTF-8 without NUL */
    mb_line *lines;  /* lines[0] is line 1; where a layout or a dump is told anew, it isn't in the source */
    uint32_t
        *printed; /* where it is nevertheless: bytes of the source before each line; NULL where no line is told anew */
    mb_slice bases[1 + MB_TELLINGS]; /* where lines stand: in the source, in what was told anew */
    char *told;                      /* the rest of what is told anew now */
    uint32_t tellings;               /* so far */
    uint32_t count;
    uint16_t *pages;        /* the page number printed on each line's sheet, or 0 */
    uint32_t sheets;        /* 0 where there are no page breaks */
    uint32_t *sheet_starts; /* the first line of each sheet; of one without lines that of the next */
    uint32_t replaced;      /* characters that were no UTF-8 or NUL, now U+FFFD */
    uint32_t replaced_at;   /* the line of the first one */
    bool joins_in_place; /* a wrap that is joined becomes a space in the source: the reader's copy may be written to */
} mb_text;

/* Lines `first` up to but without `end`, as indexes into mb_text.lines. */
typedef struct mb_line_range {
    uint32_t first, end;
} mb_line_range;

static inline const char *mb_line_start(const mb_text *text, uint32_t line)
{
    return text->bases[text->lines[line].base].data + text->lines[line].at;
}
static inline mb_slice mb_line_text(const mb_text *text, uint32_t line)
{
    return (mb_slice){mb_line_start(text, line), text->lines[line].size};
}
static inline bool mb_line_is_text(const mb_text *text, uint32_t line)
{
    return text->lines[line].role == MB_LINE_TEXT;
}

/* Whether the text around the line has one paragraph a line. */
static inline bool mb_is_unwrapped(const mb_text *text, uint32_t line)
{
    return text->lines[line].kind == MB_TEXT_MARKDOWN || text->lines[line].kind == MB_TEXT_DUMP;
}

/* The next line of text at or after `line`, or `end`. */
uint32_t mb_next_text(const mb_text *text, uint32_t line, uint32_t end);

/* Where the pack prints the line's words, and whether they are told anew elsewhere. */
static inline const char *mb_printed_at(const mb_text *text, uint32_t line)
{
    return text->printed ? text->source.data + text->printed[line] : mb_line_start(text, line);
}
static inline bool mb_is_told(const mb_text *text, uint32_t line)
{
    return mb_line_start(text, line) != mb_printed_at(text, line);
}

/* The line as the pack prints it, where a layout or a dump is told anew. */
mb_slice mb_printed_line(const mb_text *text, uint32_t line);

/* What stands on the lines, as one text; it is in the source, or, where one of them is told anew, in `scratch`. */
mb_slice mb_lines_together(mb_arena *scratch, const mb_text *text, mb_line_range lines);

/* Whether a page begins with the line: at a page break, or, where a text marks none, behind a gap of blank lines. */
bool mb_begins_page(const mb_text *text, uint32_t line);

/* The sheet of a line, from 1; 0 where the text has no page breaks. */
uint32_t mb_sheet_of(const mb_text *text, uint32_t line);

static inline bool mb_is_on_sheet(const mb_text *text, uint32_t line, uint32_t of)
{
    return mb_sheet_of(text, line) == mb_sheet_of(text, of);
}

/* The lines of the sheet that the line stands on; all lines where there are no page breaks. */
mb_line_range mb_lines_of_sheet(const mb_text *text, uint32_t line);

/* Where an object that begins on that line has its place. */
mb_place mb_place_of(const mb_text *text, uint32_t line);

/* Reads lines, sheets and kinds. `bytes` must outlive the text; its lines live in `scratch`, which is another arena. */
mb_text mb_text_read(mb_arena *arena, mb_arena *scratch, mb_slice bytes);

/* The same of the reader's own copy, which is written to: lines are closed up, and wraps that are joined become spaces. */
mb_text mb_text_read_own(mb_arena *arena, mb_arena *scratch, mb_slice own);

/* The same of text that is known to be a layout: a PDF's. A page of it that shows no column looks like reading order. */
mb_text mb_text_read_layout(mb_arena *arena, mb_arena *scratch, mb_slice own);

/* The steps of mb_text_read, each in its own file. */
mb_slice mb_text_clean(mb_arena *arena, mb_slice bytes, mb_text *text);
void mb_find_lines(mb_arena *arena, mb_text *text);
void mb_close_up(mb_text *text);
void mb_find_page_feet(mb_arena *scratch, mb_text *text);
void mb_find_kinds(mb_text *text);
bool mb_has_kind(const mb_text *text, mb_text_kind kind); /* in a line of it, at least */
void mb_read_layout(mb_arena *arena, mb_arena *scratch, mb_text *text);

/* Before lines are told anew: keeps where the pack prints them. */
void mb_keep_printed(mb_arena *scratch, mb_text *text);

/* Begins to tell lines anew: makes room for so many of them and their bytes. */
void mb_make_told_room(mb_arena *arena, mb_text *text, uint32_t lines, size_t size);

/* Of that, room for `size` bytes of what is told of a line, with a line feed on either side, as in a source. */
char *mb_told_room(mb_text *text, size_t size);

/* What is told of a line that has nothing any more. */
mb_slice mb_told_nothing(const mb_text *text);

/* Has the line be these words, which stand in one of the text's bases: what is asked again and again of them is found
 * once. */
void mb_set_words(const mb_text *text, mb_line *line, mb_slice words);

/* The same of words out of `raw`: all that depends on them, but neither the line's role nor its place. */
void mb_set_words_of(const mb_text *text, mb_line *line, mb_slice raw, mb_slice words);
void mb_set_width(mb_line *line, mb_slice words);
void mb_read_dump(mb_arena *arena, mb_arena *scratch, mb_text *text);

/* Whether a line is furniture by its words: the reader's vocabulary answers, since it belongs to a dialect. */
typedef bool mb_is_furniture_phrase(const void *vocabulary, mb_slice line);

/* Marks furniture: by its words; lines that stand at the edge of three sheets or beside other furniture three times,
 * their digits aside; numbers that touch those. Gives the lines the page numbers that are printed so (mb_find_pages). */
void mb_find_furniture(mb_arena *scratch, mb_text *text, mb_is_furniture_phrase *is_phrase, const void *vocabulary);

/* Whether a table begins on a line whose cells are read by their words, and not by their places. */
typedef bool mb_begins_other_table(const void *vocabulary, const mb_text *text, uint32_t line);

/* Has the cells of a row stand on one line, apart by tabs, where reading order printed each as a block of its own, and
 * numbers before what they number, where it printed bullets' texts between. The furniture was found before. */
void mb_read_cells(mb_arena *arena, mb_arena *scratch, mb_text *text, mb_begins_other_table *begins_other,
                   const void *vocabulary);

/* The number that is all of a line, or 0: none begins with a zero or has more than four digits. */
uint32_t mb_bare_number(mb_slice words);

/* The number behind "Page" in a line, or 0. */
uint32_t mb_printed_page(mb_slice line);

/* Gives each line the number of its page, where one is printed and it is sure which lines are of that page. */
void mb_find_pages(mb_text *text);

#endif

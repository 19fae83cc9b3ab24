/* page.h: a page on its way through this room.
 *
 *     Markdown ─► scan ─► cmark ─► tree ─► walk ─► HTML
 *
 * What CommonMark doesn't know is swapped, before cmark sees it, for something that it does know and leaves alone:
 *
 *     ::: {.box}        <!--·0·-->        An HTML comment ends a paragraph, stands in quotes and lists as any block, and
 *     | a | *b* |       <!--·1·-->        is one node of the tree; the number between the marks (· above: U+FDD2 and
 *     |---|-----|       <!--·2·-->        U+FDD3, which no page may contain) says what stood there. A line stays a
 *     # Title {#id}     # Title ·3·       line, so cmark's line numbers are right.
 *     a note[^n]        a note:·4·:
 *     [^n]: text        1)  ·5·text       A note is an item of a list, which goes on where it is indented.
 *
 * A table's cells are given to cmark ahead of the page, as headings of one line (`# *b* #`): so each is parsed by itself
 * and yet with all of the page's link definitions. Where cmark doesn't agree that a swapped line is what it seemed to be
 * (it stands in code, for example), the walk writes what stood there. */
#ifndef MB_MARKDOWN_PAGE_H
#define MB_MARKDOWN_PAGE_H

#include <cmark.h>

#include "core/arena.h"
#include "markdown/attributes.h"
#include "markdown/markdown.h"

/* The marks around the number of a swap, and around the number of a fragment. */
#define MB_MD_SWAP         "\xEF\xB7\x92"
#define MB_MD_SWAP_END     "\xEF\xB7\x93"
#define MB_MD_FRAGMENT     "\xEF\xB7\x90"
#define MB_MD_FRAGMENT_END "\xEF\xB7\x91"
#define MB_MD_MARK_SIZE    3

typedef enum mb_md_swap_kind {
    MB_MD_CONTAINER,     /* ::: {.box} */
    MB_MD_CONTAINER_END, /* ::: */
    MB_MD_ABBREVIATION,  /* *[PRU]: pupil referral unit */
    MB_MD_TABLE,         /* the head of a table */
    MB_MD_DELIMITERS,    /* the line under it */
    MB_MD_ROW,           /* a line of its body */
    MB_MD_ATTRIBUTES,    /* {#id .class} at the end of a line */
    MB_MD_NOTE,          /* [^label]: at the start of one */
    MB_MD_REFERENCE      /* [^label] anywhere */
} mb_md_swap_kind;

typedef struct mb_md_table {
    char *alignments; /* 'l', 'c', 'r' or 0 for each column */
    uint32_t columns;
} mb_md_table;

/* A footnote. */
typedef struct mb_md_note {
    mb_slice label;
    cmark_node *item; /* what it says; NULL where the page doesn't say it */
    uint32_t number;  /* 0 until the text comes upon it */
    mb_slice id;      /* of the note */
    mb_slice back;    /* the id of the place that refers to it; nothing where there is none */
} mb_md_note;

typedef struct mb_md_swap {
    mb_md_swap_kind kind;
    uint32_t line;
    mb_slice raw; /* what stood there, in the Markdown */
    bool written; /* by the walk */

    mb_md_attributes attributes; /* of a container or heading */
    mb_slice term, meaning;      /* of an abbreviation */
    const mb_md_table *table;    /* of a head, delimiters or row */
    uint32_t first_cell, cell_count;
    mb_md_note *note; /* of a note or reference */
    bool is_in_cell;  /* of a reference: it is a part of a row */
} mb_md_swap;

typedef struct mb_md_page {
    const mb_markdown_options *options;
    const char *file;
    mb_error *error;
    int code; /* not 0 once a limit was passed */
    mb_arena *arena;
    mb_slice markdown;

    mb_list notes;         /* mb_md_note, in the order of their labels' bytes */
    mb_list swaps;         /* mb_md_swap, in the order of the Markdown */
    mb_buffer cell_source; /* the cells, one heading a line */
    uint32_t cell_count;
    bool abbreviated;

    /* Lines that cmark doesn't see as a table where they seemed to be one: one bit a line, NULL while there are none.
     * They are left alone when the page is tried again. */
    unsigned char *unswapped;
    uint32_t line_count;
    bool try_again, is_second_try;

    mb_buffer restored, heading; /* for mb_md_restore, and for the text of a heading */
    cmark_node *root;
    cmark_node **cells; /* cell_count of them, taken out of the tree */
} mb_md_page;

/* Notes that a limit was passed at `line`; then the page is given up. */
void mb_md_refuse(mb_md_page *page, uint32_t line, const char *advice, const char *format, ...) MB_PRINTF(4, 5);

/* The same for Markdown that nests more than MB_MARKDOWN_DEPTH deep. */
void mb_md_refuse_depth(mb_md_page *page, uint32_t line);

/* Forgets all but which lines are to be left alone. */
void mb_md_start_again(mb_md_page *page);

/* Goes through the lines: refuses what cmark would take too long for, and finds what is to be swapped, and the cells. */
void mb_md_scan(mb_md_page *page);

/* Gives the cells and then the page to cmark, and takes the cells out of the tree again. */
void mb_md_parse(mb_md_page *page);

/* Writes the mark of swap `number`, and around it what a swap of its kind needs; returns its size. */
#define MB_MD_LONGEST_MARK 32
size_t mb_md_make_mark(char out[MB_MD_LONGEST_MARK], mb_md_swap_kind kind, uint32_t number);

/* The block after `node` in the order of the page, without going into paragraphs; NULL at the end. */
cmark_node *mb_md_next_block(cmark_node *node);

/* A mark in a text that cmark gave back: of a swap or of a fragment. */
typedef struct mb_md_mark {
    size_t from, to; /* all that was put there in place of what was taken out */
    mb_md_swap *swap;
    const mb_slice *fragment;
} mb_md_mark;

/* Finds the first mark at or after `at`; false where there is none. */
bool mb_md_next_mark(const mb_md_page *page, mb_slice text, size_t at, mb_md_mark *out);

/* `text` as it stood in the Markdown, with the HTML of its fragments; good until the next call. */
mb_slice mb_md_restore(mb_md_page *page, mb_slice text);

/* The Markdown without the marks that it must not contain. */
mb_slice mb_md_without_forgeries(mb_md_page *page, mb_slice markdown);

#endif

/* dump.c: tags set aside, paragraphs and rows put together, and all of it told anew; see dump.h. */
#include "text/dump.h"

#include <ctype.h>

#include "text/tables.h"

/* A shorter text that is printed twice may be two figures that are the same. */
#define REPEATED_LETTERS 4
/* A cell has no more lines than that, where paragraphs stand between its tag and the next one. */
#define CELL_LINES  24
#define LONGEST_TAG 10
/* So many blank lines part two rows without tags. */
#define ROW_GAP 2

#define REPLACED "\xEF\xBF\xBD"

typedef enum part {
    OTHER,   /* blank, or of another kind of text */
    TAG,     /* nothing but a tag */
    BEGINS,  /* a paragraph begins */
    GOES_ON, /* and goes on */
    REPEATS, /* a paragraph that the one before it said already */
} part;

typedef struct dump_line {
    part part;
    uint32_t row;  /* the line on which its row stands, plus 1; 0 where it is in no cell */
    uint32_t cell; /* of that row */
    bool starts_table;
} dump_line;

typedef struct teller {
    mb_text *text;
    dump_line *lines;
    char *out;      /* NULL while the size is counted */
    size_t size;    /* of what is told of a line */
    char last, but; /* its last byte, and the one before */
} teller;

bool mb_is_tag(mb_slice line)
{
    static const mb_slice tags[] = {
        MB_LITERAL("TD"),       MB_LITERAL("TR"),       MB_LITERAL("TH"),         MB_LITERAL("THead"),
        MB_LITERAL("TBody"),    MB_LITERAL("TFoot"),    MB_LITERAL("Table"),      MB_LITERAL("Figure"),
        MB_LITERAL("L"),        MB_LITERAL("LI"),       MB_LITERAL("Lbl"),        MB_LITERAL("LBody"),
        MB_LITERAL("Part"),     MB_LITERAL("Sect"),     MB_LITERAL("Span"),       MB_LITERAL("Div"),
        MB_LITERAL("P"),        MB_LITERAL("H1"),       MB_LITERAL("H2"),         MB_LITERAL("H3"),
        MB_LITERAL("H4"),       MB_LITERAL("H5"),       MB_LITERAL("H6"),         MB_LITERAL("TOC"),
        MB_LITERAL("TOCI"),     MB_LITERAL("Link"),     MB_LITERAL("Annot"),      MB_LITERAL("Annots"),
        MB_LITERAL("Artifact"), MB_LITERAL("Document"), MB_LITERAL("BlockQuote"), MB_LITERAL("NonStruct"),
        MB_LITERAL("Formula")};
    for (size_t i = 0; line.size <= LONGEST_TAG && i < sizeof tags / sizeof *tags; i++)
        if (mb_slice_equal(line, tags[i]))
            return true;
    return false;
}

static bool is_tag_named(const teller *t, uint32_t line, const char *name)
{
    return t->lines[line].part == TAG && mb_slice_equal(mb_line_text(t->text, line), mb_slice_of(name));
}

static bool begins_cell(const teller *t, uint32_t line)
{
    return is_tag_named(t, line, "TD") || is_tag_named(t, line, "TH");
}

/* --- Paragraphs --- */

static bool begins_with_tab(const mb_text *text, uint32_t line)
{
    const char *data = mb_line_start(text, line);
    return data > text->source.data && data[-1] == '\t';
}

static void find_parts(teller *t)
{
    const mb_text *text = t->text;
    for (uint32_t i = 0; i < text->count; i++) {
        if (text->lines[i].kind != MB_TEXT_DUMP || !mb_line_is_text(text, i))
            continue;
        part before = i ? t->lines[i - 1].part : OTHER;
        bool begins = begins_with_tab(text, i) || text->lines[i].starts_sheet || before == OTHER || before == TAG;
        t->lines[i].part = mb_is_tag(mb_line_text(text, i)) ? TAG : begins ? BEGINS : GOES_ON;
    }
}

static uint32_t paragraph_end(const teller *t, uint32_t line)
{
    part first = t->lines[line++].part;
    while (line < t->text->count && t->lines[line].part == (first == REPEATS ? REPEATS : GOES_ON))
        line++;
    return line;
}

static uint32_t count_letters(mb_slice words)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < words.size; i++)
        letters += isalpha((unsigned char)words.data[i]) != 0;
    return letters;
}

/* Whether two paragraphs are the same, line by line. */
static bool are_same(const teller *t, mb_line_range one, mb_line_range other)
{
    if (one.end - one.first != other.end - other.first)
        return false;
    for (uint32_t i = 0; i < one.end - one.first; i++)
        if (!mb_slice_equal(mb_line_text(t->text, one.first + i), mb_line_text(t->text, other.first + i)))
            return false;
    return true;
}

static bool are_alike(const teller *t, mb_line_range one, mb_line_range other)
{
    return are_same(t, one, other) && count_letters(mb_line_text(t->text, one.first)) >= REPEATED_LETTERS;
}

static void find_repeats(teller *t)
{
    mb_line_range last = {0, 0};
    for (uint32_t i = 0, end; i < t->text->count; i = end) {
        end = i + 1;
        if (t->lines[i].part != BEGINS) {
            if (t->lines[i].part == TAG)
                last = (mb_line_range){0, 0};
            continue;
        }
        mb_line_range here = {i, end = paragraph_end(t, i)};
        bool repeats = last.end > last.first && are_alike(t, last, here);
        for (uint32_t line = i; repeats && line < end; line++)
            t->lines[line].part = REPEATS;
        if (!repeats)
            last = here;
    }
}

/* --- Rows --- */

/* The next tag at or behind `line` on its page, if it isn't far; else the text's end. */
static uint32_t next_tag(const teller *t, uint32_t line)
{
    for (uint32_t i = line; i < t->text->count && i - line < CELL_LINES; i++) {
        if (i > line && t->text->lines[i].starts_sheet)
            break;
        if (t->lines[i].part == TAG && !is_tag_named(t, i, "Figure"))
            return i;
    }
    return t->text->count;
}

/* Whether what stands on `line`, behind a gap, is still in the cell above it: the next tag is a cell's or a row's. */
static bool is_in_cell(const teller *t, uint32_t line)
{
    uint32_t tag = next_tag(t, line);
    return tag < t->text->count && (begins_cell(t, tag) || is_tag_named(t, tag, "TR"));
}

static bool is_paragraph(const teller *t, uint32_t line)
{
    return line < t->text->count && (t->lines[line].part == BEGINS || t->lines[line].part == REPEATS);
}

/* Where the next cell of a row without tags stands that ends before `line`: a blank line may follow a wrapped one. */
static uint32_t cell_behind(const teller *t, uint32_t line)
{
    bool wrapped = line > 0 && t->lines[line - 1].part != BEGINS && t->lines[line - 1].part != OTHER;
    bool blank = line < t->text->count && t->text->lines[line].role == MB_LINE_BLANK;
    return wrapped && blank && !is_paragraph(t, line) && is_paragraph(t, line + 1) ? line + 1 : line;
}

/* Whether the line begins a paragraph that stands there twice, as the first cell of a row without tags does. */
static bool is_printed_twice(const teller *t, uint32_t line)
{
    if (t->lines[line].part != BEGINS)
        return false;
    uint32_t behind = cell_behind(t, paragraph_end(t, line));
    return behind < t->text->count && t->lines[behind].part == REPEATS;
}

/* Puts the lines of the cell whose tag stands on `line` into its row; returns the line behind them. */
static uint32_t read_cell(teller *t, uint32_t line, uint32_t *row, uint32_t cell)
{
    bool text = false, gap = false;
    uint32_t blanks = 0;
    for (line++; line < t->text->count && !t->text->lines[line].starts_sheet; line++) {
        part what = t->lines[line].part;
        if (what == OTHER) {
            if (mb_line_is_text(t->text, line))
                break;
            gap = text;
            blanks++;
            continue;
        }
        if (blanks >= ROW_GAP && is_printed_twice(t, line))
            break;
        blanks = 0;
        if (what == TAG && (begins_cell(t, line) || is_tag_named(t, line, "TR") || is_tag_named(t, line, "Table")))
            break;
        if (what == TAG || what == REPEATS)
            continue;
        if (gap && !is_in_cell(t, line))
            break;
        *row = *row ? *row : line + 1;
        t->lines[line].row = *row;
        t->lines[line].cell = cell;
        text = true;
        gap = false;
    }
    return line;
}

/* Some dumps tag the first cell of a row alone: it stands there twice, and the row's other cells behind it, a paragraph
 * each. Deals them out; returns the number of cells, 1 where it isn't so. */
static uint32_t part_cell(teller *t, mb_line_range lines, uint32_t row)
{
    uint32_t cells = 1;
    bool repeated = false;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        repeated |= t->lines[line].part == REPEATS;
        if (t->lines[line].row != row || !repeated)
            continue;
        cells += t->lines[line].part == BEGINS;
        t->lines[line].cell = cells - 1;
    }
    return cells;
}

/* Reads the row whose tag stands on `line`; returns the line behind it. `cells` gets their number. */
static uint32_t read_row(teller *t, uint32_t line, bool starts_table, uint32_t *cells)
{
    uint32_t row = 0, cell = 0, first = line;
    for (line++; line < t->text->count; cell++) {
        while (line < t->text->count && t->lines[line].part == OTHER && !mb_line_is_text(t->text, line) &&
               !t->text->lines[line].starts_sheet)
            line++;
        if (line == t->text->count || !begins_cell(t, line))
            break;
        line = read_cell(t, line, &row, cell);
    }
    if (row)
        t->lines[row - 1].starts_table = starts_table;
    *cells = row && cell == 1 ? part_cell(t, (mb_line_range){first, line}, row) : cell;
    return line;
}

static void put_into_row(teller *t, mb_line_range lines, uint32_t row, uint32_t cell)
{
    for (uint32_t line = lines.first; line < lines.end; line++) {
        t->lines[line].row = row;
        t->lines[line].cell = cell;
    }
}

/* Where the next row could begin: behind blank lines, and behind a page's end. */
static uint32_t row_behind(const teller *t, uint32_t line)
{
    while (line < t->text->count && (t->text->lines[line].role == MB_LINE_BLANK ||
                                     t->text->lines[line].role == MB_LINE_FURNITURE || is_tag_named(t, line, "Figure")))
        line++;
    return line;
}

/* Below a tagged head some dumps print rows without tags: the first cell twice, then the others, a paragraph each.
 * Reads the one that begins at or behind `line`; returns the line behind it, `line` where there is none. */
static uint32_t read_untagged_row(teller *t, uint32_t line, uint32_t cells)
{
    uint32_t first = row_behind(t, line);
    if (cells < 2 || cells > MB_TABLE_COLUMNS || !is_paragraph(t, first))
        return line;
    mb_line_range label = {first, paragraph_end(t, first)}, again = {cell_behind(t, label.end), 0};
    if (!is_paragraph(t, again.first))
        return line;
    again.end = paragraph_end(t, again.first);
    if (!are_same(t, label, again))
        return line;
    uint32_t behind = again.end;
    for (uint32_t cell = 1; cell < cells; cell++) {
        uint32_t at = cell_behind(t, behind);
        if (!is_paragraph(t, at))
            return line;
        behind = paragraph_end(t, at);
    }
    if (is_paragraph(t, behind))
        return line;
    for (uint32_t i = again.first; i < again.end; i++)
        t->lines[i].part = REPEATS;
    put_into_row(t, label, first + 1, 0);
    behind = again.end;
    for (uint32_t cell = 1; cell < cells; cell++) {
        mb_line_range lines = {cell_behind(t, behind), 0};
        lines.end = paragraph_end(t, lines.first);
        put_into_row(t, lines, first + 1, cell);
        behind = lines.end;
    }
    return behind;
}

static void find_rows(teller *t)
{
    bool starts_table = true;
    for (uint32_t line = 0; line < t->text->count;) {
        starts_table |= is_tag_named(t, line, "Table");
        if (!is_tag_named(t, line, "TR")) {
            line++;
            continue;
        }
        uint32_t cells;
        line = read_row(t, line, starts_table, &cells);
        starts_table = false;
        for (uint32_t behind; (behind = read_untagged_row(t, line, cells)) > line;)
            line = behind;
    }
}

/* --- Telling --- */

static bool is_letter(const char *at)
{
    return isalpha((unsigned char)*at) != 0;
}

static void tell(teller *t, mb_slice words)
{
    if (words.size == 0)
        return;
    if (t->out)
        memcpy(t->out + t->size, words.data, words.size);
    t->size += words.size;
    t->but = words.size > 1 ? words.data[words.size - 2] : t->last;
    t->last = words.data[words.size - 1];
}

/* Dumps lose the hyphen at which a word was wrapped, and leave the sign of what can't be told in its place. */
static void tell_words(teller *t, mb_slice words)
{
    mb_slice replaced = MB_TEXT(REPLACED);
    for (size_t at; (at = mb_slice_find(words, replaced, 0)) != SIZE_MAX;
         words = mb_slice_from(words, at + replaced.size)) {
        const char *behind = words.data + at + replaced.size;
        bool hyphen = at > 0 && behind < mb_slice_end(words) && is_letter(words.data + at - 1) && is_letter(behind);
        tell(t, mb_slice_first(words, at));
        tell(t, hyphen ? MB_TEXT("-") : replaced);
    }
    tell(t, words);
}

/* Tells a line behind what was told from `start` on. */
static void tell_behind(teller *t, size_t start, uint32_t line)
{
    bool hyphen = t->size > start + 1 && t->last == '-' && t->but != ' ';
    if (t->size > start && !hyphen)
        tell(t, MB_TEXT(" "));
    tell_words(t, mb_line_text(t->text, line));
}

static void tell_row(teller *t, uint32_t first)
{
    uint32_t cell = 0;
    size_t start = t->size;
    for (uint32_t line = first; line < t->text->count; line++) {
        const dump_line *at = &t->lines[line];
        bool outside = at->row ? at->row != first + 1 : at->part == BEGINS;
        if (outside || (at->part == OTHER && mb_line_is_text(t->text, line)))
            break;
        if (!at->row)
            continue;
        for (; cell < at->cell; cell++) {
            tell(t, MB_TEXT("\t"));
            start = t->size;
        }
        tell_behind(t, start, line);
    }
    if (cell == 0)
        tell(t, MB_TEXT("\t"));
}

static void tell_paragraph(teller *t, uint32_t line)
{
    size_t start = t->size;
    for (uint32_t i = line, end = paragraph_end(t, line); i < end; i++)
        tell_behind(t, start, i);
}

static void tell_line(teller *t, uint32_t line)
{
    const dump_line *at = &t->lines[line];
    t->size = 0;
    if (at->row == line + 1)
        tell_row(t, line);
    else if (at->part == BEGINS && !at->row)
        tell_paragraph(t, line);
    else if (at->part == TAG || at->part == REPEATS)
        tell_words(t, mb_line_text(t->text, line));
}

/* Whether a paragraph's lines need nothing but spaces in the place of their line feeds. */
static bool is_told_in_place(const teller *t, uint32_t line)
{
    if (!t->text->joins_in_place || t->lines[line].part != BEGINS || t->lines[line].row)
        return false;
    for (uint32_t i = line, end = paragraph_end(t, line); i < end; i++) {
        mb_slice words = mb_line_text(t->text, i);
        if (mb_slice_find(words, MB_TEXT(REPLACED), 0) != SIZE_MAX)
            return false;
        if (i + 1 < end &&
            (mb_slice_ends(words, MB_TEXT("-")) || mb_slice_end(words) + 1 != mb_line_start(t->text, i + 1)))
            return false;
    }
    return true;
}

static mb_slice tell_in_place(teller *t, uint32_t line)
{
    uint32_t end = paragraph_end(t, line);
    for (uint32_t i = line; i + 1 < end; i++)
        *(char *)mb_slice_end(mb_line_text(t->text, i)) = ' ';
    return mb_slice_between(mb_line_start(t->text, line), mb_slice_end(mb_line_text(t->text, end - 1)));
}

/* Most lines are told as they stand. */
static bool is_told_as_it_stands(teller *t, uint32_t line)
{
    mb_slice words = mb_line_text(t->text, line);
    t->out = NULL;
    tell_line(t, line);
    return t->size == words.size && mb_slice_find(words, MB_TEXT(REPLACED), 0) == SIZE_MAX;
}

static void make_room(mb_arena *arena, teller *t)
{
    uint32_t lines = 0;
    size_t size = 0;
    for (uint32_t line = 0; line < t->text->count; line++)
        if (t->lines[line].part != OTHER && !is_told_in_place(t, line) && !is_told_as_it_stands(t, line) && t->size) {
            size += t->size;
            lines++;
        }
    mb_make_told_room(arena, t->text, lines, size);
}

static mb_slice told_of(teller *t, uint32_t line)
{
    if (is_told_in_place(t, line))
        return tell_in_place(t, line);
    if (is_told_as_it_stands(t, line))
        return mb_line_text(t->text, line);
    if (t->size == 0)
        return mb_told_nothing(t->text);
    t->out = mb_told_room(t->text, t->size);
    tell_line(t, line);
    return (mb_slice){t->out, t->size};
}

static void set_line(const mb_text *text, mb_line *line, const dump_line *dumped, mb_slice raw)
{
    mb_slice words = mb_slice_trim(raw);
    mb_set_words_of(text, line, raw, words);
    bool aside = dumped->part == TAG || dumped->part == REPEATS;
    line->role = aside ? MB_LINE_MARKUP : words.size ? MB_LINE_TEXT : MB_LINE_BLANK;
    line->repeats = dumped->part == REPEATS;
    line->starts_table = dumped->starts_table;
    line->indent = 0;
}

/* A page that begins with a tag begins with the text behind it. */
static void begin_sheets_with_text(mb_text *text)
{
    for (uint32_t sheet = 0; sheet < text->sheets; sheet++) {
        uint32_t first = text->sheet_starts[sheet];
        uint32_t end = sheet + 1 < text->sheets ? text->sheet_starts[sheet + 1] : text->count;
        uint32_t begin = mb_next_text(text, first, end);
        if (begin < end && text->lines[first].role == MB_LINE_MARKUP) {
            text->lines[first].starts_sheet = false;
            text->lines[begin].starts_sheet = true;
        }
    }
}

void mb_read_dump(mb_arena *arena, mb_arena *scratch, mb_text *text)
{
    if (!mb_has_kind(text, MB_TEXT_DUMP))
        return;
    mb_keep_printed(scratch, text);
    mb_arena_mark before = mb_arena_here(scratch);
    teller t = {.text = text, .lines = mb_new_array(scratch, dump_line, text->count)};
    find_parts(&t);
    find_repeats(&t);
    find_rows(&t);
    make_room(arena, &t);
    for (uint32_t line = 0; line < text->count; line++)
        if (t.lines[line].part != OTHER)
            set_line(text, &text->lines[line], &t.lines[line], told_of(&t, line));
    begin_sheets_with_text(text);
    mb_arena_back(scratch, before);
}

/* scan.c: goes through a page line by line, to find what CommonMark doesn't know and what cmark had better not see. */
#include "markdown/line.h"
#include "markdown/note.h"
#include "markdown/row.h"

/* More images than any paragraph has. */
#define MOST_IMAGES 500

typedef struct scan {
    mb_md_page *page;
    size_t at; /* where the next line starts */
    mb_md_line before, now;
    const mb_md_table *table; /* the table that `now` may go on with, or NULL */
    uint32_t table_quotes;
    bool has_many_images;
    size_t images; /* in this run of lines, where the page has many at all */
} scan;

static bool is_unswapped(const mb_md_page *page, uint32_t number)
{
    return page->unswapped && (page->unswapped[number / 8] & 1 << number % 8);
}

static mb_md_swap *add_swap(scan *s, mb_md_swap_kind kind, const mb_md_line *l, mb_slice raw)
{
    mb_md_swap *swap = mb_list_add(s->page->arena, &s->page->swaps, mb_md_swap);
    swap->kind = kind;
    swap->line = l->number;
    swap->raw = raw;
    return swap;
}

/* Swaps what stands in `l` from `from` to its end. */
static mb_md_swap *swap_from(scan *s, mb_md_swap_kind kind, const mb_md_line *l, const char *from)
{
    return add_swap(s, kind, l, mb_slice_between(from, mb_slice_end(l->whole)));
}

/* HTML that a layout made has no place in an attribute. */
static bool holds_fragment(mb_slice text)
{
    return mb_slice_find(text, MB_TEXT(MB_MD_FRAGMENT), 0) != SIZE_MAX;
}

/* ::: {.box #id}, ::: box, or ::: alone; colons may stand at the end too. */
static bool take_container(scan *s)
{
    const mb_md_line *l = &s->now;
    size_t colons = mb_md_count_first(l->inner, ':');
    if (colons < 3 || holds_fragment(l->inner))
        return false;
    mb_slice said = mb_md_skip_blanks(mb_slice_from(l->inner, colons));
    while (said.size && said.data[said.size - 1] == ':')
        said.size--;
    said = mb_md_trim_end(said);

    mb_md_attributes attributes = {0};
    bool is_end = said.size == 0;
    if (!is_end && !mb_md_attributes_read(s->page->arena, said, &attributes) &&
        !mb_md_class_read(s->page->arena, said, &attributes))
        return false;
    s->table = NULL;
    swap_from(s, is_end ? MB_MD_CONTAINER_END : MB_MD_CONTAINER, l, l->inner.data)->attributes = attributes;
    return true;
}

/* *[TERM]: what it means */
static bool take_abbreviation(scan *s)
{
    const mb_md_line *l = &s->now;
    if (l->lists || !mb_slice_starts(l->inner, MB_TEXT("*[")) || holds_fragment(l->inner))
        return false;
    size_t end = 2;
    while (end < l->inner.size && l->inner.data[end] != ']')
        end += l->inner.data[end] == '\\' ? 2 : 1;
    if (end <= 2 || end + 1 >= l->inner.size || l->inner.data[end + 1] != ':')
        return false;
    s->table = NULL;
    mb_md_swap *swap = swap_from(s, MB_MD_ABBREVIATION, l, l->inner.data);
    swap->term = mb_md_unescape(s->page->arena, mb_slice_between(l->inner.data + 2, l->inner.data + end));
    swap->meaning = mb_md_unescape(s->page->arena, mb_md_skip_blanks(mb_slice_from(l->inner, end + 2)));
    s->page->abbreviated = true;
    return true;
}

/* The first reference to a note in `text` at or after `at`, and where it stands; NULL where there is none. */
static mb_md_note *next_reference(const mb_md_page *page, mb_slice text, size_t *at)
{
    for (; (*at = mb_slice_find(text, MB_TEXT("[^"), *at)) != SIZE_MAX; *at += 2) {
        mb_md_note *note = mb_md_note_find(page, mb_md_note_label_at(text, *at));
        if (note)
            return note;
    }
    return NULL;
}

/* [^label] */
static mb_md_swap *add_reference(scan *s, const mb_md_line *l, mb_slice text, size_t at, mb_md_note *note)
{
    mb_md_swap *swap = add_swap(s, MB_MD_REFERENCE, l, (mb_slice){text.data + at, note->label.size + 3});
    swap->note = note;
    return swap;
}

static void add_references(scan *s, mb_slice text)
{
    if (s->page->notes.count == 0)
        return;
    size_t at = 0;
    for (mb_md_note *note; (note = next_reference(s->page, text, &at)) != NULL; at += note->label.size + 3)
        add_reference(s, &s->now, text, at, note);
}

/* Puts a cell ahead of the page, as a heading whose closing # keeps one that is the cell's own. */
static void add_cell(scan *s, const mb_md_line *l, mb_slice cell)
{
    mb_buffer *out = &s->page->cell_source;
    if (cell.size == 0) {
        mb_buffer_text(out, "#\n");
        return;
    }
    mb_buffer_text(out, "# ");
    size_t done = 0, at = 0;
    for (mb_md_note *note; (note = next_reference(s->page, cell, &at)) != NULL; at = done) {
        char mark[MB_MD_LONGEST_MARK];
        mb_md_cell_write(out, (mb_slice){cell.data + done, at - done});
        mb_buffer_add(out, (mb_slice){mark, mb_md_make_mark(mark, MB_MD_REFERENCE, s->page->swaps.count)});
        add_reference(s, l, cell, at, note)->is_in_cell = true;
        done = at + note->label.size + 3;
    }
    mb_md_cell_write(out, mb_slice_from(cell, done));
    mb_buffer_text(out, " #\n");
}

/* Swaps `l` for a row of at most `columns` cells, which are put ahead of the page. */
static void add_row(scan *s, mb_md_swap_kind kind, const mb_md_line *l, const mb_md_table *table)
{
    mb_md_page *page = s->page;
    mb_md_swap *swap = swap_from(s, kind, l, l->inner.data);
    swap->table = table;
    swap->first_cell = page->cell_count;
    mb_md_row row = mb_md_row_start(l->inner);
    for (mb_slice cell; swap->cell_count < table->columns && mb_md_row_next(&row, &cell); swap->cell_count++)
        add_cell(s, l, cell);
    page->cell_count += swap->cell_count;
}

static bool take_row(scan *s)
{
    const mb_md_line *l = &s->now;
    if (!s->table)
        return false;
    if (l->inner.size == 0 || l->lists || l->quotes != s->table_quotes || mb_md_begins_block(l->inner) ||
        is_unswapped(s->page, l->number)) {
        s->table = NULL;
        return false;
    }
    add_row(s, MB_MD_ROW, l, s->table);
    return true;
}

static const mb_md_table *table_of(mb_arena *arena, mb_slice delimiters, uint32_t columns)
{
    mb_md_table *table = mb_new(arena, mb_md_table);
    table->columns = columns;
    table->alignments = mb_new_array(arena, char, columns);
    mb_md_row row = mb_md_row_start(delimiters);
    mb_slice cell;
    for (uint32_t i = 0; mb_md_row_next(&row, &cell); i++)
        table->alignments[i] = mb_md_alignment(cell);
    return table;
}

/* What the line before holds was swapped before anybody knew that it is a table's head. */
static void unswap_line(scan *s, uint32_t number)
{
    for (const mb_md_swap *last; (last = mb_list_last(&s->page->swaps)) != NULL && last->line == number;)
        s->page->swaps.count--;
}

/* A line of delimiters makes a table's head of the line before, where both have as many cells. */
static bool take_delimiters(scan *s)
{
    const mb_md_line *head = &s->before, *l = &s->now;
    if (l->inner.size == 0 || !memchr("|:-", l->inner.data[0], 3) || !mb_md_is_delimiter_row(l->inner))
        return false;
    if (l->lists || head->inner.size == 0 || head->quotes != l->quotes || mb_md_begins_block(head->inner) ||
        mb_md_count_first(head->inner, ':') >= 3 || is_unswapped(s->page, head->number))
        return false;
    uint32_t columns = mb_md_row_count(l->inner);
    if (mb_md_row_count(head->inner) != columns)
        return false;

    unswap_line(s, head->number);
    s->table = table_of(s->page->arena, l->inner, columns);
    s->table_quotes = l->quotes;
    add_row(s, MB_MD_TABLE, head, s->table);
    swap_from(s, MB_MD_DELIMITERS, l, l->inner.data)->table = s->table;
    return true;
}

/* The offset of the last { that no backslash stands before, or SIZE_MAX. */
static size_t last_brace(mb_slice text)
{
    for (size_t at = text.size; at-- > 0;) {
        if (text.data[at] != '{')
            continue;
        size_t backslashes = 0;
        while (backslashes < at && text.data[at - 1 - backslashes] == '\\')
            backslashes++;
        return backslashes % 2 ? SIZE_MAX : at;
    }
    return SIZE_MAX;
}

/* Where the #s that close a heading begin, or the end of `title` where there are none. */
static const char *closing_hashes(mb_slice title)
{
    title = mb_md_trim_end(title);
    size_t at = title.size;
    while (at > 0 && title.data[at - 1] == '#')
        at--;
    return at > 0 && mb_md_is_blank(title.data[at - 1]) ? title.data + at : mb_slice_end(title);
}

/* Title {#id .class}: the list of attributes at the end of `text`, and where it begins. Whether it is a heading's, the
 * tree will tell. */
static bool find_attributes(scan *s, mb_slice text, const char **from, mb_md_attributes *attributes)
{
    if (text.size == 0 || text.data[text.size - 1] != '}')
        return false;
    size_t brace = last_brace(text);
    if (brace == SIZE_MAX || holds_fragment(mb_slice_from(text, brace)) ||
        !mb_md_attributes_read(s->page->arena, mb_slice_from(text, brace), attributes))
        return false;
    mb_slice title = mb_slice_first(text, brace);
    *from = mb_slice_starts(text, MB_TEXT("#")) ? closing_hashes(title) : mb_slice_end(title);
    return true;
}

/* [^label]: and the blanks behind it, at the start of `text`; returns what follows. */
static mb_slice take_note(scan *s, mb_slice text)
{
    mb_slice label = s->page->notes.count && !s->now.lists ? mb_md_note_label_at(text, 0) : MB_NOTHING;
    mb_slice rest = mb_slice_from(text, label.size + 3);
    if (label.size == 0 || !mb_slice_starts(rest, MB_TEXT(":")))
        return text;
    rest = mb_md_skip_blanks(mb_slice_from(rest, 1));
    add_swap(s, MB_MD_NOTE, &s->now, mb_slice_between(text.data, rest.data))->note = mb_md_note_find(s->page, label);
    return rest;
}

/* What is swapped in a line that stays one, from its start to its end. */
static void take_parts(scan *s)
{
    mb_slice text = take_note(s, s->now.inner);
    const char *end = mb_slice_end(text);
    mb_md_attributes attributes = {0};
    bool ends_in_attributes = find_attributes(s, text, &end, &attributes);
    add_references(s, mb_slice_between(text.data, end));
    if (ends_in_attributes)
        swap_from(s, MB_MD_ATTRIBUTES, &s->now, end)->attributes = attributes;
}

/* The first of these that takes a line has it whole. */
static bool (*const takers[])(scan *s) = {take_container, take_abbreviation, take_row, take_delimiters};

static size_t count_images(mb_slice text, size_t most)
{
    size_t count = 0;
    for (size_t at = 0; count <= most && (at = mb_slice_find(text, MB_TEXT("!["), at)) != SIZE_MAX; at += 2)
        count++;
    return count;
}

/* For each link cmark looks at all images that have begun before it in the same text and not ended. */
static void check_images(scan *s)
{
    s->images = s->now.inner.size ? s->images + count_images(s->now.whole, MOST_IMAGES) : 0;
    if (s->images > MOST_IMAGES)
        mb_md_refuse(s->page, s->now.number, "put an empty line between some of them",
                     "more than %d images stand in one paragraph here", MOST_IMAGES);
}

/* At each line cmark looks at all blocks that are open, and this is all that can open one: marks on the line, and
 * white space in front of them, two columns for each list that it goes on with. */
static void check_depth(scan *s)
{
    size_t marks = s->now.quotes + s->now.lists, columns = 0;
    for (size_t at = 0; at < s->now.whole.size && mb_md_is_blank(s->now.whole.data[at]); at++)
        columns += s->now.whole.data[at] == '\t' ? 4 : 1;
    if (marks > 0 && marks + columns / 2 > MB_MARKDOWN_DEPTH)
        mb_md_refuse_depth(s->page, s->now.number);
}

static void swap_line(scan *s)
{
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if (takers[i](s))
            return;
    take_parts(s);
}

void mb_md_scan(mb_md_page *page)
{
    scan s = {.page = page, .has_many_images = count_images(page->markdown, MOST_IMAGES) > MOST_IMAGES};
    if (page->options->additions)
        mb_md_notes_announce(page);
    while (!page->code) {
        s.before = s.now;
        if (!mb_md_line_next(page->markdown, &s.at, &s.now))
            break;
        check_depth(&s);
        if (s.has_many_images)
            check_images(&s);
        if (page->options->additions)
            swap_line(&s);
    }
    page->line_count = s.now.number;
}

/* blocks.c: lines become paragraphs, and paragraphs with markers become lists.
 *
 *     lines ─► paragraphs (marker, pieces) ─► blocks
 *
 * Extraction often tears a marker from its text: "4.1" or "•" stands on a line of its own, or three bullets stand
 * before their three texts. Lone markers wait, and each is given to the next paragraph that has none. */
#include "text/blocks.h"

#include <ctype.h>
#include <stdlib.h>

#include "text/bare_lists.h"
#include "text/beside_text.h"
#include "text/inline.h"
#include "text/interleaved.h"
#include "text/marker.h"
#include "text/sum_tables.h"
#include "text/tables.h"
#include "text/torn_items.h"
#include "text/twin_tables.h"
#include "text/value_tables.h"
#include "text/wraps.h"
#include "text/year_tables.h"

/* Lists within lists: deeper ones stay at the last level. */
#define LIST_DEPTH 6
/* What one page's layout may differ from the next one's. */
#define NEAR_COLUMNS 3
/* A head's first cell may stand right under a line of text, which is longer than it. */
#define HEAD_CELL_SIZE 30
#define TEXT_SIZE      35
#define TEXT_LINES     8
/* A caption is no longer: two lines. */
#define CAPTION_SIZE 200

typedef struct paragraph {
    uint32_t line; /* where it begins, its marker included */
    uint32_t last; /* its last line */
    uint32_t indent;
    mb_marker marker;
    mb_pieces pieces;
} paragraph;

typedef struct open_list {
    mb_list *items;
    mb_marker_form form;
    mb_slice bullet;
    mb_slice last; /* the marker of its last item */
    uint32_t indent;
    uint32_t line; /* of its last item */
} open_list;

typedef struct builder {
    const mb_block_reader *reader;
    mb_list blocks; /* of mb_read_block */
    open_list open[LIST_DEPTH];
    uint32_t depth;
    mb_list waiting;   /* of paragraph: markers without their texts */
    uint32_t given;    /* how many of them found one */
    mb_strings pieces; /* of the paragraph that is read now */
} builder;

static void close_lists(builder *b)
{
    b->depth = 0;
}

static mb_block *add_block(builder *b, mb_block_type type, uint32_t line)
{
    mb_read_block *read = mb_list_add(b->reader->scratch, &b->blocks, mb_read_block);
    *read = (mb_read_block){mb_new(b->reader->arena, mb_block), line, line};
    read->block->type = type;
    read->block->place = mb_place_of(b->reader->text, line);
    return read->block;
}

static void add_paragraph(builder *b, const paragraph *p)
{
    close_lists(b);
    mb_block *block = add_block(b, mb_block_type_paragraph, p->line);
    ((mb_read_block *)mb_list_last(&b->blocks))->last = p->last;
    if (p->marker.form)
        block->number = p->marker.printed;
    mb_read_inline(b->reader->arena, p->pieces, &block->text, &block->runs);
}

/* Whether the list's item and the paragraph begin in one column: in a layout each page has its own measure. */
static bool same_indent(const builder *b, const open_list *list, const paragraph *p)
{
    const mb_text *text = b->reader->text;
    if (list->indent == p->indent)
        return true;
    return text->lines[p->line].kind == MB_TEXT_LAYOUT && !mb_is_on_sheet(text, list->line, p->line) &&
           abs((int)list->indent - (int)p->indent) <= NEAR_COLUMNS;
}

static bool same_list(const builder *b, const open_list *list, const paragraph *p)
{
    if (list->form != p->marker.form)
        return false;
    bool same_bullet = list->form != MB_MARKER_BULLET || mb_slice_equal(list->bullet, p->marker.printed);
    bool nested = list->form == MB_MARKER_LETTER && mb_begins_nested_letters(list->last, p->marker.printed);
    return same_bullet && !nested && same_indent(b, list, p);
}

/* The level that the paragraph's marker belongs to: an open list of the same look, or one level below the last. */
static uint32_t level_of(const builder *b, const paragraph *p)
{
    for (uint32_t level = b->depth; level > 0; level--)
        if (same_list(b, &b->open[level - 1], p))
            return level - 1;
    if (b->depth && b->open[b->depth - 1].indent > p->indent)
        return b->depth - 1;
    return b->depth < LIST_DEPTH ? b->depth : LIST_DEPTH - 1;
}

static mb_list *items_below(builder *b, uint32_t level)
{
    mb_list_item *parent = mb_list_last(b->open[level - 1].items);
    return &parent->items;
}

static void open_list_at(builder *b, uint32_t level, const paragraph *p)
{
    open_list *list = &b->open[level];
    if (level < b->depth && (level == 0 || same_list(b, list, p))) {
        b->depth = level + 1;
        return;
    }
    if (level == 0) {
        mb_block *block = add_block(b, mb_block_type_list, p->line);
        block->ordered = p->marker.form != MB_MARKER_BULLET;
        list->items = &block->items;
    } else {
        list->items = items_below(b, level);
    }
    list->form = p->marker.form;
    list->bullet = p->marker.printed;
    list->indent = p->indent;
    b->depth = level + 1;
}

static void add_item(builder *b, const paragraph *p)
{
    uint32_t level = level_of(b, p);
    open_list_at(b, level, p);
    b->open[level].last = p->marker.printed;
    b->open[level].line = p->line;
    b->open[level].indent = p->indent;
    mb_list_item *item = mb_list_add(b->reader->arena, b->open[level].items, mb_list_item);
    item->place = mb_place_of(b->reader->text, p->line);
    if (p->marker.form != MB_MARKER_BULLET)
        item->marker = p->marker.printed;
    mb_read_inline(b->reader->arena, p->pieces, &item->text, &item->runs);
}

/* A decimal number numbers a paragraph; any other marker begins an item. */
static void add(builder *b, const paragraph *p)
{
    if (p->marker.form == MB_MARKER_NONE || p->marker.form == MB_MARKER_DECIMAL)
        add_paragraph(b, p);
    else
        add_item(b, p);
}

static bool is_waiting(const builder *b)
{
    return b->given < b->waiting.count;
}

/* Markers that found no text are kept as they are: no word is lost. */
static void flush_waiting(builder *b)
{
    while (is_waiting(b)) {
        paragraph *lone = b->waiting.items[b->given++];
        if (lone->marker.form == MB_MARKER_BULLET)
            continue;
        mb_slice printed = lone->marker.printed;
        lone->pieces = (mb_pieces){&printed, 1};
        lone->marker = (mb_marker){0};
        add_paragraph(b, lone);
    }
}

/* "3", below "3.5" on the axis of a chart. */
static bool is_figure(const paragraph *p)
{
    for (size_t i = 0; i < p->pieces.count; i++)
        for (size_t at = 0; at < p->pieces.items[i].size; at++)
            if (!strchr("0123456789.,%- ", p->pieces.items[i].data[at]))
                return false;
    return true;
}

/* Whether the decimal that waits for its words is a figure, too. */
static bool stands_on_axis(const builder *b, const paragraph *p)
{
    const paragraph *lone = is_waiting(b) ? b->waiting.items[b->given] : NULL;
    return lone && lone->marker.form == MB_MARKER_DECIMAL && is_figure(p);
}

static void take(builder *b, paragraph *p)
{
    if (p->marker.form && p->pieces.count == 0) {
        paragraph *lone = mb_list_add(b->reader->scratch, &b->waiting, paragraph);
        *lone = *p;
        return;
    }
    if (p->marker.form || stands_on_axis(b, p)) {
        flush_waiting(b);
    } else if (is_waiting(b)) {
        const paragraph *lone = b->waiting.items[b->given++];
        p->marker = lone->marker;
        p->line = lone->line;
        p->indent = lone->indent;
    }
    add(b, p);
}

/* Reads what is only looked at, and forgotten. */
static mb_block_reader trial_of(const builder *b)
{
    mb_block_reader trial = *b->reader;
    trial.arena = trial.scratch;
    return trial;
}

/* Whether a table's head begins on the line, though no gap parts it from the text above. */
static bool begins_table_below_text(const builder *b, uint32_t line, uint32_t end)
{
    const mb_text *text = b->reader->text;
    mb_slice words = mb_line_text(text, line);
    bool below = line > 0 && mb_line_is_text(text, line - 1) && text->lines[line - 1].size >= TEXT_SIZE;
    if (!below || (line + 1 < end && mb_line_is_text(text, line + 1)) || words.size > HEAD_CELL_SIZE ||
        !isupper((unsigned char)*words.data))
        return false;
    mb_block table = {.type = mb_block_type_table};
    mb_block_reader trial = trial_of(b);
    mb_arena_mark before = mb_arena_here(trial.scratch);
    bool begins = mb_read_value_table(&trial, line, end, true, &table) > line && table.header.count > 1 &&
                  table.header.items[0].size > 0 && table.header.items[1].size > 0;
    mb_arena_back(trial.scratch, before);
    return begins;
}

static bool begins_interleaved(const builder *b, uint32_t line, uint32_t end)
{
    mb_block table = {.type = mb_block_type_table};
    mb_block_reader trial = trial_of(b);
    mb_arena_mark before = mb_arena_here(trial.scratch);
    bool begins = mb_read_interleaved(&trial, line, end, &table) > line;
    mb_arena_back(trial.scratch, before);
    return begins;
}

static bool goes_on(const builder *b, uint32_t last, uint32_t next, uint32_t end)
{
    return !mb_is_table_row(b->reader->text, next) && mb_goes_on(b->reader->text, last, next) &&
           !begins_table_below_text(b, next, end) && !begins_interleaved(b, next, end);
}

static bool is_caption_line(const builder *b, uint32_t line)
{
    return b->reader->is_caption && b->reader->is_caption(b->reader->vocabulary, mb_line_text(b->reader->text, line));
}

/* Whether a caption ends with its line: what follows at once, with a capital, is a cell of the table's head, or the text
 * below the figure. */
static bool ends_caption(const builder *b, uint32_t first, uint32_t last, uint32_t next)
{
    const mb_text *text = b->reader->text;
    return is_caption_line(b, first) && !mb_is_full(text, last, next) &&
           (text->lines[last].finished || !mb_starts_small(mb_line_text(text, next)));
}

/* Whether a caption begins right below a sentence: in text that lost its figures nothing parts the two. */
static bool begins_caption(const builder *b, uint32_t last, uint32_t next)
{
    return b->reader->text->lines[last].finished && is_caption_line(b, next);
}

static void add_piece(builder *b, mb_slice line)
{
    mb_add_piece(b->reader->scratch, b->reader->text, &b->pieces, line);
}

/* Composes the paragraph that begins on `line`, `skip` bytes behind its start; returns the line behind it. */
static uint32_t compose(builder *b, uint32_t line, uint32_t end, size_t skip, paragraph *p)
{
    const mb_text *text = b->reader->text;
    mb_slice first = mb_slice_trim(mb_slice_from(mb_line_text(text, line), skip));
    *p = (paragraph){.line = line, .indent = text->lines[line].indent, .marker = mb_marker_of(first)};
    bool torn = p->marker.form && p->marker.rest.size == 0;

    uint32_t last = line, next = mb_next_text(text, line + 1, end);
    b->pieces.count = 0;
    if (p->marker.rest.size)
        add_piece(b, p->marker.rest);
    while (!torn && next < end && goes_on(b, last, next, end) && !ends_caption(b, line, last, next) &&
           !begins_caption(b, last, next)) {
        mb_slice piece = mb_line_text(text, next);
        mb_marker bullet = text->lines[next].kind == MB_TEXT_MARKDOWN ? mb_bullet_of(piece) : (mb_marker){0};
        add_piece(b, bullet.form ? bullet.rest : piece);
        last = next;
        next = mb_next_text(text, next + 1, end);
    }
    p->last = last;
    p->pieces = (mb_pieces){b->pieces.items, b->pieces.count};
    return last + 1;
}

static uint32_t read_paragraph(builder *b, uint32_t line, uint32_t end, size_t skip)
{
    paragraph p;
    uint32_t behind = compose(b, line, end, skip, &p);
    take(b, &p);
    return behind;
}

/* Reads lines that stand between bullets and their texts: the bullets go on waiting. */
static uint32_t read_beside(builder *b, uint32_t line, uint32_t end)
{
    while (line < end) {
        paragraph p;
        line = compose(b, line, end, 0, &p);
        add(b, &p);
    }
    return line;
}

/* The markers of one form that wait first of all. */
static mb_torn_bullets waiting_bullets(const builder *b)
{
    uint32_t *lines = mb_new_array(b->reader->scratch, uint32_t, b->waiting.count - b->given);
    mb_torn_bullets bullets = {lines, 0};
    const paragraph *first = b->waiting.items[b->given];
    for (uint32_t i = b->given; i < b->waiting.count; i++) {
        const paragraph *lone = b->waiting.items[i];
        if (lone->marker.form != first->marker.form)
            break;
        lines[bullets.count++] = lone->line;
    }
    return bullets;
}

/* Makes the markers that stand right behind `line` wait, too; returns the line behind them. */
static uint32_t wait_for_more(builder *b, uint32_t line, uint32_t end, uint32_t count)
{
    for (; count > 0; count--) {
        line = mb_next_text(b->reader->text, line, end);
        line = read_paragraph(b, line, end, 0);
    }
    return line;
}

static void add_torn_item(builder *b, uint32_t first, uint32_t end)
{
    paragraph p = {.line = first, .indent = b->reader->text->lines[first].indent};
    b->pieces.count = 0;
    for (uint32_t line = first; line < end; line++)
        add_piece(b, mb_line_text(b->reader->text, line));
    p.pieces = (mb_pieces){b->pieces.items, b->pieces.count};
    take(b, &p);
}

/* Bullets in a column of their own, those from `line` on, are another list's than the one above them, unless a page
 * begins with them or they are of another kind and so are nested. */
static bool is_new_list(const builder *b, uint32_t line)
{
    const mb_text *text = b->reader->text;
    bool nested = b->depth && !mb_slice_equal(b->open[b->depth - 1].bullet, mb_line_text(text, line));
    while (line > 0 && !text->lines[line].starts_sheet && !mb_line_is_text(text, line - 1))
        line--;
    return !nested && !text->lines[line].starts_sheet;
}

/* Where several bullets wait, gives them to the texts in the run of lines that begins on `line`, or reads the run as
 * what stands before their texts. Returns the line behind what it read: `line` where nothing waits. */
static uint32_t read_torn_items(builder *b, uint32_t line, uint32_t end)
{
    const mb_text *text = b->reader->text;
    if (b->given + 1 >= b->waiting.count || text->lines[line].marked)
        return line;
    mb_torn_bullets bullets = waiting_bullets(b);
    if (bullets.count < 2)
        return line;
    bool close = mb_torn_bullets_are_close(bullets);
    mb_torn_run run = mb_torn_run_at(text, line, end, close);
    uint32_t count = mb_torn_count(text, &run, bullets, end);
    if (count == 0)
        return read_beside(b, line, run.lines.end);
    if (count > 1 && close && is_new_list(b, bullets.lines[0]))
        close_lists(b);
    uint32_t *starts = mb_new_array(b->reader->scratch, uint32_t, count + 1);
    mb_torn_starts(b->reader->scratch, text, &run, count, starts);
    uint32_t behind = starts[count];
    if (count > bullets.count) {
        behind = wait_for_more(b, run.lines.end, end, count - bullets.count);
        starts[count] = run.lines.end;
    }
    for (uint32_t i = 0; i < count; i++)
        add_torn_item(b, starts[i], starts[i + 1]);
    return behind;
}

/* Whether what was read last can't be a cell of a table's head: it is no paragraph, or a sentence. */
static bool stands_alone(const builder *b)
{
    const mb_read_block *last = mb_list_last(&b->blocks);
    return !last || last->block->type != mb_block_type_paragraph || mb_is_finished(last->block->text);
}

/* Makes paragraphs without a text of the numbers that wait: they number a table. */
static void number_table(builder *b)
{
    while (is_waiting(b)) {
        paragraph *lone = b->waiting.items[b->given++];
        add_paragraph(b, lone);
    }
}

static bool bullets_wait(const builder *b)
{
    for (uint32_t i = b->given; i < b->waiting.count; i++)
        if (((const paragraph *)b->waiting.items[i])->marker.form != MB_MARKER_DECIMAL)
            return true;
    return false;
}

static void add_table(builder *b, uint32_t line, const mb_block *table)
{
    number_table(b);
    close_lists(b);
    *add_block(b, mb_block_type_table, line) = *table;
}

/* Adds the paragraphs that stood beside a table. */
static void add_apart(builder *b, const mb_list *apart)
{
    for (uint32_t i = 0; i < apart->count; i++) {
        const mb_apart *read = apart->items[i];
        paragraph p = {.line = read->first, .last = read->last, .pieces = {read->pieces.items, read->pieces.count}};
        add_paragraph(b, &p);
    }
}

/* What stands on some lines that hold a table whose cells nothing keeps apart. */
typedef struct found_table {
    mb_block table, twin; /* twin: of another table, or of no type */
    mb_list apart;
} found_table;

static uint32_t find_table(const mb_block_reader *reader, uint32_t line, uint32_t end, bool alone, found_table *found)
{
    mb_block table = {.place = mb_place_of(reader->text, line), .type = mb_block_type_table}, twin = table;
    *found = (found_table){.table = table};
    uint32_t behind = mb_read_twin_tables(reader, line, end, &found->table, &twin);
    if (behind > line) {
        found->twin = twin;
        return behind;
    }
    behind = mb_read_beside_text(reader, line, end, &found->table, &found->apart);
    if (behind == line)
        behind = mb_read_interleaved(reader, line, end, &found->table);
    if (behind == line)
        behind = mb_read_year_table(reader, line, end, &found->table);
    return behind > line ? behind : mb_read_value_table(reader, line, end, alone, &found->table);
}

static uint32_t read_value_table(builder *b, uint32_t line, uint32_t end)
{
    if (bullets_wait(b) || b->reader->text->lines[line].kind == MB_TEXT_LAYOUT)
        return line;
    uint32_t last = line;
    while (last + 1 < end && last - line < TEXT_LINES && mb_line_is_text(b->reader->text, last + 1))
        last++;
    if (last > line && begins_table_below_text(b, last, end))
        return line;
    found_table found;
    mb_block_reader trial = trial_of(b);
    bool alone = stands_alone(b);
    mb_arena_mark before = mb_arena_here(trial.scratch);
    bool none = find_table(&trial, line, end, alone, &found) == line;
    mb_arena_back(trial.scratch, before);
    if (none)
        return line;
    uint32_t behind = find_table(b->reader, line, end, alone, &found);
    add_table(b, line, &found.table);
    if (found.twin.type)
        add_table(b, line, &found.twin);
    add_apart(b, &found.apart);
    return behind;
}

/* Reads the table, list or paragraph that begins on `line`; returns the line behind it. */
static uint32_t read_block(builder *b, uint32_t line, uint32_t end)
{
    if (mb_is_table_row(b->reader->text, line)) {
        flush_waiting(b);
        close_lists(b);
        mb_block *table = add_block(b, mb_block_type_table, line);
        return mb_read_table(b->reader->arena, b->reader->scratch, b->reader->text, line, end, table);
    }
    uint32_t behind = read_torn_items(b, line, end);
    if (behind == line)
        behind = read_value_table(b, line, end);
    return behind > line ? behind : read_paragraph(b, line, end, 0);
}

static bool is_caption(const mb_block_reader *reader, const mb_block *block)
{
    return block->type == mb_block_type_paragraph && !block->number.data && block->text.size <= CAPTION_SIZE &&
           reader->is_caption && reader->is_caption(reader->vocabulary, block->text);
}

/* A caption above a table belongs to it; any other is that of a figure, or of a table, that the text doesn't hold. */
static void give_captions(const mb_block_reader *reader, mb_list *blocks)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        mb_read_block *read = blocks->items[i];
        mb_block *below = i + 1 < blocks->count ? ((mb_read_block *)blocks->items[i + 1])->block : NULL;
        blocks->items[kept++] = read;
        if (!is_caption(reader, read->block))
            continue;
        if (below && below->type == mb_block_type_table && !below->caption.data) {
            below->caption = read->block->text;
            kept--;
        } else {
            read->block->type = mb_block_type_caption;
        }
    }
    blocks->count = kept;
}

void mb_read_blocks(const mb_block_reader *reader, mb_line_range range, size_t skip, mb_list *blocks)
{
    builder b = {.reader = reader};
    uint32_t line = mb_next_text(reader->text, range.first, range.end);
    if (line != range.first)
        skip = 0;
    if (skip && skip >= mb_line_text(reader->text, line).size) {
        skip = 0;
        line = mb_next_text(reader->text, line + 1, range.end);
    }
    while (line < range.end) {
        line = skip ? read_paragraph(&b, line, range.end, skip) : read_block(&b, line, range.end);
        skip = 0;
        line = mb_next_text(reader->text, line, range.end);
    }
    flush_waiting(&b);
    mb_gather_sum_tables(reader, &b.blocks);
    give_captions(reader, &b.blocks);
    mb_gather_bare_lists(reader, &b.blocks);
    mb_list_reserve(reader->arena, blocks, b.blocks.count);
    for (uint32_t i = 0; i < b.blocks.count; i++)
        mb_list_push(reader->arena, blocks, ((const mb_read_block *)b.blocks.items[i])->block);
}

/* sections.c: headings and the text under them become sections.
 *
 * A committee report numbers its paragraphs by its sections, 3.1, 3.2, …: a line that begins with the section's own
 * number begins a paragraph, whatever stands before it, also behind a bullet that extraction put there. */
#include "reader/reports/sections.h"

#include <ctype.h>

#include "reader/reports/running_paragraphs.h"
#include "reader/reports/split_tables.h"
#include "text/marker.h"
#include "text/torn_heads.h"

typedef struct numbered_text {
    mb_reader *reader;
    uint32_t section;       /* the first part of its paragraphs' numbers, or 0 */
    const mb_list *running; /* paragraphs that are numbered through the paper, of mb_running_paragraph */
    uint32_t next;          /* the next of them */
} numbered_text;

/* Where the number begins that numbers a paragraph of this section, or SIZE_MAX. */
static size_t paragraph_number(const numbered_text *n, uint32_t line)
{
    mb_slice text = mb_line_text(n->reader->text, line);
    mb_marker marker = mb_marker_of(text);
    mb_slice from = marker.form == MB_MARKER_BULLET ? marker.rest : text;
    mb_item_number number = mb_item_number_of(from);
    if (number.count < 2 || number.separator != '.' || number.parts[0] != n->section)
        return SIZE_MAX;
    mb_slice behind = mb_slice_trim(mb_slice_from(from, number.end));
    if (behind.size && (islower((unsigned char)*behind.data) || *behind.data == '%'))
        return SIZE_MAX;
    return (size_t)(from.data - text.data);
}

/* Whether the number stands alone behind bullets that do so too: the bullets' texts come before its own. */
static bool waits_behind_bullets(const numbered_text *n, uint32_t line, uint32_t first)
{
    const mb_text *text = n->reader->text;
    if (mb_marker_of(mb_line_text(text, line)).rest.size)
        return false;
    while (line > first && !mb_line_is_text(text, line - 1))
        line--;
    mb_marker before = line > first ? mb_marker_of(mb_line_text(text, line - 1)) : (mb_marker){0};
    return before.form == MB_MARKER_BULLET && before.rest.size == 0;
}

static const mb_running_paragraph *running_at(const numbered_text *n, uint32_t line)
{
    const mb_running_paragraph *next = n->next < n->running->count ? n->running->items[n->next] : NULL;
    return next && next->line == line ? next : NULL;
}

/* Puts the number on the paragraph that was read behind it, or on one of its own above a list or a table. */
static void number_paragraph(const numbered_text *n, const mb_running_paragraph *from, uint32_t first, mb_list *blocks)
{
    mb_block *block = first < blocks->count ? blocks->items[first] : NULL;
    if (!block || block->type != mb_block_type_paragraph || block->number.data) {
        block = mb_list_add(n->reader->arena, blocks, mb_block);
        block->type = mb_block_type_paragraph;
        block->text = MB_TEXT("");
        for (uint32_t i = blocks->count - 1; i > first; i--)
            blocks->items[i] = blocks->items[i - 1];
        blocks->items[first] = block;
    }
    block->number = from->number.printed;
    block->place = mb_place_of(n->reader->text, from->line);
}

/* Reads the lines that begin with a running number into a paragraph and what follows it. */
static void read_running(const numbered_text *n, const mb_running_paragraph *from, uint32_t end, mb_list *blocks)
{
    uint32_t first = blocks->count;
    bool alone = from->number.end == mb_line_text(n->reader->text, from->line).size;
    if (!alone)
        mb_read_lines(n->reader, (mb_line_range){from->line, end}, from->number.end, blocks);
    else if (from->line + 1 < end)
        mb_read_lines(n->reader, (mb_line_range){from->line + 1, end}, 0, blocks);
    number_paragraph(n, from, first, blocks);
}

static void read_piece(const numbered_text *n, const mb_running_paragraph *from, mb_line_range lines, mb_list *blocks)
{
    if (lines.first >= lines.end)
        return;
    if (from)
        read_running(n, from, lines.end, blocks);
    else
        mb_read_lines(n->reader, lines, 0, blocks);
}

static void read_running_text(numbered_text *n, mb_line_range lines, mb_list *blocks)
{
    const mb_running_paragraph *from = NULL;
    uint32_t first = lines.first;
    while (n->next < n->running->count && ((mb_running_paragraph *)n->running->items[n->next])->line < lines.first)
        n->next++;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        const mb_running_paragraph *here = running_at(n, line);
        if (!here)
            continue;
        read_piece(n, from, (mb_line_range){first, line}, blocks);
        from = here;
        first = line;
        n->next++;
    }
    read_piece(n, from, (mb_line_range){first, lines.end}, blocks);
}

static void read_text(const numbered_text *n, mb_line_range lines, mb_list *blocks)
{
    uint32_t first = lines.first;
    size_t skip = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        size_t number = SIZE_MAX;
        if (n->section && mb_line_is_text(n->reader->text, line))
            number = paragraph_number(n, line);
        if (number == SIZE_MAX || waits_behind_bullets(n, line, first))
            continue;
        if (line > first)
            mb_read_lines(n->reader, (mb_line_range){first, line}, skip, blocks);
        first = line;
        skip = number;
    }
    if (first < lines.end)
        mb_read_lines(n->reader, (mb_line_range){first, lines.end}, skip, blocks);
}

static uint32_t heading_line(const mb_list *headings, uint32_t i, uint32_t end)
{
    return i < headings->count ? ((const mb_section_heading *)headings->items[i])->heading.line : end;
}

/* Where the text under each heading begins: behind it, or above it with the table that it was printed into. */
static uint32_t *find_starts(mb_reader *reader, const mb_list *headings, uint32_t end)
{
    uint32_t *starts = mb_new_array(reader->scratch, uint32_t, headings->count);
    for (uint32_t i = 0; i < headings->count; i++) {
        const mb_heading *heading = &((const mb_section_heading *)headings->items[i])->heading;
        uint32_t from = i ? ((const mb_section_heading *)headings->items[i - 1])->heading.end : heading->line;
        starts[i] = mb_find_split_table(reader, from, heading, heading_line(headings, i + 1, end));
    }
    return starts;
}

/* Where the text under heading `i` ends: at the next heading or the table that it stands in, or with the paper. */
static uint32_t text_end(const mb_list *headings, const uint32_t *starts, uint32_t i, uint32_t end)
{
    uint32_t next = heading_line(headings, i + 1, end);
    return i + 1 < headings->count && starts[i + 1] < next ? starts[i + 1] : next;
}

void mb_read_sections(mb_reader *reader, const mb_list *headings, const mb_list *running, uint32_t end,
                      mb_report *report)
{
    numbered_text text = {.reader = reader, .running = running};
    uint32_t *starts = find_starts(reader, headings, end);
    for (uint32_t i = 0; i < headings->count; i++) {
        const mb_section_heading *from = headings->items[i];
        mb_section *section = mb_list_add(reader->arena, &report->sections, mb_section);
        section->place = mb_place_of(reader->text, from->heading.line);
        section->level = MB_COUNT(from->level);
        section->number = from->heading.number.printed;
        mb_offer_number(reader, &from->heading, mb_target_at(section, section));
        section->title = from->heading.text;
        section->printed = mb_printed_heading(reader, &from->heading);
        section->kind = mb_kind_of_section(reader, from->heading.text);
        if (from->heading.number.count && (from->level == 1 || from->heading.number.count > 1))
            text.section = from->heading.number.parts[0];
        mb_hide_heading(reader->text, &from->heading);
        mb_line_range lines = {starts[i], text_end(headings, starts, i, end)};
        if (running->count)
            read_running_text(&text, lines, &section->blocks);
        else
            read_text(&text, lines, &section->blocks);
        mb_show_heading(reader->text, &from->heading);
        mb_gather_torn_heads(reader->arena, reader->text, &section->blocks);
    }
}

void mb_read_whole_section(mb_reader *reader, mb_line_range lines, mb_report *report)
{
    mb_section *section = mb_list_add(reader->arena, &report->sections, mb_section);
    section->place = mb_place_of(reader->text, lines.first);
    section->level = MB_COUNT(1);
    mb_read_lines(reader, lines, 0, &section->blocks);
}

/* lines.c: text becomes lines, and lines get the sheet that they stand on. */
#include <ctype.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/text.h"
#include "text/values.h"

/* What is told anew has no more bytes: a line keeps where it begins in 30 bits. */
#define MOST_TOLD ((size_t)1 << 30)
/* So many blank lines stand for the end of a page. */
#define PAGE_GAP 3

/* Where the line that begins at `at` ends. One that is longer than a record can say is cut between two characters. */
static const char *line_end(const char *at, const char *end)
{
    size_t reach = (size_t)(end - at) < MB_LONGEST_LINE ? (size_t)(end - at) : MB_LONGEST_LINE;
    const char *lf = memchr(at, '\n', reach);
    if (lf)
        return lf;
    const char *cut = at + reach;
    while (cut < end && cut > at + 1 && ((unsigned char)*cut & 0xC0) == 0x80)
        cut--;
    return cut;
}

static const char *behind_line(const char *line_end, const char *end)
{
    return line_end < end && *line_end == '\n' ? line_end + 1 : line_end;
}

static uint32_t count_lines(mb_slice source)
{
    uint32_t count = 0;
    for (const char *at = source.data, *end = mb_slice_end(source); at < end; count++)
        at = behind_line(line_end(at, end), end);
    return count;
}

static uint32_t measure_indent(mb_slice raw)
{
    uint32_t columns = 0;
    for (size_t i = 0; i < raw.size; i++) {
        if (raw.data[i] == ' ')
            columns++;
        else if (raw.data[i] == '\t')
            columns += 8 - columns % 8;
        else if (raw.data[i] != '\f' && raw.data[i] != '\r')
            break;
    }
    return columns > MB_FURTHEST ? MB_FURTHEST : columns;
}

/* Whether three spaces stand together: where they do, each third byte meets one. */
static bool has_gap(mb_slice line)
{
    for (size_t at = 2; at < line.size; at++) {
        if (line.data[at] != ' ')
            at += 2;
        else if (line.data[at - 1] != ' ')
            at += 1;
        else if (line.data[at - 2] == ' ')
            return true;
    }
    return false;
}

static bool has_tab(mb_slice text)
{
    return text.size && memchr(text.data, '\t', text.size);
}

static uint32_t count_form_feeds(mb_slice raw)
{
    uint32_t count = 0;
    for (size_t i = 0; i < raw.size; i++)
        count += raw.data[i] == '\f';
    return count;
}

/* How a text marks its pages. */
typedef enum page_marks {
    NO_FORM_FEEDS,
    FORM_FEEDS_BEGIN, /* before a page */
    FORM_FEEDS_END    /* behind every page, the last one too: two of them have a page without text between */
} page_marks;

static page_marks find_page_marks(mb_slice source)
{
    if (source.size == 0 || !memchr(source.data, '\f', source.size))
        return NO_FORM_FEEDS;
    return *(mb_slice_end(source) - 1) == '\f' ? FORM_FEEDS_END : FORM_FEEDS_BEGIN;
}

static bool has_letter(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isalpha((unsigned char)text.data[i]))
            return true;
    return false;
}

/* Extraction without form feeds marks a page by one space: before its first line, or on a line of its own where the
 * page began with a picture; in a dump before the tab, where figures alone belong to a chart, unless a page's number
 * stands above. A space before a bullet is nesting. */
static bool has_page_space(mb_slice raw, mb_slice trimmed, bool below_number)
{
    if (raw.size == 0 || raw.data[0] != ' ')
        return false;
    if (trimmed.size == 0)
        return raw.size == 1 || (raw.size == 2 && raw.data[1] == '\r');
    if (raw.data[1] == '\t')
        return below_number || has_letter(trimmed);
    return trimmed.data == raw.data + 1 && trimmed.data[0] != '-';
}

/* Room for the first sheets; it doubles. */
#define FIRST_SHEETS 64

static void begin_sheet(mb_arena *arena, mb_text *text, uint32_t line)
{
    uint32_t count = text->sheets;
    if (count == 0 || (count >= FIRST_SHEETS && (count & (count - 1)) == 0)) {
        uint32_t *starts = mb_new_array(arena, uint32_t, count ? 2 * (size_t)count : FIRST_SHEETS);
        if (count)
            memcpy(starts, text->sheet_starts, sizeof *starts * count);
        text->sheet_starts = starts;
    }
    text->sheet_starts[text->sheets++] = line;
}

static void begin_sheets(mb_arena *arena, mb_text *text, uint32_t line, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        begin_sheet(arena, text, line);
    if (text->sheets == 0)
        begin_sheet(arena, text, line);
}

void mb_set_width(mb_line *line, mb_slice words)
{
    unsigned width = mb_width(words);
    line->width = (width < MB_WIDEST ? width : MB_WIDEST) & MB_WIDEST;
}

static bool is_within(mb_slice base, const char *data)
{
    return (uintptr_t)data >= (uintptr_t)base.data && (uintptr_t)data <= (uintptr_t)mb_slice_end(base);
}

void mb_set_words(const mb_text *text, mb_line *line, mb_slice words)
{
    uint32_t base = text->tellings;
    while (base > 0 && !is_within(text->bases[base], words.data))
        base--;
    line->base = base & 3U;
    line->at = (uint32_t)(words.data - text->bases[base].data) & ((1U << 30) - 1);
    line->size = (uint32_t)words.size & MB_LONGEST_LINE;
    line->tab_inside = has_tab(words);
    line->marked = mb_marker_of(words).form != MB_MARKER_NONE;
    line->values = mb_is_value_line(words);
    line->finished = mb_is_finished(words);
}

void mb_set_words_of(const mb_text *text, mb_line *line, mb_slice raw, mb_slice words)
{
    mb_set_words(text, line, words);
    mb_set_width(line, words);
    line->gap = has_gap(words);
    line->tab_around = words.size < raw.size && (has_tab(mb_slice_between(raw.data, words.data)) ||
                                                 has_tab(mb_slice_between(mb_slice_end(words), mb_slice_end(raw))));
}

void mb_find_lines(mb_arena *arena, mb_text *text)
{
    text->count = count_lines(text->source);
    text->lines = mb_new_array(arena, mb_line, text->count);
    text->pages = mb_new_array(arena, uint16_t, text->count);
    text->bases[0] = text->source;

    page_marks marks = find_page_marks(text->source);
    bool breaks = false;
    uint32_t number = 0; /* at the foot of the last page, if it has one */
    if (marks == FORM_FEEDS_END && text->count)
        begin_sheet(arena, text, 0);
    const char *at = text->source.data, *end = mb_slice_end(text->source);
    for (uint32_t i = 0; i < text->count; i++) {
        const char *stop = line_end(at, end);
        mb_slice raw = mb_slice_between(at, stop);
        mb_slice trimmed = mb_slice_trim(raw);
        mb_line *line = &text->lines[i];
        mb_set_words_of(text, line, raw, trimmed);
        line->indent = line->column = measure_indent(raw) & MB_FURTHEST;
        line->role = trimmed.size ? MB_LINE_TEXT : MB_LINE_BLANK;
        uint32_t above = i ? mb_bare_number(mb_line_text(text, i - 1)) : 0;
        uint32_t begun = marks ? count_form_feeds(raw) : has_page_space(raw, trimmed, above && above == number + 1);
        if (marks == FORM_FEEDS_END && stop == end)
            begun--;
        line->starts_sheet = begun > 0;
        if (line->starts_sheet && !marks)
            line->indent = line->column = 0;
        begin_sheets(arena, text, i, begun);
        number = begun ? above : number;
        breaks |= begun > 0;
        at = behind_line(stop, end);
    }
    if (!breaks && !marks)
        text->sheets = 0;
}

uint32_t mb_sheet_of(const mb_text *text, uint32_t line)
{
    uint32_t sheet = 0;
    for (uint32_t left = text->sheets; left > 0;) {
        uint32_t half = left / 2;
        if (text->sheet_starts[sheet + half] <= line) {
            sheet += half + 1;
            left -= half + 1;
        } else {
            left = half;
        }
    }
    return sheet;
}

mb_line_range mb_lines_of_sheet(const mb_text *text, uint32_t line)
{
    uint32_t sheet = mb_sheet_of(text, line);
    return (mb_line_range){sheet ? text->sheet_starts[sheet - 1] : 0,
                           sheet < text->sheets ? text->sheet_starts[sheet] : text->count};
}

/* --- Lines that are told anew --- */

void mb_keep_printed(mb_arena *scratch, mb_text *text)
{
    if (text->printed)
        return;
    text->printed = mb_new_array(scratch, uint32_t, text->count);
    for (uint32_t line = 0; line < text->count; line++)
        text->printed[line] = text->lines[line].at;
}

static bool any_is_told(const mb_text *text, mb_line_range lines)
{
    for (uint32_t line = lines.first; text->printed && line < lines.end; line++)
        if (mb_is_told(text, line))
            return true;
    return false;
}

mb_slice mb_lines_together(mb_arena *scratch, const mb_text *text, mb_line_range lines)
{
    if (!any_is_told(text, lines))
        return mb_slice_between(mb_line_start(text, lines.first), mb_slice_end(mb_line_text(text, lines.end - 1)));
    mb_slice *parts = mb_new_array(scratch, mb_slice, 2 * (size_t)(lines.end - lines.first));
    size_t count = 0;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        parts[count++] = mb_line_text(text, line);
        parts[count++] = MB_TEXT("\n");
    }
    return mb_arena_join(scratch, parts, count - 1);
}

void mb_make_told_room(mb_arena *arena, mb_text *text, uint32_t lines, size_t size)
{
    size += 2 * ((size_t)lines + 1);
    char *room = mb_arena_text(arena, size < MOST_TOLD ? size : SIZE_MAX / 2); /* which no arena has */
    text->bases[++text->tellings] = (mb_slice){room, size};
    text->told = room;
    mb_told_room(text, 0);
}

char *mb_told_room(mb_text *text, size_t size)
{
    char *room = text->told;
    room[0] = room[size + 1] = '\n';
    text->told += size + 2;
    return room + 1;
}

mb_slice mb_told_nothing(const mb_text *text)
{
    return (mb_slice){text->bases[text->tellings].data + 1, 0};
}

bool mb_begins_page(const mb_text *text, uint32_t line)
{
    uint32_t blanks = 0;
    while (blanks < PAGE_GAP && line > blanks && !mb_line_is_text(text, line - blanks - 1))
        blanks++;
    return text->lines[line].starts_sheet || blanks == PAGE_GAP;
}

uint32_t mb_next_text(const mb_text *text, uint32_t line, uint32_t end)
{
    while (line < end && !mb_line_is_text(text, line))
        line++;
    return line;
}

mb_slice mb_printed_line(const mb_text *text, uint32_t line)
{
    if (!text->printed)
        return mb_line_text(text, line);
    const char *printed = mb_printed_at(text, line), *end = printed;
    const char *most = line + 1 < text->count ? mb_printed_at(text, line + 1) : mb_slice_end(text->source);
    while (end < most && *end != '\n')
        end++;
    return mb_slice_between(printed, end);
}

mb_place mb_place_of(const mb_text *text, uint32_t line)
{
    mb_place place = {.line = line + 1};
    if (line < text->count) {
        place.page = text->pages[line];
        place.sheet = mb_sheet_of(text, line);
    }
    return place;
}

static mb_text read_lines(mb_arena *arena, mb_arena *scratch, mb_slice bytes)
{
    mb_text text = {0};
    text.source = mb_text_clean(arena, bytes, &text);
    mb_find_lines(scratch, &text);
    return text;
}

static mb_text read_own_lines(mb_arena *arena, mb_arena *scratch, mb_slice own)
{
    mb_text text = read_lines(arena, scratch, own);
    mb_close_up(&text);
    text.joins_in_place = true;
    return text;
}

static void tell_kinds(mb_arena *arena, mb_arena *scratch, mb_text *text)
{
    mb_find_kinds(text);
    mb_find_page_feet(scratch, text);
    mb_read_layout(arena, scratch, text);
    mb_read_dump(arena, scratch, text);
}

mb_text mb_text_read(mb_arena *arena, mb_arena *scratch, mb_slice bytes)
{
    mb_text text = read_lines(arena, scratch, bytes);
    tell_kinds(arena, scratch, &text);
    return text;
}

mb_text mb_text_read_own(mb_arena *arena, mb_arena *scratch, mb_slice own)
{
    mb_text text = read_own_lines(arena, scratch, own);
    tell_kinds(arena, scratch, &text);
    return text;
}

mb_text mb_text_read_layout(mb_arena *arena, mb_arena *scratch, mb_slice own)
{
    mb_text text = read_own_lines(arena, scratch, own);
    for (uint32_t line = 0; line < text.count; line++)
        text.lines[line].kind = MB_TEXT_LAYOUT;
    mb_read_layout(arena, scratch, &text);
    return text;
}

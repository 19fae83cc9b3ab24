/* kind.c: tells the kinds of text apart by what a stretch of lines shows.
 *
 * A stretch that shows nothing clear (a page of short bullets fits all kinds) takes the kind of the one before it. */
#include "text/dump.h"
#include "text/marker.h"
#include "text/tables.h"
#include "text/text.h"

/* Long enough to hold a few paragraphs, short enough to see a change of kind within a pack. */
#define STRETCH 48
/* No page is wide enough for a printed line of so many characters. */
#define LONGER_THAN_A_PRINTED_LINE 150
/* A line of running text, rather than a heading or a bullet. */
#define RUNNING_LINE 30
/* So many signs, and the stretch speaks for itself. */
#define CLEAR 3

typedef struct signs {
    uint32_t lines;     /* of text */
    uint32_t unwrapped; /* longer than a printed line, or with Markdown's marks */
    uint32_t marks;     /* of those: with Markdown's marks */
    uint32_t running;   /* could be a wrapped line of running text */
    uint32_t single;    /* of those: the next line follows at once, and is no item of a list */
    uint32_t spaced;    /* of those: a blank line follows, though the sentence goes on */
    uint32_t columns;   /* three spaces or more inside */
    uint32_t indented;  /* three spaces or more before the words, which no bullet begins */
    uint32_t hanging;   /* of those: further in than the first line of their paragraph, as a list's wraps are */
    uint32_t tags;      /* nothing but a tag's name */
    uint32_t begun;     /* the first behind a blank one */
    uint32_t tabbed;    /* of those: a tab stands before it, and none within */
    bool undecided;
} signs;

static bool follows_tab(const mb_text *text, uint32_t line)
{
    return text->lines[line].tab_around && mb_line_start(text, line) > text->source.data &&
           mb_line_start(text, line)[-1] == '\t';
}

static bool has_markdown_marks(mb_slice line)
{
    return mb_slice_find(line, MB_TEXT("**"), 0) != SIZE_MAX || mb_slice_starts(line, MB_TEXT("# ")) ||
           mb_slice_starts(line, MB_TEXT("## "));
}

/* Wrapped text is indented in layouts only; elsewhere a list within a list is. */
static bool is_indented(const mb_text *text, uint32_t line)
{
    mb_slice raw = mb_raw_line(text, line);
    if (mb_slice_starts(raw, MB_TEXT("\f")))
        raw = mb_slice_from(raw, 1);
    return mb_slice_starts(raw, MB_TEXT("   ")) && !mb_bullet_of(mb_line_text(text, line)).form;
}

/* Whether a line is set further in than the one right above it, or as far as one that is. */
static bool hangs(const mb_text *text, uint32_t line, bool above_hangs)
{
    if (line == 0 || !mb_line_is_text(text, line - 1))
        return false;
    uint16_t indent = text->lines[line].indent, above = text->lines[line - 1].indent;
    return indent > above || (above_hangs && indent == above);
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Whether a line follows at once that is no item of a list. A slide is wider than a page, so its lines are long, and
 * yet wrapped. */
static bool is_followed(const mb_text *text, uint32_t line)
{
    return line + 1 < text->count && mb_line_is_text(text, line + 1) && !text->lines[line + 1].marked;
}

static signs look(const mb_text *text, uint32_t first, uint32_t end)
{
    signs seen = {0};
    bool hanging = false;
    for (uint32_t i = first; i < end; i++) {
        if (!mb_line_is_text(text, i))
            continue;
        mb_slice line = mb_line_text(text, i);
        bool tabs = text->lines[i].tab_inside;
        seen.lines++;
        seen.tags += mb_is_tag(line);
        seen.columns += !tabs && text->lines[i].gap;
        bool indented = !tabs && is_indented(text, i);
        hanging = indented && hangs(text, i, hanging);
        seen.indented += indented;
        seen.hanging += hanging;
        bool begun = i > 0 && !mb_line_is_text(text, i - 1);
        seen.begun += begun;
        seen.tabbed += begun && !tabs && follows_tab(text, i);
        bool long_line = !tabs && line.size > LONGER_THAN_A_PRINTED_LINE;
        seen.marks += has_markdown_marks(line);
        seen.unwrapped += has_markdown_marks(line) || (long_line && !is_followed(text, i));
        if (line.size < RUNNING_LINE || line.size > LONGER_THAN_A_PRINTED_LINE || tabs)
            continue;
        seen.running++;
        if (is_followed(text, i))
            seen.single++;
        else if (i + 2 < text->count && mb_line_is_text(text, i + 2) && is_lower(mb_line_start(text, i + 2)[0]))
            seen.spaced++;
    }
    return seen;
}

/* The kind that the signs speak for; `undecided` where they speak for none. */
static mb_text_kind judge(signs *seen)
{
    if (seen->tags >= CLEAR || (seen->tabbed >= CLEAR && seen->tabbed * 4 >= seen->begun * 3))
        return MB_TEXT_DUMP;
    bool hangs = seen->hanging >= 2 * CLEAR && !seen->marks;
    if ((seen->columns >= CLEAR || hangs) && (seen->columns + seen->indented) * 4 >= seen->lines)
        return MB_TEXT_LAYOUT;
    if (seen->unwrapped && seen->unwrapped * 4 >= seen->single)
        return MB_TEXT_MARKDOWN;
    if (seen->spaced >= CLEAR && seen->spaced > seen->single)
        return MB_TEXT_SPACED;
    if (seen->single >= CLEAR)
        return MB_TEXT_READING_ORDER;
    seen->undecided = true;
    return MB_TEXT_READING_ORDER;
}

static bool is_dumped(const mb_text *text, uint32_t line)
{
    return mb_line_is_text(text, line) && (follows_tab(text, line) || mb_is_tag(mb_line_text(text, line)));
}

static bool begins_undumped(const mb_text *text, uint32_t line)
{
    bool begins = mb_line_is_text(text, line) && (line == 0 || !mb_line_is_text(text, line - 1));
    return begins && !is_dumped(text, line);
}

/* Where a dump begins that the stretch of lines from `first` on shows: no paragraph of it lacks a tab or a tag. */
static uint32_t find_dump_start(const mb_text *text, uint32_t first, uint32_t end)
{
    uint32_t start = first, least = first > STRETCH ? first - STRETCH : 0;
    while (start < end && !is_dumped(text, start))
        start++;
    if (start > mb_next_text(text, first, end))
        return start;
    for (uint32_t i = start; i > least && !begins_undumped(text, i - 1); i--)
        if (is_dumped(text, i - 1))
            start = i - 1;
    return start;
}

/* Behind the last line of a dump in a stretch, its wraps included. */
static uint32_t find_dump_end(const mb_text *text, uint32_t first, uint32_t end)
{
    uint32_t last = end;
    while (last > first && !is_dumped(text, last - 1))
        last--;
    while (last < end && !begins_undumped(text, last))
        last++;
    return last;
}

static void set_kind(mb_text *text, uint32_t first, uint32_t end, mb_text_kind kind)
{
    for (uint32_t i = first; i < end; i++)
        text->lines[i].kind = kind & 7U;
}

/* What stands above or below a dump in the stretch that shows it has a kind of its own: `kind` where it shows none. */
static mb_text_kind set_kind_of_part(mb_text *text, uint32_t first, uint32_t end, mb_text_kind kind)
{
    signs seen = look(text, first, end);
    mb_text_kind judged = judge(&seen);
    kind = seen.undecided ? kind : judged;
    set_kind(text, first, end, kind);
    return kind;
}

/* Behind the dump with which a stretch begins whose other lines show another kind. */
static uint32_t find_end_of_remains(const mb_text *text, uint32_t first, uint32_t end)
{
    while (first < end && !begins_undumped(text, first))
        first++;
    return first;
}

/* Sets the kind of a stretch's lines, where a dump may begin or end among them; returns that of the last. */
static mb_text_kind set_kinds(mb_text *text, uint32_t first, uint32_t end, mb_text_kind before, mb_text_kind kind)
{
    if (kind != MB_TEXT_DUMP) {
        uint32_t from = before == MB_TEXT_DUMP ? find_end_of_remains(text, first, end) : first;
        set_kind(text, first, from, before);
        set_kind(text, from, end, kind);
        return kind;
    }
    uint32_t from = before == kind ? first : find_dump_start(text, first, end);
    uint32_t behind = find_dump_end(text, from, end);
    set_kind_of_part(text, first, from, before);
    set_kind(text, from, behind, kind);
    return behind < end ? set_kind_of_part(text, behind, end, MB_TEXT_READING_ORDER) : kind;
}

/* Where one stretch is a layout, others that could be taken for reading order show a column or an indent, at least. */
static void find_more_layout(mb_text *text)
{
    for (uint32_t first = 0; first < text->count; first += STRETCH) {
        uint32_t end = first + STRETCH < text->count ? first + STRETCH : text->count;
        if (text->lines[first].kind != MB_TEXT_READING_ORDER)
            continue;
        signs seen = look(text, first, end);
        for (uint32_t i = first; seen.columns + seen.indented > 0 && i < end; i++)
            if (text->lines[i].kind == MB_TEXT_READING_ORDER)
                text->lines[i].kind = MB_TEXT_LAYOUT;
    }
}

void mb_find_kinds(mb_text *text)
{
    bool known = false, layout = false;
    mb_text_kind kind = MB_TEXT_READING_ORDER;
    for (uint32_t first = 0; first < text->count; first += STRETCH) {
        uint32_t end = first + STRETCH < text->count ? first + STRETCH : text->count;
        signs seen = look(text, first, end);
        mb_text_kind judged = judge(&seen);
        uint32_t from = seen.undecided || known ? first : 0;
        known |= !seen.undecided;
        kind = set_kinds(text, from, end, kind, seen.undecided ? kind : judged);
        layout |= kind == MB_TEXT_LAYOUT;
    }
    if (layout)
        find_more_layout(text);
}

bool mb_has_kind(const mb_text *text, mb_text_kind kind)
{
    for (uint32_t line = 0; line < text->count; line++)
        if (text->lines[line].kind == kind)
            return true;
    return false;
}

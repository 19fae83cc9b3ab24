/* wraps.c: joins what the page's edge, or the page's end, has cut.
 *
 * The test of a wrap is the printer's own: a line was ended by the page's edge when the next line's first word would
 * not have fitted on it. Where that leaves doubt, the sentence decides. */
#include "text/wraps.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/margins.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"

/* Text that hangs from its first line hangs no further in, and the first line has so many words: it is no label, no cell. */
#define HANGING_COLUMNS 16
#define HANGING_WORDS   6
/* A shorter line that doesn't end like a sentence is a heading or a lead-in, not one that was cut. */
#define CUT_LINE 30
/* An abbreviation that ends a sentence on a line of its own has no more words. */
#define ABBREVIATION_WORDS 2
/* The lines on either side that tell how wide the text of a line is; lists and columns are narrower than the page. */
#define WIDTH_LINES 30
/* A line that breaks off in mid-sentence was wrapped when it is at least so wide. */
#define NEARLY_FULL_PERCENT 80
/* "Forward plan reference:", "Also in attendance:". */
#define LABEL_SIZE 40
/* An item of a list has fewer lines. */
#define ROMAN_LINES 30
/* No list has a thousand items. */
#define NUMBER_DIGITS 3
/* A line so much wider than the next widest, and wider than a page of paper in small type, is two: extraction joined
 * them where it took the hyphen between. */
#define JOINED_PERCENT 140
#define PAPER_WIDTH    55000
/* So many of the nearest lines that were surely wrapped tell how wide a column is where blank lines part all of them. */
#define WRAPPED_LINES 3
/* A line wider than those by more than that stands in another column. */
#define COLUMN_SLACK_PERCENT 110
/* A run of lines narrower than that beside its surroundings is no column but a few short lines. */
#define COLUMN_PERCENT 55

static bool ends_column(const mb_text *text, uint32_t line, uint32_t from)
{
    return text->lines[line].kind != text->lines[from].kind || text->lines[line].tab_inside;
}

/* The three widest lines that were seen, the widest first. */
typedef struct top_widths {
    unsigned widths[3];
} top_widths;

static void see_width(top_widths *seen, unsigned width)
{
    for (size_t i = 0; width > seen->widths[2] && i < 3; i++)
        if (width > seen->widths[i]) {
            unsigned narrower = seen->widths[i];
            seen->widths[i] = width;
            width = narrower;
        }
}

static unsigned printed_width(const top_widths *seen)
{
    for (size_t i = 0; i + 1 < 3; i++)
        if (seen->widths[i] <= PAPER_WIDTH || seen->widths[i] * 100 <= seen->widths[i + 1] * JOINED_PERCENT)
            return seen->widths[i];
    return seen->widths[0];
}

unsigned mb_page_width(const mb_text *text, uint32_t line)
{
    uint32_t first = line > WIDTH_LINES ? line - WIDTH_LINES : 0;
    uint32_t end = line + WIDTH_LINES < text->count ? line + WIDTH_LINES : text->count;
    top_widths seen = {0};
    for (uint32_t i = first; i < end; i++)
        if (mb_line_is_text(text, i) && !ends_column(text, i, line))
            see_width(&seen, text->lines[i].width);
    return printed_width(&seen);
}

/* The widest of the lines that follow one another on a sheet without a gap, about `line`. */
static unsigned run_width(const mb_text *text, uint32_t line)
{
    unsigned widest = 0;
    uint32_t first = line, end = line + 1;
    while (first > 0 && line - first < WIDTH_LINES && !text->lines[first].starts_sheet &&
           mb_line_is_text(text, first - 1))
        first--;
    while (end < text->count && end - line < WIDTH_LINES && !text->lines[end].starts_sheet &&
           mb_line_is_text(text, end))
        end++;
    for (uint32_t i = first; i < end; i++) {
        unsigned width = text->lines[i].width;
        if (width > widest)
            widest = width;
    }
    return widest;
}

/* Whether the page's edge ended the line, since its sentence goes on in small letters. */
static bool was_wrapped(const mb_text *text, uint32_t line)
{
    if (!mb_line_is_text(text, line) || text->lines[line].finished)
        return false;
    uint32_t next = mb_next_text(text, line + 1, text->count);
    return next < text->count && next <= line + 2 && mb_starts_small(mb_line_text(text, next));
}

/* The widest of the lines next to `line` that were surely wrapped, or 0. */
static unsigned wrapped_width(const mb_text *text, uint32_t line)
{
    unsigned widest = 0;
    uint32_t seen = 0;
    for (uint32_t away = 0; away < WIDTH_LINES && seen < WRAPPED_LINES; away++) {
        uint32_t near[] = {line - away, line + away};
        for (size_t i = away == 0; i < 2; i++) {
            if (near[i] >= text->count || text->lines[near[i]].kind != MB_TEXT_SPACED || !was_wrapped(text, near[i]))
                continue;
            seen++;
            if (text->lines[near[i]].width > widest)
                widest = text->lines[near[i]].width;
        }
    }
    return widest;
}

static unsigned column_width(const mb_text *text, uint32_t line)
{
    if (text->lines[line].kind == MB_TEXT_LAYOUT)
        return mb_room_of(text, line);
    if (text->lines[line].kind == MB_TEXT_SPACED) {
        unsigned wrapped = wrapped_width(text, line), own = text->lines[line].width;
        if (own * 100 > wrapped * COLUMN_SLACK_PERCENT)
            return mb_page_width(text, line);
        return wrapped > own ? wrapped : own;
    }
    unsigned page = mb_page_width(text, line), run = run_width(text, line);
    return run * 100 >= page * COLUMN_PERCENT ? run : page;
}

/* What line `last` would measure with the first word of line `next` behind it. */
static unsigned width_with_word(const mb_text *text, uint32_t last, uint32_t next)
{
    return text->lines[last].width + MB_SPACE_WIDTH + mb_width(mb_first_word(mb_line_text(text, next)));
}

bool mb_is_full(const mb_text *text, uint32_t last, uint32_t next)
{
    return width_with_word(text, last, next) > column_width(text, last);
}

bool mb_is_nearly_full(const mb_text *text, uint32_t last)
{
    return text->lines[last].width * 100 >= column_width(text, last) * NEARLY_FULL_PERCENT;
}

/* What stands between two lines of text. */
typedef struct between {
    uint32_t blanks;
    bool page_end;
} between;

static between look_between(const mb_text *text, uint32_t last, uint32_t next)
{
    between seen = {0, false};
    for (uint32_t i = last + 1; i <= next; i++) {
        seen.blanks += i < next && text->lines[i].role == MB_LINE_BLANK;
        seen.page_end |= text->lines[i].starts_sheet || text->lines[i].role == MB_LINE_FURNITURE;
    }
    return seen;
}

/* "b)" right below "a)", "2." below "1.": in the same form, and the next one. */
static bool is_next_marker(mb_marker above, mb_marker marker)
{
    mb_slice one = above.printed, next = marker.printed;
    if (above.form != marker.form || marker.form == MB_MARKER_BULLET || one.size != next.size)
        return false;
    size_t at = 0;
    while (at < one.size && one.data[at] == next.data[at])
        at++;
    return at < one.size && isalnum((unsigned char)one.data[at]) && next.data[at] == one.data[at] + 1 &&
           mb_slice_equal(mb_slice_from(one, at + 1), mb_slice_from(next, at + 1));
}

/* "… the page was" over "xi. in the book.": a number of the sentence, where "x." begins no line above. */
static bool is_roman_of_sentence(const mb_text *text, uint32_t last, mb_marker marker)
{
    if (text->lines[last].finished || !mb_is_high_roman(marker))
        return false;
    for (uint32_t i = 0; i < ROMAN_LINES && i <= last; i++)
        if (text->lines[last - i].marked &&
            mb_follows_roman(mb_marker_of(mb_line_text(text, last - i)).printed, marker.printed))
            return false;
    return true;
}

/* A marker begins something new, unless the sentence before it isn't at its end: then a number was wrapped, but not one
 * with a gap behind it. */
static bool begins_item(const mb_text *text, uint32_t last, uint32_t next)
{
    if (!text->lines[next].marked)
        return false;
    mb_marker marker = mb_marker_of(mb_line_text(text, next));
    if (is_roman_of_sentence(text, last, marker))
        return false;
    mb_slice before = mb_line_text(text, last);
    bool last_but_one = mb_slice_ends(before, MB_TEXT("; and")) || mb_slice_ends(before, MB_TEXT("; or"));
    bool hangs = text->lines[next].indent < text->lines[next].column;
    return marker.form == MB_MARKER_BULLET || hangs || is_next_marker(mb_marker_of(before), marker) || last_but_one ||
           text->lines[last].finished || !mb_is_full(text, last, next);
}

/* An item that a page's end cut in two, and extraction gave two bullets: "- … how this engagement and", "- responses
 * can …". Its list begins items with capitals. */
static bool is_cut_item(mb_slice before, mb_marker after, between gap)
{
    mb_marker first_half = mb_marker_of(before);
    return after.form == MB_MARKER_BULLET && first_half.form == MB_MARKER_BULLET && gap.blanks + gap.page_end > 0 &&
           mb_starts_small(after.rest) && !mb_starts_small(first_half.rest) && !mb_is_finished(before);
}

/* Indented, be it by the one space that elsewhere marks a page. */
static bool is_indented(const mb_text *text, uint32_t line)
{
    mb_slice raw = mb_raw_line(text, line);
    bool one_space = line > 0 && mb_line_start(text, line) == raw.data + 1 && *raw.data == ' ';
    return text->lines[line].indent > 0 || one_space;
}

/* One paragraph a line: only a page's end, or an indent under a list's item, cuts one. */
static bool goes_on_unwrapped(const mb_text *text, uint32_t last, uint32_t next, between gap)
{
    mb_slice before = mb_line_text(text, last), after = mb_line_text(text, next);
    if (text->lines[next].marked)
        return is_cut_item(before, mb_marker_of(after), gap);
    if (next == last + 1 && is_indented(text, next))
        return text->lines[last].marked || is_indented(text, last);
    if (before.size < CUT_LINE || text->lines[last].finished)
        return false;
    return mb_starts_small(after) || (gap.blanks + gap.page_end > 0 && mb_breaks_off(before));
}

static bool has_line_below(const mb_text *text, uint32_t line)
{
    return line + 1 < text->count && mb_line_is_text(text, line + 1);
}

/* Quotations one after another: each ends with its mark, or with who said it in brackets. */
static bool is_next_quotation(mb_slice before, mb_slice after)
{
    return mb_slice_starts(after, MB_TEXT("\xE2\x80\x9C")) &&
           (mb_slice_ends(before, MB_TEXT("\xE2\x80\x9D")) || mb_slice_ends(before, MB_TEXT(")")));
}

/* "Ann Lee - Lamps on Mill Lane" over "- and on the bridge": where dashes stand between words, one may begin a line. */
static bool is_dash_between_words(mb_slice before, mb_slice line)
{
    if (*line.data != '-' && *line.data != '\xE2')
        return false;
    mb_marker after = mb_bullet_of(line);
    bool dash = mb_slice_equal(after.printed, MB_TEXT("-")) || mb_slice_equal(after.printed, MB_TEXT("\xE2\x80\x93"));
    if (!dash)
        return false;
    bool dashes = mb_slice_find(before, MB_TEXT(" - "), 0) != SIZE_MAX ||
                  mb_slice_find(before, MB_TEXT(" \xE2\x80\x93 "), 0) != SIZE_MAX;
    return dashes && !mb_is_finished(before) && mb_marker_of(before).form != MB_MARKER_BULLET;
}

/* "This report says what it would take.": the sentence points back to the one before, so that no paragraph begins. */
static bool points_back(mb_slice text)
{
    static const char *const words[] = {"This ", "These ", "Those ", "In that case "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mb_slice_starts(text, mb_slice_of(words[i])))
            return true;
    return false;
}

/* "… of the people who live in" over "HVDC.", "… (Mill Lane" over "A12)": no heading, though in capitals. */
static bool is_last_abbreviation(mb_slice after)
{
    bool closes = mb_slice_ends(after, MB_TEXT(")")) && mb_slice_find(after, MB_TEXT("("), 0) == SIZE_MAX;
    return mb_is_capitals(after) && (closes || mb_slice_ends(after, MB_TEXT("."))) &&
           mb_slice_words(after) <= ABBREVIATION_WORDS;
}

/* Where a blank line follows every line, one that the next line follows at once is a heading, or a sheet's last. */
static bool goes_on_wrapped(const mb_text *text, uint32_t last, uint32_t next, between gap)
{
    mb_slice before = mb_line_text(text, last), after = mb_line_text(text, next);
    bool apart = gap.blanks > (text->lines[last].kind == MB_TEXT_SPACED);
    bool unfinished = !text->lines[last].finished;
    if (next == last + 1 && is_dash_between_words(before, after))
        return true;
    if (begins_item(text, last, next))
        return false;
    if (unfinished && *after.data == '(')
        return !apart;
    if (unfinished && !apart && is_last_abbreviation(after) && mb_is_full(text, last, next))
        return true;
    if (mb_is_capitals(before) != mb_is_capitals(after))
        return false;
    if (unfinished && mb_starts_small(after))
        return !apart || gap.page_end;
    if (is_next_quotation(before, after))
        return false;
    if (text->lines[last].kind == MB_TEXT_SPACED && (gap.blanks == 0 || has_line_below(text, next)))
        return false;
    if (gap.page_end)
        return unfinished && mb_is_nearly_full(text, last);
    if (apart)
        return false;
    return mb_is_full(text, last, next) || mb_breaks_off(before) ||
           ((unfinished || points_back(after)) && mb_is_nearly_full(text, last));
}

/* A label in a layout, with what it labels behind a gap: "WARD:    All". */
static bool begins_with_label(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    size_t colon = mb_slice_find(mb_line_text(text, line), MB_TEXT(": "), 0);
    return at->indent < at->column && colon != SIZE_MAX && colon <= LABEL_SIZE;
}

/* "RESOLVED - That the report be noted, and that the officers" over "be thanked", which hangs further in; below "2a. …" with
 * no more than a space behind its number any words do, where the line is nearly full: it was set with a wider gap. */
static bool hangs_below(const mb_text *text, uint32_t last, uint32_t next)
{
    const mb_line *above = &text->lines[last], *below = &text->lines[next];
    bool deeper = below->indent > above->indent && below->indent - above->indent <= HANGING_COLUMNS;
    mb_slice before = mb_line_text(text, last), after = mb_line_text(text, next);
    if (next != last + 1 || !deeper || below->marked || above->finished)
        return false;
    if (above->marked && mb_is_nearly_full(text, last))
        return true;
    return above->indent == above->column && !mb_slice_ends(before, MB_TEXT(":")) &&
           (mb_starts_small(after) || mb_breaks_off(before)) && mb_slice_words(before) >= HANGING_WORDS;
}

/* "2    Bins left on the path": words that hang behind a number, which needs no stop there. */
static bool hangs_behind_number(const mb_text *text, uint32_t line)
{
    const mb_line *at = &text->lines[line];
    const char *words = mb_line_start(text, line);
    size_t digits = 0;
    while (digits < at->size && isdigit((unsigned char)words[digits]))
        digits++;
    return at->indent < at->column && digits > 0 && digits <= NUMBER_DIGITS && digits + 1 < at->size &&
           words[digits] == ' ' && isupper((unsigned char)words[digits + 1]);
}

bool mb_goes_on(const mb_text *text, uint32_t last, uint32_t next)
{
    between gap = look_between(text, last, next);
    if ((text->lines[last].kind == MB_TEXT_DUMP) != (text->lines[next].kind == MB_TEXT_DUMP))
        return false; /* where a dump begins or ends, so does a paper */
    if (text->lines[next].starts_table && !mb_is_unwrapped(text, next))
        return false;
    if (mb_is_unwrapped(text, last))
        return goes_on_unwrapped(text, last, next, gap);
    if (hangs_behind_number(text, next))
        return false;
    if (text->lines[last].kind == MB_TEXT_LAYOUT && hangs_below(text, last, next))
        return true;
    if (text->lines[last].kind == MB_TEXT_LAYOUT && !gap.page_end &&
        (!mb_stands_below(text, last, next) || begins_with_label(text, next)))
        return false;
    return goes_on_wrapped(text, last, next, gap);
}

/* Whether the piece's words go on behind nothing but a line's end. */
static bool is_joined_by_a_space(const mb_text *text, mb_slice piece, mb_slice next)
{
    const char *joint = mb_slice_end(piece);
    return text->joins_in_place && joint + 1 == next.data && (*joint == '\n' || *joint == ' ') &&
           !mb_slice_ends(piece, MB_TEXT("-"));
}

void mb_add_piece(mb_arena *scratch, const mb_text *text, mb_strings *pieces, mb_slice line)
{
    mb_slice *last = pieces->count ? &pieces->items[pieces->count - 1] : NULL;
    if (!last || !is_joined_by_a_space(text, *last, line)) {
        mb_strings_push(scratch, pieces, line);
        return;
    }
    *(char *)mb_slice_end(*last) = ' ';
    last->size += 1 + line.size;
}

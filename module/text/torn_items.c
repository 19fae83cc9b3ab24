/* torn_items.c: tells where texts begin that lost their bullets to the lines above them. */
#include "text/torn_items.h"

#include <ctype.h>
#include <stdlib.h>

#include "text/inline.h"
#include "text/marker.h"
#include "text/measure.h"
#include "text/tables.h"

/* No list has a longer run. */
#define RUN_LINES 400
/* So far below its bullets, names beside it included, may a list's text begin. */
#define LINES_AHEAD 60
/* A run of lines narrower than that beside the widest one near is a name in a narrow column. */
#define NARROW_PERCENT 45
/* No column of a few lines was found more than a fortieth wider than the widest of them. */
#define SURELY_FULL_PERCENT 103

/* How surely a text begins on a line, by the line before it. */
typedef enum strength {
    NO_START,
    SMALL_AFTER_SHORT, /* the word would have fitted, but goes on in small letters: some lists have items that do */
    NAME_AFTER_FULL,   /* the word had no room, and has a capital in a list whose items have none: a name, mostly */
    AFTER_FULL_LINE,   /* the next word would surely not have fitted: a wrap before a name looks the same */
    AFTER_NEARLY_FULL, /* it might have fitted */
    AFTER_SENTENCE,    /* a sentence ended with the full line */
    AFTER_SHORT_LINE,  /* the word would have fitted: the line was ended by its author */
} strength;

static bool begins_small(const mb_text *text, uint32_t line)
{
    return islower((unsigned char)mb_line_start(text, line)[0]);
}

/* Items of a list may end with commas: such a line ends one where the next word would have fitted on it. */
static mb_slice without_comma(mb_slice text)
{
    return mb_slice_ends(text, MB_TEXT(",")) ? mb_slice_first(text, text.size - 1) : text;
}

static strength strength_of(const mb_text *text, const mb_torn_run *run, uint32_t line)
{
    mb_slice before = mb_line_text(text, line - 1), words = mb_line_text(text, line);
    if (*words.data == '(' || mb_breaks_off(without_comma(before)) || mb_slice_ends(before, MB_TEXT("-")) ||
        mb_slice_ends(before, MB_TEXT("&")))
        return NO_START;
    bool small = begins_small(text, line), small_items = begins_small(text, run->lines.first);
    unsigned needed = text->lines[line - 1].width + MB_SPACE_WIDTH + mb_width(mb_first_word(words));
    if (small && !small_items)
        return needed <= run->width && !mb_slice_ends(before, MB_TEXT(",")) ? SMALL_AFTER_SHORT : NO_START;
    if (needed <= run->width || mb_slice_ends(before, MB_TEXT(";")))
        return AFTER_SHORT_LINE;
    if (mb_slice_ends(before, MB_TEXT(",")))
        return NO_START;
    if (mb_is_finished(before))
        return AFTER_SENTENCE;
    if (small_items && !small)
        return NAME_AFTER_FULL;
    return needed * 100 <= run->width * SURELY_FULL_PERCENT ? AFTER_NEARLY_FULL : AFTER_FULL_LINE;
}

/* A number alone is that of a page, under its last line. */
static bool ends_run(const mb_text *text, uint32_t line)
{
    return !mb_line_is_text(text, line) || mb_slice_is_digits(mb_line_text(text, line)) || text->lines[line].marked ||
           mb_is_table_row(text, line) || (text->lines[line].starts_sheet && !begins_small(text, line));
}

mb_torn_run mb_torn_run_at(const mb_text *text, uint32_t line, uint32_t end, bool close)
{
    mb_torn_run run = {.lines = {line, line + 1}, .width = text->lines[line].width, .certain = 1, .possible = 1};
    if (end - line > RUN_LINES)
        end = line + RUN_LINES;
    for (; run.lines.end < end && !ends_run(text, run.lines.end); run.lines.end++)
        if (text->lines[run.lines.end].width > run.width)
            run.width = text->lines[run.lines.end].width;
    for (uint32_t at = line + 1; at < run.lines.end; at++) {
        strength found = strength_of(text, &run, at);
        run.certain += found == AFTER_SHORT_LINE;
        run.possible += found >= (close ? SMALL_AFTER_SHORT : AFTER_SENTENCE);
    }
    return run;
}

bool mb_torn_bullets_are_close(mb_torn_bullets bullets)
{
    for (uint32_t i = 1; i < bullets.count; i++)
        if (bullets.lines[i] == bullets.lines[i - 1] + 1)
            return true;
    return false;
}

static bool is_lone_marker(const mb_text *text, uint32_t line)
{
    mb_marker marker = mb_marker_of(mb_line_text(text, line));
    return marker.form && marker.rest.size == 0;
}

static bool fits(const mb_torn_run *run, uint32_t count)
{
    return run->certain <= count && count <= run->possible;
}

/* Bullets that stand right behind the run, up to `most`. */
static uint32_t count_behind(const mb_text *text, const mb_torn_run *run, uint32_t end, uint32_t most)
{
    uint32_t count = 0;
    for (uint32_t line = mb_next_text(text, run->lines.end, end); count < most && line < end;
         line = mb_next_text(text, line + 1, end)) {
        mb_marker marker = mb_marker_of(mb_line_text(text, line));
        if (marker.form != MB_MARKER_BULLET || marker.rest.size)
            break;
        count++;
    }
    return count;
}

/* Whether a run further down could be theirs rather than this one: it has the right number of texts, or this one is a
 * narrow column's. */
static bool belongs_further_down(const mb_text *text, const mb_torn_run *run, uint32_t count, uint32_t end)
{
    bool more_bullets = false;
    if (end - run->lines.end > LINES_AHEAD)
        end = run->lines.end + LINES_AHEAD;
    for (uint32_t line = mb_next_text(text, run->lines.end, end); line < end;) {
        if (is_lone_marker(text, line)) {
            more_bullets = true;
            line = mb_next_text(text, line + 1, end);
            continue;
        }
        if (ends_run(text, line))
            return false;
        mb_torn_run below = mb_torn_run_at(text, line, end, true);
        if ((!more_bullets && fits(&below, count)) ||
            (below.possible > 1 && run->width * 100 < below.width * NARROW_PERCENT))
            return true;
        line = mb_next_text(text, below.lines.end, end);
    }
    return false;
}

/* The bullets up to a gap between them that are as many as the run can have texts; else as many as it can have. */
static uint32_t count_by_gaps(const mb_torn_run *run, mb_torn_bullets bullets)
{
    for (uint32_t i = 1; i < bullets.count; i++)
        if (bullets.lines[i] != bullets.lines[i - 1] + 1 && fits(run, i))
            return i;
    return run->possible;
}

uint32_t mb_torn_count(const mb_text *text, const mb_torn_run *run, mb_torn_bullets bullets, uint32_t end)
{
    if (fits(run, bullets.count))
        return bullets.count;
    if (bullets.count < run->certain)
        return bullets.count + count_behind(text, run, end, run->certain - bullets.count);
    if (!mb_torn_bullets_are_close(bullets))
        return 1;
    return belongs_further_down(text, run, bullets.count, end) ? 0 : count_by_gaps(run, bullets);
}

/* A line on which a text can begin. */
typedef struct candidate {
    uint32_t line;
    strength strength;
} candidate;

static int by_strength(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->strength != right->strength)
        return left->strength > right->strength ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static int by_line(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

void mb_torn_starts(mb_arena *scratch, const mb_text *text, const mb_torn_run *run, uint32_t count, uint32_t *starts)
{
    candidate *candidates = mb_new_array(scratch, candidate, run->lines.end - run->lines.first);
    uint32_t found = 0;
    for (uint32_t line = run->lines.first + 1; line < run->lines.end; line++)
        candidates[found++] = (candidate){line, strength_of(text, run, line)};
    qsort(candidates, found, sizeof *candidates, by_strength);
    starts[0] = run->lines.first;
    for (uint32_t i = 1; i < count; i++)
        starts[i] = candidates[i - 1].line;
    qsort(starts, count, sizeof *starts, by_line);
    starts[count] = starts[count - 1] + 1;
    while (starts[count] < run->lines.end && strength_of(text, run, starts[count]) != AFTER_SHORT_LINE)
        starts[count]++;
}

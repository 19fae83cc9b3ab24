/* unnumbered_headings.c: what the usual titles of a meeting look like, its other titles look like too. */
#include "reader/minutes/unnumbered_headings.h"

#include <ctype.h>

#include "reader/minutes/numbers.h"
#include "text/inline.h"
#include "text/marker.h"
#include "text/tables.h"

/* A title without a number has no more words. */
#define TITLE_WORDS 12
/* One usual title may be a line of text; two are the look of titles. */
#define USUAL_TITLES 2
/* What stands before a colon on a line with text behind it is a title of so many words. */
#define RUN_IN_WORDS 6

typedef enum look {
    NO_TITLE,
    IN_CAPITALS,
    BOLD,
    WITH_COLON,
    ALONE,      /* between gaps */
    TITLE_CASE, /* each of its longer words with a capital */
    RUN_IN,     /* a title, a colon, and text on the same line */
    LOOKS
} look;

static bool has_gap_before(const mb_reader *reader, uint32_t line)
{
    return line == 0 || !mb_line_is_text(reader->text, line - 1) || reader->text->lines[line].starts_sheet;
}

static bool is_bold(mb_slice text)
{
    return mb_slice_starts(text, MB_TEXT("#")) ||
           (text.size > 4 && mb_slice_starts(text, MB_TEXT("**")) && mb_slice_ends(text, MB_TEXT("**")));
}

/* Where the title ends in "Apologies: Ann Lee", behind its colon; 0 where there is none. */
static size_t run_in_end(mb_slice text)
{
    size_t colon = mb_slice_find(text, MB_TEXT(": "), 0);
    if (colon >= text.size || mb_slice_words(mb_slice_first(text, colon)) > RUN_IN_WORDS)
        return 0;
    return colon + 1;
}

static look look_of(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    if (mb_is_table_row(reader->text, line) || mb_marker_of(text).form ||
        mb_minute_number_of(reader->dialect, text).count)
        return NO_TITLE;
    if (run_in_end(text))
        return isupper((unsigned char)*text.data) ? RUN_IN : NO_TITLE;
    if (mb_slice_words(text) > TITLE_WORDS || !(mb_looks_like_heading(text) || is_bold(text)))
        return NO_TITLE;
    if (is_bold(text))
        return BOLD;
    if (mb_is_capitals(text))
        return IN_CAPITALS;
    if (mb_slice_ends(text, MB_TEXT(":")))
        return WITH_COLON;
    if (mb_is_finished(text))
        return NO_TITLE;
    if (has_gap_before(reader, line))
        return ALONE;
    return mb_is_title_case(reader, text) ? TITLE_CASE : NO_TITLE;
}

bool mb_is_usual_title(const mb_reader *reader, mb_slice title)
{
    while (title.size && strchr("*# ", *title.data))
        title = mb_slice_from(title, 1);
    return mb_starts_with(reader->dialect, mb_group_usual_item, title, NULL);
}

/* The look that most of the usual titles share; `count` gets how many. */
static look usual_look(const mb_reader *reader, mb_line_range lines, uint32_t *count)
{
    uint32_t usual[LOOKS] = {0};
    look best = NO_TITLE;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        if (!mb_line_is_text(reader->text, line) || !mb_is_usual_title(reader, mb_line_text(reader->text, line)))
            continue;
        look here = look_of(reader, line);
        usual[here] += here != NO_TITLE;
        if (usual[here] > usual[best])
            best = here;
    }
    *count = usual[best];
    return best;
}

static mb_slice without_marks(mb_slice title)
{
    while (title.size && strchr("*#: ", *title.data))
        title = mb_slice_from(title, 1);
    while (title.size && strchr("*#: ", mb_slice_end(title)[-1]))
        title.size--;
    return title;
}

static void add(mb_reader *reader, uint32_t line, look title, uint32_t end, mb_list *headings)
{
    mb_heading *heading = mb_list_add(reader->scratch, headings, mb_heading);
    mb_slice text = mb_line_text(reader->text, line);
    *heading = (mb_heading){.line = line, .title = line, .end = line, .rest = run_in_end(text)};
    if (title == RUN_IN)
        heading->text = mb_slice_first(text, heading->rest);
    else
        mb_read_title(reader, heading, 0, end);
    heading->rest = title == RUN_IN ? heading->rest : 0;
    heading->text = without_marks(mb_plain_text(reader->arena, heading->text));
}

/* A run-in title that is not one of the usual ones is title case: "Note: the Clerk was late" is a text. */
static bool is_item(const mb_reader *reader, uint32_t line, look title)
{
    if (look_of(reader, line) != title)
        return false;
    mb_slice text = mb_line_text(reader->text, line);
    return title != RUN_IN || mb_is_usual_title(reader, text) ||
           (has_gap_before(reader, line) && mb_is_title_case(reader, mb_slice_first(text, run_in_end(text) - 1)));
}

uint32_t mb_find_unnumbered_headings(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    uint32_t usual;
    look title = usual_look(reader, lines, &usual);
    if (usual < USUAL_TITLES)
        return 0;
    for (uint32_t line = lines.first; line < lines.end;) {
        if (!mb_line_is_text(reader->text, line) || !is_item(reader, line, title)) {
            line++;
            continue;
        }
        add(reader, line, title, lines.end, headings);
        const mb_heading *added = mb_list_last(headings);
        line = added->end > line ? added->end : line + 1;
    }
    return usual;
}

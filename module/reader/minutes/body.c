/* body.c: where a minute has several run-in headings, each begins a paragraph.
 *
 *     Statement of Accounts - The accounts were approved and signed
 *     Internal Audit - All agreed that …                             */
#include "reader/minutes/body.h"

#include <ctype.h>

#include "reader/agenda/numbers.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/turn_headings.h"
#include "reader/people/person_name.h"
#include "text/inline.h"

/* One alone could be a dash in a sentence. */
#define RUN_INS_AT_LEAST 2
#define RUN_IN_WORDS     6
/* What follows the dash is a sentence, no remark. */
#define SENTENCE_WORDS 4
/* Name, organisation, subject: on one line. */
#define ASKER_WORDS 20
/* "The Communities and Environment Scrutiny Panel" */
#define SUBJECT_WORDS 9

static bool has_digit(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isdigit((unsigned char)text.data[i]))
            return true;
    return false;
}

static bool begins_run_in(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    size_t dash = mb_office_dash(text);
    if (dash == text.size)
        return false;
    mb_slice title = mb_slice_first(text, dash), behind = mb_slice_from(text, dash);
    while (behind.size && !isalnum((unsigned char)*behind.data))
        behind = mb_slice_from(behind, 1);
    size_t words = mb_slice_words(title);
    if (words < 2 || words > RUN_IN_WORDS || mb_slice_words(behind) < SENTENCE_WORDS)
        return false;
    bool person = mb_starts_with(reader->dialect, mb_group_honorific, title, NULL);
    return !person && !has_digit(title) && isupper((unsigned char)*behind.data) && mb_looks_like_heading(title) &&
           mb_is_title_case(reader, title) && !mb_is_capitals(behind) && !mb_is_title_case(reader, behind);
}

bool mb_names_asker(const mb_reader *reader, mb_slice text, mb_slice *asker)
{
    mb_slice honorific = MB_NOTHING;
    size_t end = mb_office_dash(text), comma = mb_slice_find(text, MB_TEXT(","), 0);
    end = comma < end ? comma : end;
    *asker = mb_slice_trim(mb_slice_first(text, end));
    return end < text.size && mb_slice_words(text) <= ASKER_WORDS && !mb_is_finished(text) &&
           mb_is_full_name(reader->dialect, mb_bare_name(reader, *asker, &honorific));
}

/* The answer below the name of who asked. */
static bool begins_answer(const mb_reader *reader, uint32_t line)
{
    mb_slice asker;
    return line > 0 && mb_line_is_text(reader->text, line - 1) &&
           mb_starts_with(reader->dialect, mb_group_answer_start, mb_line_text(reader->text, line), NULL) &&
           mb_names_asker(reader, mb_line_text(reader->text, line - 1), &asker);
}

/* "Members asked these questions:" and, on the next line, "Councillor Lee asked …". */
static bool begins_speech(const mb_reader *reader, uint32_t line)
{
    return line > 0 && mb_line_is_text(reader->text, line - 1) &&
           mb_slice_ends(mb_line_text(reader->text, line - 1), MB_TEXT(":")) &&
           mb_opens_with_speech(reader->dialect, mb_line_text(reader->text, line));
}

/* "The Panel RESOLVED to …" below a line that ends a sentence, however full it is. */
static bool begins_decision(const mb_reader *reader, uint32_t line)
{
    mb_hit verb, body;
    mb_slice text = mb_line_text(reader->text, line);
    if (line == 0 || !mb_line_is_text(reader->text, line - 1) ||
        !mb_is_finished(mb_line_text(reader->text, line - 1)) ||
        !mb_find_phrase(reader->dialect, mb_group_decision_word, text, 0, &verb))
        return false;
    mb_slice subject = mb_slice_first(text, verb.start);
    return mb_slice_starts(subject, MB_TEXT("The ")) && mb_slice_words(subject) <= SUBJECT_WORDS &&
           mb_contains(reader->dialect, mb_group_body, subject, &body);
}

/* "Answer from Councillor Lee:" below a sentence, and what stands below that. */
static bool begins_at_heading(const mb_reader *reader, uint32_t line)
{
    if (line == 0 || !mb_line_is_text(reader->text, line - 1))
        return false;
    mb_slice above = mb_line_text(reader->text, line - 1), text = mb_line_text(reader->text, line);
    if (mb_is_turn_heading_line(reader, above))
        return !mb_starts_small(text);
    return mb_is_finished(above) && mb_is_turn_heading_line(reader, text);
}

static bool begins_turn(const mb_reader *reader, uint32_t line)
{
    return begins_at_heading(reader, line) || begins_answer(reader, line) || begins_speech(reader, line) ||
           begins_decision(reader, line);
}

/* A line that breaks off goes on whatever the next one looks like. */
static bool begins_paragraph(const mb_reader *reader, uint32_t line)
{
    return begins_turn(reader, line) ||
           (line > 0 && begins_run_in(reader, line) && !mb_breaks_off(mb_line_text(reader->text, line - 1)));
}

void mb_read_item_lines(mb_reader *reader, const mb_heading *heading, uint32_t end, mb_list *blocks)
{
    mb_line_range lines = {heading->end, end};
    uint32_t count = 0;
    for (uint32_t line = lines.first; line < end && !heading->rest && count < RUN_INS_AT_LEAST; line++)
        count += mb_line_is_text(reader->text, line) && begins_run_in(reader, line);
    if (heading->rest)
        mb_read_lines(reader, lines, heading->rest, blocks);
    else
        mb_read_lines_cut(reader, lines, count < RUN_INS_AT_LEAST ? begins_turn : begins_paragraph, blocks);
}

/* 3 of "Agenda item 3)", what a bracket holds; one that closes twice is a slip. */
static mb_slice reference_within(const mb_dialect *dialect, mb_slice bracket)
{
    mb_hit hit;
    size_t close = 0;
    while (close < bracket.size && !strchr(")]", bracket.data[close]))
        close++;
    for (size_t i = close; i < bracket.size; i++)
        if (!strchr(")]", bracket.data[i]))
            return MB_NOTHING;
    mb_slice within = mb_slice_first(bracket, close);
    if (close == bracket.size || !mb_starts_with(dialect, mb_group_item_label, within, &hit))
        return MB_NOTHING;
    char suffix;
    mb_slice behind = mb_slice_trim(mb_slice_from(within, hit.end));
    mb_item_number number = mb_agenda_number_of(dialect, behind, &suffix);
    return number.count && number.end == behind.size ? number.printed : MB_NOTHING;
}

mb_slice mb_item_reference(const mb_dialect *dialect, mb_slice text)
{
    bool bracket = text.size > 2 && strchr("([", *text.data);
    return bracket ? reference_within(dialect, mb_slice_from(text, 1)) : MB_NOTHING;
}

/* Without the marks that lead from a title to its text. */
static mb_slice without_marks(mb_slice title)
{
    title = mb_slice_trim(title);
    while (title.size && strchr(":- ", mb_slice_end(title)[-1]))
        title.size--;
    return title;
}

mb_slice mb_take_item_reference(const mb_dialect *dialect, mb_slice *title)
{
    *title = without_marks(*title);
    size_t open = title->size;
    while (open > 0 && title->data[open - 1] != '(' && title->data[open - 1] != '[')
        open--;
    if (open < 2)
        return MB_NOTHING;
    mb_slice number = reference_within(dialect, mb_slice_from(*title, open));
    if (number.data)
        *title = without_marks(mb_slice_first(*title, open - 1));
    return number;
}

/* turn_headings.c: a code or a label, a number, who, and to whom.
 *
 *     Question 3 from Ann Lee, Marl Ramblers      Supplementary question      Q2. Mrs Lee      A2.      */
#include "reader/minutes/turn_headings.h"

#include <ctype.h>

#include "reader/minutes/speech.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* "Question 12 from Councillor Ann Lee, Leader of the …, to the Cabinet Member for …": no longer. */
#define HEADING_SIZE 240
/* "Q12", "CQ 3a" */
#define CODE_LETTERS 2
#define CODE_DIGITS  3

/* What is left of the text, and what is known of it so far. */
typedef struct scan {
    const mb_roster *roster;
    const mb_dialect *dialect;
    mb_slice text;
    size_t at;
    bool numbered, marked; /* a number stood behind the label; a full stop, a colon or a dash did */
    mb_turn_heading *heading;
} scan;

static mb_slice rest_of(const scan *s)
{
    return mb_slice_from(s->text, s->at);
}

static void skip_spaces(scan *s)
{
    while (s->at < s->text.size && s->text.data[s->at] == ' ')
        s->at++;
}

/* ---- label and number ---- */

/* What a label stands for: the kind of what follows, and whether it is supplementary. */
static bool take_meaning(scan *s, mb_slice value)
{
    static const struct {
        const char *value;
        mb_contribution_kind kind;
        bool supplementary;
    } meanings[] = {
        {"question", mb_contribution_kind_question, false},
        {"supplementary question", mb_contribution_kind_question, true},
        {"reply", mb_contribution_kind_reply, false},
        {"statement", mb_contribution_kind_statement, false},
    };
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (mb_slice_equal(value, mb_slice_of(meanings[i].value))) {
            s->heading->kind = meanings[i].kind;
            s->heading->supplementary = meanings[i].supplementary;
            return true;
        }
    return false;
}

/* Behind the letters and the digits of a code at the text's start: "Q1", "M 02", "P3a"; 0 where there is none. */
static size_t code_end(mb_slice text, size_t *letters)
{
    size_t at = 0, digits = 0;
    while (at < text.size && at <= CODE_LETTERS && isupper((unsigned char)text.data[at]))
        at++;
    *letters = at;
    if (at == 0 || at > CODE_LETTERS)
        return 0;
    at += at < text.size && text.data[at] == ' ';
    for (; at < text.size && digits < CODE_DIGITS && isdigit((unsigned char)text.data[at]); digits++)
        at++;
    at += digits && at < text.size && islower((unsigned char)text.data[at]);
    bool ends = at >= text.size || !isalnum((unsigned char)text.data[at]);
    return digits && ends ? at : 0;
}

static uint32_t number_in(mb_slice text)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.size; i++)
        if (isdigit((unsigned char)text.data[i]))
            number = number * 10 + (uint32_t)(text.data[i] - '0');
    return number;
}

/* Whether a name begins with the letter at the text's start: "A. Lee". */
static bool is_initial(const scan *s)
{
    mb_slice subject = mb_slice_trim(mb_slice_first(s->text, mb_subject_end(s->dialect, s->text)));
    return mb_is_full_name(s->dialect, subject);
}

/* "Q1." and "A1:" are labels themselves, "Q:", "Q." and "A." without a number. */
static bool take_code_label(scan *s, size_t code, size_t letters)
{
    mb_hit label;
    mb_slice initials = mb_slice_first(s->text, letters);
    size_t end = code ? code : letters;
    bool marked = end < s->text.size && (s->text.data[end] == ':' || (code && strchr(".)", s->text.data[end])) ||
                                         (s->text.data[end] == '.' && !is_initial(s)));
    if (!letters || (!marked && end < s->text.size) || (!code && !marked) ||
        !mb_starts_with(s->dialect, mb_group_turn_label, initials, &label) || label.end != letters)
        return false;
    s->numbered = s->heading->coded = code > 0;
    s->at = end;
    return take_meaning(s, label.value);
}

/* "3", "No. 3", "(3)", "3a" behind a label. */
static void take_number(scan *s)
{
    size_t at = s->at;
    static const char *const before[] = {"No. ", "No ", "(", "#"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (mb_slice_starts(mb_slice_from(s->text, at), mb_slice_of(before[i])))
            at += strlen(before[i]);
    size_t first = at;
    while (at < s->text.size && at - first < CODE_DIGITS && isdigit((unsigned char)s->text.data[at]))
        at++;
    if (at == first)
        return;
    s->heading->number = number_in(mb_slice_between(s->text.data + first, s->text.data + at));
    at += at < s->text.size && islower((unsigned char)s->text.data[at]);
    at += at < s->text.size && s->text.data[at] == ')';
    s->numbered = true;
    s->at = at;
}

static void take_marks(scan *s)
{
    static const char *const marks[] = {".", ":", "- ", "\xE2\x80\x93 "};
    skip_spaces(s);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mb_slice_starts(rest_of(s), mb_slice_of(marks[i]))) {
            s->at += strlen(marks[i]);
            s->marked = true;
        }
    skip_spaces(s);
}

static bool take_label(scan *s)
{
    mb_hit label;
    size_t letters, code = code_end(s->text, &letters);
    bool short_label = letters > 0 && take_code_label(s, code, letters);
    s->heading->number = number_in(mb_slice_first(s->text, code));
    if (!short_label) {
        s->at = code;
        skip_spaces(s);
        if (!mb_starts_with(s->dialect, mb_group_turn_label, rest_of(s), &label) || label.end <= CODE_LETTERS ||
            !isupper((unsigned char)*rest_of(s).data) || !take_meaning(s, label.value))
            return false;
        s->at += label.end;
        skip_spaces(s);
        take_number(s);
    }
    take_marks(s);
    return true;
}

/* ---- who ---- */

/* Without what stands behind a name: "of Mill Lane", "on behalf of the Ramblers", "- parking". */
static mb_slice name_alone(const mb_dialect *dialect, mb_slice text)
{
    static const char *const ends[] = {" of ", " from ", " - ", " \xE2\x80\x93 ", " for "};
    mb_hit hit;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        text = mb_slice_first(text, mb_slice_find(text, mb_slice_of(ends[i]), 0));
    if (mb_find_phrase(dialect, mb_group_before_subject, text, 0, &hit) ||
        mb_find_phrase(dialect, mb_group_aside, text, 0, &hit))
        text = mb_slice_first(text, hit.start);
    return mb_slice_trim(text);
}

/* "Cabinet Member for Roads", without an article: at least two words, so that "Members" is nobody. */
static bool is_office_alone(const mb_roster *roster, mb_slice text)
{
    return mb_slice_words(text) > 1 && isupper((unsigned char)*text.data) &&
           mb_subject_end(roster->reader->dialect, text) >= text.size && mb_names_office(roster->reader, text);
}

/* "Councillor Lee", "Ann Lee (Marl Ramblers)", "the Leader"; not "Mr Lee asked", nor "Mr Lee - Bus stops". */
static bool is_person(const mb_roster *roster, mb_slice text, mb_slice *who)
{
    mb_slice honorific = MB_NOTHING;
    if (mb_subject_end(roster->reader->dialect, text) < text.size || mb_office_dash(text) < text.size ||
        !mb_read_speaker(roster, text, who))
        return false;
    *who = mb_slice_trim(mb_slice_first(*who, mb_slice_find(*who, MB_TEXT("("), 0)));
    mb_slice name = mb_bare_name(roster->reader, *who, &honorific);
    return !honorific.data || mb_slice_words(name) == 1 || mb_is_full_name(roster->reader->dialect, name);
}

static bool take_person(const mb_roster *roster, mb_slice text, mb_slice *who)
{
    text = mb_without_stop(text);
    if (is_person(roster, text, who) || is_person(roster, name_alone(roster->reader->dialect, text), who))
        return true;
    *who = mb_slice_trim(mb_slice_first(text, mb_slice_find(text, MB_TEXT(","), 0)));
    return is_office_alone(roster, *who);
}

/* Where " to " stands before a person, or the text's end. */
static size_t whom_at(const mb_roster *roster, mb_slice text, mb_slice *whom)
{
    const mb_slice to = MB_TEXT(" to ");
    for (size_t at = 0; (at = mb_slice_find(text, to, at)) < text.size; at++)
        if (take_person(roster, mb_slice_from(text, at + to.size), whom))
            return at;
    *whom = MB_NOTHING;
    return text.size;
}

/* The rest of the heading, to its colon or to the text's end; that of "from:" is none. */
static mb_slice people_of(const scan *s)
{
    mb_hit from = {0};
    if (!mb_starts_with(s->dialect, mb_group_before_speaker, rest_of(s), &from))
        mb_starts_with(s->dialect, mb_group_before_addressee, rest_of(s), &from);
    size_t colon = mb_slice_find(s->text, MB_TEXT(": "), s->at + from.end);
    return mb_slice_between(s->text.data + s->at, s->text.data + (colon < s->text.size ? colon + 1 : s->text.size));
}

/* "from Ann Lee to the Leader", "to the Leader from Ann Lee" */
static bool take_people(scan *s)
{
    mb_slice people = people_of(s);
    mb_hit from, to;
    if (people.size > HEADING_SIZE)
        return false;
    if (mb_starts_with(s->dialect, mb_group_before_speaker, people, &from)) {
        mb_slice behind = mb_slice_trim(mb_slice_from(people, from.end));
        size_t end = whom_at(s->roster, behind, &s->heading->whom);
        if (!take_person(s->roster, mb_slice_trim(mb_slice_first(behind, end)), &s->heading->who))
            return false;
    } else if (mb_starts_with(s->dialect, mb_group_before_addressee, people, &to)) {
        mb_slice behind = mb_slice_trim(mb_slice_from(people, to.end));
        bool asked = mb_find_phrase(s->dialect, mb_group_before_speaker, behind, 0, &from);
        mb_slice whom = asked ? mb_slice_trim(mb_slice_first(behind, from.start)) : behind;
        if (!take_person(s->roster, whom, &s->heading->whom) ||
            (asked && !take_person(s->roster, mb_slice_trim(mb_slice_from(behind, from.end)), &s->heading->who)))
            return false;
    } else if ((!s->marked && !s->numbered) || !is_person(s->roster, mb_without_stop(people), &s->heading->who)) {
        s->heading->who = MB_NOTHING;
        return false;
    }
    s->at = (size_t)(mb_slice_end(people) - s->text.data);
    return true;
}

/* A finished sentence of a few words ("Questions from Members were answered.") is none. */
bool mb_read_turn_heading(const mb_roster *roster, mb_slice text, mb_turn_heading *heading)
{
    *heading = (mb_turn_heading){0};
    scan s = {.roster = roster, .dialect = roster->reader->dialect, .text = text, .heading = heading};
    if (text.size == 0 || !take_label(&s))
        return false;
    bool alone = s.at >= text.size, named = !alone && take_people(&s);
    heading->end = s.at;
    if (heading->kind == mb_contribution_kind_statement)
        return named;
    return alone || named || s.marked;
}

bool mb_is_question_heading(const mb_roster *roster, mb_slice text)
{
    mb_turn_heading heading;
    return mb_read_turn_heading(roster, text, &heading) && heading.kind == mb_contribution_kind_question &&
           heading.end >= text.size;
}

bool mb_is_turn_heading_line(const mb_reader *reader, mb_slice line)
{
    mb_reader own = *reader;
    const mb_roster nobody = {.reader = &own};
    mb_turn_heading heading;
    return mb_read_turn_heading(&nobody, line, &heading) && heading.end >= line.size && !mb_breaks_off(line);
}

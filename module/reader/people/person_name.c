/* person_name.c: where a name begins and ends. */
#include "reader/people/person_name.h"

#include <ctype.h>

#include "reader/minutes/speech.h"
#include "reader/sentences.h"

/* The longest name: "Mary Jane van der Berg-Lee". */
#define NAME_WORDS 6
/* First name and surname, where nothing but a job behind them tells where they end. */
#define USUAL_NAME_WORDS 2

static bool begins_name_word(mb_slice word)
{
    unsigned char c = word.size ? (unsigned char)*word.data : 0;
    return isupper(c) || (c >= 0xC3 && c != 0xE2) || c == '\'';
}

/* Without the letters behind a name ("OBE"), commas and full stops. */
static mb_slice without_letters(const mb_dialect *dialect, mb_slice name)
{
    while (name.size && strchr(".:-, ", mb_slice_end(name)[-1]))
        name.size--;
    size_t last = name.size;
    while (last > 0 && !strchr(" ,", name.data[last - 1]))
        last--;
    if (last > 0 && mb_is_phrase(dialect, mb_group_post_nominal, mb_slice_from(name, last)))
        return without_letters(dialect, mb_slice_first(name, last));
    return mb_slice_trim(name);
}

mb_slice mb_bare_name(const mb_reader *reader, mb_slice name, mb_slice *honorific)
{
    mb_hit hit;
    while (mb_starts_with(reader->dialect, mb_group_honorific, name, &hit)) {
        if (!honorific->data)
            *honorific = hit.value;
        name = mb_slice_trim(mb_slice_from(name, hit.end));
        while (name.size && strchr(".:", *name.data))
            name = mb_slice_trim(mb_slice_from(name, 1));
    }
    return without_letters(reader->dialect, name);
}

bool mb_names_office(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    return mb_find_phrase(reader->dialect, mb_group_role_word, text, 0, &hit) ||
           mb_find_phrase(reader->dialect, mb_group_officer_label, text, 0, &hit);
}

/* Up to the comma, bracket or dash that begins what the office is about. */
static mb_slice before_matter(mb_slice text)
{
    size_t end = mb_office_dash(text);
    for (size_t i = 0; i < end; i++)
        if (strchr(",(", text.data[i]))
            end = i;
    return mb_slice_trim(mb_slice_first(text, end));
}

/* "Ann Lee Manager" begins with a name. */
static bool begins_with_name(const mb_reader *reader, mb_slice text)
{
    size_t third = mb_next_word(text, mb_next_word(text, 0));
    mb_slice name = mb_slice_trim(mb_slice_first(text, third));
    return third < text.size && mb_is_full_name(reader->dialect, name) &&
           mb_starts_with(reader->dialect, mb_group_role_word, mb_slice_from(text, third), NULL);
}

bool mb_names_role_alone(const mb_reader *reader, mb_slice text)
{
    const mb_dialect *dialect = reader->dialect;
    mb_slice office = before_matter(text);
    mb_hit hit;
    if (!office.size || mb_slice_ends(text, MB_TEXT(".")) || mb_slice_ends(text, MB_TEXT(":")) ||
        mb_starts_with(dialect, mb_group_honorific, text, NULL) || begins_with_name(reader, office))
        return false;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_role_word, office, at, &hit); at = hit.end) {
        mb_slice next = mb_slice_trim(mb_slice_from(office, hit.end));
        if (!next.size || mb_is_phrase(dialect, mb_group_name_joiner, mb_slice_first(next, mb_word_end(next, 0))))
            return true;
    }
    return false;
}

/* Where the text's first words end that can be of a name. */
static size_t name_words_end(const mb_reader *reader, mb_slice text)
{
    size_t end = 0, words = 0;
    for (size_t at = 0; at < text.size && words < NAME_WORDS; at = mb_next_word(text, at), words++) {
        mb_slice word = mb_slice_between(text.data + at, text.data + mb_word_end(text, at));
        if (begins_name_word(word))
            end = at + word.size;
        else if (!mb_is_phrase(reader->dialect, mb_group_name_particle, word))
            break;
    }
    return end;
}

/* Where "Town Clerk" begins in "Ann Lee Town Clerk", or the text's end: the office is one that is said of a meeting. */
static size_t office_start(const mb_reader *reader, mb_slice text)
{
    static const mb_group offices[] = {mb_group_officer_label, mb_group_office};
    for (size_t at = mb_next_word(text, 0); at < text.size; at = mb_next_word(text, at))
        for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
            if (mb_starts_with(reader->dialect, offices[i], mb_slice_from(text, at), NULL))
                return at;
    return text.size;
}

/* Where "Head of Roads" begins in "Ann Lee Head of Roads": behind first name and surname. */
static size_t job_start(const mb_reader *reader, mb_slice text)
{
    size_t at = 0, words = 0;
    for (; at < text.size && words < USUAL_NAME_WORDS; at = mb_next_word(text, at)) {
        bool initial = mb_word_end(text, at) - at <= 2;
        words += !initial || words > 0;
    }
    mb_slice job = mb_slice_from(text, at);
    mb_hit hit;
    bool has_job = mb_slice_words(job) > 1 && mb_find_phrase(reader->dialect, mb_group_role_word, job, 0, &hit);
    return has_job ? at : text.size;
}

/* The dash between a name and an office, with blanks on both sides: its size, or 0. */
static size_t dash_at(mb_slice text, size_t at)
{
    static const mb_slice dashes[] = {MB_LITERAL(" - "), MB_LITERAL(" \xE2\x80\x93 "), MB_LITERAL(" \xE2\x80\x94 ")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (mb_slice_starts(mb_slice_from(text, at), dashes[i]))
            return dashes[i].size;
    return 0;
}

size_t mb_office_dash(mb_slice text)
{
    for (size_t at = 0; at + 1 < text.size; at++)
        if ((text.data[at + 1] == '-' || text.data[at + 1] == '\xE2') && dash_at(text, at))
            return at;
    return text.size;
}

/* "Ann Lee - Head of Roads", also the other way round; "Aldermen - Lee" has no office. */
static void cut_at_dash(const mb_reader *reader, mb_slice *text, mb_slice *office)
{
    size_t dash = mb_office_dash(*text);
    mb_slice before = mb_slice_trim(mb_slice_first(*text, dash));
    if (dash < text->size && mb_is_phrase(reader->dialect, mb_group_honorific, before)) {
        *text = mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(before),
                                MB_ARG(mb_slice_trim(mb_slice_from(*text, dash + dash_at(*text, dash)))));
        return;
    }
    mb_slice behind = mb_slice_trim(mb_slice_from(*text, dash + (dash < text->size ? dash_at(*text, dash) : 0)));
    if (mb_names_office(reader, before) && mb_is_full_name(reader->dialect, behind)) {
        *office = before;
        *text = behind;
        return;
    }
    if (dash < text->size)
        *office = mb_slice_trim(mb_slice_from(*text, dash + dash_at(*text, dash)));
    *text = mb_slice_first(*text, dash);
}

/* "Town Clerk R Lane": takes the office off the name's start. */
static void take_leading_office(const mb_reader *reader, mb_slice *text, mb_slice *office)
{
    static const mb_group offices[] = {mb_group_officer_label, mb_group_office};
    mb_hit hit;
    mb_take_article(reader->dialect, text);
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        if (!mb_starts_with(reader->dialect, offices[i], *text, &hit))
            continue;
        mb_slice rest = mb_slice_trim(mb_slice_from(*text, hit.end));
        if (!begins_name_word(rest) || mb_names_office(reader, rest))
            continue;
        *office = mb_slice_first(*text, hit.end);
        *text = rest;
        return;
    }
}

bool mb_read_person(const mb_reader *reader, mb_slice text, mb_name *person)
{
    *person = (mb_name){0};
    cut_at_dash(reader, &text, &person->office);
    take_leading_office(reader, &text, &person->office);
    mb_slice name = mb_bare_name(reader, mb_slice_trim(text), &person->honorific);
    size_t end = office_start(reader, name);
    if (end == name.size)
        end = job_start(reader, name);
    if (end < name.size && !person->office.data)
        person->office = mb_slice_from(name, end);
    name = mb_slice_trim(mb_slice_first(name, end));
    person->name = without_letters(reader->dialect, mb_slice_first(name, name_words_end(reader, name)));
    return person->name.size > 0;
}

/* roster.c: who is meant by a name in full or in part, by an office, by a job. */
#include "reader/people/roster.h"

#include <ctype.h>

#include "core/fnv.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/sentences.h"

/* Two jobs are the same when most of their words are, which leaves room for one word more in one of them. */
#define LIKE_JOBS 0.6
/* "DJEH": no name has more. */
#define MOST_INITIALS 5
/* First names that share their first letters are taken for one: Andrew and Andy, Robert and Rob. */
#define LIKE_FIRST_NAMES 3

/* ---- comparing names: letters and digits only, whatever their case; "O’Neill" is "O'Neill" ---- */

/* The next letter at or after `*at`, which moves behind it; 0 at the end. */
static char next_letter(mb_slice text, size_t *at)
{
    while (*at < text.size) {
        unsigned char c = (unsigned char)text.data[*at];
        if (c == 0xE2 && mb_slice_starts(mb_slice_from(text, *at), MB_TEXT("\xE2\x80"))) {
            *at += 3;
            continue;
        }
        (*at)++;
        if (isalnum(c) || c >= 0x80)
            return (char)tolower(c);
    }
    return 0;
}

/* Where `name` ends at the start of `text`, or 0. */
static size_t name_end(mb_slice text, mb_slice name)
{
    size_t at = 0, of_name = 0;
    for (char wanted; (wanted = next_letter(name, &of_name)) != 0;)
        if (next_letter(text, &at) != wanted)
            return 0;
    bool whole = at >= text.size || !isalnum((unsigned char)text.data[at]);
    return whole ? at : 0;
}

static bool same_name(mb_slice a, mb_slice b)
{
    size_t of_a = 0, of_b = 0;
    for (char c; (c = next_letter(a, &of_a)) != 0;)
        if (next_letter(b, &of_b) != c)
            return false;
    return a.size > 0 && next_letter(b, &of_b) == 0;
}

/* Names that are the same have the same. */
static uint32_t key_of_letters(mb_slice name)
{
    uint64_t key = MB_FNV_START;
    size_t at = 0;
    for (char c; (c = next_letter(name, &at)) != 0;)
        key = mb_fnv_add(key, c);
    return (uint32_t)key;
}

static mb_slice first_word(mb_slice name)
{
    size_t end = mb_slice_find(name, MB_TEXT(" "), 0);
    return mb_slice_first(name, end);
}

/* "Andrew" and "Andy", "Rob" and "Robert", "D" and "Dave". */
static bool like_first_names(mb_slice a, mb_slice b)
{
    size_t of_a = 0, of_b = 0, shared = 0;
    char left, right;
    while ((left = next_letter(a, &of_a)) == (right = next_letter(b, &of_b)) && left)
        shared++;
    return shared >= LIKE_FIRST_NAMES || (shared > 0 && (!left || !right));
}

/* ---- comparing jobs: by the words that tell them apart, without a plural's or a genitive's s ---- */

static mb_strings job_words(const mb_roster *roster, mb_slice job)
{
    mb_strings words = {0};
    for (size_t at = 0; at < job.size; at++) {
        size_t start = at;
        while (at < job.size && isalnum((unsigned char)job.data[at]))
            at++;
        mb_slice word = mb_slice_between(job.data + start, job.data + at);
        if (word.size > 3 && mb_slice_ends(word, MB_TEXT("s")))
            word.size--;
        if (word.size > 1 && !mb_is_phrase(roster->reader->dialect, mb_group_name_joiner, word))
            mb_strings_push(roster->reader->scratch, &words, word);
    }
    return words;
}

static bool job_has(const mb_strings *job, mb_slice wanted)
{
    for (uint32_t i = 0; i < job->count; i++)
        if (mb_slice_equal_nocase(job->items[i], wanted))
            return true;
    return false;
}

/* How many of the words of two jobs both have: 1 for the same job. */
static double job_likeness(const mb_strings *a, const mb_strings *b)
{
    uint32_t shared = 0, all = a->count + b->count;
    for (uint32_t i = 0; i < a->count; i++)
        shared += job_has(b, a->items[i]);
    return all > shared ? (double)shared / (double)(all - shared) : 0;
}

/* ---- the list ---- */

void mb_roster_add(mb_roster *roster, mb_person person)
{
    if (roster->people.count >= MB_ROSTER_CEILING || person.name.size == 0)
        return;
    mb_person *added = mb_list_add(roster->reader->scratch, &roster->people, mb_person);
    *added = person;
    added->first = next_letter(person.name, &(size_t){0});
    added->letters = key_of_letters(person.name);
    added->surname = key_of_letters(mb_slice_last_word(person.name));
    added->job = job_words(roster, person.role);
}

void mb_roster_add_all(mb_roster *roster, const mb_roster *others)
{
    for (uint32_t i = 0; i < others->people.count && roster->people.count < MB_ROSTER_CEILING; i++)
        mb_list_push(roster->reader->scratch, &roster->people, others->people.items[i]);
}

mb_roster mb_roster_of(mb_reader *reader, const mb_meeting *meeting)
{
    mb_roster roster = {.reader = reader};
    const mb_minutes *minutes = meeting->minutes;
    for (uint32_t i = 0; i < minutes->present.count; i++) {
        const mb_member *member = minutes->present.items[i];
        mb_roster_add(&roster, (mb_person){.name = member->name, .office = member->office, .member = true});
    }
    for (uint32_t i = 0; i < minutes->in_attendance.count; i++) {
        const mb_attendee *attendee = minutes->in_attendance.items[i];
        mb_roster_add(&roster, (mb_person){.name = attendee->name, .role = attendee->role});
    }
    return roster;
}

/* "Ann Lee (Head of Roads) and Bob Hay (…) were in attendance", "The Chair invited Ann Lee (Head of Roads) to speak":
 * the text that lists them, or NOTHING. */
static mb_slice attending_in(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_attending, text, &hit))
        return mb_slice_first(text, hit.start);
    if (!mb_contains(reader->dialect, mb_group_invites, text, &hit))
        return MB_NOTHING;
    mb_slice behind = mb_slice_from(text, hit.end);
    size_t to = mb_slice_find(behind, MB_TEXT(") to "), 0);
    return to < behind.size ? mb_slice_first(behind, to + 1) : MB_NOTHING;
}

void mb_roster_add_attending(mb_roster *roster, const mb_minute_item *item)
{
    mb_reader *reader = roster->reader;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        mb_list names = {0};
        if (block->type != mb_block_type_paragraph)
            continue;
        mb_read_names(reader, attending_in(reader, block->text), &names);
        for (uint32_t j = 0; j < names.count; j++) {
            const mb_name *name = names.items[j];
            if (name->remark.data && mb_is_full_name(reader->dialect, name->name))
                mb_roster_add(roster, (mb_person){.name = name->name, .role = name->remark});
        }
    }
}

const mb_person *mb_roster_at(const mb_roster *roster, mb_slice text, size_t *end)
{
    const mb_person *longest = NULL;
    char first = next_letter(text, &(size_t){0});
    *end = 0;
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        size_t at = person->first == first ? name_end(text, person->name) : 0;
        if (at > *end) {
            *end = at;
            longest = person;
        }
    }
    return longest;
}

void mb_roster_hear(mb_roster *roster, const mb_person *person)
{
    if (!person)
        return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < roster->heard.count; i++)
        if (roster->heard.items[i] != person)
            roster->heard.items[kept++] = roster->heard.items[i];
    roster->heard.count = kept;
    mb_list_push(roster->reader->scratch, &roster->heard, (void *)person);
}

/* ---- by name ---- */

static const mb_person *find_by_name(const mb_roster *roster, mb_slice name)
{
    uint32_t letters = key_of_letters(name);
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        if (person->letters == letters && same_name(person->name, name))
            return person;
    }
    return NULL;
}

/* The one person with the surname of `name`, whose first name, where one is given, is like that in `name`. Of two
 * that can be one person, the name in full. */
static const mb_person *find_by_surname(const mb_roster *roster, mb_slice name)
{
    mb_slice surname = mb_slice_last_word(name), first = first_word(name);
    bool surname_only =
        surname.data == first.data || mb_starts_with(roster->reader->dialect, mb_group_name_particle, name, NULL);
    const mb_person *found = NULL;
    uint32_t letters = key_of_letters(surname);
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        if (person->surname != letters || !same_name(mb_slice_last_word(person->name), surname) ||
            (!surname_only && !like_first_names(first, first_word(person->name))))
            continue;
        if (found && !like_first_names(first_word(found->name), first_word(person->name)))
            return NULL;
        if (!found || person->name.size > found->name.size)
            found = person;
    }
    return found;
}

/* Whether "GEH" are the initials of "G.E. Horton": all of them, or, where not `all`, the first and that of the surname. */
static bool has_initials(mb_slice name, mb_slice initials, bool all)
{
    size_t seen = 0;
    char last = 0;
    for (size_t i = 0; i < name.size; i++) {
        if (!isupper((unsigned char)name.data[i]) || (i > 0 && !strchr(" .-", name.data[i - 1])))
            continue;
        if (all && (seen >= initials.size || initials.data[seen] != name.data[i]))
            return false;
        last = name.data[i];
        seen++;
    }
    bool ends = *initials.data == *name.data && mb_slice_end(initials)[-1] == last;
    return ends && (!all || seen == initials.size);
}

/* The one member whom the clerk calls "GEH". */
static const mb_person *find_by_initials(const mb_roster *roster, mb_slice name)
{
    for (size_t i = 0; i < name.size; i++)
        if (!isupper((unsigned char)name.data[i]))
            return NULL;
    if (name.size < 2 || name.size > MOST_INITIALS)
        return NULL;
    for (unsigned all = 2; all-- > 0;) {
        const mb_person *found = NULL;
        uint32_t count = 0;
        for (uint32_t i = 0; i < roster->people.count; i++) {
            const mb_person *person = roster->people.items[i];
            if (!person->member || !has_initials(person->name, name, all != 0))
                continue;
            found = person;
            count++;
        }
        if (count)
            return count == 1 ? found : NULL;
    }
    return NULL;
}

const mb_person *mb_roster_named(const mb_roster *roster, mb_slice name)
{
    const mb_person *found = find_by_name(roster, name);
    if (!found)
        found = find_by_surname(roster, name);
    return found ? found : find_by_initials(roster, name);
}

/* The one person with that first name. */
static const mb_person *find_by_first_name(const mb_roster *roster, mb_slice name)
{
    const mb_person *found = NULL;
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        if (!mb_slice_equal(first_word(person->name), name))
            continue;
        if (found && !same_name(found->name, person->name))
            return NULL;
        found = person;
    }
    return found;
}

/* ---- by office and by job ---- */

static const mb_person *find_by_office(const mb_roster *roster, mb_slice printed)
{
    mb_hit hit;
    if (!mb_starts_with(roster->reader->dialect, mb_group_office, printed, &hit) || hit.end < printed.size)
        return NULL;
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        if (mb_slice_equal(person->office, hit.value))
            return person;
    }
    return NULL;
}

static bool covers(const mb_person *person, const mb_strings *job)
{
    for (uint32_t i = 0; i < job->count; i++)
        if (!job_has(&person->job, job->items[i]))
            return false;
    return job->count > 0 && person->role.data;
}

/* Who spoke last of those whose job has all these words, "The Director" for the Director of Roads. */
static const mb_person *last_heard(const mb_roster *roster, const mb_strings *job)
{
    for (uint32_t i = roster->heard.count; i-- > 0;)
        if (covers(roster->heard.items[i], job))
            return roster->heard.items[i];
    return NULL;
}

static bool several_cover(const mb_roster *roster, const mb_strings *job)
{
    const mb_person *first = NULL;
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        if (!covers(person, job))
            continue;
        if (first && !same_name(first->name, person->name))
            return true;
        first = person;
    }
    return false;
}

/* Who has most of the words of the job. */
static const mb_person *find_most_like(const mb_roster *roster, const mb_strings *job)
{
    const mb_person *best = NULL;
    double most = 0;
    for (uint32_t i = 0; i < roster->people.count; i++) {
        const mb_person *person = roster->people.items[i];
        double likeness = person->role.data ? job_likeness(job, &person->job) : 0;
        if (likeness > most) {
            most = likeness;
            best = person;
        } else if (likeness == most && best && !same_name(best->name, person->name)) {
            best = NULL;
        }
    }
    bool certain = most == 1 || (most >= LIKE_JOBS && !several_cover(roster, job));
    return certain ? best : NULL;
}

static const mb_person *find_by_role(const mb_roster *roster, mb_slice printed)
{
    if (mb_is_phrase(roster->reader->dialect, mb_group_unnamed_speaker, printed))
        return NULL;
    mb_arena_mark before = mb_arena_here(roster->reader->scratch);
    mb_strings job = job_words(roster, printed);
    const mb_person *found = find_most_like(roster, &job);
    if (!found)
        found = last_heard(roster, &job);
    mb_arena_back(roster->reader->scratch, before);
    return found;
}

/* ---- what minutes print ---- */

const mb_person *mb_roster_find(const mb_roster *roster, mb_slice printed)
{
    const mb_person *found;
    printed = mb_slice_trim(printed);
    if (mb_take_article(roster->reader->dialect, &printed)) {
        found = find_by_office(roster, printed);
        return found ? found : find_by_role(roster, printed);
    }
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(roster->reader, printed, &honorific);
    bool enough = honorific.data || first_word(name).size < name.size;
    found = enough ? mb_roster_named(roster, name) : find_by_name(roster, name);
    if (!found && !enough)
        found = find_by_first_name(roster, name);
    return found ? found : find_by_office(roster, printed);
}

/* The people whose full names stand in the text, joined by "and". */
static mb_slice names_within(const mb_roster *roster, mb_slice text)
{
    mb_slice names = MB_NOTHING;
    for (size_t at = 0; at < text.size;) {
        size_t end = 0;
        const mb_person *person = mb_roster_at(roster, mb_slice_from(text, at), &end);
        if (person)
            names = names.data
                        ? mb_arena_printf(roster->reader->arena, "%.*s and %.*s", MB_ARG(names), MB_ARG(person->name))
                        : person->name;
        at += person ? end : 1;
        while (at < text.size && text.data[at - 1] != ' ')
            at++;
    }
    return names;
}

/* Where the "and" stands that joins two offices, the second with an article of its own; else the text's end. */
static size_t second_office(const mb_dialect *dialect, mb_slice speaker, mb_slice *second)
{
    mb_hit hit;
    for (size_t at = mb_next_word(speaker, 0); at < speaker.size; at = mb_next_word(speaker, at)) {
        if (!mb_starts_with(dialect, mb_group_between_names, mb_slice_from(speaker, at), &hit))
            continue;
        mb_slice behind = mb_slice_trim(mb_slice_from(speaker, at + hit.end));
        *second = behind;
        if (mb_take_article(dialect, &behind))
            return at;
    }
    return speaker.size;
}

/* "The Head of Roads and the Head of Parks" */
static mb_slice two_offices(const mb_roster *roster, mb_slice speaker)
{
    mb_slice second;
    size_t joint = second_office(roster->reader->dialect, speaker, &second);
    if (joint == speaker.size)
        return MB_NOTHING;
    const mb_person *one = mb_roster_find(roster, mb_slice_first(speaker, joint));
    const mb_person *other = mb_roster_find(roster, second);
    if (!one || !other)
        return MB_NOTHING;
    return mb_arena_printf(roster->reader->arena, "%.*s and %.*s", MB_ARG(one->name), MB_ARG(other->name));
}

/* "Councillors Hay and Cole" */
static mb_slice several_names(const mb_roster *roster, mb_slice speaker)
{
    mb_list names = {0};
    mb_slice all = MB_NOTHING;
    mb_hit honorific;
    if (!mb_starts_with(roster->reader->dialect, mb_group_honorific, speaker, &honorific))
        return MB_NOTHING;
    mb_read_names(roster->reader, speaker, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_person *person = mb_roster_named(roster, ((const mb_name *)names.items[i])->name);
        if (!person)
            return MB_NOTHING;
        all = all.data ? mb_arena_printf(roster->reader->arena, "%.*s and %.*s", MB_ARG(all), MB_ARG(person->name))
                       : person->name;
    }
    return names.count > 1 ? all : MB_NOTHING;
}

/* "The Cabinet Member for Roads, Councillor Ann Lee"; "The Head of Roads, Ann Lee" */
static mb_slice behind_office(const mb_roster *roster, mb_slice speaker)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_slice office = speaker;
    if (!mb_take_article(dialect, &office))
        return MB_NOTHING;
    for (size_t at = mb_next_word(office, 0); at < office.size; at = mb_next_word(office, at)) {
        mb_slice honorific = MB_NOTHING, name = mb_bare_name(roster->reader, mb_slice_from(office, at), &honorific);
        bool behind_comma = office.data[at - 1] == ' ' && office.data[at - 2] == ',';
        if (!honorific.data && !behind_comma)
            continue;
        const mb_person *person = honorific.data ? mb_roster_named(roster, name) : NULL;
        if (person || mb_is_full_name(dialect, name))
            return person ? person->name : name;
    }
    return MB_NOTHING;
}

mb_slice mb_roster_full_name(const mb_roster *roster, mb_slice speaker)
{
    mb_slice names = names_within(roster, speaker);
    if (!names.data)
        names = two_offices(roster, speaker);
    if (!names.data)
        names = behind_office(roster, speaker);
    if (!names.data)
        names = several_names(roster, speaker);
    if (names.data)
        return names;
    const mb_person *person = mb_roster_find(roster, speaker);
    if (person)
        return person->name;
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(roster->reader, speaker, &honorific);
    return mb_is_full_name(roster->reader->dialect, name) ? name : MB_NOTHING;
}

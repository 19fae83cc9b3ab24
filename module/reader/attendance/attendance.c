/* attendance.c: lists of people, each under its label.
 *
 *     Present:- Councillors Ann Lee (Chair) and Bob Hay     ─► present
 *     Co-opted Members: Cy Orr                              ─► present, with that capacity
 *     Also in attendance: Di Poe (Director of Roads)        ─► in attendance
 *     Councillor Ed Fox, Cabinet Member for Roads           ─► goes on with the label above
 *     Apologies: Councillor Flo Gray                        ─► apologies
 *     3 members of the public                               ─► a count
 *
 * Lines are cut into entries before they are read, since a list with one person a line needs no commas. */
#include "reader/attendance/attendance.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "reader/attendance/apologies.h"
#include "reader/attendance/entries.h"
#include "reader/attendance/lines.h"
#include "reader/dialect/labels.h"
#include "reader/minutes/numbers.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/people/people.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"
#include "reader/when.h"
#include "text/inline.h"

/* So many words that neither names nor offices have make a sentence, where they are a third of all. */
#define PROSE_WORDS 4
#define PROSE_SHARE 3
/* So many words that no name has make a lead-in of a line with a colon behind it. */
#define LEAD_IN_WORDS 2
/* "JPD Lee": no name has more letters in one word. */
#define MOST_INITIALS 4

static bool begins_list(const mb_dialect *dialect, mb_slice text, mb_hit *hit)
{
    return mb_starts_with_list_label(dialect, mb_group_present_label, text, hit) ||
           mb_starts_with_list_label(dialect, mb_group_attendance_label, text, hit);
}

bool mb_begins_attendance(const mb_reader *reader, uint32_t line)
{
    mb_hit hit;
    mb_slice text = mb_line_text(reader->text, line), item = mb_behind_item_number(reader->dialect, text);
    if (item.size == text.size)
        return begins_list(reader->dialect, text, &hit);
    if (!mb_starts_with_list_label(reader->dialect, mb_group_present_label, item, &hit))
        return false;
    mb_slice behind = mb_slice_trim(mb_slice_from(item, hit.end));
    uint32_t next = mb_next_text(reader->text, line + 1, reader->text->count);
    return mb_names_people(reader->dialect, behind) ||
           (behind.size == 0 && next < reader->text->count &&
            mb_names_people(reader->dialect, mb_line_text(reader->text, next)));
}

/* ---- what is no list of people ---- */

static bool is_small_word(const mb_dialect *dialect, mb_slice word)
{
    return word.size > 0 && islower((unsigned char)*word.data) && !mb_is_phrase(dialect, mb_group_name_joiner, word) &&
           !mb_is_phrase(dialect, mb_group_officer_label, word);
}

/* A sentence that tells something: its words outside brackets are those of no name and no office. */
static bool is_prose(const mb_dialect *dialect, mb_slice text)
{
    size_t small = 0, words = 0;
    int depth = 0;
    for (size_t at = 0; at < text.size;) {
        size_t end = mb_slice_find(text, MB_TEXT(" "), at);
        mb_slice word = mb_slice_between(text.data + at, text.data + (end < text.size ? end : text.size));
        for (size_t i = 0; i < word.size; i++)
            depth += (word.data[i] == '(') - (word.data[i] == ')');
        small += depth == 0 && is_small_word(dialect, word);
        words++;
        at = end < text.size ? end + 1 : text.size;
    }
    return small >= PROSE_WORDS && small * PROSE_SHARE >= words;
}

/* "JPD Lee": first names as letters in one word, before a surname. */
static bool begins_with_initials(mb_slice text)
{
    mb_slice initials = mb_slice_first(text, mb_word_end(text, 0));
    mb_slice surname = mb_slice_from(text, mb_next_word(text, 0));
    return initials.size > 1 && initials.size <= MOST_INITIALS && mb_is_capitals(initials) && surname.size > 1 &&
           mb_slice_words(surname) == 1 && isupper((unsigned char)*surname.data) && !mb_is_capitals(surname);
}

/* "Open session": two words with capitals that no label announces, no honorific and no bracket. */
static bool could_be_heading(const mb_reader *reader, const mb_attendance_entry *e)
{
    const mb_dialect *dialect = reader->dialect;
    bool marked = mb_starts_with(dialect, mb_group_honorific, e->text, NULL) ||
                  mb_slice_find(e->text, MB_TEXT("("), 0) < e->text.size ||
                  mb_slice_find(e->text, MB_TEXT(","), 0) < e->text.size;
    mb_slice name = mb_slice_trim(mb_slice_first(e->text, mb_office_dash(e->text)));
    return mb_is_capitals(e->text) ? !mb_starts_with(dialect, mb_group_honorific, e->text, NULL)
                                   : !marked && !e->labelled && !mb_is_full_name(dialect, name) &&
                                         !(e->listing == MB_LISTED_PRESENT && begins_with_initials(e->text)) &&
                                         !(e->below_surname && mb_is_surname(reader, e->text));
}

/* ---- entries ---- */

/* No public gallery holds more than four digits of people. */
#define PUBLIC_DIGITS 4

static mb_count count_in(const mb_reader *reader, mb_slice text)
{
    mb_hit word;
    if (mb_contains(reader->dialect, mb_group_number_word, text, &word))
        text = word.value;
    size_t from = 0;
    while (from < text.size && !isdigit((unsigned char)text.data[from]))
        from++;
    mb_count count = {0, from < text.size};
    for (size_t i = from; i < text.size && isdigit((unsigned char)text.data[i]) && i - from < PUBLIC_DIGITS; i++)
        count.value = count.value * 10 + (text.data[i] - '0');
    return count;
}

/* The part of a list in which a count stands: between commas. */
static mb_slice part_about(mb_slice text, mb_hit about)
{
    size_t from = about.start, end = about.end;
    while (from > 0 && !strchr(",;.(", text.data[from - 1]))
        from--;
    while (end < text.size && !strchr(",;.)", text.data[end]))
        end++;
    return mb_slice_between(text.data + from, text.data + end);
}

static void read_public(mb_reader *reader, mb_slice text, mb_minutes *minutes)
{
    mb_hit hit;
    if (minutes->members_of_public.known || !mb_contains(reader->dialect, mb_group_public_label, text, &hit))
        return;
    mb_slice before = mb_slice_first(text, hit.start);
    size_t joined = mb_slice_find(before, MB_TEXT(" and "), 0);
    mb_slice part = part_about(text, hit);
    if (joined < hit.start && text.data + joined > part.data)
        part = mb_slice_between(text.data + joined, mb_slice_end(part));
    minutes->members_of_public = count_in(reader, part);
}

static void keep_apologies(mb_reader *reader, const mb_list *names, mb_minutes *minutes)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (!mb_came_late(reader, names->items[i]))
            mb_strings_push(reader->arena, &minutes->apologies, ((const mb_name *)names->items[i])->name);
}

static void keep_members(mb_reader *reader, const mb_attendance_entry *e, const mb_list *names, mb_minutes *minutes)
{
    uint32_t first = minutes->present.count;
    mb_add_members(reader, names, e->capacity, e->block->place, &minutes->present);
    for (uint32_t i = first; i < minutes->present.count; i++) {
        mb_member *member = minutes->present.items[i];
        member->online |= e->online;
        if (!member->office.data)
            member->office = e->office;
        if (!member->organisation.data && names->count == 1)
            member->organisation = e->organisation;
    }
}

static void keep_attendees(mb_reader *reader, const mb_attendance_entry *e, const mb_list *names, mb_minutes *minutes)
{
    uint32_t first = minutes->in_attendance.count;
    mb_add_attendees(reader, names, e->block->place, &minutes->in_attendance);
    for (uint32_t i = first; i < minutes->in_attendance.count; i++) {
        mb_attendee *attendee = minutes->in_attendance.items[i];
        if (!attendee->role.data)
            attendee->role = e->role;
        if (!attendee->honorific.data && mb_slice_equal(e->capacity, MB_TEXT("councillor")))
            attendee->honorific = MB_TEXT("Councillor");
    }
}

/* "The Town Clerk, Mrs A Lee, was also present.": takes the words behind the names off a sentence that ends with them. */
static bool tells_of_attending(const mb_reader *reader, mb_slice *text)
{
    mb_hit hit;
    mb_slice sentence = mb_without_stop(*text);
    if (!mb_contains(reader->dialect, mb_group_attending, sentence, &hit) || hit.end < sentence.size)
        return false;
    *text = mb_slice_trim(mb_slice_first(sentence, hit.start));
    if (mb_slice_ends(*text, MB_TEXT(",")))
        text->size--;
    return true;
}

/* Whether the name is the member's, in full or no more than the surname. */
static bool is_of(const mb_member *member, mb_slice name)
{
    size_t before = member->name.size - name.size;
    return mb_slice_equal(member->name, name) ||
           (member->name.size > name.size && member->name.data[before - 1] == ' ' && mb_slice_ends(member->name, name));
}

/* The member with that name, or the only one with that surname, as a list of one; as a longer list where nobody knows who
 * is meant. */
static mb_list members_named(mb_reader *reader, const mb_list *members, mb_slice name)
{
    mb_list found = {0};
    for (uint32_t i = 0; i < members->count; i++) {
        mb_member *member = members->items[i];
        if (mb_slice_equal(member->name, name))
            found.count = 0;
        if (is_of(member, name))
            mb_list_push(reader->scratch, &found, member);
        if (mb_slice_equal(member->name, name))
            break;
    }
    return found;
}

/* "Mr Bob Hay in the Chair": the member is present, as chair. */
static bool read_chair(mb_reader *reader, const mb_attendance_entry *e, mb_slice text, mb_minutes *minutes)
{
    mb_list names = {0};
    mb_slice sentence = mb_without_stop(text);
    bool in_chair =
        mb_slice_ends(sentence, MB_TEXT(" in the Chair")) || mb_slice_ends(sentence, MB_TEXT(" in the chair"));
    if (!in_chair)
        return false;
    mb_read_names(reader, sentence, &names);
    if (names.count != 1)
        return false;
    const mb_name *chair = names.items[0];
    mb_list members = members_named(reader, &minutes->present, chair->name);
    if (members.count == 1)
        ((mb_member *)members.items[0])->office = MB_TEXT("Chair");
    else if (members.count == 0)
        keep_members(reader, e, &names, minutes);
    return true;
}

/* "Councillor Ann Lee for Councillor Bob Hay" below "Substitutes:". */
static bool read_stand_in(mb_reader *reader, const mb_attendance_entry *e, mb_slice text, mb_minutes *minutes)
{
    size_t word = mb_slice_find(text, MB_TEXT(" for "), 0);
    mb_list names = {0};
    mb_slice honorific = MB_NOTHING;
    if (!e->stands_in || e->listing != MB_LISTED_PRESENT || word >= text.size ||
        mb_slice_find(text, MB_TEXT("("), 0) < text.size || mb_slice_find(text, MB_TEXT(" for "), word + 1) < text.size)
        return false;
    mb_read_names(reader, mb_slice_first(text, word), &names);
    if (names.count != 1)
        return false;
    keep_members(reader, e, &names, minutes);
    mb_member *member = mb_list_last(&minutes->present);
    member->substitute_for = mb_bare_name(reader, mb_slice_trim(mb_slice_from(text, word + 5)), &honorific);
    return true;
}

/* "Councillor Ann Lee (Cabinet Member for Roads)" on a line below the list of those present: she came to report. */
static bool has_no_seat(mb_reader *reader, const mb_attendance_entry *e, const mb_list *names)
{
    const mb_name *name = names->count == 1 ? names->items[0] : NULL;
    return name && e->below_list && !e->labelled && mb_slice_equal(name->honorific, MB_TEXT("Councillor")) &&
           name->remark.data && mb_names_office(reader, name->remark) &&
           !mb_is_phrase(reader->dialect, mb_group_office, name->remark);
}

/* "Ann Lee, Bob Hay (apologies for lateness)" below "Present:": both are, and the bracket says nothing more of them. */
static mb_slice without_lateness(mb_reader *reader, mb_slice text)
{
    mb_hit late;
    if (!mb_contains(reader->dialect, mb_group_apology_in_part, text, &late))
        return text;
    char *kept = mb_arena_text(reader->arena, text.size);
    size_t size = 0, from = 0;
    for (size_t open = 0; (open = mb_slice_find(text, MB_TEXT("("), open)) < text.size;) {
        size_t close = mb_slice_find(text, MB_TEXT(")"), open);
        if (close >= text.size)
            break;
        mb_slice bracket = mb_slice_between(text.data + open, text.data + close);
        open = close;
        if (!mb_contains(reader->dialect, mb_group_apology_in_part, bracket, &late))
            continue;
        mb_slice before = mb_slice_trim_end(mb_slice_between(text.data + from, bracket.data));
        memcpy(kept + size, before.data, before.size);
        size += before.size;
        from = close + 1;
    }
    mb_slice behind = mb_slice_from(text, from);
    memcpy(kept + size, behind.data, behind.size);
    return (mb_slice){kept, size + behind.size};
}

/* One sentence of an entry; a list seldom has more. */
static void read_sentence(mb_reader *reader, const mb_attendance_entry *e, mb_slice text, bool one_person,
                          mb_minutes *minutes)
{
    mb_list names = {0};
    mb_hit hit;
    mb_listing listing = e->listing;
    read_public(reader, text, minutes);
    if (listing != MB_NO_LISTING && (read_chair(reader, e, text, minutes) || read_stand_in(reader, e, text, minutes)))
        return;
    if (listing != MB_LISTED_ABSENT)
        text = without_lateness(reader, text);
    if (listing == MB_LISTED_ABSENT || mb_contains(reader->dialect, mb_group_apology, text, &hit))
        text = mb_absence_in(reader, text);
    if (!text.size)
        return;
    if (listing != MB_NO_LISTING && tells_of_attending(reader, &text))
        listing = MB_LISTED_ATTENDING;
    if (listing != MB_LISTED_ABSENT && mb_contains(reader->dialect, mb_group_apology, text, &hit)) {
        listing = MB_LISTED_ABSENT;
        text = mb_contains(reader->dialect, mb_group_apology_from, text, &hit) ? mb_slice_from(text, hit.end) : text;
    } else if (is_prose(reader->dialect, text)) {
        return;
    }
    if (one_person)
        mb_read_one_name(reader, text, &names);
    else
        mb_read_names(reader, text, &names);
    if (listing == MB_LISTED_PRESENT && has_no_seat(reader, e, &names))
        listing = MB_LISTED_ATTENDING;
    if (listing == MB_LISTED_PRESENT)
        keep_members(reader, e, &names, minutes);
    else if (listing == MB_LISTED_ATTENDING)
        keep_attendees(reader, e, &names, minutes);
    else if (listing == MB_LISTED_ABSENT)
        keep_apologies(reader, &names, minutes);
}

/* "Council Chamber, Town Hall : 10.00 am - 12.30 pm"; not "Ann Hall, Town Clerk" */
static bool names_room(const mb_reader *reader, mb_slice text)
{
    mb_slice place = mb_slice_first(text, mb_slice_find(text, MB_TEXT(","), 0));
    size_t last = place.size;
    while (last > 0 && place.data[last - 1] != ' ')
        last--;
    mb_time_hit time;
    return place.size < text.size && mb_is_phrase(reader->dialect, mb_group_room, mb_slice_from(place, last)) &&
           mb_find_time(text, place.size, &time) && !mb_names_office(reader, mb_slice_from(text, place.size)) &&
           !mb_starts_with(reader->dialect, mb_group_honorific, place, NULL);
}

/* "Director of Roads - Ms A Lee": the job stands before the name. */
static bool read_job_and_name(mb_reader *reader, const mb_attendance_entry *e, mb_minutes *minutes)
{
    size_t dash = mb_office_dash(e->text);
    mb_slice role = mb_slice_trim(mb_slice_first(e->text, dash));
    mb_slice name = mb_slice_from(e->text, mb_next_word(e->text, dash + 1));
    if (e->listing != MB_LISTED_ATTENDING || dash >= e->text.size || e->role.data ||
        !mb_starts_with(reader->dialect, mb_group_honorific, name, NULL) || !mb_names_role_alone(reader, role))
        return false;
    mb_attendance_entry holder = *e;
    mb_list names = {0};
    mb_read_names(reader, name, &names);
    holder.role = role;
    if (names.count == 1)
        keep_attendees(reader, &holder, &names, minutes);
    return names.count == 1;
}

static void read_entry(mb_reader *reader, const mb_attendance_entry *e, bool one_person, mb_minutes *minutes)
{
    mb_slice sentence;
    if (names_room(reader, e->text) || (e->role.data && mb_is_phrase(reader->dialect, mb_group_clerk_label, e->role)) ||
        read_job_and_name(reader, e, minutes))
        return;
    if (could_be_heading(reader, e)) {
        read_public(reader, e->text, minutes);
        return;
    }
    for (size_t at = 0; mb_next_sentence(reader->dialect, e->text, &at, &sentence);)
        read_sentence(reader, e, sentence, one_person, minutes);
}

/* ---- lists ---- */

/* Words that lead to a list of something: of others who attended ("The following were also present:"), or of what is no
 * attendance ("The Members had before them:"). */
static bool leads_on(const mb_reader *reader, const mb_attendance_entry *e)
{
    size_t small = 0;
    for (size_t at = 0; at < e->text.size; at = mb_next_word(e->text, at))
        small += is_small_word(reader->dialect,
                               mb_slice_between(e->text.data + at, e->text.data + mb_word_end(e->text, at)));
    return !e->labelled && mb_slice_ends(e->text, MB_TEXT(":")) && small >= LEAD_IN_WORDS;
}

/* What a lead-in leaves to the entries from `first` up to `end`. */
static void lead_on(const mb_reader *reader, const mb_list *entries, uint32_t first, uint32_t end)
{
    mb_hit hit;
    const mb_attendance_entry *lead_in = entries->items[first];
    bool attended = mb_contains(reader->dialect, mb_group_attending, lead_in->text, &hit);
    for (uint32_t i = first; i < end; i++) {
        mb_attendance_entry *e = entries->items[i];
        e->listing = attended && i > first ? MB_LISTED_ATTENDING : MB_NO_LISTING;
    }
}

/* "Ann Lee, Head of Roads", "Ann Lee, Healthwatch Harle" or "Ann Lee (Chair)", and not "Ann Lee, Bob Hay" or "Lee, Hay (Chair), Orr". */
static bool is_of_one_person(mb_reader *reader, mb_slice text)
{
    size_t comma = mb_slice_find(text, MB_TEXT(","), 0);
    if (comma >= text.size)
        return true;
    mb_slice behind = mb_slice_from(text, comma);
    size_t bracket = mb_slice_find(behind, MB_TEXT("("), 0), close = mb_slice_find(behind, MB_TEXT(")"), 0);
    return mb_names_office(reader, mb_slice_first(behind, bracket)) ||
           mb_starts_with(reader->dialect, mb_group_organisation_word, mb_slice_trim(mb_slice_from(behind, 1)), NULL) ||
           (close < behind.size && mb_names_office(reader, mb_slice_from(behind, close)));
}

static bool has_comma(mb_slice text)
{
    return mb_slice_find(text, MB_TEXT(","), 0) < text.size;
}

/* "Cllr Ann Lee, Cllr Bob Hay", "Ann Lee (Clerk), Bob Hay (Auditor)", "Ann Lee, Clerk; Bob Hay", "Councillors Ann Lee, Bob Hay" */
static bool names_several(const mb_dialect *dialect, mb_slice text)
{
    mb_hit plural;
    size_t brackets = 0;
    if (mb_starts_with(dialect, mb_group_honorific, text, &plural) && text.data[plural.end - 1] == 's' &&
        plural.end > plural.value.size)
        return true;
    for (size_t i = 0; i < text.size; i++) {
        brackets += text.data[i] == '(';
        if (brackets > 1 || (text.data[i] == ';' && i + 1 < text.size))
            return true;
        if (text.data[i] == ',' && i + 2 < text.size &&
            mb_starts_with(dialect, mb_group_honorific, mb_slice_from(text, i + 2), NULL))
            return true;
    }
    return false;
}

/* Whether most of the entries from `first` on that one label announces name one person each. */
static bool has_one_person_a_line(mb_reader *reader, const mb_list *entries, uint32_t first, uint32_t end)
{
    uint32_t single = 0, named = 0;
    for (uint32_t i = first; i < end; i++) {
        mb_slice text = ((const mb_attendance_entry *)entries->items[i])->text;
        named += text.size > 0;
        single += text.size > 0 && is_of_one_person(reader, text);
    }
    return named > 1 && single * 2 > named;
}

static uint32_t listing_end(const mb_list *entries, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < entries->count && !((const mb_attendance_entry *)entries->items[end])->labelled)
        end++;
    return end;
}

void mb_read_attendance(mb_reader *reader, mb_line_range lines, mb_list *blocks, mb_minutes *minutes)
{
    mb_list entries = {0};
    uint32_t first = blocks->count;
    mb_read_entries(reader, lines, blocks);
    mb_find_attendance_entries(reader, blocks, first, &entries);
    for (uint32_t i = 0; i < entries.count;) {
        uint32_t end = listing_end(&entries, i);
        bool one_person = has_one_person_a_line(reader, &entries, i, end);
        for (; i < end; i++) {
            const mb_attendance_entry *e = entries.items[i];
            if (leads_on(reader, e))
                lead_on(reader, &entries, i, end);
            bool alone = one_person && has_comma(e->text) && !names_several(reader->dialect, e->text);
            read_entry(reader, e, alone, minutes);
        }
    }
}

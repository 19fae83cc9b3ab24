/* substitutes.c: "for", "by" and "his" tell who is who.
 *
 *     Councillor Cy Orr attended as a substitute for Councillor Lee.     substitute, words, absent
 *     Councillor Lee, for whom Councillor Orr was substituting, …        absent, words, substitute
 *     Councillor Cy Orr was her substitute.                              substitute; absent is who was named before
 *     Councillors Cy Orr and Di Poe were their respective substitutes.   so many substitutes, so many absent before
 *     Cllr Ann Lee – substitute Cllr Cy Orr                              absent, a dash, substitute
 *     Cllr Cy Orr for Cllr Ann Lee                                       under a title about substitutions          */
#include "reader/attendance/substitutes.h"

#include <ctype.h>
#include <stdint.h>

#include "reader/minutes/speech.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"

/* ---- people ---- */

/* Whether a run of capitalised words is a person's name; then it is `person`. */
static void take_person(const mb_reader *reader, mb_slice run, mb_slice *person)
{
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(reader, mb_slice_trim(run), &honorific);
    if (mb_is_full_name(reader->dialect, name) || (honorific.data && name.size))
        *person = name;
}

/* The last person named in the text: "Cy Orr" in "Councillor Cy Orr attended the meeting". */
static mb_slice last_person(const mb_reader *reader, mb_slice text)
{
    mb_slice person = MB_NOTHING;
    size_t start = 0, at = 0;
    while (at < text.size) {
        size_t end = mb_word_end(text, at);
        bool of_name = isupper((unsigned char)text.data[at]), last = strchr(",)(", text.data[end - (end > at)]);
        if (!of_name || last)
            take_person(reader, mb_slice_between(text.data + start, text.data + (of_name ? end : at)), &person);
        at = end + 1;
        if (!of_name || last)
            start = at;
    }
    if (start < text.size)
        take_person(reader, mb_slice_from(text, start), &person);
    return person;
}

/* The first person of a list, or NOTHING. */
static mb_slice first_person(mb_reader *reader, mb_slice text)
{
    mb_list names = {0};
    mb_read_names(reader, mb_without_stop(text), &names);
    return names.count ? ((const mb_name *)names.items[0])->name : MB_NOTHING;
}

static void add(mb_reader *reader, mb_slice absent, mb_slice substitute, mb_place place, mb_minute_item *item)
{
    if (!absent.data || !substitute.data)
        return;
    mb_substitution *substitution = mb_list_add(reader->arena, &item->substitutes, mb_substitution);
    substitution->place = place;
    substitution->absent = absent;
    substitution->substitute = substitute;
}

/* The one member whose apologies were told: in this paragraph, or in the item. NOTHING where there are several. */
static mb_slice the_absent(const mb_minute_item *item, uint32_t first)
{
    const mb_strings *apologies = &item->apologies;
    if (apologies->count == first + 1 || apologies->count == 1)
        return apologies->items[apologies->count - 1];
    return MB_NOTHING;
}

/* ---- clauses ---- */

/* Where a clause ends that begins at `at`: before a comma, a bracket, a semicolon or the end. */
static size_t clause_end(mb_slice text, size_t at)
{
    while (at < text.size && !strchr(",;)", text.data[at]))
        at++;
    return at;
}

/* "Councillor Lee, for whom Councillor Orr was substituting, and Dr Poe": takes such clauses out of the sentence. */
static mb_slice take_clauses(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_substituted_by, sentence, at, &hit);) {
        size_t end = clause_end(sentence, hit.end);
        mb_slice before = mb_slice_first(sentence, hit.start), clause = mb_slice_first(sentence, end);
        mb_slice absent = last_person(reader, before);
        mb_slice substitute = first_person(reader, mb_slice_from(clause, hit.end));
        at = hit.end;
        if (!absent.data || !substitute.data)
            continue;
        add(reader, absent, substitute, place, item);
        sentence = mb_arena_printf(reader->arena, "%.*s%.*s", MB_ARG(mb_slice_trim_end(before)),
                                   MB_ARG(mb_slice_from(sentence, end)));
        at = 0;
    }
    return sentence;
}

/* ---- sentences ---- */

/* "Cy Orr attended as a substitute for Ann Lee": returns what stands before, where that tells of apologies too. */
static bool read_in_place_of(mb_reader *reader, mb_slice *sentence, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    mb_slice clause = *sentence, first_before = MB_NOTHING;
    for (bool more = true; more && mb_contains(reader->dialect, mb_group_substitute, clause, &hit);) {
        mb_slice before = mb_slice_first(clause, hit.start), behind = mb_slice_from(clause, hit.end);
        mb_hit other;
        bool others = mb_contains(reader->dialect, mb_group_substitute, behind, &other);
        mb_slice absent = first_person(reader, others ? mb_slice_first(behind, other.start) : behind);
        if (!absent.data)
            break;
        add(reader, absent, last_person(reader, before), place, item);
        if (!first_before.data)
            first_before = before;
        size_t next = mb_slice_find(behind, MB_TEXT(" and "), 0);
        more = next < behind.size;
        clause = mb_slice_from(behind, next + strlen(" and "));
    }
    if (!first_before.data)
        return false;
    *sentence = first_before;
    return true;
}

/* "Cy Orr was attending as Ann Lee's substitute." */
static bool read_owner(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    static const char *const owners[] = {"'s substitute", "\xE2\x80\x99s substitute", "' substitute",
                                         "\xE2\x80\x99 substitute"};
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        size_t at = mb_slice_find(sentence, mb_slice_of(owners[i]), 0);
        if (at >= sentence.size)
            continue;
        mb_slice absent = last_person(reader, mb_slice_first(sentence, at));
        mb_slice substitute =
            first_person(reader, mb_slice_first(sentence, mb_slice_find(sentence, MB_TEXT(" as "), 0)));
        add(reader, absent, substitute, place, item);
        return absent.data != NULL;
    }
    return false;
}

/* "Cllr Cy Orr for Cllr Ann Lee" */
static bool read_pair(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    size_t joint = mb_slice_find(sentence, MB_TEXT(" for "), 0);
    mb_name substitute, absent;
    mb_slice before = mb_slice_first(sentence, joint);
    mb_slice behind = mb_without_stop(mb_slice_from(sentence, joint + strlen(" for ")));
    bool names = joint < sentence.size && mb_starts_with(reader->dialect, mb_group_honorific, before, NULL) &&
                 mb_starts_with(reader->dialect, mb_group_honorific, behind, NULL) &&
                 mb_subject_end(reader->dialect, before) == before.size &&
                 mb_subject_end(reader->dialect, behind) == behind.size;
    if (!names || !mb_read_person(reader, before, &substitute) || !mb_read_person(reader, behind, &absent))
        return false;
    add(reader, absent.name, substitute.name, place, item);
    return true;
}

/* The sentence behind "Apologies were received from"; the whole of another one. */
static mb_slice behind_apologies(const mb_reader *reader, mb_slice sentence)
{
    mb_hit apology, from;
    bool led_in = mb_contains(reader->dialect, mb_group_apology, sentence, &apology) &&
                  mb_contains(reader->dialect, mb_group_apology_from, sentence, &from);
    return led_in ? mb_slice_trim(mb_slice_from(sentence, from.end)) : sentence;
}

/* "Cllr Ann Lee – substitute Cllr Cy Orr", "Cllr Ann Lee – Cllr Cy Orr acted as substitute": the apologies, too. Not
 * "Cllr Cy Orr – substitute for Cllr Ann Lee", where it is the other way round. */
static bool read_behind_dash(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    sentence = behind_apologies(reader, sentence);
    size_t dash = mb_office_dash(sentence);
    mb_hit word;
    mb_name absent;
    mb_slice before = mb_slice_trim(mb_slice_first(sentence, dash)), behind = mb_slice_from(sentence, dash);
    if (dash == sentence.size || !mb_starts_with(reader->dialect, mb_group_honorific, before, NULL) ||
        mb_subject_end(reader->dialect, before) < before.size || !mb_read_person(reader, before, &absent) ||
        mb_contains(reader->dialect, mb_group_substitute, behind, &word) ||
        !mb_contains(reader->dialect, mb_group_substitute_alone, behind, &word))
        return false;
    mb_slice substitute = last_person(reader, mb_slice_first(behind, word.start));
    if (!substitute.data)
        substitute = first_person(reader, mb_slice_from(behind, word.end));
    mb_strings_push(reader->arena, &item->apologies, absent.name);
    add(reader, absent.name, substitute, place, item);
    return true;
}

/* "Councillors Orr and Poe were their respective substitutes." */
static bool read_respective(mb_reader *reader, mb_slice sentence, mb_place place, uint32_t first, mb_minute_item *item)
{
    mb_hit hit;
    mb_list names = {0};
    if (!mb_contains(reader->dialect, mb_group_respective_substitutes, sentence, &hit))
        return false;
    mb_read_names(reader, mb_slice_first(sentence, hit.start), &names);
    bool pairs = names.count == item->apologies.count - first;
    for (uint32_t i = 0; pairs && i < names.count; i++)
        add(reader, item->apologies.items[first + i], ((const mb_name *)names.items[i])->name, place, item);
    return true;
}

static bool is_in_brackets(mb_slice text, size_t at)
{
    int depth = 0;
    for (size_t i = 0; i < at; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth > 0;
}

/* "Apologies were received from Councillor Lee, Councillor Orr was her substitute.": leaves what stands before the comma. */
static mb_slice read_behind_comma(mb_reader *reader, mb_slice sentence, mb_slice before, mb_place place,
                                  mb_minute_item *item)
{
    size_t comma = before.size;
    while (comma > 0 && before.data[comma - 1] != ',')
        comma--;
    if (comma == 0)
        return sentence;
    mb_slice apologies = mb_slice_first(before, comma - 1);
    add(reader, first_person(reader, behind_apologies(reader, apologies)),
        last_person(reader, mb_slice_from(before, comma)), place, item);
    return apologies;
}

/* "Councillor Orr was her substitute.", "Councillor Lee had sent her apologies, Councillor Orr was her substitute." */
static mb_slice read_alone(mb_reader *reader, mb_slice sentence, mb_place place, uint32_t first, mb_minute_item *item)
{
    mb_hit hit, apology;
    if (!mb_contains(reader->dialect, mb_group_substitute_alone, sentence, &hit) || is_in_brackets(sentence, hit.start))
        return sentence;
    mb_slice before = mb_slice_first(sentence, hit.start);
    if (!mb_contains(reader->dialect, mb_group_apology, before, &apology)) {
        add(reader, the_absent(item, first), last_person(reader, before), place, item);
        return MB_TEXT("");
    }
    mb_slice substitute = last_person(reader, mb_slice_from(before, apology.end));
    if (!substitute.data)
        return sentence;
    if (!last_person(reader, mb_slice_first(before, apology.start)).data)
        return read_behind_comma(reader, sentence, before, place, item);
    add(reader, first_person(reader, before), substitute, place, item);
    return mb_slice_first(before, apology.end);
}

mb_slice mb_read_substitutes(mb_reader *reader, mb_slice sentence, mb_place place, uint32_t first, mb_minute_item *item)
{
    sentence = take_clauses(reader, sentence, place, item);
    if (read_behind_dash(reader, sentence, place, item) || read_respective(reader, sentence, place, first, item) ||
        read_owner(reader, sentence, place, item) || read_pair(reader, sentence, place, item))
        return MB_TEXT("");
    if (read_in_place_of(reader, &sentence, place, item))
        return sentence;
    return read_alone(reader, sentence, place, first, item);
}

void mb_read_substitute_remark(mb_reader *reader, const mb_name *absent, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_substitute_alone, absent->remark, &hit))
        add(reader, absent->name, first_person(reader, mb_slice_first(absent->remark, hit.start)), place, item);
}

/* The full name of an absent member of whom only the surname is printed: one who sent apologies. */
static mb_slice full_name(const mb_strings *apologies, mb_slice name)
{
    for (uint32_t i = 0; i < apologies->count; i++) {
        mb_slice full = apologies->items[i];
        if (full.size > name.size && mb_slice_ends(full, name) && full.data[full.size - name.size - 1] == ' ')
            return full;
    }
    return name;
}

void mb_name_substituted(mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        mb_substitution *substitution = item->substitutes.items[i];
        substitution->absent = full_name(&item->apologies, substitution->absent);
    }
}

/* apologies.c: lists of names before or behind the words that say they sent apologies.
 *
 *     Councillor Ann Lee and Bob Hay had both sent their apologies.      names, then the words
 *     Apologies were received from Councillor Ann Lee and Bob Hay.       the words, then names
 *     …, for whom Councillor Cy Orr was substituting, …                  a substitute among them, see substitutes.c */
#include "reader/attendance/apologies.h"

#include "reader/attendance/substitutes.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/text.h"
#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* "EDC" has no more letters. */
#define ORGANISATION_LETTERS 5

/* "EDC" or "Marl Hospital Trust" behind a name is where the person comes from. */
static bool is_organisation(const mb_reader *reader, mb_slice name)
{
    mb_hit hit;
    if (name.size <= ORGANISATION_LETTERS && name.size > 1 && mb_is_capitals(name) && mb_slice_words(name) == 1)
        return true;
    return mb_contains(reader->dialect, mb_group_organisation_word, name, &hit);
}

/* "Two Co-opted Members of the Panel, Andrew Tay and …": so many, who are named behind it. */
static bool is_count(const mb_reader *reader, mb_slice name)
{
    mb_hit hit;
    return mb_starts_with(reader->dialect, mb_group_number_word, name, &hit) && hit.end < name.size;
}

bool mb_came_late(const mb_reader *reader, const mb_name *name)
{
    mb_hit hit;
    return mb_contains(reader->dialect, mb_group_apology_in_part, name->remark, &hit);
}

static void add_names(mb_reader *reader, mb_slice text, mb_place place, mb_minute_item *item)
{
    mb_list names = {0};
    mb_read_names(reader, mb_without_stop(text), &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        if (!name->honorific.data && (is_organisation(reader, name->name) || is_count(reader, name->name)))
            continue;
        if (mb_came_late(reader, name))
            continue;
        mb_strings_push(reader->arena, &item->apologies, name->name);
        mb_read_substitute_remark(reader, name, place, item);
    }
}

static bool names_behind(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    if (!mb_contains(reader->dialect, mb_group_apology, sentence, &hit) ||
        !mb_contains(reader->dialect, mb_group_apology_from, sentence, &hit))
        return false;
    add_names(reader, mb_slice_from(sentence, hit.end), place, item);
    return true;
}

static void names_before(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_apology, sentence, &hit) &&
        mb_contains(reader->dialect, mb_group_apology_sent, sentence, &hit))
        add_names(reader, mb_slice_first(sentence, hit.start), place, item);
}

/* ---- absence and lateness ---- */

/* "Apologies" alone, or "Apologies for absence", before "and for lateness". */
#define BARE_APOLOGY_WORDS 3

/* Without the "apologies" that the text ends with. */
static mb_slice before_apology(const mb_reader *reader, mb_slice text)
{
    mb_slice last = mb_slice_last_word(text);
    if (mb_slice_starts(last, MB_TEXT("(")))
        last = mb_slice_from(last, 1);
    bool apology = mb_is_phrase(reader->dialect, mb_group_apology, last);
    return apology ? mb_slice_trim_end(mb_slice_first(text, (size_t)(last.data - text.data))) : text;
}

/* Where "and for lateness", ", and apologies for lateness" or "and (for lateness)" begins whose "for" stands at `late`;
 * SIZE_MAX where no "and" stands before it. */
static size_t late_clause(const mb_reader *reader, mb_slice sentence, size_t late)
{
    mb_slice before = before_apology(reader, mb_slice_trim_end(mb_slice_first(sentence, late)));
    if (mb_slice_ends(before, MB_TEXT("(")))
        before = mb_slice_trim_end(mb_slice_first(before, before.size - 1));
    if (!mb_slice_ends(before, MB_TEXT(" and")))
        return SIZE_MAX;
    before = mb_slice_trim_end(mb_slice_first(before, before.size - strlen("and")));
    return mb_slice_ends(before, MB_TEXT(",")) ? before.size - 1 : before.size;
}

static bool in_bracket(mb_slice text, size_t at)
{
    while (at > 0 && text.data[at - 1] != '(' && text.data[at - 1] != ')')
        at--;
    return at > 0 && text.data[at - 1] == '(';
}

/* "apologies for absence from Councillor Hay" behind "Apologies for lateness were received from Councillor Lee and". */
static mb_slice absence_behind(const mb_reader *reader, mb_slice sentence, size_t from)
{
    static const char joiner[] = " and ";
    for (size_t at = from; (at = mb_slice_find(sentence, MB_TEXT(" and "), at)) < sentence.size;) {
        at += strlen(joiner);
        mb_slice rest = mb_slice_from(sentence, at);
        if (mb_starts_with(reader->dialect, mb_group_apology, rest, NULL))
            return rest;
    }
    return MB_TEXT("");
}

mb_slice mb_absence_in(const mb_reader *reader, mb_slice sentence)
{
    mb_hit late, apology = {0};
    bool labelled = !mb_contains(reader->dialect, mb_group_apology, sentence, &apology);
    for (size_t at = 0; mb_find_phrase(reader->dialect, mb_group_apology_in_part, sentence, at, &late); at = late.end) {
        size_t clause = late_clause(reader, sentence, late.start);
        bool of_apologies = labelled || apology.start < late.start;
        if (!of_apologies || (clause == SIZE_MAX && in_bracket(sentence, late.start)))
            continue;
        if (clause == SIZE_MAX)
            return absence_behind(reader, sentence, late.end);
        mb_slice before = mb_slice_first(sentence, clause);
        bool bare = mb_starts_with(reader->dialect, mb_group_apology, before, NULL) &&
                    mb_slice_words(before) <= BARE_APOLOGY_WORDS &&
                    mb_slice_find(before, MB_TEXT(":"), 0) >= before.size;
        return bare ? sentence : before;
    }
    return sentence;
}

/* ---- the item ---- */

static bool tells_of_absence(const mb_reader *reader, mb_slice sentence)
{
    mb_hit hit;
    return mb_contains(reader->dialect, mb_group_apology, sentence, &hit) ||
           mb_contains(reader->dialect, mb_group_substitute, sentence, &hit);
}

/* Those who were told absent in the paragraph before the sentence begin at `first`. */
static void read_sentence(mb_reader *reader, mb_slice sentence, mb_place place, bool own_item, uint32_t first,
                          mb_minute_item *item)
{
    mb_slice rest = sentence;
    if (own_item || tells_of_absence(reader, sentence))
        rest = mb_read_substitutes(reader, sentence, place, first, item);
    if (!names_behind(reader, rest, place, item) && own_item)
        names_before(reader, rest, place, item);
}

/* Where "… with Councillors Orr and Poe in attendance as substitutes respectively" begins behind the apologies, or the
 * sentence's end. */
static size_t respective_start(const mb_reader *reader, mb_slice sentence)
{
    static const char *const marks[] = {" with ", ", and "};
    mb_hit hit, apology;
    if (!mb_contains(reader->dialect, mb_group_respective_substitutes, sentence, &hit) ||
        !mb_contains(reader->dialect, mb_group_apology, mb_slice_first(sentence, hit.start), &apology))
        return sentence.size;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = mb_slice_find(sentence, mb_slice_of(marks[i]), apology.end);
        if (at < hit.start)
            return at;
    }
    return sentence.size;
}

/* "Apologies: Cllr Lee - Cllr Orr substituting; Cllr Hay": an absent member between two semicolons, with the substitute. */
static bool read_parts(mb_reader *reader, mb_slice sentence, mb_place place, uint32_t first, mb_minute_item *item)
{
    mb_hit hit;
    if (mb_slice_find(sentence, MB_TEXT("; "), 0) >= sentence.size || mb_office_dash(sentence) >= sentence.size ||
        !mb_contains(reader->dialect, mb_group_substitute_alone, sentence, &hit))
        return false;
    for (size_t at = 0; at < sentence.size;) {
        size_t end = mb_slice_find(sentence, MB_TEXT("; "), at);
        end = end < sentence.size ? end : sentence.size;
        mb_slice part = mb_slice_trim(mb_slice_between(sentence.data + at, sentence.data + end));
        mb_slice rest = mb_read_substitutes(reader, part, place, first, item);
        if (!names_behind(reader, rest, place, item) && mb_starts_with(reader->dialect, mb_group_honorific, rest, NULL))
            add_names(reader, rest, place, item);
        at = end + strlen("; ");
    }
    return true;
}

static void read_sentences(mb_reader *reader, const mb_minute_text *text, bool own_item, mb_minute_item *item)
{
    uint32_t first = item->apologies.count;
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(reader->dialect, text->text, &at, &sentence);) {
        mb_hit hit;
        if (mb_contains(reader->dialect, mb_group_apology, sentence, &hit))
            sentence = mb_absence_in(reader, sentence);
        if (!sentence.size || mb_starts_with(reader->dialect, mb_group_none, sentence, NULL) ||
            (own_item && read_parts(reader, sentence, text->place, first, item)))
            continue;
        size_t respective = respective_start(reader, sentence);
        read_sentence(reader, mb_slice_first(sentence, respective), text->place, own_item, first, item);
        if (respective < sentence.size)
            read_sentence(reader, mb_slice_trim(mb_slice_from(sentence, respective + strlen(" with"))), text->place,
                          own_item, first, item);
    }
}

/* "Ann Lee, Bob Hay": names and nothing else, but for "- it was agreed to accept the reasons". */
static void read_bare_list(mb_reader *reader, const mb_minute_text *text, mb_minute_item *item)
{
    mb_slice names = mb_without_stop(text->text);
    size_t dash = mb_office_dash(names);
    mb_slice behind = mb_slice_from(names, mb_next_word(names, dash + 1));
    if (mb_starts_small(behind))
        names = mb_slice_trim(mb_slice_first(names, dash));
    if (mb_subject_end(reader->dialect, names) == names.size &&
        !mb_starts_with(reader->dialect, mb_group_none, names, NULL))
        add_names(reader, names, text->place, item);
}

void mb_read_apologies(mb_reader *reader, mb_minute_item *item)
{
    mb_hit hit;
    mb_list texts = {0};
    bool own_item = mb_contains(reader->dialect, mb_group_apology, item->title, &hit);
    mb_collect_minute_texts(reader, item, &texts);
    for (uint32_t i = 0; i < texts.count; i++)
        read_sentences(reader, texts.items[i], own_item, item);
    bool bare = own_item && item->apologies.count == 0;
    for (uint32_t i = 0; bare && i < texts.count; i++)
        read_bare_list(reader, texts.items[i], item);
    mb_name_substituted(item);
}

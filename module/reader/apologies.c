/* apologies.c: lists of names before or behind the words that say they sent apologies.
 *
 *     Councillor Ann Lee and Bob Hay had both sent their apologies.      names, then the words
 *     Apologies were received from Councillor Ann Lee and Bob Hay.       the words, then names
 *     Councillor Cy Orr attended as a substitute for Councillor Lee.     substitute, then absent    */
#include "reader/apologies.h"

#include <ctype.h>

#include "reader/names.h"
#include "reader/sentences.h"
#include "reader/speech.h"

/* ---- apologies ---- */

static bool is_name(mb_slice name)
{
    return name.size > 0 && (isupper((unsigned char)*name.data) || (unsigned char)*name.data >= 0x80);
}

/* "from Councillors Ann Lee and Bob Hay, and from Cy Orr" */
static mb_slice without_from(const mb_reader *reader, mb_slice name)
{
    mb_slice honorific = MB_NOTHING;
    if (!mb_slice_starts_nocase(name, MB_TEXT("from ")))
        return name;
    return mb_bare_name(reader, mb_slice_from(name, strlen("from ")), &honorific);
}

static void add_names(mb_reader *reader, mb_slice text, mb_strings *into)
{
    mb_list names = {0};
    mb_read_names(reader, mb_without_stop(text), &names);
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        mb_slice bare = without_from(reader, name->name);
        if (is_name(bare))
            mb_strings_push(reader->arena, into, bare);
    }
}

/* The part of a list of names before what is told of a substitute. */
static mb_slice before_substitute(const mb_reader *reader, mb_slice names)
{
    mb_hit hit;
    if (mb_find_phrase(reader->dialect, mb_group_substitute, names, 0, &hit))
        return mb_slice_first(names, hit.start);
    return names;
}

static bool names_behind(mb_reader *reader, mb_slice sentence, mb_minute_item *item)
{
    mb_hit hit;
    if (!mb_contains(reader->dialect, mb_group_apology, sentence, &hit) ||
        !mb_contains(reader->dialect, mb_group_apology_from, sentence, &hit))
        return false;
    add_names(reader, before_substitute(reader, mb_slice_from(sentence, hit.end)), &item->apologies);
    return true;
}

static bool names_before(mb_reader *reader, mb_slice sentence, mb_minute_item *item)
{
    mb_hit hit;
    if (!mb_contains(reader->dialect, mb_group_apology, sentence, &hit) ||
        !mb_contains(reader->dialect, mb_group_apology_sent, sentence, &hit))
        return false;
    add_names(reader, mb_slice_first(sentence, hit.start), &item->apologies);
    return true;
}

/* ---- substitutes ---- */

static size_t word_end(mb_slice text, size_t at)
{
    size_t end = mb_slice_find(text, MB_TEXT(" "), at);
    return end < text.size ? end : text.size;
}

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
        size_t end = word_end(text, at);
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

static void add_substitute(mb_reader *reader, mb_slice absent, mb_slice substitute, mb_place place,
                           mb_minute_item *item)
{
    if (!absent.data || !substitute.data)
        return;
    mb_substitution *substitution = mb_list_add(reader->arena, &item->substitutes, mb_substitution);
    substitution->place = place;
    substitution->absent = full_name(&item->apologies, absent);
    substitution->substitute = substitute;
}

static void read_substitute(mb_reader *reader, mb_slice sentence, mb_place place, mb_minute_item *item)
{
    mb_hit hit;
    if (mb_contains(reader->dialect, mb_group_substitute, sentence, &hit)) {
        mb_strings absent = {0};
        add_names(reader, mb_slice_from(sentence, hit.end), &absent);
        add_substitute(reader, absent.count ? absent.items[0] : MB_NOTHING,
                       last_person(reader, mb_slice_first(sentence, hit.start)), place, item);
    } else if (item->apologies.count == 1 && mb_contains(reader->dialect, mb_group_substitute_alone, sentence, &hit)) {
        add_substitute(reader, item->apologies.items[0], last_person(reader, mb_slice_first(sentence, hit.start)),
                       place, item);
    }
}

/* ---- the item ---- */

static void read_sentences(mb_reader *reader, const mb_block *block, bool own_item, mb_minute_item *item)
{
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(reader->dialect, block->text, &at, &sentence);) {
        if (mb_starts_with(reader->dialect, mb_group_none, sentence, NULL))
            continue;
        if (!names_behind(reader, sentence, item) && own_item)
            names_before(reader, sentence, item);
        read_substitute(reader, sentence, block->place, item);
    }
}

/* "Ann Lee, Bob Hay": names and nothing else. */
static void read_bare_list(mb_reader *reader, const mb_block *block, mb_minute_item *item)
{
    mb_slice text = mb_without_stop(block->text);
    if (mb_subject_end(reader->dialect, text) == text.size &&
        !mb_starts_with(reader->dialect, mb_group_none, text, NULL))
        add_names(reader, text, &item->apologies);
}

void mb_read_apologies(mb_reader *reader, mb_minute_item *item)
{
    mb_hit hit;
    bool own_item = mb_contains(reader->dialect, mb_group_apology, item->title, &hit);
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph)
            read_sentences(reader, block, own_item, item);
    }
    if (!own_item || item->apologies.count)
        return;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph)
            read_bare_list(reader, block, item);
    }
}

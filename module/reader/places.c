/* places.c: looks for an object's first words in the lines from where its list or paragraph begins.
 *
 *     12  Present: Councillors Ann Ogle (Chair), Bob       ◄─ the list: line 12
 *     13  Dunn and Cy Orr                                  ◄─ Cy Orr: line 13; Bob Dunn: line 12, where his name begins */
#include "reader/places.h"

#include <ctype.h>

#include "model/value.h"
#include "reader/sentences.h"

/* A list or a paragraph has no more lines of text. */
#define LINES_WITHIN 60
/* So many words tell a sentence from others. */
#define FIRST_WORDS 4

/* ---- words over lines ---- */

static bool is_letter(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* A point in the text: a byte of a line. */
typedef struct point {
    uint32_t line;
    size_t at;
} point;

/* The next word at or behind `*from`, which moves behind it; NOTHING at the end. `start` gets the word's line. */
static mb_slice next_word(const mb_text *text, point *from, uint32_t end, uint32_t *start)
{
    for (; from->line < end; from->line++, from->at = 0) {
        mb_slice line = mb_line_is_text(text, from->line) ? mb_line_text(text, from->line) : MB_TEXT("");
        size_t at = from->at;
        while (at < line.size && !is_letter(line.data[at]))
            at++;
        size_t first = at;
        while (at < line.size && is_letter(line.data[at]))
            at++;
        if (at > first) {
            *start = from->line;
            from->at = at;
            return mb_slice_between(line.data + first, line.data + at);
        }
    }
    return MB_NOTHING;
}

/* The words with which a text begins. */
typedef struct beginning {
    mb_slice words[FIRST_WORDS];
    uint32_t count;
} beginning;

static beginning beginning_of(mb_slice text)
{
    beginning found = {.count = 0};
    size_t at = 0;
    while (found.count < FIRST_WORDS) {
        while (at < text.size && !is_letter(text.data[at]))
            at++;
        size_t first = at;
        while (at < text.size && is_letter(text.data[at]))
            at++;
        if (at == first)
            break;
        found.words[found.count++] = mb_slice_between(text.data + first, text.data + at);
    }
    return found;
}

static bool goes_on_with(const mb_text *text, point from, uint32_t end, const beginning *wanted)
{
    uint32_t line;
    for (uint32_t i = 1; i < wanted->count; i++)
        if (!mb_slice_equal(next_word(text, &from, end, &line), wanted->words[i]))
            return false;
    return true;
}

/* The end of so many lines of text. */
static uint32_t end_within(const mb_text *text, uint32_t line)
{
    uint32_t left = LINES_WITHIN;
    while (line < text->count && left > 0)
        left -= mb_line_is_text(text, line++);
    return line;
}

/* The first line from `line` on at which the words begin, or `line` itself where none is. */
static uint32_t find_words(const mb_text *text, uint32_t line, const beginning *wanted, bool *found)
{
    uint32_t end = end_within(text, line), start;
    point at = {line, 0};
    *found = false;
    for (mb_slice word; wanted->count && (word = next_word(text, &at, end, &start)).data;)
        if (mb_slice_equal(word, wanted->words[0]) && goes_on_with(text, at, end, wanted)) {
            *found = true;
            return start;
        }
    return line;
}

/* ---- objects ---- */

/* Moves the place to where the text begins, from its line on; false where it stays. */
static bool settle(const mb_reader *reader, mb_slice text, mb_place *place)
{
    if (!place->line || place->line > reader->text->count || !text.size)
        return false;
    beginning wanted = beginning_of(text);
    bool found;
    uint32_t line = find_words(reader->text, place->line - 1, &wanted, &found);
    if (found && line != place->line - 1)
        *place = mb_place_of(reader->text, line);
    return found;
}

/* A name may have been completed: then the surname alone stands there. */
static void settle_name(const mb_reader *reader, mb_slice name, mb_place *place)
{
    if (settle(reader, name, place) || !name.size)
        return;
    size_t at = name.size;
    while (at > 0 && name.data[at - 1] != ' ')
        at--;
    settle(reader, mb_slice_from(name, at), place);
}

/* People of one list follow one another: each is looked for from the line of the one before. */
static void settle_people(const mb_reader *reader, const mb_type_info *type, const mb_list *people)
{
    const mb_field_info *name = mb_field_find(type, MB_TEXT("name"));
    mb_place list = {0}, last = {0};
    for (uint32_t i = 0; i < people->count; i++) {
        mb_place *place = people->items[i], own = *place;
        if (own.line == list.line)
            *place = last;
        settle_name(reader, mb_value_of(name, people->items[i]).text, place);
        list = own;
        last = *place;
    }
}

/* A paragraph that was cut in two where a second speaker begins: the second part. */
static void settle_blocks(const mb_reader *reader, const mb_list *blocks)
{
    for (uint32_t i = 1; i < blocks->count; i++) {
        mb_block *block = blocks->items[i];
        const mb_block *before = blocks->items[i - 1];
        if (block->type != mb_block_type_paragraph || !block->continues)
            continue;
        block->place = before->place;
        settle(reader, block->text, &block->place);
    }
}

/* The sentence of the block that holds `part`; NOTHING where none does. */
static mb_slice sentence_around(const mb_reader *reader, const mb_block *block, mb_slice part)
{
    size_t at = 0;
    mb_slice sentence;
    if (block->type != mb_block_type_paragraph || !part.size)
        return MB_NOTHING;
    while (mb_next_sentence(reader->dialect, block->text, &at, &sentence))
        if (mb_slice_find(sentence, part, 0) != SIZE_MAX)
            return sentence;
    return MB_NOTHING;
}

/* To the sentence, in a paragraph that begins on the place's line, that tells of `about`. */
static void settle_sentence(const mb_reader *reader, const mb_list *blocks, mb_slice about, mb_place *place)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->place.line == place->line)
            settle(reader, sentence_around(reader, block, about), place);
    }
}

static void settle_item(const mb_reader *reader, mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->motions.count; i++) {
        mb_motion *motion = item->motions.items[i];
        settle_sentence(reader, &item->blocks, motion->about, &motion->place);
    }
    for (uint32_t i = 0; i < item->votes.count; i++) {
        mb_vote *vote = item->votes.items[i];
        settle_sentence(reader, &item->blocks, vote->about, &vote->place);
    }
    for (uint32_t i = 0; i < item->decisions.count; i++) {
        mb_decision *decision = item->decisions.items[i];
        settle(reader, decision->text, &decision->place);
    }
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        mb_substitution *substitution = item->substitutes.items[i];
        settle_name(reader, substitution->substitute, &substitution->place);
    }
    settle_blocks(reader, &item->blocks);
    for (uint32_t i = 0; i < item->contributions.count; i++) {
        mb_contribution *contribution = item->contributions.items[i];
        if (contribution->blocks.first < item->blocks.count)
            contribution->place = ((const mb_block *)item->blocks.items[contribution->blocks.first])->place;
    }
    settle_people(reader, mb_type_of(declaration), &item->declarations);
}

void mb_settle_places(mb_reader *reader)
{
    const mb_pack *pack = reader->pack;
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_meeting *meeting = pack->meetings.items[i];
        settle_people(reader, mb_type_of(member), &meeting->members);
        if (!meeting->minutes)
            continue;
        settle_people(reader, mb_type_of(member), &meeting->minutes->present);
        settle_people(reader, mb_type_of(attendee), &meeting->minutes->in_attendance);
        for (uint32_t k = 0; k < meeting->minutes->items.count; k++)
            settle_item(reader, meeting->minutes->items.items[k]);
    }
    for (uint32_t i = 0; i < pack->forward_plan.count; i++) {
        const mb_forward_plan_entry *entry = pack->forward_plan.items[i];
        settle_people(reader, mb_type_of(author), &entry->authors);
    }
}

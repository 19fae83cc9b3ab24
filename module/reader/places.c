/* places.c: looks for an object's first words in the lines from where its list or paragraph begins.
 *
 *     12  Present: Councillors Ann Ogle (Chair), Bob       ◄─ the list: line 12
 *     13  Dunn and Cy Orr                                  ◄─ Cy Orr: line 13; Bob Dunn: line 12, where his name begins */
#include "reader/places.h"

#include <ctype.h>

#include "model/value.h"

/* A list or a paragraph has no more words. */
#define WORDS_WITHIN 1500
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
        mb_line_role role = text->lines[from->line].role;
        bool printed = role == MB_LINE_TEXT || role == MB_LINE_BLANK; /* a blank one may have been told elsewhere */
        mb_slice line = printed ? mb_printed_line(text, from->line) : MB_TEXT("");
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

/* The first point from `from` on at which the words begin; `from` itself, and false, where none is. */
static bool find_words(const mb_text *text, point from, const beginning *wanted, point *found)
{
    uint32_t start = from.line;
    *found = from;
    for (uint32_t left = WORDS_WITHIN; left > 0 && wanted->count > 0; left--) {
        mb_slice word = next_word(text, &from, text->count, &start);
        if (!word.data)
            return false;
        if (mb_slice_equal(word, wanted->words[0]) && goes_on_with(text, from, text->count, wanted)) {
            *found = (point){start, from.at};
            return true;
        }
    }
    return false;
}

/* ---- objects ---- */

/* How far the objects of one list or paragraph have been found, so that each is looked for behind the one before it. */
typedef struct cursor {
    uint32_t line; /* of the list or paragraph, from 1 */
    point behind;
} cursor;

/* Moves the place to where the text begins, from its line on; false where it stays. */
static bool settle(const mb_reader *reader, mb_slice text, mb_place *place, cursor *last)
{
    if (!place->line || place->line > reader->text->count || !text.size)
        return false;
    point from = {place->line - 1, 0}, found;
    if (last->line == place->line)
        from = last->behind;
    last->line = place->line;
    beginning wanted = beginning_of(text);
    bool there = find_words(reader->text, from, &wanted, &found);
    last->behind = there ? found : from;
    if (there && found.line != place->line - 1)
        *place = mb_place_of(reader->text, found.line);
    return there;
}

/* A name may have been completed: then the surname alone stands there. */
static void settle_name(const mb_reader *reader, mb_slice name, mb_place *place, cursor *last)
{
    if (settle(reader, name, place, last) || !name.size)
        return;
    size_t at = name.size;
    while (at > 0 && name.data[at - 1] != ' ')
        at--;
    settle(reader, mb_slice_from(name, at), place, last);
}

static void settle_people(const mb_reader *reader, const mb_type_info *type, const mb_list *people)
{
    const mb_field_info *name = mb_field_find(type, MB_TEXT("name"));
    cursor last = {0};
    for (uint32_t i = 0; i < people->count; i++)
        settle_name(reader, mb_value_of(name, people->items[i]).text, people->items[i], &last);
}

/* A paragraph that was cut in two where a second speaker begins: the second part. */
static void settle_blocks(const mb_reader *reader, const mb_list *blocks)
{
    cursor last = {0};
    for (uint32_t i = 1; i < blocks->count; i++) {
        mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_paragraph && block->continues)
            settle(reader, block->text, &block->place, &last);
    }
}

/* The start of the sentence in which `part` stands, which is a part of the text; else NOTHING. */
static mb_slice sentence_before(mb_slice text, mb_slice part)
{
    if (!text.data || !part.data || part.data < text.data || part.data >= text.data + text.size)
        return MB_NOTHING;
    const char *start = part.data;
    while (start > text.data && !(start[-1] == ' ' && start - 1 > text.data && strchr(".!?", start[-2])))
        start--;
    return mb_slice_between(start, mb_slice_end(text));
}

/* To the sentence, in the paragraph that begins on the place's line, that tells of `about`. `at` is the position of the
 * paragraph in which the one before it stood. */
static void settle_sentence(const mb_reader *reader, const mb_list *blocks, mb_slice about, mb_place *place,
                            uint32_t *at, cursor *last)
{
    while (*at < blocks->count && ((const mb_block *)blocks->items[*at])->place.line < place->line)
        ++*at;
    for (uint32_t i = *at; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->place.line != place->line)
            return;
        mb_slice sentence = MB_NOTHING;
        if (block->type == mb_block_type_paragraph)
            sentence = sentence_before(block->text, about);
        if (sentence.data) {
            settle(reader, sentence, place, last);
            return;
        }
    }
}

static void settle_motions(const mb_reader *reader, const mb_minute_item *item)
{
    uint32_t at = 0;
    cursor last = {0};
    for (uint32_t i = 0; i < item->motions.count; i++) {
        mb_motion *motion = item->motions.items[i];
        settle_sentence(reader, &item->blocks, motion->about, &motion->place, &at, &last);
    }
}

static void settle_votes(const mb_reader *reader, const mb_minute_item *item)
{
    uint32_t at = 0;
    cursor last = {0};
    for (uint32_t i = 0; i < item->votes.count; i++) {
        mb_vote *vote = item->votes.items[i];
        settle_sentence(reader, &item->blocks, vote->about, &vote->place, &at, &last);
    }
}

static void settle_decisions(const mb_reader *reader, const mb_minute_item *item)
{
    cursor last = {0};
    for (uint32_t i = 0; i < item->decisions.count; i++) {
        mb_decision *decision = item->decisions.items[i];
        settle(reader, decision->text, &decision->place, &last);
    }
}

static void settle_substitutes(const mb_reader *reader, const mb_minute_item *item)
{
    cursor last = {0};
    for (uint32_t i = 0; i < item->substitutes.count; i++) {
        mb_substitution *substitution = item->substitutes.items[i];
        settle_name(reader, substitution->substitute, &substitution->place, &last);
    }
}

/* A contribution begins where its first block does. */
static void settle_contributions(const mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->contributions.count; i++) {
        mb_contribution *contribution = item->contributions.items[i];
        if (contribution->blocks.first < item->blocks.count)
            contribution->place = ((const mb_block *)item->blocks.items[contribution->blocks.first])->place;
    }
}

static void settle_minutes(const mb_reader *reader, const mb_minutes *minutes)
{
    settle_people(reader, mb_type_of(member), &minutes->present);
    settle_people(reader, mb_type_of(attendee), &minutes->in_attendance);
    for (uint32_t i = 0; i < minutes->items.count; i++) {
        const mb_minute_item *item = minutes->items.items[i];
        settle_motions(reader, item);
        settle_votes(reader, item);
        settle_decisions(reader, item);
        settle_substitutes(reader, item);
        settle_people(reader, mb_type_of(declaration), &item->declarations);
        settle_blocks(reader, &item->blocks);
        settle_contributions(item);
    }
}

static void settle_deadlines(const mb_reader *reader, const mb_list *deadlines)
{
    cursor last = {0};
    for (uint32_t i = 0; i < deadlines->count; i++) {
        mb_deadline *deadline = deadlines->items[i];
        settle(reader, deadline->rule, &deadline->place, &last);
    }
}

void mb_settle_places(mb_reader *reader)
{
    const mb_pack *pack = reader->pack;
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_meeting *meeting = pack->meetings.items[i];
        settle_people(reader, mb_type_of(member), &meeting->members);
        settle_deadlines(reader, &meeting->deadlines);
        if (meeting->minutes)
            settle_minutes(reader, meeting->minutes);
    }
    for (uint32_t i = 0; i < pack->forward_plan.count; i++) {
        const mb_forward_plan_entry *entry = pack->forward_plan.items[i];
        settle_people(reader, mb_type_of(author), &entry->authors);
    }
}

/* numbered.c: tells the numbered paragraphs of minutes from lists.
 *
 *     1. Mr Lee introduced the report.      ─► paragraph 1
 *     2. Members noted:                     ─► paragraph 2, since its number goes on
 *        • that the road was narrow         ─► a list
 *     3. RESOLVED that:                     ─► paragraph 3
 *        1. the road be closed              ─► a list, since its numbers begin anew       */
#include "reader/minutes/numbered.h"

#include <ctype.h>

#include "reader/minutes/decisions.h"
#include "reader/minutes/speech.h"
#include "reader/sentences.h"
#include "reader/when.h"
#include "text/inline.h"
#include "text/measure.h"

/* An item has fewer paragraphs than this has digits for. */
#define NUMBER_DIGITS 3
/* A paragraph has more words: "1 Against", "2 Abstentions" are counts. */
#define FEW_WORDS 3

typedef struct scan {
    mb_reader *reader;
    const mb_roster *roster;
    mb_list blocks;
    mb_block *list; /* the list block that takes the next item, or NULL */
    long last;      /* the number of the last paragraph, or 0 */
    char form;      /* what stands before or behind that number: "(1)" is '(', "1)" is ')', "1" is 0 */
} scan;

/* The digits of a marker ("3", "3)", "(3)") and what stands about them; none where it has others. */
static mb_slice digits_of(mb_slice marker, char *form)
{
    mb_slice digits = marker;
    *form = 0;
    if (mb_slice_ends(digits, MB_TEXT(")"))) {
        *form = ')';
        digits.size--;
    }
    if (mb_slice_starts(digits, MB_TEXT("("))) {
        *form = '(';
        digits = mb_slice_from(digits, 1);
    }
    return digits.size <= NUMBER_DIGITS && mb_slice_is_digits(digits) ? digits : MB_NOTHING;
}

static long number_of(mb_slice digits)
{
    long number = 0;
    for (size_t i = 0; i < digits.size; i++)
        number = number * 10 + (digits.data[i] - '0');
    return number;
}

static bool is_paragraph(const scan *s, const mb_list_item *item)
{
    char form;
    long number = number_of(digits_of(item->marker, &form));
    mb_slice sentence;
    mb_speech speech;
    size_t at = 0;
    if (number == 0 || (s->last && form != s->form) || (!s->last && form && number != 1))
        return false;
    if (s->last && number == s->last + 1)
        return true;
    return mb_next_sentence(s->reader->dialect, item->text, &at, &sentence) &&
           (mb_find_speech(s->roster, sentence, &speech) || (s->last && mb_text_decides(s->roster, sentence)));
}

static void add_paragraph(scan *s, const mb_list_item *item)
{
    mb_block *block = mb_new(s->reader->arena, mb_block);
    block->type = mb_block_type_paragraph;
    block->place = item->place;
    block->number = digits_of(item->marker, &s->form);
    block->text = item->text;
    block->runs = item->runs;
    mb_list_push(s->reader->arena, &s->blocks, block);
    s->list = NULL;
    s->last = number_of(block->number);
}

static void add_to_list(scan *s, mb_list_item *item, bool ordered)
{
    if (!s->list) {
        s->list = mb_list_add(s->reader->arena, &s->blocks, mb_block);
        s->list->type = mb_block_type_list;
        s->list->place = item->place;
        s->list->ordered = ordered;
    }
    mb_list_push(s->reader->arena, &s->list->items, item);
}

static void read_items(scan *s, const mb_list *items);

/* Where a paragraph hides among the items nested under this one, they end it. */
static bool hides_paragraph(const scan *s, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        if (is_paragraph(s, item) || hides_paragraph(s, &item->items))
            return true;
    }
    return false;
}

static void read_item(scan *s, mb_list_item *item)
{
    mb_list nested = item->items;
    if (is_paragraph(s, item)) {
        add_paragraph(s, item);
        read_items(s, &nested);
        s->list = NULL;
        return;
    }
    bool hides = hides_paragraph(s, &nested);
    if (hides)
        item->items = (mb_list){0};
    add_to_list(s, item, item->marker.data != NULL);
    if (hides)
        read_items(s, &nested);
}

static void read_items(scan *s, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++)
        read_item(s, items->items[i]);
}

/* "It was resolved that", "AGREED:": a list behind it has the parts, whoever is told to speak in them. */
static bool leads_to_parts(const scan *s, const mb_block *block)
{
    mb_slice sentence, last = MB_NOTHING;
    if (block->type != mb_block_type_paragraph)
        return false;
    if (mb_slice_ends(block->text, MB_TEXT(":")) || mb_slice_ends(block->text, MB_TEXT(":-")))
        return true;
    for (size_t at = 0; mb_next_sentence(s->reader->dialect, block->text, &at, &sentence);)
        last = sentence;
    return last.data && !mb_is_finished(last) && mb_text_decides(s->roster, last);
}

static bool holds_paragraphs(const scan *s, const mb_list *blocks, uint32_t index)
{
    const mb_block *block = blocks->items[index];
    return block->type == mb_block_type_list && !(index > 0 && leads_to_parts(s, blocks->items[index - 1])) &&
           hides_paragraph(s, &block->items);
}

static bool any_hides_paragraph(const scan *s, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++)
        if (holds_paragraphs(s, blocks, i))
            return true;
    return false;
}

/* The number that a paragraph begins with in "1 Mr Lee introduced …", where it has no mark; `rest` is what stands behind. */
static mb_slice bare_number_of(const mb_block *block, mb_slice *rest)
{
    char form;
    if (block->type != mb_block_type_paragraph || block->number.data || block->continues || block->runs.count)
        return MB_NOTHING;
    mb_slice word = mb_first_word(block->text);
    *rest = mb_slice_trim(mb_slice_from(block->text, word.size));
    bool words = mb_slice_words(*rest) > FEW_WORDS && isupper((unsigned char)*rest->data);
    return words ? digits_of(word, &form) : MB_NOTHING;
}

/* "1 Mill Lane was let", "2 Mill Lane was empty": houses of one street; but one person may speak twice. */
static bool begin_alike(const mb_roster *roster, mb_slice text, mb_slice next)
{
    mb_speech speech;
    size_t end = mb_word_end(text, mb_next_word(text, 0)), next_end = mb_word_end(next, mb_next_word(next, 0));
    mb_slice words = mb_slice_first(text, end), next_words = mb_slice_first(next, next_end);
    return (mb_slice_starts(words, next_words) || mb_slice_starts(next_words, words)) &&
           !mb_find_speech(roster, text, &speech);
}

/* Gives the paragraphs of an item that count up from 1 their numbers, where all do: their clerk prints no full stop; but
 * "1 June was fixed for the fair." */
static void take_bare_numbers(mb_reader *reader, const mb_roster *roster, mb_list *blocks)
{
    mb_list run = {0};
    mb_slice rest, before = MB_NOTHING;
    for (uint32_t i = 0; i < blocks->count; i++) {
        mb_block *block = blocks->items[i];
        if (block->type != mb_block_type_paragraph || block->continues)
            continue;
        if (number_of(bare_number_of(block, &rest)) != (long)run.count + 1 || mb_begins_with_month(rest) ||
            (before.data && begin_alike(roster, before, rest)))
            return;
        mb_list_push(reader->scratch, &run, block);
        before = rest;
    }
    for (uint32_t i = 0; run.count > 1 && i < run.count; i++) {
        mb_block *block = run.items[i];
        block->number = bare_number_of(block, &rest);
        block->text = rest;
    }
}

void mb_number_paragraphs(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    take_bare_numbers(reader, roster, &item->blocks);
    scan s = {.reader = reader, .roster = roster};
    if (!any_hides_paragraph(&s, &item->blocks))
        return;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        mb_block *block = item->blocks.items[i];
        if (holds_paragraphs(&s, &item->blocks, i)) {
            s.list = NULL;
            read_items(&s, &block->items);
        } else {
            mb_list_push(reader->arena, &s.blocks, block);
        }
    }
    item->blocks = s.blocks;
}

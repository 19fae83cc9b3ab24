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
    if (number == 0 || (s->last && form != s->form))
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

static bool any_hides_paragraph(const scan *s, const mb_list *blocks)
{
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_list && hides_paragraph(s, &block->items))
            return true;
    }
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

/* Gives the paragraphs that count up from 1 their numbers, where there are several: their clerk prints no full stop. */
static void take_bare_numbers(mb_list *blocks)
{
    mb_slice rest;
    long last = 0;
    for (uint32_t i = 0; i < blocks->count; i++)
        last += number_of(bare_number_of(blocks->items[i], &rest)) == last + 1;
    for (uint32_t i = 0, number = 1; last > 1 && i < blocks->count; i++) {
        mb_block *block = blocks->items[i];
        mb_slice digits = bare_number_of(block, &rest);
        if (number_of(digits) != number)
            continue;
        block->number = digits;
        block->text = rest;
        number++;
    }
}

void mb_number_paragraphs(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    take_bare_numbers(&item->blocks);
    scan s = {.reader = reader, .roster = roster};
    if (!any_hides_paragraph(&s, &item->blocks))
        return;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_list && hides_paragraph(&s, &block->items)) {
            s.list = NULL;
            read_items(&s, &block->items);
        } else {
            mb_list_push(reader->arena, &s.blocks, block);
        }
    }
    item->blocks = s.blocks;
}

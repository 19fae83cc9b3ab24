/* bare_lists.c: tells items without bullets from paragraphs.
 *
 *     The band played:          a lead-in
 *     A march                   short, and no sentence
 *     A waltz
 *     A hymn that everybody
 *     knew.                     the last one may end like a sentence                       */
#include "text/bare_lists.h"

#include <ctype.h>

#include "text/inline.h"
#include "text/measure.h"
#include "text/tables.h"
#include "text/wraps.h"

/* Fewer are no list: two lines that a writer broke by hand look the same. */
#define ITEMS_AT_LEAST 3
/* Numbered lines without a lead-in are a list from so many on, and begin with 1. */
#define COUNTED_AT_LEAST 5
/* A numbered list may have lost a number. */
#define MOST_STEP 2
/* An item that isn't a sentence has no more lines. */
#define PHRASE_LINES 3
/* So many lines that were wrapped though the page had room, and the text stands in a narrower column; a word that just
 * fits is no proof. */
#define NARROW_LINES 2
#define ROOM_PERCENT 97
/* So many digits in a row are a telephone number's. */
#define PHONE_DIGITS 5
/* Figures with their words, as the boxes of a diagram hold them. */
#define FACTS_AT_LEAST 4
#define FACTS_AT_MOST  40
#define FACT_SIZE      60

typedef struct gatherer {
    const mb_block_reader *reader;
    const mb_text *text;
    const mb_list *blocks; /* of mb_read_block */
} gatherer;

static const mb_read_block *block_at(const gatherer *g, uint32_t i)
{
    return g->blocks->items[i];
}

static mb_slice words_of(const gatherer *g, uint32_t i)
{
    return block_at(g, i)->block->text;
}

static bool is_plain_paragraph(const gatherer *g, uint32_t i)
{
    if (i >= g->blocks->count)
        return false;
    const mb_block *block = block_at(g, i)->block;
    return block->type == mb_block_type_paragraph && !block->number.data && block->text.size;
}

static bool leads_in(const gatherer *g, uint32_t i)
{
    return block_at(g, i)->block->type == mb_block_type_paragraph &&
           (mb_slice_ends(words_of(g, i), MB_TEXT(":")) || mb_slice_ends(words_of(g, i), MB_TEXT(":-")));
}

/* What people ask and answer under "Members asked:" are paragraphs, however alike they begin. */
static bool is_said(const gatherer *g, uint32_t i)
{
    return is_plain_paragraph(g, i) && g->reader->is_said && g->reader->is_said(g->reader->vocabulary, words_of(g, i));
}

/* Whether a blank line stands between block `i` and the one before it. */
static bool stands_apart(const gatherer *g, uint32_t i)
{
    for (uint32_t line = block_at(g, i - 1)->last + 1; line < block_at(g, i)->first; line++)
        if (g->text->lines[line].role == MB_LINE_BLANK)
            return true;
    return false;
}

static uint32_t lines_of(const gatherer *g, uint32_t i)
{
    uint32_t count = 0;
    for (uint32_t line = block_at(g, i)->first; line <= block_at(g, i)->last; line++)
        count += mb_line_is_text(g->text, line);
    return count;
}

/* --- Lines that count up --- */

static bool opens_with_number(mb_slice words, uint32_t *number, size_t *behind)
{
    size_t at = 0;
    *number = 0;
    while (at < words.size && at < 3 && isdigit((unsigned char)words.data[at]))
        *number = *number * 10 + (uint32_t)(words.data[at++] - '0');
    *behind = at + 1;
    return at > 0 && at + 1 < words.size && words.data[at] == ' ' && isupper((unsigned char)words.data[at + 1]);
}

/* Under a lead-in a count may begin with any number, elsewhere with 1. */
static uint32_t count_numbered(const gatherer *g, uint32_t from)
{
    uint32_t i = from, last = 0, number;
    size_t behind;
    for (; is_plain_paragraph(g, i) && opens_with_number(words_of(g, i), &number, &behind); i++) {
        if (i > from && (number <= last || number > last + MOST_STEP))
            break;
        if (i == from && number > 1 && !(from > 0 && leads_in(g, from - 1)))
            break;
        last = number;
    }
    return i - from;
}

/* --- Texts that begin alike --- */

/* The first word, without the "s" of its plural; of a quotation its mark. */
static mb_slice opening_of(mb_slice words)
{
    static const char *const quotes[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\""};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (mb_slice_starts(words, mb_slice_of(quotes[i])))
            return mb_slice_of(quotes[i]);
    mb_slice word = mb_first_word(words);
    return mb_slice_ends(word, MB_TEXT("s")) ? mb_slice_first(word, word.size - 1) : word;
}

static uint32_t count_alike(const gatherer *g, uint32_t from)
{
    if (!is_plain_paragraph(g, from))
        return 0;
    mb_slice opening = opening_of(words_of(g, from));
    uint32_t i = from;
    while (is_plain_paragraph(g, i) && mb_slice_equal(opening, opening_of(words_of(g, i))))
        i++;
    return i - from;
}

/* --- Texts in a narrower column --- */

/* Whether all lines of block `i` are as narrow as the column, whose edge is before `edge`; moves that. Counts the lines
 * on which the page had room for the next word. */
static bool stands_in_column(const gatherer *g, uint32_t i, unsigned page, unsigned *edge, uint32_t *proofs)
{
    const mb_read_block *read = block_at(g, i);
    unsigned needed = *edge;
    for (uint32_t line = read->first; line <= read->last; line++) {
        if (!mb_line_is_text(g->text, line))
            continue;
        if (g->text->lines[line].width >= *edge)
            return false;
        uint32_t next = mb_next_text(g->text, line + 1, read->last + 1);
        if (next > read->last || mb_slice_ends(mb_line_text(g->text, line), MB_TEXT("-")))
            continue;
        unsigned with_word =
            g->text->lines[line].width + MB_SPACE_WIDTH + mb_width(mb_first_word(mb_line_text(g->text, next)));
        *proofs += with_word * 100 <= page * ROOM_PERCENT;
        needed = with_word < needed ? with_word : needed;
    }
    *edge = needed;
    return true;
}

static uint32_t count_narrow(const gatherer *g, uint32_t from)
{
    unsigned page = mb_page_width(g->text, block_at(g, from - 1)->last), edge = page;
    uint32_t proofs = 0, i = from;
    while (is_plain_paragraph(g, i) && g->text->lines[block_at(g, i)->first].kind == MB_TEXT_READING_ORDER &&
           !leads_in(g, i) && !stands_apart(g, i) && stands_in_column(g, i, page, &edge, &proofs))
        i++;
    return proofs >= NARROW_LINES && i < g->blocks->count ? i - from : 0;
}

/* --- Texts that are no sentences --- */

static bool could_be_phrase(const gatherer *g, uint32_t i)
{
    if (!is_plain_paragraph(g, i) || leads_in(g, i) || lines_of(g, i) > PHRASE_LINES)
        return false;
    mb_slice words = words_of(g, i);
    return !islower((unsigned char)*words.data) && mb_slice_words(words) > 1 && !mb_slice_ends(words, MB_TEXT(","));
}

/* Where somebody can be reached: an address of mail or of the web, a telephone number. */
static bool holds_address(mb_slice words)
{
    uint32_t digits = 0;
    for (size_t i = 0; i < words.size && digits < PHONE_DIGITS; i++)
        digits = isdigit((unsigned char)words.data[i]) ? digits + 1 : 0;
    return digits == PHONE_DIGITS || mb_slice_find(words, MB_TEXT("@"), 0) != SIZE_MAX ||
           mb_slice_find(words, MB_TEXT("://"), 0) != SIZE_MAX || mb_slice_find(words, MB_TEXT("www."), 0) != SIZE_MAX;
}

/* Whether one of the texts, or the one behind them, says where somebody can be reached: then they are an address. */
static bool are_address(const gatherer *g, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i <= end && i < g->blocks->count; i++)
        if (block_at(g, i)->block->type == mb_block_type_paragraph && (i < end || !stands_apart(g, i)) &&
            holds_address(words_of(g, i)))
            return true;
    return false;
}

static uint32_t count_phrases(const gatherer *g, uint32_t from)
{
    uint32_t i = from;
    bool apart = false, last = false;
    for (; !last && could_be_phrase(g, i); i++) {
        if (i == from + 1)
            apart = stands_apart(g, i);
        if (i > from && stands_apart(g, i) != apart)
            break;
        last = mb_is_finished(words_of(g, i));
        if (last && lines_of(g, i) > 1)
            break;
    }
    return are_address(g, from, i) ? 0 : i - from;
}

/* --- One paragraph a line --- */

/* Text that puts a blank line between paragraphs has none between the items of a list. */
static uint32_t count_close(const gatherer *g, uint32_t from)
{
    uint32_t i = from;
    while (is_plain_paragraph(g, i) && lines_of(g, i) == 1 && mb_is_unwrapped(g->text, block_at(g, i)->first) &&
           (i == from || !stands_apart(g, i)))
        i++;
    return i - from;
}

/* --- Figures in boxes --- */

static bool is_fact(const gatherer *g, uint32_t i, uint32_t *figures)
{
    mb_slice words = i < g->blocks->count ? words_of(g, i) : MB_NOTHING;
    if (words.size > FACT_SIZE || !could_be_phrase(g, i) || lines_of(g, i) > 1 || mb_is_finished(words))
        return false;
    bool figure = false, word = false;
    for (size_t at = 0; at < words.size; at++) {
        figure |= isdigit((unsigned char)words.data[at]) != 0;
        word |= at > 0 && words.data[at - 1] == ' ' && islower((unsigned char)words.data[at]);
    }
    *figures += figure;
    return word && !isdigit((unsigned char)mb_slice_end(words)[-1]) && mb_slice_end(words)[-1] != '%';
}

/* "1,123 calls", "From 839 people", "10 of them by post": most have a figure, and words behind it. */
static uint32_t count_facts(const gatherer *g, uint32_t from)
{
    uint32_t i = from, figures = 0;
    while (i - from < FACTS_AT_MOST && is_fact(g, i, &figures))
        i++;
    return i - from >= FACTS_AT_LEAST && figures * 4 >= (i - from) * 3 ? i - from : 0;
}

/* --- */

/* How many items a list has that begins with block `from`; 0 where none does. */
static uint32_t count_items(const gatherer *g, uint32_t from, bool *numbered)
{
    uint32_t count = count_numbered(g, from);
    bool led_in = from > 0 && leads_in(g, from - 1);
    *numbered = count >= (led_in ? ITEMS_AT_LEAST : COUNTED_AT_LEAST);
    if (*numbered)
        return count;
    if (!led_in)
        return count_facts(g, from);
    if (is_said(g, from))
        return 0;
    static uint32_t (*const counts[])(const gatherer *, uint32_t) = {count_alike, count_close, count_narrow,
                                                                     count_phrases};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        count = counts[i](g, from);
        if (count >= ITEMS_AT_LEAST)
            return count;
    }
    return 0;
}

static void add_item(const gatherer *g, mb_block *list, const mb_block *paragraph)
{
    mb_list_item *item = mb_list_add(g->reader->arena, &list->items, mb_list_item);
    item->place = paragraph->place;
    item->text = paragraph->text;
    item->runs = paragraph->runs;
    if (list->ordered) {
        uint32_t number;
        size_t behind;
        opens_with_number(item->text, &number, &behind);
        item->marker = mb_slice_first(item->text, behind - 1);
        item->text = mb_slice_from(item->text, behind);
        item->runs = (mb_list){0};
    }
}

static mb_block *make_list(const gatherer *g, uint32_t from, uint32_t count, bool ordered)
{
    mb_block *list = mb_new(g->reader->arena, mb_block);
    list->type = mb_block_type_list;
    list->place = block_at(g, from)->block->place;
    list->ordered = ordered;
    mb_list_reserve(g->reader->arena, &list->items, count);
    for (uint32_t i = from; i < from + count; i++)
        add_item(g, list, block_at(g, i)->block);
    return list;
}

/* --- An item between others --- */

static bool is_bullet_list(const gatherer *g, uint32_t i)
{
    return i < g->blocks->count && block_at(g, i)->block->type == mb_block_type_list && !block_at(g, i)->block->ordered;
}

/* Where paragraphs begin with a tab, one in small letters between items in small letters has lost its bullet. */
static bool is_item_between(const gatherer *g, uint32_t i)
{
    if (i == 0 || !is_plain_paragraph(g, i) || !is_bullet_list(g, i - 1) || !is_bullet_list(g, i + 1))
        return false;
    const mb_list_item *above = mb_list_last(&block_at(g, i - 1)->block->items);
    const mb_list_item *below = block_at(g, i + 1)->block->items.items[0];
    return g->text->lines[block_at(g, i)->first].kind == MB_TEXT_DUMP && mb_starts_small(words_of(g, i)) &&
           mb_starts_small(above->text) && mb_starts_small(below->text);
}

/* Adds the item that lost its bullet, and those behind it, to the list above. */
static void join_lists(const gatherer *g, uint32_t i, mb_block *list)
{
    add_item(g, list, block_at(g, i)->block);
    const mb_list *behind = &block_at(g, i + 1)->block->items;
    for (uint32_t j = 0; j < behind->count; j++)
        mb_list_push(g->reader->arena, &list->items, behind->items[j]);
}

void mb_gather_bare_lists(const mb_block_reader *reader, mb_list *blocks)
{
    gatherer g = {reader, reader->text, blocks};
    uint32_t kept = 0;
    for (uint32_t i = 0, count; i < blocks->count; i += count) {
        bool numbered = false;
        mb_read_block *read = blocks->items[i];
        if (is_item_between(&g, i)) {
            join_lists(&g, i, ((mb_read_block *)blocks->items[kept - 1])->block);
            count = 2;
            continue;
        }
        count = count_items(&g, i, &numbered);
        if (count)
            read->block = make_list(&g, i, count, numbered);
        else
            count = 1;
        blocks->items[kept++] = read;
    }
    blocks->count = kept;
}

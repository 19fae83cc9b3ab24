/* abbreviation.c: a search that narrows the sorted terms by one byte of the text at a time. */
#include "markdown/abbreviation.h"

#include <stdlib.h>

/* A term has at most this many bytes, so that each place of a text costs a bounded look. */
#define LONGEST_TERM 100

static mb_md_swap *definition_in(const mb_md_page *page, cmark_node *node)
{
    mb_md_mark mark;
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK ||
        !mb_md_next_mark(page, mb_slice_of(cmark_node_get_literal(node)), 0, &mark))
        return NULL;
    return mark.from == 0 && mark.swap && mark.swap->kind == MB_MD_ABBREVIATION ? mark.swap : NULL;
}

static void collect(const mb_md_page *page, mb_list *definitions)
{
    for (cmark_node *node = page->root; node; node = mb_md_next_block(node)) {
        mb_md_swap *definition = definition_in(page, node);
        if (definition && definition->term.size <= LONGEST_TERM)
            mb_list_push(page->arena, definitions, definition);
    }
}

/* By term; of two definitions of one term, the first in the page. */
static int compare(const void *a, const void *b)
{
    const mb_md_swap *one = *(const mb_md_swap *const *)a, *other = *(const mb_md_swap *const *)b;
    int by_term = mb_slice_compare(one->term, other->term);
    return by_term ? by_term : (one->line > other->line) - (one->line < other->line);
}

mb_md_abbreviations *mb_md_abbreviations_of(mb_md_page *page)
{
    mb_list definitions = {0};
    collect(page, &definitions);
    if (definitions.count == 0)
        return NULL;
    qsort(definitions.items, definitions.count, sizeof *definitions.items, compare);

    mb_md_abbreviations *known = mb_new(page->arena, mb_md_abbreviations);
    known->items = mb_new_array(page->arena, mb_md_abbreviation, definitions.count);
    for (uint32_t i = 0; i < definitions.count; i++) {
        const mb_md_swap *definition = definitions.items[i];
        if (known->count && mb_slice_equal(known->items[known->count - 1].term, definition->term))
            continue;
        known->items[known->count++] = (mb_md_abbreviation){definition->term, definition->meaning};
        known->begins[(unsigned char)definition->term.data[0]] = true;
    }
    return known;
}

/* Whether the character at `at` belongs to a word. Of what isn't ASCII all does, but for the signs of Latin-1 (U+00A0
 * to U+00BF) and general punctuation (U+2000 to U+206F): quotation marks and dashes stand right beside words. */
static bool is_word(mb_slice text, size_t at)
{
    const unsigned char *c = (const unsigned char *)text.data + at;
    size_t left = text.size - at;
    if (c[0] < 128)
        return (c[0] >= '0' && c[0] <= '9') || ((c[0] | 0x20) >= 'a' && (c[0] | 0x20) <= 'z');
    return c[0] != 0xC2 && !(left > 1 && c[0] == 0xE2 && (c[1] == 0x80 || c[1] == 0x81));
}

static bool begins_word(mb_slice text, size_t at)
{
    if (at == 0)
        return true;
    size_t before = at - 1;
    while (before > 0 && ((unsigned char)text.data[before] & 0xC0) == 0x80)
        before--;
    return !is_word(text, before);
}

static bool ends_word(mb_slice text, size_t at)
{
    return at == text.size || !is_word(text, at);
}

/* The first of the terms from `low` to `high`, which agree in their first `depth` bytes, whose next byte is at least
 * `byte`. */
static uint32_t first_from(const mb_md_abbreviations *known, uint32_t low, uint32_t high, size_t depth, unsigned byte)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        mb_slice term = known->items[middle].term;
        if (term.size <= depth || (unsigned char)term.data[depth] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const mb_md_abbreviation *longest_at(const mb_md_abbreviations *known, mb_slice text, size_t at)
{
    const mb_md_abbreviation *longest = NULL;
    uint32_t low = 0, high = known->count;
    for (size_t depth = 0; at + depth < text.size && low < high; depth++) {
        unsigned byte = (unsigned char)text.data[at + depth];
        low = first_from(known, low, high, depth, byte);
        high = first_from(known, low, high, depth, byte + 1);
        if (low < high && known->items[low].term.size == depth + 1 && ends_word(text, at + depth + 1))
            longest = &known->items[low];
    }
    return longest;
}

const mb_md_abbreviation *mb_md_abbreviation_next(const mb_md_abbreviations *known, mb_slice text, size_t at,
                                                  size_t *found)
{
    for (; at < text.size; at++) {
        if (!known->begins[(unsigned char)text.data[at]] || !begins_word(text, at))
            continue;
        const mb_md_abbreviation *here = longest_at(known, text, at);
        if (here) {
            *found = at;
            return here;
        }
    }
    return NULL;
}

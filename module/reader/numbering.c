/* numbering.c: finds the numbers that count up one by one. */
#include "reader/numbering.h"

#include <ctype.h>

/* "26/014.Apologies": a number that is too wide for its column, or typed so. An initial is none: "1.B Hay". */
static bool touches_title(mb_slice title)
{
    return title.size > 1 && isupper((unsigned char)title.data[0]) && isalpha((unsigned char)title.data[1]);
}

mb_item_number mb_item_number_of(mb_slice text)
{
    mb_item_number number = {0};
    size_t at = 0;
    while (number.count < 3) {
        size_t from = at;
        uint32_t part = 0;
        while (at < text.size && isdigit((unsigned char)text.data[at]) && at - from < 5)
            part = part * 10 + (uint32_t)(text.data[at++] - '0');
        if (at == from)
            break;
        number.parts[number.count++] = part;
        bool more = at + 1 < text.size && strchr("./", text.data[at]) && isdigit((unsigned char)text.data[at + 1]);
        if (!more || (number.separator && number.separator != text.data[at]))
            break;
        number.separator = text.data[at++];
    }
    number.printed = mb_slice_first(text, at);
    bool stop = at < text.size && text.data[at] == '.';
    at += stop;
    bool ends = at == text.size || text.data[at] == ' ' || text.data[at] == '\t';
    if (number.count == 0 || !(ends || (stop && touches_title(mb_slice_from(text, at)))))
        return (mb_item_number){0};
    number.end = at;
    return number;
}

/* The longest count that ends with a number; a table of them is open-addressed by the number. */
typedef struct count_end {
    mb_item_number number;
    uint32_t length;
    uint32_t index;
} count_end;

static uint64_t hash_of(const mb_item_number *number)
{
    uint64_t hash = number->count * 31u + (unsigned char)number->separator;
    for (uint32_t i = 0; i < number->count; i++)
        hash = (hash ^ number->parts[i]) * 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i < number->prefix.size; i++)
        hash = (hash ^ (unsigned char)number->prefix.data[i]) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static bool same_number(const mb_item_number *a, const mb_item_number *b)
{
    return a->count == b->count && a->separator == b->separator && memcmp(a->parts, b->parts, sizeof a->parts) == 0 &&
           mb_slice_equal(a->prefix, b->prefix);
}

static count_end *slot_of(count_end *table, uint32_t size, const mb_item_number *number)
{
    uint32_t slot = (uint32_t)hash_of(number) & (size - 1);
    while (table[slot].length && !same_number(&table[slot].number, number))
        slot = (slot + 1) & (size - 1);
    return &table[slot];
}

/* The longest count that `number` goes on with: one of its parts is one more, or up to `step` more where numbers may be
 * lost. NULL where it begins a count. */
static const count_end *longest_before(count_end *table, uint32_t size, const mb_item_number *number, uint32_t step)
{
    const count_end *longest = NULL;
    for (uint32_t part = 0; part < number->count; part++)
        for (uint32_t back = 1; back <= step && back <= number->parts[part]; back++) {
            mb_item_number before = *number;
            before.parts[part] -= back;
            const count_end *found = slot_of(table, size, &before);
            if (found->length && (!longest || found->length > longest->length))
                longest = found;
        }
    return longest;
}

static uint32_t longest_count(mb_arena *scratch, const mb_item_number *numbers, uint32_t count, uint32_t step,
                              uint32_t *chosen)
{
    uint32_t size = 16;
    while (size < count * 2)
        size *= 2;
    mb_arena_mark before_table = mb_arena_here(scratch);
    count_end *table = mb_new_array(scratch, count_end, size);
    uint32_t *before = mb_new_array(scratch, uint32_t, count + 1);
    count_end best = {.length = 0};
    for (uint32_t i = 0; i < count; i++) {
        const count_end *longest = longest_before(table, size, &numbers[i], step);
        count_end end = {numbers[i], longest ? longest->length + 1 : 1, i};
        before[i] = longest ? longest->index : i;
        count_end *slot = slot_of(table, size, &numbers[i]);
        if (end.length > slot->length)
            *slot = end;
        if (end.length > best.length)
            best = end;
    }
    uint32_t at = best.index;
    for (uint32_t left = best.length; left > 0; left--) {
        chosen[left - 1] = at;
        at = before[at];
    }
    mb_arena_back(scratch, before_table);
    return best.length;
}

uint32_t mb_longest_count(mb_arena *scratch, const mb_item_number *numbers, uint32_t count, uint32_t *chosen)
{
    return longest_count(scratch, numbers, count, 1, chosen);
}

uint32_t mb_longest_count_with_gaps(mb_arena *scratch, const mb_item_number *numbers, uint32_t count, uint32_t *chosen)
{
    return longest_count(scratch, numbers, count, 2, chosen);
}

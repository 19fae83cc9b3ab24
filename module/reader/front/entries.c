/* entries.c: paragraphs and rows become entries. */
#include "reader/front/entries.h"

#include "reader/dialect/labels.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* Labels one above the other, with their values below them, are no more. */
#define STACKED_LABELS 8

/* An office's value can stand among the values of other labels. The last one begins entries only: "made to:" ends a
 * sentence. */
static const mb_group labels[] = {
    mb_group_body_label,     mb_group_date_label,       mb_group_time_label,
    mb_group_when_label,     mb_group_venue_label,      mb_group_issued_label,
    mb_group_clerk,          mb_group_clerk_label,      mb_group_phone_label,
    mb_group_capacity_label, mb_group_substitute_label, mb_group_office,
    mb_group_member_label,
};
#define LABELS (sizeof labels / sizeof *labels)

static bool label_at(const mb_dialect *dialect, size_t groups, mb_slice text, mb_hit *hit)
{
    for (size_t i = 0; i < groups; i++)
        if (mb_starts_with_label(dialect, labels[i], text, hit))
            return true;
    return false;
}

bool mb_begins_front_entry(const mb_dialect *dialect, mb_slice text)
{
    mb_hit hit;
    return label_at(dialect, LABELS, text, &hit);
}

/* Within a text a label shows itself by its colon and its capital: "Hybrid meeting: Oak Room" is one value. */
static bool inner_label_at(const mb_dialect *dialect, mb_slice text, mb_hit *hit)
{
    return text.size && !mb_starts_small(text) && label_at(dialect, LABELS - 1, text, hit) &&
           mb_slice_find(mb_slice_first(text, hit->end), MB_TEXT(":"), 0) != SIZE_MAX;
}

/* Where the next entry begins in a text that holds several, behind `from`; else the text's end. */
static size_t next_entry(const mb_dialect *dialect, mb_slice text, size_t from)
{
    mb_hit hit;
    if (mb_slice_find(text, MB_TEXT(":"), from) == SIZE_MAX)
        return text.size;
    for (size_t at = mb_next_word(text, from); at < text.size; at = mb_next_word(text, at))
        if (inner_label_at(dialect, mb_slice_from(text, at), &hit))
            return at;
    return text.size;
}

static mb_entry *add(mb_reader *reader, mb_list *found, mb_slice text, mb_place place)
{
    mb_entry *entry = mb_list_add(reader->scratch, found, mb_entry);
    entry->text = mb_slice_trim(text);
    entry->place = place;
    return entry;
}

static void add_text(mb_reader *reader, mb_list *found, mb_slice text, mb_place place)
{
    mb_hit hit;
    for (size_t from = 0; from < text.size;) {
        mb_slice rest = mb_slice_from(text, from);
        size_t label = label_at(reader->dialect, LABELS, rest, &hit) && hit.end > 0 ? hit.end - 1 : 0;
        size_t end = from + next_entry(reader->dialect, rest, label);
        add(reader, found, mb_slice_between(text.data + from, text.data + end), place);
        from = end;
    }
}

static void add_row(mb_reader *reader, mb_list *found, const mb_strings *cells, mb_place place)
{
    mb_entry *last = NULL;
    for (uint32_t i = 0; i < cells->count; i++) {
        if (mb_slice_trim(cells->items[i]).size == 0)
            continue;
        mb_entry *entry = add(reader, found, cells->items[i], place);
        entry->in_row = last != NULL;
        if (last)
            last->beside = entry->text;
        last = entry;
    }
}

static void add_table(mb_reader *reader, mb_list *found, const mb_block *table)
{
    add_row(reader, found, &table->header, table->place);
    for (uint32_t i = 0; i < table->rows.count; i++)
        add_row(reader, found, table->rows.items[i], table->place);
}

/* "7.00 pm" looks like a numbered paragraph. */
static mb_slice whole_text(mb_reader *reader, const mb_block *block)
{
    if (block->type != mb_block_type_paragraph || !block->number.size)
        return block->text;
    return mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(block->number), MB_ARG(block->text));
}

mb_entries mb_front_entries(mb_reader *reader, const mb_list *blocks)
{
    mb_list found = {0};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_table) {
            add_table(reader, &found, block);
        } else if (block->type == mb_block_type_list) {
            for (uint32_t item = 0; item < block->items.count; item++)
                add(reader, &found, ((const mb_list_item *)block->items.items[item])->text, block->place);
        } else {
            add_text(reader, &found, whole_text(reader, block), block->place);
        }
    }
    mb_entries entries = {mb_new_array(reader->scratch, mb_entry, found.count + 1), found.count};
    for (uint32_t i = 0; i < found.count; i++)
        entries.items[i] = *(const mb_entry *)found.items[i];
    return entries;
}

static bool is_bare_label(const mb_reader *reader, const mb_entries *entries, uint32_t entry)
{
    mb_hit hit;
    mb_slice text = entries->items[entry].text;
    return label_at(reader->dialect, LABELS, text, &hit) && hit.end >= text.size;
}

/* Whether a gap parts the entry from the one above it. */
static bool stands_apart(const mb_reader *reader, const mb_entries *entries, uint32_t entry)
{
    uint32_t above = entries->items[entry - 1].place.line, line = entries->items[entry].place.line;
    for (uint32_t between = above; between + 1 < line; between++)
        if (reader->text->lines[between].role == MB_LINE_BLANK)
            return true;
    return false;
}

/* Values of several lines each, with gaps between them, below as many labels: the lines of the one at `place`; NOTHING
 * where there are not so many groups. */
static mb_slice grouped_value(const mb_reader *reader, const mb_entries *entries, uint32_t from, uint32_t place,
                              uint32_t labels_above, uint32_t *at)
{
    uint32_t group = 0, lines = 0;
    mb_slice value = MB_NOTHING;
    for (uint32_t i = from; i < entries->count && group < labels_above; i++) {
        const mb_entry *entry = &entries->items[i];
        group += i > from && stands_apart(reader, entries, i);
        if (group >= labels_above || entry->in_row || mb_begins_front_entry(reader->dialect, entry->text))
            break;
        lines++;
        if (group == place && !value.data)
            *at = i;
        if (group == place)
            value = value.data ? mb_arena_printf(reader->arena, "%.*s %.*s", MB_ARG(value), MB_ARG(entry->text))
                               : entry->text;
    }
    return group + 1 >= labels_above && lines > labels_above ? value : MB_NOTHING;
}

mb_slice mb_entry_value(const mb_reader *reader, const mb_entries *entries, uint32_t entry, size_t label, uint32_t *at)
{
    const mb_entry *of = &entries->items[entry];
    mb_slice rest = mb_slice_trim(mb_slice_from(of->text, label));
    *at = entry;
    if (rest.size || of->beside.size)
        return rest.size ? rest : of->beside;
    uint32_t first = entry, end = entry + 1;
    while (first > 0 && entry - first < STACKED_LABELS && is_bare_label(reader, entries, first - 1))
        first--;
    while (end < entries->count && end - entry < STACKED_LABELS && is_bare_label(reader, entries, end))
        end++;
    mb_slice group = end - first > 1 ? grouped_value(reader, entries, end, entry - first, end - first, at) : MB_NOTHING;
    if (group.data)
        return group;
    uint32_t below = end + (entry - first);
    bool there = below < entries->count && !mb_begins_front_entry(reader->dialect, entries->items[below].text);
    if (!there)
        return MB_NOTHING;
    *at = below;
    return entries->items[below].text;
}

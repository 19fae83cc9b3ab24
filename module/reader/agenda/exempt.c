/* exempt.c: items, headings between them, and the item that excludes the public. */
#include "reader/agenda/exempt.h"

#include "reader/reports/headings.h"
#include "reader/sentences.h"

/* A heading of a part of an agenda is no longer. */
#define PART_WORDS 12

/* What is known of the items to come. */
typedef enum openness {
    OPEN,
    EXEMPT_PART,   /* under a heading that says so */
    EXCLUDED_NEXT, /* behind an item that excludes the public */
    EXCLUDED_ONCE  /* the same, from one item alone */
} openness;

/* What a heading between two items says of those below it; `before` where it is no such heading. */
static openness openness_below(const mb_reader *reader, const mb_block *block, openness before)
{
    mb_hit hit;
    if (block->type != mb_block_type_paragraph || mb_slice_words(block->text) > PART_WORDS ||
        !mb_looks_like_heading(block->text))
        return before;
    if (mb_contains(reader->dialect, mb_group_exempt_part, block->text, &hit))
        return EXEMPT_PART;
    return mb_contains(reader->dialect, mb_group_public_part, block->text, &hit) ? OPEN : before;
}

static bool tells(const mb_reader *reader, mb_group group, const mb_agenda_item *item)
{
    mb_hit hit;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph && mb_contains(reader->dialect, group, block->text, &hit))
            return true;
    }
    return false;
}

static bool excludes_public(const mb_reader *reader, const mb_agenda_item *item)
{
    mb_hit hit;
    return mb_contains(reader->dialect, mb_group_exclusion, item->title, &hit) ||
           tells(reader, mb_group_exclusion_sentence, item);
}

/* "for the following item of business"; not "for the following item(s)", nor "for the following item: items 4 and 5". */
static bool means_one_item(const mb_dialect *dialect, mb_slice sentence)
{
    mb_hit hit;
    bool one = false;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_excluded_once, sentence, at, &hit); at = hit.end) {
        bool more = strchr("(/", hit.end < sentence.size ? sentence.data[hit.end] : ' ');
        if (more || mb_slice_equal(hit.value, MB_TEXT("several")))
            return false;
        one = true;
    }
    return one;
}

static bool excludes_for_one(const mb_reader *reader, const mb_agenda_item *item)
{
    mb_slice sentence;
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type != mb_block_type_paragraph)
            continue;
        for (size_t at = 0; mb_next_sentence(reader->dialect, block->text, &at, &sentence);)
            if (means_one_item(reader->dialect, sentence))
                return true;
    }
    return false;
}

void mb_find_exempt_items(mb_reader *reader, mb_meeting *meeting)
{
    openness now = OPEN;
    for (uint32_t i = 0; i < meeting->front_matter.count; i++)
        now = openness_below(reader, meeting->front_matter.items[i], now);
    for (uint32_t i = 0; i < meeting->agenda.count; i++) {
        mb_agenda_item *item = meeting->agenda.items[i];
        bool excludes = excludes_public(reader, item),
             usual = mb_starts_with(reader->dialect, mb_group_usual_item, item->title, NULL);
        if (!excludes &&
            (now == EXEMPT_PART || (now >= EXCLUDED_NEXT && !usual) || tells(reader, mb_group_exempt_sentence, item)))
            item->exempt = true;
        if (now == EXCLUDED_ONCE && item->exempt)
            now = OPEN;
        bool excludes_from_next = excludes && tells(reader, mb_group_excluded_from, item);
        if (excludes && !excludes_from_next && tells(reader, mb_group_excluded_itself, item))
            item->exempt = true;
        if (excludes_from_next && now == OPEN)
            now = excludes_for_one(reader, item) ? EXCLUDED_ONCE : EXCLUDED_NEXT;
        for (uint32_t b = 0; b < item->blocks.count; b++)
            now = openness_below(reader, item->blocks.items[b], now);
    }
}

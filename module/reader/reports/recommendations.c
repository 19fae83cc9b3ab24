/* recommendations.c: "2.1 Proposal 1: Note the report" becomes a number, a label and a text. */
#include "reader/reports/recommendations.h"

#include <ctype.h>

#include "model/block_text.h"
#include "text/inline.h"

/* A report's head has no more: those at its end are compared with them. */
#define COMPARED_AT_MOST 200

/* "Proposal 1:", "Recommendation 2 -": takes it off the text; NOTHING where there is none. */
static mb_slice take_label(mb_reader *reader, mb_slice *text)
{
    mb_hit hit;
    if (!mb_starts_with(reader->dialect, mb_group_recommendation_label, *text, &hit))
        return MB_NOTHING;
    size_t at = hit.end;
    while (at < text->size && text->data[at] == ' ')
        at++;
    size_t digits = at;
    while (at < text->size && isdigit((unsigned char)text->data[at]))
        at++;
    if (at == digits)
        return MB_NOTHING;
    mb_slice label = mb_slice_first(*text, at);
    while (at < text->size && strchr(":.- ", text->data[at]))
        at++;
    *text = mb_slice_from(*text, at);
    return label;
}

/* Whether the text was printed before, and not under another number. */
static bool has_recommendation(const mb_report *report, mb_slice number, mb_slice text)
{
    for (uint32_t i = 0; i < report->recommendations.count && i < COMPARED_AT_MOST; i++) {
        const mb_recommendation *before = report->recommendations.items[i];
        bool other = number.size && before->number.size && !mb_slice_equal(before->number, number);
        if (!other && mb_slice_equal(before->text, text))
            return true;
    }
    return false;
}

/* Some reports print their recommendations at their head and at their end. */
static void add(mb_reader *reader, mb_report *report, mb_place place, mb_slice number, mb_slice text)
{
    if (has_recommendation(report, number, text))
        return;
    mb_recommendation *recommendation = mb_list_add(reader->arena, &report->recommendations, mb_recommendation);
    recommendation->place = place;
    recommendation->number = number;
    recommendation->label = take_label(reader, &text);
    recommendation->text = text;
}

/* An item with those within it is one recommendation. */
static mb_slice whole_item(mb_reader *reader, const mb_list_item *item)
{
    if (item->items.count == 0)
        return item->text;
    mb_strings pieces = {0};
    mb_strings_push(reader->scratch, &pieces, item->text);
    mb_push_item_texts(reader->scratch, &item->items, &pieces);
    mb_slice text = MB_TEXT("");
    mb_read_inline(reader->arena, (mb_pieces){pieces.items, pieces.count}, &text, NULL);
    return text;
}

static void add_items(mb_reader *reader, const mb_list *items, mb_report *report)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        add(reader, report, item->place, item->marker, whole_item(reader, item));
    }
}

/* The text of a recommendation with what follows it up to the next one. */
static mb_slice whole_text(mb_reader *reader, const mb_list *blocks, uint32_t first, uint32_t end)
{
    mb_strings pieces = {0};
    for (uint32_t i = first; i < end; i++)
        mb_push_texts(reader->scratch, blocks->items[i], &pieces);
    mb_slice text = MB_TEXT("");
    mb_read_inline(reader->arena, (mb_pieces){pieces.items, pieces.count}, &text, NULL);
    return text;
}

static bool is_numbered(const mb_block *block)
{
    return block->type == mb_block_type_paragraph && block->number.data;
}

static uint32_t next_numbered(const mb_list *blocks, uint32_t from)
{
    while (from < blocks->count && !is_numbered(blocks->items[from]))
        from++;
    return from;
}

/* Of paragraphs that are numbered through the report, "5. The Cabinet is asked to:" has its recommendations in the lists
 * that follow, up to `end`. */
static bool add_lists_under(mb_reader *reader, const mb_list *blocks, uint32_t first, uint32_t end, mb_report *report)
{
    const mb_block *lead = blocks->items[first];
    bool running = mb_slice_find(lead->number, MB_TEXT("."), 0) == SIZE_MAX;
    bool open = lead->text.size == 0 || mb_slice_ends(lead->text, MB_TEXT(":")) || !mb_is_finished(lead->text);
    uint32_t before = report->recommendations.count;
    for (uint32_t i = first + 1; running && open && i < end; i++) {
        const mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_list)
            add_items(reader, &block->items, report);
    }
    return report->recommendations.count > before;
}

static void add_numbered(mb_reader *reader, const mb_list *blocks, mb_report *report)
{
    for (uint32_t i = next_numbered(blocks, 0); i < blocks->count;) {
        const mb_block *block = blocks->items[i];
        uint32_t next = next_numbered(blocks, i + 1);
        if (!add_lists_under(reader, blocks, i, next, report))
            add(reader, report, block->place, block->number, whole_text(reader, blocks, i, next));
        i = next;
    }
}

/* Without numbers: lists hold them; without lists each paragraph is one. */
static void add_unnumbered(mb_reader *reader, const mb_list *blocks, mb_report *report)
{
    bool lists = false;
    for (uint32_t i = 0; i < blocks->count; i++)
        lists |= ((const mb_block *)blocks->items[i])->type == mb_block_type_list;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const mb_block *block = blocks->items[i];
        if (block->type == mb_block_type_list)
            add_items(reader, &block->items, report);
        else if (!lists && block->type == mb_block_type_paragraph && !mb_slice_ends(block->text, MB_TEXT(":")))
            add(reader, report, block->place, MB_NOTHING, block->text);
    }
}

/* "The recommendations of the review were:" */
static bool opens_list(mb_reader *reader, const mb_block *block)
{
    mb_hit hit;
    return block->type == mb_block_type_paragraph && mb_slice_ends(block->text, MB_TEXT(":")) &&
           mb_find_phrase(reader->dialect, mb_group_recommendation_opening, block->text, 0, &hit);
}

/* What is printed twice, as a tagged copy behind the text is, counts once. */
static void add_announced(mb_reader *reader, const mb_list *blocks, mb_report *report)
{
    for (uint32_t i = 0; i + 1 < blocks->count; i++) {
        const mb_block *list = blocks->items[i + 1];
        if (!opens_list(reader, blocks->items[i]) || list->type != mb_block_type_list)
            continue;
        for (uint32_t k = 0; k < list->items.count; k++) {
            const mb_list_item *item = list->items.items[k];
            add(reader, report, item->place, item->marker, item->text);
        }
    }
}

/* The blocks of section `i` and of those below it. */
static mb_list blocks_of(mb_reader *reader, const mb_report *report, uint32_t i)
{
    const mb_section *top = report->sections.items[i], *section = top;
    mb_list blocks = {0};
    do {
        for (uint32_t k = 0; k < section->blocks.count; k++)
            mb_list_push(reader->scratch, &blocks, section->blocks.items[k]);
        section = ++i < report->sections.count ? report->sections.items[i] : NULL;
    } while (section && section->level.value > top->level.value && section->kind == mb_section_kind_nothing);
    return blocks;
}

/* "Proposals": what a council calls its recommendations where they begin as these do. */
static bool proposes(const mb_reader *reader, const mb_section *section)
{
    mb_slice title = section->title;
    while (title.size && mb_slice_end(title)[-1] == ':')
        title.size--;
    const mb_block *first = section->blocks.count ? section->blocks.items[0] : NULL;
    return title.size && mb_is_phrase(reader->dialect, mb_group_proposals_heading, title) && first &&
           mb_starts_with(reader->dialect, mb_group_recommendation_lead, first->text, NULL);
}

static void read_proposals(mb_reader *reader, mb_report *report)
{
    for (uint32_t i = 0; i < report->sections.count && report->recommendations.count == 0; i++) {
        const mb_section *section = report->sections.items[i];
        if (proposes(reader, section))
            add_unnumbered(reader, &section->blocks, report);
    }
}

void mb_read_recommendations(mb_reader *reader, mb_report *report)
{
    for (uint32_t i = 0; i < report->sections.count; i++) {
        const mb_section *section = report->sections.items[i];
        if (section->kind != mb_section_kind_recommendation)
            continue;
        mb_list blocks = blocks_of(reader, report, i);
        if (next_numbered(&blocks, 0) < blocks.count)
            add_numbered(reader, &blocks, report);
        else
            add_unnumbered(reader, &blocks, report);
    }
    read_proposals(reader, report);
}

void mb_read_announced_recommendations(mb_reader *reader)
{
    const mb_list *reports = &reader->pack->reports;
    if (reader->pack->meetings.count > 0)
        return;
    for (uint32_t i = 0; i < reports->count; i++)
        if (((const mb_report *)reports->items[i])->recommendations.count > 0)
            return;
    for (uint32_t i = 0; i < reports->count; i++) {
        mb_report *report = reports->items[i];
        for (uint32_t k = 0; k < report->sections.count; k++)
            add_announced(reader, &((const mb_section *)report->sections.items[k])->blocks, report);
    }
}

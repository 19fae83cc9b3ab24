/* closing_sections.c: "8 BACKGROUND PAPERS", "9 APPENDICES", "10 CONTACT DETAILS" are sections in many councils. */
#include "reader/reports/closing_sections.h"

#include "model/block_text.h"
#include "reader/reports/contact.h"
#include "text/inline.h"

/* The last section of a report may run on over an appendix whose heading was lost; what it says itself is no longer. */
#define MOST_TEXTS 20

static bool is_titled(const mb_reader *reader, const mb_section *section, mb_group group)
{
    mb_slice title = section->title;
    while (title.size && mb_slice_end(title)[-1] == ':')
        title.size--;
    return title.size && mb_is_phrase(reader->dialect, group, title);
}

/* The texts of the first paragraphs and of the lists between them. */
static mb_strings texts_of(mb_reader *reader, const mb_section *section)
{
    mb_strings texts = {0};
    for (uint32_t i = 0; i < section->blocks.count && texts.count < MOST_TEXTS; i++)
        mb_push_texts(reader->scratch, section->blocks.items[i], &texts);
    return texts;
}

static mb_slice join(mb_reader *reader, const mb_strings *texts, const char *between)
{
    mb_strings parts = {0};
    for (uint32_t i = 0; i < texts->count; i++) {
        if (i)
            mb_strings_push(reader->scratch, &parts, mb_slice_of(between));
        mb_strings_push(reader->scratch, &parts, texts->items[i]);
    }
    return parts.count ? mb_arena_join(reader->arena, parts.items, parts.count) : MB_NOTHING;
}

static void take_papers(mb_reader *reader, const mb_section *section, mb_report *report)
{
    mb_strings texts = texts_of(reader, section);
    if (!report->background_papers.data)
        report->background_papers = join(reader, &texts, " ");
}

static bool is_attachment(const mb_reader *reader, mb_slice text)
{
    return mb_starts_with(reader->dialect, mb_group_attachment_label, text, NULL);
}

/* A sentence about the appendices is none of them. */
static void take_appendices(mb_reader *reader, const mb_section *section, mb_report *report)
{
    if (!report->header || report->header->attachments.count)
        return;
    for (uint32_t i = 0; i < section->blocks.count; i++) {
        const mb_block *block = section->blocks.items[i];
        for (uint32_t k = 0; block->type == mb_block_type_list && k < block->items.count; k++) {
            mb_slice text = ((const mb_list_item *)block->items.items[k])->text;
            if (!mb_is_phrase(reader->dialect, mb_group_none, text))
                mb_strings_push(reader->arena, &report->header->attachments, text);
        }
        if (block->type == mb_block_type_paragraph && is_attachment(reader, block->text) &&
            !mb_is_finished(block->text))
            mb_strings_push(reader->arena, &report->header->attachments, block->text);
    }
}

/* The first who is named there; the label of the next one ends what is said. */
static void take_contact(mb_reader *reader, const mb_section *section, mb_report *report)
{
    mb_strings texts = texts_of(reader, section), said = {0};
    for (uint32_t i = 0; i < texts.count; i++) {
        mb_hit hit;
        mb_slice text = texts.items[i];
        bool label = mb_is_phrase(reader->dialect, mb_group_head_label_alone, text) ||
                     mb_is_phrase(reader->dialect, mb_group_head_label, text);
        if (label && said.count)
            break;
        if (label)
            continue;
        if (mb_starts_with(reader->dialect, mb_group_head_label, text, &hit))
            text = mb_slice_trim(mb_slice_from(text, hit.end));
        mb_strings_push(reader->scratch, &said, text);
    }
    if (report->contact || said.count == 0)
        return;
    report->contact = mb_new(reader->arena, mb_contact);
    report->contact->place = section->place;
    mb_read_contact(reader, join(reader, &said, ", "), report->contact);
}

static const struct {
    mb_group group;
    void (*take)(mb_reader *, const mb_section *, mb_report *);
} ends[] = {
    {mb_group_papers_heading, take_papers},
    {mb_group_appendices_heading, take_appendices},
    {mb_group_contact_heading, take_contact},
};

void mb_read_closing_sections(mb_reader *reader, mb_report *report)
{
    for (uint32_t i = 0; i < report->sections.count; i++)
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            if (is_titled(reader, report->sections.items[i], ends[k].group))
                ends[k].take(reader, report->sections.items[i], report);
}

/* items.c: the tie between papers and agenda items.
 *
 *     7. MINUTES (Pages 7 - 16)
 *     8. POTHOLES (Pages 17 - 24)       ◄─ "Agenda Item 8", "Page 18", "Potholes"
 *     9. BUSES (Pages 25 - 60)          ◄─ a paper with its attachments, one behind the other */
#include "reader/reports/items.h"

#include <ctype.h>

#include "core/unicode.h"

/* Of the words of a paper's title and of an item's, so many percent are the same where one names the other. */
#define ALIKE_PERCENT 60
/* Words shorter than that tell nothing: "of", "the", "and". */
#define WORD_SIZE 4
/* No meeting has more business; every paper is compared with every item. */
#define AGENDA_ITEMS 200
/* Longer titles are compared by so many words. */
#define TITLE_WORDS 24

typedef struct title_words {
    mb_slice words[TITLE_WORDS];
    uint32_t count;
} title_words;

static title_words words_of(mb_reader *reader, mb_slice title)
{
    title_words found = {.count = 0};
    mb_slice slug = mb_slug(reader->scratch, title);
    for (size_t at = 0; at < slug.size && found.count < TITLE_WORDS;) {
        size_t end = mb_slice_find(slug, MB_TEXT("-"), at);
        end = end == SIZE_MAX ? slug.size : end;
        if (end - at >= WORD_SIZE && !isdigit((unsigned char)slug.data[at]))
            found.words[found.count++] = mb_slice_between(slug.data + at, slug.data + end);
        at = end + 1;
    }
    return found;
}

static uint32_t percent_alike(const title_words *a, const title_words *b)
{
    uint32_t same = 0, fewer = a->count < b->count ? a->count : b->count;
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (mb_slice_equal(a->words[i], b->words[j])) {
                same++;
                break;
            }
    return fewer > 1 || (fewer && a->count == b->count) ? same * 100 / fewer : 0;
}

bool mb_is_alike(mb_reader *reader, mb_slice a, mb_slice b)
{
    title_words first = words_of(reader, a), second = words_of(reader, b);
    return percent_alike(&first, &second) >= ALIKE_PERCENT && percent_alike(&second, &first) >= ALIKE_PERCENT &&
           first.count * 2 >= second.count && second.count * 2 >= first.count;
}

static mb_list agenda_of(const mb_reader *reader)
{
    const mb_list *meetings = &reader->pack->meetings;
    mb_list agenda = {0};
    if (meetings->count)
        agenda = ((const mb_meeting *)meetings->items[0])->agenda;
    if (agenda.count > AGENDA_ITEMS)
        agenda.count = AGENDA_ITEMS;
    return agenda;
}

static mb_agenda_item *item_by_number(const mb_list *agenda, mb_slice number)
{
    for (uint32_t i = 0; number.data && i < agenda->count; i++) {
        mb_agenda_item *item = agenda->items[i];
        if (mb_slice_equal(item->number, number))
            return item;
    }
    return NULL;
}

static bool prints_number(const mb_reader *reader, uint32_t line)
{
    const mb_line *at = &reader->text->lines[line];
    return at->role == MB_LINE_FURNITURE && at->size &&
           isdigit((unsigned char)mb_line_start(reader->text, line)[at->size - 1]);
}

/* Only a number printed within the paper tells: a sheet may hold the end of one paper and the start of the next. */
static mb_agenda_item *item_by_page(const mb_reader *reader, const mb_list *agenda, mb_line_range lines)
{
    uint32_t page = 0;
    for (uint32_t line = lines.first; line < lines.end && !page; line++)
        if (prints_number(reader, line))
            page = reader->text->pages[line];
    for (uint32_t i = 0; page && i < agenda->count; i++) {
        mb_agenda_item *item = agenda->items[i];
        if (item->pages.first && item->pages.first <= page && page <= item->pages.last)
            return item;
    }
    return NULL;
}

static mb_agenda_item *item_by_title(mb_reader *reader, const mb_list *agenda, mb_slice title)
{
    mb_agenda_item *best = NULL;
    uint32_t most = ALIKE_PERCENT - 1;
    title_words words = words_of(reader, title);
    for (uint32_t i = 0; i < agenda->count; i++) {
        mb_agenda_item *item = agenda->items[i];
        title_words others = words_of(reader, item->title);
        uint32_t alike = percent_alike(&words, &others);
        if (alike > most) {
            most = alike;
            best = item;
        }
    }
    return best;
}

/* A work plan and the item that takes it seldom have the same words. */
static mb_agenda_item *item_of_plan(const mb_reader *reader, const mb_list *agenda)
{
    for (uint32_t i = agenda->count; i > 0; i--) {
        mb_agenda_item *item = agenda->items[i - 1];
        mb_hit hit;
        if (mb_contains(reader->dialect, mb_group_plan_title, item->title, &hit))
            return item;
    }
    return NULL;
}

const mb_agenda_item *mb_stamped_item(mb_reader *reader, const mb_document *document)
{
    const mb_list agenda = agenda_of(reader);
    return item_by_number(&agenda, document->agenda_item);
}

static const mb_report *report_before(const mb_reader *reader)
{
    const mb_list *reports = &reader->pack->reports;
    return reports->count > 1 ? reports->items[reports->count - 2] : NULL;
}

/* The next item that has papers, behind that of the report before. */
static mb_agenda_item *next_item(const mb_reader *reader, const mb_list *agenda, mb_slice behind)
{
    uint32_t i = 0;
    while (behind.data && i < agenda->count && !mb_slice_equal(((mb_agenda_item *)agenda->items[i])->number, behind))
        i++;
    for (i += behind.data != NULL; i < agenda->count; i++) {
        mb_agenda_item *item = agenda->items[i];
        bool minutes = mb_starts_with(reader->dialect, mb_group_minutes_title, item->title, NULL);
        if (item->pages.first && !minutes)
            return item;
    }
    return NULL;
}

static mb_agenda_item *item_by_order(mb_reader *reader, const mb_list *agenda, mb_report *report)
{
    const mb_report *before = report_before(reader);
    mb_slice behind = before ? before->agenda_item : MB_NOTHING;
    mb_agenda_item *item = next_item(reader, agenda, behind);
    if (item)
        mb_offer_correction(reader, mb_target_at(report, report), "agenda_item",
                            mb_remark(reader, mb_code_report_item_inferred, report->place.line - 1,
                                      "nothing in this paper names its agenda item: taken for item %.*s by its order",
                                      MB_ARG(item->number)));
    return item;
}

/* A paper without a head of its own, behind one that has its item, is attached to it. */
static mb_agenda_item *item_of_main_paper(const mb_reader *reader, const mb_list *agenda, const mb_report *report)
{
    const mb_report *before = report_before(reader);
    return before && !report->header ? item_by_number(agenda, before->agenda_item) : NULL;
}

static mb_agenda_item *find_item(mb_reader *reader, const mb_document *document, mb_report *report)
{
    const mb_list items = agenda_of(reader), *agenda = &items;
    if (document->agenda_item.data)
        return item_by_number(agenda, document->agenda_item);
    mb_agenda_item *item = item_by_page(reader, agenda, document->lines);
    if (!item && report->kind == mb_report_kind_plan)
        item = item_of_plan(reader, agenda);
    if (!item)
        item = item_of_main_paper(reader, agenda, report);
    if (!item)
        item = item_by_title(reader, agenda, report->title);
    return item ? item : item_by_order(reader, agenda, report);
}

void mb_tie_report(mb_reader *reader, const mb_document *document, mb_report *report)
{
    report->agenda_item = document->agenda_item;
    mb_agenda_item *item = find_item(reader, document, report);
    if (!item)
        return;
    report->agenda_item = item->number;
    report->pages = item->pages;
    mb_list_push(reader->arena, &item->reports, report);
}

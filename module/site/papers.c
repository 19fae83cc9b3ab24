/* papers.c: every paper of the packs, with the meeting and the item of business that it went to. */
#include <stdlib.h>

#include "site/assembly.h"

/* Both types begin with the fields of schema_report.def. */
_Static_assert(offsetof(mb_site_report, background_papers) == offsetof(mb_report, background_papers),
               "a SiteReport begins as a Report does");

/* A pointer as a map's key: the bytes at the place where it is kept. */
static mb_slice key_at(void *const *place)
{
    return (mb_slice){(const char *)place, sizeof *place};
}

static void add_papers(mb_assembly *assembly, const mb_bundle *bundle, mb_map *by_report)
{
    const mb_list *reports = &bundle->pack->reports;
    for (uint32_t i = 0; i < reports->count; i++) {
        const mb_report *report = reports->items[i];
        mb_site_report *paper = mb_list_add(assembly->arena, &assembly->site->reports, mb_site_report);
        memcpy(paper, report, offsetof(mb_report, background_papers) + sizeof report->background_papers);
        paper->meeting = bundle->called;
        *mb_map_at(by_report, key_at(&reports->items[i])) = paper;
    }
}

static void give_to_item(mb_assembly *assembly, mb_site_report *paper, mb_site_item *item)
{
    if (paper->item)
        return;
    paper->item = item;
    mb_list_push(assembly->arena, &item->reports, paper);
    for (uint32_t i = 0; i < paper->recommendations.count; i++)
        mb_list_push(assembly->arena, &item->recommendations, paper->recommendations.items[i]);
}

/* The agenda items of a pack refer to its reports. */
static void follow_agendas(mb_assembly *assembly, const mb_map *by_report)
{
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++) {
        const mb_site_meeting *meeting = assembly->site->meetings.items[i];
        for (uint32_t k = 0; k < meeting->items.count; k++) {
            mb_site_item *item = meeting->items.items[k];
            for (uint32_t r = 0; item->agenda && r < item->agenda->reports.count; r++) {
                mb_site_report *paper = mb_map_get(by_report, key_at(&item->agenda->reports.items[r]));
                if (paper)
                    give_to_item(assembly, paper, item);
            }
        }
    }
}

static mb_site_item *item_with_number(const mb_site_meeting *meeting, mb_slice number)
{
    for (uint32_t i = 0; meeting && i < meeting->items.count; i++) {
        mb_site_item *item = meeting->items.items[i];
        if (item->agenda && number.size && mb_slice_equal(item->agenda->number, number))
            return item;
    }
    return NULL;
}

/* A supplement may print no agenda, only papers that name their items. */
static void follow_numbers(mb_assembly *assembly)
{
    for (uint32_t i = 0; i < assembly->site->reports.count; i++) {
        mb_site_report *paper = assembly->site->reports.items[i];
        mb_site_item *item = paper->item ? NULL : item_with_number(paper->meeting, paper->agenda_item);
        if (item)
            give_to_item(assembly, paper, item);
    }
}

static mb_slice day_of(const mb_assembly *assembly, const mb_site_report *paper)
{
    return paper->meeting ? paper->meeting->date : mb_bundle_of(assembly, &paper->place)->date;
}

static int by_day(const void *a, const void *b, void *assembly)
{
    const mb_site_report *left = *(mb_site_report *const *)a, *right = *(mb_site_report *const *)b;
    int order = mb_slice_compare(day_of(assembly, left), day_of(assembly, right));
    if (!order)
        order = mb_compare_bundles(mb_bundle_of(assembly, &left->place), mb_bundle_of(assembly, &right->place));
    return order ? order : (left->place.line > right->place.line) - (left->place.line < right->place.line);
}

/* "2025-11-04-libraries-strategy", whatever number the paper has in its pack. */
static void identify(mb_assembly *assembly)
{
    mb_map *taken = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < assembly->site->reports.count; i++) {
        mb_site_report *paper = assembly->site->reports.items[i];
        mb_slice day = day_of(assembly, paper), slug = mb_known_slug(assembly, paper->title);
        mb_slice between = day.size && slug.size ? MB_TEXT("-") : MB_TEXT("");
        mb_slice wanted = MB_JOINED(assembly->arena, day, between, slug);
        paper->id = mb_unique_slug(assembly, taken, wanted.size ? wanted : MB_TEXT("paper"));
    }
}

void mb_place_papers(mb_assembly *assembly)
{
    mb_map *by_report = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < assembly->count; i++)
        add_papers(assembly, &assembly->bundles[i], by_report);
    mb_list *reports = &assembly->site->reports;
    if (reports->count)
        qsort_r(reports->items, reports->count, sizeof *reports->items, by_day, assembly);
    identify(assembly);
    follow_agendas(assembly, by_report);
    follow_numbers(assembly);
}

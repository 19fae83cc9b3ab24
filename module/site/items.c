/* items.c: what the agenda and the minutes of a meeting say of the same business becomes one item. */
#include <ctype.h>

#include "core/unicode.h"
#include "site/assembly.h"
#include "site/titles.h"

static mb_candidate agenda_candidate(mb_assembly *assembly, const mb_agenda_item *item)
{
    return (mb_candidate){*mb_known_title(assembly, item->title), item->number, 0};
}

/* Minutes have numbers of their own, and now and then say to which of the agenda an item belongs. */
static mb_candidate minutes_candidate(mb_assembly *assembly, const mb_minute_item *item)
{
    return (mb_candidate){*mb_known_title(assembly, item->title), item->agenda_item, 0};
}

static mb_slice slug_of(const mb_assembly *assembly, const mb_site_item *item)
{
    mb_slice slug = mb_known_slug(assembly, item->title);
    mb_arena *scratch = assembly->scratch;
    return slug.size ? slug : mb_slug(scratch, mb_arena_printf(scratch, "item %.*s", MB_ARG(item->number)));
}

static void add_item(mb_assembly *assembly, mb_site_meeting *meeting, mb_agenda_item *agenda, mb_minute_item *minutes)
{
    mb_site_item *item = mb_list_add(assembly->arena, &meeting->items, mb_site_item);
    item->place = agenda ? agenda->place : minutes->place;
    item->meeting = meeting;
    item->agenda = agenda;
    item->minutes = minutes;
    item->number = agenda && agenda->number.size ? agenda->number : minutes ? minutes->number : MB_NOTHING;
    item->title = agenda && agenda->title.size ? agenda->title : minutes ? minutes->title : MB_NOTHING;
}

/* Items of the minutes from `from` on that no agenda has, up to the next one that it has. */
static uint32_t add_unannounced(mb_assembly *assembly, mb_site_meeting *meeting, mb_candidates minutes, uint32_t from)
{
    for (; from < minutes.count && !minutes.items[from].partner; from++)
        add_item(assembly, meeting, NULL, meeting->minutes->items.items[from]);
    return from;
}

static void tie(mb_assembly *assembly, mb_site_meeting *meeting)
{
    static const mb_list nothing = {0};
    const mb_list *agenda = &meeting->agenda, *minutes = meeting->minutes ? &meeting->minutes->items : &nothing;
    mb_candidates left = {mb_new_array(assembly->scratch, mb_candidate, agenda->count + 1), agenda->count};
    mb_candidates right = {mb_new_array(assembly->scratch, mb_candidate, minutes->count + 1), minutes->count};
    for (uint32_t i = 0; i < agenda->count; i++)
        left.items[i] = agenda_candidate(assembly, agenda->items[i]);
    for (uint32_t i = 0; i < minutes->count; i++)
        right.items[i] = minutes_candidate(assembly, minutes->items[i]);
    mb_pair_titles(assembly->scratch, left, right);

    mb_list_reserve(assembly->arena, &meeting->items, agenda->count);
    add_unannounced(assembly, meeting, right, 0);
    for (uint32_t i = 0; i < agenda->count; i++) {
        uint32_t partner = left.items[i].partner;
        add_item(assembly, meeting, agenda->items[i], partner ? minutes->items[partner - 1] : NULL);
        if (partner)
            add_unannounced(assembly, meeting, right, partner);
    }
}

static void identify(mb_assembly *assembly, mb_site_meeting *meeting)
{
    mb_map *taken = mb_map_for(assembly->scratch, meeting->items.count);
    for (uint32_t i = 0; i < meeting->items.count; i++) {
        mb_site_item *item = meeting->items.items[i];
        mb_slice slug = mb_unique_slug(assembly, taken, slug_of(assembly, item));
        item->id = MB_JOINED(assembly->arena, meeting->id, MB_TEXT("/"), slug);
    }
}

void mb_tie_items(mb_assembly *assembly)
{
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++)
        tie(assembly, assembly->site->meetings.items[i]);
}

void mb_identify_items(mb_assembly *assembly)
{
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++)
        identify(assembly, assembly->site->meetings.items[i]);
}

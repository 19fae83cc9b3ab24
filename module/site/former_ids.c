/* former_ids.c: what an object's id may have been: the slugs of its other names. */
#include "core/unicode.h"
#include "site/assembly.h"
#include "site/kept_ids.h"

static void add_slugs(mb_arena *arena, const mb_strings *names, mb_strings *out)
{
    for (uint32_t i = 0; i < names->count; i++)
        mb_strings_push(arena, out, mb_slug(arena, names->items[i]));
}

static void former_panels(mb_arena *arena, const void *object, mb_strings *out)
{
    const mb_panel *panel = object;
    add_slugs(arena, &panel->other_names, out);
    if (panel->short_name.size)
        mb_strings_push(arena, out, mb_slug(arena, panel->short_name));
}

static void former_people(mb_arena *arena, const void *object, mb_strings *out)
{
    add_slugs(arena, &((const mb_site_person *)object)->other_names, out);
}

/* "2025-11-04-" with each former id of the panel behind it. A second meeting of the day has a number at its end. */
static void former_meetings(mb_arena *arena, const void *object, mb_strings *out)
{
    const mb_site_meeting *meeting = object;
    mb_strings panels = {0};
    if (!meeting->panel || !mb_slice_starts(meeting->id, meeting->date))
        return;
    former_panels(arena, meeting->panel, &panels);
    mb_strings_push(arena, &panels, meeting->panel->id);
    mb_slice own = mb_arena_printf(arena, "%.*s-%.*s", MB_ARG(meeting->date), MB_ARG(meeting->panel->id));
    mb_slice number = mb_slice_starts(meeting->id, own) ? mb_slice_from(meeting->id, own.size) : MB_NOTHING;
    for (uint32_t i = 0; i < panels.count; i++)
        mb_strings_push(
            arena, out,
            mb_arena_printf(arena, "%.*s-%.*s%.*s", MB_ARG(meeting->date), MB_ARG(panels.items[i]), MB_ARG(number)));
}

/* Each title that the item has or had. */
static void item_titles(mb_arena *arena, const mb_site_item *item, mb_strings *out)
{
    mb_strings_push(arena, out, item->title);
    if (item->agenda)
        mb_strings_push(arena, out, item->agenda->title);
    if (item->minutes)
        mb_strings_push(arena, out, item->minutes->title);
    for (uint32_t i = 0; i < item->meeting->changes.count; i++) {
        const mb_change *change = item->meeting->changes.items[i];
        if (mb_slice_equal(change->field, MB_TEXT("title")) && mb_slice_equal(change->item, item->number))
            mb_strings_push(arena, out, change->was);
    }
}

static void former_items(mb_arena *arena, const void *object, mb_strings *out)
{
    const mb_site_item *item = object;
    mb_strings meetings = {0}, titles = {0};
    former_meetings(arena, item->meeting, &meetings);
    mb_strings_push(arena, &meetings, item->meeting->id);
    item_titles(arena, item, &titles);
    mb_slice own = mb_slice_from(item->id, item->meeting->id.size + 1);
    for (uint32_t i = 0; i < meetings.count; i++) {
        mb_strings_push(arena, out, mb_arena_printf(arena, "%.*s/%.*s", MB_ARG(meetings.items[i]), MB_ARG(own)));
        for (uint32_t k = 0; k < titles.count; k++) {
            mb_slice slug = mb_short_slug(arena, titles.items[k]);
            if (slug.size)
                mb_strings_push(arena, out,
                                mb_arena_printf(arena, "%.*s/%.*s", MB_ARG(meetings.items[i]), MB_ARG(slug)));
        }
    }
}

void mb_former_ids(mb_arena *arena, const mb_type_info *type, const void *object, mb_strings *out)
{
    static const struct {
        const mb_type_info *type;
        void (*find)(mb_arena *arena, const void *object, mb_strings *out);
    } finders[] = {
        {mb_type_of(panel), former_panels},
        {mb_type_of(site_meeting), former_meetings},
        {mb_type_of(site_item), former_items},
        {mb_type_of(site_person), former_people},
    };
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++)
        if (finders[i].type == type)
            finders[i].find(arena, object, out);
}

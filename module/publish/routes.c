/* routes.c: one row for each kind of page. */
#include "publish/routes.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/unicode.h"

/* The lists of the site whose objects have a page each. */
static const struct {
    const char *prefix, *layout;
    const mb_type_info *type;
    size_t list;      /* offset in the site's record */
    size_t id_offset; /* offset of the id in the object's */
} kinds[] = {
    {"/meetings/", "meeting", mb_type_of(site_meeting), offsetof(mb_site_record, meetings),
     offsetof(mb_site_meeting, id)},
    {"/panels/", "panel", mb_type_of(panel), offsetof(mb_site_record, panels), offsetof(mb_panel, id)},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

bool mb_route_of(const mb_type_info *type, const void *object, mb_buffer *out)
{
    if (type == mb_type_of(site_record)) {
        mb_buffer_text(out, "/");
        return true;
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (kinds[i].type != type)
            continue;
        mb_buffer_text(out, kinds[i].prefix);
        mb_buffer_add(out, *(const mb_slice *)((const char *)object + kinds[i].id_offset));
        mb_buffer_char(out, '/');
        return true;
    }
    return false;
}

static int by_route(const void *a, const void *b)
{
    const mb_page *left = *(mb_page *const *)a, *right = *(mb_page *const *)b;
    return strcmp(left->route, right->route);
}

/* "packs/2025-11-04.txt:3", or what else tells where a page comes from. */
static void write_origin(const mb_site_record *site, const mb_page *page, char *out, size_t size)
{
    const mb_place *place = page->type && page->type->placed ? page->object : NULL;
    const mb_pack *pack =
        place && place->pack > 0 && place->pack <= site->packs.count ? site->packs.items[place->pack - 1] : NULL;
    if (pack && pack->source)
        snprintf(out, size, "%.*s:%u", MB_ARG(pack->source->file), place->line);
    else
        snprintf(out, size, "the layout '%s'", page->layout);
}

int mb_routes_sort(const mb_site_record *site, mb_list *pages, mb_error *error)
{
    if (pages->count > 1)
        qsort(pages->items, pages->count, sizeof *pages->items, by_route);
    for (uint32_t i = 1; i < pages->count; i++) {
        const mb_page *first = pages->items[i - 1], *second = pages->items[i];
        if (strcmp(first->route, second->route) != 0)
            continue;
        char one[600], other[600];
        write_origin(site, first, one, sizeof one);
        write_origin(site, second, other, sizeof other);
        mb_fail(error, MB_EFORMAT, "two pages have the route %s: one from %s, one from %s", first->route, one, other);
        mb_advise(error, "take one of the two away, or rename it");
        return MB_EFORMAT;
    }
    return 0;
}

int mb_routes_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, mb_list *pages,
                   mb_error *error)
{
    *mb_list_add(arena, pages, mb_page) = (mb_page){.route = "/", .layout = "home"};
    for (size_t i = 0; i < KIND_COUNT; i++) {
        const mb_list *objects = (const mb_list *)((const char *)site + kinds[i].list);
        if (!mb_scripts_layout(scripts, kinds[i].layout))
            continue;
        for (uint32_t k = 0; k < objects->count; k++) {
            const char *object = objects->items[k];
            const mb_slice *id = (const mb_slice *)(object + kinds[i].id_offset);
            const char *route = mb_arena_printf(arena, "%s%.*s/", kinds[i].prefix, MB_ARG(*id)).data;
            *mb_list_add(arena, pages, mb_page) = (mb_page){route, kinds[i].layout, kinds[i].type, object};
        }
    }
    return mb_routes_sort(site, pages, error);
}

const char *mb_route_file(mb_arena *arena, const char *route)
{
    size_t size = strlen(route);
    return mb_arena_printf(arena, "%s%s", route + 1, route[size - 1] == '/' ? "index.html" : "").data;
}

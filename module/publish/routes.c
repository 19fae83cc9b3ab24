/* routes.c: the pages of a site by the table of kinds, and where on them an object stands. */
#include "publish/routes.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/map.h"
#include "core/unicode.h"
#include "model/places.h"
#include "publish/kinds.h"
#include "publish/parts.h"

/* --- Where an object is --- */

/* A page: of a kind that has one for each object the object, of others NULL. */
typedef struct page_found {
    const mb_page_kind *kind;
    const mb_type_info *type;
    const void *object;
} page_found;

static bool is_left_out(const mb_page_kind *kind, const void *object)
{
    return kind->unless && mb_flag_at(kind->type, object, kind->unless);
}

static bool is_made(const mb_scripts *scripts, const mb_page_kind *kind, const void *object)
{
    return mb_scripts_layout(scripts, kind->name) && !is_left_out(kind, object);
}

static bool find_own_page(const mb_scripts *scripts, const mb_type_info *type, const void *object, page_found *out)
{
    for (size_t i = 0; i < mb_page_kind_count; i++) {
        const mb_page_kind *kind = &mb_page_kinds[i];
        if (kind->type != type || !is_made(scripts, kind, object))
            continue;
        *out = (page_found){kind, type, object};
        return true;
    }
    return false;
}

static bool find_kind(const mb_scripts *scripts, const char *name, page_found *out)
{
    for (size_t i = 0; i < mb_page_kind_count; i++) {
        if (strcmp(mb_page_kinds[i].name, name) != 0 || !is_made(scripts, &mb_page_kinds[i], NULL))
            continue;
        *out = (page_found){&mb_page_kinds[i], NULL, NULL};
        return true;
    }
    return false;
}

/* The page that shows the object: its own, else that of what is around it. */
static bool find_page(const mb_scripts *scripts, const mb_type_info *type, const void *object, page_found *out)
{
    if (find_own_page(scripts, type, object, out))
        return true;
    for (size_t i = 0; i < mb_page_part_count; i++) {
        const mb_page_part *part = &mb_page_parts[i];
        if (part->type != type)
            continue;
        if (part->kind && find_kind(scripts, part->kind, out))
            return true;
        const mb_type_info *around_type = type;
        const void *around = part->field ? mb_object_at(&around_type, object, part->field) : NULL;
        if (around && find_page(scripts, around_type, around, out))
            return true;
    }
    return false;
}

static void write_own_route(const page_found *page, mb_buffer *out)
{
    mb_buffer_text(out, page->kind->route);
    if (!page->object)
        return;
    mb_buffer_add(out, mb_text_at(page->type, page->object, "id"));
    mb_buffer_char(out, '/');
}

bool mb_route_of(const mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out)
{
    page_found page;
    if (type == mb_type_of(site_record)) {
        mb_buffer_text(out, "/");
        return true;
    }
    if (!find_page(setup->scripts, type, object, &page))
        return false;
    write_own_route(&page, out);
    if (page.object == object)
        return true;
    mb_slice page_id = page.object ? mb_text_at(page.type, page.object, "id") : MB_NOTHING;
    mb_buffer_char(out, '#');
    mb_write_anchor(mb_text_at(type, object, "id"), page_id, out);
    return true;
}

/* --- All pages --- */

typedef struct lister {
    mb_arena *arena;
    const mb_site_record *site;
    const mb_scripts *scripts;
    mb_list *pages;
} lister;

static int by_route(const void *a, const void *b)
{
    const mb_page *left = *(mb_page *const *)a, *right = *(mb_page *const *)b;
    return strcmp(left->route, right->route);
}

/* "packs/2025-11-04.txt:3", or what else tells where a page comes from. */
static void write_origin(const mb_site_record *site, const mb_page *page, char *out, size_t size)
{
    const mb_place *place = page->type && page->type->placed ? page->object : NULL;
    const mb_pack *pack = place ? mb_pack_at(site, place) : NULL;
    if (pack && pack->source)
        snprintf(out, size, "%.*s:%u", MB_ARG(pack->source->file), place->line);
    else
        snprintf(out, size, "the layout '%s'", page->layout);
}

static int sort(const mb_site_record *site, mb_list *pages, mb_problems *problems, mb_error *error)
{
    int result = 0;
    if (pages->count > 1)
        qsort(pages->items, pages->count, sizeof *pages->items, by_route);
    for (uint32_t i = 1; i < pages->count; i++) {
        const mb_page *first = pages->items[i - 1], *second = pages->items[i];
        if (strcmp(first->route, second->route) != 0)
            continue;
        char one[600], other[600];
        write_origin(site, first, one, sizeof one);
        write_origin(site, second, other, sizeof other);
        mb_error mistake = {0};
        mb_fail(&mistake, MB_EFORMAT, "two pages have the route %s: one from %s, one from %s", first->route, one,
                other);
        mb_advise(&mistake, "take one of the two away, or rename it");
        if (!mb_take_mistake(problems, &mistake, &result, error))
            break;
    }
    return result;
}

/* Adds a copy of the page. */
static mb_page *add(const lister *l, mb_page page)
{
    mb_page *added = mb_list_add(l->arena, l->pages, mb_page);
    *added = page;
    return added;
}

static const char *text_of(mb_arena *arena, mb_slice text, const char *otherwise)
{
    return text.size > 0 ? mb_arena_copy(arena, text).data : otherwise;
}

/* A page for each part; `page` is the first, whose route the others' routes go on from. */
static void add_parts(const lister *l, mb_page page)
{
    mb_list parts = {0};
    mb_report_parts(l->arena, page.object, &parts);
    mb_list *pages = parts.count > 1 ? mb_new(l->arena, mb_list) : NULL;
    for (uint32_t i = 0; i < parts.count; i++) {
        const mb_report_part *part = parts.items[i];
        mb_page *added = add(l, page);
        added->first = part->first;
        added->last = part->last;
        if (!pages)
            continue;
        added->part = i + 1;
        added->parts = pages;
        if (i > 0)
            added->route = mb_arena_printf(l->arena, "%s%u/", page.route, i + 1).data;
        mb_list_push(l->arena, pages, added);
    }
}

/* Adds the pages of a kind that has a layout. */
static void add_objects(const lister *l, const mb_page_kind *kind)
{
    const mb_type_info *type = mb_type_of(site_record);
    mb_list objects = {0};
    mb_objects_at(l->arena, &type, l->site, kind->list, &objects);
    mb_list_reserve(l->arena, l->pages, objects.count);
    const mb_way to_id = mb_way_of(kind->type, "id"), to_title = mb_way_of(kind->type, kind->title);
    const mb_way to_date = mb_way_of(kind->type, kind->date ? kind->date : "");
    for (uint32_t i = 0; i < objects.count; i++) {
        const void *object = objects.items[i];
        if (is_left_out(kind, object))
            continue;
        mb_slice id = mb_text_along(&to_id, object), title = mb_text_along(&to_title, object);
        mb_slice date = mb_text_along(&to_date, object);
        mb_page page = {.layout = kind->name,
                        .type = kind->type,
                        .object = object,
                        .route = MB_JOINED(l->arena, mb_slice_of(kind->route), id, MB_TEXT("/")).data,
                        .title = text_of(l->arena, title, ""),
                        .date = text_of(l->arena, date, "")};
        if (kind->in_parts)
            add_parts(l, page);
        else
            add(l, page);
    }
}

/* The digits of a year. */
#define YEAR ((size_t)4)

/* The year of a date; 0 where it has none. */
static uint32_t year_of(mb_slice date)
{
    char year[YEAR + 1] = "";
    if (date.size >= YEAR)
        memcpy(year, date.data, YEAR);
    return (uint32_t)strtoul(year, NULL, 10);
}

static int newest_first(const void *a, const void *b)
{
    uint32_t left = (*(mb_page *const *)a)->part, right = (*(mb_page *const *)b)->part;
    return (left < right) - (left > right);
}

/* A page for each year of what the kind lists; the kind's own page shows the last. */
static void add_years(const lister *l, const mb_page_kind *kind, mb_page *page)
{
    const mb_type_info *type = mb_type_of(site_record);
    mb_list objects = {0}, *years = mb_new(l->arena, mb_list);
    mb_map *seen = mb_map_new(l->arena);
    mb_objects_at(l->arena, &type, l->site, kind->list, &objects);
    page->parts = years;
    mb_slice last = MB_NOTHING;
    const mb_way to_date = mb_way_of(type, kind->date);
    for (uint32_t i = 0; i < objects.count; i++) {
        mb_slice date = mb_text_along(&to_date, objects.items[i]);
        if (mb_slice_equal(mb_slice_first(date, YEAR), last))
            continue; /* most are of the year of the one before */
        last = mb_slice_first(date, YEAR);
        uint32_t year = year_of(date);
        void **place = year ? mb_map_at(seen, last) : NULL;
        if (!place || *place)
            continue;
        mb_page *added = add(l, *page);
        added->part = year;
        added->route = mb_arena_printf(l->arena, "%s%u/", kind->route, year).data;
        added->title = mb_arena_printf(l->arena, "%s, %u", kind->heading, year).data;
        *place = added;
        mb_list_push(l->arena, years, added);
    }
    if (years->count > 1)
        qsort(years->items, years->count, sizeof *years->items, newest_first);
    if (years->count > 0)
        page->part = ((const mb_page *)years->items[0])->part;
}

int mb_routes_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, mb_list *pages,
                   mb_problems *problems, mb_error *error)
{
    const lister l = {arena, site, scripts, pages};
    for (size_t i = 0; i < mb_page_kind_count; i++) {
        const mb_page_kind *kind = &mb_page_kinds[i];
        if (kind->type) {
            if (mb_scripts_layout(scripts, kind->name))
                add_objects(&l, kind);
            continue;
        }
        if (!mb_scripts_layout(scripts, kind->name) && strcmp(kind->route, "/") != 0)
            continue;
        mb_page *page = add(&l, (mb_page){.layout = kind->name, .route = kind->route, .date = ""});
        page->title = kind->heading ? kind->heading : text_of(arena, site->title, "");
        if (kind->by_year)
            add_years(&l, kind, page);
    }
    return sort(site, pages, problems, error);
}

const char *mb_route_at(const void *pages, size_t i)
{
    return ((const mb_page *)((const mb_list *)pages)->items[i])->route;
}

const char *mb_route_file(mb_arena *arena, const char *route)
{
    size_t size = strlen(route);
    mb_slice page = route[size - 1] == '/' ? MB_TEXT("index.html") : MB_TEXT("");
    return MB_JOINED(arena, (mb_slice){route + 1, size - 1}, page).data;
}

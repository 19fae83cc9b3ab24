/* feeds.c: see feeds.h. */
#include "publish/feeds.h"

#include <stdlib.h>

#include "publish/kinds.h"
#include "script/languages.h"

typedef struct listing {
    mb_arena *arena;
    const mb_list *pages;
    mb_list *feeds;
} listing;

static mb_page *add_feed(const listing *l, const char *route, mb_slice name, const mb_page *beside)
{
    mb_page *feed = mb_list_add(l->arena, l->feeds, mb_page);
    *feed = (mb_page){.route = route, .layout = name.data, .title = "", .date = ""};
    mb_language_of_file(name, &feed->language);
    if (!beside)
        return feed;
    feed->type = beside->type;
    feed->object = beside->object;
    feed->title = beside->title;
    feed->date = beside->date;
    return feed;
}

/* The map of a site with more pages is in parts, and the file itself lists them:
 *
 *     /sitemap.xml  ─►  /sitemap-1.xml (pages 1 to 50,000)  /sitemap-2.xml  …                                        */
static void add_site_map(const listing *l, mb_slice name)
{
    mb_page *index = add_feed(l, "/" MB_SITE_MAP, name, NULL);
    if (l->pages->count <= MB_SITE_MAP_ROOM)
        return;
    mb_list *parts = mb_new(l->arena, mb_list);
    index->parts = parts;
    for (uint32_t first = 1; first <= l->pages->count; first += MB_SITE_MAP_ROOM) {
        uint32_t number = parts->count + 1, left = l->pages->count - first + 1;
        mb_page *part = add_feed(l, mb_arena_printf(l->arena, "/sitemap-%u.xml", number).data, name, NULL);
        part->part = number;
        part->first = first;
        part->last = first + (left < MB_SITE_MAP_ROOM ? left : MB_SITE_MAP_ROOM) - 1;
        mb_list_push(l->arena, parts, part);
    }
}

/* Whether the layout makes a page for each object of a list. */
static bool shows_objects(mb_slice layout)
{
    for (size_t i = 0; i < mb_page_kind_count; i++)
        if (mb_page_kinds[i].type && mb_slice_equal(mb_slice_of(mb_page_kinds[i].name), layout))
            return true;
    return false;
}

/* A page in parts has its feed beside the first. */
static bool is_main_page(const mb_page *page)
{
    return page->type && page->part <= 1;
}

/* One feed beside each page that the layout `kind` makes. */
static void add_feed_beside_pages(const listing *l, mb_slice kind, mb_slice file, mb_slice name)
{
    for (uint32_t i = 0; i < l->pages->count; i++) {
        const mb_page *page = l->pages->items[i];
        if (mb_slice_equal(mb_slice_of(page->layout), kind) && is_main_page(page))
            add_feed(l, mb_arena_printf(l->arena, "%s%.*s", page->route, MB_ARG(file)).data, name, page);
    }
}

static int by_route(const void *a, const void *b)
{
    return strcmp((*(mb_page *const *)a)->route, (*(mb_page *const *)b)->route);
}

void mb_feeds_list(mb_arena *arena, const mb_site_record *site, const mb_scripts *scripts, const mb_list *pages,
                   mb_list *feeds)
{
    const listing l = {arena, pages, feeds};
    mb_strings names = {0};
    mb_scripts_feeds(scripts, arena, &names);
    for (uint32_t i = 0; i < names.count; i++) {
        mb_slice name = mb_arena_copy(arena, names.items[i]); /* pages outlive the scripts */
        size_t slash = mb_slice_find(name, MB_TEXT("/"), 0);
        mb_slice kind = slash == SIZE_MAX ? MB_TEXT("") : mb_slice_first(name, slash);
        mb_language language = MB_PLAIN_TEXT;
        mb_language_of_file(name, &language);
        if (language == MB_XML && site->url.size == 0)
            continue;
        if (mb_slice_equal(name, MB_TEXT(MB_SITE_MAP)))
            add_site_map(&l, name);
        else if (shows_objects(kind))
            add_feed_beside_pages(&l, kind, mb_slice_from(name, slash + 1), name);
        else
            add_feed(&l, mb_arena_printf(arena, "/%.*s", MB_ARG(name)).data, name, NULL);
    }
    if (feeds->count > 1)
        qsort(feeds->items, feeds->count, sizeof *feeds->items, by_route);
}

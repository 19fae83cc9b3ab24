/* item_titles.c: see item_titles.h.
 *
 *     mb_titles ─► a slot for each meeting and each paper ─► NULL, or the titles of its items, or of its sections
 *
 * The words of a meeting's papers say how all its titles are written, so they are counted for all of them at once, and
 * forgotten. Nothing of it depends on the page that asks, nor is it at its expense: who looks into an item pays the same
 * whether or not somebody did before. The pages of people and of years name items of all meetings; they counted the words
 * of each again, which was half of their time. */
#include "script/item_titles.h"

#include <lauxlib.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "script/words.h"

/* Titles in the order of their objects; those that had to be written stand behind them. */
typedef struct title_set {
    uint32_t count;
    mb_slice titles[];
} title_set;

typedef struct slot {
    const void *of; /* a meeting or a report */
    _Atomic(title_set *) set;
} slot;

/* By address. */
struct mb_titles {
    size_t count;
    slot slots[];
};

static int by_address(const void *a, const void *b)
{
    const char *left = ((const slot *)a)->of, *right = ((const slot *)b)->of;
    return (left > right) - (left < right);
}

static void add_slots(mb_titles *titles, const mb_list *objects)
{
    for (uint32_t i = 0; i < objects->count; i++)
        titles->slots[titles->count++].of = objects->items[i];
}

mb_titles *mb_titles_new(const mb_site_record *site)
{
    size_t count = (size_t)site->meetings.count + site->reports.count;
    mb_titles *titles = calloc(1, sizeof *titles + count * sizeof *titles->slots);
    if (!titles)
        return NULL;
    add_slots(titles, &site->meetings);
    add_slots(titles, &site->reports);
    qsort(titles->slots, titles->count, sizeof *titles->slots, by_address);
    return titles;
}

void mb_titles_free(mb_titles *titles)
{
    for (size_t i = 0; titles && i < titles->count; i++)
        free(titles->slots[i].set);
    free(titles);
}

/* --- What is to be written --- */

/* The titles as printed, and the lists in whose text their words stand. */
typedef struct printed {
    mb_slice *titles;
    uint32_t count;
    mb_lua_list *lists;
    int list_count;
} printed;

static bool make_room(printed *p, size_t titles, size_t lists)
{
    p->titles = calloc(titles + 1, sizeof *p->titles);
    p->lists = calloc(lists + 1, sizeof *p->lists);
    return p->titles && p->lists;
}

static void add_list(printed *p, const mb_type_info *type, const mb_list *list)
{
    p->lists[p->list_count++] =
        (mb_lua_list){.kind = MB_KIND_list, .type = type, .items = list->items, .count = list->count};
}

static mb_slice title_of_item(const mb_site_item *item)
{
    if (item->title.data)
        return item->title;
    return item->minutes ? item->minutes->printed : item->agenda ? item->agenda->printed : MB_NOTHING;
}

/* All that the packs of a meeting say of any meeting. */
static bool print_meeting(const mb_site_meeting *meeting, printed *out)
{
    size_t told = 0;
    for (uint32_t i = 0; i < meeting->packs.count; i++)
        told += ((const mb_pack *)meeting->packs.items[i])->meetings.count;
    if (!make_room(out, meeting->items.count, 2 * told))
        return false;
    for (uint32_t i = 0; i < meeting->items.count; i++)
        out->titles[out->count++] = title_of_item(meeting->items.items[i]);
    for (uint32_t i = 0; i < meeting->packs.count; i++) {
        const mb_pack *pack = meeting->packs.items[i];
        for (uint32_t k = 0; k < pack->meetings.count; k++) {
            const mb_meeting *of_pack = pack->meetings.items[k];
            add_list(out, mb_type_of(agenda_item), &of_pack->agenda);
            if (of_pack->minutes)
                add_list(out, mb_type_of(minute_item), &of_pack->minutes->items);
        }
    }
    return true;
}

/* The title of the paper, then those of its sections. */
static bool print_report(const mb_site_report *report, printed *out)
{
    if (!make_room(out, (size_t)report->sections.count + 1, 1))
        return false;
    out->titles[out->count++] = report->title;
    for (uint32_t i = 0; i < report->sections.count; i++) {
        const mb_section *section = report->sections.items[i];
        out->titles[out->count++] = section->title.data ? section->title : section->printed;
    }
    add_list(out, mb_type_of(section), &report->sections);
    return true;
}

/* --- Writing --- */

/* The words of the titles that are in capitals, counted. NULL without memory. */
static mb_word_forms *count_words(const printed *p)
{
    mb_word_forms *words = mb_word_forms_new(p->lists, p->list_count);
    if (!words)
        return NULL;
    for (uint32_t i = 0; i < p->count; i++)
        if (mb_is_in_capitals(p->titles[i]))
            mb_word_forms_want(words, p->titles[i]);
    if (mb_word_forms_count(words, MB_PAGE_MEMORY) == MB_GOING)
        return words;
    mb_word_forms_free(words);
    return NULL;
}

static title_set *put_together(const printed *p, const mb_buffer *text, const size_t *ends)
{
    title_set *set = malloc(sizeof *set + p->count * sizeof *set->titles + text->size);
    if (!set)
        return NULL;
    char *own = (char *)&set->titles[p->count];
    if (text->size > 0)
        memcpy(own, text->data, text->size);
    set->count = p->count;
    for (uint32_t i = 0; i < p->count; i++) {
        size_t start = i > 0 ? ends[i - 1] : 0;
        set->titles[i] = ends[i] > start ? (mb_slice){own + start, ends[i] - start} : p->titles[i];
    }
    return set;
}

static title_set *write_titles(const printed *p)
{
    mb_word_forms *words = count_words(p);
    size_t *ends = calloc((size_t)p->count + 1, sizeof *ends);
    mb_buffer text = mb_buffer_make(MB_PAGE_CEILING);
    for (uint32_t i = 0; words && ends && i < p->count; i++) {
        if (mb_is_in_capitals(p->titles[i]))
            mb_write_heading(words, p->titles[i], &mb_common_words, &text);
        ends[i] = text.size;
    }
    title_set *set = words && ends && !text.failed ? put_together(p, &text, ends) : NULL;
    mb_buffer_free(&text);
    mb_word_forms_free(words);
    free(ends);
    return set;
}

/* NULL without memory. */
static title_set *make_set(const mb_type_info *type, const void *object)
{
    printed p = {0};
    bool is_printed = type == mb_type_of(site_meeting) ? print_meeting(object, &p) : print_report(object, &p);
    title_set *set = is_printed ? write_titles(&p) : NULL;
    free(p.titles);
    free(p.lists);
    return set;
}

/* --- For scripts --- */

static slot *find_slot(mb_titles *titles, const void *object)
{
    const slot wanted = {.of = object};
    return titles ? bsearch(&wanted, titles->slots, titles->count, sizeof wanted, by_address) : NULL;
}

/* Who is the first to put it there has made it for all. */
static title_set *keep(slot *place, title_set *made)
{
    title_set *there = NULL;
    if (!made || atomic_compare_exchange_strong(&place->set, &there, made))
        return made;
    free(made);
    return there;
}

/* Pushes the title in that place among those of a meeting or a report. */
static int push_title(lua_State *L, const mb_type_info *type, const void *object, uint32_t position)
{
    slot *place = find_slot(mb_rendering_of(L)->setup->titles, object);
    title_set *set = place ? atomic_load(&place->set) : NULL;
    if (!set) {
        set = make_set(type, object);
        if (place)
            set = keep(place, set);
    }
    if (!set)
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    mb_push_slice(L, set->titles[position]);
    if (!place)
        free(set);
    return 1;
}

static uint32_t position_in(const mb_list *list, const void *object)
{
    uint32_t position = 0;
    while (list->items[position] != object)
        position++;
    return position;
}

/* title_of(item), title_of(report), title_of(report, place of a section) */
static int title_of(lua_State *L)
{
    const mb_object *object = mb_to_object(L, 1);
    if (object && object->type == mb_type_of(site_item)) {
        const mb_site_item *item = object->record;
        return push_title(L, mb_type_of(site_meeting), item->meeting, position_in(&item->meeting->items, item));
    }
    if (!object || object->type != mb_type_of(site_report))
        mb_script_fail(L, "title_of wants a SiteItem or a SiteReport, and this is %s", mb_value_name(L, 1));
    const mb_site_report *report = object->record;
    lua_Integer section = luaL_optinteger(L, 2, 0);
    if (section < 0 || section > (lua_Integer)report->sections.count)
        mb_script_fail(L, "the paper has no section %d", (int)section);
    return push_title(L, object->type, report, (uint32_t)section);
}

void mb_open_titles(lua_State *L)
{
    lua_register(L, "title_of", title_of);
}

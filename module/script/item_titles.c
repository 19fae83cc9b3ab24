/* item_titles.c: see item_titles.h.
 *
 *     mb_titles ─► a slot for each meeting and each paper ─► NULL, or the titles of its items, or of its sections
 *
 * The words of a meeting's papers say how all its titles are written, so they are counted for all of them at once, and
 * forgotten. Nothing of it depends on the page that asks, nor does it take its steps: who looks into an item pays the same
 * whether or not somebody did before. But the page's time ends it. Where the words are too many to count, the titles are as
 * printed. The pages of people and of years name items of all meetings; they counted the words
 * of each again, which was half of their time. */
#include "script/item_titles.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "script/words.h"

typedef struct title {
    const void *of; /* an item, a report or a section */
    mb_slice text;
} title;

/* By the addresses of their objects; what had to be written stands behind them. */
typedef struct title_set {
    uint32_t count;
    title titles[];
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

/* Of slots or titles, which begin with it. */
static int by_address(const void *a, const void *b)
{
    const char *left = *(const void *const *)a, *right = *(const void *const *)b;
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
    title *titles;
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

static void add_title(printed *p, const void *of, mb_slice text)
{
    p->titles[p->count++] = (title){of, text};
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
        add_title(out, meeting->items.items[i], title_of_item(meeting->items.items[i]));
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
    add_title(out, report, report->title);
    for (uint32_t i = 0; i < report->sections.count; i++) {
        const mb_section *section = report->sections.items[i];
        add_title(out, section, section->title.data ? section->title : section->printed);
    }
    add_list(out, mb_type_of(section), &report->sections);
    return true;
}

/* --- Writing --- */

/* The words of the titles that are in capitals. */
static mb_stop count_words(const printed *p, const mb_rendering *page, mb_word_forms *words)
{
    const mb_page_limits *limits = page->setup->limits;
    for (uint32_t i = 0; i < p->count; i++)
        if (mb_is_in_capitals(p->titles[i].text))
            mb_word_forms_want(words, p->titles[i].text);
    return mb_word_forms_count(
        words,
        (mb_count_limits){.memory = limits ? limits->memory : MB_PAGE_MEMORY, .steps = UINT64_MAX, .page = page});
}

/* Appends those that are in capitals; `ends` says where each ends. */
static mb_stop write_each(const printed *p, const mb_rendering *page, const mb_word_forms *words, mb_buffer *out,
                          size_t *ends)
{
    for (uint32_t i = 0; i < p->count; i++) {
        if (mb_is_late(page))
            return MB_STOPPED_BY_TIME;
        if (mb_is_in_capitals(p->titles[i].text))
            mb_write_heading(words, p->titles[i].text, &mb_common_words, out);
        ends[i] = out->size;
    }
    return !out->failed ? MB_GOING : out->failed == MB_ELIMIT ? MB_STOPPED_BY_LENGTH : MB_STOPPED_BY_MACHINE;
}

static mb_stop write_titles(const printed *p, const mb_rendering *page, mb_buffer *out, size_t *ends)
{
    mb_word_forms *words = mb_word_forms_new(p->lists, p->list_count);
    if (!words)
        return MB_STOPPED_BY_MACHINE;
    mb_stop stopped = count_words(p, page, words);
    if (!stopped)
        stopped = write_each(p, page, words, out, ends);
    mb_word_forms_free(words);
    return stopped;
}

/* A title that was not written is as printed. */
static title_set *put_together(const printed *p, mb_slice written, const size_t *ends)
{
    title_set *set = malloc(sizeof *set + p->count * sizeof *set->titles + written.size);
    if (!set)
        return NULL;
    char *own = (char *)&set->titles[p->count];
    if (written.size > 0)
        memcpy(own, written.data, written.size);
    set->count = p->count;
    for (uint32_t i = 0; i < p->count; i++) {
        size_t start = i > 0 ? ends[i - 1] : 0;
        set->titles[i] = p->titles[i];
        if (ends[i] > start)
            set->titles[i].text = (mb_slice){own + start, ends[i] - start};
    }
    qsort(set->titles, set->count, sizeof *set->titles, by_address);
    return set;
}

/* Too many words, or too long titles, are the fault of a pack, and of no page. */
static mb_stop write_set(const printed *p, const mb_rendering *page, title_set **out)
{
    size_t *ends = calloc((size_t)p->count + 1, sizeof *ends);
    if (!ends)
        return MB_STOPPED_BY_MACHINE;
    mb_buffer text = mb_buffer_make(MB_PAGE_CEILING);
    mb_stop stopped = write_titles(p, page, &text, ends);
    if (stopped == MB_STOPPED_BY_MEMORY || stopped == MB_STOPPED_BY_LENGTH) {
        mb_buffer_clear(&text);
        memset(ends, 0, p->count * sizeof *ends);
        stopped = MB_GOING;
    }
    if (!stopped) {
        *out = put_together(p, mb_buffer_slice(&text), ends);
        stopped = *out ? MB_GOING : MB_STOPPED_BY_MACHINE;
    }
    mb_buffer_free(&text);
    free(ends);
    return stopped;
}

/* Anything but MB_GOING says why there is none: time, or the machine. */
static mb_stop make_set(const mb_type_info *type, const void *object, const mb_rendering *page, title_set **out)
{
    printed p = {0};
    bool is_printed = type == mb_type_of(site_meeting) ? print_meeting(object, &p) : print_report(object, &p);
    mb_stop stopped = is_printed ? write_set(&p, page, out) : MB_STOPPED_BY_MACHINE;
    free(p.titles);
    free(p.lists);
    return stopped;
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
    if (atomic_compare_exchange_strong(&place->set, &there, made))
        return made;
    free(made);
    return there;
}

static void push_title_in(lua_State *L, const title_set *set, const void *object)
{
    const title wanted = {.of = object};
    const title *found = bsearch(&wanted, set->titles, set->count, sizeof wanted, by_address);
    assert(found && "the meeting of an item has the item");
    mb_push_slice(L, found ? found->text : MB_NOTHING);
}

/* Pushes the title of an object, which is one of those of a meeting or a report. */
static int push_title(lua_State *L, const mb_type_info *type, const void *whole, const void *object)
{
    const mb_rendering *page = mb_rendering_of(L);
    slot *place = find_slot(page->setup->titles, whole);
    title_set *set = place ? atomic_load(&place->set) : NULL;
    if (!set) {
        mb_stop stopped = make_set(type, whole, page, &set);
        if (stopped)
            mb_stop_page(L, stopped);
        if (place)
            set = keep(place, set);
    }
    push_title_in(L, set, object);
    if (!place)
        free(set);
    return 1;
}

static int push_title_of_item(lua_State *L, const mb_site_item *item)
{
    if (!lua_isnoneornil(L, 2))
        mb_script_fail(L, "title_of takes a section of a paper, and an item has none: title_of(item)");
    return push_title(L, mb_type_of(site_meeting), item->meeting, item);
}

static int push_title_of_report(lua_State *L, const mb_site_report *report)
{
    if (lua_isnoneornil(L, 2))
        return push_title(L, mb_type_of(site_report), report, report);
    lua_Integer section = luaL_checkinteger(L, 2);
    if (section < 1 || section > (lua_Integer)report->sections.count)
        mb_script_fail(L, "the paper has no section " LUA_INTEGER_FMT, section);
    return push_title(L, mb_type_of(site_report), report, report->sections.items[section - 1]);
}

/* title_of(item), title_of(report), title_of(report, place of a section) */
static int title_of(lua_State *L)
{
    const mb_object *object = mb_to_object(L, 1);
    if (object && object->type == mb_type_of(site_item))
        return push_title_of_item(L, object->record);
    if (object && object->type == mb_type_of(site_report))
        return push_title_of_report(L, object->record);
    mb_script_fail(L, "title_of wants a SiteItem or a SiteReport, and this is %s", mb_value_name(L, 1));
}

void mb_open_titles(lua_State *L)
{
    lua_register(L, "title_of", title_of);
}

/* agendas.c: the agendas of several packs of one meeting become one.
 *
 *     the newest that is whole       1  2  3  4  5      gives the order and the numbers
 *     one before it                  1  2  3  4         gives what the newest lost
 *     a supplement after it                 4     6     wins, item by item, and adds its own                        */
#include <ctype.h>

#include "site/tellings.h"
#include "site/titles.h"

/* An agenda with at least this share of the items of the longest is a whole one; a supplement has a few. */
#define WHOLE_SHARE 2

typedef struct merging {
    mb_assembly *assembly;
    mb_site_meeting *meeting;
    mb_list items; /* of mb_agenda_item: our own copies */
} merging;

static mb_candidates candidates_of(mb_assembly *assembly, const mb_list *items)
{
    mb_candidates found = {mb_new_array(assembly->scratch, mb_candidate, items->count + 1), items->count};
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_agenda_item *item = items->items[i];
        found.items[i] = (mb_candidate){*mb_known_title(assembly, item->title), item->number, 0};
    }
    return found;
}

static mb_slice in_words(mb_arena *arena, const mb_field_info *field, const void *record)
{
    const void *at = (const char *)record + field->offset;
    if (mb_field_is_empty(field, record))
        return MB_NOTHING;
    switch (field->kind) {
    case MB_KIND_pages: {
        const mb_pages *pages = at;
        return mb_arena_printf(arena, "%u-%u", pages->first, pages->last);
    }
    case MB_KIND_flag:
        return MB_TEXT("yes");
    default:
        return *(const mb_slice *)at;
    }
}

/* What can change of an item, and is worth telling. */
static const char *const told_changes[] = {"title", "time", "pages", "to_follow"};

static void note_item_changes(merging *m, const mb_agenda_item *was, const mb_agenda_item *is)
{
    const mb_type_info *type = mb_type_of(agenda_item);
    for (size_t i = 0; i < sizeof told_changes / sizeof *told_changes; i++) {
        const mb_field_info *field = mb_field_find(type, mb_slice_of(told_changes[i]));
        mb_slice before = in_words(m->assembly->arena, field, was), after = in_words(m->assembly->arena, field, is);
        mb_note_change(m->assembly, m->meeting, is->place, field->name, was->number, before, after);
    }
}

static void append(mb_arena *arena, mb_list *to, const mb_list *more)
{
    mb_list both = {0};
    mb_list_reserve(arena, &both, to->count + more->count);
    for (uint32_t i = 0; i < to->count + more->count; i++)
        mb_list_push(arena, &both, i < to->count ? to->items[i] : more->items[i - to->count]);
    *to = both;
}

/* The later word on an item wins, but for its numbers. */
static void take_later_word(merging *m, mb_agenda_item *item, const mb_agenda_item *later)
{
    static const char *const kept[] = {"number", "printed_number", "printed", "reports"};
    mb_agenda_item before = *item;
    mb_fields fields = mb_type_of(agenda_item)->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        bool keep = mb_field_is_empty(field, later);
        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
            keep = keep || strcmp(field->name, kept[k]) == 0;
        if (!keep)
            mb_take_field(field, item, later);
    }
    append(m->assembly->arena, &item->reports, &later->reports);
    if (later->pages.first || later->reports.count)
        item->to_follow = later->to_follow;
    mb_agenda_item after = *item;
    after.place = later->place;
    note_item_changes(m, &before, &after);
}

static void add_copy(merging *m, const mb_agenda_item *item, uint32_t at)
{
    mb_agenda_item *copy = mb_new(m->assembly->arena, mb_agenda_item);
    *copy = *item;
    mb_list_push(m->assembly->arena, &m->items, copy);
    for (uint32_t i = m->items.count - 1; i > at; i--)
        m->items.items[i] = m->items.items[i - 1];
    m->items.items[at] = copy;
}

static uint64_t leading_number(mb_slice text)
{
    uint64_t number = 0;
    for (size_t i = 0; i < text.size && isdigit((unsigned char)text.data[i]); i++)
        number = number * 10 + (uint64_t)(text.data[i] - '0');
    return number;
}

/* Whether item number `a` comes before `b`: by the number they begin with, then by the rest ("8a" behind "8"). */
static bool comes_before(mb_slice a, mb_slice b)
{
    uint64_t left = leading_number(a), right = leading_number(b);
    return left != right ? left < right : mb_slice_compare(a, b) < 0;
}

static uint32_t place_for(const merging *m, const mb_agenda_item *item)
{
    uint32_t at = m->items.count;
    while (at > 0 && item->number.size &&
           comes_before(item->number, ((mb_agenda_item *)m->items.items[at - 1])->number))
        at--;
    return at;
}

static void add_supplement(merging *m, const mb_list *agenda)
{
    mb_candidates known = candidates_of(m->assembly, &m->items), later = candidates_of(m->assembly, agenda);
    mb_pair_titles(m->assembly->scratch, known, later);
    for (uint32_t i = 0; i < known.count; i++)
        if (known.items[i].partner)
            take_later_word(m, m->items.items[i], agenda->items[known.items[i].partner - 1]);
    for (uint32_t i = 0; i < later.count; i++) {
        mb_agenda_item *item = agenda->items[i];
        if (later.items[i].partner)
            continue;
        mb_note_change(m->assembly, m->meeting, item->place, "agenda", item->number, MB_NOTHING, item->title);
        add_copy(m, item, place_for(m, item));
    }
}

/* An earlier whole agenda: what the newest kept, changed, dropped and added. */
static void compare_with_earlier(merging *m, const mb_list *agenda, mb_place place)
{
    mb_candidates now = candidates_of(m->assembly, &m->items), before = candidates_of(m->assembly, agenda);
    mb_pair_titles(m->assembly->scratch, before, now);
    for (uint32_t i = 0; i < before.count; i++) {
        const mb_agenda_item *was = agenda->items[i];
        if (!before.items[i].partner) {
            mb_note_change(m->assembly, m->meeting, place, "agenda", was->number, was->title, MB_NOTHING);
            continue;
        }
        mb_agenda_item *is = m->items.items[before.items[i].partner - 1];
        note_item_changes(m, was, is);
        bool to_follow = is->to_follow;
        mb_take_what_is_missing(mb_type_of(agenda_item), is, was);
        is->to_follow = to_follow;
    }
    for (uint32_t i = 0; i < now.count; i++) {
        const mb_agenda_item *is = m->items.items[i];
        if (!now.items[i].partner)
            mb_note_change(m->assembly, m->meeting, is->place, "agenda", is->number, MB_NOTHING, is->title);
    }
}

static uint32_t longest_agenda(mb_tellings tellings)
{
    uint32_t longest = 0;
    for (uint32_t i = 0; i < tellings.count; i++)
        if (tellings.items[i]->meeting->agenda.count > longest)
            longest = tellings.items[i]->meeting->agenda.count;
    return longest;
}

/* The tellings from `from` on, in steps of one to older ones, that have a whole agenda; the next one's position. */
static uint32_t next_whole(mb_tellings tellings, uint32_t from, uint32_t longest)
{
    while (from < tellings.count && tellings.items[from]->meeting->agenda.count * WHOLE_SHARE < longest)
        from++;
    return from;
}

static uint32_t count_agendas(mb_tellings tellings)
{
    uint32_t agendas = 0;
    for (uint32_t i = 0; i < tellings.count; i++)
        agendas += tellings.items[i]->meeting->agenda.count > 0;
    return agendas;
}

void mb_merge_agendas(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting)
{
    if (count_agendas(tellings) < 2)
        return;
    merging m = {.assembly = assembly, .meeting = meeting};
    uint32_t longest = longest_agenda(tellings), newest = next_whole(tellings, 0, longest);
    const mb_meeting *whole = tellings.items[newest]->meeting;
    for (uint32_t i = 0; i < whole->agenda.count; i++)
        add_copy(&m, whole->agenda.items[i], i);
    uint32_t before = next_whole(tellings, newest + 1, longest);
    if (before < tellings.count)
        compare_with_earlier(&m, &tellings.items[before]->meeting->agenda, whole->place);
    for (uint32_t i = newest; i-- > 0;)
        add_supplement(&m, &tellings.items[i]->meeting->agenda);
    meeting->agenda = m.items;
}

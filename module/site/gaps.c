/* gaps.c: what the packs of a site leave open: minutes that are not out, papers that never came, pages without a word. */
#include "core/file.h"
#include "reader/dialect/dialect.h"
#include "site/assembly.h"

typedef struct dated_gap {
    mb_slice date;
    uint32_t position; /* in the order of their finding */
    mb_gap *gap;
} dated_gap;

typedef struct finder {
    mb_assembly *assembly;
    mb_list found; /* of dated_gap */
} finder;

static mb_gap *add_gap(finder *f, mb_gap_kind kind, mb_slice date, mb_place place)
{
    dated_gap *found = mb_list_add(f->assembly->scratch, &f->found, dated_gap);
    *found = (dated_gap){date, f->found.count, mb_new(f->assembly->arena, mb_gap)};
    *found->gap = (mb_gap){.place = place, .kind = kind};
    return found->gap;
}

/* "the Roads Panel of 2025-11-04" */
static mb_slice name_of(const finder *f, const mb_site_meeting *meeting)
{
    mb_slice body = meeting->panel ? meeting->panel->name : meeting->body;
    return MB_JOINED(f->assembly->arena, MB_TEXT("the "), body.size ? body : MB_TEXT("meeting"), MB_TEXT(" of "),
                     meeting->date.size ? meeting->date : MB_TEXT("an unknown day"));
}

static void add_meeting_gap(finder *f, mb_gap_kind kind, mb_site_meeting *meeting, const char *what)
{
    mb_gap *gap = add_gap(f, kind, meeting->date, meeting->place);
    gap->meeting = meeting;
    gap->message = mb_arena_printf(f->assembly->arena, "no pack has the %s of %.*s", what, MB_ARG(name_of(f, meeting)));
}

/* --- Papers --- */

/* The minutes that an item brings are a meeting's, and no paper. */
static bool brings_minutes(const mb_assembly *assembly, const mb_site_item *item)
{
    return assembly->dialect && mb_starts_with(assembly->dialect, mb_group_minutes_title, item->title, NULL);
}

static void check_item(finder *f, mb_site_item *item)
{
    const mb_agenda_item *agenda = item->agenda;
    if (!agenda || agenda->exempt || item->reports.count || !(agenda->pages.first || agenda->to_follow) ||
        brings_minutes(f->assembly, item))
        return;
    mb_gap *gap = add_gap(f, mb_gap_kind_paper, item->meeting->date, item->place);
    gap->meeting = item->meeting;
    gap->item = item;
    mb_slice number = item->number.size ? mb_arena_printf(f->assembly->scratch, "item %.*s, ", MB_ARG(item->number))
                                        : MB_TEXT("the item ");
    gap->message = mb_arena_printf(f->assembly->arena, "no pack has the paper of %.*s%.*s, of %.*s", MB_ARG(number),
                                   MB_ARG(item->title), MB_ARG(name_of(f, item->meeting)));
}

static void check_meeting(finder *f, mb_site_meeting *meeting)
{
    bool is_over = meeting->date.size && mb_slice_compare(meeting->date, f->assembly->site->today) < 0;
    if (meeting->agenda.count && !meeting->minutes && is_over)
        add_meeting_gap(f, mb_gap_kind_minutes, meeting, "minutes");
    if (meeting->minutes && meeting->agenda.count == 0)
        add_meeting_gap(f, mb_gap_kind_agenda, meeting, "agenda");
    for (uint32_t i = 0; i < meeting->items.count; i++)
        check_item(f, meeting->items.items[i]);
}

/* --- Packs --- */

static void check_pages(finder *f, const mb_bundle *bundle, const mb_pages *pages)
{
    mb_place place = {.sheet = pages->first, .pack = bundle->pack->place.pack};
    mb_gap *gap = add_gap(f, mb_gap_kind_pages, bundle->date, place);
    gap->meeting = bundle->called;
    gap->pages = *pages;
    mb_slice which = pages->first == pages->last
                         ? mb_arena_printf(f->assembly->scratch, "page %u", pages->first)
                         : mb_arena_printf(f->assembly->scratch, "pages %u to %u", pages->first, pages->last);
    gap->message = mb_arena_printf(f->assembly->arena, "nothing was read of %.*s of the file %.*s", MB_ARG(which),
                                   MB_ARG(mb_path_name(bundle->pack->source->file)));
}

static void check_words(finder *f, const mb_bundle *bundle)
{
    uint64_t words = mb_unheaded_words(bundle->gist);
    if (words == 0)
        return;
    mb_gap *gap = add_gap(f, mb_gap_kind_words, bundle->date, (mb_place){.pack = bundle->pack->place.pack});
    gap->meeting = bundle->called;
    gap->count = MB_COUNT((int64_t)words);
    gap->message = mb_arena_printf(f->assembly->arena, "%llu words of %.*s stand under no heading that was found",
                                   (unsigned long long)words, MB_ARG(mb_path_name(bundle->pack->source->file)));
}

static void check_pack(finder *f, const mb_bundle *bundle)
{
    for (uint32_t i = 0; bundle->wordless && i < bundle->wordless->count; i++)
        check_pages(f, bundle, bundle->wordless->items[i]);
    check_words(f, bundle);
}

static int by_date(const void *a, const void *b)
{
    const dated_gap *left = *(dated_gap *const *)a, *right = *(dated_gap *const *)b;
    int order = mb_slice_compare(left->date, right->date);
    return order ? order : (left->position > right->position) - (left->position < right->position);
}

void mb_find_gaps(mb_assembly *assembly)
{
    finder f = {.assembly = assembly};
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++)
        check_meeting(&f, assembly->site->meetings.items[i]);
    for (uint32_t i = 0; i < assembly->count; i++)
        check_pack(&f, &assembly->bundles[i]);
    mb_sort_list(&f.found, by_date);
    for (uint32_t i = 0; i < f.found.count; i++)
        mb_list_push(assembly->arena, &assembly->site->completeness, ((dated_gap *)f.found.items[i])->gap);
}

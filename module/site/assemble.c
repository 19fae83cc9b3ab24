/* assemble.c: puts the packs of a site together, step by step. */
#include "site/assembly.h"

#include <stdarg.h>
#include <stdlib.h>

#include "model/places.h"

/* What the steps may use for themselves: as much as a site's own lists. */
#define SCRATCH_CEILING ((size_t)1 << 30)

const mb_bundle *mb_bundle_of(const mb_assembly *assembly, const mb_place *place)
{
    return &assembly->bundles[mb_pack_position(assembly->site, place) - 1];
}

void mb_sort_list(mb_list *list, int (*compare)(const void *, const void *))
{
    uint32_t sorted = 1;
    while (sorted < list->count && compare(&list->items[sorted - 1], &list->items[sorted]) < 0)
        sorted++;
    if (sorted < list->count)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

mb_diagnostic *mb_site_remark(mb_assembly *assembly, mb_code code, mb_place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    mb_slice message = mb_arena_vprintf(assembly->arena, format, arguments);
    va_end(arguments);
    mb_diagnostic *diagnostic = mb_new(assembly->arena, mb_diagnostic);
    *diagnostic = (mb_diagnostic){.place = place,
                                  .severity = mb_codes[code].severity,
                                  .code = mb_slice_of(mb_codes[code].code),
                                  .message = message};
    mb_list_push(assembly->arena, &assembly->site->diagnostics, diagnostic);
    return diagnostic;
}

/* --- Bundles --- */

static mb_slice date_of(const mb_pack *pack)
{
    mb_slice newest = MB_NOTHING;
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_meeting *meeting = pack->meetings.items[i];
        if (!meeting->minutes && meeting->date.size)
            return meeting->date;
        if (mb_slice_compare(newest, meeting->date) < 0)
            newest = meeting->date;
    }
    return newest;
}

static int by_file(const void *a, const void *b)
{
    const mb_bundle *left = a, *right = b;
    int order = mb_slice_compare(left->pack->source->file, right->pack->source->file);
    return order ? order : (left->rank > right->rank) - (left->rank < right->rank);
}

static void bundle_packs(mb_assembly *assembly, const mb_reading *readings, uint32_t count)
{
    assembly->bundles = mb_new_array(assembly->scratch, mb_bundle, count ? count : 1);
    assembly->count = count;
    assembly->titles = mb_map_new(assembly->scratch);
    assembly->title_numbers = mb_map_new(assembly->scratch);
    assembly->names = mb_map_new(assembly->scratch);
    assembly->bearers = mb_map_new(assembly->scratch);
    assembly->together = mb_map_new(assembly->scratch);
    assembly->bearings = mb_map_new(assembly->scratch);
    assembly->surnames = mb_map_new(assembly->scratch);
    for (uint32_t i = 0; i < count; i++) {
        mb_pack *pack = readings[i].pack;
        assembly->bundles[i] = (mb_bundle){
            .pack = pack,
            .dialect = readings[i].dialect,
            .date = pack->issued.size ? pack->issued : date_of(pack),
            .rank = i < assembly->config->packs.count ? assembly->config->ranks[i] : i,
            .gist = readings[i].gist,
            .wordless = &readings[i].wordless,
        };
    }
    if (count)
        qsort(assembly->bundles, count, sizeof *assembly->bundles, by_file);
}

/* Where one has no number yet, each gets its position. */
static void give_numbers(const mb_assembly *assembly)
{
    bool all_have_one = true;
    for (uint32_t i = 0; i < assembly->count; i++)
        all_have_one = all_have_one && assembly->bundles[i].pack->place.pack;
    for (uint32_t i = 0; !all_have_one && i < assembly->count; i++)
        mb_number_places(assembly->bundles[i].pack, i + 1);
}

static void note_positions(mb_assembly *assembly)
{
    mb_pack_numbers *numbers = &assembly->site->pack_numbers;
    for (uint32_t i = 0; i < assembly->count; i++)
        if (assembly->bundles[i].pack->place.pack > numbers->count)
            numbers->count = assembly->bundles[i].pack->place.pack;
    numbers->positions = mb_new_array(assembly->arena, uint32_t, numbers->count + 1);
    for (uint32_t i = 0; i < assembly->count; i++)
        numbers->positions[assembly->bundles[i].pack->place.pack - 1] = i + 1;
}

static void take_bundles(mb_assembly *assembly)
{
    mb_site_record *site = assembly->site;
    give_numbers(assembly);
    note_positions(assembly);
    for (uint32_t i = 0; i < assembly->count; i++) {
        const mb_bundle *bundle = &assembly->bundles[i];
        mb_list_push(assembly->arena, &site->packs, bundle->pack);
        for (uint32_t k = 0; k < bundle->pack->diagnostics.count; k++)
            mb_list_push(assembly->arena, &site->diagnostics, bundle->pack->diagnostics.items[k]);
        if (!site->council.data)
            site->council = bundle->pack->council;
        if (!assembly->dialect)
            assembly->dialect = bundle->dialect;
    }
}

/* --- The order of work --- */

static void (*const steps[])(mb_assembly *assembly) = {
    take_bundles,   mb_find_panels,    mb_merge_meetings, mb_read_plans,    mb_order_meetings, mb_tie_items,
    mb_tie_plans,   mb_identify_items, mb_judge_meetings, mb_set_deadlines, mb_place_papers,   mb_find_copies,
    mb_find_people, mb_fill_registers, mb_gather_terms,   mb_find_gaps,     mb_hide_values,
};

static int assemble(mb_assembly *assembly, const mb_reading *readings, uint32_t count, mb_error *error)
{
    if (mb_arena_guard(assembly->scratch))
        return mb_fail_exhausted(error, mb_arena_failure(assembly->scratch), "putting the packs together");
    bundle_packs(assembly, readings, count);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        steps[i](assembly);
    return 0;
}

int mb_site_assemble(mb_arena *arena, const mb_site_config *config, const mb_reading *readings, uint32_t count,
                     mb_site_record *record, mb_error *error)
{
    mb_assembly assembly = {.arena = arena, .config = config, .site = record};
    int code = mb_arena_new(SCRATCH_CEILING, &assembly.scratch);
    if (code)
        return mb_fail_exhausted(error, code, "putting the packs together");
    code = assemble(&assembly, readings, count, error);
    mb_arena_free(assembly.scratch);
    return code;
}

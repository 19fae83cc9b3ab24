/* gist.c: see gist.h. */
#include "site/gist.h"

#include "core/map.h"
#include "model/words.h"

/* Of a SHA-256. */
#define DIGEST_DIGITS 64

struct mb_gist {
    mb_map *found; /* mb_list of mb_undertaking, mb_sketch: by the address of the record */
    uint64_t unheaded_words;
    char clean_of[DIGEST_DIGITS]; /* a digest of hidden values; zeroed memory: nothing is known */
};

static void keep(mb_arena *arena, mb_gist *gist, const void *record, void *found)
{
    const void **address = mb_new(arena, const void *);
    *address = record;
    *mb_map_at(gist->found, mb_address_key(address)) = found;
}

static mb_gist *new_gist(mb_arena *arena)
{
    mb_gist *gist = mb_new(arena, mb_gist);
    gist->found = mb_map_new(arena);
    return gist;
}

static void take_minutes(mb_arena *arena, const mb_dialect *dialect, mb_gist *gist, const mb_minutes *minutes)
{
    for (uint32_t i = 0; i < minutes->items.count; i++) {
        const mb_minute_item *item = minutes->items.items[i];
        mb_list undertakings = {0};
        mb_find_undertakings(arena, dialect, item, &undertakings);
        if (undertakings.count == 0)
            continue;
        mb_list *kept = mb_new(arena, mb_list);
        *kept = undertakings;
        keep(arena, gist, item, kept);
    }
}

/* Whether rows of the work plan were read from the paper, which has no need of headings. */
static bool is_plan(const mb_pack *pack, uint32_t position)
{
    const mb_report *paper = pack->reports.items[position];
    const mb_report *next = position + 1 < pack->reports.count ? pack->reports.items[position + 1] : NULL;
    for (uint32_t i = 0; i < pack->forward_plan.count; i++) {
        uint32_t line = ((const mb_forward_plan_entry *)pack->forward_plan.items[i])->place.line;
        if (line >= paper->place.line && (!next || line < next->place.line))
            return true;
    }
    return false;
}

static uint64_t count_unheaded(mb_arena *arena, const mb_pack *pack)
{
    mb_pack without_plan = *pack;
    without_plan.reports = (mb_list){0};
    for (uint32_t i = 0; i < pack->reports.count; i++)
        if (!is_plan(pack, i))
            mb_list_push(arena, &without_plan.reports, pack->reports.items[i]);
    return mb_count_words(&without_plan).unheaded;
}

int mb_take_gist(mb_reading *reading, mb_error *error)
{
    mb_arena *arena = reading->arena;
    if (mb_arena_guard(arena))
        return mb_fail_exhausted(error, mb_arena_failure(arena), "reading the pack");
    mb_gist *gist = new_gist(arena);
    const mb_pack *pack = reading->pack;
    gist->unheaded_words = count_unheaded(arena, pack);
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_meeting *meeting = pack->meetings.items[i];
        if (meeting->minutes)
            take_minutes(arena, reading->dialect, gist, meeting->minutes);
    }
    for (uint32_t i = 0; i < pack->reports.count; i++) {
        const mb_report *report = pack->reports.items[i];
        if (report->sections.count == 0)
            continue;
        mb_sketch *sketch = mb_new(arena, mb_sketch);
        mb_sketch_report(&report->sections, sketch);
        keep(arena, gist, report->sections.items, sketch);
    }
    reading->gist = gist;
    return 0;
}

/* --- In an image --- */

typedef enum undertaking_flag { PROMISED = 1, ASKED_FOR = 2, EITHER = PROMISED | ASKED_FOR } undertaking_flag;

static void put_undertakings(mb_image_writer *writer, const mb_list *undertakings)
{
    mb_image_put_number(writer, undertakings->count);
    for (uint32_t i = 0; i < undertakings->count; i++) {
        const mb_undertaking *one = undertakings->items[i];
        mb_image_put_text(writer, one->sentence);
        mb_image_put_text(writer, one->words.key);
        mb_image_put_texts(writer, &one->words.words);
        mb_image_put_number(writer, one->block);
        mb_image_put_number(writer, (one->promised ? PROMISED : 0U) | (one->asked_for ? ASKED_FOR : 0U));
    }
}

static mb_list *undertakings_in(mb_image_reader *reader, mb_arena *arena, const mb_minute_item *item)
{
    uint32_t count = mb_image_take_length(reader);
    mb_list *undertakings = count ? mb_new(arena, mb_list) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        mb_undertaking *one = mb_list_add(arena, undertakings, mb_undertaking);
        one->sentence = mb_image_take_text(reader);
        one->words.key = mb_image_take_text(reader);
        mb_image_take_texts(reader, &one->words.words);
        one->block = (uint32_t)mb_image_take_number(reader, item->blocks.count - 1);
        uint64_t flags = mb_image_take_number(reader, EITHER);
        one->promised = flags & PROMISED;
        one->asked_for = flags & ASKED_FOR;
    }
    return undertakings;
}

/* What is told by record stands in the order of the pack; an item without blocks tells nothing. */
void mb_put_gist(mb_image_writer *writer, const mb_reading *reading)
{
    const mb_pack *pack = reading->pack;
    mb_image_put_number(writer, reading->gist->unheaded_words);
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_minutes *minutes = ((const mb_meeting *)pack->meetings.items[i])->minutes;
        for (uint32_t k = 0; minutes && k < minutes->items.count; k++) {
            const mb_minute_item *item = minutes->items.items[k];
            if (item->blocks.count > 0)
                put_undertakings(writer, mb_undertakings(reading->gist, item));
        }
    }
    for (uint32_t i = 0; i < pack->reports.count; i++) {
        const mb_list *sections = &((const mb_report *)pack->reports.items[i])->sections;
        const mb_sketch *sketch = mb_paper_sketch(reading->gist, sections);
        if (sections->count > 0)
            mb_image_put_text(writer, (mb_slice){(const char *)sketch, sizeof *sketch});
    }
}

mb_gist *mb_gist_in(mb_image_reader *reader, mb_arena *arena, const mb_pack *pack)
{
    mb_gist *gist = new_gist(arena);
    gist->unheaded_words = mb_image_take_number(reader, UINT64_MAX);
    for (uint32_t i = 0; i < pack->meetings.count; i++) {
        const mb_minutes *minutes = ((const mb_meeting *)pack->meetings.items[i])->minutes;
        for (uint32_t k = 0; minutes && k < minutes->items.count; k++) {
            const mb_minute_item *item = minutes->items.items[k];
            mb_list *undertakings = item->blocks.count > 0 ? undertakings_in(reader, arena, item) : NULL;
            if (undertakings)
                keep(arena, gist, item, undertakings);
        }
    }
    for (uint32_t i = 0; i < pack->reports.count; i++) {
        const mb_list *sections = &((const mb_report *)pack->reports.items[i])->sections;
        if (sections->count == 0)
            continue;
        mb_sketch *sketch = mb_new(arena, mb_sketch);
        mb_image_take_bytes(reader, sketch, sizeof *sketch);
        keep(arena, gist, sections->items, sketch);
    }
    return gist;
}

/* --- Hidden values --- */

bool mb_is_clean_of(const mb_gist *gist, mb_slice digest)
{
    return digest.size == DIGEST_DIGITS && memcmp(gist->clean_of, digest.data, DIGEST_DIGITS) == 0;
}

void mb_note_clean_of(mb_gist *gist, mb_slice digest)
{
    if (digest.size == DIGEST_DIGITS)
        memcpy(gist->clean_of, digest.data, DIGEST_DIGITS);
}

void mb_inherit_clean(mb_gist *gist, const mb_gist *earlier)
{
    memcpy(gist->clean_of, earlier->clean_of, DIGEST_DIGITS);
}

/* --- What it tells --- */

uint64_t mb_unheaded_words(const mb_gist *gist)
{
    return gist->unheaded_words;
}

const mb_list *mb_undertakings(const mb_gist *gist, const mb_minute_item *item)
{
    static const mb_list none = {0};
    const void *address = item;
    const mb_list *found = mb_map_get(gist->found, mb_address_key(&address));
    return found ? found : &none;
}

const mb_sketch *mb_paper_sketch(const mb_gist *gist, const mb_list *sections)
{
    static const mb_sketch none = {.words = 0};
    const void *address = sections->items;
    const mb_sketch *found = address ? mb_map_get(gist->found, mb_address_key(&address)) : NULL;
    return found ? found : &none;
}

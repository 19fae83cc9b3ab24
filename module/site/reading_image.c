/* reading_image.c: the pack, the sheets without words, the gist; the pack itself says by which dialect it was read. */
#include "site/reading_image.h"

#include "model/image.h"
#include "reader/dialect/dialect.h"
#include "site/gist.h"

mb_slice mb_reading_image(mb_arena *scratch, const mb_reading *reading)
{
    mb_image_writer *writer = mb_image_begin(scratch);
    mb_image_put_record(writer, mb_type_of(pack), reading->pack);
    mb_image_put_number(writer, reading->wordless.count);
    for (uint32_t i = 0; i < reading->wordless.count; i++) {
        const mb_pages *sheets = reading->wordless.items[i];
        mb_image_put_number(writer, sheets->first);
        mb_image_put_number(writer, sheets->last);
    }
    mb_put_gist(writer, reading);
    return mb_image_end(writer);
}

static void take_wordless(mb_image_reader *reader, mb_arena *arena, mb_list *out)
{
    uint32_t count = mb_image_take_length(reader);
    for (uint32_t i = 0; i < count; i++) {
        mb_pages *sheets = mb_list_add(arena, out, mb_pages);
        sheets->first = (uint32_t)mb_image_take_number(reader, UINT32_MAX);
        sheets->last = (uint32_t)mb_image_take_number(reader, UINT32_MAX);
    }
}

static bool find_dialect(mb_arena *scratch, const mb_dialects *dialects, const mb_pack *pack, const mb_dialect **out)
{
    mb_error mistake;
    mb_slice name = pack->source ? mb_arena_copy(scratch, pack->source->dialect) : MB_NOTHING;
    return name.data && mb_dialect_choose(dialects, name.data, MB_NOTHING, out, &mistake) == 0;
}

bool mb_reading_of_image(mb_arena *arena, mb_arena *scratch, mb_slice image, mb_dialects *dialects, mb_reading *out)
{
    mb_image_reader *reader = mb_image_open(arena, scratch, image);
    mb_reading reading = {.arena = arena, .pack = mb_image_take_record(reader, mb_type_of(pack))};
    take_wordless(reader, arena, &reading.wordless);
    reading.gist = mb_gist_in(reader, arena, reading.pack);
    if (!mb_image_is_whole(reader) || !find_dialect(scratch, dialects, reading.pack, &reading.dialect))
        return false;
    reading.dialects = mb_dialects_hold(dialects);
    *out = reading;
    return true;
}

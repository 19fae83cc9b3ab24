/* image_reader.c: what is taken from an image, which may be damaged in any way. */
#include "model/image_parts.h"

void *mb_image_damage(mb_image_reader *r)
{
    r->damaged = true;
    r->spans = r->targets = r->walk = (mb_image_part){NULL, NULL};
    return NULL;
}

static uint64_t take_long_number(mb_image_reader *r, mb_image_part *from)
{
    uint64_t number = 0;
    for (unsigned shift = 0; from->at < from->end && shift < 64; shift += 7) {
        unsigned char byte = *from->at++;
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    mb_image_damage(r);
    return 0;
}

static inline uint64_t take_from(mb_image_reader *r, mb_image_part *from)
{
    return from->at < from->end && *from->at < 0x80 ? *from->at++ : take_long_number(r, from);
}

uint64_t mb_image_take_number(mb_image_reader *r, uint64_t most)
{
    uint64_t number = take_from(r, &r->walk);
    if (number <= most)
        return number;
    mb_image_damage(r);
    return 0;
}

uint32_t mb_image_take_length_of(mb_image_reader *r, const mb_image_part *of)
{
    uint64_t count = mb_image_take_number(r, UINT32_MAX);
    if (count <= (size_t)(of->end - of->at))
        return (uint32_t)count;
    mb_image_damage(r);
    return 0;
}

uint32_t mb_image_take_length(mb_image_reader *r)
{
    return mb_image_take_length_of(r, &r->walk);
}

mb_slice mb_image_take_text(mb_image_reader *r)
{
    uint64_t size = take_from(r, &r->spans);
    if (size == 0)
        return MB_NOTHING;
    if (--size == 0)
        return (mb_slice){r->text.data + r->text.size, 0};
    uint64_t at = r->text_end + (uint64_t)mb_image_unfolded(take_from(r, &r->spans));
    if (at > r->text.size || size > r->text.size - at) {
        mb_image_damage(r);
        return MB_NOTHING;
    }
    r->text_end = at + size;
    return (mb_slice){r->text.data + at, size};
}

void mb_image_take_bytes(mb_image_reader *r, void *out, size_t size)
{
    mb_slice bytes = mb_image_take_text(r);
    if (bytes.size == size)
        memcpy(out, bytes.data, size);
    else
        mb_image_damage(r);
}

void mb_image_take_texts(mb_image_reader *r, mb_strings *out)
{
    uint32_t count = mb_image_take_length_of(r, &r->spans);
    if (count == 0)
        return;
    *out = (mb_strings){mb_new_array(r->arena, mb_slice, count), count, count};
    for (uint32_t i = 0; i < count; i++)
        out->items[i] = mb_image_take_text(r);
}

/* --- The parts --- */

mb_image_reader *mb_image_open(mb_arena *arena, mb_arena *scratch, mb_slice image)
{
    mb_image_reader *r = mb_new(scratch, mb_image_reader);
    *r = (mb_image_reader){.arena = arena, .scratch = scratch, .text = MB_TEXT("")};
    mb_image_part rest = {(const unsigned char *)image.data, (const unsigned char *)mb_slice_end(image)};
    uint64_t sizes[MB_IMAGE_PARTS], records = take_from(r, &rest);
    for (size_t i = 0; i < MB_IMAGE_PARTS; i++)
        sizes[i] = take_from(r, &rest);
    mb_image_part parts[MB_IMAGE_PARTS];
    for (size_t i = 0; i < MB_IMAGE_PARTS; i++) {
        if (sizes[i] > (size_t)(rest.end - rest.at)) {
            mb_image_damage(r);
            return r;
        }
        parts[i] = (mb_image_part){rest.at, rest.at + sizes[i]};
        rest.at += sizes[i];
    }
    if (rest.at != rest.end || records > sizes[MB_IMAGE_WALK] || records > UINT32_MAX) {
        mb_image_damage(r);
        return r;
    }
    r->text = mb_arena_copy(arena, (mb_slice){(const char *)parts[MB_IMAGE_TEXT].at, sizes[MB_IMAGE_TEXT]});
    r->spans = parts[MB_IMAGE_SPANS];
    r->targets = parts[MB_IMAGE_TARGETS];
    r->walk = parts[MB_IMAGE_WALK];
    r->most = (uint32_t)records;
    r->records = mb_new_array(scratch, mb_image_taken, records ? records : 1);
    return r;
}

static void lead_references(mb_image_reader *r)
{
    for (uint32_t i = 0; i < r->references.count && !r->damaged; i++) {
        const mb_image_waiting *reference = r->references.items[i];
        uint64_t position = take_from(r, &r->targets);
        if (position >= r->count || r->records[position].type != reference->type)
            mb_image_damage(r);
        else
            *reference->place = r->records[position].record;
    }
}

bool mb_image_is_whole(mb_image_reader *r)
{
    lead_references(r);
    return !r->damaged && r->count == r->most && r->spans.at == r->spans.end && r->targets.at == r->targets.end &&
           r->walk.at == r->walk.end;
}
/* ids.c: names for addresses, each once. */
#include "core/unicode.h"
#include "site/assembly.h"

/* Longer slugs are cut at a word's end: an address should fit in a line. */
#define LONGEST_SLUG 60

/* What the map of taken slugs holds: how often each was wanted. */
typedef struct wanted_slug {
    uint32_t times;
} wanted_slug;

static wanted_slug *want(mb_assembly *assembly, mb_map *taken, mb_slice slug)
{
    void **place = mb_map_at(taken, slug);
    if (!*place)
        *place = mb_new(assembly->scratch, wanted_slug);
    return *place;
}

mb_slice mb_unique_slug(mb_assembly *assembly, mb_map *taken, mb_slice wanted)
{
    wanted_slug *first = want(assembly, taken, wanted);
    mb_slice slug = wanted;
    for (first->times++; first->times > 1; first->times++) {
        slug = mb_arena_printf(assembly->arena, "%.*s-%u", MB_ARG(wanted), first->times);
        wanted_slug *other = want(assembly, taken, slug);
        if (other->times++ == 0)
            break;
    }
    return slug;
}

static mb_slice shortened(mb_slice slug)
{
    if (slug.size <= LONGEST_SLUG)
        return slug;
    size_t end = LONGEST_SLUG;
    while (end > 0 && slug.data[end] != '-')
        end--;
    return mb_slice_first(slug, end ? end : LONGEST_SLUG);
}

mb_slice mb_short_slug(mb_arena *arena, mb_slice title)
{
    return shortened(title.size ? mb_slug(arena, title) : MB_TEXT(""));
}

mb_slice mb_known_slug(const mb_assembly *assembly, mb_slice title)
{
    return shortened(mb_known_title(assembly, title)->key);
}

/* "declaration" and its like. */
#define LONGEST_THING 16

/* Sites have tens of thousands of them, so without printf. */
mb_slice mb_numbered_id(mb_arena *arena, mb_slice item, mb_slice what, uint32_t number)
{
    char end[LONGEST_THING + sizeof "/-4294967295"], *first = end + sizeof end;
    do
        *--first = (char)('0' + number % 10);
    while (number /= 10);
    *--first = '-';
    what = mb_slice_first(what, LONGEST_THING);
    first -= what.size;
    memcpy(first, what.data, what.size);
    *--first = '/';
    return MB_JOINED(arena, item, mb_slice_between(first, end + sizeof end));
}

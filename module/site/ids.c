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

mb_slice mb_short_slug(mb_arena *arena, mb_slice title)
{
    if (title.size == 0)
        return MB_TEXT("");
    mb_slice slug = mb_slug(arena, title);
    if (slug.size <= LONGEST_SLUG)
        return slug;
    size_t end = LONGEST_SLUG;
    while (end > 0 && slug.data[end] != '-')
        end--;
    return mb_slice_first(slug, end ? end : LONGEST_SLUG);
}

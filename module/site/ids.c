/* ids.c: names for addresses, each once. */
#include "site/assembly.h"

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

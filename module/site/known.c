/* known.c: what titles and names say: worked out once for each text, however often the packs have it. */
#include "reader/people/names.h"
#include "site/assembly.h"

/* The number stands where the map has room for an address. */
static uint32_t number_of(const mb_assembly *assembly, mb_slice key)
{
    void **place = mb_map_at(assembly->title_numbers, key);
    if (!*place)
        *place = (void *)(uintptr_t)mb_map_count(assembly->title_numbers);
    return (uint32_t)(uintptr_t)*place;
}

const mb_title *mb_known_title(const mb_assembly *assembly, mb_slice printed)
{
    void **place = mb_map_at(assembly->titles, printed);
    if (!*place) {
        mb_title *title = *place = mb_new(assembly->scratch, mb_title);
        *title = mb_title_of(assembly->scratch, assembly->dialect, printed);
        title->number = number_of(assembly, title->key);
    }
    return *place;
}

static mb_bearing *bearing_of(const mb_assembly *assembly, mb_slice key)
{
    void **place = mb_map_at(assembly->bearings, key);
    if (!*place)
        *place = mb_new(assembly->scratch, mb_bearing);
    return *place;
}

/* The first text of those with the same letters. */
static mb_slice first_of_equal(const mb_assembly *assembly, mb_slice letters)
{
    void **place = mb_map_at(assembly->surnames, letters);
    if (!*place)
        *place = (void *)letters.data;
    return (mb_slice){*place, letters.size};
}

const mb_person_name *mb_known_name(const mb_assembly *assembly, mb_slice printed)
{
    void **place = mb_map_at(assembly->names, printed);
    if (!*place) {
        mb_person_name *name = *place = mb_new(assembly->scratch, mb_person_name);
        /* A person may go by it: it is part of the site. */
        *name = mb_person_name_of(assembly->arena, assembly->dialect, printed);
        name->bearing = bearing_of(assembly, name->key);
        name->surname = first_of_equal(assembly, name->surname);
    }
    return *place;
}

const mb_bearer *mb_known_bearer(const mb_assembly *assembly, mb_slice printed)
{
    void **place = mb_map_at(assembly->bearers, printed);
    if (!*place) {
        mb_bearer *bearer = *place = mb_new(assembly->scratch, mb_bearer);
        const mb_reader words = {.dialect = assembly->dialect};
        if (words.dialect)
            printed = mb_bare_name(&words, printed, &bearer->honorific);
        bearer->name = mb_known_name(assembly, printed);
    }
    return *place;
}

const mb_list *mb_known_bearers(const mb_assembly *assembly, mb_slice printed)
{
    void **place = mb_map_at(assembly->together, printed);
    if (*place)
        return *place;
    mb_list *bearers = *place = mb_new(assembly->scratch, mb_list);
    while (printed.size) {
        size_t joint = mb_slice_find(printed, MB_TEXT(" and "), 0);
        mb_slice name = mb_slice_first(printed, joint);
        mb_list_push(assembly->scratch, bearers, (void *)mb_known_bearer(assembly, name));
        printed = joint == SIZE_MAX ? MB_NOTHING : mb_slice_from(printed, joint + strlen(" and "));
    }
    return bearers;
}

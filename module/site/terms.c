/* terms.c: the terms that papers explain, each once. */
#include "core/unicode.h"
#include "site/assembly.h"

/* Of several explanations the newest pack's holds. */
typedef struct known_term {
    mb_slice key; /* the term, whatever its case */
    mb_slice date;
    mb_glossary_entry *entry;
} known_term;

static void learn(mb_assembly *assembly, mb_map *by_key, mb_list *terms, const mb_bundle *bundle,
                  mb_glossary_entry *entry)
{
    mb_slice key = mb_fold_case(assembly->scratch, entry->term);
    void **place = mb_map_at(by_key, key);
    if (!*place)
        *place = mb_list_add(assembly->scratch, terms, known_term);
    known_term *term = *place;
    if (!term->entry || mb_slice_compare(term->date, bundle->date) <= 0)
        *term = (known_term){key, bundle->date, entry};
}

static int by_term(const void *a, const void *b)
{
    return mb_slice_compare((*(known_term *const *)a)->key, (*(known_term *const *)b)->key);
}

void mb_gather_terms(mb_assembly *assembly)
{
    mb_map *by_key = mb_map_new(assembly->scratch);
    mb_list terms = {0};
    for (uint32_t i = 0; i < assembly->count; i++) {
        const mb_list *entries = &assembly->bundles[i].pack->glossary;
        for (uint32_t k = 0; k < entries->count; k++) {
            mb_glossary_entry *entry = entries->items[k];
            if (entry->term.size > 0 && entry->meaning.size > 0)
                learn(assembly, by_key, &terms, &assembly->bundles[i], entry);
        }
    }
    mb_sort_list(&terms, by_term);
    mb_list_reserve(assembly->arena, &assembly->site->glossary, terms.count);
    for (uint32_t i = 0; i < terms.count; i++)
        mb_list_push(assembly->arena, &assembly->site->glossary, ((const known_term *)terms.items[i])->entry);
}

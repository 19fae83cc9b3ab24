/* words_of.h: the words of a source and the words of the model's text, to see that none is lost or told twice.
 *
 * A word is a run of ASCII letters and digits: bullets and Markdown's marks are none. */
#ifndef MB_WORDS_OF_H
#define MB_WORDS_OF_H

#include <ctype.h>

#include "model/words.h"
#include "model_walk.h"
#include "reading_of.h"

typedef struct words {
    mb_slice *items;
    size_t count, capacity;
} words;

static inline void add_words(words *all, mb_slice text)
{
    for (size_t i = 0; i < text.size;) {
        size_t from = i;
        while (i < text.size && isalnum((unsigned char)text.data[i]))
            i++;
        if (i == from) {
            i++;
            continue;
        }
        if (all->count == all->capacity) {
            all->capacity = all->capacity ? all->capacity * 2 : 1024;
            all->items = realloc(all->items, all->capacity * sizeof *all->items);
        }
        all->items[all->count++] = mb_slice_between(text.data + from, text.data + i);
    }
}

static inline void add_strings(words *all, const mb_strings *strings)
{
    for (uint32_t i = 0; i < strings->count; i++)
        add_words(all, strings->items[i]);
}

static inline void add_model_words(words *all, const mb_type_info *type, const void *record)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; record && i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (!mb_holds_text(type, field) || !mb_field_exists(field, record))
            continue;
        const void *value = field_of(record, field);
        if (field->kind == MB_KIND_string)
            add_words(all, *(const mb_slice *)value);
        else if (field->kind == MB_KIND_strings)
            add_strings(all, value);
        else if (field->kind == MB_KIND_record)
            add_model_words(all, field->type, *(const void *const *)value);
        const mb_list *list = field->kind == MB_KIND_list || field->kind == MB_KIND_rows ? value : NULL;
        for (uint32_t j = 0; list && j < list->count; j++)
            if (field->kind == MB_KIND_rows)
                add_strings(all, list->items[j]);
            else
                add_model_words(all, field->type, list->items[j]);
    }
}

static inline int compare_words(const void *a, const void *b)
{
    return mb_slice_compare(*(const mb_slice *)a, *(const mb_slice *)b);
}

static inline void sort_words(words *all)
{
    if (all->count)
        qsort(all->items, all->count, sizeof *all->items, compare_words);
}

/* The first word that the source has more often than the model (a lost one) or less often (one told twice): NOTHING
 * where there is none. */
static inline mb_slice odd_word(words *source, words *model, bool *lost)
{
    sort_words(source);
    sort_words(model);
    size_t i = 0;
    while (i < source->count && i < model->count && mb_slice_equal(source->items[i], model->items[i]))
        i++;
    if (i == source->count && i == model->count)
        return MB_NOTHING;
    *lost = i == model->count || (i < source->count && mb_slice_compare(source->items[i], model->items[i]) < 0);
    return *lost ? source->items[i] : model->items[i];
}

/* Whether every word of the source is in the pack's text exactly once; says which isn't. */
static inline bool keeps_every_word(mb_slice source, const mb_pack *pack)
{
    words printed = {0}, told = {0};
    bool lost = false;
    add_words(&printed, source);
    add_model_words(&told, mb_type_of(pack), pack);
    mb_slice odd = odd_word(&printed, &told, &lost);
    if (odd.data)
        print_error("the word \"%.*s\" is %s\n", MB_ARG(odd), lost ? "lost" : "told more often than printed");
    free(printed.items);
    free(told.items);
    return !odd.data;
}

#endif

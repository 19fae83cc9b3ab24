/* nouns.c: what the objects of a pack can be called, and which types a noun can mean.
 *
 *     field `members` of Member        "members", "member"
 *     field `agenda` of AgendaItem     "agenda", "agenda item", "item"
 *     field `blocks` of Block          "blocks", "block", and by their type: "paragraph", "list", …        */
#include "model/atlas.h"

#define MOST_TYPES 64 /* three times what the model has; the bits of mb_type_set */

static uint32_t position_of(const mb_type_info *type)
{
    uint32_t i = 0;
    while (i < mb_type_count && mb_types[i] != type)
        i++;
    return i;
}

mb_type_set mb_set_of(const mb_type_info *type)
{
    uint32_t position = position_of(type);
    return position < MOST_TYPES ? (mb_type_set)1 << position : 0;
}

bool mb_type_in(mb_type_set types, const mb_type_info *type)
{
    return types & mb_set_of(type);
}

const mb_type_info *mb_next_type(mb_type_set types, uint32_t *position)
{
    while (*position < mb_type_count && *position < MOST_TYPES) {
        uint32_t at = (*position)++;
        if (types >> at & 1)
            return mb_types[at];
    }
    return NULL;
}

/* ---- the table of nouns ---- */

static void add_noun(mb_atlas *atlas, mb_slice words, const mb_field_info *field, uint32_t value)
{
    mb_noun *noun = mb_list_add(atlas->arena, &atlas->nouns, mb_noun);
    *noun = (mb_noun){words, field, value};
}

mb_slice mb_spaced(mb_arena *arena, const char *name)
{
    mb_slice words = mb_arena_copy(arena, mb_slice_of(name));
    for (char *at = (char *)words.data; *at; at++)
        if (*at == '_')
            *at = ' ';
    return words;
}

/* "members" is of "member", "entries" of "entry"; "minutes" are an object and not a list. */
static mb_slice singular(mb_arena *arena, mb_slice plural)
{
    if (mb_slice_ends(plural, MB_TEXT("ies")))
        return mb_arena_printf(arena, "%.*sy", (int)(plural.size - strlen("ies")), plural.data);
    if (mb_slice_ends(plural, MB_TEXT("s")))
        return mb_arena_copy(arena, mb_slice_first(plural, plural.size - 1));
    return MB_NOTHING;
}

/* The words of the option that decides which fields an object has, or NULL where all have the same. */
static const mb_choices_info *sorts_of(const mb_type_info *type)
{
    const mb_field_info *first = type->fields().items;
    return mb_sorts_fields(first, type) ? first->choices : NULL;
}

static void name_field(mb_atlas *atlas, const mb_field_info *field)
{
    mb_slice name = mb_spaced(atlas->arena, field->name), type = mb_spaced(atlas->arena, field->type->name);
    add_noun(atlas, name, field, 0);
    mb_slice one = field->kind == MB_KIND_list ? singular(atlas->arena, name) : MB_NOTHING;
    if (one.size)
        add_noun(atlas, one, field, 0);
    if (!mb_slice_equal(type, name) && !mb_slice_equal(type, one))
        add_noun(atlas, type, field, 0);
    mb_slice last = mb_slice_last_word(type);
    if (!mb_slice_equal(last, type) && !mb_slice_equal(last, name) && !mb_slice_equal(last, one))
        add_noun(atlas, last, field, 0);
    const mb_choices_info *sorts = sorts_of(field->type);
    for (uint32_t value = 1; sorts && value < sorts->count; value++)
        add_noun(atlas, mb_slice_of(mb_choice_word(sorts, value)), field, value);
}

mb_atlas *mb_atlas_new(mb_arena *arena)
{
    mb_atlas *atlas = mb_new(arena, mb_atlas);
    atlas->arena = arena;
    mb_type_set all = mb_types_within(mb_set_of(mb_type_of(pack)));
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(all, &at));) {
        mb_fields fields = type->fields();
        for (uint32_t i = 0; i < fields.count; i++)
            if (mb_leads_down(&fields.items[i]))
                name_field(atlas, &fields.items[i]);
    }
    return atlas;
}

const mb_noun *mb_noun_for(const mb_atlas *atlas, const mb_field_info *field, mb_slice words)
{
    for (uint32_t i = 0; i < atlas->nouns.count; i++) {
        const mb_noun *noun = atlas->nouns.items[i];
        if (noun->field == field && mb_slice_equal(noun->words, words))
            return noun;
    }
    return NULL;
}

bool mb_is_called(const mb_noun *noun, const void *object)
{
    if (!noun->value)
        return true;
    uint32_t value;
    memcpy(&value, (const char *)object + noun->field->type->fields().items[0].offset, sizeof value);
    return value == noun->value;
}

/* ---- what leads where ---- */

mb_type_set mb_types_within(mb_type_set types)
{
    mb_type_set before = 0, all = types;
    while (before != all) {
        before = all;
        const mb_type_info *type;
        for (uint32_t at = 0; (type = mb_next_type(before, &at));) {
            mb_fields fields = type->fields();
            for (uint32_t i = 0; i < fields.count; i++)
                if (mb_leads_down(&fields.items[i]))
                    all |= mb_set_of(fields.items[i].type);
        }
    }
    return all;
}

static bool belongs_to(const mb_type_info *type, const mb_field_info *field)
{
    mb_fields fields = type->fields();
    return field >= fields.items && field < fields.items + fields.count;
}

mb_type_set mb_types_called(const mb_atlas *atlas, mb_type_set from, mb_slice words)
{
    mb_type_set within = mb_types_within(from), found = 0;
    for (uint32_t i = 0; i < atlas->nouns.count; i++) {
        const mb_noun *noun = atlas->nouns.items[i];
        const mb_type_info *type;
        if (mb_slice_equal(noun->words, words))
            for (uint32_t at = 0; (type = mb_next_type(within, &at));)
                if (belongs_to(type, noun->field))
                    found |= mb_set_of(noun->field->type);
    }
    return found;
}

mb_type_set mb_types_above(const mb_atlas *atlas, mb_type_set from, mb_slice words, mb_type_set wanted)
{
    mb_type_set found = 0;
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(from, &at));)
        if (mb_types_called(atlas, mb_set_of(type), words) & wanted)
            found |= mb_set_of(type);
    return found;
}

mb_slice mb_types_in_words(mb_arena *arena, mb_type_set types)
{
    mb_slice words = MB_TEXT("");
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(types, &at));)
        words = mb_arena_printf(arena, "%.*s%s%.*s", MB_ARG(words), words.size ? " or " : "",
                                MB_ARG(mb_spaced(arena, type->name)));
    return words;
}

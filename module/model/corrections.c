/* corrections.c: reads corrections, and checks all that can be checked without a pack. */
#include "model/corrections.h"

#include "core/file.h"
#include "core/nearest.h"
#include "model/atlas.h"
#include "model/value.h"

typedef struct parser {
    mb_arena *arena;
    const char *file;
    mb_atlas *atlas;
    mb_error *error;
} parser;

static const char AT[] = "at";

/* ---- fields, before there is a pack ---- */

/* What an object is decides which fields it has: it must be something. */
static bool takes(parser *p, const mb_type_info *type, const mb_field_info *field, const mb_yaml *node, mb_error *error)
{
    mb_value value;
    if (mb_value_read(p->arena, field, node, p->file, &value, error) != 0)
        return false;
    if (value.choice || !mb_sorts_fields(field, type))
        return true;
    mb_yaml_fail(node, p->file, error, "'%s' can't be null", field->name);
    return false;
}

static bool can_have(parser *p, const mb_type_info *type, const mb_field_change *c, mb_error *error)
{
    const mb_field_info *field = mb_field_find(type, c->entry->key);
    return field && mb_is_value(field) && takes(p, type, field, c->was, error) && takes(p, type, field, c->is, error);
}

/* Those of `types` that have all the fields, with values of the right type. */
static mb_type_set types_with(parser *p, const mb_correction *c, mb_type_set types)
{
    mb_type_set kept = 0;
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(types, &at));) {
        uint32_t had = 0;
        while (had < c->count && can_have(p, type, &c->changes[had], NULL))
            had++;
        if (had == c->count)
            kept |= mb_set_of(type);
    }
    return kept;
}

static const mb_field_info *find_field(mb_type_set types, mb_slice name, const mb_type_info **of)
{
    const mb_field_info *found = NULL;
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(types, &at));) {
        const mb_field_info *field = mb_field_find(type, name);
        if (field && (!found || mb_is_value(field))) {
            found = field;
            *of = type;
        }
    }
    return found;
}

static const char *name_at(const void *names, size_t i)
{
    return ((const mb_strings *)names)->items[i].data;
}

static mb_strings names_of_values(mb_arena *arena, mb_type_set types)
{
    mb_strings names = {0};
    const mb_type_info *type;
    for (uint32_t at = 0; (type = mb_next_type(types, &at));) {
        mb_fields fields = type->fields();
        for (uint32_t i = 0; i < fields.count; i++)
            if (mb_is_value(&fields.items[i]))
                mb_strings_push(arena, &names, mb_slice_of(fields.items[i].name));
    }
    return names;
}

static int refuse_field(parser *p, const mb_field_change *c, mb_type_set types)
{
    mb_strings names = names_of_values(p->arena, types);
    const char *nearest = mb_nearest(c->entry->key, names.count, name_at, &names);
    mb_where where = {p->file, c->entry->key_line, c->entry->key_column};
    mb_slice of = mb_types_in_words(p->arena, types);
    mb_fail_at(p->error, MB_EFORMAT, where,
               nearest ? "'%.*s' is no field of %.*s (did you mean '%s'?)" : "'%.*s' is no field of %.*s",
               MB_ARG(c->entry->key), MB_ARG(of), nearest);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < names.count; i++)
        all = mb_arena_printf(p->arena, "%.*s%s%.*s", MB_ARG(all), i ? ", " : "", MB_ARG(names.items[i]));
    mb_advise(p->error, "the fields: %.*s", MB_ARG(all));
    return MB_EFORMAT;
}

static int refuse_objects(parser *p, const mb_field_change *c, const mb_field_info *field)
{
    mb_where where = {p->file, c->entry->key_line, c->entry->key_column};
    mb_fail_at(p->error, MB_EFORMAT, where, "'%s' is no value that can be corrected", field->name);
    if (mb_leads_down(field))
        mb_advise(p->error, "put its name into the address, and correct a field of what it holds");
    else
        mb_advise(p->error, "it follows from other values: correct those");
    return MB_EFORMAT;
}

/* Says of a correction that fits no type what is wrong with it: the first field that none has, the first value that
 * none takes; else its fields are of different things. */
static int refuse_fields(parser *p, const mb_correction *c)
{
    mb_type_set types = mb_address_types(&c->address);
    for (uint32_t i = 0; i < c->count; i++) {
        const mb_type_info *of = NULL;
        const mb_field_info *field = find_field(types, c->changes[i].entry->key, &of);
        if (!field)
            return refuse_field(p, &c->changes[i], types);
        if (!mb_is_value(field))
            return refuse_objects(p, &c->changes[i], field);
        mb_correction alone = {.changes = &c->changes[i], .count = 1};
        if (!types_with(p, &alone, types)) {
            can_have(p, of, &c->changes[i], p->error);
            return MB_EFORMAT;
        }
    }
    return mb_yaml_fail(c->node, p->file, p->error, "nothing that can be meant here has all of these fields");
}

/* ---- the file ---- */

static int read_change(parser *p, const mb_yaml *entry, mb_field_change *out)
{
    static const char *const keys[] = {"was", "is", NULL};
    out->entry = entry;
    if (entry->kind != MB_YAML_MAPPING) {
        mb_yaml_fail(entry, p->file, p->error, "'%.*s' needs what was read and what is right", MB_ARG(entry->key));
        mb_advise(p->error, "write it as `%.*s: {was: …, is: …}`", MB_ARG(entry->key));
        return MB_EFORMAT;
    }
    int code = mb_yaml_only(entry, p->file, keys, p->error);
    out->was = mb_yaml_get(entry, "was");
    out->is = mb_yaml_get(entry, "is");
    if (!code && (!out->was || !out->is)) {
        code = mb_yaml_fail(entry, p->file, p->error, "'%.*s' doesn't say `%s`", MB_ARG(entry->key),
                            out->was ? "is" : "was");
        mb_advise(p->error, "write it as `%.*s: {was: …, is: …}`; `null` says that there is nothing",
                  MB_ARG(entry->key));
    }
    return code;
}

static int read_changes(parser *p, const mb_yaml *node, mb_correction *out)
{
    out->changes = mb_new_array(p->arena, mb_field_change, node->items.count);
    for (uint32_t i = 0; i < node->items.count; i++) {
        const mb_yaml *entry = node->items.items[i];
        if (mb_slice_equal(entry->key, mb_slice_of(AT)))
            continue;
        int code = read_change(p, entry, &out->changes[out->count++]);
        if (code)
            return code;
    }
    if (out->count)
        return 0;
    mb_yaml_fail(node, p->file, p->error, "this correction names no field");
    mb_advise(p->error, "say what is to be changed: `title: {was: …, is: …}`");
    return MB_EFORMAT;
}

static int read_correction(parser *p, const mb_yaml *node, mb_correction *out)
{
    const mb_yaml *at = mb_yaml_get(node, AT);
    if (!at || at->kind != MB_YAML_SCALAR) {
        mb_yaml_fail(at ? at : node, p->file, p->error, "this correction doesn't say what it is of");
        mb_advise(p->error, "begin it with an address: `- at: meeting 2025-11-04, item 9`");
        return MB_EFORMAT;
    }
    out->node = node;
    int code = mb_address_read(p->atlas, at, p->file, &out->address, p->error);
    if (!code)
        code = read_changes(p, node, out);
    if (code)
        return code;
    mb_type_set types = types_with(p, out, mb_address_types(&out->address));
    if (!types)
        return refuse_fields(p, out);
    mb_address_narrow(p->atlas, &out->address, types);
    return 0;
}

static int read_document(parser *p, const mb_yaml *root, mb_corrections *out)
{
    bool empty = root->kind == MB_YAML_MAPPING && root->items.count == 0;
    if (root->kind != MB_YAML_SEQUENCE && !empty) {
        mb_yaml_fail(root, p->file, p->error, "corrections are a list");
        mb_advise(p->error, "begin each with a hyphen: `- at: meeting 2025-11-04, item 9`");
        return MB_EFORMAT;
    }
    if (root->items.count > MB_MOST_CORRECTIONS)
        return mb_fail_at(p->error, MB_ELIMIT, (mb_where){p->file, root->line, root->column},
                          "there are over %d corrections: is the reading of this pack of any use?",
                          MB_MOST_CORRECTIONS);
    for (uint32_t i = 0; i < root->items.count; i++) {
        int code = read_correction(p, root->items.items[i], mb_list_add(p->arena, &out->list, mb_correction));
        if (code)
            return code;
    }
    return 0;
}

static int read_corrections(mb_arena *arena, const char *file, const mb_yaml *root, mb_corrections **out,
                            mb_error *error)
{
    mb_corrections *corrections = mb_new(arena, mb_corrections);
    corrections->file = mb_arena_copy(arena, mb_slice_of(file)).data;
    corrections->arena = arena;
    corrections->atlas = mb_atlas_new(arena);
    parser p = {arena, corrections->file, corrections->atlas, error};
    int code = read_document(&p, root, corrections);
    if (!code)
        *out = corrections;
    return code;
}

int mb_corrections_parse(mb_arena *arena, const char *file, mb_slice text, mb_corrections **out, mb_error *error)
{
    mb_yaml *root;
    int code = mb_yaml_parse(arena, file, text, &root, error);
    return code ? code : read_corrections(arena, file, root, out, error);
}

const char *mb_corrections_path(mb_arena *arena, const char *folder, const char *path)
{
    mb_slice stem = mb_path_stem(path);
    mb_slice name = mb_arena_printf(arena, "corrections/%.*s.yaml", MB_ARG(stem));
    return mb_path_join(arena, folder, name.data);
}

/* kept_ids.c: see kept_ids.h. */
#include "site/kept_ids.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/buffer.h"
#include "core/file.h"
#include "core/form.h"
#include "model/diagnose.h"

/* The ids of 10,000 packs: what the parser of YAML takes is less. */
#define FILE_CEILING ((size_t)64 << 20)

/* Other names of everything: a site of 5,000 packs needs 100 MiB. */
#define SCRATCH_CEILING ((size_t)1 << 30)

/* An id leads to one that leads to one: names get better more often than this in no site. */
#define MOST_STEPS 8

/* Items stand below meetings, as their ids do. */
static const struct {
    const char *name;
    const mb_type_info *type;
    size_t list, id;
    const char *noun;
} kinds[MB_KEPT_KINDS] = {
    {"panels", mb_type_of(panel), offsetof(mb_site_record, panels), offsetof(mb_panel, id), "panel"},
    {"meetings", mb_type_of(site_meeting), offsetof(mb_site_record, meetings), offsetof(mb_site_meeting, id),
     "meeting"},
    {"items", mb_type_of(site_item), offsetof(mb_site_record, meetings), offsetof(mb_site_item, id),
     "item of business"},
    {"people", mb_type_of(site_person), offsetof(mb_site_record, people), offsetof(mb_site_person, id), "person"},
    {"reports", mb_type_of(site_report), offsetof(mb_site_record, reports), offsetof(mb_site_report, id), "paper"},
};

int mb_kept_kind(const mb_type_info *type)
{
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++)
        if (kinds[kind].type == type)
            return kind;
    return -1;
}

static mb_slice id_of(int kind, const void *object)
{
    return *(const mb_slice *)((const char *)object + kinds[kind].id);
}

/* --- Reading --- */

/* What a slug can be, so that no id, however changed, makes a build write outside its folder. */
static bool is_slug(mb_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c != '-' && c < 0x80 && !(isdigit(c) || islower(c)))
            return false;
    }
    return text.size > 0;
}

static bool is_id(mb_slice text)
{
    size_t slash = mb_slice_find(text, MB_TEXT("/"), 0);
    return slash == SIZE_MAX ? is_slug(text)
                             : is_slug(mb_slice_first(text, slash)) && is_slug(mb_slice_from(text, slash + 1));
}

static void add_id(mb_form_reading *r, mb_list *out, mb_slice id, bool is_right, const mb_yaml *entry)
{
    mb_slice now = mb_yaml_says_nothing(entry) ? MB_NOTHING : entry->text;
    if (is_right && entry->kind == MB_YAML_SCALAR && (!now.data || is_id(now)))
        *mb_list_add(r->arena, out, mb_kept_id) = (mb_kept_id){id, now, entry->key_line};
    else
        mb_form_complain(r, entry, "write it as `old-id: new-id`, in small letters, digits and hyphens",
                         "'%.*s' is no id, or leads to none", MB_ARG(id));
}

/* Items stand below their meeting; one of which no item was published has nothing below it. */
static void read_items(mb_form_reading *r, const mb_yaml *meeting, mb_list *out)
{
    if (meeting->kind != MB_YAML_MAPPING && !mb_yaml_says_nothing(meeting))
        mb_form_complain(r, meeting,
                         "a meeting here holds its items, each in a line of its own, indented, with a colon",
                         "'%.*s' holds no items", MB_ARG(meeting->key));
    for (uint32_t i = 0; meeting->kind == MB_YAML_MAPPING && i < meeting->items.count; i++) {
        const mb_yaml *item = meeting->items.items[i];
        mb_slice id = mb_arena_printf(r->arena, "%.*s/%.*s", MB_ARG(meeting->key), MB_ARG(item->key));
        add_id(r, out, id, is_id(id), item);
    }
}

static void read_kind(mb_form_reading *r, int kind, const mb_yaml *ids, mb_list *out)
{
    if (ids->kind != MB_YAML_MAPPING) {
        if (!mb_yaml_says_nothing(ids))
            mb_form_complain(r, ids, NULL, "'%.*s' holds ids, each with a colon behind it", MB_ARG(ids->key));
        return;
    }
    for (uint32_t i = 0; i < ids->items.count; i++) {
        const mb_yaml *entry = ids->items.items[i];
        if (kinds[kind].type == mb_type_of(site_item))
            read_items(r, entry, out);
        else
            add_id(r, out, entry->key, is_slug(entry->key), entry);
    }
}

int mb_kept_ids_read(mb_arena *arena, const char *folder, mb_problems *problems, mb_kept_ids *out, mb_error *error)
{
    *out = (mb_kept_ids){.file = mb_path_join(arena, folder, "ids.yaml")};
    const char *known[MB_KEPT_KINDS + 1] = {NULL};
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++)
        known[kind] = kinds[kind].name;
    if (!mb_is_file(out->file))
        return 0;

    mb_slice text;
    mb_yaml *document;
    int code = mb_file_read(arena, out->file, FILE_CEILING, &text, error);
    if (!code)
        code = mb_yaml_parse(arena, out->file, text, &document, error);
    if (!code)
        code = mb_yaml_only(document, out->file, known, error);
    if (code)
        return code;
    mb_form_reading reading = {.arena = arena, .file = out->file, .problems = problems, .error = error};
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++) {
        const mb_yaml *ids = mb_yaml_get(document, kinds[kind].name);
        if (ids)
            read_kind(&reading, kind, ids, &out->of[kind]);
    }
    return reading.code;
}

/* --- Where they lead --- */

/* What an id of one kind can mean. */
typedef struct meanings {
    mb_map *current; /* object by id */
    mb_map *former;  /* object by an id that it may have had; `unclear` where several may */
    mb_map *kept;    /* mb_kept_id by id */
    mb_map *sources; /* by an id the current one that ids.yaml once led there */
} meanings;

static char unclear;

static void add_current(mb_arena *scratch, int kind, void *object, meanings *out)
{
    (void)scratch;
    *mb_map_at(out->current, id_of(kind, object)) = object;
}

static void add_former(mb_arena *scratch, int kind, void *object, meanings *out)
{
    mb_strings former = {0};
    mb_former_ids(scratch, kinds[kind].type, object, &former);
    for (uint32_t i = 0; i < former.count; i++) {
        void **place = mb_map_at(out->former, former.items[i]);
        *place = *place && *place != object ? &unclear : object;
    }
}

static void each_object(mb_arena *scratch, int kind, const mb_site_record *site,
                        void (*take)(mb_arena *scratch, int kind, void *object, meanings *out), meanings *out)
{
    const mb_list *list = (const mb_list *)((const char *)site + kinds[kind].list);
    for (uint32_t i = 0; i < list->count; i++) {
        if (kinds[kind].type != mb_type_of(site_item)) {
            take(scratch, kind, list->items[i], out);
            continue;
        }
        const mb_list *items = &((const mb_site_meeting *)list->items[i])->items;
        for (uint32_t k = 0; k < items->count; k++)
            take(scratch, kind, items->items[k], out);
    }
}

/* Former names matter only where something has gone, which is seldom. */
static meanings meanings_of(mb_arena *scratch, int kind, const mb_list *kept, const mb_site_record *site)
{
    meanings all = {mb_map_new(scratch), mb_map_new(scratch), mb_map_new(scratch), mb_map_new(scratch)};
    bool any_gone = false;
    each_object(scratch, kind, site, add_current, &all);
    for (uint32_t i = 0; i < kept->count; i++) {
        mb_kept_id *one = kept->items[i];
        void *object = mb_map_get(all.current, one->id);
        any_gone = any_gone || !object;
        *mb_map_at(all.kept, one->id) = one;
        if (one->now.size && object)
            *mb_map_at(all.sources, one->now) = object;
    }
    if (any_gone)
        each_object(scratch, kind, site, add_former, &all);
    return all;
}

/* What has the id now: by its name, by what ids.yaml says, by a former name of something, or, where a name has become what
 * it was before, by the way back. */
static const void *object_of(const meanings *all, mb_slice id, int steps)
{
    const void *found = mb_map_get(all->current, id);
    const mb_kept_id *kept = mb_map_get(all->kept, id);
    if (!found && kept && kept->now.size && steps < MOST_STEPS)
        found = object_of(all, kept->now, steps + 1);
    if (!found)
        found = mb_map_get(all->former, id);
    if (found == &unclear)
        found = NULL;
    return found ? found : mb_map_get(all->sources, id);
}

/* The ids that lead nowhere in one way: the first of them stands for all. */
typedef struct lost_ids {
    const mb_kept_id *first;
    uint32_t count;
} lost_ids;

static void remark(mb_arena *arena, mb_site_record *site, int kind, const lost_ids *lost)
{
    const mb_kept_id *first = lost->first;
    if (!first)
        return;
    mb_diagnostic *diagnostic = mb_new(arena, mb_diagnostic);
    *diagnostic = (mb_diagnostic){.place = {.line = first->line},
                                  .severity = mb_codes[mb_code_address_lost].severity,
                                  .code = mb_slice_of(mb_codes[mb_code_address_lost].code)};
    uint32_t others = lost->count - 1;
    mb_slice more =
        others ? mb_arena_printf(arena, " (and so with %u other%s)", others, others > 1 ? "s" : "") : MB_TEXT("");
    if (first->now.size)
        diagnostic->message =
            mb_arena_printf(arena, "'%.*s' leads to '%.*s', which no %s has%.*s; write what has its place now",
                            MB_ARG(first->id), MB_ARG(first->now), kinds[kind].noun, MB_ARG(more));
    else
        diagnostic->message = mb_arena_printf(arena,
                                              "'%.*s' was published, and no %s has it now%.*s; "
                                              "what took its place can be written behind it",
                                              MB_ARG(first->id), kinds[kind].noun, MB_ARG(more));
    mb_list_push(arena, &site->diagnostics, diagnostic);
}

static void lose(lost_ids *lost, const mb_kept_id *one)
{
    if (lost->count++ == 0)
        lost->first = one;
}

static void settle(mb_arena *arena, mb_arena *scratch, int kind, mb_list *kept, mb_site_record *site, mb_list *moved)
{
    lost_ids gone = {0}, misled = {0};
    if (kept->count == 0)
        return;
    const meanings all = meanings_of(scratch, kind, kept, site);
    for (uint32_t i = 0; i < kept->count; i++) {
        mb_kept_id *one = kept->items[i];
        const void *object = object_of(&all, one->id, 0);
        bool is_current = mb_map_get(all.current, one->id) != NULL;
        if (object && !is_current)
            *mb_list_add(arena, moved, mb_moved_id) = (mb_moved_id){kinds[kind].type, one->id, object};
        if (object)
            one->now = is_current ? MB_NOTHING : id_of(kind, object);
        else
            lose(one->now.size ? &misled : &gone, one);
    }
    remark(arena, site, kind, &gone);
    remark(arena, site, kind, &misled);
}

static int settle_all(mb_arena *arena, mb_arena *scratch, mb_kept_ids *ids, mb_site_record *site, mb_list *moved,
                      mb_error *error)
{
    if (mb_arena_guard(scratch))
        return mb_fail_exhausted(error, mb_arena_failure(scratch), "finding what has moved");
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++)
        settle(arena, scratch, kind, &ids->of[kind], site, moved);
    return 0;
}

int mb_settle_kept_ids(mb_arena *arena, mb_kept_ids *ids, mb_site_record *site, mb_list *moved, mb_error *error)
{
    mb_arena *scratch;
    int code = mb_arena_new(SCRATCH_CEILING, &scratch);
    if (code)
        return mb_fail_exhausted(error, code, "finding what has moved");
    code = settle_all(arena, scratch, ids, site, moved, error);
    mb_arena_free(scratch);
    return code;
}

/* --- Writing --- */

static int by_id(const void *a, const void *b)
{
    return mb_slice_compare((*(mb_kept_id *const *)a)->id, (*(mb_kept_id *const *)b)->id);
}

static void keep(mb_arena *arena, mb_list *ids, const mb_strings *published)
{
    mb_map *known = mb_map_new(arena);
    for (uint32_t i = 0; i < ids->count; i++)
        *mb_map_at(known, ((const mb_kept_id *)ids->items[i])->id) = ids->items[i];
    for (uint32_t i = 0; i < published->count; i++) {
        void **place = mb_map_at(known, published->items[i]);
        if (*place)
            continue;
        mb_kept_id *added = mb_list_add(arena, ids, mb_kept_id);
        added->id = published->items[i];
        *place = added;
    }
    if (ids->count > 1)
        qsort(ids->items, ids->count, sizeof *ids->items, by_id);
}

void mb_keep_ids(mb_arena *arena, mb_kept_ids *ids, const mb_strings published[MB_KEPT_KINDS])
{
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++)
        keep(arena, &ids->of[kind], &published[kind]);
}

/* An id below a meeting's stands below it; `above` is the one before it that did. */
static void write_id(const mb_kept_id *one, mb_slice *above, mb_buffer *out)
{
    size_t slash = mb_slice_find(one->id, MB_TEXT("/"), 0);
    mb_slice last = one->id;
    if (slash != SIZE_MAX) {
        mb_slice parent = mb_slice_first(one->id, slash);
        if (!mb_slice_equal(parent, *above))
            mb_buffer_printf(out, "  %.*s:\n", MB_ARG(parent));
        *above = parent;
        mb_buffer_text(out, "  ");
        last = mb_slice_from(one->id, slash + 1);
    }
    mb_buffer_printf(out, "  %.*s:%s%.*s\n", MB_ARG(last), one->now.size ? " " : "", MB_ARG(one->now));
}

static void write_all(const mb_kept_ids *ids, mb_buffer *out)
{
    mb_buffer_text(
        out, "# The addresses that this site has published. `minutebook build` adds to them and takes none away:\n"
             "# keep this file with the site, and no link to it breaks. `old: new` leads from one to another.\n");
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++) {
        const mb_list *list = &ids->of[kind];
        mb_slice above = MB_NOTHING;
        if (list->count)
            mb_buffer_printf(out, "%s:\n", kinds[kind].name);
        for (uint32_t i = 0; i < list->count; i++)
            write_id(list->items[i], &above, out);
    }
}

static bool holds(mb_arena *arena, const char *file, mb_slice content)
{
    mb_slice found;
    return mb_is_file(file) && mb_file_read(arena, file, FILE_CEILING, &found, NULL) == 0 &&
           mb_slice_equal(found, content);
}

/* Beside it first, so that it is there whole or as it was. */
static int replace(mb_arena *arena, const char *file, mb_slice content, mb_error *error)
{
    const char *beside = mb_arena_printf(arena, "%s.new", file).data;
    int code = mb_file_write(beside, content, error);
    if (!code && rename(beside, file) != 0)
        code = mb_fail_errno(error, file, "can't be replaced");
    if (code) {
        remove(beside);
        mb_advise(error,
                  "the site is published, but its addresses aren't noted: make its folder writable and build again");
    }
    return code;
}

int mb_kept_ids_write(mb_arena *arena, const mb_kept_ids *ids, mb_error *error)
{
    mb_buffer text = mb_buffer_make(FILE_CEILING);
    write_all(ids, &text);
    int code = text.failed ? mb_fail_exhausted(error, text.failed, "listing the addresses of the site") : 0;
    if (!code && !holds(arena, ids->file, mb_buffer_slice(&text)))
        code = replace(arena, ids->file, mb_buffer_slice(&text), error);
    mb_buffer_free(&text);
    return code;
}

/* data.c: see data.h. */
#include "publish/data.h"

#include "model/json.h"
#include "model/json_schema.h"
#include "publish/files.h"

static bool is_public(const mb_type_info *type, const void *record)
{
    return type != mb_type_of(site_person) || !((const mb_site_person *)record)->hidden;
}

/* No list of a site has as many bytes as its packs; a PDF's text has lines of that length. */
#define BYTES_OF_A_LINE 100

/* Whether what is of the whole site stays below the ceiling of a file; in a larger one each object still has its own. */
static bool fits_in_a_file(const mb_site_record *site)
{
    int64_t text = 0;
    for (uint32_t i = 0; i < site->packs.count; i++) {
        const mb_source *source = ((const mb_pack *)site->packs.items[i])->source;
        bool is_pdf = source && source->format == mb_source_format_pdf;
        if (source)
            text += is_pdf ? source->lines.value * BYTES_OF_A_LINE : source->bytes.value;
    }
    return text < (int64_t)MB_DATA_CEILING;
}

/* What a file holds: an object, or of the site a list. */
typedef struct subject {
    const mb_type_info *type;
    const void *record;
    const mb_field_info *list;
} subject;

static int make_record(const mb_publication *publication, const void *wanted, mb_buffer *out, mb_error *error)
{
    const subject *of = wanted;
    const mb_json_view view = {publication->site->record, is_public, of->type == mb_type_of(site_record)};
    int code = of->list ? mb_json_write_list(of->list, of->record, &view, out)
                        : mb_json_write_view(of->type, of->record, &view, out);
    return code ? mb_fail_exhausted(error, code, "writing the site's data") : 0;
}

static int make_schema(const mb_publication *publication, const void *wanted, mb_buffer *out, mb_error *error)
{
    (void)publication;
    (void)wanted;
    int code = mb_json_schema(out);
    return code ? mb_fail_exhausted(error, code, "writing the schema of the site's data") : 0;
}

static void add(mb_arena *arena, mb_list *files, const char *path, mb_file_maker *make, subject of)
{
    subject *kept = mb_new(arena, subject);
    *kept = of;
    *mb_list_add(arena, files, mb_published_file) =
        (mb_published_file){.path = path, .what = "data", .make = make, .subject = kept, .ceiling = MB_DATA_CEILING};
}

static const char *path_of(mb_arena *arena, const mb_type_info *type, const void *record)
{
    mb_slice parts[MB_JSON_PATH_PARTS];
    mb_json_path(type, record, parts);
    return mb_arena_join(arena, parts, MB_JSON_PATH_PARTS).data;
}

static void add_each(mb_arena *arena, mb_list *files, const mb_type_info *type, const mb_list *objects)
{
    for (uint32_t i = 0; i < objects->count; i++)
        if (is_public(type, objects->items[i]))
            add(arena, files, path_of(arena, type, objects->items[i]), make_record,
                (subject){type, objects->items[i], NULL});
}

void mb_data_list(mb_arena *arena, const mb_site_record *site, mb_list *files)
{
    bool fits = fits_in_a_file(site);
    add(arena, files, "data/schema.json", make_schema, (subject){0});
    if (fits)
        add(arena, files, "data/site.json", make_record, (subject){mb_type_of(site_record), site, NULL});
    mb_fields fields = mb_type_of(site_record)->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_type_info *type = fields.items[i].type;
        mb_json_files where = type ? mb_json_files_of(type) : MB_JSON_IN_SITE;
        if (where == MB_JSON_FILE_EACH)
            add_each(arena, files, type, (const mb_list *)((const char *)site + fields.items[i].offset));
        else if (where == MB_JSON_FILE_OF_LIST && fits)
            add(arena, files, path_of(arena, type, NULL), make_record, (subject){type, site, &fields.items[i]});
    }
}

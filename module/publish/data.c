/* data.c: see data.h. */
#include "publish/data.h"

#include "model/json.h"
#include "model/json_schema.h"
#include "publish/files.h"

static bool is_public(const mb_type_info *type, const void *record)
{
    return type != mb_type_of(site_person) || !((const mb_site_person *)record)->hidden;
}

/* The text stands in the files of the meetings and reports; with it, the site's would be five times as long. */
static bool is_public_and_no_text(const mb_type_info *type, const void *record)
{
    return type != mb_type_of(block) && is_public(type, record);
}

/* The lists of the site whose objects have a file each. */
static const struct {
    const char *folder;
    const mb_type_info *type;
    size_t list;      /* offset in the site's record */
    size_t id_offset; /* offset of the id in the object's */
} lists[] = {
    {"meetings", mb_type_of(site_meeting), offsetof(mb_site_record, meetings), offsetof(mb_site_meeting, id)},
    {"reports", mb_type_of(site_report), offsetof(mb_site_record, reports), offsetof(mb_site_report, id)},
    {"people", mb_type_of(site_person), offsetof(mb_site_record, people), offsetof(mb_site_person, id)},
};

/* The JSON of a site has seven bytes for each byte of its packs; a PDF's text has lines of that length. */
#define BYTES_OF_ONE    8
#define BYTES_OF_A_LINE 100

/* Whether the site's JSON stays below the ceiling; of a larger one each object still has its own. */
static bool fits_in_a_file(const mb_site_record *site)
{
    int64_t text = 0;
    for (uint32_t i = 0; i < site->packs.count; i++) {
        const mb_source *source = ((const mb_pack *)site->packs.items[i])->source;
        bool is_pdf = source && source->format == mb_source_format_pdf;
        if (source)
            text += is_pdf ? source->lines.value * BYTES_OF_A_LINE : source->bytes.value;
    }
    return text * BYTES_OF_ONE < (int64_t)MB_DATA_CEILING;
}

/* What a file holds. */
typedef struct subject {
    const mb_type_info *type;
    const void *record;
} subject;

static int make_record(const mb_publication *publication, const void *wanted, mb_buffer *out, mb_error *error)
{
    const subject *of = wanted;
    bool is_whole_site = of->type == mb_type_of(site_record);
    int code = mb_json_write_shown(publication->site->record, of->type, of->record,
                                   is_whole_site ? is_public_and_no_text : is_public, out);
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

void mb_data_list(mb_arena *arena, const mb_site_record *site, mb_list *files)
{
    add(arena, files, "data/schema.json", make_schema, (subject){NULL, NULL});
    if (fits_in_a_file(site))
        add(arena, files, "data/site.json", make_record, (subject){mb_type_of(site_record), site});
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const mb_list *objects = (const mb_list *)((const char *)site + lists[i].list);
        for (uint32_t k = 0; k < objects->count; k++) {
            const char *object = objects->items[k];
            const mb_slice *id = (const mb_slice *)(object + lists[i].id_offset);
            if (!is_public(lists[i].type, object))
                continue;
            mb_slice path =
                MB_JOINED(arena, MB_TEXT("data/"), mb_slice_of(lists[i].folder), MB_TEXT("/"), *id, MB_TEXT(".json"));
            add(arena, files, path.data, make_record, (subject){lists[i].type, object});
        }
    }
}

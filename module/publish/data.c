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

static int write_json(const mb_type_info *type, const void *record,
                      bool (*is_shown)(const mb_type_info *, const void *), mb_buffer *out, mb_error *error)
{
    int code = mb_json_write_shown(type, record, is_shown, out);
    return code ? mb_fail_exhausted(error, code, "writing the site's data") : 0;
}

static int make_site(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    (void)publication;
    return write_json(mb_type_of(site_record), subject, is_public_and_no_text, out, error);
}

static int make_meeting(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    (void)publication;
    return write_json(mb_type_of(site_meeting), subject, is_public, out, error);
}

static int make_person(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    (void)publication;
    return write_json(mb_type_of(site_person), subject, is_public, out, error);
}

static int make_schema(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error)
{
    (void)publication;
    (void)subject;
    int code = mb_json_schema(out);
    return code ? mb_fail_exhausted(error, code, "writing the schema of the site's data") : 0;
}

static void add(mb_publication *publication, mb_slice path, mb_file_maker *make, const void *subject)
{
    *mb_list_add(publication->arena, &publication->files, mb_published_file) = (mb_published_file){
        .path = path.data, .what = "data", .make = make, .subject = subject, .ceiling = MB_DATA_CEILING};
}

void mb_data_list(mb_publication *publication)
{
    mb_arena *arena = publication->arena;
    const mb_site_record *site = publication->site->record;
    add(publication, MB_TEXT("data/site.json"), make_site, site);
    add(publication, MB_TEXT("data/schema.json"), make_schema, NULL);
    for (uint32_t i = 0; i < site->meetings.count; i++) {
        const mb_site_meeting *meeting = site->meetings.items[i];
        add(publication, mb_arena_printf(arena, "data/meetings/%.*s.json", MB_ARG(meeting->id)), make_meeting, meeting);
    }
    for (uint32_t i = 0; i < site->people.count; i++) {
        const mb_site_person *person = site->people.items[i];
        if (is_public(mb_type_of(site_person), person))
            add(publication, mb_arena_printf(arena, "data/people/%.*s.json", MB_ARG(person->id)), make_person, person);
    }
}

/* thing.c: the model for programs that read it object by object, made from the table of descriptors. */
#include <string.h>

#include "core/nearest.h"
#include "doors/copy.h"
#include "doors/site.h"
#include "model/places.h"
#include "model/schema.h"
#include "publish/routes.h"

/* What every placed object has beside its fields. */
static const char *const place_fields[] = {"line", "page", "sheet", "pack"};
enum { LINE, PAGE, SHEET, PACK, PLACE_FIELD_COUNT };

/* A row of a table is a list of texts that no field has. */
static const mb_field_info row_field = {.name = "row", .kind = MB_KIND_strings};

static mb_datum text_datum(mb_slice text)
{
    return (mb_datum){.kind = text.data ? MB_DATUM_TEXT : MB_DATUM_NOTHING, .text = text.data, .length = text.size};
}

static mb_datum number_datum(int64_t number)
{
    return (mb_datum){.kind = MB_DATUM_NUMBER, .number = number};
}

static mb_datum flag_datum(bool flag)
{
    return (mb_datum){.kind = MB_DATUM_FLAG, .number = flag};
}

static mb_datum object_datum(const void *site, const mb_type_info *type, const void *record)
{
    return (mb_datum){.kind = record ? MB_DATUM_THING : MB_DATUM_NOTHING, .thing = {0, site, type, record}};
}

static mb_datum list_datum(const void *site, const mb_field_info *field, const void *at)
{
    return (mb_datum){.kind = MB_DATUM_THING, .thing = {1, site, field, at}};
}

/* --- Objects --- */

static mb_datum field_datum(const mb_thing *thing, const mb_field_info *field)
{
    const void *at = (const char *)thing->at + field->offset;
    if (!mb_field_exists(field, thing->at))
        return (mb_datum){0};
    switch (field->kind) {
    case MB_KIND_string:
    case MB_KIND_date:
    case MB_KIND_time:
    case MB_KIND_moment:
        return text_datum(*(const mb_slice *)at);
    case MB_KIND_count: {
        mb_count count = *(const mb_count *)at;
        return count.known ? number_datum(count.value) : (mb_datum){0};
    }
    case MB_KIND_flag:
        return flag_datum(*(const bool *)at);
    case MB_KIND_maybe: {
        mb_maybe maybe = *(const mb_maybe *)at;
        return maybe == MB_UNKNOWN ? (mb_datum){0} : flag_datum(maybe == MB_YES);
    }
    case MB_KIND_option: {
        const char *word = mb_choice_word(field->choices, *(const uint32_t *)at);
        return text_datum(word ? mb_slice_of(word) : MB_NOTHING);
    }
    case MB_KIND_record:
    case MB_KIND_reference:
        return object_datum(thing->site, field->type, *(void *const *)at);
    case MB_KIND_pages:
        return ((const mb_pages *)at)->first ? list_datum(thing->site, field, at) : (mb_datum){0};
    case MB_KIND_strings:
    case MB_KIND_rows:
    case MB_KIND_contribution_span:
    case MB_KIND_list:
    case MB_KIND_references:
        return list_datum(thing->site, field, at);
    }
    return (mb_datum){0};
}

static mb_datum place_datum(const mb_thing *thing, size_t which)
{
    const mb_place *place = thing->at;
    const uint32_t numbers[] = {[LINE] = place->line, [PAGE] = place->page, [SHEET] = place->sheet};
    if (which != PACK)
        return numbers[which] ? number_datum(numbers[which]) : (mb_datum){0};
    return object_datum(thing->site, mb_type_of(pack), mb_pack_at(thing->site, place));
}

static size_t count_fields(const mb_type_info *type)
{
    return type->fields().count + (type->placed ? PLACE_FIELD_COUNT : 0);
}

static const char *field_name(const void *type, size_t i)
{
    mb_fields fields = ((const mb_type_info *)type)->fields();
    return i < fields.count ? fields.items[i].name : place_fields[i - fields.count];
}

static mb_datum object_at(const mb_thing *thing, size_t i)
{
    return field_datum(thing, &((const mb_type_info *)thing->what)->fields().items[i]);
}

/* --- Lists --- */

/* The blocks of a contribution; none where it has none. */
static size_t count_span(const mb_contribution_span *span)
{
    bool is_whole = span->of && span->first <= span->last && span->last < span->of->count;
    return is_whole ? span->last - span->first + 1 : 0;
}

static size_t count_items(const mb_thing *list)
{
    const mb_field_info *field = list->what;
    switch (field->kind) {
    case MB_KIND_pages:
        return 2;
    case MB_KIND_strings:
        return ((const mb_strings *)list->at)->count;
    case MB_KIND_contribution_span:
        return count_span(list->at);
    default:
        return ((const mb_list *)list->at)->count;
    }
}

static mb_datum item_at(const mb_thing *list, size_t i)
{
    const mb_field_info *field = list->what;
    switch (field->kind) {
    case MB_KIND_pages: {
        const mb_pages *pages = list->at;
        return number_datum(i ? pages->last : pages->first);
    }
    case MB_KIND_strings:
        return text_datum(((const mb_strings *)list->at)->items[i]);
    case MB_KIND_rows:
        return list_datum(list->site, &row_field, ((const mb_list *)list->at)->items[i]);
    case MB_KIND_contribution_span: {
        const mb_contribution_span *span = list->at;
        return object_datum(list->site, mb_type_of(block), span->of->items[span->first + i]);
    }
    default:
        return object_datum(list->site, field->type, ((const mb_list *)list->at)->items[i]);
    }
}

/* --- The door --- */

void mb_site_thing(const mb_site *site, mb_thing *out)
{
    const mb_site_record *record = site->snapshot->record;
    *out = (mb_thing){0, record, mb_type_of(site_record), record};
}

const char *mb_thing_type(const mb_thing *thing)
{
    return thing->is_list ? NULL : ((const mb_type_info *)thing->what)->title;
}

size_t mb_thing_count(const mb_thing *thing)
{
    return thing->is_list ? count_items(thing) : ((const mb_type_info *)thing->what)->fields().count;
}

const char *mb_thing_field(const mb_thing *thing, size_t index)
{
    return thing->is_list || index >= mb_thing_count(thing) ? NULL : field_name(thing->what, index);
}

int mb_thing_at(const mb_thing *thing, size_t index, mb_datum *out)
{
    if (index >= mb_thing_count(thing))
        return MB_EUSAGE;
    *out = thing->is_list ? item_at(thing, index) : object_at(thing, index);
    return 0;
}

int mb_thing_get(const mb_thing *thing, const char *name, mb_datum *out, mb_error *error)
{
    if (thing->is_list)
        return mb_fail(error, MB_EUSAGE, "a list has no field '%s'", name);
    const mb_type_info *type = thing->what;
    const mb_field_info *field = mb_field_find(type, mb_slice_of(name));
    if (field) {
        *out = field_datum(thing, field);
        return 0;
    }
    for (size_t i = 0; type->placed && i < PLACE_FIELD_COUNT; i++)
        if (strcmp(name, place_fields[i]) == 0) {
            *out = place_datum(thing, i);
            return 0;
        }
    const char *near = mb_nearest(mb_slice_of(name), count_fields(type), field_name, type);
    mb_fail(error, MB_EUSAGE, "%s has no field '%s'", type->title, name);
    if (near)
        mb_advise(error, "did you mean '%s'?", near);
    return MB_EUSAGE;
}

/* A route is a few hundred bytes. */
#define ROUTE_CEILING ((size_t)1 << 20)

int mb_thing_route(const mb_site *site, const mb_thing *thing, char **out, mb_error *error)
{
    mb_buffer route = mb_buffer_make(ROUTE_CEILING);
    if (thing->is_list || !mb_route_of(&site->publication->setup, thing->what, thing->at, &route)) {
        mb_buffer_free(&route);
        *out = NULL;
        return 0;
    }
    return mb_give_copy(&route, "making an address", out, NULL, error);
}

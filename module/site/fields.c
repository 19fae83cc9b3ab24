/* fields.c: two records that tell of the same thing become one. */
#include "site/tellings.h"

static const size_t kind_sizes[] = {
    [MB_KIND_string] = sizeof(mb_kind_string),
    [MB_KIND_date] = sizeof(mb_kind_date),
    [MB_KIND_time] = sizeof(mb_kind_time),
    [MB_KIND_moment] = sizeof(mb_kind_moment),
    [MB_KIND_count] = sizeof(mb_kind_count),
    [MB_KIND_flag] = sizeof(mb_kind_flag),
    [MB_KIND_maybe] = sizeof(mb_kind_maybe),
    [MB_KIND_pages] = sizeof(mb_kind_pages),
    [MB_KIND_strings] = sizeof(mb_kind_strings),
    [MB_KIND_rows] = sizeof(mb_kind_rows),
    [MB_KIND_contribution_span] = sizeof(mb_kind_contribution_span),
    [MB_KIND_option] = sizeof(mb_meeting_state),
    [MB_KIND_record] = sizeof(void *),
    [MB_KIND_list] = sizeof(mb_list),
    [MB_KIND_reference] = sizeof(void *),
    [MB_KIND_references] = sizeof(mb_list),
};

/* Zeroed memory is a field that says nothing. */
bool mb_field_is_empty(const mb_field_info *field, const void *record)
{
    const char *bytes = (const char *)record + field->offset;
    for (size_t i = 0; i < kind_sizes[field->kind]; i++)
        if (bytes[i])
            return false;
    return true;
}

void mb_take_field(const mb_field_info *field, void *to, const void *from)
{
    memcpy((char *)to + field->offset, (const char *)from + field->offset, kind_sizes[field->kind]);
}

void mb_take_what_is_missing(const mb_type_info *type, void *to, const void *from)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (mb_field_is_empty(&fields.items[i], to))
            mb_take_field(&fields.items[i], to, from);
}

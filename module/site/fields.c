/* fields.c: two records that tell of the same thing become one. */
#include "site/tellings.h"

/* Zeroed memory is a field that says nothing. */
bool mb_field_is_empty(const mb_field_info *field, const void *record)
{
    const char *bytes = (const char *)record + field->offset;
    for (size_t i = 0; i < mb_field_size(field); i++)
        if (bytes[i])
            return false;
    return true;
}

void mb_take_field(const mb_field_info *field, void *to, const void *from)
{
    memcpy((char *)to + field->offset, (const char *)from + field->offset, mb_field_size(field));
}

void mb_take_what_is_missing(const mb_type_info *type, void *to, const void *from)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (mb_field_is_empty(&fields.items[i], to))
            mb_take_field(&fields.items[i], to, from);
}

/* model_walk.h: visits every object of a pack, by the schema's table, so that a new type or field is visited too. */
#ifndef MB_MODEL_WALK_H
#define MB_MODEL_WALK_H

#include "model/schema.h"

/* Called for each record, parents first. */
typedef void mb_visit(const mb_type_info *type, const void *record, void *context);

static inline const void *field_of(const void *record, const mb_field_info *field)
{
    return (const char *)record + field->offset;
}

static inline void walk(const mb_type_info *type, const void *record, mb_visit *visit, void *context)
{
    visit(type, record, context);
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (!mb_field_exists(field, record))
            continue;
        if (field->kind == MB_KIND_record) {
            const void *child = *(const void *const *)field_of(record, field);
            if (child)
                walk(field->type, child, visit, context);
        } else if (field->kind == MB_KIND_list) {
            const mb_list *list = field_of(record, field);
            for (uint32_t j = 0; j < list->count; j++)
                walk(field->type, list->items[j], visit, context);
        }
    }
}

#endif

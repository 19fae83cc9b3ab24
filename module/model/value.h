/* value.h: values of fields as a person writes them in YAML, whatever their kind. */
#ifndef MB_MODEL_VALUE_H
#define MB_MODEL_VALUE_H

#include "core/yaml.h"
#include "model/schema.h"

/* A copy in which every run of white space is one space, as in the model's texts. */
mb_slice mb_fold_spaces(mb_arena *arena, mb_slice text);

/* The beginning of a text that is too long for a message, cut at the end of a character. */
mb_slice mb_short(mb_slice text);

/* Room for a value of any kind that can be written. */
typedef union mb_value {
    mb_slice text;
    mb_count count;
    bool flag;
    mb_maybe maybe;
    uint32_t choice;
    mb_pages pages;
    mb_strings strings;
    mb_list rows;
    mb_contribution_span span;
} mb_value;

/* Whether a field of that kind is a value; else it leads to objects, which have values of their own. */
bool mb_is_value(const mb_field_info *field);

/* What the field expects, for a message: "a date such as 2025-11-04". */
const char *mb_value_expected(const mb_field_info *field);

/* Reads a value from YAML; its texts live in the arena. MB_EFORMAT (with what is expected), or 0. */
int mb_value_read(mb_arena *arena, const mb_field_info *field, const mb_yaml *node, const char *file, mb_value *out,
                  mb_error *error);

/* The value that a record has in a field. A span of blocks is put into a record that has one already: it counts blocks
 * of the list that the record's span is of. */
mb_value mb_value_of(const mb_field_info *field, const void *record);
void mb_value_put(const mb_field_info *field, void *record, const mb_value *value);

/* Whether two values say the same: an empty text says as much as none. */
bool mb_value_equal(const mb_field_info *field, const mb_value *a, const mb_value *b);

/* The value as YAML within one line, of rows the first only. */
mb_slice mb_value_yaml(mb_arena *arena, const mb_field_info *field, const mb_value *value);

#endif

/* words.c: the fields that hold the text of a pack, and a count of the words in them. */
#include "model/words.h"

static const struct {
    const char *type, *field;
} text_fields[] = {
    {"pack", "meetings"},       {"pack", "reports"},         {"pack", "furniture"},      {"meeting", "front_matter"},
    {"meeting", "notes"},       {"meeting", "agenda"},       {"meeting", "minutes"},     {"note", "number"},
    {"note", "title"},          {"note", "blocks"},          {"agenda_item", "printed"}, {"agenda_item", "blocks"},
    {"minutes", "items"},       {"minutes", "front_matter"}, {"minute_item", "printed"}, {"minute_item", "blocks"},
    {"report", "front_matter"}, {"report", "sections"},      {"section", "printed"},     {"section", "blocks"},
    {"block", "number"},        {"block", "mark"},           {"block", "text"},          {"block", "items"},
    {"block", "caption"},       {"block", "header"},         {"block", "rows"},          {"list_item", "marker"},
    {"list_item", "text"},      {"list_item", "items"},
};

bool mb_holds_text(const mb_type_info *type, const mb_field_info *field)
{
    for (size_t i = 0; i < sizeof text_fields / sizeof *text_fields; i++)
        if (strcmp(text_fields[i].type, type->name) == 0 && strcmp(text_fields[i].field, field->name) == 0)
            return true;
    return false;
}

static uint64_t words_in(const mb_strings *texts)
{
    uint64_t words = 0;
    for (uint32_t i = 0; i < texts->count; i++)
        words += mb_slice_words(texts->items[i]);
    return words;
}

static void count_record(const mb_type_info *type, const void *record, uint64_t *words, mb_word_count *count);

/* The words of one field go where the field says, or where those of the record around it go. */
static void count_field(const mb_field_info *field, const void *value, uint64_t *words, mb_word_count *count)
{
    if (strcmp(field->name, "front_matter") == 0)
        words = &count->front_matter;
    if (strcmp(field->name, "furniture") == 0)
        words = &count->furniture;
    const mb_list *list = value;
    if (field->kind == MB_KIND_string)
        *words += mb_slice_words(*(const mb_slice *)value);
    else if (field->kind == MB_KIND_strings)
        *words += words_in(value);
    else if (field->kind == MB_KIND_record)
        count_record(field->type, *(const void *const *)value, words, count);
    else if (field->kind == MB_KIND_rows)
        for (uint32_t i = 0; i < list->count; i++)
            *words += words_in(list->items[i]);
    else if (field->kind == MB_KIND_list)
        for (uint32_t i = 0; i < list->count; i++)
            count_record(field->type, list->items[i], words, count);
}

static void count_record(const mb_type_info *type, const void *record, uint64_t *words, mb_word_count *count)
{
    if (record && type == mb_type_of(section) && !((const mb_section *)record)->printed.data)
        words = &count->unheaded;
    mb_fields fields = type->fields();
    for (uint32_t i = 0; record && i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (mb_holds_text(type, field) && mb_field_exists(field, record))
            count_field(field, (const char *)record + field->offset, words, count);
    }
}

mb_word_count mb_count_words(const mb_pack *pack)
{
    mb_word_count count = {0};
    count_record(mb_type_of(pack), pack, &count.placed, &count);
    return count;
}

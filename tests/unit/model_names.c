/* model_names.c: the table of the model is one that C, C++, Lua and JSON can all use. */
#include "core_test.h"

#include <ctype.h>
#include <string.h>

#include "core/file.h"
#include "model/json.h"

/* Runs in the folder of this file. */
static mb_strings keywords(mb_arena *arena)
{
    mb_slice text;
    mb_strings words = {NULL, 0, 0};
    assert_int_equal(mb_file_read(arena, "model_keywords.txt", 1 << 16, &text, NULL), 0);
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n')
            end++;
        while (at < end && text.data[at] != '#') {
            size_t start = at;
            while (at < end && text.data[at] != ' ')
                at++;
            if (at > start)
                mb_strings_push(arena, &words, (mb_slice){text.data + start, at - start});
            at += at < end;
        }
        at = end + 1;
    }
    return words;
}

static bool is_keyword(const mb_strings *words, const char *name)
{
    for (uint32_t i = 0; i < words->count; i++)
        if (mb_slice_equal(words->items[i], mb_slice_of(name)))
            return true;
    return false;
}

static void no_name_is_a_keyword_of_c_cpp_or_lua(void **state)
{
    mb_strings words = keywords(*state);
    static const char *const known[] = {"int", "while", "typeof", "class", "co_yield", "xor_eq", "elseif", "until"};
    for (size_t i = 0; i < COUNT_OF(known); i++)
        assert_true(is_keyword(&words, known[i]));
    assert_false(is_keyword(&words, "C17"));

    for (uint32_t t = 0; t < mb_type_count; t++) {
        mb_fields fields = mb_types[t]->fields();
        if (is_keyword(&words, mb_types[t]->name))
            fail_msg("the type %s has the name of a keyword", mb_types[t]->name);
        for (uint32_t f = 0; f < fields.count; f++)
            if (is_keyword(&words, fields.items[f].name))
                fail_msg("%s.%s has the name of a keyword", mb_types[t]->title, fields.items[f].name);
    }
}

static void assert_name(const char *name)
{
    bool good = islower((unsigned char)name[0]);
    for (const char *c = name; *c; c++)
        good = good && (islower((unsigned char)*c) || isdigit((unsigned char)*c) || *c == '_');
    if (!good)
        fail_msg("'%s' is not small letters, digits and '_'", name);
}

static void names_are_small_letters_and_stand_once(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < mb_type_count; t++) {
        mb_fields fields = mb_types[t]->fields();
        assert_name(mb_types[t]->name);
        for (uint32_t f = 0; f < fields.count; f++) {
            assert_name(fields.items[f].name);
            assert_ptr_equal(mb_field_find(mb_types[t], mb_slice_of(fields.items[f].name)), &fields.items[f]);
        }
        for (uint32_t other = 0; other < t; other++)
            assert_string_not_equal(mb_types[t]->title, mb_types[other]->title);
    }
}

static void no_field_has_the_name_of_a_part_of_the_place(void **state)
{
    (void)state;
    static const char *const parts[] = {"line", "page", "sheet", "pack", "first_block", "last_block"};
    for (uint32_t t = 0; t < mb_type_count; t++)
        for (size_t p = 0; mb_types[t]->placed && p < COUNT_OF(parts); p++)
            assert_null(mb_field_find(mb_types[t], mb_slice_of(parts[p])));
}

static void every_type_field_and_word_has_a_meaning_that_is_a_sentence(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < mb_type_count; t++) {
        mb_fields fields = mb_types[t]->fields();
        assert_true(mb_slice_ends(mb_slice_of(mb_types[t]->meaning), MB_TEXT(".")));
        for (uint32_t f = 0; f < fields.count; f++) {
            mb_slice meaning = mb_slice_of(fields.items[f].meaning);
            if (!mb_slice_ends(meaning, MB_TEXT(".")) && !mb_slice_ends(meaning, MB_TEXT("…")))
                fail_msg("%s.%s: %s", mb_types[t]->title, fields.items[f].name, fields.items[f].meaning);
        }
    }
    for (uint32_t c = 0; c < mb_choices_count; c++)
        for (uint32_t value = 1; value < mb_choices[c]->count; value++)
            assert_true(mb_slice_ends(mb_slice_of(mb_choices[c]->values[value].meaning), MB_TEXT(".")));
}

static bool is_written_in_full(const mb_field_info *field)
{
    bool refers = field->kind == MB_KIND_reference || field->kind == MB_KIND_references;
    return refers && mb_json_refers(field->type) == MB_JSON_IN_FULL;
}

/* What is referred to without an id is written in full, which must come to an end. */
static bool holds_references(const mb_type_info *type, unsigned depth)
{
    mb_fields fields = type->fields();
    for (uint32_t f = 0; f < fields.count; f++) {
        const mb_field_info *field = &fields.items[f];
        bool refers = field->kind == MB_KIND_reference || field->kind == MB_KIND_references;
        if (is_written_in_full(field) ||
            (!refers && field->type && depth < 8 && holds_references(field->type, depth + 1)))
            return true;
    }
    return false;
}

static void what_is_written_in_full_holds_nothing_else_that_is(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < mb_type_count; t++) {
        mb_fields fields = mb_types[t]->fields();
        for (uint32_t f = 0; f < fields.count; f++) {
            const mb_field_info *field = &fields.items[f];
            if (is_written_in_full(field) && holds_references(field->type, 0))
                fail_msg("%s.%s can't be written as JSON", mb_types[t]->title, field->name);
        }
    }
}

static void fields_that_share_memory_never_exist_at_once(void **state)
{
    (void)state;
    unsigned shared = 0;
    for (uint32_t t = 0; t < mb_type_count; t++) {
        mb_fields fields = mb_types[t]->fields();
        for (uint32_t f = 0; f < fields.count; f++) {
            const mb_field_info *field = &fields.items[f];
            if (field->of)
                assert_int_equal(field->by->kind, MB_KIND_option);
            for (uint32_t other = 0; other < f; other++) {
                if (fields.items[other].offset != field->offset)
                    continue;
                assert_true(field->of && fields.items[other].of && !(field->of & fields.items[other].of));
                shared++;
            }
        }
    }
    assert_true(shared > 0);
}

static void a_field_exists_for_the_values_it_is_given_for(void **state)
{
    (void)state;
    const mb_field_info *rows = mb_field_find(mb_type_of(block), MB_TEXT("rows"));
    const mb_field_info *text = mb_field_find(mb_type_of(block), MB_TEXT("text"));
    const mb_field_info *type = mb_field_find(mb_type_of(block), MB_TEXT("type"));
    const mb_block table = {.type = mb_block_type_table}, note = {.type = mb_block_type_note},
                   empty = {.type = mb_block_type_nothing};
    assert_true(mb_field_exists(rows, &table) && !mb_field_exists(rows, &note) && !mb_field_exists(rows, &empty));
    assert_true(!mb_field_exists(text, &table) && mb_field_exists(text, &note) && mb_field_exists(text, &empty));
    assert_true(mb_field_exists(type, &table) && mb_field_exists(type, &note) && mb_field_exists(type, &empty));
}

static void a_word_and_its_value_find_each_other(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < mb_choices_count; c++) {
        assert_null(mb_choice_word(mb_choices[c], 0));
        assert_null(mb_choice_word(mb_choices[c], mb_choices[c]->count));
        assert_int_equal(mb_choice_find(mb_choices[c], MB_TEXT("no such word")), 0);
        for (uint32_t value = 1; value < mb_choices[c]->count; value++)
            assert_int_equal(mb_choice_find(mb_choices[c], mb_slice_of(mb_choice_word(mb_choices[c], value))), value);
    }
}

static void an_id_is_the_first_field(void **state)
{
    (void)state;
    for (uint32_t t = 0; t < mb_type_count; t++) {
        const mb_field_info *id = mb_field_find(mb_types[t], MB_TEXT("id"));
        assert_true(!id || (id == mb_types[t]->fields().items && id->kind == MB_KIND_string));
    }
}

static void the_first_type_is_the_pack(void **state)
{
    (void)state;
    assert_ptr_equal(mb_types[0], mb_type_of(pack));
    assert_null(mb_field_find(mb_types[0], MB_TEXT("no_such_field")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(no_name_is_a_keyword_of_c_cpp_or_lua),
        cmocka_unit_test(names_are_small_letters_and_stand_once),
        cmocka_unit_test(no_field_has_the_name_of_a_part_of_the_place),
        cmocka_unit_test(every_type_field_and_word_has_a_meaning_that_is_a_sentence),
        cmocka_unit_test(what_is_written_in_full_holds_nothing_else_that_is),
        cmocka_unit_test(fields_that_share_memory_never_exist_at_once),
        cmocka_unit_test(a_field_exists_for_the_values_it_is_given_for),
        cmocka_unit_test(a_word_and_its_value_find_each_other),
        cmocka_unit_test(an_id_is_the_first_field),
        cmocka_unit_test(the_first_type_is_the_pack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

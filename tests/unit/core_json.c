/* core_json.c: JSON's form and its escapes. */
#include "core_test.h"

#include <stdio.h>

#include "core/json.h"

static void commas_lines_and_indentation_come_by_themselves(void **state)
{
    (void)state;
    mb_buffer out = mb_buffer_make(1000);
    mb_json json = mb_json_into(&out);
    mb_json_open(&json, '{');
    mb_json_key(&json, "pages");
    mb_json_open_flat(&json, '[');
    mb_json_number(&json, 5);
    mb_json_number(&json, -18);
    mb_json_close(&json, ']');
    mb_json_key(&json, "items");
    mb_json_open(&json, '[');
    mb_json_open(&json, '{');
    mb_json_close(&json, '}');
    mb_json_open_flat(&json, '[');
    mb_json_open(&json, '[');
    mb_json_word(&json, "true");
    mb_json_close(&json, ']');
    mb_json_text(&json, MB_NOTHING);
    mb_json_close(&json, ']');
    mb_json_text(&json, MB_TEXT("x"));
    mb_json_close(&json, ']');
    mb_json_key(&json, "none");
    mb_json_open(&json, '[');
    mb_json_close(&json, ']');
    mb_json_close(&json, '}');
    assert_slice(mb_buffer_slice(&out), "{\n"
                                        "  \"pages\": [5, -18],\n"
                                        "  \"items\": [\n"
                                        "    {},\n"
                                        "    [[true], null],\n"
                                        "    \"x\"\n"
                                        "  ],\n"
                                        "  \"none\": []\n"
                                        "}");
    mb_buffer_free(&out);
}

static void compact_json_has_a_line_for_each_key_and_each_element_of_a_list(void **state)
{
    (void)state;
    mb_buffer out = mb_buffer_make(1000);
    mb_json json = mb_json_compact_into(&out);
    mb_json_open(&json, '{');
    mb_json_quoted_key(&json, MB_TEXT("\"pages\":"));
    mb_json_open_flat(&json, '[');
    mb_json_number(&json, 5);
    mb_json_number(&json, 18);
    mb_json_close(&json, ']');
    mb_json_key(&json, "clerk");
    mb_json_open(&json, '{');
    mb_json_key(&json, "name");
    mb_json_joined(&json, (const mb_slice[]){MB_TEXT("Ann "), MB_TEXT("\"A\"")}, 2);
    mb_json_key(&json, "role");
    mb_json_text(&json, MB_NOTHING);
    mb_json_close(&json, '}');
    mb_json_key(&json, "items");
    mb_json_open(&json, '[');
    for (int i = 0; i < 2; i++) {
        mb_json_open(&json, '{');
        mb_json_key(&json, "votes");
        mb_json_open(&json, '[');
        mb_json_word(&json, "true");
        mb_json_close(&json, ']');
        mb_json_close(&json, '}');
    }
    mb_json_close(&json, ']');
    mb_json_close(&json, '}');
    assert_slice(mb_buffer_slice(&out), "{\n"
                                        "\"pages\":[5,18],\n"
                                        "\"clerk\":{\"name\":\"Ann \\\"A\\\"\",\"role\":null},\n"
                                        "\"items\":[\n"
                                        "{\"votes\":[true]},\n"
                                        "{\"votes\":[true]}\n"
                                        "]\n"
                                        "}");
    mb_buffer_free(&out);
}

static void text_is_escaped_so_that_it_stays_json(void **state)
{
    (void)state;
    static const struct {
        mb_slice text;
        const char *expected;
    } cases[] = {
        {{"", 0}, "\"\""},
        {{"caf\u00e9 \U0001F4D6", 10}, "\"caf\u00e9 \U0001F4D6\""},
        {{"a\"b\\c/", 6}, "\"a\\\"b\\\\c/\""},
        {{"\n\r\t\b\f", 5}, "\"\\n\\r\\t\\b\\f\""},
        {{"\0\x01\x1f\x7f", 4}, "\"\\u0000\\u0001\\u001f\\u007f\""},
        {{"\xc2\x80\xc2\x9f\xc2\xa0", 6}, "\"\\u0080\\u009f\u00a0\""},
        {{"a\xff\xffz", 4}, "\"a\uFFFD\uFFFDz\""},
        {{"\xe2\x80", 2}, "\"\uFFFD\uFFFD\""},
        {{"\xed\xa0\x80", 3}, "\"\uFFFD\uFFFD\uFFFD\""},
        {{"z\xc2", 2}, "\"z\uFFFD\""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        mb_buffer out = mb_buffer_make(1000);
        mb_json json = mb_json_into(&out);
        mb_json_text(&json, cases[i].text);
        assert_slice(mb_buffer_slice(&out), cases[i].expected);
        mb_buffer_free(&out);
    }
}

/* Text is looked at eight bytes at a time. */
static void an_escape_is_found_wherever_it_stands(void **state)
{
    (void)state;
    static const struct {
        char character;
        const char *expected;
    } escapes[] = {{'"', "\\\""},       {'\\', "\\\\"},      {'\n', "\\n"}, {'\x01', "\\u0001"},
                   {'\x7f', "\\u007f"}, {'\x1f', "\\u001f"}, {' ', " "},    {'!', "!"},
                   {'#', "#"},          {'~', "~"},          {'[', "["},    {']', "]"}};
    for (size_t i = 0; i < COUNT_OF(escapes); i++) {
        for (size_t at = 0; at < 24; at++) {
            char text[25] = "abcdefghijklmnopqrstuvwx", expected[40];
            text[at] = escapes[i].character;
            snprintf(expected, sizeof expected, "\"%.*s%s%s\"", (int)at, text, escapes[i].expected, text + at + 1);
            mb_buffer out = mb_buffer_make(1000);
            mb_json json = mb_json_into(&out);
            mb_json_text(&json, (mb_slice){text, 24});
            assert_slice(mb_buffer_slice(&out), expected);
            mb_buffer_free(&out);
        }
    }
}

static void any_number_can_be_written(void **state)
{
    (void)state;
    mb_buffer out = mb_buffer_make(1000);
    mb_json json = mb_json_into(&out);
    mb_json_open_flat(&json, '[');
    static const int64_t numbers[] = {0, 9, 10, -1, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        mb_json_number(&json, numbers[i]);
    mb_json_close(&json, ']');
    assert_slice(mb_buffer_slice(&out), "[0, 9, 10, -1, 9223372036854775807, -9223372036854775808]");
    mb_buffer_free(&out);
}

static void lines_are_set_in_however_deep_they_are(void **state)
{
    (void)state;
    enum { DEPTH = 50 };
    mb_buffer out = mb_buffer_make(10000);
    mb_json json = mb_json_into(&out);
    for (int i = 0; i < DEPTH; i++)
        mb_json_open(&json, '[');
    mb_json_word(&json, "true");
    mb_slice written = mb_buffer_slice(&out);
    mb_slice line = mb_slice_from(written, written.size - strlen("true") - (size_t)2 * DEPTH - 1);
    assert_int_equal(line.data[0], '\n');
    assert_int_equal(mb_slice_trim(line).size, strlen("true"));
    mb_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_lines_and_indentation_come_by_themselves),
        cmocka_unit_test(compact_json_has_a_line_for_each_key_and_each_element_of_a_list),
        cmocka_unit_test(text_is_escaped_so_that_it_stays_json),
        cmocka_unit_test(an_escape_is_found_wherever_it_stands),
        cmocka_unit_test(any_number_can_be_written),
        cmocka_unit_test(lines_are_set_in_however_deep_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

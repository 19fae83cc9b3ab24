/* core_json.c: JSON's form and its escapes. */
#include "core_test.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_lines_and_indentation_come_by_themselves),
        cmocka_unit_test(text_is_escaped_so_that_it_stays_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

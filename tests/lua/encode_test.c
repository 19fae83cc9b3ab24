/* encode_test.c: values of Lua as JSON. */
#include "stage.h"

#define SHOW(code) "emit(md(tostring(" code ")))"

static void a_table_with_names_is_an_object_in_the_order_of_its_keys(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("to_json { b = 1, a = 'x\"', ['c d'] = { 1.5, true, {} } }")),
                        "{\"a\": \"x\\\"\", \"b\": 1, \"c d\": [1.5, true, []]}");
    assert_string_equal(what_lua_emits(*state, SHOW("to_json 'a\\nb' .. to_json(-7) .. to_json(false)")),
                        "\"a\\nb\"-7false");
}

static void a_list_of_the_model_is_an_array(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("to_json { pages = meeting.agenda[1].pages }")),
                        "{\"pages\": [5, 18]}");
    assert_string_equal(failure_of_lua(*state, "to_json(meeting.agenda)"), "JSON has no word for an AgendaItem");
}

static void what_json_has_no_word_for_is_refused(void **state)
{
    assert_string_equal(failure_of_lua(*state, "to_json { a = emit }"), "JSON has no word for a function");
    assert_string_equal(failure_of_lua(*state, "to_json(md 'x')"), "JSON has no word for Markdown");
    assert_string_equal(failure_of_lua(*state, "to_json { 1, nil, 3 }"), "JSON has no word for nil");
    assert_string_equal(failure_of_lua(*state, "to_json(1 / 0)"), "JSON has no such number as inf");
    assert_string_equal(failure_of_lua(*state, "to_json { [true] = 1 }"),
                        "a table is a list or has names for its values, and a boolean is no name");
}

static void a_list_with_names_beside_it_is_refused(void **state)
{
    static const char said[] =
        "a table is a list or has names for its values, and this one has more than its list of 2";
    assert_string_equal(failure_of_lua(*state, "to_json { 1, 2, title = 'x' }"), said);
    assert_string_equal(failure_of_lua(*state, "to_json { 1, 2, [-1] = 3 }"), said);
    assert_string_equal(failure_of_lua(*state, "to_json { 1, 2, [0.5] = 3 }"), said);
}

/* What `hold` adds is nobody's but the table's, and rubbish is looked for while there is much to write. */
static void what_a_weak_table_has_stays_while_it_is_written(void **state)
{
    assert_string_equal(
        what_lua_emits(*state, "local good = true for round = 1, 20 do local t = setmetatable({}, { __mode = 'v' }) "
                               "for i = 1, 3000 do t[('k'):rep(50) .. i] = { i } end "
                               "local kept = 0 "
                               "for _, word in ipairs { tostring(to_json(t)) } do "
                               "  if word:find('null', 1, true) then good = false end end end "
                               "emit(md(tostring(good)))"),
        "true");
}

static void a_table_that_holds_itself_is_refused(void **state)
{
    assert_string_equal(failure_of_lua(*state, "local t = {} t.t = t to_json(t)"),
                        "these tables are nested deeper than 100: does one hold itself?");
}

static void a_key_that_is_no_utf_8_is_mended_as_a_text_is(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("to_json { ['a\\xFF'] = 'b\\xFF' }")),
                        "{\"a\uFFFD\": \"b\uFFFD\"}");
}

static void a_text_beyond_the_ceiling_stops_the_page(void **state)
{
    assert_non_null(strstr(failure_of_lua(*state, "local t = {} local s = ('x'):rep(1 << 20) "
                                                  "for i = 1, 40 do t[i] = s end to_json(t)"),
                           "the page is longer than 32 MiB"));
}

static void many_keys_have_their_order_too(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local t = {} for i = 9, 1, -1 do t['k' .. i] = i end "
                                               "emit(md(tostring(to_json(t))))"),
                        "{\"k1\": 1, \"k2\": 2, \"k3\": 3, \"k4\": 4, \"k5\": 5, \"k6\": 6, \"k7\": 7, \"k8\": 8, "
                        "\"k9\": 9}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(a_table_with_names_is_an_object_in_the_order_of_its_keys),
        on_stage(a_list_of_the_model_is_an_array),
        on_stage(what_json_has_no_word_for_is_refused),
        on_stage(a_list_with_names_beside_it_is_refused),
        on_stage(what_a_weak_table_has_stays_while_it_is_written),
        on_stage(a_table_that_holds_itself_is_refused),
        on_stage(a_key_that_is_no_utf_8_is_mended_as_a_text_is),
        on_stage(a_text_beyond_the_ceiling_stops_the_page),
        on_stage(many_keys_have_their_order_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

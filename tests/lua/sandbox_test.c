/* sandbox_test.c: what a layout can't do, and what stays the same from one build to the next. */
#include <stdio.h>
#include <string.h>

#include "stage.h"

static void a_layout_finds_nothing_that_reaches_the_machine(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "for _, name in ipairs { 'io', 'os', 'debug', 'package', 'load', 'loadfile', "
                                       "'dofile', 'collectgarbage', 'print' } do\n"
                                       "  emit(tostring(rawget(_G, name)))\nend\n"
                                       "emit(tostring(string.dump), tostring(math.randomseed))"),
                        "nilnilnilnilnilnilnilnilnilnilnil");
}

static void a_loop_that_never_ends_is_stopped_with_its_line(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(failure_of_lua(s, "\nwhile true do end"), "a loop that never ends"));
    assert_int_equal(s->error.line, 2);
    assert_int_equal(s->error.code, MB_ELIMIT);
}

static void a_layout_that_eats_memory_is_stopped(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(failure_of_lua(s, "\nlocal t = {} for i = 1, 1e9 do t[i] = {} end"), "MiB of memory"));
    assert_int_equal(s->error.code, MB_ELIMIT);
    assert_int_equal(s->error.line, 2);
    assert_non_null(strstr(failure_of_lua(s, "local x = ('x'):rep(1 << 30)"), "MiB of memory"));
}

static void endless_output_is_stopped(void **state)
{
    assert_string_equal(failure_of_lua(*state, "while true do emit(('x'):rep(1000000)) end"),
                        "the page is longer than 32 MiB");
}

static void endless_recursion_is_stopped_with_its_line(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(failure_of_lua(s, "local function f()\n  return 1 + f()\nend\nf()"), "MiB of memory"));
    assert_int_equal(s->error.line, 2);
}

static void pairs_visits_keys_in_order(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "local t = { b = 1, a = 1, [10] = 1, [2] = 1, [1.5] = 1, [true] = 1, c = 1 }\n"
                                       "for k in pairs(t) do emit(tostring(k), md' ') end\n"
                                       "emit(tostring((next(t))), md' ', tostring((next(t, 'b'))), tostring(next {}))"),
                        "1.5 2 10 a b c true 1.5 cnil");
}

static void a_key_can_be_taken_out_on_the_way(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local t = { a = 1, b = 2, c = 3 }\n"
                                               "for k in pairs(t) do emit(k) t[k], t.b = nil end"),
                        "ac");
}

static void no_address_shows(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(tostring({}), md' ', tostring(emit), md' ', "
                                               "string.format('%s', {}))"),
                        "table function table");
    assert_non_null(strstr(failure_of_lua(*state, "string.format('%5p', {})"), "address"));
}

static void random_numbers_are_the_same_in_each_build(void **state)
{
    stage *s = *state;
    char first[200];
    const char *text = "emit(math.random(1000000), md' ', math.random(1000000))";
    strcpy(first, what_lua_emits(s, text));
    assert_string_equal(what_lua_emits(s, text), first);
}

static void one_page_sees_nothing_of_another(void **state)
{
    assert_string_equal(what_two_pages_emit(*state,
                                            "local dates = require 'dates'\n"
                                            "emit(tostring(string.leak), tostring(rawget(_G, 'leak')), "
                                            "tostring(dates.leak), tostring(rawget(page, 'leak')), type(ipairs))\n"
                                            "string.leak, leak, dates.leak, page.leak = 1, 2, 3, 4\n"
                                            "ipairs = nil"),
                        "nilnilnilnilfunctionnilnilnilnilfunction");
}

static void a_page_is_as_ever_after_one_that_was_stopped(void **state)
{
    const char *const ends[] = {"local t = {} for i = 1, 1e9 do t[i] = {} end",
                                "local function f() return 1 + f() end f()", "error('x')",
                                "coroutine.wrap(function() error {} end)()"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char text[300];
        snprintf(text, sizeof text,
                 "emit(math.random(1, 100) == 7 and md'' or 'a')\n"
                 "if rawget(_G, 'again') then emit 'x' end again = true\n%s",
                 ends[i]);
        stage *s = *state;
        failure_of_lua(s, text);
        char message[sizeof s->error.message];
        strcpy(message, s->error.message);
        assert_string_equal(failure_of_second_page(s, text), message);
        assert_string_equal(s->text.data, "aa");
    }
}

static void what_a_component_emits_before_an_error_is_gone(void **state)
{
    stage *s = *state;
    write_file(s, "components/outer.lua", "emit('o', (pcall(inner)) and 'y' or 'n', 'o')");
    write_file(s, "components/inner.lua", "emit 'lost' error 'x'");
    assert_string_equal(what_lua_emits(s, "emit('a', outer(), 'b')\nemit((pcall(inner)) and 'y' or 'n', outer())"),
                        "aonobnono");
}

static void components_that_call_one_another_for_ever_are_stopped(void **state)
{
    stage *s = *state;
    write_file(s, "components/again.lua", "emit(again())");
    assert_non_null(strstr(failure_of_lua(s, "again()"), "stack overflow"));
    assert_string_equal(what_lua_emits(s, "emit((pcall(again)) and 'y' or 'n')"), "n");
}

static void a_name_that_is_nowhere_is_an_error_that_suggests_the_nearest(void **state)
{
    assert_string_equal(failure_of_lua(*state, "emit(meting.date)"),
                        "nothing is called 'meting' here (did you mean 'meeting'?)");
}

static void require_finds_modules_of_the_site_only(void **state)
{
    write_file(*state, "lua/words.lua", "return { hello = 'hello' }");
    assert_string_equal(
        what_lua_emits(*state, "emit(require 'words'.hello, tostring(require 'words' == require 'words'))"),
        "hellotrue");
    assert_non_null(strstr(failure_of_lua(*state, "require '../layouts/meeting'"), "there is no module"));
    assert_non_null(strstr(failure_of_lua(*state, "require 'socket'"), "there is no module"));
}

static void a_module_that_ships_takes_what_the_site_has_in_its_place(void **state)
{
    stage *s = *state;
    write_file(s, "lua/dates.lua", "return { long = function() return 'mine: ' .. page.layout end }");
    assert_string_equal(what_lua_emits(s, "emit(md(long_date '2025-11-04'))"), "mine: meeting");
}

static void a_module_that_needs_the_page_is_run_by_the_page(void **state)
{
    stage *s = *state;
    write_file(s, "lua/where.lua", "return page.route");
    write_file(s, "lua/text.lua", "return { count = function() return require 'where' end }");
    assert_string_equal(what_two_pages_emit(s, "emit(md(count()))"),
                        "/meetings/2025-11-04-panel//meetings/2025-11-04-panel/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_narrow_stage(a_layout_finds_nothing_that_reaches_the_machine),
        on_narrow_stage(a_loop_that_never_ends_is_stopped_with_its_line),
        on_narrow_stage(a_layout_that_eats_memory_is_stopped),
        on_narrow_stage(endless_output_is_stopped),
        on_narrow_stage(endless_recursion_is_stopped_with_its_line),
        on_narrow_stage(pairs_visits_keys_in_order),
        on_narrow_stage(a_key_can_be_taken_out_on_the_way),
        on_narrow_stage(no_address_shows),
        on_narrow_stage(random_numbers_are_the_same_in_each_build),
        on_narrow_stage(one_page_sees_nothing_of_another),
        on_narrow_stage(a_page_is_as_ever_after_one_that_was_stopped),
        on_narrow_stage(what_a_component_emits_before_an_error_is_gone),
        on_narrow_stage(components_that_call_one_another_for_ever_are_stopped),
        on_narrow_stage(a_name_that_is_nowhere_is_an_error_that_suggests_the_nearest),
        on_narrow_stage(require_finds_modules_of_the_site_only),
        on_narrow_stage(a_module_that_ships_takes_what_the_site_has_in_its_place),
        on_narrow_stage(a_module_that_needs_the_page_is_run_by_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

/* What ships runs unwatched until it comes to what others wrote. */
static void a_loop_in_what_a_theme_that_ships_calls_is_stopped_with_its_line(void **state)
{
    stage *s = *state;
    write_file(s, "components/long_date.lua", "\nwhile true do end");
    assert_non_null(strstr(failure_of_shipped_theme(s), "a loop that never ends"));
    assert_non_null(strstr(s->error.file, "components/long_date.lua"));
    assert_int_equal(s->error.line, 2);
    assert_int_equal(s->error.code, MB_ELIMIT);
}

static void a_loop_in_a_module_that_one_that_ships_requires_is_stopped_with_its_line(void **state)
{
    stage *s = *state;
    write_file(s, "lua/dates.lua", "\nwhile true do end");
    assert_non_null(strstr(failure_of_shipped_theme(s), "a loop that never ends"));
    assert_non_null(strstr(s->error.file, "lua/dates.lua"));
    assert_int_equal(s->error.line, 2);
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
    assert_non_null(strstr(failure_of_lua(s, "local function f()\n  return 1 + f()\nend\nf()"), "stack overflow"));
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

/* A metamethod of .. that takes a stack of some depth; up to 5.4.4, Lua reads the stack's old memory then. */
#define GLUE                                                                                                           \
    "local function deep(n) if n > 0 then local a, b, c, d = 1, 2, 3, 4 return deep(n - 1) + a - 1 end return 0 end\n" \
    "local mt, depth = {}, 0\n"                                                                                        \
    "mt.__concat = function(a, b) deep(depth) return (a.s or a) .. (b.s or b) end\n"                                   \
    "local x = setmetatable({ s = 'x' }, mt)\n"                                                                        \
    "string.s = false\n"                                                                                               \
    "local function try() return 'a' .. 'b' .. x, 'a' .. x .. 'c' .. x end\n"

static void glue_reads_no_memory_that_is_given_back(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       GLUE "for n = 1, 1200, 7 do\n  depth = n\n  local a, b = try()\n"
                                            "  local c, d = coroutine.wrap(try)()\n"
                                            "  if a ~= 'abx' or b ~= 'axcx' or c ~= a or d ~= b then emit(n) end\n"
                                            "end\nemit('done')"),
                        "done");
}

static void a_stack_that_would_move_is_a_limit(void **state)
{
    stage *s = *state;
    static const char *const ways[] = {
        GLUE "depth = 20000 try()",
        GLUE "depth = 20000 coroutine.wrap(try)()",
        GLUE "depth = 20000 pcall(try) emit('caught')",
        GLUE "depth = 20000 coroutine.resume(coroutine.create(try)) emit('caught')",
        "local function f(n) return 1 + f(n + 1) end f(1)",
        "local function f(...) return f(1, 1, 1, 1, 1, 1, 1, 1, ...) + 1 end f()",
        "local co coroutine.wrap(function() local function f() return 1 + f() end f() end)()",
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        assert_non_null(strstr(failure_of_lua(s, ways[i]), "stack overflow"));
    assert_non_null(strstr(failure_of_lua(s, "table.unpack({}, 1, 9000)"), "too many results"));
    assert_non_null(strstr(failure_of_lua(s, "string.byte(('x'):rep(9000), 1, -1)"), "at most 8000 values"));
    assert_non_null(strstr(failure_of_lua(s, "utf8.codepoint(('x'):rep(9000), -9000, 9000)"), "at most 8000 values"));
    assert_string_equal(what_lua_emits(s, "emit(#{ string.byte('x', math.maxinteger, math.mininteger) })"), "0");
    assert_string_equal(what_lua_emits(s, "emit(#{ string.byte(('x'):rep(7000), 1, -1) }, #{ ('ab'):byte(-9, 9) })"),
                        "70002");
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
        on_narrow_stage(a_loop_in_what_a_theme_that_ships_calls_is_stopped_with_its_line),
        on_narrow_stage(a_loop_in_a_module_that_one_that_ships_requires_is_stopped_with_its_line),
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
        on_stage(glue_reads_no_memory_that_is_given_back),
        on_stage(a_stack_that_would_move_is_a_limit),
        on_narrow_stage(components_that_call_one_another_for_ever_are_stopped),
        on_narrow_stage(a_name_that_is_nowhere_is_an_error_that_suggests_the_nearest),
        on_narrow_stage(require_finds_modules_of_the_site_only),
        on_narrow_stage(a_module_that_ships_takes_what_the_site_has_in_its_place),
        on_narrow_stage(a_module_that_needs_the_page_is_run_by_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

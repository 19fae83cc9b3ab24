/* bounds_test.c: no function of Lua's libraries works for ever, or for more memory than a page has. */
#include <stdio.h>
#include <string.h>

#include "stage.h"

/* A table that says it is endless, and has something at every place without a line of Lua. */
#define ENDLESS                                                                                                        \
    "local endless = setmetatable({}, { __len = function() return 1 << 60 end, __index = tostring, "                   \
    "__newindex = rawequal })\n"

static void assert_stopped(stage *s, const char *lua, const char *why)
{
    char text[1000];
    snprintf(text, sizeof text, ENDLESS "%s", lua);
    const char *message = failure_of_lua(s, text);
    if (!strstr(message, why))
        fail_msg("%s\nends with: %s", lua, message);
    snprintf(text, sizeof text, ENDLESS "pcall(function() %s end) emit 'x'", lua);
    if (s->error.code == MB_ELIMIT)
        assert_non_null(strstr(failure_of_lua(s, text), why));
}

#define LOOP "a loop that never ends"

static void a_table_that_says_it_is_endless_is_not_gone_through(void **state)
{
    assert_stopped(*state, "table.insert(endless, 1, 'x')", LOOP);
    assert_stopped(*state, "table.remove(endless, 1)", LOOP);
    assert_stopped(*state, "table.move(endless, 1, #endless, 2)", LOOP);
    assert_stopped(*state, "table.move(endless, 1, #endless, 1, {})", "MiB of memory");
    assert_stopped(*state,
                   "table.concat(setmetatable({}, { __len = function() return 1 << 60 end, "
                   "__index = setmetatable({}, { __index = function() return '' end }) }))",
                   LOOP);
    assert_stopped(*state, "table.concat(endless)", LOOP);
    assert_stopped(*state, "table.unpack(endless)", "too many results to unpack");
    assert_stopped(*state, "table.sort(endless)", "array too big");
    assert_stopped(*state, "table.sort(setmetatable({}, { __len = function() return 1 << 30 end, __index = rawlen }))",
                   "MiB of memory");
    assert_stopped(*state, "for _ in ipairs(endless) do end", LOOP);
}

static void a_comparison_that_contradicts_itself_only_sorts_badly(void **state)
{
    assert_string_equal(
        what_lua_emits(*state, "local t = {} for i = 1, 1000 do t[i] = i end\n"
                               "table.sort(t, function() return true end)\n"
                               "table.sort(t, function() return false end)\n"
                               "local i = 0 table.sort(t, function() i = i + 1 return i % 3 == 0 end)\n"
                               "table.sort(t, function(a, b) t[1], t[#t] = nil return (a or 0) < (b or 0) end)\n"
                               "emit(#t < 1001 and 'x')"),
        "x");
}

static void nothing_repeats_a_text_for_ever(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit((''):rep(math.maxinteger) == '' and 'x')"), "x");
    assert_stopped(*state, "emit(('x'):rep(math.maxinteger))", "MiB of memory");
    assert_stopped(*state, "emit(('xy'):rep(math.maxinteger))", "resulting string too large");
    assert_stopped(*state, "local s = ('x'):rep(1 << 24) emit(s:rep(3, s))", "MiB of memory");
    assert_stopped(*state, "while true do local s = ('x'):rep(1 << 20) end", LOOP);
    assert_stopped(*state, "local s = ('x'):rep(1 << 20) while true do s:gsub('y', '') end", LOOP);
    assert_stopped(*state, "local s = ('x'):rep(1 << 20) while true do s = s .. s end", "MiB of memory");
}

static void a_format_has_bounds(void **state)
{
    assert_stopped(*state, "string.format('%1000d', 1)", "invalid conversion");
    assert_stopped(*state, "string.format('%.1000f', 1)", "invalid conversion");
    assert_stopped(*state, "string.format(('%99d'):rep(1 << 20), table.unpack({ 1 }, 1, 1 << 20))", "too many results");
    assert_stopped(*state, "local s = ('x'):rep(1 << 24) string.format('%s%s%s%s', s, s, s, s)", "MiB of memory");
    assert_stopped(*state, "string.pack('c2147483647', '')", "MiB of memory");
    assert_string_equal(what_lua_emits(*state, "emit(#string.format('%99.99f', 1e308))"), "409");
}

static void tables_do_not_grow_for_ever(void **state)
{
    assert_stopped(*state, "local t = {} for i = 1, math.maxinteger do t[i] = i end", "MiB of memory");
    assert_stopped(*state, "local t = {} while true do t[#t + 1] = {} end", "MiB of memory");
    assert_stopped(*state, "local t = {} while true do t[{}] = t end", "MiB of memory");
    assert_stopped(*state, "local t = {} while true do table.insert(t, {}) end", "MiB of memory");
    assert_stopped(*state, "local s = '' while true do s = s .. ('x'):rep(100000) end", "MiB of memory");
    assert_stopped(*state, "table.pack(('x'):rep(1 << 21):byte(1, -1))", "at most 8000 values");
}

static void recursion_ends(void **state)
{
    assert_stopped(*state, "local function f() return f() end f()", LOOP);
    assert_stopped(*state,
                   "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k) return t[k] end emit(t.x)",
                   "stack overflow");
    assert_stopped(*state,
                   "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() return tostring(t) end "
                   "emit(tostring(t))",
                   "stack overflow");
    assert_stopped(*state, "local function f() return pcall(f) end emit((f()) and 'x', f)", "value 2 of emit");
}

static void to_sort_the_keys_of_pairs_takes_steps(void **state)
{
    assert_stopped(*state, "local t = {} for i = 1, 20000 do t['k' .. i] = i end while true do pairs(t) end", LOOP);
    assert_stopped(*state, "local t = {} for i = 1, 20000 do t[i] = i end while true do next(t) end", LOOP);
}

static void components_do_not_keep_more_text_than_a_page(void **state)
{
    stage *s = *state;
    write_file(s, "components/deep.lua", "local n = ... emit(('x'):rep(1 << 20)) if n > 0 then deep(n - 1) end");
    assert_string_equal(failure_of_lua(s, "deep(60)"), "the page is longer than 32 MiB");
    write_file(s, "components/deep.lua", "emit(('x'):rep(100))");
    assert_stopped(s, "while true do emit(html '') end", "longer than 32 MiB");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_narrow_stage(a_table_that_says_it_is_endless_is_not_gone_through),
        on_narrow_stage(a_comparison_that_contradicts_itself_only_sorts_badly),
        on_narrow_stage(nothing_repeats_a_text_for_ever),
        on_narrow_stage(a_format_has_bounds),
        on_narrow_stage(tables_do_not_grow_for_ever),
        on_narrow_stage(recursion_ends),
        on_narrow_stage(to_sort_the_keys_of_pairs_takes_steps),
        on_narrow_stage(components_do_not_keep_more_text_than_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

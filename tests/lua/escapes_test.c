/* escapes_test.c: a layout that tries to get out: past its limits, into the model, into another page, into the machine. */
#include <stdio.h>
#include <string.h>

#include "stage.h"

static void assert_fails(stage *s, const char *lua, const char *why)
{
    const char *message = failure_of_lua(s, lua);
    if (!strstr(message, why))
        fail_msg("%s\nends with: %s", lua, message);
}

#define LOOP "a loop that never ends"

static void whoever_catches_the_end_gets_the_next_one(void **state)
{
    static const char *const loops[] = {
        "while true do pcall(function() while true do end end) end",
        "local function again() while true do pcall(again) end end again()",
        "while true do xpcall(function() while true do end end, function() end) end",
        "xpcall(function() while true do end end, function() while true do end end)",
        "xpcall(function() string.rep('x', 1e6):find(('.-'):rep(9) .. 'y') end, function() while true do end end)",
        "pcall(function() while true do end end) emit 'published'",
        "pcall(string.find, ('a'):rep(1000), ('a-'):rep(40) .. 'b') emit 'published'",
        "for _ = 1, 1e9 do pcall(error, 'x') end",
    };
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
        assert_fails(*state, loops[i], LOOP);
        assert_int_equal(((stage *)*state)->error.code, MB_ELIMIT);
    }
}

static void memory_that_ran_out_is_not_caught_either(void **state)
{
    static const char *const eaters[] = {
        "pcall(function() local t = {} while true do t[#t + 1] = {} end end) emit 'published'",
        "pcall(string.rep, 'x', 1 << 40) emit 'published'",
        "while true do pcall(string.rep, 'x', 1 << 40) end",
        "coroutine.resume(coroutine.create(function() return ('x'):rep(1 << 40) end)) emit 'published'",
        "pcall(coroutine.wrap(function() return ('x'):rep(1 << 40) end)) emit 'published'",
    };
    for (size_t i = 0; i < sizeof eaters / sizeof *eaters; i++) {
        assert_fails(*state, eaters[i], "MiB of memory");
        assert_int_equal(((stage *)*state)->error.code, MB_ELIMIT);
    }
}

static void coroutines_do_not_hide_work(void **state)
{
    static const char *const loops[] = {
        "coroutine.wrap(function() while true do end end)()",
        "while true do coroutine.wrap(function() for i = 1, 900 do end end)() end",
        "while true do coroutine.resume(coroutine.create(function() for i = 1, 900 do end end)) end",
        /* each level multiplies what the one above does not see */
        "local function f(n) while true do pcall(coroutine.wrap(f), n + 1) end end f(1)",
        "local function f(n) for i = 1, 200 do if n < 20 then pcall(coroutine.wrap(f), n + 1) end end end f(1)",
        "local c = coroutine.wrap(function() while true do coroutine.yield() end end) while true do c() end",
        "coroutine.wrap(function() pcall(function() while true do end end) while true do end end)()",
        "local c = coroutine.create(function() while true do end end) coroutine.resume(c) emit 'published'",
    };
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++)
        assert_fails(*state, loops[i], LOOP);
}

static void a_coroutine_that_ends_in_an_error_leaves_the_page_as_it_was(void **state)
{
    stage *s = *state;
    write_file(s, "components/broken.lua", "emit 'lost' error 'x'");
    assert_string_equal(
        what_lua_emits(s, "emit 'a'\n"
                          "emit((coroutine.resume(coroutine.create(function() broken() end))) and 'y' or 'n')\n"
                          "emit((pcall(coroutine.wrap(function() broken() end))) and 'y' or 'n')\n"
                          "emit 'b'"),
        "annb");
    assert_string_equal(what_lua_emits(s, "local c = coroutine.wrap(function(...)\n"
                                          "  emit((select(2, xpcall(coroutine.yield, error, 'a'))), 'c')\n"
                                          "end)\nemit(c()) c 'b'"),
                        "abc");
}

static void what_is_closed_late_stays_within_the_limits(void **state)
{
    assert_string_equal(failure_of_lua(*state, "setmetatable({}, { __gc = error })"), "layouts have no __gc");
    assert_string_equal(failure_of_lua(*state, "setmetatable({}, { __close = error })"), "layouts have no __close");
    /* A method that comes later is called, but a limit is a limit there too. */
    assert_fails(*state,
                 "local m = {} local t = setmetatable({}, m) m.__close = function() while true do end end\n"
                 "do local x <close> = t end",
                 LOOP);
    assert_fails(*state,
                 "local m = {} local t = setmetatable({}, m) m.__close = function() while true do end end\n"
                 "pcall(function() local x <close> = t while true do end end) emit 'published'",
                 LOOP);
    assert_fails(*state,
                 "local m = {} local t = setmetatable({}, m) m.__close = function() while true do end end\n"
                 "local c = coroutine.create(function() local x <close> = t coroutine.yield() end)\n"
                 "coroutine.resume(c) coroutine.close(c) emit 'published'",
                 LOOP);
}

/* The state of a page ends without a word to the script. */
static void nothing_runs_when_a_page_is_done(void **state)
{
    assert_string_equal(
        what_two_pages_emit(*state, "local m = {} local t = setmetatable({}, m)\n"
                                    "m.__close = function() emit 'closed' while true do end end\n"
                                    "m.__gc = m.__close\n"
                                    "waiting = coroutine.wrap(function() local x <close> = t coroutine.yield() end)\n"
                                    "waiting()\n"
                                    "emit 'x' t = nil"),
        "xx");
}

static void an_error_says_what_it_can(void **state)
{
    assert_string_equal(failure_of_lua(*state, "error({})"), "the layout raised an error that is no text");
    assert_string_equal(failure_of_lua(*state, "error()"), "the layout raised an error that is no text");
    assert_string_equal(failure_of_lua(*state, "error(42)"), "42");
    assert_string_equal(failure_of_lua(*state, "error(setmetatable({}, { __tostring = function() return 'why' end }))"),
                        "why");
    assert_string_equal(failure_of_lua(*state, "error(setmetatable({}, { __tostring = function() error 'no' end }))"),
                        "the layout raised an error that is no text");
    assert_string_equal(failure_of_lua(*state, "error(setmetatable({}, { __tostring = function() return {} end }))"),
                        "the layout raised an error that is no text");
    assert_fails(*state, "error(setmetatable({}, { __tostring = function() while true do end end }))", LOOP);
    assert_fails(*state, "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() error(t) end error(t)",
                 "no text");
}

static void the_model_cannot_be_written_to(void **state)
{
    static const char *const writes[] = {
        "meeting.body = 'x'",
        "meeting.agenda[1] = nil",
        "meeting.agenda[1].title = 'x'",
        "rawset(meeting, 'body', 'x')",
        "rawset(meeting.agenda, 1, meeting)",
        "setmetatable(meeting, {})",
        "table.insert(meeting.agenda, 'x')",
        "table.insert(meeting.agenda, 1, 'x')",
        "table.remove(meeting.agenda)",
        "table.move({ 1 }, 1, 1, 1, meeting.agenda)",
        "table.sort(meeting.agenda, function() return true end)",
        "site.title = 'x'",
        "getmetatable(meeting).__index = nil",
        "getmetatable(meeting.agenda).__index = nil",
        "getmetatable(md 'x').__concat = nil",
        "getmetatable('x').__index = nil",
    };
    for (size_t i = 0; i < sizeof writes / sizeof *writes; i++)
        assert_true(strlen(failure_of_lua(*state, writes[i])) > 0);
    assert_string_equal(what_lua_emits(*state, "emit(tostring(getmetatable(meeting)), tostring(getmetatable('')))"),
                        "falsefalse");
}

static void functions_that_a_page_changes_are_back_on_the_next(void **state)
{
    assert_string_equal(what_two_pages_emit(*state, "emit(type(emit), ('x'):upper(), long_date '2025-11-04')\n"
                                                    "mine = true string.upper, long_date, tostring, pairs = nil\n"
                                                    "require 'dates'.short = nil math.floor = nil\n"
                                                    "for k in next, string do string[k] = nil end\n"
                                                    "local hold = emit emit = function() hold 'caught' end"),
                        "functionXTuesday 4 November 2025functionXTuesday 4 November 2025");
}

static void there_is_no_bytecode(void **state)
{
    assert_fails(*state, "\x1bLua", "binary");
    assert_string_equal(what_lua_emits(*state, "emit(tostring(string.dump), tostring(rawget(_G, 'load')), "
                                               "tostring(rawget(_G, 'loadstring')))"),
                        "nilnilnil");
}

static void require_stays_inside(void **state)
{
    static const char *const names[] = {"../secret",
                                        "lua/../../secret",
                                        "/etc/passwd",
                                        "..secret",
                                        "a.b",
                                        "secret\\0dates",
                                        "layouts/meeting",
                                        "",
                                        "io",
                                        "os",
                                        "debug",
                                        "package",
                                        "_G"};
    stage *s = *state;
    write_file(s, "secret.lua", "emit 'secret'");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char lua[200];
        snprintf(lua, sizeof lua, "require '%s'", names[i]);
        assert_fails(s, lua, "there is no module");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_narrow_stage(whoever_catches_the_end_gets_the_next_one),
        on_narrow_stage(memory_that_ran_out_is_not_caught_either),
        on_narrow_stage(coroutines_do_not_hide_work),
        on_narrow_stage(a_coroutine_that_ends_in_an_error_leaves_the_page_as_it_was),
        on_narrow_stage(what_is_closed_late_stays_within_the_limits),
        on_narrow_stage(nothing_runs_when_a_page_is_done),
        on_narrow_stage(an_error_says_what_it_can),
        on_narrow_stage(the_model_cannot_be_written_to),
        on_narrow_stage(functions_that_a_page_changes_are_back_on_the_next),
        on_narrow_stage(there_is_no_bytecode),
        on_narrow_stage(require_stays_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

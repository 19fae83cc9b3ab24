/* patterns_test.c: our find, match, gmatch, gsub and rep give what Lua's own give, also of patterns that are wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <lauxlib.h>
#include <lualib.h>

#include "script/rendering.h"

/* A state with two tables of functions on strings, `stock` and `ours`, that counts the page's steps. */
typedef struct pair {
    mb_rendering rendering;
    lua_State *L;
} pair;

static int open_pair(void **state)
{
    static pair made;
    memset(&made, 0, sizeof made);
    made.rendering.deadline = INT64_MAX;
    made.rendering.limits.steps = MB_PAGE_STEPS;
    made.L = luaL_newstate();
    if (!made.L)
        return -1;
    *(mb_rendering **)lua_getextraspace(made.L) = &made.rendering;
    luaL_openlibs(made.L);
    if (luaL_dostring(made.L, "stock = {} for name, f in pairs(string) do stock[name] = f end"))
        return -1;
    mb_open_strings(made.L);
    lua_getglobal(made.L, "string");
    lua_setglobal(made.L, "ours");
    *state = &made;
    return 0;
}

static int close_pair(void **state)
{
    lua_close(((pair *)*state)->L);
    return 0;
}

static const char *run(pair *p, const char *lua)
{
    if (luaL_dostring(p->L, lua))
        fail_msg("%s", lua_tostring(p->L, -1));
    return lua_tostring(p->L, -1);
}

/* same(name, …) calls both functions and raises an error where their answers differ. */
static const char comparing[] =
    "local function shown(answer)\n"
    "  local parts = {}\n"
    "  for i = 1, answer.n do parts[i] = type(answer[i]) .. ' ' .. stock.format('%q', tostring(answer[i])) end\n"
    "  return table.concat(parts, ', ')\n"
    "end\n"
    "local function answers(functions, name, ...)\n"
    "  if name ~= 'gmatch' then return shown(table.pack(pcall(functions[name], ...))) end\n"
    "  local all = {}\n"
    "  local good, message = pcall(function(...)\n"
    "    local step = functions.gmatch(...)\n"
    "    repeat\n"
    "      local found = table.pack(step())\n"
    "      all[#all + 1] = shown(found)\n"
    "    until found.n == 0 or found[1] == nil\n"
    "  end, ...)\n"
    "  return table.concat(all, ' | ') .. (good and '' or tostring(message))\n"
    "end\n"
    "function same(name, ...)\n"
    "  local wanted, found = answers(stock, name, ...), answers(ours, name, ...)\n"
    "  if wanted == found then return end\n"
    "  error(name .. ' ' .. shown(table.pack(...)) .. ' gives\\n' .. found .. '\\nand not\\n' .. wanted)\n"
    "end\n";

static void what_random_patterns_give_is_the_same(void **state)
{
    pair *p = *state;
    run(p, comparing);
    run(p,
        "local pieces = { 'a', 'b', 'c', '1', ' ', '.', '%', '[', ']', '^', '$', '(', ')', '()', '*', '+', '-', '?',\n"
        "  '%a', '%D', '%w', '%S', '%p', '%x', '%z', '%%', '%1', '%2', '%b', '%bab', '%f', '%f[%w]', '[a-c]', '[^a]',\n"
        "  '[%w-]', '[]a]', '[a-]', '(a', 'b)', '(.-)', '.*', 'a+', '\\0', '\\xE9', '[\\0-\\xFF]', '%g', '%c', '%U', "
        "'%l' }\n"
        "local letters = { 'a', 'a', 'b', 'b', 'c', '1', '2', ' ', '-', '(', ')', '%', '.', 'A', '\\0', '\\xE9', ']' "
        "}\n"
        "local replacements = { 'x', '', '%0', '%1', '<%2>', '%%', '%', '%x', '%1%1', 7, { a = 'A', b = 1, c = {} },\n"
        "  function(a, b) return b or a end, function() return nil end, function() return {} end }\n"
        "local random = math.random\n"
        "local function made(of, longest)\n"
        "  local parts = {}\n"
        "  for i = 1, random(0, longest) do parts[i] = of[random(#of)] end\n"
        "  return table.concat(parts)\n"
        "end\n"
        "math.randomseed(20251104)\n"
        "for i = 1, 100000 do\n"
        "  local subject, pattern = made(letters, 12), made(pieces, random(1, 8))\n"
        "  local start = random(4) == 1 and random(-14, 14) or nil\n"
        "  same('find', subject, pattern, start)\n"
        "  same('match', subject, pattern, start)\n"
        "  if i % 2 == 0 then same('gmatch', subject, pattern, start) end\n"
        "  if i % 2 == 1 then\n"
        "    same('gsub', subject, pattern, replacements[random(#replacements)], random(4) == 1 and random(-1, 4) or "
        "nil)\n"
        "  end\n"
        "end");
}

static void plain_searches_and_their_beginnings_are_the_same(void **state)
{
    pair *p = *state;
    run(p, comparing);
    run(p, "for _, subject in ipairs { '', 'a', 'ab.ab', 'a\\0b', ('x'):rep(50) .. 'y' } do\n"
           "  for _, wanted in ipairs { '', 'a', '.', 'b.', '\\0', 'xy', 'a\\0b' } do\n"
           "    for start = -7, 7 do same('find', subject, wanted, start, true) end\n"
           "    same('find', subject, wanted, math.mininteger)\n"
           "    same('find', subject, wanted, math.maxinteger)\n"
           "  end\n"
           "end");
}

static void repeating_is_the_same(void **state)
{
    pair *p = *state;
    run(p, comparing);
    run(p, "for _, text in ipairs { '', 'a', 'ab', 12 } do\n"
           "  for _, between in ipairs { '', ', ' } do\n"
           "    for count = -1, 5 do same('rep', text, count, between) end\n"
           "  end\n"
           "end\n"
           "same('rep', 'ab', math.maxinteger)\n"
           "same('rep', 'a', 1 << 40, ('b'):rep(1 << 24))");
}

static void patterns_with_many_choices_are_refused_at_the_same_depth(void **state)
{
    pair *p = *state;
    run(p, comparing);
    run(p, "for _, piece in ipairs { 'a?', 'a*', 'a-', '(a)', '()' } do\n"
           "  for count = 30, 34 do same('match', ('a'):rep(220), piece:rep(count)) end\n"
           "  for count = 197, 202 do same('match', ('a'):rep(220), piece:rep(count)) end\n"
           "end");
}

static void the_functions_say_what_is_wrong_with_their_arguments(void **state)
{
    pair *p = *state;
    run(p, "local names = { 'find', 'match', 'gmatch', 'gsub', 'rep' }\n"
           "for _, name in ipairs(names) do\n"
           "  for _, arguments in ipairs { {}, { 'a' }, { 'a', {} }, { 'a', 'b', {}, 'x' }, { nil, 'b' } } do\n"
           "    local answers = {}\n"
           "    for i, functions in ipairs { stock, ours } do\n"
           "      string[name] = functions[name]\n"
           "      local call = assert(load('local a = ... return string.' .. name .. '(a[1], a[2], a[3], a[4])'))\n"
           "      answers[i] = select(2, pcall(call, arguments))\n"
           "    end\n"
           "    if type(answers[1]) ~= 'function' then\n"
           "      assert(answers[1] == answers[2], tostring(answers[1]) .. ' and ' .. tostring(answers[2]))\n"
           "    end\n"
           "  end\n"
           "end");
}

/* Each would take Lua's own functions hours. */
static void a_match_that_goes_back_for_ever_is_stopped(void **state)
{
    static const char *const searches[] = {
        "find(('a'):rep(200), ('a-'):rep(40) .. 'b')",
        "match(('a'):rep(200), ('.*'):rep(40) .. 'b')",
        "gsub(('a'):rep(200), ('(a*)'):rep(20) .. '%1b', '')",
        "gmatch(('a'):rep(200), ('a?a*'):rep(20) .. 'b')()",
        "find(('('):rep(300000), ('%b()'):rep(20))",
        "find(('a'):rep(1 << 20), '[' .. ('b'):rep(1 << 20) .. ']*c')",
        "find(('a'):rep(1 << 20), '(' .. ('a'):rep(10) .. '*)%1b')",
        "find(('a'):rep(1 << 21), '.-.-b')",
    };
    pair *p = *state;
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        char lua[300];
        p->rendering.steps = MB_PAGE_STEPS - 10000000;
        p->rendering.uncounted = 0;
        p->rendering.stopped = MB_GOING;
        lua_sethook(p->L, NULL, 0, 0);
        snprintf(lua, sizeof lua, "string.%s", searches[i]);
        if (!luaL_dostring(p->L, lua))
            fail_msg("%s came to an end", searches[i]);
        assert_non_null(strstr(lua_tostring(p->L, -1), "more steps than it may"));
    }
}

#define in_a_pair(test) cmocka_unit_test_setup_teardown(test, open_pair, close_pair)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_a_pair(what_random_patterns_give_is_the_same),
        in_a_pair(plain_searches_and_their_beginnings_are_the_same),
        in_a_pair(repeating_is_the_same),
        in_a_pair(patterns_with_many_choices_are_refused_at_the_same_depth),
        in_a_pair(the_functions_say_what_is_wrong_with_their_arguments),
        in_a_pair(a_match_that_goes_back_for_ever_is_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* trust_test.c: what a site that says `trust: full` lifts, and that a theme without it stays in its folder. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/file.h"
#include "stage.h"

static int set_trusted_stage(void **state)
{
    int code = set_narrow_stage(state);
    ((stage *)*state)->trust = MB_TRUST_FULLY;
    return code;
}

static void a_trusted_layout_reaches_the_machine(void **state)
{
    stage *s = *state;
    char lua[500];
    write_file(s, "notes.txt", "a note");
    snprintf(lua, sizeof lua,
             "local file = io.open('%s/notes.txt')\n"
             "emit(file:read('a'), md' ', type(os.time()), md' ', load('return 7')(), md' ', type(debug.traceback()))",
             s->folder);
    assert_string_equal(what_lua_emits(s, lua), "a note number 7 string");
}

static void a_trusted_layout_has_no_limits(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local n = 0 for i = 1, 1e7 do n = n + 1 end\n"
                                               "local s = ('x'):rep(100 << 20) emit(#s >> 20, md' ', n)"),
                        "100 10000000");
}

static void each_page_is_a_state_of_its_own_that_is_closed(void **state)
{
    stage *s = *state;
    char lua[500];
    snprintf(lua, sizeof lua,
             "emit(rawget(_G, 'seen') and 'again' or 'first') seen = true\n"
             "local path = '%s/closed.txt'\n"
             "hold = setmetatable({}, { __gc = function() emit 'late' io.open(path, 'a'):write('x'):close() end })",
             s->folder);
    assert_string_equal(what_two_pages_emit(s, lua), "firstfirst");
    mb_slice written;
    assert_int_equal(mb_file_read(s->arena, mb_path_join(s->arena, s->folder, "closed.txt"), 10, &written, &s->error),
                     0);
    assert_int_equal(written.size, 2);
}

static void a_trusted_layout_has_lua_modules_of_the_machine(void **state)
{
    stage *s = *state;
    char lua[300];
    write_file(s, "elsewhere/words.lua", "return { hello = 'hello' }");
    snprintf(lua, sizeof lua,
             "package.path = '%s/elsewhere/?.lua' emit(require 'words'.hello, #package.cpath, require 'dates'.short "
             "'2025-11')",
             s->folder);
    assert_string_equal(what_lua_emits(s, lua), "hello0November 2025");
    assert_non_null(strstr(failure_of_lua(s, "require 'nowhere'"), "module 'nowhere' not found"));
}

/* A site, a theme and the library, of which the theme has this link. */
static int load_theme_with_link(stage *s, const char *link, mb_trust trust)
{
    mb_scripts *scripts;
    const char *theme = mb_path_join(s->arena, s->folder, "theme");
    const char *const layers[] = {s->folder, theme, MB_SHIPPED};
    write_file(s, "secret.lua", "return 'secret'");
    write_file(s, "theme/layouts/own.lua", "");
    write_file(s, "theme/lua/mine.lua", "");
    const char *path = mb_path_join(s->arena, theme, link);
    assert_int_equal(symlink(mb_path_join(s->arena, s->folder, "secret.lua"), path), 0);
    int code = mb_scripts_load(layers, 3, trust, NULL, NULL, &scripts, &s->error);
    if (!code)
        mb_scripts_free(scripts);
    unlink(path);
    return code;
}

static void a_theme_does_not_link_to_what_is_not_its_own(void **state)
{
    stage *s = *state;
    assert_int_equal(load_theme_with_link(s, "lua/secret.lua", MB_TRUST_NOTHING), MB_EFORMAT);
    assert_non_null(strstr(s->error.message, "leads out of the theme"));
    assert_non_null(strstr(s->error.file, "theme/lua/secret.lua"));
    assert_int_equal(load_theme_with_link(s, "layouts/secret.lua", MB_TRUST_NOTHING), MB_EFORMAT);
    assert_int_equal(load_theme_with_link(s, "shell.html", MB_TRUST_NOTHING), MB_EFORMAT);
    assert_int_equal(load_theme_with_link(s, "lua/secret.lua", MB_TRUST_FULLY), 0);
}

#define on_trusted_stage(test) cmocka_unit_test_setup_teardown(test, set_trusted_stage, clear_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_trusted_stage(a_trusted_layout_reaches_the_machine),
        on_trusted_stage(a_trusted_layout_has_no_limits),
        on_trusted_stage(each_page_is_a_state_of_its_own_that_is_closed),
        on_trusted_stage(a_trusted_layout_has_lua_modules_of_the_machine),
        on_stage(a_theme_does_not_link_to_what_is_not_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

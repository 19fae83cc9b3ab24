/* exhaustion_test.c: whichever request for memory is refused, of ours or of Lua's, loading and running a layout ends with
 * one clear error, gives everything back, and makes no broken page. */
#include "stage.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "../unit/refusing_malloc.h"
#include "core/file.h"
#include "script/rendering.h"

/* What a page does, a little of each; whoever catches an error would show it. */
static const char layout[] = "% local words = require 'words'\n"
                             "# ${words.title(meeting.body)}\n"
                             "% for _, item in ipairs(meeting.agenda) do\n"
                             "${card(item)} ${html '<b>' .. item.title .. html '</b>'}\n"
                             "% end\n"
                             "${select(2, pcall(words.many, 300))}\n"
                             "${(coroutine.wrap(function() return ('xy'):rep(5000):gsub('x', '') end)())}\n"
                             "${meeting.agenda[1].blocks}\n";
static const char component[] = "% local item = ...\n"
                                "**${item.number}** ${item.title} ${sentence { 'a', 'b' }}\n";
static const char module[] = "local words = {}\n"
                             "function words.title(text) return text:upper() end\n"
                             "function words.many(n)\n"
                             "  local t = {}\n"
                             "  for i = 1, n do t[i] = { name = 'n' .. i } end\n"
                             "  for k, v in pairs(t) do t[k] = v.name end\n"
                             "  table.sort(t, function(a, b) return a > b end)\n"
                             "  return table.concat(t, ' ')\n"
                             "end\n"
                             "return words\n";
static const char globals[] = "return { sentence = function(list) return table.concat(list, ' and ') end }\n";

static void write_site(stage *s)
{
    write_file(s, "site/layouts/meeting.md", layout);
    write_file(s, "site/components/card.md", component);
    write_file(s, "site/lua/words.lua", module);
    write_file(s, "site/shell.html", "<title>${meeting.body}</title>${content}\n");
    write_file(s, "library/lua/globals.lua", globals);
}

static bool no_route(const mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out)
{
    (void)setup;
    (void)type;
    (void)object;
    (void)out;
    return false;
}

static int render(stage *s, const mb_scripts *scripts, mb_buffer *out)
{
    const mb_render_setup setup = {.scripts = scripts, .site = s->site, .route_of = no_route, .limits = &s->limits};
    const mb_page page = {.route = "/x/",
                          .layout = "meeting",
                          .type = mb_type_of(site_meeting),
                          .object = s->meeting,
                          .title = "",
                          .date = ""};
    mb_rendering *rendering;
    int code = mb_rendering_new(&setup, &page, &rendering, &s->error);
    if (code)
        return code;
    code = mb_render_layout(rendering, out, &s->error);
    if (!code)
        code = mb_render_shell(rendering, MB_TEXT("<p>"), out, &s->error);
    mb_rendering_free(rendering);
    return code;
}

static int load_and_render(stage *s, const char *const *layers, mb_buffer *out)
{
    mb_scripts *scripts;
    s->error = (mb_error){0};
    int code = mb_scripts_load(layers, 2, s->trust, NULL, NULL, &scripts, &s->error);
    if (code)
        return code;
    code = render(s, scripts, out);
    mb_scripts_free(scripts);
    return code;
}

/* The page as it should be; it belongs to the arena. */
static const char *make_whole(stage *s, const char **layers)
{
    layers[0] = mb_path_join(s->arena, s->folder, "site");
    layers[1] = mb_path_join(s->arena, s->folder, "library");
    write_site(s);
    mb_buffer_clear(&s->text);
    int code = load_and_render(s, layers, &s->text);
    if (code)
        fail_msg("%s:%u: %s", s->error.file, s->error.line, s->error.message);
    return mb_arena_copy(s->arena, mb_buffer_slice(&s->text)).data;
}

static void assert_whole_or_described(const stage *s, int code, const char *whole, const mb_buffer *out)
{
    if (code == 0) {
        assert_string_equal(out->data, whole);
        return;
    }
    if (code != MB_ENOMEM && code != MB_ELIMIT && code != MB_EIO)
        fail_msg("%d: %s:%u: %s", code, s->error.file, s->error.line, s->error.message);
    assert_int_equal(s->error.code, code);
    assert_non_null(strstr(s->error.message, "memory"));
}

static long count_requests(stage *s, const char *const *layers)
{
    mb_buffer out = mb_buffer_make(MB_PAGE_CEILING);
    requests = 0;
    assert_int_equal(load_and_render(s, layers, &out), 0);
    mb_buffer_free(&out);
    return requests;
}

/* Refuses `count` requests from the first on, then from each further `step`th. */
static void survives_refusals(stage *s, long step, long count)
{
    const char *layers[2], *whole = make_whole(s, layers);
    long before = held, all = count_requests(s, layers), failures = 0;
    assert_given_back(before);
    assert_true(all > 100);
    for (long n = 0; n < all; n += step) {
        mb_buffer out = mb_buffer_make(MB_PAGE_CEILING);
        requests = 0;
        refused = n;
        refusals = count;
        int code = load_and_render(s, layers, &out);
        refused = -1;
        assert_whole_or_described(s, code, whole, &out);
        failures += code != 0;
        mb_buffer_free(&out);
        assert_given_back(before);
    }
    assert_true(failures > (count > 1 ? all / step / 2 : 0));
}

static void a_page_survives_every_refusal(void **state)
{
    survives_refusals(*state, 1, 1);
    survives_refusals(*state, 1, LONG_MAX);
}

/* Where the layouts are trusted, each request of Lua's is one to the system. They are some thousands, of libraries
 * mostly. What Lua is refused once it asks for again, with its rubbish collected. */
static void a_page_survives_refusals_of_what_lua_asks_for(void **state)
{
    stage *s = *state;
    s->trust = MB_TRUST_FULLY;
    survives_refusals(s, 7, 1);
    survives_refusals(s, 1, 2);
    survives_refusals(s, 7, LONG_MAX);
}

/* One state makes all of these pages. */
static void a_page_survives_every_ceiling(void **state)
{
    stage *s = *state;
    const char *layers[2], *whole = make_whole(s, layers);
    mb_scripts *scripts;
    assert_int_equal(mb_scripts_load(layers, 2, MB_TRUST_NOTHING, NULL, NULL, &scripts, &s->error), 0);
    size_t least = 0, most = (size_t)4 << 20;
    int code = MB_ELIMIT;
    for (s->limits.memory = least; code && s->limits.memory < most; s->limits.memory += 211) {
        s->error = (mb_error){0};
        mb_buffer_clear(&s->text);
        code = render(s, scripts, &s->text);
        assert_whole_or_described(s, code, whole, &s->text);
    }
    assert_int_equal(code, 0);
    mb_scripts_free(scripts);
}

/* exhaustion_test [TEST]: the name of the one test that is to run. */
int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        on_stage(a_page_survives_every_refusal),
        on_stage(a_page_survives_refusals_of_what_lua_asks_for),
        on_stage(a_page_survives_every_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

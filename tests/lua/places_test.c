/* places_test.c: hostile values, wherever one can land. */
#include "stage.h"

#include <string.h>

static const char *const hostile[] = {
    "<script>alert(1)</script>",
    "\" onclick=\"alert(1)",
    "' onclick='alert(1)",
    "x) <b>(",
    "x> <b>",
    "a | b || c",
    "} .evil {#taken",
    "# no heading",
    "**no** _no_ `no` ~~~ ```",
    "[no](javascript:alert(1)) ![no](x.png) <http://no.example>",
    "&lt;b&gt; &#60; \\",
    "*[HTML]: no",
    "[^1]: no",
    "::: {.evil}",
    "-->",
    "]]>",
    "line\nbreak\n\n# no heading",
    "${1 + 1} % os.exit()",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

static void set_venue(stage *s, const char *text)
{
    s->meeting->venue = mb_slice_of(text);
}

static void assert_without(const char *html, const char *text)
{
    if (strcasestr(html, text))
        fail_msg("'%s' is in %s", text, html);
}

static void assert_harmless(const char *html)
{
    static const char *const never[] = {
        "<script",          "<b>",          "<img",    "<strong",    "<em>", "<code",
        "<abbr title=\"no", "class=\"evil", " evil\"", "id=\"taken", "<h2",  "href=\"javascript"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_without(html, never[i]);
    for (const char *at = html; (at = strcasestr(at, "onclick=")); at++) { /* inside an attribute it is text */
        const char *tag = at;
        unsigned doubles = 0, singles = 0;
        for (; tag > html && *tag != '<'; tag--) {
            doubles += *tag == '"';
            singles += *tag == '\'';
        }
        if (*tag == '<' && !memchr(tag, '>', (size_t)(at - tag)) && doubles % 2 == 0 && singles % 2 == 0)
            fail_msg("%s", html);
    }
}

static size_t count_of(const char *html, const char *text)
{
    size_t count = 0;
    for (; (html = strstr(html, text)); html++)
        count++;
    return count;
}

static void in_markdown_a_value_stays_where_it_stands(void **state)
{
    static const struct {
        const char *layout, *frame; /* a tag that has to be there once */
    } places[] = {
        {"# ${meeting.venue}\n", "<h1"},
        {"# A {#i-${meeting.venue}}\n", "<h1"},
        {"# A {lang=${meeting.venue}}\n", "<h1"},
        {"# A {.c-${meeting.venue}}\n", "<h1"},
        {"${meeting.venue}\n", "<p>"},
        {"a ${meeting.venue} b\n", "<p>"},
        {"${meeting.venue}${meeting.venue}\n", "<p>"},
        {"- ${meeting.venue}\n", "<li>"},
        {"1. ${meeting.venue}\n", "<li>"},
        {"> ${meeting.venue}\n", "<blockquote>"},
        {"| a | b |\n| - | - |\n| ${meeting.venue} | x |\n", "<td>x</td>"},
        {"| ${meeting.venue} | b |\n| - | - |\n| x | y |\n", "<td>x</td>"},
        {"::: {.box}\n${meeting.venue}\n:::\n", "<div class=\"box\">"},
        {"::: {.box #${meeting.venue}}\nx\n:::\n", "<div"},
        {"[${meeting.venue}](/x)\n", "<a href=\"/x\">"},
        {"[x](${meeting.venue})\n", "<p>"},
        {"[x](/a/${meeting.venue}/b)\n", "<p>"},
        {"[x](<${meeting.venue}>)\n", "<p>"},
        {"[x](/y \"${meeting.venue}\")\n", "<p>"},
        {"[x](/y '${meeting.venue}')\n", "<p>"},
        {"<https://x.example/${meeting.venue}>\n", "<p>"},
        {"[x]\n\n[x]: /a/${meeting.venue}\n", "<p>"},
        {"a[^n]\n\n[^n]: ${meeting.venue}\n", "<sup"},
        {"The ABC.\n\n*[ABC]: ${meeting.venue}\n", "<p>"},
        {"${md\"a \" .. meeting.venue .. md\" b\"}\n", "<p>"},
        {"${md\"[x](\" .. meeting.venue .. md\")\"}\n", "<p>"},
        {"${html'<i title=\"' .. meeting.venue .. html'\">x</i>'}\n", "<i title=\""},
        {"${html\"<i title='\" .. meeting.venue .. html\"'>x</i>\"}\n", "<i title='"},
        {"${html'<i>' .. meeting.venue .. html'</i>'}\n", "<i>"},
        {"${html'<a href=\"' .. meeting.venue .. html'\">x</a>'}\n", "<a href=\""},
        {"${html'<i>' .. meeting.venue .. html'</i>' .. md' x'}\n", "<i>"},
    };
    stage *s = *state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        for (size_t k = 0; k < HOSTILE; k++) {
            set_venue(s, hostile[k]);
            const char *html = what_page_shows(s, places[i].layout);
            assert_harmless(html);
            if (count_of(html, places[i].frame) != 1)
                fail_msg("%s with %s gives %s", places[i].layout, hostile[k], html);
        }
    }
}

static void in_html_a_value_stays_where_it_stands(void **state)
{
    static const struct {
        const char *shell, *end;
    } places[] = {
        {"<p>${meeting.venue}</p>", "</p>"},
        {"<p title=\"${meeting.venue}\">x</p>", "\">x</p>"},
        {"<p title='${meeting.venue}'>x</p>", "'>x</p>"},
        {"<a href=\"${meeting.venue}\">x</a>", "\">x</a>"},
        {"<a href=\"/a/${meeting.venue}\">x</a>", "\">x</a>"},
        {"<a href='${meeting.venue}'>x</a>", "'>x</a>"},
        {"<p style=\"color: ${meeting.venue}\">x</p>", "\">x</p>"},
        {"<!-- ${meeting.venue} --><p>x", "--><p>x"},
        {"<title>${meeting.venue}</title>", "</title>"},
        {"<textarea>${meeting.venue}</textarea>", "</textarea>"},
    };
    stage *s = *state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        for (size_t k = 0; k < HOSTILE; k++) {
            set_venue(s, hostile[k]);
            const char *html = shell_around(s, places[i].shell, "");
            const char *hole = strstr(places[i].shell, "${");
            size_t before = (size_t)(hole - places[i].shell), end = strlen(places[i].end);
            assert_int_equal(strncmp(html, places[i].shell, before), 0);
            assert_string_equal(html + strlen(html) - end, places[i].end);
            for (const char *at = html + before; at < html + strlen(html) - end; at++)
                if (*at == '<' || *at == '>' || (strchr("\"'", *at) && *at == places[i].end[0]))
                    fail_msg("%s with %s gives %s", places[i].shell, hostile[k], html);
        }
    }
}

static void an_address_gets_no_scheme_from_a_value(void **state)
{
    stage *s = *state;
    set_venue(s, "javascript:alert(1)");
    assert_string_equal(shell_around(s, "<a href=\"${meeting.venue}\">", ""), "<a href=\"#\">");
    set_venue(s, " javascript:alert(1)");
    assert_string_equal(shell_around(s, "<a href=\"${meeting.venue}\">", ""), "<a href=\"#\">");
    set_venue(s, "script:alert(1)");
    assert_string_equal(shell_around(s, "<a href=\"java${meeting.venue}\">", ""), "<a href=\"javascript%3Aalert(1)\">");
    set_venue(s, ":alert(1)");
    assert_string_equal(shell_around(s, "<a href=\"${'javascript'}${meeting.venue}\">", ""),
                        "<a href=\"javascript%3Aalert(1)\">");
    set_venue(s, "ann@x.example");
    assert_string_equal(shell_around(s, "<a href=\"mailto:${meeting.venue}\">", ""),
                        "<a href=\"mailto:ann@x.example\">");
    set_venue(s, "https://x.example/?a=1&b=2");
    assert_string_equal(shell_around(s, "<a href=\"${meeting.venue}\" title=\"${meeting.venue}\">", ""),
                        "<a href=\"https://x.example/?a=1&amp;b=2\" title=\"https://x.example/?a=1&amp;b=2\">");
}

static void where_no_value_is_safe_there_is_an_error(void **state)
{
    static const struct {
        const char *shell, *reason;
    } places[] = {
        {"<script>let x = \"${site.title}\"</script>", "stands inside <script>"},
        {"<STYLE>p { color: ${site.title} }</STYLE>", "stands inside <script>"},
        {"<p ${site.title}>", "stands inside a tag"},
        {"<${site.title}>", "stands inside a tag"},
        {"<p title=${site.title}>", "without quotes"},
        {"<p title=a${site.title}>", "without quotes"},
        {"<p onclick=\"f(${site.title})\">", "run as a program"},
        {"<iframe srcdoc=\"${site.title}\">", "run as a program"},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_non_null(strstr(failure_of_shell(*state, places[i].shell), places[i].reason));
    assert_string_equal(shell_around(*state, "<script>f()</script><h${2 }>${site.title}</h2>", ""),
                        "<script>f()</script><h2>Our meetings</h2>");
    assert_non_null(strstr(failure_of_lua(*state, "emit(html'<a href=\"', 'x', html'\">')"), "ends inside a tag"));
    assert_non_null(strstr(failure_of_lua(*state, "emit(html'<a ' .. md'*x*' .. html'>')"), "inside a tag"));
}

static void what_is_glued_is_escaped_for_where_it_lands_at_last(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'[x](' .. 'a b' .. md')' .. ' c)')"), "[x](a&#32;b)&#32;c)");
    assert_string_equal(what_lua_emits(*state, "local m = 'a' .. md'' emit(md'[x](', m .. ' b', md')')"),
                        "[x](a&#32;b)");
    assert_string_equal(what_lua_emits(*state, "emit(#(md'' .. ''), #(md'ab' .. 'c'), tostring(md'*' .. '*'))"),
                        "03\\*\\\\\\*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(in_markdown_a_value_stays_where_it_stands),
        on_stage(in_html_a_value_stays_where_it_stands),
        on_stage(an_address_gets_no_scheme_from_a_value),
        on_stage(where_no_value_is_safe_there_is_an_error),
        on_stage(what_is_glued_is_escaped_for_where_it_lands_at_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

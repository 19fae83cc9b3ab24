/* escape_test.c: a value shows as itself in every place of a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "html_text.h"
#include "markdown/markdown.h"

static const char *const hostile[] = {
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://example.org/a.png)",
    "a | b",
    "| a | b |",
    "|---|---|",
    "# not a heading",
    "C #",
    "title {#id .class}",
    "{.class}",
    "- no item",
    "+ no item",
    "* no item",
    "1. no item",
    "12) no item",
    "1.",
    "3.1 The scope",
    ". (a",
    "> no quote",
    "::: {.box}",
    ":::",
    "*[HTML]: nothing",
    "[label]: http://example.org/",
    "[^1]: no note",
    "[^1]",
    ": /address",
    "(http://example.org/)",
    "&amp; &lt; &#35; &copy &",
    "Adults & Health",
    "`code` ``more`` ```",
    "~~~ no fence",
    "a backslash at the end\\",
    "\\*stars\\*",
    "\\|",
    "\\\\|",
    "*emphasis* _emphasis_ **strong** __strong__ snake_case",
    "title\n=====\nmore",
    "title\n-----\nmore",
    "---",
    "***",
    "===",
    "one\n\ntwo",
    "one  \ntwo",
    "one\r\ntwo\rthree",
    "\n",
    "\n\n# after lines",
    "    indented code",
    "\tindented code",
    "a\tb\t",
    "  spaces  ",
    " ",
    "<http://example.org/>",
    "<!-- a comment -->",
    "<div>",
    "</p>",
    "${x} % local",
    "Wow!",
    "\"quotes\" and 'quotes'",
    "£5 caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x8F\x9B",
    "\xEF\xBB\xBF# no heading",
    "x",
    "0",
};
#define HOSTILE_COUNT (sizeof hostile / sizeof *hostile)

static const mb_markdown_options additions = {.additions = true};

/* The HTML of a page with `value` between `before` and `after`. */
static mb_buffer page_of(const char *before, mb_slice value, mb_markdown_place place, const char *after)
{
    mb_buffer markdown = mb_buffer_make(1 << 20), html = mb_buffer_make(1 << 20);
    mb_error error = {0};
    mb_buffer_text(&markdown, before);
    mb_markdown_escape(&markdown, value, place);
    mb_buffer_text(&markdown, after);
    int code = mb_markdown_to_html(mb_buffer_slice(&markdown), &additions, "test.md", &html, &error);
    if (code)
        fail_msg("%s", error.message);
    mb_buffer_free(&markdown);
    return html;
}

/* Where `value` is put between `before` and `after`, the HTML is `html_before`, the value as text, `html_after`. */
static void shows_as_itself(mb_slice value, const char *before, const char *after, const char *html_before,
                            const char *html_after)
{
    mb_buffer html = page_of(before, value, MB_MARKDOWN_TEXT, after);
    mb_buffer wanted = mb_buffer_make(1 << 20);
    mb_buffer_text(&wanted, html_before);
    mb_html_escape(&wanted, value);
    mb_buffer_text(&wanted, html_after);
    assert_string_equal(html.data, wanted.data);

    mb_buffer text = mb_buffer_make(1 << 20);
    html_text(&text,
              (mb_slice){wanted.data + strlen(html_before), wanted.size - strlen(html_before) - strlen(html_after)});
    assert_string_equal(text.data, value.data);
    mb_buffer_free(&html);
    mb_buffer_free(&wanted);
    mb_buffer_free(&text);
}

static void a_value_shows_as_itself_in_running_text(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after, *html_before, *html_after;
    } places[] = {
        {"", "\n", "<p>", "</p>\n"},
        {"x ", " y\n", "<p>x ", " y</p>\n"},
        {"x", "y\n", "<p>x", "y</p>\n"},
        {"one\n", "\ntwo\n", "<p>one\n", "\ntwo</p>\n"},
        {"- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n"},
        {"> ", "\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n"},
        {"*x ", " y*\n", "<p><em>x ", " y</em></p>\n"},
        {"[", "](/a)\n", "<p><a href=\"/a\">", "</a></p>\n"},
        {"[x]", "\n", "<p>[x]", "</p>\n"},
        {"", "[x](/a)\n", "<p>", "<a href=\"/a\">x</a></p>\n"},
        {"", "amp; x\n", "<p>", "amp; x</p>\n"},
    };
    for (size_t i = 0; i < HOSTILE_COUNT; i++)
        for (size_t j = 0; j < sizeof places / sizeof *places; j++)
            shows_as_itself(mb_slice_of(hostile[i]), places[j].before, places[j].after, places[j].html_before,
                            places[j].html_after);
}

static void a_value_after_an_empty_value_shows_as_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++)
        for (size_t j = 0; j < HOSTILE_COUNT; j++) {
            mb_buffer second = mb_buffer_make(1 << 20), both = mb_buffer_make(1 << 20);
            mb_markdown_escape(&second, mb_slice_of(hostile[j]), MB_MARKDOWN_TEXT);
            mb_buffer_add(&both, mb_slice_of(hostile[i]));
            mb_buffer_add(&both, mb_slice_of(hostile[j]));
            mb_buffer html = page_of("", mb_slice_of(hostile[i]), MB_MARKDOWN_TEXT, second.data);
            mb_buffer text = mb_buffer_make(1 << 20);
            html_text(&text, (mb_slice){html.data + 3, html.size - 8});
            assert_string_equal(text.data, both.data);
            mb_buffer_free(&second);
            mb_buffer_free(&both);
            mb_buffer_free(&html);
            mb_buffer_free(&text);
        }
}

static void what_no_document_can_hold_becomes_the_replacement_character(void **state)
{
    (void)state;
    mb_buffer html = page_of("",
                             MB_TEXT("a\0b\x01"
                                     "c\xEF\xB7\x90"
                                     "d\xEF\xB7\xAF"),
                             MB_MARKDOWN_TEXT, "");
    assert_string_equal(html.data, "<p>a\xEF\xBF\xBD"
                                   "b\xEF\xBF\xBD"
                                   "c\xEF\xBF\xBD"
                                   "d\xEF\xBF\xBD</p>\n");
    mb_buffer_free(&html);
}

static void an_address_is_the_target_that_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        const char *html;
    } cases[] = {
        {"https://example.org/a_(b)?c=d&e=f#g", "<p><a href=\"https://example.org/a_(b)?c=d&amp;e=f#g\">x</a></p>\n"},
        {"/a b) [y](/z", "<p><a href=\"/a%20b)%20%5By%5D(/z\">x</a></p>\n"},
        {"a\"onclick=\"b", "<p><a href=\"a%22onclick=%22b\">x</a></p>\n"},
        {"<a>", "<p><a href=\"%3Ca%3E\">x</a></p>\n"},
        {"&amp;", "<p><a href=\"&amp;amp;\">x</a></p>\n"},
        {"\\*", "<p><a href=\"%5C*\">x</a></p>\n"},
        {"", "<p><a href=\"\">x</a></p>\n"},
        {"mailto:clerk@example.org", "<p><a href=\"mailto:clerk@example.org\">x</a></p>\n"},
        {"javascript:alert(1)", "<p>x</p>\n"},
        {" javascript:alert(1)", "<p>x</p>\n"},
        {"java\nscript:alert(1)", "<p>x</p>\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mb_buffer html = page_of("[x](", mb_slice_of(cases[i].address), MB_MARKDOWN_TARGET, ")\n");
        assert_string_equal(html.data, cases[i].html);
        mb_buffer_free(&html);
    }
}

static void a_value_shows_as_itself_in_a_links_title(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        mb_buffer html = page_of("[x](/a \"", mb_slice_of(hostile[i]), MB_MARKDOWN_ATTRIBUTE, "\")\n");
        mb_buffer wanted = mb_buffer_make(1 << 20);
        mb_buffer_text(&wanted, "<p><a href=\"/a\" title=\"");
        mb_html_escape(&wanted, mb_slice_of(hostile[i]));
        mb_buffer_text(&wanted, "\">x</a></p>\n");
        assert_string_equal(html.data, wanted.data);
        mb_buffer_free(&html);
        mb_buffer_free(&wanted);
    }
}

static void links_lead_only_where_the_list_allows(void **state)
{
    (void)state;
    static const char *const allowed[] = {"",        "a",         "/a",      "#a",         "?a:b",   "a/b:c",
                                          "//a.org", "http://a.", "HTTPS:a", "MailTo:a@b", "tel:+44"};
    static const char *const refused[] = {
        "javascript:a", "JavaScript:a", " http://a", "\thttp://a", "http://a\n",          "java\tscript:", "data:a",
        "vbscript:",    "file:///a",    ":a",        "\x01http:",  "\xC2\xA0javascript:", "http&colon;:a"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (!mb_link_is_allowed(mb_slice_of(allowed[i])))
            fail_msg("%s is refused", allowed[i]);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (mb_link_is_allowed(mb_slice_of(refused[i])))
            fail_msg("%s is allowed", refused[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_shows_as_itself_in_running_text),
        cmocka_unit_test(a_value_after_an_empty_value_shows_as_itself),
        cmocka_unit_test(what_no_document_can_hold_becomes_the_replacement_character),
        cmocka_unit_test(an_address_is_the_target_that_it_is),
        cmocka_unit_test(a_value_shows_as_itself_in_a_links_title),
        cmocka_unit_test(links_lead_only_where_the_list_allows),
    };
    return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}

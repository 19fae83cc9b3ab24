/* additions_test.c: ids, attributes, containers, abbreviations, fragments, and raw HTML that stays out. */
#include <stdlib.h>

#include "html_of.h"

static void a_heading_has_an_id_made_of_its_text(void **state)
{
    (void)state;
    html_is("# Adults & Health\n", "<h1 id=\"adults-and-health\">Adults &amp; Health</h1>\n");
    html_is("`Code`, *more* and\n[a link](/x)\n---\n",
            "<h2 id=\"code-more-and-a-link\"><code>Code</code>, <em>more</em> and\n<a href=\"/x\">a link</a></h2>\n");
    html_is("#\n\n# ...\n", "<h1 id=\"section\"></h1>\n<h1 id=\"section-2\">...</h1>\n");
}

static void no_id_is_twice_on_a_page(void **state)
{
    (void)state;
    html_is("# a\n# a\n# a-2\n# a\n", "<h1 id=\"a\">a</h1>\n<h1 id=\"a-2\">a</h1>\n<h1 id=\"a-2-2\">a-2</h1>\n"
                                      "<h1 id=\"a-3\">a</h1>\n");
    html_is("# a\n# b {#a}\n# c {#a}\n", "<h1 id=\"a-2\">a</h1>\n<h1 id=\"a\">b</h1>\n<h1 id=\"a-3\">c</h1>\n");
    html_is("# x\n::: {#x}\n:::\n", "<h1 id=\"x-2\">x</h1>\n<div id=\"x\">\n</div>\n");
}

static void a_heading_takes_the_attributes_at_its_end(void **state)
{
    (void)state;
    html_is("# a {#b .c .d lang=\"cy\"}\n", "<h1 id=\"b\" class=\"c d\" lang=\"cy\">a</h1>\n");
    html_is("# a {.c}\n", "<h1 id=\"a\" class=\"c\">a</h1>\n");
    html_is("# *a.*{#b} \n", "<h1 id=\"b\"><em>a.</em></h1>\n");
    html_is("## a ## {#b}\n", "<h2 id=\"b\">a</h2>\n");
    html_is("a\nb {#c}\n===\n", "<h1 id=\"c\">a\nb</h1>\n");
    html_is("> # a {#b}\n", "<blockquote>\n<h1 id=\"b\">a</h1>\n</blockquote>\n");
    html_is("# {#b}\n", "<h1 id=\"b\"></h1>\n");
    html_is("# a {title='it&#32;is \"b\"'}\n", "<h1 id=\"a\" title=\"it is &quot;b&quot;\">a</h1>\n");
}

static void what_is_no_list_of_attributes_is_text(void **state)
{
    (void)state;
    html_is("a {#b}\n", "<p>a {#b}</p>\n");
    html_is("# a {}\n", "<h1 id=\"a\">a {}</h1>\n");
    html_is("# a \\{#b}\n", "<h1 id=\"a-b\">a {#b}</h1>\n");
    html_is("# a {b}\n", "<h1 id=\"a-b\">a {b}</h1>\n");
    html_is("# a {onclick=\"b\"}\n", "<h1 id=\"a-onclick-b\">a {onclick=&quot;b&quot;}</h1>\n");
    html_is("# a {style=b}\n", "<h1 id=\"a-style-b\">a {style=b}</h1>\n");
    html_is("```\n# a {#b}\n```\n", "<pre><code># a {#b}\n</code></pre>\n");
}

static void a_value_in_an_id_or_a_class_stays_inside_it(void **state)
{
    (void)state;
    static const char *const hostile[] = {"} onclick=x {", "\" onclick=\"x", "a b", "<b>", "}\n# b", "a&b", "\\}", "x"};
    static const char *const shown[] = {
        "}-onclick=x-{", "&quot;-onclick=&quot;x", "a-b", "&lt;b&gt;", "}-#-b", "a&amp;b", "\\}", "x"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        mb_buffer markdown = mb_buffer_make(1 << 20), html = mb_buffer_make(1 << 20);
        mb_buffer_text(&markdown, "# t {#i-");
        mb_markdown_escape(&markdown, mb_slice_of(hostile[i]), MB_MARKDOWN_ATTRIBUTE);
        mb_buffer_text(&markdown, " .c}\n");
        mb_buffer_printf(&html, "<h1 id=\"i-%s\" class=\"c\">t</h1>\n", shown[i]);
        html_is(markdown.data, html.data);
        mb_buffer_free(&markdown);
        mb_buffer_free(&html);
    }
}

static void containers_stand_in_one_another(void **state)
{
    (void)state;
    html_is("::: {.decision #d3}\ntext\n:::\n", "<div id=\"d3\" class=\"decision\">\n<p>text</p>\n</div>\n");
    html_is("::: a\n:::: {.b .c} ::::\ntext\n::::\n:::\n",
            "<div class=\"a\">\n<div class=\"b c\">\n<p>text</p>\n</div>\n</div>\n");
}

static void colons_end_a_paragraph_and_a_list(void **state)
{
    (void)state;
    html_is("one\n::: a\ntwo\n:::\nthree\n", "<p>one</p>\n<div class=\"a\">\n<p>two</p>\n</div>\n<p>three</p>\n");
    html_is("- one\n::: a\n- two\n:::\n",
            "<ul>\n<li>one</li>\n</ul>\n<div class=\"a\">\n<ul>\n<li>two</li>\n</ul>\n</div>\n");
}

static void a_container_ends_with_what_it_stands_in(void **state)
{
    (void)state;
    html_is("> ::: a\n> one\n\ntwo\n",
            "<blockquote>\n<div class=\"a\">\n<p>one</p>\n</div>\n</blockquote>\n<p>two</p>\n");
    html_is("::: a\none\n", "<div class=\"a\">\n<p>one</p>\n</div>\n");
    html_is("- ::: a\n  one\n:::\n", "<ul>\n<li>\n<div class=\"a\">\none\n</div>\n</li>\n</ul>\n<p>:::</p>\n");
}

static void colons_that_open_nothing_are_text(void **state)
{
    (void)state;
    html_is(":::\n", "<p>:::</p>\n");
    html_is("::: two words\n", "<p>::: two words</p>\n");
    html_is(":: a\n", "<p>:: a</p>\n");
    html_is("```\n::: a\n```\n", "<pre><code>::: a\n</code></pre>\n");
    html_is("a\n    ::: b\n", "<p>a\n::: b</p>\n");
}

static void an_abbreviation_is_explained_where_it_is_a_word(void **state)
{
    (void)state;
    html_is(
        "*[PPG]: Patient group\n\nPPGs, no XPPG, no PPG2, but the \xE2\x80\x9CPPG\xE2\x80\x9D.\n",
        "<p>PPGs, no XPPG, no PPG2, but the \xE2\x80\x9C<abbr title=\"Patient group\">PPG</abbr>\xE2\x80\x9D.</p>\n");
    html_is("A&E `A&E`\n\n*[A\\&E]: Accident &amp; *Emergency*\n",
            "<p><abbr title=\"Accident &amp; *Emergency*\">A&amp;E</abbr> <code>A&amp;E</code></p>\n");
}

static void an_abbreviation_is_explained_once_below_a_heading(void **state)
{
    (void)state;
    html_is("*[PPG]: Patient group\n*[IT]: Computers\n\nThe PPG, or PPG.\n\nPPG, IT\n\n## Two\n\nPPG PPG\n",
            "<p>The <abbr title=\"Patient group\">PPG</abbr>, or PPG.</p>\n<p>PPG, <abbr "
            "title=\"Computers\">IT</abbr></p>\n"
            "<h2 id=\"two\">Two</h2>\n<p><abbr title=\"Patient group\">PPG</abbr> PPG</p>\n");
}

static void the_longest_abbreviation_and_the_first_meaning_win(void **state)
{
    (void)state;
    html_is("CC CCG CCGs\n*[CC]: one\n*[CCG]: two\n*[CC]: three\n",
            "<p><abbr title=\"one\">CC</abbr> <abbr title=\"two\">CCG</abbr> CCGs</p>\n");
    html_is("*[S 106]: money\n*[S]: section\n\nS 106 S 10\n",
            "<p><abbr title=\"money\">S 106</abbr> <abbr title=\"section\">S</abbr> 10</p>\n");
}

static void an_abbreviation_in_code_defines_nothing(void **state)
{
    (void)state;
    html_is("PPG\n\n```\n*[PPG]: x\n```\n", "<p>PPG</p>\n<pre><code>*[PPG]: x\n</code></pre>\n");
}

static void raw_html_shows_as_text_and_a_comment_not_at_all(void **state)
{
    (void)state;
    html_is("a <b onclick=\"x\">c</b>\n", "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n");
    html_is("<script>\nx\n</script>\n", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n");
    html_is("a <!-- b --> c\n\n<!-- d\n-->\n\n<!-- e --> <b>\n", "<p>a  c</p>\n<p>&lt;!-- e --&gt; &lt;b&gt;</p>\n");
    html_with(&(mb_markdown_options){0}, "<b>\n", "<p>&lt;b&gt;</p>\n");
}

static void what_html_made_passes_where_its_mark_stands(void **state)
{
    (void)state;
    static const mb_slice fragments[] = {{"<svg></svg>", 11}, {"<i>x</i>", 8}};
    mb_markdown_options options = {.additions = true, .fragments = fragments, .fragment_count = 2};
    mb_buffer markdown = mb_buffer_make(1 << 20);
    mb_markdown_fragment(&markdown, 0);
    mb_buffer_text(&markdown, "\n\n# a ");
    mb_markdown_fragment(&markdown, 1);
    mb_buffer_text(&markdown, "\n\n`");
    mb_markdown_fragment(&markdown, 1);
    mb_buffer_text(&markdown, "`\n\na | ");
    mb_markdown_fragment(&markdown, 1);
    mb_buffer_text(&markdown, "\n--|--\n\n");
    mb_markdown_fragment(&markdown, 2);
    html_with(&options, markdown.data,
              "<svg></svg>\n<h1 id=\"a\">a <i>x</i></h1>\n<p><code>&lt;i&gt;x&lt;/i&gt;</code></p>\n<table>\n<thead>\n"
              "<tr>\n<th>a</th>\n<th><i>x</i></th>\n</tr>\n</thead>\n</table>\n<p>\xEF\xBF\xBD"
              "2\xEF\xBF\xBD</p>\n");
    mb_buffer_free(&markdown);
}

static void a_mark_of_our_own_in_a_page_is_taken_out(void **state)
{
    (void)state;
    html_is("::: a\n\xEF\xB7\x92"
            "0\xEF\xB7\x93\n<!--\xEF\xB7\x92"
            "0\xEF\xB7\x93-->\n",
            "<div class=\"a\">\n<p>\xEF\xBF\xBD"
            "0\xEF\xBF\xBD</p>\n</div>\n");
}

static void a_byte_that_is_no_utf8_becomes_the_replacement_character(void **state)
{
    (void)state;
    html_is("a\xFF\xC3 | \xF0\x9F\n--|--\n", "<table>\n<thead>\n<tr>\n<th>a\xEF\xBF\xBD\xEF\xBF\xBD</th>\n"
                                             "<th>\xEF\xBF\xBD\xEF\xBF\xBD</th>\n</tr>\n</thead>\n</table>\n");
}

static void a_page_may_begin_with_a_byte_order_mark(void **state)
{
    (void)state;
    html_is("\xEF\xBB\xBF# a\n", "<h1 id=\"a\">a</h1>\n");
}

static void blocks_carry_their_lines(void **state)
{
    (void)state;
    html_with(&(mb_markdown_options){.additions = true, .positions = true}, "::: a\n- b\n\n  c\n:::\n",
              "<div data-source=\"1-1\" class=\"a\">\n<ul data-source=\"2-4\">\n<li data-source=\"2-4\">\n"
              "<p data-source=\"2-2\">b</p>\n<p data-source=\"4-4\">c</p>\n</li>\n</ul>\n</div>\n");
}

static void a_page_that_nests_too_deep_is_refused_with_its_line(void **state)
{
    (void)state;
    mb_buffer markdown = mb_buffer_make(1 << 20), html = mb_buffer_make(1 << 20);
    mb_buffer_text(&markdown, "text\n\n");
    for (int i = 0; i < 300; i++)
        mb_buffer_text(&markdown, "::: a\n");
    mb_error error = {0};
    mb_markdown_options options = {.additions = true};
    mb_buffer_text(&html, "before");
    assert_int_equal(mb_markdown_to_html(mb_buffer_slice(&markdown), &options, "deep.md", &html, &error), MB_ELIMIT);
    assert_string_equal(error.file, "deep.md");
    assert_int_equal(error.line, 3 + MB_MARKDOWN_DEPTH);
    assert_string_equal(error.message, "the Markdown nests more than 200 deep here");
    assert_string_equal(html.data, "before");
    mb_buffer_free(&markdown);
    mb_buffer_free(&html);
}

static void a_page_that_is_too_long_is_refused(void **state)
{
    (void)state;
    char *text = calloc(1, MB_MARKDOWN_CEILING + 1);
    mb_buffer html = mb_buffer_make(1 << 20);
    mb_error error = {0};
    mb_markdown_options options = {.additions = true};
    mb_slice markdown = {memset(text, 'a', MB_MARKDOWN_CEILING + 1), MB_MARKDOWN_CEILING + 1};
    assert_int_equal(mb_markdown_to_html(markdown, &options, "long.md", &html, &error), MB_ELIMIT);
    assert_string_equal(error.message, "the page has more than 16 MiB of Markdown");
    free(text);
    mb_buffer_free(&html);
}

static void html_that_does_not_fit_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    mb_buffer html = mb_buffer_make(20);
    mb_error error = {0};
    mb_markdown_options options = {.additions = true};
    assert_int_equal(mb_markdown_to_html(MB_TEXT("one paragraph of text"), &options, "x.md", &html, &error), MB_ELIMIT);
    assert_int_equal(html.size, 0);
    mb_buffer_free(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_has_an_id_made_of_its_text),
        cmocka_unit_test(no_id_is_twice_on_a_page),
        cmocka_unit_test(a_heading_takes_the_attributes_at_its_end),
        cmocka_unit_test(what_is_no_list_of_attributes_is_text),
        cmocka_unit_test(a_value_in_an_id_or_a_class_stays_inside_it),
        cmocka_unit_test(containers_stand_in_one_another),
        cmocka_unit_test(colons_end_a_paragraph_and_a_list),
        cmocka_unit_test(a_container_ends_with_what_it_stands_in),
        cmocka_unit_test(colons_that_open_nothing_are_text),
        cmocka_unit_test(an_abbreviation_is_explained_where_it_is_a_word),
        cmocka_unit_test(an_abbreviation_is_explained_once_below_a_heading),
        cmocka_unit_test(the_longest_abbreviation_and_the_first_meaning_win),
        cmocka_unit_test(an_abbreviation_in_code_defines_nothing),
        cmocka_unit_test(raw_html_shows_as_text_and_a_comment_not_at_all),
        cmocka_unit_test(what_html_made_passes_where_its_mark_stands),
        cmocka_unit_test(a_mark_of_our_own_in_a_page_is_taken_out),
        cmocka_unit_test(a_byte_that_is_no_utf8_becomes_the_replacement_character),
        cmocka_unit_test(a_page_may_begin_with_a_byte_order_mark),
        cmocka_unit_test(blocks_carry_their_lines),
        cmocka_unit_test(a_page_that_nests_too_deep_is_refused_with_its_line),
        cmocka_unit_test(a_page_that_is_too_long_is_refused),
        cmocka_unit_test(html_that_does_not_fit_is_refused_and_leaves_nothing),
    };
    return cmocka_run_group_tests_name("additions", tests, NULL, NULL);
}

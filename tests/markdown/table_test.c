/* table_test.c: pipe tables, as GitHub's flavour of Markdown has them. */
#include "html_of.h"

#define HEAD(one, two) "<table>\n<thead>\n<tr>\n<th>" one "</th>\n<th>" two "</th>\n</tr>\n</thead>\n"
#define ROW(one, two)  "<tr>\n<td>" one "</td>\n<td>" two "</td>\n</tr>\n"

static void a_table_has_a_head_a_line_of_hyphens_and_rows(void **state)
{
    (void)state;
    html_is("| a | b |\n|---|---|\n| c | d |\n| e | f |\n",
            HEAD("a", "b") "<tbody>\n" ROW("c", "d") ROW("e", "f") "</tbody>\n</table>\n");
    html_is("a | b\n-- | --\nc | d", HEAD("a", "b") "<tbody>\n" ROW("c", "d") "</tbody>\n</table>\n");
    html_is("a | b\r\n-- | --\r\nc | d\r\n", HEAD("a", "b") "<tbody>\n" ROW("c", "d") "</tbody>\n</table>\n");
    html_is("| a | b |\n|---|---|\n\n| c | d |\n", HEAD("a", "b") "</table>\n<p>| c | d |</p>\n");
    html_is("| a |\n|---|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n");
}

static void colons_align_a_column(void **state)
{
    (void)state;
    html_is("a | b | c | d\n:-- | :-: | --: | ---\n",
            "<table>\n<thead>\n<tr>\n<th class=\"align-left\">a</th>\n<th class=\"align-center\">b</th>\n"
            "<th class=\"align-right\">c</th>\n<th>d</th>\n</tr>\n</thead>\n</table>\n");
}

static void a_pipe_behind_a_backslash_is_text_also_in_code(void **state)
{
    (void)state;
    html_is("a\\|a | `b\\|b`\n---|---\n**c\\|** | \\\\| d\n",
            HEAD("a|a", "<code>b|b</code>") "<tbody>\n" ROW("<strong>c|</strong>", "\\") "</tbody>\n</table>\n");
}

static void emphasis_and_code_end_with_their_cell(void **state)
{
    (void)state;
    html_is("*a | b*\n---|---\n`c | d`\n", HEAD("*a", "b*") "<tbody>\n" ROW("`c", "d`") "</tbody>\n</table>\n");
    html_is("*x\na | b\n---|---\ny*\n", "<p>*x</p>\n" HEAD("a", "b") "<tbody>\n" ROW("y*", "") "</tbody>\n</table>\n");
}

static void a_cell_knows_the_links_of_the_whole_page(void **state)
{
    (void)state;
    html_is("[a] | [b][c]\n---|---\n\n[a]: /one\n\n> [c]: /two\n",
            HEAD("<a href=\"/one\">a</a>", "<a href=\"/two\">b</a>") "</table>\n<blockquote>\n</blockquote>\n");
}

static void what_looks_like_a_block_in_a_cell_is_text(void **state)
{
    (void)state;
    html_is("| # a | - b |\n|---|---|\n| > c | 1. d |\n| ``` | [e]: /f |\n| # | g # |\n",
            HEAD("# a", "- b") "<tbody>\n" ROW("&gt; c", "1. d") ROW("```", "[e]: /f") ROW("#", "g #") "</tbody>\n"
                                                                                                       "</table>\n");
}

static void short_rows_are_filled_and_long_ones_cut(void **state)
{
    (void)state;
    html_is("a | b\n---|---\nc\nd | e | f\n||\n",
            HEAD("a", "b") "<tbody>\n" ROW("c", "") ROW("d", "e") ROW("", "") "</tbody>\n"
                                                                              "</table>\n");
}

static void another_block_ends_a_table(void **state)
{
    (void)state;
    html_is("a | b\n---|---\n# c | d\n", HEAD("a", "b") "</table>\n<h1 id=\"c-d\">c | d</h1>\n");
    html_is("a | b\n---|---\n> c | d\n", HEAD("a", "b") "</table>\n<blockquote>\n<p>c | d</p>\n</blockquote>\n");
    html_is("a | b\n---|---\n- c | d\n", HEAD("a", "b") "</table>\n<ul>\n<li>c | d</li>\n</ul>\n");
    html_is("a | b\n---|---\n***\n", HEAD("a", "b") "</table>\n<hr />\n");
    html_is("a | b\n---|---\n```\nc | d\n```\n", HEAD("a", "b") "</table>\n<pre><code>c | d\n</code></pre>\n");
    html_is("a | b\n---|---\n::: x\nc | d\n:::\n",
            HEAD("a", "b") "</table>\n<div class=\"x\">\n<p>c | d</p>\n</div>\n");
    html_is("a | b\n---|---\n<https://c.d> | e\n",
            HEAD("a", "b") "<tbody>\n" ROW("<a href=\"https://c.d\">https://c.d</a>", "e") "</tbody>\n</table>\n");
}

static void a_table_ends_a_paragraph(void **state)
{
    (void)state;
    html_is("text\na | b\n---|---\n", "<p>text</p>\n" HEAD("a", "b") "</table>\n");
}

static void tables_stand_in_quotes_lists_and_containers(void **state)
{
    (void)state;
    html_is("> a | b\n> --|--\n> c | d\ne | f\n",
            "<blockquote>\n" HEAD("a", "b") "<tbody>\n" ROW("c", "d") "</tbody>\n"
                                                                      "</table>\n</blockquote>\n<p>e | f</p>\n");
    html_is("- a | b\n  --|--\n  c | d\n- e\n",
            "<ul>\n<li>\n" HEAD("a", "b") "<tbody>\n" ROW("c", "d") "</tbody>\n"
                                                                    "</table>\n</li>\n<li>e</li>\n</ul>\n");
    html_is("1. > - a | b\n   >   --|--\n",
            "<ol>\n<li>\n<blockquote>\n<ul>\n<li>\n" HEAD("a", "b") "</table>\n</li>\n</ul>\n"
                                                                    "</blockquote>\n</li>\n</ol>\n");
    html_is("::: x\na | b\n--|--\n:::\n", "<div class=\"x\">\n" HEAD("a", "b") "</table>\n</div>\n");
}

static void what_only_looks_like_a_table_is_what_it_was(void **state)
{
    (void)state;
    html_is("a | b\n---\n", "<h2 id=\"a-b\">a | b</h2>\n");
    html_is("a | b\n---|---|---\n", "<p>a | b\n---|---|---</p>\n");
    html_is("---|---\n", "<p>---|---</p>\n");
    html_is("```\na | *b*\n---|---\n```\n", "<pre><code>a | *b*\n---|---\n</code></pre>\n");
    html_is("    a | *b*\n    ---|---\n", "<pre><code>a | *b*\n---|---\n</code></pre>\n");
    html_is("> a | *b*\n---|---\nc\n", "<blockquote>\n<p>a | <em>b</em>\n---|---\nc</p>\n</blockquote>\n");
    html_is("- a | *b*\n\n---|---\nc\n", "<ul>\n<li>a | <em>b</em></li>\n</ul>\n<p>---|---\nc</p>\n");
    html_is("x\n2. a | *b*\n---|---\nc\n", "<p>x\n2. a | <em>b</em>\n---|---\nc</p>\n");
    html_is("<div>\na | b\n---|---\n", "<p>&lt;div&gt;\na | b\n---|---</p>\n");
    html_is("- a | b\n  --|--\n*c* | d\n",
            "<ul>\n<li>\n" HEAD("a", "b") "</table>\n</li>\n</ul>\n<p><em>c</em> | d</p>\n");
}

static void rows_carry_their_lines(void **state)
{
    (void)state;
    html_with(
        &(mb_markdown_options){.additions = true, .positions = true}, "# x\n\na | b\n--|--\nc | d\n\ny\n",
        "<h1 data-source=\"1-1\" id=\"x\">x</h1>\n<table>\n<thead>\n<tr data-source=\"3-3\">\n<th>a</th>\n<th>b</th>"
        "\n</tr>\n</thead>\n<tbody>\n<tr data-source=\"5-5\">\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"
        "<p data-source=\"7-7\">y</p>\n");
}

static void too_many_columns_are_refused_with_their_line(void **state)
{
    (void)state;
    mb_buffer markdown = mb_buffer_make(1 << 20), html = mb_buffer_make(1 << 20);
    mb_buffer_text(&markdown, "text\n\n");
    for (int row = 0; row < 2; row++) {
        for (int i = 0; i < 129; i++)
            mb_buffer_text(&markdown, row ? "|-" : "|a");
        mb_buffer_text(&markdown, "|\n");
    }
    mb_error error = {0};
    mb_markdown_options options = {.additions = true};
    assert_int_equal(mb_markdown_to_html(mb_buffer_slice(&markdown), &options, "wide.md", &html, &error), MB_ELIMIT);
    assert_string_equal(error.file, "wide.md");
    assert_int_equal(error.line, 3);
    assert_string_equal(error.message, "the table has 129 columns; at most 128 are possible");
    assert_int_equal(html.size, 0);
    mb_buffer_free(&markdown);
    mb_buffer_free(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_a_head_a_line_of_hyphens_and_rows),
        cmocka_unit_test(colons_align_a_column),
        cmocka_unit_test(a_pipe_behind_a_backslash_is_text_also_in_code),
        cmocka_unit_test(emphasis_and_code_end_with_their_cell),
        cmocka_unit_test(a_cell_knows_the_links_of_the_whole_page),
        cmocka_unit_test(what_looks_like_a_block_in_a_cell_is_text),
        cmocka_unit_test(short_rows_are_filled_and_long_ones_cut),
        cmocka_unit_test(another_block_ends_a_table),
        cmocka_unit_test(a_table_ends_a_paragraph),
        cmocka_unit_test(tables_stand_in_quotes_lists_and_containers),
        cmocka_unit_test(what_only_looks_like_a_table_is_what_it_was),
        cmocka_unit_test(rows_carry_their_lines),
        cmocka_unit_test(too_many_columns_are_refused_with_their_line),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}

/* note_test.c: footnotes. */
#include "html_of.h"

#define REFERENCE(n) "<sup><a href=\"#note-" n "\" id=\"to-note-" n "\">" n "</a></sup>"
#define AGAIN(n)     "<sup><a href=\"#note-" n "\">" n "</a></sup>"
#define BACK(n)      " <a href=\"#to-note-" n "\" role=\"doc-backlink\" aria-label=\"back to the text\">\xE2\x86\xA9</a>"
#define NOTE(n, p)   "<li id=\"note-" n "\">\n<p>" p BACK(n) "</p>\n</li>\n"
#define NOTES(items) "<section class=\"notes\" role=\"doc-endnotes\">\n<ol>\n" items "</ol>\n</section>\n"

static void notes_stand_at_the_end_in_the_order_of_the_text(void **state)
{
    (void)state;
    html_is("one[^x] two[^y] three[^x]\n\n[^y]: of *y*\n[^x]: of x\n",
            "<p>one" REFERENCE("1") " two" REFERENCE("2") " three" AGAIN("1") "</p>\n" NOTES(
                NOTE("1", "of x") NOTE("2", "of <em>y</em>")));
}

static void a_note_goes_on_where_it_is_indented(void **state)
{
    (void)state;
    html_is("a[^1]\n\n[^1]: one\n    two\n\n    three\n\nb\n",
            "<p>a" REFERENCE("1") "</p>\n<p>b</p>\n" NOTES(
                "<li id=\"note-1\">\n<p>one\ntwo</p>\n<p>three" BACK("1") "</p>\n</li>\n"));
    html_is(
        "a[^1]\n\n[^1]:\n    - one\n",
        "<p>a" REFERENCE("1") "</p>\n" NOTES("<li id=\"note-1\">\n<ul>\n<li>one</li>\n</ul>\n" BACK("1") "\n</li>\n"));
}

static void a_note_can_refer_to_another(void **state)
{
    (void)state;
    html_is("a[^1]\n\n[^1]: one[^2]\n[^2]: two[^1]\n",
            "<p>a" REFERENCE("1") "</p>\n" NOTES(NOTE("1", "one" REFERENCE("2")) NOTE("2", "two" AGAIN("1"))));
}

static void a_note_that_nobody_refers_to_is_not_lost(void **state)
{
    (void)state;
    html_is("a\n\n[^1]: one\n", "<p>a</p>\n" NOTES("<li id=\"note-1\">\n<p>one</p>\n</li>\n"));
}

static void a_reference_stands_in_cells_headings_and_emphasis(void **state)
{
    (void)state;
    html_is("# h[^1]\n\n**b.**[^1]\n\nc\\|[^1] | d\n--|--\n\n[^1]: one\n",
            "<h1 id=\"h\">h" REFERENCE("1") "</h1>\n<p><strong>b.</strong>" AGAIN(
                "1") "</p>\n<table>\n<thead>\n<tr>\n"
                     "<th>c|" AGAIN("1") "</th>\n<th>d</th>\n</tr>\n</thead>\n</table>\n" NOTES(NOTE("1", "one")));
}

static void a_reference_inside_a_link_is_a_number_without_one(void **state)
{
    (void)state;
    html_is("[a[^1]](/b)\n\n[^1]: one\n",
            "<p><a href=\"/b\">a<sup>1</sup></a></p>\n" NOTES("<li id=\"note-1\">\n<p>one</p>\n</li>\n"));
}

static void what_has_no_note_is_text(void **state)
{
    (void)state;
    html_is("a[^1] b\\[^2] `[^2]` ![[^2]](/c)\n\n[^2]: two\n",
            "<p>a[^1] b[^2] <code>[^2]</code> <img src=\"/c\" alt=\"[^2]\" /></p>\n" NOTES(
                "<li id=\"note-1\">\n<p>two</p>\n</li>\n"));
    html_is("a[^1]\n\n```\n[^1]: one\n```\n", "<p>a[^1]</p>\n<pre><code>[^1]: one\n</code></pre>\n");
    html_is("a[^ ] b[^]\n", "<p>a[^ ] b[^]</p>\n");
}

static void an_id_of_the_page_is_not_taken_by_a_note(void **state)
{
    (void)state;
    html_is("# a {#note-1}\n\n[^1]: one\n",
            "<h1 id=\"note-1\">a</h1>\n" NOTES("<li id=\"note-1-2\">\n<p>one</p>\n</li>\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_stand_at_the_end_in_the_order_of_the_text),
        cmocka_unit_test(a_note_goes_on_where_it_is_indented),
        cmocka_unit_test(a_note_can_refer_to_another),
        cmocka_unit_test(a_note_that_nobody_refers_to_is_not_lost),
        cmocka_unit_test(a_reference_stands_in_cells_headings_and_emphasis),
        cmocka_unit_test(a_reference_inside_a_link_is_a_number_without_one),
        cmocka_unit_test(what_has_no_note_is_text),
        cmocka_unit_test(an_id_of_the_page_is_not_taken_by_a_note),
    };
    return cmocka_run_group_tests_name("note", tests, NULL, NULL);
}

/* templates_test.c: Markdown with Lua in it. */
#include "stage.h"

static void text_stands_as_it_is_and_values_are_inserted(void **state)
{
    assert_string_equal(what_md_emits(*state, "# ${meeting.body}\n\nOn \"${meeting.date}\" \\*.\n"),
                        "# Scrutiny Panel\n\nOn \"2025-11-04\" \\*.\n");
}

static void a_line_that_begins_with_a_percent_sign_is_lua(void **state)
{
    assert_string_equal(what_md_emits(*state, "% for i = 1, 2 do\n- ${i}\n% end\n"), "- 1\n- 2\n");
}

static void two_percent_signs_are_one(void **state)
{
    assert_string_equal(what_md_emits(*state, "%% 50\n50 %% and $${x}\n"), "% 50\n50 %% and ${x}\n");
}

static void an_expression_may_hold_braces_strings_and_line_ends(void **state)
{
    assert_string_equal(what_md_emits(*state, "${({ a = '}' }).a}${\n[[}]]\n}${\"\\\"}\"}"), "}}\"}");
}

static void an_error_has_the_line_of_the_template(void **state)
{
    stage *s = *state;
    failure_of_md(s, "one\n% local x = 1\nthree ${\nx\n} ${meeting.dat}\n");
    assert_int_equal(s->error.line, 5);
    assert_string_equal(s->error.message, "SiteMeeting has no field 'dat' (did you mean 'date'?)");
}

static void nil_is_an_error_that_names_the_expression(void **state)
{
    assert_string_equal(failure_of_md(*state, "At ${ meeting.venue }."),
                        "meeting.venue is nil here, and nil is no text (with `or false` it is left out)");
}

static void a_mistake_in_the_syntax_has_its_line(void **state)
{
    stage *s = *state;
    failure_of_md(s, "one\n\n% for x in y\nfour\n");
    assert_int_equal(s->error.line, 4);
    assert_non_null(strstr(s->error.file, "layouts/meeting.md"));
    assert_string_equal(failure_of_md(s, "one\ntwo ${x"), "this ${ is never closed");
    assert_int_equal(s->error.line, 2);
    assert_string_equal(failure_of_md(s, "${ }"), "this ${} holds no expression");
}

static void two_layouts_of_one_name_are_a_mistake(void **state)
{
    write_file(*state, "layouts/meeting.md", "");
    assert_non_null(strstr(failure_of_lua(*state, ""), "only one of them can be 'meeting'"));
}

static void values_are_escaped_for_a_link_and_for_attributes(void **state)
{
    assert_string_equal(what_md_emits(*state, "[x](/a/${'b c'}/) {#i-${'d e'}} ${'f) g'}"),
                        "[x](/a/b&#32;c/) {#i-d&#32;e} f) g");
}

static void a_value_goes_through_filters(void **state)
{
    assert_string_equal(
        what_md_emits(*state, "${meeting.date |> long_date} ${'x' |> string.rep(2, '|>') |> string.upper()}"),
        "Tuesday 4 November 2025 X\\|>X");
    assert_string_equal(what_md_emits(*state, "${3|4} ${meeting.venue or false |> long_date}"), "7 ");
    assert_string_equal(what_md_emits(*state, "% local t = { up = string.upper }\n${\n'a'\n|> t.up\n}."), "A.");
}

static void a_mistake_in_a_filter_has_its_line(void **state)
{
    stage *s = *state;
    assert_string_equal(failure_of_md(s, "${meeting.date\n|> string.upper\n  |> long_dat}"),
                        "nothing is called 'long_dat' here (did you mean 'long_date'?)");
    assert_int_equal(s->error.line, 3);
    assert_string_equal(failure_of_md(s, "\n${meeting.venue |> long_date}"),
                        "meeting.venue is nil here, and a filter takes a value (with `or false` it is left out)");
    assert_int_equal(s->error.line, 2);
    assert_string_equal(failure_of_md(s, "a\n${meeting.date |> }"),
                        "behind |> stands a function's name, with more arguments in parentheses at most");
    assert_int_equal(s->error.line, 2);
    failure_of_md(s, "a\n${meeting.date |> string.upper\n|> string.rep(\n2,\nmeeting.dat)}");
    assert_int_equal(s->error.line, 5);
}

static void a_line_of_values_that_are_empty_leaves_no_line(void **state)
{
    assert_string_equal(what_md_emits(*state, "- a\n${false}\n  ${meeting.venue or false} ${false}\n- b\n"),
                        "- a\n- b\n");
    assert_string_equal(what_md_emits(*state, "- a\n${false}${''}\n- b\n\n${md'x'}\n\ny\n"), "- a\n- b\n\nx\n\ny\n");
}

static void several_lines_stay_inside_an_item(void **state)
{
    assert_string_equal(what_md_emits(*state, "- ${meeting.agenda[1].blocks}\n- next\n"),
                        "- \\# first\n\n  second\n- next\n");
    assert_string_equal(what_md_emits(*state, "1. A: ${md\"b\\nc\"}\n   ${md\"d\\n\\ne\"}\n"),
                        "1. A: b\n   c\n   d\n\n   e\n");
    assert_string_equal(what_md_emits(*state, "> - ${md\"b\\n\\nc\"}\n"), "> - b\n>\n>   c\n");
    assert_string_equal(what_md_emits(*state, "${md\"b\\nc\"}\n"), "b\nc\n");
}

static void several_lines_stay_inside_a_cell_and_a_heading(void **state)
{
    const char *html = what_page_shows(
        *state, "| a | b |\n| - | - |\n| ${meeting.agenda[1].blocks} | ${md\"x | y\\nz\\n- i\\n- j\"} |\n");
    assert_non_null(strstr(html, "<td># first<br>second</td>"));
    assert_non_null(strstr(html, "<td>x | y z<br>i<br>j</td>"));
    assert_string_equal(what_md_emits(*state, "## ${md\"b\\n\\nc\"} d\n"), "## b c d\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(text_stands_as_it_is_and_values_are_inserted),
        on_stage(a_line_that_begins_with_a_percent_sign_is_lua),
        on_stage(two_percent_signs_are_one),
        on_stage(an_expression_may_hold_braces_strings_and_line_ends),
        on_stage(an_error_has_the_line_of_the_template),
        on_stage(nil_is_an_error_that_names_the_expression),
        on_stage(a_mistake_in_the_syntax_has_its_line),
        on_stage(two_layouts_of_one_name_are_a_mistake),
        on_stage(values_are_escaped_for_a_link_and_for_attributes),
        on_stage(several_lines_stay_inside_an_item),
        on_stage(several_lines_stay_inside_a_cell_and_a_heading),
        on_stage(a_value_goes_through_filters),
        on_stage(a_mistake_in_a_filter_has_its_line),
        on_stage(a_line_of_values_that_are_empty_leaves_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* bases_test.c: layouts that stand on others, and files that are included. */
#include "stage.h"

static void text_goes_into_the_content_of_the_base(void **state)
{
    write_file(*state, "layouts/sheet.md", "# ${page.title}\n\n${slot \"content\"}\n\nthe end\n");
    assert_string_equal(what_md_emits(*state, "% extends \"sheet\"\n% page.title = \"T\"\nOn **${meeting.date}**.\n"),
                        "# T\n\nOn **2025-11-04**.\n\nthe end\n");
}

static void a_block_fills_its_slot_when_it_is_reached(void **state)
{
    write_file(*state, "layouts/sheet.md",
               "% page.title = \"late\"\n[${slot \"a\"}]\n% emit(slot(\"b\", function()\ndefault\n% end))\n");
    assert_string_equal(
        what_md_emits(*state, "% extends \"sheet\"\n% block(\"a\", function()\n${page.title}\n% end)\n"),
        "[late\n]\ndefault\n");
    assert_string_equal(what_md_emits(*state, "% extends \"sheet\"\n% block(\"b\", \"*x*\")\n"), "[]\n\\*x\\*");
}

static void a_block_can_keep_what_stands_there_without_it(void **state)
{
    write_file(*state, "layouts/sheet.lua", "emit(slot('a', function() emit(md'one') end))");
    write_file(*state, "layouts/wide.lua",
               "extends 'sheet' block('a', function(before) return before() .. md' two' end)");
    assert_string_equal(
        what_md_emits(*state, "% extends \"wide\"\n% block(\"a\", function(before)\n${before()} three\n% end)\n"),
        "one two three\n");
    assert_string_equal(what_md_emits(*state, "% extends \"wide\"\n"), "one two");
}

static void a_base_can_open_new_slots_in_its_blocks(void **state)
{
    write_file(*state, "layouts/sheet.md", "(${slot \"content\"})");
    write_file(*state, "layouts/two.md", "% extends \"sheet\"\n${slot \"left\"}|${slot \"right\"}");
    assert_string_equal(
        what_md_emits(*state, "% extends \"two\"\n% block(\"right\", md\"R\")\n% block(\"left\", md\"L\")\n"), "(L|R)");
}

static void a_block_without_a_slot_is_a_mistake(void **state)
{
    stage *s = *state;
    write_file(s, "layouts/sheet.md", "${slot \"aside\"}");
    assert_string_equal(failure_of_md(s, "% extends \"sheet\"\n\n% block(\"asid\", function()\n% end)\n"),
                        "the layout below has no slot 'asid' (did you mean 'aside'?)");
    assert_int_equal(s->error.line, 3);
    assert_non_null(strstr(s->error.file, "layouts/meeting.md"));
    assert_string_equal(failure_of_md(s, "\n% extends \"sheet\"\ntext\n"),
                        "the layout below has no slot 'content', where the text outside of blocks would go");
    assert_int_equal(s->error.line, 2);
}

static void a_base_that_is_missing_is_a_mistake(void **state)
{
    stage *s = *state;
    write_file(s, "layouts/sheet.md", "${slot \"content\"}");
    assert_string_equal(failure_of_md(s, "\n% extends \"sheat\"\n"),
                        "there is no layout 'sheat' to stand on (did you mean 'sheet'?)");
    assert_int_equal(s->error.line, 2);
    assert_string_equal(failure_of_md(s, "% extends \"meeting\"\n"), "more than 16 layouts stand on one another");
    assert_string_equal(failure_of_md(s, "% block(\"a\", \"b\")\n"),
                        "this layout stands on no other one: the block 'a' needs `extends` above it");
    assert_string_equal(failure_of_md(s, "% extends \"sheet\"\n% block(\"a\", \"b\")\n% block(\"a\", \"b\")\n"),
                        "the block 'a' is there twice");
}

static void an_error_in_a_block_has_its_own_line(void **state)
{
    stage *s = *state;
    write_file(s, "layouts/sheet.md", "\n\n\n\n${slot \"content\"}${slot \"a\"}");
    failure_of_md(s, "% extends \"sheet\"\n% block(\"a\", function()\n${meeting.dat}\n% end)\n");
    assert_int_equal(s->error.line, 3);
    assert_non_null(strstr(s->error.file, "layouts/meeting.md"));
}

static void a_file_is_included_with_values(void **state)
{
    stage *s = *state;
    write_file(s, "includes/welcome.md", "Hello ${(...)}, on ${meeting.date}");
    assert_string_equal(what_md_emits(s, "> ${include(\"welcome\", \"*you*\")}!\n"),
                        "> Hello \\*you\\*, on 2025-11-04!\n");
    assert_string_equal(failure_of_md(s, "\n${include \"welcom\"}\n"),
                        "there is nothing to include as 'welcom' (did you mean 'welcome'?)");
    assert_int_equal(s->error.line, 2);
}

static void a_component_in_html_is_html_wherever_it_stands(void **state)
{
    stage *s = *state;
    write_file(s, "components/tag.html", "% local name = arguments { { \"name\", \"string\" } }\n<b>${name}</b>");
    write_file(s, "components/line.md", "*x*");
    assert_null(strstr(what_md_emits(s, "a ${tag(\"<i>\")}"), "<"));
    assert_string_equal(shell_around(s, "${tag(\"<i>\")}", "x"), "<b>&lt;i&gt;</b>");
    write_file(s, "components/outer.html", "${line()}");
    assert_non_null(strstr(failure_of_md(s, "${outer()}"), "is Markdown, which can't stand in HTML"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(text_goes_into_the_content_of_the_base),
        on_stage(a_block_fills_its_slot_when_it_is_reached),
        on_stage(a_block_can_keep_what_stands_there_without_it),
        on_stage(a_base_can_open_new_slots_in_its_blocks),
        on_stage(a_block_without_a_slot_is_a_mistake),
        on_stage(a_base_that_is_missing_is_a_mistake),
        on_stage(an_error_in_a_block_has_its_own_line),
        on_stage(a_file_is_included_with_values),
        on_stage(a_component_in_html_is_html_wherever_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* arguments_test.c: components that declare what they take. */
#include "stage.h"

static void write_card(stage *s)
{
    write_file(s, "components/card.md",
               "% local title, level, note, content = arguments {\n"
               "%   { \"title\", \"string\", help = \"what stands above\" },\n"
               "%   { \"level\", \"integer\", default = 2 },\n"
               "%   { \"note\", \"text?\" },\n"
               "%   { \"content\", \"slot\", default = false },\n"
               "% }\n"
               "[${title}|${level}|${note or false}|${content}]");
}

static void values_come_by_place_or_by_name(void **state)
{
    write_card(*state);
    assert_string_equal(what_md_emits(*state, "${card(\"A\")}${card(\"B\", 3, md\"*n*\", \"c\")}"),
                        "[A|2||][B|3|*n*|c]");
    assert_string_equal(what_md_emits(*state, "${card { title = \"A\", content = \"*c*\", level = 4 }}"),
                        "[A|4||\\*c\\*]");
    assert_string_equal(what_md_emits(*state, "${card { title = \"A\", note = false }}"), "[A|2||]");
}

static void a_function_fills_the_slot_with_what_it_writes(void **state)
{
    write_card(*state);
    assert_string_equal(what_md_emits(*state, "% emit(card(\"A\", function()\n**in** ${meeting.date}\n% end))\nend"),
                        "[A|2||**in** 2025-11-04\n]end");
    assert_string_equal(what_md_emits(*state, "% emit(card { title = \"A\", function()\nin\n% end })\n"),
                        "[A|2||in\n]");
    assert_string_equal(
        what_md_emits(*state, "% emit(card(\"A\", function() emit(card(\"B\", function()\nin\n% end)) end))\n"),
        "[A|2||[B|2||in\n]]");
}

static void what_is_missing_or_wrong_is_told_at_the_caller(void **state)
{
    stage *s = *state;
    write_card(s);
    assert_string_equal(failure_of_md(s, "one\n${card()}\n"),
                        "card needs its argument 'title', which is missing (string: what stands above)");
    assert_int_equal(s->error.line, 2);
    assert_non_null(strstr(s->error.file, "layouts/meeting.md"));
    assert_string_equal(failure_of_md(s, "\n\n${card(meeting.venue)}\n"),
                        "card needs its argument 'title', which is nil (string: what stands above)");
    assert_int_equal(s->error.line, 3);
    assert_string_equal(failure_of_md(s, "${card(\"A\", \"2\")}"),
                        "the argument 'level' of card is a string, and has to be integer");
    assert_string_equal(failure_of_md(s, "${card { title = meeting }}"),
                        "the argument 'title' of card is a SiteMeeting, and has to be string: what stands above");
}

static void what_nobody_declared_is_told_with_a_suggestion(void **state)
{
    write_card(*state);
    assert_string_equal(failure_of_md(*state, "${card { titel = \"A\" }}"),
                        "card has no argument 'titel' (did you mean 'title'?)");
    assert_string_equal(failure_of_md(*state, "${card(\"A\", 2, \"n\", \"c\", 5)}"),
                        "card takes 4 arguments (title, level, note, content), and 5 are given");
    assert_string_equal(failure_of_md(*state, "${card { title = \"A\", \"B\" }}"),
                        "card is given a value without a name beside arguments with names");
}

static void a_type_can_be_one_of_the_model_or_a_list(void **state)
{
    stage *s = *state;
    write_file(s, "components/when.lua", "local m = arguments { { 'meeting', 'SiteMeeting|Meeting' } } return m.date");
    write_file(s, "components/names.lua", "local names = arguments { { 'names', 'string[]' } } return sentence(names)");
    write_file(s, "components/size.lua", "local items = arguments { { 'items', 'AgendaItem[]' } } return #items");
    assert_string_equal(what_md_emits(s, "${when(meeting)} ${names(meeting.agenda[1].presenters)} ${names { \"A\" }} "
                                         "${size(meeting.agenda)} ${size {}} ${names { names = { \"B\" } }}"),
                        "2025-11-04 Ann Bell and Cy Dunn A 1 0 B");
    assert_string_equal(failure_of_md(s, "${when(meeting.agenda[1])}"),
                        "the argument 'meeting' of when is an AgendaItem, and has to be SiteMeeting|Meeting");
    assert_string_equal(failure_of_md(s, "${size { 1 }}"),
                        "the argument 'items' of size is a table, and has to be AgendaItem[]");
    assert_string_equal(failure_of_md(s, "${names { name = { \"B\" } }}"),
                        "the argument 'names' of names is a table, and has to be string[]");
}

static void a_declaration_with_a_mistake_is_told_in_the_component(void **state)
{
    stage *s = *state;
    write_file(s, "components/card.lua", "\nlocal x = arguments { { 'x', 'SiteMeting' } }\nreturn x");
    assert_string_equal(failure_of_md(s, "${card(1)}"), "there is no type 'SiteMeting' (did you mean 'SiteMeeting'?)");
    assert_int_equal(s->error.line, 2);
    assert_non_null(strstr(s->error.file, "components/card.lua"));
    assert_string_equal(failure_of_md(s, "${arguments {}}"),
                        "`arguments` stands at the top of a component, in no function");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(values_come_by_place_or_by_name),
        on_stage(a_function_fills_the_slot_with_what_it_writes),
        on_stage(what_is_missing_or_wrong_is_told_at_the_caller),
        on_stage(what_nobody_declared_is_told_with_a_suggestion),
        on_stage(a_type_can_be_one_of_the_model_or_a_list),
        on_stage(a_declaration_with_a_mistake_is_told_in_the_component),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

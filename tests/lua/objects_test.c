/* objects_test.c: the model as a layout sees it. */
#include "stage.h"

static void a_field_is_read_by_its_name(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md(meeting.date), md(' '), md(meeting.agenda[1].number))"),
                        "2025-11-04 7");
}

static void a_list_counts_from_one_and_has_a_length(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "local l = meeting.agenda[1].presenters\n"
                                       "emit(#l, md' ', l[1], md' ', l[2], md' ', tostring(l[0]), tostring(l[3]))"),
                        "2 Ann Bell Cy Dunn nilnil");
}

static void a_list_can_be_walked_joined_and_unpacked(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local l = meeting.agenda[1].presenters\n"
                                               "for i, name in ipairs(l) do emit(i, name) end\n"
                                               "for i, name in pairs(l) do emit(i, name) end\n"
                                               "emit(table.concat(l, ', '))\n"
                                               "local _, second = table.unpack(l) emit(second)"),
                        "1Ann Bell2Cy Dunn1Ann Bell2Cy DunnAnn Bell, Cy DunnCy Dunn");
}

static void pages_are_a_list_of_two(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local p = meeting.agenda[1].pages emit(#p, md' ', p[1], md' ', p[2])"),
                        "2 5 18");
}

static void what_the_pack_does_not_say_is_nil(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(tostring(meeting.venue), tostring(meeting.contact), "
                                               "tostring(meeting.online), tostring(meeting.previous))"),
                        "nilnilfalsenil");
}

static void a_contribution_has_the_blocks_that_hold_it(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local c = meeting.minutes.items[1].contributions[1]\n"
                                               "emit(c.kind, md' ', #c.blocks, md' ', c.blocks[1].text)"),
                        "question 1 Ann Bell asked why.");
}

static void the_same_record_is_the_same_value_so_it_can_be_a_key(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local seen = { [meeting.agenda[1]] = 'yes' }\n"
                                               "emit(seen[meeting.agenda[1]], tostring(meeting == site.meetings[1]), "
                                               "tostring(meeting.agenda == meeting.agenda))"),
                        "yestruetrue");
}

static void an_object_knows_its_place_and_its_pack(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local i = meeting.agenda[1]\n"
                                               "emit(i.line, md' ', i.pack.source.file, md' ', tostring(i.page))"),
                        "67 papers.txt nil");
    assert_string_equal(what_lua_emits(*state, "emit(md(tostring(meeting.agenda[1])))"), "AgendaItem (papers.txt:67)");
}

static void pairs_visits_what_an_object_says_in_the_order_of_the_schema(void **state)
{
    assert_string_equal(what_lua_emits(*state, "for name in pairs(meeting.agenda[1]) do emit(md(name), md' ') end"),
                        "number title pages to_follow exempt presenters blocks reports ");
}

static void a_block_has_the_fields_of_its_type_only(void **state)
{
    assert_string_equal(what_lua_emits(*state, "local block = meeting.agenda[1].blocks[1]\n"
                                               "for name in pairs(block) do emit(md(name), md' ') end\n"
                                               "emit(tostring(block.rows), tostring(block.header), #block.runs)"),
                        "type continues text runs nilnil0");
}

static void an_unknown_field_is_an_error_that_suggests_the_nearest(void **state)
{
    stage *s = *state;
    assert_string_equal(failure_of_lua(s, "\n\nemit(meeting.agenda[1].titel)"),
                        "AgendaItem has no field 'titel' (did you mean 'title'?)");
    assert_int_equal(s->error.line, 3);
    assert_non_null(strstr(s->error.file, "layouts/meeting.lua"));
    assert_string_equal(s->error.route, "/meetings/2025-11-04-panel/");
    assert_string_equal(s->error.pack, "papers.txt");
    assert_int_equal(s->error.pack_line, 67);
}

static void an_error_in_a_function_names_the_calls_that_led_there(void **state)
{
    stage *s = *state;
    failure_of_lua(s, "local function row(item)\n  emit(item.titel)\nend\nrow(meeting.agenda[1])\n");
    assert_int_equal(s->error.line, 2);
    assert_non_null(strstr(s->error.trace, "layouts/meeting.lua:2: in row()\n"));
    assert_non_null(strstr(s->error.trace, "layouts/meeting.lua:4"));
}

static void nothing_of_the_model_can_be_changed(void **state)
{
    assert_non_null(strstr(failure_of_lua(*state, "meeting.date = 'x'"), "read-only"));
    assert_non_null(strstr(failure_of_lua(*state, "meeting.agenda[1] = 'x'"), "read-only"));
    assert_string_equal(what_lua_emits(*state, "emit(tostring(getmetatable(meeting)))"), "false");
}

static void a_list_has_no_names(void **state)
{
    assert_string_equal(failure_of_lua(*state, "emit(meeting.agenda.title)"), "a list has items 1 to 1 and no 'title'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(a_field_is_read_by_its_name),
        on_stage(a_list_counts_from_one_and_has_a_length),
        on_stage(a_list_can_be_walked_joined_and_unpacked),
        on_stage(pages_are_a_list_of_two),
        on_stage(what_the_pack_does_not_say_is_nil),
        on_stage(a_contribution_has_the_blocks_that_hold_it),
        on_stage(the_same_record_is_the_same_value_so_it_can_be_a_key),
        on_stage(an_object_knows_its_place_and_its_pack),
        on_stage(pairs_visits_what_an_object_says_in_the_order_of_the_schema),
        on_stage(a_block_has_the_fields_of_its_type_only),
        on_stage(an_unknown_field_is_an_error_that_suggests_the_nearest),
        on_stage(an_error_in_a_function_names_the_calls_that_led_there),
        on_stage(nothing_of_the_model_can_be_changed),
        on_stage(a_list_has_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

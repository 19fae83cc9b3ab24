/* elements_test.c: HTML by parts: what an element makes of its attributes and values, and what it refuses. */
#include "stage.h"

#define SHOW(code) "emit(md(tostring(" code ")))"

static void attributes_stand_in_the_order_of_their_names(void **state)
{
    assert_string_equal(
        what_lua_emits(*state, SHOW("element('i', { title = 'b', class = { 'x', 2 }, ['data-a'] = 0 })")),
        "<i class=\"x 2\" data-a=\"0\" title=\"b\"></i>");
}

static void true_stands_alone_and_false_is_left_out(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("element('p', { hidden = true, id = false }, false, 'x')")),
                        "<p hidden>x</p>");
    assert_string_equal(what_lua_emits(*state, SHOW("element('p', nil)")), "<p></p>");
    assert_string_equal(what_lua_emits(*state, SHOW("element('br')")), "<br>");
}

static void an_element_in_an_element_stays_html(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("element('p', nil, '<', element('b', nil, '&'), '>')")),
                        "<p>&lt;<b>&amp;</b>&gt;</p>");
}

static void markdown_in_an_element_makes_its_strings_markdown(void **state)
{
    assert_non_null(strstr(what_lua_emits(*state, "emit(element('p', nil, '*', md'*x*'))"), "\\**x*"));
}

static void an_address_that_may_not_be_linked_to_is_left_out(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("element('a', { href = 'java\\nscript:x', src = 'vbscript:x' })")),
                        "<a></a>");
    assert_string_equal(what_lua_emits(*state, SHOW("tostring(is_address '/a') .. tostring(is_address 'data:x')")),
                        "truefalse");
}

static void a_name_that_html_could_not_have_is_refused(void **state)
{
    const char *bad = "an element has a name such as 'p'", *bad_attribute = "an attribute has a name such as 'class'";
    assert_string_equal(failure_of_lua(*state, "element('p onload=x')"), bad);
    assert_string_equal(failure_of_lua(*state, "element('')"), bad);
    assert_string_equal(failure_of_lua(*state, "element('p\\0')"), bad);
    assert_string_equal(failure_of_lua(*state, "element(3)"), bad);
    assert_string_equal(failure_of_lua(*state, "element('p', { ['x y'] = 1 })"), bad_attribute);
    assert_string_equal(failure_of_lua(*state, "element('p', { ['x\\0'] = 1 })"), bad_attribute);
    assert_string_equal(failure_of_lua(*state, "element('p', { 'x' })"), bad_attribute);
}

static void what_is_no_text_is_refused(void **state)
{
    assert_string_equal(failure_of_lua(*state, "element('p', nil, 'a', nil)"),
                        "value 2 is nil, and nil is no text (with `or false` it is left out)");
    assert_string_equal(failure_of_lua(*state, "element('p', { id = meeting })"),
                        "the attribute 'id' is a SiteMeeting, which is no text");
    assert_string_equal(failure_of_lua(*state, "element('p', { class = { {} } })"),
                        "word 1 of the attribute 'class' is a table, and has to be a string");
    assert_string_equal(failure_of_lua(*state, "element('p', nil, xml'<x/>')"), "XML can't stand in HTML");
    assert_string_equal(failure_of_lua(*state, "local t = {} for i = 1, 65 do t['a' .. i] = 1 end element('p', t)"),
                        "an element has at most 64 attributes");
}

static void a_list_is_joined_without_what_is_false(void **state)
{
    assert_string_equal(what_lua_emits(*state, SHOW("join({ 'a', false, html'<b>', 3 }, ' & ')")),
                        "a &amp; <b> &amp; 3");
    assert_string_equal(what_lua_emits(*state, SHOW("join({})")), "");
    assert_string_equal(failure_of_lua(*state, "join(setmetatable({}, { __len = function() return 1 end }))"),
                        "value 1 is nil, and nil is no text (with `or false` it is left out)");
    const char *endless = failure_of_lua(*state, "join(setmetatable({}, { __len = function() return 1 << 60 end, "
                                                 "__index = function() return false end }))");
    assert_non_null(
        strstr(endless, "is there a loop that never ends?")); /* its steps or its time, whichever is first */
}

static void a_list_that_glues_while_it_is_read_is_joined_all_the_same(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "local list = setmetatable({}, { __len = function() return 3 end,\n"
                                       "  __index = function(_, i) return element('i', nil, i .. html'') end })\n"
                                       "emit(md(tostring(join(list, ','))))"),
                        "<i>1</i>,<i>2</i>,<i>3</i>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(attributes_stand_in_the_order_of_their_names),
        on_stage(true_stands_alone_and_false_is_left_out),
        on_stage(an_element_in_an_element_stays_html),
        on_stage(markdown_in_an_element_makes_its_strings_markdown),
        on_stage(an_address_that_may_not_be_linked_to_is_left_out),
        on_stage(a_name_that_html_could_not_have_is_refused),
        on_stage(what_is_no_text_is_refused),
        on_stage(a_list_is_joined_without_what_is_false),
        on_stage(a_list_that_glues_while_it_is_read_is_joined_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

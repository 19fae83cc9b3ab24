/* markup_test.c: what becomes of a value where it lands. */
#include "stage.h"

static void the_same_words_in_two_languages_are_two_values(void **state)
{
    assert_string_equal(
        what_lua_emits(*state, "local marks = md'a<b>'\n"
                               "emit(tostring(html'a<b>' == marks), md' ', tostring(md'a<b>'), md' ', #html'5')\n"
                               "emit(md' ', md(5), md(('x'):rep(50)) == md(('x'):rep(50)))"),
        "false a\\<b> 1 5");
}

static void a_string_is_data_and_is_escaped(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(meeting.agenda[1].title)"),
                        "Minutes \\<of> the \\*last\\* meeting");
}

static void a_string_glued_to_markdown_is_escaped_too(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'**' .. '*a*' .. md'**')"), "**\\*a\\***");
    assert_string_equal(what_lua_emits(*state, "emit('<b>' .. md'x' .. '|')"), "\\<b>x\\|");
}

static void markdown_is_inserted_as_it_is(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'*a* [b](c)')"), "*a* [b](c)");
}

static void a_string_that_was_markdown_is_data_again(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(tostring(md'*a*'))"), "\\*a\\*");
}

static void false_inserts_nothing_and_nil_is_an_error(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'a', false, md'b')"), "ab");
    assert_string_equal(failure_of_lua(*state, "emit(md'a', meeting.venue)"),
                        "value 2 of emit is nil here, and nil is no text (with `or false` it is left out)");
}

static void an_object_and_a_list_are_no_text(void **state)
{
    assert_string_equal(failure_of_lua(*state, "emit(meeting.agenda[1])"),
                        "value 1 of emit is an AgendaItem, which is no text: insert one of its fields, or a string");
    assert_string_equal(failure_of_lua(*state, "emit(meeting.agenda)"),
                        "value 1 of emit is a list, and a list is no text: go through it with ipairs");
}

static void blocks_become_paragraphs_whose_text_is_data(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'x', meeting.agenda[1].blocks)"),
                        "x\n\n\\# first\n\nsecond\n\n");
}

static mb_block *add_block(stage *s, mb_block_type type)
{
    mb_block *block = mb_list_add(s->arena, &s->item->blocks, mb_block);
    block->type = type;
    return block;
}

static void add_row(stage *s, mb_block *table, const char *one, const char *other)
{
    mb_strings *row = mb_list_add(s->arena, &table->rows, mb_strings);
    mb_strings_push(s->arena, row, mb_slice_of(one));
    mb_strings_push(s->arena, row, mb_slice_of(other));
}

static void a_table_of_the_papers_has_its_caption_and_its_heads(void **state)
{
    stage *s = *state;
    s->item->blocks = (mb_list){0};
    mb_block *table = add_block(s, mb_block_type_table);
    mb_strings_push(s->arena, &table->header, MB_TEXT("Pond"));
    mb_strings_push(s->arena, &table->header, MB_TEXT("<Ducks>"));
    add_row(s, table, "North | \"N\"", "4");
    const char *plain = what_page_shows(s, "${meeting.agenda[1].blocks}");
    assert_non_null(strstr(plain, "<th>Pond</th>\n<th>&lt;Ducks&gt;</th>"));
    assert_non_null(strstr(plain, "<td>North | &quot;N&quot;</td>"));
    table->caption = MB_TEXT("Ducks & \"geese\"");
    const char *named = what_page_shows(s, "- ${meeting.agenda[1].blocks}");
    assert_non_null(strstr(named, "<div aria-label=\"Ducks &amp; &quot;geese&quot;\" class=\"table\""));
    assert_non_null(strstr(named, "<caption>Ducks &amp; &quot;geese&quot;</caption>\n<thead><tr>"
                                  "<th scope=\"col\">Pond</th><th scope=\"col\">&lt;Ducks&gt;</th></tr>\n</thead>"));
    assert_non_null(strstr(named, "<td>North | &quot;N&quot;</td><td>4</td>"));
    assert_non_null(strstr(named, "<li>"));
}

static void a_table_without_heads_has_no_empty_ones(void **state)
{
    stage *s = *state;
    s->item->blocks = (mb_list){0};
    add_row(s, add_block(s, mb_block_type_table), "one", "two");
    const char *made = what_page_shows(s, "${meeting.agenda[1].blocks}");
    assert_null(strstr(made, "<th"));
    assert_non_null(strstr(made, "<td>one</td><td>two</td>"));
}

static void a_note_at_the_foot_of_a_page_is_marked_as_one(void **state)
{
    stage *s = *state;
    s->item->blocks = (mb_list){0};
    mb_block *note = add_block(s, mb_block_type_note);
    note->mark = MB_TEXT("*");
    note->text = MB_TEXT("By # count.");
    assert_string_equal(what_page_shows(s, "${meeting.agenda[1].blocks}"),
                        "<div class=\"footnote\">\n<p>* By # count.</p>\n</div>\n");
}

static void a_paragraph_keeps_its_number_and_a_list_its_marks(void **state)
{
    stage *s = *state;
    s->item->blocks = (mb_list){0};
    mb_block *paragraph = add_block(s, mb_block_type_paragraph), *list = add_block(s, mb_block_type_list);
    paragraph->number = MB_TEXT("3.");
    paragraph->text = MB_TEXT("The pond.");
    for (int i = 0; i < 2; i++) {
        mb_list_item *item = mb_list_add(s->arena, &list->items, mb_list_item);
        item->marker = i ? MB_TEXT("iv") : MB_TEXT("(a)");
        item->text = MB_TEXT("reeds");
    }
    assert_string_equal(what_page_shows(s, "${meeting.agenda[1].blocks}"),
                        "<p>3. The pond.</p>\n<div class=\"marked\">\n<ul>\n<li>(a) reeds</li>\n<li>iv reeds</li>\n"
                        "</ul>\n</div>\n");
}

static void a_link_leads_from_this_page_to_the_other(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md'[a](', link(meeting), md') [b](', link'/x.css', md')')"),
                        "[a](../../meetings/2025-11-04-panel/) [b](../../x.css)");
    assert_string_equal(failure_of_lua(*state, "link(meeting.agenda[1])"), "an AgendaItem has no page to link to");
}

static void in_a_link_target_no_character_can_end_the_target(void **state)
{
    const char *made = what_lua_emits(*state, "emit(md'[a](', 'x) <b> \"', md')')");
    assert_null(strchr(strstr(made, "](") + 2, ' '));
    assert_string_equal(strchr(made, ')'), ")");
}

static void in_attributes_no_character_can_end_the_attributes(void **state)
{
    const char *made = what_lua_emits(*state, "emit(md'## A {#item-', '1} <b>', md'}')");
    assert_string_equal(strchr(made, '}'), "}");
}

static void the_shell_escapes_for_html_but_not_its_content(void **state)
{
    assert_string_equal(shell_around(*state, "<p>${meeting.agenda[1].title}</p>${content}", "<b>x</b>"),
                        "<p>Minutes &lt;of&gt; the *last* meeting</p><b>x</b>");
}

static void html_in_markdown_stands_beside_it_and_leaves_a_mark(void **state)
{
    const char *made = what_lua_emits(*state, "emit(md'a ' .. html('<b>' .. 'x' .. '</b>'))");
    assert_null(strstr(made, "<b>"));
    assert_int_equal(strncmp(made, "a ", 2), 0);
    assert_true(strlen(made) > 2);
}

static void a_component_is_a_file_whose_arguments_are_dots(void **state)
{
    write_file(*state, "components/mark.md", "% local item = ...\n**${item.number}**");
    write_file(*state, "components/plain.lua", "local item = ...\nemit(md'_')\nreturn item.number");
    assert_string_equal(what_lua_emits(*state, "local i = meeting.agenda[1]\nemit(mark(i), md' ' .. plain(i))"),
                        "**7** _7");
}

static void an_error_in_a_component_leaves_the_page_as_it_was(void **state)
{
    write_file(*state, "components/broken.md", "lost\n% error('no')\n");
    assert_string_equal(what_lua_emits(*state, "emit(md'a') pcall(broken) emit(md'b')"), "ab");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(the_same_words_in_two_languages_are_two_values),
        on_stage(a_string_is_data_and_is_escaped),
        on_stage(a_string_glued_to_markdown_is_escaped_too),
        on_stage(markdown_is_inserted_as_it_is),
        on_stage(a_string_that_was_markdown_is_data_again),
        on_stage(false_inserts_nothing_and_nil_is_an_error),
        on_stage(an_object_and_a_list_are_no_text),
        on_stage(blocks_become_paragraphs_whose_text_is_data),
        on_stage(a_table_of_the_papers_has_its_caption_and_its_heads),
        on_stage(a_table_without_heads_has_no_empty_ones),
        on_stage(a_note_at_the_foot_of_a_page_is_marked_as_one),
        on_stage(a_paragraph_keeps_its_number_and_a_list_its_marks),
        on_stage(a_link_leads_from_this_page_to_the_other),
        on_stage(in_a_link_target_no_character_can_end_the_target),
        on_stage(in_attributes_no_character_can_end_the_attributes),
        on_stage(the_shell_escapes_for_html_but_not_its_content),
        on_stage(html_in_markdown_stands_beside_it_and_leaves_a_mark),
        on_stage(a_component_is_a_file_whose_arguments_are_dots),
        on_stage(an_error_in_a_component_leaves_the_page_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* words_test.c: how the papers write their words, and the headings that are written by it. */
#include "stage.h"

static void the_form_that_is_seen_most_often_is_the_usual_one(void **state)
{
    stage *s = *state;
    add_text(s, "We saw the Pier, then the pier, then the Pier again.");
    assert_string_equal(what_lua_emits(s, "local words = word_forms(meeting.agenda)\n"
                                          "emit(words:usual 'PIER', md' ', words:usual 'quay' or 'no quay')"),
                        "Pier no quay");
}

static void of_forms_that_are_seen_as_often_the_one_with_fewer_capitals_is_usual(void **state)
{
    stage *s = *state;
    add_text(s, "On the Pier and off the pier.");
    assert_string_equal(what_lua_emits(s, "emit(word_forms(meeting.agenda):usual 'PIER')"), "pier");
}

static void the_first_word_of_a_sentence_tells_nothing(void **state)
{
    stage *s = *state;
    add_text(s, "Piers rot. Quays too! Why? Docks, though.");
    assert_string_equal(what_lua_emits(s, "local words = word_forms(meeting.agenda)\n"
                                          "emit(words:usual 'PIERS' or 'x', words:usual 'QUAYS' or 'x', "
                                          "words:usual 'DOCKS' or 'x', words:usual 'THOUGH')"),
                        "xxxthough");
}

static void text_in_capitals_tells_nothing_whatever_its_ordinals(void **state)
{
    stage *s = *state;
    add_text(s, "THE OLD PIER ON THE 17th");
    assert_string_equal(what_lua_emits(s, "emit(word_forms(meeting.agenda):usual 'PIER' or 'none')"), "none");
}

static void two_words_with_capitals_stand_side_by_side_or_not(void **state)
{
    stage *s = *state;
    add_text(s, "Then the Harbour Master spoke to the Master, Harbour lights behind him.");
    assert_string_equal(what_lua_emits(s, "local words = word_forms(meeting.agenda)\n"
                                          "emit(tostring(words:has 'Harbour Master'), md' ', "
                                          "tostring(words:has 'Master Harbour'), md' ', tostring(words:has 'lights'))"),
                        "true false true");
}

static void letters_with_accents_are_parts_of_words(void **state)
{
    stage *s = *state;
    add_text(s, "At the caf\u00E9 by R&D and Caf\u00E9 Ros\u00E9.");
    assert_string_equal(what_lua_emits(s, "local words = word_forms(meeting.agenda)\n"
                                          "emit(words:usual 'CAF\u00E9', md' ', md(words:usual 'r&d'), md' ', "
                                          "tostring(words:has 'Caf\u00E9 Ros\u00E9'))"),
                        "caf\u00E9 R&D true");
}

static void thousands_of_words_are_all_kept(void **state)
{
    stage *s = *state;
    mb_buffer text = mb_buffer_make(1 << 20);
    mb_buffer_text(&text, "x");
    for (int i = 0; i < 5000; i++)
        mb_buffer_printf(&text, " w%c%c%cx", 'a' + i % 17, 'a' + i / 17 % 17, 'a' + i / 289);
    add_text(s, text.data);
    assert_string_equal(
        what_lua_emits(s, "local words, count = word_forms(meeting.agenda), 0\n"
                          "for i = 0, 4999 do\n"
                          "  local word = 'w' .. string.char(97 + i % 17, 97 + i // 17 % 17, 97 + i // 289) .. 'x'\n"
                          "  if words:has(word) then count = count + 1 end\nend\nemit(count)"),
        "5000");
    mb_buffer_free(&text);
}

static void what_has_no_blocks_is_refused(void **state)
{
    assert_non_null(strstr(failure_of_lua(*state, "word_forms(site.meetings)"), "list of objects that have blocks"));
    assert_non_null(strstr(failure_of_lua(*state, "word_forms {}"), "list of objects that have blocks"));
    assert_non_null(strstr(failure_of_lua(*state, "word_forms().usual(meeting, 'x')"), "word forms"));
}

static void headings_in_capitals_are_written_as_in_a_sentence(void **state)
{
    stage *s = *state;
    add_text(s, "Today the Harbour Master, of the RNLI, read the report.");
    assert_string_equal(what_lua_emits(s, "local readable = require 'titles'.of(meeting.agenda)\n"
                                          "emit(readable 'REPORT OF THE HARBOUR MASTER, RNLI: MARCH', md'; ', "
                                          "readable 'As It Was Written')"),
                        "Report of the Harbour Master, RNLI: March; As It Was Written");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(the_form_that_is_seen_most_often_is_the_usual_one),
        on_stage(of_forms_that_are_seen_as_often_the_one_with_fewer_capitals_is_usual),
        on_stage(the_first_word_of_a_sentence_tells_nothing),
        on_stage(text_in_capitals_tells_nothing_whatever_its_ordinals),
        on_stage(two_words_with_capitals_stand_side_by_side_or_not),
        on_stage(letters_with_accents_are_parts_of_words),
        on_stage(thousands_of_words_are_all_kept),
        on_stage(what_has_no_blocks_is_refused),
        on_stage(headings_in_capitals_are_written_as_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

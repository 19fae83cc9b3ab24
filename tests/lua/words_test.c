/* words_test.c: headings in capitals are written as the papers write their words. */
#include <stdio.h>

#include "script/item_titles.h"
#include "stage.h"

/* What becomes of a heading on a page whose item has this text. */
static const char *heading(stage *s, const char *text, const char *title)
{
    char layout[400];
    add_text(s, text);
    snprintf(layout, sizeof layout,
             "local known = { common = true, MARCH = 'March' }\n"
             "emit(md(word_forms(meeting.agenda):heading([[%s]], known)))",
             title);
    return what_lua_emits(s, layout);
}

static void a_word_is_written_as_it_is_most_often(void **state)
{
    assert_string_equal(heading(*state, "We saw the McPier, then the pier, then the McPier, a mcpier.", "THE MCPIER"),
                        "The McPier");
    assert_string_equal(heading(*state, "A pier, a pier.", "THE PIER AND PIER"), "The pier And pier");
}

static void the_first_word_of_a_sentence_tells_nothing(void **state)
{
    assert_string_equal(heading(*state, "Piers rot. Quays too! Why? Docks, though.", "NO PIERS QUAYS DOCKS THOUGH"),
                        "No Piers Quays Docks though");
}

static void text_in_capitals_tells_nothing_whatever_its_ordinals(void **state)
{
    assert_string_equal(heading(*state, "THE OLD MCPIER ON THE 17th", "THE MCPIER"), "The Mcpier");
    assert_string_equal(heading(*state, "on the McPier", "THE MCPIER"), "The McPier");
}

static void words_that_have_capitals_side_by_side_keep_them(void **state)
{
    const char *text = "Then the Harbour Master spoke to the master of the harbour. A Master, Harbour lights behind.";
    assert_string_equal(heading(*state, text, "REPORT BY THE HARBOUR MASTER"), "Report By the Harbour Master");
    assert_string_equal(heading(*state, text, "MASTER HARBOUR"), "Master harbour");
    assert_string_equal(heading(*state, text, "HARBOUR  MASTER"), "Harbour  master");
}

static void words_known_as_nobodys_name_are_small(void **state)
{
    assert_string_equal(heading(*state, "nothing", "A COMMON NAME"), "A common Name");
}

static void forms_that_are_known_are_used(void **state)
{
    assert_string_equal(heading(*state, "nothing", "THE MARCH OF 5TH MARCH"), "The March Of 5th March");
}

static void abbreviations_stay(void **state)
{
    assert_string_equal(heading(*state, "nothing", "THE NHS, R&D AND WOOD (TACTIC) (TACTICS)"),
                        "The NHS, R&D And Wood (TACTIC) (Tactics)");
}

static void what_has_small_letters_stays(void **state)
{
    assert_string_equal(heading(*state, "nothing", "THE iPad OF Ann"), "The iPad Of Ann");
}

static void letters_with_accents_are_parts_of_words(void **state)
{
    assert_string_equal(heading(*state, "At the caf\u00E9 we met.", "THE CAF\u00E9 ROS\u00E9"),
                        "The caf\u00E9 Ros\u00E9");
    assert_string_equal(heading(*state, "nothing", "COUNCIL'S COUNCIL\u2019S S"), "Council's Council\u2019s S");
}

static void of_thousands_of_words_each_is_found(void **state)
{
    stage *s = *state;
    mb_buffer text = mb_buffer_make(1 << 20);
    mb_buffer_text(&text, "x");
    for (int i = 0; i < 5000; i++)
        mb_buffer_printf(&text, " w%cX%c%cx", 'a' + i % 17, 'a' + i / 17 % 17, 'a' + i / 289);
    add_text(s, text.data);
    assert_string_equal(
        what_lua_emits(s, "local words, count = word_forms(meeting.agenda), 0\n"
                          "for i = 0, 4999 do\n"
                          "  local word = ('W%cX%c%cx'):format(97 + i % 17, 97 + i // 17 % 17, 97 + i // 289)\n"
                          "  local small = 'w' .. word:sub(2)\n"
                          "  if words:heading('A ' .. word:upper(), {}) == 'A ' .. small then count = count + 1 end\n"
                          "end\nemit(count)"),
        "5000");
    mb_buffer_free(&text);
}

static void headings_that_no_object_has_are_written_as_well(void **state)
{
    stage *s = *state;
    add_text(s, "See the McPier, the McQuay and the McDock.");
    assert_string_equal(what_lua_emits(s, "local words = word_forms(meeting.agenda)\n"
                                          "for _, title in ipairs { 'A MCPIER', 'A MCQUAY', 'A MCPIER MCDOCK' } do\n"
                                          "  emit(words:heading(title, {}), md'; ')\nend"),
                        "A McPier; A McQuay; A McPier McDock; ");
}

static void what_is_no_list_of_papers_is_refused(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(failure_of_lua(s, "word_forms(meeting.agenda[1].presenters)"), "list of objects"));
    assert_non_null(strstr(failure_of_lua(s, "word_forms {}"), "list of objects"));
    assert_non_null(strstr(failure_of_lua(s, "word_forms().heading(meeting, 'x', {})"), "word forms"));
    assert_non_null(strstr(failure_of_lua(s, "word_forms():heading('x', 5)"), "table expected"));
    assert_string_equal(what_lua_emits(s, "emit(word_forms():heading('', {}))"), "");
}

static void titles_knows_the_words_of_councils(void **state)
{
    stage *s = *state;
    add_text(s, "Today the Harbour Master, of the RNLI, read the report.");
    assert_string_equal(what_lua_emits(s, "local readable = require 'titles'.of(meeting.agenda)\n"
                                          "emit(readable 'REPORT OF THE HARBOUR MASTER, RNLI: MARCH', md'; ', "
                                          "readable 'As It Was Written')"),
                        "Report of the Harbour Master, RNLI: March; As It Was Written");
}

/* An item of the site and a paper with two sections. */
static void add_business(stage *s)
{
    mb_pack *pack = s->meeting->packs.items[0];
    mb_meeting *told = mb_list_add(s->arena, &pack->meetings, mb_meeting);
    mb_list_push(s->arena, &told->agenda, s->item);
    s->item->title = MB_TEXT("REPORT OF THE HARBOUR MASTER");
    mb_site_item *item = mb_list_add(s->arena, &s->meeting->items, mb_site_item);
    item->meeting = s->meeting;
    item->agenda = s->item;
    item->title = s->item->title;
    item = mb_list_add(s->arena, &s->meeting->items, mb_site_item);
    item->meeting = s->meeting;

    mb_site_report *report = mb_list_add(s->arena, &s->site->reports, mb_site_report);
    report->title = MB_TEXT("PIERS AND QUAYS");
    mb_section *section = mb_list_add(s->arena, &report->sections, mb_section);
    section->printed = MB_TEXT("1. THE MCPIER");
    mb_block *block = mb_list_add(s->arena, &section->blocks, mb_block);
    block->type = mb_block_type_paragraph;
    block->text = MB_TEXT("We walked to the McPier, and behind the quays.");
    section = mb_list_add(s->arena, &report->sections, mb_section);
    section->title = MB_TEXT("As It Was Written");
}

static const char all_titles[] =
    "local meeting, report = site.meetings[1], site.reports[1]\n"
    "emit(title_of(meeting.items[1]), md'; ', title_of(meeting.items[2]) or 'none', md'; ',\n"
    "  title_of(report), md'; ', title_of(report, 1), md'; ', title_of(report, 2))";
static const char their_forms[] =
    "Report of the Harbour Master; none; Piers and quays; 1\\. the McPier; As It Was Written";

static void title_of_writes_what_has_a_title(void **state)
{
    stage *s = *state;
    add_text(s, "Today the Harbour Master spoke.");
    add_business(s);
    assert_string_equal(what_lua_emits(s, all_titles), their_forms);
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.meetings[1])"), "and this is a SiteMeeting"));
}

static void title_of_refuses_sections_that_are_not_there(void **state)
{
    stage *s = *state;
    add_business(s);
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.reports[1], 3)"), "the paper has no section 3"));
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.reports[1], 0)"), "the paper has no section 0"));
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.reports[1], -1)"), "the paper has no section -1"));
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.reports[1], 4294967297)"), "has no section 4294967297"));
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.meetings[1].items[1], 99)"), "an item has none"));
    assert_string_equal(what_lua_emits(s, "emit(title_of(site.reports[1], nil))"), "Piers and quays");
}

static void title_of_is_the_same_for_whoever_asks_later(void **state)
{
    stage *s = *state;
    add_text(s, "Today the Harbour Master spoke.");
    add_business(s);
    s->titles = mb_titles_new(s->site);
    assert_string_equal(what_lua_emits(s, all_titles), their_forms);
    add_text(s, "By the HarBour, in the HarBour.");
    assert_string_equal(what_lua_emits(s, all_titles), their_forms);
    mb_titles_free(s->titles);
    s->titles = mb_titles_new(s->site);
    assert_non_null(strstr(what_lua_emits(s, all_titles), "Report of the HarBour Master"));
}

#define MANY 220

/* Headings of so many words, each of which stands beside each in the text. */
static void add_words_side_by_side(stage *s)
{
    mb_buffer words = mb_buffer_make(1 << 20);
    mb_buffer_text(&words, "THE HARBOUR MASTER");
    for (int i = 0; i < MANY; i++)
        mb_buffer_printf(&words, " W%c%c", 'A' + i % 26, 'A' + i / 26);
    s->item->title = mb_arena_copy(s->arena, mb_buffer_slice(&words));
    ((mb_site_item *)s->meeting->items.items[0])->title = s->item->title;
    mb_buffer_clear(&words);
    for (int i = 0; i < MANY * MANY; i++) {
        int one = i % MANY, other = i / MANY;
        mb_buffer_printf(&words, " W%c%c W%c%c", 'a' + one % 26, 'a' + one / 26, 'a' + other % 26, 'a' + other / 26);
    }
    add_text(s, words.data);
    mb_buffer_free(&words);
}

static void titles_of_more_words_than_can_be_counted_are_as_printed(void **state)
{
    stage *s = *state;
    add_business(s);
    add_words_side_by_side(s);
    s->limits.memory = (size_t)2 << 20;
    s->titles = mb_titles_new(s->site);
    const char *layout = "emit(title_of(site.meetings[1].items[1]):sub(1, 26), md'; ', title_of(site.reports[1]))";
    assert_string_equal(what_lua_emits(s, layout), "THE HARBOUR MASTER WAA WBA; Piers and quays");
    s->limits.memory = MB_PAGE_MEMORY;
    assert_string_equal(what_lua_emits(s, layout), "THE HARBOUR MASTER WAA WBA; Piers and quays");
    mb_titles_free(s->titles);
    s->titles = mb_titles_new(s->site);
    assert_string_equal(what_lua_emits(s, layout), "The Harbour Master Waa Wba; Piers and quays");
}

static void words_are_counted_no_longer_than_the_page_may_take(void **state)
{
    stage *s = *state;
    add_business(s);
    add_words_side_by_side(s);
    s->titles = mb_titles_new(s->site);
    s->limits.seconds = 0;
    assert_string_equal(what_lua_emits(s, "emit 'x'"), "x");
    assert_non_null(strstr(failure_of_lua(s, "title_of(site.meetings[1].items[1])"), "takes longer than it may"));
    assert_non_null(strstr(failure_of_lua(s, "word_forms(meeting.agenda)"), "takes longer than it may"));
    s->limits = (mb_page_limits){MB_PAGE_MEMORY, 300000, MB_PAGE_SECONDS};
    assert_non_null(strstr(failure_of_lua(s, "word_forms(meeting.agenda)"), "takes more steps than it may"));
    assert_string_equal(what_lua_emits(s, "emit(title_of(site.meetings[1].items[1]):sub(1, 18))"),
                        "The Harbour Master");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(a_word_is_written_as_it_is_most_often),
        on_stage(the_first_word_of_a_sentence_tells_nothing),
        on_stage(text_in_capitals_tells_nothing_whatever_its_ordinals),
        on_stage(words_that_have_capitals_side_by_side_keep_them),
        on_stage(words_known_as_nobodys_name_are_small),
        on_stage(forms_that_are_known_are_used),
        on_stage(abbreviations_stay),
        on_stage(what_has_small_letters_stays),
        on_stage(letters_with_accents_are_parts_of_words),
        on_stage(of_thousands_of_words_each_is_found),
        on_stage(headings_that_no_object_has_are_written_as_well),
        on_stage(what_is_no_list_of_papers_is_refused),
        on_stage(titles_knows_the_words_of_councils),
        on_stage(title_of_writes_what_has_a_title),
        on_stage(title_of_refuses_sections_that_are_not_there),
        on_stage(title_of_is_the_same_for_whoever_asks_later),
        on_stage(titles_of_more_words_than_can_be_counted_are_as_printed),
        on_stage(words_are_counted_no_longer_than_the_page_may_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

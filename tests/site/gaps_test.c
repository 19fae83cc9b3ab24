/* gaps_test.c: what the packs of a site leave open. */
#include "site_of.h"

/* "minutes 2025-03-04; paper 3", by kind and what it concerns. */
static mb_slice gaps_of(const mb_site_record *site)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < site->completeness.count; i++) {
        const mb_gap *gap = at(gap, site->completeness, i);
        mb_slice what = gap->item ? gap->item->number : gap->meeting ? gap->meeting->date : MB_TEXT("");
        if (gap->pages.first)
            what = mb_arena_printf(kept, "%u-%u", gap->pages.first, gap->pages.last);
        all = mb_arena_printf(kept, "%.*s%s%s %.*s", MB_ARG(all), i ? "; " : "",
                              mb_choice_word(&mb_choices_gap_kind, gap->kind), MB_ARG(what));
        assert_true(gap->message.size > 0);
    }
    return all;
}

static const mb_site_record *on_day(const char *text, const char *today)
{
    papers all = {.count = 0};
    add_paper(&all, "a.txt", text);
    return assemble(&all, today);
}

#define ITEMS "- 1. WELCOME\n\n- 2. TREES\n\n"

static void minutes_are_missed_once_the_meeting_is_over(void **state)
{
    (void)state;
    assert_slice(gaps_of(on_day(CALLED(ITEMS), "2025-03-04")), "");
    assert_slice(gaps_of(on_day(CALLED(ITEMS), "2025-03-05")), "minutes 2025-03-04");
}

static void a_meeting_that_was_minuted_had_an_agenda(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", MINUTED("Tuesday, 4th March, 2025", "21\n\nWELCOME\n\nAll well.\n\n")});
    assert_slice(gaps_of(site), "agenda 2025-03-04; minutes 2025-04-01");
}

static void papers_that_an_agenda_names_are_missed(void **state)
{
    (void)state;
    assert_slice(
        gaps_of(on_day(CALLED("- 1. WELCOME\n\n- 2. MINUTES OF THE LAST MEETING (Pages 3 - 8)\n\n"
                              "- 3. TREES (Pages 9 - 12)\n\n- 4. PONDS (to follow)\n\n- 5. URGENT BUSINESS\n\n"),
                       "2025-03-01")),
        "paper 3; paper 4");
}

static void an_item_without_a_number_is_named_by_its_title(void **state)
{
    (void)state;
    papers all = {.count = 0};
    const mb_pack *pack = add_paper(&all, "a.txt", CALLED("- 1. WELCOME\n\n- 2. TREES (Pages 9 - 12)\n\n"));
    const mb_meeting *meeting = at(meeting, pack->meetings, 0);
    ((mb_agenda_item *)meeting->agenda.items[1])->number = MB_NOTHING;
    const mb_gap *gap = at(gap, assemble(&all, "2025-03-01")->completeness, 0);
    assert_non_null(strstr(gap->message.data, "the paper of the item TREES, of the Roads Panel"));
}

static void pages_without_words_are_told_but_for_those_that_say_so(void **state)
{
    (void)state;
    assert_slice(gaps_of(on_day(CALLED(ITEMS) "\f\n\f   \n\fThis page is intentionally left blank\n\f", "2025-03-01")),
                 "pages 2-3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(minutes_are_missed_once_the_meeting_is_over),
        cmocka_unit_test(a_meeting_that_was_minuted_had_an_agenda),
        cmocka_unit_test(papers_that_an_agenda_names_are_missed),
        cmocka_unit_test(an_item_without_a_number_is_named_by_its_title),
        cmocka_unit_test(pages_without_words_are_told_but_for_those_that_say_so),
    };
    return run_reader_tests(tests);
}

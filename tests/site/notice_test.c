/* notice_test.c: the deadlines that site.yaml sets. */
#include "site_of.h"

static void add_rule(papers *all, const char *purpose, const char *panel)
{
    mb_config_deadline *rule = mb_list_add(kept, &all->config.deadlines, mb_config_deadline);
    *rule = (mb_config_deadline){.purpose = mb_slice_of(purpose),
                                 .counting = MB_TEXT("clear"),
                                 .calendar = MB_TEXT("working"),
                                 .time = MB_TEXT("17:00"),
                                 .days = 2};
    if (panel)
        mb_strings_push(kept, &rule->panels, mb_slice_of(panel));
}

/* "question 2025-02-27T17:00" of the first meeting. */
static mb_slice deadlines_of(papers *all, const char *today)
{
    const mb_site_meeting *meeting = at(site_meeting, assemble(all, today)->meetings, 0);
    mb_slice words = MB_TEXT("");
    for (uint32_t i = 0; i < meeting->deadlines.count; i++) {
        const mb_deadline *one = at(deadline, meeting->deadlines, i);
        words = mb_arena_printf(kept, "%.*s%s%s %.*s", MB_ARG(words), i ? "; " : "",
                                mb_choice_word(&mb_choices_deadline_purpose, one->purpose), MB_ARG(one->due));
    }
    return words;
}

#define ITEMS "- 1. WELCOME\n\n- 2. TREES\n\n"

static void a_rule_of_the_council_sets_the_deadline_of_a_meeting_to_come(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt", CALLED(ITEMS));
    add_rule(&all, "question", NULL);
    add_rule(&all, "petition", "Roads Panel");
    add_rule(&all, "statement", "Rivers Panel");
    assert_slice(deadlines_of(&all, "2025-03-01"), "question 2025-02-27T17:00; petition 2025-02-27T17:00");
    assert_slice(deadlines_of(&all, "2025-03-10"), "");
}

static void a_rule_for_a_panel_that_nobody_knows_is_for_no_meeting(void **state)
{
    (void)state;
    papers all = {.count = 0};
    const mb_pack *pack = add_paper(&all, "a.txt", CALLED(ITEMS));
    ((mb_meeting *)pack->meetings.items[0])->body = MB_NOTHING;
    add_rule(&all, "petition", "Rivers Panel");
    assert_null(at(site_meeting, assemble(&all, "2025-03-01")->meetings, 0)->panel);
    assert_slice(deadlines_of(&all, "2025-03-01"), "");
}

static void a_rule_of_the_council_stands_in_no_pack(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt", CALLED(ITEMS));
    add_rule(&all, "question", NULL);
    const mb_site_meeting *meeting = at(site_meeting, assemble(&all, "2025-03-01")->meetings, 0);
    const mb_deadline *deadline = at(deadline, meeting->deadlines, 0);
    assert_int_equal(deadline->place.pack, 0);
    assert_int_equal(deadline->place.line, 0);
}

static void what_the_papers_print_counts_more(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt",
              CALLED("- 1. WELCOME\n\n- 2. QUESTIONS\n\nQuestions must be received by noon on Friday, 28th February, "
                     "2025.\n\n- 3. TREES\n\n"));
    add_rule(&all, "question", NULL);
    assert_slice(deadlines_of(&all, "2025-02-01"), "question 2025-02-28T12:00");
}

static void holidays_of_the_site_are_no_working_days(void **state)
{
    static const mb_day added[] = {20146}; /* 2025-02-27 */
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt", CALLED(ITEMS));
    add_rule(&all, "question", NULL);
    all.config.holidays.added = (mb_days){added, 1};
    assert_slice(mb_date_of(kept, added[0]), "2025-02-27");
    assert_slice(deadlines_of(&all, "2025-02-01"), "question 2025-02-26T17:00");
}

static void the_reader_knows_them_too(void **state)
{
    static const mb_day added[] = {20146};
    (void)state;
    const mb_holidays holidays = {.added = {added, 1}};
    const mb_reading_options options = {.holidays = &holidays};
    mb_reading reading;
    mb_error error = {0};
    assert_int_equal(mb_read_bytes(shipped, &options,
                                   MB_TEXT(CALLED("- 1. WELCOME\n\n- 2. QUESTIONS\n\nQuestions must be with the clerk "
                                                  "two clear working days before the meeting, by 5pm.\n\n")),
                                   "a.txt", &reading, &error),
                     0);
    const mb_meeting *meeting = at(meeting, reading.pack->meetings, 0);
    assert_slice(at(deadline, meeting->deadlines, 0)->due, "2025-02-26T17:00");
    mb_reading_free(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_of_the_council_sets_the_deadline_of_a_meeting_to_come),
        cmocka_unit_test(a_rule_for_a_panel_that_nobody_knows_is_for_no_meeting),
        cmocka_unit_test(a_rule_of_the_council_stands_in_no_pack),
        cmocka_unit_test(what_the_papers_print_counts_more),
        cmocka_unit_test(holidays_of_the_site_are_no_working_days),
        cmocka_unit_test(the_reader_knows_them_too),
    };
    return run_reader_tests(tests);
}

/* deadlines.c: by when questions and statements must be with the clerk. */
#include "reading_of.h"

#include "model/schema.h"

/* The deadlines of a meeting on that day whose note on public speaking says this: "speaking 2 clear working 17:00 due
 * 2025-10-30T17:00", one behind the other. */
static mb_slice deadlines_on(const char *day, const char *note)
{
    const mb_meeting *meeting =
        meeting_of(mb_arena_printf(kept,
                                   "Harle Vale Town Council\nGrounds Committee\n\nDate: %s\n\n"
                                   "Time: 7.00 pm\n\nNOTES:\n\n1. Seeing the Papers: Papers are "
                                   "kept for 20 working days.\n\n2. Public Speaking: %s\n\n"
                                   "AGENDA\n\n1. WELCOME\n\n2. TREES\n",
                                   day, note)
                       .data);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < meeting->deadlines.count; i++) {
        const mb_deadline *one = at(deadline, meeting->deadlines, i);
        const char *counting = mb_choice_word(&mb_choices_day_counting, one->counting);
        const char *calendar = mb_choice_word(&mb_choices_day_calendar, one->calendar);
        all =
            mb_arena_printf(kept, "%.*s%s%s %d %s %s %.*s due %.*s", MB_ARG(all), i ? "; " : "",
                            mb_choice_word(&mb_choices_deadline_purpose, one->purpose), (int)one->days.value,
                            counting ? counting : "-", calendar ? calendar : "-", MB_ARG(one->time), MB_ARG(one->due));
    }
    return all;
}

static void full_days_lie_between_the_notice_and_the_meeting(void **state)
{
    (void)state;
    static const char *const note =
        "Residents may speak at meetings. Advance notice is required not less than two full working days before the "
        "meeting. This means that for meetings held on Thursdays notice must be received by 5.00pm the previous "
        "Monday.";
    assert_slice(deadlines_on("Thursday, 6th November, 2025", note),
                 "speaking 2 clear working 17:00 due 2025-11-03T17:00");
    assert_slice(deadlines_on("Friday, 7th November, 2025", note),
                 "speaking 2 clear working 17:00 due 2025-11-04T17:00");
    assert_slice(deadlines_on("Monday, 3rd November, 2025", note),
                 "speaking 2 clear working 17:00 due 2025-10-29T17:00");
    assert_slice(deadlines_on("Tuesday, 4th November, 2025", note),
                 "speaking 2 clear working 17:00 due 2025-10-30T17:00");
    assert_slice(deadlines_on("Wednesday, 5th November, 2025", note),
                 "speaking 2 clear working 17:00 due 2025-10-31T17:00");
}

static void bank_holidays_are_no_working_days(void **state)
{
    (void)state;
    static const char *const note =
        "Questions must be with the clerk by 5pm, two clear working days before the meeting.";
    assert_slice(deadlines_on("Monday, 29th December, 2025", note),
                 "question 2 clear working 17:00 due 2025-12-22T17:00");
    assert_slice(deadlines_on("Thursday, 9th April, 2026", note),
                 "question 2 clear working 17:00 due 2026-04-02T17:00");
    assert_slice(deadlines_on("Tuesday, 9th May, 2023", note), "question 2 clear working 17:00 due 2023-05-03T17:00");
}

static void three_clear_working_days(void **state)
{
    (void)state;
    static const char *const note = "Statements must reach the clerk 3 clear working days before the meeting, by 5pm.";
    assert_slice(deadlines_on("Thursday, 19th March, 2026", note),
                 "statement 3 clear working 17:00 due 2026-03-13T17:00");
    assert_slice(deadlines_on("Thursday, 12th September, 2024", note),
                 "statement 3 clear working 17:00 due 2024-09-06T17:00");
    assert_slice(deadlines_on("Thursday, 23rd October, 2025", note),
                 "statement 3 clear working 17:00 due 2025-10-17T17:00");
}

static void an_ordinal_counts_the_day_of_the_notice(void **state)
{
    (void)state;
    assert_slice(deadlines_on("Tuesday, 4th November, 2025",
                              "Petitions must be delivered by noon on the third working day before the meeting."),
                 "petition 3 ordinary working 12:00 due 2025-10-30T12:00");
}

static void all_days_count_where_none_are_working_days(void **state)
{
    (void)state;
    assert_slice(
        deadlines_on("Tuesday, 4th November, 2025", "Notice of a question is due 7 days before the meeting, at 10am."),
        "question 7 ordinary all 10:00 due 2025-10-28T10:00");
}

static void without_a_time_the_day_is_due(void **state)
{
    (void)state;
    assert_slice(
        deadlines_on("Tuesday, 4th November, 2025", "Five clear days' notice of questions and statements is needed."),
        "speaking 5 clear all  due 2025-10-29");
}

static void a_day_can_be_told_without_a_rule(void **state)
{
    (void)state;
    assert_slice(
        deadlines_on("Tuesday, 4th November, 2025",
                     "Questions must be received by 5.00 pm on Wednesday, 29th October, 2025. Statements must be "
                     "submitted by noon on Monday 3 November 2025."),
        "question 0 - - 17:00 due 2025-10-29T17:00; statement 0 - - 12:00 due 2025-11-03T12:00");
}

static void a_day_can_be_told_without_a_time(void **state)
{
    (void)state;
    assert_slice(
        deadlines_on("Tuesday, 4th November, 2025", "Petitions must be received by Monday, 27th October, 2025."),
        "petition 0 - -  due 2025-10-27");
}

static void other_days_are_no_deadlines(void **state)
{
    (void)state;
    assert_slice(deadlines_on("Tuesday, 4th November, 2025",
                              "Decisions are published within three working days. Advice is best asked for on the day "
                              "before the meeting. Petitions are answered within 20 working days."),
                 "");
}

static void the_rule_is_kept_as_printed(void **state)
{
    (void)state;
    const mb_meeting *meeting =
        meeting_of("Grounds Committee - Tuesday, 8th July, 2025 at 7.00 pm in the Corn Hall\n\nAGENDA\n\n1. WELCOME\n\n"
                   "2. PUBLIC QUESTIONS\n\nAnybody may ask. Questions must be sent two clear working days before the "
                   "meeting. For this one that is 12 noon on Thursday. See you there.\n\n3. TREES\n");
    const mb_deadline *deadline = at(deadline, meeting->deadlines, 0);
    assert_slice(deadline->rule,
                 "Questions must be sent two clear working days before the meeting. For this one that is "
                 "12 noon on Thursday.");
    assert_slice(deadline->due, "2025-07-03T12:00");
    assert_int_equal(deadline->place.line, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_days_lie_between_the_notice_and_the_meeting),
        cmocka_unit_test(bank_holidays_are_no_working_days),
        cmocka_unit_test(three_clear_working_days),
        cmocka_unit_test(an_ordinal_counts_the_day_of_the_notice),
        cmocka_unit_test(all_days_count_where_none_are_working_days),
        cmocka_unit_test(without_a_time_the_day_is_due),
        cmocka_unit_test(a_day_can_be_told_without_a_rule),
        cmocka_unit_test(a_day_can_be_told_without_a_time),
        cmocka_unit_test(other_days_are_no_deadlines),
        cmocka_unit_test(the_rule_is_kept_as_printed),
    };
    return run_reader_tests(tests);
}

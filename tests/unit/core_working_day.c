/* core_working_day.c: bank holidays, and how notice is counted. */
#include "core_test.h"

#include "core/working_day.h"

static mb_day day_of(const char *date)
{
    mb_day day = mb_day_of(mb_slice_of(date));
    assert_int_not_equal(day, MB_NO_DAY);
    return day;
}

/* The holidays of a year, as month and day, one behind the other. */
static mb_slice holidays_in(mb_arena *arena, int year)
{
    mb_slice all = MB_TEXT("");
    for (mb_day day = mb_day_in(year, 1, 1); day < mb_day_in(year + 1, 1, 1); day++)
        if (mb_is_bank_holiday(day, NULL))
            all = mb_arena_printf(arena, "%.*s%s%.*s", MB_ARG(all), all.size ? " " : "",
                                  MB_ARG(mb_slice_from(mb_date_of(arena, day), 5)));
    return all;
}

static void bank_holidays_are_those_that_the_government_published(void **state)
{
    assert_slice(holidays_in(*state, 2019), "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
    assert_slice(holidays_in(*state, 2021), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    assert_slice(holidays_in(*state, 2024), "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26");
    assert_slice(holidays_in(*state, 2025), "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
    assert_slice(holidays_in(*state, 2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    assert_slice(holidays_in(*state, 2027), "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
}

static void a_holiday_on_a_weekend_has_a_substitute(void **state)
{
    assert_slice(holidays_in(*state, 2022), "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27");
    assert_slice(holidays_in(*state, 2016), "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27");
    assert_slice(holidays_in(*state, 2010), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    assert_slice(holidays_in(*state, 2012), "01-02 04-06 04-09 05-07 05-28 08-27 12-25 12-26");
}

static void exceptions_add_and_drop_days(void **state)
{
    (void)state;
    const mb_day moved[] = {day_of("2022-06-02"), day_of("2022-06-03")}, dropped[] = {day_of("2022-05-30")};
    const mb_holidays jubilee = {{moved, 2}, {dropped, 1}};
    assert_true(mb_is_bank_holiday(day_of("2022-06-03"), &jubilee));
    assert_false(mb_is_bank_holiday(day_of("2022-05-30"), &jubilee));
    assert_true(mb_is_working_day(day_of("2022-05-30"), &jubilee));
    assert_true(mb_is_bank_holiday(day_of("2022-05-02"), &jubilee));
}

static void notice_is_counted_in_clear_or_ordinary_working_days(void **state)
{
    static const struct {
        const char *meeting;
        mb_notice notice;
        const char *expected;
    } cases[] = {
        /* two clear working days, for each weekday */
        {"2025-11-03", {2, true, true}, "2025-10-29"},
        {"2025-11-04", {2, true, true}, "2025-10-30"},
        {"2025-11-05", {2, true, true}, "2025-10-31"},
        {"2025-11-06", {2, true, true}, "2025-11-03"},
        {"2025-11-07", {2, true, true}, "2025-11-04"},
        /* over Christmas, New Year and Easter */
        {"2025-12-29", {2, true, true}, "2025-12-22"},
        {"2025-12-30", {2, true, true}, "2025-12-23"},
        {"2026-01-05", {2, true, true}, "2025-12-30"},
        {"2026-04-09", {2, true, true}, "2026-04-02"},
        {"2026-04-08", {2, true, true}, "2026-04-01"},
        {"2026-04-07", {3, true, true}, "2026-03-30"},
        /* three clear working days */
        {"2026-03-19", {3, true, true}, "2026-03-13"},
        {"2024-09-12", {3, true, true}, "2024-09-06"},
        {"2025-10-23", {3, true, true}, "2025-10-17"},
        /* the third working day before a Tuesday */
        {"2025-11-04", {3, false, true}, "2025-10-30"},
        {"2025-05-06", {3, false, true}, "2025-04-30"},
        /* all days */
        {"2025-11-04", {7, false, false}, "2025-10-28"},
        {"2025-11-04", {7, true, false}, "2025-10-27"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_slice(mb_date_of(*state, mb_notice_day(day_of(cases[i].meeting), cases[i].notice, NULL)),
                     cases[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(bank_holidays_are_those_that_the_government_published),
        with_arena(a_holiday_on_a_weekend_has_a_substitute),
        with_arena(exceptions_add_and_drop_days),
        with_arena(notice_is_counted_in_clear_or_ordinary_working_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

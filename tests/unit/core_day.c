/* core_day.c: days are counted by the calendar. */
#include "core_test.h"

#include <time.h>

#include "core/day.h"

static void every_day_of_four_centuries_is_what_the_system_says(void **state)
{
    mb_day first = mb_day_in(1800, 1, 1), last = mb_day_in(2200, 12, 31);
    assert_int_equal(mb_day_in(1970, 1, 1), 0);
    for (mb_day day = first; day <= last; day++) {
        time_t seconds = (time_t)day * 86400;
        struct tm date;
        char text[16];
        gmtime_r(&seconds, &date);
        strftime(text, sizeof text, "%Y-%m-%d", &date);
        assert_int_equal(mb_day_of(mb_slice_of(text)), day);
        assert_int_equal(mb_weekday_on(day), date.tm_wday);
        assert_int_equal(mb_year_of(day), date.tm_year + 1900);
    }
    assert_slice(mb_date_of(*state, mb_day_in(2024, 2, 29)), "2024-02-29");
    assert_slice(mb_date_of(*state, mb_day_in(2025, 3, 0)), "2025-02-28");
}

static void what_is_no_day_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {"",           "2025-11",    "2025-11-00", "2025-02-29",  "2025-13-01",
                                        "2025-11-31", "2025/11/04", "4 November", "2025-11-041", "20x5-11-04"};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_int_equal(mb_day_of(mb_slice_of(texts[i])), MB_NO_DAY);
}

static void easter_is_when_the_tables_say(void **state)
{
    static const char *const sundays[] = {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23",
                                          "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
                                          "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"};
    for (size_t i = 0; i < COUNT_OF(sundays); i++) {
        mb_day day = mb_day_of(mb_slice_of(sundays[i]));
        assert_slice(mb_date_of(*state, mb_easter(mb_year_of(day))), sundays[i]);
        assert_int_equal(mb_weekday_on(day), MB_SUNDAY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(every_day_of_four_centuries_is_what_the_system_says),
        with_arena(what_is_no_day_is_none),
        with_arena(easter_is_when_the_tables_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

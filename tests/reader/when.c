/* when.c: the forms in which councils print dates and times, and what only looks like one. */
#include "reading_of.h"

#include "reader/when.h"

static void assert_date_at(const char *printed, const char *iso, const char *file, int line)
{
    mb_date_hit hit;
    bool found = mb_find_date(mb_slice_of(printed), 0, &hit);
    if (!found && iso)
        print_error("no date in \"%s\"\n", printed);
    assert_slice_at(found ? mb_iso_date(kept, &hit) : MB_NOTHING, iso, file, line);
}
#define assert_date(printed, iso) assert_date_at(printed, iso, __FILE__, __LINE__)
#define assert_no_date(printed)   assert_date(printed, NULL)

static void assert_time_at(const char *printed, const char *iso, const char *file, int line)
{
    mb_time_hit hit;
    bool found = mb_find_time(mb_slice_of(printed), 0, &hit);
    if (found != (iso != NULL))
        print_error("in \"%s\"\n", printed);
    assert_slice_at(found ? mb_iso_time(kept, &hit) : MB_NOTHING, iso, file, line);
}
#define assert_time(printed, iso) assert_time_at(printed, iso, __FILE__, __LINE__)
#define assert_no_time(printed)   assert_time(printed, NULL)

static void a_date_is_read_in_every_form_that_councils_print(void **state)
{
    (void)state;
    static const char *const forms[] = {
        "Tuesday, 3rd June, 2025",
        "Tuesday 3 June 2025",
        "TUESDAY 3RD JUNE 2025",
        "3 June 2025",
        "3rd June, 2025",
        "3 rd June 2025",
        "the 3rd of June 2025",
        "3rd of June, 2025",
        "3 Jun 2025",
        "Tues 3 June 2025",
        "Tue, 03 Jun 2025",
        "03/06/2025",
        "3/6/2025",
        "held on Tuesday, 3rd June, 2025 at 7.00 pm",
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        assert_date(forms[i], "2025-06-03");
    assert_date("21st September 2024", "2024-09-21");
    assert_date("22nd Sept 2024", "2024-09-22");
    assert_date("29 February 2024", "2024-02-29");
}

static void a_date_without_its_year_or_out_of_the_calendar_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "3rd June",         "June 2025",     "31 June 2025", "0 June 2025",      "32/01/2025", "03/13/2025",
        "30 February 2024", "3 Juneau 2025", "3 June 25",    "22/18/2019",       "item 3/6",   "103/06/2025",
        "A3 June 2025",     "3 June 12025",  "May I have 3", "29 February 2025",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_no_date(texts[i]);
}

static void the_weekday_before_a_date_is_part_of_it(void **state)
{
    (void)state;
    mb_date_hit hit;
    mb_slice text = MB_TEXT("Grounds Committee - Tuesday, 3rd June, 2025 at 7.00 pm");
    assert_true(mb_find_date(text, 0, &hit));
    assert_slice(mb_slice_between(text.data + hit.start, text.data + hit.end), "Tuesday, 3rd June, 2025");
    assert_int_equal(hit.weekday, 2);
    assert_true(mb_find_date(MB_TEXT("on 3 June 2025"), 0, &hit));
    assert_int_equal(hit.weekday, -1);
}

static void the_second_date_is_found_behind_the_first(void **state)
{
    (void)state;
    mb_date_hit hit;
    mb_slice text = MB_TEXT("3 June 2025 and 1 July 2025");
    assert_true(mb_find_date(text, 0, &hit));
    assert_true(mb_find_date(text, hit.end, &hit));
    assert_slice(mb_iso_date(kept, &hit), "2025-07-01");
    assert_false(mb_find_date(text, hit.end, &hit));
}

static void a_weekday_is_that_of_the_calendar(void **state)
{
    (void)state;
    static const struct {
        int year, month, day;
        const char *name;
    } days[] = {{2025, 6, 3, "Tuesday"},  {2024, 2, 29, "Thursday"}, {2000, 1, 1, "Saturday"},
                {1999, 12, 31, "Friday"}, {2100, 3, 1, "Monday"},    {2023, 1, 1, "Sunday"}};
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        mb_date_hit date = {.year = days[i].year, .month = days[i].month, .day = days[i].day};
        assert_string_equal(mb_weekday_name(mb_weekday_of(&date)), days[i].name);
    }
}

static void a_time_is_read_in_every_form_that_councils_print(void **state)
{
    (void)state;
    assert_time("10.00 am", "10:00");
    assert_time("10.05AM WELCOME", "10:05");
    assert_time("2:30 pm", "14:30");
    assert_time("2.30 p.m.", "14:30");
    assert_time("7pm", "19:00");
    assert_time("7 PM", "19:00");
    assert_time("14:30", "14:30");
    assert_time("09:05", "09:05");
    assert_time("12.15am", "00:15");
    assert_time("12.15pm", "12:15");
    assert_time("at noon in the Corn Hall", "12:00");
    assert_time("12 noon", "12:00");
    assert_time("at Midday", "12:00");
    assert_time("midnight", "00:00");
    assert_time("The meeting ended at 8.15 pm", "20:15");
}

static void numbers_that_are_no_times_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "10.05",       "item 3.1", "13pm",  "0am",      "25:10",         "10:60",         "10.5 am",
        "3 ambitions", "9 pmol",   "22/18", "12:30:45", "afternoon tea", "£10.30 amount", "v1.10.30am",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_no_time(texts[i]);
}

static void a_month_is_read_with_its_year_or_behind_a_preposition(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year, month;
    } cases[] = {
        {"a report on it in November 2026", 2026, 11},
        {"to the September, 2025 meeting", 2025, 9},
        {"Nov 2026", 2026, 11},
        {"by Nov at the latest", 0, 0},
        {"to come back in March", 0, 3},
        {"by May at the latest", 0, 5},
        {"on 4th November 2025", 0, 0},
        {"on 4 November 2025", 0, 0},
        {"May I ask why March is so loud", 0, 0},
        {"in marching order", 0, 0},
        {"Councillor April Lee", 0, 0},
        {"to the September meeting", 0, 9},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        mb_month_hit hit = {0};
        bool found = mb_find_month(mb_slice_of(cases[i].text), 0, &hit);
        assert_int_equal(found, cases[i].month > 0);
        assert_int_equal(hit.month * found, cases[i].month);
        assert_int_equal(hit.year * found, cases[i].year);
    }
}

static void a_month_may_stand_before_its_day_and_full_stops_between_figures(void **state)
{
    (void)state;
    assert_date("TUESDAY JUNE 3RD 2025", "2025-06-03");
    assert_date("June 3, 2025", "2025-06-03");
    assert_date("on 03.06.2025 at the hall", "2025-06-03");
    assert_no_date("June 2025");
    assert_no_date("3.06.25");
    assert_no_date("March 31 people to the hall");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_read_in_every_form_that_councils_print),
        cmocka_unit_test(a_date_without_its_year_or_out_of_the_calendar_is_none),
        cmocka_unit_test(the_weekday_before_a_date_is_part_of_it),
        cmocka_unit_test(the_second_date_is_found_behind_the_first),
        cmocka_unit_test(a_weekday_is_that_of_the_calendar),
        cmocka_unit_test(a_time_is_read_in_every_form_that_councils_print),
        cmocka_unit_test(numbers_that_are_no_times_are_none),
        cmocka_unit_test(a_month_is_read_with_its_year_or_behind_a_preposition),
        cmocka_unit_test(a_month_may_stand_before_its_day_and_full_stops_between_figures),
    };
    return run_reader_tests(tests);
}

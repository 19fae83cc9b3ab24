/* library_test.c: the functions that every layout can call. */
#include "stage.h"

static void dates_are_written_as_people_write_them(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "emit(long_date '2025-11-04', md'; ', short_date '2025-11-04', md'; ', "
                                       "short_date '2025-10', md'; ', long_date '2025-10', md'; ', long_date 'soon')"),
                        "Tuesday 4 November 2025; 4 November 2025; October 2025; October 2025; soon");
}

static void weekdays_are_right_over_leap_years_and_centuries(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "for _, d in ipairs { '2000-02-29', '2000-03-01', '1999-12-31', '2024-02-29', "
                                       "'2100-01-01', '2026-11-22' } do emit(weekday(d), md' ') end"),
                        "Tuesday Wednesday Friday Thursday Friday Sunday ");
}

static void names_and_numbers_are_put_into_words(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "emit(sentence {}, sentence { 'A' }, md'; ', sentence { 'A', 'B' }, md'; ', "
                                       "sentence { 'A', 'B', 'C' }, md'; ', sentence(meeting.agenda[1].presenters))"),
                        "A; A and B; A, B and C; Ann Bell and Cy Dunn");
    assert_string_equal(
        what_lua_emits(*state, "emit(count(1, 'page'), md'; ', count(2, 'page'), md'; ', count(0, 'body', "
                               "'bodies'), md'; ', page_range { 5, 5 }, md'; ', page_range(meeting.agenda[1].pages))"),
        "1 page; 2 pages; 0 bodies; page 5; pages 5–18");
    assert_string_equal(what_lua_emits(*state,
                                       "emit(full_name { name = 'Ann Bell', honorific = 'Dr' }, md'; ', full_name { "
                                       "name = 'Cy' }, md'; ', file_name 'packs/a.txt', file_name 'b')"),
                        "Dr Ann Bell; Cy; a.txtb");
}

static void sorting_keeps_equals_in_their_order(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "local t = {}\nfor i = 1, 500 do t[i] = { k = i % 3, i = i } end\n"
                                       "table.sort(t, function(a, b) return a.k < b.k end)\n"
                                       "for i = 2, 500 do\n  local a, b = t[i - 1], t[i]\n"
                                       "  if a.k > b.k or a.k == b.k and a.i > b.i then emit('wrong') end\nend\n"
                                       "emit(#t)"),
                        "500");
    assert_string_equal(what_lua_emits(*state,
                                       "local t = { 3, 1, 2 } table.sort(t) emit(table.concat(t, ','))\n"
                                       "table.sort({}) table.sort({ 1 })\n"
                                       "table.sort(t, function(a, b) return a > b end) emit(table.concat(t, ','))"),
                        "1,2,33,2,1");
}

static void sorting_what_can_not_be_compared_is_an_error_with_its_line(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(failure_of_lua(s, "\ntable.sort { 1, 'a' }"), "attempt to compare"));
    assert_int_equal(s->error.line, 2);
    assert_non_null(strstr(failure_of_lua(s, "table.sort(meeting.agenda)"), "table expected"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_stage(dates_are_written_as_people_write_them),
        on_stage(weekdays_are_right_over_leap_years_and_centuries),
        on_stage(names_and_numbers_are_put_into_words),
        on_stage(sorting_keeps_equals_in_their_order),
        on_stage(sorting_what_can_not_be_compared_is_an_error_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

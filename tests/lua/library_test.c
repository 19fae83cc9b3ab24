/* library_test.c: the functions that every layout can call. */
#include "stage.h"

#include <stdio.h>

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

static void a_date_that_no_calendar_has_stays_as_it_is(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(long_date '2025-02-29', md'; ', short_date '2025-13-01', md'; ', "
                                               "weekday '2025-11', md'; ', date_range('2025-02-30', '2025-03-01'))"),
                        "2025-02-29; 2025-13-01; ; 2025-02-30 to 1 March 2025");
}

static void what_is_no_date_is_told_at_the_line_that_asks(void **state)
{
    stage *s = *state;
    assert_string_equal(failure_of_lua(s, "\n\nemit(long_date(meeting.minutes.ended))"),
                        "a date is wanted here, such as '2025-11-04', and this is nil");
    assert_int_equal(s->error.line, 3);
    assert_non_null(strstr(s->error.file, "meeting.lua"));
}

static void what_two_dates_have_in_common_is_said_once(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(date_range('2026-03-02', '2026-03-05'), md'; ', "
                                               "date_range('2026-02-28', '2026-03-05'), md'; ', "
                                               "date_range('2025-12-30', '2026-01-02'), md'; ', "
                                               "date_range('2025-11', '2025-11-04'))"),
                        "2 to 5 March 2026; 28 February to 5 March 2026; 30 December 2025 to 2 January 2026; "
                        "November 2025 to 4 November 2025");
}

static void a_date_is_told_from_the_day_of_the_site(void **state)
{
    assert_string_equal(what_lua_emits(*state, "for _, d in ipairs { '2025-11-01', '2025-10-31', '2025-11-14', "
                                               "'2025-11-15', '2025-01-01', '2022-01-01' } do\n"
                                               "  emit(relative_date(d), md'; ')\nend"),
                        "today; yesterday; in 13 days; in 2 weeks; 9 months ago; 3 years ago; ");
}

static void papers_are_linked_to_at_their_page(void **state)
{
    stage *s = *state;
    const char *layout = "local item = meeting.agenda[1]\n"
                         "emit(md(tostring(source_link(item))), md' ', md(tostring(source_link(item.pack, 'all'))))";
    assert_string_equal(what_lua_emits(s, layout), "<span class=\"source\">papers.txt, line 67</span> "
                                                   "<span class=\"source\">all</span>");
    s->item->place.page = 5;
    s->item->place.sheet = 7;
    ((mb_pack *)s->site->packs.items[0])->source->url = MB_TEXT("https://council.example/a.PDF?x=1&y");
    assert_string_equal(what_lua_emits(s, layout),
                        "<a class=\"source\" href=\"https://council.example/a.PDF?x=1&amp;y#page=7\">papers.txt, page "
                        "5</a> <a class=\"source\" href=\"https://council.example/a.PDF?x=1&amp;y\">all</a>");
    ((mb_pack *)s->site->packs.items[0])->source->url = MB_TEXT("javascript:alert(1)");
    assert_string_equal(what_lua_emits(s, "emit(source_url(meeting) or 'none')"), "none");
}

static void elements_escape_what_is_data(void **state)
{
    assert_string_equal(what_lua_emits(*state, "emit(md(tostring(element('a', { href = '\"><b>', id = false, "
                                               "hidden = true, class = { 'x', '\"' } }, '<b>&', 5, html'<i></i>'))))"),
                        "<a class=\"x &quot;\" hidden href=\"%22%3E%3Cb%3E\">&lt;b&gt;&amp;5<i></i></a>");
    assert_string_equal(what_lua_emits(*state, "emit(md(tostring(element('a', { href = 'JavaScript:x' }, 'x'))))"),
                        "<a>x</a>");
}

static void tables_have_heads_for_columns_and_rows(void **state)
{
    assert_string_equal(
        what_lua_emits(*state,
                       "emit(md(tostring(data_table { caption = 'A & B', columns = { 'Name', { 'Votes', numeric "
                       "= true } }, rows = { { 'Ann', 3 }, { 'Bob' } }, row_heads = true })))"),
        "<div aria-label=\"A &amp; B\" class=\"table\" role=\"group\" tabindex=\"0\"><table>\n"
        "<caption>A &amp; B</caption>\n"
        "<thead><tr><th scope=\"col\">Name</th><th class=\"number\" scope=\"col\">Votes</th></tr>\n</thead>\n"
        "<tbody>\n<tr><th scope=\"row\">Ann</th><td class=\"number\">3</td></tr>\n"
        "<tr><th scope=\"row\">Bob</th><td class=\"number\"></td></tr>\n</tbody></table></div>");
}

static void text_of_the_papers_is_data_in_every_part(void **state)
{
    stage *s = *state;
    const char *makers[] = {
        "bars { title = bad, data = { { bad, 3 }, { 'b', 1 } } }",
        "stacked_bars { title = bad, series = { bad, 'x' }, data = { { bad, { 3, 1 } } } }",
        "time_line { title = bad, data = { { date = '2025-11-04', name = bad, to = 'javascript:alert(1)' } } }",
        "tag(bad, bad)",
        "breadcrumbs { { name = bad, to = 'javascript:alert(1)' }, { name = bad } }",
        "pagination { label = bad, previous = { name = bad, to = 'javascript:alert(1)' } }",
        "contents_list({ { name = bad, to = '#a', steps = { { name = bad, to = '#b' } } } }, bad)",
        "data_table { caption = bad, columns = { bad, { bad, numeric = true } }, rows = { { bad, bad } } }",
        "source_link(meeting, bad)",
    };
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        char layout[600];
        snprintf(layout, sizeof layout, "local bad = '</title><script>\"\\' onload=x style=x'\nemit(md(tostring(%s)))",
                 makers[i]);
        const char *made = what_lua_emits(s, layout);
        assert_null(strstr(made, "<script"));
        assert_null(strstr(made, "\"javascript:"));
        assert_null(strstr(made, "\"' onload"));
    }
}

static void a_chart_is_named_and_has_its_figures_beside_it(void **state)
{
    const char *made = what_lua_emits(*state, "for _ = 1, 2 do emit(md(tostring(bars { title = 'T', data = { { 'a', 2 "
                                              "}, { 'b', 1 } } }))) end");
    assert_non_null(strstr(made, "<svg aria-labelledby=\"chart-1-title chart-1-text\""));
    assert_non_null(strstr(made, "role=\"img\""));
    assert_non_null(strstr(made, "<desc id=\"chart-1-text\">2 bars: the longest is a with 2, the shortest b with 1."));
    assert_non_null(strstr(made, "<title id=\"chart-2-title\">T</title>"));
    assert_non_null(strstr(made, "<th scope=\"row\">a</th><td class=\"number\">2</td>"));
    assert_null(strstr(made, "style="));
}

static void a_chart_without_figures_says_so(void **state)
{
    stage *s = *state;
    assert_non_null(strstr(what_lua_emits(s, "emit(md(tostring(bars { title = 'T', data = {} })))"), "no figures"));
    assert_non_null(strstr(what_lua_emits(s, "emit(md(tostring(time_line { title = 'T', data = {} })))"), "no events"));
    assert_non_null(strstr(failure_of_lua(s, "bars { data = {} }"), "bars needs a table with a title"));
    assert_non_null(
        strstr(failure_of_lua(s, "bars { title = 'T', data = { { 'a', -1 } } }"), "the figure of 'a' is -1"));
}

static void lists_of_the_model_are_picked_from_as_tables_are(void **state)
{
    stage *s = *state;
    assert_string_equal(what_lua_emits(s, "local item = meeting.agenda[1]\n"
                                          "emit(#where(meeting.agenda, 'number', '7'), md' ', #where(meeting.agenda, "
                                          "'reports'), md' ', #where(site.meetings, 'minutes'), md' ', "
                                          "sentence(reverse(item.presenters)), md' ', first(item.presenters), md' ', "
                                          "sentence(map(site.meetings, 'panel.name')))"),
                        "1 0 1 Cy Dunn and Ann Bell Ann Bell ");
    assert_non_null(strstr(failure_of_lua(s, "where(meeting.agenda, 'titel')"), "did you mean 'title'?"));
    assert_non_null(strstr(failure_of_lua(s, "\nwhere(meeting.agenda)"), "the name of a field or a function"));
    assert_int_equal(s->error.line, 2);
}

static void names_are_sorted_by_their_letters(void **state)
{
    assert_string_equal(what_lua_emits(*state,
                                       "local people = { { n = 'Zoe', y = 1 }, { n = '\u00C9lan', y = 2 }, { n = "
                                       "'ann', y = 1 }, { y = 3 } }\n"
                                       "for _, p in ipairs(sort_by(people, '-y', 'n')) do emit(p.n or '?', md' ') "
                                       "end\n"
                                       "for _, p in ipairs(sort_by(people, 'n')) do emit(p.n or '?', md' ') end"),
                        "? \u00C9lan ann Zoe ann \u00C9lan Zoe ? ");
}

static void an_excerpt_ends_at_a_word_of_any_alphabet(void **state)
{
    assert_string_equal(what_lua_emits(*state, "for n = 4, 14, 5 do emit(md(excerpt('\u00E9\u00E9\u00E9 \u00E0\u00E0, "
                                               "b\u00E9b\u00E9', n)), md'|') end"),
                        "\u00E9\u00E9\u00E9\u2026|\u00E9\u00E9\u00E9 \u00E0\u00E0\u2026|\u00E9\u00E9\u00E9 "
                        "\u00E0\u00E0, b\u00E9b\u00E9|");
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
        on_stage(a_date_that_no_calendar_has_stays_as_it_is),
        on_stage(what_is_no_date_is_told_at_the_line_that_asks),
        on_stage(what_two_dates_have_in_common_is_said_once),
        on_stage(a_date_is_told_from_the_day_of_the_site),
        on_stage(papers_are_linked_to_at_their_page),
        on_stage(elements_escape_what_is_data),
        on_stage(tables_have_heads_for_columns_and_rows),
        on_stage(text_of_the_papers_is_data_in_every_part),
        on_stage(a_chart_is_named_and_has_its_figures_beside_it),
        on_stage(a_chart_without_figures_says_so),
        on_stage(lists_of_the_model_are_picked_from_as_tables_are),
        on_stage(names_are_sorted_by_their_letters),
        on_stage(an_excerpt_ends_at_a_word_of_any_alphabet),
        on_stage(names_and_numbers_are_put_into_words),
        on_stage(sorting_keeps_equals_in_their_order),
        on_stage(sorting_what_can_not_be_compared_is_an_error_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

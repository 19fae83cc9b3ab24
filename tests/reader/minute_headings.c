/* minute_headings.c: which of the numbers in minutes are those of the items. */
#include "reading_of.h"

static mb_slice items_of(const char *printed)
{
    const mb_minutes *minutes = minutes_of(printed);
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < minutes->items.count; i++) {
        const mb_minute_item *item = at(minute_item, minutes->items, i);
        all = mb_arena_printf(kept, "%.*s%s%.*s %.*s", MB_ARG(all), i ? "; " : "", MB_ARG(item->number),
                              MB_ARG(item->title));
    }
    return all;
}

static void a_numbered_list_of_speakers_is_no_list_of_items(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nStatements\n\nStatements were heard from:\n"
                          "01 Ann Ogle\n02 Bob Dunn\n03 Cy Orr\n04 Di Poe\n05 Ed Fox\n06 Flo Gee\n\n"
                          "3\n\nSummer Fair\n\nThe fair is in June.\n"),
                 "1 Welcome; 2 Statements; 3 Summer Fair");
}

static void the_parts_of_a_resolution_are_no_items(void **state)
{
    (void)state;
    assert_slice(items_of("7\n\nBandstand\n\nIt was RESOLVED:\n\n1.\n\nTo mend the roof\n\n2.\n\nTo paint the rail\n\n"
                          "8\n\nSummer Fair\n\nThe fair is in June.\n\n9\n\nNext Meeting\n\nIn July.\n"),
                 "7 Bandstand; 8 Summer Fair; 9 Next Meeting");
}

static void an_item_that_lost_its_number_does_not_end_the_count(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nBandstand\n\nThe roof leaks.\n\nSummer Fair\n\n"
                          "The fair is in June.\n\n4\n\nNext Meeting\n\nIn July.\n"),
                 "1 Welcome; 2 Bandstand; 4 Next Meeting");
}

static void a_misprinted_number_between_two_right_ones_is_inferred(void **state)
{
    (void)state;
    const char *printed = "25.06.1 Welcome\nAll were welcome.\n2.06.2 Bandstand\nThe roof leaks.\n"
                          "25.06.3 Summer Fair\nThe fair is in June.\n";
    assert_slice(items_of(printed), "25.06.1 Welcome; 25.06.2 Bandstand; 25.06.3 Summer Fair");
    const mb_pack *pack = pack_of(mb_arena_printf(kept, "%s\n%s", MINUTES_HEAD, printed).data);
    const mb_minutes *minutes = minutes_in(at(meeting, pack->meetings, 0));
    assert_slice(at(minute_item, minutes->items, 1)->printed_number, "2.06.2");
    assert_slice(at(diagnostic, pack->diagnostics, 0)->code, "minute-number-inferred");
}

static void a_title_may_begin_with_a_year(void **state)
{
    (void)state;
    assert_slice(
        items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\n2025/26 Budget for the Bandstand\n\nIt is small.\n"),
        "1 Welcome; 2 2025/26 Budget for the Bandstand");
}

static void a_title_goes_on_in_small_letters_up_to_the_gap_behind_it(void **state)
{
    (void)state;
    assert_slice(items_of("1\n\nWelcome\n\nAll were welcome.\n\n2\n\nWhat the Committee may do about the roof\n"
                          "and the rail\n\nThe roof leaks.\n"),
                 "1 Welcome; 2 What the Committee may do about the roof and the rail");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_numbered_list_of_speakers_is_no_list_of_items),
        cmocka_unit_test(the_parts_of_a_resolution_are_no_items),
        cmocka_unit_test(an_item_that_lost_its_number_does_not_end_the_count),
        cmocka_unit_test(a_misprinted_number_between_two_right_ones_is_inferred),
        cmocka_unit_test(a_title_may_begin_with_a_year),
        cmocka_unit_test(a_title_goes_on_in_small_letters_up_to_the_gap_behind_it),
    };
    return run_reader_tests(tests);
}

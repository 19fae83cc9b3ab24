/* actions_test.c: what is promised or asked for in minutes, and where it is taken up. */
#include "site_of.h"

#define MARCH(items)    MINUTED("Tuesday, 4th March, 2025", "Also in attendance: Di Poe (Head of Roads)\n\n" items)
#define ROADWORKS(text) "21\n\nWELCOME\n\nAll came.\n\n22\n\nROADWORKS\n\n" text "\n\n"

/* The texts of the actions, one behind the other. */
static mb_slice actions_of(const mb_site_record *site)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < site->actions.count; i++)
        all = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(all), i ? " | " : "",
                              MB_ARG(at(action, site->actions, i)->text));
    return all;
}

static void a_promise_is_an_action_of_who_made_it(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", MARCH(ROADWORKS("Councillor Bob Hay asked when Mill Lane would be open again.\n\n"
                                          "The Head of Roads replied that she did not know. She would then write to "
                                          "the Panel."))});
    assert_slice(actions_of(site), "She would then write to the Panel.");
    const mb_action *action = at(action, site->actions, 0);
    assert_slice(action->name, "The Head of Roads");
    assert_slice(action->who->name, "Di Poe");
    assert_slice(action->id, "2025-03-04-roads-panel/roadworks/action-1");
    assert_ptr_equal(at(action, at(question, site->questions, 0)->actions, 0), action);
    assert_ptr_equal(at(action, action->item->actions, 0), action);
    assert_null(action->taken_up);
}

static void what_somebody_asks_for_is_for_others_to_do(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", MARCH(ROADWORKS("Councillor Bob Hay requested a further report on Mill Lane.\n\n"
                                          "Councillor Cy Orr asked that the drawings be circulated to all members."))});
    assert_slice(actions_of(site),
                 "Councillor Bob Hay requested a further report on Mill Lane. | Councillor Cy Orr asked "
                 "that the drawings be circulated to all members.");
    assert_null(at(action, site->actions, 0)->who);
}

static void a_part_of_a_resolution_can_be_an_action(void **state)
{
    (void)state;
    assert_slice(actions_of(SITE_OF({"a.txt", MARCH(ROADWORKS("The Panel RESOLVED:\n\n(1) to thank the officers;\n\n"
                                                              "(2) to receive a further report in May."))})),
                 "to receive a further report in May.");
}

static void what_would_be_so_is_no_promise(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", MARCH(ROADWORKS("The Head of Roads introduced the report. She said that the bridge would last for "
                                  "sixty years and that nobody would lose a home.\n\n"
                                  "Councillor Bob Hay asked if she would write to the owners.\n\n"
                                  "The Chair thanked the Head of Roads and hoped that she would bring better news."))});
    assert_slice(actions_of(site), "");
    site =
        SITE_OF({"a.txt", MARCH(ROADWORKS("The Head of Roads introduced the report. She said that the signs had gone "
                                          "up in May, as promised."))});
    assert_slice(actions_of(site), "");
}

/* The action of March, and what a later pack has. */
static const mb_uptake *uptake_with(const char *action, const char *later)
{
    const mb_site_record *site = SITE_OF({"a.txt", MARCH(ROADWORKS(""))}, {"b.txt", later});
    papers all = {.count = 0};
    add_paper(&all, "a.txt", mb_arena_printf(kept, MARCH(ROADWORKS("%s")), action).data);
    add_paper(&all, "b.txt", later);
    site = assemble(&all, "2030-01-01");
    assert_int_equal(site->actions.count, 1);
    return at(action, site->actions, 0)->taken_up;
}

#define MAY(items)                                                                                                     \
    "Example Council\n\nRoads Panel\n\nDate: Tuesday, 6th May, 2025\n\nTime: 10.00 am\n\nAGENDA\n\n- 1. "              \
    "WELCOME\n\n" items

static void a_later_item_takes_it_up(void **state)
{
    (void)state;
    const mb_uptake *uptake =
        uptake_with("The Head of Roads replied that she would bring a report on the bridge of Mill Lane.",
                    MAY("- 2. TREES\n\n- 3. MILL LANE BRIDGE: WHAT IT COST\n\n"));
    assert_non_null(uptake);
    assert_slice(uptake->item->title, "MILL LANE BRIDGE: WHAT IT COST");
    assert_null(
        uptake_with("The Head of Roads replied that she would bring a report on the bridge of Mill Lane.",
                    MAY("- 2. TREES\n\n- 3. BRIDGE OF SIGHS\n\n- 4. PARKING IN MILL LANE AND HIGH STREET\n\n")));
}

static void the_month_that_it_names_speaks_for_a_longer_title(void **state)
{
    (void)state;
    const mb_uptake *uptake =
        uptake_with("The Head of Roads replied that she would bring a report on Mill Lane in May.",
                    MAY("- 2. TREES\n\n- 3. MILL LANE BRIDGE: ITS COST\n\n"));
    assert_non_null(uptake);
    assert_slice(uptake->item->title, "MILL LANE BRIDGE: ITS COST");
}

static void an_item_that_was_put_off_to_a_day_is_taken_up_there(void **state)
{
    (void)state;
    const mb_uptake *uptake = uptake_with("The Panel agreed to take this item at its meeting on 6th May 2025.",
                                          MAY("- 2. TREES\n\n- 3. ROADWORKS\n\n"));
    assert_non_null(uptake);
    assert_slice(uptake->item->meeting->date, "2025-05-06");
}

static void nothing_on_another_panel_or_before_takes_it_up(void **state)
{
    (void)state;
    assert_null(
        uptake_with("The Head of Roads replied that she would bring a report on the Mill Lane bridge.",
                    "Example Council\n\nParks Panel\n\nDate: Tuesday, 6th May, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n"
                    "- 2. MILL LANE BRIDGE\n\n"));
    assert_null(uptake_with("The Head of Roads replied that she would bring a report on the Mill Lane bridge.",
                            "Example Council\n\nRoads Panel\n\nDate: Tuesday, 4th February, 2025\n\nAGENDA\n\n"
                            "- 1. WELCOME\n\n- 2. MILL LANE BRIDGE\n\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_promise_is_an_action_of_who_made_it),
        cmocka_unit_test(what_somebody_asks_for_is_for_others_to_do),
        cmocka_unit_test(a_part_of_a_resolution_can_be_an_action),
        cmocka_unit_test(what_would_be_so_is_no_promise),
        cmocka_unit_test(a_later_item_takes_it_up),
        cmocka_unit_test(the_month_that_it_names_speaks_for_a_longer_title),
        cmocka_unit_test(an_item_that_was_put_off_to_a_day_is_taken_up_there),
        cmocka_unit_test(nothing_on_another_panel_or_before_takes_it_up),
    };
    return run_reader_tests(tests);
}

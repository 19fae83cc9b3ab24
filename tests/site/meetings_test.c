/* meetings_test.c: what several packs say of one meeting. */
#include "site_of.h"

#define FIRST  "- 1. WELCOME\n\n- 2. STREET TREES\n\n- 3. POTHOLES\n\n- 4. BRIDGES\n\n"
#define SECOND "- 1. WELCOME\n\n- 2. STREET TREES (Pages 5 - 8)\n\n- 3. BRIDGES\n\n- 4. FERRIES\n\n"

static const mb_site_meeting *meeting_at(const mb_site_record *site, uint32_t i)
{
    return at(site_meeting, site->meetings, i);
}

/* The changes of a meeting: "item field: was > is", one behind the other. */
static mb_slice changes_of(const mb_site_meeting *meeting)
{
    mb_slice told = MB_TEXT("");
    for (uint32_t i = 0; i < meeting->changes.count; i++) {
        const mb_change *one = at(change, meeting->changes, i);
        told = mb_arena_printf(kept, "%.*s%s%.*s %.*s: %.*s > %.*s", MB_ARG(told), i ? "; " : "", MB_ARG(one->item),
                               MB_ARG(one->field), MB_ARG(one->was), MB_ARG(one->is));
    }
    return told;
}

/* The titles of its items, each with the number of its agenda item and of its minute. */
static mb_slice items_of(const mb_site_meeting *meeting)
{
    mb_slice told = MB_TEXT("");
    for (uint32_t i = 0; i < meeting->items.count; i++) {
        const mb_site_item *item = at(site_item, meeting->items, i);
        told = mb_arena_printf(kept, "%.*s%s%.*s %.*s/%.*s", MB_ARG(told), i ? "; " : "", MB_ARG(item->title),
                               MB_ARG(item->agenda ? item->agenda->number : MB_NOTHING),
                               MB_ARG(item->minutes ? item->minutes->number : MB_NOTHING));
    }
    return told;
}

static void the_later_pack_in_the_order_of_the_site_wins(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"b.txt", CALLED_IN("Corn Hall", FIRST)}, {"a.txt", CALLED_IN("Old Mill", FIRST)});
    assert_int_equal(site->meetings.count, 1);
    assert_slice(meeting_at(site, 0)->venue, "Old Mill");
    assert_slice(changes_of(meeting_at(site, 0)), " venue: Corn Hall > Old Mill");
    assert_int_equal(at(change, meeting_at(site, 0)->changes, 0)->place.pack, 1);
}

static void the_later_date_of_issue_wins_over_that_order(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "b.txt", CALLED_IN("Corn Hall", FIRST))->issued = MB_TEXT("2025-02-27");
    add_paper(&all, "a.txt", CALLED_IN("Old Mill", FIRST))->issued = MB_TEXT("2025-02-24");
    const mb_site_record *site = assemble(&all, "2025-03-01");
    assert_slice(meeting_at(site, 0)->venue, "Corn Hall");
    assert_slice(changes_of(meeting_at(site, 0)), " venue: Old Mill > Corn Hall");
}

static void a_pack_that_says_the_same_in_other_words_changes_nothing(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", CALLED_IN("Old Mill, Weston", FIRST)}, {"b.txt", CALLED_IN("OLD MILL - Weston", FIRST)});
    assert_slice(changes_of(meeting_at(site, 0)), "");
}

static void a_republished_agenda_replaces_the_first(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF({"a.txt", CALLED(FIRST)}, {"b.txt", CALLED(SECOND)});
    assert_slice(items_of(meeting_at(site, 0)), "WELCOME 1/; STREET TREES 2/; BRIDGES 3/; FERRIES 4/");
    assert_slice(changes_of(meeting_at(site, 0)), "2 pages:  > 5-8; 3 agenda: POTHOLES > ; 4 agenda:  > FERRIES");
}

static void a_supplement_adds_to_the_agenda_and_tells_more_of_its_items(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", CALLED("- 1. WELCOME\n\n- 2. STREET TREES TO FOLLOW\n\nWhat the count found.\n\n"
                                 "- 3. POTHOLES\n\n- 4. BRIDGES\n\n- 6. FERRIES\n\n")},
                {"b.txt", CALLED("- 2. STREET TREES (Pages 11 - 14)\n\n- 5. FLOODS (Pages 15 - 18)\n\n")});
    const mb_site_meeting *meeting = meeting_at(site, 0);
    assert_slice(items_of(meeting), "WELCOME 1/; STREET TREES 2/; POTHOLES 3/; BRIDGES 4/; FLOODS 5/; FERRIES 6/");
    assert_slice(changes_of(meeting), "2 pages:  > 11-14; 2 to_follow: yes > ; 5 agenda:  > FLOODS");
    const mb_agenda_item *trees = at(agenda_item, meeting->agenda, 1);
    assert_int_equal(trees->pages.first, 11);
    assert_false(trees->to_follow);
    assert_int_equal(trees->blocks.count, 1);
}

static void what_a_pack_reads_is_not_changed_by_another(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF({"a.txt", CALLED("- 1. WELCOME\n\n- 2. STREET TREES TO FOLLOW\n\n")},
                                         {"b.txt", CALLED("- 2. STREET TREES (Pages 11 - 14)\n\n")});
    const mb_pack *first = site->packs.items[0];
    const mb_agenda_item *trees = at(agenda_item, at(meeting, first->meetings, 0)->agenda, 1);
    assert_true(trees->to_follow);
    assert_int_equal(trees->pages.first, 0);
}

static void minutes_are_tied_to_the_agenda_by_title(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", CALLED("- 1. WELCOME\n\n- 2. STREET TREES\n\n- 3. POTHOLES\n\n"
                         "- 4. BRIDGES AND CULVERTS\n\n")},
        {"b.txt", MINUTED("Tuesday, 4th March, 2025",
                          "21\n\nWELCOME\n\nThe Chair welcomed all.\n\n22\n\nBRIDGES AND CULVERTS OF THE LOWER TOWN\n\n"
                          "The Panel noted the report.\n\n23\n\nURGENT BUSINESS\n\nThere was none.\n\n"
                          "24\n\nSTREET TREES\n\nThe Panel noted the report.\n\n")});
    assert_slice(items_of(meeting_at(site, 0)),
                 "WELCOME 1/21; STREET TREES 2/24; POTHOLES 3/; BRIDGES AND CULVERTS 4/22; URGENT BUSINESS /23");
}

static void a_panel_is_one_under_all_its_names(void **state)
{
    (void)state;
    static const mb_config_panel renamed = {.name = {"Streets Panel", 13}};
    papers all = {.count = 0};
    add_paper(&all, "a.txt",
              "Example Council\n\nRoads & Rivers Policy Development and Scrutiny Panel\n\n"
              "Date: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. TREES\n\n");
    add_paper(&all, "b.txt",
              "Example Council\n\nRoads and Rivers PDS Panel\n\n"
              "Date: Tuesday, 1st April, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. TREES\n\n");
    add_paper(&all, "c.txt",
              "Example Council\n\nROADS AND RIVERS POLICY DEVELOPMENT AND SCRUTINY PANEL\n\n"
              "Date: Tuesday, 6th May, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. TREES\n\n");
    const mb_site_record *site = assemble(&all, "2025-03-01");
    assert_int_equal(site->panels.count, 1);
    const mb_panel *panel = at(panel, site->panels, 0);
    assert_slice(panel->name, "Roads and Rivers Policy Development and Scrutiny Panel");
    assert_int_equal(panel->other_names.count, 2);
    assert_int_equal(panel->meetings.count, 3);
    assert_ptr_equal(meeting_at(site, 0)->next, meeting_at(site, 1));

    mb_config_panel *wanted = mb_new(kept, mb_config_panel);
    *wanted = renamed;
    mb_strings_push(kept, &wanted->other_names, MB_TEXT("Roads and Rivers PDS Panel"));
    mb_list_push(kept, &all.config.panels, wanted);
    site = assemble(&all, "2025-03-01");
    assert_int_equal(site->panels.count, 1);
    assert_slice(at(panel, site->panels, 0)->name, "Streets Panel");
    assert_slice(meeting_at(site, 0)->id, "2025-03-04-streets-panel");
}

static void a_short_name_that_can_mean_two_panels_means_neither(void **state)
{
    (void)state;
    papers all = {.count = 0};
#define OF(body)                                                                                                       \
    "Example Council\n\n" body "\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. TREES\n\n"
    add_paper(&all, "a.txt", OF("Roads Committee"));
    add_paper(&all, "b.txt", OF("Rivers Committee"));
    add_paper(&all, "c.txt", OF("R Committee"));
    add_paper(&all, "d.txt", OF("RC Committee"));
    const mb_site_record *site = assemble(&all, "2025-03-01");
    assert_int_equal(site->panels.count, 4);
}

static void any_order_of_reading_gives_the_same_bytes(void **state)
{
    (void)state;
    static const paper texts[] = {
        {"a.txt", CALLED(FIRST)},
        {"b.txt", MINUTED("Tuesday, 4th March, 2025", "21\n\nWELCOME\n\nAll well.\n\n22\n\nTREES\n\nSome fell.\n\n")},
        {"c.txt", CALLED("- 2. STREET TREES (Pages 11 - 14)\n\n")},
    };
    enum { COUNT = sizeof texts / sizeof *texts };
    static uint32_t ranks[][COUNT] = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}};
    mb_slice first = MB_NOTHING;
    for (uint32_t turn = 0; turn < COUNT; turn++) {
        papers all = {.count = 0};
        for (uint32_t i = 0; i < COUNT; i++)
            add_paper(&all, texts[ranks[turn][i]].file, texts[ranks[turn][i]].text);
        for (uint32_t i = 0; i < COUNT; i++)
            mb_strings_push(kept, &all.config.packs, mb_slice_of(texts[ranks[turn][i]].file));
        all.config.ranks = ranks[turn];
        mb_slice json = json_of(mb_type_of(site_record), assemble(&all, "2025-03-10"));
        if (turn == 0)
            first = json;
        assert_true(mb_slice_equal(json, first));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_later_pack_in_the_order_of_the_site_wins),
        cmocka_unit_test(the_later_date_of_issue_wins_over_that_order),
        cmocka_unit_test(a_pack_that_says_the_same_in_other_words_changes_nothing),
        cmocka_unit_test(a_republished_agenda_replaces_the_first),
        cmocka_unit_test(a_supplement_adds_to_the_agenda_and_tells_more_of_its_items),
        cmocka_unit_test(what_a_pack_reads_is_not_changed_by_another),
        cmocka_unit_test(minutes_are_tied_to_the_agenda_by_title),
        cmocka_unit_test(a_panel_is_one_under_all_its_names),
        cmocka_unit_test(a_short_name_that_can_mean_two_panels_means_neither),
        cmocka_unit_test(any_order_of_reading_gives_the_same_bytes),
    };
    return run_reader_tests(tests);
}

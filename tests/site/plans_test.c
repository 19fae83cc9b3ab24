/* plans_test.c: work plans over their editions. */
#include "site_of.h"

/* Adds a row to the plan in a pack; `date` may be a month. */
static mb_forward_plan_entry *plan(mb_pack *pack, const char *date, const char *ref, const char *title)
{
    mb_forward_plan_entry *row = mb_list_add(kept, &pack->forward_plan, mb_forward_plan_entry);
    *row = (mb_forward_plan_entry){.place.line = pack->forward_plan.count,
                                   .date = mb_slice_of(date),
                                   .ref = mb_slice_of(ref),
                                   .title = mb_slice_of(title),
                                   .decision_maker = MB_TEXT("Roads Panel")};
    return row;
}

#define AGENDA(day, items)                                                                                             \
    "Example Council\n\nRoads Panel\n\nDate: " day "\n\nTime: 10.00 am\n\nAGENDA\n\n- 1. WELCOME\n\n" items

/* "2025-04-01 Trees: came (2 editions)" of each entry, one behind the other. */
static mb_slice entries_of(const mb_site_record *site)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < site->work_plan.count; i++) {
        const mb_work_plan_entry *entry = at(work_plan_entry, site->work_plan, i);
        all = mb_arena_printf(kept, "%.*s%s%.*s %.*s: %s %u", MB_ARG(all), i ? "; " : "", MB_ARG(entry->date),
                              MB_ARG(entry->title), mb_choice_word(&mb_choices_plan_state, entry->state),
                              entry->editions.count);
    }
    return all;
}

static void an_entry_goes_on_from_edition_to_edition(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. PONDS\n\n"));
    mb_pack *april = add_paper(&all, "b.txt", AGENDA("Tuesday, 1st April, 2025", "- 2. TREES IN THE STREETS\n\n"));
    plan(march, "2025-04-01", "R 12", "Trees");
    plan(march, "2025-04-01", NULL, "Bridges and culverts");
    plan(march, "2025-05-06", NULL, "Ferries");
    plan(march, "2025-05-06", NULL, "Sirens of the lower town");
    plan(april, "2025-04-01", "R 12", "Trees in the streets");
    plan(april, "2025-05-06", NULL, "Bridges and culverts");
    plan(april, "2025-05-06", NULL, "Sirens in the lower town: a test");
    const mb_site_record *site = assemble(&all, "2025-04-10");
    assert_slice(entries_of(site),
                 "2025-04-01 Trees in the streets: came 2; 2025-05-06 Bridges and culverts: moved 2; "
                 "2025-05-06 Ferries: dropped 1; 2025-05-06 Sirens in the lower town: a test: planned 2");
    const mb_work_plan_entry *trees = at(work_plan_entry, site->work_plan, 0);
    assert_slice(trees->item->title, "TREES IN THE STREETS");
    assert_ptr_equal(at(work_plan_entry, trees->item->plan_entries, 0), trees);
    assert_slice(trees->id, "roads-panel/trees");
    assert_slice(at(plan_edition, trees->editions, 0)->issued, "2025-03-04");
    assert_int_equal(at(panel, site->panels, 0)->work_plan.count, 4);
}

static void the_same_title_on_several_days_is_several_entries(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. PONDS\n\n"));
    mb_pack *april = add_paper(&all, "b.txt", AGENDA("Tuesday, 1st April, 2025", "- 2. CABINET MEMBER UPDATE\n\n"));
    plan(march, "2025-04-01", NULL, "Cabinet Member update");
    plan(march, "2025-05-06", NULL, "Cabinet Member update");
    plan(april, "2025-05-06", NULL, "Cabinet Member update");
    plan(april, "2025-06-03", NULL, "Cabinet Member update");
    assert_slice(entries_of(assemble(&all, "2025-04-10")),
                 "2025-04-01 Cabinet Member update: came 1; 2025-05-06 Cabinet Member update: planned 2; "
                 "2025-06-03 Cabinet Member update: planned 1");
}

static void what_slips_by_a_meeting_came_all_the_same(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. PONDS\n\n"));
    add_paper(&all, "b.txt", AGENDA("Tuesday, 1st April, 2025", "- 2. PONDS\n\n"));
    add_paper(&all, "c.txt", AGENDA("Tuesday, 6th May, 2025", "- 2. STREET TREES\n\n"));
    add_paper(&all, "d.txt", AGENDA("Tuesday, 7th October, 2025", "- 2. FERRIES\n\n"));
    plan(march, "2025-04-01", NULL, "Street trees");
    plan(march, "2025-04-01", NULL, "Ferries");
    assert_slice(entries_of(assemble(&all, "2025-12-01")),
                 "2025-04-01 Ferries: planned 1; 2025-04-01 Street trees: came 1");
}

static void a_papers_reference_ties_it_to_its_entry(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. TOWN TREES\n\n- 3. PONDS\n\n"));
    mb_report *report = mb_list_add(kept, &march->reports, mb_report);
    report->header = mb_new(kept, mb_report_header);
    report->header->forward_plan_reference = MB_TEXT("R 12");
    mb_meeting *meeting = march->meetings.items[0];
    mb_list_push(kept, &((mb_agenda_item *)meeting->agenda.items[1])->reports, report);
    plan(march, "2025-03-04", "R 12", "Planting in the town");
    assert_slice(at(work_plan_entry, assemble(&all, "2025-03-10")->work_plan, 0)->item->title, "TOWN TREES");
}

static void a_day_that_only_a_plan_names_is_announced(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. PONDS\n\n"));
    plan(march, "2025-04-01", NULL, "Trees");
    plan(march, "2025-04-01", NULL, "Ferries");
    plan(march, "2025-05", NULL, "Sirens");
    plan(march, "2025-04-15", NULL, "Budget")->decision_maker = MB_TEXT("Cabinet");
    plan(march, "2025-04-16", NULL, "Grant")->decision_maker = MB_TEXT("Cabinet Member for Roads");
    const mb_site_record *site = assemble(&all, "2025-03-10");
    assert_int_equal(site->meetings.count, 3);
    const mb_site_meeting *meeting = at(site_meeting, site->meetings, 1);
    assert_slice(meeting->id, "2025-04-01-roads-panel");
    assert_int_equal(meeting->state, mb_meeting_state_announced);
    assert_int_equal(meeting->items.count, 2);
    assert_slice(at(site_item, meeting->items, 0)->id, "2025-04-01-roads-panel/ferries");
    assert_slice(at(site_meeting, site->meetings, 2)->id, "2025-04-15-cabinet");
}

static void a_day_is_announced_by_the_newest_edition_alone(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *march = add_paper(&all, "a.txt", AGENDA("Tuesday, 4th March, 2025", "- 2. PONDS\n\n"));
    mb_pack *april = add_paper(&all, "b.txt", AGENDA("Tuesday, 1st April, 2025", "- 2. PONDS\n\n"));
    plan(march, "2025-05-06", NULL, "Trees");
    plan(april, "2025-05-13", NULL, "Trees");
    const mb_site_record *site = assemble(&all, "2025-04-10");
    assert_int_equal(site->meetings.count, 3);
    assert_slice(at(site_meeting, site->meetings, 2)->date, "2025-05-13");

    add_paper(&all, "c.txt", AGENDA("Tuesday, 20th May, 2025", "- 2. TREES\n\n"));
    site = assemble(&all, "2025-05-10");
    assert_int_equal(site->meetings.count, 3);
    assert_slice(entries_of(site), "2025-05-13 Trees: came 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_goes_on_from_edition_to_edition),
        cmocka_unit_test(the_same_title_on_several_days_is_several_entries),
        cmocka_unit_test(what_slips_by_a_meeting_came_all_the_same),
        cmocka_unit_test(a_papers_reference_ties_it_to_its_entry),
        cmocka_unit_test(a_day_that_only_a_plan_names_is_announced),
        cmocka_unit_test(a_day_is_announced_by_the_newest_edition_alone),
    };
    return run_reader_tests(tests);
}

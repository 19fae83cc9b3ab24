/* assemble_test.c: the packs' meetings become the site's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/schema.h"
#include "site/gist.h"
#include "site/site.h"

enum { MOST_PACKS = 4 };

typedef struct papers {
    mb_arena *arena;
    mb_reading readings[MOST_PACKS];
    uint32_t count;
    mb_site_record site;
} papers;

static int begin(void **state)
{
    papers *p = test_calloc(1, sizeof *p);
    *state = p;
    p->site.today = MB_TEXT("2025-12-01");
    return mb_arena_new((size_t)1 << 20, &p->arena);
}

static int end(void **state)
{
    papers *p = *state;
    mb_arena_free(p->arena);
    test_free(p);
    return 0;
}
#define with_papers(test) cmocka_unit_test_setup_teardown(test, begin, end)

static mb_pack *add_pack(papers *p, const char *file)
{
    mb_pack *pack = mb_new(p->arena, mb_pack);
    pack->source = mb_new(p->arena, mb_source);
    pack->source->file = mb_slice_of(file);
    p->readings[p->count++] = (mb_reading){.arena = p->arena, .pack = pack};
    return pack;
}

static mb_meeting *add_meeting(papers *p, mb_pack *pack, const char *id, const char *date, const char *body)
{
    mb_meeting *meeting = mb_list_add(p->arena, &pack->meetings, mb_meeting);
    meeting->id = mb_slice_of(id);
    meeting->date = mb_slice_of(date);
    meeting->body = mb_slice_of(body);
    return meeting;
}

static void add_agenda(papers *p, mb_meeting *meeting)
{
    mb_list_add(p->arena, &meeting->agenda, mb_agenda_item)->place.line = 9;
}

static mb_minute_item *add_minutes(papers *p, mb_meeting *meeting)
{
    meeting->minutes = mb_new(p->arena, mb_minutes);
    return mb_list_add(p->arena, &meeting->minutes->items, mb_minute_item);
}

static const mb_site_meeting *meeting_at(papers *p, uint32_t i)
{
    assert_true(i < p->site.meetings.count);
    return p->site.meetings.items[i];
}

static void assemble(papers *p)
{
    static const mb_site_config nothing_said = {0};
    for (uint32_t i = 0; i < p->count; i++)
        assert_int_equal(mb_take_gist(&p->readings[i], NULL), 0);
    assert_int_equal(mb_site_assemble(p->arena, &nothing_said, p->readings, p->count, &p->site, NULL), 0);
}

static void agenda_and_minutes_from_two_packs_are_one_meeting(void **state)
{
    papers *p = *state;
    mb_pack *november = add_pack(p, "november.txt"), *october = add_pack(p, "october.txt");
    mb_meeting *minuted = add_meeting(p, november, "2025-10-07-panel", "2025-10-07", "Panel");
    add_minutes(p, minuted);
    mb_meeting *called = add_meeting(p, october, "2025-10-07-panel", "2025-10-07", "Panel");
    add_agenda(p, called);
    called->venue = MB_TEXT("Corn Hall");
    minuted->venue = MB_TEXT("GUILDHALL, BATH");
    assemble(p);

    assert_int_equal(p->site.meetings.count, 1);
    const mb_site_meeting *meeting = meeting_at(p, 0);
    assert_int_equal(meeting->agenda.count, 1);
    assert_ptr_equal(meeting->minutes, minuted->minutes);
    assert_true(mb_slice_equal(meeting->venue, MB_TEXT("Corn Hall")));
    assert_int_equal(meeting->packs.count, 2);
}

static void meetings_are_sorted_by_date_then_body(void **state)
{
    papers *p = *state;
    mb_pack *pack = add_pack(p, "a.txt");
    add_meeting(p, pack, "2025-11-04-b", "2025-11-04", "B");
    add_meeting(p, pack, "2025-11-04-a", "2025-11-04", "A");
    add_meeting(p, pack, "2020-01-01-z", "2020-01-01", "Z");
    assemble(p);
    assert_string_equal(meeting_at(p, 0)->body.data, "Z");
    assert_string_equal(meeting_at(p, 1)->body.data, "A");
    assert_string_equal(meeting_at(p, 2)->body.data, "B");
}

static void a_panel_has_its_meetings_which_know_their_neighbours(void **state)
{
    papers *p = *state;
    mb_pack *pack = add_pack(p, "a.txt");
    add_meeting(p, pack, "2025-11-04-panel", "2025-11-04", "Panel");
    add_meeting(p, pack, "2025-10-07-panel", "2025-10-07", "Panel");
    add_meeting(p, pack, "2025-10-20-board", "2025-10-20", "Board");
    assemble(p);
    assert_int_equal(p->site.panels.count, 2);
    const mb_panel *panel = p->site.panels.items[1];
    assert_string_equal(panel->name.data, "Panel");
    assert_int_equal(panel->meetings.count, 2);
    const mb_site_meeting *first = panel->meetings.items[0], *second = panel->meetings.items[1];
    assert_ptr_equal(first->next, second);
    assert_ptr_equal(second->previous, first);
    assert_null(second->next);
    assert_ptr_equal(first->panel, panel);
}

static void a_panel_has_the_members_of_its_newest_pack(void **state)
{
    papers *p = *state;
    mb_pack *pack = add_pack(p, "a.txt");
    mb_meeting *later = add_meeting(p, pack, "2025-11-04-panel", "2025-11-04", "Panel");
    mb_meeting *earlier = add_meeting(p, pack, "2025-10-07-panel", "2025-10-07", "Panel");
    mb_list_add(p->arena, &later->members, mb_member)->name = MB_TEXT("Ann Bell");
    mb_list_add(p->arena, &earlier->members, mb_member)->name = MB_TEXT("Cy Dunn");
    assemble(p);
    const mb_panel *panel = p->site.panels.items[0];
    assert_string_equal(((mb_member *)panel->members.items[0])->name.data, "Ann Bell");
}

static void a_meeting_is_called_then_held_then_confirmed(void **state)
{
    papers *p = *state;
    mb_pack *pack = add_pack(p, "a.txt");
    add_agenda(p, add_meeting(p, pack, "2026-01-12-panel", "2026-01-12", "Panel"));
    add_agenda(p, add_meeting(p, pack, "2025-11-30-other", "2025-11-30", "Other"));
    mb_minute_item *item = add_minutes(p, add_meeting(p, pack, "2025-11-04-panel", "2025-11-04", "Panel"));
    mb_list_add(p->arena, &item->decisions, mb_decision)->verb = MB_TEXT("CONFIRMED");
    add_minutes(p, add_meeting(p, pack, "2025-10-07-panel", "2025-10-07", "Panel"));
    assemble(p);
    assert_int_equal(meeting_at(p, 0)->state, mb_meeting_state_confirmed);
    assert_int_equal(meeting_at(p, 1)->state, mb_meeting_state_held);
    assert_int_equal(meeting_at(p, 2)->state, mb_meeting_state_held);
    assert_int_equal(meeting_at(p, 3)->state, mb_meeting_state_called);
}

static void a_panel_that_met_twice_on_a_day_has_two_meetings(void **state)
{
    papers *p = *state;
    mb_pack *minuting = add_pack(p, "a.txt"), *calling = add_pack(p, "b.txt");
    mb_meeting *first = add_meeting(p, minuting, "", "2025-11-04", "Panel");
    add_minutes(p, first);
    first->place.line = 10;
    mb_meeting *second = add_meeting(p, minuting, "", "2025-11-04", "Panel");
    add_minutes(p, second);
    second->place.line = 20;
    add_agenda(p, add_meeting(p, calling, "", "2025-11-04", "Panel"));
    assemble(p);
    assert_int_equal(p->site.meetings.count, 2);
    assert_string_equal(meeting_at(p, 0)->id.data, "2025-11-04-panel");
    assert_string_equal(meeting_at(p, 1)->id.data, "2025-11-04-panel-2");
    assert_ptr_equal(meeting_at(p, 0)->minutes, first->minutes);
    assert_int_equal(meeting_at(p, 0)->agenda.count, 1);
}

static void every_object_knows_its_pack(void **state)
{
    papers *p = *state;
    add_meeting(p, add_pack(p, "a.txt"), "2025-10-07-panel", "2025-10-07", "Panel");
    mb_meeting *meeting = add_meeting(p, add_pack(p, "b.txt"), "2025-11-04-panel", "2025-11-04", "Panel");
    mb_minute_item *item = add_minutes(p, meeting);
    mb_block *block = mb_list_add(p->arena, &item->blocks, mb_block);
    block->type = mb_block_type_list;
    mb_list_item *nested = mb_list_add(p->arena, &block->items, mb_list_item);
    assemble(p);
    assert_int_equal(nested->place.pack, 2);
    assert_int_equal(meeting_at(p, 1)->place.pack, 2);
    assert_int_equal(meeting_at(p, 0)->place.pack, 1);
}

static void a_meeting_without_date_and_body_is_named_after_its_file(void **state)
{
    papers *p = *state;
    mb_list_add(p->arena, &add_pack(p, "packs/Odd Papers.txt")->meetings, mb_meeting);
    assemble(p);
    assert_string_equal(meeting_at(p, 0)->id.data, "odd-papers-txt");
    assert_null(meeting_at(p, 0)->panel);
}

static void the_day_is_an_input(void **state)
{
    papers *p = *state;
    mb_slice today;
    mb_error error;
    assert_int_equal(mb_site_today(p->arena, "2025-11-04", &today, &error), 0);
    assert_string_equal(today.data, "2025-11-04");
    assert_int_equal(mb_site_today(p->arena, "4 November", &today, &error), MB_EUSAGE);
    setenv("SOURCE_DATE_EPOCH", "86400", 1);
    assert_int_equal(mb_site_today(p->arena, NULL, &today, &error), 0);
    assert_string_equal(today.data, "1970-01-02");
    static const char *const no_times[] = {"", "abc", "12x", "-1", "253402300800", "9223372036854775808"};
    for (size_t i = 0; i < sizeof no_times / sizeof *no_times; i++) {
        setenv("SOURCE_DATE_EPOCH", no_times[i], 1);
        assert_int_equal(mb_site_today(p->arena, NULL, &today, NULL), MB_EUSAGE);
    }
    unsetenv("SOURCE_DATE_EPOCH");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_papers(agenda_and_minutes_from_two_packs_are_one_meeting),
        with_papers(meetings_are_sorted_by_date_then_body),
        with_papers(a_panel_has_its_meetings_which_know_their_neighbours),
        with_papers(a_panel_has_the_members_of_its_newest_pack),
        with_papers(a_meeting_is_called_then_held_then_confirmed),
        with_papers(a_panel_that_met_twice_on_a_day_has_two_meetings),
        with_papers(every_object_knows_its_pack),
        with_papers(a_meeting_without_date_and_body_is_named_after_its_file),
        with_papers(the_day_is_an_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

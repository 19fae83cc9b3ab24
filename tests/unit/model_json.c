/* model_json.c: a pack as JSON, to the letter. */
#include "core_test.h"

#include <string.h>

#include "model/diagnose.h"
#include "model/json.h"

static void assert_json(const mb_type_info *type, const void *record, const char *expected)
{
    mb_buffer out = mb_buffer_make(1 << 20);
    assert_int_equal(mb_json_write(type, record, &out), 0);
    assert_slice(mb_buffer_slice(&out), expected);
    mb_buffer_free(&out);
}

static void fields_come_in_the_order_of_the_schema_and_the_place_last(void **state)
{
    (void)state;
    const mb_agenda_item item = {.place = {93, 7, 9, 0},
                                 .number = MB_TEXT("9"),
                                 .title = MB_TEXT("The \"Big\" Plan"),
                                 .time = MB_TEXT("10:05"),
                                 .pages = {5, 18},
                                 .to_follow = true,
                                 .minutes_allotted = MB_COUNT(20)};
    assert_json(mb_type_of(agenda_item), &item,
                "{\n"
                "  \"number\": \"9\",\n"
                "  \"printed_number\": null,\n"
                "  \"printed\": null,\n"
                "  \"title\": \"The \\\"Big\\\" Plan\",\n"
                "  \"time\": \"10:05\",\n"
                "  \"pages\": [5, 18],\n"
                "  \"to_follow\": true,\n"
                "  \"exempt\": false,\n"
                "  \"presenters\": [],\n"
                "  \"minutes_allotted\": 20,\n"
                "  \"blocks\": [],\n"
                "  \"reports\": [],\n"
                "  \"line\": 93,\n"
                "  \"page\": 7,\n"
                "  \"sheet\": 9\n"
                "}\n");
}

static void a_block_leaves_out_what_it_does_not_have(void **state)
{
    mb_strings row = {NULL, 0, 0};
    mb_strings_push(*state, &row, MB_TEXT("Ann"));
    mb_strings_push(*state, &row, MB_NOTHING);
    mb_block table = {.place = {3, 0, 0, 0}, .type = mb_block_type_table, .header = row};
    mb_list_push(*state, &table.rows, &row);
    assert_json(mb_type_of(block), &table,
                "{\n"
                "  \"type\": \"table\",\n"
                "  \"header\": [\"Ann\", \"\"],\n"
                "  \"rows\": [\n"
                "    [\"Ann\", \"\"]\n"
                "  ],\n"
                "  \"line\": 3\n"
                "}\n");
    assert_json(mb_type_of(block), &(mb_block){.type = mb_block_type_nothing}, "{}\n");
}

static void a_block_writes_the_fields_of_its_type_only(void **state)
{
    (void)state;
    const mb_block note = {.type = mb_block_type_note, .mark = MB_TEXT("2"), .text = MB_TEXT("As amended.")};
    assert_json(mb_type_of(block), &note,
                "{\n"
                "  \"type\": \"note\",\n"
                "  \"mark\": \"2\",\n"
                "  \"text\": \"As amended.\"\n"
                "}\n");
}

static void a_contribution_says_which_blocks_hold_it(void **state)
{
    mb_list blocks = {NULL, 0, 0};
    mb_list_add(*state, &blocks, mb_block);
    const mb_contribution said = {
        .speaker = MB_TEXT("The Chairman"), .kind = mb_contribution_kind_reply, .blocks = {&blocks, 0, 2}};
    assert_json(mb_type_of(contribution), &said,
                "{\n"
                "  \"speaker\": \"The Chairman\",\n"
                "  \"person\": null,\n"
                "  \"kind\": \"reply\",\n"
                "  \"first_block\": 0,\n"
                "  \"last_block\": 2,\n"
                "  \"line\": null,\n"
                "  \"page\": null,\n"
                "  \"sheet\": null\n"
                "}\n");
    mb_buffer out = mb_buffer_make(1000);
    mb_json_write(mb_type_of(contribution), &(mb_contribution){.kind = 0}, &out);
    assert_non_null(strstr(out.data, "\"first_block\": null,\n  \"last_block\": null,\n"));
    mb_buffer_free(&out);
}

static void a_vote_tells_unknown_from_no_and_none_from_unknown(void **state)
{
    (void)state;
    const mb_vote vote = {.result = mb_vote_result_carried, .against = MB_COUNT(0), .unanimous = MB_YES};
    assert_json(mb_type_of(vote), &vote,
                "{\n"
                "  \"about\": null,\n"
                "  \"result\": \"CARRIED\",\n"
                "  \"in_favour\": null,\n"
                "  \"against\": 0,\n"
                "  \"abstained\": null,\n"
                "  \"unanimous\": true,\n"
                "  \"named\": null,\n"
                "  \"line\": null,\n"
                "  \"page\": null,\n"
                "  \"sheet\": null\n"
                "}\n");
}

static void references_are_ids_and_of_a_pack_its_name(void **state)
{
    mb_report report = {.id = MB_TEXT("9-the-plan")};
    mb_agenda_item item = {.place = {1, 0, 0, 0}};
    mb_list_push(*state, &item.reports, &report);
    mb_buffer out = mb_buffer_make(10000);
    mb_json_write(mb_type_of(agenda_item), &item, &out);
    assert_non_null(strstr(out.data, "\"reports\": [\"9-the-plan\"]"));

    mb_buffer_clear(&out);
    mb_source source = {.file = MB_TEXT("/home/me/site/packs/a.txt"), .name = MB_TEXT("packs/a.txt")};
    mb_pack pack = {.source = &source};
    mb_panel panel = {.id = MB_TEXT("scrutiny")};
    mb_site_meeting meeting = {.panel = &panel, .place = {.line = 5, .pack = 2}};
    mb_list_push(*state, &meeting.packs, &pack);
    mb_json_write(mb_type_of(site_meeting), &meeting, &out);
    assert_non_null(strstr(out.data, "\"panel\": \"scrutiny\",\n"));
    assert_non_null(strstr(out.data, "\"previous\": null,\n"));
    assert_non_null(strstr(out.data, "\"packs\": [\"packs/a.txt\"],\n"));
    assert_non_null(strstr(out.data, "\"sheet\": null,\n  \"pack\": 2\n"));
    mb_buffer_free(&out);
}

static void a_buffer_that_is_too_small_is_reported(void **state)
{
    (void)state;
    mb_buffer out = mb_buffer_make(20);
    assert_int_equal(mb_json_write(mb_type_of(pack), &(mb_pack){.schema = MB_TEXT("x")}, &out), MB_ELIMIT);
    mb_buffer_free(&out);
}

static void a_diagnostic_has_its_place_its_code_and_its_words(void **state)
{
    mb_pack pack = {.schema = MB_TEXT(MB_SCHEMA_VERSION)};
    mb_diagnostic *added = mb_diagnose(*state, &pack, mb_code_agenda_number_inferred, (mb_place){93, 7, 9, 0},
                                       MB_TEXT("item 9 lost its number"));
    assert_int_equal(pack.diagnostics.count, 1);
    assert_ptr_equal(pack.diagnostics.items[0], added);
    assert_int_equal(added->severity, mb_severity_note);
    assert_int_equal(added->place.line, 93);
    assert_slice(added->code, "agenda-number-inferred");
    assert_slice(added->message, "item 9 lost its number");
    assert_slice(added->correction, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_come_in_the_order_of_the_schema_and_the_place_last),
        with_arena(a_block_leaves_out_what_it_does_not_have),
        cmocka_unit_test(a_block_writes_the_fields_of_its_type_only),
        with_arena(a_contribution_says_which_blocks_hold_it),
        cmocka_unit_test(a_vote_tells_unknown_from_no_and_none_from_unknown),
        with_arena(references_are_ids_and_of_a_pack_its_name),
        cmocka_unit_test(a_buffer_that_is_too_small_is_reported),
        with_arena(a_diagnostic_has_its_place_its_code_and_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* names.c: lists of people, as minutes and front sheets print them. */
#include "reading_of.h"

#include "reader/people/names.h"
#include "reader/people/people.h"

/* Each person as "honorific|name|remark". */
static void assert_names_at(const char *printed, const char *const *expected, const char *file, int line)
{
    mb_reader reader = reader_with("uk");
    mb_list names = {0};
    mb_read_names(&reader, mb_slice_of(printed), &names);
    uint32_t count = 0;
    for (; expected[count] && count < names.count; count++) {
        const mb_name *name = names.items[count];
        mb_slice shown =
            mb_arena_printf(kept, "%.*s|%.*s|%.*s", MB_ARG(name->honorific), MB_ARG(name->name), MB_ARG(name->remark));
        assert_slice_at(shown, expected[count], file, line);
    }
    if (expected[count] || count < names.count) {
        print_error("%u names were read\n", names.count);
        _fail(file, line);
    }
}
#define assert_names(printed, ...)                                                                                     \
    assert_names_at(printed, (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)

static void commas_and_and_part_names(void **state)
{
    (void)state;
    assert_names("Ann Ogle, Bob Dunn and Cy Orr", "|Ann Ogle|", "|Bob Dunn|", "|Cy Orr|");
    assert_names("Ann Ogle; Bob Dunn; Cy Orr.", "|Ann Ogle|", "|Bob Dunn|", "|Cy Orr|");
    assert_names("Ann Ogle, Bob Dunn, and Cy Orr", "|Ann Ogle|", "|Bob Dunn|", "|Cy Orr|");
    assert_names("Ann Ogle & Bob Dunn", "|Ann Ogle|", "|Bob Dunn|");
    assert_names("Amanda Sandys", "|Amanda Sandys|");
}

static void an_honorific_in_the_plural_holds_for_those_behind_it(void **state)
{
    (void)state;
    assert_names("Councillors Ann Ogle, Bob Dunn and Cy Orr", "Councillor|Ann Ogle|", "Councillor|Bob Dunn|",
                 "Councillor|Cy Orr|");
    assert_names("Cllrs Ann Ogle and Bob Dunn, Dr Di Poe", "Councillor|Ann Ogle|", "Councillor|Bob Dunn|",
                 "Dr|Di Poe|");
}

static void an_honorific_in_the_singular_is_that_of_one_person(void **state)
{
    (void)state;
    assert_names("Councillor Ann Ogle, Mrs. Bea Dunn and Cy Orr", "Councillor|Ann Ogle|", "Mrs|Bea Dunn|", "|Cy Orr|");
    assert_names("Councillor Dr Ann Ogle", "Councillor|Ann Ogle|");
}

static void what_stands_in_brackets_is_a_remark_commas_and_all(void **state)
{
    (void)state;
    assert_names("Ann Ogle (Chair), Bob Dunn (Director of Parks, Roads and Bins) and Cy Orr", "|Ann Ogle|Chair",
                 "|Bob Dunn|Director of Parks, Roads and Bins", "|Cy Orr|");
}

static void a_bracket_that_extraction_lost_was_opened_by_a_comma(void **state)
{
    (void)state;
    assert_names("Ann Ogle, Head of Parks), Bob Dunn (Clerk)", "|Ann Ogle|Head of Parks", "|Bob Dunn|Clerk");
}

static void a_bracket_that_never_closes_ends_with_its_list(void **state)
{
    (void)state;
    assert_names("Bob Dunn, Ann Ogle (Chair", "|Bob Dunn|", "|Ann Ogle|Chair");
}

static void an_office_behind_a_comma_is_a_remark_not_a_person(void **state)
{
    (void)state;
    assert_names("Ann Ogle, Director of Parks and Roads", "|Ann Ogle|Director of Parks and Roads");
    assert_names("Dr Ann Ogle, Head of Parks, Mr Bob Dunn, Town Clerk", "Dr|Ann Ogle|Head of Parks",
                 "Mr|Bob Dunn|Town Clerk");
}

static void an_office_needs_no_comma(void **state)
{
    (void)state;
    assert_names("Una Teal Parish Clerk, R Lane - Town Clerk", "|Una Teal|Parish Clerk", "|R Lane|Town Clerk");
    assert_names("Tim Ashe Principal Planning Officer", "|Tim Ashe|Principal Planning Officer");
    assert_names("Director of Law, Mrs J Chase", "Mrs|J Chase|Director of Law");
    assert_names("Town Clerk R Lane and the Deputy Clerk Mrs Bea Hay", "|R Lane|Town Clerk",
                 "Mrs|Bea Hay|Deputy Clerk");
}

static void letters_behind_a_name_are_left_out(void **state)
{
    (void)state;
    assert_names("Mr D Marsh OBE, Mrs S Hooper MBE JP, Cllr Ann Ogle, BEM", "Mr|D Marsh|", "Mrs|S Hooper|",
                 "Councillor|Ann Ogle|");
}

static void gaps_between_columns_part_people_with_honorifics(void **state)
{
    (void)state;
    assert_names("Councillor A Ogle Councillor Mrs B Dunn Mr C Orr", "Councillor|A Ogle|", "Councillor|B Dunn|",
                 "Mr|C Orr|");
}

static void what_is_no_name_is_left_out(void **state)
{
    (void)state;
    assert_names("Ann Ogle, 6 members of the public and the Clerk", "|Ann Ogle|");
    assert_names("None", NULL);
    assert_names("Bob Dunn who was on holiday, Jan van der Berg", "|Bob Dunn|", "|Jan van der Berg|");
}

static void an_empty_list_names_nobody(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_list names = {0};
    mb_read_names(&reader, MB_TEXT(""), &names);
    mb_read_names(&reader, MB_TEXT(" , and ., -"), &names);
    mb_read_names(&reader, MB_TEXT("Councillors:"), &names);
    assert_int_equal(names.count, 0);
}

static void a_remark_makes_a_member_chair_substitute_or_representative(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_list members = {0};
    mb_read_members(&reader,
                    MB_TEXT("Councillors Ann Ogle (Chair), Bob Dunn (in place of Councillor Cy Orr), Di Poe (Vice "
                            "Chairman) and Ed Fox (Friends of the Bandstand)"),
                    MB_NOTHING, (mb_place){.line = 9}, &members);
    assert_int_equal(members.count, 4);
    assert_slice(at(member, members, 0)->office, "Chair");
    assert_slice(at(member, members, 1)->substitute_for, "Cy Orr");
    assert_slice(at(member, members, 1)->organisation, NULL);
    assert_slice(at(member, members, 2)->office, "Vice-Chair");
    assert_slice(at(member, members, 3)->organisation, "Friends of the Bandstand");
    assert_slice(at(member, members, 3)->capacity, "councillor");
    assert_int_equal(at(member, members, 3)->place.line, 9);
}

static void a_label_s_capacity_holds_for_all_behind_it(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_list members = {0};
    mb_read_members(&reader, MB_TEXT("Ann Ogle and Dr Bob Dunn"), MB_TEXT("co-opted voting"), (mb_place){.line = 1},
                    &members);
    mb_read_members(&reader, MB_TEXT("Cy Orr"), MB_TEXT("councillor"), (mb_place){.line = 2}, &members);
    mb_read_members(&reader, MB_TEXT("Di Poe"), MB_NOTHING, (mb_place){.line = 3}, &members);
    assert_slice(at(member, members, 0)->capacity, "co-opted voting");
    assert_slice(at(member, members, 1)->capacity, "co-opted voting");
    assert_slice(at(member, members, 1)->honorific, "Dr");
    assert_slice(at(member, members, 2)->honorific, "Councillor");
    assert_slice(at(member, members, 3)->capacity, "member");
    assert_slice(at(member, members, 3)->honorific, NULL);
}

static void an_attendee_s_remark_is_the_role(void **state)
{
    (void)state;
    mb_reader reader = reader_with("uk");
    mb_list names = {0}, attendees = {0};
    mb_read_names(&reader, MB_TEXT("Ann Ogle (Head of Parks), Mr Bob Dunn, Town Clerk"), &names);
    mb_add_attendees(&reader, &names, (mb_place){.line = 1}, &attendees);
    assert_int_equal(attendees.count, 2);
    assert_slice(at(attendee, attendees, 0)->role, "Head of Parks");
    assert_slice(at(attendee, attendees, 1)->name, "Bob Dunn");
    assert_slice(at(attendee, attendees, 1)->honorific, "Mr");
    assert_slice(at(attendee, attendees, 1)->role, "Town Clerk");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_and_and_part_names),
        cmocka_unit_test(an_honorific_in_the_plural_holds_for_those_behind_it),
        cmocka_unit_test(an_honorific_in_the_singular_is_that_of_one_person),
        cmocka_unit_test(what_stands_in_brackets_is_a_remark_commas_and_all),
        cmocka_unit_test(a_bracket_that_extraction_lost_was_opened_by_a_comma),
        cmocka_unit_test(a_bracket_that_never_closes_ends_with_its_list),
        cmocka_unit_test(an_office_behind_a_comma_is_a_remark_not_a_person),
        cmocka_unit_test(an_office_needs_no_comma),
        cmocka_unit_test(letters_behind_a_name_are_left_out),
        cmocka_unit_test(gaps_between_columns_part_people_with_honorifics),
        cmocka_unit_test(what_is_no_name_is_left_out),
        cmocka_unit_test(an_empty_list_names_nobody),
        cmocka_unit_test(a_remark_makes_a_member_chair_substitute_or_representative),
        cmocka_unit_test(a_label_s_capacity_holds_for_all_behind_it),
        cmocka_unit_test(an_attendee_s_remark_is_the_role),
    };
    return run_reader_tests(tests);
}

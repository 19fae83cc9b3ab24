/* people_test.c: who is meant by the names in the papers. */
#include "site_of.h"

/* A pack of the Roads Panel: its front sheet's day and members, and under them the minutes of an earlier day. */
#define PANEL_PACK(panel, day, members, minutes)                                                                       \
    "Example Council\n\n" panel "\n\nDate: " day "\n\nTime: 10.00 am\n\n" members                                      \
    "\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. MINUTES OF THE LAST MEETING\n\n- 3. ROADWORKS\n\n" minutes
#define PACK(day, members, minutes)  PANEL_PACK("Roads Panel", day, members, minutes)
#define MINUTES(day, present, items) "\fROADS PANEL\n\n" day "\n\n" present "\n\n" items

static const mb_site_person *person_of(const mb_site_record *site, const char *id)
{
    for (uint32_t i = 0; i < site->people.count; i++)
        if (mb_slice_equal(at(site_person, site->people, i)->id, mb_slice_of(id)))
            return site->people.items[i];
    return NULL;
}

static mb_slice ids_of(const mb_site_record *site)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < site->people.count; i++)
        all = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(all), i ? " " : "",
                              MB_ARG(at(site_person, site->people, i)->id));
    return all;
}

/* "councillor, Chair 2025-03-04 to 2025-05-06", one behind the other. */
static mb_slice seats_of(const mb_site_person *person)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < person->memberships.count; i++) {
        const mb_membership *one = at(membership, person->memberships, i);
        all = mb_arena_printf(kept, "%.*s%s%s%.*s, %.*s %.*s to %.*s", MB_ARG(all), i ? "; " : "",
                              one->panel ? "" : "office: ", MB_ARG(one->capacity), MB_ARG(one->office),
                              MB_ARG(one->first), MB_ARG(one->last));
    }
    return all;
}

static const mb_diagnostic *told(const mb_site_record *site, const char *code, uint32_t nth)
{
    for (uint32_t i = 0; i < site->diagnostics.count; i++) {
        const mb_diagnostic *diagnostic = site->diagnostics.items[i];
        if (mb_slice_equal(diagnostic->code, mb_slice_of(code)) && nth-- == 0)
            return diagnostic;
    }
    return NULL;
}

static void spellings_that_differ_by_hyphens_accents_and_honorifics_are_one_person(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Mary Marsh-Oakley, Siân O'Shea and Bob Hay", "")},
        {"b.txt",
         PACK("Tuesday, 1st April, 2025", "Councillors: Mary MarshOakley, Sian O’Shea and Cllr Bob Hay MBE", "")});
    assert_slice(ids_of(site), "bob-hay mary-marsh-oakley sian-oshea");
    const mb_site_person *mary = person_of(site, "mary-marsh-oakley");
    assert_slice(mary->name, "Mary Marsh-Oakley");
    assert_slice(mary->honorific, "Councillor");
    assert_int_equal(mary->other_names.count, 1);
    assert_slice(person_of(site, "sian-oshea")->name, "Siân O'Shea");
    assert_slice(seats_of(mary), "councillor,  2025-03-04 to 2025-04-01");
}

static void a_name_cut_at_its_hyphen_is_whole(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Mary Marsh- Oakley and Bob Hay", "")});
    assert_slice(person_of(site, "mary-marsh-oakley")->name, "Mary Marsh-Oakley");
}

static void a_surname_means_the_one_on_the_panel_who_has_it(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee, Bob Hay and Cy Orr",
                       MINUTES("Tuesday, 4th March, 2025", "Present:- Councillors Ann Lee (Chair) and Bob Hay",
                               "21\n\nAPOLOGIES FOR ABSENCE\n\nApologies had been received from Councillor Orr.\n\n"
                               "22\n\nROADWORKS\n\nCouncillor Hay asked why.\n\n"))});
    assert_slice(ids_of(site), "bob-hay ann-lee cy-orr");
    const mb_site_person *cy = person_of(site, "cy-orr"), *bob = person_of(site, "bob-hay");
    assert_int_equal(cy->attendance.count, 1);
    assert_int_equal(at(attendance, cy->attendance, 0)->status, mb_attendance_status_apologies);
    assert_int_equal(bob->questions_asked.count, 1);
    assert_ptr_equal(at(question, site->questions, 0)->asker, bob);
}

static void an_office_that_moves_is_nobodys_name(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay",
                               MINUTES("Tuesday, 4th March, 2025", "Present:- Councillors Ann Lee (Chair) and Bob Hay",
                                       "21 WELCOME\n\nThe Leader moved that the road be closed, and Councillor Bob Hay "
                                       "seconded it.\n"))});
    assert_slice(ids_of(site), "bob-hay ann-lee");
}

static void a_surname_that_two_have_means_neither(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee, Bob Lee and Cy Orr",
                       MINUTES("Tuesday, 4th March, 2025", "Present:- Councillors Cy Orr (Chair)",
                               "21\n\nAPOLOGIES FOR ABSENCE\n\nApologies had been received from Councillor Lee.\n\n"
                               "22\n\nROADWORKS\n\nNothing was said.\n\n"))});
    assert_int_equal(person_of(site, "ann-lee")->attendance.count, 0);
    assert_int_equal(person_of(site, "bob-lee")->attendance.count, 0);
    const mb_diagnostic *unclear = told(site, "person-unclear", 0);
    assert_non_null(unclear);
    assert_int_equal(unclear->place.pack, 1);
    assert_true(unclear->place.line > 0);
}

static void initials_mean_the_one_on_the_panel_whom_they_fit(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Roger Hartnell, Ann Lee and Dan Love", "")},
                {"b.txt", PACK("Tuesday, 1st April, 2025",
                               "Members: Mr R W Hartnell, Mrs A Lee, Mr D Love and Mrs D Love", "")});
    assert_slice(ids_of(site), "roger-hartnell ann-lee d-love d-love-2 dan-love");
    assert_slice(seats_of(person_of(site, "roger-hartnell")), "councillor,  2025-03-04 to 2025-04-01");
}

static void initials_that_two_have_are_a_person_of_their_own_and_reported(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Roger Hartnell, Ruth Hartnell and Dan Love", "")},
        {"b.txt", PACK("Tuesday, 1st April, 2025", "Members: R Hartnell and Dan Love", "")});
    assert_slice(ids_of(site), "r-hartnell roger-hartnell ruth-hartnell dan-love");
    assert_non_null(told(site, "possible-same-person", 0));
    assert_non_null(told(site, "possible-same-person", 1));
    assert_null(told(site, "possible-same-person", 2));
}

static void a_first_name_spelt_two_ways_is_reported_with_what_to_write(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Christopher Hartnell and Liz Hay", "")},
                {"b.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Chris Hartnell and Elizabeth Hay", "")});
    assert_slice(ids_of(site), "chris-hartnell christopher-hartnell elizabeth-hay liz-hay");
    const mb_diagnostic *pair = told(site, "possible-same-person", 0);
    assert_non_null(pair);
    assert_slice(pair->correction, "# people.yaml\n- name: Christopher Hartnell\n  other_names: [Chris Hartnell]\n");
    assert_int_equal(pair->place.pack, 2);
    assert_non_null(told(site, "possible-same-person", 1));
}

static void a_letter_apart_is_reported_unless_both_were_there(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Ann Penrose, Bob Harlow and Bob Barlow", "")},
                {"b.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Penrsoe", "")});
    assert_non_null(told(site, "possible-same-person", 0));
    assert_null(told(site, "possible-same-person", 1));
}

static mb_config_person *configured(papers *all, const char *name)
{
    mb_config_person *person = mb_list_add(kept, &all->config.people, mb_config_person);
    person->name = mb_slice_of(name);
    return person;
}

static void people_yaml_says_who_is_one_and_who_is_not(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt",
              PACK("Tuesday, 4th March, 2025", "Councillors: Christopher Hartnell, Ann Penrose and Cy Orr", ""));
    add_paper(&all, "b.txt",
              PACK("Tuesday, 1st April, 2025", "Councillors: Chris Hartnell, Anne Penrose and Cy Orr", ""));
    mb_strings_push(kept, &configured(&all, "Kit Hartnell")->other_names, MB_TEXT("Christopher Hartnell"));
    mb_config_person *kit = all.config.people.items[0];
    mb_strings_push(kept, &kit->other_names, MB_TEXT("Chris Hartnell"));
    mb_strings_push(kept, &configured(&all, "Ann Penrose")->apart_from, MB_TEXT("Anne Penrose"));
    const mb_site_record *site = assemble(&all, "2025-05-01");
    assert_slice(ids_of(site), "kit-hartnell cy-orr ann-penrose anne-penrose");
    assert_slice(seats_of(person_of(site, "kit-hartnell")), "councillor,  2025-03-04 to 2025-04-01");
    assert_null(told(site, "possible-same-person", 0));
}

static void offices_change_over_time(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay",
                               MINUTES("Tuesday, 4th March, 2025",
                                       "Present:- Councillors Ann Lee (Chair) and Bob Hay\nAlso in attendance: Di Poe "
                                       "(Director of Children and Education)",
                                       "21\n\nWELCOME\n\nAll came.\n\n22\n\nROADWORKS\n\nNothing was said.\n\n"))},
                {"b.txt", PACK("Tuesday, 6th May, 2025", "Councillors: Ann Lee and Bob Hay",
                               MINUTES("Tuesday, 1st April, 2025",
                                       "Present:- Councillors Ann Lee and Bob Hay (Chair)\nAlso in attendance: Di Poe "
                                       "(Director of Children's Services & Education)",
                                       "23\n\nWELCOME\n\nAll came.\n\n24\n\nROADWORKS\n\nNothing was said.\n\n"))});
    assert_slice(seats_of(person_of(site, "ann-lee")),
                 "councillor, Chair 2025-03-04 to 2025-03-04; councillor,  2025-04-01 to 2025-05-06");
    assert_slice(seats_of(person_of(site, "bob-hay")),
                 "councillor,  2025-03-04 to 2025-03-04; councillor, Chair 2025-04-01 to 2025-05-06");
    assert_slice(seats_of(person_of(site, "di-poe")),
                 "office: , Director of Children's Services & Education 2025-03-04 to 2025-04-01");
}

static void who_is_on_the_front_sheet_and_nowhere_in_the_minutes_was_absent(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF(
        {"a.txt", PACK("Tuesday, 4th March, 2025", "Councillors: Ann Lee, Bob Hay, Cy Orr and Di Poe", "")},
        {"b.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay",
                       MINUTES("Tuesday, 4th March, 2025",
                               "Present:- Councillors Ann Lee (Chair) and Flo Ray (in place of Cy Orr)",
                               "21\n\nAPOLOGIES FOR ABSENCE\n\nApologies had been received from Councillor Di Poe.\n\n"
                               "22\n\nROADWORKS\n\nNothing was said.\n\n"))});
    static const struct {
        const char *id;
        mb_attendance_status status;
    } expected[] = {{"ann-lee", mb_attendance_status_present},
                    {"bob-hay", mb_attendance_status_absent},
                    {"cy-orr", mb_attendance_status_substituted},
                    {"di-poe", mb_attendance_status_apologies},
                    {"flo-ray", mb_attendance_status_present}};
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        const mb_site_person *person = person_of(site, expected[i].id);
        assert_int_equal(person->attendance.count, 1);
        assert_int_equal(at(attendance, person->attendance, 0)->status, expected[i].status);
    }
    assert_slice(seats_of(person_of(site, "flo-ray")), "substitute,  2025-03-04 to 2025-03-04");
}

#define ASKED(name)                                                                                                    \
    MINUTES("Tuesday, 4th March, 2025", "Present:- Councillors Ann Lee (Chair) and Bob Hay",                           \
            "21\n\nPUBLIC QUESTIONS\n\n" name " asked when the bridge would be mended.\n\n"                            \
            "22\n\nROADWORKS\n\nNothing was said.\n\n")

static void a_member_of_the_public_is_hidden_unless_the_site_says_otherwise(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt",
              PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay", ASKED("Delphine Marsh")));
    const mb_site_record *site = assemble(&all, "2025-05-01");
    assert_true(person_of(site, "delphine-marsh")->hidden);
    assert_slice(seats_of(person_of(site, "delphine-marsh")), "public,  2025-03-04 to 2025-03-04");
    assert_false(person_of(site, "bob-hay")->hidden);

    configured(&all, "Delphine Marsh")->show_page = true;
    configured(&all, "Bob Hay")->hide_page = true;
    site = assemble(&all, "2025-05-01");
    assert_false(person_of(site, "delphine-marsh")->hidden);
    assert_true(person_of(site, "bob-hay")->hidden);
}

/* What is left of a text in a pack whose clerk has this number and address, which people.yaml hides. */
static mb_slice without_clerk(const char *text)
{
    papers all = {.count = 0};
    mb_pack *pack =
        add_paper(&all, "a.txt",
                  PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay",
                       "The Democratic Services Officer for this meeting is Flo Ray who can be contacted on "
                       "flo.ray@example.org 01632 960145.\n"));
    mb_glossary_entry *entry = mb_list_add(kept, &pack->glossary, mb_glossary_entry);
    entry->meaning = mb_slice_of(text);
    configured(&all, "Flo Ray")->hide_phone = true;
    mb_config_person *person = all.config.people.items[0];
    person->hide_email = true;
    assemble(&all, "2025-05-01");
    return entry->meaning;
}

static void a_hidden_number_is_hidden_however_it_is_written(void **state)
{
    (void)state;
    assert_slice(without_clerk("ring 01632960145 now"), "ring [not shown] now");
    assert_slice(without_clerk("+44 1632 960145"), NULL);
    assert_slice(without_clerk("+44 (0)1632 960 145, or 01632-960-145."), "[not shown], or [not shown].");
    assert_slice(without_clerk("0044 1632 960145 ext 3"), "[not shown] ext 3");
    assert_slice(without_clerk("0163 2960145"), NULL);
    assert_slice(without_clerk("01632 9601456 and 01632 960146"), "01632 9601456 and 01632 960146");
    assert_slice(without_clerk("Tel:01632\u00a0960145"), "Tel:[not shown]");
    assert_slice(without_clerk("01632 \u2013 960145, 01632\u2011960\u2009145"), "[not shown], [not shown]");
    assert_slice(without_clerk("01632\u2212960\u202f145"), NULL);
    assert_slice(without_clerk("in 2025 01632 960145 rang"), "in 2025 [not shown] rang");
    assert_slice(without_clerk("Flo.Ray@Example.org"), NULL);
    assert_slice(without_clerk("<flo.ray@example.org>, notflo.ray@example.org"),
                 "<[not shown]>, notflo.ray@example.org");
}

static void who_asks_under_a_councillors_name_elsewhere_is_somebody_else(void **state)
{
    (void)state;
    const mb_site_record *site =
        SITE_OF({"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay", ASKED("Cy Orr"))},
                {"b.txt", PANEL_PACK("Parks Panel", "Tuesday, 1st April, 2025", "Councillors: Cy Orr and Di Poe", "")});
    assert_slice(ids_of(site), "bob-hay ann-lee cy-orr cy-orr-2 di-poe");
    const mb_site_person *first = person_of(site, "cy-orr"), *second = person_of(site, "cy-orr-2");
    assert_true(first->hidden != second->hidden);
    site = SITE_OF(
        {"a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay", ASKED("Councillor Cy Orr"))},
        {"b.txt", PANEL_PACK("Parks Panel", "Tuesday, 1st April, 2025", "Councillors: Cy Orr and Di Poe", "")});
    assert_slice(ids_of(site), "bob-hay ann-lee cy-orr di-poe");
}

static void what_people_yaml_hides_is_not_in_the_sites_records(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_pack *pack =
        add_paper(&all, "a.txt",
                  PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay",
                       "The Democratic Services Officer for this meeting is Flo Ray who can be contacted on "
                       "flo.ray@example.org 01632 960145.\n"));
    mb_forward_plan_entry *row = mb_list_add(kept, &pack->forward_plan, mb_forward_plan_entry);
    row->title = MB_TEXT("Trees");
    mb_author *author = mb_list_add(kept, &row->authors, mb_author);
    *author = (mb_author){.name = MB_TEXT("Flo Ray"), .phone = MB_TEXT("01632 960145")};
    configured(&all, "Flo Ray")->hide_phone = true;
    const mb_site_record *site = assemble(&all, "2025-05-01");
    const mb_contact *contact = at(site_meeting, site->meetings, 0)->contact;
    assert_slice(contact->phone, NULL);
    assert_slice(contact->email, "flo.ray@example.org");
    const mb_plan_edition *edition = at(plan_edition, at(work_plan_entry, site->work_plan, 0)->editions, 0);
    assert_slice(at(author, edition->entry->authors, 0)->phone, NULL);
    mb_slice json = json_of(mb_type_of(pack), pack);
    assert_int_equal(mb_slice_find(json, MB_TEXT("960145"), 0), SIZE_MAX);
    assert_int_not_equal(mb_slice_find(json, MB_TEXT("contacted on flo.ray@example.org [not shown]"), 0), SIZE_MAX);
}

static void nothing_says_which_hidden_member_the_chairman_is(void **state)
{
    (void)state;
    for (int hidden = 0; hidden < 2; hidden++) {
        papers all = {.count = 0};
        mb_pack *pack = add_paper(&all, "a.txt",
                                  MINUTED("Tuesday, 4th March, 2025", "21\n\nROADWORKS\n\nThe Chairman asked when the "
                                                                      "bridge would be mended.\n\n"));
        configured(&all, "Ann Lee")->hide_page = hidden;
        const mb_site_record *site = assemble(&all, "2025-05-01");
        const mb_question *question = at(question, site->questions, 0);
        assert_slice(question->name, "The Chairman");
        assert_slice(question->contribution->person, hidden ? NULL : "Ann Lee");
        mb_slice contributions = json_of(mb_type_of(pack), pack);
        bool is_named = mb_slice_find(contributions, MB_TEXT("\"person\": \"Ann Lee\""), 0) != SIZE_MAX ||
                        mb_slice_find(contributions, MB_TEXT("\"person\":\"Ann Lee\""), 0) != SIZE_MAX;
        assert_int_equal(is_named, !hidden);
    }
}

static void a_member_whom_no_paper_names_is_reported_with_the_nearest(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay", ""));
    mb_config_panel *panel = mb_list_add(kept, &all.config.panels, mb_config_panel);
    panel->name = MB_TEXT("Roads Panel");
    *mb_list_add(kept, &panel->members, mb_config_member) =
        (mb_config_member){.place = {7, 9}, .name = MB_TEXT("Bob Haye"), .party = MB_TEXT("Green")};
    *mb_list_add(kept, &panel->members, mb_config_member) =
        (mb_config_member){.name = MB_TEXT("Ann Lee"), .party = MB_TEXT("Independent")};
    const mb_site_record *site = assemble(&all, "2025-05-01");
    assert_slice(person_of(site, "ann-lee")->party, "Independent");
    const mb_diagnostic *told = at(diagnostic, site->diagnostics, site->diagnostics.count - 1);
    assert_slice(told->message, "no paper names 'Bob Haye' (did you mean 'Bob Hay'?)");
    assert_int_equal(told->place.line, 7);
}

static void a_name_of_people_yaml_that_no_paper_has_is_reported_with_the_nearest(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "a.txt", PACK("Tuesday, 1st April, 2025", "Councillors: Ann Lee and Bob Hay", ""));
    configured(&all, "Ann Lee")->hide_page = true;
    configured(&all, "Bob Haye")->place.line = 3;
    const mb_site_record *site = assemble(&all, "2025-05-01");
    const mb_diagnostic *stranger = told(site, "person-unknown", 0);
    assert_non_null(stranger);
    assert_slice(stranger->message, "no paper names 'Bob Haye' (did you mean 'Bob Hay'?)");
    assert_int_equal(stranger->place.line, 3);
    assert_null(told(site, "person-unknown", 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_that_differ_by_hyphens_accents_and_honorifics_are_one_person),
        cmocka_unit_test(a_name_cut_at_its_hyphen_is_whole),
        cmocka_unit_test(a_surname_means_the_one_on_the_panel_who_has_it),
        cmocka_unit_test(an_office_that_moves_is_nobodys_name),
        cmocka_unit_test(a_surname_that_two_have_means_neither),
        cmocka_unit_test(initials_mean_the_one_on_the_panel_whom_they_fit),
        cmocka_unit_test(initials_that_two_have_are_a_person_of_their_own_and_reported),
        cmocka_unit_test(a_first_name_spelt_two_ways_is_reported_with_what_to_write),
        cmocka_unit_test(a_letter_apart_is_reported_unless_both_were_there),
        cmocka_unit_test(people_yaml_says_who_is_one_and_who_is_not),
        cmocka_unit_test(offices_change_over_time),
        cmocka_unit_test(who_is_on_the_front_sheet_and_nowhere_in_the_minutes_was_absent),
        cmocka_unit_test(a_member_of_the_public_is_hidden_unless_the_site_says_otherwise),
        cmocka_unit_test(a_member_whom_no_paper_names_is_reported_with_the_nearest),
        cmocka_unit_test(a_hidden_number_is_hidden_however_it_is_written),
        cmocka_unit_test(a_name_of_people_yaml_that_no_paper_has_is_reported_with_the_nearest),
        cmocka_unit_test(nothing_says_which_hidden_member_the_chairman_is),
        cmocka_unit_test(what_people_yaml_hides_is_not_in_the_sites_records),
        cmocka_unit_test(who_asks_under_a_councillors_name_elsewhere_is_somebody_else),
    };
    return run_reader_tests(tests);
}

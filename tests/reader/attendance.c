/* attendance.c: the lists of people at the head of minutes, in the forms that councils give them. */
#include "reading_of.h"

static const mb_minutes *attendance_of(const char *lists)
{
    return minutes_in(meeting_of(mb_arena_printf(kept,
                                                 "HARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\n"
                                                 "Tuesday, 3rd June, 2025\n\n%s\n"
                                                 "1 WELCOME\nThe Chair welcomed everyone, and told them where to go if "
                                                 "there were a fire in the hall.\n",
                                                 lists)
                                     .data));
}

/* The members present, each as "name|office|organisation|substitute for". */
static mb_slice present_of(const mb_minutes *minutes)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < minutes->present.count; i++) {
        const mb_member *member = at(member, minutes->present, i);
        all = mb_arena_printf(kept, "%.*s%s%.*s|%.*s|%.*s|%.*s", MB_ARG(all), i ? "; " : "", MB_ARG(member->name),
                              MB_ARG(member->office), MB_ARG(member->organisation), MB_ARG(member->substitute_for));
    }
    return all;
}

/* Those in attendance, each as "name|role". */
static mb_slice attending_of(const mb_minutes *minutes)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < minutes->in_attendance.count; i++) {
        const mb_attendee *attendee = at(attendee, minutes->in_attendance, i);
        all = mb_arena_printf(kept, "%.*s%s%.*s|%.*s", MB_ARG(all), i ? "; " : "", MB_ARG(attendee->name),
                              MB_ARG(attendee->role));
    }
    return all;
}

static mb_slice apologies_of(const mb_minutes *minutes)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t i = 0; i < minutes->apologies.count; i++)
        all = mb_arena_printf(kept, "%.*s%s%.*s", MB_ARG(all), i ? "; " : "", MB_ARG(minutes->apologies.items[i]));
    return all;
}

static void one_person_a_line_needs_no_commas(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present:\n\nCllr Ann Ogle (Chair)\nCllr Bob Dunn\nCllr Mrs Cy Orr OBE\n\n"
                      "Officers:\n\nUna Teal, Head of Parks\nVic Wye, Town Clerk\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|||");
    assert_slice(attending_of(minutes), "Una Teal|Head of Parks; Vic Wye|Town Clerk");
}

static void a_line_of_one_person_has_an_organisation_behind_its_comma(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present:\nDr Ann Ogle (Chair), GP Lead, Harle Care Board\nBob Dunn, Director of Nursing\n"
                      "Cy Orr, Healthwatch Harle\nDi Poe (substitute for Ed Fox), Chief Executive, Marl Trust\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair|GP Lead, Harle Care Board|; Bob Dunn||Director of Nursing|; "
                                      "Cy Orr||Healthwatch Harle|; Di Poe||Chief Executive, Marl Trust|Ed Fox");
}

static void a_surname_may_be_a_word_for_a_room(void **state)
{
    (void)state;
    assert_slice(attending_of(attendance_of("Present:\n\nCllr Ann Ogle (Chair)\nCllr Bob Dunn\n\nIn attendance:\n\n"
                                            "Guy Hall, Head of Roads\nIda Church, Solicitor\nUna Chambers, Clerk\n")),
                 "Guy Hall|Head of Roads; Ida Church|Solicitor; Una Chambers|Clerk");
    assert_slice(attending_of(attendance_of("Present:\n\nCllr Ann Ogle (Chair)\nCllr Bob Dunn\n\nIn attendance: "
                                            "Guy Hall, Town Clerk; Ida House, Solicitor\n")),
                 "Guy Hall|Town Clerk; Ida House|Solicitor");
}

static void several_people_on_several_lines_stay_apart(void **state)
{
    (void)state;
    assert_slice(present_of(attendance_of("Present: Cllr Ann Ogle (Chair), Cllr Bob Dunn, Cllr Cy Orr\nMrs Di Poe "
                                          "(Clerk)\nCounty Cllr Ed Fox\n")),
                 "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|||; Di Poe|Clerk||; Ed Fox|||");
}

static void one_long_line_does_not_make_the_others_short(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Present: Councillors Ann Ogle (Chair), Robert Dunn-Hathersage (Vice-Chair), Cyril\nOrr-Peters and "
        "Di\nPoe\n"
        "In attendance: Una Teal (Head of Parks), Vic Wye (Consultant in the Health of the Public, Marl and\n"
        "Harle Trust of Hospitals), Wynne LongworthyHartington (Medical Director, Marl and Harle Trust of "
        "Hospitals) and Xan\nYule (Clerk)\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Robert Dunn-Hathersage|Vice-Chair||; Cyril Orr-Peters|||; "
                                      "Di Poe|||");
    assert_slice(at(attendee, minutes->in_attendance, 3)->name, "Xan Yule");
}

static void columns_of_names_are_names(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("PRESENT:\n\n     Councillor A Ogle (Chairman)           Councillor B Dunn\n"
                      "     Councillor C Orr (Vice-Chairman)       Councillor D Poe (substitute for\n"
                      "                                            Councillor G Hay)\n\n"
                      "OFFICERS:\n\n     E Fox                                  Internal Audit Manager\n"
                      "     F Gee                                  Section 151 Officer\n");
    assert_slice(present_of(minutes), "A Ogle|Chair||; B Dunn|||; C Orr|Vice-Chair||; D Poe|||G Hay");
    assert_slice(attending_of(minutes), "E Fox|Internal Audit Manager; F Gee|Section 151 Officer");
}

static void an_office_may_be_the_label(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Present:\nMayor: Councillor A Ogle\nDeputy Mayor: Councillor B Dunn\nCouncillors: C Orr and D Poe\n"
        "Officers: E Fox (Chief Executive)\nCabinet Member for Roads: Councillor F Gee\n");
    assert_slice(present_of(minutes), "A Ogle|Mayor||; B Dunn|Deputy Mayor||; C Orr|||; D Poe|||");
    assert_slice(attending_of(minutes), "E Fox|Chief Executive; F Gee|Cabinet Member for Roads");
}

static void a_label_may_have_brackets_or_no_colon(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Members Present: Councillors: Ann Ogle and Bob Dunn\n"
                                              "Co-opted Members (non-voting): Cy Orr and Di Poe\n"
                                              "Also in attendance Councillor Ed Fox\n");
    assert_slice(present_of(minutes), "Ann Ogle|||; Bob Dunn|||; Cy Orr|||; Di Poe|||");
    assert_slice(at(member, minutes->present, 2)->capacity, "co-opted non-voting");
    assert_slice(attending_of(minutes), "Ed Fox|");
}

static void the_public_is_counted_and_the_press_is_nobody(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present: Cllrs Ogle (Chairman), Dunn and Orr\n"
                                              "In Attendance: Una Teal Parish Clerk, Sergeant A Wye - Harle Police, "
                                              "2 members of the press and six members of the public.\n");
    assert_slice(present_of(minutes), "Ogle|Chair||; Dunn|||; Orr|||");
    assert_slice(attending_of(minutes), "Una Teal|Parish Clerk; A Wye|Harle Police");
    assert_int_equal(minutes->members_of_public.value, 6);
}

static void apologies_in_the_head_are_nobody_s_presence(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("PRESENT: Councillors: A Ogle and B Dunn\n\n"
                                              "APOLOGIES: Councillors: Mrs C Orr MBE, D Poe and Canon E Fox\n\n"
                                              "Absent: Cllr F Gee\n");
    assert_slice(present_of(minutes), "A Ogle|||; B Dunn|||");
    assert_slice(apologies_of(minutes), "C Orr; D Poe; E Fox; F Gee");
}

static void prose_and_headings_among_the_lists_name_nobody(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Councillors Ann Ogle and Bob Dunn\n\nHEALTH AND SAFETY\n\nThe Mayor told those present "
                      "what to do in the event of a fire.\n\nUnrestricted items\n");
    assert_slice(present_of(minutes), "Ann Ogle|||; Bob Dunn|||");
}

static void how_long_somebody_stayed_is_no_organisation(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Councillors Ann Ogle (from item 5), Bob Dunn (left at 8.15 pm) and Cy Orr (virtual)\n");
    assert_slice(present_of(minutes), "Ann Ogle|||; Bob Dunn|||; Cy Orr|||");
    assert_true(at(member, minutes->present, 2)->online);
    assert_false(at(member, minutes->present, 0)->online);
}

static void initials_stand_in_columns(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present:\nCouncillor A.B. Ogle (Chair)\n\nCouncillors:\n\n"
                                              "M.M. Dunn            C. Orr               D.E. Poe\n"
                                              "A Hay                E A Fox              G.H.J. Gee\n\n"
                                              "Substitutes:         Councillors K.L. Ivey (In place of B. Teal)\n");
    assert_slice(present_of(minutes), "A.B. Ogle|Chair||; M.M. Dunn|||; C. Orr|||; D.E. Poe|||; A Hay|||; E A Fox|||; "
                                      "G.H.J. Gee|||; K.L. Ivey|||B. Teal");
}

static void what_people_are_called_further_down_is_no_organisation(void **state)
{
    (void)state;
    assert_slice(
        present_of(attendance_of("Present: Cllr. D. Ogle (DO) (in the chair), Cllr. D.J.E. Dunn (DJED), Mrs. J. "
                                 "Marl-Orr (JMO), E Fox (HTC) and F Gee (19:10)\n")),
        "D. Ogle|Chair||; D.J.E. Dunn|||; J. Marl-Orr|||; E Fox||HTC|; F Gee|||");
}

static void an_office_alone_is_nobody(void **state)
{
    (void)state;
    assert_slice(present_of(attendance_of("PRESENT: The Lord Mayor, Councillor Ann Ogle in the Chair.\n")),
                 "Ann Ogle|Chair||");
    assert_slice(present_of(attendance_of("Present: The Lord Mayor (Alderman Ogle) (Chairman); the Deputy Lord Mayor "
                                          "(Councillor B Dunn); and Councillors Orr, Poe and Hay.\n")),
                 "Ogle|Chair||; B Dunn|Deputy Mayor||; Orr|||; Poe|||; Hay|||");
    assert_slice(present_of(attendance_of("Present: Cllrs C Orr, D Poe (Deputy Mayor), A Hay, Town Mayor and E Fox\n")),
                 "C Orr|||; D Poe|Deputy Mayor||; A Hay|Mayor||; E Fox|||");
}

static void a_sentence_tells_who_else_attended(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Cllrs Ogle (Chair) and Dunn\n\nCouncillors not present: Cy Orr and D. Poe.\n\n"
                      "The Town Clerk, Mrs. E.F. Fox, and Mr F Gee, Link Officer, were also present.\n");
    assert_slice(present_of(minutes), "Ogle|Chair||; Dunn|||");
    assert_slice(apologies_of(minutes), "Cy Orr; D. Poe");
    assert_slice(attending_of(minutes), "E.F. Fox|Town Clerk; F Gee|Link Officer");
}

static void columns_may_be_printed_one_after_the_other(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "PRESENT:\nHarle\nMarlford\nSaltbridge\nCouncillor Ann Ogle (In the Chair)\nCouncillor Bob Dunn\n"
        "Councillor Cy Orr\n\nOFFICERS IN ATTENDANCE:\nChief Executive\nMonitoring Officer\n\nDi Poe\nEd Fox\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair|Harle|; Bob Dunn||Marlford|; Cy Orr||Saltbridge|");
    assert_slice(attending_of(minutes), "Di Poe|Chief Executive; Ed Fox|Monitoring Officer");
}

static void an_organisation_behind_a_comma_is_nobody(void **state)
{
    (void)state;
    assert_slice(
        attending_of(attendance_of("Present: Councillor Ogle (Chair), Councillors Dunn and Orr.\n\nAlso present: "
                                   "Councillor Poe, Cabinet Member for Ponds; and Mr E Fox, Healthwatch.\n")),
        "Poe|Cabinet Member for Ponds; E Fox|Healthwatch");
    assert_slice(attending_of(attendance_of("Present: Councillors Ogle (Chair) and Dunn\n\nOthers Present\nCy Orr, "
                                            "Healthwatch Harle\nCouncillor Di Poe, Portfolio Holder for Adult Social "
                                            "Care and Health\nEd Fox (press)\n")),
                 "Cy Orr|Healthwatch Harle; Di Poe|Portfolio Holder for Adult Social Care and Health; Ed Fox|press");
    assert_slice(
        present_of(attendance_of("Present\n\nCouncillors Ogle (Chairman) and Dunn\n\nSubstitutes\n\nCouncillor "
                                 "Orr (for Councillor Poe)\n")),
        "Ogle|Chair||; Dunn|||; Orr|||Poe");
}

static void of_two_brackets_the_one_about_a_substitute_counts(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present:- Councillors Ann Ogle (Chair) and Bob Dunn (Reserve) (in place of Cy Orr)\n\n"
                      "In attendance:- Councillor Di Poe, Cabinet Member for Ponds (via Zoom)\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||Cy Orr");
    assert_slice(attending_of(minutes), "Di Poe|Cabinet Member for Ponds");
}

static void what_a_lead_in_announces_is_no_attendance(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Mr A Ogle (Chairman) and Mrs B Dunn\n\nThe Council had before it:\n\n"
                      "A.   The Agenda (previously circulated).\n\nB.   Three Petitions of the Marl Ramblers.\n");
    assert_slice(present_of(minutes), "A Ogle|Chair||; B Dunn|||");
    minutes = attendance_of("Present: Mr A Ogle (Chairman) and Mrs B Dunn\n\nThe following were also present:\n\n"
                            "Cy Orr, Head of Parks\nDi Poe, Harle Gazette\n");
    assert_slice(attending_of(minutes), "Cy Orr|Head of Parks; Di Poe|Harle Gazette");
}

static void a_list_behind_a_gap_names_several(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present\n\nCouncillors      Ogle, Dunn (Chairman), Orr and Poe\n\n"
                                              "In Attendance\n\nUna Teal, Vic Wye and Xan Yule\n\n"
                                              "County Cllrs D Fox, E Gee and F Hay were in attendance.\n");
    assert_slice(present_of(minutes), "Ogle|||; Dunn|Chair||; Orr|||; Poe|||");
    assert_slice(attending_of(minutes), "Una Teal|; Vic Wye|; Xan Yule|; D Fox|; E Gee|; F Hay|");
}

static void a_name_with_its_job_begins_an_entry_below_a_full_line(void **state)
{
    (void)state;
    assert_slice(attending_of(attendance_of("Present: Cllr Ogle\n\nOfficers present:\n\n"
                                            "Una Teal, Director of Parks, Roads and Greens (Monitoring Officer)\n"
                                            "Vic Wye, Senior Clerk of Works\nXan Yule, Chief Executive\n")),
                 "Una Teal|Director of Parks, Roads and Greens (Monitoring Officer); Vic Wye|Senior Clerk of Works; "
                 "Xan Yule|Chief Executive");
}

static void who_is_in_the_chair_is_a_member(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present:\nMr A Ogle, Mr B Dunn (via VC) and Mrs C Orr\n\nIn Attendance:\n"
                      "Una Teal, Clerk of Works\n\nMr A Ogle in the Chair\n");
    assert_slice(present_of(minutes), "A Ogle|Chair||; B Dunn|||; C Orr|||");
    assert_true(at(member, minutes->present, 1)->online);
    assert_slice(attending_of(minutes), "Una Teal|Clerk of Works");
}

static void semicolons_part_people_whose_jobs_have_commas(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Present: Councillors Ann Ogle (Chair), Bob Dunn and Cy Orr\n\n"
        "Also in attendance: Councillor Una Teal, Leader and Cabinet Member for Parks; Vic Wye, Director of Trees "
        "and Lawns; Max Hill, Head of Legal & Democratic Services (Monitoring Officer)\n");
    assert_slice(attending_of(minutes),
                 "Una Teal|Leader and Cabinet Member for Parks; Vic Wye|Director of Trees and Lawns; "
                 "Max Hill|Head of Legal & Democratic Services (Monitoring Officer)");
}

static void a_cabinet_member_below_the_list_of_the_present_has_no_seat(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present: Councillors Ann Ogle (Chair), Bob Dunn and Cy Orr\n\n"
                                              "Councillor Una Teal (Cabinet Member for Parks)\n\n"
                                              "Officers present via Teams: Vic Wye (Director of Trees)\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|||");
    assert_slice(attending_of(minutes), "Una Teal|Cabinet Member for Parks; Vic Wye|Director of Trees");
    minutes =
        attendance_of("Present:\n\nCouncillor Ann Ogle (Leader)\n\nCouncillor Una Teal (Cabinet Member for Parks)\n");
    assert_int_equal(minutes->present.count, 2);
}

static void a_label_beside_the_councillors_names_what_list_they_are_in(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present:-              Councillors:   Ogle (Chair)\n"
                                              "                                     Dunn and Orr.\n\n"
                                              "Also in                Councillors: Poe (Portfolio Holder) and Fox.\n"
                                              "attendance:-\n\n"
                                              "Apologies for          Councillors: Gray and Hay.\n"
                                              "absence:-\n");
    assert_slice(present_of(minutes), "Ogle|Chair||; Dunn|||; Orr|||");
    assert_slice(attending_of(minutes), "Poe|Portfolio Holder; Fox|");
    minutes = attendance_of("Present:\n\nCouncillor Ann Ogle (Chair)\nCouncillor Bob Dunn\n\nApologies:\n\n"
                            "Councillors: Cy Orr and Di Poe\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||");
    assert_slice(apologies_of(minutes), "Cy Orr; Di Poe");
}

static void a_label_may_stand_over_two_lines(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present:\n\nVoting Members:\n\nCouncillor Ann Ogle - in the Chair\n"
                                              "Councillor Bob Dunn\n\nOther Members in\nAttendance:\n\n"
                                              "Councillor Cy Orr (Agenda Items 8 & 9)\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||");
    assert_slice(attending_of(minutes), "Cy Orr|");
}

static void an_office_may_stand_below_its_name(void **state)
{
    (void)state;
    assert_slice(attending_of(attendance_of("Present:\nCllr Ann Ogle (Chair)\nCllr Bob Dunn\n\nAlso present:\n"
                                            "Cllr Cy Orr\nLeader of the Council and Cabinet Member for Money\n"
                                            "Una Teal\nHead of Legal Services\nVic Wye\nScrutiny and Support "
                                            "Manager\nWin Yeo\nChief Officer - Roads, Parks & Ponds\n")),
                 "Cy Orr|Leader of the Council and Cabinet Member for Money; Una Teal|Head of Legal Services; "
                 "Vic Wye|Scrutiny and Support Manager; Win Yeo|Chief Officer - Roads, Parks & Ponds");
}

static void a_dash_parts_name_and_office_on_every_line(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("Present:          Councillor Ogle (Chair)\n"
                                              "                  Councillors Dunn, Orr and Poe\n\n"
                                              "In attendance:    Councillors AB Fox, Gray, Hay and Ives\n"
                                              "                  Una Teal - Head of Parks\n"
                                              "                  Vic Wye - Director of Roads\n");
    assert_slice(attending_of(minutes),
                 "AB Fox|; Gray|; Hay|; Ives|; Una Teal|Head of Parks; Vic Wye|Director of Roads");
}

static void names_and_offices_may_follow_one_another_by_commas_alone(void **state)
{
    (void)state;
    assert_slice(
        attending_of(
            attendance_of("Present:\nCouncillors Ann Ogle (Chair) and Bob Dunn.\n\nAttending:\nUna Teal, Chief "
                          "Executive; Vic Wye, Executive Director (Money & Law), Win Yeo, Head of Ponds and "
                          "Zoe Ash, Manager (Fairs).\n")),
        "Una Teal|Chief Executive; Vic Wye|Executive Director (Money & Law); Win Yeo|Head of Ponds; Zoe Ash|Manager "
        "(Fairs)");
}

static void a_member_s_organisation_stands_in_the_next_column(void **state)
{
    (void)state;
    assert_slice(present_of(attendance_of("Board Members present:\n\n"
                                          "Name                          Organisation\n"
                                          "Cllr Ann Ogle (Chair)         Harle City Council\n"
                                          "Dr Bob Dunn (Vice-Chair)      Harle Care Board\n\n"
                                          "Mrs Cy Orr                    Healthwatch Harle\n")),
                 "Ann Ogle|Chair|Harle City Council|; Bob Dunn|Vice-Chair|Harle Care Board|; "
                 "Cy Orr||Healthwatch Harle|");
}

static void who_stands_in_for_whom_is_told_under_a_label(void **state)
{
    (void)state;
    assert_slice(present_of(attendance_of("Present:\nCllr Ann Ogle (Chair)\nCllr Bob Dunn\n\n"
                                          "Substitute Members present:\nCllr Cy Orr for Cllr Di Poe\n")),
                 "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|||Di Poe");
    assert_slice(present_of(attendance_of("Present:\nCouncillors Ogle (Convener), Dunn (substituting for Councillor "
                                          "Poe, items 1-4) and Orr.\n")),
                 "Ogle|Chair||; Dunn|||Poe; Orr|||");
}

static void members_without_a_seat_on_the_council_have_labels_of_their_own(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Present: Councillors Ann Ogle (Chair) and Bob Dunn and co-opted members Ms Cy Orr and Mr Di Poe\n"
        "Added Members\nChurch Representative: Reverend A B Fox\n"
        "Parent Governor Representative: Miss C D Gray (Non-voting)\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|||; Di Poe|||; A B Fox|||; C D Gray|||");
    assert_slice(at(member, minutes->present, 4)->capacity, "co-opted");
    assert_slice(at(member, minutes->present, 5)->capacity, "co-opted non-voting");
}

static void councillors_in_attendance_are_present_where_nobody_else_is(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Chair: Councillor Ann Ogle\n\nCouncillors in Attendance: Cllr Bob Dunn, Cllr Cy Orr (Vice-Chair)\n\n"
        "Other People in Attendance: Councillor Di Poe (Cabinet Member for Ponds), Ed Fox (Chief "
        "Executive, Marl Trust)\n\nOfficer Contact: Flo Gray\n");
    assert_slice(present_of(minutes), "Ann Ogle|Chair||; Bob Dunn|||; Cy Orr|Vice-Chair||");
    assert_slice(attending_of(minutes), "Di Poe|Cabinet Member for Ponds; Ed Fox|Chief Executive, Marl Trust");
}

static void letters_in_one_word_are_first_names(void **state)
{
    (void)state;
    assert_slice(
        present_of(attendance_of("Present:\n\nCouncillor RM Ogle - Chairperson\n\nJPD Dunn\nT Orr\nM J Poe\n")),
        "RM Ogle|Chair||; JPD Dunn|||; T Orr|||; M J Poe|||");
    assert_slice(present_of(attendance_of("Present:\n\nCounty Councillors: A.Ogle, B.Dunn and C. Orr\n\n"
                                          "District Cllr. S. Poe. Four members of the public.\n")),
                 "A.Ogle|||; B.Dunn|||; C. Orr|||; S. Poe|||");
}

static void an_office_stands_before_the_name_in_brackets(void **state)
{
    (void)state;
    assert_slice(
        attending_of(attendance_of("Present:\n\nAldermen Ogle and Dunn\n\nOfficers:  Director of Ponds (D Poe), "
                                   "Head of Parks (E Fox)\n")),
        "D Poe|Director of Ponds; E Fox|Head of Parks");
    assert_slice(at(member, attendance_of("Present:\n\nAldermen Ogle and Dunn\n")->present, 1)->honorific, "Alderman");
}

static void a_name_may_be_wrapped_in_a_narrow_column(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of("PRESENT:\nCouncillor Ann Lee\n(Chair)\nCouncillor Kwame\nAdu-Poole\n\n"
                                              "Councillor Bob Hay\nCouncillor Maximilian\nOrr (Vice-Chair)\n");
    assert_int_equal(minutes->present.count, 4);
    assert_slice(at(member, minutes->present, 1)->name, "Kwame Adu-Poole");
    assert_slice(at(member, minutes->present, 3)->name, "Maximilian Orr");
    assert_slice(at(member, minutes->present, 3)->office, "Vice-Chair");
}

static void who_takes_the_chair_may_be_named_by_surname(void **state)
{
    (void)state;
    assert_slice(
        present_of(attendance_of("Present: Councillors Ann Ogle and Bob Dunn\n\nCouncillor Dunn in the Chair.\n")),
        "Ann Ogle|||; Bob Dunn|Chair||");
}

static void below_who_presides_stand_the_other_members(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Presiding: Alderman T Ogle\n\nOther Members Present:\n\nAldermen R Dunn, J Hay\n"
                      "Councillors P Orr, S Poe\n\nIn Attendance:\n\n"
                      "Director of Roads - Ms A Teal\nCommittee Clerk \u2013 Mr V Wye\n");
    assert_slice(present_of(minutes), "T Ogle|Chair||; R Dunn|||; J Hay|||; P Orr|||; S Poe|||");
    assert_slice(attending_of(minutes), "A Teal|Director of Roads; V Wye|Committee Clerk");
}

static void apologies_for_lateness_are_no_absence(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        attendance_of("Present: Councillors Ann Ogle and Bob Dunn\n"
                      "Apologies: Councillor Cy Orr. Councillor Bob Dunn gave apologies for lateness.\n");
    assert_slice(apologies_of(minutes), "Cy Orr");
}

static void who_comes_late_is_present_with_the_others(void **state)
{
    (void)state;
    const mb_minutes *minutes = attendance_of(
        "Present: Councillors Ann Ogle, Bob Dunn (apologies for lateness) and Cy Orr (apologies for late arrival)\n"
        "Apologies: Councillors Di Poe, Ed Fox and (apologies for lateness) Bob Dunn\n");
    assert_slice(present_of(minutes), "Ann Ogle|||; Bob Dunn|||; Cy Orr|||");
    assert_slice(apologies_of(minutes), "Di Poe; Ed Fox");
    minutes = attendance_of("Present:\nCouncillor Ann Ogle\nCouncillor Bob Dunn\n\n"
                            "Apologies:\nCouncillor Di Poe\nCouncillor Bob Dunn (apologies for lateness)\n");
    assert_slice(apologies_of(minutes), "Di Poe");
}

static void a_surname_of_two_members_takes_no_chair(void **state)
{
    (void)state;
    assert_slice(present_of(attendance_of("Present:\nCouncillor Jo Ogle\nCouncillor Ann Ogle\nCouncillor Bob Dunn\n\n"
                                          "Councillor Ogle in the Chair\n")),
                 "Jo Ogle|||; Ann Ogle|||; Bob Dunn|||");
    assert_slice(present_of(attendance_of("Present:\nCouncillor Jo Ogle\nCouncillor Ann Ogle\nCouncillor Bob Dunn\n\n"
                                          "Councillor Ann Ogle in the Chair\n")),
                 "Jo Ogle|||; Ann Ogle|Chair||; Bob Dunn|||");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_person_a_line_needs_no_commas),
        cmocka_unit_test(a_line_of_one_person_has_an_organisation_behind_its_comma),
        cmocka_unit_test(a_surname_may_be_a_word_for_a_room),
        cmocka_unit_test(several_people_on_several_lines_stay_apart),
        cmocka_unit_test(one_long_line_does_not_make_the_others_short),
        cmocka_unit_test(columns_of_names_are_names),
        cmocka_unit_test(an_office_may_be_the_label),
        cmocka_unit_test(a_label_may_have_brackets_or_no_colon),
        cmocka_unit_test(the_public_is_counted_and_the_press_is_nobody),
        cmocka_unit_test(apologies_in_the_head_are_nobody_s_presence),
        cmocka_unit_test(prose_and_headings_among_the_lists_name_nobody),
        cmocka_unit_test(how_long_somebody_stayed_is_no_organisation),
        cmocka_unit_test(initials_stand_in_columns),
        cmocka_unit_test(what_people_are_called_further_down_is_no_organisation),
        cmocka_unit_test(an_office_alone_is_nobody),
        cmocka_unit_test(a_sentence_tells_who_else_attended),
        cmocka_unit_test(columns_may_be_printed_one_after_the_other),
        cmocka_unit_test(an_organisation_behind_a_comma_is_nobody),
        cmocka_unit_test(of_two_brackets_the_one_about_a_substitute_counts),
        cmocka_unit_test(what_a_lead_in_announces_is_no_attendance),
        cmocka_unit_test(a_list_behind_a_gap_names_several),
        cmocka_unit_test(a_name_with_its_job_begins_an_entry_below_a_full_line),
        cmocka_unit_test(who_is_in_the_chair_is_a_member),
        cmocka_unit_test(semicolons_part_people_whose_jobs_have_commas),
        cmocka_unit_test(a_cabinet_member_below_the_list_of_the_present_has_no_seat),
        cmocka_unit_test(a_label_beside_the_councillors_names_what_list_they_are_in),
        cmocka_unit_test(a_label_may_stand_over_two_lines),
        cmocka_unit_test(an_office_may_stand_below_its_name),
        cmocka_unit_test(a_dash_parts_name_and_office_on_every_line),
        cmocka_unit_test(names_and_offices_may_follow_one_another_by_commas_alone),
        cmocka_unit_test(a_member_s_organisation_stands_in_the_next_column),
        cmocka_unit_test(who_stands_in_for_whom_is_told_under_a_label),
        cmocka_unit_test(members_without_a_seat_on_the_council_have_labels_of_their_own),
        cmocka_unit_test(councillors_in_attendance_are_present_where_nobody_else_is),
        cmocka_unit_test(letters_in_one_word_are_first_names),
        cmocka_unit_test(an_office_stands_before_the_name_in_brackets),
        cmocka_unit_test(a_name_may_be_wrapped_in_a_narrow_column),
        cmocka_unit_test(who_takes_the_chair_may_be_named_by_surname),
        cmocka_unit_test(below_who_presides_stand_the_other_members),
        cmocka_unit_test(apologies_for_lateness_are_no_absence),
        cmocka_unit_test(who_comes_late_is_present_with_the_others),
        cmocka_unit_test(a_surname_of_two_members_takes_no_chair),
    };
    return run_reader_tests(tests);
}

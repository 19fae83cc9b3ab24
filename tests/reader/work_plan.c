/* work_plan.c: the rows of work plans, from tables and from columns that extraction printed one after the other. */
#include "reading_of.h"

static const mb_forward_plan_entry *entry_at(const mb_pack *pack, uint32_t index)
{
    if (index >= pack->forward_plan.count)
        fail_msg("there are %u entries, so none is the %u. one", pack->forward_plan.count, index + 1);
    return pack->forward_plan.items[index];
}

static void assert_author_at(const mb_forward_plan_entry *entry, uint32_t index, const char *name, const char *phone,
                             const char *file, int line)
{
    if (index >= entry->authors.count) {
        print_error("there are %u authors\n", entry->authors.count);
        _fail(file, line);
    }
    const mb_author *author = entry->authors.items[index];
    assert_slice_at(author->name, name, file, line);
    assert_slice_at(author->phone, phone, file, line);
}
#define assert_author(entry, index, name, phone) assert_author_at(entry, index, name, phone, __FILE__, __LINE__)

#define HEAD "Ref Date\tDecision Maker/s\tTitle\tReport Author Contact\tDirector Lead\n"

static void a_row_of_a_plan_has_its_date_body_title_author_and_director(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(
        "WORK PLAN\n\n" HEAD "9 Sep 2025\tGrounds Committee\tBenches: a review\tAnn Lee Tel: 01632 960112\tDirector of "
        "Parks\n");
    assert_int_equal(pack->forward_plan.count, 1);
    const mb_forward_plan_entry *entry = entry_at(pack, 0);
    assert_slice(entry->date, "2025-09-09");
    assert_slice(entry->ref, NULL);
    assert_slice(entry->decision_maker, "Grounds Committee");
    assert_slice(entry->title, "Benches: a review");
    assert_slice(entry->director, "Director of Parks");
    assert_author(entry, 0, "Ann Lee", "01632 960112");
    assert_int_equal(entry->place.line, 4);
}

static void a_reference_beside_the_date_is_no_part_of_it_and_a_page_number_is_none(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(HEAD "9 Sep 2025 HV 2417\tGrounds Committee\tLamps\tAnn Lee\tDirector of Parks\n"
                                       "9 Sep 2025 Page 110\tGrounds Committee\tHedges\tAnn Lee\tDirector of Parks\n");
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
    assert_slice(entry_at(pack, 1)->date, "2025-09-09");
    assert_slice(entry_at(pack, 1)->ref, NULL);
}

static void rows_without_a_date_have_that_of_the_heading_above_them(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(HEAD "13TH JANUARY 2026\t\t\t\t\n"
                                       "\tGrounds Committee\tLamps\tAnn Lee\tDirector of Parks\n"
                                       "FUTURE ITEMS\n"
                                       "\tGrounds Committee\tHedges\tAnn Lee\tDirector of Parks\n");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->date, "2026-01-13");
    assert_slice(entry_at(pack, 1)->date, NULL);
}

static void the_first_of_several_telephone_numbers_is_the_first_author_s(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(
        HEAD "9 Sep 2025\tGrounds Committee\tLamps\tAnn Lee, Bob Hay- Dunn Tel: 01632 960112, Tel: 01632 96 0113\t"
             "Director of Parks\n");
    assert_int_equal(entry_at(pack, 0)->authors.count, 2);
    assert_author(entry_at(pack, 0), 0, "Ann Lee", "01632 960112");
    assert_author(entry_at(pack, 0), 1, "Bob Hay-Dunn", "01632 96 0113");
}

static void a_table_of_other_columns_is_no_plan(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Title\tPages\nLamps\t9\nHedges\t12\n\nDate\tRain\n9 Sep 2025\tnone\n");
    assert_int_equal(pack->forward_plan.count, 0);
}

static void a_sentence_ends_a_plan(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(HEAD "9 Sep 2025\tGrounds Committee\tLamps\tAnn Lee\tDirector of Parks\n\n"
                                       "The rents of the stalls are below.\n\n"
                                       "Stall\tKept by\tRent\tSince\tNote\nTea\tFriends\t£4\t2019\tnone\n");
    assert_int_equal(pack->forward_plan.count, 1);
}

/* The columns of one page, one after the other: dates, makers with the titles between, authors, directors. */
#define COLUMNS                                                                                                        \
    "HARLE VALE TOWN COUNCIL\n"                                                                                        \
    "PARKS AND OPEN SPACES PANEL\n"                                                                                    \
    "WORK PLAN\n\n"                                                                                                    \
    "Ref\nDate\nDecision\nMaker/s\nTitle\nReport Author\nContact\nDirector Lead\n\n"

static void columns_that_stand_one_after_the_other_are_put_together(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(COLUMNS "3RD NOVEMBER 2025\n3 Nov 2025\n\n3 Nov 2025\n\n"
                                          "Parks and\nOpen Spaces\nBenches in the lower park\nPanel\n"
                                          "Parks and\nLamps\nOpen Spaces\nPanel\n\n"
                                          "Ann Lee,\nBob Hay\nTel: 01632 960112,\nTel: 01632 960113\n\n"
                                          "Cy Orr\nTel: 01632 960114\n\n"
                                          "Director of Parks and\nRoads\n\nHead of Lighting\n");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->title, "Benches in the lower park");
    assert_slice(entry_at(pack, 0)->date, "2025-11-03");
    assert_slice(entry_at(pack, 0)->director, "Director of Parks and Roads");
    assert_author(entry_at(pack, 0), 0, "Ann Lee", "01632 960112");
    assert_author(entry_at(pack, 0), 1, "Bob Hay", "01632 960113");
    assert_slice(entry_at(pack, 1)->title, "Lamps");
    assert_slice(entry_at(pack, 1)->director, "Head of Lighting");
    assert_author(entry_at(pack, 1), 0, "Cy Orr", "01632 960114");
}

static void a_word_of_the_body_s_name_before_a_title_s_word_belongs_to_the_body(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of(COLUMNS "3 Nov 2025\n\n"
                        "Parks and\nA report on hedges and their\nOpen Spaces yearly cutting\nPanel\n\n"
                        "Ann Lee\nTel: 01632 960112\n\nDirector of Parks\n");
    assert_slice(entry_at(pack, 0)->title, "A report on hedges and their yearly cutting");
    assert_slice(entry_at(pack, 0)->decision_maker, "Parks and Open Spaces Panel");
}

static void an_entry_that_three_bodies_take_is_one_entry_with_the_first_date(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(COLUMNS "3 Nov 2025\n5 Nov 2025\n12 Nov 2025\nHV 2417\n\n"
                                          "Parks and\nOpen Spaces\nThe hedge plan\nPanel\n\n"
                                          "Ann Lee\nTel: 01632 960112\n\nCabinet\nCouncil\n\nDirector of Parks\n");
    assert_int_equal(pack->forward_plan.count, 1);
    assert_slice(entry_at(pack, 0)->date, "2025-11-03");
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
    assert_slice(entry_at(pack, 0)->title, "The hedge plan");
}

static void lines_of_an_author_and_a_director_may_be_mixed(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of(COLUMNS "3 Nov 2025\n\n3 Nov 2025\n\n"
                        "Parks and\nOpen Spaces\nBenches\nPanel\n"
                        "Parks and\nOpen Spaces\nLamps\nPanel\n\n"
                        "Cy Orr\nTel: 01632 960114\n\n"
                        "Director of Parks,\nTrees and\nRoads\n\n"
                        "Director of Parks,\nAnn Lee,\nTrees and\nBob Hay\nRoads\nTel: 01632 960112,\n");
    assert_slice(entry_at(pack, 1)->director, "Director of Parks, Trees and Roads");
    assert_int_equal(entry_at(pack, 1)->authors.count, 2);
    assert_author(entry_at(pack, 1), 0, "Ann Lee", "01632 960112");
    assert_author(entry_at(pack, 1), 1, "Bob Hay", NULL);
}

static void a_table_may_have_columns_that_no_entry_has_and_print_a_date_once(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("WORK PROGRAMME 2025/26\n\n"
                "Meeting date            Item                           Lead officer                  Purpose\n\n"
                "8 September 2025        Library strategy               Ann Lee, Head of Books        To comment\n\n"
                "                        Harbour dues                   Bob Hay                       To note\n\n"
                "13 October 2025         Benches                        Cy Orr                        To scrutinise\n\n"
                "TBC                     Tree planting                  Di Poe\n");
    assert_int_equal(pack->forward_plan.count, 4);
    assert_int_equal(entry_at(pack, 0)->authors.count, 1);
    assert_author(entry_at(pack, 0), 0, "Ann Lee", NULL);
    assert_slice(entry_at(pack, 1)->title, "Harbour dues");
    assert_slice(entry_at(pack, 1)->date, "2025-09-08");
    assert_slice(entry_at(pack, 2)->date, "2025-10-13");
    assert_slice(entry_at(pack, 3)->date, NULL);
}

static void cells_of_a_column_that_no_entry_has_are_no_titles(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("ROADS PANEL\nWORK PROGRAMME 2025/26\n\nDate of Meeting\n\nReport Title\n\nLead Officer\n\n"
                "Cabinet Member\n\n5 July 2025\n\nRoad safety:\nannual report\n\nAnn Lee\n\nCllr Orr\n\n"
                "6 September 2025\n\nHarbour dues\n\nBob Hay\n\nCllr Poe\n");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->title, "Road safety: annual report");
    assert_slice(entry_at(pack, 1)->date, "2025-09-06");
    assert_author(entry_at(pack, 1), 0, "Bob Hay", NULL);
}

static void a_plan_may_be_a_list_below_each_date(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("FORWARD PLAN\n\nWhat is planned for the Committee's meetings.\n\n14 June 2025\n"
                "- Harbour dues\n- Car parks: a review (Ann Lee)\n\n12 July 2025\n- Benches and lamps on\n"
                "  the quay\n\nItems to be scheduled\n- Climate strategy\n");
    assert_int_equal(pack->forward_plan.count, 4);
    assert_slice(entry_at(pack, 1)->title, "Car parks: a review");
    assert_author(entry_at(pack, 1), 0, "Ann Lee", NULL);
    assert_slice(entry_at(pack, 2)->title, "Benches and lamps on the quay");
    assert_slice(entry_at(pack, 2)->date, "2025-07-12");
    assert_slice(entry_at(pack, 3)->date, NULL);
}

static void rows_of_the_next_page_stand_under_the_heading_at_the_foot_of_the_page_before(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(COLUMNS "3 Nov 2025\n\nParks and\nOpen Spaces\nBenches\nPanel\n\n"
                                          "Ann Lee\nTel: 01632 960112\n\nDirector of Parks\n\n"
                                          "19TH JANUARY 2026\n\n1\n\n"
                                          "Ref\nDate\n\nDecision\nTitle\nMaker/s\n"
                                          "Parks and\nOpen Spaces\nLamps\nPanel\n\n"
                                          "Report Author\nContact\n\nCy Orr\nTel: 01632 960114\n\n"
                                          "Director Lead\n\nDirector of Roads\n");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 1)->title, "Lamps");
    assert_slice(entry_at(pack, 1)->date, "2026-01-19");
    assert_slice(entry_at(pack, 1)->director, "Director of Roads");
}

static void a_plan_printed_row_by_row_needs_no_known_body(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("Ref\nDate\n\nDecision\nMaker/s\n\nTitle\n\nReport Author\nContact\n\nDirector Lead\n\n"
                "3 Nov 2025\nHV 2417\n\nLeisure\nPanel\n\nThe boating lake\n\nAnn Lee\n\nDirector of "
                "Parks\n\n"
                "3 Nov 2025\n\nLeisure\nPanel\n\nLamps on the\nlower path\n\nBob Hay\n\nDirector of "
                "Roads\n");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->title, "The boating lake");
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
    assert_slice(entry_at(pack, 0)->decision_maker, "Leisure Panel");
    assert_author(entry_at(pack, 0), 0, "Ann Lee", NULL);
    assert_slice(entry_at(pack, 1)->title, "Lamps on the lower path");
    assert_slice(entry_at(pack, 1)->director, "Director of Roads");
}

static void what_stands_under_a_plan_is_no_entry(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(COLUMNS "3 Nov 2025\n\nParks and\nOpen Spaces\nBenches\nPanel\n\n"
                                          "Ann Lee\nTel: 01632 960112\n\nDirector of Parks\n\n"
                                          "Questions about this plan: Cy Orr 01632 960114\n\nCabinet\nBoats\n");
    assert_int_equal(pack->forward_plan.count, 1);
}

#define CELL_HEAD "Ref\nDate\n\nDecision\nMaker/s\n\nTitle\n\nReport Author\nContact\n\nDirector Lead\n\n"

static void each_cell_may_be_a_block_of_its_own(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("WORK PLAN\n\n" CELL_HEAD
                                  "4 MARCH 2025\n4 Mar 2025\nHV 2417\n\nGrounds\nCommittee\n\nBenches: a\nreview\n\n"
                                  "Ann Lee\nTel: 01632 960112\n\nDirector of Parks and\nGardens\n\n"
                                  "4 Mar 2025\n\nGrounds\nCommittee\n\nLamps\n\nBob Hay\n\nDirector of Streets\n\f");
    assert_int_equal(pack->forward_plan.count, 2);
    const mb_forward_plan_entry *entry = entry_at(pack, 0);
    assert_slice(entry->date, "2025-03-04");
    assert_slice(entry->ref, "HV 2417");
    assert_slice(entry->decision_maker, "Grounds Committee");
    assert_slice(entry->title, "Benches: a review");
    assert_slice(entry->director, "Director of Parks and Gardens");
    assert_author(entry, 0, "Ann Lee", "01632 960112");
    assert_slice(entry_at(pack, 1)->title, "Lamps");
    assert_author(entry_at(pack, 1), 0, "Bob Hay", NULL);
}

static void a_date_printed_below_the_rows_is_that_of_the_row_that_has_none(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("WORK PLAN\n\n" CELL_HEAD
                                  "4 Mar 2025\n\nGrounds\nCommittee\n\nBenches\n\nAnn Lee\n\nDirector of Parks\n\n"
                                  "Cabinet\n\nLamps\n\nBob Hay\n\nDirector of Streets\n\n"
                                  "4 MARCH 2025\n\n6 MAY 2025\n6 May 2025\nHV 2419\n\f");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 1)->date, "2025-05-06");
    assert_slice(entry_at(pack, 1)->ref, "HV 2419");
    assert_slice(entry_at(pack, 1)->decision_maker, "Cabinet");
}

static void rows_may_lack_the_decision_maker(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("WORK PLAN\n\n" CELL_HEAD
                                  "4 Mar 2025\n\nBenches: a report of the Friends Group\n\nAnn Lee\n\nDirector of "
                                  "Parks\n\n6 May 2025\n\nLamps\n\nBob Hay\n\nDirector of Streets\n\f");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->title, "Benches: a report of the Friends Group");
    assert_slice(entry_at(pack, 0)->decision_maker, NULL);
    assert_author(entry_at(pack, 0), 0, "Ann Lee", NULL);
    assert_slice(entry_at(pack, 1)->title, "Lamps");
}

static void cells_that_were_read_as_a_plan_are_a_table(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Agenda Item 4\n\nWORK PLAN\n\n" CELL_HEAD
                                  "FUTURE ITEMS\n\nCabinet\n\nLamps\n\nBob Hay\n\nDirector of Streets\n\f");
    const mb_report *report = pack->reports.items[0];
    const mb_list *blocks =
        report->sections.count ? &((const mb_section *)report->sections.items[0])->blocks : &report->front_matter;
    const mb_block *table = mb_list_last(blocks);
    assert_int_equal(table->type, mb_block_type_table);
    assert_int_equal(table->header.count, 5);
    assert_slice(table->header.items[0], "Ref Date");
    assert_int_equal(table->rows.count, 2);
    assert_slice(((const mb_strings *)table->rows.items[0])->items[0], "FUTURE ITEMS");
    assert_slice(((const mb_strings *)table->rows.items[1])->items[2], "Lamps");
}

static void a_head_may_have_two_rows(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Ref\tDecision Maker/s\tTitle\tReport Author\tDirector Lead\n"
                                  "Date\t\t\tContact\t\n"
                                  "4 Mar 2025 HV 2417\tGrounds Committee\tBenches\tAnn Lee\tDirector of Parks\n");
    assert_int_equal(pack->forward_plan.count, 1);
    assert_slice(entry_at(pack, 0)->date, "2025-03-04");
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
}

#define LAID_OUT_HEAD                                                                                                  \
    " Ref           Decision Maker/s                Title                        Report Author     Director Lead\n"    \
    " Date                                                                       Contact\n"

static void a_plan_in_columns_is_one_table_whatever_its_rows_wrap_to(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(
        "Agenda Item 4\n\nWORK PLAN\n\n" LAID_OUT_HEAD " 4TH MARCH 2025\n"
        " 4 Mar         Grounds and Open Spaces         Benches on the Common        Ann Lee           Director of\n"
        " 2025          Committee                                                    Tel: 01632        Parks\n"
        " HV 2417                                                                    960112\n"
        " 4 Mar         Grounds and Open Spaces         Lamps: a review of those     Bob Hay           Director of\n"
        " 2025          Committee                       on Mill Lane                 Tel: 01632        Parks\n"
        "\f                                                                            960102\n"
        " FUTURE ITEMS\n"
        " Nov 2025      Grounds and Open Spaces         Hedges                       Cy Orr            Director of\n"
        "               Committee                                                                      Parks\n\n"
        "Questions about this plan: Democratic Services\n");
    assert_int_equal(pack->forward_plan.count, 3);
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
    assert_author(entry_at(pack, 0), 0, "Ann Lee", "01632 960112");
    assert_slice(entry_at(pack, 1)->date, "2025-03-04");
    assert_author(entry_at(pack, 1), 0, "Bob Hay", "01632 960102");
    assert_slice(entry_at(pack, 2)->date, "2025-11");
    assert_slice(entry_at(pack, 2)->ref, NULL);
    const mb_report *report = mb_list_last(&pack->reports);
    uint32_t tables = 0;
    for (uint32_t i = 0; i < report->front_matter.count; i++) {
        const mb_block *block = report->front_matter.items[i];
        if (block->type != mb_block_type_table)
            continue;
        tables++;
        assert_int_equal(block->rows.count, 5);
        assert_slice(((const mb_strings *)block->rows.items[3])->items[0], "FUTURE ITEMS");
    }
    assert_int_equal(tables, 1);
}

static void a_cell_may_break_a_date_or_a_telephone_number_over_lines_and_stand_below_the_rest_of_its_row(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("WORK PLAN\nItems are listed below by the date of the meeting to which they come.\n" CELL_HEAD
                "4 MARCH 2025\n4 Mar\n2025\nHV 2417\n\nGrounds\nCommittee\n\nBenches\n\n"
                "Ann Lee\nTel: 01632\n960112\n\nDirector of Parks\n\n"
                "Lamps\n\nBob Hay\nTel: 01632\n960102\n\nDirector of Streets\n\n"
                "6 MAY 2025\n6 May\n2025\nHV 2419\n\nCabinet\n\f");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 0)->date, "2025-03-04");
    assert_slice(entry_at(pack, 0)->ref, "HV 2417");
    assert_author(entry_at(pack, 0), 0, "Ann Lee", "01632 960112");
    assert_slice(entry_at(pack, 1)->date, "2025-05-06");
    assert_slice(entry_at(pack, 1)->ref, "HV 2419");
    assert_slice(entry_at(pack, 1)->decision_maker, "Cabinet");
    assert_author(entry_at(pack, 1), 0, "Bob Hay", "01632 960102");
}

static void what_is_said_of_a_plan_below_its_rows_is_no_row(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("Agenda Item 4\n\nWORK PLAN\n\n" CELL_HEAD
                                  "4 Mar 2025\n\nGrounds\nCommittee\n\nBenches\n\nAnn Lee\n\nDirector of Parks\n\n"
                                  "6 May 2025\n\nCabinet\n\nLamps\n\nBob Hay\n\nDirector of Streets\n\n"
                                  "Ask about this look ahead: Cy Orr 01632 960145\n\f");
    assert_int_equal(pack->forward_plan.count, 2);
    assert_slice(entry_at(pack, 1)->director, "Director of Streets");
    const mb_report *report = pack->reports.items[0];
    const mb_list *blocks =
        report->sections.count ? &((const mb_section *)report->sections.items[0])->blocks : &report->front_matter;
    bool table = false;
    for (uint32_t i = 0; i < blocks->count; i++)
        table |= ((const mb_block *)blocks->items[i])->type == mb_block_type_table;
    assert_true(table);
}

static void an_entry_may_be_a_block_of_labelled_lines(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("HARLE BOROUGH COUNCIL\n\nFORWARD PLAN OF KEY DECISIONS\n\n"
                                  "Decision: Award of the boats contract\nDecision maker: Harbour Committee\n"
                                  "Date of decision: 9 June 2026\nKey decision: Yes\n"
                                  "Contact officer: Ann Lee, 01632 960112\n\n"
                                  "Decision: Ferry fares\nDecision maker: Council\nDate of decision: July 2026\n"
                                  "Key decision: No\nContact officer: Bob Hay\n");
    assert_int_equal(pack->forward_plan.count, 2);
    const mb_forward_plan_entry *entry = entry_at(pack, 0);
    assert_slice(entry->title, "Award of the boats contract");
    assert_slice(entry->decision_maker, "Harbour Committee");
    assert_slice(entry->date, "2026-06-09");
    assert_author(entry, 0, "Ann Lee", "01632 960112");
    assert_slice(entry_at(pack, 1)->date, "2026-07");
    assert_slice(entry_at(pack, 1)->title, "Ferry fares");
    assert_int_equal(pack->reports.count, 1);
}

static void one_block_of_labels_is_no_plan(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("FORWARD PLAN\n\nTitle: Ferry fares\nDate of decision: July 2026\n\nThe fares rise.\n");
    assert_int_equal(pack->forward_plan.count, 0);
}

static void an_entry_begins_at_the_label_that_began_the_first(void **state)
{
    (void)state;
    const mb_pack *pack =
        pack_of("HARLE BOROUGH COUNCIL\n\nFORWARD PLAN\n\n"
                "Subject: Boats\nDecision required: To buy two boats\nDecision due date: 9 June 2026\n"
                "Contact officer: Ann Lee, 01632 960112\nLead officer: Cy Orr, 01632 960113\n"
                "Date first published: 1 March 2026\n\n"
                "Subject: Ferry fares\nDecision required: To raise the fares\nDecision due date: July 2026\n"
                "Contact officer: Bob Hay\nDate of decision: 1 January 2027\nDate first published: 2 April 2026\n");
    assert_int_equal(pack->forward_plan.count, 2);
    const mb_forward_plan_entry *boats = entry_at(pack, 0), *fares = entry_at(pack, 1);
    assert_slice(boats->title, "Boats");
    assert_slice(boats->date, "2026-06-09");
    assert_int_equal(boats->authors.count, 2);
    assert_author(boats, 0, "Ann Lee", "01632 960112");
    assert_author(boats, 1, "Cy Orr", "01632 960113");
    assert_slice(fares->title, "Ferry fares");
    assert_slice(fares->date, "2026-07");
    assert_int_equal(fares->authors.count, 1);
}

static void labels_without_a_plan_s_title_are_no_plan(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of("HARLE BOROUGH COUNCIL\n\nPAPERS\n\nTitle: Boats\nDate: 9 June 2026\n\n"
                                  "Title: Ferry fares\nDate: 9 June 2026\n");
    assert_int_equal(pack->forward_plan.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_of_a_plan_has_its_date_body_title_author_and_director),
        cmocka_unit_test(a_reference_beside_the_date_is_no_part_of_it_and_a_page_number_is_none),
        cmocka_unit_test(rows_without_a_date_have_that_of_the_heading_above_them),
        cmocka_unit_test(the_first_of_several_telephone_numbers_is_the_first_author_s),
        cmocka_unit_test(a_table_of_other_columns_is_no_plan),
        cmocka_unit_test(a_sentence_ends_a_plan),
        cmocka_unit_test(columns_that_stand_one_after_the_other_are_put_together),
        cmocka_unit_test(a_word_of_the_body_s_name_before_a_title_s_word_belongs_to_the_body),
        cmocka_unit_test(an_entry_that_three_bodies_take_is_one_entry_with_the_first_date),
        cmocka_unit_test(lines_of_an_author_and_a_director_may_be_mixed),
        cmocka_unit_test(a_table_may_have_columns_that_no_entry_has_and_print_a_date_once),
        cmocka_unit_test(cells_of_a_column_that_no_entry_has_are_no_titles),
        cmocka_unit_test(a_plan_may_be_a_list_below_each_date),
        cmocka_unit_test(rows_of_the_next_page_stand_under_the_heading_at_the_foot_of_the_page_before),
        cmocka_unit_test(a_plan_printed_row_by_row_needs_no_known_body),
        cmocka_unit_test(what_stands_under_a_plan_is_no_entry),
        cmocka_unit_test(each_cell_may_be_a_block_of_its_own),
        cmocka_unit_test(a_date_printed_below_the_rows_is_that_of_the_row_that_has_none),
        cmocka_unit_test(rows_may_lack_the_decision_maker),
        cmocka_unit_test(cells_that_were_read_as_a_plan_are_a_table),
        cmocka_unit_test(a_head_may_have_two_rows),
        cmocka_unit_test(a_plan_in_columns_is_one_table_whatever_its_rows_wrap_to),
        cmocka_unit_test(a_cell_may_break_a_date_or_a_telephone_number_over_lines_and_stand_below_the_rest_of_its_row),
        cmocka_unit_test(what_is_said_of_a_plan_below_its_rows_is_no_row),
        cmocka_unit_test(an_entry_may_be_a_block_of_labelled_lines),
        cmocka_unit_test(one_block_of_labels_is_no_plan),
        cmocka_unit_test(an_entry_begins_at_the_label_that_began_the_first),
        cmocka_unit_test(labels_without_a_plan_s_title_are_no_plan),
    };
    return run_reader_tests(tests);
}

/* corrections.c: what people say is right: it is found, it is checked, and what follows from it follows. */
#include "correction_of.h"

#include "model/address.h"
#include "model/value.h"

static const mb_pack *corrected(const char *yaml)
{
    return corrected_pack(PAPER, yaml);
}

static const mb_meeting *called(const mb_pack *pack)
{
    return at(meeting, pack->meetings, 0);
}

static const mb_minutes *minutes_of_pack(const mb_pack *pack)
{
    return minutes_in(at(meeting, pack->meetings, 1));
}

static const mb_minute_item *fair(const mb_pack *pack)
{
    return at(minute_item, minutes_of_pack(pack)->items, 1);
}

/* No correction is without effect. */
static const mb_pack *all_apply(const mb_pack *pack)
{
    for (uint32_t i = 0; i < pack->diagnostics.count; i++) {
        const mb_diagnostic *diagnostic = pack->diagnostics.items[i];
        if (mb_slice_starts(diagnostic->code, MB_TEXT("correction-")))
            fail_msg("%.*s", MB_ARG(diagnostic->message));
    }
    return pack;
}

static void assert_warned_at(const mb_pack *pack, const char *code, const char *words, const char *file, int line)
{
    const mb_diagnostic *diagnostic = remark_in(pack, code);
    if (diagnostic && mb_slice_find(diagnostic->message, mb_slice_of(words), 0) != SIZE_MAX)
        return;
    print_error("expected %s: … %s …, found: %.*s\n", code, words,
                MB_ARG(diagnostic ? diagnostic->message : MB_TEXT("nothing")));
    _fail(file, line);
}
#define assert_warned(pack, code, words) assert_warned_at((pack), (code), (words), __FILE__, __LINE__)

/* ---- what is corrected ---- */

static void a_value_that_is_as_it_was_read_is_put_right(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08, item 3\n"
                                              "  title: {was: FAIR, is: SUMMER FAIR}\n"));
    assert_slice(at(agenda_item, called(pack)->agenda, 2)->title, "SUMMER FAIR");
    assert_slice(at(agenda_item, called(pack)->agenda, 2)->printed, "3. FAIR");
}

static void one_correction_may_put_several_fields_right(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: member Bob Dunn\n"
                                              "  name: {was: Bob Dunn, is: Rob Dunn}\n"
                                              "  office: {was: null, is: Vice-Chair}\n"));
    const mb_member *member = at(member, called(pack)->members, 1);
    assert_slice(member->name, "Rob Dunn");
    assert_slice(member->office, "Vice-Chair");
}

static void values_of_every_kind_can_be_corrected(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08\n"
                                              "  date: {was: 2025-07-08, is: 2025-07-09}\n"
                                              "  time: {was: \"19:00\", is: \"19:30\"}\n"
                                              "  venue: {was: Corn Hall, is: null}\n"
                                              "  online: {was: no, is: yes}\n"
                                              "- at: meeting 2025-07-08, item 2\n"
                                              "  pages: {was: [3, 4], is: [3, 6]}\n"
                                              "  presenters: {was: [], is: [Ann Ogle, Di Poe]}\n"
                                              "  minutes_allotted: {was: ~, is: 20}\n"
                                              "- at: report Trees\n"
                                              "  kind: {was: committee report, is: other}\n"
                                              "- at: vote\n"
                                              "  in_favour: {was: 2, is: 3}\n"
                                              "  unanimous: {was: null, is: true}\n"
                                              "- at: table\n"
                                              "  rows: {was: [[Lime, 40], [Oak, 55]], is: [[Lime, 41]]}\n"
                                              "- at: contribution Councillor Bob Dunn\n"
                                              "  blocks: {was: [0, 0], is: [0, 1]}\n"));
    assert_slice(called(pack)->date, "2025-07-09");
    assert_slice(called(pack)->time, "19:30");
    assert_slice(called(pack)->venue, NULL);
    assert_true(called(pack)->online);
    const mb_agenda_item *trees = at(agenda_item, called(pack)->agenda, 1);
    assert_int_equal(trees->pages.last, 6);
    assert_int_equal(trees->presenters.count, 2);
    assert_slice(trees->presenters.items[1], "Di Poe");
    assert_int_equal(trees->minutes_allotted.value, 20);
    assert_int_equal(at(report, pack->reports, 0)->kind, mb_report_kind_other);
    const mb_vote *vote = at(vote, fair(pack)->votes, 0);
    assert_int_equal(vote->in_favour.value, 3);
    assert_int_equal(vote->unanimous, MB_YES);
    const mb_block *table = at(block, at(section, at(report, pack->reports, 0)->sections, 1)->blocks, 0);
    assert_int_equal(table->rows.count, 1);
    assert_slice(((const mb_strings *)table->rows.items[0])->items[1], "41");
    assert_int_equal(at(contribution, fair(pack)->contributions, 0)->blocks.last, 1);
}

static void a_correction_that_finds_another_value_changes_nothing_and_says_so(void **state)
{
    (void)state;
    const mb_pack *pack = corrected("- at: meeting 2025-07-08, item 3\n  title: {was: FETE, is: SUMMER FAIR}\n");
    assert_slice(at(agenda_item, called(pack)->agenda, 2)->title, "FAIR");
    assert_warned(pack, "correction-differs", "corrections/pack.yaml:2");
    assert_warned(pack, "correction-differs", "`title` was read as \"FAIR\", not as \"FETE\"");
    assert_int_equal(remark_in(pack, "correction-differs")->place.line, 24);
    assert_int_equal(remark_in(pack, "correction-differs")->severity, mb_severity_warning);
}

static void white_space_in_a_value_does_not_matter(void **state)
{
    (void)state;
    all_apply(corrected("- at: item 3\n  title: {was: '  FAIR ', is: SUMMER  FAIR}\n"));
}

static void addresses_mean_the_pack_as_it_was_read(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08, agenda 2\n  number: {was: 2, is: 3}\n"
                                              "- at: meeting 2025-07-08, agenda 3\n  number: {was: 3, is: 2}\n"));
    assert_slice(at(agenda_item, called(pack)->agenda, 1)->number, "3");
    assert_slice(at(agenda_item, called(pack)->agenda, 2)->number, "2");
}

static void no_corrections_are_no_mistake(void **state)
{
    (void)state;
    all_apply(corrected(""));
    all_apply(corrected("# none yet\n"));
    all_apply(corrected("[]\n"));
}

/* ---- addresses ---- */

static void the_nearer_of_two_things_is_meant(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08, item 2\n  time: {was: null, is: '10:05'}\n"));
    assert_slice(at(agenda_item, called(pack)->agenda, 1)->time, "10:05");
}

static void the_fields_tell_which_sort_of_thing_is_meant(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: item 2\n  apologies: {was: [], is: [Cy Orr]}\n"));
    assert_int_equal(fair(pack)->apologies.count, 1);
}

static void a_thing_can_be_called_by_any_of_its_values(void **state)
{
    (void)state;
    static const char *const addresses[] = {
        "1st meeting Grounds Committee, agenda item 3",
        "meeting 2025-07-08, agenda FAIR",
        "meeting 2025-07-08, item fair",
        "1st meeting, 3rd item",
        "1st meeting, last item",
        "1st meeting, item 3. FA…",
        "1st meeting, item \"3. FAIR\"",
        "1st  meeting ,  agenda   3",
        "meeting 2025-07-08, 3rd agenda item",
    };
    for (size_t i = 0; i < COUNT_OF(addresses); i++) {
        mb_slice yaml = mb_arena_printf(kept, "- at: '%s'\n  to_follow: {was: no, is: yes}\n", addresses[i]);
        assert_true(at(agenda_item, called(all_apply(corrected(yaml.data)))->agenda, 2)->to_follow);
    }
}

static void a_key_with_a_comma_stands_in_quotes(void **state)
{
    (void)state;
    all_apply(corrected("- at: item \"trees, hedges and ponds\"\n  to_follow: {was: no, is: yes}\n"));
}

static void blocks_are_called_by_what_they_are(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: report Trees, paragraph 1.1\n"
                                              "  text: {was: Eleven limes lean., is: Twelve limes lean.}\n"
                                              "- at: item 2, list, 2nd item\n"
                                              "  marker: {was: (b), is: (c)}\n"));
    const mb_block *paragraph = at(block, at(section, at(report, pack->reports, 0)->sections, 0)->blocks, 0);
    assert_slice(paragraph->text, "Twelve limes lean.");
    assert_int_equal(paragraph->runs.count, 0);
    const mb_block *list = at(block, at(agenda_item, called(pack)->agenda, 1)->blocks, 1);
    assert_slice(at(list_item, list->items, 1)->marker, "(c)");
}

static void the_pack_itself_can_be_corrected(void **state)
{
    (void)state;
    assert_slice(all_apply(corrected("- at: pack\n  issued: {was: null, is: 2025-07-01}\n"))->issued, "2025-07-01");
}

static void an_address_that_finds_nothing_changes_nothing_and_says_what_is_nearest(void **state)
{
    (void)state;
    assert_warned(corrected("- at: meeting 2025-07-09\n  venue: {was: Corn Hall, is: null}\n"),
                  "correction-finds-nothing", "there is no 'meeting 2025-07-09' (did you mean 'meeting 2025-07-08'?)");
    assert_warned(corrected("- at: meeting 2025-07-08, member Bob Dun\n  office: {was: null, is: Chair}\n"),
                  "correction-finds-nothing", "did you mean 'member Bob Dunn'?");
    assert_warned(corrected("- at: meeting 2025-07-08, member Zachary Quill\n  office: {was: null, is: Chair}\n"),
                  "correction-finds-nothing", "there is 'member Ann Ogle', for one");
    assert_warned(corrected("- at: declaration\n  kind: {was: null, is: other interest}\n"), "correction-finds-nothing",
                  "and no declaration at all");
    assert_warned(corrected("- at: 4th meeting\n  online: {was: no, is: yes}\n"), "correction-finds-nothing",
                  "there is no '4th meeting', only 2");
}

static void an_address_that_finds_several_changes_none_and_says_where_they_are(void **state)
{
    (void)state;
    const mb_pack *pack = corrected("- at: meeting\n  online: {was: no, is: yes}\n");
    assert_warned(pack, "correction-finds-nothing", "there are 2 of 'meeting', the first two in lines 1 and");
    assert_false(called(pack)->online);
}

/* ---- what follows ---- */

static void a_corrected_date_gives_the_meeting_its_id(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08\n  date: {was: 2025-07-08, is: 2025-07-15}\n"));
    assert_slice(called(pack)->id, "2025-07-15-grounds-committee");
}

static void a_corrected_number_reaches_the_papers_of_the_item(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: meeting 2025-07-08, item 2\n  number: {was: 2, is: 2A}\n"));
    assert_slice(at(report, pack->reports, 0)->agenda_item, "2A");
    assert_int_equal(at(agenda_item, called(pack)->agenda, 1)->reports.count, 1);
}

static void a_paper_is_moved_to_the_item_that_it_is_said_to_belong_to(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: report Trees\n  agenda_item: {was: 2, is: 3}\n"));
    assert_int_equal(at(agenda_item, called(pack)->agenda, 1)->reports.count, 0);
    assert_ptr_equal(at(report, at(agenda_item, called(pack)->agenda, 2)->reports, 0), at(report, pack->reports, 0));
}

static void a_corrected_title_gives_the_report_its_id(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: report Trees\n  title: {was: Trees, is: Lime trees}\n"));
    assert_slice(at(report, pack->reports, 0)->id, "1-lime-trees");
}

static void a_corrected_name_reaches_all_that_the_person_said_and_did(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: present Bob Dunn\n  name: {was: Bob Dunn, is: Robin Dunne}\n"));
    const mb_contribution *asked = at(contribution, fair(pack)->contributions, 0);
    assert_slice(asked->person, "Robin Dunne");
    assert_slice(asked->speaker, "Councillor Bob Dunn");
    assert_slice(at(motion, fair(pack)->motions, 0)->proposer, "Robin Dunne");
    assert_slice(text_at(fair(pack)->blocks, 2), "Bob Dunn moved that tea be sold.");
}

static void who_spoke_can_be_corrected(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: contribution Councillor Bob Dunn\n"
                                              "  person: {was: Bob Dunn, is: Rob Dunn}\n"));
    assert_slice(at(contribution, fair(pack)->contributions, 0)->person, "Rob Dunn");
}

static void a_corrected_surname_lets_the_speaker_be_found(void **state)
{
    (void)state;
    static const char printed[] =
        "Harle Council\nParks Panel\n3rd June 2025\nPresent: Councillors Ann Ogel (Chair) and "
        "Bob Dunn\n\n1 FAIR\n\nCouncillor Ogle asked when it was.\n\nCouncillor Ogle moved "
        "that tea be sold.\n";
    static const char yaml[] = "- at: present Ann Ogel\n  name: {was: Ann Ogel, is: Ann Ogle}\n";
    const mb_minute_item *item = at(minute_item, minutes_in(meeting_in(corrected_pack(printed, yaml)))->items, 0);
    assert_slice(at(contribution, item->contributions, 0)->person, "Ann Ogle");
    assert_slice(at(motion, item->motions, 0)->proposer, "Ann Ogle");
}

static void what_a_block_is_decides_which_fields_it_has(void **state)
{
    (void)state;
    const mb_pack *pack = all_apply(corrected("- at: report Trees, paragraph 1.1\n"
                                              "  type: {was: paragraph, is: table}\n"
                                              "  header: {was: [], is: [Tree, Lean]}\n"
                                              "  rows: {was: [], is: [[Lime, much]]}\n"));
    const mb_block *table = at(block, at(section, at(report, pack->reports, 0)->sections, 0)->blocks, 0);
    assert_int_equal(table->type, mb_block_type_table);
    assert_int_equal(table->header.count, 2);
    assert_slice(table->caption, NULL);
    assert_warned(corrected("- at: report Trees, paragraph 1.1\n  rows: {was: [], is: [[a]]}\n"), "correction-differs",
                  "there is no `rows` in it");
}

static void a_span_has_blocks_that_there_are(void **state)
{
    (void)state;
    assert_warned(corrected("- at: contribution Councillor Bob Dunn\n  blocks: {was: [0, 0], is: [0, 99]}\n"),
                  "correction-differs", "there are fewer blocks");
}

/* ---- mistakes in the file ---- */

static void assert_refused_at(const char *yaml, uint32_t line, const char *words, const char *advice, const char *file,
                              int at_line)
{
    const mb_pack *pack;
    mb_error error = {0};
    int code = read_corrected(MB_TEXT(PAPER), yaml, &pack, &error);
    if (code == MB_EFORMAT && error.line == line && strstr(error.message, words) && strstr(error.advice, advice) &&
        strcmp(error.file, "corrections/pack.yaml") == 0)
        return;
    print_error("code %d, %s:%u: %s (%s)\n", code, error.file, error.line, error.message, error.advice);
    _fail(file, at_line);
}
#define assert_refused(yaml, line, words, advice) assert_refused_at(yaml, line, words, advice, __FILE__, __LINE__)

static void an_unknown_field_is_refused_with_the_nearest(void **state)
{
    (void)state;
    assert_refused("- at: agenda item 9\n  titel: {was: a, is: b}\n", 2,
                   "'titel' is no field of agenda item (did you mean "
                   "'title'?)",
                   "number, printed_number");
    assert_refused("- at: item 9\n  colour: {was: a, is: b}\n", 2, "no field of agenda item or minute item",
                   "the fields:");
    assert_refused("- at: item 9\n  title: {was: a, is: b}\n  votes: {was: 1, is: 2}\n", 3, "'votes' is no value",
                   "put its name into the address");
    assert_refused("- at: item 9\n  reports: {was: 1, is: 2}\n", 2, "'reports' is no value",
                   "follows from other values");
    assert_refused("- at: item 9\n  apologies: {was: [], is: []}\n  to_follow: {was: no, is: yes}\n", 1,
                   "nothing that can be meant here has all of these fields", "");
}

static void a_value_of_the_wrong_type_is_refused(void **state)
{
    (void)state;
    assert_refused("- at: meeting\n  date: {was: null, is: 31st June}\n", 2, "a date such as", "");
    assert_refused("- at: meeting\n  date: {was: 2025-02-29, is: 2025-03-01}\n", 2, "a date such as", "");
    assert_refused("- at: meeting\n  time: {was: null, is: '25:00'}\n", 2, "a time such as", "");
    assert_refused("- at: meeting\n  online: {was: no, is: perhaps}\n", 2, "yes or no", "");
    assert_refused("- at: meeting\n  online: {was: null, is: yes}\n", 2, "yes or no", "");
    assert_refused("- at: vote\n  in_favour: {was: 2, is: two}\n", 2, "a whole number", "");
    assert_refused("- at: vote\n  in_favour: {was: 2, is: -1}\n", 2, "a whole number", "");
    assert_refused("- at: vote\n  result: {was: CARRIED, is: CARIED}\n", 2, "one of these words",
                   "did you mean 'CARRIED'?");
    assert_refused("- at: item 9\n  presenters: {was: [], is: Ann Ogle}\n", 2, "a list of texts", "");
    assert_refused("- at: item 9\n  pages: {was: null, is: [9, 5]}\n", 2, "first and last page", "");
    assert_refused("- at: item 9\n  title: {was: [a], is: b}\n", 2, "'title' is a list here, where text is expected",
                   "");
    assert_refused("- at: table\n  rows: {was: [], is: [a, b]}\n", 2, "rows of texts", "");
    assert_refused("- at: paragraph\n  type: {was: paragraph, is: null}\n", 2, "'type' can't be null", "");
    assert_refused("- at: deadline\n  due: {was: null, is: 2025-07-01 17:00}\n", 2, "2025-11-04T17:00", "");
}

static void an_address_that_can_mean_nothing_is_refused(void **state)
{
    (void)state;
    assert_refused("- at: meting 2025-07-08\n  venue: {was: a, is: b}\n", 1, "did you mean 'meeting'?", "with a noun");
    assert_refused("- at: Councillor Ogle\n  name: {was: a, is: b}\n", 1, "names nothing that a pack has",
                   "with a noun");
    assert_refused("- at: item 9, meeting 2025-07-08\n  venue: {was: a, is: b}\n", 1,
                   "there is no 'meeting' within 'item 9'", "from the whole to its part");
    assert_refused("- at: ''\n  venue: {was: a, is: b}\n", 1, "names nothing", "");
    assert_refused("- at: item 9,\n  title: {was: a, is: b}\n", 1, "names nothing", "");
}

static void a_correction_that_lacks_a_part_is_refused(void **state)
{
    (void)state;
    assert_refused("at: item 9\n", 1, "corrections are a list", "- at:");
    assert_refused("- title: {was: a, is: b}\n", 1, "doesn't say what it is of", "- at:");
    assert_refused("- item 9\n", 1, "doesn't say what it is of", "- at:");
    assert_refused("- at: item 9\n", 1, "names no field", "title: {was");
    assert_refused("- at: item 9\n  title: Fair\n", 2, "needs what was read", "title: {was");
    assert_refused("- at: item 9\n  title: {was: a}\n", 2, "doesn't say `is`", "title: {was");
    assert_refused("- at: item 9\n  title: {is: a}\n", 2, "doesn't say `was`", "`null` says");
    assert_refused("- at: item 9\n  title: {was: a, are: b}\n", 2, "unknown key 'are'", "was, is");
    assert_refused("- at: item 9\n  title: {was: a, is: b\n", 2, "", "");
}

/* ---- what is offered ---- */

static void a_diagnostic_offers_a_correction_that_answers_it(void **state)
{
    (void)state;
    static const char printed[] = "AGENDA\n1. WELCOME\n- FAIR\n3. PLAN\n";
    const mb_diagnostic *inferred = remark_in(pack_of(printed), "agenda-number-inferred");
    assert_non_null(inferred);
    assert_slice(inferred->correction, "- at: meeting, item 2\n  number: {was: \"2\", is: \"2\"}\n");
    const mb_pack *pack = all_apply(corrected_pack(printed, inferred->correction.data));
    assert_null(remark_in(pack, "agenda-number-inferred"));
    assert_non_null(remark_in(pack, "meeting-without-date"));
}

static void what_is_missing_is_offered_to_be_filled_in(void **state)
{
    (void)state;
    static const char printed[] = "AGENDA\n1. WELCOME\n2. FAIR\n";
    assert_slice(remark_in(pack_of(printed), "meeting-without-date")->correction,
                 "- at: meeting\n  date: {was: null, is: null}\n");
    const mb_pack *pack = corrected_pack(printed, "- at: meeting\n  date: {was: null, is: 2025-07-08}\n");
    assert_null(remark_in(pack, "meeting-without-date"));
    assert_slice(meeting_in(pack)->id, "2025-07-08");
}

/* ---- every field of everything ---- */

typedef struct objects {
    mb_target list[2000];
    uint32_t count;
} objects;

static void keep_object(const mb_type_info *type, const void *record, void *context)
{
    objects *all = context;
    if (all->count < COUNT_OF(all->list))
        all->list[all->count++] = (mb_target){type, (void *)record};
}

static mb_slice corrections_of(mb_target target, mb_slice address)
{
    mb_fields fields = target.type->fields();
    mb_slice yaml = mb_arena_printf(kept, "- at: '%.*s'\n", MB_ARG(address));
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        if (!mb_is_value(field) || !mb_field_exists(field, target.record) || field->kind == MB_KIND_rows)
            continue;
        mb_value value = mb_value_of(field, target.record);
        mb_slice said = mb_value_yaml(kept, field, &value);
        yaml = mb_arena_printf(kept, "%.*s  %s: {was: %.*s, is: %.*s}\n", MB_ARG(yaml), field->name, MB_ARG(said),
                               MB_ARG(said));
    }
    return yaml;
}

static void every_field_of_every_object_can_be_corrected(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(PAPER);
    objects *all = mb_new(kept, objects);
    walk(mb_type_of(pack), pack, keep_object, all);
    mb_slice *addresses = mb_new_array(kept, mb_slice, all->count);
    mb_address_write(mb_atlas_new(kept), (mb_pack *)pack, all->list, all->count, addresses);
    mb_slice yaml = MB_TEXT("");
    uint32_t corrections = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        if (!addresses[i].data)
            fail_msg("a %s in line %u has no address", all->list[i].type->title,
                     ((mb_place *)all->list[i].record)->line);
        mb_slice one = corrections_of(all->list[i], addresses[i]);
        if (mb_slice_find(one, MB_TEXT("{was: "), 0) == SIZE_MAX || all->list[i].type == mb_type_of(diagnostic) ||
            all->list[i].type == mb_type_of(contribution))
            continue;
        yaml = mb_arena_printf(kept, "%.*s%.*s", MB_ARG(yaml), MB_ARG(one));
        corrections++;
    }
    assert_true(corrections > 60);
    all_apply(corrected(yaml.data));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_that_is_as_it_was_read_is_put_right),
        cmocka_unit_test(one_correction_may_put_several_fields_right),
        cmocka_unit_test(values_of_every_kind_can_be_corrected),
        cmocka_unit_test(a_correction_that_finds_another_value_changes_nothing_and_says_so),
        cmocka_unit_test(white_space_in_a_value_does_not_matter),
        cmocka_unit_test(addresses_mean_the_pack_as_it_was_read),
        cmocka_unit_test(no_corrections_are_no_mistake),
        cmocka_unit_test(the_nearer_of_two_things_is_meant),
        cmocka_unit_test(the_fields_tell_which_sort_of_thing_is_meant),
        cmocka_unit_test(a_thing_can_be_called_by_any_of_its_values),
        cmocka_unit_test(a_key_with_a_comma_stands_in_quotes),
        cmocka_unit_test(blocks_are_called_by_what_they_are),
        cmocka_unit_test(the_pack_itself_can_be_corrected),
        cmocka_unit_test(an_address_that_finds_nothing_changes_nothing_and_says_what_is_nearest),
        cmocka_unit_test(an_address_that_finds_several_changes_none_and_says_where_they_are),
        cmocka_unit_test(a_corrected_date_gives_the_meeting_its_id),
        cmocka_unit_test(a_corrected_number_reaches_the_papers_of_the_item),
        cmocka_unit_test(a_paper_is_moved_to_the_item_that_it_is_said_to_belong_to),
        cmocka_unit_test(a_corrected_title_gives_the_report_its_id),
        cmocka_unit_test(a_corrected_name_reaches_all_that_the_person_said_and_did),
        cmocka_unit_test(who_spoke_can_be_corrected),
        cmocka_unit_test(a_corrected_surname_lets_the_speaker_be_found),
        cmocka_unit_test(what_a_block_is_decides_which_fields_it_has),
        cmocka_unit_test(a_span_has_blocks_that_there_are),
        cmocka_unit_test(an_unknown_field_is_refused_with_the_nearest),
        cmocka_unit_test(a_value_of_the_wrong_type_is_refused),
        cmocka_unit_test(an_address_that_can_mean_nothing_is_refused),
        cmocka_unit_test(a_correction_that_lacks_a_part_is_refused),
        cmocka_unit_test(a_diagnostic_offers_a_correction_that_answers_it),
        cmocka_unit_test(what_is_missing_is_offered_to_be_filled_in),
        cmocka_unit_test(every_field_of_every_object_can_be_corrected),
    };
    return run_reader_tests(tests);
}

/* places.c: every object of the model says where it stands in the paper. */
#include "model_walk.h"
#include "reading_of.h"

#include "text/marker.h"

/* What an object's text begins with: the first of these fields that says something. */
static const struct {
    const char *type, *fields[3];
} beginnings[] = {
    {"agenda_item", {"printed"}}, {"minute_item", {"printed"}},  {"section", {"printed"}},
    {"note", {"number"}},         {"block", {"number", "text"}}, {"list_item", {"marker", "text"}},
};

static const char paper[] =
    "Harle Vale Town Council\nGrounds Committee\n\nDate: Tuesday, 8th July, 2025\nVenue: Corn Hall\n\n"
    "Councillors: Ann Ogle, Bob Dunn\n\nNOTES:\n\n1. Filming: Anybody may film.\n\n2.\n\nDoors\nTo the left.\n\nPage "
    "1\n"
    "\fGrounds Committee - Tuesday, 8th July, 2025\nat 7.00 pm in the Corn Hall\nAGENDA\n1.\n\nWELCOME\n\n"
    "2. TREES (Pages 3 - 4)\nMembers may:\n(a) ask;\n(b) answer.\n\n• by day\n\nThe Clerk for this meeting is Una "
    "Teal.\n\n"
    "Page 2\n"
    "\fAgenda Item 2\nReport to: Grounds Committee\nTitle: Trees\n\n1 THE ISSUE\n\n1.1\n\nEleven limes.\n\n2 COSTS\n\n"
    "Tree\tCost\nLime\t40\n\n•\n\n•\n\nnorth\n\nsouth\n\n3 RISKS\n\nNone.\n\nPage 3\n"
    "\f" MINUTES_HEAD "Also in attendance: Una Teal (Town Clerk)\n\n43 WELCOME\nAll were welcome.\n\n44\n\nFAIR\n\n"
    "The Committee RESOLVED to hold it.\n\nThe meeting ended at 8.15 pm\n\nPage 5\n";

typedef struct source_line {
    mb_slice text;
    uint32_t sheet, page;
} source_line;

typedef struct source {
    source_line lines[200];
    uint32_t count, objects, begun;
} source;

/* The lines of the paper, with the sheet that each stands on and the page that is printed on that sheet. */
static void cut_lines(source *s)
{
    mb_slice left = mb_slice_of(paper);
    for (uint32_t sheet = 1; left.size && s->count < COUNT_OF(s->lines); s->count++) {
        size_t end = mb_slice_find(left, MB_TEXT("\n"), 0);
        sheet += *left.data == '\f';
        s->lines[s->count] = (source_line){mb_slice_trim(mb_slice_first(left, end)), sheet, 0};
        left = mb_slice_from(left, end + 1);
    }
    for (uint32_t i = 0; i < s->count; i++)
        for (uint32_t j = 0; j < s->count && mb_slice_starts(s->lines[i].text, MB_TEXT("Page ")); j++)
            if (s->lines[j].sheet == s->lines[i].sheet)
                s->lines[j].page = (uint32_t)strtoul(s->lines[i].text.data + strlen("Page "), NULL, 10);
}

static mb_slice beginning_of(const mb_type_info *type, const void *record)
{
    for (size_t i = 0; i < COUNT_OF(beginnings); i++)
        for (size_t f = 0; strcmp(beginnings[i].type, type->name) == 0 && beginnings[i].fields[f]; f++) {
            const mb_field_info *field = mb_field_find(type, mb_slice_of(beginnings[i].fields[f]));
            assert_non_null(field);
            const mb_slice *text = field_of(record, field);
            if (mb_field_exists(field, record) && text->size)
                return mb_slice_first(*text, mb_slice_find(*text, MB_TEXT(" "), 0));
        }
    return MB_NOTHING;
}

/* A bullet belongs to no text; one on a line of its own was torn from it. A note's text may follow its title. */
static bool begins_with(mb_slice line, mb_slice word)
{
    mb_marker bullet = mb_bullet_of(line);
    if (bullet.form)
        line = bullet.rest;
    size_t colon = mb_slice_find(line, MB_TEXT(": "), 0);
    bool behind_heading = colon != SIZE_MAX && mb_slice_starts(mb_slice_from(line, colon + 2), word);
    return mb_slice_starts(line, word) || behind_heading || (bullet.form && line.size == 0);
}

static void check_place(const mb_type_info *type, const void *record, void *context)
{
    source *s = context;
    if (!type->placed)
        return;
    const mb_place *place = record;
    if (place->line < 1 || place->line > s->count)
        fail_msg("%s has line %u", type->title, place->line);
    const source_line *line = &s->lines[place->line - 1];
    if (place->sheet != line->sheet || place->page != line->page)
        fail_msg("%s on line %u has sheet %u and page %u, not %u and %u", type->title, place->line, place->sheet,
                 place->page, line->sheet, line->page);
    mb_slice word = beginning_of(type, record);
    if (word.size && !begins_with(line->text, word))
        fail_msg("%s begins with \"%.*s\", line %u with \"%.*s\"", type->title, MB_ARG(word), place->line,
                 MB_ARG(line->text));
    s->objects++;
    s->begun += word.size > 0;
}

static void the_line_of_every_object_begins_its_text(void **state)
{
    (void)state;
    source s = {.count = 0};
    cut_lines(&s);
    walk(mb_type_of(pack), pack_of(paper), check_place, &s);
    assert_true(s.objects > 50);
    assert_true(s.begun > 30);
}

typedef struct count {
    const char *type;
    uint32_t found;
} count;

static void count_type(const mb_type_info *type, const void *record, void *context)
{
    (void)record;
    count *c = context;
    c->found += strcmp(type->name, c->type) == 0;
}

static uint32_t count_of(const char *type, const mb_pack *pack)
{
    count c = {type, 0};
    walk(mb_type_of(pack), pack, count_type, &c);
    return c.found;
}

static void the_paper_has_objects_of_every_type_with_text(void **state)
{
    (void)state;
    const mb_pack *pack = pack_of(paper);
    for (size_t i = 0; i < COUNT_OF(beginnings); i++)
        if (count_of(beginnings[i].type, pack) < 2)
            fail_msg("there is no second %s", beginnings[i].type);
    assert_int_equal(count_of("meeting", pack), 2);
    assert_int_equal(count_of("contact", pack), 1);
    assert_true(count_of("member", pack) >= 4);
    assert_int_equal(count_of("decision", pack), 1);
}

static void people_of_a_list_stand_where_their_names_begin(void **state)
{
    (void)state;
    const mb_minutes *minutes = minutes_in(
        meeting_of("HARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\nTuesday, 3rd June, 2025\n"
                   "Present: Councillors Ann Ogle (Chair), Bob\nDunn, Cy Orr and\nDi Poe\n"
                   "In attendance: Una Teal (Town Clerk) and\nEd Fox (Warden)\n\n1 WELCOME\nAll were welcome.\n"));
    static const uint32_t lines[] = {4, 4, 5, 6};
    for (uint32_t i = 0; i < COUNT_OF(lines); i++)
        assert_int_equal(at(member, minutes->present, i)->place.line, lines[i]);
    assert_int_equal(at(attendee, minutes->in_attendance, 0)->place.line, 7);
    assert_int_equal(at(attendee, minutes->in_attendance, 1)->place.line, 8);
}

static void what_is_read_from_a_paragraph_stands_where_its_sentence_begins(void **state)
{
    (void)state;
    const mb_minutes *minutes =
        minutes_of("43 FAIR\nCouncillor Bob Dunn asked when the fair would be held, and whether\n"
                   "tea would be sold. The Town Clerk replied that it was in May.\n\n"
                   "The weather had been fine in every one of the last seven years.\n"
                   "The Committee RESOLVED to hold the fair.\n");
    const mb_minute_item *item = at(minute_item, minutes->items, 0);
    assert_int_equal(at(contribution, item->contributions, 0)->place.line, 7);
    assert_int_equal(at(contribution, item->contributions, 1)->place.line, 8);
    assert_int_equal(at(block, item->blocks, 1)->place.line, 8);
    assert_int_equal(at(decision, item->decisions, 0)->place.line, 11);
}

static void lines_end_at_lf_whatever_stands_before_it(void **state)
{
    (void)state;
    const mb_list *agenda = &meeting_of("\xEF\xBB\xBF"
                                        "AGENDA\r\n1. WELCOME\r\n\r\n2. FA\rIR\r\n3. PLAN\r\n")
                                 ->agenda;
    assert_int_equal(at(agenda_item, *agenda, 1)->place.line, 4);
    assert_int_equal(at(agenda_item, *agenda, 2)->place.line, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_of_every_object_begins_its_text),
        cmocka_unit_test(the_paper_has_objects_of_every_type_with_text),
        cmocka_unit_test(people_of_a_list_stand_where_their_names_begin),
        cmocka_unit_test(what_is_read_from_a_paragraph_stands_where_its_sentence_begins),
        cmocka_unit_test(lines_end_at_lf_whatever_stands_before_it),
    };
    return run_reader_tests(tests);
}

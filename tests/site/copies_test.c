/* copies_test.c: papers that went to several panels, or were published alone as well. */
#include "site_of.h"

#include "site/shingles.h"

#define CALLED_ON(panel, day)                                                                                          \
    "Example Council\n\n" panel "\n\nDate: " day "\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. TREES\n\n"

/* So many words of which no two texts with different seeds have four in a row in common. */
static mb_slice words(uint32_t seed, uint32_t count)
{
    mb_slice text = MB_TEXT("");
    for (uint32_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        text = mb_arena_printf(kept, "%.*s%sw%u", MB_ARG(text), i ? " " : "", seed >> 20);
    }
    return text;
}

static void add_paragraph(mb_section *section, mb_slice text)
{
    mb_block *block = mb_list_add(kept, &section->blocks, mb_block);
    block->type = mb_block_type_paragraph;
    block->text = text;
}

/* A paper of a pack, its text in paragraphs of so many bytes. */
static mb_report *add_report(mb_pack *pack, const char *title, mb_slice text, size_t wrap)
{
    mb_report *report = mb_list_add(kept, &pack->reports, mb_report);
    report->title = mb_slice_of(title);
    report->kind = mb_report_kind_annual_report;
    report->place.line = pack->reports.count;
    mb_section *section = mb_list_add(kept, &report->sections, mb_section);
    for (size_t at = 0; at < text.size;) {
        size_t end = at + wrap < text.size ? at + wrap : text.size;
        while (end < text.size && text.data[end] != ' ')
            end++;
        add_paragraph(section, mb_slice_between(text.data + at, text.data + end));
        at = end + 1;
    }
    return report;
}

typedef struct two {
    papers all;
    mb_pack *roads, *parks;
} two;

static two two_panels(void)
{
    two packs = {.all.count = 0};
    packs.roads = add_paper(&packs.all, "a.txt", CALLED_ON("Roads Panel", "Tuesday, 4th March, 2025"));
    packs.parks = add_paper(&packs.all, "b.txt", CALLED_ON("Parks Panel", "Tuesday, 1st April, 2025"));
    return packs;
}

static const mb_site_report *report_at(const mb_site_record *site, uint32_t i)
{
    return at(site_report, site->reports, i);
}

static void a_paper_that_went_to_two_panels_is_one(void **state)
{
    (void)state;
    two packs = two_panels();
    add_report(packs.roads, "Trees along the roads", words(1, 400), 300);
    add_report(packs.parks, "Trees (for information)", words(1, 400), 90);
    add_report(packs.parks, "Ponds", words(2, 400), 90);
    const mb_site_record *site = assemble(&packs.all, "2025-05-01");
    assert_int_equal(report_at(site, 0)->same_as.count, 1);
    assert_ptr_equal(at(site_report, report_at(site, 0)->same_as, 0), report_at(site, 1));
    assert_slice(at(site_meeting, report_at(site, 0)->also_presented_to, 0)->id, "2025-04-01-parks-panel");
    assert_slice(at(site_meeting, report_at(site, 1)->also_presented_to, 0)->id, "2025-03-04-roads-panel");
    assert_int_equal(report_at(site, 2)->same_as.count, 0);
}

static void a_paper_in_a_pack_is_the_one_that_was_published_alone(void **state)
{
    (void)state;
    two packs = two_panels();
    mb_pack *alone = add_paper(&packs.all, "c.txt", "Tree report\n\nEleven limes lean.\n");
    alone->reports = (mb_list){0};
    mb_slice text = words(1, 1000);
    add_report(packs.roads, "Annual report", text, 300);
    add_report(alone, "Trees 2024 to 2025", mb_arena_printf(kept, "%.*s %.*s", MB_ARG(text), MB_ARG(words(3, 150))),
               70);
    const mb_site_record *site = assemble(&packs.all, "2025-05-01");
    assert_null(report_at(site, 0)->meeting);
    assert_int_equal(report_at(site, 0)->same_as.count, 1);
    assert_int_equal(report_at(site, 0)->also_presented_to.count, 1);
    assert_int_equal(report_at(site, 1)->also_presented_to.count, 0);
}

static void a_paper_that_was_revised_under_its_title_is_still_one(void **state)
{
    (void)state;
    two packs = two_panels();
    mb_slice first = words(1, 500);
    add_report(packs.roads, "Trees along the roads", first, 200);
    add_report(packs.parks, "TREES ALONG THE ROADS",
               mb_arena_printf(kept, "%.*s %.*s", MB_ARG(first), MB_ARG(words(4, 400))), 200);
    add_report(packs.parks, "Trees", mb_arena_printf(kept, "%.*s %.*s", MB_ARG(words(5, 900)), MB_ARG(first)), 200);
    const mb_site_record *site = assemble(&packs.all, "2025-05-01");
    assert_int_equal(report_at(site, 0)->same_as.count, 1);
    assert_int_equal(report_at(site, 2)->same_as.count, 0);
}

static void the_report_of_another_year_is_another_one(void **state)
{
    (void)state;
    papers all = {.count = 0};
    mb_slice form = words(1, 300);
    mb_pack *first = add_paper(&all, "a.txt", CALLED_ON("Roads Panel", "Tuesday, 5th March, 2024"));
    mb_pack *second = add_paper(&all, "b.txt", CALLED_ON("Roads Panel", "Tuesday, 4th March, 2025"));
    add_report(first, "Annual report on the trees",
               mb_arena_printf(kept, "%.*s %.*s", MB_ARG(form), MB_ARG(words(2, 300))), 200);
    add_report(second, "Annual report on the trees",
               mb_arena_printf(kept, "%.*s %.*s", MB_ARG(form), MB_ARG(words(3, 300))), 200);
    const mb_site_record *site = assemble(&all, "2025-05-01");
    assert_int_equal(report_at(site, 0)->same_as.count, 0);
}

static void an_edition_of_a_work_plan_is_no_copy_of_the_one_before(void **state)
{
    (void)state;
    two packs = two_panels();
    mb_slice plan = words(1, 300);
    add_report(packs.roads, "Panel work plan", plan, 200)->kind = mb_report_kind_plan;
    add_report(packs.parks, "Panel work plan", mb_arena_printf(kept, "%.*s %.*s", MB_ARG(plan), MB_ARG(words(2, 60))),
               200)
        ->kind = mb_report_kind_plan;
    assert_int_equal(report_at(assemble(&packs.all, "2025-05-01"), 0)->same_as.count, 0);
}

static void without_a_text_the_title_and_the_time_decide(void **state)
{
    (void)state;
    two packs = two_panels();
    add_report(packs.roads, "Trees along the roads", words(1, 10), 200);
    add_report(packs.roads, "Update", words(1, 10), 200);
    add_report(packs.parks, "Trees along the roads", words(2, 10), 200);
    add_report(packs.parks, "Update", words(1, 10), 200);
    const mb_site_record *site = assemble(&packs.all, "2025-05-01");
    assert_int_equal(report_at(site, 0)->same_as.count, 1);
    assert_int_equal(report_at(site, 1)->same_as.count, 0);
}

static void a_sketch_estimates_what_two_texts_have_in_common(void **state)
{
    (void)state;
    for (uint32_t other = 0; other <= 2000; other += 250) {
        mb_section one = {.title = MB_TEXT("")}, two_texts = {.title = MB_TEXT("")};
        add_paragraph(&one, words(1, 1000));
        add_paragraph(&two_texts, words(1, 1000));
        add_paragraph(&two_texts, words(9, other));
        void *first = &one, *second = &two_texts;
        mb_list a = {&first, 1, 1}, b = {&second, 1, 1};
        mb_sketch left, right;
        mb_sketch_report(&a, &left);
        mb_sketch_report(&b, &right);
        double likeness = mb_sketch_likeness(&left, &right), expected = 1000.0 / (1000 + other);
        assert_true(likeness > expected - 0.1 && likeness < expected + 0.1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paper_that_went_to_two_panels_is_one),
        cmocka_unit_test(a_paper_in_a_pack_is_the_one_that_was_published_alone),
        cmocka_unit_test(a_paper_that_was_revised_under_its_title_is_still_one),
        cmocka_unit_test(the_report_of_another_year_is_another_one),
        cmocka_unit_test(an_edition_of_a_work_plan_is_no_copy_of_the_one_before),
        cmocka_unit_test(without_a_text_the_title_and_the_time_decide),
        cmocka_unit_test(a_sketch_estimates_what_two_texts_have_in_common),
    };
    return run_reader_tests(tests);
}

/* kinds.c: the kinds of page text, told apart by what they show. */
#include "text_of.h"

#define MARKDOWN_PAGE                                                                                                  \
    "# Harle Vale Town Council\n\n"                                                                                    \
    "**Grounds Committee**\n\n"                                                                                        \
    "The working party walked both cemeteries in March with the tree officer, who found eleven limes in poor health, " \
    "and recommends that four of them come down before the winter while the rest are watched.\n\n"                     \
    "- 2. DOG BINS\n\n"
#define READING_ORDER_PAGE                                                                                             \
    "The working party walked both cemeteries in March with the tree officer, who\n"                                   \
    "found eleven limes in poor health, and recommends that four of them come down\n"                                  \
    "before the winter while the rest are watched. Nobody at the site objected to the\n"                               \
    "felling, although two residents of Lime Grove asked for oaks to be planted.\n\n"                                  \
    "The cost of the work is within the budget that the Council agreed in January.\n\n"
#define SPACED_PAGE                                                                                                    \
    "The working party walked both cemeteries in March with the tree officer, who\n\n"                                 \
    "found eleven limes in poor health, and recommends that four of them come down\n\n"                                \
    "before the winter while the rest are watched. Nobody at the site objected to the\n\n"                             \
    "felling, although two residents of Lime Grove asked for oaks to be planted and\n\n"                               \
    "for the stumps to be taken out.\n\n"
#define LAYOUT_PAGE                                                                                                    \
    "Grounds                     Budget        Spent\n"                                                                \
    "Cemetery Road               12,400        9,870\n"                                                                \
    "Lime Grove                   3,100        3,300\n"                                                                \
    "Allotments                     950          410\n"
#define DUMP_PAGE                                                                                                      \
    "TR\n\tTD\n\t\tLime Grove\n\tTD\n\t\t3,100\n"                                                                      \
    "TR\n\tTD\n\t\tAllotments\nFigure\n"

static mb_slice repeat(const char *page, uint32_t lines)
{
    mb_slice all = MB_TEXT("");
    for (uint32_t had = 0; had < lines;) {
        all = mb_arena_printf(text_arena, "%.*s%s", MB_ARG(all), page);
        for (const char *at = page; *at; at++)
            had += *at == '\n';
    }
    return all;
}

static void assert_kind(const char *page, mb_text_kind kind)
{
    mb_text text = text_of(page);
    assert_true(text.count > 0);
    for (uint32_t i = 0; i < text.count; i++)
        assert_int_equal(text.lines[i].kind, kind);
}

static void a_paragraph_on_one_line_is_markdown(void **state)
{
    (void)state;
    assert_kind(MARKDOWN_PAGE, MB_TEXT_MARKDOWN);
}

static void lines_of_a_page_s_width_are_in_reading_order(void **state)
{
    (void)state;
    assert_kind(READING_ORDER_PAGE, MB_TEXT_READING_ORDER);
}

static void a_blank_line_within_sentences_is_spaced_text(void **state)
{
    (void)state;
    assert_kind(SPACED_PAGE, MB_TEXT_SPACED);
}

static void runs_of_spaces_within_lines_are_a_layout(void **state)
{
    (void)state;
    assert_kind(LAYOUT_PAGE, MB_TEXT_LAYOUT);
}

static void words_that_hang_behind_numbers_are_a_layout(void **state)
{
    (void)state;
    assert_kind("1. The roof of the bandstand will be mended before the summer fair, and\n"
                "      the lead will be bought by the Town Clerk\n"
                "2. The rail will be painted green, as it was before the war, and the\n"
                "      painters will be paid by the day\n"
                "      and not by the yard\n"
                "3. The steps will be swept each morning from June until the leaves are\n"
                "      down, and then\n"
                "      each Friday\n"
                "      at noon\n",
                MB_TEXT_LAYOUT);
}

static void what_goes_on_within_items_of_markdown_is_no_layout(void **state)
{
    (void)state;
    assert_kind("# Bandstand\n\n"
                "1. The roof\n\n    It has **lead** on it.\n\n    It is old.\n\n"
                "2. The rail\n\n    It is green.\n\n    It is new.\n\n"
                "3. The steps\n\n    They are swept.\n\n    They are steep.\n",
                MB_TEXT_MARKDOWN);
}

static void an_indent_that_all_lines_share_is_no_layout(void **state)
{
    (void)state;
    assert_kind("   The roof of the bandstand will be mended before the summer fair, and\n"
                "   the lead will be bought by the Town Clerk.\n"
                "   The rail will be painted green, as it was before the war, and the\n"
                "   painters will be paid by the day\n"
                "   and not by the yard.\n"
                "   The steps will be swept each morning from June until the leaves are\n"
                "   down, and then each Friday.\n",
                MB_TEXT_READING_ORDER);
}

static void stray_tags_are_a_dump(void **state)
{
    (void)state;
    assert_kind(DUMP_PAGE, MB_TEXT_DUMP);
}

static void short_items_of_a_list_are_no_wrapped_lines(void **state)
{
    (void)state;
    assert_kind(
        "The working party walked both cemeteries in March with the tree officer, who found eleven limes in poor "
        "health, and recommends that four of them come down.\n\n"
        "- The limes in Lime Grove that stand nearest to the houses come down\n"
        "- The limes beside the chapel are looked at again in two years' time\n"
        "- The stumps are ground out, and the holes are filled before Easter\n"
        "- Oaks are planted in their stead, by the children of both schools\n",
        MB_TEXT_MARKDOWN);
}

static void the_long_lines_of_a_slide_are_wrapped(void **state)
{
    (void)state;
    assert_kind(
        "The working party walked both cemeteries in March with the tree officer, who found eleven limes in poor "
        "health, and recommends that four of them come down\n"
        "before the winter while the rest are watched. Nobody at the site objected to the felling, although two "
        "residents of Lime Grove asked for oaks to be planted.\n"
        "The cost of the work is within the budget that the Council agreed in January, when it also set aside "
        "two hundred pounds for every stump that is taken out\n"
        "by the end of the year.\n",
        MB_TEXT_READING_ORDER);
}

static void text_that_shows_nothing_is_in_reading_order(void **state)
{
    (void)state;
    assert_kind("Agenda\n1. Welcome\n2. Apologies\n", MB_TEXT_READING_ORDER);
}

static void several_kinds_stand_in_one_pack_each_on_its_pages(void **state)
{
    (void)state;
    static const struct {
        const char *page;
        mb_text_kind kind;
    } parts[] = {{MARKDOWN_PAGE, MB_TEXT_MARKDOWN},
                 {READING_ORDER_PAGE, MB_TEXT_READING_ORDER},
                 {LAYOUT_PAGE, MB_TEXT_LAYOUT},
                 {SPACED_PAGE, MB_TEXT_SPACED},
                 {DUMP_PAGE, MB_TEXT_DUMP}};
    mb_slice pack = MB_TEXT("");
    uint32_t middles[COUNT_OF(parts)], lines = 0;
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        mb_slice part = repeat(parts[i].page, 150);
        uint32_t count = text_of(part.data).count;
        middles[i] = lines + count / 2;
        lines += count;
        pack = mb_arena_printf(text_arena, "%.*s%.*s", MB_ARG(pack), MB_ARG(part));
    }
    mb_text text = text_of(pack.data);
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        assert_int_equal(text.lines[middles[i]].kind, parts[i].kind);
}

static void a_page_of_short_bullets_takes_the_kind_of_the_page_before_it(void **state)
{
    (void)state;
    mb_slice first = repeat(MARKDOWN_PAGE, 96), bullets = repeat("- bins\n- benches\n", 100);
    mb_text text = text_of(mb_arena_printf(text_arena, "%s%s", first.data, bullets.data).data);
    assert_int_equal(text.lines[text.count - 1].kind, MB_TEXT_MARKDOWN);
}

static void a_cover_that_shows_nothing_takes_the_kind_of_the_pages_behind_it(void **state)
{
    (void)state;
    mb_slice cover = repeat("Grounds\nCommittee\n", 60), pages = repeat(SPACED_PAGE, 96);
    mb_text text = text_of(mb_arena_printf(text_arena, "%s%s", cover.data, pages.data).data);
    assert_int_equal(text.lines[0].kind, MB_TEXT_SPACED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_on_one_line_is_markdown),
        cmocka_unit_test(lines_of_a_page_s_width_are_in_reading_order),
        cmocka_unit_test(a_blank_line_within_sentences_is_spaced_text),
        cmocka_unit_test(runs_of_spaces_within_lines_are_a_layout),
        cmocka_unit_test(words_that_hang_behind_numbers_are_a_layout),
        cmocka_unit_test(what_goes_on_within_items_of_markdown_is_no_layout),
        cmocka_unit_test(an_indent_that_all_lines_share_is_no_layout),
        cmocka_unit_test(stray_tags_are_a_dump),
        cmocka_unit_test(short_items_of_a_list_are_no_wrapped_lines),
        cmocka_unit_test(the_long_lines_of_a_slide_are_wrapped),
        cmocka_unit_test(text_that_shows_nothing_is_in_reading_order),
        cmocka_unit_test(several_kinds_stand_in_one_pack_each_on_its_pages),
        cmocka_unit_test(a_page_of_short_bullets_takes_the_kind_of_the_page_before_it),
        cmocka_unit_test(a_cover_that_shows_nothing_takes_the_kind_of_the_pages_behind_it),
    };
    return run_text_tests(tests);
}

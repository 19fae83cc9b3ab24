/* terms_test.c: the glossary of a site. */
#include "site_of.h"

static const char *const ponds = "Term\tMeaning\nPRoW\tPublic right of way\nStint\tThe right to graze one cow\n";
static const char *const roads = "Term\tMeaning\nHGV\tHeavy goods vehicle\nPROW\tA way that anybody may walk\n";

static void assert_term(const mb_site_record *site, uint32_t position, const char *term, const char *meaning)
{
    const mb_glossary_entry *entry = site->glossary.items[position];
    assert_slice(entry->term, term);
    assert_slice(entry->meaning, meaning);
}

static void each_term_stands_once_as_the_newest_pack_explains_it(void **state)
{
    (void)state;
    papers all = {.count = 0};
    add_paper(&all, "roads.txt", roads)->issued = MB_TEXT("2025-06-01");
    add_paper(&all, "ponds.txt", ponds)->issued = MB_TEXT("2025-03-01");
    const mb_site_record *site = assemble(&all, "2030-01-01");
    assert_int_equal(site->glossary.count, 3);
    assert_term(site, 0, "HGV", "Heavy goods vehicle");
    assert_term(site, 1, "PROW", "A way that anybody may walk");
    assert_term(site, 2, "Stint", "The right to graze one cow");
}

static void a_site_that_explains_nothing_has_none(void **state)
{
    (void)state;
    const mb_site_record *site = SITE_OF({"4.txt", CALLED("- 1. WELCOME\n\n- 2. PONDS\n")});
    assert_int_equal(site->glossary.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_term_stands_once_as_the_newest_pack_explains_it),
        cmocka_unit_test(a_site_that_explains_nothing_has_none),
    };
    return run_reader_tests(tests);
}

/* declarations.c: tests of which interests are found to have been declared. */
#include "minutes_of.h"

static const mb_minute_item *declarations(const char *text)
{
    return item_of("DECLARATIONS OF INTEREST", text);
}

static void assert_declared(const mb_minute_item *item, uint32_t index, const char *name, const char *kind,
                            const char *reason)
{
    if (index >= item->declarations.count)
        fail_msg("there are %u declarations, so none is the %u. one", item->declarations.count, index + 1);
    const mb_declaration *declaration = item->declarations.items[index];
    assert_slice(declaration->name, name);
    assert_slice(declaration->kind, kind);
    assert_slice(declaration->reason, reason);
}

static void an_interest_has_its_kind_as_printed_and_its_reason(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillor Andy Cole declared a disclosable pecuniary interest in item 12 "
                     "as he owns the car park. He left the room for that item.");
    assert_int_equal(item->declarations.count, 1);
    assert_declared(item, 0, "Andy Cole", "disclosable pecuniary interest", "he owns the car park");
}

static void an_interest_without_a_reason_has_none(void **state)
{
    (void)state;
    assert_declared(declarations("Councillor Cole declared an other interest in item 12."), 0, "Andy Cole",
                    "other interest", NULL);
}

static void members_who_declare_together_have_a_declaration_each(void **state)
{
    (void)state;
    const mb_minute_item *item =
        declarations("Councillors Bob Hay and Mae O'Dell declared personal interests because they rent allotments.");
    assert_int_equal(item->declarations.count, 2);
    assert_declared(item, 1, "Mae O'Dell", "personal interests", "they rent allotments");
}

static void a_declaration_can_be_told_in_a_clause(void **state)
{
    (void)state;
    assert_declared(declarations("Cy Orr declared that he had a non-pecuniary interest since his son parks there."), 0,
                    "Cy Orr", "non-pecuniary interest", "his son parks there");
}

static void nothing_declared_is_no_declaration(void **state)
{
    (void)state;
    assert_int_equal(declarations("No interests were declared.")->declarations.count, 0);
    assert_int_equal(declarations("Councillor Bob Hay declared the car park open.")->declarations.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interest_has_its_kind_as_printed_and_its_reason),
        cmocka_unit_test(an_interest_without_a_reason_has_none),
        cmocka_unit_test(members_who_declare_together_have_a_declaration_each),
        cmocka_unit_test(a_declaration_can_be_told_in_a_clause),
        cmocka_unit_test(nothing_declared_is_no_declaration),
    };
    return run_reader_tests(tests);
}

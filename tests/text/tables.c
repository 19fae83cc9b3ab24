/* tables.c: tables whose cells stand apart by tabs or by gaps. */
#include "text_of.h"

#include "text/tables.h"

static const mb_block *table_of(const char *printed)
{
    mb_list blocks = blocks_of(printed);
    for (uint32_t i = 0; i < blocks.count; i++)
        if (block_at(blocks, i)->type == mb_block_type_table)
            return block_at(blocks, i);
    fail_msg("no table was read");
    return NULL;
}

static const mb_strings *row_at(const mb_block *table, uint32_t row)
{
    assert_true(row < table->rows.count);
    return table->rows.items[row];
}

static void assert_row(const mb_strings *row, uint32_t count, const char *const *cells, const char *file, int line)
{
    if (row->count != count) {
        print_error("%u cells, not %u\n", row->count, count);
        _fail(file, line);
    }
    for (uint32_t i = 0; i < count; i++)
        assert_slice_at(row->items[i], cells[i], file, line);
}
#define CELLS(...)                                                                                                     \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__                                                                                                    \
    }
#define assert_cells(row, ...) assert_row(row, COUNT_OF(CELLS(__VA_ARGS__)), CELLS(__VA_ARGS__), __FILE__, __LINE__)

static void rows_with_tabs_are_a_table_and_the_first_is_its_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tKept by\tRent\nTea\tFriends of the Bandstand\t£4\nPlants\tMrs Dunn\t£6\n");
    assert_cells(&table->header, "Stall", "Kept by", "Rent");
    assert_int_equal(table->rows.count, 2);
    assert_cells(row_at(table, 0), "Tea", "Friends of the Bandstand", "£4");
    assert_cells(row_at(table, 1), "Plants", "Mrs Dunn", "£6");
}

static void an_empty_cell_keeps_its_column(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tKept by\tRent\nTea\t\t£4\n\tMrs Dunn\t\n");
    assert_cells(row_at(table, 0), "Tea", "", "£4");
    assert_cells(row_at(table, 1), "", "Mrs Dunn", "");
}

static void short_rows_are_filled_up_and_empty_columns_at_the_end_are_dropped(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tRent\t\t\nTea\t\t\t\nPlants\t£6\t\t\n");
    assert_cells(&table->header, "Stall", "Rent");
    assert_cells(row_at(table, 0), "Tea", "");
}

static void a_table_of_one_row_has_no_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Report author:\tMrs Dunn\n");
    assert_int_equal(table->header.count, 0);
    assert_cells(row_at(table, 0), "Report author:", "Mrs Dunn");
}

static void a_first_row_with_one_filled_cell_is_no_head(void **state)
{
    (void)state;
    const mb_block *table = table_of("Summer fair\t\nTea\t£4\n");
    assert_int_equal(table->header.count, 0);
    assert_int_equal(table->rows.count, 2);
}

static void cells_lose_emphasis_and_fold_their_spaces(void **state)
{
    (void)state;
    const mb_block *table = table_of("**Stall**\t**Kept  by**\nTea\t the   Friends \n");
    assert_cells(&table->header, "Stall", "Kept by");
    assert_cells(row_at(table, 0), "Tea", "the Friends");
}

static void gaps_of_spaces_are_columns_in_a_layout(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall                Kept by              Rent\n"
                                     "Tea                  Friends              £4\n"
                                     "Plants               Mrs Dunn             £6\n"
                                     "Books                Harle Library        £2\n");
    assert_cells(&table->header, "Stall", "Kept by", "Rent");
    assert_int_equal(table->rows.count, 3);
    assert_cells(row_at(table, 2), "Books", "Harle Library", "£2");
}

static void a_paragraph_before_and_behind_a_table_is_no_row(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("The stalls are these.\nStall\tRent\nTea\t£4\nThe rents are those of last year.\n");
    assert_int_equal(blocks.count, 3);
    assert_slice(block_at(blocks, 0)->text, "The stalls are these.");
    assert_slice(block_at(blocks, 2)->text, "The rents are those of last year.");
}

static void a_row_of_more_cells_than_any_paper_has_keeps_all_its_words(void **state)
{
    (void)state;
    char line[4096];
    size_t size = 0;
    for (int i = 0; i < 200; i++)
        size += (size_t)snprintf(line + size, sizeof line - size, "c%d\t", i);
    const mb_block *table = table_of(line);
    const mb_strings *row = row_at(table, 0);
    assert_int_equal(row->count, MB_TABLE_COLUMNS);
    assert_slice(row->items[0], "c0");
    mb_slice last = row->items[MB_TABLE_COLUMNS - 1];
    assert_true(mb_slice_starts(last, MB_TEXT("c127 c128 ")));
    assert_true(mb_slice_ends(last, MB_TEXT(" c199")));
}

static void a_row_whose_cells_were_wrapped_is_one_row(void **state)
{
    (void)state;
    const mb_block *table = table_of("What we promised\tWhat became of it\n"
                                     "Mend the gate of\tThe gate was hung again by volunteers\n"
                                     "the lower park\tbefore the summer fair.\n"
                                     "Plant a hedge\tThe hedge is planted. It was paid for by\n"
                                     "\tthe allotment holders, who will cut it\n"
                                     "\ttwice a year.\n"
                                     "Find a new tenant for\tNobody has come forward, and the hut\n"
                                     "the tea hut\tstays shut.\n");
    assert_cells(&table->header, "What we promised", "What became of it");
    assert_int_equal(table->rows.count, 3);
    assert_cells(row_at(table, 0), "Mend the gate of the lower park",
                 "The gate was hung again by volunteers before the summer fair.");
    assert_cells(row_at(table, 1), "Plant a hedge",
                 "The hedge is planted. It was paid for by the allotment holders, who will cut it twice a year.");
    assert_int_equal(table->place.line, 1);
}

static void the_second_line_of_a_label_belongs_to_its_row(void **state)
{
    (void)state;
    const mb_block *table = table_of("\tLower Park\tUpper Park\nBenches\t12\t9\nVisitors on\t300\t420\n"
                                     "Sundays\t\t\nLamps that\t3\t4\nstill burn\t\t\n");
    assert_int_equal(table->rows.count, 3);
    assert_cells(row_at(table, 1), "Visitors on Sundays", "300", "420");
    assert_cells(row_at(table, 2), "Lamps that still burn", "3", "4");
}

static void a_row_with_a_label_alone_is_a_row(void **state)
{
    (void)state;
    const mb_block *table = table_of("Stall\tRent\nTea\t£4\nOutdoors\t\nPlants\t£6\n");
    assert_int_equal(table->rows.count, 3);
    assert_cells(row_at(table, 1), "Outdoors", "");
}

static void a_head_with_an_empty_corner_may_have_two_lines(void **state)
{
    (void)state;
    const mb_block *table = table_of("\tHarle and\tWexcombe\n\tthe Bournes\t\nBenches\t12\t9\nLamps\t3\t4\n");
    assert_cells(&table->header, "", "Harle and the Bournes", "Wexcombe");
    assert_int_equal(table->rows.count, 2);
}

static void a_table_goes_on_behind_a_page_end_where_its_head_is_repeated(void **state)
{
    (void)state;
    mb_text text = text_of("Stall\tRent\nTea\t£4\n\n\fStall\tRent\nPlants\t£6\n");
    mb_set_aside_repeated_heads(&text);
    assert_int_equal(text.lines[3].role, MB_LINE_FURNITURE);
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 1);
    assert_int_equal(block_at(blocks, 0)->rows.count, 2);
    assert_cells(row_at(block_at(blocks, 0), 1), "Plants", "£6");
}

static void a_table_with_the_same_head_behind_other_text_is_another_table(void **state)
{
    (void)state;
    mb_text text = text_of("Stall\tRent\nTea\t£4\n\nAnd in the winter:\n\nStall\tRent\nPlants\t£6\n");
    mb_set_aside_repeated_heads(&text);
    mb_list blocks = blocks_in(&text);
    assert_int_equal(blocks.count, 3);
    assert_cells(&block_at(blocks, 2)->header, "Stall", "Rent");
}

static void a_tab_before_a_line_is_an_indent_where_no_row_is_near(void **state)
{
    (void)state;
    mb_list blocks = blocks_of("\tThe stalls are let by the year.\n\n\tThe rents are those of last year.\n");
    assert_int_equal(blocks.count, 2);
    assert_int_equal(block_at(blocks, 0)->type, mb_block_type_paragraph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_with_tabs_are_a_table_and_the_first_is_its_head),
        cmocka_unit_test(an_empty_cell_keeps_its_column),
        cmocka_unit_test(short_rows_are_filled_up_and_empty_columns_at_the_end_are_dropped),
        cmocka_unit_test(a_table_of_one_row_has_no_head),
        cmocka_unit_test(a_first_row_with_one_filled_cell_is_no_head),
        cmocka_unit_test(cells_lose_emphasis_and_fold_their_spaces),
        cmocka_unit_test(gaps_of_spaces_are_columns_in_a_layout),
        cmocka_unit_test(a_paragraph_before_and_behind_a_table_is_no_row),
        cmocka_unit_test(a_row_whose_cells_were_wrapped_is_one_row),
        cmocka_unit_test(the_second_line_of_a_label_belongs_to_its_row),
        cmocka_unit_test(a_row_with_a_label_alone_is_a_row),
        cmocka_unit_test(a_head_with_an_empty_corner_may_have_two_lines),
        cmocka_unit_test(a_table_goes_on_behind_a_page_end_where_its_head_is_repeated),
        cmocka_unit_test(a_table_with_the_same_head_behind_other_text_is_another_table),
        cmocka_unit_test(a_tab_before_a_line_is_an_indent_where_no_row_is_near),
        cmocka_unit_test(a_row_of_more_cells_than_any_paper_has_keeps_all_its_words),
    };
    return run_text_tests(tests);
}

/* text_of.h: a page's text as lines or blocks, for tests: what is read lives until the program's tests are over. */
#ifndef MB_TEXT_OF_H
#define MB_TEXT_OF_H

#include "../unit/core_test.h"

#include <stdio.h>

#include "text/blocks.h"
#include "text/inline.h"
#include "text/text.h"

static mb_arena *text_arena, *text_scratch;

static inline int open_text(void **state)
{
    (void)state;
    int code = mb_arena_new((size_t)256 << 20, &text_arena);
    return code ? code : mb_arena_new((size_t)256 << 20, &text_scratch);
}

static inline int close_text(void **state)
{
    (void)state;
    mb_arena_free(text_arena);
    mb_arena_free(text_scratch);
    return 0;
}

#define run_text_tests(tests) cmocka_run_group_tests(tests, open_text, close_text)

static inline mb_text text_of(const char *printed)
{
    return mb_text_read(text_arena, text_scratch, mb_slice_of(printed));
}

static inline bool is_caption_of_tests(const void *vocabulary, mb_slice line)
{
    (void)vocabulary;
    return mb_slice_starts(line, MB_TEXT("Table ")) || mb_slice_starts(line, MB_TEXT("Figure "));
}

static inline bool is_said_of_tests(const void *vocabulary, mb_slice paragraph)
{
    (void)vocabulary;
    return mb_slice_find(paragraph, MB_TEXT(" asked "), 0) != SIZE_MAX;
}

static inline mb_block_reader block_reader_of(const mb_text *text)
{
    return (mb_block_reader){.arena = text_arena,
                             .scratch = text_scratch,
                             .text = text,
                             .is_caption = is_caption_of_tests,
                             .is_said = is_said_of_tests};
}

static inline mb_list blocks_in(const mb_text *text)
{
    mb_list blocks = {0};
    mb_block_reader reader = block_reader_of(text);
    mb_read_blocks(&reader, (mb_line_range){0, text->count}, 0, &blocks);
    return blocks;
}

static inline mb_list blocks_of(const char *printed)
{
    mb_text text = text_of(printed);
    return blocks_in(&text);
}

static inline const mb_block *block_at(mb_list blocks, uint32_t index)
{
    if (index >= blocks.count)
        fail_msg("there are %u blocks, so none is the %u. one", blocks.count, index + 1);
    return blocks.items[index];
}

static inline const mb_list_item *item_at(mb_list items, uint32_t index)
{
    if (index >= items.count)
        fail_msg("there are %u items, so none is the %u. one", items.count, index + 1);
    return items.items[index];
}

/* Fails unless the paragraphs are these, no more and no fewer; the last expectation is NULL. */
static inline void assert_paragraphs_at(const char *printed, const char *const *expected, const char *file, int line)
{
    mb_list blocks = blocks_of(printed);
    uint32_t count = 0;
    for (; expected[count]; count++) {
        if (count == blocks.count)
            break;
        const mb_block *block = blocks.items[count];
        assert_int_equal(block->type, mb_block_type_paragraph);
        assert_slice_at(block->text, expected[count], file, line);
    }
    if (expected[count] || count != blocks.count) {
        print_error("%u paragraphs were read\n", blocks.count);
        _fail(file, line);
    }
}
#define assert_paragraphs(printed, ...)                                                                                \
    assert_paragraphs_at(printed, (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)

#endif

/* reading_image_test.c: a reading that comes out of its image is the one that went in, of every pack that is at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/data.h"
#include "core/file.h"
#include "model/json.h"
#include "site/gist.h"
#include "site/reading_image.h"

#define CEILING ((size_t)1 << 30)

static mb_arena *paths;
static mb_dialects *dialects;

static int load(void **state)
{
    (void)state;
    if (mb_arena_new(CEILING, &paths))
        return 1;
    const char *folder = mb_path_join(paths, mb_data_folder(paths), "dialects");
    return mb_dialects_load(&folder, 1, &dialects, NULL);
}

static int unload(void **state)
{
    (void)state;
    mb_dialects_free(dialects);
    mb_arena_free(paths);
    return 0;
}

static void assert_same_json(const mb_reading *one, const mb_reading *other)
{
    mb_buffer json[2] = {mb_buffer_make(CEILING), mb_buffer_make(CEILING)};
    assert_int_equal(mb_json_write(mb_type_of(pack), one->pack, &json[0]), 0);
    assert_int_equal(mb_json_write(mb_type_of(pack), other->pack, &json[1]), 0);
    assert_true(mb_slice_equal(mb_buffer_slice(&json[0]), mb_buffer_slice(&json[1])));
    mb_buffer_free(&json[0]);
    mb_buffer_free(&json[1]);
}

static void assert_same_undertakings(const mb_list *one, const mb_list *other)
{
    assert_int_equal(one->count, other->count);
    for (uint32_t i = 0; i < one->count; i++) {
        const mb_undertaking *a = one->items[i], *b = other->items[i];
        assert_true(mb_slice_equal(a->sentence, b->sentence) && mb_slice_equal(a->words.key, b->words.key));
        assert_true(a->block == b->block && a->promised == b->promised && a->asked_for == b->asked_for);
        assert_int_equal(a->words.words.count, b->words.words.count);
        for (uint32_t k = 0; k < a->words.words.count; k++)
            assert_true(mb_slice_equal(a->words.words.items[k], b->words.words.items[k]));
    }
}

/* Adds to `count` what was compared beyond the words. */
static void assert_same_gist(const mb_reading *one, const mb_reading *other, size_t *count)
{
    assert_int_equal(mb_unheaded_words(one->gist), mb_unheaded_words(other->gist));
    for (uint32_t i = 0; i < one->pack->meetings.count; i++) {
        const mb_meeting *a = one->pack->meetings.items[i], *b = other->pack->meetings.items[i];
        for (uint32_t k = 0; a->minutes && k < a->minutes->items.count; k++) {
            const mb_list *found = mb_undertakings(one->gist, a->minutes->items.items[k]);
            assert_same_undertakings(found, mb_undertakings(other->gist, b->minutes->items.items[k]));
            *count += found->count;
        }
    }
    for (uint32_t i = 0; i < one->pack->reports.count; i++, ++*count) {
        const mb_report *a = one->pack->reports.items[i], *b = other->pack->reports.items[i];
        const mb_sketch *sketch = mb_paper_sketch(other->gist, &b->sections);
        assert_memory_equal(mb_paper_sketch(one->gist, &a->sections), sketch, sizeof *sketch);
    }
}

static void assert_same_wordless(const mb_list *one, const mb_list *other)
{
    assert_int_equal(one->count, other->count);
    for (uint32_t i = 0; i < one->count; i++)
        assert_memory_equal(one->items[i], other->items[i], sizeof(mb_pages));
}

static void compare(const mb_reading *fresh, mb_arena *arena, mb_arena *scratch, size_t *count)
{
    assert_int_equal(mb_arena_guard(arena), 0);
    assert_int_equal(mb_arena_guard(scratch), 0);
    mb_reading kept = {0};
    mb_slice image = mb_reading_image(scratch, fresh);
    assert_true(mb_reading_of_image(arena, scratch, image, dialects, &kept));
    assert_same_json(fresh, &kept);
    assert_same_gist(fresh, &kept, count);
    assert_same_wordless(&fresh->wordless, &kept.wordless);
    assert_ptr_equal(fresh->dialect, kept.dialect);
    assert_false(mb_reading_of_image(arena, scratch, mb_slice_first(image, image.size - 1), dialects, &kept));
    mb_dialects_free(kept.dialects);
}

static void compare_pack(const char *path, size_t *count)
{
    mb_reading fresh = {0};
    mb_arena *arena, *scratch;
    assert_int_equal(mb_read_pack(dialects, NULL, path, &fresh, NULL), 0);
    assert_int_equal(mb_take_gist(&fresh, NULL), 0);
    assert_int_equal(mb_arena_new(CEILING, &arena), 0);
    assert_int_equal(mb_arena_new(CEILING, &scratch), 0);
    compare(&fresh, arena, scratch, count);
    mb_arena_free(scratch);
    mb_arena_free(arena);
    mb_reading_free(&fresh);
}

/* How many packs the folder has. */
static uint32_t compare_folder(const char *folder, size_t *count)
{
    mb_strings names = {0};
    assert_int_equal(mb_folder_list(paths, folder, "*.[tm]*", &names, NULL), 0);
    for (uint32_t i = 0; i < names.count; i++)
        compare_pack(mb_path_join(paths, folder, names.items[i].data), count);
    return names.count;
}

static void every_reading_comes_out_of_its_image_as_it_went_in(void **state)
{
    (void)state;
    static const char *const folders[] = {MB_EXAMPLE_SITE "/packs", MB_READER_PACKS "/ellerwick",
                                          MB_READER_PACKS "/papers"};
    size_t count = 0;
    assert_int_equal(mb_arena_guard(paths), 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_true(compare_folder(folders[i], &count) > 0);
    assert_true(count > 50);
}

static const char minutes[] =
    "Ponds Committee\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. THE PONDS\n\n"
    "MINUTES OF PONDS COMMITTEE MEETING\n\nTuesday, 4th February, 2025\n\n"
    "Present:- Councillors Ann Lee (Chair) and Bob Reed\n\n1 WELCOME\n\nThe Chair welcomed everyone.\n\n2 DUCKS\n\n"
    "Councillor Reed asked how many ducks there were. The Head of Parks replied that she did not know. She would then "
    "write to the Panel.\n\n"
    "The meeting ended at 11.00 am\n";

static const mb_minute_item *first_with_undertakings(const mb_reading *reading)
{
    for (uint32_t i = 0; i < reading->pack->meetings.count; i++) {
        const mb_meeting *meeting = reading->pack->meetings.items[i];
        for (uint32_t k = 0; meeting->minutes && k < meeting->minutes->items.count; k++)
            if (mb_undertakings(reading->gist, meeting->minutes->items.items[k])->count > 0)
                return meeting->minutes->items.items[k];
    }
    return NULL;
}

/* Whether the reading comes out of its image with its first undertaking in that block of the item. */
static bool comes_out_with(const mb_reading *fresh, const mb_minute_item *item, uint32_t block)
{
    mb_reading kept = {0};
    mb_arena *arena;
    assert_int_equal(mb_arena_new(CEILING, &arena), 0);
    assert_int_equal(mb_arena_guard(arena), 0);
    ((mb_undertaking *)mb_undertakings(fresh->gist, item)->items[0])->block = block;
    bool is_whole = mb_reading_of_image(arena, arena, mb_reading_image(arena, fresh), dialects, &kept);
    if (is_whole)
        mb_dialects_free(kept.dialects);
    mb_arena_free(arena);
    return is_whole;
}

static void an_undertaking_in_no_block_of_its_item_is_a_damage(void **state)
{
    (void)state;
    mb_reading fresh = {0};
    assert_int_equal(mb_read_bytes(dialects, NULL, mb_slice_of(minutes), "ponds.txt", &fresh, NULL), 0);
    assert_int_equal(mb_take_gist(&fresh, NULL), 0);
    const mb_minute_item *item = first_with_undertakings(&fresh);
    assert_non_null(item);
    assert_true(comes_out_with(&fresh, item, item->blocks.count - 1));
    assert_false(comes_out_with(&fresh, item, item->blocks.count));
    assert_false(comes_out_with(&fresh, item, UINT32_MAX));
    mb_reading_free(&fresh);
}

static void real_ones_do_too(void **state)
{
    (void)state;
    size_t count = 0;
    const char *references = getenv("MINUTEBOOK_REFERENCES");
    if (!references)
        skip();
    assert_int_equal(mb_arena_guard(paths), 0);
    compare_folder(mb_path_join(paths, references, "packs"), &count);
    compare_folder(mb_path_join(paths, references, "packs/other"), &count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reading_comes_out_of_its_image_as_it_went_in),
        cmocka_unit_test(an_undertaking_in_no_block_of_its_item_is_a_damage),
        cmocka_unit_test(real_ones_do_too),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

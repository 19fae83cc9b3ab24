/* memory.c: what reading holds beside the source at its peak, in the source's sizes. The arenas are as they are released: in
 * chunks. */
#include "../bench/held.h"

#include "../bench/enlarge.h"
#include "reading_of.h"

#include "core/file.h"

/* What a pack of many pages may take: its lines take half its size, its model as much as the source or a little more. */
#define MANY_PAGES   100000
#define MOST_OF_REAL 2.0
/* The example site's packs are short and dense: a record for each 110 bytes, among them 10 of minutes' items, people, votes
 * and decisions in 2 KB, and a line for each 36. (measured: 2.64) */
#define MUCH_TEXT   1000000
#define MOST_OF_OWN 2.75

static double peak_of(mb_slice text)
{
    mb_reading reading;
    mb_error error = {0};
    size_t before = most_held = held;
    if (mb_read_bytes(shipped, NULL, text, "pack.txt", &reading, &error) != 0)
        fail_msg("%s", error.message);
    size_t peak = most_held - before;
    mb_reading_free(&reading);
    return ((double)peak - (double)text.size) / (double)text.size;
}

static mb_slice text_in(const char *folder, mb_slice name)
{
    mb_slice text;
    mb_error error = {0};
    if (mb_file_read(kept, mb_path_join(kept, folder, name.data), MB_PACK_CEILING, &text, &error) != 0)
        fail_msg("%s", error.message);
    return text;
}

static void a_real_pack_of_many_pages_takes_less_than_twice_its_size_beside_it(void **state)
{
    (void)state;
    const char *references = getenv("MINUTEBOOK_REFERENCES");
    if (!references || !*references)
        skip();
    const char *folder = mb_path_join(kept, references, "packs");
    mb_strings names = {0};
    assert_int_equal(mb_folder_list(kept, folder, "*.txt", &names, NULL), 0);
    for (uint32_t i = 0; i < names.count; i++) {
        mb_slice text = text_in(folder, names.items[i]);
        double peak = text.size > MANY_PAGES ? peak_of(text) : 0;
        if (peak >= MOST_OF_REAL)
            fail_msg("%s takes %.2f times its size", names.items[i].data, peak);
    }
}

static void much_text_takes_no_more_for_its_size_than_it_did(void **state)
{
    (void)state;
    const char *folder = "../../example-site/packs";
    mb_strings names = {0};
    assert_int_equal(mb_folder_list(kept, folder, "*.txt", &names, NULL), 0);
    mb_slice all = {"", 0};
    for (uint32_t i = 0; i < names.count; i++)
        all = MB_JOINED(kept, all, text_in(folder, names.items[i]), MB_TEXT("\n"));
    char *much = mb_arena_text(kept, MUCH_TEXT);
    enlarge(all.data, all.size, much, MUCH_TEXT);
    double peak = peak_of((mb_slice){much, MUCH_TEXT});
    if (peak >= MOST_OF_OWN)
        fail_msg("it takes %.2f times its size", peak);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_real_pack_of_many_pages_takes_less_than_twice_its_size_beside_it),
        cmocka_unit_test(much_text_takes_no_more_for_its_size_than_it_did),
    };
    return run_reader_tests(tests);
}

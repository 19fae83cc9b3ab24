/* damage.c: the packs of the example site and of packs/, cut, with lines dropped and lines swapped: they are read, and keep their words. */
#include "words_of.h"

#include "core/file.h"

/* So many damaged copies for each kind of damage; the seed makes them the same in every run. */
#define COPIES 200
#define SEED   20250603u

static uint64_t random_state;

/* Knuth's MMIX generator. */
static uint32_t next_random(uint32_t below)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % below;
}

static mb_strings pack_paths(void)
{
    static const char *const folders[] = {"../../example-site/packs", "packs/ellerwick"};
    mb_strings paths = {0};
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        mb_strings names = {0};
        assert_int_equal(mb_folder_list(kept, folders[i], "*.txt", &names, NULL), 0);
        assert_true(names.count >= 2);
        for (uint32_t j = 0; j < names.count; j++)
            mb_strings_push(kept, &paths, mb_slice_of(mb_path_join(kept, folders[i], names.items[j].data)));
    }
    return paths;
}

/* The pack's bytes, in which Markdown's <u> and the hollow bullet "o" are no words. */
static mb_slice bytes_of(mb_slice path)
{
    mb_slice source;
    mb_error error = {0};
    if (mb_file_read(kept, path.data, MB_PACK_CEILING, &source, &error) != 0)
        fail_msg("%s", error.message);
    char *bytes = mb_arena_alloc(kept, source.size + 1);
    memcpy(bytes, source.data, source.size);
    for (char *mark = bytes; (mark = strstr(mark, "u>"));)
        mark[0] = mark[1] = ' ';
    for (char *mark = bytes; (mark = strstr(mark, "  o  "));)
        mark[2] = '*';
    return (mb_slice){bytes, source.size};
}

static void copy_lines(mb_strings *lines, mb_slice source)
{
    for (size_t from = 0; from < source.size;) {
        size_t lf = mb_slice_find(source, MB_TEXT("\n"), from);
        size_t end = lf == SIZE_MAX ? source.size : lf + 1;
        mb_strings_push(kept, lines, mb_slice_between(source.data + from, source.data + end));
        from = end;
    }
}

static mb_slice join(const mb_strings *lines, char *into)
{
    size_t size = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        memcpy(into + size, lines->items[i].data, lines->items[i].size);
        size += lines->items[i].size;
    }
    return (mb_slice){into, size};
}

static mb_slice cut(mb_strings *lines, char *into)
{
    mb_slice all = join(lines, into);
    return mb_slice_first(all, next_random((uint32_t)all.size));
}

static mb_slice drop_a_line(mb_strings *lines, char *into)
{
    uint32_t line = next_random(lines->count);
    mb_slice dropped = lines->items[line];
    lines->items[line] = MB_TEXT("");
    mb_slice all = join(lines, into);
    lines->items[line] = dropped;
    return all;
}

static mb_slice swap_two_lines(mb_strings *lines, char *into)
{
    uint32_t first = next_random(lines->count), second = next_random(lines->count);
    mb_slice held = lines->items[first];
    lines->items[first] = lines->items[second];
    lines->items[second] = held;
    return join(lines, into);
}

static void check_line(const mb_type_info *type, const void *record, void *context)
{
    const mb_place *place = record;
    if (type->placed && (place->line < 1 || place->line > *(const int64_t *)context + 1))
        fail_msg("%s has line %u", type->title, place->line);
}

static void read_copies(mb_slice (*damage)(mb_strings *, char *))
{
    mb_strings paths = pack_paths();
    random_state = SEED;
    for (uint32_t i = 0; i < paths.count; i++) {
        mb_slice source = bytes_of(paths.items[i]);
        mb_strings lines = {0};
        copy_lines(&lines, source);
        char *into = mb_arena_alloc(kept, source.size);
        for (uint32_t copy = 0; copy < COPIES / paths.count; copy++) {
            mb_slice damaged = damage(&lines, into);
            mb_reading reading;
            mb_error error = {0};
            if (mb_read_bytes(shipped, NULL, damaged, paths.items[i].data, &reading, &error) != 0)
                fail_msg("copy %u of %s: %s", copy, paths.items[i].data, error.message);
            bool kept_words = keeps_every_word(damaged, reading.pack);
            walk(mb_type_of(pack), reading.pack, check_line, &reading.pack->source->lines.value);
            mb_reading_free(&reading);
            if (!kept_words)
                fail_msg("copy %u of %s", copy, paths.items[i].data);
        }
    }
}

static void a_pack_that_breaks_off_anywhere_is_read(void **state)
{
    (void)state;
    read_copies(cut);
}

static void a_pack_that_lacks_a_line_is_read(void **state)
{
    (void)state;
    read_copies(drop_a_line);
}

static void a_pack_whose_lines_are_shuffled_more_and_more_is_read(void **state)
{
    (void)state;
    read_copies(swap_two_lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_that_breaks_off_anywhere_is_read),
        cmocka_unit_test(a_pack_that_lacks_a_line_is_read),
        cmocka_unit_test(a_pack_whose_lines_are_shuffled_more_and_more_is_read),
    };
    return run_reader_tests(tests);
}

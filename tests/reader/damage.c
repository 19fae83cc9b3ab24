/* damage.c: packs cut at any byte, with a line removed, with two lines exchanged: they are read, keep their words, and what
 * is lost of the model stays near the damage. */
#include "words_of.h"

#include <sys/stat.h>

#include "core/file.h"

/* So many damaged copies of each pack; the seed makes them the same in every run. */
#define COPIES 200
#define SEED   20250603u

/* What is further from the damage than two pages is far. An object is lost where no other of its type begins with the
 * same words. */
#define NEAR        120
#define WORDS_BYTES 40

/* A heading or a label can hold up many objects: in one copy of so many, more than these few may be lost far away; and in
 * none more than such a part of the whole. */
#define FEW_COPIES  20
#define FEW_OBJECTS 3
#define LARGE_PART  3

static uint64_t random_state;

/* Knuth's MMIX generator. */
static uint32_t next_random(uint32_t below)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % below;
}

/* ---- packs ---- */

static void add_packs(mb_strings *paths, const char *folder)
{
    mb_strings names = {0};
    assert_int_equal(mb_folder_list(kept, folder, "*.txt", &names, NULL), 0);
    assert_true(names.count > 0);
    for (uint32_t i = 0; i < names.count; i++)
        mb_strings_push(kept, paths, mb_slice_of(mb_path_join(kept, folder, names.items[i].data)));
}

static mb_strings own_packs(void)
{
    mb_strings paths = {0};
    add_packs(&paths, "../../example-site/packs");
    add_packs(&paths, "packs/ellerwick");
    return paths;
}

static mb_strings real_packs(void)
{
    mb_strings paths = {0};
    const char *folder = getenv("MINUTEBOOK_REFERENCES");
    if (folder && *folder) {
        add_packs(&paths, mb_path_join(kept, folder, "packs"));
        add_packs(&paths, mb_path_join(kept, folder, "packs/other"));
    }
    return paths;
}

/* The pack's bytes, in which Markdown's <u> and the hollow bullet "o" are no words. */
static mb_slice bytes_of(const char *path)
{
    mb_slice source;
    mb_error error = {0};
    if (mb_file_read(kept, path, MB_PACK_CEILING, &source, &error) != 0)
        fail_msg("%s", error.message);
    for (char *mark = (char *)source.data; (mark = strstr(mark, "u>"));)
        mark[0] = mark[1] = ' ';
    for (char *mark = (char *)source.data; (mark = strstr(mark, "  o  "));)
        mark[2] = '*';
    return source;
}

/* ---- damage ---- */

typedef struct damaged {
    mb_strings lines; /* of the whole pack, each with its LF */
    char *copy;       /* room for one */
    mb_slice bytes;   /* of the copy */
    uint32_t at[2];   /* the damaged lines, from 1 */
    uint32_t end;     /* the line behind the last one that is still there; UINT32_MAX: all are */
} damaged;

static void copy_lines(mb_strings *lines, mb_slice source)
{
    for (size_t from = 0; from < source.size;) {
        size_t lf = mb_slice_find(source, MB_TEXT("\n"), from);
        size_t end = lf == SIZE_MAX ? source.size : lf + 1;
        mb_strings_push(kept, lines, mb_slice_between(source.data + from, source.data + end));
        from = end;
    }
}

static void join(damaged *d)
{
    size_t size = 0;
    for (uint32_t i = 0; i < d->lines.count; i++) {
        memcpy(d->copy + size, d->lines.items[i].data, d->lines.items[i].size);
        size += d->lines.items[i].size;
    }
    d->bytes = (mb_slice){d->copy, size};
}

static void cut(damaged *d)
{
    join(d);
    d->bytes.size = next_random((uint32_t)d->bytes.size);
    uint32_t line = 1;
    for (size_t i = 0; i < d->bytes.size; i++)
        line += d->bytes.data[i] == '\n';
    d->at[0] = d->at[1] = d->end = line;
}

static void drop_a_line(damaged *d)
{
    uint32_t line = next_random(d->lines.count);
    mb_slice dropped = d->lines.items[line];
    d->lines.items[line] = MB_TEXT("");
    join(d);
    d->lines.items[line] = dropped;
    d->at[0] = d->at[1] = line + 1;
    d->end = UINT32_MAX;
}

static void exchange(damaged *d, uint32_t first, uint32_t second)
{
    mb_slice held = d->lines.items[first];
    d->lines.items[first] = d->lines.items[second];
    d->lines.items[second] = held;
}

static void exchange_two_lines(damaged *d)
{
    uint32_t first = next_random(d->lines.count), second = next_random(d->lines.count);
    exchange(d, first, second);
    join(d);
    exchange(d, first, second);
    d->at[0] = first + 1;
    d->at[1] = second + 1;
    d->end = UINT32_MAX;
}

static void (*const damages[])(damaged *) = {cut, drop_a_line, exchange_two_lines};

/* ---- what is lost ---- */

/* An object by its type and its first words. */
typedef struct object {
    uint64_t key;
    uint32_t line;
} object;

typedef struct objects {
    object *items;
    size_t count, capacity;
} objects;

static const char *const beginnings[] = {"printed", "name", "text", "title", "term", "speaker", "caption", "marker"};

static mb_slice beginning_of(const mb_type_info *type, const void *record)
{
    for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
        const mb_field_info *field = mb_field_find(type, mb_slice_of(beginnings[i]));
        if (field && mb_field_exists(field, record)) {
            mb_slice text = *(const mb_slice *)field_of(record, field);
            if (text.size)
                return mb_slice_first(text, WORDS_BYTES);
        }
    }
    return MB_NOTHING;
}

static uint64_t key_of(const char *type, mb_slice text)
{
    uint64_t key = 14695981039346656037u; /* FNV-1a */
    for (; *type; type++)
        key = (key ^ (unsigned char)*type) * 1099511628211u;
    for (size_t i = 0; i < text.size; i++)
        key = (key ^ (unsigned char)text.data[i]) * 1099511628211u;
    return key;
}

/* Furniture and diagnostics depend on all of a pack. */
static void add_object(const mb_type_info *type, const void *record, void *context)
{
    objects *all = context;
    mb_slice text = beginning_of(type, record);
    if (!type->placed || !text.size || type == mb_type_of(diagnostic))
        return;
    if (all->count == all->capacity) {
        all->capacity = all->capacity ? all->capacity * 2 : 1024;
        all->items = realloc(all->items, all->capacity * sizeof *all->items);
    }
    all->items[all->count++] = (object){key_of(type->name, text), ((const mb_place *)record)->line};
}

static int by_key_then_line(const void *a, const void *b)
{
    const object *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->line < right->line ? -1 : left->line > right->line;
}

static objects objects_of(mb_pack *pack)
{
    objects all = {NULL, 0, 0};
    mb_list furniture = pack->furniture;
    pack->furniture.count = 0;
    walk(mb_type_of(pack), pack, add_object, &all);
    pack->furniture = furniture;
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, by_key_then_line);
    return all;
}

static bool is_far(const damaged *d, uint32_t line)
{
    if (line >= d->end)
        return false;
    for (size_t i = 0; i < COUNT_OF(d->at); i++)
        if (line + NEAR >= d->at[i] && line <= d->at[i] + NEAR)
            return false;
    return true;
}

/* How many objects of the whole pack that stood far from the damage are not in the copy. */
static size_t count_lost(const damaged *d, const objects *whole, const objects *copy)
{
    size_t lost = 0, k = 0;
    for (size_t i = 0; i < whole->count; i++) {
        while (k < copy->count && copy->items[k].key < whole->items[i].key)
            k++;
        if (k < copy->count && copy->items[k].key == whole->items[i].key)
            k++;
        else
            lost += is_far(d, whole->items[i].line);
    }
    return lost;
}

/* ---- copies ---- */

static void check_line(const mb_type_info *type, const void *record, void *context)
{
    const mb_place *place = record;
    if (type->placed && (place->line < 1 || place->line > *(const int64_t *)context + 1))
        fail_msg("%s has line %u", type->title, place->line);
}

static mb_reading read_copy(const damaged *d, const char *path)
{
    mb_reading reading = {0};
    mb_error error = {0};
    if (mb_read_bytes(shipped, NULL, d->bytes, path, &reading, &error) != 0)
        fail_msg("%s, damaged in line %u: %s", path, d->at[0], error.message);
    walk(mb_type_of(pack), reading.pack, check_line, &reading.pack->source->lines.value);
    return reading;
}

/* Reads damaged copies of one pack. None of them may lose a word, where the whole one keeps all of them. */
static void read_copies(const char *path)
{
    mb_slice source = bytes_of(path);
    damaged d = {.copy = mb_arena_alloc(kept, source.size + 1), .end = UINT32_MAX};
    copy_lines(&d.lines, source);
    d.bytes = source;
    mb_reading reading = read_copy(&d, path);
    objects whole = objects_of(reading.pack);
    bool keeps_words = keeps_every_word(source, reading.pack);
    mb_reading_free(&reading);

    size_t torn = 0, most = 0;
    random_state = SEED;
    for (uint32_t copy = 0; copy < COPIES; copy++) {
        damages[copy % COUNT_OF(damages)](&d);
        reading = read_copy(&d, path);
        bool kept_words = !keeps_words || keeps_every_word(d.bytes, reading.pack);
        objects left = objects_of(reading.pack);
        size_t lost = count_lost(&d, &whole, &left);
        free(left.items);
        mb_reading_free(&reading);
        if (!kept_words)
            fail_msg("copy %u of %s, damaged in lines %u and %u", copy, path, d.at[0], d.at[1]);
        if (lost > FEW_OBJECTS)
            print_message("%s, damaged in lines %u and %u: lost %zu of %zu objects far from there\n", path, d.at[0],
                          d.at[1], lost, whole.count);
        torn += lost > FEW_OBJECTS;
        most = lost > most ? lost : most;
    }
    print_message("%s: %zu of %d copies lost more than %d objects far from the damage, at most %zu of %zu\n", path,
                  torn, COPIES, FEW_OBJECTS, most, whole.count);
    if (torn * FEW_COPIES > COPIES || most * LARGE_PART > whole.count)
        fail_msg("%s loses too much far from the damage", path);
    free(whole.items);
}

static void damage_to_a_pack_of_our_own_stays_where_it_is(void **state)
{
    (void)state;
    mb_strings paths = own_packs();
    for (uint32_t i = 0; i < paths.count; i++)
        read_copies(paths.items[i].data);
}

static void damage_to_a_real_pack_stays_where_it_is(void **state)
{
    (void)state;
    mb_strings paths = real_packs();
    if (!paths.count)
        skip();
    for (uint32_t i = 0; i < paths.count; i++)
        read_copies(paths.items[i].data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damage_to_a_pack_of_our_own_stays_where_it_is),
        cmocka_unit_test(damage_to_a_real_pack_stays_where_it_is),
    };
    return run_reader_tests(tests);
}

/* readings.c: see readings.h. */
#include "site/readings.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "core/data.h"
#include "core/file.h"
#include "core/holidays.h"
#include "core/parallel.h"
#include "model/places.h"
#include "site/corrections.h"
#include "site/gist.h"
#include "site/reading_image.h"
#include "site/shelf.h"

struct mb_kept_reading {
    atomic_uint holders;
    mb_reading reading;
    bool will_change;           /* by the site that it is of, and of no other */
    mb_slice image;             /* then: how it was; NOTHING where that isn't known */
    mb_stamp pack, corrections; /* of the files; of no corrections where there are none */
};

static void release(mb_kept_reading *kept)
{
    if (!kept || atomic_fetch_sub(&kept->holders, 1) != 1)
        return;
    mb_reading_free(&kept->reading);
    free(kept);
}

/* --- The vocabularies --- */

static int list_dialect_files(mb_arena *arena, const char *folder, mb_strings *out, mb_error *error)
{
    mb_strings names = {0};
    int code = mb_is_folder(folder) ? mb_folder_list(arena, folder, "*.yaml", &names, error) : 0;
    for (uint32_t i = 0; i < names.count; i++)
        mb_strings_push(arena, out, mb_slice_of(mb_path_join(arena, folder, names.items[i].data)));
    return code;
}

static bool are_as_before(const mb_kept_dialects *earlier, const mb_strings *files)
{
    if (earlier->files.count != files->count)
        return false;
    for (uint32_t i = 0; i < files->count; i++)
        if (!mb_slice_equal(earlier->files.items[i], files->items[i]) ||
            !mb_stamp_holds(&earlier->stamps[i], files->items[i].data))
            return false;
    return true;
}

static int take_dialects(mb_arena *arena, const mb_readings_wanted *wanted, mb_kept_dialects *out, mb_error *error)
{
    const char *folders[] = {mb_path_join(arena, mb_data_folder(arena), "dialects"),
                             mb_path_join(arena, wanted->folder, "dialects")};
    size_t count = mb_is_folder(folders[1]) ? 2 : 1;
    for (size_t i = 0; i < count; i++) {
        int code = list_dialect_files(arena, folders[i], &out->files, error);
        if (code)
            return code;
    }
    out->stamps = mb_new_array(arena, mb_stamp, out->files.count ? out->files.count : 1);
    for (uint32_t i = 0; i < out->files.count; i++)
        out->stamps[i] = mb_stamp_of(out->files.items[i].data);
    if (!wanted->earlier || !are_as_before(&wanted->earlier->vocabulary, &out->files))
        return mb_dialects_load(folders, count, &out->dialects, error);
    out->dialects = mb_dialects_hold(wanted->earlier->vocabulary.dialects);
    return 0;
}

/* What site.yaml names has to be there. */
static int look_for_dialect(const mb_dialects *dialects, const mb_site_config *config, mb_error *error)
{
    const mb_dialect *found;
    mb_error mistake = {0};
    if (!config->dialect.data || !mb_dialect_choose(dialects, config->dialect.data, MB_NOTHING, &found, &mistake))
        return 0;
    mb_fail_at(error, MB_EFORMAT, (mb_where){config->file, config->dialect_line, 0}, "%s", mistake.message);
    mb_advise(error, "%s", mistake.advice);
    return MB_EFORMAT;
}

/* --- The packs --- */

/* What is known of a pack before it is read. */
typedef struct pack_wanted {
    uint32_t former; /* its position in the earlier site, from 1; 0 where that hasn't it */
    uint32_t number; /* see model/places.h */
} pack_wanted;

typedef struct taking {
    const mb_readings_wanted *wanted;
    mb_readings *out;
    const mb_readings *earlier;
    pack_wanted *packs;
    mb_shelf shelf;
} taking;

/* Both sites have their packs by path. */
static void look_into_earlier(taking *job)
{
    const mb_strings *packs = &job->wanted->config->packs;
    const mb_strings *former = job->earlier ? &job->earlier->config->packs : &(mb_strings){.count = 0};
    for (uint32_t i = 0, k = 0; i < packs->count; i++) {
        while (k < former->count && mb_slice_compare(former->items[k], packs->items[i]) < 0)
            k++;
        if (k < former->count && mb_slice_equal(former->items[k], packs->items[i]))
            job->packs[i].former = ++k;
    }
}

static uint32_t former_number(const taking *job, uint32_t position)
{
    uint32_t former = job->packs[position].former;
    return former ? job->earlier->items[former - 1].pack->place.pack : 0;
}

/* A pack that the earlier site has keeps its number, so that its reading can be taken over wherever it stands now; the
 * others get those that are free. */
static void choose_numbers(mb_arena *arena, taking *job)
{
    uint32_t count = job->wanted->config->packs.count, highest = count, next = 1;
    for (uint32_t i = 0; i < count; i++)
        if (former_number(job, i) > highest)
            highest = former_number(job, i);
    bool *is_taken = mb_new_array(arena, bool, highest + 1);
    for (uint32_t i = 0; i < count; i++) {
        job->packs[i].number = former_number(job, i);
        is_taken[job->packs[i].number] = true;
    }
    for (uint32_t i = 0; i < count; i++) {
        while (!job->packs[i].number && is_taken[next])
            next++;
        if (!job->packs[i].number)
            job->packs[i].number = next++;
    }
}

static mb_slice address_of(const mb_site_config *config, size_t position)
{
    return config->urls ? config->urls[position] : MB_NOTHING;
}

/* The reading that the earlier site has of this pack, where it would be the same; or NULL. */
static mb_kept_reading *find_earlier(const taking *job, size_t position)
{
    const mb_readings *earlier = job->earlier;
    const mb_site_config *config = job->wanted->config;
    if (!earlier || !job->packs[position].former || earlier->vocabulary.dialects != job->out->vocabulary.dialects ||
        !mb_slice_equal(earlier->config->dialect, config->dialect) ||
        !mb_holidays_equal(&earlier->config->holidays, &config->holidays))
        return NULL;
    uint32_t there = job->packs[position].former - 1;
    if (!mb_slice_equal(address_of(earlier->config, there), address_of(config, position)))
        return NULL;
    const char *corrections = job->out->corrections[position], *former = earlier->corrections[there];
    if (corrections ? !former || strcmp(corrections, former) != 0 : former != NULL)
        return NULL;
    mb_kept_reading *kept = earlier->kept[there];
    bool is_same = mb_stamp_holds(&kept->pack, config->packs.items[position].data) &&
                   (!corrections || mb_stamp_holds(&kept->corrections, corrections));
    return is_same ? kept : NULL;
}

static mb_slice below(mb_slice path, mb_slice folder)
{
    bool is_below = path.size > folder.size && mb_slice_starts(path, folder) && path.data[folder.size] == '/';
    return is_below ? mb_slice_from(path, folder.size + 1) : MB_NOTHING;
}

/* A pack's path within its site, by which a site has the same bytes in whatever folder it stands; nothing elsewhere. */
static mb_slice name_of(mb_slice path, mb_slice folder)
{
    while (mb_slice_ends(folder, MB_TEXT("/")))
        folder.size--;
    mb_slice name = below(path, folder);
    while (mb_slice_starts(name, MB_TEXT("/")))
        name = mb_slice_from(name, 1);
    bool climbs_out = mb_slice_find(name, MB_TEXT("../"), 0) < name.size;
    return climbs_out ? MB_NOTHING : name;
}

/* What the site says of the pack. The reading outlives the configuration that it was made by. */
static int take_place(mb_reading *reading, uint32_t number, mb_slice name, mb_slice address, mb_error *error)
{
    if (mb_arena_guard(reading->arena))
        return mb_fail_exhausted(error, mb_arena_failure(reading->arena), "reading the packs");
    if (name.size > 0)
        reading->pack->source->name = mb_arena_copy(reading->arena, name);
    if (address.size > 0)
        reading->pack->source->url = mb_arena_copy(reading->arena, address);
    mb_number_places(reading->pack, number);
    return 0;
}

/* From the shelf, else from the pack; with its gist. */
static int read_pack(taking *job, const mb_reading_options *options, const char *path, mb_reading *out, mb_error *error)
{
    int code = mb_read_pack(job->out->vocabulary.dialects, options, path, out, error);
    if (code || out->gist)
        return code;
    code = mb_take_gist(out, error);
    if (!code)
        mb_shelf_keep(&job->shelf, out);
    return code;
}

static int read_anew(taking *job, size_t position, mb_kept_reading *kept, mb_error *error)
{
    const mb_readings_wanted *wanted = job->wanted;
    const char *corrections = job->out->corrections[position];
    const mb_keeper keeper = {mb_shelf_find, &job->shelf};
    const mb_reading_options options = {
        .dialect = wanted->config->dialect.data,
        .cache = wanted->cache,
        .corrections = corrections,
        .holidays = &wanted->config->holidays,
        .keeper = job->shelf.folder ? &keeper : NULL,
    };
    const char *path = wanted->config->packs.items[position].data;
    kept->pack = mb_stamp_of(path);
    if (corrections)
        kept->corrections = mb_stamp_of(corrections);
    return read_pack(job, &options, path, &kept->reading, error);
}

/* --- A reading of one's own --- */

static mb_slice image_of(mb_arena *scratch, const mb_kept_reading *kept)
{
    if (mb_arena_guard(scratch))
        return MB_NOTHING;
    return kept->will_change ? kept->image : mb_reading_image(scratch, &kept->reading);
}

/* What is known of the earlier reading beside what its image says. */
static void inherit(const mb_reading *earlier, mb_slice key, mb_reading *reading)
{
    mb_inherit_clean(reading->gist, earlier->gist);
    reading->key = key;
    reading->was_kept = earlier->was_kept;
}

static bool fill_from_image(const taking *job, mb_arena *arena, mb_arena *scratch, mb_slice image,
                            const mb_reading *earlier, mb_kept_reading *kept)
{
    if (mb_arena_guard(arena) || mb_arena_guard(scratch))
        return false;
    if (job->wanted->will_change)
        kept->image = mb_arena_copy(arena, image);
    mb_slice key = earlier->key.data ? mb_arena_copy(arena, earlier->key) : MB_NOTHING;
    if (!mb_reading_of_image(arena, scratch, image, job->out->vocabulary.dialects, &kept->reading))
        return false;
    inherit(earlier, key, &kept->reading);
    return true;
}

/* Makes the reading as it was before its site changed anything in it; false where that can't be done. */
static bool copy_reading(const taking *job, const mb_kept_reading *earlier, mb_kept_reading *kept)
{
    mb_arena *arena = NULL, *scratch = NULL;
    bool is_copied = mb_arena_new(MB_READING_CEILING, &scratch) == 0 && mb_arena_new(MB_READING_CEILING, &arena) == 0;
    mb_slice image = is_copied ? image_of(scratch, earlier) : MB_NOTHING;
    is_copied = image.data && fill_from_image(job, arena, scratch, image, &earlier->reading, kept);
    mb_arena_free(scratch);
    if (!is_copied) {
        mb_arena_free(arena);
        kept->image = MB_NOTHING;
    }
    kept->pack = earlier->pack;
    kept->corrections = earlier->corrections;
    return is_copied;
}

/* What would not fit is as good as not known. */
static void keep_image(mb_kept_reading *kept)
{
    mb_arena *scratch;
    if (mb_arena_new(MB_READING_CEILING, &scratch))
        return;
    mb_slice image = image_of(scratch, kept);
    if (image.data && !mb_arena_guard(kept->reading.arena))
        kept->image = mb_arena_copy(kept->reading.arena, image);
    mb_arena_free(scratch);
}

/* Makes a reading for this site: of the earlier one, which may be NULL, or of the pack. */
static int make(taking *job, size_t position, const mb_kept_reading *earlier, mb_kept_reading **out, mb_error *error)
{
    const mb_readings_wanted *wanted = job->wanted;
    mb_kept_reading *kept = calloc(1, sizeof *kept);
    if (!kept)
        return mb_fail_exhausted(error, MB_ENOMEM, "reading the packs");
    int code = earlier && copy_reading(job, earlier, kept) ? 0 : read_anew(job, position, kept, error);
    if (!code && wanted->will_change && !kept->image.data)
        keep_image(kept);
    kept->will_change = wanted->will_change;
    if (!code)
        code = take_place(&kept->reading, job->packs[position].number,
                          name_of(wanted->config->packs.items[position], mb_slice_of(wanted->folder)),
                          address_of(wanted->config, position), error);
    if (code) {
        mb_reading_free(&kept->reading);
        free(kept);
        return code;
    }
    atomic_init(&kept->holders, 1);
    *out = kept;
    return 0;
}

static void take(const taking *job, size_t position, mb_kept_reading *kept)
{
    job->out->kept[position] = kept;
    job->out->items[position] = kept->reading;
}

static void take_over(const taking *job, size_t position, mb_kept_reading *kept)
{
    atomic_fetch_add(&kept->holders, 1);
    take(job, position, kept);
}

static int take_pack(void *context, size_t position, mb_error *error)
{
    taking *job = context;
    mb_kept_reading *kept = find_earlier(job, position);
    if (kept && !kept->will_change && !job->wanted->will_change) {
        take_over(job, position, kept);
        return 0;
    }
    int code = make(job, position, kept, &kept, error);
    if (!code)
        take(job, position, kept);
    return code;
}

/* Whether the earlier site has them all, and no others; then they are taken over. */
static bool take_all_over(const taking *job)
{
    uint32_t count = job->wanted->config->packs.count;
    if (!job->earlier || job->earlier->count != count)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (!find_earlier(job, i))
            return false;
    for (uint32_t i = 0; i < count; i++)
        take_over(job, i, job->earlier->kept[i]);
    return true;
}

int mb_readings_take(mb_arena *arena, const mb_readings_wanted *wanted, mb_readings *out, mb_error *error)
{
    out->config = wanted->config;
    const mb_strings *packs = &wanted->config->packs;
    int code = take_dialects(arena, wanted, &out->vocabulary, error);
    if (!code)
        code = look_for_dialect(out->vocabulary.dialects, wanted->config, error);
    if (!code)
        code = mb_site_corrections(arena, wanted->folder, packs, &out->corrections, error);
    if (code)
        return code;
    uint32_t count = packs->count;
    out->kept = mb_new_array(arena, mb_kept_reading *, count ? count : 1);
    out->items = mb_new_array(arena, mb_reading, count ? count : 1);
    out->count = count;
    taking job = {.wanted = wanted, .out = out, .earlier = wanted->earlier};
    job.packs = mb_new_array(arena, pack_wanted, count ? count : 1);
    look_into_earlier(&job);
    choose_numbers(arena, &job);
    if (wanted->will_change && wanted->is_as_before && take_all_over(&job))
        return 0;
    mb_shelf_open(arena, wanted->cache, out->vocabulary.dialects, &job.shelf);
    const mb_parallel work = {.count = count, .jobs = wanted->jobs, .work = take_pack, .context = &job};
    code = mb_parallel_do(&work, error);
    /* Who opens a site again and again, as a preview does, reads little and has no time for more. */
    if (!wanted->earlier)
        mb_shelf_tidy(&job.shelf);
    return code;
}

bool mb_readings_are_the_same(const mb_readings *readings, const mb_readings *other)
{
    if (readings->count != other->count || readings->vocabulary.dialects != other->vocabulary.dialects)
        return false;
    for (uint32_t i = 0; i < readings->count; i++)
        if (readings->kept[i] != other->kept[i])
            return false;
    return true;
}

void mb_readings_end(mb_readings *readings)
{
    for (uint32_t i = 0; i < readings->count; i++)
        release(readings->kept[i]);
    readings->count = 0;
    mb_dialects_free(readings->vocabulary.dialects);
    readings->vocabulary.dialects = NULL;
}

/* reading_key.c: see reading_key.h. */
#include "reader/reading_key.h"

#include "core/build.h"
#include "core/digest.h"
#include "core/holidays.h"
#include "core/unicode.h"

static mb_slice bytes_of(mb_days days)
{
    return (mb_slice){(const char *)days.items, days.count * sizeof *days.items};
}

mb_slice mb_reading_key(mb_arena *arena, const mb_dialects *dialects, const mb_reading_options *options,
                        const mb_pack_file *file, mb_slice corrections)
{
    static const mb_holidays none = {0};
    const mb_holidays *holidays = options->holidays ? options->holidays : &none;
    mb_slice build = mb_build_id(arena);
    const mb_slice sources[] = {
        build,
        mb_unicode_version(),
        mb_dialects_digest(dialects),
        mb_slice_of(options->dialect),
        bytes_of(holidays->added),
        bytes_of(holidays->dropped),
        mb_slice_of(options->corrections),
        corrections,
        mb_slice_of(file->name),
        file->sha256,
        file->is_pdf ? file->text : MB_NOTHING,
        file->damage,
    };
    mb_slice digests[sizeof sources / sizeof *sources];
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        digests[i] = mb_sha256_hex(arena, sources[i]);
    mb_slice all = mb_arena_join(arena, digests, sizeof digests / sizeof *digests);
    return build.data ? mb_sha256_hex(arena, all) : MB_NOTHING;
}

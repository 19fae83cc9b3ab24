/* config_time_zone.c: whether a time zone is one of the tz database, where the machine has that.
 *
 *     Z Europe/London …        of tzdata.zi: a zone
 *     L Europe/London GB       another name of one
 */
#include "core/file.h"
#include "core/nearest.h"
#include "site/config_parts.h"

static const char database[] = "/usr/share/zoneinfo/tzdata.zi";

/* It has 110 KiB. */
#define DATABASE_CEILING ((size_t)4 << 20)

static mb_slice word_at(mb_slice line, int wanted)
{
    mb_slice rest = line, word = MB_NOTHING;
    for (int i = 0; i <= wanted && rest.size > 0; i++) {
        size_t size = mb_slice_find(rest, MB_TEXT(" "), 0);
        word = mb_slice_first(rest, size == SIZE_MAX ? rest.size : size);
        rest = mb_slice_from(rest, word.size < rest.size ? word.size + 1 : word.size);
    }
    return word;
}

static void list_names(mb_arena *arena, mb_slice text, mb_strings *out)
{
    while (text.size > 0) {
        size_t size = mb_slice_find(text, MB_TEXT("\n"), 0);
        mb_slice line = mb_slice_first(text, size == SIZE_MAX ? text.size : size);
        text = mb_slice_from(text, line.size < text.size ? line.size + 1 : line.size);
        bool is_zone = mb_slice_starts(line, MB_TEXT("Z ")), is_link = mb_slice_starts(line, MB_TEXT("L "));
        if (is_zone || is_link)
            mb_strings_push(arena, out, mb_arena_copy(arena, word_at(line, is_zone ? 1 : 2)));
    }
}

static const char *name_at(const void *names, size_t i)
{
    return ((const mb_strings *)names)->items[i].data;
}

void mb_config_time_zone(mb_form_reading *reading, const mb_yaml *node)
{
    mb_slice text;
    mb_strings names = {0};
    if (!node || node->kind != MB_YAML_SCALAR || mb_slice_equal(node->text, MB_TEXT("UTC")) ||
        mb_slice_find(node->text, MB_TEXT("/"), 0) == SIZE_MAX || /* the pattern has complained */
        mb_file_read(reading->arena, database, DATABASE_CEILING, &text, NULL))
        return;
    list_names(reading->arena, text, &names);
    for (uint32_t i = 0; i < names.count; i++)
        if (mb_slice_equal(names.items[i], node->text))
            return;
    const char *near = mb_nearest(node->text, names.count, name_at, &names);
    mb_slice advice = near ? mb_arena_printf(reading->arena, "did you mean '%s'?", near)
                           : MB_TEXT("write the name of a town in the zone, such as Europe/London");
    mb_form_complain(reading, node, advice.data, "the tz database has no time zone '%.*s'", MB_ARG(node->text));
}

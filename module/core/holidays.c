/* holidays.c: see holidays.h. */
#include "core/holidays.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
    mb_day left = *(const mb_day *)a, right = *(const mb_day *)b;
    return (left > right) - (left < right);
}

static mb_days sorted(mb_day *days, uint32_t count)
{
    if (count > 1)
        qsort(days, count, sizeof *days, by_number);
    return (mb_days){days, count};
}

static int read_days(mb_arena *arena, const mb_yaml *mapping, const char *file, const char *key, mb_days *out,
                     mb_error *error)
{
    mb_strings texts = {0};
    int code = mb_yaml_strings(arena, mapping, file, key, &texts, error);
    if (code || texts.count == 0)
        return code;
    mb_day *days = mb_new_array(arena, mb_day, texts.count);
    for (uint32_t i = 0; i < texts.count; i++) {
        days[i] = mb_day_of(texts.items[i]);
        if (days[i] != MB_NO_DAY)
            continue;
        mb_yaml_fail(mb_yaml_get(mapping, key)->items.items[i], file, error, "'%.*s' is no date",
                     MB_ARG(texts.items[i]));
        mb_advise(error, "write it as 2025-12-29");
        return MB_EFORMAT;
    }
    *out = sorted(days, texts.count);
    return 0;
}

int mb_holidays_read(mb_arena *arena, const mb_yaml *mapping, const char *file, mb_holidays *out, mb_error *error)
{
    static const char *const keys[] = {"added", "dropped", NULL};
    const mb_yaml *node = mb_yaml_get(mapping, "holidays");
    if (!node)
        return 0;
    if (node->kind != MB_YAML_MAPPING)
        return mb_yaml_fail(node, file, error, "'holidays' takes days that are `added` and days that are `dropped`");
    int code = mb_yaml_only(node, file, keys, error);
    if (!code)
        code = read_days(arena, node, file, "added", &out->added, error);
    return code ? code : read_days(arena, node, file, "dropped", &out->dropped, error);
}

static mb_days joined(mb_arena *arena, mb_days one, mb_days other)
{
    if (other.count == 0)
        return one;
    mb_day *days = mb_new_array(arena, mb_day, one.count + other.count);
    if (one.count)
        memcpy(days, one.items, one.count * sizeof *days);
    memcpy(days + one.count, other.items, other.count * sizeof *days);
    return sorted(days, one.count + other.count);
}

void mb_holidays_join(mb_arena *arena, mb_holidays *holidays, const mb_holidays *more)
{
    holidays->added = joined(arena, holidays->added, more->added);
    holidays->dropped = joined(arena, holidays->dropped, more->dropped);
}

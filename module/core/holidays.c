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

static bool is_among(mb_days days, mb_day day)
{
    return days.count && bsearch(&day, days.items, days.count, sizeof day, by_number);
}

/* The days of both, but for those that are `refused`. */
static mb_days joined(mb_arena *arena, mb_days one, mb_days other, mb_days refused)
{
    mb_day *days = mb_new_array(arena, mb_day, one.count + other.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < one.count; i++)
        if (!is_among(refused, one.items[i]))
            days[count++] = one.items[i];
    for (uint32_t i = 0; i < other.count; i++)
        days[count++] = other.items[i];
    return sorted(days, count);
}

void mb_holidays_join(mb_arena *arena, mb_holidays *holidays, const mb_holidays *more)
{
    const mb_holidays one = *holidays;
    if (more->added.count == 0 && more->dropped.count == 0)
        return;
    holidays->added = joined(arena, one.added, more->added, more->dropped);
    holidays->dropped = joined(arena, one.dropped, more->dropped, more->added);
}

static bool same_days(mb_days one, mb_days other)
{
    return one.count == other.count &&
           (one.count == 0 || memcmp(one.items, other.items, one.count * sizeof *one.items) == 0);
}

bool mb_holidays_equal(const mb_holidays *one, const mb_holidays *other)
{
    return same_days(one->added, other->added) && same_days(one->dropped, other->dropped);
}

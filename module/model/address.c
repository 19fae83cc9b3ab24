/* address.c: reads addresses. */
#include "model/address.h"

#include <ctype.h>
#include <stdlib.h>

#include "core/nearest.h"
#include "model/atlas.h"
#include "model/value.h"

/* ---- the text ---- */

/* The part of `text` before a comma that stands outside quotes. */
static mb_slice first_step(mb_slice text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.size; i++) {
        quoted ^= text.data[i] == '"';
        if (text.data[i] == ',' && !quoted)
            return mb_slice_first(text, i);
    }
    return text;
}

/* "2nd ", "last " */
static size_t ordinal_at(mb_slice text, uint32_t *ordinal)
{
    static const char *const endings[] = {"st ", "nd ", "rd ", "th "};
    if (mb_slice_starts_nocase(text, MB_TEXT("last "))) {
        *ordinal = MB_LAST;
        return strlen("last ");
    }
    size_t digits = 0;
    while (digits < text.size && digits < 7 && isdigit((unsigned char)text.data[digits]))
        digits++;
    for (size_t i = 0; digits && i < sizeof endings / sizeof *endings; i++)
        if (mb_slice_starts_nocase(mb_slice_from(text, digits), mb_slice_of(endings[i]))) {
            *ordinal = (uint32_t)strtoul(text.data, NULL, 10);
            return *ordinal ? digits + strlen(endings[i]) : 0;
        }
    return 0;
}

/* The longest noun at the start of the text. */
static mb_slice noun_at(const mb_atlas *atlas, mb_slice text)
{
    mb_slice longest = MB_NOTHING;
    for (uint32_t i = 0; i < atlas->nouns.count; i++) {
        mb_slice words = ((const mb_noun *)atlas->nouns.items[i])->words;
        bool whole = text.size == words.size || (text.size > words.size && text.data[words.size] == ' ');
        if (whole && words.size > longest.size && mb_slice_starts_nocase(text, words))
            longest = words;
    }
    return longest;
}

/* White space folded, without the quotes around it and the ellipsis behind it. */
static mb_slice read_key(mb_arena *arena, mb_slice text, bool *begins)
{
    static const char *const ellipses[] = {"...", "\xE2\x80\xA6"};
    text = mb_slice_trim(text);
    if (text.size >= 2 && *text.data == '"' && mb_slice_ends(text, MB_TEXT("\"")))
        text = mb_slice_trim((mb_slice){text.data + 1, text.size - 2});
    for (size_t i = 0; i < sizeof ellipses / sizeof *ellipses; i++)
        if (mb_slice_ends(text, mb_slice_of(ellipses[i]))) {
            text = mb_slice_trim(mb_slice_first(text, text.size - strlen(ellipses[i])));
            *begins = true;
        }
    return text.size ? mb_fold_spaces(arena, text) : MB_NOTHING;
}

static const char *noun_name(const void *context, size_t i)
{
    const mb_atlas *atlas = context;
    return ((const mb_noun *)atlas->nouns.items[i])->words.data;
}

/* The noun that was probably meant: the nearest to the first words of the step, two of them first. */
static const char *nearest_noun(const mb_atlas *atlas, mb_slice text)
{
    const char *nearest = NULL;
    size_t end = mb_slice_find(text, MB_TEXT(" "), 0);
    size_t second = end == SIZE_MAX ? SIZE_MAX : mb_slice_find(text, MB_TEXT(" "), end + 1);
    if (end != SIZE_MAX)
        nearest = mb_nearest(mb_slice_first(text, second), atlas->nouns.count, noun_name, atlas);
    return nearest ? nearest : mb_nearest(mb_slice_first(text, end), atlas->nouns.count, noun_name, atlas);
}

/* What a step is read for. */
typedef struct origin {
    const mb_yaml *node;
    const char *file;
    mb_error *error;
} origin;

static int refuse_noun(const mb_atlas *atlas, const origin *from, mb_slice text)
{
    const char *nearest = nearest_noun(atlas, text);
    mb_yaml_fail(from->node, from->file, from->error,
                 nearest ? "'%.*s' names nothing that a pack has (did you mean '%s'?)"
                         : "'%.*s' names nothing that a pack has",
                 MB_ARG(text), nearest);
    mb_advise(from->error, "begin each step of an address with a noun: meeting 2025-11-04, item 9");
    return MB_EFORMAT;
}

static int refuse_place(const origin *from, const mb_step *step, mb_slice above)
{
    mb_yaml_fail(from->node, from->file, from->error, "there is no '%.*s' within '%.*s'", MB_ARG(step->noun),
                 MB_ARG(above));
    mb_advise(from->error, "the steps of an address go from the whole to its part: meeting 2025-11-04, item 9");
    return MB_EFORMAT;
}

static int read_step(mb_atlas *atlas, const origin *from, mb_slice text, mb_address *address)
{
    if (address->count == MB_MOST_STEPS)
        return mb_yaml_fail(from->node, from->file, from->error, "an address has %d steps at most", MB_MOST_STEPS);
    mb_step *step = &address->steps[address->count];
    step->text = text = mb_fold_spaces(atlas->arena, text);
    mb_slice rest = mb_slice_from(text, ordinal_at(text, &step->ordinal));
    step->noun = noun_at(atlas, rest);
    if (!step->noun.data)
        return refuse_noun(atlas, from, rest);
    step->key = read_key(atlas->arena, mb_slice_from(rest, step->noun.size), &step->begins);
    step->types = mb_types_called(atlas, mb_address_types(address), step->noun);
    if (!step->types)
        return refuse_place(from, step, address->count ? address->steps[address->count - 1].text : MB_TEXT("pack"));
    address->count++;
    return 0;
}

mb_type_set mb_address_types(const mb_address *address)
{
    return address->count ? address->steps[address->count - 1].types : mb_set_of(mb_type_of(pack));
}

void mb_address_narrow(mb_atlas *atlas, mb_address *address, mb_type_set types)
{
    for (uint32_t i = address->count; i > 0; i--) {
        mb_step *step = &address->steps[i - 1];
        step->types &= types;
        if (i > 1)
            types = mb_types_above(atlas, address->steps[i - 2].types, step->noun, step->types);
    }
}

int mb_address_read(mb_atlas *atlas, const mb_yaml *node, const char *file, mb_address *out, mb_error *error)
{
    const origin from = {node, file, error};
    *out = (mb_address){.count = 0};
    if (mb_slice_equal_nocase(mb_slice_trim(node->text), mb_slice_of(mb_type_of(pack)->name)))
        return 0;
    for (mb_slice rest = node->text;;) {
        mb_slice step = first_step(rest);
        int code = read_step(atlas, &from, step, out);
        if (code)
            return code;
        if (step.size == rest.size)
            break;
        rest = mb_slice_from(rest, step.size + 1);
    }
    mb_address_narrow(atlas, out, mb_address_types(out));
    return 0;
}

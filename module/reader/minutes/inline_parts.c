/* inline_parts.c: markers within a sentence, in the order of their numbers. */
#include "reader/minutes/inline_parts.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "text/marker.h"

static const char *const romans[] = {"",     "i",  "ii", "iii", "iv",  "v",    "vi",  "vii",
                                     "viii", "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv"};
#define ROMANS  (sizeof romans / sizeof *romans)
#define LETTERS 26
/* Numbers of parts have fewer digits than years. */
#define MOST_PARTS 99
/* "viii", "99" */
#define NUMBER_SIZE 8

static mb_slice without_brackets(mb_slice marker)
{
    while (marker.size && strchr("([", *marker.data))
        marker = mb_slice_from(marker, 1);
    while (marker.size && strchr(").]", mb_slice_end(marker)[-1]))
        marker.size--;
    return marker;
}

/* The number with that ordinal in the same sort of numbers: "b" like "a", "ii" like "i", "2" like "1". */
static bool print_like(mb_slice like, bool roman, unsigned ordinal, char number[NUMBER_SIZE])
{
    if (isdigit((unsigned char)*like.data))
        return ordinal <= MOST_PARTS && snprintf(number, NUMBER_SIZE, "%u", ordinal) > 0;
    if (roman)
        return ordinal < ROMANS && snprintf(number, NUMBER_SIZE, "%s", romans[ordinal]) > 0;
    return ordinal <= LETTERS && snprintf(number, NUMBER_SIZE, "%c", 'a' + (int)ordinal - 1) > 0;
}

unsigned mb_following_ordinal(mb_slice number, unsigned before)
{
    char expected[NUMBER_SIZE];
    for (unsigned roman = 0; number.size && roman < 2; roman++)
        if (print_like(number, roman != 0, before + 1, expected) &&
            mb_slice_equal_nocase(number, mb_slice_of(expected)))
            return before + 1;
    return 0;
}

/* Where the marker that follows stands, printed as the one before it is; or the text's end. */
static size_t next_marker(mb_slice text, size_t from, mb_slice printed, mb_slice number, unsigned ordinal)
{
    char expected[NUMBER_SIZE], marker[2 * NUMBER_SIZE];
    bool roman = mb_slice_equal_nocase(number, mb_slice_of(ordinal < ROMANS ? romans[ordinal] : ""));
    bool bracket = mb_slice_ends(printed, MB_TEXT(")")) || mb_slice_ends(printed, MB_TEXT("]"));
    if (!print_like(number, roman, ordinal + 1, expected))
        return text.size;
    snprintf(marker, sizeof marker, " %s%s%s ", *printed.data == '(' ? "(" : "", expected, bracket ? ")" : ".");
    size_t at = mb_slice_find(text, mb_slice_of(marker), from);
    return at < text.size ? at + 1 : text.size;
}

bool mb_next_inline_part(mb_slice text, size_t *at, unsigned before, mb_inline_part *part)
{
    mb_marker marker = mb_marker_of(mb_slice_from(text, *at));
    if ((marker.form != MB_MARKER_LETTER && marker.form != MB_MARKER_NUMBER) || marker.rest.size == 0)
        return false;
    part->number = without_brackets(marker.printed);
    part->ordinal = mb_following_ordinal(part->number, before);
    if (!part->ordinal)
        return false;
    size_t from = (size_t)(marker.rest.data - text.data);
    *at = next_marker(text, from, marker.printed, part->number, part->ordinal);
    part->text = mb_slice_trim(mb_slice_between(marker.rest.data, text.data + *at));
    return true;
}

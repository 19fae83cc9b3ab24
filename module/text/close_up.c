/* close_up.c: moves the lines of a source together, in place: the spaces that end a line and the lines of nothing else
 * take no room.
 *
 *     The fair is in June  ⏎⏎and lasts a week.⏎     ─►     The fair is in June⏎and lasts a week.⏎
 *
 * The lines of a paragraph then stand one right behind the other, whatever their extraction put between, and a space in
 * the place of a line feed joins two of them (mb_add_piece). */
#include "text/text.h"

static size_t size_without_spaces(const char *raw, const char *end)
{
    while (end > raw && (end[-1] == ' ' || end[-1] == '\r'))
        end--;
    return (size_t)(end - raw);
}

void mb_close_up(mb_text *text)
{
    char *const first = (char *)text->source.data, *out = first;
    const char *raw = first, *end = mb_slice_end(text->source);
    for (uint32_t i = 0; i < text->count; i++) {
        mb_line *line = &text->lines[i];
        const char *start, *lf = memchr(raw, '\n', (size_t)(end - raw));
        size_t size = size_without_spaces(raw, lf ? lf : end);
        if (size) {
            start = out + (line->size ? mb_line_start(text, i) - raw : 0);
            memmove(out, raw, size);
            out += size;
            if (lf)
                *out++ = '\n';
        } else {
            start = out > first ? out - 1 : first;
        }
        line->at = (uint32_t)(start - first) & ((1U << 30) - 1);
        raw = lf ? lf + 1 : end;
    }
    text->source = text->bases[0] = mb_slice_between(first, out);
}

/* marks.c: the marks that stand in a page for what was taken out of it. */
#include "markdown/page.h"

typedef struct surround {
    const char *before, *after;
} surround;

/* A reference ends and begins with punctuation, as brackets are: emphasis depends on what stands beside it. */
static surround surround_of(mb_md_swap_kind kind)
{
    switch (kind) {
    case MB_MD_ATTRIBUTES:
        return (surround){" ", ""};
    case MB_MD_NOTE:
        return (surround){"1)  ", ""};
    case MB_MD_REFERENCE:
        return (surround){":", ":"};
    default:
        return (surround){"<!--", "-->"};
    }
}

static char *put(char *to, const char *text)
{
    size_t size = strlen(text);
    memcpy(to, text, size);
    return to + size;
}

static char *put_number(char *to, uint32_t number)
{
    char digits[10];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    memcpy(to, digits + at, sizeof digits - at);
    return to + sizeof digits - at;
}

size_t mb_md_make_mark(char out[MB_MD_LONGEST_MARK], mb_md_swap_kind kind, uint32_t number)
{
    surround around = surround_of(kind);
    char *end = put(put(out, around.before), MB_MD_SWAP);
    end = put(put(put_number(end, number), MB_MD_SWAP_END), around.after);
    return (size_t)(end - out);
}

void mb_markdown_fragment(mb_buffer *markdown, size_t index)
{
    mb_buffer_printf(markdown, MB_MD_FRAGMENT "%zu" MB_MD_FRAGMENT_END, index);
}

/* The number of a mark that begins at `at` with the bytes `mark` and ends with `end`, and where it ends; SIZE_MAX where
 * there is none. */
static size_t number_at(mb_slice text, size_t at, const char *mark, const char *end, size_t *to)
{
    mb_slice rest = mb_slice_from(text, at);
    if (!mb_slice_starts(rest, (mb_slice){mark, MB_MD_MARK_SIZE}))
        return SIZE_MAX;
    const char *first = text.data + at + MB_MD_MARK_SIZE, *last = first;
    size_t number = 0;
    for (; last < mb_slice_end(text) && last - first < 9 && *last >= '0' && *last <= '9'; last++)
        number = number * 10 + (size_t)(*last - '0');
    if (last == first || !mb_slice_starts(mb_slice_between(last, mb_slice_end(text)), (mb_slice){end, MB_MD_MARK_SIZE}))
        return SIZE_MAX;
    *to = (size_t)(last - text.data) + MB_MD_MARK_SIZE;
    return number;
}

/* What was put around a mark is a part of it, where cmark gave it back (of a list's marker it doesn't). */
static void widen(mb_slice text, mb_md_mark *mark)
{
    surround around = surround_of(mark->swap->kind);
    mb_slice before = mb_slice_of(around.before), after = mb_slice_of(around.after);
    if (mb_slice_ends(mb_slice_first(text, mark->from), before) &&
        mb_slice_starts(mb_slice_from(text, mark->to), after)) {
        mark->from -= before.size;
        mark->to += after.size;
    }
}

static bool swap_at(const mb_md_page *page, mb_slice text, size_t at, mb_md_mark *out)
{
    size_t number = number_at(text, at, MB_MD_SWAP, MB_MD_SWAP_END, &out->to);
    if (number >= page->swaps.count)
        return false;
    out->from = at;
    out->swap = page->swaps.items[number];
    widen(text, out);
    return true;
}

static bool fragment_at(const mb_md_page *page, mb_slice text, size_t at, mb_md_mark *out)
{
    size_t number = number_at(text, at, MB_MD_FRAGMENT, MB_MD_FRAGMENT_END, &out->to);
    if (number >= page->options->fragment_count)
        return false;
    out->from = at;
    out->fragment = &page->options->fragments[number];
    return true;
}

/* Every mark begins with the same two bytes. */
static size_t next_candidate(mb_slice text, size_t from)
{
    return mb_slice_find(text, MB_TEXT("\xEF\xB7"), from);
}

bool mb_md_next_mark(const mb_md_page *page, mb_slice text, size_t at, mb_md_mark *out)
{
    while ((at = next_candidate(text, at)) != SIZE_MAX) {
        *out = (mb_md_mark){0};
        if (swap_at(page, text, at, out) || fragment_at(page, text, at, out))
            return true;
        at += MB_MD_MARK_SIZE;
    }
    return false;
}

/* What was swapped may hold marks of fragments, but no swaps. */
static void add_restored(mb_buffer *out, const mb_md_page *page, const mb_md_mark *mark)
{
    if (mark->fragment) {
        mb_buffer_add(out, *mark->fragment);
        return;
    }
    mb_slice raw = mark->swap->raw;
    size_t done = 0;
    for (mb_md_mark inner; mb_md_next_mark(page, raw, done, &inner); done = inner.to) {
        mb_buffer_add(out, (mb_slice){raw.data + done, inner.from - done});
        mb_buffer_add(out, *inner.fragment);
    }
    mb_buffer_add(out, mb_slice_from(raw, done));
}

mb_slice mb_md_restore(mb_md_page *page, mb_slice text)
{
    mb_md_mark mark;
    if (!mb_md_next_mark(page, text, 0, &mark))
        return text;
    mb_buffer_clear(&page->restored);
    size_t done = 0;
    do {
        mb_buffer_add(&page->restored, (mb_slice){text.data + done, mark.from - done});
        add_restored(&page->restored, page, &mark);
        done = mark.to;
    } while (mb_md_next_mark(page, text, done, &mark));
    mb_buffer_add(&page->restored, mb_slice_from(text, done));
    return mb_buffer_slice(&page->restored);
}

static bool is_noncharacter(mb_slice text, size_t at)
{
    return at + 2 < text.size && (unsigned char)text.data[at + 2] >= 0x90 && (unsigned char)text.data[at + 2] <= 0xAF;
}

mb_slice mb_md_without_forgeries(mb_md_page *page, mb_slice markdown)
{
    char *copy = NULL;
    size_t size;
    for (size_t at = next_candidate(markdown, 0); at != SIZE_MAX; at = next_candidate(markdown, at + size)) {
        mb_md_mark mark;
        bool is_fragment = fragment_at(page, markdown, at, &mark);
        size = is_fragment ? mark.to - at : MB_MD_MARK_SIZE;
        if (is_fragment || !is_noncharacter(markdown, at))
            continue;
        if (!copy)
            copy = memcpy(mb_arena_alloc(page->arena, markdown.size), markdown.data, markdown.size);
        memcpy(copy + at, "\xEF\xBF\xBD", MB_MD_MARK_SIZE);
    }
    return copy ? (mb_slice){copy, markdown.size} : markdown;
}

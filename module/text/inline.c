/* inline.c: joins the lines of a paragraph and takes Markdown's marks out of its words. */
#include "text/inline.h"

#include <ctype.h>

typedef struct mark {
    const char *printed;
    bool opens_alone;      /* one that stands between spaces is no mark */
    bool strong, emphasis; /* what it begins, and ends the next time */
} mark;

/* The longest first. */
static const mark marks[] = {
    {"***", true, true, true},   {"**", true, true, false},    {"*", false, false, true},
    {"<u>", true, false, false}, {"</u>", true, false, false},
};

typedef struct writer {
    mb_arena *arena;
    char *text;
    size_t size, run_start;
    bool strong, emphasis;
    bool unclosed[4]; /* by the size of a mark: none of that size closes any more */
    mb_pieces left;   /* the piece that is being read, and those behind it */
    mb_list *runs;
} writer;

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/* What may not be copied as it is: most bytes may. */
typedef enum byte_kind { PLAIN, SPACE, SIGN } byte_kind;

static const unsigned char byte_kinds[256] = {
    [' '] = SPACE,  ['\t'] = SPACE, ['\r'] = SPACE, ['\f'] = SPACE,
    ['\v'] = SPACE, ['*'] = SIGN,   ['<'] = SIGN,   ['&'] = SIGN,
};

static bool is_escaped_ampersand(mb_slice piece, size_t at)
{
    return mb_slice_starts(mb_slice_from(piece, at), MB_TEXT("&amp;"));
}

static bool is_plain(mb_slice piece, size_t at)
{
    return byte_kinds[(unsigned char)piece.data[at]] == PLAIN ||
           (piece.data[at] == '&' && !is_escaped_ampersand(piece, at));
}

/* How many bytes from `at` on are plain. */
static size_t count_plain(mb_slice piece, size_t at)
{
    size_t end = at;
    while (end < piece.size && is_plain(piece, end))
        end++;
    return end - at;
}

/* Whether anything but single spaces stands between plain bytes. */
static bool needs_work(mb_slice piece)
{
    for (size_t at = count_plain(piece, 0); at < piece.size;) {
        if (piece.data[at] != ' ')
            return true;
        size_t plain = count_plain(piece, at + 1);
        if (plain == 0 && at + 1 < piece.size)
            return true;
        at += 1 + plain;
    }
    return false;
}

/* Of a text that has no style to its end nothing is a run. */
static void end_run(writer *w, bool at_end)
{
    bool plain = w->runs && w->runs->count == 0 && !w->strong && !w->emphasis;
    if (w->size == w->run_start || !w->runs || (at_end && plain))
        return;
    mb_run *run = mb_list_add(w->arena, w->runs, mb_run);
    run->text = mb_slice_between(w->text + w->run_start, w->text + w->size);
    run->style = w->strong ? mb_run_style_strong : w->emphasis ? mb_run_style_emphasis : mb_run_style_nothing;
    w->run_start = w->size;
}

/* Whether the asterisk at `at` can open or close emphasis, rather than stand for itself. */
static bool flanks(mb_slice piece, size_t at, bool opened)
{
    char before = at ? piece.data[at - 1] : ' ';
    char after = at + 1 < piece.size ? piece.data[at + 1] : ' ';
    return opened ? !is_space(before) : !is_space(after) && !isalnum((unsigned char)before) && before != '\'';
}

static size_t count_asterisks(mb_slice piece, size_t at)
{
    size_t count = 0;
    while (at + count < piece.size && piece.data[at + count] == '*')
        count++;
    return count;
}

/* Whether asterisks that could open a style at `at` are closed further on: those that aren't stand for themselves. What
 * was sought to the end in vain is not sought again, so that a long line of asterisks takes no longer than its size. */
static bool is_closed(writer *w, size_t size, size_t at)
{
    size_t from = at + count_asterisks(w->left.items[0], at);
    for (uint32_t i = 0; i < w->left.count && !w->unclosed[size]; i++, from = 0) {
        mb_slice piece = w->left.items[i];
        while ((from = mb_slice_find(piece, MB_TEXT("*"), from)) != SIZE_MAX) {
            size_t count = count_asterisks(piece, from);
            if ((count == size || count >= 3) && from > 0 && !is_space(piece.data[from - 1]))
                return true;
            from += count;
        }
    }
    w->unclosed[size] = true;
    return false;
}

static bool opens(const writer *w, const mark *m)
{
    return (m->strong && !w->strong) || (m->emphasis && !w->emphasis);
}

static const mark *mark_at(writer *w, mb_slice piece, size_t at)
{
    if (piece.data[at] != '*' && piece.data[at] != '<')
        return NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!mb_slice_starts(mb_slice_from(piece, at), mb_slice_of(marks[i].printed)))
            continue;
        if (opens(w, &marks[i]) && !is_closed(w, strlen(marks[i].printed), at))
            continue;
        if (marks[i].opens_alone || flanks(piece, at, w->emphasis))
            return &marks[i];
    }
    return NULL;
}

/* Adds the first of the pieces that are left. */
static void add_piece(writer *w)
{
    mb_slice piece = w->left.items[0];
    for (size_t i = 0; i < piece.size;) {
        const mark *found = mark_at(w, piece, i);
        if (found) {
            end_run(w, false);
            w->strong ^= found->strong;
            w->emphasis ^= found->emphasis;
            i += strlen(found->printed);
        } else if (is_escaped_ampersand(piece, i)) {
            w->text[w->size++] = '&';
            i += 5;
        } else if (is_space(piece.data[i])) {
            if (w->size && w->text[w->size - 1] != ' ')
                w->text[w->size++] = ' ';
            i++;
        } else {
            size_t size = 1 + count_plain(piece, i + 1);
            memcpy(w->text + w->size, piece.data + i, size);
            w->size += size;
            i += size;
        }
    }
}

static bool ends_in_word_hyphen(const writer *w)
{
    return w->size > 1 && w->text[w->size - 1] == '-' && !is_space(w->text[w->size - 2]);
}

static void drop_plain_runs(mb_list *runs)
{
    for (uint32_t i = 0; i < runs->count; i++)
        if (((const mb_run *)runs->items[i])->style)
            return;
    runs->count = 0;
}

void mb_read_inline(mb_arena *arena, mb_pieces pieces, mb_slice *text, mb_list *runs)
{
    if (pieces.count == 1 && !needs_work(pieces.items[0])) {
        *text = pieces.items[0];
        return;
    }
    size_t most = 1;
    for (uint32_t i = 0; i < pieces.count; i++)
        most += pieces.items[i].size + 1;
    writer w = {.arena = arena, .text = mb_arena_text(arena, most), .runs = runs};
    for (uint32_t i = 0; i < pieces.count; i++) {
        if (w.size && !is_space(w.text[w.size - 1]) && !ends_in_word_hyphen(&w))
            w.text[w.size++] = ' ';
        w.left = (mb_pieces){pieces.items + i, pieces.count - i};
        add_piece(&w);
    }
    end_run(&w, true);
    *text = mb_slice_trim_end((mb_slice){w.text, w.size});
    if (runs)
        drop_plain_runs(runs);
}

mb_slice mb_plain_text(mb_arena *arena, mb_slice piece)
{
    mb_slice text;
    mb_read_inline(arena, (mb_pieces){&piece, 1}, &text, NULL);
    return text;
}

bool mb_is_finished(mb_slice text)
{
    static const mb_slice closing[] = {MB_LITERAL("\""), MB_LITERAL("'"), MB_LITERAL(")"), MB_LITERAL("]"),
                                       MB_LITERAL("*"),  MB_LITERAL("”"), MB_LITERAL("’")};
    if (text.size && isalnum((unsigned char)mb_slice_end(text)[-1]))
        return false;
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (mb_slice_ends(text, closing[i])) {
            text.size -= closing[i].size;
            i = (size_t)-1;
        }
    return text.size && strchr(".?!:;", mb_slice_end(text)[-1]);
}

/* Words that nothing ends with. */
static const mb_slice leading_on[] = {
    MB_LITERAL(" a"),  MB_LITERAL(" an"),    MB_LITERAL(" and"),   MB_LITERAL(" as"),   MB_LITERAL(" at"),
    MB_LITERAL(" by"), MB_LITERAL(" for"),   MB_LITERAL(" from"),  MB_LITERAL(" her"),  MB_LITERAL(" his"),
    MB_LITERAL(" in"), MB_LITERAL(" into"),  MB_LITERAL(" its"),   MB_LITERAL(" of"),   MB_LITERAL(" on"),
    MB_LITERAL(" or"), MB_LITERAL(" our"),   MB_LITERAL(" that"),  MB_LITERAL(" the"),  MB_LITERAL(" their"),
    MB_LITERAL(" to"), MB_LITERAL(" which"), MB_LITERAL(" whose"), MB_LITERAL(" with"), MB_LITERAL(" your")};

bool mb_breaks_off(mb_slice text)
{
    if (mb_slice_ends(text, MB_TEXT(",")))
        return true;
    for (size_t i = 0; i < sizeof leading_on / sizeof *leading_on; i++)
        if (mb_slice_ends(text, leading_on[i]))
            return true;
    int depth = 0;
    for (size_t i = 0; i < text.size; i++)
        depth += (text.data[i] == '(') - (text.data[i] == ')');
    return depth > 0 && !mb_is_finished(text);
}

bool mb_starts_small(mb_slice text)
{
    return text.size && islower((unsigned char)*text.data);
}

bool mb_is_capitals(mb_slice text)
{
    bool any = false;
    for (size_t i = 0; i < text.size; i++) {
        if (islower((unsigned char)text.data[i]))
            return false;
        any |= isupper((unsigned char)text.data[i]) != 0;
    }
    return any;
}

/* phrases.c: a tree of folded characters. */
#include "reader/phrases.h"

typedef struct node node;
typedef struct ending ending;

struct ending {
    unsigned group;
    mb_slice value;
    const ending *next;
};

/* The groups whose phrases go through a node: most lines are left at the first character that no phrase of the group
 * that is looked for begins with. */
struct node {
    node *child, *sibling;
    const ending *endings;
    uint64_t groups[MB_PHRASE_GROUPS / 64];
    char character;
};

static bool has_group(const uint64_t *groups, unsigned group)
{
    return groups[group / 64] >> group % 64 & 1;
}

struct mb_phrases {
    node *first[256];
    uint64_t begins[256][MB_PHRASE_GROUPS / 64]; /* the groups with a phrase that can begin with this byte of a text */
};

/* What is written in several shapes, and the shape that stands for all. */
static const struct shape {
    const char *printed;
    char folded;
} shapes[] = {
    {"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'}, {"\xE2\x80\x90", '-'},
    {"\xE2\x80\x91", '-'},  {"\xE2\x80\x93", '-'},  {"\xE2\x80\x94", '-'}, {"\xC2\xA0", ' '},
};

static char fold_shape(mb_slice text, size_t *at)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        mb_slice printed = mb_slice_of(shapes[i].printed);
        if (mb_slice_starts(mb_slice_from(text, *at), printed)) {
            *at += printed.size;
            return shapes[i].folded;
        }
    }
    return text.data[(*at)++];
}

static char fold_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The folded character at `at`, which moves behind it; a run of white space is one space. */
static char next_folded(mb_slice text, size_t *at)
{
    char c = text.data[*at];
    char folded = (unsigned char)c < 0x80 ? fold_ascii(c) : fold_shape(text, at);
    *at += (unsigned char)c < 0x80;
    if (folded != ' ' && folded != '\t')
        return folded;
    while (*at < text.size && (text.data[*at] == ' ' || text.data[*at] == '\t'))
        (*at)++;
    return ' ';
}

mb_phrases *mb_phrases_new(mb_arena *arena)
{
    return mb_new(arena, mb_phrases);
}

static node *child_of(mb_arena *arena, node **list, char character)
{
    while (*list && (*list)->character != character)
        list = &(*list)->sibling;
    if (!*list) {
        *list = mb_new(arena, node);
        (*list)->character = character;
    }
    return *list;
}

static void set_group(uint64_t *groups, unsigned group)
{
    groups[group / 64] |= UINT64_C(1) << group % 64;
}

/* Notes every byte that a text can begin with where the phrase's first character is `c`. */
static void note_beginning(mb_phrases *phrases, unsigned group, char c)
{
    set_group(phrases->begins[(unsigned char)c], group);
    set_group(phrases->begins['*'], group); /* of emphasis before it */
    if (c >= 'a' && c <= 'z')
        set_group(phrases->begins[c & ~0x20], group);
    if (c == ' ')
        set_group(phrases->begins['\t'], group);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (shapes[i].folded == c)
            set_group(phrases->begins[(unsigned char)*shapes[i].printed], group);
}

void mb_phrases_add(mb_arena *arena, mb_phrases *phrases, unsigned group, mb_slice phrase, mb_slice value)
{
    node *at = NULL;
    for (size_t i = 0; i < phrase.size;) {
        char c = next_folded(phrase, &i);
        if (!at)
            note_beginning(phrases, group, c);
        at = child_of(arena, at ? &at->child : &phrases->first[(unsigned char)c], c);
        set_group(at->groups, group);
    }
    if (!at)
        return;
    ending *end = mb_new(arena, ending);
    *end = (ending){group, value, at->endings};
    at->endings = end;
}

static bool is_word_character(mb_slice text, size_t at)
{
    if (at >= text.size)
        return false;
    char c = fold_ascii(text.data[at]);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0xC3;
}

static bool is_word_start(mb_slice text, size_t at)
{
    return at == 0 || !is_word_character(text, at - 1) || !is_word_character(text, at);
}

static bool is_word_end(mb_slice text, size_t at)
{
    return !is_word_character(text, at) || !is_word_character(text, at - 1);
}

/* Behind Markdown's emphasis, which no phrase holds: **Present:** is a label like any other. */
static size_t skip_emphasis(mb_slice text, size_t at)
{
    while (at < text.size && text.data[at] == '*')
        at++;
    return at;
}

static bool can_begin(const mb_phrases *phrases, unsigned group, char byte)
{
    return has_group(phrases->begins[(unsigned char)byte], group);
}

size_t mb_phrases_match(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, mb_slice *value)
{
    size_t longest = 0;
    const node *at = NULL;
    if (from >= text.size || !can_begin(phrases, group, text.data[from]))
        return 0;
    for (size_t i = skip_emphasis(text, from); i < text.size; i = skip_emphasis(text, i)) {
        char c = next_folded(text, &i);
        const node *next = at ? at->child : phrases->first[(unsigned char)c];
        while (next && next->character != c)
            next = next->sibling;
        if (!next || !has_group(next->groups, group))
            break;
        at = next;
        for (const ending *end = at->endings; end; end = end->next)
            if (end->group == group && is_word_end(text, i)) {
                longest = skip_emphasis(text, i);
                *value = end->value;
            }
    }
    return longest;
}

size_t mb_phrases_find(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, size_t *start,
                       mb_slice *value)
{
    for (size_t at = from; at < text.size; at++) {
        if (!can_begin(phrases, group, text.data[at]) || !is_word_start(text, at))
            continue;
        size_t end = mb_phrases_match(phrases, group, text, at, value);
        if (end) {
            *start = at;
            return end;
        }
    }
    return 0;
}

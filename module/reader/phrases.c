/* phrases.c: a tree of folded characters, whose first two levels are also a table. */
#include "reader/phrases.h"

/* The characters that begin phrases, and those that come second, have a class each. */
#define CLASSES 64
/* Classes of bytes: none of a phrase's first two; more than a character by itself (emphasis, the bytes of a quote). */
#define CLASS_NONE  0
#define CLASS_MIXED 1

typedef struct node node;
typedef struct ending ending;

struct ending {
    unsigned group;
    mb_slice value;
    const ending *next;
};

struct node {
    node *child, *sibling;
    const ending *endings;
    mb_phrase_groups through, end; /* the groups whose phrases go through the node, and those whose phrases end on it */
    uint64_t follow;               /* bit `c % 64` for each character of a child: most steps end here */
    char character;
    bool is_pair; /* two characters from the root, a byte each in any text */
};

/* Most places of most texts are left at their first two bytes: no phrase of the group that is sought begins so. */
struct mb_phrases {
    node root;
    unsigned char classes[256];           /* of bytes */
    const node *begins[CLASSES][CLASSES]; /* what two bytes lead to: the node, or where they leave doubt one above */
};

/* --- Folding --- */

/* The signs from U+2010 on that are printed in several shapes, by the last byte of their three: E2 80 90 and so on. */
static const char folded_signs[] = {
    [0x90] = '-', [0x91] = '-', [0x93] = '-', [0x94] = '-', [0x98] = '\'', [0x99] = '\'', [0x9C] = '"', [0x9D] = '"',
};

/* The folded character of more than a byte at `at`, which moves behind it; of other characters the first byte. */
static char fold_wide(mb_slice text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.data + *at;
    size_t left = text.size - *at;
    if (left >= 3 && bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] < sizeof folded_signs && folded_signs[bytes[2]]) {
        *at += 3;
        return folded_signs[bytes[2]];
    }
    if (left >= 2 && bytes[0] == 0xC2 && bytes[1] == 0xA0) {
        *at += 2;
        return ' ';
    }
    return text.data[(*at)++];
}

static char fold_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* A phrase may go on over a line's end. */
static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The folded character at `at`, which moves behind it; a run of white space is one space. */
static char next_folded(mb_slice text, size_t *at)
{
    char c = text.data[*at];
    char folded = (unsigned char)c < 0x80 ? fold_ascii(c) : fold_wide(text, at);
    *at += (unsigned char)c < 0x80;
    if (!is_space(folded))
        return folded;
    while (*at < text.size && is_space(text.data[*at]))
        (*at)++;
    return ' ';
}

static bool is_word_byte(char c)
{
    unsigned char byte = (unsigned char)c;
    return (unsigned char)((byte | 0x20) - 'a') < 26 || (unsigned char)(byte - '0') < 10 || byte >= 0xC3;
}

static bool is_word_character(mb_slice text, size_t at)
{
    return at < text.size && is_word_byte(text.data[at]);
}

static bool is_word_start(mb_slice text, size_t at)
{
    return at == 0 || !is_word_byte(text.data[at - 1]) || !is_word_character(text, at);
}

static bool is_word_end(mb_slice text, size_t at)
{
    return !is_word_character(text, at) || !is_word_byte(text.data[at - 1]);
}

/* Behind Markdown's emphasis, which no phrase holds: **Present:** is a label like any other. */
static size_t skip_emphasis(mb_slice text, size_t at)
{
    while (at < text.size && text.data[at] == '*')
        at++;
    return at;
}

/* --- Making the tree --- */

mb_phrases *mb_phrases_new(mb_arena *arena)
{
    return mb_new(arena, mb_phrases);
}

static void add_group(mb_phrase_groups *groups, unsigned group)
{
    groups->words[group / 64] |= UINT64_C(1) << group % 64;
}

static uint64_t follow_bit(char c)
{
    return UINT64_C(1) << ((unsigned char)c & 63);
}

static node *child_of(mb_arena *arena, node *parent, char character)
{
    node **list = &parent->child;
    while (*list && (*list)->character != character)
        list = &(*list)->sibling;
    if (!*list) {
        *list = mb_new(arena, node);
        (*list)->character = character;
        parent->follow |= follow_bit(character);
    }
    return *list;
}

void mb_phrases_add(mb_arena *arena, mb_phrases *phrases, unsigned group, mb_slice phrase, mb_slice value)
{
    node *at = &phrases->root;
    if (phrase.size == 0)
        return;
    add_group(&at->through, group);
    for (size_t i = 0; i < phrase.size;) {
        at = child_of(arena, at, next_folded(phrase, &i));
        add_group(&at->through, group);
    }
    ending *end = mb_new(arena, ending);
    *end = (ending){group, value, at->endings};
    at->endings = end;
    add_group(&at->end, group);
}

/* Gives the bytes that fold to `c` alone a class: one more, while there are any. */
static void classify(mb_phrases *phrases, unsigned *count, char c)
{
    unsigned char *classes = phrases->classes;
    if ((unsigned char)c >= 0x80 || classes[(unsigned char)c] != CLASS_NONE)
        return;
    unsigned char class = *count < CLASSES ? (unsigned char)(*count)++ : CLASS_MIXED;
    classes[(unsigned char)c] = class;
    if (c >= 'a' && c <= 'z')
        classes[c & ~0x20] = class;
    if (c == ' ')
        classes['\t'] = class;
}

static void make_classes(mb_phrases *phrases)
{
    unsigned count = CLASS_MIXED + 1;
    memset(phrases->classes, CLASS_NONE, 0x80);
    memset(phrases->classes + 0x80, CLASS_MIXED, 0x80);
    phrases->classes['*'] = CLASS_MIXED;
    for (const node *first = phrases->root.child; first; first = first->sibling) {
        classify(phrases, &count, first->character);
        for (const node *second = first->child; second; second = second->sibling)
            classify(phrases, &count, second->character);
    }
}

static bool is_own_byte(const mb_phrases *phrases, char c)
{
    return phrases->classes[(unsigned char)c] > CLASS_MIXED && c != ' ';
}

/* What a text may begin with whose first character is that of `first`, by the class of its second byte. */
static void fill_row(mb_phrases *phrases, node *first)
{
    const node **row = phrases->begins[phrases->classes[(unsigned char)first->character]];
    /* A phrase of one letter ends before all that is no letter: where such a phrase is, only letters tell more. */
    for (unsigned class = 0; class < CLASSES; class ++)
        row[class] = class == CLASS_MIXED || first->endings ? first : NULL;
    for (int c = 'a'; c <= 'z' && is_word_byte(first->character); c++)
        if (phrases->classes[c] > CLASS_MIXED)
            row[phrases->classes[c]] = NULL;
    for (node *second = first->child; second; second = second->sibling) {
        const node **place = &row[phrases->classes[(unsigned char)second->character]];
        second->is_pair = is_own_byte(phrases, first->character) && is_own_byte(phrases, second->character);
        if (!*place)
            *place = second;
    }
}

void mb_phrases_compile(mb_phrases *phrases)
{
    make_classes(phrases);
    for (node *first = phrases->root.child; first; first = first->sibling)
        if (is_own_byte(phrases, first->character))
            fill_row(phrases, first);
        else
            for (unsigned class = 0; class < CLASSES; class ++)
                phrases->begins[phrases->classes[(unsigned char)first->character]][class] = &phrases->root;
    for (unsigned class = 0; class < CLASSES; class ++)
        phrases->begins[CLASS_MIXED][class] = &phrases->root;
}

/* --- Seeking --- */

/* The node whose groups all phrases are of that can begin at `from`; NULL where none can. */
static const node *begin(const mb_phrases *phrases, mb_slice text, size_t from)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    unsigned second = from + 1 < text.size ? phrases->classes[bytes[from + 1]] : CLASS_NONE;
    return phrases->begins[phrases->classes[bytes[from]]][second];
}

/* Where a walk from `begun` down the tree starts, which a text's bytes from `from` on led to; `end` gets what was read. */
static inline const node *start_walk(const mb_phrases *phrases, const node *begun, size_t from, size_t *end)
{
    *end = begun->is_pair ? from + 2 : from;
    return begun->is_pair ? begun : &phrases->root;
}

static inline const node *child_with(const node *at, char c)
{
    const node *child = at->follow & follow_bit(c) ? at->child : NULL;
    while (child && child->character != c)
        child = child->sibling;
    return child;
}

static const node *step_carefully(const node *at, mb_slice text, size_t *end)
{
    *end = skip_emphasis(text, *end);
    return *end < text.size ? child_with(at, next_folded(text, end)) : NULL;
}

/* One character on; NULL where no phrase goes on so. */
static inline const node *step(const node *at, mb_slice text, size_t *end)
{
    if (*end >= text.size || text.data[*end] <= ' ' || text.data[*end] == '*')
        return step_carefully(at, text, end);
    return child_with(at, fold_ascii(text.data[(*end)++]));
}

static mb_slice value_of(const node *at, unsigned group)
{
    mb_slice value = MB_NOTHING;
    for (const ending *end = at->endings; end; end = end->next)
        if (end->group == group)
            value = end->value;
    return value;
}

size_t mb_phrases_match(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, mb_slice *value)
{
    const node *begun = from < text.size ? begin(phrases, text, from) : NULL;
    if (!begun || !mb_has_group(&begun->through, group))
        return 0;
    size_t longest = 0, end;
    const node *at = start_walk(phrases, begun, from, &end);
    for (; at && mb_has_group(&at->through, group); at = step(at, text, &end))
        if (mb_has_group(&at->end, group) && is_word_end(text, end)) {
            longest = skip_emphasis(text, end);
            *value = value_of(at, group);
        }
    return longest;
}

size_t mb_phrases_find(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, size_t *start,
                       mb_slice *value)
{
    for (size_t at = from; at < text.size; at++) {
        const node *begun = begin(phrases, text, at);
        if (!begun || !mb_has_group(&begun->through, group) || !is_word_start(text, at))
            continue;
        size_t end = mb_phrases_match(phrases, group, text, at, value);
        if (end) {
            *start = at;
            return end;
        }
    }
    return 0;
}

static void add_groups(mb_phrase_groups *to, const mb_phrase_groups *more)
{
    for (size_t i = 0; i < sizeof to->words / sizeof *to->words; i++)
        to->words[i] |= more->words[i];
}

static void add_groups_at(const node *begun, const mb_phrases *phrases, mb_slice text, size_t from,
                          mb_phrase_groups *found)
{
    size_t end;
    for (const node *at = start_walk(phrases, begun, from, &end); at; at = step(at, text, &end))
        if (at->endings && is_word_end(text, end))
            add_groups(found, &at->end);
}

mb_phrase_groups mb_phrases_groups_in(const mb_phrases *phrases, mb_slice text)
{
    mb_phrase_groups found = {{0}};
    bool in_word = false;
    for (size_t at = 0; at < text.size; at++) {
        bool is_word = is_word_byte(text.data[at]);
        const node *begun = is_word && in_word ? NULL : begin(phrases, text, at);
        in_word = is_word;
        if (begun)
            add_groups_at(begun, phrases, text, at, &found);
    }
    return found;
}

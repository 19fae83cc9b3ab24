/* phrases.c: a tree of folded characters, laid out in the order of the sorted phrases.
 *
 *     c h a i r● m a n● t●     chair, chairman, chat: a node's first child stands right behind it, its sibling behind
 *           └───────────┘      all that is below it. Four nodes share a cache line, so a walk touches few of them.   */
#include "reader/dialect/phrases.h"

#include <stdlib.h>

/* The characters that begin phrases, and those that come second, have a class each. */
#define CLASSES 64
/* Classes of bytes: none of a phrase's first two; more than a character by itself (emphasis, the bytes of a quote). */
#define CLASS_NONE  0
#define CLASS_MIXED 1

/* What no phrase begins with; what any may begin with. */
#define START_NONE 0
#define START_ANY  1

/* The first bytes that tell most words from the phrases of the tree, in codes of five bits. */
#define SIEVED     3
#define CODE_BITS  5
#define CODES      (1U << CODE_BITS)
#define SIEVE_SIZE (1U << SIEVED * CODE_BITS)
#define CODE_SPACE 27
#define CODE_OTHER 28
/* Emphasis, and the first bytes of what is printed in several shapes: all of them pass. */
#define CODE_ODD 31

/* A phrase as it was added. */
typedef struct phrase {
    mb_slice folded, value;
    uint32_t order;
    unsigned group;
} phrase;

/* What a phrase that ends on a node stands for in its group. */
typedef struct ending {
    mb_slice value;
    unsigned group;
} ending;

typedef struct node {
    uint32_t sibling; /* the next child of its parent, or 0 */
    uint32_t follow;  /* bit `c % 32` for each character of a child: most walks end here */
    uint32_t ending;  /* the first of those on it */
    uint16_t groups;  /* bit `group % 16` for each group that has a phrase here or further on */
    uint8_t endings;  /* how many: at most one a group */
    char character;
} node;

/* Where a walk begins whose first bytes are known. */
typedef struct start {
    mb_phrase_groups groups; /* of the phrases that it may lead to */
    uint32_t node;
    uint32_t read; /* the bytes that led there */
} start;

/* Most places of most texts are left at their first two bytes: no phrase of the group that is sought begins so. */
struct mb_phrases {
    mb_list added; /* of phrase */
    node *nodes;   /* the root first */
    ending *endings;
    start *starts;                               /* START_NONE, START_ANY, then one for each pair of characters */
    uint16_t begins[CLASSES][CLASSES];           /* the start of two bytes, by their classes */
    unsigned char classes[256];                  /* of bytes */
    uint64_t sieve[SIEVE_SIZE / 64];             /* a bit for each beginning of a phrase */
    unsigned char codes[256];                    /* of bytes, for the sieve */
    uint64_t firsts[MB_PHRASE_GROUPS][256 / 64]; /* a bit for each byte that a phrase of the group may begin with */
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

static inline bool is_word_character(mb_slice text, size_t at)
{
    return at < text.size && mb_is_word_byte(text.data[at]);
}

static inline bool is_word_start(mb_slice text, size_t at)
{
    return at == 0 || !mb_is_word_byte(text.data[at - 1]) || !is_word_character(text, at);
}

static bool is_word_end(mb_slice text, size_t at)
{
    return !is_word_character(text, at) || !mb_is_word_byte(text.data[at - 1]);
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

static mb_slice fold(mb_arena *arena, mb_slice text)
{
    char *folded = mb_new_array(arena, char, text.size);
    size_t size = 0;
    for (size_t at = 0; at < text.size;)
        folded[size++] = next_folded(text, &at);
    return (mb_slice){folded, size};
}

void mb_phrases_add(mb_arena *arena, mb_phrases *phrases, unsigned group, mb_slice text, mb_slice value)
{
    if (text.size == 0)
        return;
    phrase *added = mb_list_add(arena, &phrases->added, phrase);
    *added = (phrase){fold(arena, text), value, phrases->added.count, group};
}

static int by_text_then_order(const void *a, const void *b)
{
    const phrase *left = *(phrase *const *)a, *right = *(phrase *const *)b;
    int order = mb_slice_compare(left->folded, right->folded);
    return order ? order : (left->order > right->order) - (left->order < right->order);
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
        classes['\t'] = classes['\n'] = class;
}

static void make_classes(mb_phrases *phrases)
{
    unsigned count = CLASS_MIXED + 1;
    memset(phrases->classes + 0x80, CLASS_MIXED, 0x80);
    phrases->classes['*'] = CLASS_MIXED;
    for (uint32_t i = 0; i < phrases->added.count; i++) {
        const phrase *one = phrases->added.items[i];
        for (size_t at = 0; at < one->folded.size && at < 2; at++)
            classify(phrases, &count, one->folded.data[at]);
    }
}

static unsigned class_of(const mb_phrases *phrases, char c)
{
    return phrases->classes[(unsigned char)c];
}

/* Whether a text has that character as one byte, whatever stands around it. */
static bool is_own_byte(const mb_phrases *phrases, char c)
{
    return class_of(phrases, c) > CLASS_MIXED && c != ' ';
}

/* The tree while it is written, phrase by phrase. */
typedef struct writer {
    mb_phrases *tree;
    mb_slice before;                 /* the phrase before */
    uint32_t *path;                  /* its nodes, by depth */
    uint32_t nodes, endings, starts; /* how many there are */
    uint16_t first, pair;            /* the starts of its first character, and of its first two */
} writer;

static size_t shared_size(mb_slice a, mb_slice b)
{
    size_t size = 0;
    while (size < a.size && size < b.size && a.data[size] == b.data[size])
        size++;
    return size;
}

static uint32_t follow_bit(char c)
{
    return UINT32_C(1) << ((unsigned char)c & 31);
}

static uint16_t group_bit(unsigned group)
{
    return (uint16_t)(1U << group % 16);
}

static void write_nodes(writer *w, mb_slice folded, size_t shared)
{
    node *nodes = w->tree->nodes;
    if (shared < w->before.size)
        nodes[w->path[shared + 1]].sibling = w->nodes;
    for (size_t depth = shared; depth < folded.size; depth++) {
        nodes[w->path[depth]].follow |= follow_bit(folded.data[depth]);
        nodes[w->nodes].character = folded.data[depth];
        w->path[depth + 1] = w->nodes++;
    }
}

/* Of two phrases of a group that are the same, the one that was added first counts. */
static void write_ending(writer *w, const phrase *one)
{
    node *at = &w->tree->nodes[w->path[one->folded.size]];
    if (at->endings == 0)
        at->ending = w->endings;
    for (uint32_t i = at->ending; i < w->endings; i++)
        if (w->tree->endings[i].group == one->group)
            return;
    w->tree->endings[w->endings++] = (ending){one->value, one->group};
    at->endings++;
}

static uint16_t add_start(writer *w, uint32_t at, uint32_t read)
{
    w->tree->starts[w->starts] = (start){.node = at, .read = read};
    return (uint16_t)w->starts++;
}

/* What a text begins with whose first character is the phrase's, whatever the second one is. A phrase of one letter ends
 * before all that is no letter, so that only a letter tells more. */
static void write_first(writer *w, mb_slice folded)
{
    char c = *folded.data;
    uint16_t *row = w->tree->begins[class_of(w->tree, c)];
    w->first = add_start(w, 0, 0);
    for (unsigned class = 0; class < CLASSES; class ++)
        row[class] = class == CLASS_MIXED || folded.size == 1 ? w->first : START_NONE;
    for (char second = 'a'; second <= 'z' && mb_is_word_byte(c); second++)
        if (is_own_byte(w->tree, second))
            row[class_of(w->tree, second)] = START_NONE;
    for (unsigned class = 0; class < CLASSES && !is_own_byte(w->tree, c); class ++)
        row[class] = START_ANY;
}

static void write_pair(writer *w, mb_slice folded)
{
    bool plain = is_own_byte(w->tree, folded.data[0]) && is_own_byte(w->tree, folded.data[1]);
    uint16_t *place = &w->tree->begins[class_of(w->tree, folded.data[0])][class_of(w->tree, folded.data[1])];
    w->pair = plain ? add_start(w, w->path[2], 2) : add_start(w, 0, 0);
    if (*place == START_NONE)
        *place = w->pair;
}

static void write_starts(writer *w, const phrase *one, size_t shared)
{
    start *starts = w->tree->starts;
    if (shared < 1)
        write_first(w, one->folded);
    if (shared < 2 && one->folded.size >= 2)
        write_pair(w, one->folded);
    mb_add_group(&starts[START_ANY].groups, one->group);
    mb_add_group(&starts[w->first].groups, one->group);
    if (one->folded.size >= 2)
        mb_add_group(&starts[w->pair].groups, one->group);
}

static void write_groups(writer *w, const phrase *one)
{
    for (size_t depth = 0; depth <= one->folded.size; depth++)
        w->tree->nodes[w->path[depth]].groups |= group_bit(one->group);
}

static void write_phrase(writer *w, const phrase *one)
{
    size_t shared = shared_size(w->before, one->folded);
    write_nodes(w, one->folded, shared);
    write_groups(w, one);
    write_ending(w, one);
    write_starts(w, one, shared);
    w->before = one->folded;
}

static unsigned char code_of(char c)
{
    c = fold_ascii(c);
    if (c >= 'a' && c <= 'z')
        return (unsigned char)(1 + c - 'a');
    if ((unsigned char)c >= 0x80 || c == '*')
        return CODE_ODD;
    return is_space(c) ? CODE_SPACE : CODE_OTHER;
}

static void make_sieve(mb_phrases *phrases)
{
    for (unsigned c = 0; c < 256; c++)
        phrases->codes[c] = code_of((char)c);
    for (uint32_t place = 0; place < SIEVE_SIZE; place++)
        for (uint32_t codes = place; codes; codes >>= CODE_BITS)
            if (codes % CODES == CODE_ODD)
                phrases->sieve[place / 64] |= UINT64_C(1) << place % 64;
}

/* Lets everything through that begins with the first `size` characters of the phrase, whose codes are in `place`. A space
 * may be several, so that what stands behind it is any byte. */
static void open_sieve(mb_phrases *phrases, mb_slice folded, size_t size, uint32_t place)
{
    if (size == SIEVED) {
        phrases->sieve[place / 64] |= UINT64_C(1) << place % 64;
        return;
    }
    place <<= CODE_BITS;
    bool known = size < folded.size && (size == 0 || folded.data[size - 1] != ' ');
    for (uint32_t code = 0; code < CODES && !known; code++)
        open_sieve(phrases, MB_TEXT(""), size + 1, place | code);
    if (known)
        open_sieve(phrases, folded, size + 1, place | phrases->codes[(unsigned char)folded.data[size]]);
}

static void find_firsts(mb_phrases *phrases)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        mb_phrase_groups groups = {{0}};
        for (unsigned class = 0; class < CLASSES; class ++)
            mb_add_groups(&groups, &phrases->starts[phrases->begins[phrases->classes[byte]][class]].groups);
        for (unsigned group = 0; group < MB_PHRASE_GROUPS; group++)
            if (mb_has_group(&groups, group))
                phrases->firsts[group][byte / 64] |= UINT64_C(1) << byte % 64;
    }
}

void mb_phrases_compile(mb_arena *arena, mb_phrases *phrases)
{
    uint32_t count = phrases->added.count;
    size_t characters = 0;
    for (uint32_t i = 0; i < count; i++)
        characters += ((const phrase *)phrases->added.items[i])->folded.size;
    phrases->nodes = mb_new_array(arena, node, characters + 1);
    phrases->endings = mb_new_array(arena, ending, count + 1);
    phrases->starts = mb_new_array(arena, start, 2 * (size_t)count + 2);

    make_classes(phrases);
    make_sieve(phrases);
    if (count)
        qsort(phrases->added.items, count, sizeof *phrases->added.items, by_text_then_order);
    writer w = {phrases, .path = mb_new_array(arena, uint32_t, characters + 1), .nodes = 1, .starts = START_ANY + 1};
    for (unsigned class = 0; class < CLASSES; class ++)
        phrases->begins[CLASS_MIXED][class] = START_ANY;
    for (uint32_t i = 0; i < count; i++) {
        const phrase *one = phrases->added.items[i];
        write_phrase(&w, one);
        open_sieve(phrases, one->folded, 0, 0);
    }
    find_firsts(phrases);
}

/* --- Seeking --- */

static const start *start_at(const mb_phrases *phrases, mb_slice text, size_t from)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    unsigned second = from + 1 < text.size ? phrases->classes[bytes[from + 1]] : CLASS_NONE;
    return &phrases->starts[phrases->begins[phrases->classes[bytes[from]]][second]];
}

static inline const node *child_with(const mb_phrases *phrases, const node *at, char c)
{
    if (!(at->follow & follow_bit(c)))
        return NULL;
    const node *child = at + 1;
    while (child->character != c) {
        if (!child->sibling)
            return NULL;
        child = &phrases->nodes[child->sibling];
    }
    return child;
}

static const node *step_carefully(const mb_phrases *phrases, const node *at, mb_slice text, size_t *end)
{
    *end = skip_emphasis(text, *end);
    return *end < text.size ? child_with(phrases, at, next_folded(text, end)) : NULL;
}

/* Whether the byte at `at` is a character by itself, but for its case: no emphasis, no run of white space. */
static inline bool stands_alone(mb_slice text, size_t at)
{
    char c = text.data[at];
    return c > ' ' ? c != '*' : c == ' ' && at + 1 < text.size && text.data[at + 1] > ' ';
}

/* One character on; NULL where no phrase goes on so. */
static inline const node *step(const mb_phrases *phrases, const node *at, mb_slice text, size_t *end)
{
    if (*end >= text.size || !stands_alone(text, *end))
        return step_carefully(phrases, at, text, end);
    return child_with(phrases, at, fold_ascii(text.data[(*end)++]));
}

static const ending *ending_of(const mb_phrases *phrases, const node *at, unsigned group)
{
    const ending *of = &phrases->endings[at->ending];
    for (unsigned i = 0; i < at->endings; i++)
        if (of[i].group == group)
            return &of[i];
    return NULL;
}

static size_t match_from(const mb_phrases *phrases, const start *from, unsigned group, mb_slice text, size_t end,
                         mb_slice *value)
{
    size_t longest = 0;
    end += from->read;
    for (const node *at = &phrases->nodes[from->node]; at && at->groups & group_bit(group);
         at = step(phrases, at, text, &end)) {
        const ending *found = at->endings && is_word_end(text, end) ? ending_of(phrases, at, group) : NULL;
        if (found) {
            longest = skip_emphasis(text, end);
            *value = found->value;
        }
    }
    return longest;
}

size_t mb_phrases_match(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, mb_slice *value)
{
    if (from >= text.size)
        return 0;
    const start *begun = start_at(phrases, text, from);
    return mb_has_group(&begun->groups, group) ? match_from(phrases, begun, group, text, from, value) : 0;
}

/* The first place from `from` on where a word begins with a byte that a phrase of the group may begin with, or the text's
 * end. */
static size_t next_first(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from)
{
    const uint64_t *firsts = phrases->firsts[group];
    const unsigned char *bytes = (const unsigned char *)text.data;
    while (from < text.size && (!(firsts[bytes[from] / 64] >> bytes[from] % 64 & 1) || !is_word_start(text, from)))
        from++;
    return from;
}

size_t mb_phrases_find(const mb_phrases *phrases, unsigned group, mb_slice text, size_t from, size_t *found,
                       mb_slice *value)
{
    for (size_t at = from; (at = next_first(phrases, group, text, at)) < text.size; at++) {
        const start *begun = start_at(phrases, text, at);
        if (!mb_has_group(&begun->groups, group))
            continue;
        size_t end = match_from(phrases, begun, group, text, at, value);
        if (end) {
            *found = at;
            return end;
        }
    }
    return 0;
}

static void add_groups_from(const mb_phrases *phrases, const start *from, mb_slice text, size_t end,
                            mb_phrase_groups *groups)
{
    end += from->read;
    for (const node *at = &phrases->nodes[from->node]; at; at = step(phrases, at, text, &end))
        for (unsigned i = 0; i < at->endings && is_word_end(text, end); i++)
            mb_add_group(groups, phrases->endings[at->ending + i].group);
}

/* The first place from `from` on where a phrase may begin, or the text's size. It looks at places within words, too: where
 * one begins, every sixth byte, no processor foresees. */
static size_t next_place(const mb_phrases *phrases, mb_slice text, size_t from)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    uint32_t codes = 0;
    for (size_t end = from; end < text.size; end++) {
        codes = (codes << CODE_BITS | phrases->codes[bytes[end]]) % SIEVE_SIZE;
        if (phrases->sieve[codes / 64] >> codes % 64 & 1 && end >= from + SIEVED - 1)
            return end - (SIEVED - 1);
    }
    return from + SIEVED > text.size ? from : text.size - SIEVED + 1;
}

mb_phrase_groups mb_phrases_groups_in(const mb_phrases *phrases, mb_slice text)
{
    mb_phrase_groups groups = {{0}};
    for (size_t at = 0; at < text.size && (at = next_place(phrases, text, at)) < text.size; at++)
        if (is_word_start(text, at))
            add_groups_from(phrases, start_at(phrases, text, at), text, at, &groups);
    return groups;
}

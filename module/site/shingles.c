/* shingles.c: see shingles.h. */
#include "site/shingles.h"

#include <ctype.h>

#include "model/block_text.h"

#define WORDS_IN_SHINGLE 4
#define BINS_IN_KEY      (MB_SKETCH_BINS / MB_SKETCH_KEYS)

/* Words run on over paragraphs: where one extraction breaks a paragraph, another doesn't. */
typedef struct sketching {
    mb_sketch *out;
    uint64_t last[WORDS_IN_SHINGLE]; /* the hashes of the last words */
} sketching;

/* The finaliser of MurmurHash3: every bit of the result depends on every bit of the value. */
static uint64_t mix(uint64_t value)
{
    value ^= value >> 33;
    value *= UINT64_C(0xff51afd7ed558ccd);
    value ^= value >> 33;
    value *= UINT64_C(0xc4ceb9fe1a85ec53);
    return value ^ value >> 33;
}

static void add_word(sketching *s, uint64_t word)
{
    uint64_t shingle = 0;
    for (size_t i = 0; i + 1 < WORDS_IN_SHINGLE; i++) {
        s->last[i] = s->last[i + 1];
        shingle = mix(shingle ^ s->last[i]) + i;
    }
    s->last[WORDS_IN_SHINGLE - 1] = word;
    shingle = mix(shingle ^ word);
    if (++s->out->words < WORDS_IN_SHINGLE)
        return;
    uint32_t *bin = &s->out->bins[shingle >> 56], value = (uint32_t)shingle | 1;
    if (*bin == 0 || value < *bin)
        *bin = value;
}

/* Letters and digits, whatever their case; anything else stands between words, but for what extraction puts into
 * them. */
static void add_text(void *context, mb_slice text)
{
    sketching *s = context;
    uint64_t hash = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (isalnum(c)) {
            hash = (hash ^ (uint64_t)tolower(c)) * UINT64_C(0x100000001b3) + 1;
        } else if (hash && c != '\'') {
            add_word(s, hash);
            hash = 0;
        }
    }
    if (hash)
        add_word(s, hash);
}

/* Several bins that lie beside one another; 0 where all are empty. */
static uint64_t key_at(const mb_sketch *sketch, uint32_t position)
{
    uint64_t key = 0;
    bool empty = true;
    for (uint32_t i = 0; i < BINS_IN_KEY; i++) {
        uint32_t bin = sketch->bins[position * BINS_IN_KEY + i];
        key = mix(key ^ bin) + i + 1;
        empty = empty && bin == 0;
    }
    return empty ? 0 : mix(key ^ position);
}

void mb_sketch_report(const mb_list *sections, mb_sketch *out)
{
    sketching s = {.out = out};
    *out = (mb_sketch){.words = 0};
    for (uint32_t i = 0; i < sections->count; i++)
        mb_each_text(&((const mb_section *)sections->items[i])->blocks, add_text, &s);
    for (uint32_t i = 0; i < MB_SKETCH_KEYS; i++)
        out->keys[i] = key_at(out, i);
}

double mb_sketch_likeness(const mb_sketch *a, const mb_sketch *b)
{
    /* Without branches, so that several bins are compared at once. */
    uint32_t same = 0, filled = 0;
    for (size_t i = 0; i < MB_SKETCH_BINS; i++) {
        filled += (a->bins[i] | b->bins[i]) != 0;
        same += (a->bins[i] == b->bins[i]) & (a->bins[i] != 0);
    }
    return filled ? (double)same / filled : 0;
}

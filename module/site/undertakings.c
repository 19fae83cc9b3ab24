/* undertakings.c: finds what was promised or asked for, sentence by sentence. The words are those of the dialect.
 *
 *     The Head of Parks replied that she would then write to the clubs.
 *     └────speaker────┘              └promise┘ └between┘ └act┘                                                      */
#include "model/block_text.h"
#include "reader/sentences.h"
#include "site/gist.h"

typedef struct finder {
    mb_arena *arena;
    const mb_dialect *dialect;
    uint32_t block;
    mb_list *out;
} finder;

/* Whether behind a promise at `at` stands something that can be promised. */
static bool is_act(const mb_dialect *dialect, mb_slice sentence, size_t at)
{
    mb_hit hit;
    mb_slice rest = mb_slice_trim(mb_slice_from(sentence, at));
    while (mb_starts_with(dialect, mb_group_promise_between, rest, &hit))
        rest = mb_slice_trim(mb_slice_from(rest, hit.end));
    return mb_starts_with(dialect, mb_group_promised_act, rest, NULL);
}

/* "It had come in May, as promised." */
static bool was_kept(const mb_dialect *dialect, mb_slice sentence, mb_hit promised)
{
    mb_hit hit;
    return mb_contains(dialect, mb_group_kept_promise, mb_slice_first(sentence, promised.end), &hit) &&
           hit.end == promised.end;
}

static bool promises(const mb_dialect *dialect, mb_slice sentence)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_promise, sentence, at, &hit); at = hit.end)
        if (is_act(dialect, sentence, hit.end))
            return true;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_promised, sentence, at, &hit); at = hit.end)
        if (!was_kept(dialect, sentence, hit))
            return true;
    return false;
}

static void read_text(void *context, mb_slice text)
{
    finder *f = context;
    mb_slice sentence;
    for (size_t from = 0; mb_next_sentence(f->dialect, text, &from, &sentence);) {
        mb_hit hit;
        bool asked_for = mb_contains(f->dialect, mb_group_asked_for, sentence, &hit);
        bool promised = promises(f->dialect, sentence);
        if (asked_for || promised)
            *mb_list_add(f->arena, f->out, mb_undertaking) =
                (mb_undertaking){sentence, mb_title_of(f->arena, f->dialect, sentence), f->block, promised, asked_for};
    }
}

void mb_find_undertakings(mb_arena *arena, const mb_dialect *dialect, const mb_minute_item *item, mb_list *out)
{
    finder f = {.arena = arena, .dialect = dialect, .out = out};
    for (; dialect && f.block < item->blocks.count; f.block++) {
        const mb_block *block = item->blocks.items[f.block];
        const mb_list one = {(void **)&item->blocks.items[f.block], 1, 1};
        if (block->type != mb_block_type_table)
            mb_each_text(&one, read_text, &f);
    }
}

/* actions.c: finds what was promised or asked for, sentence by sentence. The words are those of the dialect.
 *
 *     The Head of Parks replied that she would then write to the clubs.
 *     └────speaker────┘              └promise┘ └between┘ └act┘                                                      */
#include "site/actions.h"

#include "reader/sentences.h"
#include "site/block_text.h"

typedef struct finder {
    mb_assembly *assembly;
    const mb_dialect *dialect;
    mb_site_item *item;
    mb_contribution *contribution; /* that the text belongs to, or NULL */
    mb_place place;
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

static bool promises(const mb_dialect *dialect, mb_slice sentence)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_promise, sentence, at, &hit); at = hit.end)
        if (is_act(dialect, sentence, hit.end))
            return true;
    return mb_contains(dialect, mb_group_promised, sentence, &hit);
}

/* Who asks whether somebody would do something has no promise yet, nor has who thanks somebody and hopes for it. */
static bool may_promise(const mb_contribution *contribution)
{
    return !contribution ||
           (contribution->kind != mb_contribution_kind_question && contribution->kind != mb_contribution_kind_thanks);
}

static bool is_action(const finder *f, mb_slice sentence)
{
    mb_hit hit;
    return mb_contains(f->dialect, mb_group_asked_for, sentence, &hit) ||
           (may_promise(f->contribution) && promises(f->dialect, sentence));
}

/* What somebody asks for is for others to do. */
static bool is_promise_of_speaker(const finder *f, mb_slice sentence)
{
    return f->contribution && may_promise(f->contribution) && promises(f->dialect, sentence);
}

static void add_action(finder *f, mb_slice sentence)
{
    mb_arena *arena = f->assembly->arena;
    mb_action *action = mb_list_add(arena, &f->assembly->site->actions, mb_action);
    *action = (mb_action){
        .place = f->place,
        .id = mb_arena_printf(arena, "%.*s/action-%u", MB_ARG(f->item->id), f->item->actions.count + 1),
        .meeting = f->item->meeting,
        .item = f->item,
        .text = sentence,
    };
    if (is_promise_of_speaker(f, sentence)) {
        action->name = f->contribution->speaker;
        action->who = mb_person_in(f->assembly, f->item->meeting, f->contribution->person);
    }
    mb_list_push(arena, &f->item->actions, action);
    mb_question *question = f->contribution ? mb_question_of(f->item, f->contribution) : NULL;
    if (question)
        mb_list_push(arena, &question->actions, action);
}

static void read_text(void *context, mb_slice text)
{
    finder *f = context;
    mb_slice sentence;
    for (size_t from = 0; mb_next_sentence(f->dialect, text, &from, &sentence);)
        if (is_action(f, sentence))
            add_action(f, sentence);
}

/* The contribution that holds the block; they come in the blocks' order. */
static mb_contribution *holder_of(const mb_minute_item *minutes, uint32_t block, uint32_t *next)
{
    while (*next < minutes->contributions.count &&
           ((const mb_contribution *)minutes->contributions.items[*next])->blocks.last < block)
        (*next)++;
    mb_contribution *found = *next < minutes->contributions.count ? minutes->contributions.items[*next] : NULL;
    return found && found->blocks.first <= block ? found : NULL;
}

void mb_register_actions(mb_assembly *assembly, mb_site_item *item)
{
    const mb_minute_item *minutes = item->minutes;
    finder f = {.assembly = assembly, .dialect = assembly->bundles[minutes->place.pack - 1].dialect, .item = item};
    uint32_t next = 0;
    for (uint32_t i = 0; f.dialect && i < minutes->blocks.count; i++) {
        const mb_block *block = minutes->blocks.items[i];
        const mb_list one = {(void **)&minutes->blocks.items[i], 1, 1};
        f.contribution = holder_of(minutes, i, &next);
        f.place = block->place;
        if (block->type != mb_block_type_table)
            mb_each_text(&one, read_text, &f);
    }
}

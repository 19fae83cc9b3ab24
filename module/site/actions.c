/* actions.c: registers what was promised or asked for. */
#include "site/actions.h"

#include "site/gist.h"

/* Who asks whether somebody would do something has no promise yet, nor has who thanks somebody and hopes for it. */
static bool may_promise(const mb_contribution *contribution)
{
    return !contribution ||
           (contribution->kind != mb_contribution_kind_question && contribution->kind != mb_contribution_kind_thanks);
}

/* What somebody asks for is for others to do. */
static bool is_promise_of_speaker(const mb_undertaking *undertaking, const mb_contribution *contribution)
{
    return contribution && undertaking->promised && may_promise(contribution);
}

static void add_action(mb_assembly *assembly, mb_site_item *item, mb_undertaking *undertaking,
                       const mb_contribution *contribution)
{
    mb_arena *arena = assembly->arena;
    mb_action *action = mb_list_add(arena, &assembly->site->actions, mb_action);
    *action = (mb_action){
        .place = ((const mb_block *)item->minutes->blocks.items[undertaking->block])->place,
        .id = mb_numbered_id(arena, item->id, MB_TEXT("action"), item->actions.count + 1),
        .meeting = item->meeting,
        .item = item,
        .text = undertaking->sentence,
    };
    if (is_promise_of_speaker(undertaking, contribution)) {
        action->name = contribution->speaker;
        action->who = mb_person_in(assembly, item->meeting, contribution->person);
    }
    mb_list_push(arena, &item->actions, action);
    mb_list_push(assembly->scratch, &assembly->undertakings, undertaking);
    mb_question *question = contribution ? mb_question_of(item, contribution) : NULL;
    if (question)
        mb_list_push(arena, &question->actions, action);
}

/* The contribution that holds the block; they come in the blocks' order. */
static const mb_contribution *holder_of(const mb_minute_item *minutes, uint32_t block, uint32_t *next)
{
    while (*next < minutes->contributions.count &&
           ((const mb_contribution *)minutes->contributions.items[*next])->blocks.last < block)
        (*next)++;
    const mb_contribution *found = *next < minutes->contributions.count ? minutes->contributions.items[*next] : NULL;
    return found && found->blocks.first <= block ? found : NULL;
}

void mb_register_actions(mb_assembly *assembly, mb_site_item *item)
{
    const mb_minute_item *minutes = item->minutes;
    const mb_list *undertakings = mb_undertakings(mb_bundle_of(assembly, &minutes->place)->gist, minutes);
    uint32_t next = 0;
    for (uint32_t i = 0; i < undertakings->count; i++) {
        mb_undertaking *undertaking = undertakings->items[i];
        const mb_contribution *contribution = holder_of(minutes, undertaking->block, &next);
        if (undertaking->asked_for || may_promise(contribution))
            add_action(assembly, item, undertaking, contribution);
    }
}

/* registers.c: decisions, questions and declarations of all meetings, in the order of date and minutes. */
#include <stdlib.h>

#include "model/block_text.h"
#include "site/actions.h"

typedef struct registrar {
    mb_assembly *assembly;
    mb_site_item *item;
    const mb_minute_item *minutes;
} registrar;

static mb_slice numbered_id(const registrar *r, const char *what, uint32_t position)
{
    return mb_numbered_id(r->assembly->arena, r->item->id, mb_slice_of(what), position + 1);
}

/* --- Decisions --- */

static bool tells_of_vote(const mb_decision *decision, const mb_vote *vote)
{
    return mb_slice_equal(decision->verb, mb_slice_of(mb_choice_word(&mb_choices_vote_result, vote->result)));
}

/* The decision that a vote was on: the first from there on that tells of its outcome, else the first from there on,
 * else the last before it. */
static uint32_t decision_of_vote(const mb_minute_item *item, const mb_vote *vote)
{
    uint32_t next = item->decisions.count;
    for (uint32_t i = item->decisions.count; i-- > 0;) {
        const mb_decision *decision = item->decisions.items[i];
        if (decision->place.line >= vote->place.line)
            next = i;
    }
    for (uint32_t i = next; i < item->decisions.count; i++)
        if (tells_of_vote(item->decisions.items[i], vote))
            return i;
    return next < item->decisions.count ? next : item->decisions.count - 1;
}

static void give_votes(const registrar *r, uint32_t first)
{
    for (uint32_t i = 0; i < r->minutes->votes.count && r->minutes->decisions.count; i++) {
        mb_vote *vote = r->minutes->votes.items[i];
        mb_site_decision *decision = r->item->decisions.items[first + decision_of_vote(r->minutes, vote)];
        mb_list_push(r->assembly->arena, &decision->votes, vote);
    }
}

static bool is_outcome(const mb_site_decision *decision)
{
    return mb_choice_find(&mb_choices_vote_result, decision->verb) > 0;
}

/* What was resolved behind a motion that was carried is what the vote was on. */
static void share_votes(const registrar *r, uint32_t first)
{
    const mb_site_decision *carried = NULL;
    for (uint32_t i = first; i < r->item->decisions.count; i++) {
        mb_site_decision *decision = r->item->decisions.items[i];
        if (is_outcome(decision))
            carried = mb_slice_equal(decision->verb, MB_TEXT("CARRIED")) ? decision : NULL;
        else if (carried && decision->votes.count == 0)
            decision->votes = carried->votes;
    }
}

static void register_decisions(const registrar *r)
{
    uint32_t first = r->item->decisions.count;
    for (uint32_t i = 0; i < r->minutes->decisions.count; i++) {
        const mb_decision *from = r->minutes->decisions.items[i];
        mb_arena *arena = r->assembly->arena;
        mb_site_decision *decision = mb_list_add(arena, &r->assembly->site->decisions, mb_site_decision);
        *decision = (mb_site_decision){.place = from->place,
                                       .id = numbered_id(r, "decision", i),
                                       .meeting = r->item->meeting,
                                       .item = r->item,
                                       .verb = from->verb,
                                       .number = from->number,
                                       .text = from->text,
                                       .recommendations = r->item->recommendations};
        mb_list_push(arena, &r->item->decisions, decision);
        if (r->item->meeting->panel)
            mb_list_push(arena, &r->item->meeting->panel->decisions, decision);
    }
    give_votes(r, first);
    share_votes(r, first);
}

/* --- Questions --- */

static mb_slice words_of(const registrar *r, const mb_contribution *contribution)
{
    return mb_blocks_text(r->assembly->arena, contribution->blocks.of, contribution->blocks.first,
                          contribution->blocks.last);
}

static mb_site_person *speaker_of(const registrar *r, const mb_contribution *contribution)
{
    return mb_person_in(r->assembly, r->item->meeting, contribution->person);
}

static mb_question *add_question(const registrar *r, mb_contribution *contribution)
{
    mb_arena *arena = r->assembly->arena;
    mb_question *question = mb_list_add(arena, &r->assembly->site->questions, mb_question);
    *question = (mb_question){.place = contribution->place,
                              .id = numbered_id(r, "question", r->item->questions.count),
                              .meeting = r->item->meeting,
                              .item = r->item,
                              .asker = speaker_of(r, contribution),
                              .name = contribution->speaker,
                              .text = words_of(r, contribution),
                              .contribution = contribution};
    mb_list_push(arena, &r->item->questions, question);
    if (question->asker)
        mb_list_push(arena, &question->asker->questions_asked, question);
    return question;
}

static void add_reply(const registrar *r, mb_question *question, mb_contribution *contribution)
{
    mb_reply *reply = mb_list_add(r->assembly->arena, &question->replies, mb_reply);
    *reply = (mb_reply){.place = contribution->place,
                        .person = speaker_of(r, contribution),
                        .name = contribution->speaker,
                        .text = words_of(r, contribution),
                        .contribution = contribution};
    mb_list *answered = reply->person ? &reply->person->questions_answered : NULL;
    if (answered && mb_list_last(answered) != question)
        mb_list_push(r->assembly->arena, answered, question);
}

static bool are_of_one_speaker(const mb_contribution *a, const mb_contribution *b)
{
    return a->person.size ? mb_slice_equal(a->person, b->person) : mb_slice_equal(a->speaker, b->speaker);
}

/* A question stays open for replies until somebody else than its asker and those who answered says something. */
static bool ends_question(const mb_question *question, const mb_contribution *contribution)
{
    if (are_of_one_speaker(question->contribution, contribution))
        return false;
    for (uint32_t i = 0; i < question->replies.count; i++)
        if (are_of_one_speaker(((const mb_reply *)question->replies.items[i])->contribution, contribution))
            return false;
    return true;
}

mb_question *mb_question_of(const mb_site_item *item, const mb_contribution *contribution)
{
    for (uint32_t i = 0; i < item->questions.count; i++) {
        mb_question *question = item->questions.items[i];
        if (question->contribution == contribution)
            return question;
        for (uint32_t k = 0; k < question->replies.count; k++)
            if (((const mb_reply *)question->replies.items[k])->contribution == contribution)
                return question;
    }
    return NULL;
}

static void register_questions(const registrar *r)
{
    mb_question *open = NULL;
    for (uint32_t i = 0; i < r->minutes->contributions.count; i++) {
        mb_contribution *contribution = r->minutes->contributions.items[i];
        if (contribution->kind == mb_contribution_kind_question)
            open = add_question(r, contribution);
        else if (open && contribution->kind == mb_contribution_kind_reply)
            add_reply(r, open, contribution);
        else if (open && ends_question(open, contribution))
            open = NULL;
    }
}

/* --- Declarations --- */

static void register_declarations(const registrar *r)
{
    for (uint32_t i = 0; i < r->minutes->declarations.count; i++) {
        const mb_declaration *from = r->minutes->declarations.items[i];
        mb_site_declaration *declaration =
            mb_list_add(r->assembly->arena, &r->assembly->site->declarations, mb_site_declaration);
        *declaration = (mb_site_declaration){.place = from->place,
                                             .id = numbered_id(r, "declaration", i),
                                             .meeting = r->item->meeting,
                                             .item = r->item,
                                             .person = mb_person_in(r->assembly, r->item->meeting, from->name),
                                             .name = from->name,
                                             .kind = from->kind,
                                             .reason = from->reason};
        if (declaration->person)
            mb_list_push(r->assembly->arena, &declaration->person->declarations, declaration);
    }
}

/* --- All items --- */

static int by_minutes(const void *a, const void *b)
{
    const mb_minute_item *left = (*(mb_site_item *const *)a)->minutes, *right = (*(mb_site_item *const *)b)->minutes;
    return (left->place.line > right->place.line) - (left->place.line < right->place.line);
}

/* The items that were minuted, in the order of the minutes. */
static mb_list minuted_items(mb_assembly *assembly, const mb_site_meeting *meeting)
{
    mb_list items = {0};
    for (uint32_t i = 0; i < meeting->items.count; i++)
        if (((mb_site_item *)meeting->items.items[i])->minutes)
            mb_list_push(assembly->scratch, &items, meeting->items.items[i]);
    mb_sort_list(&items, by_minutes);
    return items;
}

static void register_meeting(mb_assembly *assembly, const mb_site_meeting *meeting)
{
    mb_list items = minuted_items(assembly, meeting);
    for (uint32_t i = 0; i < items.count; i++) {
        mb_site_item *item = items.items[i];
        registrar r = {assembly, item, item->minutes};
        register_decisions(&r);
        register_questions(&r);
        register_declarations(&r);
        mb_register_actions(assembly, item);
    }
}

void mb_fill_registers(mb_assembly *assembly)
{
    for (uint32_t i = 0; i < assembly->site->meetings.count; i++)
        register_meeting(assembly, assembly->site->meetings.items[i]);
    mb_follow_actions(assembly);
}

/* contributions.c: cuts the text of an item into turns to speak.
 *
 *     Ann Lee asked if … She felt …     ─► question, of Ann Lee
 *     The Head of Roads replied that …  ─► reply
 *     A table, a list, He added …       ─► still the reply
 *     The Panel RESOLVED …              ─► nobody's
 *
 *     Ann Lee, Marl Ramblers - Bus stops   ─► question: a heading with her name above the answer
 *     Officers replied that …
 *
 *     Question 1 from Ann Lee to the Head of Roads   ─► question, in her own words
 *     Is it mended? In May the Chair said …
 *     Answer                                         ─► reply, of the Head of Roads
 *     It is.                                                                                    */
#include "reader/minutes/contributions.h"

#include "reader/minutes/body.h"
#include "reader/minutes/decisions.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/turn_headings.h"
#include "reader/people/names.h"
#include "reader/sentences.h"

/* "Cllr Ann Lee, Leader:" is no longer, and what is said is more than "Yes" or "two". */
#define SPEAKER_WORDS 6
#define SAID_WORDS    3

typedef struct floor_state {
    mb_reader *reader;
    mb_roster *roster;
    mb_minute_item *item;
    mb_list blocks;              /* those of the item, with the new ones that splits make */
    mb_contribution *open;       /* who has the floor */
    mb_contribution_kind before; /* the kind of the contribution before the open one */
    bool set_out;                /* what the open one says is set out in the paragraphs below */
    bool verbatim;               /* it stands under a heading, word for word */
    uint32_t question;           /* the number of the last question under a heading, or 0 */
    mb_slice asker, answerer;    /* of the last question under a heading, as printed, or NOTHING */
    bool listing;                /* the block before was a heading in a list of them */
    mb_slice named;              /* the name that stands alone above several of somebody's questions, or NOTHING */
    bool dialogue;               /* what stands behind names and colons was said: "Cllr Lee: What about trains?" */
} floor_state;

/* ---- blocks ---- */

/* Moves the runs behind `offset` from one block to another. */
static void split_runs(mb_arena *arena, mb_block *block, size_t offset, mb_block *rest)
{
    mb_list runs = block->runs;
    size_t at = 0;
    block->runs = (mb_list){0};
    for (uint32_t i = 0; i < runs.count; i++) {
        mb_run *run = runs.items[i];
        size_t end = at + run->text.size;
        if (end <= offset) {
            mb_list_push(arena, &block->runs, run);
        } else if (at >= offset) {
            mb_list_push(arena, &rest->runs, run);
        } else {
            mb_run *behind = mb_list_add(arena, &rest->runs, mb_run);
            *behind = *run;
            behind->text = mb_slice_from(run->text, offset - at);
            run->text = mb_slice_first(run->text, offset - at);
            mb_list_push(arena, &block->runs, run);
        }
        at = end;
    }
    mb_run *last = mb_list_last(&block->runs);
    if (last)
        last->text = mb_slice_trim_end(last->text);
}

/* Cuts the paragraph at `offset`; returns the block that goes on with it. */
static mb_block *split(floor_state *floor, mb_block *block, size_t offset)
{
    mb_block *rest = mb_new(floor->reader->arena, mb_block);
    rest->type = block->type;
    rest->place = block->place;
    rest->continues = true;
    rest->text = mb_slice_from(block->text, offset);
    split_runs(floor->reader->arena, block, offset, rest);
    block->text = mb_slice_trim_end(mb_slice_first(block->text, offset));
    return rest;
}

static void push(floor_state *floor, mb_block *block)
{
    if (floor->open)
        floor->open->blocks.last = floor->blocks.count;
    mb_list_push(floor->reader->arena, &floor->blocks, block);
}

/* ---- kinds ---- */

static const struct {
    const char *verb;
    mb_contribution_kind kind;
} kinds[] = {
    {"question", mb_contribution_kind_question},         {"reply", mb_contribution_kind_reply},
    {"presentation", mb_contribution_kind_presentation}, {"thanks", mb_contribution_kind_thanks},
    {"statement", mb_contribution_kind_statement},       {"own statement", mb_contribution_kind_statement},
};

static bool finds(const floor_state *floor, mb_group group, mb_slice text, mb_hit *hit)
{
    return mb_find_phrase(floor->reader->dialect, group, text, 0, hit);
}

/* "… and asked if", "He asked whether"; not "and asked the clerk to". */
static bool asks_too(const floor_state *floor, mb_slice text)
{
    mb_hit hit;
    for (size_t at = 0; mb_find_phrase(floor->reader->dialect, mb_group_further_question, text, at, &hit); at = hit.end)
        if (mb_starts_with(floor->reader->dialect, mb_group_question_word, mb_slice_trim(mb_slice_from(text, hit.end)),
                           NULL))
            return true;
    return false;
}

/* Members ask and comment; who came to report answers. */
static bool answers(const floor_state *floor, const mb_speech *speech)
{
    const mb_person *person = mb_roster_find(floor->roster, speech->speaker);
    mb_hit hit;
    if (person)
        return !person->member;
    mb_slice office = speech->speaker;
    return speech->role.data ||
           (!finds(floor, mb_group_office, speech->speaker, &hit) && mb_take_article(floor->reader->dialect, &office));
}

/* Who addresses the meeting in a job, and does not sit at the table. */
static bool came_to_report(const floor_state *floor, const mb_speech *speech)
{
    const mb_person *person = mb_roster_find(floor->roster, speech->speaker);
    return person && !person->member && person->role.data;
}

/* Whether the verb answers what was said before it; a comment does only behind a question. */
static bool is_answer(const floor_state *floor, const mb_speech *speech)
{
    bool comment = mb_slice_equal(speech->verb, MB_TEXT("commented"));
    bool exchange =
        floor->before == mb_contribution_kind_question || (floor->before == mb_contribution_kind_reply && !comment);
    return exchange && answers(floor, speech);
}

/* What the verb alone says. */
static mb_contribution_kind kind_of_verb(const floor_state *floor, const mb_speech *speech, mb_slice text)
{
    mb_hit hit;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mb_slice_equal(speech->verb, mb_slice_of(kinds[i].verb)))
            return kinds[i].kind;
    if (mb_slice_equal(speech->verb, MB_TEXT("addressed")) &&
        (came_to_report(floor, speech) ||
         (finds(floor, mb_group_presentation_sign, text, &hit) && !finds(floor, mb_group_statement_sign, text, &hit))))
        return mb_contribution_kind_presentation;
    return is_answer(floor, speech) ? mb_contribution_kind_reply : mb_contribution_kind_statement;
}

/* The kind of the contribution whose paragraph `text` is. */
static mb_contribution_kind kind_of(const floor_state *floor, const mb_speech *speech, mb_slice text)
{
    mb_contribution_kind kind = kind_of_verb(floor, speech, text);
    mb_slice behind = mb_slice_from(text, speech->end);
    mb_hit hit;
    bool own = mb_slice_equal(speech->verb, MB_TEXT("own statement"));
    if (own || (kind != mb_contribution_kind_statement && kind != mb_contribution_kind_thanks))
        return kind;
    if (mb_slice_equal(speech->lead_in, MB_TEXT("reply")) || finds(floor, mb_group_further_reply, behind, &hit))
        return mb_contribution_kind_reply;
    return asks_too(floor, behind) ? mb_contribution_kind_question : kind;
}

/* ---- turns ---- */

static void introduce(floor_state *floor, const mb_speech *speech)
{
    mb_slice honorific = MB_NOTHING;
    mb_slice name = mb_bare_name(floor->reader, speech->speaker, &honorific);
    if (mb_is_full_name(floor->reader->dialect, name) && !mb_roster_find(floor->roster, speech->speaker))
        mb_roster_add(floor->roster, (mb_person){.name = name, .role = speech->role});
}

static void begin(floor_state *floor, const mb_speech *speech, const mb_block *block)
{
    floor->verbatim = floor->set_out = false;
    floor->before = floor->open ? floor->open->kind : mb_contribution_kind_nothing;
    mb_contribution *contribution = mb_list_add(floor->reader->arena, &floor->item->contributions, mb_contribution);
    contribution->place = block->place;
    contribution->speaker = speech->speaker;
    contribution->blocks = (mb_contribution_span){&floor->item->blocks, floor->blocks.count, floor->blocks.count};
    floor->open = contribution;
}

static bool same_speaker(const floor_state *floor, const mb_speech *speech)
{
    if (!floor->open)
        return false;
    if (mb_slice_equal_nocase(floor->open->speaker, speech->speaker))
        return true;
    const mb_person *person = mb_roster_find(floor->roster, speech->speaker);
    return person && person == mb_roster_find(floor->roster, floor->open->speaker);
}

/* "Ann Lee moved an amendment as follows:" heads the text of the motion, which is nobody's words. */
static bool announces_motion(const floor_state *floor, mb_slice sentence)
{
    const mb_dialect *dialect = floor->reader->dialect;
    mb_hit hit;
    if (!mb_slice_ends(sentence, MB_TEXT(":")) && !mb_slice_ends(sentence, MB_TEXT(";")) &&
        !mb_slice_ends(sentence, MB_TEXT(":-")))
        return false;
    mb_hit second;
    return mb_contains(dialect, mb_group_moves, sentence, &hit) &&
           (mb_starts_with(dialect, mb_group_motion_object, mb_slice_trim(mb_slice_from(sentence, hit.end)), NULL) ||
            mb_find_phrase(dialect, mb_group_seconds, sentence, hit.end, &second) ||
            mb_find_phrase(dialect, mb_group_seconded_by, sentence, hit.end, &second));
}

/* "Councillor Lee left the meeting.", "Councillor Hay was her substitute.": of somebody else than who has the floor. */
static bool tells_of_another(const floor_state *floor, mb_slice text)
{
    mb_hit honorific;
    if (!mb_starts_with(floor->reader->dialect, mb_group_honorific, text, &honorific))
        return false;
    const mb_person *open = mb_roster_find(floor->roster, floor->open->speaker);
    mb_slice subject = mb_slice_trim(mb_slice_first(text, mb_subject_end(floor->reader->dialect, text)));
    const mb_person *person = mb_roster_find(floor->roster, subject);
    return !person || person != open;
}

/* Whether a paragraph that no speaker opens takes the floor from who has it. */
static bool ends_turn(const floor_state *floor, mb_slice text)
{
    if (announces_motion(floor, text) || mb_text_decides(floor->roster, text) ||
        mb_starts_with(floor->reader->dialect, mb_group_discussion, text, NULL))
        return true;
    if (floor->open->kind == mb_contribution_kind_presentation || floor->set_out)
        return false;
    return mb_starts_with(floor->reader->dialect, mb_group_turn_end, text, NULL) ||
           mb_starts_with(floor->reader->dialect, mb_group_apology, text, NULL) || tells_of_another(floor, text);
}

/* Gives the open contribution its kind, now that its first paragraph is whole. */
static void settle(floor_state *floor, const mb_speech *speech, mb_slice text)
{
    mb_hit hit;
    floor->open->kind = kind_of(floor, speech, text);
    floor->set_out = finds(floor, mb_group_set_out, text, &hit);
    introduce(floor, speech);
}

static void read_paragraph(floor_state *floor, mb_block *block)
{
    const mb_dialect *dialect = floor->reader->dialect;
    mb_speech first = {0}, speech;
    bool opened = false, closes = false;
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(dialect, block->text, &at, &sentence);) {
        size_t start = (size_t)(sentence.data - block->text.data);
        if (!mb_find_speech(floor->roster, sentence, &speech) || announces_motion(floor, sentence)) {
            if (start == 0 && floor->open && ends_turn(floor, sentence))
                floor->open = NULL;
            closes = start > 0 && mb_text_decides(floor->roster, sentence);
            continue;
        }
        if (start > 0 && (floor->verbatim || same_speaker(floor, &speech)))
            continue;
        if (start > 0) {
            mb_block *rest = split(floor, block, start);
            if (opened)
                settle(floor, &first, block->text);
            push(floor, block);
            block = rest;
            at = sentence.size;
        }
        begin(floor, &speech, block);
        first = speech;
        opened = true;
    }
    if (opened)
        settle(floor, &first, block->text);
    push(floor, block);
    if (closes)
        floor->open = NULL;
}

/* ---- lists of turns ---- */

/* Cuts the list before the item at `index`; returns the block that goes on with it. Each has its part of the one array. */
static mb_block *split_list(floor_state *floor, mb_block *block, uint32_t index)
{
    mb_block *rest = mb_new(floor->reader->arena, mb_block);
    *rest = *block;
    rest->place = ((const mb_list_item *)block->items.items[index])->place;
    rest->continues = true;
    uint32_t behind = block->items.count - index;
    rest->items = (mb_list){block->items.items + index, behind, behind};
    block->items.count = block->items.capacity = index;
    return rest;
}

/* "• Councillor Lee asked if …": the item is that speaker's. An office speaks only by what people alone do, as the points of
 * a report are about offices, too. */
static bool item_speaks(const floor_state *floor, const mb_list_item *item, mb_speech *speech)
{
    mb_slice sentence;
    size_t at = 0;
    if (!mb_next_sentence(floor->reader->dialect, item->text, &at, &sentence) ||
        !mb_find_speech(floor->roster, sentence, speech))
        return false;
    return mb_only_people_do(speech->verb) || mb_roster_find(floor->roster, speech->speaker);
}

/* A list in which one after another speaks becomes a list for each of them. */
static void read_list(floor_state *floor, mb_block *block)
{
    mb_speech speech;
    for (uint32_t i = 0; i < block->items.count; i++) {
        const mb_list_item *item = block->items.items[i];
        if ((i > 0 && floor->verbatim) || !item_speaks(floor, item, &speech))
            continue;
        if (i > 0) {
            mb_block *rest = split_list(floor, block, i);
            push(floor, block);
            block = rest;
            i = 0;
        }
        begin(floor, &speech, block);
        settle(floor, &speech, item->text);
    }
    push(floor, block);
}

/* ---- questions of the public ---- */

/* "Ann Lee, Marl Ramblers - Bus stops" where the next paragraph answers. */
static bool heads_question(const floor_state *floor, const mb_block *block, const mb_block *next, mb_speech *asker)
{
    *asker = (mb_speech){.verb = MB_TEXT("question")};
    return next && next->type == mb_block_type_paragraph &&
           mb_starts_with(floor->reader->dialect, mb_group_answer_start, next->text, NULL) &&
           mb_names_asker(floor->reader, block->text, &asker->speaker);
}

/* ---- turns under headings ---- */

/* The text of a paragraph, or of a list of one item: "1. Question from Ann Lee". */
static mb_slice heading_text(const mb_block *block)
{
    if (block->type == mb_block_type_paragraph)
        return block->text;
    return block->type == mb_block_type_list && block->items.count == 1
               ? ((const mb_list_item *)block->items.items[0])->text
               : MB_NOTHING;
}

/* "Question 1 from Ann Lee" above "Question 2 from Bob Hay": a list of what was asked. */
static bool is_listed(floor_state *floor, mb_slice text, const mb_block *next)
{
    bool below = floor->listing;
    floor->listing = mb_is_question_heading(floor->roster, text) &&
                     (below || !next || mb_is_question_heading(floor->roster, heading_text(next)));
    return floor->listing;
}

/* Whether "A1." answers the open question: its heading has that number. "A37: it is closed" is about a road. */
static bool answers_number(const floor_state *floor, const mb_turn_heading *heading)
{
    return !heading->coded || (floor->verbatim && heading->number == floor->question);
}

/* "Q2: over by £2m": a quarter; an answer without a question. */
static bool heads_nothing(const floor_state *floor, const mb_turn_heading *heading, mb_slice text, const mb_block *next)
{
    bool question = floor->open && floor->open->kind == mb_contribution_kind_question;
    if (heading->kind == mb_contribution_kind_reply && !heading->who.data)
        return !question || !answers_number(floor, heading);
    if (heading->kind == mb_contribution_kind_question && heading->end < text.size)
        return !heading->who.data && mb_slice_find(text, MB_TEXT("?"), heading->end) >= text.size &&
               !mb_find_speech(floor->roster, mb_slice_trim(mb_slice_from(text, heading->end)), &(mb_speech){0});
    return heading->end >= text.size && !next;
}

/* Who asks or answers under a heading that does not say so is known from the headings above. */
static mb_slice speaker_under(floor_state *floor, const mb_turn_heading *heading)
{
    if (heading->kind == mb_contribution_kind_question && !heading->supplementary) {
        floor->asker = floor->named;
        floor->answerer = heading->whom;
    }
    mb_slice *known = heading->kind == mb_contribution_kind_reply ? &floor->answerer : &floor->asker;
    if (heading->who.data)
        *known = heading->who;
    return *known;
}

/* "Ann Lee" alone, or "Questions from Ann Lee", above "Question 1", "Question 2"; "Councillor Lee had submitted questions." */
static void note_asker(floor_state *floor, const mb_block *block)
{
    const mb_dialect *dialect = floor->reader->dialect;
    mb_slice honorific = MB_NOTHING, text = mb_without_stop(heading_text(block)), who;
    mb_hit hit;
    if (mb_starts_with(dialect, mb_group_several_questions, text, &hit)) {
        text = mb_slice_trim(mb_slice_from(text, hit.end));
        if (mb_starts_with(dialect, mb_group_before_speaker, text, &hit) &&
            mb_read_speaker(floor->roster, mb_slice_trim(mb_slice_from(text, hit.end)), &who))
            floor->named = who;
    } else if (mb_is_full_name(dialect, mb_bare_name(floor->reader, text, &honorific))) {
        floor->named = text;
    } else if (mb_starts_with(dialect, mb_group_honorific, text, NULL) &&
               finds(floor, mb_group_several_questions, text, &hit) &&
               mb_read_speaker(floor->roster, mb_slice_trim(mb_slice_first(text, mb_subject_end(dialect, text))),
                               &who)) {
        floor->named = who;
    }
}

bool mb_is_verbatim(const mb_roster *roster, const mb_contribution *contribution)
{
    mb_turn_heading heading;
    return mb_read_turn_heading(roster, heading_text(contribution->blocks.of->items[contribution->blocks.first]),
                                &heading);
}

static bool begins_under_heading(floor_state *floor, mb_block *block, const mb_block *next)
{
    mb_turn_heading heading;
    mb_slice text = heading_text(block);
    if (is_listed(floor, text, next) || !mb_read_turn_heading(floor->roster, text, &heading) ||
        heads_nothing(floor, &heading, text, next))
        return false;
    mb_speech speech = {.speaker = speaker_under(floor, &heading)}, within;
    mb_slice said = mb_slice_trim(mb_slice_from(text, heading.end));
    if (!heading.who.data && said.size && mb_find_speech(floor->roster, said, &within))
        speech.speaker = floor->asker = within.speaker;
    begin(floor, &speech, block);
    floor->open->kind = heading.kind;
    if (heading.kind == mb_contribution_kind_question)
        floor->question = heading.number;
    floor->set_out = floor->verbatim = true;
    introduce(floor, &speech);
    push(floor, block);
    return true;
}

/* ---- "Cllr Lee: what about trains?" ---- */

/* Whether the item notes something of each member behind the name that is nothing said: an interest, an apology. */
static bool lists_people(const floor_state *floor)
{
    mb_hit hit;
    return finds(floor, mb_group_interest, floor->item->title, &hit) ||
           finds(floor, mb_group_apology, floor->item->title, &hit) ||
           finds(floor, mb_group_present_label, floor->item->title, &hit);
}

/* What is said behind a speaker and a colon, a finished sentence; NOTHING where it is no speech: what is left to do, or
 * another name. */
static mb_slice said_behind_name(const floor_state *floor, mb_slice text, mb_slice *speaker)
{
    size_t colon = mb_slice_find(text, MB_TEXT(": "), 0);
    mb_slice name = mb_slice_first(text, colon), said = mb_slice_trim(mb_slice_from(text, colon + 1));
    bool speech = colon < text.size && mb_slice_words(name) <= SPEAKER_WORDS && said.size &&
                  !mb_slice_starts_nocase(said, MB_TEXT("to ")) &&
                  !mb_starts_with(floor->reader->dialect, mb_group_honorific, said, NULL) &&
                  mb_starts_with(floor->reader->dialect, mb_group_honorific, name, NULL) &&
                  mb_read_speaker(floor->roster, name, speaker) && mb_slice_words(said) >= SAID_WORDS &&
                  (mb_slice_ends(said, MB_TEXT(".")) || mb_slice_ends(said, MB_TEXT("?")));
    return speech ? said : MB_NOTHING;
}

/* Whether somebody asks behind a name: a list of who does what, or of what became of it, has no questions. */
static bool asks_behind_names(const floor_state *floor)
{
    mb_slice speaker;
    for (uint32_t i = 0; i < floor->item->blocks.count; i++) {
        const mb_block *block = floor->item->blocks.items[i];
        if (block->type == mb_block_type_paragraph &&
            mb_slice_ends(said_behind_name(floor, block->text, &speaker), MB_TEXT("?")))
            return true;
    }
    return false;
}

static bool speaks_behind_name(floor_state *floor, mb_block *block)
{
    mb_speech speech = {0};
    if (!floor->dialogue || block->type != mb_block_type_paragraph)
        return false;
    mb_slice said = said_behind_name(floor, block->text, &speech.speaker);
    if (!said.data)
        return false;
    bool asked = floor->open && floor->open->kind == mb_contribution_kind_question && !same_speaker(floor, &speech);
    begin(floor, &speech, block);
    floor->open->kind = mb_slice_find(said, MB_TEXT("?"), 0) < said.size ? mb_contribution_kind_question
                        : asked                                          ? mb_contribution_kind_reply
                                                                         : mb_contribution_kind_statement;
    introduce(floor, &speech);
    push(floor, block);
    return true;
}

static void read_block(floor_state *floor, mb_block *block, const mb_block *next)
{
    mb_speech asker;
    if (begins_under_heading(floor, block, next) || speaks_behind_name(floor, block))
        return;
    note_asker(floor, block);
    if (block->type == mb_block_type_list) {
        read_list(floor, block);
    } else if (block->type != mb_block_type_paragraph) {
        push(floor, block);
    } else if (heads_question(floor, block, next, &asker)) {
        begin(floor, &asker, block);
        floor->open->kind = mb_contribution_kind_question;
        push(floor, block);
    } else {
        read_paragraph(floor, block);
    }
}

void mb_read_contributions(mb_reader *reader, mb_roster *roster, mb_minute_item *item)
{
    floor_state floor = {.reader = reader, .roster = roster, .item = item};
    mb_list_reserve(reader->arena, &floor.blocks, item->blocks.count);
    floor.dialogue = !lists_people(&floor) && asks_behind_names(&floor);
    for (uint32_t i = 0; i < item->blocks.count; i++)
        read_block(&floor, item->blocks.items[i], i + 1 < item->blocks.count ? item->blocks.items[i + 1] : NULL);
    mb_list_leave(reader->arena, &item->blocks);
    item->blocks = floor.blocks;
}

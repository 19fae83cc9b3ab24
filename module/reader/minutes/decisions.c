/* decisions.c: finds the sentences in which a body decides, and the parts that a lead-in announces.
 *
 *     The Panel RESOLVED:              ─► a lead-in
 *     (1) to note the report;          ─► RESOLVED 1
 *     (2) to ask for a map.            ─► RESOLVED 2      */
#include "reader/minutes/decisions.h"

#include <ctype.h>
#include <string.h>

#include "reader/minutes/contributions.h"
#include "reader/minutes/deciding.h"
#include "reader/minutes/inline_parts.h"
#include "reader/minutes/motions.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/votes.h"
#include "reader/reports/headings.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* A paragraph between two parts of a decision is a heading or a stray number, and no longer than this. */
#define BETWEEN_PARTS 60
/* Numbers of parts have fewer digits than years. */
#define PART_DIGITS 3

/* A lead-in whose parts are awaited. */
typedef struct lead_in {
    mb_slice verb, text;
    mb_place place;
    bool open, any; /* whether parts are awaited, whether one came */
    bool numbered;  /* its own paragraph has a number */
    bool bare;      /* nothing stands behind the verb */
    bool titled;    /* its last part was a title */
    long last;      /* the number of the last part */
} lead_in;

typedef struct scan {
    mb_reader *reader;
    const mb_roster *roster;
    mb_minute_item *item;
    const mb_block *next; /* behind the block that is read */
    uint32_t turn;        /* the contribution that the block is in, or the next one */
    mb_slice joined;      /* what was joined to the last part, and is none of it */
    lead_in lead;
} scan;

bool mb_text_decides(const mb_roster *roster, mb_slice sentence)
{
    mb_deciding found;
    return mb_find_deciding(roster, sentence, &found) && found.verb.data;
}

/* ---- decisions ---- */

static mb_decision *add_decision(scan *s, mb_slice verb, mb_slice number, mb_slice text, mb_place place)
{
    mb_decision *decision = mb_list_add(s->reader->arena, &s->item->decisions, mb_decision);
    *decision = (mb_decision){.place = place, .verb = verb, .number = number, .text = text};
    return decision;
}

/* "Reason for decision", "Action: …", "* Recommendation 4 was not approved": not part of what was decided. */
static bool ends_decision(const scan *s, mb_slice sentence)
{
    while (sentence.size && strchr("*([ ", *sentence.data))
        sentence = mb_slice_from(sentence, 1);
    return mb_starts_with(s->reader->dialect, mb_group_decision_stop, sentence, NULL);
}

/* Where the decision ends that begins the text: before the next sentence that decides or tells who moved something. */
static size_t decision_end(const scan *s, mb_slice text, size_t from)
{
    mb_slice sentence;
    for (size_t at = from; mb_next_sentence(s->reader->dialect, text, &at, &sentence);)
        if (mb_text_decides(s->roster, sentence) || mb_names_mover(s->reader, sentence) || ends_decision(s, sentence))
            return (size_t)(sentence.data - text.data);
    return text.size;
}

/* The counts that a vote's sentence leaves to the next one belong to it. */
static size_t vote_end(const scan *s, mb_slice text, size_t from)
{
    mb_slice sentence;
    mb_vote vote;
    size_t at = from;
    if (mb_next_sentence(s->reader->dialect, text, &at, &sentence) && mb_find_vote(s->roster, sentence, &vote) &&
        !vote.result)
        return at;
    return from;
}

/* "… were approved. Proposed Cllr Lee, seconded Cllr Hay, all in favour.": how it was decided, not what. */
static bool next_names_mover(const scan *s, mb_slice text, size_t from)
{
    mb_slice sentence;
    return mb_next_sentence(s->reader->dialect, text, &from, &sentence) &&
           mb_contains(s->reader->dialect, mb_group_seconds, sentence, &(mb_hit){0});
}

static mb_slice extent_of(const scan *s, const mb_deciding *found, mb_slice text, size_t end)
{
    bool of_vote = mb_is_phrase(s->reader->dialect, mb_group_vote_result, found->verb);
    if (found->extent == MB_TO_THE_END)
        end = decision_end(s, text, end);
    else if (of_vote || !next_names_mover(s, text, end))
        end = vote_end(s, text, end);
    return mb_slice_trim_end(mb_slice_first(text, end));
}

static mb_slice without_marks(mb_slice text)
{
    text = mb_without_stop(text);
    while (text.size && strchr("-:; ", mb_slice_end(text)[-1]))
        text.size--;
    return mb_slice_ends(text, MB_TEXT("\xE2\x80\x93")) ? mb_slice_trim_end(mb_slice_first(text, text.size - 3)) : text;
}

/* What is decided behind the verb; "RESOLVED that" leaves it to the next paragraph. */
static mb_slice words_behind(const scan *s, const mb_deciding *found, mb_slice decision)
{
    mb_slice behind = without_marks(mb_slice_trim(mb_slice_from(decision, found->end)));
    return mb_is_phrase(s->reader->dialect, mb_group_decision_follow, behind) ? MB_NOTHING : behind;
}

static bool is_marked_list(const mb_block *block)
{
    return block && block->type == mb_block_type_list && ((const mb_list_item *)block->items.items[0])->marker.data;
}

/* Whether parts follow: a mark says so, or the decision breaks off before a list with markers. */
static bool announces_parts(const scan *s, const mb_deciding *found, mb_slice text, mb_slice behind)
{
    bool bare = found->extent == MB_TO_THE_END && behind.size == 0;
    return bare || mb_slice_ends(text, MB_TEXT(":")) || mb_slice_ends(text, MB_TEXT(";")) ||
           mb_slice_ends(text, MB_TEXT(":-")) || (is_marked_list(s->next) && !mb_is_finished(text));
}

/* "RESOLVED: (1) that …; (2) that …": the parts in the sentence; others may follow in a list. */
static bool take_inline_parts(scan *s, const mb_deciding *found, mb_slice decision, mb_place place)
{
    mb_slice behind = mb_slice_from(decision, found->end);
    while (behind.size && strchr(" :-", *behind.data))
        behind = mb_slice_from(behind, 1);
    if (mb_slice_starts(behind, MB_TEXT("\xE2\x80\x93")))
        behind = mb_slice_trim(mb_slice_from(behind, strlen("\xE2\x80\x93")));
    mb_inline_part part = {0};
    bool any = false;
    for (size_t at = 0; found->extent == MB_TO_THE_END && mb_next_inline_part(behind, &at, part.ordinal, &part);
         any = true)
        add_decision(s, found->verb, part.number, part.text, place);
    if (any)
        s->lead = (lead_in){.verb = found->verb, .place = place, .open = true, .any = true, .last = part.ordinal};
    return any;
}

static void look_in(scan *s, mb_slice text, mb_slice number, mb_place place)
{
    mb_slice sentence;
    mb_deciding found;
    for (size_t at = 0; mb_next_sentence(s->reader->dialect, text, &at, &sentence);) {
        if (!mb_find_deciding(s->roster, sentence, &found))
            continue;
        mb_slice from_here = mb_slice_between(sentence.data, mb_slice_end(text));
        mb_slice decision = extent_of(s, &found, from_here, sentence.size);
        mb_slice behind = words_behind(s, &found, decision);
        mb_slice words = mb_slice_from(decision, found.start);
        if (found.verb.data && take_inline_parts(s, &found, decision, place))
            s->lead.text = words;
        else if (mb_slice_end(decision) == mb_slice_end(text) && announces_parts(s, &found, decision, behind))
            s->lead =
                (lead_in){.verb = found.verb, .text = words, .place = place, .open = true, .bare = behind.size == 0};
        else if (found.verb.data)
            add_decision(s, found.verb, number, words, place);
        at = (size_t)(mb_slice_end(decision) - text.data);
    }
}

/* ---- parts ---- */

/* "2" of "(2)" and "2."; "a" of "a)". */
static mb_slice bare_marker(mb_slice marker)
{
    while (marker.size && strchr("([", *marker.data))
        marker = mb_slice_from(marker, 1);
    while (marker.size && strchr(").]", mb_slice_end(marker)[-1]))
        marker.size--;
    return marker;
}

static long number_of(mb_slice marker)
{
    long number = 0;
    size_t i = 0;
    for (; i < marker.size && i < PART_DIGITS && isdigit((unsigned char)marker.data[i]); i++)
        number = number * 10 + (marker.data[i] - '0');
    return i == marker.size ? number : 0;
}

/* The words of a part and of its own parts, piece by piece. */
static void collect(mb_arena *scratch, const mb_list_item *item, mb_strings *pieces)
{
    if (item->text.size)
        mb_strings_push(scratch, pieces, item->text);
    for (uint32_t i = 0; i < item->items.count; i++) {
        const mb_list_item *part = item->items.items[i];
        if (part->marker.size) {
            const char *stop = isalnum((unsigned char)mb_slice_end(part->marker)[-1]) ? "." : "";
            mb_strings_push(scratch, pieces, mb_arena_printf(scratch, "%.*s%s", MB_ARG(part->marker), stop));
        }
        collect(scratch, part, pieces);
    }
}

static mb_slice join(mb_arena *arena, const mb_strings *pieces)
{
    size_t size = 0, at = 0;
    for (uint32_t i = 0; i < pieces->count; i++)
        size += pieces->items[i].size + 1;
    char *text = mb_new_array(arena, char, size);
    for (uint32_t i = 0; i < pieces->count; i++) {
        if (i)
            text[at++] = ' ';
        memcpy(text + at, pieces->items[i].data, pieces->items[i].size);
        at += pieces->items[i].size;
    }
    return (mb_slice){text, at};
}

static mb_slice whole_item(const scan *s, const mb_list_item *item)
{
    mb_strings pieces = {0};
    if (item->items.count == 0)
        return item->text;
    collect(s->reader->scratch, item, &pieces);
    return join(s->reader->arena, &pieces);
}

/* A verb alone, like a heading, above what turned out to decide in words of its own. */
static bool is_heading(const lead_in *lead)
{
    return lead->bare && mb_slice_words(lead->text) == 1;
}

static void close_lead_in(scan *s)
{
    if (s->lead.open && !s->lead.any && s->lead.verb.data && !is_heading(&s->lead))
        add_decision(s, s->lead.verb, MB_NOTHING, s->lead.text, s->lead.place);
    s->lead.open = false;
}

/* Where a part ends: before a sentence that is no part of it, which extraction has joined to it. */
static size_t part_end(const scan *s, mb_slice text)
{
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(s->reader->dialect, text, &at, &sentence);)
        if (sentence.data > text.data && (ends_decision(s, sentence) || mb_names_mover(s->reader, sentence)))
            return (size_t)(sentence.data - text.data);
    return text.size;
}

static void add_part(scan *s, const mb_list_item *item)
{
    mb_slice number = bare_marker(item->marker), text = whole_item(s, item);
    mb_slice verb = s->lead.verb.data ? s->lead.verb : mb_leading_verb(s->reader->dialect, item->text);
    size_t end = part_end(s, text);
    if (verb.data)
        add_decision(s, verb, number, mb_slice_trim_end(mb_slice_first(text, end)), item->place);
    s->joined = mb_slice_trim(mb_slice_from(text, end));
    s->lead.any = true;
    unsigned ordinal = mb_following_ordinal(number, (unsigned)s->lead.last);
    s->lead.last = ordinal ? ordinal : number_of(number);
}

/* Parts without numbers are one decision with its lead-in. */
static void add_bullets(scan *s, const mb_list *items)
{
    mb_strings pieces = {0};
    mb_strings_push(s->reader->scratch, &pieces, s->lead.text);
    for (uint32_t i = 0; i < items->count; i++)
        collect(s->reader->scratch, items->items[i], &pieces);
    s->lead.text = join(s->reader->arena, &pieces);
    close_lead_in(s);
}

/* "that leave be refused for the following reasons:" */
static bool leads_to_conditions(const scan *s)
{
    mb_slice text = s->lead.text;
    if (!mb_slice_ends(text, MB_TEXT(":")) && !mb_slice_ends(text, MB_TEXT(":-")))
        return false;
    while (text.size && strchr(":- ", mb_slice_end(text)[-1]))
        text.size--;
    return mb_is_phrase(s->reader->dialect, mb_group_condition_word, mb_slice_last_word(text));
}

/* Reasons and conditions are one decision with what they are of. */
static void add_conditions(scan *s, const mb_list *items)
{
    mb_strings pieces = {0};
    const mb_list_item conditions = {.items = *items};
    mb_strings_push(s->reader->scratch, &pieces, s->lead.text);
    collect(s->reader->scratch, &conditions, &pieces);
    s->lead.text = join(s->reader->arena, &pieces);
    close_lead_in(s);
}

/* "(a) that leave be given subject to the following conditions:" and a list: the conditions are the part's own. */
static bool add_to_last_part(scan *s, const mb_list *items)
{
    mb_decision *last = mb_list_last(&s->item->decisions);
    mb_strings pieces = {0};
    if (!last || !mb_slice_ends(last->text, MB_TEXT(":")))
        return false;
    mb_strings_push(s->reader->scratch, &pieces, last->text);
    const mb_list_item conditions = {.items = *items};
    collect(s->reader->scratch, &conditions, &pieces);
    last->text = join(s->reader->arena, &pieces);
    return true;
}

/* Whether the item's number, where it has one, is behind that of the last part; one in between may have been lost. */
static bool goes_on(const scan *s, const mb_list_item *item)
{
    long number = number_of(bare_marker(item->marker));
    return number == 0 || number > s->lead.last;
}

static bool take_list(scan *s, const mb_list *items)
{
    const mb_list_item *first = items->items[0];
    if (!first->marker.data && s->lead.any)
        return false;
    if (!first->marker.data) {
        add_bullets(s, items);
        return true;
    }
    if (!s->lead.any && leads_to_conditions(s)) {
        add_conditions(s, items);
        return true;
    }
    if (s->lead.any && !mb_following_ordinal(bare_marker(first->marker), (unsigned)s->lead.last))
        return add_to_last_part(s, items);
    for (uint32_t i = 0; i < items->count && goes_on(s, items->items[i]); i++) {
        const mb_list_item *item = items->items[i];
        add_part(s, item);
        if (s->joined.size && i + 1 == items->count)
            look_in(s, s->joined, MB_NOTHING, item->place);
    }
    return true;
}

/* "2a" of "2a. Parking: …". */
static mb_slice printed_number(mb_slice text)
{
    size_t at = 0;
    while (at < text.size && at < PART_DIGITS && isdigit((unsigned char)text.data[at]))
        at++;
    if (at > 0 && at < text.size && islower((unsigned char)text.data[at]))
        at++;
    bool numbered = at > 0 && at + 1 < text.size && text.data[at] == '.' && text.data[at + 1] == ' ';
    return numbered ? mb_slice_first(text, at) : MB_NOTHING;
}

static bool begins_decision(const scan *s, mb_slice text)
{
    mb_slice sentence;
    size_t at = 0;
    return mb_next_sentence(s->reader->dialect, text, &at, &sentence) && mb_text_decides(s->roster, sentence);
}

static mb_slice join_two(const scan *s, mb_slice first, mb_slice second)
{
    return mb_arena_printf(s->reader->arena, "%.*s %.*s", MB_ARG(first), MB_ARG(second));
}

static bool is_title(const scan *s, const mb_block *block)
{
    return mb_looks_like_heading(block->text) && mb_is_title_case(s->reader, block->text);
}

/* "5.2 Winter Gritting" above the text of its own: an item within the item, no part of what the one before decided; but
 * "RESOLVED to adopt:" leads to titles. */
static bool heads_sub_item(const scan *s, const mb_block *block)
{
    mb_hit part;
    bool led = s->lead.bare || mb_slice_ends(s->lead.text, MB_TEXT(":"));
    bool expected = s->lead.titled || (!s->lead.any && led);
    return !expected && is_title(s, block) && s->next && s->next->type == mb_block_type_paragraph &&
           !s->next->number.data && !mb_starts_with(s->reader->dialect, mb_group_decision_follow, block->text, &part);
}

/* "5.1 that the scheme be approved;" behind a lead-in that has no such number itself. */
static bool is_numbered_part(const scan *s, const mb_block *block)
{
    mb_slice number = block->number;
    return s->lead.verb.data && !s->lead.numbered && mb_slice_find(number, MB_TEXT("."), 0) < number.size &&
           !begins_decision(s, block->text) && !heads_sub_item(s, block);
}

/* What a bare lead-in leaves to the next paragraph: more of the lead-in, or the decision itself. */
static bool take_paragraph(scan *s, const mb_block *block)
{
    if (is_numbered_part(s, block)) {
        add_decision(s, s->lead.verb, block->number, block->text, block->place);
        s->lead.any = true;
        s->lead.titled = is_title(s, block);
        return true;
    }
    bool decided = begins_decision(s, block->text);
    mb_deciding body;
    if (is_heading(&s->lead) && mb_find_deciding(s->roster, block->text, &body))
        return false;
    if (s->lead.any || !s->lead.bare || decided)
        return s->lead.any && block->text.size <= BETWEEN_PARTS && !decided;
    if (!mb_slice_ends(block->text, MB_TEXT("."))) {
        s->lead.text = is_heading(&s->lead) ? block->text : join_two(s, s->lead.text, block->text);
        s->lead.bare = false;
        return true;
    }
    mb_slice number = printed_number(block->text);
    mb_slice text = mb_slice_trim(mb_slice_from(block->text, number.data ? number.size + 1 : 0));
    text = mb_slice_first(text, decision_end(s, text, 0));
    add_decision(s, s->lead.verb, number, mb_slice_trim_end(text), block->place);
    s->lead.open = false;
    return true;
}

static bool take_parts(scan *s, const mb_block *block)
{
    if (!s->lead.open)
        return false;
    bool taken = (block->type == mb_block_type_list && take_list(s, &block->items)) ||
                 (block->type == mb_block_type_paragraph && take_paragraph(s, block));
    if (!taken)
        close_lead_in(s);
    return taken;
}

static void look_in_items(scan *s, const mb_list *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        const mb_list_item *item = items->items[i];
        mb_slice number = item->marker.data ? bare_marker(item->marker) : MB_NOTHING;
        look_in(s, item->text, number, item->place);
        if (s->lead.open && item->items.count && take_list(s, &item->items))
            continue;
        close_lead_in(s);
        look_in_items(s, &item->items);
    }
}

/* "Resolved" says nothing without what follows, and "Decision" is no verb. */
static bool is_left_open(mb_slice value)
{
    return mb_slice_equal(value, MB_TEXT("RESOLVED")) || mb_slice_equal(value, MB_TEXT("heading"));
}

/* "Noted." alone: what stands above it was, unless it leads to what stands below. */
static bool take_verb_alone(scan *s, const mb_block *block)
{
    const mb_dialect *dialect = s->reader->dialect;
    mb_slice text = mb_without_stop(block->text);
    mb_hit verb;
    if (!mb_is_phrase(dialect, mb_group_decision_start, text) ||
        !mb_starts_with(dialect, mb_group_decision_start, text, &verb) || is_left_open(verb.value))
        return false;
    bool stopped = mb_slice_ends(block->text, MB_TEXT("."));
    bool leads = s->next && (!stopped || s->next->type == mb_block_type_list || s->next->number.size ||
                             mb_starts_with(dialect, mb_group_decision_follow, s->next->text, NULL));
    if (leads || mb_slice_ends(block->text, MB_TEXT(":")))
        return false;
    add_decision(s, verb.value, MB_NOTHING, mb_slice_trim(block->text), block->place);
    return true;
}

/* Whether the block is of what somebody wrote in a question or an answer: what it tells of decisions is old. */
static bool is_quoted(scan *s, uint32_t block)
{
    const mb_list *turns = &s->item->contributions;
    while (s->turn < turns->count && ((const mb_contribution *)turns->items[s->turn])->blocks.last < block)
        s->turn++;
    const mb_contribution *turn = s->turn < turns->count ? turns->items[s->turn] : NULL;
    return turn && turn->blocks.first < block && mb_is_verbatim(s->roster, turn);
}

void mb_read_decisions(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    scan s = {.reader = reader, .roster = roster, .item = item};
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        s.next = i + 1 < item->blocks.count ? item->blocks.items[i + 1] : NULL;
        if (is_quoted(&s, i))
            close_lead_in(&s);
        else if (take_parts(&s, block))
            continue;
        else if (block->type == mb_block_type_paragraph && !take_verb_alone(&s, block))
            look_in(&s, block->text, MB_NOTHING, block->place);
        else if (block->type == mb_block_type_list)
            look_in_items(&s, &block->items);
        s.lead.numbered = block->number.size > 0;
    }
    close_lead_in(&s);
}

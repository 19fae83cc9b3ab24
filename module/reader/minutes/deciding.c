/* deciding.c: the ways in which minutes say that something was decided.
 *
 *     RESOLVED: That …   It was RESOLVED that …        the verb in capitals
 *     Agreed: that …     Resolved to …                 the verb at the start
 *     After discussion, the Panel agreed to …          a body and its verb
 *     It was agreed that …   All Members agreed …      an opening
 *     The accounts were approved by the Council …      the passive, with who did it
 *     The minutes were confirmed …                     the passive of what is always decided
 *     Proposed Cllr Lee, seconded Cllr Hay and resolved …
 *     The motion was put to the vote and CARRIED                                            */
#include "reader/minutes/deciding.h"

#include <stdint.h>

#include "reader/minutes/motions.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/votes.h"
#include "reader/reports/headings.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* A title before a sentence ("Internal Audit - …") has no more words. */
#define LEADING_TITLE_WORDS 6
/* "approved and signed by the whole of the Council": no more stands between the verb and who did it. */
#define AGENT_WITHIN 60
/* "received and noted", before what was. */
#define VERB_WORDS 3
/* Clauses that a sentence opens with before it comes to the body that decides. */
#define OPENING_CLAUSES 4
/* "The Panel, with these changes in mind, …": no longer. */
#define ASIDE_SIZE 80
/* "The Planning Committee:" before a list of what it did. */
#define BODY_WORDS 8

static size_t skip(mb_slice text, size_t at, const char *characters)
{
    while (at < text.size && strchr(characters, text.data[at]))
        at++;
    return at;
}

/* "It was moved by Councillor Lee that the plan be APPROVED": the verb is one of the motion's words, which are not decided yet. */
static bool is_motion_word(const mb_roster *roster, mb_slice sentence, mb_hit verb)
{
    mb_slice before = mb_slice_trim(mb_slice_first(sentence, verb.start));
    size_t that = mb_slice_find(before, MB_TEXT(" that "), 0);
    bool decided = mb_slice_equal(verb.value, MB_TEXT("RESOLVED")) || mb_slice_ends(before, MB_TEXT("and")) ||
                   mb_slice_ends(before, MB_TEXT("it was"));
    return !decided && that < before.size && mb_names_mover(roster->reader, mb_slice_first(before, that));
}

/* "It was RESOLVED that …": the verb in capitals, the sentence not. */
static bool capitals_decide(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    mb_hit verb;
    for (size_t at = 0; mb_find_phrase(roster->reader->dialect, mb_group_decision_word, sentence, at, &verb);
         at = verb.end) {
        mb_slice rest = mb_without_stop(mb_slice_from(sentence, verb.end));
        bool heading = mb_is_capitals(sentence) && (verb.start > 0 || mb_is_capitals(rest));
        if (heading || !mb_is_capitals(mb_slice_between(sentence.data + verb.start, sentence.data + verb.end)) ||
            is_motion_word(roster, sentence, verb))
            continue;
        *found = (mb_deciding){verb.value, 0, verb.end, MB_TO_THE_END};
        return true;
    }
    return false;
}

/* "Decision", which is no verb. */
static bool is_heading(mb_hit start)
{
    return mb_slice_equal(start.value, MB_TEXT("heading"));
}

/* "Agreed: that …", "Resolved to …", "Resolved - that …", "Agreed" above what was */
static bool first_word_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit verb;
    if (!mb_starts_with(dialect, mb_group_decision_start, sentence, &verb) || is_heading(verb))
        return false;
    mb_slice rest = mb_slice_from(sentence, skip(sentence, verb.end, " "));
    bool apart = mb_slice_from(sentence, verb.end).size > rest.size;
    bool marked = rest.size && (strchr(":(", *rest.data) || (apart && *rest.data == '-') ||
                                mb_slice_starts(rest, MB_TEXT("\xE2\x80\x93")));
    if (!marked && rest.size && !mb_starts_with(dialect, mb_group_decision_follow, rest, NULL))
        return false;
    *found = (mb_deciding){verb.value, 0, verb.end, MB_TO_THE_END};
    return true;
}

/* "Decision: that …", or "Decision" alone above it; not "Decision-making …" or "Decisions (listed below) were taken". */
static bool heading_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    mb_hit heading;
    if (!mb_starts_with(roster->reader->dialect, mb_group_decision_start, sentence, &heading) || !is_heading(heading))
        return false;
    mb_slice rest = mb_slice_from(sentence, skip(sentence, heading.end, " "));
    if (rest.size && *rest.data != ':')
        return false;
    *found = (mb_deciding){MB_TEXT("RESOLVED"), 0, heading.end, MB_TO_THE_END};
    return true;
}

static bool is_speech(const mb_roster *roster, mb_slice sentence)
{
    mb_speech speech;
    return mb_find_speech(roster, sentence, &speech);
}

/* Where the verb may stand behind a body that ends at `at`: "The Panel, with these changes in mind, confirmed …". */
static size_t behind_aside(mb_slice clause, size_t at)
{
    if (at >= clause.size || clause.data[at] != ',')
        return at;
    size_t end = mb_slice_find(clause, MB_TEXT(", "), at + 1);
    return end < clause.size && end - at <= ASIDE_SIZE ? end + strlen(", ") : at;
}

/* "The Roads Panel unanimously agreed to …": a body within the subject, and its verb behind it. */
static bool clause_decides(const mb_roster *roster, mb_slice clause, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit body, verb;
    size_t subject = mb_subject_end(dialect, clause);
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_body, clause, at, &body) && body.start < subject;
         at = body.end) {
        mb_slice behind = mb_slice_from(clause, skip(clause, body.end, " ,"));
        if (!mb_starts_with(dialect, mb_group_decision_verb, behind, &verb)) {
            behind = mb_slice_from(clause, behind_aside(clause, body.end));
            if (!mb_starts_with(dialect, mb_group_decision_verb, behind, &verb))
                continue;
        }
        *found = (mb_deciding){verb.value, 0, (size_t)(behind.data - clause.data) + verb.end, MB_TO_THE_END};
        return !is_speech(roster, clause);
    }
    return false;
}

/* The same behind a comma: "Having heard both sides, the Sub-Committee resolved to …". */
static bool body_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    if (clause_decides(roster, sentence, found))
        return true;
    if (is_speech(roster, sentence))
        return false;
    size_t at = 0;
    for (int clause = 0; clause < OPENING_CLAUSES; clause++) {
        size_t comma = mb_slice_find(sentence, MB_TEXT(", "), at);
        if (comma >= sentence.size)
            return false;
        at = comma + strlen(", ");
        if (clause_decides(roster, mb_slice_from(sentence, at), found)) {
            found->end += at;
            return true;
        }
    }
    return false;
}

/* "The motion was put to the vote and CARRIED." */
static bool vote_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    static const char *const words[] = {
        [mb_vote_result_carried] = "CARRIED", [mb_vote_result_lost] = "LOST", [mb_vote_result_fell] = "FELL"};
    mb_vote vote;
    if (!mb_find_vote(roster, sentence, &vote) || !vote.result)
        return false;
    *found = (mb_deciding){mb_slice_of(words[vote.result]), 0, sentence.size, MB_ONE_SENTENCE};
    return true;
}

/* "All agreed … and were signed and approved": of two verbs the one that says more. */
static mb_slice strongest(const mb_dialect *dialect, mb_slice sentence, mb_slice verb)
{
    mb_hit also;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_decision_also, sentence, at, &also); at = also.end)
        if (!mb_slice_equal(verb, MB_TEXT("RESOLVED")))
            verb = also.value;
    return verb;
}

/* "Officers confirmed that …": what somebody tells of another decision is none. */
static bool is_told(const mb_roster *roster, mb_slice before)
{
    mb_hit hit;
    return mb_contains(roster->reader->dialect, mb_group_speech, before, &hit) ||
           mb_slice_find(before, MB_TEXT(" that "), 0) < before.size;
}

/* "On a show of hands, with one against, it was resolved to …" */
static bool clause_opens(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    mb_hit verb;
    size_t at = 0;
    if (is_speech(roster, sentence))
        return false;
    for (int clause = 0; clause < OPENING_CLAUSES; clause++) {
        size_t comma = mb_slice_find(sentence, MB_TEXT(", "), at);
        if (comma >= sentence.size || is_told(roster, mb_slice_first(sentence, comma)))
            return false;
        at = comma + strlen(", ");
        if (!mb_starts_with(roster->reader->dialect, mb_group_decision_opening, mb_slice_from(sentence, at), &verb))
            continue;
        *found = (mb_deciding){verb.value, 0, at + verb.end, MB_ONE_SENTENCE};
        return true;
    }
    return false;
}

/* "After discussion it was agreed that …" */
static bool opening_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit before = {0}, verb;
    size_t at = 0;
    if (mb_starts_with(dialect, mb_group_before_decision, sentence, &before))
        at = skip(sentence, before.end, ", ");
    if (!mb_starts_with(dialect, mb_group_decision_opening, mb_slice_from(sentence, at), &verb))
        return clause_opens(roster, sentence, found);
    *found = (mb_deciding){strongest(dialect, sentence, verb.value), 0, at + verb.end, MB_ONE_SENTENCE};
    return true;
}

/* "The minutes of the last meeting were agreed as correct.", "The report was noted." */
static bool usual_subject_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit subject, verb;
    bool minutes = mb_starts_with(dialect, mb_group_minutes_subject, sentence, &subject);
    if (!minutes && !mb_starts_with(dialect, mb_group_decided_subject, sentence, &subject))
        return false;
    mb_group verbs = minutes ? mb_group_minutes_confirmed : mb_group_decided_passive;
    if (!mb_find_phrase(dialect, verbs, sentence, subject.end, &verb))
        return false;
    *found = (mb_deciding){verb.value, 0, sentence.size, MB_ONE_SENTENCE};
    return true;
}

/* "noted the budget was overspent": somebody's view of a thing, not the thing, behind a verb that takes one without
 * "that"; "noted the report, which was long" is no view. */
static bool is_view(const mb_dialect *dialect, mb_slice verb, mb_slice object)
{
    static const char *const verbs[] = {"NOTED", "AGREED"};
    static const char *const ends[] = {", ", " which ", " who ", " that ", " as "};
    mb_hit finite;
    bool takes_view = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        takes_view |= mb_slice_equal(verb, mb_slice_of(verbs[i]));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        object = mb_slice_first(object, mb_slice_find(object, mb_slice_of(ends[i]), 0));
    return takes_view && mb_contains(dialect, mb_group_finite_verb, object, &finite);
}

/* "Members noted the report.": all of those who met, and what is always decided; not "Members noted that …". */
static bool assembly_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit assembly, verb;
    if (!mb_starts_with(dialect, mb_group_assembly, sentence, &assembly))
        return false;
    size_t at = skip(sentence, assembly.end, " ");
    if (!mb_starts_with(dialect, mb_group_decision_verb, mb_slice_from(sentence, at), &verb))
        return false;
    *found = (mb_deciding){verb.value, 0, at + verb.end, MB_ONE_SENTENCE};
    for (int words = 0; words < VERB_WORDS && at < sentence.size; words++) {
        at = mb_next_word(sentence, at);
        mb_slice object = mb_slice_from(sentence, at);
        if (mb_starts_with(dialect, mb_group_decided_subject, object, NULL))
            return !is_view(dialect, verb.value, object);
    }
    return false;
}

/* Whether a body stands at `at`, behind "by": "by the Parish Council", "by all Members". */
static bool is_agent(const mb_dialect *dialect, mb_slice text)
{
    mb_hit hit;
    size_t words = 0;
    for (size_t at = 0; at < text.size && words < 4; words++) {
        mb_slice rest = mb_slice_from(text, at);
        if (mb_starts_with(dialect, mb_group_body, rest, &hit) ||
            mb_starts_with(dialect, mb_group_assembly, rest, &hit))
            return true;
        at += mb_slice_find(rest, MB_TEXT(" "), 0) < rest.size ? mb_slice_find(rest, MB_TEXT(" "), 0) + 1 : rest.size;
    }
    return false;
}

/* "The accounts were approved by the Council and signed by the Chairman." */
static bool passive_decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit verb;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_decided_passive, sentence, at, &verb); at = verb.end) {
        size_t by = mb_slice_find(sentence, MB_TEXT(" by "), verb.end - 1);
        if (by >= sentence.size || by - verb.end > AGENT_WITHIN ||
            !is_agent(dialect, mb_slice_from(sentence, by + strlen(" by "))))
            continue;
        *found = (mb_deciding){verb.value, 0, sentence.size, MB_ONE_SENTENCE};
        return !is_told(roster, mb_slice_first(sentence, verb.start));
    }
    return false;
}

/* "It was proposed by Councillor Lee, seconded by Councillor Hay and resolved that …" */
static bool movers_decide(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    mb_hit verb;
    if (!mb_names_mover(roster->reader, sentence) ||
        !mb_contains(roster->reader->dialect, mb_group_decision_also, sentence, &verb))
        return false;
    *found = (mb_deciding){strongest(roster->reader->dialect, sentence, verb.value), 0, verb.end, MB_TO_THE_END};
    return true;
}

/* "The Committee:" before a list of what it agreed and noted. */
static bool body_announces(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    mb_hit body;
    mb_slice subject = mb_without_stop(sentence);
    bool lead = mb_slice_ends(sentence, MB_TEXT(":")) || mb_slice_ends(sentence, MB_TEXT(":-"));
    if (!lead || mb_slice_words(subject) > BODY_WORDS ||
        mb_subject_end(roster->reader->dialect, subject) < mb_slice_trim(subject).size)
        return false;
    for (size_t at = 0; mb_find_phrase(roster->reader->dialect, mb_group_body, subject, at, &body); at = body.end)
        if (body.end == subject.size) {
            *found = (mb_deciding){MB_NOTHING, 0, sentence.size, MB_TO_THE_END};
            return true;
        }
    return false;
}

/* Behind "Internal Audit - " at the start of a sentence; 0 where no title leads it. */
static size_t leading_title_end(const mb_reader *reader, mb_slice sentence)
{
    static const char *const dashes[] = {" - ", " \xE2\x80\x93 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t dash = mb_slice_find(sentence, mb_slice_of(dashes[i]), 0);
        mb_slice title = mb_slice_first(sentence, dash);
        if (dash < sentence.size && mb_slice_words(title) <= LEADING_TITLE_WORDS && mb_is_title_case(reader, title))
            return dash + strlen(dashes[i]);
    }
    return 0;
}

static bool decides(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    static bool (*const ways[])(const mb_roster *, mb_slice, mb_deciding *) = {
        capitals_decide, first_word_decides,    heading_decides,  body_decides,    movers_decide, vote_decides,
        opening_decides, usual_subject_decides, assembly_decides, passive_decides, body_announces};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i](roster, sentence, found))
            return true;
    return false;
}

bool mb_find_deciding(const mb_roster *roster, mb_slice sentence, mb_deciding *found)
{
    size_t title = leading_title_end(roster->reader, sentence);
    if (!title || !decides(roster, mb_slice_from(sentence, title), found))
        return decides(roster, sentence, found);
    found->start = title;
    found->end += title;
    return true;
}

mb_slice mb_leading_verb(const mb_dialect *dialect, mb_slice text)
{
    mb_hit verb;
    return mb_starts_with(dialect, mb_group_decision_start, text, &verb) && !is_heading(verb) ? verb.value : MB_NOTHING;
}

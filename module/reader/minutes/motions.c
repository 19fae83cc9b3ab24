/* motions.c: proposers and seconders, in the active and in the passive.
 *
 *     Councillor Ann Lee moved that the road be closed.                      proposer, about
 *     Councillor Bob Hay seconded the motion.                                seconder of the motion before
 *     The recommendation was moved by Councillor Lee and seconded by …       about, proposer, seconder
 *     Proposed Cllr Lee, seconded Cllr Hay                                   proposer, seconder             */
#include "reader/minutes/motions.h"

#include "reader/minutes/speech.h"
#include "reader/minutes/text.h"
#include "reader/minutes/votes.h"
#include "reader/people/names.h"
#include "reader/sentences.h"

/* Clauses that a sentence opens with before it comes to who moves; more, and looking behind each comma would take time
 * that grows with the square of the sentence. */
#define OPENING_CLAUSES 4

typedef struct scan {
    mb_reader *reader;
    const mb_roster *roster;
    mb_minute_item *item;
    const mb_minute_text *text; /* the one that is read */
    mb_list amendments;         /* those of the motions that would change another */
    uint32_t said_by;           /* the index of the contribution that may hold it */
    bool amends;                /* the sentence says at its start that what it moves is an amendment */
} scan;

/* ---- people ---- */

/* The full name where it is known, else what is printed, without honorific. */
static mb_slice full_name(const scan *s, mb_slice printed)
{
    mb_slice honorific = MB_NOTHING, name = mb_roster_full_name(s->roster, printed);
    if (name.data)
        return name;
    name = mb_bare_name(s->reader, printed, &honorific);
    const mb_person *called = mb_roster_named(s->roster, name);
    return called ? called->name : name;
}

static size_t find_of(const scan *s, mb_group group, mb_slice text)
{
    mb_hit hit;
    return mb_contains(s->reader->dialect, group, text, &hit) ? hit.start : text.size;
}

/* The person at the start of the text: "Councillor Ann Lee" of "Councillor Ann Lee, Leader, and seconded by …". */
static mb_slice person_at(const scan *s, mb_slice text)
{
    static const mb_group behind[] = {mb_group_moved_by, mb_group_seconded_by, mb_group_decision_word,
                                      mb_group_seconds};
    static const char *const marks[] = {",", " and ", " & ", " (", ";"};
    text = mb_slice_trim(text);
    while (text.size && strchr(":-. ", *text.data))
        text = mb_slice_from(text, 1);
    mb_slice subject = mb_slice_first(text, mb_subject_end(s->reader->dialect, text));
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        subject = mb_slice_first(subject, find_of(s, behind[i], subject));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        subject = mb_slice_first(subject, mb_slice_find(subject, mb_slice_of(marks[i]), 0));
    subject = mb_slice_trim(mb_without_stop(subject));
    if (mb_slice_ends(subject, MB_TEXT(" and")))
        subject.size -= strlen(" and");
    return subject.size ? full_name(s, subject) : MB_NOTHING;
}

/* Who has the floor in the block that is read, or NOTHING. */
static mb_slice current_speaker(const scan *s)
{
    if (s->said_by >= s->item->contributions.count)
        return MB_NOTHING;
    const mb_contribution *contribution = s->item->contributions.items[s->said_by];
    bool holds = contribution->blocks.first <= s->text->block && s->text->block <= contribution->blocks.last;
    return holds ? full_name(s, contribution->speaker) : MB_NOTHING;
}

/* Who does what the verb at `verb` says: the subject of the sentence, or of its part behind a comma ("After the debate,
 * the Chair moved …"), or who has the floor where that is He or She. */
static mb_slice actor(const scan *s, mb_slice sentence, size_t verb)
{
    mb_speech speech;
    size_t at = 0;
    for (int clause = 0; clause < OPENING_CLAUSES && at < verb; clause++) {
        if (mb_find_speech(s->roster, mb_slice_from(sentence, at), &speech))
            return full_name(s, speech.speaker);
        size_t comma = mb_slice_find(sentence, MB_TEXT(", "), at);
        at = comma < verb ? comma + strlen(", ") : verb;
    }
    bool goes_on = mb_starts_with(s->reader->dialect, mb_group_pronoun, sentence, NULL);
    return goes_on ? current_speaker(s) : MB_NOTHING;
}

/* ---- sentences ---- */

static mb_slice without_comma(mb_slice text)
{
    text = mb_slice_trim(text);
    while (text.size && strchr(",: ", *text.data))
        text = mb_slice_from(text, 1);
    return text;
}

/* Where the clause begins in which `at` stands, behind a comma or "and". */
static size_t clause_start(mb_slice text, size_t from, size_t at)
{
    for (; at > from; at--) {
        mb_slice before = mb_slice_first(text, at);
        if (mb_slice_ends(before, MB_TEXT(", ")) || mb_slice_ends(before, MB_TEXT(" and ")))
            return at;
    }
    return from;
}

/* The subject did nothing at the meeting: "the gas main had been moved", "the other had moved to Hope Street", "would have
 * seconded"; or there is no verb: "41 seconds". */
static bool is_no_act(const scan *s, mb_slice sentence, size_t verb)
{
    mb_slice before = mb_slice_trim(mb_slice_first(sentence, verb));
    size_t word = before.size;
    while (word > 0 && before.data[word - 1] != ' ')
        word--;
    before = mb_slice_from(before, word);
    bool is_count = before.size > 0 && before.data[0] >= '0' && before.data[0] <= '9';
    return is_count || mb_is_phrase(s->reader->dialect, mb_group_no_act, before);
}

/* "moved" and what can be moved behind it, which `about` gets; what was "seconded to the county" is no motion. */
static bool finds_act(const scan *s, mb_group verb, mb_slice sentence, mb_hit *hit, mb_slice *about)
{
    for (size_t at = 0; mb_find_phrase(s->reader->dialect, verb, sentence, at, hit); at = hit->end) {
        *about = without_comma(mb_without_stop(mb_slice_from(sentence, hit->end)));
        if (mb_starts_with(s->reader->dialect, mb_group_motion_object, *about, NULL) &&
            !is_no_act(s, sentence, hit->start))
            return true;
    }
    return false;
}

/* Where "seconded" stands behind `from`, with a name before it or behind it: a sentence that has one tells of a motion,
 * whatever was moved. SIZE_MAX where it doesn't. */
static size_t seconded_at(const scan *s, mb_slice sentence, size_t from)
{
    mb_hit hit;
    const mb_dialect *dialect = s->reader->dialect;
    for (size_t at = from; mb_find_phrase(dialect, mb_group_seconds, sentence, at, &hit); at = hit.end) {
        mb_slice behind = mb_slice_trim(mb_slice_from(sentence, hit.end));
        mb_slice clause =
            mb_slice_between(sentence.data + clause_start(sentence, from, hit.start), sentence.data + hit.start);
        if (mb_starts_with(dialect, mb_group_honorific, clause, NULL) ||
            mb_starts_with(dialect, mb_group_honorific, behind, NULL))
            return hit.start;
    }
    return mb_find_phrase(dialect, mb_group_seconded_by, sentence, from, &hit) ? hit.start : SIZE_MAX;
}

/* "Councillor Lee proposed, seconded by Councillor Hay", "Cllr Lee proposed a new bench, Cllr Hay seconded". */
static bool finds_seconded_act(const scan *s, mb_slice sentence, mb_hit *hit, mb_slice *about)
{
    for (size_t at = 0; mb_find_phrase(s->reader->dialect, mb_group_moves, sentence, at, hit); at = hit->end) {
        size_t seconded = seconded_at(s, sentence, hit->end);
        if (seconded == SIZE_MAX)
            return false;
        if (is_no_act(s, sentence, hit->start))
            continue;
        size_t end = clause_start(sentence, hit->end, seconded);
        *about = without_comma(mb_without_stop(mb_slice_between(sentence.data + hit->end, sentence.data + end)));
        while (about->size && strchr(", ", mb_slice_end(*about)[-1]))
            about->size--;
        return true;
    }
    return false;
}

/* "Cllr Lee proposed, Cllr Hay seconded": the person behind the comma does something else. */
static bool ends_clause(mb_slice sentence, mb_hit verb)
{
    return verb.start > 0 && verb.end < sentence.size && sentence.data[verb.end] == ',';
}

/* "Proposed by" or "Proposed", before an honorific; `hit` ends before the person. */
static bool finds_by(const scan *s, mb_group by, mb_group verb, mb_slice sentence, mb_hit *hit)
{
    const mb_dialect *dialect = s->reader->dialect;
    if (mb_contains(dialect, by, sentence, hit))
        return true;
    for (size_t at = 0; mb_find_phrase(dialect, verb, sentence, at, hit); at = hit->end)
        if (!ends_clause(sentence, *hit) &&
            mb_starts_with(dialect, mb_group_honorific, without_comma(mb_slice_from(sentence, hit->end)), NULL))
            return true;
    return false;
}

static bool names_amendment(const scan *s, mb_slice text)
{
    mb_hit hit;
    return text.data && mb_contains(s->reader->dialect, mb_group_amendment, text, &hit);
}

/* `words` are those that say what sort of motion it is. */
static mb_motion *add_motion(scan *s, mb_slice words, mb_slice about)
{
    mb_motion *motion = mb_list_add(s->reader->arena, &s->item->motions, mb_motion);
    motion->place = s->text->place;
    motion->about = about.size ? about : MB_NOTHING;
    if (s->amends || names_amendment(s, words))
        mb_list_push(s->reader->scratch, &s->amendments, motion);
    return motion;
}

static void add_seconder(scan *s, mb_slice seconder)
{
    if (!seconder.data)
        return;
    mb_motion *last = mb_list_last(&s->item->motions);
    if (!last || last->seconder.data)
        last = add_motion(s, MB_NOTHING, MB_NOTHING);
    last->seconder = seconder;
}

/* "The recommendation" of "The recommendation was moved by …". */
static mb_slice before_passive(const scan *s, mb_slice text)
{
    static const char *const auxiliaries[] = {" was",  " were", " been", " being", " is",
                                              " then", " had",  " have", " has"};
    text = mb_slice_trim(text);
    for (size_t i = 0; i < sizeof auxiliaries / sizeof *auxiliaries; i++)
        if (mb_slice_ends(text, mb_slice_of(auxiliaries[i])))
            text = mb_slice_trim(mb_slice_first(text, text.size - strlen(auxiliaries[i])));
    while (text.size && strchr("([ ", *text.data))
        text = mb_slice_from(text, 1);
    size_t word = text.size;
    while (word > 0 && text.data[word - 1] != ' ')
        word--;
    bool impersonal = mb_is_phrase(s->reader->dialect, mb_group_impersonal, text) ||
                      mb_is_phrase(s->reader->dialect, mb_group_impersonal, mb_slice_from(text, word));
    return impersonal ? MB_NOTHING : text;
}

/* What is moved where who seconds it stands between: "an amendment, seconded by Councillor Hay, that …", "and Councillor
 * Hay seconded the motion". */
static mb_slice behind_seconder(const scan *s, mb_slice about)
{
    mb_hit hit;
    const mb_dialect *dialect = s->reader->dialect;
    if (mb_contains(dialect, mb_group_seconded_by, about, &hit)) {
        size_t that = mb_slice_find(about, MB_TEXT(" that "), hit.end);
        if (that < about.size)
            return mb_slice_from(about, that + 1);
        return mb_slice_trim(mb_without_stop(mb_slice_first(about, mb_slice_find(about, MB_TEXT(","), 0))));
    }
    if (mb_slice_starts(about, MB_TEXT("and ")) && mb_contains(dialect, mb_group_seconds, about, &hit))
        return without_comma(mb_slice_from(about, hit.end));
    return about;
}

/* What stands behind proposer and seconder in the passive: "that Cabinet be asked …". */
static mb_slice behind_passive(mb_slice sentence, size_t from)
{
    size_t that = mb_slice_find(sentence, MB_TEXT(" that "), from);
    return that < sentence.size && !mb_slice_ends(sentence, MB_TEXT(":"))
               ? mb_without_stop(mb_slice_from(sentence, that + 1))
               : MB_NOTHING;
}

static void read_proposer(scan *s, mb_slice sentence)
{
    mb_hit hit;
    mb_slice about;
    if (finds_by(s, mb_group_moved_by, mb_group_moves, sentence, &hit)) {
        mb_slice proposer = person_at(s, mb_slice_from(sentence, hit.end));
        about = before_passive(s, mb_slice_first(sentence, hit.start));
        if (proposer.data)
            add_motion(s, about, about.size ? about : behind_passive(sentence, hit.end))->proposer = proposer;
    } else if (finds_act(s, mb_group_moves, sentence, &hit, &about)) {
        mb_slice proposer = actor(s, sentence, hit.start);
        if (proposer.data)
            add_motion(s, about, behind_seconder(s, about))->proposer = proposer;
    } else if (finds_seconded_act(s, sentence, &hit, &about)) {
        mb_slice proposer = actor(s, sentence, hit.start);
        if (proposer.data)
            add_motion(s, about, about)->proposer = proposer;
    }
}

/* The seconder in "Councillor Lee moved and Councillor Hay seconded that …": who stands between the two verbs. */
static mb_slice second_actor(const scan *s, mb_slice sentence, size_t seconded)
{
    mb_hit hit;
    mb_slice before = mb_slice_first(sentence, seconded);
    if (!mb_contains(s->reader->dialect, mb_group_moves, before, &hit))
        return actor(s, sentence, seconded);
    size_t joined = mb_slice_find(before, MB_TEXT("and "), hit.end);
    if (joined < before.size)
        return person_at(s, mb_slice_from(before, joined + strlen("and ")));
    joined = clause_start(before, hit.end, before.size);
    return joined == hit.end ? MB_NOTHING : person_at(s, mb_slice_from(before, joined));
}

/* "…, Cllr Hay seconded.", "and Councillor Hay seconded:", "Cllr Hay seconded, all in favour": nothing is said of what. */
static bool ends_with_act(const scan *s, mb_slice sentence, mb_hit *hit)
{
    for (size_t at = 0; mb_find_phrase(s->reader->dialect, mb_group_seconds, sentence, at, hit); at = hit->end) {
        bool ends = hit->end == sentence.size || strchr(",.;:", sentence.data[hit->end]);
        if (ends && !is_no_act(s, sentence, hit->start))
            return true;
    }
    return false;
}

static void read_seconder(scan *s, mb_slice sentence)
{
    mb_hit hit;
    mb_slice about;
    mb_slice seconder = finds_by(s, mb_group_seconded_by, mb_group_seconds, sentence, &hit)
                            ? person_at(s, mb_slice_from(sentence, hit.end))
                            : MB_NOTHING;
    if (seconder.data)
        add_seconder(s, seconder);
    else if (finds_act(s, mb_group_seconds, sentence, &hit, &about) || ends_with_act(s, sentence, &hit))
        add_seconder(s, second_actor(s, sentence, hit.start));
}

static bool is_amendment(const scan *s, const mb_motion *motion)
{
    for (uint32_t i = 0; i < s->amendments.count; i++)
        if (s->amendments.items[i] == motion)
            return true;
    return false;
}

/* The outcome belongs to the last motion that has none; that of an amendment to the last amendment, and "This was put
 * to the vote" to whichever was the last. */
static void read_outcome(scan *s, mb_slice sentence)
{
    mb_vote vote;
    if (!mb_find_vote(s->roster, sentence, &vote) || !vote.result)
        return;
    bool amendment = names_amendment(s, sentence);
    bool last = mb_starts_with(s->reader->dialect, mb_group_impersonal, sentence, NULL) &&
                !mb_starts_with(s->reader->dialect, mb_group_decision_opening, sentence, NULL);
    for (uint32_t i = s->item->motions.count; i-- > 0;) {
        mb_motion *motion = s->item->motions.items[i];
        if (motion->outcome || (!last && is_amendment(s, motion) != amendment))
            continue;
        motion->outcome = vote.result;
        return;
    }
}

/* "As an amendment, Councillor Lee moved …": what stands behind the opening. */
static mb_slice behind_opening(scan *s, mb_slice sentence)
{
    mb_hit opening;
    s->amends = false;
    if (!mb_starts_with(s->reader->dialect, mb_group_motion_opening, sentence, &opening))
        return sentence;
    s->amends = mb_slice_equal(opening.value, MB_TEXT("amendment"));
    return without_comma(mb_slice_from(sentence, opening.end));
}

static void read_text(scan *s)
{
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(s->reader->dialect, s->text->text, &at, &sentence);) {
        sentence = behind_opening(s, sentence);
        read_proposer(s, sentence);
        read_seconder(s, sentence);
        read_outcome(s, sentence);
    }
}

bool mb_names_mover(const mb_reader *reader, mb_slice sentence)
{
    mb_hit hit;
    return mb_contains(reader->dialect, mb_group_moved_by, sentence, &hit) ||
           mb_contains(reader->dialect, mb_group_seconded_by, sentence, &hit);
}

void mb_read_motions(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    scan s = {.reader = reader, .roster = roster, .item = item};
    mb_list texts = {0};
    mb_collect_minute_texts(reader, item, &texts);
    for (uint32_t i = 0; i < texts.count; i++) {
        s.text = texts.items[i];
        const mb_contribution *next =
            s.said_by + 1 < item->contributions.count ? item->contributions.items[s.said_by + 1] : NULL;
        if (next && next->blocks.first <= s.text->block)
            s.said_by++;
        read_text(&s);
    }
}

/* votes.c: counts before or behind the words for and against.
 *
 *     The motion was put to the vote and CARRIED: 7 in favour, 1 against, 1 abstention.
 *     └subject┘                          └result┘
 *     For: 7. Against: 1.      One member abstained from voting.      LOST by 7 votes to 2.  */
#include "reader/minutes/votes.h"

#include <ctype.h>
#include <stdint.h>

#include "reader/minutes/motions.h"
#include "reader/minutes/named_votes.h"
#include "reader/minutes/speech.h"
#include "reader/minutes/text.h"
#include "reader/minutes/vote_lines.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* No council has a thousand members; four figures are a year. */
#define COUNT_DIGITS 3
/* "the officers' original recommendation": no more words stand between an article and what is voted on. */
#define ABOUT_WORDS 4
/* So many paragraphs behind the names of a recorded vote its result is told. */
#define RESULT_WITHIN 3

static int64_t number_in(mb_slice digits)
{
    int64_t number = 0;
    for (size_t i = 0; i < digits.size; i++)
        number = number * 10 + (digits.data[i] - '0');
    return number;
}

static size_t digits_at(mb_slice text, size_t at)
{
    size_t count = 0;
    while (at + count < text.size && isdigit((unsigned char)text.data[at + count]))
        count++;
    return count;
}

/* The number at `at`, in digits or in words; false where there is none. */
static bool take_number(const mb_dialect *dialect, mb_slice text, size_t at, mb_count *count)
{
    size_t digits = digits_at(text, at);
    mb_hit word;
    if (digits > 0 && digits <= COUNT_DIGITS) {
        *count = MB_COUNT(number_in(mb_slice_first(mb_slice_from(text, at), digits)));
        return true;
    }
    if (!mb_starts_with(dialect, mb_group_number_word, mb_slice_from(text, at), &word))
        return false;
    *count = MB_COUNT(number_in(word.value));
    return true;
}

/* The last number within the text: "5" in "with 5 members voting". */
static bool last_number(const mb_dialect *dialect, mb_slice text, mb_count *count)
{
    bool found = false;
    for (size_t at = 0; at < text.size; at++)
        if ((at == 0 || !isalnum((unsigned char)text.data[at - 1])) && take_number(dialect, text, at, count))
            found = true;
    return found;
}

/* The number right behind a label: "For: 7". */
static bool number_behind(const mb_dialect *dialect, mb_slice text, size_t at, mb_count *count)
{
    size_t from = at;
    while (at < text.size && strchr(" :-=", text.data[at]))
        at++;
    return at > from && digits_at(text, at) > 0 && take_number(dialect, text, at, count);
}

/* Where the clause begins in which `at` stands: "2 Members (Ann Lee and Bob Hay) voted against" is one. */
static size_t clause_start(mb_slice text, size_t from, size_t at)
{
    int depth = 0;
    for (; at > from; at--) {
        char c = text.data[at - 1];
        if (depth == 0 && strchr(",;:(", c))
            break;
        depth += (c == ')') - (c == '(');
    }
    return at;
}

static void keep_count(mb_vote *vote, mb_slice side, mb_count count)
{
    mb_count *counts[] = {&vote->in_favour, &vote->against, &vote->abstained};
    static const char *const sides[] = {"in favour", "against", "abstained"};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (mb_slice_equal(side, mb_slice_of(sides[i])) && !counts[i]->known)
            *counts[i] = count;
}

/* Where the first side of a sentence has its count. */
typedef enum count_place { UNKNOWN, BEFORE_SIDE, BEHIND_SIDE } count_place;

/* The count of the side whose clause begins at `clause`: behind it where an earlier one had its own there ("For 9 against 4"),
 * else before it, else behind it. */
static bool read_count(const mb_dialect *dialect, mb_slice sentence, size_t clause, mb_hit side, count_place *place,
                       mb_count *count)
{
    mb_slice before = mb_slice_between(sentence.data + clause, sentence.data + side.start);
    if (*place == BEHIND_SIDE && number_behind(dialect, sentence, side.end, count))
        return true;
    if (last_number(dialect, before, count)) {
        *place = *place == UNKNOWN ? BEFORE_SIDE : *place;
        return true;
    }
    if (*place != UNKNOWN || !number_behind(dialect, sentence, side.end, count))
        return false;
    *place = BEHIND_SIDE;
    return true;
}

static bool is_rival(mb_hit side)
{
    return mb_slice_equal(side.value, MB_TEXT("motion")) || mb_slice_equal(side.value, MB_TEXT("amendment"));
}

static bool read_counts(const mb_dialect *dialect, mb_slice sentence, mb_vote *vote)
{
    mb_hit side;
    size_t from = 0;
    bool any = false;
    count_place place = UNKNOWN;
    while (mb_find_phrase(dialect, mb_group_vote_side, sentence, from, &side)) {
        mb_count count;
        if (!is_rival(side) &&
            read_count(dialect, sentence, clause_start(sentence, from, side.start), side, &place, &count)) {
            keep_count(vote, side.value, count);
            any = true;
        }
        from = side.end;
    }
    return any;
}

/* "by 7 votes to 2": the larger side is that of the result, as it is in "lost by 2 votes to 7"; where no result is said,
 * those in favour come first. */
static bool read_tally(const mb_dialect *dialect, mb_slice sentence, mb_vote *vote)
{
    mb_hit to;
    mb_count won, lost;
    if (vote->in_favour.known || vote->against.known)
        return false;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_votes_to, sentence, at, &to); at = to.end) {
        size_t behind = to.end;
        while (behind < sentence.size && sentence.data[behind] == ' ')
            behind++;
        size_t clause = clause_start(sentence, 0, to.start);
        if (!last_number(dialect, mb_slice_between(sentence.data + clause, sentence.data + to.start), &won) ||
            !take_number(dialect, sentence, behind, &lost))
            continue;
        bool defeated = vote->result == mb_vote_result_lost || vote->result == mb_vote_result_fell;
        bool turned = vote->result && defeated == (won.value >= lost.value);
        vote->in_favour = turned ? lost : won;
        vote->against = turned ? won : lost;
        return true;
    }
    return false;
}

/* "the motion received 7 votes and the amendment received 2": both have a count, and no side is said. */
static bool read_rivals(const mb_dialect *dialect, mb_slice sentence, mb_vote *vote)
{
    mb_count motion = {0}, amendment = {0};
    mb_hit rival;
    if (vote->in_favour.known || vote->against.known)
        return false;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_vote_side, sentence, at, &rival); at = rival.end)
        if (is_rival(rival))
            number_behind(dialect, sentence, rival.end,
                          mb_slice_equal(rival.value, MB_TEXT("motion")) ? &motion : &amendment);
    if (!motion.known || !amendment.known)
        return false;
    vote->in_favour = motion;
    vote->against = amendment;
    return true;
}

static mb_vote_result result_of(mb_slice word)
{
    static const struct {
        const char *word;
        mb_vote_result result;
    } results[] = {{"CARRIED", mb_vote_result_carried}, {"LOST", mb_vote_result_lost}, {"FELL", mb_vote_result_fell}};
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (mb_slice_equal(word, mb_slice_of(results[i].word)))
            return results[i].result;
    return mb_vote_result_nothing;
}

/* "the amendment" in "After a debate the amendment was LOST"; what is "put to the vote" is said nowhere. */
static mb_slice subject_of(mb_slice sentence, mb_hit subject)
{
    static const char *const articles[] = {"the ", "an ", "a ", "this "};
    size_t word = subject.start, from = subject.start;
    for (unsigned words = 0; words < ABOUT_WORDS && word > 0; words++) {
        word--;
        while (word > 0 && sentence.data[word - 1] != ' ')
            word--;
        for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
            if (mb_slice_starts_nocase(mb_slice_from(sentence, word), mb_slice_of(articles[i])))
                from = word;
        if (from < subject.start)
            break;
    }
    return mb_slice_between(sentence.data + from, sentence.data + subject.end);
}

static mb_slice about(const mb_dialect *dialect, mb_slice sentence)
{
    mb_hit subject;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_vote_subject, sentence, at, &subject); at = subject.end)
        if (!mb_starts_with(dialect, mb_group_put_to_vote, mb_slice_from(sentence, subject.start), NULL))
            return subject_of(sentence, subject);
    return MB_NOTHING;
}

/* The result behind what is carried or lost. */
static bool read_result(const mb_dialect *dialect, mb_slice sentence, mb_vote *vote)
{
    mb_hit subject, result;
    if (!mb_contains(dialect, mb_group_vote_subject, sentence, &subject) ||
        !mb_find_phrase(dialect, mb_group_vote_result, sentence, subject.end, &result))
        return false;
    vote->result = result_of(result.value);
    return true;
}

/* What somebody tells of a vote elsewhere is no vote here. */
static bool is_told(const mb_roster *roster, mb_slice sentence)
{
    mb_speech speech;
    return mb_starts_with(roster->reader->dialect, mb_group_pronoun, sentence, NULL) ||
           mb_find_speech(roster, sentence, &speech);
}

/* "(5 in favour, 2 against)": a vote, though nothing calls it one. */
static bool has_sides(const mb_dialect *dialect, mb_slice sentence)
{
    mb_vote counted = {0};
    return read_counts(dialect, sentence, &counted) && counted.in_favour.known && counted.against.known;
}

/* "On a motion from Ann Lee, seconded by Bob Hay, it was RESOLVED (unanimously)": a vote that nothing else calls one. */
static bool is_formal(const mb_reader *reader, mb_slice sentence)
{
    mb_hit hit;
    return mb_names_mover(reader, sentence) && mb_contains(reader->dialect, mb_group_decision_word, sentence, &hit);
}

bool mb_find_vote(const mb_roster *roster, mb_slice sentence, mb_vote *vote)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit hit;
    *vote = (mb_vote){0};
    bool sign = mb_contains(dialect, mb_group_vote_sign, sentence, &hit);
    bool formal = is_formal(roster->reader, sentence);
    if ((!sign && !formal && !has_sides(dialect, sentence)) || is_told(roster, sentence))
        return false;
    bool result = read_result(dialect, sentence, vote), counts = read_counts(dialect, sentence, vote);
    counts |= sign && (read_tally(dialect, sentence, vote) || read_rivals(dialect, sentence, vote));
    bool unanimous = (sign || formal) && mb_contains(dialect, mb_group_unanimous, sentence, &hit);
    if (formal && unanimous && !vote->result)
        vote->result = mb_vote_result_carried;
    if (unanimous)
        vote->unanimous = MB_YES;
    else if (vote->against.known && vote->against.value > 0)
        vote->unanimous = MB_NO;
    if (sign || !formal)
        vote->about = about(dialect, sentence);
    return result || counts || unanimous;
}

/* ---- votes over several sentences ---- */

typedef struct scan {
    const mb_roster *roster;
    mb_minute_item *item;
    mb_vote *last;      /* the vote that the sentence before told of, or NULL */
    mb_vote *recorded;  /* a recorded vote whose result is awaited */
    uint32_t waited;    /* how many texts ago its names stood */
    mb_slice announced; /* what a recorded vote was announced to be about */
} scan;

static bool fits(mb_count told, mb_count known)
{
    return !told.known || !known.known || told.value == known.value;
}

/* Whether two sentences can tell of one vote: what both say is the same, and only one says what the result is. */
static bool completes(const mb_vote *last, const mb_vote *vote)
{
    bool result = vote->result && last->result && vote->result != last->result;
    return !result && fits(vote->in_favour, last->in_favour) && fits(vote->against, last->against) &&
           fits(vote->abstained, last->abstained);
}

static bool adds_counts(const mb_vote *last, const mb_vote *vote)
{
    return !vote->result && !(vote->in_favour.known && last->in_favour.known) &&
           !(vote->against.known && last->against.known) && !(vote->abstained.known && last->abstained.known);
}

static void complete(mb_vote *last, const mb_vote *vote)
{
    if (vote->result)
        last->result = vote->result;
    if (vote->in_favour.known)
        last->in_favour = vote->in_favour;
    if (vote->against.known)
        last->against = vote->against;
    if (vote->abstained.known)
        last->abstained = vote->abstained;
    if (vote->unanimous)
        last->unanimous = vote->unanimous;
    if (!last->about.data)
        last->about = vote->about;
}

static mb_vote *add_vote(scan *s, const mb_vote *vote, mb_place place)
{
    s->last = mb_list_add(s->roster->reader->arena, &s->item->votes, mb_vote);
    *s->last = *vote;
    s->last->place = place;
    return s->last;
}

static void take(scan *s, const mb_vote *vote, mb_place place)
{
    if (s->recorded && completes(s->recorded, vote)) {
        complete(s->recorded, vote);
        s->last = s->recorded;
    } else if (s->last && adds_counts(s->last, vote)) {
        complete(s->last, vote);
    } else {
        add_vote(s, vote, place);
        bool open = !vote->result && vote->in_favour.known && vote->against.known;
        s->recorded = open ? s->last : NULL;
        s->waited = 0;
    }
}

/* "(5 for, 1 against)" in a paragraph of its own belongs to the vote before it. */
static bool is_counts_alone(mb_slice text, const mb_vote *vote)
{
    return !vote->result && !vote->about.data && (strchr("([", *text.data) || isdigit((unsigned char)*text.data));
}

static void read_sentences(scan *s, const mb_minute_text *text)
{
    mb_slice sentence;
    mb_vote vote;
    const mb_dialect *dialect = s->roster->reader->dialect;
    for (size_t at = 0; mb_next_sentence(dialect, text->text, &at, &sentence);) {
        if (mb_find_vote(s->roster, sentence, &vote)) {
            if (sentence.data == text->text.data && !is_counts_alone(sentence, &vote))
                s->last = NULL;
            take(s, &vote, text->place);
            continue;
        }
        mb_hit hit;
        if (mb_contains(dialect, mb_group_vote_sign, sentence, &hit))
            s->announced = about(dialect, sentence);
        s->last = NULL;
    }
}

/* "… Against: Councillor Cole (1). The motion was CARRIED." */
static void read_result_beside_names(scan *s, mb_slice text)
{
    mb_slice sentence;
    mb_vote vote = {0};
    const mb_dialect *dialect = s->roster->reader->dialect;
    for (size_t at = 0; mb_next_sentence(dialect, text, &at, &sentence);)
        if (read_result(dialect, sentence, &vote)) {
            s->recorded->result = vote.result;
            s->recorded = NULL;
            return;
        }
}

/* The sides of a recorded vote, each in a text of its own or several in one. */
static void read_sides(scan *s, const mb_minute_text *text)
{
    if (!s->recorded || s->waited > 0) {
        mb_vote vote = {.about = s->announced.data ? s->announced : about(s->roster->reader->dialect, text->text)};
        bool open = s->last && !s->last->named;
        s->recorded = open ? s->last : add_vote(s, &vote, text->place);
    }
    mb_read_named_sides(s->roster, text->text, text->place, s->recorded);
    s->waited = 0;
    s->last = NULL;
    read_result_beside_names(s, text->text);
}

/* Whether the text holds sides of a recorded vote: names on one side at least, and another side in it or beside it. */
static bool holds_sides(const scan *s, const mb_list *texts, uint32_t index)
{
    const mb_dialect *dialect = s->roster->reader->dialect;
    const mb_minute_text *text = texts->items[index];
    mb_vote vote = {0};
    bool begins = mb_begins_with_side(dialect, text->text);
    bool goes_on = begins && s->recorded && s->waited == 0 && index > 0;
    if (!mb_read_named_sides(s->roster, text->text, text->place, &vote))
        return goes_on;
    bool beside = begins && index + 1 < texts->count &&
                  mb_begins_with_side(dialect, ((const mb_minute_text *)texts->items[index + 1])->text);
    unsigned sides =
        (vote.named->in_favour.count > 0) + (vote.named->against.count > 0) + (vote.named->abstained.count > 0);
    return goes_on || beside || sides > 1 || s->announced.data;
}

/* "On a motion from Ann Lee, seconded by Bob Hay, it was" and, below it, "RESOLVED (unanimously) that …". */
static bool leaves_verb(const scan *s, const mb_list *texts, uint32_t index)
{
    const mb_minute_text *text = texts->items[index];
    const mb_minute_text *next = index + 1 < texts->count ? texts->items[index + 1] : NULL;
    return next && !mb_is_finished(text->text) && mb_names_mover(s->roster->reader, text->text) &&
           mb_starts_with(s->roster->reader->dialect, mb_group_decision_word, next->text, NULL);
}

static mb_minute_text joined(const scan *s, const mb_minute_text *text, const mb_minute_text *next)
{
    mb_minute_text both = *text;
    both.text = mb_arena_printf(s->roster->reader->arena, "%.*s %.*s", MB_ARG(text->text), MB_ARG(next->text));
    return both;
}

void mb_read_votes(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    scan s = {.roster = roster, .item = item};
    mb_list texts = {0};
    mb_collect_minute_texts(reader, item, &texts);
    mb_join_vote_lines(reader, &texts);
    for (uint32_t i = 0; i < texts.count; i++) {
        const mb_minute_text *text = texts.items[i];
        if (holds_sides(&s, &texts, i)) {
            read_sides(&s, text);
            continue;
        }
        mb_minute_text whole = *text;
        if (leaves_verb(&s, &texts, i))
            whole = joined(&s, text, texts.items[++i]);
        read_sentences(&s, &whole);
        if (++s.waited >= RESULT_WITHIN)
            s.recorded = NULL;
    }
    for (uint32_t i = 0; i < item->votes.count; i++)
        mb_count_named_votes(item->votes.items[i]);
}

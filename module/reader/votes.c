/* votes.c: counts before or behind the words for and against.
 *
 *     The motion was put to the vote and CARRIED: 7 in favour, 1 against, 1 abstention.
 *     └subject┘                          └result┘
 *     For: 7. Against: 1.      One member abstained from voting.                        */
#include "reader/votes.h"

#include <ctype.h>
#include <stdint.h>

#include "reader/sentences.h"
#include "reader/speech.h"

/* More digits than any council has members. */
#define COUNT_DIGITS 4

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

/* Where the clause begins in which `at` stands. */
static size_t clause_start(mb_slice text, size_t from, size_t at)
{
    while (at > from && !strchr(",;:(", text.data[at - 1]))
        at--;
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

static bool read_counts(const mb_dialect *dialect, mb_slice sentence, mb_vote *vote)
{
    mb_hit side;
    size_t from = 0;
    bool any = false;
    while (mb_find_phrase(dialect, mb_group_vote_side, sentence, from, &side)) {
        size_t clause = clause_start(sentence, from, side.start);
        mb_count count;
        if (last_number(dialect, mb_slice_between(sentence.data + clause, sentence.data + side.start), &count) ||
            number_behind(dialect, sentence, side.end, &count)) {
            keep_count(vote, side.value, count);
            any = true;
        }
        from = side.end;
    }
    return any;
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

/* "the amendment" in "After a debate the amendment was LOST"; the result behind it. */
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

bool mb_find_vote(const mb_roster *roster, mb_slice sentence, mb_vote *vote)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit hit;
    *vote = (mb_vote){0};
    if (!mb_contains(dialect, mb_group_vote_sign, sentence, &hit) || is_told(roster, sentence))
        return false;
    bool result = read_result(dialect, sentence, vote), counts = read_counts(dialect, sentence, vote);
    if ((result || counts) && mb_contains(dialect, mb_group_unanimous, sentence, &hit))
        vote->unanimous = MB_YES;
    else if (vote->against.known && vote->against.value > 0)
        vote->unanimous = MB_NO;
    return result || counts;
}

static bool completes(const mb_vote *last, const mb_vote *vote)
{
    return !vote->result && !(vote->in_favour.known && last->in_favour.known) &&
           !(vote->against.known && last->against.known) && !(vote->abstained.known && last->abstained.known);
}

static void complete(mb_vote *last, const mb_vote *vote)
{
    if (vote->in_favour.known)
        last->in_favour = vote->in_favour;
    if (vote->against.known) {
        last->against = vote->against;
        last->unanimous = vote->unanimous;
    }
    if (vote->abstained.known)
        last->abstained = vote->abstained;
}

static void read_block(mb_reader *reader, const mb_roster *roster, const mb_block *block, mb_minute_item *item)
{
    mb_vote *last = NULL, vote;
    mb_slice sentence;
    for (size_t at = 0; mb_next_sentence(reader->dialect, block->text, &at, &sentence);) {
        if (!mb_find_vote(roster, sentence, &vote)) {
            last = NULL;
        } else if (last && completes(last, &vote)) {
            complete(last, &vote);
        } else {
            last = mb_list_add(reader->arena, &item->votes, mb_vote);
            *last = vote;
            last->place = block->place;
        }
    }
}

void mb_read_votes(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_paragraph)
            read_block(reader, roster, block, item);
    }
}

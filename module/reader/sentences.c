/* sentences.c: finds where a sentence ends. */
#include "reader/sentences.h"

#include <ctype.h>

static bool is_initial(mb_slice word)
{
    return word.size == 1 && isupper((unsigned char)*word.data);
}

/* Whether the full stop at `at` belongs to the word before it. */
static bool is_abbreviation(const mb_dialect *dialect, mb_slice text, size_t at)
{
    size_t start = at;
    while (start > 0 && isalpha((unsigned char)text.data[start - 1]))
        start--;
    mb_slice word = mb_slice_between(text.data + start, text.data + at);
    return text.data[at] == '.' && (is_initial(word) || mb_is_phrase(dialect, mb_group_honorific, word) ||
                                    mb_is_phrase(dialect, mb_group_abbreviation, word));
}

/* Behind the quotes and brackets that close at `at`. */
static size_t skip_closing(mb_slice text, size_t at)
{
    static const char *const closing[] = {"\"", "'", ")", "]", "\xE2\x80\x99", "\xE2\x80\x9D"};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (mb_slice_starts(mb_slice_from(text, at), mb_slice_of(closing[i])))
            return skip_closing(text, at + strlen(closing[i]));
    return at;
}

static bool begins_sentence(mb_slice text, size_t at)
{
    return at < text.size && !islower((unsigned char)text.data[at]);
}

static bool may_end_sentence(char c)
{
    static const bool ends[256] = {['.'] = true, ['?'] = true, ['!'] = true, [')'] = true};
    return ends[(unsigned char)c];
}

/* "(2 in favour, 7 against) On being put to the vote …": the full stop behind the bracket was left out. */
static bool lost_stop(const mb_dialect *dialect, mb_slice text, size_t at)
{
    return text.data[at] == ')' && at + 2 < text.size && text.data[at + 1] == ' ' &&
           isupper((unsigned char)text.data[at + 2]) &&
           mb_starts_with(dialect, mb_group_turn_end, mb_slice_from(text, at + 2), NULL);
}

static size_t sentence_end(const mb_dialect *dialect, mb_slice text, size_t from)
{
    for (size_t i = from; i < text.size; i++) {
        if (!may_end_sentence(text.data[i]))
            continue;
        if (lost_stop(dialect, text, i))
            return i + 1;
        if (text.data[i] == ')' || is_abbreviation(dialect, text, i))
            continue;
        size_t end = skip_closing(text, i + 1);
        if (end < text.size && text.data[end] == ' ' && begins_sentence(text, end + 1))
            return end;
    }
    return text.size;
}

bool mb_next_sentence(const mb_dialect *dialect, mb_slice text, size_t *from, mb_slice *sentence)
{
    while (*from < text.size && text.data[*from] == ' ')
        (*from)++;
    if (*from >= text.size)
        return false;
    size_t end = mb_kept_sentence_end(dialect, text, *from);
    if (!end) {
        end = sentence_end(dialect, text, *from);
        mb_keep_sentence_end(dialect, text, *from, end);
    }
    *sentence = mb_slice_between(text.data + *from, text.data + end);
    *from = end;
    mb_note_part(dialect, text, *sentence);
    return true;
}

size_t mb_word_end(mb_slice text, size_t at)
{
    while (at < text.size && text.data[at] != ' ')
        at++;
    return at;
}

size_t mb_next_word(mb_slice text, size_t at)
{
    at = mb_word_end(text, at);
    while (at < text.size && text.data[at] == ' ')
        at++;
    return at;
}

bool mb_take_article(const mb_dialect *dialect, mb_slice *text)
{
    mb_hit hit;
    if (!mb_starts_with(dialect, mb_group_article, *text, &hit) || hit.end >= text->size || text->data[hit.end] != ' ')
        return false;
    *text = mb_slice_from(*text, hit.end + 1);
    return true;
}

mb_slice mb_without_stop(mb_slice sentence)
{
    sentence = mb_slice_trim(sentence);
    while (sentence.size && strchr(".:; ", mb_slice_end(sentence)[-1]))
        sentence.size--;
    return sentence;
}

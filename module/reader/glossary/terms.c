/* terms.c: terms and meanings by capitals and initials. */
#include "reader/glossary/terms.h"

#include <ctype.h>
#include <stdint.h>

/* A longer text before a dash is a clause, not a term. */
#define TERM_SIZE  60
#define TERM_WORDS 8
/* Words behind an abbreviation that can belong to the term: "FPT Data". */
#define WORDS_WITH_ABBREVIATION 3

static mb_slice word_at(mb_slice text, size_t at)
{
    size_t end = at;
    while (end < text.size && text.data[end] != ' ' && text.data[end] != '\t')
        end++;
    return mb_slice_between(text.data + at, text.data + end);
}

static size_t behind_spaces(mb_slice text, size_t at)
{
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\t'))
        at++;
    return at;
}

static bool is_capital(char c)
{
    return isupper((unsigned char)c) != 0;
}

mb_slice mb_leading_abbreviation(mb_slice text)
{
    size_t capitals = 0, end = 0;
    for (; end < text.size && (isalnum((unsigned char)text.data[end]) || text.data[end] == '&'); end++)
        capitals += is_capital(text.data[end]);
    return capitals >= 2 ? mb_slice_first(text, end) : MB_NOTHING;
}

bool mb_explains(mb_slice text, mb_slice abbreviation)
{
    size_t letter = 0, matched = 0, at = behind_spaces(text, 0);
    while (at < text.size) {
        while (letter < abbreviation.size && !is_capital(abbreviation.data[letter]))
            letter++;
        if (letter == abbreviation.size)
            break;
        mb_slice word = word_at(text, at);
        bool begins = toupper((unsigned char)*word.data) == abbreviation.data[letter];
        if (!begins && (matched == 0 || is_capital(*word.data)))
            break;
        matched += begins;
        letter += begins;
        at = behind_spaces(text, at + word.size);
    }
    return matched >= 2;
}

static bool could_be_term_word(mb_slice word)
{
    return is_capital(*word.data) || isdigit((unsigned char)*word.data) || *word.data == '(' || *word.data == '&';
}

/* "FPT Data": an abbreviation and the words before its explanation. */
static size_t abbreviated_term(mb_slice line, mb_slice abbreviation)
{
    size_t end = abbreviation.size;
    for (unsigned words = 1; words <= WORDS_WITH_ABBREVIATION; words++) {
        size_t next = behind_spaces(line, end);
        if (mb_explains(mb_slice_from(line, next), abbreviation))
            return end;
        end = next + word_at(line, next).size;
    }
    return abbreviation.size;
}

/* A meaning is a sentence: behind its capital come small letters. So of the words with capitals, the last is its own. */
static size_t worded_term(mb_slice line)
{
    size_t before = 0, last = 0, at = 0;
    unsigned words = 0;
    while (at < line.size) {
        mb_slice word = word_at(line, at);
        if (!could_be_term_word(word))
            break;
        before = last;
        last = at + word.size;
        words++;
        at = behind_spaces(line, last);
    }
    return words >= 2 && at < line.size ? before : 0;
}

size_t mb_term_size(mb_slice line)
{
    mb_slice abbreviation = mb_leading_abbreviation(line);
    return abbreviation.size ? abbreviated_term(line, abbreviation) : worded_term(line);
}

static bool split_at(mb_slice line, const char *separator, mb_slice *term, mb_slice *meaning)
{
    size_t size = strlen(separator),
           at = mb_slice_find(mb_slice_first(line, TERM_SIZE + size), mb_slice_of(separator), 0);
    if (at == SIZE_MAX || at == 0)
        return false;
    *term = mb_slice_trim(mb_slice_first(line, at));
    *meaning = mb_slice_trim(mb_slice_from(line, at + size));
    return term->size && meaning->size && could_be_term_word(*term) && mb_slice_words(*term) <= TERM_WORDS &&
           !isdigit((unsigned char)*meaning->data);
}

/* Whether a dash stands where a term could end. */
static bool has_dash(mb_slice line)
{
    mb_slice near = mb_slice_first(line, TERM_SIZE + sizeof " \xE2\x80\x94");
    return near.size && (memchr(near.data, '-', near.size) || memchr(near.data, '\xE2', near.size));
}

bool mb_split_term(mb_slice line, bool colons, mb_slice *term, mb_slice *meaning)
{
    bool dash = has_dash(line);
    static const char *const dashes[] = {" \xE2\x80\x93 ", " - ", " \xE2\x80\x94 ", "- ", "\xE2\x80\x93 "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes && dash; i++)
        if (split_at(line, dashes[i], term, meaning))
            return true;
    return colons && (split_at(line, ": ", term, meaning) || split_at(line, " = ", term, meaning));
}

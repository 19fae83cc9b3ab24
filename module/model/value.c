/* value.c: reads, compares and writes values, one row of a table for each kind. */
#include "model/value.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/nearest.h"

/* More than any number in a paper, so that sums of them stay numbers. */
#define LARGEST_COUNT 1000000000
#define LARGEST_PAGE  1000000

/* What a message shows of a text. */
#define SHORT 60

typedef struct reading {
    mb_arena *arena;
    const mb_field_info *field;
} reading;

/* What is the same for all fields of a kind. `read` returns whether the node is such a value. */
typedef struct kind_rules {
    const char *expected;
    bool (*read)(const reading *r, const mb_yaml *node, mb_value *out);
    bool (*equal)(const mb_value *a, const mb_value *b);
    mb_slice (*yaml)(const reading *r, const mb_value *value);
} kind_rules;

/* ---- texts ---- */

mb_slice mb_fold_spaces(mb_arena *arena, mb_slice text)
{
    text = mb_slice_trim(text);
    char *copy = mb_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool space = isspace((unsigned char)text.data[i]);
        if (!space)
            copy[size++] = text.data[i];
        else if (copy[size - 1] != ' ')
            copy[size++] = ' ';
    }
    return (mb_slice){copy, size};
}

/* In quotes as it stands, but for line breaks. */
static mb_slice as_written(mb_arena *arena, const mb_yaml *node)
{
    bool folded = !node->quoted || (node->text.size && memchr(node->text.data, '\n', node->text.size));
    return folded ? mb_fold_spaces(arena, node->text) : node->text;
}

mb_slice mb_short(mb_slice text)
{
    if (text.size <= SHORT)
        return text;
    text.size = SHORT;
    while (text.size > 0 && ((unsigned char)text.data[text.size] & 0xC0) == 0x80)
        text.size--;
    return text;
}

static bool read_text(const reading *r, const mb_yaml *node, mb_value *out)
{
    if (node->kind != MB_YAML_SCALAR)
        return false;
    if (!mb_yaml_says_nothing(node))
        out->text = as_written(r->arena, node);
    return true;
}

static bool is_space(mb_slice text, size_t at)
{
    return at < text.size && isspace((unsigned char)text.data[at]);
}

/* Whatever white space there is between words and around them: a piece of a styled text may end in some. */
static bool same_words(mb_slice a, mb_slice b)
{
    size_t i = 0, k = 0;
    a = mb_slice_trim(a);
    b = mb_slice_trim(b);
    while (i < a.size && k < b.size && (a.data[i] == b.data[k] || (is_space(a, i) && is_space(b, k)))) {
        bool space = is_space(a, i);
        i++;
        k++;
        while (space && is_space(a, i))
            i++;
        while (space && is_space(b, k))
            k++;
    }
    return i == a.size && k == b.size;
}

static bool equal_text(const mb_value *a, const mb_value *b)
{
    return same_words(a->text, b->text);
}

/* In double quotes, where every text is a text; a control character that must be escaped is none of a folded text. */
static mb_slice quoted(mb_arena *arena, mb_slice text)
{
    if (!text.data)
        return MB_TEXT("null");
    char *copy = mb_arena_alloc(arena, text.size * 2 + 3), *end = copy;
    *end++ = '"';
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '"' || c == '\\')
            *end++ = '\\';
        *end++ = c < ' ' ? ' ' : (char)c;
    }
    *end++ = '"';
    return mb_slice_between(copy, end);
}

static mb_slice text_yaml(const reading *r, const mb_value *value)
{
    return quoted(r->arena, value->text);
}

/* ---- dates and times: texts of a form ---- */

/* Whether the text has the form of `pattern`, in which 0 stands for any digit. */
static bool has_form(mb_slice text, const char *pattern)
{
    size_t size = strlen(pattern);
    for (size_t i = 0; i < size && i < text.size; i++)
        if (pattern[i] == '0' ? !isdigit((unsigned char)text.data[i]) : text.data[i] != pattern[i])
            return false;
    return text.size == size;
}

static int number_at(mb_slice text, size_t at, size_t digits)
{
    int number = 0;
    for (size_t i = at; i < at + digits; i++)
        number = number * 10 + (text.data[i] - '0');
    return number;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

static bool is_month(mb_slice text)
{
    return has_form(text, "0000-00") && number_at(text, 5, 2) >= 1 && number_at(text, 5, 2) <= 12;
}

static bool is_day(mb_slice text)
{
    if (!has_form(text, "0000-00-00") || !is_month(mb_slice_first(text, strlen("0000-00"))))
        return false;
    int day = number_at(text, 8, 2);
    return day >= 1 && day <= days_in(number_at(text, 0, 4), number_at(text, 5, 2));
}

static bool is_time(mb_slice text)
{
    return has_form(text, "00:00") && number_at(text, 0, 2) < 24 && number_at(text, 3, 2) < 60;
}

static bool is_date(mb_slice text)
{
    return is_day(text) || is_month(text);
}

static bool is_moment(mb_slice text)
{
    size_t t = strlen("0000-00-00");
    return is_day(mb_slice_first(text, t)) &&
           (text.size == t || (text.size > t && text.data[t] == 'T' && is_time(mb_slice_from(text, t + 1))));
}

static bool read_form(const reading *r, const mb_yaml *node, bool (*fits)(mb_slice), mb_value *out)
{
    return read_text(r, node, out) && (!out->text.data || fits(out->text));
}

static bool read_date(const reading *r, const mb_yaml *node, mb_value *out)
{
    return read_form(r, node, is_date, out);
}

static bool read_time(const reading *r, const mb_yaml *node, mb_value *out)
{
    return read_form(r, node, is_time, out);
}

static bool read_moment(const reading *r, const mb_yaml *node, mb_value *out)
{
    return read_form(r, node, is_moment, out);
}

/* ---- numbers ---- */

/* The number from 0 to `largest` that the node is, or -1. */
static int64_t number_of(const mb_yaml *node, int64_t largest)
{
    if (node->kind != MB_YAML_SCALAR || node->text.size == 0 || node->text.size > 10)
        return -1;
    for (size_t i = 0; i < node->text.size; i++)
        if (!isdigit((unsigned char)node->text.data[i]))
            return -1;
    int64_t number = strtoll(node->text.data, NULL, 10);
    return number <= largest ? number : -1;
}

static bool read_count(const reading *r, const mb_yaml *node, mb_value *out)
{
    (void)r;
    if (mb_yaml_says_nothing(node))
        return true;
    int64_t number = number_of(node, LARGEST_COUNT);
    out->count = MB_COUNT(number);
    return number >= 0;
}

static bool equal_count(const mb_value *a, const mb_value *b)
{
    return a->count.known == b->count.known && (!a->count.known || a->count.value == b->count.value);
}

static mb_slice count_yaml(const reading *r, const mb_value *value)
{
    if (!value->count.known)
        return MB_TEXT("null");
    return mb_arena_printf(r->arena, "%lld", (long long)value->count.value);
}

/* [first, last] */
static bool read_pair(const mb_yaml *node, uint32_t *first, uint32_t *last)
{
    if (node->kind != MB_YAML_SEQUENCE || node->items.count != 2)
        return false;
    int64_t from = number_of(node->items.items[0], LARGEST_PAGE), to = number_of(node->items.items[1], LARGEST_PAGE);
    *first = (uint32_t)from;
    *last = (uint32_t)to;
    return from >= 0 && from <= to;
}

static bool read_pages(const reading *r, const mb_yaml *node, mb_value *out)
{
    (void)r;
    return mb_yaml_says_nothing(node) || (read_pair(node, &out->pages.first, &out->pages.last) && out->pages.first > 0);
}

static bool equal_pages(const mb_value *a, const mb_value *b)
{
    return a->pages.first == b->pages.first && a->pages.last == b->pages.last;
}

static mb_slice pages_yaml(const reading *r, const mb_value *value)
{
    if (!value->pages.first)
        return MB_TEXT("null");
    return mb_arena_printf(r->arena, "[%u, %u]", value->pages.first, value->pages.last);
}

static bool read_span(const reading *r, const mb_yaml *node, mb_value *out)
{
    (void)r;
    return read_pair(node, &out->span.first, &out->span.last);
}

static bool equal_span(const mb_value *a, const mb_value *b)
{
    return a->span.first == b->span.first && a->span.last == b->span.last;
}

static mb_slice span_yaml(const reading *r, const mb_value *value)
{
    return mb_arena_printf(r->arena, "[%u, %u]", value->span.first, value->span.last);
}

/* ---- yes and no ---- */

static const struct {
    const char *word;
    bool value;
} answers[] = {{"yes", true}, {"no", false}, {"true", true}, {"false", false}};

static bool read_flag(const reading *r, const mb_yaml *node, mb_value *out)
{
    (void)r;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (node->kind == MB_YAML_SCALAR && mb_slice_equal_nocase(node->text, mb_slice_of(answers[i].word))) {
            out->flag = answers[i].value;
            return true;
        }
    return false;
}

static bool equal_flag(const mb_value *a, const mb_value *b)
{
    return a->flag == b->flag;
}

static mb_slice flag_yaml(const reading *r, const mb_value *value)
{
    (void)r;
    return value->flag ? MB_TEXT("yes") : MB_TEXT("no");
}

static bool read_maybe(const reading *r, const mb_yaml *node, mb_value *out)
{
    if (mb_yaml_says_nothing(node))
        return true;
    mb_value answer = {.flag = false};
    if (!read_flag(r, node, &answer))
        return false;
    out->maybe = answer.flag ? MB_YES : MB_NO;
    return true;
}

static bool equal_maybe(const mb_value *a, const mb_value *b)
{
    return a->maybe == b->maybe;
}

static mb_slice maybe_yaml(const reading *r, const mb_value *value)
{
    (void)r;
    static const char *const words[] = {[MB_UNKNOWN] = "null", [MB_NO] = "no", [MB_YES] = "yes"};
    return mb_slice_of(words[value->maybe]);
}

/* ---- one word of a set ---- */

static bool read_option(const reading *r, const mb_yaml *node, mb_value *out)
{
    if (mb_yaml_says_nothing(node))
        return true;
    if (node->kind != MB_YAML_SCALAR)
        return false;
    out->choice = mb_choice_find(r->field->choices, node->text);
    return out->choice > 0;
}

static bool equal_option(const mb_value *a, const mb_value *b)
{
    return a->choice == b->choice;
}

static mb_slice option_yaml(const reading *r, const mb_value *value)
{
    return quoted(r->arena, mb_slice_of(mb_choice_word(r->field->choices, value->choice)));
}

/* ---- lists of texts ---- */

static bool read_texts(mb_arena *arena, const mb_yaml *node, mb_strings *out)
{
    if (mb_yaml_says_nothing(node))
        return true;
    if (node->kind != MB_YAML_SEQUENCE)
        return false;
    for (uint32_t i = 0; i < node->items.count; i++) {
        const mb_yaml *item = node->items.items[i];
        if (item->kind != MB_YAML_SCALAR)
            return false;
        mb_strings_push(arena, out, mb_fold_spaces(arena, item->text));
    }
    return true;
}

static bool equal_texts(const mb_strings *a, const mb_strings *b)
{
    for (uint32_t i = 0; a->count == b->count && i < a->count; i++)
        if (!same_words(a->items[i], b->items[i]))
            return false;
    return a->count == b->count;
}

static mb_slice texts_yaml(mb_arena *arena, const mb_strings *texts)
{
    mb_strings parts = {0};
    size_t size = 2;
    for (uint32_t i = 0; i < texts->count; i++) {
        mb_strings_push(arena, &parts, quoted(arena, texts->items[i].data ? texts->items[i] : MB_TEXT("")));
        size += parts.items[i].size + 2;
    }
    char *text = mb_arena_alloc(arena, size), *end = text;
    *end++ = '[';
    for (uint32_t i = 0; i < parts.count; i++) {
        if (i) {
            *end++ = ',';
            *end++ = ' ';
        }
        memcpy(end, parts.items[i].data, parts.items[i].size);
        end += parts.items[i].size;
    }
    *end++ = ']';
    return mb_slice_between(text, end);
}

static bool read_strings(const reading *r, const mb_yaml *node, mb_value *out)
{
    return read_texts(r->arena, node, &out->strings);
}

static bool equal_strings(const mb_value *a, const mb_value *b)
{
    return equal_texts(&a->strings, &b->strings);
}

static mb_slice strings_yaml(const reading *r, const mb_value *value)
{
    return texts_yaml(r->arena, &value->strings);
}

static bool read_rows(const reading *r, const mb_yaml *node, mb_value *out)
{
    if (mb_yaml_says_nothing(node))
        return true;
    if (node->kind != MB_YAML_SEQUENCE)
        return false;
    for (uint32_t i = 0; i < node->items.count; i++)
        if (!read_texts(r->arena, node->items.items[i], mb_list_add(r->arena, &out->rows, mb_strings)))
            return false;
    return true;
}

static bool equal_rows(const mb_value *a, const mb_value *b)
{
    for (uint32_t i = 0; a->rows.count == b->rows.count && i < a->rows.count; i++)
        if (!equal_texts(a->rows.items[i], b->rows.items[i]))
            return false;
    return a->rows.count == b->rows.count;
}

/* A table is shown by its first row: the whole of it is no text for one line. */
static mb_slice rows_yaml(const reading *r, const mb_value *value)
{
    if (value->rows.count == 0)
        return MB_TEXT("[]");
    mb_slice first = texts_yaml(r->arena, value->rows.items[0]);
    return mb_arena_printf(r->arena, "[%.*s%s]", MB_ARG(first), value->rows.count > 1 ? ", …" : "");
}

/* ---- all kinds ---- */

#define DATE   "a date such as 2025-11-04, or 2025-11 for a month"
#define MOMENT "a date, with or without a time, such as 2025-11-04T17:00"

static const kind_rules kinds[] = {
    [MB_KIND_string] = {"text", read_text, equal_text, text_yaml},
    [MB_KIND_date] = {DATE, read_date, equal_text, text_yaml},
    [MB_KIND_time] = {"a time such as 10:05", read_time, equal_text, text_yaml},
    [MB_KIND_moment] = {MOMENT, read_moment, equal_text, text_yaml},
    [MB_KIND_count] = {"a whole number", read_count, equal_count, count_yaml},
    [MB_KIND_flag] = {"yes or no", read_flag, equal_flag, flag_yaml},
    [MB_KIND_maybe] = {"yes, no or null", read_maybe, equal_maybe, maybe_yaml},
    [MB_KIND_pages] = {"first and last page: [5, 18]", read_pages, equal_pages, pages_yaml},
    [MB_KIND_strings] = {"a list of texts: [one, another]", read_strings, equal_strings, strings_yaml},
    [MB_KIND_rows] = {"rows of texts: [[one, another], [a third, a fourth]]", read_rows, equal_rows, rows_yaml},
    [MB_KIND_contribution_span] = {"first and last block, counted from 0: [0, 2]", read_span, equal_span, span_yaml},
    [MB_KIND_option] = {"one of these words", read_option, equal_option, option_yaml},
    [MB_KIND_record] = {0},
    [MB_KIND_list] = {0},
    [MB_KIND_reference] = {0},
    [MB_KIND_references] = {0},
};

bool mb_is_value(const mb_field_info *field)
{
    return kinds[field->kind].read != NULL;
}

static const char *word_at(const void *choices, size_t i)
{
    return mb_choice_word(choices, (uint32_t)i + 1);
}

static void advise_words(const mb_choices_info *choices, mb_error *error)
{
    char words[sizeof error->advice] = "";
    size_t size = 0;
    for (uint32_t i = 1; i < choices->count && size < sizeof words; i++)
        size +=
            (size_t)snprintf(words + size, sizeof words - size, "%s%s", i > 1 ? ", " : "", mb_choice_word(choices, i));
    mb_advise(error, "the words that can stand here: %s", words);
}

static int refuse(const mb_field_info *field, const mb_yaml *node, const char *file, mb_error *error)
{
    static const char *const found[] = {
        [MB_YAML_SCALAR] = NULL, [MB_YAML_SEQUENCE] = "a list", [MB_YAML_MAPPING] = "a mapping"};
    const char *expected = kinds[field->kind].expected;
    mb_slice text = mb_short(node->text);
    if (found[node->kind])
        mb_yaml_fail(node, file, error, "'%s' is %s here, where %s is expected", field->name, found[node->kind],
                     expected);
    else
        mb_yaml_fail(node, file, error, "'%s' is \"%.*s\" here, where %s is expected", field->name, MB_ARG(text),
                     expected);
    if (field->choices) {
        const char *nearest = mb_nearest(node->text, field->choices->count - 1, word_at, field->choices);
        advise_words(field->choices, error);
        if (nearest)
            mb_advise(error, "did you mean '%s'?", nearest);
    }
    return MB_EFORMAT;
}

int mb_value_read(mb_arena *arena, const mb_field_info *field, const mb_yaml *node, const char *file, mb_value *out,
                  mb_error *error)
{
    reading r = {arena, field};
    *out = (mb_value){0};
    return kinds[field->kind].read(&r, node, out) ? 0 : refuse(field, node, file, error);
}

mb_value mb_value_of(const mb_field_info *field, const void *record)
{
    mb_value value = {0};
    memcpy(&value, (const char *)record + field->offset, mb_field_size(field));
    return value;
}

void mb_value_put(const mb_field_info *field, void *record, const mb_value *value)
{
    mb_value new = *value;
    if (field->kind == MB_KIND_contribution_span)
        new.span.of = mb_value_of(field, record).span.of;
    memcpy((char *)record + field->offset, &new, mb_field_size(field));
}

bool mb_value_equal(const mb_field_info *field, const mb_value *a, const mb_value *b)
{
    return kinds[field->kind].equal(a, b);
}

mb_slice mb_value_yaml(mb_arena *arena, const mb_field_info *field, const mb_value *value)
{
    reading r = {arena, field};
    return kinds[field->kind].yaml(&r, value);
}

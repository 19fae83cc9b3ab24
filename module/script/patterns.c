/* patterns.c: see patterns.h.
 *
 * The machine goes through the pattern item by item. Where it could go on in several ways it takes one and leaves a
 * choice on a pile; where it is stuck it takes up the last choice:
 *
 *     "%d*(%a)-"     pile:  [many: %d, taken so far 3] [opened: capture 1] [few: %a, taken so far 0]  ◄ last */
#include "script/patterns.h"

#include <string.h>

/* The page hears of the steps this many at a time: a call costs 2 ns, a step about 1 ns. */
#define STEPS_AT_A_TIME 1024

typedef enum choice_kind {
    CHOICE_MANY,   /* x* and x+: one fewer */
    CHOICE_FEW,    /* x-: one more */
    CHOICE_ONE,    /* x?: without it */
    CHOICE_OPENED, /* a capture that is taken back */
    CHOICE_CLOSED  /* a capture that is open again */
} choice_kind;

typedef struct choice {
    choice_kind kind;
    int capture;
    const char *item, *rest; /* of the pattern: what is repeated, and what follows */
    const char *least, *at;  /* of the subject: as far as it must go, as far as it went */
} choice;

typedef struct machine {
    mb_matching *matching;
    const char *start, *end;                /* of the subject */
    const char *pattern, *pattern_end, *at; /* the last: where the match is */
    size_t depth;
    choice choices[MB_PATTERN_CHOICES];
} machine;

void mb_match_count(mb_matching *matching)
{
    uint64_t steps = matching->steps;
    matching->steps = 0;
    mb_count_steps(matching->L, steps);
}

static inline void count(machine *m, size_t steps)
{
    m->matching->steps += steps;
    if (m->matching->steps >= STEPS_AT_A_TIME)
        mb_match_count(m->matching);
}

static inline unsigned char byte_at(const char *at)
{
    return (unsigned char)*at;
}

static inline bool is_between(unsigned char c, unsigned char first, unsigned char last)
{
    return c >= first && c <= last;
}
static inline bool is_letter(unsigned char c)
{
    return is_between(c | 0x20, 'a', 'z');
}
static inline bool is_digit(unsigned char c)
{
    return is_between(c, '0', '9');
}
static inline bool is_visible(unsigned char c)
{
    return is_between(c, '!', '~');
}

/* Whether `c` is of a class such as %a; its capital stands for all others. A letter that names no class, and any other
 * character, is itself. The classes are those of ASCII, whatever the program's locale. */
static bool is_of_class(unsigned char c, unsigned char class)
{
    bool found;
    switch (class | 0x20) {
    case 'a':
        found = is_letter(c);
        break;
    case 'c':
        found = c < ' ' || c == 0x7F;
        break;
    case 'd':
        found = is_digit(c);
        break;
    case 'g':
        found = is_visible(c);
        break;
    case 'l':
        found = is_between(c, 'a', 'z');
        break;
    case 'p':
        found = is_visible(c) && !is_letter(c) && !is_digit(c);
        break;
    case 's':
        found = c == ' ' || is_between(c, '\t', '\r');
        break;
    case 'u':
        found = is_between(c, 'A', 'Z');
        break;
    case 'w':
        found = is_letter(c) || is_digit(c);
        break;
    case 'x':
        found = is_digit(c) || is_between(c | 0x20, 'a', 'f');
        break;
    case 'z':
        found = c == 0;
        break;
    default:
        return c == class;
    }
    return found != is_between(class, 'A', 'Z');
}

/* Whether `c` is in the set between its brackets, [ at `set` - 1 and ] at `end`. */
static bool is_in_set(unsigned char c, const char *set, const char *end)
{
    bool wanted = *set != '^';
    for (set += !wanted; set < end; set++) {
        if (*set == '%') {
            if (is_of_class(c, byte_at(++set)))
                return wanted;
        } else if (end - set > 2 && set[1] == '-') {
            if (is_between(c, byte_at(set), byte_at(set + 2)))
                return wanted;
            set += 2;
        } else if (byte_at(set) == c) {
            return wanted;
        }
    }
    return !wanted;
}

static noreturn void fail_malformed(machine *m, const char *what)
{
    mb_script_fail(m->matching->L, "malformed pattern (%s)", what);
}

/* Where the set ends whose [ is at `set`, behind its ]; one that comes first is a member. */
static const char *end_of_set(machine *m, const char *set)
{
    const char *at = set + 1, *end = m->pattern_end;
    if (at < end && *at == '^')
        at++;
    for (const char *first = at; at < end; at++) {
        if (*at == ']' && at > first) {
            count(m, (size_t)(at - set));
            return at + 1;
        }
        if (*at == '%' && at + 1 < end)
            at++;
    }
    fail_malformed(m, "missing ']'");
}

/* Where the item ends that matches one character. */
static const char *end_of_item(machine *m, const char *item)
{
    if (*item == '[')
        return end_of_set(m, item);
    if (*item != '%')
        return item + 1;
    if (item + 1 == m->pattern_end)
        fail_malformed(m, "ends with '%'");
    return item + 2;
}

/* Whether the item, which ends at `end`, matches the character at `at`. */
static inline bool matches(machine *m, const char *at, const char *item, const char *end)
{
    if (at >= m->end)
        return false;
    count(m, (size_t)(end - item));
    switch (*item) {
    case '.':
        return true;
    case '%':
        return is_of_class(byte_at(at), byte_at(item + 1));
    case '[':
        return is_in_set(byte_at(at), item + 1, end - 1);
    default:
        return *item == *at;
    }
}

static choice *leave_choice(machine *m, choice_kind kind)
{
    if (m->depth == MB_PATTERN_CHOICES)
        mb_script_fail(m->matching->L, "pattern too complex");
    choice *left = &m->choices[m->depth++];
    left->kind = kind;
    return left;
}

/* Takes up the last choice that leads anywhere; false where none is left. */
static bool take_choice(machine *m)
{
    for (; m->depth > 0; m->depth--) {
        choice *last = &m->choices[m->depth - 1];
        count(m, 1);
        switch (last->kind) {
        case CHOICE_MANY:
            if (last->at == last->least)
                continue;
            m->at = --last->at;
            m->pattern = last->rest;
            return true;
        case CHOICE_FEW:
            if (!matches(m, last->at, last->item, last->rest - 1))
                continue;
            m->at = ++last->at;
            m->pattern = last->rest;
            return true;
        case CHOICE_ONE:
            m->at = last->at;
            m->pattern = last->rest;
            m->depth--;
            return true;
        case CHOICE_OPENED:
            m->matching->count--;
            continue;
        case CHOICE_CLOSED:
            m->matching->captures[last->capture].size = MB_CAPTURE_OPEN;
            continue;
        }
    }
    return false;
}

static void open_capture(machine *m)
{
    mb_matching *matching = m->matching;
    bool is_position = m->pattern + 1 < m->pattern_end && m->pattern[1] == ')';
    if (matching->count == MB_PATTERN_CAPTURES)
        mb_script_fail(matching->L, "too many captures");
    leave_choice(m, CHOICE_OPENED);
    matching->captures[matching->count++] = (mb_capture){m->at, is_position ? MB_CAPTURE_POSITION : MB_CAPTURE_OPEN};
    m->pattern += is_position ? 2 : 1;
}

static void close_capture(machine *m)
{
    mb_matching *matching = m->matching;
    int last = matching->count - 1;
    while (last >= 0 && matching->captures[last].size != MB_CAPTURE_OPEN)
        last--;
    if (last < 0)
        mb_script_fail(matching->L, "invalid pattern capture");
    leave_choice(m, CHOICE_CLOSED)->capture = last;
    matching->captures[last].size = m->at - matching->captures[last].start;
    m->pattern++;
}

/* %1: the text of an earlier capture. */
static bool match_capture(machine *m)
{
    const mb_matching *matching = m->matching;
    int which = m->pattern[1] - '1';
    if (which < 0 || which >= matching->count || matching->captures[which].size == MB_CAPTURE_OPEN)
        mb_script_fail(matching->L, "invalid capture index %%%d", which + 1);
    mb_capture earlier = matching->captures[which];
    if (earlier.size == MB_CAPTURE_POSITION || earlier.size > m->end - m->at)
        return false;
    count(m, (size_t)earlier.size);
    if (memcmp(earlier.start, m->at, (size_t)earlier.size) != 0)
        return false;
    m->at += earlier.size;
    m->pattern += 2;
    return true;
}

/* %b(): from an opening character to the closing one that goes with it. */
static bool match_balance(machine *m)
{
    const char *pair = m->pattern + 2;
    if (m->pattern_end - pair < 2)
        fail_malformed(m, "missing arguments to '%b'");
    if (m->at == m->end || *m->at != pair[0])
        return false;
    size_t open = 1;
    for (const char *at = m->at + 1; at < m->end; at++) {
        count(m, 1);
        if (*at == pair[1])
            open--;
        else if (*at == pair[0])
            open++;
        if (open > 0)
            continue;
        m->at = at + 1;
        m->pattern = pair + 2;
        return true;
    }
    return false;
}

/* %f[set]: where the set begins to hold; before the subject and after it stands a zero. */
static bool match_frontier(machine *m)
{
    const char *set = m->pattern + 2;
    if (set >= m->pattern_end || *set != '[')
        mb_script_fail(m->matching->L, "missing '[' after '%%f' in pattern");
    const char *end = end_of_set(m, set);
    unsigned char before = m->at == m->start ? 0 : byte_at(m->at - 1);
    unsigned char after = m->at == m->end ? 0 : byte_at(m->at);
    if (is_in_set(before, set + 1, end - 1) || !is_in_set(after, set + 1, end - 1))
        return false;
    m->pattern = end;
    return true;
}

/* One character, or as many as the sign after it says. */
static bool match_item(machine *m)
{
    const char *item = m->pattern, *end = end_of_item(m, item), *at = m->at;
    char sign = end < m->pattern_end ? *end : '\0';
    bool found = matches(m, at, item, end), may_lack = sign == '*' || sign == '?' || sign == '-';
    m->pattern = end + (may_lack || sign == '+');
    if (!found)
        return may_lack;
    if (!may_lack && sign != '+') {
        m->at++;
        return true;
    }
    choice made = {.item = item, .rest = m->pattern, .least = at, .at = at};
    if (sign == '-') {
        made.kind = CHOICE_FEW;
    } else if (sign == '?') {
        made.kind = CHOICE_ONE;
        m->at++;
    } else {
        made.kind = CHOICE_MANY;
        made.least += sign == '+';
        for (made.at++; matches(m, made.at, item, end);)
            made.at++;
        m->at = made.at;
    }
    *leave_choice(m, made.kind) = made;
    return true;
}

static bool match_escaped(machine *m)
{
    char after = m->pattern + 1 < m->pattern_end ? m->pattern[1] : '\0';
    if (after == 'b')
        return match_balance(m);
    if (after == 'f')
        return match_frontier(m);
    return is_digit((unsigned char)after) ? match_capture(m) : match_item(m);
}

/* Goes on by one item of the pattern; false where it doesn't match. */
static bool go_on(machine *m)
{
    switch (*m->pattern) {
    case '(':
        open_capture(m);
        return true;
    case ')':
        close_capture(m);
        return true;
    case '%':
        return match_escaped(m);
    case '$':
        if (m->pattern + 1 < m->pattern_end)
            return match_item(m);
        m->pattern++;
        return m->at == m->end;
    default:
        return match_item(m);
    }
}

const char *mb_match_at(mb_matching *matching, const char *at)
{
    machine m; /* its pile is left as it is: to clear it would take longer than most matches */
    m.matching = matching;
    m.depth = 0;
    m.start = matching->subject.data;
    m.end = mb_slice_end(matching->subject);
    m.pattern = matching->pattern.data;
    m.pattern_end = mb_slice_end(matching->pattern);
    m.at = at;
    matching->count = 0;
    count(&m, 1);
    while (m.pattern < m.pattern_end)
        if (!go_on(&m) && !take_choice(&m))
            return NULL;
    return m.at;
}

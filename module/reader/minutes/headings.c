/* headings.c: which numbers of minutes are those of its items.
 *
 * Minutes are full of numbers that count up: their items, the parts of a resolution, a list of speakers. The clerk
 * prints the items' all in one form (alone on their line, before the title or under it, with a full stop or without),
 * and leaves room between them: so for each form the longest count is found, and the one with the most items that have
 * room wins. */
#include "reader/minutes/headings.h"

#include <ctype.h>

#include "reader/minutes/lost_headings.h"
#include "reader/minutes/numbers.h"
#include "reader/minutes/unnumbered_headings.h"
#include "reader/sentences.h"
#include "text/inline.h"
#include "text/tables.h"
#include "text/wraps.h"

/* Where the text goes on behind a title on its line, the title is no longer and has no more words. */
#define RUN_IN_SIZE  100
#define RUN_IN_WORDS 9
/* What begins with fewer words may be a title, whatever stands below it. */
#define SENTENCE_WORDS 8
/* What ends with a full stop and has more words is a sentence. */
#define STOPPED_WORDS 16
/* Fewer items are no minutes. */
#define FEW_ITEMS 3
/* So many titles that count up with nothing between them are rows of a list, if no more of them are usual titles than one. */
#define LIST_ROWS 5

typedef enum form_feature {
    ALONE = 1,
    WITH_STOP = 2,
    LEADING_ZERO = 4,
    IN_CAPITALS = 8,
    ABOVE = 16,    /* the title stands above the number */
    RUN_IN = 32,   /* text follows the title on its line */
    NO_TITLE = 64, /* text follows the number */
    STOPPED = 128  /* the title ends with a full stop */
} form_feature;

/* What makes a heading no line of its own. */
#define BY_TEXT (RUN_IN | NO_TITLE)

typedef struct candidate {
    mb_heading heading;
    unsigned form;
} candidate;

/* The forms that items are looked for in: of each form the features in `care` must be as in `want`. The last ones count
 * only where they find far more: sentences with a number before them are a list, more often than items. */
static const struct {
    unsigned care, want;
    bool doubtful;
} forms[] = {
    {IN_CAPITALS | ABOVE | BY_TEXT | STOPPED, IN_CAPITALS, false},
    {IN_CAPITALS | ABOVE | BY_TEXT | STOPPED, IN_CAPITALS | ABOVE, false},
    {ALONE | WITH_STOP | LEADING_ZERO | ABOVE | BY_TEXT | STOPPED, 0, false},
    {ALONE | WITH_STOP | LEADING_ZERO | ABOVE | BY_TEXT | STOPPED, WITH_STOP, false},
    {ALONE | WITH_STOP | ABOVE | BY_TEXT | STOPPED, ALONE, false},
    {ALONE | WITH_STOP | ABOVE | BY_TEXT | STOPPED, ALONE | WITH_STOP, false},
    {WITH_STOP | ABOVE | BY_TEXT | STOPPED, 0, false},
    {WITH_STOP | ABOVE | BY_TEXT | STOPPED, WITH_STOP, false},
    {ABOVE | BY_TEXT | STOPPED, 0, false},
    {ALONE | WITH_STOP | ABOVE | BY_TEXT, ALONE, true},
    {ALONE | WITH_STOP | ABOVE | BY_TEXT, ALONE | WITH_STOP, true},
    {ABOVE | BY_TEXT, 0, true},
    {ABOVE | NO_TITLE | STOPPED, 0, true},
    {ABOVE | STOPPED, 0, true},
};

typedef struct number_run {
    uint32_t *chosen;
    uint32_t count, with_room, usual, stopped;
} number_run;

static unsigned form_of(const mb_heading *heading, mb_slice line, mb_slice title)
{
    unsigned form = heading->title != heading->line ? ALONE : 0;
    if (heading->number.end > (size_t)(mb_slice_end(heading->number.printed) - line.data))
        form |= WITH_STOP;
    if (*line.data == '0')
        form |= LEADING_ZERO;
    return mb_is_capitals(title) ? form | IN_CAPITALS : form;
}

/* "2024/25 Finance Report": a title, for all that it begins with a figure. */
static bool begins_with_year(mb_slice title)
{
    mb_item_number year = mb_item_number_of(title);
    return year.count && year.parts[0] >= 1900 && year.parts[0] < 2100 &&
           mb_looks_like_heading(mb_slice_trim(mb_slice_from(title, year.end)));
}

/* "20mph Zones", "3SG Update": a figure that is part of a word. */
static bool begins_with_figure_word(mb_slice title)
{
    size_t at = 0;
    while (at < title.size && isdigit((unsigned char)title.data[at]))
        at++;
    size_t word = mb_slice_find(title, MB_TEXT(" "), 0);
    return at > 0 && at < title.size && isalpha((unsigned char)title.data[at]) && word < title.size &&
           mb_looks_like_heading(mb_slice_trim(mb_slice_from(title, word)));
}

/* "25/01234/FUL", "1/01 - The Old Dairy": the number of a planning application, alone or before its site. */
static bool begins_with_application(mb_slice title)
{
    size_t at = 0, strokes = 0, letters = 0;
    for (; at < title.size && title.data[at] != ' ' && title.data[at] != ':'; at++) {
        strokes += title.data[at] == '/';
        letters += isupper((unsigned char)title.data[at]) != 0;
        if (!isalnum((unsigned char)title.data[at]) && !strchr("/-.", title.data[at]))
            return false;
    }
    mb_slice site = mb_slice_from(title, at);
    while (site.size && (strchr(" :-", *site.data) || (unsigned char)*site.data >= 0x80))
        site = mb_slice_from(site, 1);
    return strokes > 0 && (site.size ? mb_looks_like_heading(site) : letters > 0);
}

static bool could_be_title(mb_slice title)
{
    return mb_looks_like_heading(title) || begins_with_year(title) || begins_with_figure_word(title) ||
           begins_with_application(title);
}

/* ---- candidates ---- */

/* What parts a title from the text behind it; a full stop and a dash do only behind what looks like a title. */
static const struct {
    const char *mark;
    bool certain;
} run_in_marks[] = {{": ", true}, {" - ", false}, {" \xE2\x80\x93 ", false}, {". ", false}, {".-", true}};

/* The title that the text begins with, and where its mark ends; 0 where there is none. */
static size_t run_in_title(const mb_reader *reader, mb_slice text, mb_slice *title)
{
    for (size_t at = 0; at < text.size && at < RUN_IN_SIZE; at++)
        for (size_t i = 0; i < sizeof run_in_marks / sizeof *run_in_marks; i++) {
            if (!mb_slice_starts(mb_slice_from(text, at), mb_slice_of(run_in_marks[i].mark)))
                continue;
            *title = mb_slice_first(text, at);
            bool looks = mb_is_usual_title(reader, *title) ||
                         ((run_in_marks[i].certain || mb_is_title_case(reader, *title)) &&
                          !mb_starts_with(reader->dialect, mb_group_honorific, *title, NULL));
            bool title_like = looks && mb_slice_words(*title) <= RUN_IN_WORDS && mb_looks_like_heading(*title);
            return title_like ? at + strlen(run_in_marks[i].mark) : 0;
        }
    return 0;
}

/* "Appointment of Chairman." with the full stop that some clerks print behind every title: a few words apart from their
 * number; or behind it, above a gap, words that only titles have. */
static bool is_stopped_title(const mb_reader *reader, const mb_heading *heading, mb_slice title)
{
    mb_slice words = mb_without_stop(title), run_in;
    uint32_t next = heading->title + 1;
    bool gap = next == reader->text->count || !mb_line_is_text(reader->text, next);
    bool apart = heading->title != heading->line ||
                 (gap && (mb_is_usual_title(reader, words) || mb_is_title_case(reader, words)));
    return apart && mb_slice_ends(title, MB_TEXT(".")) && mb_slice_words(title) <= STOPPED_WORDS &&
           mb_looks_like_heading(words) && !run_in_title(reader, title, &run_in) &&
           !mb_starts_with(reader->dialect, mb_group_honorific, words, NULL);
}

/* A number and a sentence, or a title and a sentence. */
static candidate with_text(const mb_reader *reader, const mb_heading *heading, mb_slice line)
{
    candidate found = {*heading, NO_TITLE};
    mb_slice title;
    mb_slice behind = mb_slice_trim(mb_slice_from(line, heading->number.end));
    size_t end = run_in_title(reader, behind, &title);
    found.heading.end = heading->line;
    found.heading.rest = (size_t)(behind.data - line.data) + end;
    while (end && line.data[found.heading.rest - 1] == ' ')
        found.heading.rest--;
    if (end) {
        found.form = RUN_IN;
        found.heading.text = title;
    }
    return found;
}

/* Whether there are cells in what stands behind a number: one gap or tab parts the number itself from its title. */
static bool has_gap(mb_slice text)
{
    return mb_slice_find(text, MB_TEXT("   "), 0) < text.size || mb_slice_find(text, MB_TEXT("\t"), 0) < text.size;
}

/* A heading that could begin on `line`: a number, and a title behind it or on the next line of text. */
static bool look_at(const mb_reader *reader, uint32_t line, uint32_t end, candidate *found)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_heading heading = {.line = line, .title = line, .number = mb_minute_number_of(reader->dialect, text)};
    mb_slice title = mb_slice_trim(mb_slice_from(text, heading.number.end));
    if (heading.number.count == 0 || (mb_is_table_row(reader->text, line) && has_gap(title)))
        return false;
    bool alone = title.size == 0;
    if (alone) {
        heading.title = mb_next_text(reader->text, line + 1, end);
        if (heading.title >= end)
            return false;
        title = mb_line_text(reader->text, heading.title);
    }
    *found = (candidate){heading, form_of(&heading, text, title)};
    if (could_be_title(title))
        return true;
    if (is_stopped_title(reader, &heading, title)) {
        found->form |= STOPPED;
        return true;
    }
    if (!alone)
        *found = with_text(reader, &heading, text);
    return !alone;
}

static bool is_number_alone(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    mb_item_number number = mb_minute_number_of(reader->dialect, text);
    return number.count && number.end >= text.size;
}

/* "APOLOGIES" above "PLA12/25": a number alone under a title in capitals. */
static bool look_above(const mb_reader *reader, uint32_t line, uint32_t first, candidate *found)
{
    mb_item_number number = mb_minute_number_of(reader->dialect, mb_line_text(reader->text, line));
    if (!is_number_alone(reader, line))
        return false;
    uint32_t title = line;
    while (title > first && line - title < 3 && mb_line_is_text(reader->text, title - 1) &&
           mb_is_capitals(mb_line_text(reader->text, title - 1)) && !is_number_alone(reader, title - 1))
        title--;
    if (title == line)
        return false;
    *found = (candidate){{.line = title, .title = title, .end = line + 1, .number = number}, ABOVE | IN_CAPITALS};
    return true;
}

static void find_candidates(mb_reader *reader, mb_line_range lines, mb_list *candidates)
{
    candidate found;
    for (uint32_t line = lines.first; line < lines.end; line++) {
        if (!mb_line_is_text(reader->text, line))
            continue;
        if (look_at(reader, line, lines.end, &found))
            *mb_list_add(reader->scratch, candidates, candidate) = found;
        if (look_above(reader, line, lines.first, &found))
            *mb_list_add(reader->scratch, candidates, candidate) = found;
    }
}

/* ---- rows of lists ---- */

static bool is_usual(const mb_reader *reader, const candidate *c)
{
    if (c->heading.text.data)
        return mb_is_usual_title(reader, c->heading.text);
    mb_slice line = mb_line_text(reader->text, c->heading.title);
    bool behind_number = c->heading.title == c->heading.line && !(c->form & ABOVE);
    return mb_is_usual_title(reader, behind_number ? mb_slice_trim(mb_slice_from(line, c->heading.number.end)) : line);
}

/* Whether the next candidate is the next row: one more, or two, and no text of its own between them. */
static bool goes_on_as_list(const mb_reader *reader, const candidate *row, const candidate *next)
{
    const mb_item_number *a = &row->heading.number, *b = &next->heading.number;
    if ((row->form | next->form) & (BY_TEXT | ABOVE) || a->count != 1 || b->count != 1 || b->parts[0] <= a->parts[0] ||
        b->parts[0] > a->parts[0] + 2 || !mb_slice_equal(a->prefix, b->prefix))
        return false;
    return mb_next_text(reader->text, row->heading.title + 1, next->heading.line) == next->heading.line;
}

static bool is_next_number(const mb_item_number *number, const mb_item_number *next)
{
    return number->count == 1 && next->count == 1 && next->parts[0] == number->parts[0] + 1 &&
           mb_slice_equal(number->prefix, next->prefix);
}

/* Whether the numbers from `first` up to `end` go on from an item before them to the one behind them: bare titles, under
 * which nothing was said. `kept` are the candidates before them. */
static bool count_on(const mb_list *candidates, uint32_t first, uint32_t end, const mb_list *kept)
{
    const mb_item_number *from = &((const candidate *)candidates->items[first])->heading.number;
    const mb_item_number *to = &((const candidate *)candidates->items[end - 1])->heading.number;
    bool before = false;
    for (uint32_t i = 0; !before && i < kept->count; i++) {
        const candidate *c = kept->items[i];
        before = !(c->form & BY_TEXT) && is_next_number(&c->heading.number, from);
    }
    for (; before && end < candidates->count; end++) {
        const candidate *c = candidates->items[end];
        if (!(c->form & BY_TEXT))
            return is_next_number(to, &c->heading.number);
    }
    return false;
}

/* Whether rows in capitals count on from a title in capitals above them: items about which nothing was said. */
static bool count_on_in_capitals(const mb_list *candidates, uint32_t first, uint32_t end)
{
    const mb_item_number *number = &((const candidate *)candidates->items[first])->heading.number;
    for (uint32_t i = first; i < end; i++)
        if (!(((const candidate *)candidates->items[i])->form & IN_CAPITALS))
            return false;
    for (uint32_t i = first; i > 0; i--) {
        const candidate *above = candidates->items[i - 1];
        if (above->form & IN_CAPITALS)
            return above->heading.number.count == 1 && above->heading.number.parts[0] + 1 == number->parts[0] &&
                   mb_slice_equal(above->heading.number.prefix, number->prefix);
    }
    return false;
}

/* Takes the rows of numbered lists out: "07 Ann Ogle", "08 Bob Dunn", who sent statements, and on for pages. Where nothing
 * else has a number, they are all there is. */
static void set_lists_aside(mb_reader *reader, mb_list *candidates)
{
    mb_list others = {0};
    for (uint32_t first = 0, end; first < candidates->count; first = end) {
        uint32_t usual = is_usual(reader, candidates->items[first]);
        for (end = first + 1;
             end < candidates->count && goes_on_as_list(reader, candidates->items[end - 1], candidates->items[end]);
             end++)
            usual += is_usual(reader, candidates->items[end]);
        bool list = end - first >= LIST_ROWS && usual < 2 && !count_on(candidates, first, end, &others) &&
                    !count_on_in_capitals(candidates, first, end);
        for (uint32_t i = first; !list && i < end; i++)
            mb_list_push(reader->scratch, &others, candidates->items[i]);
    }
    if (others.count >= FEW_ITEMS)
        *candidates = others;
}

/* ---- runs ---- */

/* How many of the chosen have anything, text or a gap, between them and the next; and how many are usual. */
static void weigh(const mb_reader *reader, const mb_list *candidates, number_run *run)
{
    for (uint32_t i = 0; i < run->count; i++) {
        const candidate *c = candidates->items[run->chosen[i]];
        const candidate *next = i + 1 < run->count ? candidates->items[run->chosen[i + 1]] : NULL;
        uint32_t behind = c->heading.end ? c->heading.end : c->heading.title + 1;
        run->with_room += c->form & BY_TEXT || !next || next->heading.line > behind;
        run->usual += is_usual(reader, c);
        run->stopped += c->form & STOPPED ? 1 : 0;
    }
}

/* The longest count among the candidates of one form. */
static number_run longest_run(mb_reader *reader, const mb_list *candidates, size_t form)
{
    number_run found = {.chosen = mb_new_array(reader->scratch, uint32_t, candidates->count + 1)};
    mb_arena_mark mark = mb_arena_here(reader->scratch);
    mb_item_number *numbers = mb_new_array(reader->scratch, mb_item_number, candidates->count + 1);
    uint32_t *indexes = mb_new_array(reader->scratch, uint32_t, candidates->count + 1);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < candidates->count; i++) {
        const candidate *c = candidates->items[i];
        if ((c->form & forms[form].care) != forms[form].want)
            continue;
        numbers[kept] = c->heading.number;
        indexes[kept++] = i;
    }
    found.count = mb_longest_count_with_gaps(reader->scratch, numbers, kept, found.chosen);
    for (uint32_t i = 0; i < found.count; i++)
        found.chosen[i] = indexes[found.chosen[i]];
    mb_arena_back(reader->scratch, mark);
    weigh(reader, candidates, &found);
    return found;
}

/* Whether most lines of a run follow one another: a list of speakers, say, which may go on counting from an item above. */
static bool is_list(const number_run *run)
{
    return run->with_room * 3 < run->count;
}

/* Whether one run beats another: by half as much again where it is in doubt and has no more of the usual titles. */
static bool is_better(const number_run *run, const number_run *than, bool doubtful)
{
    if (than->count && is_list(run) != is_list(than))
        return is_list(than);
    if (!doubtful)
        return run->with_room > than->with_room;
    return run->with_room >= FEW_ITEMS && run->with_room * 2 > than->with_room * 3 && run->usual >= than->usual;
}

static number_run best_run(mb_reader *reader, const mb_list *candidates)
{
    number_run best = {0};
    for (size_t form = 0; form < sizeof forms / sizeof *forms; form++) {
        number_run found = longest_run(reader, candidates, form);
        if (is_better(&found, &best, forms[form].doubtful))
            best = found;
    }
    return best;
}

/* ---- headings ---- */

/* "5. All members present signed the Register of Interests, which the" and a line that ends the sentence: no title; "5. Finance:
 * the accounts were approved and signed by the" has one, and a sentence behind it. */
static bool begins_wrapped_sentence(const mb_reader *reader, const mb_heading *heading)
{
    uint32_t next = heading->line + 1;
    bool one_line = heading->title == heading->line && heading->end == next;
    if (!one_line || next >= reader->text->count || !mb_line_is_text(reader->text, next) ||
        !mb_is_full(reader->text, heading->line, next))
        return false;
    mb_slice behind = mb_line_text(reader->text, next);
    bool goes_on = mb_starts_small(behind) || mb_slice_ends(behind, MB_TEXT("."));
    if (!goes_on || mb_slice_words(heading->text) < SENTENCE_WORDS || mb_is_capitals(heading->text))
        return false;
    bool run_in = with_text(reader, heading, mb_line_text(reader->text, heading->line)).form == RUN_IN;
    return run_in || !(mb_is_title_case(reader, heading->text) || mb_is_usual_title(reader, heading->text));
}

/* Where titles end with a full stop: the rest of one over two lines; and the stop goes. */
static void read_stop(mb_reader *reader, mb_heading *heading)
{
    uint32_t next = heading->end;
    if (!mb_slice_ends(heading->text, MB_TEXT(".")) && next < reader->text->count &&
        mb_line_is_text(reader->text, next) && mb_is_full(reader->text, next - 1, next) &&
        mb_slice_ends(mb_line_text(reader->text, next), MB_TEXT(".")) &&
        (next + 1 == reader->text->count || !mb_line_is_text(reader->text, next + 1))) {
        heading->text = mb_join_lines(reader, (mb_line_range){heading->title, next + 1});
        heading->text =
            mb_slice_trim(mb_slice_from(heading->text, mb_minute_number_of(reader->dialect, heading->text).end));
        heading->end = next + 1;
    }
    heading->text = mb_without_stop(heading->text);
}

static mb_heading *add(mb_reader *reader, candidate *from, uint32_t end, bool stopped, mb_list *headings)
{
    mb_heading *heading = &from->heading;
    if (from->form & ABOVE)
        heading->text = mb_join_lines(reader, (mb_line_range){heading->title, heading->end - 1});
    else if (!(from->form & BY_TEXT))
        mb_read_title(reader, heading, heading->title == heading->line ? heading->number.end : 0, end);
    if (!(from->form & (ABOVE | BY_TEXT)) && begins_wrapped_sentence(reader, heading)) {
        heading->text = MB_NOTHING;
        *from = with_text(reader, heading, mb_line_text(reader->text, heading->line));
    }
    if (stopped && !(from->form & (ABOVE | BY_TEXT)))
        read_stop(reader, heading);
    mb_list_push(reader->scratch, headings, heading);
    return heading;
}

/* Whether a number stands between two that are two apart, though it is printed wrong: "1.05.8" between 18.05.7 and
 * 18.05.9. */
static bool is_misprint(const mb_item_number *before, const mb_item_number *between, const mb_item_number *after)
{
    for (uint32_t part = 0; part < before->count; part++)
        if (after->parts[part] == before->parts[part] + 2)
            return between->count == before->count && between->parts[part] == before->parts[part] + 1;
    return false;
}

static void infer(mb_reader *reader, mb_heading *heading, mb_slice number)
{
    heading->inferred = number;
    if (heading->number.count)
        heading->remark = mb_remark(reader, mb_code_minute_number_inferred, heading->line,
                                    "item %.*s is printed as %.*s", MB_ARG(number), MB_ARG(heading->number.printed));
    else
        heading->remark = mb_remark(reader, mb_code_minute_number_inferred, heading->line,
                                    "item %.*s lost its number, inferred from the items around it", MB_ARG(number));
}

/* The item between two whose numbers are two apart: one that is misprinted, or one that lost its number. */
static void add_between(mb_reader *reader, const mb_list *candidates, uint32_t first, uint32_t last, uint32_t end,
                        bool stopped, mb_list *headings)
{
    const mb_heading *before = &((const candidate *)candidates->items[first])->heading;
    const mb_heading *after = &((const candidate *)candidates->items[last])->heading;
    mb_slice number = mb_number_between(reader, &before->number, &after->number);
    for (uint32_t i = first + 1; number.data && i < last; i++) {
        candidate *between = candidates->items[i];
        bool sentence = !stopped && between->form & STOPPED;
        if (!sentence && is_misprint(&before->number, &between->heading.number, &after->number)) {
            infer(reader, add(reader, between, end, stopped, headings), number);
            return;
        }
    }
    mb_heading lost;
    mb_heading ahead = *after;
    ahead.text = mb_line_text(reader->text, after->title);
    if (!number.data || !mb_find_lost_heading(reader, before, &ahead, &lost))
        return;
    mb_heading *added = mb_list_add(reader->scratch, headings, mb_heading);
    *added = lost;
    infer(reader, added, number);
}

void mb_find_minute_headings(mb_reader *reader, mb_line_range lines, mb_list *headings)
{
    mb_list candidates = {0};
    find_candidates(reader, lines, &candidates);
    set_lists_aside(reader, &candidates);
    number_run best = best_run(reader, &candidates);
    if (best.usual < 2) {
        mb_list unnumbered = {0};
        uint32_t usual = mb_find_unnumbered_headings(reader, lines, &unnumbered);
        if (usual > best.usual || (usual && best.count < FEW_ITEMS)) {
            *headings = unnumbered;
            return;
        }
    }
    bool stopped = best.stopped * 2 > best.count;
    for (uint32_t i = 0; i < best.count; i++) {
        add(reader, candidates.items[best.chosen[i]], lines.end, stopped, headings);
        if (i + 1 < best.count)
            add_between(reader, &candidates, best.chosen[i], best.chosen[i + 1], lines.end, stopped, headings);
    }
}

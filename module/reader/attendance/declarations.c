/* declarations.c: who declared what sort of interest, and why.
 *
 *     Councillor Ann Lee declared an other interest in item 7 as she is a governor of the school.
 *     └──────name──────┘             └────kind────┘              └──────────reason─────────────┘  */
#include "reader/attendance/declarations.h"

#include <ctype.h>
#include <stdint.h>

#include "reader/minutes/speech.h"
#include "reader/minutes/text.h"
#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"

/* "disclosable pecuniary interest" and the like in a note without a verb have no more words. */
#define NOTE_WORDS 5
/* "In relation to agenda item 8 (Ponds)" */
#define LEAD_IN_WORDS 12

/* The text behind its last "a" or "an". */
static mb_slice behind_article(mb_slice text)
{
    static const char *const articles[] = {" a ", " an "};
    size_t from = 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        for (size_t at; (at = mb_slice_find(text, mb_slice_of(articles[i]), from)) != SIZE_MAX;)
            from = at + strlen(articles[i]);
    return mb_slice_trim(mb_slice_from(text, from));
}

/* "'significant other interest" has lost the second of its quotes to the words behind it. */
static mb_slice without_open_quote(mb_slice kind)
{
    static const char *const quotes[] = {"'", "\"", "\xE2\x80\x98", "\xE2\x80\x9C"};
    static const char *const closing[] = {"'", "\"", "\xE2\x80\x99", "\xE2\x80\x9D"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t size = strlen(quotes[i]);
        if (mb_slice_starts(kind, mb_slice_of(quotes[i])) &&
            mb_slice_find(kind, mb_slice_of(closing[i]), size) >= kind.size)
            return mb_slice_from(kind, size);
    }
    return kind;
}

/* Behind dashes, colons and blanks at the text's start. */
static mb_slice behind_marks(mb_slice text)
{
    static const char *const marks[] = {" ", "-", ":", "\xE2\x80\x93", "\xE2\x80\x94"};
    const size_t count = sizeof marks / sizeof *marks;
    for (size_t i = 0; i < count;) {
        bool starts = mb_slice_starts(text, mb_slice_of(marks[i]));
        if (starts)
            text = mb_slice_from(text, strlen(marks[i]));
        i = starts ? 0 : i + 1;
    }
    return text;
}

/* "other interest" of "an other interest in item 7"; the rest of the sentence goes to `behind`. */
static mb_slice take_kind(const mb_reader *reader, mb_slice text, mb_slice *behind)
{
    mb_hit interest;
    if (!mb_contains(reader->dialect, mb_group_interest, text, &interest))
        return MB_NOTHING;
    *behind = mb_slice_from(text, interest.end);
    return without_open_quote(behind_marks(behind_article(mb_slice_first(text, interest.end))));
}

static mb_slice take_reason(const mb_reader *reader, mb_slice text)
{
    mb_hit hit;
    if (!mb_contains(reader->dialect, mb_group_interest_reason, text, &hit))
        return MB_NOTHING;
    mb_slice reason = mb_without_stop(mb_slice_from(text, hit.end));
    mb_hit conduct;
    if (mb_contains(reader->dialect, mb_group_interest_conduct, reason, &conduct))
        reason = mb_slice_trim_end(mb_slice_first(reason, conduct.start));
    return mb_slice_ends(reason, MB_TEXT(",")) ? mb_slice_first(reason, reason.size - 1) : reason;
}

static void add(mb_reader *reader, const mb_roster *roster, mb_slice names_text, const mb_declaration *from,
                mb_minute_item *item)
{
    mb_list names = {0};
    mb_read_names(reader, mb_slice_trim(names_text), &names);
    const mb_person *holder = names.count ? NULL : mb_roster_find(roster, mb_slice_trim(names_text));
    if (holder) {
        mb_declaration *declaration = mb_list_add(reader->arena, &item->declarations, mb_declaration);
        *declaration = *from;
        declaration->name = holder->name;
    }
    for (uint32_t i = 0; i < names.count; i++) {
        const mb_name *name = names.items[i];
        if (mb_is_phrase(reader->dialect, mb_group_assembly, name->name))
            continue;
        mb_declaration *declaration = mb_list_add(reader->arena, &item->declarations, mb_declaration);
        const mb_person *person = mb_roster_named(roster, name->name);
        *declaration = *from;
        declaration->name = person ? person->name : name->name;
    }
}

/* ---- sentences ---- */

/* "As a friend of the applicant, Councillor Lee declared …": the reason before the sentence proper, which `sentence`
 * becomes. */
static mb_slice take_leading_reason(const mb_reader *reader, mb_slice *sentence)
{
    mb_hit as;
    if (!mb_starts_with(reader->dialect, mb_group_interest_reason, *sentence, &as))
        return MB_NOTHING;
    for (size_t comma = 0; (comma = mb_slice_find(*sentence, MB_TEXT(", "), comma)) != SIZE_MAX; comma++) {
        mb_slice rest = mb_slice_from(*sentence, comma + strlen(", "));
        if (!mb_starts_with(reader->dialect, mb_group_honorific, rest, NULL))
            continue;
        mb_slice reason = mb_slice_trim(mb_slice_between(sentence->data + as.end, sentence->data + comma));
        *sentence = rest;
        return reason;
    }
    return MB_NOTHING;
}

/* "In relation to item 8, Councillor Lee declared …", "For transparency, Councillor Lee …": without what leads in. */
static mb_slice without_lead_in(const mb_reader *reader, mb_slice sentence)
{
    mb_hit hit;
    size_t comma = mb_slice_find(sentence, MB_TEXT(", "), 0);
    mb_slice lead_in = mb_slice_first(sentence, comma), rest = mb_slice_from(sentence, comma + strlen(", "));
    if (comma >= sentence.size || mb_slice_words(lead_in) > LEAD_IN_WORDS ||
        mb_starts_with(reader->dialect, mb_group_honorific, sentence, NULL) ||
        !mb_starts_with(reader->dialect, mb_group_honorific, rest, NULL))
        return sentence;
    return mb_contains(reader->dialect, mb_group_item_label, lead_in, &hit) ||
                   mb_is_phrase(reader->dialect, mb_group_interest_lead_in, lead_in)
               ? rest
               : sentence;
}

static size_t skip_words(const mb_reader *reader, mb_slice text, size_t at, mb_group group)
{
    mb_hit hit;
    while (at < text.size && strchr(" -:", text.data[at]))
        at++;
    while (mb_starts_with(reader->dialect, group, mb_slice_from(text, at), &hit)) {
        at += hit.end;
        while (at < text.size && text.data[at] == ' ')
            at++;
    }
    return at;
}

/* "Councillor Lee informed the Panel that she is a governor": what a member tells of herself under the item's own title. */
static bool tells_interest(const mb_reader *reader, mb_slice text, mb_hit *verb)
{
    if (!mb_starts_with(reader->dialect, mb_group_tells_interest, text, verb))
        return false;
    mb_slice told = mb_slice_trim(mb_slice_from(text, verb->end));
    return mb_starts_with(reader->dialect, mb_group_pronoun, told, NULL) ||
           mb_starts_with(reader->dialect, mb_group_possessive, told, NULL);
}

/* Whether the roster has all who are named: interests are declared by those who meet. */
static bool are_known(mb_reader *reader, const mb_roster *roster, mb_slice names_text)
{
    mb_list names = {0};
    mb_read_names(reader, names_text, &names);
    for (uint32_t i = 0; i < names.count; i++)
        if (!mb_roster_named(roster, ((const mb_name *)names.items[i])->name))
            return false;
    return names.count > 0 || mb_roster_find(roster, names_text);
}

/* "An other interest was declared by Councillor Lee in item 7, as she is a governor" */
static bool read_passive(mb_reader *reader, const mb_roster *roster, mb_slice sentence, mb_place place,
                         mb_minute_item *item)
{
    mb_hit by, noun;
    if (!mb_contains(reader->dialect, mb_group_declared_by, sentence, &by))
        return false;
    mb_slice what = mb_slice_trim(mb_slice_first(sentence, by.start)), behind;
    mb_slice who = mb_slice_trim(mb_slice_from(sentence, by.end));
    mb_slice names = mb_slice_trim(mb_slice_first(who, mb_subject_end(reader->dialect, who)));
    /* "a declaration of interest", and neither a statement nor an expression of it */
    bool declared = mb_contains(reader->dialect, mb_group_declaration_noun, what, &noun) &&
                    !mb_slice_ends(mb_slice_first(what, noun.start), MB_TEXT(" of ")) &&
                    mb_starts_with(reader->dialect, mb_group_honorific, who, NULL) && are_known(reader, roster, names);
    if (!declared || mb_slice_starts_nocase(what, MB_TEXT("no ")))
        return false;
    static const char *const articles[] = {"A ", "An "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (mb_slice_starts(what, mb_slice_of(articles[i])))
            what = mb_slice_from(what, strlen(articles[i]));
    mb_slice of = mb_slice_from(what, mb_slice_find(what, MB_TEXT(" of "), 0));
    mb_declaration declaration = {.place = place, .reason = take_reason(reader, who)};
    declaration.kind = take_kind(reader, of.size ? mb_slice_from(of, strlen(" of ")) : what, &behind);
    add(reader, roster, names, &declaration, item);
    return true;
}

/* Under the item's own title "declared that she is a governor" is an interest, too. */
static void read_sentence(mb_reader *reader, const mb_roster *roster, mb_slice sentence, mb_place place, bool own_item,
                          mb_minute_item *item)
{
    mb_hit verb;
    mb_slice behind = MB_NOTHING;
    mb_slice reason = take_leading_reason(reader, &sentence);
    sentence = without_lead_in(reader, sentence);
    size_t subject = mb_subject_end(reader->dialect, sentence);
    size_t at = skip_words(reader, sentence, subject, mb_group_speech_between);
    if (!mb_starts_with(reader->dialect, mb_group_declares, mb_slice_from(sentence, at), &verb) &&
        (!own_item || !tells_interest(reader, mb_slice_from(sentence, at), &verb)))
        return;
    mb_declaration declaration = {.place = place};
    mb_slice declared = mb_slice_from(sentence, at + verb.end);
    declaration.kind = take_kind(reader, declared, &behind);
    if (!declaration.kind.data &&
        (!own_item || !mb_slice_ends(mb_slice_first(sentence, at + verb.end), MB_TEXT(" that"))))
        return;
    if (!declaration.kind.data)
        reason = mb_without_stop(mb_slice_trim(declared));
    declaration.reason = reason.data ? reason : take_reason(reader, behind);
    add(reader, roster, mb_slice_first(sentence, subject), &declaration, item);
}

/* Behind "Item 4b - ", "Minute 88(h):" at the text's start; 0 where no item is named there. */
static size_t behind_item(const mb_reader *reader, mb_slice text)
{
    mb_hit label;
    if (!mb_starts_with(reader->dialect, mb_group_item_label, text, &label))
        return 0;
    size_t from = label.end;
    while (from < text.size && text.data[from] == ' ')
        from++;
    size_t at = mb_next_word(text, from);
    mb_slice number = mb_slice_between(text.data + from, text.data + at);
    bool numbered = number.size && isdigit((unsigned char)*number.data);
    while (at < text.size && (strchr(":- ", text.data[at]) || (unsigned char)text.data[at] == 0xE2))
        at += (unsigned char)text.data[at] == 0xE2 ? 3 : 1;
    return numbered ? at : 0;
}

/* "Cllr Lee: personal interest in item 5 as a friend of the applicant"; a note of it, under the item's own title. */
static void read_note(mb_reader *reader, const mb_roster *roster, const mb_minute_text *text, mb_minute_item *item)
{
    mb_slice behind = MB_NOTHING;
    size_t subject = mb_subject_end(reader->dialect, text->text);
    mb_slice names = mb_without_stop(mb_slice_first(text->text, subject));
    mb_slice rest = mb_slice_from(text->text, subject);
    size_t colon = mb_slice_find(text->text, MB_TEXT(": "), 0);
    if (colon < subject) {
        names = mb_slice_first(text->text, colon);
        rest = mb_slice_trim(mb_slice_from(text->text, colon + 1));
        rest = mb_slice_from(rest, behind_item(reader, rest));
    }
    size_t dash = mb_office_dash(text->text);
    if (dash < subject && colon >= dash) {
        names = mb_slice_first(text->text, dash);
        rest = mb_slice_from(text->text, dash);
    }
    if (subject == 0 || !mb_starts_with(reader->dialect, mb_group_honorific, names, NULL))
        return;
    mb_declaration declaration = {.place = text->place};
    declaration.kind = take_kind(reader, rest, &behind);
    bool note = declaration.kind.data && mb_slice_words(declaration.kind) <= NOTE_WORDS &&
                behind_marks(rest).data == declaration.kind.data;
    if (!note)
        return;
    declaration.reason = take_reason(reader, behind);
    if (!declaration.reason.data && mb_slice_starts(behind, MB_TEXT(" - ")))
        declaration.reason = mb_without_stop(mb_slice_from(behind, strlen(" - ")));
    while (names.size && strchr(" -:", mb_slice_end(names)[-1]))
        names.size--;
    add(reader, roster, names, &declaration, item);
}

/* "Financial" of "Mr A Lee (Financial)". */
static mb_slice kind_in_bracket(mb_slice text)
{
    size_t open = mb_slice_find(text, MB_TEXT("("), 0), close = mb_slice_find(text, MB_TEXT(")"), open);
    return open < text.size && close < text.size ? mb_slice_between(text.data + open + 1, text.data + close)
                                                 : MB_NOTHING;
}

/* "Item 4b - Mr A Lee (Financial)", under the item's own title. */
static void read_by_item(mb_reader *reader, const mb_roster *roster, const mb_minute_text *text, mb_minute_item *item)
{
    size_t at = behind_item(reader, text->text);
    mb_slice names = mb_without_stop(mb_slice_from(text->text, at));
    if (!at || !mb_starts_with(reader->dialect, mb_group_honorific, names, NULL) ||
        mb_subject_end(reader->dialect, names) < names.size)
        return;
    mb_declaration declaration = {.place = text->place, .kind = kind_in_bracket(names)};
    add(reader, roster, mb_slice_first(names, mb_slice_find(names, MB_TEXT("("), 0)), &declaration, item);
}

/* "Councillor Lee - item 5 - as her daughter works for the applicant": no kind, but a reason. */
static void read_reason(mb_reader *reader, const mb_roster *roster, const mb_minute_text *text, mb_minute_item *item)
{
    mb_hit reason, label;
    if (!mb_starts_with(reader->dialect, mb_group_honorific, text->text, NULL) ||
        !mb_contains(reader->dialect, mb_group_interest_reason, text->text, &reason))
        return;
    mb_slice before = mb_slice_first(text->text, reason.start);
    if (!mb_contains(reader->dialect, mb_group_item_label, before, &label))
        return;
    mb_slice names = mb_slice_first(before, mb_subject_end(reader->dialect, before));
    names = mb_slice_trim(mb_slice_first(names, label.start < names.size ? label.start : names.size));
    while (names.size && strchr(" -:,", mb_slice_end(names)[-1]))
        names.size--;
    mb_declaration declaration = {
        .place = text->place, .kind = kind_in_bracket(before), .reason = take_reason(reader, text->text)};
    add(reader, roster, names, &declaration, item);
}

/* A kind that a lead-in tells of those that follow it. */
typedef struct announced {
    mb_slice kind;
} announced;

/* "Members declared personal interests in minute 81 as follows:" */
static bool announces(const mb_reader *reader, mb_slice text, announced *lead_in)
{
    mb_hit assembly, verb;
    mb_slice sentence = text, behind;
    bool leads = mb_slice_ends(text, MB_TEXT(":")) || mb_slice_ends(text, MB_TEXT(":-"));
    if (!leads || !mb_starts_with(reader->dialect, mb_group_assembly, sentence, &assembly) ||
        !mb_contains(reader->dialect, mb_group_declares, sentence, &verb))
        return false;
    lead_in->kind = take_kind(reader, mb_slice_trim(mb_slice_from(sentence, verb.end)), &behind);
    return lead_in->kind.data != NULL;
}

/* "Lee - Member of Marl Town Council" */
static bool read_announced(mb_reader *reader, const mb_roster *roster, const mb_minute_text *text,
                           const announced *lead_in, mb_minute_item *item)
{
    size_t dash = mb_slice_find(text->text, MB_TEXT(" - "), 0);
    mb_slice name = mb_slice_trim(mb_slice_first(text->text, dash));
    if (dash >= text->text.size || mb_slice_words(name) > NOTE_WORDS ||
        mb_subject_end(reader->dialect, name) < name.size)
        return false;
    mb_declaration declaration = {.place = text->place, .kind = lead_in->kind};
    declaration.reason = mb_without_stop(mb_slice_trim(mb_slice_from(text->text, dash + strlen(" - "))));
    add(reader, roster, name, &declaration, item);
    return true;
}

/* ---- tables ---- */

typedef enum column { NAME, KIND, REASON, COLUMNS } column;

/* Which of the columns the cells head; false where none is a name's. */
static bool find_columns(const mb_reader *reader, const mb_strings *cells, uint32_t places[COLUMNS])
{
    static const char *const values[COLUMNS] = {[NAME] = "name", [KIND] = "kind", [REASON] = "reason"};
    mb_hit hit;
    for (unsigned i = 0; i < COLUMNS; i++)
        places[i] = UINT32_MAX;
    for (uint32_t i = 0; i < cells->count; i++)
        for (unsigned j = 0; j < COLUMNS; j++)
            if (places[j] == UINT32_MAX &&
                mb_starts_with(reader->dialect, mb_group_declaration_column, cells->items[i], &hit) &&
                mb_slice_equal(hit.value, mb_slice_of(values[j])))
                places[j] = i;
    return places[NAME] != UINT32_MAX && (places[KIND] != UINT32_MAX || places[REASON] != UINT32_MAX);
}

static mb_slice cell_at(const mb_strings *row, uint32_t place)
{
    mb_slice cell = place < row->count ? mb_slice_trim(row->items[place]) : MB_NOTHING;
    return cell.size ? cell : MB_NOTHING;
}

static void read_table(mb_reader *reader, const mb_roster *roster, const mb_block *table, mb_minute_item *item)
{
    uint32_t places[COLUMNS], first = 0;
    if (!find_columns(reader, &table->header, places)) {
        if (!table->rows.count || !find_columns(reader, table->rows.items[0], places))
            return;
        first = 1;
    }
    for (uint32_t i = first; i < table->rows.count; i++) {
        const mb_strings *row = table->rows.items[i];
        mb_declaration declaration = {
            .place = table->place, .kind = cell_at(row, places[KIND]), .reason = cell_at(row, places[REASON])};
        if (declaration.kind.data || declaration.reason.data)
            add(reader, roster, cell_at(row, places[NAME]), &declaration, item);
    }
}

/* ---- the item ---- */

void mb_read_declarations(mb_reader *reader, const mb_roster *roster, mb_minute_item *item)
{
    mb_hit hit;
    mb_list texts = {0};
    bool own_item = mb_contains(reader->dialect, mb_group_interest, item->title, &hit);
    for (uint32_t i = 0; own_item && i < item->blocks.count; i++) {
        const mb_block *block = item->blocks.items[i];
        if (block->type == mb_block_type_table)
            read_table(reader, roster, block, item);
    }
    mb_collect_minute_texts(reader, item, &texts);
    for (uint32_t i = 0; i < texts.count; i++) {
        const mb_minute_text *text = texts.items[i];
        mb_slice sentence;
        uint32_t before = item->declarations.count;
        for (size_t at = 0; mb_next_sentence(reader->dialect, text->text, &at, &sentence);)
            if (!own_item || !read_passive(reader, roster, sentence, text->place, item))
                read_sentence(reader, roster, sentence, text->place, own_item, item);
        const mb_block *block = item->blocks.items[text->block];
        if (!own_item || item->declarations.count != before || block->type == mb_block_type_table)
            continue;
        announced lead_in;
        if (announces(reader, text->text, &lead_in)) {
            while (i + 1 < texts.count && read_announced(reader, roster, texts.items[i + 1], &lead_in, item))
                i++;
            continue;
        }
        read_note(reader, roster, text, item);
        if (item->declarations.count == before)
            read_by_item(reader, roster, text, item);
        if (item->declarations.count == before)
            read_reason(reader, roster, text, item);
    }
}

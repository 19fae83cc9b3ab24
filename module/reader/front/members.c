/* members.c: labels, and the names behind or below them.
 *
 *     Members:                                     Membership (9)
 *     Councillor Ann Lee (Chair) │ Councillor Bob Hay     Conservative (5): Mr A Ogle, Mrs B Dunn
 *     Co-opted members (non-voting)                Substitutes: Councillors Fox and Gill
 *     Ed Fox (Harle Housing)     │ Dr Di Poe              └─ they are passed over
 *
 *     Members                       Members
 *     Ann Lee    │ Harle Council    Ann Lee          ─┐ where extraction printed the cells of a row
 *     Cllr B Hay │ Vale Council     Harle Council    ─┘ one below the other                          */
#include "reader/front/members.h"

#include "reader/dialect/labels.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/people/people.h"
#include "reader/people/person_name.h"
#include "reader/people/phone.h"
#include "reader/sentences.h"
#include "text/inline.h"

/* "To: All Members of the Overview and Scrutiny Management Committee" */
#define LABEL_WORDS 14
/* What a member represents is no longer: "Federation of Harle and Marlford Small Businesses". */
#define ORGANISATION_WORDS 8
/* So many rows that extraction printed cell by cell are columns; one could be a name above a title. */
#define ROWS_AT_LEAST 2

typedef struct member_list {
    mb_reader *reader;
    mb_entries *entries;
    mb_list *members;
    bool open, substitutes; /* names may follow: of members, of substitutes */
    bool titled;            /* they have honorifics */
    mb_slice capacity, party;
    uint32_t items;        /* where the agenda's items begin: behind them no list goes on */
    uint32_t office_named; /* behind the entry that is the value of an office */
} member_list;

static bool begins_with_honorific(const mb_reader *reader, mb_slice text)
{
    return mb_starts_with(reader->dialect, mb_group_honorific, text, NULL);
}

/* "Ann Lee (Chair)", "Ed Fox, Harle Housing": no sentence, no address, no number to call. */
static bool names_people(const mb_reader *reader, mb_slice text)
{
    mb_slice honorific = MB_NOTHING;
    if (text.size == 0 || mb_slice_find(text, MB_TEXT("@"), 0) != SIZE_MAX || mb_find_phone(text, 0).data)
        return false;
    if (begins_with_honorific(reader, text))
        return true;
    size_t end = 0;
    while (end < text.size && !strchr(",(;", text.data[end]))
        end++;
    mb_slice name = mb_bare_name(reader, mb_slice_trim(mb_slice_first(text, end)), &honorific);
    return mb_is_full_name(reader->dialect, name) && !mb_slice_ends(text, MB_TEXT("."));
}

/* "Ann Lee    -    Leader of the Council": a column of dashes. */
static bool is_dash(mb_slice text)
{
    return mb_slice_equal(text, MB_TEXT("-")) || mb_slice_equal(text, MB_TEXT("\xE2\x80\x93"));
}

/* The second column names what the first one's people represent, where it names no people. */
static mb_slice organisation_beside(const mb_reader *reader, const mb_entry *entry)
{
    bool people = entry->beside.size == 0 || is_dash(entry->beside) || names_people(reader, entry->beside);
    return people ? MB_NOTHING : entry->beside;
}

static void add(member_list *list, mb_slice names, const mb_entry *entry)
{
    uint32_t first = list->members->count;
    mb_read_members(list->reader, names, list->capacity, entry->place, list->members);
    mb_slice organisation = organisation_beside(list->reader, entry);
    if (!organisation.data)
        organisation = list->party;
    for (uint32_t i = first; i < list->members->count; i++) {
        mb_member *member = list->members->items[i];
        if (!member->organisation.data)
            member->organisation = organisation;
    }
}

/* "Conservative (5): …": a party, how many they are, a colon. */
static bool begins_party(const mb_reader *reader, mb_slice text, mb_hit *hit)
{
    return mb_starts_with_label(reader->dialect, mb_group_party, text, hit) && hit->end > 0 &&
           mb_slice_find(mb_slice_first(text, hit->end), MB_TEXT(":"), 0) != SIZE_MAX;
}

/* "Members of the Planning Committee:" */
static bool names_members_of(const mb_dialect *dialect, mb_slice text)
{
    mb_hit of, body;
    mb_slice label = mb_without_stop(text);
    if (!mb_starts_with(dialect, mb_group_members_of, label, &of))
        return false;
    for (size_t at = of.end; mb_find_phrase(dialect, mb_group_body, label, at, &body); at = body.end)
        if (body.end == label.size)
            return mb_slice_words(label) <= LABEL_WORDS;
    return false;
}

/* Opens the list that a label begins; `rest` gets what stands behind the label. */
static bool take_label(member_list *list, mb_slice text, mb_slice *rest)
{
    const mb_dialect *dialect = list->reader->dialect;
    mb_hit hit;
    if (mb_starts_with_label(dialect, mb_group_substitute_label, text, &hit)) {
        list->substitutes = list->open = true;
    } else if (mb_starts_with_label(dialect, mb_group_member_label, text, &hit) &&
               (hit.end >= text.size || !mb_starts_with(dialect, mb_group_capacity_label, text, NULL))) {
        list->substitutes = false;
        list->open = true;
        list->capacity = list->party = MB_NOTHING;
    } else if (names_members_of(dialect, text)) {
        list->substitutes = false;
        list->open = true;
        list->capacity = list->party = MB_NOTHING;
        hit.end = text.size;
    } else if (begins_party(list->reader, text, &hit)) {
        list->open = true;
        list->capacity = MB_TEXT("councillor");
        size_t end = 0;
        while (end < text.size && !strchr("(:", text.data[end]))
            end++;
        list->party = mb_slice_trim(mb_slice_first(text, end));
    } else if (mb_starts_with_label(dialect, mb_group_capacity_label, text, &hit)) {
        list->substitutes &= mb_slice_equal(hit.value, MB_TEXT("councillor"));
        list->open = true;
        list->capacity = hit.value;
        list->party = MB_NOTHING;
    } else {
        return false;
    }
    *rest = mb_slice_trim(mb_slice_from(text, hit.end));
    return true;
}

/* In a list "Chair" below "Ann Lee" is the office of who is named above it, not of who comes next. */
static bool stands_below_name(const member_list *list, uint32_t entry)
{
    return list->open && entry > list->office_named && names_people(list->reader, list->entries->items[entry - 1].text);
}

/* "Chair: Councillor Ann Lee", "Chair │ Ann Lee", or the name below its office. */
static bool read_office(member_list *list, uint32_t at)
{
    mb_reader *reader = list->reader;
    mb_entry *entry = &list->entries->items[at];
    mb_hit hit;
    if (entry->taken || !mb_starts_with_label(reader->dialect, mb_group_office, entry->text, &hit))
        return false;
    uint32_t named;
    mb_slice name = mb_entry_value(reader, list->entries, at, hit.end, &named);
    mb_entry *value = &list->entries->items[named];
    if (!names_people(reader, name) || (named > at && (value->taken || stands_below_name(list, at))))
        return false;
    if (named > at) {
        list->office_named = named + 1;
        value->taken = true;
    }
    uint32_t first = list->members->count;
    mb_read_members(reader, name, MB_NOTHING, value->place, list->members);
    if (list->members->count > first)
        ((mb_member *)list->members->items[first])->office = hit.value;
    return entry->taken = true;
}

/* ---- rows whose cells were printed one below the other ---- */

/* "Harle Council", "Independent": what a member represents, on a line of its own. */
static bool is_organisation(const member_list *list, const mb_entry *entry, bool titled)
{
    mb_hit hit;
    mb_slice rest = MB_NOTHING;
    const mb_dialect *dialect = list->reader->dialect;
    if (entry->taken || entry->in_row || entry->text.size == 0 || mb_is_finished(entry->text) ||
        (mb_slice_words(entry->text) > ORGANISATION_WORDS && !mb_names_role_alone(list->reader, entry->text)) ||
        mb_slice_find(entry->text, MB_TEXT(":"), 0) != SIZE_MAX ||
        mb_is_phrase(dialect, mb_group_agenda_heading, entry->text) || mb_begins_front_entry(dialect, entry->text) ||
        mb_starts_with_label(dialect, mb_group_office, entry->text, &hit))
        return false;
    member_list none = *list;
    return !take_label(&none, entry->text, &rest) &&
           (titled ? !begins_with_honorific(list->reader, entry->text) : !names_people(list->reader, entry->text));
}

static bool is_name_apart(const member_list *list, uint32_t entry)
{
    const mb_entry *name = &list->entries->items[entry];
    return entry < list->entries->count && !name->taken && !name->beside.size && names_people(list->reader, name->text);
}

static bool is_organisation_apart(const member_list *list, uint32_t entry, bool titled)
{
    return entry < list->entries->count && is_organisation(list, &list->entries->items[entry], titled);
}

static void put_one_beside(member_list *list, uint32_t name, uint32_t organisation)
{
    mb_entry *items = list->entries->items;
    items[name].beside = items[organisation].text;
    items[organisation].in_row = items[organisation].taken = true;
}

/* Row by row: most names have an organisation below them. The count of those that have one, else 0. */
static uint32_t count_rows(const member_list *list, uint32_t first, bool titled, uint32_t *end)
{
    uint32_t rows = 0, pairs = 0, entry = first;
    for (; is_name_apart(list, entry); entry++, rows++)
        if (is_organisation_apart(list, entry + 1, titled)) {
            entry++;
            pairs++;
        }
    *end = entry;
    return pairs >= ROWS_AT_LEAST && 2 * pairs > rows ? pairs : 0;
}

/* Column by column: as many organisations below the names as there are names. Their count, else 0. */
static uint32_t count_columns(const member_list *list, uint32_t first, bool titled)
{
    uint32_t names = 0, organisations = 0;
    while (is_name_apart(list, first + names) && (names == 0 || !is_organisation_apart(list, first + names, titled)))
        names++;
    while (organisations < names && is_organisation_apart(list, first + names + organisations, titled))
        organisations++;
    bool more = is_organisation_apart(list, first + names + organisations, titled);
    return names >= ROWS_AT_LEAST && organisations == names && !more ? names : 0;
}

/* Puts the organisations among or below the names from `first` on beside them. */
static void put_beside(member_list *list, uint32_t first)
{
    const mb_entries *entries = list->entries;
    bool titled = false;
    member_list none = *list;
    mb_slice rest;
    if (first < entries->count && take_label(&none, entries->items[first].text, &rest))
        return;
    for (uint32_t i = first; i < entries->count && i < first + 2 * ROWS_AT_LEAST; i += 2)
        titled |= begins_with_honorific(list->reader, entries->items[i].text);
    uint32_t end, columns = count_columns(list, first, titled);
    for (uint32_t i = 0; i < columns; i++)
        put_one_beside(list, first + i, first + columns + i);
    if (columns || !count_rows(list, first, titled, &end))
        return;
    for (uint32_t entry = first; entry + 1 < end; entry++)
        if (is_organisation_apart(list, entry + 1, titled)) {
            put_one_beside(list, entry, entry + 1);
            entry++;
        }
}

/* "Portfolio" between "Membership" and the first member: the head of the next column. */
static bool heads_column(const member_list *list, uint32_t at)
{
    const mb_entries *entries = list->entries;
    mb_hit hit;
    return list->open && at > 0 && at + 1 < entries->count && mb_slice_words(entries->items[at].text) == 1 &&
           mb_starts_with_label(list->reader->dialect, mb_group_member_label, entries->items[at - 1].text, &hit) &&
           hit.end >= entries->items[at - 1].text.size &&
           begins_with_honorific(list->reader, entries->items[at + 1].text);
}

static void read_entry(member_list *list, uint32_t at)
{
    mb_entry *entry = &list->entries->items[at];
    mb_slice names = entry->text;
    if (at && entry[-1].place.line < list->items && entry->place.line > list->items)
        list->open = list->substitutes = false;
    if (read_office(list, at))
        return;
    bool labelled = take_label(list, entry->text, &names);
    mb_slice behind = names;
    while (labelled && take_label(list, names, &behind))
        names = behind;
    bool none = labelled && !list->capacity.data && !names_people(list->reader, names);
    bool people = names_people(list->reader, names) &&
                  (!list->titled || is_dash(entry->beside) || begins_with_honorific(list->reader, names));
    if (!labelled && (!list->open || entry->taken || !people)) {
        bool organisation = entry->in_row && list->open, heads = heads_column(list, at);
        list->open = list->open && (organisation || heads);
        list->substitutes = list->substitutes && list->open;
        return;
    }
    entry->taken = true;
    list->titled = begins_with_honorific(list->reader, names);
    if (!list->substitutes && names.size && !none)
        add(list, names, entry);
    if (labelled && names.size == 0)
        put_beside(list, at + 1 + (at + 1 < list->entries->count && heads_column(list, at + 1)));
}

void mb_read_front_members(mb_reader *reader, mb_entries *entries, mb_meeting *meeting)
{
    member_list list = {.reader = reader, .entries = entries, .members = &meeting->members};
    if (meeting->agenda.count)
        list.items = ((const mb_agenda_item *)meeting->agenda.items[0])->place.line;
    for (uint32_t i = 0; i < entries->count; i++)
        read_entry(&list, i);
}

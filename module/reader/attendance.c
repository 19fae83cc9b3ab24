/* attendance.c: lists of people, each under its label.
 *
 *     Present:- Councillors Ann Lee (Chair) and Bob Hay     ─► present
 *     Co-opted Members: Cy Orr                              ─► present, with that capacity
 *     Also in attendance: Di Poe (Director of Roads)        ─► in attendance
 *     Councillor Ed Fox, Cabinet Member for Roads           ─► goes on with the label above
 *     Members of the public: 3                              ─► a count                             */
#include "reader/attendance.h"

#include <ctype.h>

#include "reader/people.h"
#include "text/inline.h"

typedef enum listing { NO_LISTING, PRESENT, OFFICER, IN_ATTENDANCE, MEMBERS_OF_PUBLIC } listing;

/* The labels and what they begin; a label of capacity keeps to the members present. */
static const struct {
    mb_group label;
    listing begins;
} labels[] = {
    {mb_group_attendance_label, IN_ATTENDANCE}, {mb_group_capacity_label, PRESENT},
    {mb_group_present_label, PRESENT},          {mb_group_officer_label, OFFICER},
    {mb_group_public_label, MEMBERS_OF_PUBLIC},
};

typedef struct state {
    listing listing;
    mb_slice capacity; /* what the label stands for; of an officer the office */
} state;

/* Takes the labels off the text's start; "Members Present: Councillors:" has two. */
static mb_slice take_labels(const mb_reader *reader, mb_slice text, state *now)
{
    mb_hit hit;
    if (mb_is_phrase(reader->dialect, mb_group_present_heading, text)) {
        *now = (state){PRESENT, MB_NOTHING};
        return mb_slice_from(text, text.size);
    }
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (!mb_starts_with(reader->dialect, labels[i].label, text, &hit))
            continue;
        *now = (state){labels[i].begins, hit.value};
        return take_labels(reader, mb_slice_trim(mb_slice_from(text, hit.end)), now);
    }
    return text;
}

static bool begins_with_label(const mb_reader *reader, mb_slice text)
{
    state ignored;
    return take_labels(reader, text, &ignored).data != text.data;
}

/* No public gallery holds more than four digits of people. */
#define PUBLIC_DIGITS 4

static mb_count count_in(const mb_reader *reader, mb_slice text)
{
    mb_hit word;
    if (mb_contains(reader->dialect, mb_group_number_word, text, &word))
        text = word.value;
    size_t from = 0;
    while (from < text.size && !isdigit((unsigned char)text.data[from]))
        from++;
    mb_count count = {0, from < text.size};
    for (size_t i = from; i < text.size && isdigit((unsigned char)text.data[i]) && i - from < PUBLIC_DIGITS; i++)
        count.value = count.value * 10 + (text.data[i] - '0');
    return count;
}

/* "Clerk J Connelly": an officer who is listed with the members. */
static void read_officer(mb_reader *reader, mb_slice text, const state *now, mb_place place, mb_minutes *minutes)
{
    uint32_t first = minutes->present.count;
    mb_read_members(reader, text, MB_TEXT("officer"), place, &minutes->present);
    for (uint32_t i = first; i < minutes->present.count; i++) {
        mb_member *member = minutes->present.items[i];
        if (!member->office.data)
            member->office = now->capacity;
    }
}

static void read_people(mb_reader *reader, const mb_block *block, state *now, mb_minutes *minutes)
{
    mb_slice text = take_labels(reader, block->text, now);
    if (mb_is_capitals(block->text)) /* a heading between the lists and the items */
        return;
    if (now->listing == PRESENT)
        mb_read_members(reader, text, now->capacity, block->place, &minutes->present);
    else if (now->listing == OFFICER)
        read_officer(reader, text, now, block->place, minutes);
    else if (now->listing == IN_ATTENDANCE)
        mb_read_attendees(reader, text, block->place, &minutes->in_attendance);
    else if (now->listing == MEMBERS_OF_PUBLIC)
        minutes->members_of_public = count_in(reader, text);
}

bool mb_begins_attendance(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line);
    return mb_starts_with(reader->dialect, mb_group_present_label, text, NULL) ||
           mb_is_phrase(reader->dialect, mb_group_present_heading, text);
}

/* A label begins a list; so does a person with an honorific behind a list that is complete. */
static bool begins_list(const mb_reader *reader, uint32_t line)
{
    mb_slice text = mb_line_text(reader->text, line), before = mb_line_text(reader->text, line - 1);
    if (begins_with_label(reader, text))
        return true;
    bool goes_on = before.size == 0 || mb_slice_ends(before, MB_TEXT(",")) || mb_slice_ends(before, MB_TEXT(" and"));
    return !goes_on && mb_starts_with(reader->dialect, mb_group_honorific, text, NULL) &&
           mb_slice_ends(before, MB_TEXT(")"));
}

void mb_read_attendance(mb_reader *reader, mb_line_range lines, mb_minutes *minutes)
{
    state now = {NO_LISTING, MB_NOTHING};
    uint32_t first = minutes->front_matter.count;
    mb_read_lines_cut(reader, lines, begins_list, &minutes->front_matter);
    for (uint32_t i = first; i < minutes->front_matter.count; i++)
        read_people(reader, minutes->front_matter.items[i], &now, minutes);
}

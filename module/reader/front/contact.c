/* contact.c: a name, an office, a telephone number, an e-mail address; on one line or on several.
 *
 *     Contact: Di Poe, Clerk, 01632 960001, di.poe@harle.example        Di Poe
 *     Ask for: │ Telephone: │ Di Poe │ 01632 960001                     Clerk to the Council
 *                                                                       Telephone: 01632 960001   */
#include "reader/front/contact.h"

#include "reader/dialect/labels.h"
#include "reader/front/clerk.h"
#include "reader/minutes/speech.h"
#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "text/inline.h"

/* Office, address, telephone number and e-mail address stand within so many entries below the name. */
#define CONTACT_ENTRIES 8
/* The name stands within so many above the number: office, section, street, town. */
#define ABOVE_PHONE 6
/* Longer, and it is a sentence. */
#define NAME_WORDS 12

/* Up to the number or the address: "Di Poe, Clerk, on". */
static mb_slice before_address(const mb_reader *reader, mb_slice text)
{
    mb_contact address = {0};
    mb_hit hit;
    mb_read_address(text, &address);
    const char *end = mb_slice_end(text);
    if (address.phone.data && address.phone.data < end)
        end = address.phone.data;
    if (address.email.data && address.email.data < end)
        end = address.email.data;
    text = mb_slice_between(text.data, end);
    if (mb_find_phrase(reader->dialect, mb_group_phone_label, text, 0, &hit))
        text = mb_slice_first(text, hit.start);
    for (;;) {
        text = mb_slice_trim(text);
        size_t last = text.size;
        while (last > 0 && !strchr(" ,", text.data[last - 1]))
            last--;
        if (text.size && strchr(",(:;-.", mb_slice_end(text)[-1]))
            text.size--;
        else if (last > 0 && mb_is_phrase(reader->dialect, mb_group_name_joiner, mb_slice_from(text, last)))
            text = mb_slice_first(text, last);
        else
            return text;
    }
}

/* "Di Poe, Clerk to the Forum" */
static bool read_person(mb_reader *reader, mb_slice text, mb_contact *contact)
{
    mb_list names = {0};
    text = before_address(reader, text);
    if (mb_slice_words(text) > NAME_WORDS)
        text = mb_slice_first(text, mb_slice_find(text, MB_TEXT(","), 0));
    if (mb_slice_words(text) > NAME_WORDS || mb_starts_with(reader->dialect, mb_group_online_venue, text, NULL))
        return false;
    mb_read_one_name(reader, text, &names);
    const mb_name *name = names.count ? names.items[0] : NULL;
    if (!name || !(name->honorific.data || mb_is_full_name(reader->dialect, name->name)))
        return false;
    contact->name = name->name;
    if (name->office.data && mb_names_office(reader, name->office))
        contact->role = name->office;
    return true;
}

static bool is_office(const mb_reader *reader, mb_slice text)
{
    return mb_names_office(reader, text) && mb_slice_words(text) <= NAME_WORDS && !mb_is_finished(text);
}

/* The office under the name, the number and the address that stand with it. */
static void read_below(mb_reader *reader, mb_entries *entries, uint32_t from, mb_contact *contact)
{
    for (uint32_t i = from; i < entries->count && i - from < CONTACT_ENTRIES; i++) {
        mb_slice text = entries->items[i].text;
        if (i == from + 1 && !contact->role.data && is_office(reader, text))
            contact->role = text;
        mb_read_address(text, contact);
    }
}

static mb_contact *add(mb_reader *reader, mb_place place, mb_meeting *meeting)
{
    meeting->contact = mb_new(reader->arena, mb_contact);
    meeting->contact->place = place;
    return meeting->contact;
}

static bool begins_contact(const mb_reader *reader, mb_slice text, mb_hit *hit)
{
    return mb_starts_with(reader->dialect, mb_group_clerk, text, hit) ||
           mb_starts_with_label(reader->dialect, mb_group_clerk_label, text, hit) ||
           mb_contains(reader->dialect, mb_group_contact_sentence, text, hit);
}

/* Behind "Contact officer:", "Committee Clerk:", "Please ask for": a person, or, where nobody is named, a team. */
static bool read_labelled(mb_reader *reader, mb_entries *entries, uint32_t entry, mb_meeting *meeting)
{
    mb_entry *of = &entries->items[entry];
    mb_hit hit;
    if (!begins_contact(reader, of->text, &hit))
        return false;
    uint32_t at;
    mb_slice value = mb_entry_value(reader, entries, entry, hit.end, &at);
    mb_contact found = {0};
    if (!read_person(reader, value, &found)) {
        mb_read_address(value, &found);
        if (!found.phone.data && !found.email.data)
            return false;
        found.name = before_address(reader, value);
        if (found.name.size == 0 || mb_slice_words(found.name) > NAME_WORDS)
            found.name = MB_NOTHING;
    }
    if (!found.role.data)
        found.role = hit.value;
    found.place = entries->items[at].place;
    *add(reader, found.place, meeting) = found;
    of->taken = entries->items[at].taken = true;
    read_below(reader, entries, at, meeting->contact);
    return true;
}

/* "Di Poe, Clerk to the Council" alone, under a summons. */
static bool read_signature(mb_reader *reader, mb_entries *entries, uint32_t entry, mb_meeting *meeting)
{
    mb_slice text = entries->items[entry].text;
    mb_contact found = {0};
    mb_hit hit;
    if (entries->items[entry].taken || !mb_contains(reader->dialect, mb_group_officer_label, text, &hit) ||
        !read_person(reader, text, &found) || !found.role.data)
        return false;
    found.place = entries->items[entry].place;
    *add(reader, found.place, meeting) = found;
    read_below(reader, entries, entry, meeting->contact);
    return true;
}

/* The name some lines above a telephone number. */
static bool read_above_phone(mb_reader *reader, mb_entries *entries, uint32_t entry, mb_meeting *meeting)
{
    if (!mb_starts_with_label(reader->dialect, mb_group_phone_label, entries->items[entry].text, &(mb_hit){0}))
        return false;
    for (uint32_t up = 1; up <= ABOVE_PHONE && up <= entry; up++) {
        mb_contact found = {0};
        const mb_entry *above = &entries->items[entry - up];
        if (above->taken || !read_person(reader, above->text, &found))
            continue;
        found.place = above->place;
        *add(reader, found.place, meeting) = found;
        read_below(reader, entries, entry - up, meeting->contact);
        return true;
    }
    return false;
}

static bool (*const ways[])(mb_reader *, mb_entries *, uint32_t entry, mb_meeting *) = {read_labelled, read_signature,
                                                                                        read_above_phone};

void mb_read_front_contact(mb_reader *reader, mb_entries *entries, mb_meeting *meeting)
{
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++)
        for (uint32_t i = 0; i < entries->count && !meeting->contact; i++)
            ways[way](reader, entries, i, meeting);
}

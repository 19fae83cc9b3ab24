/* changes.c: what a later pack of a meeting says in another way. */
#include "core/unicode.h"
#include "site/tellings.h"

/* The fields in which a call can differ from an earlier one, beside its agenda. */
static const char *const compared[] = {"time", "pre_meeting", "venue", "webcast"};

/* Other white space, case or dashes are no change. */
static bool are_same_words(mb_arena *scratch, mb_slice was, mb_slice is)
{
    if (was.size == 0 || is.size == 0)
        return was.size == is.size;
    return mb_slice_equal(mb_slug(scratch, was), mb_slug(scratch, is));
}

void mb_note_change(mb_assembly *assembly, mb_site_meeting *meeting, mb_place place, const char *field, mb_slice item,
                    mb_slice was, mb_slice is)
{
    if (are_same_words(assembly->scratch, was, is))
        return;
    mb_change *change = mb_list_add(assembly->arena, &meeting->changes, mb_change);
    *change = (mb_change){.place = place, .field = mb_slice_of(field), .item = item, .was = was, .is = is};
}

static void note_changes_of(mb_assembly *assembly, mb_tellings tellings, const mb_field_info *field,
                            mb_site_meeting *meeting)
{
    mb_slice was = MB_NOTHING;
    for (uint32_t i = tellings.count; i-- > 0;) {
        const mb_meeting *told = tellings.items[i]->meeting;
        mb_slice is = *(const mb_slice *)((const char *)told + field->offset);
        if (told->minutes || is.size == 0)
            continue;
        if (was.size)
            mb_note_change(assembly, meeting, told->place, field->name, MB_NOTHING, was, is);
        was = is;
    }
}

void mb_note_changes(mb_assembly *assembly, mb_tellings tellings, mb_site_meeting *meeting)
{
    for (size_t i = 0; i < sizeof compared / sizeof *compared; i++)
        note_changes_of(assembly, tellings, mb_field_find(mb_type_of(meeting), mb_slice_of(compared[i])), meeting);
}

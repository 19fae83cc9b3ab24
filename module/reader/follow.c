/* follow.c: takes corrected values to where they stand again. */
#include "reader/follow.h"

#include "model/words.h"

typedef struct renaming {
    mb_slice from, to;
} renaming;

/* ---- names ---- */

static mb_slice text_in(const mb_field_info *field, const void *record)
{
    return mb_value_of(field, record).text;
}

/* What a name was, and what it is: nothing where the value isn't a name, or was right. */
static renaming renaming_of(const mb_corrected *done)
{
    if (strcmp(done->field->name, "name") != 0 || done->field->kind != MB_KIND_string)
        return (renaming){MB_NOTHING, MB_NOTHING};
    mb_slice name = text_in(done->field, done->target.record);
    bool changed = done->was.text.size && name.size && !mb_slice_equal(done->was.text, name);
    return changed ? (renaming){done->was.text, name} : (renaming){MB_NOTHING, MB_NOTHING};
}

static void rename_texts(const renaming *names, mb_strings *texts)
{
    for (uint32_t i = 0; i < texts->count; i++)
        if (mb_slice_equal(texts->items[i], names->from))
            texts->items[i] = names->to;
}

/* What holds the text of the pack stays as printed, and so does who speaks; what was drawn from it is renamed. */
static bool keeps_names(const mb_type_info *type, const mb_field_info *field)
{
    return type == mb_type_of(block) || strcmp(field->name, "speaker") == 0 ||
           (!mb_leads_down(field) && mb_holds_text(type, field));
}

static void rename_in(const mb_type_info *type, void *record, const renaming *names)
{
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++) {
        const mb_field_info *field = &fields.items[i];
        void *value = (char *)record + field->offset;
        if (keeps_names(type, field) || !mb_field_exists(field, record))
            continue;
        if (field->kind == MB_KIND_string && mb_slice_equal(*(mb_slice *)value, names->from))
            *(mb_slice *)value = names->to;
        if (field->kind == MB_KIND_strings)
            rename_texts(names, value);
        void *const *items = NULL;
        uint32_t count = mb_children(field, record, &items);
        for (uint32_t k = 0; k < count; k++)
            rename_in(field->type, items[k], names);
    }
}

static mb_slice replace(mb_arena *arena, mb_slice text, const renaming *names)
{
    size_t at = mb_slice_find(text, names->from, 0);
    if (at == SIZE_MAX)
        return text;
    mb_slice behind = mb_slice_from(text, at + names->from.size);
    return mb_arena_printf(arena, "%.*s%.*s%.*s", (int)at, text.data, MB_ARG(names->to), MB_ARG(behind));
}

mb_slice mb_with_corrected_names(const mb_reader *reader, const mb_list *corrected, mb_slice printed)
{
    for (uint32_t i = 0; i < corrected->count; i++) {
        renaming names = renaming_of(corrected->items[i]);
        if (names.from.data)
            printed = replace(reader->scratch, printed, &names);
    }
    return printed;
}

static void complete(const mb_roster *roster, mb_slice *name)
{
    const mb_person *person = name->size ? mb_roster_named(roster, *name) : NULL;
    if (person)
        *name = person->name;
}

static void complete_all(const mb_roster *roster, mb_strings *names)
{
    for (uint32_t i = 0; i < names->count; i++)
        complete(roster, &names->items[i]);
}

void mb_complete_names(const mb_roster *roster, mb_minute_item *item)
{
    for (uint32_t i = 0; i < item->motions.count; i++) {
        mb_motion *motion = item->motions.items[i];
        complete(roster, &motion->proposer);
        complete(roster, &motion->seconder);
    }
    for (uint32_t i = 0; i < item->declarations.count; i++)
        complete(roster, &((mb_declaration *)item->declarations.items[i])->name);
    for (uint32_t i = 0; i < item->votes.count; i++) {
        mb_named_votes *named = ((mb_vote *)item->votes.items[i])->named;
        if (!named)
            continue;
        complete_all(roster, &named->in_favour);
        complete_all(roster, &named->against);
        complete_all(roster, &named->abstained);
    }
}

/* ---- papers ---- */

/* An item's papers have its number and its pages. */
static void follow_item(const mb_corrected *done)
{
    const mb_agenda_item *item = done->target.record;
    bool number = strcmp(done->field->name, "number") == 0, pages = strcmp(done->field->name, "pages") == 0;
    for (uint32_t i = 0; i < item->reports.count; i++) {
        mb_report *report = item->reports.items[i];
        if (number && mb_slice_equal(report->agenda_item, done->was.text))
            report->agenda_item = item->number;
        if (pages && report->pages.first == done->was.pages.first && report->pages.last == done->was.pages.last)
            report->pages = item->pages;
    }
}

static void take_from(mb_list *reports, const mb_report *report)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < reports->count; i++)
        if (reports->items[i] != report)
            reports->items[kept++] = reports->items[i];
    reports->count = kept;
}

/* A paper is moved to the item that it is said to belong to. */
static void follow_report(mb_reader *reader, const mb_corrected *done)
{
    mb_report *report = done->target.record;
    if (strcmp(done->field->name, "agenda_item") != 0 || !reader->pack->meetings.count)
        return;
    const mb_list *agenda = &((const mb_meeting *)reader->pack->meetings.items[0])->agenda;
    for (uint32_t i = 0; i < agenda->count; i++) {
        mb_agenda_item *item = agenda->items[i];
        take_from(&item->reports, report);
        if (mb_slice_equal(item->number, report->agenda_item))
            mb_list_push(reader->arena, &item->reports, report);
    }
}

void mb_follow_corrections(mb_reader *reader, const mb_list *corrected)
{
    for (uint32_t i = 0; i < corrected->count; i++) {
        const mb_corrected *done = corrected->items[i];
        renaming names = renaming_of(done);
        if (names.from.data)
            rename_in(mb_type_of(pack), reader->pack, &names);
        if (done->target.type == mb_type_of(agenda_item))
            follow_item(done);
        if (done->target.type == mb_type_of(report))
            follow_report(reader, done);
    }
}

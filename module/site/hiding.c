/* hiding.c: what people.yaml hides of somebody is not in the site's records.
 *
 * What a pack says stays as it was read, since other sites may share the reading: a record that tells too much is
 * copied. */
#include "site/people.h"

static mb_contact *without(const mb_identities *ids, const mb_contact *contact, const mb_config_person *wanted)
{
    mb_contact *copy = mb_new(ids->assembly->arena, mb_contact);
    *copy = *contact;
    if (wanted->hide_phone)
        copy->phone = MB_NOTHING;
    if (wanted->hide_email)
        copy->email = MB_NOTHING;
    return copy;
}

/* The row with its authors, of whom the one that is meant has no telephone. */
static mb_forward_plan_entry *without_phone(const mb_identities *ids, const mb_forward_plan_entry *row,
                                            const mb_identity *identity)
{
    mb_arena *arena = ids->assembly->arena;
    mb_forward_plan_entry *copy = mb_new(arena, mb_forward_plan_entry);
    *copy = *row;
    copy->authors = (mb_list){0};
    for (uint32_t i = 0; i < row->authors.count; i++) {
        mb_author *author = mb_list_add(arena, &copy->authors, mb_author);
        *author = *(const mb_author *)row->authors.items[i];
        if (mb_identity_named(ids, author->name) == identity)
            author->phone = MB_NOTHING;
    }
    return copy;
}

static void hide_in_plan(const mb_identities *ids, mb_work_plan_entry *entry, const mb_identity *identity)
{
    for (uint32_t i = 0; i < entry->editions.count; i++) {
        mb_plan_edition *edition = entry->editions.items[i];
        edition->entry = without_phone(ids, edition->entry, identity);
    }
}

void mb_hide_contacts(const mb_identities *ids, const mb_identity *identity)
{
    const mb_config_person *wanted = identity->config;
    if (!wanted || (!wanted->hide_phone && !wanted->hide_email))
        return;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        if (mention->kind == MB_MENTION_CONTACT) {
            mention->meeting->contact = without(ids, mention->meeting->contact, wanted);
        } else if (mention->kind == MB_MENTION_PAPER) {
            mb_site_report *paper = mention->record;
            paper->contact = without(ids, paper->contact, wanted);
        } else if (mention->kind == MB_MENTION_AUTHOR && wanted->hide_phone) {
            hide_in_plan(ids, mention->record, identity);
        }
    }
}

/* hiding.c: what people.yaml hides of somebody is nowhere in the site: neither in a field of its own nor in running text.
 *
 * The readings are changed in place, so that nothing that is drawn from a pack can tell it; a site that hides something
 * shares its readings with no other (readings.c). */
#include <ctype.h>

#include "core/digest.h"
#include "reader/people/phone.h"
#include "site/people.h"

/* What stands in running text where something was. */
#define NOT_SHOWN "[not shown]"

/* Fewer digits are an extension, and may be any number: only the whole of it, as it is printed, is sought. */
#define FEWEST_DIGITS 6
#define MOST_DIGITS   20

typedef struct hidden_value {
    mb_slice text;            /* as printed */
    char digits[MOST_DIGITS]; /* of a telephone number, without what it is dialled with from elsewhere */
    size_t count;             /* of the digits */
} hidden_value;

typedef struct hider {
    mb_assembly *assembly;
    mb_list values;  /* of hidden_value */
    bool is_in_site; /* it goes through what the site has made, no more through the packs */
    bool found;      /* some value, since that was last said to be false */
} hider;

/* --- What is hidden --- */

/* 01632 960145 is +44 1632 960145 and +44 (0)1632 960145. */
static size_t without_prefix(const char *digits, size_t count)
{
    size_t at = count > 10 && memcmp(digits, "0044", 4) == 0 ? 4 : count > 10 && memcmp(digits, "44", 2) == 0 ? 2 : 0;
    return at < count && digits[at] == '0' ? at + 1 : at;
}

/* By what it is sought. */
static mb_slice sought_of(const hidden_value *value)
{
    return value->count ? (mb_slice){value->digits, value->count} : value->text;
}

/* The papers of each meeting print the clerk's number: it is sought once. */
static bool is_known(const hider *h, const hidden_value *value)
{
    for (uint32_t i = 0; i < h->values.count; i++) {
        const hidden_value *known = h->values.items[i];
        if (!known->count == !value->count && mb_slice_equal(sought_of(known), sought_of(value)))
            return true;
    }
    return false;
}

static void take_digits(hidden_value *value)
{
    char digits[MOST_DIGITS];
    size_t count = 0;
    for (size_t i = 0; i < value->text.size && count < MOST_DIGITS; i++)
        if (isdigit((unsigned char)value->text.data[i]))
            digits[count++] = value->text.data[i];
    size_t prefix = without_prefix(digits, count);
    if (count - prefix < FEWEST_DIGITS)
        return;
    value->count = count - prefix;
    memcpy(value->digits, digits + prefix, value->count);
}

static void add_value(hider *h, mb_slice text, bool is_phone)
{
    hidden_value value = {.text = mb_slice_trim(text)};
    if (value.text.size == 0)
        return;
    if (is_phone)
        take_digits(&value);
    if (is_known(h, &value))
        return;
    value.text = mb_arena_copy(h->assembly->scratch, value.text);
    *mb_list_add(h->assembly->scratch, &h->values, hidden_value) = value;
}

static void add_contact(hider *h, const mb_config_person *wanted, const mb_contact *contact)
{
    if (wanted->hide_phone)
        add_value(h, contact->phone, true);
    if (wanted->hide_email)
        add_value(h, contact->email, false);
}

static void add_author(hider *h, const mb_identities *ids, const mb_identity *identity, const mb_work_plan_entry *entry)
{
    for (uint32_t i = 0; i < entry->editions.count; i++) {
        const mb_list *authors = &((const mb_plan_edition *)entry->editions.items[i])->entry->authors;
        for (uint32_t k = 0; k < authors->count; k++) {
            const mb_author *author = authors->items[k];
            if (mb_identity_named(ids, author->name) == identity)
                add_value(h, author->phone, true);
        }
    }
}

static void add_values(hider *h, const mb_identities *ids, const mb_identity *identity)
{
    const mb_config_person *wanted = identity->config;
    if (!wanted || (!wanted->hide_phone && !wanted->hide_email))
        return;
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        if (mention->kind == MB_MENTION_CONTACT)
            add_contact(h, wanted, mention->scene->meeting->contact);
        else if (mention->kind == MB_MENTION_PAPER)
            add_contact(h, wanted, ((const mb_site_report *)mention->record)->contact);
        else if (mention->kind == MB_MENTION_AUTHOR && wanted->hide_phone)
            add_author(h, ids, identity, mention->record);
    }
}

/* --- Where it stands --- */

typedef struct span {
    size_t start, end;
} span;

/* Running text may also break a number over lines or cells, or have dots and strokes in it. */
static size_t separator_at(mb_slice text, size_t at)
{
    bool is_plain = at < text.size && text.data[at] && strchr("./\t\n", text.data[at]);
    return is_plain ? 1 : mb_phone_gap(text, at);
}

/* Whether digits that a number begins with can go on as the hidden one, in one of the ways in which it is dialled. Most
 * numbers of a text are dates and sums, which their first digits tell. */
static bool may_become(const hidden_value *value, const char *digits, size_t count)
{
    static const char *const dialled_with[] = {"", "0", "44", "440", "0044", "00440"};
    for (size_t i = 0; i < sizeof dialled_with / sizeof *dialled_with; i++) {
        size_t size = strlen(dialled_with[i]), rest = count > size ? count - size : 0;
        if (rest <= value->count && memcmp(digits, dialled_with[i], count - rest) == 0 &&
            (rest == 0 || memcmp(digits + size, value->digits, rest) == 0))
            return true;
    }
    return false;
}

/* Whether the number that begins at `start` is the hidden one; then where it ends. */
static bool is_number(const hidden_value *value, mb_slice text, size_t start, size_t *end)
{
    char digits[MOST_DIGITS + 5];
    size_t count = 0;
    for (size_t at = start + (text.data[start] == '+'); at < text.size && count < sizeof digits;) {
        if (!isdigit((unsigned char)text.data[at])) {
            size_t separator = separator_at(text, at);
            if (!separator)
                return false;
            at += separator;
            continue;
        }
        digits[count++] = text.data[at++];
        if (!may_become(value, digits, count))
            return false;
        size_t prefix = without_prefix(digits, count);
        if (count - prefix != value->count || memcmp(digits + prefix, value->digits, value->count) != 0)
            continue;
        *end = at;
        return at == text.size || !isdigit((unsigned char)text.data[at]);
    }
    return false;
}

static bool find_number(const hidden_value *value, mb_slice text, size_t from, span *out)
{
    for (size_t at = from; at < text.size; at++) {
        bool begins = text.data[at] == '+' || isdigit((unsigned char)text.data[at]);
        if (!begins || (at > from && (isdigit((unsigned char)text.data[at - 1]) || text.data[at - 1] == '+')))
            continue;
        out->start = at;
        if (is_number(value, text, at, &out->end))
            return true;
    }
    return false;
}

static bool find_words(const hidden_value *value, mb_slice text, size_t from, span *out)
{
    for (size_t at = from; at + value->text.size <= text.size; at++) {
        mb_slice part = {text.data + at, value->text.size};
        bool begins = at == 0 || !isalnum((unsigned char)text.data[at - 1]);
        size_t end = at + part.size;
        if (!begins || (end < text.size && isalnum((unsigned char)text.data[end])) ||
            !mb_slice_equal_nocase(part, value->text))
            continue;
        *out = (span){at, end};
        return true;
    }
    return false;
}

/* The text without the value; true where it had it. */
static bool hide_value(const hider *h, const hidden_value *value, mb_slice *text)
{
    span found;
    bool any = false;
    for (size_t from = 0; (value->count ? find_number : find_words)(value, *text, from, &found);
         from = found.start + strlen(NOT_SHOWN)) {
        mb_slice before = mb_slice_first(*text, found.start), behind = mb_slice_from(*text, found.end);
        any = true;
        if (mb_slice_trim(before).size == 0 && mb_slice_trim(behind).size == 0) {
            *text = MB_NOTHING;
            return true;
        }
        *text = mb_arena_printf(h->assembly->arena, "%.*s" NOT_SHOWN "%.*s", MB_ARG(before), MB_ARG(behind));
    }
    return any;
}

/* Most texts have no number as long as a telephone's. */
static bool may_hold_number(mb_slice text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.size; i++)
        digits += (unsigned char)(text.data[i] - '0') < 10;
    return digits >= FEWEST_DIGITS;
}

static bool hide_in_text(hider *h, mb_slice *text)
{
    bool any = false, any_number = may_hold_number(*text);
    for (uint32_t i = 0; i < h->values.count; i++) {
        const hidden_value *value = h->values.items[i];
        bool may_be_there = text->size && (any_number || !value->count);
        any = (may_be_there && hide_value(h, value, text)) || any;
    }
    h->found = h->found || any;
    return any;
}

static void hide_in_strings(hider *h, mb_strings *strings)
{
    for (uint32_t i = 0; i < strings->count; i++)
        if (hide_in_text(h, &strings->items[i]) && !strings->items[i].data)
            strings->items[i] = MB_TEXT(NOT_SHOWN);
}

/* Of a text that has changed the pieces, in which the value may be cut in two, go. */
static void drop_runs(const mb_type_info *type, void *record)
{
    const mb_field_info *runs = mb_field_find(type, MB_TEXT("runs"));
    if (runs && mb_field_exists(runs, record))
        mb_field_clear(runs, record);
}

static void hide_in_record(hider *h, const mb_type_info *type, void *record);

static void hide_in_field(hider *h, const mb_type_info *type, const mb_field_info *field, void *record)
{
    void *at = (char *)record + field->offset;
    mb_list *list = at;
    if (field->kind == MB_KIND_string) {
        if (!hide_in_text(h, at))
            return;
        drop_runs(type, record);
        if (strcmp(field->name, "href") == 0)
            *(mb_slice *)at = MB_NOTHING;
    } else if (field->kind == MB_KIND_strings) {
        hide_in_strings(h, at);
    } else if (field->kind == MB_KIND_rows) {
        for (uint32_t i = 0; i < list->count; i++)
            hide_in_strings(h, list->items[i]);
    } else if (field->kind == MB_KIND_record && *(void **)at) {
        hide_in_record(h, field->type, *(void **)at);
    } else if (field->kind == MB_KIND_list) {
        for (uint32_t i = 0; i < list->count; i++)
            hide_in_record(h, field->type, list->items[i]);
    }
}

/* A site copies none of these: they stand in its records as they stand in the packs', which were gone through before. */
static bool is_of_pack(const mb_type_info *type)
{
    return type == mb_type_of(block) || type == mb_type_of(section) || type == mb_type_of(minutes);
}

static void hide_in_record(hider *h, const mb_type_info *type, void *record)
{
    if (h->is_in_site && is_of_pack(type))
        return;
    mb_fields fields = type->fields();
    for (uint32_t i = 0; i < fields.count; i++)
        if (mb_field_exists(&fields.items[i], record))
            hide_in_field(h, type, &fields.items[i], record);
}

/* --- Who is meant --- */

/* "The Chairman" stays as printed; who it was, the papers leave to be found out. */
static void unname_speeches(const mb_identity *identity)
{
    for (uint32_t i = 0; i < identity->mentions.count; i++) {
        const mb_mention *mention = identity->mentions.items[i];
        if (mention->kind == MB_MENTION_SPEAKER)
            ((mb_contribution *)mention->record)->person = MB_NOTHING;
    }
}

/* --- Packs without any of it --- */

/* Tells one set of values from another. */
static mb_slice digest_of(const hider *h)
{
    mb_strings texts = {0};
    mb_arena *scratch = h->assembly->scratch;
    for (uint32_t i = 0; i < h->values.count; i++) {
        const hidden_value *value = h->values.items[i];
        mb_slice sought = sought_of(value);
        mb_strings_push(scratch, &texts,
                        mb_arena_printf(scratch, "%s %zu ", value->count ? "number" : "words", sought.size));
        mb_strings_push(scratch, &texts, sought);
    }
    return mb_sha256_hex(scratch, mb_arena_join(scratch, texts.items, texts.count));
}

/* Most packs have none of what is hidden, and stay so while others are edited. Where it stands is no part of that. */
static void hide_in_pack(hider *h, const mb_bundle *bundle, mb_slice digest)
{
    if (mb_is_clean_of(bundle->gist, digest)) {
        hide_in_record(h, mb_type_of(source), bundle->pack->source);
        return;
    }
    h->found = false;
    hide_in_record(h, mb_type_of(pack), bundle->pack);
    if (!h->found)
        mb_note_clean_of(bundle->gist, digest);
}

void mb_hide_values(mb_assembly *assembly)
{
    hider h = {.assembly = assembly};
    const mb_identities *ids = assembly->identities;
    for (uint32_t i = 0; i < ids->list.count; i++)
        add_values(&h, ids, ids->list.items[i]);
    mb_slice digest = h.values.count ? digest_of(&h) : MB_NOTHING;
    for (uint32_t i = 0; h.values.count && i < assembly->count; i++)
        hide_in_pack(&h, &assembly->bundles[i], digest);
    for (uint32_t i = 0; i < ids->list.count; i++) {
        const mb_identity *identity = ids->list.items[i];
        if (identity->config && identity->config->hide_page)
            unname_speeches(identity);
    }
    if (h.values.count == 0)
        return;
    h.is_in_site = true;
    hide_in_record(&h, mb_type_of(site_record), assembly->site);
}

bool mb_hides_values(const mb_site_config *config)
{
    for (uint32_t i = 0; i < config->people.count; i++) {
        const mb_config_person *person = config->people.items[i];
        if (person->hide_page || person->hide_phone || person->hide_email)
            return true;
    }
    return false;
}

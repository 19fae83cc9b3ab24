/* speech.c: a subject, then a verb of speaking. */
#include "reader/minutes/speech.h"

#include <ctype.h>

#include "reader/people/names.h"
#include "reader/people/person_name.h"
#include "reader/sentences.h"

/* What stands between two commas behind a name ("…, as the member for Marl Cross, …") is no longer than this. */
#define ASIDE_SIZE 120
/* The longest office with the longest department in it is half as long. */
#define SUBJECT_SIZE 400

/* ---- the words of a subject ---- */

/* Behind the bracket that opens at `at`, or the text's end. */
static size_t behind_bracket(mb_slice text, size_t at)
{
    for (int depth = 0; at < text.size; at++) {
        depth += (text.data[at] == '(') - (text.data[at] == ')');
        if (depth == 0)
            return mb_next_word(text, at);
    }
    return at;
}

/* Behind the comma that ends an aside begun at `at`, or 0. */
static size_t behind_aside(mb_slice text, size_t at)
{
    for (size_t i = at; i < text.size && i < at + ASIDE_SIZE && text.data[i] != '.'; i++)
        if (text.data[i] == ',')
            return mb_next_word(text, i);
    return 0;
}

static bool is_subject_word(const mb_dialect *dialect, mb_slice text)
{
    unsigned char first = (unsigned char)*text.data;
    return isupper(first) || first >= 0x80 || isdigit(first) || mb_slice_starts(text, MB_TEXT("- ")) ||
           mb_starts_with(dialect, mb_group_name_joiner, text, NULL) ||
           mb_starts_with(dialect, mb_group_office, text, NULL) ||
           mb_starts_with(dialect, mb_group_unnamed_speaker, text, NULL);
}

/* The place behind the subject's word, bracket or aside at `at`; 0 where there is none. */
static size_t behind_subject_word(const mb_dialect *dialect, mb_slice text, size_t at)
{
    mb_slice rest = mb_slice_from(text, at);
    if (*rest.data == '(')
        return behind_bracket(text, at);
    bool behind_comma = at > 1 && text.data[at - 2] == ',';
    size_t aside = behind_comma && mb_starts_with(dialect, mb_group_aside, rest, NULL) ? behind_aside(text, at) : 0;
    if (aside)
        return aside;
    if (is_subject_word(dialect, rest))
        return mb_next_word(text, at);
    return behind_comma ? behind_aside(text, at) : 0;
}

size_t mb_subject_end(const mb_dialect *dialect, mb_slice text)
{
    size_t at = 0;
    for (size_t next; at < text.size && at < SUBJECT_SIZE; at = next)
        if ((next = behind_subject_word(dialect, text, at)) == 0)
            break;
    return at;
}

/* ---- who it is ---- */

static bool names_no_person(const mb_dialect *dialect, mb_slice word)
{
    static const mb_group others[] = {mb_group_body, mb_group_council, mb_group_role_word, mb_group_organisation_word,
                                      mb_group_name_joiner};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (mb_is_phrase(dialect, others[i], word))
            return true;
    return false;
}

/* "M", "M.M.", "J.R": letters, each with a full stop behind it or at the end. */
static bool is_initials(mb_slice word)
{
    for (size_t i = 0; i < word.size; i++)
        if (i % 2 == 0 ? !isupper((unsigned char)word.data[i]) : word.data[i] != '.')
            return false;
    return word.size > 0;
}

static bool is_name_word(const mb_dialect *dialect, mb_slice word)
{
    if (is_initials(word))
        return true;
    bool small = false;
    for (size_t i = 0; i < word.size; i++) {
        unsigned char c = (unsigned char)word.data[i];
        if (!isalpha(c) && c < 0x80 && !strchr("'-.", c))
            return false;
        small = small || islower(c) || c >= 0x80;
    }
    bool initial = word.size <= 2;
    return word.size > 0 && isupper((unsigned char)*word.data) && (small || initial) && !names_no_person(dialect, word);
}

/* "Q. Councillor Lee" is no name, though "Kim Lord" is one. */
bool mb_is_full_name(const mb_dialect *dialect, mb_slice text)
{
    size_t words = 0;
    for (size_t at = 0; at < text.size; at = mb_next_word(text, at), words++) {
        size_t end = mb_word_end(text, at);
        mb_slice word = mb_slice_between(text.data + at, text.data + end);
        bool title = at > 0 && end < text.size && mb_is_phrase(dialect, mb_group_honorific, word);
        if (title || !is_name_word(dialect, word))
            return false;
    }
    return words >= 2 && words <= 4;
}

/* Where the word ends that an office is: "Head" of "Head of Roads", "Officer" of "Democratic Services Officer". */
static size_t office_noun_end(const mb_dialect *dialect, mb_slice office)
{
    for (size_t at = 0; at < office.size; at = mb_next_word(office, at)) {
        size_t end = mb_word_end(office, at);
        mb_slice next = mb_slice_from(office, mb_next_word(office, at));
        mb_slice word = mb_slice_first(next, mb_word_end(next, 0));
        if (office.data[end - 1] == ',')
            return end - 1;
        if (next.size == 0 || *next.data == '(' || mb_is_phrase(dialect, mb_group_name_joiner, word))
            return end;
    }
    return office.size;
}

/* "The Chair", "the Head of Roads", "the officer"; not "The Executive", which is a body. */
static bool is_office(const mb_dialect *dialect, mb_slice subject)
{
    mb_slice office = subject;
    if (!mb_take_article(dialect, &office))
        return false;
    if (mb_is_phrase(dialect, mb_group_office, office) || mb_is_phrase(dialect, mb_group_unnamed_speaker, office))
        return true;
    mb_slice noun = mb_slice_first(office, office_noun_end(dialect, office));
    mb_hit hit;
    if (mb_is_phrase(dialect, mb_group_body, noun))
        return false;
    for (size_t at = 0; mb_find_phrase(dialect, mb_group_role_word, noun, at, &hit); at = hit.end)
        if (hit.end == noun.size)
            return true;
    return false;
}

/* Where the first comma or bracket stands. */
static size_t name_size(mb_slice subject)
{
    size_t comma = mb_slice_find(subject, MB_TEXT(","), 0), bracket = mb_slice_find(subject, MB_TEXT(" ("), 0);
    size_t end = comma < bracket ? comma : bracket;
    return end < subject.size ? end : subject.size;
}

/* Takes a dash from the end of the text. */
static bool take_dash(mb_slice *text)
{
    static const char *const dashes[] = {" -", " \xE2\x80\x93"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (mb_slice_ends(*text, mb_slice_of(dashes[i]))) {
            *text = mb_slice_trim_end(mb_slice_first(*text, text->size - strlen(dashes[i])));
            return true;
        }
    return false;
}

/* "Ann Lee" of "Ann Lee - Marl Ramblers -", and of "Ann Lee - Head of Roads" where that is somebody beyond doubt: a title may
 * stand before a dash, too. */
static size_t name_before_dash(const mb_roster *roster, mb_slice subject, bool closed)
{
    size_t dash = mb_office_dash(subject), end = 0;
    mb_slice name = mb_slice_first(subject, dash);
    bool known = mb_starts_with(roster->reader->dialect, mb_group_honorific, name, NULL) ||
                 (mb_roster_at(roster, name, &end) && end == name.size);
    return dash < subject.size && (closed || known) && dash < name_size(subject) ? dash : name_size(subject);
}

/* "Head of Roads" of ", Head of Roads," and of " (Head of Roads)"; "the Chair (Ann Lee)" keeps its bracket. */
static mb_slice trim_role(mb_slice role)
{
    bool opened = false;
    role = mb_slice_trim(role);
    for (; role.size && strchr(",(- ", *role.data); role = mb_slice_from(role, 1))
        opened = opened || *role.data == '(';
    if (mb_slice_starts(role, MB_TEXT("\xE2\x80\x93")))
        role = mb_slice_trim(mb_slice_from(role, 3));
    bool closes = opened || mb_slice_find(role, MB_TEXT("("), 0) >= role.size;
    while (role.size && (strchr(", ", mb_slice_end(role)[-1]) || (closes && mb_slice_ends(role, MB_TEXT(")")))))
        role.size--;
    return role;
}

/* Where the last person on the roster ends whose name stands in the subject behind the first one, or 0. */
static size_t second_person_end(const mb_roster *roster, mb_slice subject, size_t from)
{
    size_t last = 0;
    for (size_t at = mb_next_word(subject, from); at < subject.size; at = mb_next_word(subject, at)) {
        size_t end = 0;
        if (mb_roster_at(roster, mb_slice_from(subject, at), &end))
            last = at + end;
    }
    return last;
}

/* Verbs of speaking that things do as well ("the plan introduced", "the school supported") don't make a person. */
bool mb_only_people_do(mb_slice verb)
{
    static const char *const verbs[] = {"question", "reply",  "said",      "commented",
                                        "added",    "thanks", "addressed", "own statement"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (mb_slice_equal(verb, mb_slice_of(verbs[i])))
            return true;
    return false;
}

/* "Lee", "van Loon" */
static bool begins_surname(const mb_dialect *dialect, mb_slice text)
{
    return text.size &&
           (isupper((unsigned char)*text.data) || mb_starts_with(dialect, mb_group_name_particle, text, NULL));
}

static bool is_person(const mb_roster *roster, mb_slice name, mb_slice role, mb_slice verb)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_hit hit;
    size_t end;
    if (mb_starts_with(dialect, mb_group_honorific, name, &hit))
        return begins_surname(dialect, mb_slice_trim(mb_slice_from(name, hit.end)));
    if (mb_roster_at(roster, name, &end) || (mb_slice_words(name) == 1 && mb_roster_find(roster, name)))
        return true;
    if (!mb_is_full_name(dialect, name) || mb_slice_starts(name, MB_TEXT("A ")))
        return false;
    return mb_only_people_do(verb) || (role.data && mb_find_phrase(dialect, mb_group_role_word, role, 0, &hit));
}

/* "The Head of Roads" of "The Head of Roads, on behalf of the Chair". */
static mb_slice without_aside(const mb_dialect *dialect, mb_slice office)
{
    for (size_t comma = 0; (comma = mb_slice_find(office, MB_TEXT(", "), comma)) < office.size; comma++)
        if (mb_starts_with(dialect, mb_group_aside, mb_slice_from(office, comma + strlen(", ")), NULL))
            return mb_slice_first(office, comma);
    return office;
}

/* Whether the subject is a person, or several; says who and what. */
static bool take_speaker(const mb_roster *roster, mb_slice subject, mb_speech *speech)
{
    subject = trim_role(subject);
    if (subject.size == 0)
        return false;
    if (is_office(roster->reader->dialect, subject)) {
        speech->speaker = without_aside(roster->reader->dialect, subject);
        return true;
    }
    bool closed = take_dash(&subject);
    size_t end = name_before_dash(roster, subject, closed);
    mb_slice role = trim_role(mb_slice_from(subject, end));
    speech->role = role.size ? role : MB_NOTHING;
    speech->speaker = mb_slice_trim(mb_slice_first(subject, end));
    if (!is_person(roster, speech->speaker, speech->role, speech->verb))
        return false;
    size_t joint = second_person_end(roster, subject, end);
    if (joint)
        speech->speaker = mb_slice_first(subject, joint);
    return true;
}

bool mb_read_speaker(const mb_roster *roster, mb_slice text, mb_slice *speaker)
{
    mb_speech speech = {.verb = MB_TEXT("question")};
    bool person = take_speaker(roster, text, &speech);
    *speaker = person ? speech.speaker : MB_NOTHING;
    return person;
}

/* ---- the verb ---- */

/* A verb of speaking at `at`, behind words such as "also"; who "gave his apologies" isn't there to speak. */
static bool take_verb(const mb_dialect *dialect, mb_slice sentence, size_t at, mb_speech *speech)
{
    mb_hit hit;
    while (mb_starts_with(dialect, mb_group_speech_between, mb_slice_from(sentence, at), &hit))
        at = mb_next_word(sentence, at + hit.end);
    if (at >= sentence.size || !mb_starts_with(dialect, mb_group_speech, mb_slice_from(sentence, at), &hit))
        return false;
    speech->verb = hit.value;
    speech->end = at + hit.end;
    return !mb_starts_with(dialect, mb_group_apology, mb_slice_trim(mb_slice_from(sentence, speech->end)), NULL);
}

static bool speaks_at(const mb_roster *roster, mb_slice sentence, size_t from, mb_speech *speech)
{
    const mb_dialect *dialect = roster->reader->dialect;
    mb_slice rest = mb_slice_from(sentence, from);
    size_t at = 0;
    for (size_t next; at < rest.size && at < SUBJECT_SIZE; at = next) {
        if (at > 0 && take_verb(dialect, rest, at, speech) && take_speaker(roster, mb_slice_first(rest, at), speech)) {
            speech->end += from;
            return true;
        }
        if ((next = behind_subject_word(dialect, rest, at)) == 0)
            return false;
    }
    return false;
}

/* Behind a lead-in only who is beyond doubt a person counts. */
static bool could_be_speaker(const mb_roster *roster, mb_slice text)
{
    size_t end;
    mb_slice behind = text;
    return mb_take_article(roster->reader->dialect, &behind) ||
           mb_starts_with(roster->reader->dialect, mb_group_honorific, text, NULL) || mb_roster_at(roster, text, &end);
}

/* Behind the comma, where who stands at `at` is only who asked: "In response to a question from Ann Lee, the Chair said". */
static size_t behind_asker(const mb_dialect *dialect, mb_slice sentence, size_t at)
{
    size_t word = at;
    while (word > 0 && sentence.data[word - 1] == ' ')
        word--;
    size_t end = word;
    while (word > 0 && sentence.data[word - 1] != ' ')
        word--;
    if (!mb_is_phrase(dialect, mb_group_before_asker, mb_slice_between(sentence.data + word, sentence.data + end)))
        return 0;
    return behind_aside(sentence, at);
}

static bool speaks_behind_lead_in(const mb_roster *roster, mb_slice sentence, size_t at, mb_speech *speech)
{
    if (!could_be_speaker(roster, mb_slice_from(sentence, at)))
        return false;
    size_t behind = behind_asker(roster->reader->dialect, sentence, at);
    if (behind && could_be_speaker(roster, mb_slice_from(sentence, behind)) &&
        speaks_at(roster, sentence, behind, speech))
        return true;
    return speaks_at(roster, sentence, at, speech);
}

/* The last word begins here. */
static size_t last_word(mb_slice text)
{
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at;
}

/* "the Head of Roads" of "the Head of Roads on the", and of "the Head of Roads and", behind which stands what followed. */
static mb_slice without_what_it_was_about(const mb_dialect *dialect, mb_slice who)
{
    mb_hit about;
    if (mb_find_phrase(dialect, mb_group_before_subject, who, 0, &about))
        who = mb_slice_first(who, about.start);
    who = mb_slice_trim_end(who);
    for (size_t at; who.size && mb_is_phrase(dialect, mb_group_name_joiner, mb_slice_from(who, at = last_word(who)));)
        who = mb_slice_trim_end(mb_slice_first(who, at));
    return who;
}

/* "The Panel received an update from Ann Lee, Head of Roads": she spoke, and the sentence says what she did. */
static bool is_received(const mb_roster *roster, mb_slice sentence, mb_speech *speech)
{
    const mb_dialect *dialect = roster->reader->dialect;
    size_t end = mb_subject_end(dialect, sentence);
    mb_slice body = mb_slice_trim(mb_slice_first(sentence, end));
    mb_hit received;
    if (!mb_take_article(dialect, &body) || !mb_is_phrase(dialect, mb_group_body, body) ||
        !mb_starts_with(dialect, mb_group_receives_from, mb_slice_from(sentence, end), &received))
        return false;
    size_t at = mb_next_word(sentence, end + received.end);
    mb_slice behind = mb_slice_from(sentence, at);
    mb_slice who = without_what_it_was_about(dialect, mb_slice_first(behind, mb_subject_end(dialect, behind)));
    speech->end = at + who.size;
    speech->verb = MB_TEXT("presentation");
    return take_speaker(roster, mb_without_stop(who), speech);
}

bool mb_opens_with_speech(const mb_dialect *dialect, mb_slice text)
{
    mb_speech speech = {0};
    size_t end = mb_subject_end(dialect, text);
    mb_slice subject = trim_role(mb_slice_first(text, end));
    if (subject.size == 0 || !take_verb(dialect, text, end, &speech))
        return false;
    return mb_starts_with(dialect, mb_group_honorific, subject, NULL) || is_office(dialect, subject) ||
           mb_is_full_name(dialect, mb_slice_trim(mb_slice_first(subject, name_size(subject))));
}

bool mb_find_speech(const mb_roster *roster, mb_slice sentence, mb_speech *speech)
{
    mb_hit lead_in;
    *speech = (mb_speech){0};
    if (!mb_starts_with(roster->reader->dialect, mb_group_lead_in, sentence, &lead_in))
        return speaks_at(roster, sentence, 0, speech) || is_received(roster, sentence, speech);
    for (size_t at = mb_next_word(sentence, lead_in.end); at < sentence.size; at = mb_next_word(sentence, at))
        if (speaks_behind_lead_in(roster, sentence, at, speech)) {
            speech->lead_in = lead_in.value;
            return true;
        }
    return false;
}

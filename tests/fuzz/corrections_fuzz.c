/* corrections_fuzz.c: whatever a person writes as corrections is refused with a place or applied, and the model stays
 * one that can be written. */
#include "core/unicode.h"
#include "model/json.h"
#include "reading_fuzz.h"

#define JSON_CEILING ((size_t)1 << 26)

/* A paper with something of everything, small, since it is read for every input. */
static const char paper[] =
    "Harle Vale Town Council\nGrounds Committee\n\nDate: Tuesday, 8th July, 2025\nVenue: Corn Hall\n\n"
    "Councillors: Ann Ogle, Bob Dunn\n\nNOTES:\n\n1. Filming: Anybody may film.\n\nAGENDA\n\n1. WELCOME\n\n"
    "2. TREES, HEDGES AND PONDS (Pages 3 - 4)\nMembers may:\n(a) ask;\n(b) answer.\n\n- FAIR\n\n4. PLAN\n\n"
    "\fAgenda Item 2\nReport to: Grounds Committee\nTitle: Trees\n\n1 THE ISSUE\n\n1.1 Eleven **limes** lean.\n\n"
    "2 COSTS\n\nTree\tCost\nLime\t40\nOak\t55\n\n3 RISKS\n\nNone.\n\n"
    "\fHARLE VALE TOWN COUNCIL\nGROUNDS COMMITTEE\nTuesday, 3rd June, 2025\n"
    "Present: Councillors Ann Ogle (Chair) and Bob Dunn\n\n1 WELCOME\n\nThe Chair opened the meeting.\n\n2 FAIR\n\n"
    "Councillor Bob Dunn asked when it was.\n\nBob Dunn moved that tea be sold.\n\nAnn Ogle seconded the motion.\n\n"
    "The motion was put to the vote and CARRIED: 2 in favour, 0 against.\n\nThe meeting ended at 8.15 pm\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mb_reading_options how = {.dialect = "uk", .corrections = "fuzz.yaml"};
    how.corrections_text = (mb_slice){size ? (const char *)data : "", size};
    mb_reading reading = {0};
    mb_error error = {0};
    int code = mb_read_bytes(dialects, &how, mb_slice_of(paper), "fuzz.txt", &reading, &error);
    if (code) {
        require(code == MB_EFORMAT || code == MB_ELIMIT, "corrections are refused for what is in them");
        require(error.message[0] && error.line > 0, "a refusal has words and a place");
        return 0;
    }
    mb_buffer json = mb_buffer_make(JSON_CEILING);
    require(mb_json_write(mb_type_of(pack), reading.pack, &json) == 0, "the corrected model is written");
    require(mb_utf8_invalid(mb_buffer_slice(&json)) == SIZE_MAX, "the JSON is UTF-8");
    mb_buffer_free(&json);
    mb_reading_free(&reading);
    return 0;
}

/* reader_fuzz.c: no text makes the reader or the JSON writer fail, and what they write is UTF-8. */
#include "core/unicode.h"
#include "model/json.h"
#include "reading_fuzz.h"

/* Far more than the JSON of any input of the driver or of libFuzzer. */
#define JSON_CEILING ((size_t)1 << 30)

/* The size says by which dialect, so that a file of the corpus is a text and nothing else. */
static const char *dialect_for(size_t size)
{
    static const char *const names[] = {NULL, "uk", "bathnes"};
    return names[size % (sizeof names / sizeof *names)];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mb_slice text = {size ? (const char *)data : "", size};
    mb_reading reading = {0};
    mb_error error;
    mb_reading_options how = {.dialect = dialect_for(size)};
    require(mb_read_bytes(dialects, &how, text, "fuzz.txt", &reading, &error) == 0, "any text is read");

    mb_buffer json = mb_buffer_make(JSON_CEILING);
    require(mb_json_write(mb_type_of(pack), reading.pack, &json) == 0, "any model is written");
    require(mb_utf8_invalid(mb_buffer_slice(&json)) == SIZE_MAX, "the JSON is UTF-8");
    mb_buffer_free(&json);
    mb_reading_free(&reading);
    return 0;
}

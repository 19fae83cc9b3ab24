/* image_fuzz.c: no damage to the image of a reading makes taking it fail, and what is taken can be walked.
 *
 * An image belongs to one build, so none is in the corpus: the input says what is changed in the image of a paper, three
 * bytes for each change: where (two bytes), and which byte stands there then. */
#include "model/json.h"
#include "reading_fuzz.h"
#include "site/gist.h"
#include "site/reading_image.h"

#define JSON_CEILING  ((size_t)1 << 30)
#define MODEL_CEILING ((size_t)1 << 30)
#define CHANGE_SIZE   3

static const char paper[] =
    "Pondshire Council\n\nPonds Committee\n\nDate: Tuesday, 4th March, 2025\n\nTime: 10.00 am\n\n"
    "Venue: The Old Library\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. THE STATE OF THE PONDS (Pages 5 - 9)\n\n"
    "The committee is asked to note:\n\n- the **depth** of each pond\n\n- (a) the ducks\n\n"
    "Pond\tDepth\tDucks\nNorth\t2 m\t14\nSouth\t1 m\t3\n\n"
    "MINUTES OF PONDS COMMITTEE MEETING\n\nTuesday, 4th February, 2025\n\n"
    "Present:- Councillors Ann Lee (Chair) and Bob Reed\n\n1 WELCOME\n\n"
    "The Chair welcomed everyone.\n\n2 DUCKS\n\nCouncillor Reed asked how many ducks there were. "
    "The Head of Parks replied that she would bring a report on the ducks.\n\n"
    "It was moved by Councillor Ann Lee, seconded by Councillor Bob Reed, and\n\n"
    "**RESOLVED** to count the ducks.\n\nThe meeting ended at 11.00 am\n";

static char *image;
static size_t image_size;

static void make_image(void)
{
    mb_reading reading = {0};
    mb_error error;
    require(mb_read_bytes(dialects, NULL, mb_slice_of(paper), "fuzz.txt", &reading, &error) == 0, "the paper is read");
    require(mb_take_gist(&reading, &error) == 0, "it has a gist");
    mb_slice made = mb_reading_image(reading.arena, &reading);
    require(made.size > 0 && (image = malloc(made.size)) != NULL, "a reading has an image");
    memcpy(image, made.data, made.size);
    image_size = made.size;
    mb_reading_free(&reading);
}

static void walk(const mb_pack *pack)
{
    mb_buffer json = mb_buffer_make(JSON_CEILING);
    int code = mb_json_write(mb_type_of(pack), pack, &json);
    require(code == 0 || code == MB_ELIMIT, "what was taken is a model");
    mb_buffer_free(&json);
}

static void walk_undertakings(const mb_reading *reading, const mb_minutes *minutes)
{
    for (uint32_t i = 0; i < minutes->items.count; i++) {
        const mb_minute_item *item = minutes->items.items[i];
        const mb_list *undertakings = mb_undertakings(reading->gist, item);
        for (uint32_t k = 0; k < undertakings->count; k++)
            require(((const mb_undertaking *)undertakings->items[k])->block < item->blocks.count,
                    "an undertaking is in a block of its item");
    }
}

static void walk_gist(const mb_reading *reading)
{
    for (uint32_t i = 0; i < reading->pack->meetings.count; i++) {
        const mb_minutes *minutes = ((const mb_meeting *)reading->pack->meetings.items[i])->minutes;
        if (minutes)
            walk_undertakings(reading, minutes);
    }
}

static void take(mb_arena *arena, mb_slice from)
{
    mb_reading reading;
    if (mb_arena_guard(arena) || !mb_reading_of_image(arena, arena, from, dialects, &reading))
        return;
    walk(reading.pack);
    walk_gist(&reading);
    mb_dialects_free(reading.dialects);
}

static void take_alone(mb_slice from)
{
    mb_arena *arena;
    require(mb_arena_new(MODEL_CEILING, &arena) == 0, "an arena can be made");
    take(arena, from);
    mb_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!image)
        make_image();
    take_alone((mb_slice){size ? (const char *)data : "", size});
    char *changed = malloc(image_size);
    require(changed != NULL, "there is memory");
    memcpy(changed, image, image_size);
    for (size_t at = 0; at + CHANGE_SIZE <= size; at += CHANGE_SIZE)
        changed[(size_t)(data[at] << 8 | data[at + 1]) % image_size] = (char)data[at + 2];
    take_alone((mb_slice){changed, image_size});
    free(changed);
    return 0;
}

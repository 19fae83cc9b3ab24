/* model_image.c: a model that went through an image is the same; what isn't an image any more is told from one. */
#include "core_test.h"

#include <string.h>

#include "model/image_parts.h"
#include "model/json.h"

/* A pack with every kind of field, and a reference to a report that comes behind it. */
static mb_pack *sample(mb_arena *arena)
{
    mb_pack *pack = mb_new(arena, mb_pack);
    mb_slice line = mb_arena_copy(arena, MB_TEXT("10.05 am  7. THE PONDS (Pages 5 - 18)"));
    pack->place.line = 1;
    pack->source = mb_new(arena, mb_source);
    *pack->source = (mb_source){.file = line, .format = mb_source_format_markdown, .bytes = MB_COUNT(-7)};
    mb_meeting *meeting = mb_list_add(arena, &pack->meetings, mb_meeting);
    *meeting = (mb_meeting){.place = {40, 3, 2, 0}, .venue = MB_TEXT(""), .online = true};
    mb_agenda_item *item = mb_list_add(arena, &meeting->agenda, mb_agenda_item);
    *item = (mb_agenda_item){.place = {20, 1, 1, 0}, .printed = mb_slice_from(line, 10), .pages = {5, 18}};
    item->number = mb_slice_first(item->printed, 1);
    item->title = mb_slice_first(mb_slice_from(item->printed, 3), strlen("THE PONDS"));

    mb_block *table = mb_list_add(arena, &item->blocks, mb_block);
    table->type = mb_block_type_table;
    mb_strings *row = mb_list_add(arena, &table->rows, mb_strings);
    mb_strings_push(arena, row, MB_TEXT("Ann"));
    mb_strings_push(arena, row, MB_NOTHING);
    mb_list_add(arena, &table->rows, mb_strings);
    mb_block *list = mb_list_add(arena, &item->blocks, mb_block);
    *list = (mb_block){.type = mb_block_type_list, .ordered = true};
    mb_list_item *outer = mb_list_add(arena, &list->items, mb_list_item);
    mb_list_add(arena, &outer->items, mb_list_item)->text = MB_TEXT("inner");

    meeting->minutes = mb_new(arena, mb_minutes);
    mb_minute_item *minuted = mb_list_add(arena, &meeting->minutes->items, mb_minute_item);
    for (int i = 0; i < 3; i++)
        mb_list_add(arena, &minuted->blocks, mb_block)->type = mb_block_type_paragraph;
    mb_list_add(arena, &minuted->votes, mb_vote)->unanimous = MB_NO;
    mb_list_add(arena, &minuted->contributions, mb_contribution)->blocks =
        (mb_contribution_span){&minuted->blocks, 1, 2};

    mb_list_add(arena, &pack->reports, mb_report)->title = MB_TEXT("First");
    mb_report *second = mb_list_add(arena, &pack->reports, mb_report);
    second->title = MB_TEXT("Second");
    mb_list_push(arena, &item->reports, second);
    mb_agenda_item *next = mb_list_add(arena, &meeting->agenda, mb_agenda_item);
    mb_list_push(arena, &next->reports, pack->reports.items[0]);
    mb_list_push(arena, &next->reports, second);
    return pack;
}

static mb_slice image_of(mb_arena *arena, const mb_pack *pack)
{
    mb_image_writer *writer = mb_image_begin(arena);
    mb_image_put_number(writer, 300);
    mb_image_put_record(writer, mb_type_of(pack), pack);
    mb_image_put_text(writer, MB_TEXT("behind it"));
    return mb_image_end(writer);
}

/* NULL where it isn't whole. */
static mb_pack *pack_in(mb_arena *arena, mb_slice image)
{
    mb_image_reader *reader = mb_image_open(arena, arena, image);
    uint64_t number = mb_image_take_number(reader, 300);
    mb_pack *pack = mb_image_take_record(reader, mb_type_of(pack));
    mb_slice text = mb_image_take_text(reader);
    if (!mb_image_is_whole(reader))
        return NULL;
    assert_int_equal(number, 300);
    assert_slice(text, "behind it");
    return pack;
}

static void assert_same(const mb_pack *one, const mb_pack *other)
{
    mb_buffer json[2] = {mb_buffer_make(1 << 20), mb_buffer_make(1 << 20)};
    assert_int_equal(mb_json_write(mb_type_of(pack), one, &json[0]), 0);
    assert_int_equal(mb_json_write(mb_type_of(pack), other, &json[1]), 0);
    assert_string_equal(json[0].data, json[1].data);
    mb_buffer_free(&json[0]);
    mb_buffer_free(&json[1]);
}

static void a_pack_comes_back_as_it_was(void **state)
{
    const mb_pack *pack = sample(*state), *again = pack_in(*state, image_of(*state, pack));
    assert_non_null(again);
    assert_same(pack, again);
    const mb_meeting *meeting = again->meetings.items[0];
    assert_non_null(meeting->venue.data);
    assert_null(meeting->body.data);
    const mb_agenda_item *item = meeting->agenda.items[0];
    const mb_strings *row = ((const mb_block *)item->blocks.items[0])->rows.items[0];
    assert_null(row->items[1].data);
    assert_int_equal(meeting->place.line, 40);
    assert_int_equal(item->place.line, 20);
}

static void references_and_spans_lead_to_what_came_back(void **state)
{
    const mb_pack *again = pack_in(*state, image_of(*state, sample(*state)));
    const mb_meeting *meeting = again->meetings.items[0];
    const mb_agenda_item *item = meeting->agenda.items[0];
    const mb_minute_item *minuted = meeting->minutes->items.items[0];
    assert_ptr_equal(item->reports.items[0], again->reports.items[1]);
    assert_ptr_equal(((const mb_contribution *)minuted->contributions.items[0])->blocks.of, &minuted->blocks);
}

static void texts_that_overlap_are_kept_once(void **state)
{
    const mb_pack *again = pack_in(*state, image_of(*state, sample(*state)));
    const mb_agenda_item *item = ((const mb_meeting *)again->meetings.items[0])->agenda.items[0];
    assert_ptr_equal(item->printed.data, again->source->file.data + 10);
    assert_ptr_equal(item->title.data, item->printed.data + 3);
    assert_int_equal(item->printed.data[item->printed.size], '\0');
}

static void the_number_that_a_site_gives_a_pack_is_left_out(void **state)
{
    mb_pack *pack = sample(*state);
    pack->place.pack = 9;
    assert_int_equal(pack_in(*state, image_of(*state, pack))->place.pack, 0);
}

static void a_pack_that_says_nothing_comes_back(void **state)
{
    const mb_pack nothing = {0};
    assert_same(&nothing, pack_in(*state, image_of(*state, &nothing)));
}

static void an_image_that_was_cut_is_not_whole(void **state)
{
    mb_slice image = image_of(*state, sample(*state));
    for (size_t size = 0; size < image.size; size++) {
        char *copy = mb_arena_alloc(*state, size ? size : 1);
        memcpy(copy, image.data, size);
        assert_null(pack_in(*state, (mb_slice){copy, size}));
    }
    assert_null(pack_in(*state, MB_JOINED(*state, image, MB_TEXT("x"))));
}

/* Some changes make another image; none makes one that can't be walked, or has more references than targets. */
static void any_other_byte_anywhere_does_no_harm(void **state)
{
    mb_slice image = image_of(*state, sample(*state));
    char *damaged = (char *)(uintptr_t)mb_arena_copy(*state, image).data;
    for (size_t at = 0; at < image.size; at++) {
        for (int byte = 0; byte < 256; byte += 3) {
            mb_arena_mark before = mb_arena_here(*state);
            damaged[at] = (char)byte;
            mb_image_reader *reader = mb_image_open(*state, *state, (mb_slice){damaged, image.size});
            size_t targets = (size_t)(reader->targets.end - reader->targets.at);
            mb_image_take_number(reader, 300);
            const mb_pack *pack = mb_image_take_record(reader, mb_type_of(pack));
            assert_true(reader->references.count <= targets);
            mb_image_take_text(reader);
            if (mb_image_is_whole(reader))
                assert_same(pack, pack);
            mb_arena_back(*state, before);
        }
        damaged[at] = image.data[at];
    }
}

static void what_is_no_tree_has_no_image(void **state)
{
    mb_report elsewhere = {.title = MB_TEXT("Of another pack")};
    mb_pack *pack = sample(*state);
    mb_agenda_item *item = ((mb_meeting *)pack->meetings.items[0])->agenda.items[0];
    item->reports.items[0] = &elsewhere;
    assert_null(image_of(*state, pack).data);

    mb_list blocks = {0};
    mb_list_add(*state, &blocks, mb_block);
    pack = sample(*state);
    mb_minute_item *minuted = ((mb_meeting *)pack->meetings.items[0])->minutes->items.items[0];
    ((mb_contribution *)minuted->contributions.items[0])->blocks = (mb_contribution_span){&blocks, 0, 0};
    assert_null(image_of(*state, pack).data);
}

static mb_pack *pack_of_depth(mb_arena *arena, unsigned depth)
{
    mb_pack *pack = mb_new(arena, mb_pack);
    mb_block *list = mb_list_add(arena, &pack->furniture, mb_block);
    list->type = mb_block_type_list;
    mb_list *items = &list->items;
    for (unsigned i = 1; i < depth; i++)
        items = &mb_list_add(arena, items, mb_list_item)->items;
    return pack;
}

static void what_is_nested_too_deep_has_no_image(void **state)
{
    assert_non_null(pack_in(*state, image_of(*state, pack_of_depth(*state, MB_IMAGE_DEPTH))));
    assert_null(image_of(*state, pack_of_depth(*state, MB_IMAGE_DEPTH + 1)).data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(a_pack_comes_back_as_it_was),          with_arena(references_and_spans_lead_to_what_came_back),
        with_arena(texts_that_overlap_are_kept_once),     with_arena(the_number_that_a_site_gives_a_pack_is_left_out),
        with_arena(a_pack_that_says_nothing_comes_back),  with_arena(an_image_that_was_cut_is_not_whole),
        with_arena(any_other_byte_anywhere_does_no_harm), with_arena(what_is_no_tree_has_no_image),
        with_arena(what_is_nested_too_deep_has_no_image),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

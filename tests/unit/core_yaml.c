/* core_yaml.c: the tree that YAML becomes, and the message for each mistake in it. */
#include "core_test.h"

#include <stdio.h>
#include <string.h>

#include "core/yaml.h"

static const mb_yaml *parsed(void **state, const char *text)
{
    mb_yaml *root = NULL;
    mb_error error = {0};
    if (mb_yaml_parse(*state, "site.yaml", mb_slice_of(text), &root, &error) != 0)
        fail_msg("%u:%u: %s", error.line, error.column, error.message);
    return root;
}

static void assert_place(const mb_yaml *node, uint32_t line, uint32_t column)
{
    assert_non_null(node);
    assert_int_equal(node->line, line);
    assert_int_equal(node->column, column);
}

static void mappings_lists_and_texts_keep_their_order_and_place(void **state)
{
    const mb_yaml *root = parsed(state, "# the site\n"
                                        "title: Our panel\n"
                                        "packs:\n"
                                        "  - one.txt\n"
                                        "  - 'two.txt'\n"
                                        "caf\u00e9: {a: \"x\\ty\", b: [1, 2]}\n"
                                        "text: |\n"
                                        "  line\n");
    assert_int_equal(root->kind, MB_YAML_MAPPING);
    assert_int_equal(root->items.count, 4);

    const mb_yaml *title = root->items.items[0];
    assert_slice(title->key, "title");
    assert_int_equal(title->key_line, 2);
    assert_int_equal(title->key_column, 1);
    assert_slice(title->text, "Our panel");
    assert_string_equal(title->text.data, "Our panel");
    assert_false(title->quoted);
    assert_place(title, 2, 8);

    const mb_yaml *packs = mb_yaml_get(root, "packs");
    assert_int_equal(packs->kind, MB_YAML_SEQUENCE);
    assert_place(packs, 4, 3);
    const mb_yaml *second = packs->items.items[1];
    assert_slice(second->text, "two.txt");
    assert_true(second->quoted);
    assert_place(second, 5, 5);

    const mb_yaml *flow = mb_yaml_get(root, "caf\u00e9");
    assert_place(flow, 6, 7);
    assert_slice(mb_yaml_get(flow, "a")->text, "x\ty");
    assert_place(mb_yaml_get(flow, "b")->items.items[1], 6, 26);

    assert_slice(mb_yaml_get(root, "text")->text, "line\n");
    assert_true(mb_yaml_get(root, "text")->quoted);
    assert_null(mb_yaml_get(root, "none"));
    assert_null(mb_yaml_get(packs, "none"));
}

static void a_document_without_content_is_an_empty_mapping(void **state)
{
    static const char *const empty[] = {"", "\n\n", "# nothing yet\n", "---\n", "--- ~\n", "\uFEFF"};
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        const mb_yaml *root = parsed(state, empty[i]);
        assert_int_equal(root->kind, MB_YAML_MAPPING);
        assert_int_equal(root->items.count, 0);
    }
}

static void a_byte_order_mark_is_no_part_of_the_first_key(void **state)
{
    const mb_yaml *root = parsed(state, "\uFEFFtitle: x\n");
    assert_place(mb_yaml_get(root, "title"), 1, 8);
}

static void each_mistake_has_its_place_and_its_words(void **state)
{
    static const struct {
        const char *text;
        uint32_t line, column;
        const char *words;
    } cases[] = {
        {"a: 1\nb: 2\na: 3\n", 3, 1, "the key 'a' is already in line 1"},
        {"a: {b: 1, c: 2, b: 3}\n", 1, 17, "the key 'b' is already in line 1"},
        {"a: &x 1\n", 1, 4, "an anchor (&) can't be used here"},
        {"a: &x [1]\n", 1, 4, "an anchor (&) can't be used here"},
        {"a: &x {b: 1}\n", 1, 4, "an anchor (&) can't be used here"},
        {"&x a: 1\n", 1, 1, "an anchor (&) can't be used here"},
        {"a: 1\nb: *a\n", 2, 4, "an alias (*) can't be used here"},
        {"a: !!str 1\n", 1, 4, "a tag (!) can't be used here"},
        {"a: !mine {b: 1}\n", 1, 4, "a tag (!) can't be used here"},
        {"a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"},
        {"a: 1\n...\nb: 2\n", 3, 1, "text follows the end of the document"},
        {"? [a]\n: b\n", 1, 3, "a key must be a word, not a list or a mapping"},
        {"a: b: c\n", 1, 5, "a second ':' stands in this line"},
        {"a: 1\n  b: 2\n", 2, 4, "a second ':' stands in this line"},
        {"a:\n  b: 2\n c: 3\n", 3, 2, "this line doesn't fit the ones above it"},
        {"a:\n\t- x\n", 2, 1, "a value can't begin with this character"},
        {"a: @x\n", 1, 4, "a value can't begin with this character"},
        {"a\nb: 1\n", 2, 2, "a second ':' stands in this line"},
        {"a: 1\nb\nc: 1\n", 3, 1, "the line above has no ':' after its key"},
        {"a: [1, 2\nb: 3\n", 1, 4, "the list that this '[' opens isn't closed"},
        {"a: {b: 1\nc\n", 1, 4, "the mapping that this '{' opens isn't closed"},
        {"a: 'x\n", 1, 4, "the quotes that are opened here aren't closed"},
        {"a: 'x\n---\n'\n", 1, 4, "a line `---` or `...` stands within the quotes"},
        {"a: \"\\q\"\n", 1, 5, "a '\\' within double quotes"},
        {"a: - b\n", 1, 4, "a '-' can't begin a list here"},
        {"a: 1\nb: \u00e9\x01\n", 2, 5, "a control character stands here"},
        {"a: 1\nb: \u00e9\xff\n", 2, 5, "a byte here is not UTF-8"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        mb_yaml *root;
        mb_error error = {0};
        int code = mb_yaml_parse(*state, "site.yaml", mb_slice_of(cases[i].text), &root, &error);
        if (code != MB_EFORMAT || error.line != cases[i].line || error.column != cases[i].column ||
            strncmp(error.message, cases[i].words, strlen(cases[i].words)) != 0)
            fail_msg("%s gives %d, %u:%u: %s", cases[i].text, code, error.line, error.column, error.message);
        assert_string_equal(error.file, "site.yaml");
        assert_true(error.advice[0] != '\0');
    }
}

static void nesting_ends_at_32(void **state)
{
    char text[100];
    mb_yaml *root;
    mb_error error = {0};
    memset(text, '[', 33);
    memset(text + 33, ']', 33);
    assert_int_equal(mb_yaml_parse(*state, "x", (mb_slice){text + 1, 64}, &root, &error), 0);
    assert_int_equal(mb_yaml_parse(*state, "x", (mb_slice){text, 66}, &root, &error), MB_ELIMIT);
    assert_int_equal(error.column, 33);
}

static void a_mapping_of_very_many_keys_takes_no_long_time(void **state)
{
    enum { KEYS = 20000 };
    char *text = mb_arena_alloc(*state, KEYS * 16);
    size_t size = 0;
    for (int i = 0; i < KEYS; i++)
        size += (size_t)sprintf(text + size, "k%d: x\n", i);
    mb_yaml *root;
    assert_int_equal(mb_yaml_parse(*state, "x", (mb_slice){text, size}, &root, NULL), 0);
    assert_int_equal(root->items.count, KEYS);
}

static void texts_and_lists_of_texts_are_taken_by_key(void **state)
{
    const mb_yaml *root = parsed(state, "title: T\nempty:\nnull: ~\nquoted: ''\npacks: [a, 'b']\n");
    mb_slice text = MB_TEXT("before");
    assert_int_equal(mb_yaml_string(root, "f", "none", &text, NULL), 0);
    assert_int_equal(mb_yaml_string(root, "f", "empty", &text, NULL), 0);
    assert_int_equal(mb_yaml_string(root, "f", "null", &text, NULL), 0);
    assert_slice(text, "before");
    assert_int_equal(mb_yaml_string(root, "f", "quoted", &text, NULL), 0);
    assert_slice(text, "");
    assert_int_equal(mb_yaml_string(root, "f", "title", &text, NULL), 0);
    assert_slice(text, "T");

    mb_strings texts = {NULL, 0, 0};
    assert_int_equal(mb_yaml_strings(*state, root, "f", "empty", &texts, NULL), 0);
    assert_int_equal(texts.count, 0);
    assert_int_equal(mb_yaml_strings(*state, root, "f", "packs", &texts, NULL), 0);
    assert_int_equal(texts.count, 2);
    assert_slice(texts.items[1], "b");
}

static void a_value_of_the_wrong_kind_is_named(void **state)
{
    const mb_yaml *root = parsed(state, "title: [x]\npacks: one.txt\nmixed:\n- a\n- b: 1\n");
    mb_slice text = MB_NOTHING;
    mb_strings texts = {NULL, 0, 0};
    mb_error error = {0};
    assert_int_equal(mb_yaml_string(root, "site.yaml", "title", &text, &error), MB_EFORMAT);
    assert_string_equal(error.message, "'title' is a list here, where text is expected");
    assert_int_equal(error.line, 1);
    assert_int_equal(error.column, 8);
    assert_string_equal(error.advice, "write it as `title: some text`");
    assert_int_equal(mb_yaml_strings(*state, root, "site.yaml", "packs", &texts, &error), MB_EFORMAT);
    assert_string_equal(error.message, "'packs' is text here, where a list is expected");
    assert_int_equal(mb_yaml_strings(*state, root, "site.yaml", "mixed", &texts, &error), MB_EFORMAT);
    assert_string_equal(error.message, "'mixed' is a mapping here, where a list of texts is expected");
    assert_int_equal(error.line, 5);
    assert_null(text.data);
    assert_int_equal(texts.count, 0);
}

static void an_unknown_key_is_refused_with_the_nearest_known_one(void **state)
{
    static const char *const known[] = {"title", "council", "packs", NULL};
    mb_error error = {0};
    assert_int_equal(mb_yaml_only(parsed(state, "title: x\npacks: []\n"), "site.yaml", known, &error), 0);
    assert_int_equal(mb_yaml_only(parsed(state, "title: x\nconcil: y\n"), "site.yaml", known, &error), MB_EFORMAT);
    assert_string_equal(error.message, "unknown key 'concil' (did you mean 'council'?)");
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 1);
    assert_int_equal(mb_yaml_only(parsed(state, "colour: red\n"), "site.yaml", known, &error), MB_EFORMAT);
    assert_string_equal(error.message, "unknown key 'colour'");
    assert_string_equal(error.advice, "the keys that can stand here: title, council, packs");
}

static void a_mistake_of_meaning_is_reported_at_its_node(void **state)
{
    mb_error error = {0};
    const mb_yaml *root = parsed(state, "a: 1\nb: x\n");
    assert_int_equal(mb_yaml_fail(mb_yaml_get(root, "b"), "d.yaml", &error, "no such theme '%s'", "x"), MB_EFORMAT);
    assert_string_equal(error.file, "d.yaml");
    assert_int_equal(error.line, 2);
    assert_string_equal(error.message, "no such theme 'x'");
}

static void a_file_that_is_missing_is_named(void **state)
{
    mb_yaml *root;
    mb_error error = {0};
    assert_int_equal(mb_yaml_read(*state, "no-such-file.yaml", &root, &error), MB_EIO);
    assert_string_equal(error.file, "no-such-file.yaml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(mappings_lists_and_texts_keep_their_order_and_place),
        with_arena(a_document_without_content_is_an_empty_mapping),
        with_arena(a_byte_order_mark_is_no_part_of_the_first_key),
        with_arena(each_mistake_has_its_place_and_its_words),
        with_arena(nesting_ends_at_32),
        with_arena(a_mapping_of_very_many_keys_takes_no_long_time),
        with_arena(texts_and_lists_of_texts_are_taken_by_key),
        with_arena(a_value_of_the_wrong_kind_is_named),
        with_arena(an_unknown_key_is_refused_with_the_nearest_known_one),
        with_arena(a_mistake_of_meaning_is_reported_at_its_node),
        with_arena(a_file_that_is_missing_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* kept_words.c: the word forms that one page leaves to the next; see words.h. */
#include <stdlib.h>

#include "script/words.h"

#define FIRST_CAPACITY 256

/* Pages of a meeting follow one another: the next one asks for what the last ones asked for. */
#define PAGES_BACK 2

struct mb_kept_words {
    mb_word_forms **items;
    uint32_t count, room;
    size_t size;   /* bytes of all tables */
    uint64_t page; /* the number of the page that runs */
};

static size_t size_of(const mb_word_forms *words)
{
    return words->capacity * sizeof *words->forms;
}

static bool is_of(const mb_word_forms *words, const mb_site_record *site, const mb_lua_list *lists, int count)
{
    if (words->site != site || words->list_count != count)
        return false;
    for (int i = 0; i < count; i++)
        if (words->lists[i].items != lists[i].items || words->lists[i].count != lists[i].count)
            return false;
    return true;
}

static mb_word_forms *make(const mb_site_record *site, const mb_lua_list *lists, int count)
{
    mb_word_forms *made = calloc(1, sizeof *made + (size_t)count * sizeof *lists);
    if (!made)
        return NULL;
    made->site = site;
    made->list_count = count;
    for (int i = 0; i < count; i++)
        made->lists[i] = lists[i];
    return made;
}

static bool make_room(mb_kept_words *kept)
{
    if (kept->count < kept->room)
        return true;
    uint32_t room = kept->room ? 2 * kept->room : 16;
    mb_word_forms **grown = realloc(kept->items, room * sizeof(mb_word_forms *));
    if (!grown)
        return false;
    kept->items = grown;
    kept->room = room;
    return true;
}

static mb_word_forms *find(const mb_kept_words *kept, const mb_site_record *site, const mb_lua_list *lists, int count)
{
    for (uint32_t i = kept->count; i > 0; i--)
        if (is_of(kept->items[i - 1], site, lists, count))
            return kept->items[i - 1];
    return NULL;
}

mb_word_forms *mb_word_forms_of(lua_State *L, const mb_lua_list *lists, int count)
{
    mb_rendering *rendering = mb_rendering_of(L);
    const mb_site_record *site = rendering->setup->site;
    if (!rendering->words)
        rendering->words = calloc(1, sizeof *rendering->words);
    if (!rendering->words || !make_room(rendering->words))
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    mb_count_steps(L, rendering->words->count / 8);
    mb_word_forms *words = find(rendering->words, site, lists, count);
    if (!words) {
        words = make(site, lists, count);
        if (!words)
            mb_stop_page(L, MB_STOPPED_BY_MACHINE);
        rendering->words->items[rendering->words->count++] = words;
    }
    words->used = rendering->words->page;
    return words;
}

mb_form *mb_word_forms_place(const mb_word_forms *words, mb_slice text, uint32_t hash)
{
    uint32_t mask = words->capacity - 1, at = hash & mask;
    while (words->forms[at].count > 0 &&
           !(words->forms[at].hash == hash && mb_slice_equal(words->forms[at].text, text)))
        at = (at + 1) & mask;
    return &words->forms[at];
}

void mb_word_forms_grow(lua_State *L, mb_word_forms *words)
{
    mb_rendering *rendering = mb_rendering_of(L);
    const mb_word_forms old = *words;
    uint32_t capacity = old.capacity ? 2 * old.capacity : FIRST_CAPACITY;
    size_t more = (capacity - old.capacity) * sizeof *old.forms;
    if (more > rendering->limits.memory - rendering->words->size)
        mb_stop_page(L, MB_STOPPED_BY_MEMORY);
    mb_form *forms = calloc(capacity, sizeof *forms);
    if (!forms)
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    words->forms = forms;
    words->capacity = capacity;
    rendering->words->size += more;
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.forms[i].count > 0)
            *mb_word_forms_place(words, old.forms[i].text, old.forms[i].hash) = old.forms[i];
    free(old.forms);
}

void mb_word_forms_end_page(mb_kept_words *kept)
{
    if (!kept)
        return;
    uint32_t left = 0;
    for (uint32_t i = 0; i < kept->count; i++) {
        mb_word_forms *words = kept->items[i];
        if (words->used + PAGES_BACK > kept->page) {
            kept->items[left++] = words;
            continue;
        }
        kept->size -= size_of(words);
        free(words->forms);
        free(words);
    }
    kept->count = left;
    kept->page++;
}

void mb_word_forms_free(mb_kept_words *kept)
{
    if (!kept)
        return;
    for (uint32_t i = 0; i < kept->count; i++) {
        free(kept->items[i]->forms);
        free(kept->items[i]);
    }
    free(kept->items);
    free(kept);
}

/* kept_words.c: the word forms that one page leaves to the next; see words.h. */
#include <stdlib.h>

#include "script/words.h"

/* What stays for later pages. Pages of a meeting follow one another, those of people and of years name items of any: to
 * count their meetings' words again for each took a tenth of a site's time. A meeting's words are some 20 KiB. */
#define STAYING_SIZE  ((size_t)8 << 20)
#define STAYING_COUNT 256

/* In the order of their last use. */
struct mb_kept_words {
    mb_word_forms **items;
    uint32_t count, room;
    size_t size;         /* bytes of all tables */
    uint64_t page;       /* the number of the page that runs */
    uint32_t page_count; /* of those that it uses */
    size_t page_size;
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

/* Takes it from the order. */
static mb_word_forms *take(mb_kept_words *kept, const mb_site_record *site, const mb_lua_list *lists, int count)
{
    for (uint32_t i = kept->count; i > 0; i--) {
        mb_word_forms *words = kept->items[i - 1];
        if (!is_of(words, site, lists, count))
            continue;
        memmove(&kept->items[i - 1], &kept->items[i], (kept->count - i) * sizeof *kept->items);
        kept->count--;
        return words;
    }
    return NULL;
}

static void begin_use(mb_kept_words *kept, mb_word_forms *words)
{
    if (words->used == kept->page)
        return;
    words->used = kept->page;
    kept->page_count++;
    kept->page_size += size_of(words);
}

static mb_kept_words *make_kept(void)
{
    mb_kept_words *made = calloc(1, sizeof *made);
    if (made)
        made->page = 1; /* which no word forms were used in yet */
    return made;
}

mb_word_forms *mb_word_forms_of(lua_State *L, const mb_lua_list *lists, int count)
{
    mb_rendering *rendering = mb_rendering_of(L);
    const mb_site_record *site = rendering->setup->site;
    if (!rendering->words)
        rendering->words = make_kept();
    mb_kept_words *kept = rendering->words;
    if (!kept || !make_room(kept))
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    mb_count_steps(L, kept->page_count / 8);
    mb_word_forms *words = take(kept, site, lists, count);
    if (!words)
        words = mb_word_forms_new(lists, count);
    if (!words)
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    words->site = site;
    kept->items[kept->count++] = words;
    begin_use(kept, words);
    return words;
}

void mb_word_forms_count_for_page(lua_State *L, mb_word_forms *words)
{
    mb_rendering *rendering = mb_rendering_of(L);
    mb_kept_words *kept = rendering->words;
    size_t before = size_of(words), others = kept->page_size - before, limit = rendering->limits.memory;
    uint64_t taken = rendering->steps + rendering->uncounted, steps = rendering->limits.steps;
    const mb_count_limits limits = {
        .memory = limit > others ? limit - others : 0, .steps = steps > taken ? steps - taken : 0, .page = rendering};
    mb_stop stopped = mb_word_forms_count(words, limits);
    kept->size += size_of(words) - before;
    kept->page_size += size_of(words) - before;
    if (stopped)
        mb_stop_page(L, stopped);
    mb_count_steps(L, words->steps);
}

void mb_kept_words_end_page(mb_kept_words *kept)
{
    if (!kept)
        return;
    uint32_t gone = 0;
    while (kept->count - gone > STAYING_COUNT || kept->size > STAYING_SIZE) {
        mb_word_forms *words = kept->items[gone++];
        kept->size -= size_of(words);
        mb_word_forms_free(words);
    }
    kept->count -= gone;
    if (gone > 0)
        memmove(kept->items, kept->items + gone, kept->count * sizeof *kept->items);
    kept->page++;
    kept->page_count = 0;
    kept->page_size = 0;
}

void mb_kept_words_free(mb_kept_words *kept)
{
    if (!kept)
        return;
    for (uint32_t i = 0; i < kept->count; i++)
        mb_word_forms_free(kept->items[i]);
    free(kept->items);
    free(kept);
}

/* enlarge.c: much text of the same kind as a little. */
#include "enlarge.h"

#include <stdint.h>
#include <string.h>

/* Words of fewer letters hold a language together and stay. */
#define SHORTEST_CHANGED 7

static size_t letters_at(const char *text, size_t size)
{
    size_t count = 0;
    while (count < size && text[count] >= 'a' && text[count] <= 'z')
        count++;
    return count;
}

static uint32_t hash(const char *word, size_t size, uint32_t copy)
{
    uint32_t value = 2166136261u ^ copy;
    for (size_t i = 0; i < size; i++)
        value = (value ^ (unsigned char)word[i]) * 16777619u;
    return value ^ value >> 15;
}

/* Another letter for one in the middle of the word, the same in the whole copy. */
static void change(char *word, size_t size, uint32_t copy)
{
    uint32_t value = hash(word, size, copy);
    word[1 + value % (size - 2)] = (char)('a' + (value >> 8) % 26);
}

void enlarge(const char *text, size_t text_size, char *out, size_t size)
{
    for (size_t done = 0, copy = 0; done < size; copy++) {
        size_t part = size - done < text_size ? size - done : text_size;
        memcpy(out + done, text, part);
        for (size_t at = 0; copy > 0 && at < part;) {
            size_t letters = letters_at(out + done + at, part - at);
            if (letters >= SHORTEST_CHANGED)
                change(out + done + at, letters, (uint32_t)copy);
            at += letters + 1;
        }
        done += part;
    }
}

/* build.c: the note of the build, from the program's own headers in memory. */
#include "core/build.h"

#include <link.h>

#include "core/digest.h"

typedef struct search {
    ElfW(Addr) inside; /* an address in the object that is meant */
    mb_slice found;
} search;

static bool holds(const struct dl_phdr_info *object, ElfW(Addr) address)
{
    for (size_t i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        ElfW(Addr) start = object->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_LOAD && address >= start && address - start < part->p_memsz)
            return true;
    }
    return false;
}

static size_t aligned(size_t size, size_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

/* A note is its head, a name and a description, each padded. */
static mb_slice find_in(mb_slice notes, size_t alignment)
{
    static const char name[] = ELF_NOTE_GNU;
    ElfW(Nhdr) head;
    while (notes.size >= sizeof head) {
        memcpy(&head, notes.data, sizeof head);
        size_t at = aligned(sizeof head + head.n_namesz, alignment), end = at + head.n_descsz;
        if (end > notes.size)
            break;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == sizeof name &&
            memcmp(notes.data + sizeof head, name, sizeof name) == 0)
            return (mb_slice){notes.data + at, head.n_descsz};
        notes = mb_slice_from(notes, aligned(end, alignment));
    }
    return MB_NOTHING;
}

static int look_into(struct dl_phdr_info *object, size_t size, void *context)
{
    (void)size;
    search *wanted = context;
    if (!holds(object, wanted->inside))
        return 0;
    for (size_t i = 0; i < object->dlpi_phnum && !wanted->found.data; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        const char *notes = (const char *)(uintptr_t)(object->dlpi_addr + part->p_vaddr);
        if (part->p_type == PT_NOTE)
            wanted->found = find_in((mb_slice){notes, part->p_memsz}, part->p_align > 4 ? 8 : 4);
    }
    return 1;
}

mb_slice mb_build_id(mb_arena *arena)
{
    return mb_build_id_at(arena, (uintptr_t)mb_build_id);
}

mb_slice mb_build_id_at(mb_arena *arena, uintptr_t function)
{
    search wanted = {.inside = (ElfW(Addr))function};
    dl_iterate_phdr(look_into, &wanted);
    return wanted.found.data ? mb_hex(arena, wanted.found) : MB_NOTHING;
}

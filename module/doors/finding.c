/* finding.c: see finding.h. */
#include "doors/finding.h"

#include "model/words.h"

_Static_assert((int)mb_severity_note == MB_NOTE && (int)mb_severity_warning == MB_WARNING &&
                   (int)mb_severity_error == MB_ERROR,
               "a finding's severity is the model's");

/* A text that may be "not said", as C knows texts. */
static const char *text_of(mb_arena *arena, mb_slice text)
{
    return text.data ? mb_arena_copy(arena, text).data : "";
}

mb_finding mb_finding_of(mb_arena *arena, mb_slice file, const char *corrections, const mb_diagnostic *diagnostic)
{
    return (mb_finding){
        .severity = (int)diagnostic->severity,
        .code = text_of(arena, diagnostic->code),
        .message = text_of(arena, diagnostic->message),
        .file = text_of(arena, file),
        .line = diagnostic->place.line,
        .page = diagnostic->place.page,
        .sheet = diagnostic->place.sheet,
        .correction = text_of(arena, diagnostic->correction),
        .corrections = corrections,
    };
}

mb_words mb_words_of(const mb_pack *pack)
{
    mb_word_count count = mb_count_words(pack);
    return (mb_words){pack->source->file.data, count.placed, count.unheaded, count.front_matter, count.furniture};
}

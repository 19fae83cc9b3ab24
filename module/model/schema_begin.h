/* schema_begin.h: the macros of schema.def that an expansion has no use for come to nothing, or to their nearest. */
#ifndef MB_CHOICES
#define MB_CHOICES(name, meaning)
#endif
#ifndef MB_CHOICE
#define MB_CHOICE(name, id, word, meaning)
#endif
#ifndef MB_CHOICES_END
#define MB_CHOICES_END(name)
#endif
#ifndef MB_TYPE
#define MB_TYPE(name, title, meaning)
#endif
#ifndef MB_SPARSE_TYPE
#define MB_SPARSE_TYPE MB_TYPE
#endif
#ifndef MB_PLAIN_TYPE
#define MB_PLAIN_TYPE MB_TYPE
#endif
#ifndef MB_END
#define MB_END
#endif
#ifndef MB_FIELD
#define MB_FIELD(kind, name, meaning)
#endif
#ifndef MB_OPTION
#define MB_OPTION(choices, name, meaning)
#endif
#ifndef MB_RECORD
#define MB_RECORD(type, name, meaning)
#endif
#ifndef MB_LIST
#define MB_LIST(type, name, meaning)
#endif
#ifndef MB_REFERENCE
#define MB_REFERENCE(type, name, meaning)
#endif
#ifndef MB_REFERENCES
#define MB_REFERENCES(type, name, meaning)
#endif
#ifndef MB_INNER
#define MB_INNER(type, name, meaning)
#endif
#ifndef MB_FIELD_OF
#define MB_FIELD_OF(values, kind, name, meaning) MB_FIELD(kind, name, meaning)
#endif
#ifndef MB_LIST_OF
#define MB_LIST_OF(values, type, name, meaning) MB_LIST(type, name, meaning)
#endif
#ifndef MB_SHARED
#define MB_SHARED
#endif
#ifndef MB_SHARED_END
#define MB_SHARED_END
#endif

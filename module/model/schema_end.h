/* schema_end.h: forgets the macros of schema.def, so that the next expansion defines its own. */
#undef MB_CHOICES
#undef MB_CHOICE
#undef MB_CHOICES_END
#undef MB_TYPE
#undef MB_SPARSE_TYPE
#undef MB_PLAIN_TYPE
#undef MB_FIELD
#undef MB_OPTION
#undef MB_RECORD
#undef MB_LIST
#undef MB_REFERENCE
#undef MB_REFERENCES
#undef MB_FIELD_OF
#undef MB_LIST_OF
#undef MB_SHARED
#undef MB_SHARED_END
#undef MB_END

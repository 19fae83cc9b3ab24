#!/bin/bash
# no_renderer.sh LIBRARY: the library takes cmark's parser and tree, and none of its renderers.
set -euo pipefail
needed=$(nm -D -u "$1")
grep -q ' cmark_parser_feed\| cmark_parse_document' <<<"$needed" || { echo "$1 doesn't call cmark's parser at all"; exit 1; }
if grep ' cmark_render_\| cmark_markdown_to_html' <<<"$needed"; then
    echo "$1 calls a renderer of cmark (above)"
    exit 1
fi

#!/bin/bash
# format.sh SOURCE: all C files have the look that .clang-format says, but for the schema's, whose macros are laid out
# as tables by hand.
set -uo pipefail
cd "$1" || exit 1
command -v clang-format >/dev/null || { echo "not done: clang-format is not here"; exit 77; }

find module tests -name '*.[ch]' ! -path 'module/model/schema*.[ch]' ! -path module/model/model.h -print0 |
    xargs -0 clang-format --dry-run -Werror

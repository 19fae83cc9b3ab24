#!/bin/bash
# public_header.sh HEADER: the public header stands alone, as C17 and as C++17, with every warning of gcc and clang.
set -uo pipefail
header=$1
failed=0

# What every struct with a pointer behind an int shows, and what only matters to C++98.
silent=(-Wno-padded -Wno-c++98-compat -Wno-c++98-compat-pedantic)
everywhere=(-fsyntax-only -Werror)
gcc=(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Wcast-qual -Wredundant-decls -Wmissing-declarations)
c=(-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wc++-compat)
cplusplus=(-Wold-style-cast -Wzero-as-null-pointer-constant -Wuseless-cast)

# compiles COMPILER ARGUMENT…: notes a failure; a compiler that isn't here is said.
compiles() {
    if ! command -v "$1" >/dev/null; then
        echo "not done: $1 is not here"
        return
    fi
    "$@" "${everywhere[@]}" - <<<"#include \"$header\"" || { echo "not clean: $*"; failed=1; }
}

compiles gcc -x c -std=c17 "${gcc[@]}" "${c[@]}"
compiles g++ -x c++ -std=c++17 "${gcc[@]}" "${cplusplus[@]}"
compiles clang -x c -std=c17 -Weverything "${silent[@]}"
compiles clang++ -x c++ -std=c++17 -Weverything "${silent[@]}"
exit $failed

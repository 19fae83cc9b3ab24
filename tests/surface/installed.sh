#!/bin/bash
# installed.sh BUILD PACK: what `cmake --install` puts somewhere serves a stranger's program, found by pkg-config and by
# find_package; and an installation that was moved still finds its own dialects.
set -euo pipefail
build=$1 pack=$2
consumer=$(dirname "$(realpath "$0")")/consumer

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved"
pc=$(find "$work/moved" -name minutebook.pc -printf '%h')

read_pack() {
    "$@" "$pack" | tee "$work/said"
    grep -qx '[0-9]* findings, [1-9][0-9]* bytes of JSON' "$work/said"
}

export PKG_CONFIG_PATH=$pc
library=$(pkg-config --variable=libdir minutebook)
gcc -Wall -Werror "$consumer/consumer.c" $(pkg-config --cflags --libs minutebook) -o "$work/by-pkg-config"
LD_LIBRARY_PATH=$library read_pack "$work/by-pkg-config"

cmake -G Ninja -S "$consumer" -B "$work/by-cmake" -DCMAKE_PREFIX_PATH="$work/moved" >/dev/null
cmake --build "$work/by-cmake" >/dev/null
read_pack "$work/by-cmake/consumer"

"$work/moved/bin/minutebook" model "$pack" >"$work/model.json"
grep -q '"minutebook/1"' "$work/model.json"

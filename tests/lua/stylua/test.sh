#!/bin/sh
# test.sh FOLDER: the Lua that ships is as StyLua writes it, which npm puts into FOLDER. Exit code 77: there is no npm.
set -eu
here=$(dirname "$0")
command -v npm >/dev/null && command -v node >/dev/null || exit 77
mkdir -p "$1"
if ! cmp -s "$here/package-lock.json" "$1/package-lock.json" || [ ! -d "$1/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$1"
    (cd "$1" && npm ci --silent --no-audit --no-fund --ignore-scripts)
fi
cd "$here/../../.."
find lua themes module/starter -name '*.lua' -not -path 'lua/meta/*' -print | sort |
    xargs node tests/lua/stylua/stylua.mjs "$1" .stylua.toml

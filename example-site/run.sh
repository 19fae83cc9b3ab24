#!/bin/bash
# run.sh: installs what is missing, builds Minutebook for use, publishes the example site, and says where it is. Where
# Pagefind is installed (`npm install --global pagefind`), the site can be searched, too. The day is fixed, between two
# meetings of the packs: on a later one no meeting would be to come.
set -euo pipefail
cd "$(dirname "$0")/.."

tests/install.sh tests/packages-build.txt

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset release && cmake --build --preset release --target minutebook_command; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "The build has errors (above); nothing was published." >&2
    exit 1
fi
build/release/bin/minutebook build example-site --to example-site/_site --date 2026-05-06
if command -v pagefind >/dev/null; then
    pagefind --site example-site/_site --quiet
    echo "To search it, let a web server show it: python3 -m http.server --directory example-site/_site 8000"
fi
echo "The example site is at file://$PWD/example-site/_site/index.html"

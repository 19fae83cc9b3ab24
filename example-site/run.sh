#!/bin/bash
# run.sh: installs what is missing, builds Minutebook for use, publishes the example site, and says where it is.
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
build/release/bin/minutebook build example-site --to example-site/_site
echo "The example site is at file://$PWD/example-site/_site/index.html"

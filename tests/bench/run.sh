#!/bin/bash
# run.sh: builds for release, and prints what reading costs, beside cmark's parser on the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/install.sh tests/packages-build.txt
cmake --preset release -DMINUTEBOOK_BENCH=ON >/dev/null
cmake --build --preset release --target reading_bench >/dev/null
build/release/tests/reading_bench example-site/packs/*.txt

#!/bin/bash
# run.sh: builds for release, and prints what reading costs, beside cmark's parser on the same bytes; what putting 5,000
# packs together costs; what building a site costs, beside the same Markdown through cmark, and through Hugo; then what a
# save costs in a preview, and our pages in other generators.
set -euo pipefail
cd "$(dirname "$0")/../.."

tests/install.sh tests/packages-build.txt tests/bench/packages.txt
cmake --preset release -DMINUTEBOOK_BENCH=ON >/dev/null
cmake --build --preset release >/dev/null
build/release/tests/reading_bench example-site/packs/*.txt
build/release/tests/site_bench
python3 -B tests/bench/building.py build/release example-site
python3 -B tests/bench/previewing.py build/release example-site
python3 -B tests/bench/hosts.py build/release example-site

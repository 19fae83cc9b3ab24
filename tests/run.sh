#!/bin/bash
# run.sh [--quick]: installs what is missing, builds, and runs every test, first as a developer's build, then under
# ASan and UBSan; --quick leaves out the second. Tests that need real packs look for them in MINUTEBOOK_REFERENCES.
set -uo pipefail
cd "$(dirname "$0")/.."

presets=(dev asan)
case "${1-}" in
"") ;;
--quick) presets=(dev) ;;
*)
    echo "run.sh: '$1' is unknown; there is only --quick" >&2
    exit 2
    ;;
esac

passed=0 failed=0 skipped=0

# Adds what ctest counted in the JUnit file to the three sums.
count() {
    local suite tests failures not_done
    suite=$(tr '\n' ' ' <"$1" | grep -o '<testsuite [^>]*>')
    tests=$(number tests) failures=$(number failures) not_done=$(number skipped)
    passed=$((passed + tests - failures - not_done))
    failed=$((failed + failures))
    skipped=$((skipped + not_done))
}
number() {
    grep -o "\\b$1=\"[0-9]*\"" <<<"$suite" | tr -dc 0-9
}

# Configures, builds and tests a preset.
run_preset() {
    local results=build/$1/results.xml before=$failed
    echo "== $1"
    if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
        cat "$log"
        echo "The build '$1' has errors (above); its tests did not run."
        failed=$((failed + 1))
        return
    fi
    rm -f "$results"
    ctest --preset "$1" --parallel "$(nproc)" --no-tests=error --output-junit "$PWD/$results"
    local status=$?
    [ -f "$results" ] && count "$results"
    if [ $status -ne 0 ] && [ "$failed" -eq "$before" ]; then
        failed=$((failed + 1))
    fi
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
tests/install.sh tests/packages-build.txt tests/packages.txt || exit 1
for preset in "${presets[@]}"; do
    run_preset "$preset"
done

[ -n "${MINUTEBOOK_REFERENCES-}" ] || echo "Not done: the scores of real packs (MINUTEBOOK_REFERENCES is not set)."
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]

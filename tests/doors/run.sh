#!/bin/bash
# run.sh [BUILD]: runs the tests of all doors in a build, and prints the matrix of hosts.
set -uo pipefail
build=${1-$(dirname "$0")/../../build/dev}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# The matrix itself needs those that it tells of.
ctest --test-dir "$build" -R '^doors_matrix$' --output-on-failure >"$log" 2>&1
status=$?
if [ $status -ne 0 ]; then
    cat "$log"
fi
page=$(realpath "$(dirname "$0")/../../module/docs/doors.md")
table=$(python3 -B "$(dirname "$0")/matrix.py" "$build" "$page") || status=1
echo "$table"
! grep -q 'not run' <<<"$table" || status=1
exit $status

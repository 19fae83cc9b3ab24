#!/bin/bash
# exported_names.sh LIBRARY HEADER: the library exports what the header declares, and nothing else.
set -euo pipefail

exported=$(nm -D --defined-only "$1" | awk '{print $3}' | sort)
declared=$(grep '^MB_PUBLIC' "$2" | grep -o 'mb_[a-z0-9_]*(' | tr -d '(' | sort)
if [ -z "$declared" ]; then
    echo "the header declares nothing"
    exit 1
fi
diff <(echo "$declared") <(echo "$exported") && exit 0
echo "(< declared in the header, > exported by the library)"
exit 1

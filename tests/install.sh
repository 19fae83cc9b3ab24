#!/bin/bash
# install.sh LIST…: installs the Debian packages that the lists name and this machine lacks; says nothing where it
# has them all. Asks for sudo only when something is missing.
set -euo pipefail

# The names of the installed packages, and of what they provide (another vendor's nodejs is Debian's npm too).
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' 2>/dev/null |
    sed -n 's/^installed //p' | tr ',' '\n' | sed 's/^ *//; s/ .*//' | sort -u) || true
missing=()
for package in $(sed 's/#.*//' "$@"); do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This machine has no apt-get. Minutebook needs what these Debian packages hold:" >&2
    echo "  ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo to install them with. As root, run" >&2
        echo "  apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing ${missing[*]}"
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends \
    "${missing[@]}" >/dev/null

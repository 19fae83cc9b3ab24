#!/bin/bash
# fresh.sh: proves the README's two commands on a bare Debian 12: makes a chroot that holds little but apt, puts the
# committed files (HEAD) in, runs both commands there, and throws it away.
#
# Packages come from where this machine gets its own, by its own apt configuration and with its own authorities. Needs mmdebstrap, and root or
# unprivileged user namespaces.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v mmdebstrap >/dev/null; then
    echo "fresh.sh needs mmdebstrap: as root, run  apt-get install mmdebstrap" >&2
    exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Where this machine's Debian packages come from, and how it reaches them (proxies, mirrors frozen in time).
apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian' |
    grep bookworm | sort -u >"$work/sources.list" || true
if [ ! -s "$work/sources.list" ]; then
    echo "apt knows no source of Debian 12 packages here: run  apt-get update  as root, and see /etc/apt" >&2
    exit 2
fi
apt-config dump | grep -E '^Acquire::(https?|Check-|Retries)' >"$work/apt.conf" || true
git archive HEAD >"$work/minutebook.tar"
# Whom this machine trusts: a network with an authority of its own would keep npm out of the chroot.
cat /etc/ssl/certs/ca-certificates.crt >"$work/authorities.pem" 2>/dev/null || true

# Runs in the chroot; what the bootstrap left of apt's lists goes first, since a bare machine has none.
cat >"$work/prove.sh" <<'PROVE'
set -e
rm -rf /var/lib/apt/lists/*
mkdir /root/minutebook
cd /root/minutebook
tar -xf /root/minutebook.tar
echo "== ./example-site/run.sh"
./example-site/run.sh
echo "== ./tests/run.sh"
./tests/run.sh
PROVE

mmdebstrap --quiet --variant=apt --format=null --aptopt="$work/apt.conf" \
    --customize-hook="copy-in $work/minutebook.tar $work/authorities.pem $work/prove.sh /root" \
    --customize-hook='chroot "$1" env -i HOME=/root TERM=dumb LC_ALL=C.UTF-8 NODE_EXTRA_CA_CERTS=/root/authorities.pem \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin bash /root/prove.sh' \
    bookworm /dev/null "$work/sources.list"
echo "Both commands work on a bare Debian 12."

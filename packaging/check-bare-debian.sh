#!/bin/sh
# Prove that the project sets itself up on a bare Debian: a new minimal system with git, make and
# python3 in it, this checkout's last commit cloned, an empty home, no display.
#
#   packaging/check-bare-debian.sh [FOLDER [TARGET…]]     as root; needs debootstrap
#
# FOLDER (default: a temporary one, removed afterwards) gets the system; a system that is already
# there is used again. TARGETs are make targets, by default: setup test run.
# SUITE (bookworm), MIRROR (debootstrap's own), CA_FILE (a certificate bundle to trust) and PIP_*
# are taken from the environment.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd)
suite=${SUITE:-bookworm}
mirror=${MIRROR:-}
temporary=
if [ $# -gt 0 ]; then
    folder=$1
    shift
else
    folder=$(mktemp -d)
    temporary=$folder
fi
[ $# -gt 0 ] || set -- setup test run

cleanup() {
    umount "$folder/proc" 2>/dev/null || true
    [ -z "$temporary" ] || rm -rf "$temporary"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

if [ ! -x "$folder/usr/bin/make" ]; then
    started=$(date +%s)
    # shellcheck disable=SC2086 # no mirror means no argument
    debootstrap --variant=minbase --include=git,make,python3 "$suite" "$folder" $mirror \
        >"${TMPDIR:-/tmp}/debootstrap.log"
    echo "system made in $(($(date +%s) - started)) s"
fi
mount -t proc proc "$folder/proc" 2>/dev/null || echo "no /proc in there; going on without"
cp /etc/resolv.conf /etc/hosts "$folder/etc/"
# for what the caller installs from: none of it is in the image of a user
if [ -n "${CA_FILE:-}" ]; then
    cp "$CA_FILE" "$folder/etc/caller-certificates.crt"
    PIP_CERT=/etc/caller-certificates.crt
    export PIP_CERT
fi

rm -rf "$folder/srv/home" "$folder/srv/project"
mkdir -p "$folder/srv/home"
git clone --quiet --no-hardlinks "$project" "$folder/srv/project"

inside() {
    # shellcheck disable=SC2016 # the inner shell expands it
    env -i HOME=/srv/home PATH=/usr/sbin:/usr/bin:/sbin:/bin CI="${CI:-}" \
        ${PIP_CERT:+"PIP_CERT=$PIP_CERT"} ${PIP_INDEX_URL:+"PIP_INDEX_URL=$PIP_INDEX_URL"} \
        chroot "$folder" sh -c 'cd /srv/project && exec make "$1"' sh "$1"
}

for target in "$@"; do
    started=$(date +%s)
    status=0
    inside "$target" || status=$?
    echo "make $target: status $status, $(($(date +%s) - started)) s"
    [ "$status" -eq 0 ] || exit "$status"
done

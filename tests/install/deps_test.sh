#!/usr/bin/env bash
# tools/install-deps on machines that have everything, lack something, or are no Debian: what it would install, said
# for each, and that it asks for no network when nothing is missing. The commands it calls are stand-ins.
#   deps_test.sh SOURCE
set -u
source_folder=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/other"
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $*"
    cat "$folder/out" "$folder/calls" 2>/dev/null
}

stand_in() {
    printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}
# shellcheck disable=SC2016 # expanded by the stand-in
stand_in dpkg-query 'for name; do :; done; sed -n "s/^$name /installed /p" "$FAKE/have"'
# shellcheck disable=SC2016
stand_in apt-get 'echo "apt-get $*" >>"$FAKE/calls"'
# shellcheck disable=SC2016
stand_in dpkg '[ "$1" = --compare-versions ] && [ "$(printf "%s\n%s\n" "$2" "$4" | sort -V | tail -n 1)" = "$2" ]'
# shellcheck disable=SC2016
stand_in id 'echo "$FAKE_ID"'
for tool in dirname sed sort tail sh; do
    ln -s "$(command -v $tool)" "$folder/other/$tool"
done

# run ID WORDS...: its exit status; output in out, what it had apt-get do in calls.
run() {
    local id=$1
    shift
    rm -f "$folder/calls"
    FAKE=$folder FAKE_ID=$id PATH=$folder/bin:$folder/other /bin/sh "$source_folder/tools/install-deps" "$@" \
        >"$folder/out" 2>&1
}

list=$source_folder/tools/debian-packages.txt
awk '!/^#/ && NF {print $1, $2}' "$list" >"$folder/all"

cp "$folder/all" "$folder/have"
run 0 --quiet || fail "nothing is missing"
[ ! -s "$folder/out" ] || fail "silent where nothing is missing"
[ ! -e "$folder/calls" ] || fail "no network where nothing is missing"

grep -v '^libyajl-dev \|^clang-14 ' "$folder/all" >"$folder/have"
run 0 --quiet || fail "two are missing"
[ "$(grep -c '^install  ' "$folder/out")" -eq 2 ] || fail "a line for each"
grep -q '^apt-get update' "$folder/calls" || fail "apt-get update"
grep -q '^apt-get install .* libyajl-dev clang-14$' "$folder/calls" || fail "apt-get install of both"
run 0 --quiet build || fail "one is missing for the build"
grep -q '^apt-get install .* libyajl-dev$' "$folder/calls" || fail "apt-get install of one"
run 1000 --quiet && fail "only root installs"
grep -q 'sudo apt-get install libyajl-dev clang-14$' "$folder/out" || fail "says what to run"
[ ! -e "$folder/calls" ] || fail "leaves apt-get alone without rights"

sed 's/^cmake .*/cmake 3.18.4-2/' "$folder/all" >"$folder/have"
run 0 --quiet || fail "one is too old"
grep -q '^apt-get install .* cmake$' "$folder/calls" || fail "apt-get install of what is too old"

rm "$folder/bin/dpkg-query"
run 0 || fail "no Debian"
grep -q 'not a Debian system' "$folder/out" || fail "says that it is no Debian"
[ "$failures" -eq 0 ] && echo "install-deps is in order"
exit "$((failures > 0))"

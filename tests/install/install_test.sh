#!/usr/bin/env bash
# An installed chancery, also after its prefix was moved: the command, the libraries by pkg-config and by CMake, the
# manual and the completions.
#   install_test.sh CMAKE BUILD SOURCE
set -u
cmake=$1
build=$(realpath "$2")
source_folder=$(realpath "$3")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
unset CHANCERY_DATA_DIR CHANCERY_ISA LD_LIBRARY_PATH PKG_CONFIG_PATH
failures=0

# try WHAT COMMAND...: it must succeed; what it says is shown if it does not.
try() {
    local what=$1
    shift
    if ! "$@" >said 2>&1; then
        failures=$((failures + 1))
        echo "FAIL: $what"
        head -n 20 said
    fi
}

# coded WHAT: what the program said tells of the summit's talks.
coded() {
    if ! grep -q '^CONSULT ' said; then
        failures=$((failures + 1))
        echo "FAIL: events from $1"
    fi
}

# have COMMAND: whether this machine has it; what needs it is left out where it does not.
have() {
    command -v "$1" >/dev/null 2>&1 || { echo "left out: $1 is not installed" && false; }
}

try "cmake --install" "$cmake" --install "$build" --prefix "$folder/first"
mkdir elsewhere
mv first elsewhere/moved
prefix=$folder/elsewhere/moved
report=$source_folder/examples/summit.txt

# ---- The command ------------------------------------------------------------------------------------------
try "code" "$prefix/bin/chancery" code --to json "$report" -o installed.json
try "code in the build tree" "$build/bin/chancery" code --to json "$report" -o built.json
try "the same bytes" cmp installed.json built.json
try "by a link" ln -s "$prefix/bin/chancery" linked
try "code by a link" ./linked code --to json "$report" -o linked.json
try "the same bytes by a link" cmp installed.json linked.json
try "grammar check" "$prefix/bin/chancery" grammar check "$prefix/share/chancery/grammar/AID.grammar"

# ---- The libraries ----------------------------------------------------------------------------------------
# The program is the one of docs/library.md.
sed -n '/^```c$/,/^```$/p' "$source_folder/docs/library.md" | sed '1d;$d' >example.c
try "needs no library but the C library's" \
    bash -c '! readelf -d "$0" | grep NEEDED | grep -vE "\[lib(m|c)\.so|ld-linux"' "$prefix/lib/libchancery.so"
try "shows names of chancery.h alone" \
    bash -c '! nm -D --defined-only "$0" | awk "{print \$NF}" | grep -v "^chy_"' "$prefix/lib/libchancery.so"
for name in $(grep -vE '^typedef|^ \*|^/\*' "$prefix/include/chancery.h" | grep -oE '\bchy_[a-z0-9_]+\(' | tr -d '('); do
    try "libchancery.so has $name" bash -c 'nm -D --defined-only "$0" | grep -qw "$1"' \
        "$prefix/lib/libchancery.so" "$name"
done
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
if have pkg-config; then
    # shellcheck disable=SC2046 # flags are words
    try "built by pkg-config" cc example.c -o by_pkg_config $(pkg-config --cflags --libs chancery)
    try "run by pkg-config" env LD_LIBRARY_PATH="$prefix/lib" ./by_pkg_config "$(pkg-config --variable=datadir chancery)" "$report"
    coded "pkg-config"
    mkdir static
    cp "$prefix/lib/libchancery.a" static
    # shellcheck disable=SC2046
    try "built by pkg-config --static" cc example.c -o by_static -Lstatic \
        $(pkg-config --static --cflags --libs chancery | sed 's/-lchancery/-l:libchancery.a/')
    try "run statically" ./by_static "$prefix/share/chancery" "$report"
    coded "pkg-config --static"
fi
mkdir user
cp example.c user
cat >user/CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(user LANGUAGES C)
find_package(chancery 0.1 REQUIRED)
foreach(kind static shared)
    add_executable(user_${kind} example.c)
    target_link_libraries(user_${kind} PRIVATE chancery::${kind})
endforeach()
END
try "configured by find_package" "$cmake" -S user -B user/build -DCMAKE_PREFIX_PATH="$prefix"
try "built by find_package" "$cmake" --build user/build
for kind in static shared; do
    try "run by find_package, $kind" "user/build/user_$kind" "$prefix/share/chancery" "$report"
    coded "find_package, $kind"
done

# ---- Documents --------------------------------------------------------------------------------------------
documents=$prefix/share/doc/chancery
for name in docs/record.schema.json docs/record.md docs/grammar.md docs/facts.md docs/library.md examples/summit.txt LICENSE; do
    try "share/doc/chancery has $name" test -s "$documents/$name"
done
for page in README.md docs/accuracy.md docs/record.md; do
    for link in $(grep -o '](\([^)#:]*\))' "$documents/$page" | sed 's/](\(.*\))/\1/'); do
        try "$page links to $link" test -s "$documents/$(dirname "$page")/$link"
    done
done

# ---- Manual and completions -------------------------------------------------------------------------------
if have man; then
    try "the manual has no warnings" bash -c '! man --warnings -l "$0" 2>&1 >/dev/null | grep .' \
        "$prefix/share/man/man1/chancery.1"
fi
try "completion of bash" bash -n "$prefix/share/bash-completion/completions/chancery"
if have zsh; then
    try "completion of zsh" zsh -n "$prefix/share/zsh/site-functions/_chancery"
fi
if have fish; then
    try "completion of fish" fish --no-execute "$prefix/share/fish/vendor_completions.d/chancery.fish"
fi
[ "$failures" -eq 0 ] && echo "the installed files are in order"
exit "$((failures > 0))"

# Shared by the tests of the command: a folder of their own, and checks that count.
#   . support.sh COMMAND SOURCE
chancery=$(realpath "$1")
source_folder=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
unset CHANCERY_DATA_DIR CHANCERY_ISA NO_COLOR
checks=0
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $*"
}

# status WANTED COMMAND...: runs it with its output in out and err.
status() {
    local wanted=$1
    shift
    checks=$((checks + 1))
    "$@" >out 2>err </dev/null
    local got=$?
    [ "$got" -eq "$wanted" ] || fail "exit $got, not $wanted: $* ($(head -c 300 err))"
}

# fed WANTED INPUT COMMAND...: the same with INPUT (as printf writes it) on standard input.
fed() {
    local wanted=$1 input=$2
    shift 2
    checks=$((checks + 1))
    # shellcheck disable=SC2059 # the input is a format on purpose: tabs and line ends
    printf "$input" | "$@" >out 2>err
    local got=$?
    [ "$got" -eq "$wanted" ] || fail "exit $got, not $wanted: $* ($(head -c 300 err))"
}

# has FILE PATTERN: the file holds the extended regular expression.
has() {
    checks=$((checks + 1))
    grep -Eq -- "$2" "$1" || fail "$1 has no '$2': $(head -c 400 "$1")"
}

lacks() {
    checks=$((checks + 1))
    ! grep -Eq -- "$2" "$1" || fail "$1 has '$2'"
}

# equal A B: two files hold the same bytes.
equal() {
    checks=$((checks + 1))
    cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

finish() {
    echo "$checks checks, $failures failed"
    [ "$failures" -eq 0 ]
}

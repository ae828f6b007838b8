#!/usr/bin/env bash
# The same bytes whatever the number of threads; rejects and results in the order of the reports.
#   threads_test.sh COMMAND SOURCE_FOLDER
. "$(dirname "$0")/support.sh"

places=(Peru Chad Togo Fiji Oman Cuba Laos Mali Iraq Iran)
for i in $(seq 40); do
    a=${places[$((i % 10))]}
    b=${places[$(((i * 3 + 1) % 10))]}
    if [ $((i % 17)) -eq 0 ]; then
        echo "{\"id\":\"$i\"}"
    else
        printf '{"id":"%d","published":"2025-02-%02d","text":"%s' "$i" $((i % 28 + 1)) "$a's minister met the envoy of $b on Friday."
        for _ in $(seq $((i % 3))); do
            printf ' Troops from %s shelled a village near the border with %s, a spokesman said.' "$a" "$b"
        done
        echo '"}'
    fi
done >many.jsonl
status 3 "$chancery" code --rejects rejects1 many.jsonl
cp out alone
[ "$(wc -l <alone)" -eq 38 ] || fail "$(wc -l <alone) records of 38"
for threads in 2 8; do
    status 3 "$chancery" code --threads $threads --rejects rejects$threads many.jsonl
    equal out alone
    equal rejects$threads rejects1
done
status 0 "$chancery" parse "$source_folder"/examples/{aid,call,raid,strike}.txt
cp out alone
status 0 "$chancery" parse --threads 4 --line-buffered "$source_folder"/examples/{aid,call,raid,strike}.txt
equal out alone
status 5 bash -c '"$0" code --threads 4 many.jsonl >/dev/full' "$chancery"
finish

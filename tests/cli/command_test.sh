#!/usr/bin/env bash
# The interface of the command: what goes in and out, exit statuses, messages.
#   command_test.sh COMMAND SOURCE_FOLDER
. "$(dirname "$0")/support.sh"

# ---- Help, version, usage -----------------------------------------------------------------------------
status 2 "$chancery"
has err 'usage: chancery VERB'
status 0 "$chancery" help
has out '^  code '
status 0 "$chancery" --help
for verb in code parse relate explain eval bench facts grammar version; do
    status 0 "$chancery" "$verb" --help
    has out "^usage: chancery $verb"
    has out '^example: '
    sed -n 's/^example: //p' out >example
    (cd "$source_folder" && PATH="$(dirname "$chancery"):$PATH" bash -e -o pipefail "$folder/example") >out 2>err ||
        { [ "$verb" = grammar ] && grep -q 'problem' out; } || fail "the example of $verb: $(cat example) ($(head -c 300 err))"
    [ -s out ] || fail "the example of $verb prints nothing"
    checks=$((checks + 1))
done
status 0 "$chancery" version
has out '^chancery [0-9]+\.[0-9]+\.[0-9]+$'
has out '^learned file +en-'
status 2 "$chancery" version extra
status 0 "$chancery" --version
status 2 "$chancery" cod
has err 'did you mean "code"'
status 2 "$chancery" code --thread 2 --treads 3
has err 'did you mean "--threads"'
status 2 "$chancery" code --to xml x.txt
has err 'jsonl json show cameo plover'
status 2 "$chancery" code --from html x.txt
status 2 "$chancery" code --threads many x.txt
for day in yesterday 2024 2024-05 2024-02-30 2024-13-01 20240230; do
    status 2 "$chancery" code --published $day x.txt
    has err "wants a day: .*it got .$day"
done
status 2 "$chancery" bench --repeat 0 x.txt
status 2 "$chancery" code --column body x.txt
status 2 "$chancery" code -o
has err 'needs a value'
status 2 "$chancery" grammar
if command -v script >/dev/null; then # on a terminal without a file: a short help
    checks=$((checks + 1))
    script -qec "$chancery code" /dev/null >out 2>&1 </dev/null
    [ $? -eq 2 ] || fail "code on a terminal without a file"
    has out 'usage: chancery code'
fi

# ---- Reports in -----------------------------------------------------------------------------------------
text='Peru sent doctors to Haiti on Monday.'
printf '%s\n' "$text" >one.txt
status 0 "$chancery" code one.txt
has out '^\{"report":\{"id":"one.txt"'
[ "$(wc -l <out)" -eq 1 ] || fail "one report, one line"
cp out one.jsonl
status 0 "$chancery" code - one.txt
[ "$(wc -l <out)" -eq 2 ] || fail "a dash is standard input"
fed 0 "$text" "$chancery" code --published 2025-01-15
has out '"published":"2025-01-15"'
fed 0 '{"id":"a","text":"Chad met Togo."}\n\n{"id":7,"text":"Rain fell.","published":"2024-05-01"}\n' "$chancery" code
has out '"id":"a"'
has out '"id":"7"'
has out '"published":"2024-05-01"'
fed 0 'id,title,text\r\na,"A, b","Chad met ""Togo""\nand Niger."\r\n' "$chancery" code --text
has out '"title":"A, b"'
has out 'Chad met ..Togo..\\nand Niger'
# A title is the headline; its offsets go on behind the text's, which stay as they are.
fed 0 '{"text":"Rain fell."}\n{"text":"Rain fell.","title":"Peru attacked Chile"}\n' "$chancery" code
has out '"title":"Peru attacked Chile",.*"length":10,'
has out '"name":"Peru",.*"mentions":\[\{"start":11,"end":15,"kind":"name"'
has out '"type":"ASSAULT",.*"trigger":\{"start":16,"end":24\}'
fed 0 'id\ttext\na\t"We met," Chad said.\n' "$chancery" code --text
has out '"text":"\\"We met,\\" Chad said\."'
fed 0 'body\tid\nChad met Togo.\tz\n' "$chancery" code --from tsv --column text=body
has out '"id":"z"'
fed 4 'body,id\nChad met Togo.,z\n' "$chancery" code --from csv
has err 'no column "text"; the columns are: body, id\.'
fed 0 'Text,ID,Published\nChad met Togo.,z,20240501\n' "$chancery" code
has out '"id":"z"'
has out '"published":"2024-05-01"'
# A column that --column names has to be there.
fed 4 'text,id\nChad met Togo.,z\n' "$chancery" code --column published=day
has err 'no column "day"'
fed 3 '{"text":"Chad met Togo."}\n' "$chancery" code --column published=day
has err 'No line has a field "day"'
fed 4 'Chad met Togo.\n' "$chancery" code --column text=body
has err 'no columns, so none "body"'
# What is no prose is not coded as if it were.
fed 4 '[{"text":"Chad met Togo."}]\n' "$chancery" code
has err 'JSON array'
fed 4 '<html><p>Chad met Togo.</p></html>\n' "$chancery" code
has err 'HTML or XML'
fed 4 'Chad met Togo.\n' "$chancery" relate
has err 'neither JSON Lines nor a table'
[ ! -s out ] || fail "a header and nothing else: $(cat out)"
# A dateline that is a field of its own is a place and a date as one in the text is.
for dateline in NAIROBI 'NAIROBI, March 5, 2025 (AP)' 'Nairobi, Kenya' nairobi; do
    fed 0 "{\"text\":\"Peruvian and Chadian leaders met on Tuesday.\",\"dateline\":\"$dateline\"}\n" "$chancery" code --to plover
    has out '	Nairobi	KEN	'
done
fed 0 'text,dateline\n"ACCRA, March 4, 2025 (AP) -- Peru and Chad held talks.",NAIROBI\n' "$chancery" code --to plover
has out '	2025-03-04	.*	Nairobi	KEN	'
gzip -c one.jsonl >packed.gz 2>/dev/null
printf '{"id":"g","text":"Chad met Togo."}\n' | gzip -c >packed.jsonl.gz
status 0 "$chancery" code packed.jsonl.gz
has out '"id":"g"'
fed 1 '' "$chancery" code --from jsonl
has err 'holds no report'
fed 1 'id,text\n' "$chancery" code
has err 'holds no report'
fed 1 '' "$chancery" bench
fed 1 '' "$chancery" code
has out '"events":\[\]'

# What is odd in reports that can be coded: an id that came before, words of another language.
fed 0 'id,text\na,Chad met Togo.\nb,Rain.\na,Peru met Chile.\na,Snow.\n' "$chancery" code
has err 'stdin:4: a report of this id came before'
has err '^chancery: 2 reports in all have an id that came before'
[ "$(wc -l <err)" -eq 2 ] || fail "one line for an id, and a count: $(cat err)"
words='los soldados cruzaron el puente y nadie supo durante la noche cuantos de ellos iban a volver con vida del otro lado'
fed 0 "$words. $words. $words.\n" "$chancery" code --to cameo
has err 'stdin: this does not look like English'
fed 0 "Peru met Chile. $words.\n" "$chancery" code
[ ! -s err ] || fail "too little to tell: $(cat err)"
names='Amina Yusuf, Kofi Mensah, Lin Wei, Pedro Alvarez, Olga Petrova, Hans Keller, Marie Dubois, Ravi Kumar, Sato Kenji'
fed 0 "Chad met Togo. Present were $names, $names, $names, $names, $names.\n" "$chancery" code
[ ! -s err ] || fail "names are no other language: $(cat err)"

# ---- Failures ---------------------------------------------------------------------------------------------
status 4 "$chancery" code missing.txt
has err '^chancery: missing.txt: This cannot be read: '
mkdir folder
status 4 "$chancery" code folder
has err 'folder: This cannot be read: .*FOLDER/\*\.txt'
status 3 "$chancery" code missing.txt one.txt
equal out one.jsonl
printf 'Peru met\377 Chile.' >bad.txt
status 4 "$chancery" code bad.txt
has err 'bad.txt'
has err '--lenient'
status 0 "$chancery" code --lenient bad.txt
# Each row of a table that can be read fails: some reports failed, here all of them.
fed 3 'id,text,published\na,Rain.,soon\nb,Rain.,later\n' "$chancery" code
fed 3 '{"id":"a","text":"Chad met Togo."}\n{"id":"b"}\nnonsense\n{"id":"c","text":"Rain.","published":"soon"}\n' \
    "$chancery" code --rejects rejects.jsonl
[ "$(wc -l <out)" -eq 1 ] || fail "the good report is coded"
[ "$(wc -l <rejects.jsonl)" -eq 3 ] || fail "three rejects: $(cat rejects.jsonl)"
has rejects.jsonl '"id":"b","source":"stdin","line":2'
has rejects.jsonl '"id":"c".*ISO 8601'
has err 'stdin:3'
status 5 bash -c '"$0" code one.txt >/dev/full' "$chancery"
status 5 "$chancery" code one.txt -o no-such-folder/out.jsonl
status 6 "$chancery" code --data no-such-folder one.txt
status 6 "$chancery" code --model one.txt one.txt
has err '^chancery: one.txt, the learned file: '
printf 'rulle x\n' >mine.grammar
status 6 "$chancery" code --grammar mine.grammar one.txt
has err 'mine.grammar:1:'
status 2 env CHANCERY_ISA=abacus "$chancery" code one.txt

# ---- Records out ------------------------------------------------------------------------------------------
status 0 "$chancery" code -o out.jsonl one.txt
[ ! -s out ] || fail "-o leaves standard output alone"
equal out.jsonl one.jsonl
[ -z "$(find . -name '.out.jsonl.*')" ] || fail "a temporary file is left"
# What was there stays where nothing could be read.
status 4 "$chancery" code -o out.jsonl bad.txt
equal out.jsonl one.jsonl
status 4 "$chancery" code --to cameo -o out.jsonl missing.txt
equal out.jsonl one.jsonl
fed 3 'id,text,published\na,Rain.,soon\n' "$chancery" code -o out.jsonl
equal out.jsonl one.jsonl
[ -z "$(find . -name '.out.jsonl.*')" ] || fail "a temporary file is left"
status 4 "$chancery" code --to json bad.txt
[ ! -s out ] || fail "an array of nothing: $(cat out)"
# No report that is read is written over.
cp one.txt kept.txt
status 2 "$chancery" code -o ./kept.txt kept.txt
has err 'kept.txt is read'
status 2 "$chancery" code --rejects kept.txt one.txt kept.txt
equal one.txt kept.txt
# Results and rejects go to two places.
status 2 "$chancery" code -o both.jsonl --rejects ./both.jsonl one.txt
has err 'both go to'
[ ! -e both.jsonl ] || fail "it was written all the same"
status 2 "$chancery" code --rejects - one.txt
status 0 "$chancery" code -o /dev/null --rejects /dev/null one.txt
status 0 "$chancery" code --to json one.txt one.txt
has out '^\[$'
has out '^\]$'
status 0 "$chancery" code --to show one.txt
printf '%s\n' 'Police said that nobody had died. The two presidents demanded peace. The United States promised help to Peru.' >many.txt
status 0 "$chancery" code --to show many.txt
has out '^ s1  Police say$'
has out '^ s2  The two presidents demand$'
has out '^ s3  United States promises'
has out '^Events'
lacks out "$(printf '\033')"
status 0 "$chancery" code --to cameo one.txt
has out '^report	event	date	source	target	cameo'
fed 0 '{"text":"Peru met Chad.","published":"2025-03-04","dateline":"NAIROBI"}' "$chancery" code --to plover
has out 'Peru met Chad.	dateline	published$'
fed 0 'Peru met Chad.' "$chancery" code --to show
cat -s out >single
equal out single # no two empty lines
status 0 "$chancery" code --to plover one.txt one.txt
[ "$(grep -c '^report	event' out)" -eq 1 ] || fail "one header for several reports"
for isa in portable avx2; do
    status 0 env CHANCERY_ISA=$isa "$chancery" code one.txt
    equal out one.jsonl
done
status 0 env CHANCERY_DATA_DIR="$(dirname "$chancery")/../share/chancery" "$chancery" code one.txt
equal out one.jsonl

# ---- Pipes: each result at once ---------------------------------------------------------------------------
checks=$((checks + 1))
mkfifo in.fifo
"$chancery" code --line-buffered <in.fifo >live.jsonl 2>err &
pid=$!
exec 3>in.fifo
printf '{"id":"live","text":"Chad met Togo."}\n' >&3
for _ in $(seq 100); do
    [ -s live.jsonl ] && break
    sleep 0.1
done
[ "$(wc -l <live.jsonl)" -eq 1 ] || fail "--line-buffered waits for more input"
exec 3>&-
wait $pid || fail "--line-buffered: exit $?"

# ---- Ctrl-C -----------------------------------------------------------------------------------------------
checks=$((checks + 1))
(trap - INT; exec "$chancery" code -o late.jsonl <in.fifo) 2>err &
pid=$!
exec 3>in.fifo
sleep 1
kill -TERM $pid
wait $pid
[ $? -eq 130 ] || fail "a signal ends it with 130"
exec 3>&-
[ -z "$(find . -name '*late.jsonl*')" ] || fail "an interrupted run leaves a file"

# ---- Parse ------------------------------------------------------------------------------------------------
fed 0 "Kenya's envoy didn't visit Goma." "$chancery" parse
has out '^# text = Kenya.s envoy didn.t visit Goma\.$'
has out '^[0-9]+-[0-9]+	didn.t	_'
has out '	Start=0\|End=5\|NER=B-LOC'
has out 'SpaceAfter=No'
awk -F'\t' '/^[0-9]/ && NF != 10 { exit 1 }' out || fail "ten columns"
cp out parsed.conllu
status 0 "$chancery" parse parsed.conllu
has out '^[0-9]+-[0-9]+	didn.t	_'
grep -v '^#' parsed.conllu | cut -f1-2 >a
grep -v '^#' out | cut -f1-2 >b
equal a b
printf '# newdoc id = d\n1\tRain-fall\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tended\t_\t_\t_\t_\t_\t_\t_\t_\n\n' >odd.conllu
status 0 "$chancery" parse odd.conllu
has out '^1	Rain-fall	'
has out '^# text = Rain-fallended$'

# ---- Relate -------------------------------------------------------------------------------------------------
fed 0 'id\ttext\n1\t<s>Peru</s> thanked <t>Chile</t> on Monday.\n2\t<t>Per\303\272</t>, <s>Chile</s>, Brazil.\n' \
    "$chancery" relate
has out '^id	type	mode	quad	cameo	status	confidence$'
has out '^1	SUPPORT	'
has out '^2	NONE		0		'
awk -F'\t' 'NF != 7 { exit 1 }' out || fail "seven columns"
fed 0 'id\ttext\n1\tPeru thanked <t>Chile</t>.\n2\t<s>Peru</s> opened a road.\n' "$chancery" relate
has out '^1	'
has out '^2	'
fed 3 'id\ttext\n1\tPeru thanked Chile.\n2\t<s>Peru</s> thanked <t>Chile.\n3\t<s>Peru</s> thanked <t>Chile</t>.\n' \
    "$chancery" relate
has err '<s>'

# ---- Eval -------------------------------------------------------------------------------------------------
cp "$source_folder/tests/cli/gold.conllu" gold.conllu
status 0 "$chancery" eval gold.conllu gold.conllu
has out '^LAS +100\.00 +100\.00 +100\.00$'
has out '^Names LOC +100\.00'
sed 's/NER=B-OTH/NER=B-PER/; s/^9\tSuva\tSuva\tPROPN/9\tSuva\tSuva\tNOUN/' gold.conllu >worse.conllu
status 0 "$chancery" eval gold.conllu worse.conllu --compare gold.conllu
has out '^UPOS +94\.44 +94\.44 +94\.44 +100\.00 +-5\.56$'
has out '^LAS +100\.00'
printf 'Kenya%s envoy didn%st visit Goma. Two Fijian ministers met Tonga%s premier in Suva.' "'s" "'" "'s" >gold.txt
status 0 "$chancery" parse gold.txt
cp out system.conllu
status 0 "$chancery" eval gold.conllu system.conllu
has out '^Words +100\.00'
printf '1\tOther\t_\t_\t_\t_\t0\troot\t_\t_\n\n' >other.conllu
status 4 "$chancery" eval gold.conllu other.conllu
has err 'different texts'
status 4 "$chancery" eval gold.conllu missing.conllu
has err '^chancery: missing.conllu: '
# The shared task's rules on odd files: features in any order, forms in any case inside multi-word tokens, white space of
# any kind left out, words of an overlong token aligned by what they spell, empty nodes and enhanced heads passed over.
row() { printf '%s\t%s\t%s\tX\t_\t%s\t%s\t%s\t%s\t_\n' "$@"; }
{ row 1-2 "L’ÉTAT" _ _ _ _ _; row 1 "L’" le "Number=Sing|Definite=Def|Foo=A" 2 det _; row 2 "ÉTAT" _ _ 0 root _
  row 2.1 "gone" _ _ _ _ 0:root; row 3 "12 000" 12 _ 2 nmod:of 2:nmod:of; row 4 "ab" ab _ 3 dep _; echo; } >odd-gold.conllu
{ row 1-3 "l’État" _ _ _ _ _ | sed 's/l’État/L’ÉTAT/'; row 1 "l’" le "Definite=Def|Foo=B|Number=Sing" 2 det _
  row 2 "état" état _ 0 root _; row 3 "z" z _ 2 dep _; echo
  row 1 "12000" 12 _ 0 root _; row 2 "a" a _ 1 dep _; row 3 b b _ 1 dep _; echo; } >odd.conllu
status 0 "$chancery" eval --json odd-gold.conllu odd.conllu
has out '"Words":{"gold":4,"system":6,"correct":3,'
has out '"Sentences":{"gold":1,"system":2,"correct":0,'
has out '"UFeats":{"gold":4,"system":6,"correct":3,'
has out '"Lemmas":{"gold":4,"system":6,"correct":3,'
has out '"LAS":{"gold":4,"system":6,"correct":2,'
sed 's/\t[0-9]*\t\(root\|det\|dep\|nmod:of\)\t/\t_\t_\t/' odd-gold.conllu >headless.conllu
status 0 "$chancery" eval headless.conllu odd.conllu
lacks out '^LAS'
for wrong in 's/^3\t/4\t/ 5: .*ID' 's/^1-2/1-9/ 7: .*ends inside' 's/^1-2/2-3/ 1: .*range' 's/\t2\tnmod/\tx\tnmod/ 5: .*HEAD' \
    's/\t2\tnmod/\t9\tnmod/ 5: .*HEAD' 's/\tab\tab/\t\tab/ 6: .*FORM' 's/\t_$// 1: .*ten.columns'; do
    sed "${wrong%% *}" odd-gold.conllu >wrong.conllu
    status 4 "$chancery" eval wrong.conllu odd.conllu
    has err "wrong.conllu:${wrong#* }"
done
sed 's/12000/12001/' odd.conllu >other.conllu
status 4 "$chancery" eval odd-gold.conllu other.conllu
has err '"12 000" at odd-gold.conllu:5, "12001" at other.conllu:6'
status 2 "$chancery" eval gold.conllu

# ---- What the documents show ---------------------------------------------------------------------------------
# README's lines run one after another in a checkout; the grammar's whole file holds what its examples say.
mkdir -p checkout/build
cp -r "$source_folder/examples" "$source_folder/grammar" checkout
sed -n '/^After `make build`/,/^Every verb/{s/^    //p}' "$source_folder/README.md" | grep -v '^PATH=' >lines
[ "$(wc -l <lines)" -ge 11 ] || fail "README's lines are not found"
while read -r line; do
    status 0 bash -c "cd checkout && PATH=$(dirname "$chancery"):\$PATH && $line"
    grep -Eq ' -o |> ' <<<"$line" || [ -s out ] || fail "nothing is printed by: $line"
done <lines
has out '"MLI"'
[ "$(wc -l <checkout/build/records.jsonl)" -eq 3 ] || fail "README's records"
sed -n '/^## A whole file/,/^Indentation/{s/^    //p}' "$source_folder/docs/grammar.md" >doc.grammar
status 0 "$chancery" grammar check doc.grammar

# ---- Explain, grammar, bench --------------------------------------------------------------------------------
fed 0 "$text" "$chancery" explain
has out 'AID by rule AID/'
has out 'nsubj'
has out '^Report stdin'
# Why not: the condition that failed, with its line; the rule that went before. And the check names the winner.
cat >mine.grammar <<'END'
type AID
rule send-kites
  gloss   sends kites to a state
  verb    embroider if object has kite
  actor   subject
  recipient for
  unless  object has paper, silk
  yes "Peru embroidered its silk kites for Haiti."
  no  "Peru embroidered shirts for Haiti."
rule lend-kites
  gloss   lends a kite
  verb    borrow
  actor   subject
  prefer  -5
  yes "Peru met Chile."
  no  "Peru slept."
END
fed 0 'Peru embroidered paper kites for Haiti.' "$chancery" explain --grammar mine.grammar
has out 'AID/send-kites: an "unless" holds, line 7: object has paper, silk'
status 1 "$chancery" grammar check mine.grammar
has out 'no event is made by AID/send-kites; .*an "unless" holds: object has paper, silk'
has out 'no event is made by AID/lend-kites; made are CONSULT/meet'
# What would help: the `prefer` that turns a tie, the lemma of a form.
cat >theirs.grammar <<'END'
type REJECT
rule shun-parley
  gloss   meets against its will
  verb    meet
  prefer  -4
  actor   subject
  yes "Peru met Chile in Lima on Friday."
  no  "Peru sold fish."
rule vow-kites
  gloss   vows to fly none
  verb    vowed
  actor   subject
  yes "Peru vowed to fly no kites."
  no  "Peru sold kites."
END
status 1 "$chancery" grammar check theirs.grammar
has out 'shun-parley; CONSULT/meet goes before it, and `prefer 1` would turn that'
has out 'vow-kites; predicates are lemmas, and "vowed" is a form of "vow"'
sed 's/prefer  -4/prefer   1/; /^rule vow-kites/,$d' theirs.grammar >turned.grammar
status 0 "$chancery" grammar check turned.grammar
printf 'type AID\nrule send-kites\n  gloss sends kites\n  verb launch when\n' >broken.grammar
status 1 "$chancery" grammar check broken.grammar
has out '^broken.grammar:[0-9]+:[0-9]+: '
status 4 "$chancery" grammar check missing.grammar
printf '# nothing yet\n\n' >empty.grammar
printf 'type AID\0 b\nrule a\n' >nul.grammar
status 1 "$chancery" grammar check nul.grammar
has out '^nul.grammar:1:9: the line is not UTF-8 text'
status 1 "$chancery" grammar check empty.grammar
has out 'This holds no rules'
status 0 "$chancery" bench --json --repeat 1 one.txt
has out '"words_per_second":\{"text":'
finish

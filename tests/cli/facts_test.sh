#!/usr/bin/env bash
# A user's own tables: --facts on every verb that reads reports, `facts check` and `facts who`.
#   facts_test.sh COMMAND SOURCE_FOLDER
. "$(dirname "$0")/support.sh"

mkdir mine
cat >mine/list.actors.txt <<'END'
# Our own list.
TOMAS_NETO_
+NETO_
	[AGOELI <20200101]
	[AGOGOV 20200101-20240101]
	[AGOOPP >20240101]
RED_DUNE_FRONT_ [MLIREB]
END
cat >mine/list.agents.txt <<'END'
!PERSON! = MAN, WOMEN
RIVER_WARDEN [~MIL]
TOLL!PERSON! [~BUS]
END
printf '# kind: organisation\nname\taliases\tcountry\tsectors\nLake Council\tLC\tUGA\tLEG\n' >mine/bodies.tsv
echo "Tomas Neto met fighters of the Red Dune Front on Friday. The Lake Council condemned the talks." >report.txt

# ---- Coding with them -----------------------------------------------------------------------------------
status 0 "$chancery" code --facts mine --published 2022-05-06 --to cameo report.txt
[ ! -s err ] || fail "something is said of good tables: $(cat err)"
has out 'AGOGOV'
has out 'UGALEG'
status 0 "$chancery" code --facts mine --published 2025-05-06 --to json report.txt
has out '"code": "AGOOPP"'
has out '"evidence": "table:list.actors"'
has out '"facts": "[0-9-]+ [0-9a-f]{16}\+[0-9a-f]{16}"'
status 0 "$chancery" code --facts mine/list.actors.txt --facts mine/bodies.tsv --published 2022-05-06 --to cameo report.txt
has out 'UGALEG'
status 0 "$chancery" explain --facts mine --published 2022-05-06 report.txt
has out 'Tomas Neto person AGO GOV'
tr -s ' \n' ' ' <out >flat
has flat 'known from table:list.actors \(Tomas Neto \[AGOGOV\] 2020-01-01..2023-12-31\)'
status 0 "$chancery" parse --facts mine report.txt
status 0 "$chancery" bench --facts mine --repeat 1 report.txt
printf 'id\ttext\n1\t<s>Tomas Neto</s> met <t>the Lake Council</t>.\n' >pairs.tsv
status 0 "$chancery" relate --facts mine pairs.tsv
has out 'CONSULT'
# The same bytes whatever the threads, and from wherever the tables are read.
for i in 1 2 3 4 5 6 7 8; do
    printf '{"id":"%d","published":"202%d-03-04","text":"Tomas Neto met fighters of the Red Dune Front."}\n' $i $i
done >many.jsonl
status 0 "$chancery" code --facts mine many.jsonl
cp out alone
cp -r mine theirs
status 0 "$chancery" code --facts theirs --threads 4 many.jsonl
equal out alone

# ---- One bad line ends nothing --------------------------------------------------------------------------
mkdir bad
printf 'GOOD_ONE_ [KENGOV]\n\377\376_BAD_ [KEN]\nNO_CODE_\nLATER_ [UGAGOV]\n' >bad/x.actors.txt
printf '# kind: person\nname\tcountry\tsectors\nAda Okello\tKEN\tGOVX\nCal Okello\tKenya\tGOV\nBea Okello\tKEN\tGOV\n' >bad/y.tsv
status 0 "$chancery" code --facts bad --published 2022-05-06 --to json report.txt
has err 'bad/x.actors.txt:2: A line is not UTF-8'
has err 'bad/x.actors.txt:3: An actor has no code'
has err "bad/y.tsv:3:16: There is no such sector: 'GOVX'"
has err "bad/y.tsv:4:12: This is no country's code such as KEN: 'Kenya'"
for i in $(seq 100); do echo "NAME_$i"; done >bad/z.actors.txt
status 0 "$chancery" code --facts bad --to json report.txt
has err '84 more lines of your tables cannot be used'
[ "$(wc -l <err)" -eq 21 ] || fail "$(wc -l <err) lines of errors, not 21"
checks=$((checks + 1))
status 6 "$chancery" code --facts nowhere report.txt
has err 'nowhere cannot be read'
mkdir empty
status 6 "$chancery" code --facts empty report.txt
has err 'holds no table'

# A file that was named, and holds nothing of use, is an error; in a folder it is left out.
printf 'Rain fell on Suva.\n' >bad/report.txt
status 0 "$chancery" code --facts bad report.txt
has err 'bad/report.txt: This is no table of facts'
status 6 "$chancery" code --facts bad/report.txt report.txt
has err 'bad/report.txt: This holds no row of facts that can be used'
status 6 "$chancery" code --facts bad/report.txt --facts mine report.txt
printf '# kind: person\nname\tcountry\nAda Okello\tKenya\n' >none.tsv
status 6 "$chancery" code --facts none.tsv report.txt
has err "none.tsv:3:12: This is no country's code"
rm bad/report.txt
gzip -c none.tsv >packed.tsv.gz
status 1 "$chancery" facts check packed.tsv.gz
has out 'packed.tsv.gz: error: This is gzip'
[ "$(grep -c error: out)" -eq 1 ] || fail "gzip is named more than once: $(cat out)"

# ---- Check ----------------------------------------------------------------------------------------------
status 0 "$chancery" facts check mine
has out '^mine/list.actors.txt: read as actors, 4 rows, 7 forms: 4 actor$'
has out '^mine/list.agents.txt: read as agents, 3 rows'
has out '^mine/bodies.tsv: read as tsv, 1 row, 2 forms: 1 organisation$'
has out '^0 errors, 0 doubts$'
status 1 "$chancery" facts check bad/x.actors.txt bad/y.tsv
has out '^bad/x.actors.txt:3: error: An actor has no code'
has out '^bad/y.tsv:3:16: error: There is no such sector'
has out '^4 errors, 0 doubts$'
printf 'TOMAS_NETO_ [KENGOV 20210101-20220101]\nRED_DUNE_FRONT_ [MLIREB]\nSEA_FRONT_ [ELF]\n' >second.actors.txt
status 0 "$chancery" facts check mine second.actors.txt
has out "^second.actors.txt:1: doubt: 'Tomas Neto' has code KENGOV, and for the same days AGOGOV in list.actors, line 5, which counts"
has out "^second.actors.txt:2: doubt: 'Red Dune Front' stands in list.actors, line 7, with the same code"
has out "^second.actors.txt:3:13: doubt: A code says nothing to chancery: 'ELF'"
has out '^0 errors, 3 doubts$'
status 4 "$chancery" facts check nowhere
status 2 "$chancery" facts check
status 2 "$chancery" facts whom Ada

# ---- Who ------------------------------------------------------------------------------------------------
status 1 "$chancery" facts who "capital:KEN" # a key of our own making, no name
status 0 "$chancery" facts who "Sergei Lavrov" --on 20120501
has out 'foreign minister'
status 0 "$chancery" facts who "Sergei Lavrov" --on 2012-05-01
has out 'RUS GOV  foreign minister  2004-03-09\.\.  wikidata Q58217  from table:'
status 0 "$chancery" facts who "Tomas Neto" --on 2022-05-06 --facts mine
has out '^Tomas Neto  actor  AGO GOV  AGOGOV  2020-01-01\.\.2023-12-31  from table:list.actors \(yours\)$'
[ "$(wc -l <out)" -eq 1 ] || fail "more than the row of the day: $(cat out)"
status 0 "$chancery" facts who "TOMÁS  NETO" --on 2025-05-06 --facts mine
has out 'AGOOPP'
status 0 "$chancery" facts who "Ellen Johnson Sirleaf" --on 1990-01-01
has out 'no row of "Ellen Johnson Sirleaf" holds'
has out 'LBR GOV  president  .*not yet'
status 1 "$chancery" facts who "Tomas Netto" --facts mine
has err 'no table knows "Tomas Netto"'
has err 'near it: .*Tomas Neto'
printf '# kind: person\n# source: made up\n# date: 2024-01-01\nname\tcountry\tsectors\nIbrahim Amadou Coulibaly-Sow\tMLI\tGOV\n' >long.tsv
for part in 'Coulibaly-Sow' 'Amadou Coulibaly-Sow'; do
    status 1 "$chancery" facts who --facts long.tsv "$part"
    has err 'near it: Ibrahim Amadou Coulibaly-Sow'
done
status 1 "$chancery" facts who "Xyzzy Qwrtp"
lacks err 'near it'
status 2 "$chancery" facts who Peru --on soon
finish

#!/usr/bin/env bash
# What a reader of the tables and of --to show meets: one line a pair of codes, one count told twice, whose quad.
#   reading_test.sh COMMAND SOURCE
set -u
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/support.sh"

# One line for each pair of codes of an event, with all who share them.
fed 0 'Nigerian gunmen and Nigerian bandits attacked a bank.' "$chancery" code --to cameo
has out '	ev1		NGAUAF	BUS	.*	Nigerian gunmen; Nigerian bandits	a bank	'
[ "$(wc -l <out)" -eq 2 ] || fail "one pair of codes has several lines"
fed 0 'Peru, Chile and the Peruvian president met.' "$chancery" code --to cameo
[ "$(wc -l <out)" -eq 7 ] || fail "three who met are six pairs"

# A count told again is one; what two speakers say, and numbers that exclude each other, are not.
again='Gunmen kill 12 in a night raid.\n\nGunmen killed at least 12 traders in the Nigerian town of Gusau on Monday, police said.\n'
fed 0 "$again" "$chancery" code --to cameo --published 2025-03-04
has out '	dead=12	police	'
lacks out 'dead=12;'
fed 0 'Gunmen killed dozens of traders in Gusau on Monday. The gunmen killed at least 40 traders in Gusau on Monday.' \
    "$chancery" code --to cameo
has out '	dead=40	'
fed 0 'Police said gunmen killed 12 traders in Gusau on Monday. The gunmen killed 30 of the traders, witnesses said.' \
    "$chancery" code --to cameo
has out '	dead=12;dead=30	'

# A group's members are named beside it, and a width that cannot be had is told.
fed 0 'Presidents Ana Ruiz of Peru and Tom Keita of Mali met in Lima on Monday. The two leaders signed a treaty.' \
    "$chancery" code --to show --width 200
has out 'The two leaders \(.*Ana Ruiz, Tom Keita\)'
status 2 "$chancery" code --to show --width 5 dated.txt
has err 'width wants a number from 40 to 1000'

# One date rules: a report's own, else a dateline's whole one, else --published.
printf 'LISBON, 12 May 2025 - Peru met Chile. Peru met Chad on Sunday.\n' >dated.txt
status 0 "$chancery" code --to plover --published 2026-03-10 dated.txt
has out '	2025-05-11	'
lacks out '	2026-'
status 0 "$chancery" code --to jsonl --published 2026-03-10 dated.txt
has out '"published":null'
printf 'LISBON, 12 May - Peru met Chile. Peru met Chad on Sunday.\n' >day.txt
status 0 "$chancery" code --to plover --published 2026-05-13 day.txt
has out '	2026-05-12	'
has out '	2026-05-10	'
fed 0 '{"text":"LISBON, 12 May 2025 - Peru met Chad on Sunday.","published":"2025-05-20"}' \
    "$chancery" code --to plover --published 2026-03-10
has out '	2025-05-18	'

# Nothing to read is said; where nothing at all was read the exit status tells it too.
for nothing in '' '\n' ' \n\t\r\n'; do
    fed 1 "$nothing" "$chancery" code --to jsonl
    has err 'stdin: this report has no text'
    has out '"events":\[\]'
done
fed 0 'id,text\n1,Peru met Chile.\n2,\n' "$chancery" code --to jsonl
has err 'stdin:3: this report has no text'
fed 0 '{"text":"","title":"Peru met Chile"}' "$chancery" code --to jsonl
lacks err 'no text'

# Marked lines without a header are no markup: the header is what they lack.
fed 4 '<s>Peru</s> thanked <t>Chile</t>.\n' "$chancery" relate
has err 'a table whose first line names a column "text"'
fed 4 '<s>Peru</s> thanked <t>Chile</t>.\n' "$chancery" code
has err 'looks like HTML'

# PLOVER's quad, and CAMEO's where it is another.
fed 0 'Peru appealed to Chile to end the fighting.' "$chancery" code --to show --width 200
has out 'codes +quad 3, CAMEO 0256 .* \(quad 1\), Goldstein'
fed 0 'Peru thanked Chile.' "$chancery" code --to show --width 200
lacks out '\(quad'
finish

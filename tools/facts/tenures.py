"""Tenures of offices: which rows of the sources are one, and when one ends of which no source tells the end."""

import collections
import re

import tables

# Classes of which one person holds the chief office at a time: a later holder ends the tenure before.
SINGLE = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
          "finance_minister", "justice_minister", "central_bank"}
HEADS = {"head_of_state", "head_of_government"}
# Who takes one of these gives up any other of them, and what stands in LOWER.
CHIEFS = {"foreign_minister", "defence_minister", "interior_minister", "finance_minister", "justice_minister"}
LOWER = {"other_minister", "deputy_foreign_minister", "deputy_defence_minister", "subnational", "diplomat",
         "legislature_leader", "spokesperson", "central_bank"}
LEFT_BY_HEADS = CHIEFS | LOWER | HEADS | {"vice_president", "deputy_head_of_government"}
# Of the classes of everything else a head of state or government keeps what he leads or sits on.
OTHERS = {"other", "staff_or_agency"}
KEPT = re.compile(r"party|movement|league|front|command|general secretary|chair|council|member|prince", re.I)
# Titles of curated rows (facts/officials.tsv) in those classes.
CLASS_OF_TITLE = {
    "president": "head_of_state", "monarch": "head_of_state", "emir": "head_of_state",
    "prime minister": "head_of_government", "chancellor": "head_of_government", "premier": "head_of_government",
    "taoiseach": "head_of_government", "foreign minister": "foreign_minister", "foreign secretary": "foreign_minister",
    "secretary of state": "foreign_minister", "external affairs minister": "foreign_minister",
    "defence minister": "defence_minister", "defence secretary": "defence_minister",
    "defence cabinet secretary": "defence_minister", "secretary of defense": "defence_minister", "defense secretary": "defence_minister",
    "interior minister": "interior_minister", "home secretary": "interior_minister", "home minister": "interior_minister",
    "finance minister": "finance_minister", "treasury secretary": "finance_minister",
    "chancellor of the exchequer": "finance_minister", "justice minister": "justice_minister",
}
# Whose president is one of the ministers and stays one.
COLLEGIAL = {"CHE"}
# Whose titles are ministers' elsewhere.
OFFICIALS_OF_MINISTERS = {("AUT", "secretary of state"), ("IND", "foreign secretary"), ("CHE", "chancellor")}
FOR_NOW = re.compile(r"(acting|interim|caretaker|transitional|transition|provisional) ")


def office(country, title):
    """The office that a title names, which an acting holder stands in for: the chief one of its class, or the title."""
    title = FOR_NOW.sub("", title)
    title = "monarch" if title in ("king", "queen") else title
    return country, title if (country, title) in OFFICIALS_OF_MINISTERS else CLASS_OF_TITLE.get(title, title)


def before(one, other):
    """Whether a date lies before another, as far as both are known."""
    width = min(len(one), len(other))
    return one[:width] < other[:width]


class Tenure:
    """One person's time in one office, joined from the sources."""

    def __init__(self, row, country, kind, title, sectors):
        self.names = [row["person"]]
        self.person = row["person_qid"]
        self.country = country
        self.kind, self.title, self.sectors = kind, title, sectors
        self.start, self.end, self.as_of = row["start"], row["end"], row["as_of"]
        self.open_until = ""
        # The Factbook saw its holders week by week; Wikidata's open rows may only lack their end.
        self.seen = "factbook" in row.get("source", "")
        if not self.end:
            note = re.search(r"holder from (\S+)", row["note"] or "")
            # A holder whom a later snapshot still shows had no end: the "later holder" was an acting one.
            # So was one that Wikidata and the Factbook both show in office a year later.
            both = "+factbook" in row.get("source", "") and note and f"{int(note.group(1)[:4]) + 1}" < self.as_of[:4]
            if note and kind in SINGLE and not both and (note.group(1) > self.as_of or self.as_of < "2023-02"):
                self.open_until = note.group(1)
        else:
            self.as_of = ""  # an end needs no witness

    def until(self):
        """The end, or the last day of which something is known."""
        return self.end or self.open_until or self.as_of

    def joins(self, other):
        """Whether `other`, which begins later or with it, is the same tenure."""
        if self.title != other.title or self.kind != other.kind:
            return False
        near = other.start[:7] == self.start[:7] or other.start[:4] == self.start[:4] and (
            len(other.start) == 4 or len(self.start) == 4)
        return near or bool(self.until()) and other.start <= self.until()[: len(other.start)]

    def join(self, other):
        if len(other.start) > len(self.start) and other.start[:4] == self.start[:4]:
            self.start = other.start
        # Whoever saw the holder last says whether the tenure is over.
        seen, closed = max(self.as_of, other.as_of), max(self.end, other.end)
        self.open_until = max(self.open_until, other.open_until)
        self.end, self.as_of = ("", seen) if seen[:7] > closed[:7] else (closed, seen)
        self.person = self.person or other.person
        self.seen = self.seen or other.seen
        self.names += other.names


def crossed(tenures):
    """Those of one person's tenures that have the begin of one tenure of the office and the end of another: Wikidata's
    export pairs all begins of a statement with all its ends."""
    spans = collections.defaultdict(set)
    for tenure in tenures:
        if tenure.end:
            spans[tenure.title].add((tenure.start, tenure.end))
    return [tenure for tenure in tenures if tenure.end and any(
        start == tenure.start and end < tenure.end for start, end in spans[tenure.title]) and any(
        end == tenure.end and start > tenure.start for start, end in spans[tenure.title])]


def joined(tenures):
    """Tenures of one person, those of one office that overlap joined."""
    wrong = crossed(tenures)
    tenures = sorted((t for t in tenures if t not in wrong), key=lambda t: (t.title, t.start, t.end))
    result = []
    for tenure in tenures:
        if result and result[-1].joins(tenure):
            result[-1].join(tenure)
        else:
            result.append(tenure)
    return result


def words_of(names):
    return [set(re.findall(r"\w{3,}", tables.key(name))) for name in names]


def one_name(names, others):
    """Whether two lists of names have one person's in common: the same words, or all of one in the other."""
    return any(tables.key(name).split()[0] == tables.key(other).split()[0] and (words <= more or more <= words)
               for name, words in zip(names, words_of(names)) if words
               for other, more in zip(others, words_of(others)) if more)


def same_holder(first, second):
    """Whether two tenures of one office under different names are one person's."""
    shared = set().union(*words_of(first.names)) & set().union(*words_of(second.names))
    if first.person and second.person and first.person != second.person:
        # One person under two ids.
        return first.kind in SINGLE and bool(shared) and len(first.start + first.end) == 20 and (first.start, first.end) == (second.start, second.end)
    width = min(len(first.start), len(second.start), 7)
    if first.start[:width] == second.start[:width]:
        return bool(shared)
    return first.joins(second) and one_name(first.names, second.names)


def merged(tenures):
    """Tenures of one office in one country, those of one person under different names joined."""
    tenures.sort(key=lambda t: (t.start[:4], not t.person, t.start))
    result = []
    for tenure in tenures:
        found = next((t for t in result if same_holder(t, tenure)), None)
        if found:
            found.join(tenure)
        else:
            result.append(tenure)
    return result


# ---- Curated tenures -----------------------------------------------------------------------------------


class Curated:
    """The rows of facts/officials.tsv, which win over the sources' and end what came before them."""

    def __init__(self):
        self.rows = tables.read("officials")
        self.by_office = collections.defaultdict(list)
        for row in self.rows:
            if row["from"]:
                self.by_office[office(row["country"], row["role"])].append(row)
        for held in self.by_office.values():
            held.sort(key=lambda row: row["from"])

    @staticmethod
    def is_of(row, tenure):
        """Whether a row tells of the tenure's person."""
        if row["wikidata"] and tenure.person:
            return row["wikidata"] == tenure.person
        return one_name([row["name"], *filter(None, row["aliases"].split("|"))], tenure.names)

    @staticmethod
    def begins_with(row, tenure):
        """Whether both begin on one day, which makes them one person's however they spell the name."""
        return len(row["from"]) == 10 and row["from"] == tenure.start

    def tells(self, tenure):
        """Whether a row tells the tenure: the same person in the same office at some time of it."""
        return any((self.is_of(row, tenure) or self.begins_with(row, tenure)) and not before(tenure.until() or tenure.start, row["from"])
                   and not (row["to"] and not before(tenure.start, row["to"]))
                   for row in self.by_office.get(office(tenure.country, tenure.title), ()))

    def successor(self, tenure):
        """The day from which a row has somebody else in the office; "" for none."""
        for row in self.by_office.get(office(tenure.country, tenure.title), ()):
            later = before(tenure.start, row["from"]) and not (tenure.seen and before(row["from"], tenure.as_of))
            if later and not self.is_of(row, tenure):
                return row["from"]
        return ""


# ---- Ends that no source tells --------------------------------------------------------------------------


def close_by_next(tenures):
    """Ends open tenures of an office that one person holds at a time where someone else came later; the office's
    acting holders are among them."""
    tenures.sort(key=lambda t: t.start)
    for at, tenure in enumerate(tenures):
        if tenure.end or tenure.kind not in SINGLE:
            continue
        acting = FOR_NOW.match(tenure.title)
        for later in tenures[at + 1:]:
            # Whoever stood in for a holder seen in office afterwards ends nothing.
            seen_after = tenure.seen and tenure.as_of > later.start
            passing = FOR_NOW.match(later.title) and (seen_after or not tenure.seen) or (
                seen_after and later.end and later.end <= tenure.as_of)
            if not before(tenure.start, later.start) or passing and not acting:
                continue
            # The last clause: the Factbook lags behind by up to months, and lists the successor meanwhile.
            if acting or later.start >= tenure.as_of or tenure.as_of < "2023-02" or later.as_of > tenure.as_of:
                tenure.open_until = min(tenure.open_until or later.start, later.start)
                break
        if acting and not tenure.open_until and any(
                other.title != tenure.title and max(other.end, other.as_of) > tenure.as_of for other in tenures):
            tenure.open_until = tenure.as_of  # the office went back to its holder


def acts_for_himself(tenure, held):
    """Whether an acting tenure is the end of the holder's own: he stayed on as caretaker, from when nobody tells."""
    return bool(FOR_NOW.match(tenure.title)) and any(
        other.title != tenure.title and other.start == tenure.start and one_name(other.names, tenure.names) for other in held)


def close_by_career(tenures, curated):
    """Ends a person's open tenures where an office that excludes them began after they were last seen in them: a
    minister who becomes president, a mayor who becomes foreign minister."""
    careers = collections.defaultdict(list)
    for tenure in tenures:
        careers[tenure.country, tenure.person or tables.key(tenure.names[0])].append(
            (tenure.start, tenure.end or tenure.open_until, tenure.kind, tenure.title))
    for row in curated.rows:
        kind = office(row["country"], row["role"])[1]
        if kind in SINGLE and row["from"]:
            careers[row["country"], row["wikidata"] or tables.key(row["name"])].append(
                (row["from"], row["to"], kind, row["role"]))
    for tenure in tenures:
        if tenure.end or tenure.open_until or tenure.country in COLLEGIAL:
            continue
        own = {(tenure.country, tenure.person), *((tenure.country, tables.key(name)) for name in tenure.names)}
        later = sorted(step for key in own if key[1] for step in careers.get(key, ()) if excludes(step, tenure))
        if later:
            tenure.open_until = later[0][0]


def excludes(step, tenure):
    """Whether who takes the office of `step` cannot hold the tenure's any more."""
    start, end, kind, title = step
    seen = tenure.as_of or tenure.start
    if office(tenure.country, title) == office(tenure.country, tenure.title) or not before(tenure.start, start):
        return False
    if FOR_NOW.match(title) or end and not before(seen, end):
        return False  # a few days as acting head
    if kind in HEADS:
        # The Factbook shows a new leader in his last office for months.
        lagging = before(f"{int(seen[:4]) - 1}{seen[4:]}", start)
        return lagging and (tenure.kind in LEFT_BY_HEADS - {kind} or tenure.kind in OTHERS and not KEPT.search(tenure.title))
    return kind in CHIEFS and tenure.kind in CHIEFS | LOWER and not before(start, seen)

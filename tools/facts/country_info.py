#!/usr/bin/env python3
"""Draws facts/offices_to_2010.tsv from CountryInfo: leaders since 1945 and governments of 2003 to 2010.

Only tenures that facts/offices.tsv and officials.tsv lack are kept. CountryInfo's names are capitals without accents; its government
section begins in January 2003 ("<date": in office then) and ends in December 2010 (">date": still in office then).
"""

import collections
import lzma
import re

import offices
import tables
import tenures

SOURCE = "CountryInfo.120116.txt of openeventdata/petrarch2 676801c (CC BY-SA 3.0)"
FIRST, LAST = "2003-01", "2010-12"
SECTIONS = {"presidents": "president", "president": "president", "prime ministers": "prime minister",
            "prime minister": "prime minister", "kings": "king", "king": "king", "queens": "queen", "emirs": "emir",
            "sultans": "sultan", "chancellors": "chancellor", "premiers": "premier", "taoisigh": "taoiseach"}
# Titles as offices.tsv has them, by what the comment says.
TITLES = [
    (r"(minister|secretary) of (foreign|external)|minister of foreign", "foreign minister", "GOV"),
    (r"(minister|secretary) of (national )?defen[sc]e|minister of the armed forces", "defence minister", "GOV MIL"),
    (r"minister of (the )?(interior|internal affairs|home)", "interior minister", "GOV"),
    (r"minister of (economy and )?finance", "finance minister", "GOV"),
    (r"minister of justice", "justice minister", "GOV"),
    (r"(governor|president|chairman|chmn\.), (central|reserve|national) bank", "central bank governor", "GOV"),
    (r"permanent representative to the un", "ambassador to the United Nations", "GOV"),
    (r"ambassador to the us", "ambassador to the United States", "GOV"),
]
# Offices that one person holds at a time: whoever offices.tsv or officials.tsv shows next ended the tenure.
SINGLE = {"president", "prime minister", "premier", "king", "chancellor", "foreign minister", "defence minister",
          "interior minister", "finance minister", "justice minister", "central bank governor", "ambassador to the United States"}
NAME = re.compile(r"^\s*((?:\{[^}]*\})+|[^\s\[#{]+)\s*((?:\[[^\]]*\]\s*)+)(?:#\s*(.*))?$")
SMALL = {"DE", "DEL", "LA", "LAS", "LOS", "DA", "DOS", "DI", "VAN", "VON", "DER", "BIN", "AL", "BINT", "IBN", "Y", "E"}


def spelled(name):
    """VICENTE_FOX_QUESADA_ as Vicente Fox Quesada."""
    words = [word for word in name.strip("_ ").split("_") if word]
    return " ".join(word.lower() if i and word in SMALL else
                    re.sub(r"[^\W\d_]+", lambda m: m.group(0).capitalize(), word) for i, word in enumerate(words))


def month(text):
    """yyyymmdd as yyyy-mm, since its days are those of monthly lists (31 February)."""
    return f"{text[:4]}-{text[4:6]}"


def day(text):
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if int(text[6:]) <= 31 else month(text)


def dates_of(bracket, date):
    """(from, to, as_of) of '[RUSGOV 20030101 - 20050631]'; None where there are none."""
    found = re.findall(r"\d{8}", bracket)
    if ">" in bracket and found:
        return date(found[0]), "", LAST
    if "<" in bracket and found:
        return FIRST, date(found[0]), ""
    if len(found) == 2:
        return date(found[0]), date(found[1]), ""
    return None


def title_of(comment):
    for pattern, title, sectors in TITLES:
        if re.match(pattern, comment, re.I):
            return title, sectors
    if re.match(r"(deputy |vice |first )*(prime minister|president|premier)$", comment, re.I):
        return comment.lower(), "GOV"
    if re.match(r"minister of|attorney general|minister without|secretary of", comment, re.I):
        return offices.short_label(comment, ()), "GOV"
    return None


def government_rows(country, names, brackets, comment):
    titles = [part.strip(' "') for part in re.split(r"\s&\s", comment or "")]
    parts = re.findall(r"\[[^\]]*\]", brackets)
    if len(titles) != len(parts):
        titles = titles[:1] * len(parts)
    for bracket, title in zip(parts, titles):
        found, dates = title_of(title), dates_of(bracket, month)
        if found and dates and bracket.startswith(f"[{country}"):
            yield names, found[0], found[1], dates


def leader_rows(names, brackets, title):
    for bracket in re.findall(r"\[[^\]]*\]", brackets):
        if not bracket.startswith(("[B:", "[D:")):
            dates = dates_of(bracket, day)
            if dates and (dates[1] or "9") >= "1945":
                yield names, title, "GOV", dates


def read():
    """(country, names, title, sectors, (from, to, as_of))"""
    path = tables.DATA / "petrarch" / "CountryInfo.120116.txt.xz"
    country, section = "", ""
    with lzma.open(path, "rt", encoding="latin-1") as file:
        for line in file:
            code = re.match(r"<CountryCode>(\w{3})<", line)
            tag = re.match(r"\s*<(/?)([A-Za-z][A-Za-z ]*)>", line)
            if code:
                country, section = code.group(1), ""
            elif tag:
                section = "" if tag.group(1) else tag.group(2).lower()
            match = NAME.match(line) if section and not line.lstrip().startswith("#") else None
            if not match:
                continue
            names = [spelled(n) for n in re.findall(r"\{([^}]*)\}", match.group(1))] or [spelled(match.group(1))]
            if section in SECTIONS:
                rows = leader_rows(names, match.group(2), SECTIONS[section])
            elif section == "government":
                rows = government_rows(country, names, match.group(2), match.group(3))
            else:
                continue
            for row in rows:
                yield country, *row


def known_tenures():
    """Words of the holders' names by country, office and year in which they were in office; tenures by both; a person's
    tenures by country and name."""
    known, held, own = collections.defaultdict(set), collections.defaultdict(list), collections.defaultdict(list)
    for row in tables.read("offices") + tables.read("officials"):
        if not row["from"]:
            continue
        own[row["country"], tables.key(row["name"])].append((row["from"], row["to"]))
        words = {w for name in (row["name"], *row["aliases"].split("|")) for w in re.findall(r"\w{3,}", tables.key(name))}
        first, last = int(row["from"][:4]), int((row["to"] or row["as_of"] or "2026")[:4])
        office = tenures.office(row["country"], row["role"])
        held[office].append((row["from"], row["to"], row["as_of"]))
        for year in range(first, min(last, 2011) + 1):
            known[(*office, year)] |= words
    return known, {office: sorted(spans) for office, spans in held.items()}, own


def end_of(start, spans):
    """The end of a tenure that is open in the source, and when its holder was last seen: those of the tenure that
    begins with it, which is the same under another spelling, else the next begin."""
    for begin, end, as_of in spans:
        if begin[:7] == start[:7]:
            return end, as_of
    return next((begin for begin, _, _ in spans if begin[:7] > start[:7]), ""), LAST


def end_under_another_title(start, spans):
    """The last end of a person's tenures that begin within two months of one that is open in the source, which has the
    month a government was listed and titles of its own ("secretary of state for defense"); "" where there is none."""
    def months(day):
        return int(day[:4]) * 12 + int(day[5:7] or 1)
    ends = [end for begin, end in spans if begin[4:] and start[4:] and abs(months(begin) - months(start)) <= 2]
    return max(ends) if ends and all(end >= start for end in ends) else ""


def main():
    (known, held, own), rows = known_tenures(), []
    given = {row["name"] for row in tables.read("given_names")}
    for code, names, title, sectors, (start, end, as_of) in read():
        # The source has Mauritania's leaders under Mauritius, Kiribati's under its code of Kosovo.
        code = "MRT" if code == "MUS" and " Ould " in names[0] else {"KSV": "KIR", "TMP": "TLS"}.get(code, code)
        if code in tables.FOLDED or " " not in names[0]:
            continue
        last_word = tables.key(names[0]).split()[-1]
        words = set(re.findall(r"\w{4,}", tables.key(names[0])))
        years = range(int(start[:4]), int((end or as_of)[:4]) + 1)
        office = tenures.office(code, title)
        if any(len(words & known[(*office, year)]) >= min(2, len(words)) or last_word in known[(*office, year)]
               for year in years):
            continue
        if not end:
            end = end_under_another_title(start, own[code, tables.key(names[0])])
            as_of = "" if end else as_of
        if not end and title in SINGLE:
            end, as_of = end_of(start, held.get(office, ()))
        aliases = names[1:]
        for name in names:
            aliases = aliases + offices.spellings_of(name, code, given)
        well_known = sectors != "GOV" or title.split()[-1] in ("president", "minister", "king", "premier", "chancellor")
        parts = offices.parts_of(names[0], code, given) if well_known and title.count(" of ") == 0 else []
        rows.append([names[0], tables.forms(aliases, names[0]), tables.forms(parts, names[0]), code, sectors, title,
                     start, end, as_of])
    tables.write("offices_to_2010", "person", SOURCE, "2010-12",
                 ["name", "aliases", "parts", "country", "sectors", "role", "from", "to", "as_of"], rows)


if __name__ == "__main__":
    main()

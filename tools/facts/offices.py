#!/usr/bin/env python3
"""Draws facts/offices.tsv: who held which office of state, from when to when.

Rows of several sources for one tenure are joined; an empty end stays empty (as_of then says when the holder was last
seen in office) unless the source's README or a curated row (facts/officials.tsv) tells a successor, or the holder
takes an office that excludes it. What a curated row tells is left to it.
"""

import collections
import csv
import lzma
import re

import tables
import tenures
from tenures import SINGLE, Tenure

SOURCE = (
    "Wikidata exports of every-politician-scrapers (CC0), CIA World Factbook 2015-2026 (public domain), Institute "
    "for Government UK ministers (CC BY 4.0), world-leaders-current (CC BY-SA 4.0), joined in people/offices.tsv; "
    "unitedstates/congress-legislators dfa9622 (CC0)"
)
# Classes that are kept, with the year from which tenures must have run on, and PLOVER sectors.
CLASSES = {
    "head_of_state": (1990, "GOV"), "head_of_government": (1990, "GOV"), "foreign_minister": (1995, "GOV"),
    "defence_minister": (1998, "GOV MIL"), "interior_minister": (2000, "GOV"), "finance_minister": (2000, "GOV"),
    "vice_president": (1995, "GOV"), "deputy_head_of_government": (2000, "GOV"), "justice_minister": (2000, "GOV"),
    "legislature_leader": (2000, "LEG"), "judicial": (2005, "JUD"), "military_police_chief": (2000, "MIL"),
    "intelligence_security": (2000, "SPY"), "central_bank": (2000, "GOV"), "spokesperson": (2000, "GOV"),
    "royal_or_spouse": (2000, "ELI"), "staff_or_agency": (2005, "GOV"), "other_minister": (2008, "GOV"),
    "deputy_foreign_minister": (2005, "GOV"), "deputy_defence_minister": (2005, "GOV MIL"),
    "subnational": (2012, "GOV"), "diplomat": (2010, "GOV"), "other": (2005, "GOV"),
}
WELL_KNOWN = SINGLE | {"vice_president", "deputy_head_of_government", "spokesperson", "legislature_leader"}
# What papers call the chief holder, by class and country.
TITLES = {
    "foreign_minister": ("foreign minister", {"USA": "secretary of state", "GBR": "foreign secretary",
                                              "PHL": "foreign secretary", "IND": "external affairs minister"}),
    "defence_minister": ("defence minister", {"USA": "secretary of defense", "GBR": "defence secretary",
                                              "PHL": "defense secretary"}),
    "interior_minister": ("interior minister", {"GBR": "home secretary", "IND": "home minister"}),
    "finance_minister": ("finance minister", {"USA": "treasury secretary", "GBR": "chancellor of the exchequer",
                                              "AUS": "treasurer"}),
    "justice_minister": ("justice minister", {"GBR": "justice secretary"}),
    "central_bank": ("central bank governor", {}),
}
# The labels of those chief holders; others of the class keep their own label as title.
CHIEF = {
    "foreign_minister": r"(federal )?(minister|secretary)( of state)? (of|for) (the )?(foreign|external)\b(?!.*office\))"
                        r"|minister of europe and foreign|foreign minister|minister of international relations and",
    "defence_minister": r"(federal )?(minister|secretary)( of state)? (of|for) (the )?(national |people's )?"
                        r"(defen[cs]e|armed forces|revolutionary armed forces)(?! (procurement|materiel|personnel|"
                        r"science|equipment|production|industry|people|veterans|readiness|and people))(?!.*\()",
    "interior_minister": r"(federal )?(minister|secretary)( of state)? (of|for) (the )?(interior|internal affairs|"
                         r"home)\b(?!.*\()",
    "finance_minister": r"(federal )?minister (of|for) (the )?(economy,? (and )?)?financ(?!ial markets)|chancellor of the exchequer|"
                        r"secretary of the treasury|treasurer$|secretary of finance",
    "justice_minister": r"(federal )?(minister|secretary of state) (of|for) justice",
    "central_bank": r"(governor|president|chairman) of the .*bank|governor of the (central |reserve )?bank",
}
# National heads: anything else in these classes is of a part of the state, or on someone's staff.
HEADS = re.compile(
    r"(acting |interim |caretaker |transitional |alternate |federal )*"
    r"(president|prime minister|premier|king|queen|emperor|emir|sultan|monarch|supreme leader|chancellor|taoiseach|"
    r"captain regent|grand duke|prince|sovereign prince|yang di.pertuan agong.*|governor[- ]general|"
    r"chairman of the (cabinet of ministers|council of ministers|presidency|state council|presidential council)"
    r"( \(prime minister\))?|president of the (council of ministers|government|swiss confederation|republic|council|"
    r"executive yuan|state affairs commission|presidency|european commission|european council)|"
    r"co-prince|head of (state|government)|state president|leader|chief of state|minister of state|sultan and prime "
    r"minister|chair of the presidency|chairperson of the presidency|state counsellor.*|pope|chief executive|"
    r"chairman of the sovereign.*|secretary[- ]general.*)$", re.I)
ORGANISATIONS = {"UN": "UNO", "WTO": "IGO", "OSCE": "IGO", "EU": "EUR", "African Union": "IGO",
                 "Arab League": "IGO", "Council of Europe": "IGO"}
# Wrong rows of the sources, by country, person, start and, where only one of several is meant, office: the right start, or
# "" where the whole row is wrong (another state's, a region's, a junior's, a committee's chair, a name misread). Curated.
FIXES = {
    ("ROU", "Ilie Bolojan", "2005-06-23"): "2025-06-23", ("GRC", "Konstantinos Tasoulas", "2020-03-13"): "2025-03-13",
    ("MHL", "Hilda C. Heine", "2023-01-03"): "2024-01-03", ("TCD", "Idriss Déby", "2024-05-06"): "",
    ("KGZ", "Adylbek Kasymaliyev", "2024-12-18"): "", ("HKG", "China Xi Jinping", "2013-03-14"): "",
    ("SVK", "Zuzana Čaputová", "2014-06-15"): "2019-06-15", ("IRQ", "Qasim al-Araji", "2016-01-30"): "2017-01-30",
    ("FIN", "Petteri Orpo", "2023-04-02"): "2023-06-20", ("LVA", "Raimonds Vējonis", "2012-01-22"): "2014-01-22",
    ("MNG", "Gombojavis Zandanshatar", "2021-01-27"): "", ("COD", "Anatole Collinet Makosso", "2021-05-12"): "",
    ("LBN", "Michel Awn", "2021-01-21"): "", ("LBN", "Tamam Salam", "2013-04-06"): "",
    ("ISL", "Halla Tomasdottir", "2024-08-01", "Prime Minister"): "", ("FRA", "Natan Sharansky", "1999-07-06"): "",
    ("FRA", "Catherine Colonna", "2005-06-02"): "", ("CAN", "Rick Casson", "2006-05-09"): "",
    ("CAN", "Art Hanger", "2006-05-04"): "", ("URY", "Mario Bergara", "2005-03-01"): "",
    ("TUR", "Nurettin Canikli", "2016-05-24", "Minister of National Defence"): "",
    ("ESP", "Serafín Castellano Gómez", "2007-06-29"): "", ("MYS", "Mohd Radzi Sheikh Ahmad", "2006-02-14"): "",
    ("JPN", "Hiroyuki Kurata", "2002-04-22", "Minister of Home Affairs"): "",
    ("OMN", "Haitham bin Tarik Al Said", "2020-01-11", "Minister of Finance"): "",
    ("OMN", "Haitham bin Tarik Al Said", "2020-01-11", "Minister of Foreign Affairs"): "",
    ("HTI", "Ariel Henry", "2021-07-20", "President"): "", ("MMR", "Sac Chair", "2021-08-01"): "", ("MMR", "Zin Mar Aung", "2021-04-16"): "",
    ("CAF", "Théodore Dabanga", "2005-06-19"): "", ("CAF", "Paul Otto", "2005-06-19"): "",
}
# Offices of the state under which the source also has those of its parts, and who held the state's. Curated.
OF_THE_STATE = {
    ("AUS", "Q2390270"): "Costello Swan Bowen Hockey Morrison Frydenberg Chalmers",
    ("AUS", "Q6865898"): "Ellison Johnston Clare Keenan",
    ("CAN", "Q3251818"): "Martin Manley Goodale Flaherty Oliver Morneau Freeland",
}
# Titles by office where the label says another: India's foreign secretaries are officials.
TITLE_OF_OFFICE = {"Q5468326": "foreign secretary"}
# Family names stand first here.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "KHM"}
KEPT_SURNAMES = {"May", "King", "Park", "Sun", "Moon", "Brown", "White", "Young", "Green", "Black", "Long", "Bush", "Ford",
                 "Key", "Hunt", "Trump", "Wise", "Rice", "Sharp", "Fox", "Howard", "Rudd", "Shah", "Bell", "Price"}
# Where people are called by their given names; in some of these now and then by their last.
GIVEN_NAME_STANDS = {"ETH", "ERI", "THA", "MYS", "IDN", "BTN", "MNG", "LAO"}
BOTH_STAND = {"THA", "MYS", "IDN"}
TWO_SURNAMES = {"ESP", "MEX", "ARG", "CHL", "COL", "PER", "VEN", "ECU", "BOL", "PRY", "URY", "CUB", "DOM", "GTM", "HND",
                "SLV", "NIC", "CRI", "PAN"}
PARTICLES = {"von", "van", "de", "der", "den", "da", "dos", "del", "della", "di", "du", "la", "le", "al", "el", "bin",
             "ben", "bint", "ibn", "abu", "ter", "ten", "mac", "st.", "af", "av"}
# Where the last of three names is no family's: a father's or grandfather's, or the family's stands first.
NO_FAMILY_NAME_LAST = set(
    "AFG ARE BHR COM DJI DZA EGY ERI ETH IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM PAK BGD IDN MYS BRN MDV"
    " MMR CHN HKG MAC TWN KOR PRK VNM KHM LAO HUN MNG BTN LKA IND NPL TLS SGP THA".split())
# Words that stay capital in a title; those of countries' and peoples' names are added.
PROPER = {"European", "Union", "Nations", "Parliament", "Senate", "Congress", "Duma", "Knesset", "Downing", "Street",
          "House", "Mossad", "Arab", "African", "America", "Africa", "Asia", "Europe", "Hezbollah", "Kuomintang"}
GENERIC_END = re.compile(r"\s+(jr\.?|sr\.?|ii|iii|iv|baron .*)$", re.I)


def read(name):
    path = tables.DATA / "people" / name
    opener = lzma.open if name.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def small_word(word):
    """A word of an office's label in small letters, unless it is a name."""
    if re.search(r"[A-Z]{2}|\d", word) or word.strip(",;.") in PROPER:
        return word
    return "-".join(part[:1].lower() + part[1:] for part in word.split("-"))


def short_label(label, own_names):
    """An office's label in small letters, without its own country: 'speaker of the National Assembly'."""
    label = re.sub(r"\s*\(.*\)$", "", label)
    head, of, tail = label.rpartition(" of ")
    if of and tail.removeprefix("the ") in own_names:
        label = head
    head, to, country = label.partition(" to ")
    return " ".join(small_word(word) for word in head.split()) + to + country


def secretary_fits(label, country):
    """Whether a "secretary of state for" a field is its minister there: in Britain, where the ministers are below."""
    secretary = label.lower().startswith(("secretary of state", "chancellor of", "lord chancellor"))
    return country == "USA" or secretary == (country == "GBR")


def title_of(label, kind, country, country_names):
    """The office as papers call it; None where the row is not of national interest."""
    label = short_label(label, country_names.get(country, ()))
    if kind in ("head_of_state", "head_of_government") and not HEADS.match(label):
        return None
    if kind in CHIEF and re.match(CHIEF[kind], label, re.I) and secretary_fits(label, country):
        usual, by_country = TITLES[kind]
        return by_country.get(country, usual)
    if kind in CHIEF and country == "USA" and label == "secretary of State":
        return "secretary of state"
    label = re.sub(r"^vice-president", "vice president", label)
    label = re.sub(r"^federal (?=chancellor$|president$)", "", label)
    return "monarch" if label in ("king", "queen") else label


def sectors_of(kind, label):
    if kind == "military_police_chief":
        return "COP" if re.search(r"police|gendarm|sheriff", label, re.I) else "MIL"
    if kind == "judicial" and re.search(r"attorney|solicitor|auditor|ombudsman", label, re.I):
        return "GOV JUD"
    if kind == "other" and re.search(r"opposition", label, re.I):
        return "OPP"
    if kind == "defence_minister" and re.search(r"chief|head of", label, re.I):
        return "MIL"
    if kind == "intelligence_security" and re.search(r"security (advis|council)", label, re.I):
        return "GOV"
    return CLASSES[kind][1]


def parts_of(name, country, given_names):
    """The parts of a name that stand alone after the first mention, or behind a title."""
    name = GENERIC_END.sub("", re.sub(r",.*$", "", name)).strip()
    words = name.split()
    # Kings ("Abdullah II of Jordan") have no surname, nor have the people of Myanmar.
    if len(words) < 2 or " of " in name or re.fullmatch(r"[IVX]+", words[-1]) or country == "MMR":
        return []
    if country in GIVEN_NAME_STANDS:
        first = words[0]
        return [part for part in dict.fromkeys([first, words[-1]] if country in BOTH_STAND else [first])
                if len(part) > 2 and not tables.ordinary(part, 100)]
    if country in FAMILY_FIRST and len(words) <= 3 and "-" not in words[0]:
        # Vietnamese people are called by the last part.
        western = country in ("HKG", "TWN") and words[0] in given_names
        family = words[-1] if western or country == "VNM" else words[0]
        return [] if tables.ordinary(family, 100) and family not in KEPT_SURNAMES else [family]
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    last = " ".join(words[at:])
    parts = [last]
    if tables.ordinary(last, 100) and last not in KEPT_SURNAMES:
        return []
    article = re.match(r"(?i)(al|el|ul|as|ash|ar)[- ](?=\w{3})", last)
    if article:
        parts.append(last[article.end():])
    if country in TWO_SURNAMES and at >= 2 and words[at - 1] not in given_names:
        parts += [f"{words[at - 1]} {last}", words[at - 1]]
    parts = [part for part in parts if len(part) > 1 and part.lower() not in tables.CLOSED | PARTICLES]
    return parts


def spellings_of(name, country, given_names):
    """Other ways in which papers write the name."""
    result = []
    royal = re.match(r"(.+) of (the )?[A-Z][\w ]+$", name)
    if royal:
        result.append(royal.group(1))
    words = name.split()
    # The mother's family name is often left out.
    if country in TWO_SURNAMES and len(words) >= 3 and words[-2] not in given_names and (
            words[-2].lower() not in PARTICLES and len(words[-2]) > 2):
        result.append(" ".join(words[:-1]))
    if country in ("KOR", "PRK", "TWN"):
        words = name.split()
        if len(words) == 2 and "-" in words[1]:
            result.append(f"{words[0]} {words[1].replace('-', ' ')}")
        elif len(words) == 3:
            result += [f"{words[0]} {words[1]}-{words[2].lower()}", f"{words[0]} {words[1]}{words[2].lower()}"]
    without = re.sub(r"(?i)\b(al|el)-(?=\w)", "", name)
    if without != name and " " in without:
        result += [without, re.sub(r"(?i)\b(al|el)-(?=\w)", lambda m: m.group(1)[0] + "l ", name)]
    middle = re.sub(r" [A-Z]\. ", " ", name)
    if middle != name:
        result.append(middle)
    return result


def without_middle(name, tenure):
    """"Uhuru Kenyatta" for "Uhuru Muigai Kenyatta", where names are made so; else []."""
    words = name.split()
    plain = all(re.fullmatch(r"[^\W\d_]{3,}", word) and word[0].isupper() and word.lower() not in PARTICLES for word in words)
    if (len(words) not in (3, 4) or not plain or tenure.kind not in WELL_KNOWN
            or tenure.country in TWO_SURNAMES | NO_FAMILY_NAME_LAST):
        return []
    return [f"{words[0]} {words[-1]}"]


def country_of(row):
    return ORGANISATIONS.get(row["country"], tables.folded(row["country"]))


def read_tenures(country_names):
    classes = {(r["country"], r["office_qid"], r["office"]): r["class"] for r in read("office_class.tsv")}
    people = collections.defaultdict(list)
    for row in read("offices.tsv.xz"):
        kind = classes.get((row["country"], row["office_qid"], row["office"]))
        if row["source"] == "eps/ireland-ministers (hist)":
            row["country"] = "GNQ"  # all 118 people of that file are Equatorial Guinea's
        if row["country"] in tables.FOLDED and row["country"] != "XKX":
            continue  # heads of dependencies are not heads of the state that holds them
        if kind not in CLASSES or not row["start"] or not row["person"].strip():
            continue
        if re.fullmatch(r"Q\d+", row["person"]):
            continue
        since = CLASSES[kind][0]
        if row["end"] and int(row["end"][:4]) < since or int(row["start"][:4]) < 1940:
            continue
        if not row["end"] and row["as_of"] and int(row["as_of"][:4]) < since:
            continue
        if row["country"] == "USA" and kind == "foreign_minister" and row["office_qid"] not in ("Q14213", ""):
            continue  # secretaries of state of a state of the Union
        if row["person_qid"] == "Q57641" and row["country"] == "EU":
            row["person_qid"] = "Q60772"
        fix = (row["country"], row["person"], row["start"])
        right = FIXES.get(fix, FIXES.get((*fix, row["office"]), row["start"]))
        if not right:
            continue
        row["start"] = right
        holders = OF_THE_STATE.get((row["country"], row["office_qid"]))
        if holders and row["person"].split()[-1] not in holders.split():
            continue
        title = TITLE_OF_OFFICE.get(row["office_qid"]) or title_of(row["office"], kind, tables.folded(row["country"]),
                                                                   country_names)
        if title:
            sectors = sectors_of(kind, row["office"])
            if row["country"] in ORGANISATIONS:
                if title.startswith("permanent representative"):
                    continue  # of a state that the source does not name
                sectors = {"JUD": "JUD IGO", "LEG": "LEG IGO"}.get(sectors, "IGO")
            tenure = Tenure(row, country_of(row), kind, title, sectors)
            people[(tenure.country, row["person_qid"] or row["person"])].append(tenure)
    return people


def us_executive():
    """Presidents and vice presidents since 1990 under their full names, consecutive terms as one."""
    import yaml  # noqa: PLC0415  only this source needs it

    path = tables.DATA / "people" / "us-executive.yaml"
    for person in yaml.safe_load(path.read_text(encoding="utf-8")):
        name = person["name"]
        middle = [name["middle"]] if name.get("middle") else []
        terms = []
        for term in person["terms"]:
            if terms and terms[-1]["type"] == term["type"] and terms[-1]["end"][:4] == term["start"][:4]:
                terms[-1]["end"] = term["end"]
            elif term["end"] >= "1990":
                terms.append(dict(term))
        for term in terms:
            over = term["end"] <= "2026-11-23"
            row = {"person": f"{name['first']} {name['last']}", "person_qid": "", "country": "USA",
                   "start": term["start"], "end": term["end"] if over else "", "as_of": "2026-11-23", "note": ""}
            kind, title = {"prez": ("head_of_state", "president")}.get(
                term["type"], ("vice_president", "vice president"))
            tenure = Tenure(row, "USA", kind, title, "GOV")
            tenure.names.append(" ".join([name["first"], *middle, name["last"]]))
            yield tenure


def read_people():
    """Gender, other names by Wikidata id."""
    people = {row["person_qid"]: row for row in read("persons.tsv.xz") if row["person_qid"]}
    people.pop("Q57641", None)  # Viktor Orbán's id, under which one source has Ursula von der Leyen
    return people


def taken_words():
    """Words that are names of something else too: places, first names, ordinary words."""
    result = set()
    for table in ("places", "divisions", "regions", "given_names", "capitals"):
        for row in tables.read(table):
            if table == "places" and int(row["population"]) < 15000:
                continue  # a village does not take a surname from a minister
            result.update(tables.key(name) for name in (row["name"], *row.get("aliases", "").split("|")))
    return result


def bearers(offices):
    """How many people, told apart by country and first name, bear each last word of a name."""
    found = collections.defaultdict(set)
    for (country, _), held in offices.items():
        for tenure in held:
            for name in tenure.names:
                words = tables.key(GENERIC_END.sub("", name)).split()
                if words:
                    found[words[-1]].add((country, words[0][:4]))
    return {word: len(people) for word, people in found.items()}


def famous(parts, tenure, borne, taken):
    """Those parts that name one head of state or government alone, so that they need no title."""
    if tenure.kind not in ("head_of_state", "head_of_government"):
        return []
    return [part for part in parts if " " not in part and len(part) > 3 and borne.get(tables.key(part), 0) <= 1
            and tables.key(part) not in taken and not tables.ordinary(tables.key(part), 3)]


def row_of(tenure, people, given_names, borne, taken, named):
    """A row of the table. `named`: whole names that somebody bears as they are."""
    person = people.get(tenure.person, {})
    name = tenure.names[0]
    aliases = list(tenure.names[1:])
    if person.get("enwiki"):
        aliases.append(re.sub(r"\s*\(.*\)$", "", person["enwiki"]))
    aliases += (person.get("other_names") or "").split("|")
    aliases = [a for a in aliases if all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2030 for c in a)]
    gender = {"male": "m", "female": "f"}.get(person.get("gender"), "")
    for each in [name] + aliases:
        aliases = aliases + spellings_of(each, tenure.country, given_names)
    short = [each for each in without_middle(name, tenure) if tables.key(each) not in named]
    aliases = aliases + short
    parts = parts_of(name, tenure.country, given_names) if tenure.kind in WELL_KNOWN else []
    alone = famous(parts, tenure, borne, taken)
    aliases, parts = aliases + alone, [part for part in parts if part not in alone]
    title = tenure.title
    if title == "monarch":
        title = "queen" if gender == "f" or re.match("Elizabeth|Beatrix|Margrethe", name) else "king"
    if title in ("king", "queen"):
        aliases = aliases + [f"{title.capitalize()} {each}" for each in [name] + aliases
                             if each and not each.startswith(("King ", "Queen "))]
        aliases = [each for each in aliases if " " in each]
    return [name, tables.forms(aliases, name), tables.forms(parts, name), tenure.country, tenure.sectors, title,
            tenure.start, tenure.end or tenure.open_until, tenure.as_of, tenure.person, gender]


def with_ends(holders, curated):
    """The tenures, ended where a later one of the office or of the holder tells the end."""
    by_office = collections.defaultdict(list)
    for tenure in holders:
        by_office[tenures.office(tenure.country, tenure.title)].append(tenure)
    for held in by_office.values():
        tenures.close_by_next(held)
        for tenure in held:
            if tenures.acts_for_himself(tenure, held):
                holders.remove(tenure)
    for tenure in holders:
        if not tenure.end and not tenure.open_until and tenure.kind in SINGLE:
            tenure.open_until = curated.successor(tenure)
    tenures.close_by_career(holders, curated)
    return holders


def main():
    country_names, proper = collections.defaultdict(set), set()
    for row in tables.read("countries"):
        names = {row["name"], *row["aliases"].split("|")}
        proper |= names
        if row["role"] != "dependency":  # "Prime Minister of the Cook Islands" is not New Zealand's
            country_names[row["country"]] |= names
    for row in tables.read("demonyms"):
        proper.update(form for column in ("name", "plural", "adjective", "aliases") for form in row[column].split("|"))
    for text in proper:
        PROPER.update(word for word in text.split() if word[:1].isupper())
    PROPER.difference_update({"Republic", "State", "Central", "Democratic", "People's", "South", "North", "Federal",
                              "New", "National", "East", "West", "Northern", "Southern", "Western", "Union", "Islamic",
                              "Territory", "Territories", "Independent", "Islands", "Island", "Commonwealth", "Equatorial"})
    people, curated, rows = read_people(), tenures.Curated(), []
    given_names = {row["name"] for row in tables.read("given_names")}
    offices = collections.defaultdict(list)
    for held in read_tenures(country_names).values():
        for tenure in tenures.joined(held):
            offices[tenure.country, tenure.title].append(tenure)
    for tenure in us_executive():
        offices[tenure.country, tenure.title].append(tenure)
    borne, taken = bearers(offices), taken_words()
    named = {tables.key(name) for held in offices.values() for tenure in held for name in tenure.names}
    holders = with_ends([tenure for held in offices.values() for tenure in tenures.merged(held)], curated)
    for tenure in holders:
        row = row_of(tenure, people, given_names, borne, taken, named)
        if not (row[7] and row[7] < row[6][: len(row[7])]) and not curated.tells(tenure):
            rows.append(row)
    tables.write("offices", "person", SOURCE, "2026-11-23",
                 ["name", "aliases", "parts", "country", "sectors", "role", "from", "to", "as_of", "wikidata",
                  "gender"], rows)


if __name__ == "__main__":
    main()

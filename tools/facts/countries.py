#!/usr/bin/env python3
"""Draws facts/countries.tsv and facts/capitals.tsv: states, dependencies, breakaway entities, capitals."""

import csv
import json
import lzma

import places
import tables

SOURCE = (
    "mledoze/countries 5e9f370 (ODbL 1.0); datasets/country-codes caa72d1 (PDDL); "
    "GeoNames dump of 2023-03-05 (CC BY 4.0); curated former and short names"
)
# In the record a country named alone acts as its government.
GOVERNMENT = "GOV"
# Breakaway entities: name, other names, the state that claims them, where.
BREAKAWAY = [
    ("Abkhazia", "Republic of Abkhazia|Apsny", "GEO", 43.0, 41.02),
    ("South Ossetia", "Republic of South Ossetia|South Ossetia-Alania|Tskhinvali region", "GEO", 42.35, 44.08),
    ("Donetsk People's Republic", "DNR|DPR|Donetsk republic|self-proclaimed Donetsk People's Republic",
     "UKR", 48.0, 37.8),
    ("Luhansk People's Republic", "LNR|LPR|Lugansk People's Republic|Luhansk republic", "UKR", 48.57, 39.31),
    ("Novorossiya", "Federal State of Novorossiya", "UKR", 48.3, 38.5),
    ("Nagorno-Karabakh", "Nagorno Karabakh|Nagornyy Karabakh|Nagorno-Karabagh|Karabakh|Artsakh|"
     "Republic of Artsakh|Nagorno-Karabakh Republic", "AZE", 39.82, 46.75),
    ("Northern Cyprus", "Turkish Republic of Northern Cyprus|TRNC|North Cyprus", "CYP", 35.25, 33.6),
    ("Transnistria", "Transdniestria|Transdniester|Trans-Dniester|Pridnestrovie|"
     "Pridnestrovian Moldavian Republic|Trans-Dniestr", "MDA", 46.85, 29.63),
    ("Somaliland", "Republic of Somaliland", "SOM", 9.56, 44.06),
    ("Western Sahara", "Sahrawi Arab Democratic Republic|Saharawi Arab Democratic Republic|SADR|Spanish Sahara",
     "MAR", 24.5, -13.0),
]
# Parts of a state that papers name as they do states.
PARTS = [
    ("England", "", "GBR", 52.5, -1.5), ("Scotland", "", "GBR", 56.8, -4.2), ("Wales", "", "GBR", 52.3, -3.7),
    ("Northern Ireland", "Ulster", "GBR", 54.6, -6.7), ("Greenland", "", "DNK", 72.0, -40.0),
]
# Capitals that GeoNames marks otherwise, or seats of government that papers name as one does a capital:
# name, other names, country, and the GeoNames name it stands under.
MORE_CAPITALS = [
    ("Jerusalem", "West Jerusalem", "ISR", "Jerusalem"), ("Palikir", "", "FSM",
     "Palikir - National Government Center"), ("Bujumbura", "", "BDI", "Bujumbura"),
    ("The Hague", "Den Haag", "NLD", "The Hague"), ("La Paz", "", "BOL", "La Paz"),
    ("Sucre", "", "BOL", "Sucre"), ("Tel Aviv", "Tel-Aviv", "ISR", "Tel Aviv"),
    ("Abidjan", "", "CIV", "Abidjan"), ("Dar es Salaam", "", "TZA", "Dar es Salaam"),
    ("Ramallah", "", "PSE", "Ramallah"), ("Naypyidaw", "Nay Pyi Taw|Naypyitaw|Nay Pyi Daw", "MMR", "Nay Pyi Taw"),
    ("Yangon", "Rangoon", "MMR", "Yangon"), ("Pristina", "Prishtina|Priština", "KOS", "Pristina"),
    ("Pretoria", "Tshwane", "ZAF", "Pretoria"), ("Cape Town", "", "ZAF", "Cape Town"),
    ("Putrajaya", "", "MYS", "Putrajaya"), ("Taipei", "Taipei City", "TWN", "Taipei"),
    ("Gitega", "", "BDI", "Gitega"), ("Porto-Novo", "", "BEN", "Porto-Novo"), ("Cotonou", "", "BEN", "Cotonou"),
    ("Tobruk", "", "LBY", "Tobruk"), ("Aden", "", "YEM", "Aden"), ("Benghazi", "", "LBY", "Benghazi"),
    ("Sukhumi", "Sokhumi", "GEO", "Sokhumi"), ("Tiraspol", "", "MDA", "Tiraspol"),
    ("Hargeisa", "", "SOM", "Hargeysa"), ("Stepanakert", "Khankendi|Xankəndi", "AZE", "Xankandi"),
]
CAPITAL_NAMES = {
    "Kyiv": "Kiev|Kyïv", "Beijing": "Peking", "Washington": "Washington, D.C.|Washington D.C.|Washington, DC|"
    "Washington DC|D.C.", "Mexico City": "Ciudad de México", "Kuwait City": "", "Islamabad": "",
    "Ulan Bator": "Ulaanbaatar", "Ulaanbaatar": "Ulan Bator", "Tbilisi": "Tiflis", "Chisinau": "Kishinev|Chişinău",
    "Sanaa": "Sana'a|Sana|San'a", "N'Djamena": "Ndjamena|N'djamena|NDjamena", "Nuku'alofa": "Nukualofa",
    "Riyadh": "", "Doha": "", "Muscat": "", "Nur-Sultan": "Astana|Nursultan", "Astana": "Nur-Sultan|Nursultan",
    "New Delhi": "Delhi", "Jerusalem": "West Jerusalem", "Athens": "", "Bern": "Berne", "Brussels": "",
    "Phnom Penh": "", "Vientiane": "", "Ashgabat": "Ashkhabad", "Tehran": "Teheran", "Addis Ababa": "",
    "Mogadishu": "Muqdisho", "Tripoli": "", "Sri Jayewardenepura Kotte": "", "Seoul": "", "Pyongyang": "",
    "Monaco": "", "Port-Vila": "Port Vila", "Rome": "", "Warsaw": "", "Bucharest": "", "Belgrade": "Beograd", "Prague": "Praha",
    "Dushanbe": "", "Bishkek": "Frunze", "Male": "Malé", "Ouagadougou": "", "Santo Domingo": "",
    "Guatemala City": "", "Panamá": "Panama City", "Panama City": "Panamá", "San José": "San Jose",
    "Port-au-Prince": "Port au Prince", "Yaounde": "Yaoundé", "Yaoundé": "", "Lomé": "Lome", "Brasília": "Brasilia",
    "Asunción": "Asuncion", "Bogotá": "Bogota", "Reykjavík": "Reykjavik", "Hanoi": "", "Kathmandu": "Katmandu",
    "Dhaka": "Dacca", "Djibouti": "Djibouti City", "Singapore": "", "Luxembourg": "Luxembourg City",
    "San Salvador": "", "Vatican City": "", "Damascus": "", "Baku": "", "Algiers": "", "Colombo": "",
}

# States that are an island, or several: "the island", "the islands" may mean them. Curated.
ISLANDS = {
    **dict.fromkeys("BHR BRB CUB CYP DMA GRD IRL ISL JAM LCA LKA MDG MUS NRU SGP TWN".split(), "ISL"),
    **dict.fromkeys("BHS COM FJI FSM KIR MDV MHL MLT PHL PLW SLB SYC TON TUV VUT WSM".split(), "ISLS"),
}


def curated_names():
    """Other names by country, from country_names.tsv."""
    path = tables.ROOT / "tools" / "facts" / "country_names.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return dict(line.split("\t") for line in lines[1:])


def curated_points():
    """Points that go before those of mledoze/countries, from country_points.tsv."""
    path = tables.ROOT / "tools" / "facts" / "country_points.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {code: (latitude, longitude) for code, latitude, longitude, _ in (line.split("\t") for line in lines[1:])}


def latin(name):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2030 for c in name)


def country_rows(countries, identifiers, people):
    curated, points = curated_names(), curated_points()
    rows = []
    for country in countries:
        code = country["cca3"]
        state = tables.folded(code)
        dependency = state != code and code != "UNK"
        if code in ("ESH", "GRL"):
            continue  # among the breakaway entities, and the parts
        common = country["name"]["common"]
        # Single words among the alternative spellings are codes or common words in some language.
        spellings = [s for s in country["altSpellings"] if " " in s and latin(s)]
        names = [country["name"]["official"]] + curated.get(state if code == "UNK" else code, "").split("|")
        latitude, longitude = points.get(code) or (country["latlng"] + ["", ""])[:2]
        wikidata, geonames = identifiers.get("XKX" if code == "UNK" else code, ("", ""))
        rows.append([common, tables.forms(names + spellings, common), state, GOVERNMENT,
                     "dependency" if dependency else "state", latitude, longitude, wikidata, geonames,
                     people.get(country["cca2"], ""), ISLANDS.get(code, "")])
    for name, aliases, claimed_by, latitude, longitude in BREAKAWAY:
        rows.append([name, aliases, claimed_by, "PRE", "breakaway", latitude, longitude, "", "", "", ""])
    for name, aliases, state, latitude, longitude in PARTS:
        rows.append([name, aliases, state, "GOV", "part", latitude, longitude, "", "", "", ""])
    return rows


def read_identifiers():
    """Wikidata and GeoNames ids by alpha-3 code."""
    path = tables.DATA / "place" / "gazetteer" / "country-codes.csv"
    with open(path, encoding="utf-8", newline="") as file:
        result = {}
        for row in csv.DictReader(file):
            result[row["ISO3166-1-Alpha-3"]] = (row["wikidata_id"].rsplit("/", 1)[-1], row["Geoname ID"])
    result.setdefault("XKX", ("Q1246", "831053"))
    return result


def read_people():
    """People by alpha-2 code, at most as many as a cell of the table holds."""
    path = tables.DATA / "place" / "gazetteer" / "geonames-countryInfo.txt"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row[0]: min(int(row[7]), 999999999) for row in rows if row[7].isdigit()}


def read_cities(codes):
    """Capitals by GeoNames feature, and all cities by (name, country), the most populous first."""
    path = tables.DATA / "place" / "gazetteer" / "geonames-cities500.tsv.xz"
    capitals, cities = [], {}
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = codes.get(row["country"], "")
            if row["feature"] == "PPLC":
                capitals.append((code, row))
            for name in (row["name"], row["asciiname"]):
                key = (name, tables.folded(code))
                if key not in cities or int(row["population"] or 0) > int(cities[key]["population"] or 0):
                    cities[key] = row
    return capitals, cities


# First-order divisions by GeoNames code.
DIVISIONS = {code: places.division_name(name) for code, name, _, _ in places.read_divisions()}


def capital_row(row, name, aliases, state):
    return [name, tables.forms(aliases.split("|") + [row["name"], row["asciiname"]], name), state, GOVERNMENT,
            row["lat"], row["lon"], row["geonameid"], row["feature"],
            DIVISIONS.get(f"{row['country']}.{row['admin1']}", ""), row["population"]]


def capital_rows(countries):
    codes = {c["cca2"]: c["cca3"] for c in countries}
    codes["XK"] = "XKX"
    capitals, cities = read_cities(codes)
    rows, seen = [], set()
    for name, aliases, state, stands_as in MORE_CAPITALS:
        row = cities.get((stands_as, state))
        if row:
            rows.append(capital_row(row, name, aliases, state))
            seen.add(row["geonameid"])
        else:
            print("no city", name)
    sovereign = {c["cca3"] for c in countries}
    for code, row in capitals:
        state = tables.folded(code)
        # The seat of a dependency does not stand for the state that holds it.
        if row["geonameid"] in seen or state != code and code != "XKX" or code not in sovereign | {"XKX"}:
            continue
        name = row["asciiname"] if row["name"] in ("Washington, D.C.", "Washington D.C.") else row["name"]
        name = {"Washington, D.C.": "Washington", "Washington D. C.": "Washington"}.get(name, name)
        rows.append(capital_row(row, name, CAPITAL_NAMES.get(name, ""), state))
    return rows


def main():
    path = tables.DATA / "place" / "gazetteer" / "countries-mledoze.json"
    countries = json.loads(path.read_text(encoding="utf-8"))
    tables.write("countries", "country", SOURCE, "2026-11-23",
                 ["name", "aliases", "country", "sectors", "role", "latitude", "longitude", "wikidata", "geonames",
                  "population", "feature"], country_rows(countries, read_identifiers(), read_people()))
    tables.write("capitals", "capital", SOURCE, "2026-11-23",
                 ["name", "aliases", "country", "sectors", "latitude", "longitude", "geonames", "feature",
                  "admin1", "population"], capital_rows(countries))


if __name__ == "__main__":
    main()

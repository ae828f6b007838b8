"""The figures of places, for tools/evaluate: GeoVirus, whose names of places have the coordinates of Wikipedia.

Recognition: the same characters; nationalities are no places. A place counts as right within 161 km (a hundred miles) of
the marked point. Since the middle of a large country is a matter of convention, a second figure takes the right country
or continent as right wherever its middle is put.
"""
import csv
import math
import pathlib
from xml.etree import ElementTree

from evaluation.command import records_of
from evaluation.standing import note

ROOT = pathlib.Path(__file__).resolve().parents[2]


def table_forms(table, columns):
    """{form: name} of the forms that stand in some columns of a table of facts."""
    with open(ROOT / "facts" / f"{table}.tsv", encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t",
                              quoting=csv.QUOTE_NONE)
        return {form: row["name"] for row in rows for column in columns for form in row[column].split("|") if form}


def kilometres(a, b):
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(h)))


def place_names(record, text, nationalities):
    """{span: (place or None, is it a country or continent)} of the names of places in a record: no nationalities."""
    found = {}
    for entity in record["entities"]:
        for mention in entity["mentions"]:
            span = mention["start"], mention["end"]
            named = mention["kind"] == "name" and (entity["place"] or mention.get("reading"))
            if named and text[span[0]:span[1]] not in nationalities:
                wide = entity["kind"] == "country" or (entity["place"] or {}).get("feature") == "CONT"
                found[span] = entity["place"], wide
    return found


def places(build, data):
    """GeoVirus: are the names of places found, and is the right place meant?"""
    articles = []
    for article in ElementTree.parse(data / "place" / "GeoVirus.xml").getroot().iter("article"):
        gold = {}
        for loc in article.iter("location"):  # its offsets count from one
            span = int(loc.findtext("start")) - 1, int(loc.findtext("end")) - 1
            page = loc.findtext("page").rsplit("/", 1)[-1].replace("_", " ")
            gold[span] = (float(loc.findtext("lat")), float(loc.findtext("lon"))), page
        articles.append((article.findtext("text"), gold))
    records = records_of(build, [{"text": text} for text, _ in articles])
    countries = table_forms("countries", ["name", "aliases"])
    nationalities = table_forms("demonyms", ["name", "plural", "adjective", "aliases"]).keys() - countries.keys()
    hit = found = nowhere = same_anywhere = 0  # the last: the right country, though its middle is put elsewhere
    errors = []
    for number, record in records.items():
        text, gold = articles[int(number)]
        ours = place_names(record, text, nationalities)
        found += len(ours)
        for span in ours.keys() & gold.keys():
            place, wide = ours[span]
            point, page = gold[span]
            hit += 1
            if not place or place["latitude"] is None:
                nowhere += 1
                continue
            errors.append(kilometres((place["latitude"], place["longitude"]), point))
            same = wide and place["name"] == countries.get(page.removesuffix(" (country)"), page)
            same_anywhere += same and errors[-1] > 161
    total = sum(len(gold) for _, gold in articles)
    near = sum(error <= 161 for error in errors)
    errors.sort()
    print(f"GeoVirus: recognition precision {100 * hit / found:.1f} recall {100 * hit / total:.1f}"
          f" F1 {200 * hit / (found + total):.2f} of {total} names")
    print(f"GeoVirus: within 161 km {100 * near / hit:.1f} % of {hit} found ({nowhere} without a point);"
          f" with the middle of a country or continent wherever it is put {100 * (near + same_anywhere) / hit:.1f} %;"
          f" error of those with a point: mean {sum(errors) / len(errors):.0f} km, median"
          f" {errors[len(errors) // 2]:.0f} km")
    note("places, GeoVirus, recognition", 200 * hit / (found + total))
    note("places, GeoVirus, within 161 km", 100 * near / hit)
    note("places, GeoVirus, the same but for middles", 100 * (near + same_anywhere) / hit)

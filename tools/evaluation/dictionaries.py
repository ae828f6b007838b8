"""Dictionaries that users have: how fast the Phoenix set loads, and whether its dates are used."""
import datetime
import re
import statistics
import time

from evaluation import standing
from evaluation.command import chancery, records_of

PHOENIX = ("Phoenix.*.actors.txt", "Phoenix.agents.txt", "CAMEO.*Groups.actors.txt")


def dictionary_dates(restriction):
    """(from, before) of "20040309-20080507", "<19991231", ">080508"; None where there is none or it is no date."""
    def day(text):
        text = text.strip()
        if not text.isdigit() or len(text) not in (6, 8):
            return None
        return text if len(text) == 8 else ("20" if int(text[:2]) <= 30 else "19") + text
    if restriction[0] in "<>":
        bound = day(restriction[1:])
        return bound and (("00000000", bound) if restriction[0] == "<" else (bound, "99999999"))
    start, _, end = restriction.partition("-")
    return (day(start), day(end)) if day(start) and day(end) else None


def dictionary_actors(path):
    """(phrases, [(code, (from, before) or None)]) of an actor file, read apart from chancery's own reader."""
    phrases, codes = [], []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n") + ["END"]:
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line[0] not in "+[" and phrases:
            yield phrases, codes
            phrases, codes = [], []
        if line[0] != "[":
            phrases.append(line.lstrip("+").split("[")[0].strip())
        for part in line.split("[")[1:]:
            code, _, restriction = part.split("]")[0].strip().partition(" ")
            code, restriction = (code, restriction) if restriction else (re.match("[A-Z0-9]*", code)[0],
                                                                        code[len(re.match("[A-Z0-9]*", code)[0]):])
            codes.append((code, dictionary_dates(restriction.strip()) if restriction.strip() else None))


def dated_people(path):
    """(name, day, code) for tenures of those whose phrases are plain names of two or three words."""
    for phrases, codes in dictionary_actors(path):
        names = [n for p in phrases if re.fullmatch(r"[A-Z]+(_[A-Z-]+){1,2}", n := p.rstrip("_"))
                 and not re.search("PRESIDENT|MINISTER|PREMIER|KING|LEADER|SECRETARY|GENERAL", n)]
        for code, dates in codes if names else []:
            if not dates or not code[3:].startswith("GOV"):
                continue
            start, end = dates[0], dates[1] if dates[1] < "2100" else str(int(dates[0][:4]) + 1) + dates[0][4:]
            try:
                days = [datetime.date(int(d[:4]), int(d[4:6]), int(d[6:])) for d in (start, end)]
            except ValueError:
                continue
            day = (days[0] + (days[1] - days[0]) / 2).isoformat()
            holds = [c for c, d in codes if d and d[0] <= day.replace("-", "") < d[1]]
            if holds and day < "2015":
                yield names[0].replace("_", " ").title(), day, holds[0]


def phoenix(build, folder):
    """Load time of the Phoenix dictionaries, and whether their dated codes reach the record."""
    files = sorted(p for pattern in PHOENIX for p in folder.glob(pattern))
    tables = [a for path in files for a in ("--facts", path)]

    def seconds(*arguments):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            chancery(build, "version", *arguments)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    alone, with_tables = seconds(), seconds(*tables)
    print(f"{len(files)} files of {sum(p.stat().st_size for p in files) / 1e6:.1f} MB: start-up {with_tables:.3f} s,"
          f" {alone:.3f} s without (median of 5)")
    standing.note("Phoenix dictionaries, seconds to load", with_tables - alone)
    people = sorted(set(dated_people(folder / "Phoenix.Countries.actors.txt")))[::9]
    reports = [{"published": day, "text": f"{name} met reporters in the city on Tuesday."} for name, day, _ in people]
    for title, arguments in (("with them", tables), ("without", [])):
        records = records_of(build, reports, *arguments)
        found = country = government = 0
        for number, (name, _, code) in enumerate(people):
            record = records[str(number)]
            # "Dame X Y" may be X Y with a title.
            entity = next((e for e in record["entities"] if f" {name}".endswith(" " + e["name"])),
                          {"country": None, "sectors": []})
            found += entity.get("coding", {}).get("code") == code
            country += entity["country"] == code[:3]
            government += "GOV" in entity["sectors"]
        total = len(people)
        if arguments:
            standing.note("office holders with Phoenix's code of the day", 100 * found / total)
        print(f"{title}: {total} office holders on a day in office: the dictionary's code {found / total:.3f}"
              f"  its country {country / total:.3f}  GOV {government / total:.3f}")

"""The figures of time expressions, for tools/evaluate. Each set is coded with the built command and compared with the
record's times[].

MEANTIME: the text of the first six sentences of each report (its title, the line of its date and the four that are
annotated), words joined as in print, the date of publication given where the set has one. The line of the date is left
out on both sides. Strict: the same words. Relaxed: one word in common. Value: the same TIMEX3 value, of the relaxed.

GUM dates: whole documents, the document's date given as that of publication; the date of a dateline is taken
from the record's dateline_parts. The set has TEI values: an exact date
or a span of days, which is compared with the days that our value covers; a time of day is compared by its clock alone.
Gold that only bounds a date on one side (notBefore, notAfter) has no value to compare and is left out.

Timenorm train: each expression alone in the line "The time: X.", published on the day that its document is anchored to;
the anchors, dates in figures, are counted apart. Right is the same value, of all expressions; an expression is read as the
one of ours that shares most characters with it. Beside the figure of all stands that without the gold that leaves open which
week or quarter of the year it is (1989-WXX).

Values that differ in notation alone are the same: a decade 199 and 199X, T17 and T17:00, P2.5Y and P2Y6M, P1E and P10Y,
P2L and P2000Y. Timenorm writes three things otherwise than the other sets and we do, which are the same too: a fiscal year
as the year (1989, not FY1989), what comes every day or year as XXXX-XX-XX and XXXX (P1D, P1Y), a day left open as
1990-XX-XX (1990). The figure without these stands beside that with them.
"""
import csv
import datetime
import json
import lzma
import re

# A week or quarter of a known year that is not told which: no reading of it can be right.
OPEN_PART = re.compile(r"\d{4}-(WXX|QX)")

DASHES = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


def joined(words):
    """Words as printed, and the span of each."""
    text, spans, glue = "", [], False
    for word in (DASHES.get(w, w) for w in words):
        tight = glue or re.fullmatch(r"[,.;:?!%)\]]|n't|['\u2019](s|S|re|ve|ll|d|m)?", word)
        text += "" if tight or not text else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glue = word in "([$"
    return text, spans


def shared(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def nearest(times, span):
    """The expression that shares most characters with a span."""
    best = max(times, key=lambda t: shared((t["start"], t["end"]), span), default=None)
    return best if best and shared((best["start"], best["end"]), span) > 0 else None


def months(value):
    """A length as (months, seconds), or None where its figure is not known."""
    total, clock = [0.0, 0.0], False
    for figure, unit in re.findall(r"([\d.]*)([A-Z])", value[1:]):
        if unit == "T":
            clock = True
            continue
        size = {"L": 12000, "C": 1200, "E": 120, "Y": 12, "Q": 3, "M": 1}
        seconds = {"W": 604800, "D": 86400, "H": 3600, "M": 60, "S": 1}
        if not re.fullmatch(r"\d+(\.\d+)?", figure):
            return None
        if unit in size and not (clock and unit == "M"):
            total[0] += float(figure) * size[unit]
        elif unit in seconds:
            total[1] += float(figure) * seconds[unit]
    return tuple(total)


def same(ours, gold):
    if ours == gold:
        return True
    if ours.startswith("P") and gold.startswith("P") and "_" not in ours + gold:
        return months(ours) is not None and months(ours) == months(gold)
    plain = [re.sub(r"(T\d\d):00(Z?)$", r"\1\2", re.sub(r"^(\d{2,3})X{1,2}$", r"\1", v)) for v in (ours, gold)]
    return plain[0] == plain[1]


def rate(part, whole):
    return f"{100 * part / whole:.1f}" if whole else "-"


def f1(hits, ours, gold):
    return f"{200 * hits / (ours + gold):.1f}" if ours + gold else "-"


def meantime(data, code, errors, part="dev"):
    with lzma.open(data / "meantime" / f"{part}.jsonl.xz", "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    reports, gold, dates = [], {}, {}
    for document in documents:
        text, spans = "", []
        for i, sentence in enumerate(document["sentences"][:6]):
            line, words = joined(sentence)
            if i == 1:
                dates[document["id"]] = len(text), len(text) + len(line)
            spans += [(len(text) + a, len(text) + b) for a, b in words]
            text += line + "\n\n"
        reports.append({"id": document["id"], "text": text, "published": (document.get("dct") or "")[:10]})
        gold[document["id"]] = [((spans[t["t"][0]][0], spans[t["t"][-1]][1]), t.get("value") or "")
                                for t in document["timex"] if t.get("t") and t["t"][-1] < len(spans)]
    records = code(reports)
    found = strict = value = our_count = gold_count = 0
    for report in reports:
        name, text = report["id"], report["text"]
        ours = [t for t in records[name]["times"] if shared((t["start"], t["end"]), dates[name]) <= 0]
        wanted = [g for g in gold[name] if shared(g[0], dates[name]) <= 0]
        our_count += len(ours)
        gold_count += len(wanted)
        for t in ours:
            if all(shared((t["start"], t["end"]), g[0]) <= 0 for g in wanted):
                errors("meantime", text[t["start"]:t["end"]], "", t["value"])
        for span, timex in wanted:
            hit = nearest(ours, span)
            found += hit is not None
            exact = hit is not None and (hit["start"], hit["end"]) == span
            right = hit is not None and same(hit["value"], timex)
            strict += exact
            value += right
            if not exact or not right:
                errors("meantime", text[slice(*span)], timex,
                       f"{text[hit['start']:hit['end']]} {hit['value']}" if hit else "")
    print(f"MEANTIME {part}: {gold_count} expressions, ours {our_count}  strict F1 {f1(strict, our_count, gold_count)}"
          f"  relaxed F1 {f1(found, our_count, gold_count)}  value of matched {rate(value, found)}")


def day(text, last):
    """The first or last day that a partial ISO date covers, and what is left open."""
    open_year = text.startswith("--")
    parts = [int(p) for p in (text[2:] if open_year else text.lstrip("-")).split("-")]
    year = 0 if open_year else -parts.pop(0) if text.startswith("-") else parts.pop(0)
    month = parts[0] if parts else 12 if last else 1
    length = 31 if month in (1, 3, 5, 7, 8, 10, 12) else 30 if month != 2 else 29 if year % 4 == 0 else 28
    return year, month, parts[1] if len(parts) > 1 else length if last else 1


def covered(value):
    """The days that a TIMEX3 value covers; None where it has none."""
    if "/" in value:
        first, last = map(covered, value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    value = re.sub(r"^BC(\d+)$", r"-\1", re.sub(r"T.*", "", value))
    if re.fullmatch(r"\d{2}XX|\d{3}X", value):
        return day(value.replace("X", "0"), False), day(value.replace("X", "9"), True)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        last = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 7)
        return (first.year, first.month, first.day), (last.year, last.month, last.day)
    if match := re.fullmatch(r"(\d{4}|XXXX)-(Q\d|H\d)", value):
        first, last = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}[match[2]]
        stem = "-" if match[1] == "XXXX" else match[1]
        return day(f"{stem}-{first:02}", False), day(f"{stem}-{last:02}", True)
    if re.fullmatch(r"(-?\d{4,5}|XXXX)(-\d\d){0,2}", value) and value != "XXXX":
        value = value.replace("XXXX", "-")
        return day(value, False), day(value, True)
    return None


def gum_value(text):
    """("days", first, last) or ("clock", hh:mm) of a TEI value; None where it bounds one side alone or is no date."""
    parts = dict(part.split("=", 1) for part in text.split(";"))
    when = parts.get("when", "")
    if re.fullmatch(r"\d\d:\d\d:\d\d", when):
        return "clock", when[:5]
    first, last = (when, when) if when else (parts.get("from", ""), parts.get("to", ""))
    shape = r"(-?\d{1,4}|-)(-\d\d){0,2}"
    first, last = (re.sub(r"T.*", "", v) for v in (first, last))
    if not re.fullmatch(shape, first) or not re.fullmatch(shape, last):
        return None
    return "days", day(first, False), day(last, True)


def gum_texts(path):
    """Text of each document and the span of each word of its sentences: {doc: (text, {sent: [span]})}."""
    documents, text, spans, name = {}, "", {}, None
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        for line in lines:
            if line.startswith("# newdoc"):
                name, text, spans = line.split("=")[1].strip(), "", {}
        fresh = any(line.startswith("# newpar") for line in lines)
        text += "\n\n" if fresh and text else " " if text else ""
        sentence = next(line[len("# text = "):] for line in lines if line.startswith("# text = "))
        at, where = 0, []
        for word in (line.split("\t") for line in lines if line[:1].isdigit()):
            if not word[0].isdigit():
                continue
            found = sentence.find(word[1], at)
            at = found if found >= 0 else at
            where.append((len(text) + at, len(text) + at + len(word[1])))
            at = at + len(word[1]) if found >= 0 else at
        spans[next(line.split("=")[1].strip() for line in lines if line.startswith("# sent_id"))] = where
        text += sentence
        documents[name] = text, spans
    return documents


def season(value):
    """The days of a season, as the set has them too: to the end of its last month or of the one after."""
    match = re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI)", value)
    if not match:
        return []
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[match[2]]
    year = "-" if match[1] == "XXXX" else match[1]
    out = []
    for length in (2, 3):
        month = first + length
        after = year if year == "-" or month <= 12 else f"{int(year) + 1:04}"
        out.append((day(f"{year}-{first:02}", False), day(f"{after}-{(month - 1) % 12 + 1:02}", True)))
    return out


def of_dateline(report, span):
    """The dateline's date, for a span that stands in it: it is in no sentence, so in no expression."""
    dateline = report.get("dateline_parts") or {}
    where = dateline.get("span")
    if dateline.get("date") and where and shared((where["start"], where["end"]), span) > 0:
        return {"value": dateline["date"]}
    return None


def gum(data, code, errors, part="dev"):
    with open(data / "time" / f"gum_dates_{part}.tsv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["doc"] != "doc"]
    texts = gum_texts(data / "ud-gum" / f"{part}.conllu")
    created = {row["doc"]: row["doc_created"] for row in rows}
    records = code([{"id": name, "text": texts[name][0], "published": created[name]} for name in created])
    total = found = right = 0
    for row in rows:
        gold = gum_value(row["value"])
        if gold is None:
            continue
        spans = texts[row["doc"]][1][row["sent_id"]]
        span = spans[int(row["first_word"]) - 1][0], spans[int(row["last_word"]) - 1][1]
        record = records[row["doc"]]
        hit = nearest(record["times"], span) or of_dateline(record["report"], span)
        total += 1
        found += hit is not None
        if hit and gold[0] == "clock":
            good = re.sub(r".*T(\d\d)$", r"T\1:00", hit["value"])[-6:].strip("TZ") == gold[1]
        else:
            good = hit is not None and (covered(hit["value"]) == gold[1:] or gold[1:] in season(hit["value"]))
        right += good
        if not good:
            errors("gum", row["text"], row["value"], f"{hit['value']}" if hit else "")
    print(f"GUM dates {part}: {total} of {len(rows)} with a value  found {rate(found, total)}"
          f"  value of found {rate(right, found)}  value of all {rate(right, total)}")


def in_its_notation(ours):
    """A value of ours as Timenorm writes it."""
    return {"P1D": "XXXX-XX-XX", "P1Y": "XXXX"}.get(ours, ours.removeprefix("FY"))


def same_in_timenorm(ours, gold):
    return same(ours, gold) or in_its_notation(ours) == re.sub(r"(?<=\d)(-XX)+$", "", gold)


def timenorm(data, code, errors):
    rows, anchor = [], None
    for line in (data / "time" / "timenorm_en_train.tsv").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            anchor = None
            continue
        words, kind, value = line.split("\t")[:3]
        first = anchor is None
        anchor = value[:10] if first else anchor
        rows.append((words, kind, value, anchor, first))
    lead = "The time: "
    records = code([{"id": str(i), "text": f"{lead}{row[0]}.\n", "published": row[3]} for i, row in enumerate(rows)])
    found = right = exact = types = anchors_right = closed = 0
    count = sum(not row[4] for row in rows)
    for i, (words, kind, value, anchor, first) in enumerate(rows):
        hit = nearest(records[str(i)]["times"], (len(lead), len(lead) + len(words)))
        good = hit is not None and same_in_timenorm(hit["value"], value)
        if first:
            anchors_right += good
        else:
            found += hit is not None
            right += good
            exact += hit is not None and same(hit["value"], value)
            closed += not OPEN_PART.search(value)
            types += hit is not None and hit["type"] == kind
        if not good:
            errors("timenorm", f"{words} ({anchor})", value, hit["value"] if hit else "")
    print(f"Timenorm train: {count} expressions alone  found {rate(found, count)}  type {rate(types, count)}"
          f"  value {rate(right, count)} (without its own notation {rate(exact, count)}), of the {closed} whose week and quarter the set gives {rate(right, closed)}"
          f"  with the {len(rows) - count} anchors {rate(right + anchors_right, len(rows))}")


def times(data, code, errors=lambda *_: None):
    """Prints the figures. `code` turns reports into {id: record}; `errors` is told each miss."""
    for part in ("train", "dev"):
        meantime(data, code, errors, part)
    for part in ("train", "dev"):
        gum(data, code, errors, part)
    timenorm(data, code, errors)

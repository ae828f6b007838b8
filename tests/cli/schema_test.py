"""Holds every record to docs/record.schema.json, and to what a schema cannot say: spans inside the text,
identifiers that point at something, and the words that the spans cut out.

    schema_test.py COMMAND SOURCE_FOLDER
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("schema_test: python3-jsonschema is missing; make deps installs it")

command, source = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads((source / "docs" / "record.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
problems = []


def walk(value, path=""):
    """Every object of a record with the way to it."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from walk(item, f"{path}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, f"{path}[{index}]")


def check(record, text=None):
    name = record["report"]["id"]
    for error in validator.iter_errors(record):
        problems.append(f"{name}: {list(error.absolute_path)}: {error.message[:200]}")
    known = {item["id"] for key in ("entities", "events", "statements", "times") for item in record[key]}
    given = record["report"].get("text")
    for path, value in walk(record):
        if "start" in value and "end" in value:
            if not 0 <= value["start"] < value["end"] <= record["report"]["length"]:
                problems.append(f"{name}: {path}: span {value['start']}-{value['end']}")
        for key in ("entity", "speaker", "addressee", "parent"):
            if value.get(key) is not None and value[key] not in known:
                problems.append(f"{name}: {path}.{key}: {value[key]} is nobody")
        if isinstance(value.get("place"), str) and path.startswith(".events") and value["place"] not in known:
            problems.append(f"{name}: {path}.place: {value['place']} is nowhere")
        reporters = value.get("reported_by") or []
        for item in [reporters] if isinstance(reporters, str) else reporters:
            if item not in known:
                problems.append(f"{name}: {path}: statement {item} is missing")
    if text is not None:
        if given != text or len(given) != record["report"]["length"]:
            problems.append(f"{name}: the text is not the one given")
        if hashlib.sha256(text.encode()).hexdigest() != record["report"]["sha256"]:
            problems.append(f"{name}: the hash is not the text's")
        for entity in record["entities"]:
            for mention in entity["mentions"]:
                words = given[mention["start"]:mention["end"]]
                if words != words.strip():
                    problems.append(f"{name}: {entity['id']}: {words!r} is not cut at words")


def run(*arguments, stdin=None):
    done = subprocess.run([command, *map(str, arguments)], input=stdin, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"chancery {arguments}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout.decode("utf-8")


reports = sorted((source / "examples").glob("*.txt"))
texts = {str(path): path.read_bytes().decode("utf-8") for path in reports}
# What comes before and between the words: a byte-order mark, CRLF, characters beyond 16 bits, accents.
odd = ["\ufeff" + texts[str(path)].replace("\n", "\r\n") for path in reports[:6]]
odd += ["\U0001F30D\U0001F30D " + texts[str(path)].replace(" the ", " thé \U0001D4B3 ") for path in reports[6:9]]
odd += ["", " \n", "\U0001F600" * 50, "\u202eKenya\u202c met Chad.", "\t\x0bPeru\x0cmet\x1f Chile.\x7f"]

count = 0
for line in run("code", "--to", "jsonl", "--text", *reports).splitlines():
    record = json.loads(line)
    check(record, texts[record["report"]["id"]])
    count += 1
if count != len(reports):
    problems.append(f"{count} records of {len(reports)} reports")
stdin = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(odd)).encode()
for line in run("code", "--to", "jsonl", "--text", "--published", "2026-03-10", stdin=stdin).splitlines():
    record = json.loads(line)
    check(record, odd[int(record["report"]["id"])])
    count += 1
array = json.loads(run("code", "--to", "json", *reports))
for record in array:
    check(record)
single = json.loads(run("code", "--to", "json", reports[0]))
check(single)
if single != array[0]:
    problems.append("a report alone has another record than among others")
# A dictionary of the user's: what it codes, and for how long, is in the record.
with tempfile.NamedTemporaryFile("w", suffix=".actors.txt") as table:
    table.write("PERU_ [PER]\nMIA_OTIENO_ [KENGOV <20240101][KENOPP >20240101]\nLAKE_FRONT_ [KENREB 20200101-20300101]\n")
    table.flush()
    record = json.loads(run("code", "--to", "json", "--text", "--facts", table.name, "--published", "2023-03-10",
                            stdin=b"Mia Otieno met fighters of the Lake Front in Peru."))
    check(record)
    codings = {(e["coding"]["code"], e["coding"]["from"], e["coding"]["to"]) for e in record["entities"] if "coding" in e}
    if not {("KENGOV", None, "2023-12-31"), ("KENREB", "2020-01-01", "2029-12-31")} <= codings:
        problems.append(f"codings of the user's dictionary: {codings}")
    count += 1
print(f"{count} records against the schema, {len(problems)} problems")
for problem in problems[:40]:
    print(problem)
sys.exit(1 if problems else 0)

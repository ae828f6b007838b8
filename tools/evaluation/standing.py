"""The figures that issue after issue is held to: docs/figures.tsv has, for each measure, the floor and the aim, what
peers reach, and a column for each learned file released, the last one last. A floor of "<5" is one not to be passed."""
import csv

measured = {}  # by measure, in the order they were taken


def note(measure, value):
    """Remembers a figure for the table at the end."""
    measured[measure] = value


def short(value):
    return f"{value:.0f}" if value >= 1000 else f"{value:.2f}"


def holds(value, floor):
    return value < float(floor[1:]) if floor.startswith("<") else value >= float(floor)


def print_table(path):
    """The measures that were taken, beside what they are held to."""
    with open(path, encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        release = reader.fieldnames[-1]
        rows = {row["measure"]: row for row in reader}
    print(f"{'measure':<44}{'now':>9}{'floor':>9}{'aim':>9}{release:>14}  peers")
    for measure, value in measured.items():
        row = rows.get(measure, dict.fromkeys(("floor", "aim", "peers", release), ""))
        below = "  BELOW THE FLOOR" if row["floor"] and not holds(value, row["floor"]) else ""
        print(f"{measure:<44}{short(value):>9}{row['floor']:>9}{row['aim']:>9}{row[release] or '':>14}"
              f"  {row['peers']}{below}")

"""Running the command."""
import json
import subprocess
import sys


def chancery(build, *arguments, stdin=None):
    """Standard output of the command; a failure ends the evaluation with what it said."""
    done = subprocess.run([str(build / "bin" / "chancery"), *map(str, arguments)], input=stdin,
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"chancery {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def records_of(build, reports, *arguments):
    """The records of reports ({"text": ...} and what else a JSON line may have), by id; a report's number where it has
    none."""
    lines = "".join(json.dumps({"id": str(number), **report}) + "\n" for number, report in enumerate(reports))
    out = chancery(build, "code", "--from", "jsonl", "--to", "jsonl", *arguments, stdin=lines)
    return {record["report"]["id"]: record for record in map(json.loads, out.splitlines())}


def scores_of(build, gold, system):
    """What `chancery eval` says of two CoNLL-U files."""
    return json.loads(chancery(build, "eval", "--json", gold, system))

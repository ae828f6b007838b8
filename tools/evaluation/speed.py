"""Words a second from raw text to CoNLL-U with names, whole processes on one core, by processor time; spaCy's small
English pipeline takes turns with the command where CHANCERY_SPACY names a Python that has it."""
import json
import lzma
import os
import pathlib
import statistics
import subprocess
import tempfile

from .standing import note

ROUNDS = 3
SETS = (("AVX-512 VNNI", "avx512vnni"), ("AVX2", "avx2"))
PEER = pathlib.Path(__file__).with_name("peer_spacy.py")


def seconds(command, environment):
    """Processor seconds of a process, its start included; None when it fails."""
    with subprocess.Popen(command, env=dict(os.environ, OMP_NUM_THREADS="1", **environment),
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime if process.returncode == 0 else None


def speed(build, articles):
    """`articles`: a xz file of JSON Lines with `text`; the first 80 are read."""
    with lzma.open(articles, "rt", encoding="utf-8") as file:
        lines = [json.dumps({"text": json.loads(line)["text"]}) for _, line in zip(range(80), file)]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "articles.jsonl"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        parse = [str(build / "bin" / "chancery"), "parse", "--threads", "1", "--from", "jsonl", str(source)]
        runs = {title: (parse, {"CHANCERY_ISA": isa}) for title, isa in SETS}
        python = os.environ.get("CHANCERY_SPACY")
        if python:
            runs["spaCy"] = ([python, str(PEER), "speed", str(source)], {})
        taken = {title: [seconds(*run) for _ in range(1)] for title, run in runs.items()}
        runs = {title: run for title, run in runs.items() if taken[title][0] is not None}
        for _ in range(ROUNDS - 1):
            for title, run in runs.items():
                taken[title].append(seconds(*run))
        words = subprocess.run(parse, capture_output=True, text=True, check=True).stdout
    words = sum(line[:1].isdigit() and "-" not in line.split("\t")[0] for line in words.split("\n"))
    for title in runs:
        rate = words / statistics.median(taken[title])
        print(f"{title:<14}{rate:8.0f} words/s, start included")
        note(f"raw text to CoNLL-U, words/s, {title}", rate)
    if "spaCy" in runs and SETS[0][0] in runs:
        pairs = [theirs / ours for theirs, ours in zip(taken["spaCy"], taken[SETS[0][0]])]
        note("times spaCy's small pipeline", statistics.median(pairs))
    bench = subprocess.run([str(build / "bin" / "chancery"), "bench", "--json", "-n", "1",
                            str(build.parent / "examples" / "summit.txt")], capture_output=True, text=True, check=True)
    figures = json.loads(bench.stdout)
    print(f"start-up {figures['start_up_ms']:.0f} ms, resident {figures['resident_mb']:.0f} MB,"
          f" one workspace {figures['workspace_mb']:.1f} MB")
    note("workspace, MB", figures["workspace_mb"])

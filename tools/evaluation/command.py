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


def scores_of(build, gold, system):
    """What `chancery eval` says of two CoNLL-U files."""
    return json.loads(chancery(build, "eval", "--json", gold, system))

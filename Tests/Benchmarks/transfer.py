#!/usr/bin/env python3
"""Times import and export of a million records beside Python with orjson and sqlite3, in turns.

    transfer.py POSTIL [--records N] [--rounds N]

POSTIL is the program. Medians of wall time, their ratio, and peak memory are printed. The peer runs in a virtual
environment in .build/bench-venv, made when it is not there (orjson is from PyPI).
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from measuring import HERE, compare, measure, python


PROJECT = """[project]
name = "Bench"

[[field]]
name = "text"

[[question]]
name = "label"
type = "label"
labels = ["yes", "no"]
"""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("postil")
    arguments.add_argument("--records", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    peer = [python(), os.path.join(HERE, "peers.py")]
    folder = tempfile.mkdtemp(prefix="postil-bench-")
    try:
        with open(os.path.join(folder, "postil.toml"), "w", encoding="utf-8") as file:
            file.write(PROJECT)
        source = os.path.join(folder, "records.jsonl")
        out = os.path.join(folder, "out.jsonl")
        steps = {
            "import": [options.postil, "import", source, "--project", folder],
            "export": [options.postil, "export", "--output", out, "--project", folder],
        }
        subprocess.run([sys.executable, os.path.join(HERE, "make_records.py"), source, str(options.records)], check=True)
        print(f"{options.records:,} records, {os.path.getsize(source) / 1e6:.0f} MB, {options.rounds} rounds in turns")
        runs = {"import": ([], []), "export": ([], [])}
        for _ in range(options.rounds):
            for name in ("postil.db", "postil.db-wal", "postil.db-shm", "peer.db", "peer.db-wal", "peer.db-shm"):
                if os.path.exists(os.path.join(folder, name)):
                    os.remove(os.path.join(folder, name))
            for action, file in (("import", source), ("export", out)):
                runs[action][0].append(measure(steps[action]))
                runs[action][1].append(measure([*peer, action, file, folder]))
        for action, (ours, theirs) in runs.items():
            compare(action, ours, theirs)
    finally:
        shutil.rmtree(folder)


main()

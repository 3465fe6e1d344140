#!/usr/bin/env python3
"""Times the export of a million pairs as trl-preference beside Python with orjson and sqlite3, in turns.

    preferences.py POSTIL [--pairs N] [--rounds N]

Two projects: a comparison of two responses in each task, and rankings of four, six pairs each. The peer reads prompt,
responses and answer of each task from a database of its own and writes the same lines, which is checked byte for byte.
"""
import argparse
import filecmp
import itertools
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from make_records import WORDS
from measuring import HERE, compare, measure, python

PROJECT = """[project]
name = "Bench"

[[field]]
name = "prompt"
type = "chat"

[[field]]
name = "responses"
type = "candidates"

[[question]]
name = "judgement"
type = "{kind}"
"""


def texts(dice, count, length):
    made = []
    for _ in range(count):
        text = ""
        while len(text) < length:
            text += dice.choice(WORDS) + dice.choice((" ", " ", " ", " ", "\n"))
        made.append(text.strip())
    return made


def make(folder, kind, tasks):
    """Writes a project, its records as JSON Lines, and the peer's database."""
    dice = random.Random(20260131)
    prompts, responses = texts(dice, 5000, 150), texts(dice, 5000, 300)
    with open(os.path.join(folder, "postil.toml"), "w", encoding="utf-8") as file:
        file.write(PROJECT.format(kind=kind))
    database = sqlite3.connect(os.path.join(folder, "peer.db"))
    database.execute("CREATE TABLE task (number INTEGER PRIMARY KEY, fields TEXT NOT NULL, answer TEXT NOT NULL)")
    ids = "ab" if kind == "comparison" else "abcd"
    path = os.path.join(folder, "records.jsonl")
    with open(path, "w", encoding="utf-8") as out, database:
        for number in range(tasks):
            fields = {
                "prompt": [{"role": "user", "content": f"{dice.choice(prompts)} {number}?"}],
                # Never the same text twice: of such a pair nothing is written.
                "responses": [{"id": name, "text": text} for name, text in zip(ids, dice.sample(responses, len(ids)))],
            }
            order = dice.sample(ids, len(ids))
            answer = {"verdict": "better", "preferred": order[0], "other": order[1]}
            if kind == "ranking":
                answer = {"ranking": [[name] for name in order]}
            annotation = {"annotator": "ann", "state": "submitted", "answers": {"judgement": answer}}
            record = {"id": f"r{number}", "fields": fields, "metadata": {}, "annotations": [annotation]}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            row = (number, json.dumps(fields, ensure_ascii=False), json.dumps({"judgement": answer}))
            database.execute("INSERT INTO task VALUES (?, ?, ?)", row)
    database.close()
    return path


def peer(path, folder):
    """What one would write with orjson: a loop over the tasks, a line for each pair."""
    import orjson

    database = sqlite3.connect(os.path.join(folder, "peer.db"))
    with open(path, "wb") as out:
        for fields, answers in database.execute("SELECT fields, answer FROM task ORDER BY number"):
            fields, answer = orjson.loads(fields), orjson.loads(answers)["judgement"]
            said = {one["id"]: [{"role": "assistant", "content": one["text"]}] for one in fields["responses"]}
            order = [tier[0] for tier in answer["ranking"]] if "ranking" in answer else [
                answer["preferred"], answer["other"]]
            for better, worse in itertools.combinations(order, 2):
                pair = {"prompt": fields["prompt"], "chosen": said[better], "rejected": said[worse]}
                out.write(orjson.dumps(pair) + b"\n")


def bench(postil, kind, tasks, rounds):
    folder = tempfile.mkdtemp(prefix="postil-bench-")
    try:
        source = make(folder, kind, tasks)
        ours, theirs = (os.path.join(folder, name) for name in ("ours.jsonl", "theirs.jsonl"))
        imported = [postil, "import", source, "--project", folder]
        subprocess.run(imported, check=True, stdout=subprocess.DEVNULL)
        exported = [postil, "export", "--format", "trl-preference", "--output", ours, "--project", folder]
        looped = [python(), os.path.abspath(__file__), "--peer", theirs, folder]
        runs = ([], [])
        for _ in range(rounds):
            runs[0].append(measure(exported))
            runs[1].append(measure(looped))
        if not filecmp.cmp(ours, theirs, shallow=False):
            raise SystemExit(f"{kind}: the lines differ")
        pairs = tasks if kind == "comparison" else tasks * 6
        compare(f"{pairs:,} pairs of {tasks:,} {kind}s", *runs)
    finally:
        shutil.rmtree(folder)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("postil")
    arguments.add_argument("--pairs", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    bench(options.postil, "comparison", options.pairs, options.rounds)
    bench(options.postil, "ranking", -(-options.pairs // 6), options.rounds)


if sys.argv[1:2] == ["--peer"]:
    peer(*sys.argv[2:])
else:
    main()

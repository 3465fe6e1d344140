#!/usr/bin/env python3
"""Times how long it takes to be handed the next task of a million, and how many submits a second 32 processes reach on
one file, beside sqlite3 doing the least that must be done.

    handing_out.py PROBE [--tasks N] [--rounds N] [--processes N] [--submits N]

PROBE is the program race-probe. The peer of the first is one indexed SELECT; those of the second are as many Python
processes that write the same rows with bare sqlite3, durably and in one transaction each.
"""
import argparse
import contextlib
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DONE = 100_000
# What a submit writes, as the tables stand.
SUBMIT = [
    "INSERT INTO annotation (task, annotator, revision, state, flagged, commented, differs, saved_at, active_ms, answers,"
    " comment, skip_reason, guidelines, shown, keys)"
    " VALUES (:task, :who, 1, 2, 0, 0, 0, :at, 5400, '{\"feeling\":\"good\"}', '', '', '0123456789abcdef', '', 3)",
    "INSERT INTO answer (task, annotator, question, place, value) VALUES (:task, :who, 'feeling', 0, 'good')",
    "INSERT INTO run (annotator, first, last) VALUES (:who, :task, :task)",
    "INSERT INTO standing (task, stale, state, answers, place, reasons, questions, flags, gold, gold_missed, too_fast,"
    " checked) VALUES (:task, 1, 0, 0, 0, '', '', 0, 0, 0, 0, 0)",
    "DELETE FROM lease WHERE task = :task AND annotator = :who",
    "INSERT INTO progress (annotator, submitted, skipped, flagged, saves, first_saved, last_saved)"
    " VALUES (:who, 1, 0, 0, 1, :at, :at) ON CONFLICT (annotator) DO UPDATE SET submitted = submitted + 1,"
    " saves = saves + 1, last_saved = excluded.last_saved",
    "INSERT INTO pace (annotator, hour, saves, done, submitted) VALUES (:who, :hour, 1, 1, 1)"
    " ON CONFLICT (annotator, hour) DO UPDATE SET saves = saves + 1, done = done + 1, submitted = submitted + 1",
    "INSERT INTO event (number, token, save, at, annotator, task, kind, annotation)"
    " VALUES (:event, :token, :event, :at, :who, :task, 'submitted', :json)",
    "UPDATE total SET saves = saves + 1, events = events + 1, submitted_tasks = submitted_tasks + 1 WHERE only = 1",
]
JSON = (
    '{"state":"submitted","answers":{"feeling":"good"},"flagged":false,"comment":"","skip_reason":"",'
    '"guidelines":"0123456789abcdef","active_ms":5400,"revision":1,"saved_at":1763755200000,"keys":3}'
)


def probe(*words):
    """What the probe says when it has ended well."""
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout.strip()


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def select_times(path, tasks, rounds):
    """Milliseconds of one look-up by key each."""
    chance = random.Random(1)
    times = []
    with contextlib.closing(sqlite3.connect(path)) as database:
        for _ in range(rounds):
            number = chance.randint(1, tasks)
            start = time.perf_counter()
            database.execute("SELECT number, id, fields FROM task WHERE number = ?", (number,)).fetchone()
            times.append((time.perf_counter() - start) * 1000)
    return times


def claims(options, folder):
    path = os.path.join(folder, "million.db")
    probe(options.probe, "make", path, options.tasks)
    done = min(DONE, options.tasks // 2)
    probe(options.probe, "done", path, "veteran", 1, done)
    looked = statistics.median(select_times(path, options.tasks, options.rounds))
    print(f"next task of {options.tasks:,}; one indexed SELECT in sqlite3: median {looked:.3f} ms")
    for order in ("imported", "shuffled", "fewest-answers"):
        for who in ("newcomer", "veteran"):
            first, *times = map(float, probe(options.probe, "claim", path, who, options.rounds, order).split())
            median = statistics.median(times)
            begun = "made the list of tasks" if who == "newcomer" else "passed what was done"
            print(
                f"  {order}, {who}: median {median:.3f} ms, 99th percentile {percentile(times, 0.99):.3f} ms,"
                f" {median - looked:+.3f} ms to the SELECT (goal: at most +2); the first {begun} in {first:.0f} ms"
            )
    times = list(map(float, probe(options.probe, "assigned", path, "veteran", 20).split()))
    print(f"  all that is theirs, for somebody who has done {done:,}: median {statistics.median(times):.1f} ms")
    times = list(map(float, probe(options.probe, "heartbeat", path, "veteran", 20).split()))
    print(f"  what has changed of it, at each heartbeat: median {statistics.median(times):.3f} ms")
    nothing_left(options, folder)


def nothing_left(options, folder):
    path = os.path.join(folder, "done.db")
    tasks = min(DONE, options.tasks)
    probe(options.probe, "make", path, tasks)
    probe(options.probe, "done", path, "veteran", 1, tasks)
    first, *times = map(float, probe(options.probe, "claim", path, "veteran", options.rounds, "imported").split())
    print(
        f"  nothing left for somebody who has done all {tasks:,}: median {statistics.median(times):.3f} ms;"
        f" the first time {first:.0f} ms"
    )


def bare_writer(path, who, tasks, go):
    """Writes the rows of some submits, a transaction each."""
    database = sqlite3.connect(path, isolation_level=None, timeout=60)
    database.execute("PRAGMA synchronous = FULL")
    print("ready", flush=True)
    while not os.path.exists(go):
        time.sleep(0.001)
    start = time.monotonic()
    for task in tasks:
        at = time.time_ns() // 1_000_000
        values = {
            "task": task, "who": who, "at": at, "hour": at // 3_600_000, "event": 1_000_000 + task,
            "token": f"{who}-{task}-{at}", "json": JSON,
        }
        database.execute("BEGIN IMMEDIATE")
        for statement in SUBMIT:
            database.execute(statement, values)
        database.execute("COMMIT")
    print(start, time.monotonic())


def race(commands, go):
    """Seconds from the first beginning to the last end of processes that wait for a file."""
    children = [
        subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True) for command in commands
    ]
    for child in children:
        child.stdout.readline()
    open(go, "w").close()
    times = []
    for child in children:
        words = child.stdout.read().split()
        if child.wait() or len(words) != 2:
            raise SystemExit(f"a process ended with status {child.returncode}")
        times.append([float(word) for word in words])
    os.remove(go)
    return max(end for _, end in times) - min(start for start, _ in times)


def submits(options, folder):
    count = options.processes * options.submits
    go = os.path.join(folder, "go")
    rates = ([], [])
    for turn in range(options.turns):
        ours = os.path.join(folder, f"ours{turn}.db")
        theirs = os.path.join(folder, f"theirs{turn}.db")
        for path in (ours, theirs):
            probe(options.probe, "make", path, count)
        people = [f"p{number}" for number in range(options.processes)]
        seconds = race([[options.probe, "submit", ours, who, options.submits, go] for who in people], go)
        rates[0].append(count / seconds)
        commands = [
            [sys.executable, os.path.abspath(__file__), "--writer", theirs, 1 + number, options.submits, go]
            for number in range(options.processes)
        ]
        rates[1].append(count / race(commands, go))
        complaint = probe(options.probe, "check", ours)
        with contextlib.closing(sqlite3.connect(ours)) as database:
            stored, = database.execute("SELECT COUNT(*) FROM annotation WHERE state = 2").fetchone()
        if stored != count or complaint:
            raise SystemExit(f"{count - stored} submits were lost; {complaint}")
    mine, other = (statistics.median(side) for side in rates)
    print(
        f"{options.processes} processes at once, {options.submits} submits each: postil {mine:.0f} a second, bare sqlite3"
        f" {other:.0f}, ratio {mine / other:.2f} (goal: at least 0.5); none lost, no error"
    )


def main():
    if sys.argv[1:2] == ["--writer"]:
        path, who, each, go = sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
        return bare_writer(path, who, range((who - 1) * each + 1, who * each + 1), go)
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("--tasks", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=300)
    arguments.add_argument("--processes", type=int, default=32)
    arguments.add_argument("--submits", type=int, default=50)
    arguments.add_argument("--turns", type=int, default=3)
    options = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="postil-bench-")
    try:
        claims(options, folder)
        submits(options, folder)
    finally:
        shutil.rmtree(folder)


main()

#!/usr/bin/env python3
"""Times the desk at its keys, beside less and vim in the same run.

Each program runs in a pseudo-terminal of 120x40. For every key the clock runs from the write to the last byte of the
answer; an answer has ended when the program has been quiet for --quiet milliseconds. The programs take turns, so that a
machine whose speed drifts drifts for all of them. What counts are the ratios.

    desk.py POSTIL PROJECT TEXT [--keys N] [--rounds N]

POSTIL is the program, PROJECT a folder with a project of many tasks (copied, not changed), TEXT a file with the same text for less and vim.
"""
import os
import shutil
import statistics
import subprocess

from terminal import COLUMNS, ROWS, Program, alternate, measure, read_options, report, session, workplace


LABEL_PROJECT = """[project]
name = "Bench"
[[field]]
name = "text"
[[question]]
name = "feeling"
type = "label"
labels = [ { name = "positive", key = "p" }, { name = "negative", key = "n" } ]
"""
TEXT_PROJECT = """[project]
name = "Bench"
[[field]]
name = "text"
[[question]]
name = "why"
type = "text"
"""


class Screen:
    """Counts the cells that a stretch of output changes, with a terminal model (pyte), where that is installed."""

    def __init__(self):
        try:
            import pyte
        except ImportError:
            self.screen = None
            return
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)

    def cells(self):
        return [[self.screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]

    def changed_bytes(self, data):
        """Bytes of the characters in the cells that differ after `data`; None without the model."""
        if self.screen is None:
            return None
        before = self.cells()
        self.stream.feed(data)
        after = self.cells()
        return sum(
            len(after[y][x].data.encode()) for y in range(ROWS) for x in range(COLUMNS) if after[y][x] != before[y][x])


def start_time(command, environment, is_full):
    """Milliseconds from the start of the program to the last byte of its first whole frame."""
    program = Program(command, 0.15, environment)
    try:
        last, data = program.read_until_quiet(quiet=0.15)
        if last is None or not is_full(data):
            raise SystemExit("no full first frame from %s" % command[0])
        return (last - program.started) * 1000
    finally:
        program.end()


def version_program(folder):
    """Builds a Swift program that only prints its version."""
    source = os.path.join(folder, "version.swift")
    with open(source, "w") as out:
        out.write('print("1.0.0")\n')
    binary = os.path.join(folder, "version")
    subprocess.check_call(["swiftc", "-O", "-static-stdlib", source, "-o", binary])
    return binary


def main():
    options = read_options(__doc__, "postil", "project", "text")
    with workplace() as (folder, environment):
        label = desk_command(options, folder, "label", LABEL_PROJECT)
        text = desk_command(options, folder, "text", TEXT_PROJECT)
        less = ["less", options.text]
        vim = ["vim", "-u", "NONE", "-N", "-n", os.path.join(folder, "notes.txt")]
        run(label, text, less, vim, options.keys, options.rounds, options.quiet, environment, folder)


def desk_command(options, folder, name, questions):
    """Copies the project's tasks under other questions; returns the command that opens the desk there."""
    place = os.path.join(folder, name)
    os.mkdir(place)
    shutil.copy(os.path.join(options.project, "postil.db"), place)
    with open(os.path.join(place, "postil.toml"), "w") as out:
        out.write(questions)
    return [os.path.abspath(options.postil), "annotate", "--project", place]


def run(desk, text_desk, less, vim, count, rounds, quiet, environment, folder):
    page = lambda: session(less, [b" "] * (count + 20), quiet, environment)
    ours, theirs, sizes = alternate(
        rounds, lambda: session(desk, [b"j"] * (count + 20), quiet, environment), page)
    report("queue cursor down", ours, theirs, "less", sizes)

    ours, theirs, sizes = alternate(
        rounds, lambda: session(desk, [b"p", b"n"] * (count // 2 + 10), quiet, environment), page)
    report("label key (answer, save, next)", ours, theirs, "less", sizes)

    letters = [bytes([97 + index % 26]) for index in range(count + 20)]
    ours, theirs, sizes = alternate(
        rounds, lambda: session(text_desk, letters, quiet, environment, prepare=[b"\r"]),
        lambda: session(vim, letters, quiet, environment, prepare=[b"i"]))
    report("a letter into a text answer", ours, theirs, "vim", sizes)
    changed_ratio(text_desk, letters[:60], quiet, environment)

    version = version_program(folder)
    ours, theirs = [], []
    for _ in range(7):
        ours.append(start_time(desk, environment, lambda data: b"all keys" in data))
        theirs.append(start_time([version], environment, lambda data: b"1.0.0" in data))
    print("%-34s postil %6.1f ms   a Swift program that prints its version %6.1f ms   difference %.1f ms"
          % ("start to first full frame", statistics.median(ours), statistics.median(theirs),
             statistics.median(ours) - statistics.median(theirs)))

    program = Program(desk, quiet, environment)
    measure(program, [b"j"] * 200 + [b"G"] + [b"k"] * 200)
    peak, now = program.memory()
    program.end()
    print("%-34s peak %.1f MB, at rest %.1f MB" % ("memory at the desk", peak, now))


def changed_ratio(desk, letters, quiet, environment):
    """Prints bytes sent for a letter over the bytes of the characters in the cells that changed."""
    screen = Screen()
    if screen.screen is None:
        print("bytes a letter over changed cells: not measured, the Python package pyte is missing")
        return
    program = Program(desk, quiet, environment)
    try:
        screen.stream.feed(program.read_until_quiet(quiet=0.3)[1])
        screen.stream.feed(program.key(b"\r")[1])
        ratios = []
        for letter in letters:
            data = program.key(letter)[1]
            ratios.append(len(data) / max(1, screen.changed_bytes(data)))
        print("%-34s median %.2f" % ("bytes a letter / changed cells", statistics.median(ratios)))
    finally:
        program.end()


main()

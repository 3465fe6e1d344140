#!/usr/bin/env python3
"""Times the desk at its keys, beside less and vim in the same run.

Each program runs in a pseudo-terminal of 120x40. For every key the clock runs from the write to the last byte of the
answer; an answer has ended when the program has been quiet for --quiet milliseconds. The programs take turns, so that a
machine whose speed drifts drifts for all of them. What counts are the ratios.

    desk.py POSTIL PROJECT TEXT [--keys N] [--rounds N]

POSTIL is the program, PROJECT a folder with a project of many tasks (copied, not changed), TEXT a file with the same text for less and vim.
"""
import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 120, 40


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


class Program:
    """A full-screen program in a pseudo-terminal of its own."""

    def __init__(self, command, quiet, environment):
        self.quiet = quiet
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read_until_quiet(self, limit=5.0, quiet=None):
        """Returns the moment of the last byte and the bytes."""
        data, last = b"", None
        start = time.perf_counter()
        quiet = quiet or self.quiet
        while True:
            now = time.perf_counter()
            stop = start + limit if last is None else min(start + limit, last + quiet)
            if now >= stop:
                return last, data
            ready, _, _ = select.select([self.fd], [], [], stop - now)
            if not ready:
                continue
            try:
                more = os.read(self.fd, 1 << 16)
            except OSError:
                return last, data
            last = time.perf_counter()
            data += more

    def key(self, key):
        """Types a key; returns milliseconds to the last byte, and the answer."""
        start = time.perf_counter()
        os.write(self.fd, key)
        last, data = self.read_until_quiet()
        if last is None:
            raise SystemExit("a key got no answer: %r" % key)
        return (last - start) * 1000, data

    def memory(self):
        """Peak and present resident memory in megabytes."""
        found = {}
        with open("/proc/%d/status" % self.pid) as status:
            for line in status:
                if line.startswith(("VmHWM", "VmRSS")):
                    found[line[:5]] = int(line.split()[1]) / 1024
        return found["VmHWM"], found["VmRSS"]

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


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


def measure(program, keys, warm=20):
    """Types the keys one by one; the first few do not count. A fifth of a second is given to finish what a start left."""
    program.read_until_quiet(quiet=0.3)
    times, sizes = [], []
    for index, key in enumerate(keys):
        milliseconds, data = program.key(key)
        if index >= warm:
            times.append(milliseconds)
            sizes.append(len(data))
    return times, sizes


def report(title, ours, theirs, peer, sizes):
    p50, p99 = percentile(ours, 0.5), percentile(ours, 0.99)
    q50, q99 = percentile(theirs, 0.5), percentile(theirs, 0.99)
    print("%-34s postil p50 %6.2f ms  p99 %6.2f ms   %s p50 %6.2f ms  p99 %6.2f ms   p50 ratio %.2f   p99 %+.2f ms   %d bytes a key"
          % (title, p50, p99, peer, q50, q99, p50 / q50, p99 - q99, statistics.median(sizes)))


def alternate(rounds, ours, theirs):
    """Runs the two measurements in turn; joins what each gives."""
    all_ours, all_sizes, all_theirs = [], [], []
    for _ in range(rounds):
        times, sizes = ours()
        all_ours += times
        all_sizes += sizes
        all_theirs += theirs()[0]
    return all_ours, all_theirs, all_sizes


def session(command, keys, quiet, environment, prepare=b"", first_wait=0.3):
    program = Program(command, quiet, environment)
    try:
        program.read_until_quiet(quiet=first_wait)
        for key in prepare:
            program.key(bytes([key]) if isinstance(key, int) else key)
        return measure(program, keys)
    finally:
        program.end()


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
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("postil")
    parser.add_argument("project")
    parser.add_argument("text")
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quiet", type=float, default=12, help="milliseconds of silence that end an answer")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="postil-bench-")
    environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", LESS="", LESSHISTFILE="-",
                       XDG_STATE_HOME=os.path.join(folder, "state"), XDG_CONFIG_HOME=os.path.join(folder, "config"))
    environment.pop("NO_COLOR", None)
    quiet = options.quiet / 1000
    label = desk_command(options, folder, "label", LABEL_PROJECT)
    text = desk_command(options, folder, "text", TEXT_PROJECT)
    less = ["less", options.text]
    vim = ["vim", "-u", "NONE", "-N", "-n", os.path.join(folder, "notes.txt")]
    count, rounds = options.keys, options.rounds
    try:
        run(label, text, less, vim, count, rounds, quiet, environment, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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

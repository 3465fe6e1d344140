#!/usr/bin/env python3
"""Times pictures beside chafa: one of 12 megapixels, a sheet of 60, the next one in the queue, and memory over a long walk.

    pictures.py POSTIL [--keys N] [--rounds N]

POSTIL's decoder stands beside it. Whole processes are timed on both sides, in turns; ratios count.
"""
import os
import random
import statistics
import struct
import subprocess
import threading
import time

import pyte

from terminal import COLUMNS, ROWS, Program, percentile, read_options, workplace

SIZE, SEED, SHEET, WALK = (4000, 3000), 20260815, 60, 1000
# A window in which all of a sheet is seen.
SHEET_SIZE = (220, 60)
PROJECT = """[project]
name = "Bench"
[[field]]
name = "image"
type = "image"
[[question]]
name = "good"
type = "label"
title = "Is it good?"
labels = [ { name = "yes", key = "y" }, { name = "no", key = "n" } ]
"""


def number(value):
    return struct.pack("<q", value)


def request(path, columns, rows):
    """What the desk asks its decoder for: the whole picture in the 256-colour palette (PictureRequest+Wire.swift)."""
    name = path.encode()
    body = number(len(name)) + name + number(0) + number(columns) + number(rows) + number(8) + number(16)
    body += number(0) + b"\0"  # the whole picture, its own middle
    body += b"\0" + number(0) + number(0) + number(100) + b"\0\0" + number(0) + b"\0\0"  # colours as they are
    body += number(0) + number(0) + b"\0\0\0"
    return struct.pack("<I", len(body)) + body


class Decoder:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, message):
        self.process.stdin.write(message)
        self.process.stdin.flush()
        count = struct.unpack("<I", self.process.stdout.read(4))[0]
        answer = self.process.stdout.read(count)
        if not answer or answer[0] != 1:
            raise SystemExit(f"the decoder refused: {answer[9:]!r}")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def make_picture(path, seed):
    """A picture with large and small detail, as a camera's has: soft clouds with grain."""
    from PIL import Image

    chance = random.Random(seed)
    small = Image.frombytes("RGB", (40, 30), bytes(chance.randrange(256) for _ in range(3600)))
    clouds = small.resize(SIZE, Image.BICUBIC)
    grain = Image.effect_noise(SIZE, 40).convert("RGB")
    Image.blend(clouds, grain, 0.25).save(path, quality=90)


def timed(action):
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def chafa(path, size):
    subprocess.run(["chafa", "-f", "symbols", "-s", size, path], stdout=subprocess.DEVNULL, check=True)


def one_picture(decoder, picture, rounds):
    def ours():
        child = Decoder(decoder)
        child.ask(request(picture, 120, 40))
        child.close()

    def warm():
        child.ask(request(picture, 120, 40))

    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(timed(ours))
        theirs.append(timed(lambda: chafa(picture, "120x40")))
    child = Decoder(decoder)
    child.ask(request(picture, 2, 2))
    running = [timed(warm)]
    child.close()
    report = statistics.median(mine), statistics.median(theirs)
    print(f"12 megapixels to 120x40 cells, whole process: postil {report[0]:.0f} ms, chafa {report[1]:.0f} ms, "
          f"ratio {report[0] / report[1]:.2f}; decoder that runs already {running[0]:.0f} ms")


def family(pid):
    """A process and those that it started."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            with open(f"/proc/{one}/task/{one}/children", encoding="ascii") as file:
                waiting += [int(child) for child in file.read().split()]
            for task in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{task}/children", encoding="ascii") as file:
                    waiting += [int(child) for child in file.read().split() if int(child) not in found + waiting]
        except OSError:
            continue
    return set(found)


def resident(pid):
    """Megabytes in memory of a process and those that it started."""
    total = 0
    for one in family(pid):
        try:
            with open(f"/proc/{one}/statm", encoding="ascii") as file:
                total += int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return total / 1e6


def watch(pid, peak, is_over):
    """Notes the most memory, many times a second: decoders need most of it for moments only."""
    while not is_over.wait(0.01):
        peak[0] = max(peak[0], resident(pid))


class Screen:
    """What a desk shows. What it sent is made a screen of after it was timed."""

    def __init__(self, desk):
        self.desk = desk
        self.screen = pyte.Screen(*desk.size)
        self.stream = pyte.ByteStream(self.screen)

    def wait(self, holds, quiet, limit=20):
        """Reads until the screen is as it should be; returns the moment of its last byte."""
        end = time.perf_counter() + limit
        moment = None
        while True:
            last, data = self.desk.read_until_quiet(limit=limit, quiet=quiet)
            moment = last or moment
            self.stream.feed(data)
            if holds("\n".join(self.screen.display)):
                return moment
            if time.perf_counter() > end:
                raise SystemExit("the desk did not show what it should:\n" + "\n".join(self.screen.display))


def make_project(program, folder, environment, pictures, count):
    """A project of tasks with one picture each. Each has a name of its own, so that none is known from before."""
    os.makedirs(folder)
    with open(os.path.join(folder, "postil.toml"), "w", encoding="utf-8") as file:
        file.write(PROJECT)
    records = os.path.join(folder, "records.jsonl")
    with open(records, "w", encoding="utf-8") as file:
        for place in range(count):
            os.symlink(pictures[place % len(pictures)], os.path.join(folder, f"{place}-.jpg"))
            file.write(f'{{"id":"{place}","image":"{place}-.jpg"}}\n')
    subprocess.run([program, "import", records, "--project", folder], check=True, stdout=subprocess.DEVNULL,
                   env=environment)


def is_shown(name):
    """Whether a picture stands on a screen: its size is told in its head once it has been decoded."""
    return lambda text: f" {name}   {SIZE[0]} x {SIZE[1]} jpeg" in text and "being decoded" not in text


def sheet(program, folder, environment, pictures, rounds):
    """The desk's sheet, from the key to the last byte of the last of 60 small pictures; and chafa called 60 times."""
    mine, theirs = [], []
    for step in range(rounds):
        project = os.path.join(folder, f"sheet-{step}")
        make_project(program, project, environment, pictures, SHEET)
        desk = Program([program, "annotate", "--project", project], 0.3, environment, size=SHEET_SIZE)
        screen = Screen(desk)
        screen.wait(is_shown("0-.jpg"), quiet=1)
        start = time.perf_counter()
        os.write(desk.fd, b"zt")
        # Before it is decoded, each has an ellipsis in its place.
        last = screen.wait(lambda text: text.count("#") >= SHEET and "\u2026" not in text, quiet=0.5)
        mine.append((last - start) * 1000)
        desk.end()
        theirs.append(timed(lambda: [chafa(pictures[place % len(pictures)], "14x6") for place in range(SHEET)]))
    print(f"sheet of {SHEET} pictures of 12 megapixels at the desk: postil {statistics.median(mine) / 1000:.2f} s, "
          f"chafa {statistics.median(theirs) / 1000:.2f} s, ratio {statistics.median(mine) / statistics.median(theirs):.2f}")


def walk(program, folder, environment, pictures, keys):
    """Key to screen of the next picture, decoded ahead; and memory over a walk in which each of a thousand is shown."""
    project = os.path.join(folder, "project")
    make_project(program, project, environment, pictures, WALK)
    desk = Program([program, "annotate", "--project", project], 0.3, environment)
    screen = Screen(desk)
    screen.wait(is_shown("0-.jpg"), quiet=1)
    peak, is_over = [0], threading.Event()
    watcher = threading.Thread(target=watch, args=(desk.pid, peak, is_over))
    watcher.start()
    ahead, at_once = [], []
    for step in range(1, WALK):
        start = time.perf_counter()
        os.write(desk.fd, b"]")
        last = screen.wait(is_shown(f"{step}-.jpg"), quiet=0.03)
        (ahead if step <= keys else at_once).append((last - start) * 1000)
        if step < keys:
            # Time to decode ahead, as somebody who looks gives it.
            desk_data = desk.read_until_quiet(limit=0.4, quiet=0.4)[1]
            screen.stream.feed(desk_data)
    is_over.set()
    watcher.join()
    desk.end()
    print(f"next picture of 12 megapixels, decoded ahead, {COLUMNS}x{ROWS}: median {statistics.median(ahead):.1f} ms, "
          f"95 % {percentile(ahead, 0.95):.1f} ms to the last byte (goal 16 ms)")
    print(f"next picture as soon as the last one stands: median {statistics.median(at_once):.0f} ms, "
          f"95 % {percentile(at_once, 0.95):.0f} ms")
    print(f"walk through {WALK} pictures of 12 megapixels, each shown: {peak[0]:.0f} MB at most, desk and decoders together "
          f"(goal 250 MB)")


def main():
    options = read_options(__doc__, "postil")
    program = os.path.abspath(options.postil)
    decoder = os.path.join(os.path.dirname(program), "postil-decoder")
    with workplace() as (folder, environment):
        pictures = [os.path.join(folder, f"picture-{place}.jpg") for place in range(6)]
        for place, picture in enumerate(pictures):
            make_picture(picture, SEED + place)
        one_picture(decoder, pictures[0], options.rounds * 3)
        sheet(program, folder, environment, pictures, options.rounds)
        walk(program, folder, environment, pictures, min(options.keys, 100))


if __name__ == "__main__":
    main()

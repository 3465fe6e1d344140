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

from terminal import COLUMNS, ROWS, Program, percentile, read_options, workplace

SIZE, SEED, SHEET, WALK = (4000, 3000), 20260815, 60, 1000
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


def request(path, columns, rows, is_thumbnail=False):
    """What the desk asks its decoder for: the whole picture in the 256-colour palette (PictureRequest+Wire.swift)."""
    name = path.encode()
    body = number(len(name)) + name + number(0) + number(columns) + number(rows) + number(8) + number(16)
    body += number(0) + b"\0"  # the whole picture, its own middle
    body += b"\0" + number(0) + number(0) + number(100) + b"\0\0" + number(0) + b"\0\0"  # colours as they are
    body += number(0) + number(0) + bytes([is_thumbnail]) + b"\0\0"
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


def sheet(decoder, pictures, rounds):
    """60 small pictures by two decoders, as at the desk, and by chafa called 60 times."""
    def half(child, part):
        for picture in part:
            child.ask(request(picture, 14, 6, is_thumbnail=True))

    def ours():
        children = [Decoder(decoder), Decoder(decoder)]
        threads = [threading.Thread(target=half, args=(child, pictures[place::2])) for place, child in enumerate(children)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for child in children:
            child.close()

    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(timed(ours))
        theirs.append(timed(lambda: [chafa(picture, "14x6") for picture in pictures]))
    print(f"sheet of {len(pictures)} pictures of 12 megapixels: postil {statistics.median(mine) / 1000:.2f} s, "
          f"chafa {statistics.median(theirs) / 1000:.2f} s, ratio {statistics.median(mine) / statistics.median(theirs):.2f}")


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


def walk(program, folder, environment, pictures, keys):
    """Key to screen of the next picture, decoded ahead; and memory over a walk through a thousand."""
    project = os.path.join(folder, "project")
    os.makedirs(project)
    with open(os.path.join(project, "postil.toml"), "w", encoding="utf-8") as file:
        file.write(PROJECT)
    records = os.path.join(folder, "records.jsonl")
    with open(records, "w", encoding="utf-8") as file:
        for place in range(WALK):
            # A name of its own for each, so that none is known from before.
            link = os.path.join(project, f"{place}.jpg")
            os.symlink(pictures[place % len(pictures)], link)
            file.write(f'{{"id":"{place}","image":"{place}.jpg"}}\n')
    subprocess.run([program, "import", records, "--project", project], check=True, stdout=subprocess.DEVNULL,
                   env=environment)
    desk = Program([program, "annotate", "--project", project], 0.3, environment)
    desk.read_until_quiet(limit=10, quiet=1)
    times, peak = [], 0
    for step in range(WALK - 1):
        os.write(desk.fd, b"]")
        start = time.perf_counter()
        last, _ = desk.read_until_quiet(limit=2, quiet=0.03)
        if last and step < keys:
            times.append((last - start) * 1000)
        if step < keys:
            # Time to decode ahead, as somebody who looks gives it.
            desk.read_until_quiet(limit=0.25, quiet=0.25)
        peak = max(peak, resident(desk.pid))
    desk.end()
    times.sort()
    print(f"next picture of 12 megapixels, decoded ahead, {COLUMNS}x{ROWS}: median {statistics.median(times):.1f} ms, "
          f"95 % {percentile(times, 0.95):.1f} ms to the last byte (goal 16 ms)")
    print(f"walk through {WALK} pictures of 12 megapixels: {peak:.0f} MB at most, desk and decoders together (goal 250 MB)")


def main():
    options = read_options(__doc__, "postil")
    program = os.path.abspath(options.postil)
    decoder = os.path.join(os.path.dirname(program), "postil-decoder")
    with workplace() as (folder, environment):
        pictures = [os.path.join(folder, f"picture-{place}.jpg") for place in range(6)]
        for place, picture in enumerate(pictures):
            make_picture(picture, SEED + place)
        one_picture(decoder, pictures[0], options.rounds * 3)
        sheet(decoder, (pictures * 10)[:SHEET], options.rounds)
        walk(program, folder, environment, pictures, min(options.keys, 100))


if __name__ == "__main__":
    main()

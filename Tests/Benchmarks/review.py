#!/usr/bin/env python3
"""Times the review desk on a large project: a step on the first page of its queue beside a step on the hundredth.

    review.py POSTIL [--keys N] [--rounds N]
"""
import os
import random
import subprocess
import time

from terminal import Program, percentile, read_options, workplace

TASKS, ANSWERED, SEED = 1_000_000, 100_000, 20260131
PAGE, PAGES = 128, 100
PROJECT = """[project]
name = "Bench"
annotators_per_task = 3
[[field]]
name = "text"
[[question]]
name = "feeling"
type = "label"
labels = ["good", "bad", "mixed"]
"""


def make(folder, program, environment):
    """A million tasks, of which every tenth has three answers; prints how long their import takes."""
    chance = random.Random(SEED)
    records, answers = os.path.join(folder, "records.jsonl"), os.path.join(folder, "answers.csv")
    with open(records, "w") as out:
        for number in range(TASKS):
            out.write('{"id": "t%d", "text": "Stay %d: the room was small, the staff kind."}\n' % (number, number))
    with open(answers, "w") as out:
        out.write("task,annotator,feeling\n")
        for number in range(0, TASKS, TASKS // ANSWERED):
            for name in ("dana", "li", "sam"):
                out.write("t%d,%s,%s\n" % (number, name, chance.choice(("good", "bad", "mixed"))))
    project = os.path.join(folder, "project")
    os.mkdir(project)
    with open(os.path.join(project, "postil.toml"), "w") as out:
        out.write(PROJECT)
    quietly = dict(env=environment, stdout=subprocess.DEVNULL)
    subprocess.check_call([program, "import", records, "--project", project], **quietly)
    start = time.perf_counter()
    subprocess.check_call([program, "import", "--annotations", answers, "--project", project], **quietly)
    seconds = time.perf_counter() - start
    print("%-34s %d annotations in %.1f s, %.0f a second" % (
        "import of annotations", 3 * ANSWERED, seconds, 3 * ANSWERED / seconds))
    return [program, "review", "--project", project]


def steps(program, count):
    """Milliseconds of single steps down."""
    return [program.key(b"j")[0] for _ in range(count)]


def open_desk(command, quiet, environment):
    """The desk with its first page, and the milliseconds until that was on the screen."""
    program = Program(command, quiet, environment)
    last, _ = program.read_until_quiet(limit=120, quiet=2)
    return program, (last - program.started) * 1000


def main():
    options = read_options(__doc__, "postil")
    with workplace() as (folder, environment):
        command = make(folder, os.path.abspath(options.postil), environment)
        program, first = open_desk(command, options.quiet, environment)
        program.end()
        print("%-34s %.0f ms with %d tasks to be measured first" % ("first start of the review desk", first, ANSWERED))
        early, late, starts = [], [], []
        for _ in range(options.rounds):
            program, start = open_desk(command, options.quiet, environment)
            starts.append(start)
            try:
                early += steps(program, options.keys)
                os.write(program.fd, b"j" * (PAGE * PAGES - options.keys))
                program.read_until_quiet(limit=60, quiet=1)
                late += steps(program, options.keys)
            finally:
                program.end()
        print("%-34s %.0f ms" % ("start of the review desk", percentile(starts, 0.5)))
        print("%-34s first p50 %6.2f ms  p99 %6.2f ms   hundredth p50 %6.2f ms  p99 %6.2f ms   p50 ratio %.2f" % (
            "a step on a page of the queue", percentile(early, 0.5), percentile(early, 0.99), percentile(late, 0.5),
            percentile(late, 0.99), percentile(late, 0.5) / percentile(early, 0.5)))


main()

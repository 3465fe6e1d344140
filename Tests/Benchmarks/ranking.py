#!/usr/bin/env python3
"""Times the preference desk at four responses of 3,000 words each, beside less turning pages of the same text.

    ranking.py POSTIL [--keys N] [--rounds N]
"""
import json
import os
import random
import subprocess

from terminal import Program, alternate, percentile, read_options, report, session, workplace

WORDS, RESPONSES, TASKS, SEED = 3000, 4, 60, 20260131
PROJECT = """[project]
name = "Bench"
[[field]]
name = "prompt"
type = "chat"
[[field]]
name = "responses"
type = "candidates"
shuffle = false
[[question]]
name = "order"
type = "ranking"
"""


def text(chance, vocabulary):
    """So many words in sentences and paragraphs."""
    words = [chance.choice(vocabulary) for _ in range(WORDS)]
    for place in range(11, WORDS, 12):
        words[place] += "."
    for place in range(95, WORDS, 96):
        words[place] += "\n\n"
    return " ".join(words).replace("\n ", "\n")


def changed(chance, vocabulary, old):
    """The same text with every tenth word another one."""
    return " ".join(chance.choice(vocabulary) if chance.random() < 0.1 else word for word in old.split(" "))


def make(folder, program, environment):
    """A project of long responses, and their text for less."""
    chance = random.Random(SEED)
    vocabulary = ["".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(chance.randint(2, 10)))
                  for _ in range(4000)]
    records = os.path.join(folder, "records.jsonl")
    lines = os.path.join(folder, "text")
    with open(records, "w") as out, open(lines, "w") as plain:
        for number in range(TASKS):
            first = text(chance, vocabulary)
            texts = [first, changed(chance, vocabulary, first)] + [text(chance, vocabulary) for _ in range(RESPONSES - 2)]
            prompt = [{"role": "user", "content": "Question %d?" % number}]
            responses = [{"id": "abcd"[place], "text": words} for place, words in enumerate(texts)]
            out.write(json.dumps({"id": str(number), "prompt": prompt, "responses": responses}) + "\n")
            plain.write("\n".join(texts) + "\n")
    project = os.path.join(folder, "project")
    os.mkdir(project)
    with open(os.path.join(project, "postil.toml"), "w") as out:
        out.write(PROJECT)
    subprocess.check_call([program, "import", records, "--project", project], env=environment,
                          stdout=subprocess.DEVNULL)
    return [program, "annotate", "--project", project], ["less", lines]


def difference(desk, quiet, environment, count=15):
    """Milliseconds from the key that shows two responses word by word to the last byte, on tasks that were not shown yet."""
    program = Program(desk, quiet, environment)
    times = []
    try:
        program.read_until_quiet(quiet=0.3)
        for _ in range(count):
            for key in [b"W", b"."]:
                program.key(key)
            times.append(program.key(b"W")[0])
            for key in [b"W", b",", b"]"]:
                program.key(key)
    finally:
        program.end()
    return times


def main():
    options = read_options(__doc__, "postil")
    quiet, count = options.quiet, options.keys
    with workplace() as (folder, environment):
        desk, less = make(folder, os.path.abspath(options.postil), environment)
        page = lambda: session(less, [b" "] * (count + 20), quiet, environment)
        steps = [b"2", b"4", b"1", b"u", b"u", b"u"]
        keys = [steps[place % 6] for place in range(count + 20)]
        ours, theirs, sizes = alternate(options.rounds, lambda: session(desk, keys, quiet, environment), page)
        report("rank one of four long responses", ours, theirs, "less", sizes)
        ours, theirs, sizes = alternate(
            options.rounds, lambda: session(desk, [b"\x04", b"\x15"] * (count // 2 + 10), quiet, environment), page)
        report("scroll long responses half a page", ours, theirs, "less", sizes)
        times = difference(desk, quiet, environment)
        print("%-34s postil p50 %6.2f ms  p99 %6.2f ms   one frame 16 ms   p50 ratio %.2f" % (
            "difference of two of 3,000 words", percentile(times, 0.5), percentile(times, 0.99),
            percentile(times, 0.5) / 16))


main()

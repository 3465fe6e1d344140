#!/usr/bin/env python3
"""Writes seeded records of about 300 characters as JSON Lines.

    make_records.py FILE [COUNT]
"""
import random
import sys

WORDS = (
    "the room was clean and bright but breakfast came late we asked twice nobody answered staff at the desk smiled "
    "night noise street window shower warm cold price fair again would not recommend view harbour walk station "
    "早餐 很 好 房间 干净 café naïve “quoted” über"
).split()


def main():
    path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    dice = random.Random(20260131)
    texts = []
    for _ in range(20_000):
        text = ""
        while len(text) < 210:
            text += dice.choice(WORDS) + " "
        texts.append(text.strip().replace('"', ""))
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            text = texts[dice.randrange(len(texts))]
            out.write(
                f'{{"id":"r{number:07d}","text":"{text} {number}","source":"web","stars":{number % 5 + 1},'
                f'"price":{dice.random() * 200:.2f}}}\n'
            )


if __name__ == "__main__":
    main()

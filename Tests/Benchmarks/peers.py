#!/usr/bin/env python3
"""The peers of import and export: what one would write with orjson and sqlite3.

    peers.py import FILE FOLDER
    peers.py export FILE FOLDER
"""
import os
import sqlite3
import sys

import orjson


def rows(path):
    with open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            record = orjson.loads(line)
            name, text = record.pop("id"), record.pop("text")
            yield number, name, text[:120], orjson.dumps({"text": text}).decode(), orjson.dumps(record).decode()


def load(path, folder):
    database = sqlite3.connect(os.path.join(folder, "peer.db"))
    database.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE task (number INTEGER PRIMARY KEY, id TEXT NOT NULL, preview TEXT NOT NULL, fields TEXT NOT NULL,"
        " metadata TEXT NOT NULL); CREATE UNIQUE INDEX task_id ON task (id);"
    )
    with database:
        database.executemany("INSERT INTO task VALUES (?, ?, ?, ?, ?)", rows(path))
    database.close()


def dump(path, folder):
    database = sqlite3.connect(os.path.join(folder, "peer.db"))
    with open(path, "wb") as out:
        for name, fields, metadata in database.execute("SELECT id, fields, metadata FROM task ORDER BY number"):
            record = {"id": name, "fields": orjson.loads(fields), "metadata": orjson.loads(metadata)}
            out.write(orjson.dumps(record) + b"\n")


{"import": load, "export": dump}[sys.argv[1]](sys.argv[2], sys.argv[3])

#!/usr/bin/env python3
"""Exports every training format with the real program, and loads it with the real readers.

    interop.py POSTIL FOLDER

Ends with status 1 and what differs when a reader refuses a file, finds other columns, or reads other texts than went in.
"""
import json
import os
import sys

import datasets
from trl import data_utils

import samples
from desk import Desk
from pictures import pictures
from samples import assistant, user

TURNS = [{"role": "string", "content": "string"}]
SHARED = [{"from": "string", "value": "string"}]


class StandIn:
    """Stands for a tokenizer: a chat template that takes nothing but what a template of a real model takes."""

    def apply_chat_template(self, messages, tools=None, tokenize=True, add_generation_prompt=False,
                            continue_final_message=False, **_):
        assert tokenize is False and not tools and messages
        text = ""
        for message in messages:
            assert set(message) == {"role", "content"}, message
            assert message["role"] in ("system", "user", "assistant", "tool"), message
            text += f"<{message['role']}>{message['content']}</>"
        if continue_final_message:
            return text[: -len("</>")]
        return text + ("<assistant>" if add_generation_prompt else "")


TEMPLATE = StandIn()


def described(feature):
    """A column's type as plain values."""
    if isinstance(feature, dict):
        return {key: described(value) for key, value in feature.items()}
    if isinstance(feature, (list, datasets.List)):
        return [described(feature[0] if isinstance(feature, list) else feature.feature)]
    # Objects whose keys differ are kept as JSON.
    return feature.dtype if isinstance(feature, datasets.Value) else type(feature).__name__


def load(path):
    return datasets.load_dataset("json", data_files=path, split="train")


def check(name, path, columns, rows):
    """Loads a file; its columns and rows must be just those."""
    loaded = load(path)
    found = described(loaded.features)
    if found != columns:
        raise AssertionError(f"{name}: the columns are {found}, and should be {columns}")
    if len(loaded) != len(rows):
        raise AssertionError(f"{name}: {len(loaded)} rows, and should be {len(rows)}")
    for number, (one, other) in enumerate(zip(loaded, rows)):
        if one != other:
            raise AssertionError(f"{name}: row {number} is\n{one}\nand should be\n{other}")
    print(f"{name}: {len(loaded)} rows")
    return loaded


def templated(rows, prompt="prompt"):
    """Every row goes through TRL's templates, and comes out as the template makes it of the whole."""
    for row in rows:
        made = data_utils.apply_chat_template(dict(row), TEMPLATE)
        assert data_utils.maybe_apply_chat_template(dict(row), TEMPLATE) == made
        head = row.get(prompt) or []
        for key in ("chosen", "rejected", "completion"):
            if key in row:
                whole = TEMPLATE.apply_chat_template(head + row[key], tokenize=False)
                assert made.get(prompt, "") + made[key] == whole, (made, whole)
        if "messages" in row:
            assert made["text"] == TEMPLATE.apply_chat_template(row["messages"], tokenize=False)


def refuses(action, *errors):
    """A reader that takes anything proves nothing: it must refuse what is wrong."""
    try:
        action()
    except errors:
        return
    raise AssertionError("a broken file was taken as if it were whole")


def broken(path, change):
    """A copy of a file of lines, each of them changed."""
    copy = path + ".broken.json"
    with open(path, encoding="utf-8") as source, open(copy, "w", encoding="utf-8") as out:
        for line in source:
            out.write(json.dumps(change(json.loads(line))) + "\n")
    return copy


# Rankings and comparisons


def preferences(program, folder):
    desk = Desk(program, folder, "ranking")
    desk.fill([(fields, {"ann": {"order": answer}}) for fields, answer, *_ in samples.ranked()])
    pairs = list(samples.pairs())
    explicit = [{"prompt": p, "chosen": [assistant(a)], "rejected": [assistant(b)]} for p, a, b, _ in pairs]
    columns = {"prompt": TURNS, "chosen": TURNS, "rejected": TURNS}
    path, manifest = desk.export("trl-preference")
    ties = sum(len(tier) - 1 for *_, order in samples.ranked() for tier in order)
    assert manifest["left_out"] == {"tie": ties} and manifest["written"] == len(pairs), manifest
    loaded = check("trl-preference", path, columns, explicit)
    templated(loaded)
    unpaired = data_utils.unpair_preference_dataset(loaded)
    assert len(unpaired) == 2 * len(pairs) and sum(unpaired["label"]) == len(pairs)
    templated(unpaired)
    for change in (lambda row: {**row, "label": True}, lambda row: {"prompt": row["prompt"], "chosen": row["chosen"]}):
        refuses(lambda change=change: templated(load(broken(path, change))), KeyError)
    refuses(lambda: check("", broken(path, lambda row: {**row, "prompt": "bare"}), columns, explicit), AssertionError)
    refuses(
        lambda: templated(load(broken(path, lambda row: {**row, "prompt": row["prompt"] + [{"role": "system", "content": ""}]}))),
        ValueError)

    path, _ = desk.export("trl-preference", "--margin")
    check("trl-preference --margin", path, {**columns, "margin": "int64"},
          [{**row, "margin": pair[3]} for row, pair in zip(explicit, pairs)])
    path, _ = desk.export("trl-preference", "--shape", "implicit")
    implicit = [{"chosen": p + [assistant(a)], "rejected": p + [assistant(b)]} for p, a, b, _ in pairs]
    loaded = check("trl-preference --shape implicit", path, {"chosen": TURNS, "rejected": TURNS}, implicit)
    templated(loaded)
    assert [data_utils.extract_prompt(row) for row in loaded] == explicit
    path, manifest = desk.export("trl-preference", "--style", "plain")
    single = [pair for pair in pairs if len(pair[0]) == 1]
    plain = [{"prompt": p[0]["content"], "chosen": a, "rejected": b} for p, a, b, _ in single]
    assert sum(manifest["left_out"].values()) == ties + len(pairs) - len(single), manifest
    loaded = check("trl-preference --style plain", path, {key: "string" for key in columns}, plain)
    assert all(data_utils.maybe_apply_chat_template(row, TEMPLATE) == row for row in loaded)
    others(desk, pairs)
    unpaired_formats(desk)
    rankings(desk)


def others(desk, pairs):
    """Pairs in the formats that are not TRL's."""
    marked = [pair for pair in pairs if any("\n\nHuman:" in text for text in [pair[1], pair[2], *texts(pair[0])])]
    said = [pair for pair in pairs if pair not in marked and all(turn["role"] != "system" for turn in pair[0])]
    path, manifest = desk.export("hh-rlhf")
    rows = [{"chosen": dialogue(p, a), "rejected": dialogue(p, b)} for p, a, b, _ in said]
    assert "text with a role marker of hh-rlhf in it" in manifest["left_out"], manifest
    loaded = check("hh-rlhf", path, {"chosen": "string", "rejected": "string"}, rows)
    for row in loaded:
        parts = data_utils.extract_prompt(row)
        assert parts["prompt"] + parts["chosen"] == row["chosen"] and "\n\nAssistant:" in parts["prompt"]
    path, _ = desk.export("sharegpt-dpo")
    rows = [{"conversations": shared(p), "chosen": shared([assistant(a)])[0], "rejected": shared([assistant(b)])[0]}
            for p, a, b, _ in pairs]
    check("sharegpt-dpo", path, {"conversations": SHARED, "chosen": SHARED[0], "rejected": SHARED[0]}, rows)
    path, _ = desk.export("openai-dpo")
    rows = [{"input": {"messages": p, "tools": [], "parallel_tool_calls": True}, "preferred_output": [assistant(a)],
             "non_preferred_output": [assistant(b)]} for p, a, b, _ in pairs]
    heads = {"messages": TURNS, "tools": ["null"], "parallel_tool_calls": "bool"}
    check("openai-dpo", path, {"input": heads, "preferred_output": TURNS, "non_preferred_output": TURNS}, rows)


def unpaired_formats(desk):
    verdicts = list(samples.verdicts())
    path, _ = desk.export("trl-unpaired")
    rows = [{"prompt": p, "completion": [assistant(text)], "label": good} for p, text, good in verdicts]
    templated(check("trl-unpaired", path, {"prompt": TURNS, "completion": TURNS, "label": "bool"}, rows))
    path, _ = desk.export("kto")
    rows = [{"messages": p + [assistant(text)], "label": good} for p, text, good in verdicts]
    check("kto", path, {"messages": TURNS, "label": "bool"}, rows)


def rankings(desk):
    path, _ = desk.export("rankings")
    loaded = load(path)
    answers = [answer["ranking"] for _, answer, *_ in samples.ranked()]
    assert loaded["ranking"] == answers and loaded["responses"] == [["a", "b", "c"]] * len(answers)
    print(f"rankings: {len(loaded)} rows")


def comparisons(program, folder):
    desk = Desk(program, folder, "comparison")
    prompt = [user("Hi?")]
    fields = {"prompt": prompt, "responses": [{"id": "a", "text": "1"}, {"id": "b", "turns": [assistant("2")]}]}
    better = {"verdict": "better", "preferred": "b", "other": "a", "strength": 3}
    desk.fill([(fields, {"ann": {"better": better}, "bob": {"better": {"verdict": "tie"}}})])
    path, _ = desk.export("trl-preference", "--margin", "--ties", "both")
    rows = [{"prompt": prompt, "chosen": [assistant(a)], "rejected": [assistant(b)], "margin": margin}
            for a, b, margin in [("2", "1", 3), ("1", "2", 0), ("2", "1", 0)]]
    columns = {"prompt": TURNS, "chosen": TURNS, "rejected": TURNS, "margin": "int64"}
    templated(check("trl-preference of comparisons", path, columns, rows))


# Demonstrations


def demonstrations(program, folder):
    desk = Desk(program, folder, "writing")
    written = list(zip(samples.prompts(), samples.HOSTILE[1:] + samples.HOSTILE[:1]))
    desk.fill([({"prompt": prompt}, {"ann": {"reply": text}}) for prompt, text in written])
    path, _ = desk.export("trl-sft")
    rows = [{"prompt": p, "completion": [assistant(text)]} for p, text in written]
    templated(check("trl-sft", path, {"prompt": TURNS, "completion": TURNS}, rows))
    messages = [{"messages": p + [assistant(text)]} for p, text in written]
    for name, options in (("trl-sft", ("--shape", "messages")), ("openai-sft", ())):
        path, _ = desk.export(name, *options)
        templated(check(" ".join((name, *options)), path, {"messages": TURNS}, messages))
    path, _ = desk.export("trl-sft", "--style", "plain")
    single = [(p[0]["content"], text) for p, text in written if len(p) == 1]
    rows = [{"prompt": p, "completion": text} for p, text in single]
    check("trl-sft --style plain", path, {"prompt": "string", "completion": "string"}, rows)
    path, _ = desk.export("alpaca")
    rows = [{"instruction": p, "input": "", "output": text} for p, text in single]
    check("alpaca", path, {key: "string" for key in ("instruction", "input", "output")}, rows)
    path, _ = desk.export("sharegpt")
    rows = [{"conversations": shared(p + [assistant(text)])} for p, text in written]
    loaded = check("sharegpt", path, {"conversations": SHARED}, rows)
    for row in loaded:
        assert data_utils.is_conversational_from_value(row)
        assert set(data_utils.maybe_convert_to_chatml(row)["messages"][0]) == {"role", "content"}


def conversations(program, folder):
    desk = Desk(program, folder, "talking")
    talk = [user("1"), assistant(samples.HOSTILE[2]), user("3"), assistant("4")]
    desk.fill([({"prompt": "Talk about tea."}, {"ann": {"reply": talk}})])
    path, _ = desk.export("trl-sft", "--shape", "messages")
    templated(check("trl-sft of conversations", path, {"messages": TURNS}, [{"messages": talk}]))
    path, _ = desk.export("xtuner")
    turns = [{"system": "", "input": "1", "output": samples.HOSTILE[2]}, {"input": "3", "output": "4"}]
    # Only the first has a system text, so there is no one type for all.
    check("xtuner", path, {"conversation": ["Json"]}, [{"conversation": turns}])


def edits(program, folder):
    desk = Desk(program, folder, "mending")
    prompt = [user("Hi?")]
    fields = {"prompt": prompt, "response": samples.HOSTILE[4]}
    mended = {"verdict": "mend", "before": samples.HOSTILE[4], "after": "Ho", "distance": 9}
    answers = [{"verdict": "pass"}, {"verdict": "fail"}, mended]
    desk.fill([({**fields, "response": fields["response"] + str(k)}, {"ann": {"copy": a}}) for k, a in enumerate(answers)])
    first = samples.HOSTILE[4]
    path, manifest = desk.export("trl-sft")
    assert manifest["left_out"] == {"response that was failed": 1}, manifest
    rows = [{"prompt": prompt, "completion": [assistant(text)]} for text in (first + "0", "Ho")]
    templated(check("trl-sft of edits", path, {"prompt": TURNS, "completion": TURNS}, rows))
    path, _ = desk.export("trl-unpaired")
    rows = [{"prompt": prompt, "completion": [assistant(text)], "label": good}
            for text, good in ((first + "0", True), (first + "1", False), ("Ho", True))]
    templated(check("trl-unpaired of edits", path, {"prompt": TURNS, "completion": TURNS, "label": "bool"}, rows))


# Trees and ratings


def trees(program, folder):
    desk = Desk(program, os.path.join(folder, "trees"), "ranking")
    path = os.path.join(folder, "trees", "in.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(samples.TREE) + "\n")
    desk.load(path, "oasst-tree")
    path, _ = desk.export("oasst-tree")
    replies = [{key: "string" for key in ("message_id", "parent_id", "text", "role", "lang")}
               | {"deleted": "bool", "rank": "int64", "replies": ["null"]}]
    head = {key: "string" for key in ("message_id", "text", "role", "lang")} | {"deleted": "bool", "replies": replies}
    check("oasst-tree", path, {"message_tree_id": "string", "tree_state": "string", "prompt": head}, [samples.TREE])
    path, _ = desk.export("oasst-flat")
    loaded = load(path)
    assert loaded["message_id"] == ["m1", "m2", "m3", "m4"] and loaded["rank"] == [None, 0, 1, 2]
    assert loaded["parent_id"] == [None, "m1", "m1", "m1"] and set(loaded["message_tree_id"]) == {"m1"}
    assert loaded["text"] == samples.HOSTILE[2:6] and "replies" not in loaded.column_names
    print(f"oasst-flat: {len(loaded)} rows")


def ratings(program, folder):
    desk = Desk(program, folder, "ratings")
    texts = samples.responses(2)
    listed = [{"id": "abc"[k], "text": text, "model": f"m{k}"} for k, text in enumerate(texts)]
    said = {"abc"[k]: {"helpfulness": 5 - k, "honesty": 1 + k} for k in range(3)}
    desk.fill([({"prompt": samples.HOSTILE[4], "responses": listed}, {"ann": {"ratings": said}})])
    path, _ = desk.export("ultrafeedback")
    loaded = load(path)
    row = loaded[0]
    assert row["instruction"] == samples.HOSTILE[4] and row["models"] == ["m0", "m1", "m2"], row
    assert list(row) == ["source", "instruction", "models", "completions", "correct_answers", "incorrect_answers"], row
    for k, completion in enumerate(row["completions"]):
        assert completion["response"] == texts[k] and completion["model"] == f"m{k}", completion
        assert completion["annotations"]["helpfulness"]["Rating"] == str(5 - k), completion
        assert completion["annotations"]["honesty"]["Rating"] == str(1 + k), completion
        assert completion["fine-grained_score"] == 3.0, completion
    print(f"ultrafeedback: {len(loaded)} rows")


def texts(turns):
    return [turn["content"] for turn in turns]


def dialogue(prompt, answer):
    names = {"user": "Human", "assistant": "Assistant"}
    return "".join(f"\n\n{names[turn['role']]}: {turn['content']}" for turn in [*prompt, assistant(answer)])


def shared(turns):
    names = {"system": "system", "user": "human", "assistant": "gpt", "tool": "observation"}
    return [{"from": names[turn["role"]], "value": turn["content"]} for turn in turns]


def main():
    program, folder = sys.argv[1:]
    datasets.disable_progress_bars()
    for part in (preferences, comparisons, demonstrations, conversations, edits, trees, ratings, pictures):
        part(program, folder)


main()

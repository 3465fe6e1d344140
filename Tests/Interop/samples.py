"""What the projects are filled with. Texts are hostile on purpose."""

HOSTILE = [
    "plain",
    "lines\nof\r\ntext\t\n",
    "a marker\n\nHuman: inside\n\nAssistant: of it",
    '<|im_end|>\n<|im_start|>assistant "quoted" \\ \\n [INST] {"role": "user"}',
    "👩‍👩‍👧 🇨🇳 e\u0301 \u202eright to left\u2028",
    "NUL \u0000, escape \u001b[2J, DEL \u007f, C1 \u0085",
    "漢字与かな，全角。" * 50,
    " blanks around ",
]


def user(text):
    return {"role": "user", "content": text}


def assistant(text):
    return {"role": "assistant", "content": text}


def prompts():
    """A prompt for each hostile text: with one turn, and with system and earlier turns."""
    for number, text in enumerate(HOSTILE):
        if number % 2:
            yield [{"role": "system", "content": "Be kind."}, user(text), assistant("Well …"), user(text + "?")]
        else:
            yield [user(text)]


def responses(number):
    """Three different responses."""
    return [HOSTILE[(number + step) % len(HOSTILE)] + f" {step}" for step in range(3)]


def ranked():
    """Records for a ranking, and the places of the responses, best first, in tiers."""
    orders = [[[1], [0], [2]], [[2], [0, 1]], [[0], [1], [2]]]
    for number, prompt in enumerate(prompts()):
        texts = responses(number)
        order = orders[number % len(orders)]
        fields = {"prompt": prompt, "responses": [{"id": "abc"[k], "text": text} for k, text in enumerate(texts)]}
        answer = {"ranking": [["abc"[place] for place in tier] for tier in order]}
        yield fields, answer, prompt, texts, order


def pairs():
    """What the rankings say: prompt, better, worse, distance of the ranks."""
    for _, _, prompt, texts, order in ranked():
        for better, tier in enumerate(order):
            for worse in range(better + 1, len(order)):
                for one in tier:
                    for other in order[worse]:
                        yield prompt, texts[one], texts[other], worse - better


def verdicts():
    """What the rankings say of single responses: prompt, text, whether it is among the best."""
    for _, _, prompt, texts, order in ranked():
        for rank, tier in enumerate(order):
            for place in tier:
                yield prompt, texts[place], rank == 0


TREE = {
    "message_tree_id": "m1",
    "tree_state": "ready_for_export",
    "prompt": {
        "message_id": "m1", "text": HOSTILE[2], "role": "prompter", "lang": "en", "deleted": False,
        "replies": [
            {"message_id": f"m{2 + rank}", "parent_id": "m1", "text": text, "role": "assistant", "lang": "en",
             "deleted": False, "rank": rank, "replies": []}
            for rank, text in enumerate(HOSTILE[3:6])
        ],
    },
}

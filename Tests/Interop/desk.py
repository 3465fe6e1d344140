"""Projects made with the real program: records, what people say of them, and exports."""
import json
import os
import subprocess

PROMPT = '[[field]]\nname = "prompt"\ntype = "chat"\n'
CANDIDATES = PROMPT + '[[field]]\nname = "responses"\ntype = "candidates"\n'
RESPONSE = PROMPT + '[[field]]\nname = "response"\n'
PROJECTS = {
    "ranking": CANDIDATES + '[[question]]\nname = "order"\ntype = "ranking"\n',
    "comparison": CANDIDATES + '[[question]]\nname = "better"\ntype = "comparison"\nsteps = 7\n',
    "ratings": CANDIDATES + '[[question]]\nname = "ratings"\ntype = "ratings"\naspects = ["helpfulness", "honesty"]\n',
    "writing": PROMPT + '[[question]]\nname = "reply"\ntype = "text"\n',
    "talking": PROMPT + '[[question]]\nname = "reply"\ntype = "text"\nturns = true\n',
    "marking": '[[field]]\nname = "image"\ntype = "image"\n[[question]]\nname = "parts"\ntype = "boxes"\n'
    'shapes = ["box", "polygon"]\nlabels = ["cell", "two words", "漢字 & <x>"]\n',
    "sorting": '[[field]]\nname = "image"\ntype = "image"\n[[question]]\nname = "kind"\ntype = "label"\n'
    'labels = ["round", "two words", "漢字 & <x>", "never"]\n',
    "mending": RESPONSE + '[[question]]\nname = "copy"\ntype = "edit"\n',
}


class Desk:
    """A project in a folder."""

    def __init__(self, program, folder, kind):
        self.program = program
        self.folder = os.path.join(folder, kind)
        os.makedirs(self.folder)
        with open(os.path.join(self.folder, "postil.toml"), "w", encoding="utf-8") as file:
            file.write(f'[project]\nname = "{kind}"\n\n{PROJECTS[kind]}')

    def run(self, *arguments):
        command = [self.program, *arguments, "--project", self.folder, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
        return json.loads(done.stdout)

    def fill(self, records):
        """Imports records: pairs of fields and answers by annotator."""
        path = os.path.join(self.folder, "in.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for number, (fields, answers) in enumerate(records):
                annotations = [
                    {"annotator": who, "state": "submitted", "answers": said, "saved_at": f"2026-01-0{day}T00:00:00.000Z"}
                    for day, (who, said) in enumerate(answers.items(), 1)
                ]
                record = {"id": f"r{number}", "fields": fields, "metadata": {}, "annotations": annotations}
                file.write(json.dumps(record) + "\n")
        report = self.run("import", path)
        assert report["imported"] == len(records) and report["rejected"] == 0, report

    def load(self, path, name):
        """Imports a file of a format."""
        report = self.run("import", path, "--format", name)
        assert report["rejected"] == 0, report

    def export(self, name, *options):
        """Exports in a format: the file's path and its manifest."""
        path = os.path.join(self.folder, "-".join([name, *options]).replace("--", "") + ".json")
        self.run("export", "--format", name, "--output", path, *options)
        with open(path + ".manifest.json", encoding="utf-8") as file:
            return path, json.load(file)

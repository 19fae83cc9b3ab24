#!/usr/bin/env python3
"""Every object of a pack's model stands where it says: at `line` the source begins it, `sheet` counts the page breaks up
to there, `page` is a number that is printed on that page.

usage: provenance.py MINUTEBOOK own     the example site's packs and those of packs/
       provenance.py MINUTEBOOK real    the real packs in MINUTEBOOK_REFERENCES; exits 77 where there are none
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
NOT_DONE = 77

# So many lines below its first may an object name what it is about: a contact below its label, a motion's proposer in the
# paragraph that moves it, a speaker behind "In response to …".
BELOW = {"contact": 12, "motions": 12, "header": 8, "contributions": 4}

# What an object begins with: the first of these fields that says something. Those of a field of the second table are
# drawn from a text, within whose line they stand.
TEXTS = {
    "agenda": ["printed"], "notes": ["number", "title"], "sections": ["printed"],
    "minute items": ["printed"], "list items": ["marker", "text"],
    "paragraph": ["number", "text"], "caption": ["text"], "note": ["mark", "text"], "repeat": ["text"],
}
VIEWS = {
    "members": ["name"], "present": ["name"], "in_attendance": ["name"], "authors": ["name"], "contact": ["name", "role"],
    "declarations": ["name"], "motions": ["proposer"], "substitutes": ["substitute", "absent"],
    "contributions": ["speaker"], "decisions": ["text"], "recommendations": ["label", "number", "text"],
    "glossary": ["term"], "header": ["meeting", "date"], "deadlines": ["rule"],
}

PRONOUNS = {"he", "she", "they"}


def words(text):
    text = unicodedata.normalize("NFKC", re.sub(r"<[^>]*>", " ", text))
    return re.findall(r"[^\W_]+", text.lower())


def objects(value, path=()):
    """Each object with the names of the fields that lead to it."""
    if isinstance(value, dict):
        yield path, value
        for name, part in value.items():
            yield from objects(part, path + (name,))
    elif isinstance(value, list):
        for part in value:
            yield from objects(part, path)


def first_said(record, fields):
    for field in fields:
        if isinstance(record.get(field), str) and words(record[field]):
            return record[field]
    return None


def flat(value):
    return [text for part in value for text in flat(part)] if isinstance(value, list) else [value or ""]


class Pack:
    def __init__(self, minutebook, path):
        self.path = path
        self.model = json.loads(subprocess.run([minutebook, "model", "--corrections", "", path], check=True,
                                               stdout=subprocess.PIPE).stdout)
        self.lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        self.sheets = list(self.count_sheets())
        self.pages = self.printed_pages()
        self.mistakes = []
        self.checked = 0

    # ---- sheets and pages, by another way than the reader's ----

    def count_sheets(self):
        """The sheet of each line; 0 where the text has no page breaks."""
        feeds = any("\f" in line for line in self.lines)
        # A form feed behind the last page begins none; then the first page has one behind it, too.
        ends = self.lines[-1] == "\f" or (self.lines[-1].endswith("\f") and feeds)
        above = [""] + self.lines
        begins = [line.count("\f") if feeds else self.begins_sheet(line, above[i]) for i, line in enumerate(self.lines)]
        sheet = 1 if ends else 0
        for begun in begins:
            sheet += begun
            sheet = max(sheet, 1)
            yield sheet if feeds or any(begins) else 0

    @staticmethod
    def begins_sheet(line, above):
        line = line.rstrip("\r")
        # Figures begin a page of a dump where they stand below the number of the one before.
        below_number = line.startswith(" \t") and re.fullmatch(r"\t\d{1,4}", above)
        return line == " " or bool(below_number or re.match(r" (?=[^\s\-]|\t.*[A-Za-z])", line))

    def printed_pages(self):
        """For each sheet the numbers that its furniture prints behind the word, or, where none does, alone on a line."""
        for form in (r"Page (\d{1,4})(?!\d)", r"^\s*(\d{1,4})\s*$"):
            pages = {}
            for block in self.model["furniture"]:
                for number in re.findall(form, self.lines[block["line"] - 1]):
                    pages.setdefault(block.get("sheet", 0), {})[block["line"]] = int(number)
            if pages:
                break
        return pages

    # ---- lines ----

    def line(self, number):
        """Its words, without a bullet's letter."""
        found = re.sub(r"^[\s\-•*]*\bo\s+(?=\S)", "", self.lines[number - 1])
        return words(found)

    def is_bullet(self, number):
        return not words(self.lines[number - 1]) and self.lines[number - 1].strip()

    def begins(self, number, text):
        """Whether the line begins with the text's first words, or is a bullet that was torn from it."""
        line, wanted = self.line(number), words(text)
        shared = min(len(line), len(wanted), 2)
        return self.is_bullet(number) or (shared > 0 and line[:shared] == wanted[:shared])

    def holds(self, number, text, below=0):
        """Whether the line has the text's first word, or a completed name's last one."""
        wanted = words(text)
        for at in range(number, min(number + below, len(self.lines) - 1) + 1):
            if wanted[0] in self.line(at) or wanted[-1] in self.line(at):
                return True
        return bool(self.is_bullet(number))

    def says_pronoun(self, number):
        """"She proposed": who spoke before goes on."""
        return bool(PRONOUNS.intersection(self.line(number)))

    # ---- what is wrong ----

    def blame(self, path, record, why):
        line = self.lines[record["line"] - 1].strip()[:60] if record["line"] <= len(self.lines) else "(no such line)"
        self.mistakes.append(f"{self.path.name}:{record['line']}: {'.'.join(path) or 'pack'}: {why}: {line!r}")

    def check(self):
        for path, record in objects(self.model):
            if "line" not in record or path[-1:] == ("diagnostics",):
                continue
            self.checked += 1
            if not 1 <= record["line"] <= max(len(self.lines), 1):
                self.blame(path, record, "there is no such line")
                continue
            self.check_place(path, record)
            self.check_line(path, record)

    def check_place(self, path, record):
        line, sheet, page = record["line"], record.get("sheet") or 0, record.get("page")
        if sheet != self.sheets[line - 1]:
            self.blame(path, record, f"sheet {sheet} is not {self.sheets[line - 1]}")
        printed = self.pages.get(sheet, {})
        if page is not None and page not in printed.values():
            self.blame(path, record, f"page {page} isn't printed on its sheet")
        # A number below it, with no other between, is that of its page or of a later one.
        later = [number for at, number in sorted(printed.items()) if at >= line]
        if page is not None and len(printed) > 1 and later and page > later[0]:
            self.blame(path, record, f"page {page} is behind page {later[0]}, which is printed below it")

    def check_line(self, path, record):
        name = path[-1] if path else ""
        kind = record.get("type")
        if kind == "table":
            cells = [record.get("caption")] + flat(record.get("header")) + flat(record.get("rows"))
            if not any(words(cell or "") and self.holds(record["line"], cell) for cell in cells):
                self.blame(path, record, "no cell and no caption of the table stands there")
        elif kind == "list":
            self.check_text(path, record, record["items"][0], TEXTS["list items"])
        elif kind:
            self.check_text(path, record, record, TEXTS[kind])
        elif name == "items":
            self.check_text(path, record, record, TEXTS["minute items" if "printed" in record else "list items"])
        elif name == "sections" and not record["printed"]:
            if record["blocks"] and record["blocks"][0]["line"] != record["line"]:
                self.blame(path, record, "its first block stands elsewhere")
        elif name == "forward_plan":
            self.check_row(path, record)
        elif name in TEXTS:
            self.check_text(path, record, record, TEXTS[name])
        elif name in VIEWS:
            text = first_said(record, VIEWS[name])
            spoken = name == "motions" and self.says_pronoun(record["line"])
            if text and not spoken and not self.holds(record["line"], text, BELOW.get(name, 0)):
                self.blame(path, record, f"{text[:40]!r} doesn't stand there")

    def check_text(self, path, record, said, fields):
        """A paragraph may begin within a line: behind a note's title, or where a second person begins to speak."""
        text = first_said(said, fields)
        within = "notes" in path or record.get("continues")
        if text and not (self.begins(record["line"], text) or (within and self.holds(record["line"], text))):
            self.blame(path, record, f"{text[:40]!r} doesn't begin there")

    def check_row(self, path, record):
        values = [record.get(field) for field in ("date", "ref", "decision_maker", "title", "director")]
        values += [author["name"] for author in record["authors"]]
        # The year, or the day of the month where it stands in a line below.
        values = [part for value in values if value
                  for part in re.sub(r"^(\d{4})-\d\d(-0?(\d+))?$", r"\1\n\3", value).split("\n") if part]
        if values and not any(self.holds(record["line"], value) for value in values):
            self.blame(path, record, "nothing of the row stands there")


def packs(kind):
    if kind == "own":
        return sorted((HERE.parent.parent / "example-site" / "packs").glob("*.txt")) + sorted((HERE / "packs").rglob("*.txt"))
    folder = os.environ.get("MINUTEBOOK_REFERENCES")
    return sorted(pathlib.Path(folder, "packs").rglob("*.txt")) if folder else []


def main(minutebook, kind):
    found = packs(kind)
    if not found:
        print("not done: the places of real packs (MINUTEBOOK_REFERENCES is not set)")
        return NOT_DONE
    wrong = 0
    for path in found:
        pack = Pack(minutebook, path)
        pack.check()
        print(f"{path.name}: {pack.checked} objects, {len(pack.mistakes)} of them not where they say")
        print("".join(f"  {mistake}\n" for mistake in pack.mistakes[:40]), end="")
        wrong += len(pack.mistakes)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in ("own", "real"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))

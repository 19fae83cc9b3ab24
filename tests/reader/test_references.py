#!/usr/bin/env python3
"""Tests of the references: each says only what its pack says, in the pack's order, with the right line numbers."""
import datetime
import json
import pathlib
import re
import unittest

from compare import words

HERE = pathlib.Path(__file__).parent
EXAMPLE_SITE = HERE.parent.parent / "example-site" / "packs"
REFERENCES = HERE / "references"
DATED = re.compile(r"(\w+day), (\d+)(?:st|nd|rd|th) (\w+),? (\d{4})")
OTHER_WORDS = r" (?:\w+ ){0,30}?"


class Pack:
    """A pack, by its name, and the reference of the same name."""

    def __init__(self, folder, path):
        self.name = str(path.relative_to(folder).with_suffix(""))
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.reference = json.loads((REFERENCES / f"{self.name}.json").read_text(encoding="utf-8"))
        self.text = f" {' '.join(words(' '.join(self.lines)))} "

    def place(self, quote, after=0):
        return self.text.find(f" {' '.join(words(quote))} ", after)

    def holds(self, quote):
        """Where columns stand side by side, the words of a quote have others between them."""
        return self.place(quote) >= 0 or re.search(OTHER_WORDS.join(words(quote)), self.text) is not None

    def oddities(self):
        """Line and quote of each."""
        for oddity in self.reference["oddities"]:
            line, quote = re.match(r"line (\d+): '(.*?)': ", oddity).groups()
            yield int(line), quote


def packs_with_a_reference():
    for folder in (EXAMPLE_SITE, HERE / "packs"):
        for path in sorted(folder.rglob("*.txt")):
            if (REFERENCES / path.relative_to(folder).with_suffix(".json")).exists():
                yield Pack(folder, path)


PACKS_READ = list(packs_with_a_reference())


QUOTED = ("name", "term", "title", "starts", "rule", "text", "about", "proposer", "date", "body")


def placed(thing):
    """Every object of a reference that has a line, with it; meetings and reports begin with a head, not with a name."""
    if isinstance(thing, dict):
        if "line" in thing and "sections" not in thing and "agenda" not in thing:
            yield thing["line"], thing
        thing = list(thing.values())
    for part in thing if isinstance(thing, list) else ():
        yield from placed(part)


def texts(thing):
    """Every string of a reference that quotes the pack: names, titles, texts, starts."""
    if isinstance(thing, list):
        for part in thing:
            yield from texts(part)
    elif isinstance(thing, dict):
        for name, value in thing.items():
            if isinstance(value, str) and name in ("name", "title", "text", "starts", "reason", "about", "role",
                                                   "phone", "email", "venue", "background_papers", "director"):
                yield value
            else:
                yield from texts(value)


class References(unittest.TestCase):
    def test_every_pack_has_a_reference_and_the_other_way_round(self):
        references = sorted(str(path.relative_to(REFERENCES).with_suffix("")) for path in REFERENCES.rglob("*.json"))
        self.assertEqual(sorted(pack.name for pack in PACKS_READ), references)
        self.assertTrue(references)

    def test_what_a_reference_quotes_stands_in_its_pack(self):
        for pack in PACKS_READ:
            absent = [text for text in texts(pack.reference) if not pack.holds(text)]
            self.assertEqual(absent, [], pack.name)

    def test_the_line_of_an_object_holds_its_number_or_its_first_word(self):
        for pack in PACKS_READ:
            for line, thing in placed(pack.reference):
                begins = [words(thing.get(name) or "")[:1] for name in ("printed_number", "number", "mark", *QUOTED)]
                with self.subTest(pack=pack.name, line=line):
                    self.assertTrue(any(first and first[0] in words(pack.lines[line - 1]) for first in begins))

    def test_contributions_stand_in_the_order_of_the_pack(self):
        for pack in PACKS_READ:
            at = 0
            for meeting in pack.reference["meetings"]:
                for start in (c["starts"] for item in meeting["items"] for c in item["contributions"]):
                    with self.subTest(pack=pack.name, start=start):
                        found = pack.place(start, at)
                        self.assertGreaterEqual(found, at)
                        at = found + 1

    def test_the_line_of_an_oddity_holds_what_it_quotes(self):
        for pack in PACKS_READ:
            for line, quote in pack.oddities():
                with self.subTest(pack=pack.name, line=line):
                    self.assertIn(quote.replace("\\t", "\t"), pack.lines[line - 1])

    def test_furniture_is_lines_of_the_pack_in_order(self):
        for pack in PACKS_READ:
            numbers = [number for both in pack.reference["furniture"] for number in both]
            self.assertEqual(numbers, sorted(numbers))
            self.assertTrue(all(pack.lines[number - 1].strip() for number in numbers), pack.name)

    def test_a_weekday_fits_its_date_unless_the_reference_says_that_it_does_not(self):
        for pack in PACKS_READ:
            told = {line for line, _ in pack.oddities()}
            for number, line in enumerate(pack.lines, 1):
                for weekday, day, month, year in DATED.findall(line):
                    date = datetime.datetime.strptime(f"{day} {month} {year}", "%d %B %Y")
                    if date.strftime("%A") != weekday:
                        self.assertIn(number, told, f"{pack.name}: {line}")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Tests of the references: each says only what its pack says, in the pack's order, with the right line numbers."""
import datetime
import json
import pathlib
import re
import unittest

from compare import words

HERE = pathlib.Path(__file__).parent
PACKS = HERE.parent.parent / "example-site" / "packs"
DATED = re.compile(r"(\w+day), (\d+)(?:st|nd|rd|th) (\w+),? (\d{4})")


class Pack:
    """A pack of the example site and the reference of the same name."""

    def __init__(self, path):
        self.name = path.stem
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.reference = json.loads((HERE / "references" / f"{path.stem}.json").read_text(encoding="utf-8"))
        self.text = f" {' '.join(words(' '.join(self.lines)))} "

    def place(self, quote, after=0):
        return self.text.find(f" {' '.join(words(quote))} ", after)

    def oddities(self):
        """Line and quote of each."""
        for oddity in self.reference["oddities"]:
            line, quote = re.match(r"line (\d+): '(.*?)': ", oddity).groups()
            yield int(line), quote


PACKS_READ = [Pack(path) for path in sorted(PACKS.glob("*.txt"))]


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
    def test_every_pack_of_the_example_site_has_a_reference_and_the_other_way_round(self):
        references = sorted(path.stem for path in (HERE / "references").glob("*.json"))
        self.assertEqual([pack.name for pack in PACKS_READ], references)
        self.assertTrue(references)

    def test_what_a_reference_quotes_stands_in_its_pack(self):
        for pack in PACKS_READ:
            absent = [text for text in texts(pack.reference) if pack.place(text) < 0]
            self.assertEqual(absent, [], pack.name)

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

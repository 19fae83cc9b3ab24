"""two_extractions_test.py: a PDF says the same in either of pdftotext's extractions, reading order and layout.

Each of the project's packs is laid out as a council's PDF in each style, and what is read in one extraction is held
against what is read in the other, category by category."""

import collections
import json
import os
import pathlib
import subprocess
import sys
import unittest

import council
from harness import CommandTest

ROOT = pathlib.Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "tests" / "reader"))
import compare  # noqa: E402

PACKS = {path.stem: path for folder in (ROOT / "example-site" / "packs", ROOT / "tests" / "reader" / "packs")
         for path in sorted(folder.rglob("*.txt"))}
LEAST = 0.95
# Categories that a reference lists for the whole pack, and a model holds in its text.
IN_TEXT = {"lists", "tables", "captions", "footnotes"}
# What isn't reached yet, by pack.
NOT_YET = {
    # Items that end without a stop: only their sense tells which capital at a full line's end begins one.
    "2025-11-04": {"lists": 0.9},
    # A question and its first figure on one line.
    "2025-12-02-planning": {"tables": 0.93},
    # Lists of contents.
    "2026-05-12": {"lists": 0.78},
}


def scores_of(one, other):
    keyed = compare.keyed_in(one) | compare.keyed_in(other) | IN_TEXT
    wanted, told = (compare.facts_of(reading, keyed) for reading in (one, other))
    categories = list(wanted.of) + sorted(told.of.keys() - wanted.of.keys())
    scores = {category: compare.Score(wanted.of[category], told.of[category]) for category in categories}
    scores["furniture"] = compare.Score(*(collections.Counter(compare.block_words(reading["furniture"]))
                                          for reading in (one, other)))
    return scores


class TwoExtractions(CommandTest):
    def extract(self, name, *options):
        text = f"{name}{''.join(options)}.txt"
        subprocess.run(["pdftotext", *options, self.path(f"{name}.pdf"), self.path(text)], check=True)
        model = self.model(text)
        words = collections.Counter(compare.words(pathlib.Path(self.path(text)).read_text(encoding="utf-8")))
        self.assertGreaterEqual(compare.Score(words, compare.text_of(model)).f1, 0.995, f"{text} keeps its words")
        return model

    def assert_alike(self, name, style):
        model = json.loads(subprocess.run([os.environ["MINUTEBOOK"], "model", str(PACKS[name])], check=True,
                                          capture_output=True).stdout)
        pack = f"{name}-{style.name}"
        self.write(f"{pack}.pdf", council.lay_out(model, style))
        scores = scores_of(self.extract(pack), self.extract(pack, "-layout"))
        for category, score in scores.items():
            with self.subTest(pack=pack, category=category):
                self.assertGreaterEqual(score.f1, NOT_YET.get(name, {}).get(category, LEAST))

    def test_either_extraction_of_each_pack_says_the_same(self):
        for name in PACKS:
            for style in council.STYLES:
                self.assert_alike(name, style)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Tests of the comparer: a small paper, its reference, and models of it that are right or wrong in one way."""
import contextlib
import copy
import io
import json
import pathlib
import tempfile
import unittest

import compare

SOURCE = """Paths Panel
1. WELCOME (Pages 3 4)
2. GATES
Tuesday, 6th May, 2025
Present: Councillors Una Fell (Chair) and Abel Stone
7 GATES
Councillor Abel Stone asked who mends the gates.
The Chair replied that farmers do.
The Panel **RESOLVED** to thank the farmers.
Page 3
1 THE ISSUE
1.1 Many gates are old.
"""

REFERENCE = {
    "meetings": [
        {"source": "agenda", "date": "2025-06-03", "body": "Paths Panel", "agenda": [
            {"number": "1", "printed_number": "1", "title": "WELCOME", "pages": [3, 4]},
            {"number": "2", "printed_number": "2", "title": "GATES", "pages": None}]},
        {"source": "minutes", "date": "2025-05-06", "body": "Paths Panel",
         "present": [{"name": "Una Fell", "office": "Chair"}, {"name": "Abel Stone"}],
         "items": [{"number": "7", "title": "GATES", "contributions": [
             {"speaker": "Councillor Abel Stone", "person": "Abel Stone", "kind": "question",
              "starts": "Councillor Abel Stone asked who mends"},
             {"speaker": "The Chair", "person": "Una Fell", "kind": "reply",
              "starts": "The Chair replied that farmers do."}],
             "decisions": [{"verb": "RESOLVED", "number": None, "text": "The Panel RESOLVED to thank the farmers."}],
             "votes": []}]},
    ],
    "reports": [{"title": "GATES", "agenda_item": "2", "kind": "committee report",
                 "sections": [{"number": "1", "title": "THE ISSUE", "level": 1, "line": 11, "page": None}],
                 "numbered_paragraphs": ["1.1"]}],
    "lists": [],
    "furniture": [[10, 10]],
}


def paragraph(text, number=None):
    return {"type": "paragraph", "text": text, "number": number}


def perfect_model():
    """What the reader should make of SOURCE; new at each call, so that a test may spoil it."""
    called, held = copy.deepcopy(REFERENCE["meetings"])
    for meeting in (called, held):
        del meeting["source"]
    called.update(minutes=None, front_matter=[paragraph("Paths Panel")])
    called["agenda"][0]["printed"] = "1. WELCOME (Pages 3 4)"
    called["agenda"][1]["printed"] = "2. GATES"
    item = held.pop("items")[0]
    item.update(printed="7 GATES", blocks=[paragraph("Councillor Abel Stone asked who mends the gates."),
                                           paragraph("The Chair replied that farmers do."),
                                           paragraph("The Panel RESOLVED to thank the farmers.")])
    for first, contribution in enumerate(item["contributions"]):
        del contribution["starts"]
        contribution.update(first_block=first, last_block=first)
    held.update(agenda=[], minutes={
        "present": held.pop("present"), "items": [item],
        "front_matter": [paragraph("Tuesday, 6th May, 2025"),
                         paragraph("Present: Councillors Una Fell (Chair) and Abel Stone")]})
    report = copy.deepcopy(REFERENCE["reports"][0])
    del report["numbered_paragraphs"]
    report["sections"][0].update(printed="1 THE ISSUE", blocks=[paragraph("Many gates are old.", number="1.1")])
    return {"meetings": [called, held], "reports": [report], "furniture": [paragraph("Page 3")]}


def scores_of(model):
    return compare.compare(model, REFERENCE, SOURCE)


def run(*bars):
    """The comparer as a command over the perfect model: its exit code and what it prints."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        paths = [pathlib.Path(folder, name) for name in ("model.json", "reference.json", "source.txt")]
        for path, text in zip(paths, (json.dumps(perfect_model()), json.dumps(REFERENCE), SOURCE)):
            path.write_text(text, encoding="utf-8")
        code = compare.main([*map(str, paths), *(part for bar in bars for part in ("--least", bar))])
    return code, printed.getvalue()


class Comparing(unittest.TestCase):
    def test_a_perfect_model_scores_one_in_every_category(self):
        scores = scores_of(perfect_model())
        self.assertEqual({category: score.f1 for category, score in scores.items()}, dict.fromkeys(scores, 1.0))
        self.assertLessEqual({"agenda items", "present", "decisions", "contributions", "numbered paragraphs",
                              "fidelity", "furniture"}, scores.keys())

    def test_a_dropped_agenda_item_lowers_the_recall_of_its_category_only(self):
        model = perfect_model()
        dropped = model["meetings"][0]["agenda"].pop()
        model["meetings"][0]["front_matter"].append(paragraph(dropped["printed"]))
        scores = scores_of(model)
        self.assertEqual((scores["agenda items"].precision, scores["agenda items"].recall), (1.0, 0.5))
        self.assertEqual(scores["minute items"].f1, 1.0)
        self.assertEqual(scores["fidelity"].f1, 1.0)

    def test_an_invented_person_lowers_precision(self):
        model = perfect_model()
        model["meetings"][1]["minutes"]["present"].append({"name": "Nobody Atall"})
        score = scores_of(model)["present"]
        self.assertEqual((score.recall, score.told - score.found), (1.0, 1))
        self.assertLess(score.precision, 1.0)

    def test_an_invented_fact_of_a_kind_that_the_reference_lacks_is_counted(self):
        model = perfect_model()
        model["meetings"][1]["minutes"]["items"][0]["votes"] = [{"result": "CARRIED"}]
        self.assertEqual(scores_of(model)["votes"].f1, 0.0)

    def test_a_fact_of_a_kind_that_was_not_keyed_is_not_counted(self):
        model = perfect_model()
        model["meetings"][0]["webcast"] = "https://paths.example"
        model["meetings"][0]["deadlines"] = [{"purpose": "question", "rule": "Write by noon."}]
        model["reports"][0]["sections"][0]["blocks"].append({"type": "table", "rows": [["a", "b"]]})
        scores = scores_of(model)
        self.assertEqual(scores["meeting fields"].f1, 1.0)
        self.assertFalse({"deadlines", "tables"} & scores.keys())

    def test_an_invented_list_is_counted_where_the_reference_lists_none(self):
        model = perfect_model()
        model["reports"][0]["sections"][0]["blocks"].append(
            {"type": "list", "items": [{"marker": "(a)", "text": "gates", "items": [{"text": "stiles"}]}]})
        self.assertEqual(scores_of(model)["lists"].invented.total(), 2)

    def test_a_section_on_another_line_is_found_but_not_in_its_place(self):
        model = perfect_model()
        model["reports"][0]["sections"][0]["line"] = 10
        scores = scores_of(model)
        self.assertEqual(scores["sections"].f1, 1.0)
        self.assertEqual(scores["places"].missed, {("reports.sections", "gates", "1", "theissue", "line", 11): 1})

    def test_a_missing_section_has_no_place_to_compare(self):
        model = perfect_model()
        model["reports"][0]["sections"][0]["title"] = "THE GATES"
        self.assertEqual(scores_of(model)["places"].f1, 1.0)

    def test_cells_are_found_by_their_table_row_and_column(self):
        rows = [["Hill", "3"], ["Dale", "4"]]
        reference = {**REFERENCE, "tables": [{"caption": "Table 1", "header": ["Area", "Gates"], "cells": rows}]}
        model = perfect_model()
        model["reports"][0]["sections"][0]["blocks"].append(
            {"type": "table", "caption": "Table 1", "header": ["Area", "Gates"], "rows": [rows[0], ["Dale 4"]]})
        score = compare.compare(model, reference, SOURCE)["tables"]
        self.assertEqual((score.found, score.wanted, score.told), (5, 7, 6))

    def test_names_of_a_division_count_one_by_one(self):
        reference = copy.deepcopy(REFERENCE)
        reference["meetings"][1]["items"][0]["votes"] = [
            {"result": "CARRIED", "named": {"in_favour": ["Una Fell", "Abel Stone"], "against": []}}]
        model = perfect_model()
        model["meetings"][1]["minutes"]["items"][0]["votes"] = [
            {"result": "CARRIED", "named": {"in_favour": ["Una Fell"], "against": ["Abel Stone"]}}]
        score = compare.compare(model, reference, SOURCE)["named votes"]
        self.assertEqual((score.found, score.wanted, score.told), (1, 2, 2))

    def test_a_page_range_of_another_item_is_not_found(self):
        model = perfect_model()
        first, second = model["meetings"][0]["agenda"]
        first["pages"], second["pages"] = None, [3, 4]
        self.assertLess(scores_of(model)["agenda fields"].f1, 1.0)

    def test_a_doubled_paragraph_lowers_fidelity(self):
        model = perfect_model()
        blocks = model["meetings"][1]["minutes"]["items"][0]["blocks"]
        blocks.append(copy.deepcopy(blocks[0]))
        score = scores_of(model)["fidelity"]
        self.assertEqual(score.recall, 1.0)
        self.assertLess(score.precision, 1.0)

    def test_a_lost_table_cell_lowers_fidelity(self):
        model = perfect_model()
        section = model["reports"][0]["sections"][0]
        section["blocks"] = [{"type": "table", "header": ["1.1", "Many"], "rows": [["gates", "are"], ["old", None]]}]
        self.assertEqual(scores_of(model)["fidelity"].f1, 1.0)
        section["blocks"][0]["rows"].pop()
        self.assertLess(scores_of(model)["fidelity"].recall, 1.0)

    def test_words_of_nested_lists_count(self):
        model = perfect_model()
        inner = {"marker": None, "text": "are old"}
        model["reports"][0]["sections"][0]["blocks"] = [
            {"type": "list", "items": [{"marker": "1.1", "text": "Many gates", "items": [inner]}]}]
        self.assertEqual(scores_of(model)["fidelity"].f1, 1.0)

    def test_text_set_aside_as_furniture_lowers_furniture(self):
        model = perfect_model()
        model["furniture"] += model["meetings"][1]["minutes"]["items"][0]["blocks"][1:]
        self.assertLess(scores_of(model)["furniture"].precision, 1.0)

    def test_a_contribution_that_starts_elsewhere_is_not_found(self):
        model = perfect_model()
        model["meetings"][1]["minutes"]["items"][0]["contributions"][1]["first_block"] = 0
        self.assertEqual(scores_of(model)["contributions"].found, 1)

    def test_case_quotes_and_emphasis_do_not_matter(self):
        self.assertEqual(compare.folded("Colm O’Reardon**"), compare.folded("COLM O'REARDON"))
        self.assertNotEqual(compare.folded("£3"), compare.folded("3%"))


class Commanding(unittest.TestCase):
    def test_reached_bars_exit_with_nought(self):
        code, printed = run("agenda items=1", "fidelity = 0.98")
        self.assertEqual(code, 0)
        self.assertRegex(printed, r"agenda items +1\.000 +1\.000 +1\.000 +2/2/2")

    def test_a_bar_that_is_not_reached_is_named(self):
        code, printed = run("present=1.1")
        self.assertEqual(code, 1)
        self.assertIn("below the bar of 1.1: present: F1 is 1.000", printed)

    def test_the_mean_of_all_categories_can_have_a_bar(self):
        code, printed = run("mean=1.01")
        self.assertEqual(code, 1)
        self.assertIn("below the bar of 1.01: mean: F1 is 1.000", printed)

    def test_a_bar_on_nothing_is_a_failure(self):
        code, printed = run("presnet=0.5")
        self.assertEqual(code, 1)
        self.assertIn("presnet: neither reading", printed)


if __name__ == "__main__":
    unittest.main()

"""real_test.py: real packs put together, held to what their references say. Without MINUTEBOOK_REFERENCES it is skipped."""

import json
import os
import pathlib
import re
import sys
import unicodedata
import unittest

from harness import CommandTest

REFERENCES = os.environ.get("MINUTEBOOK_REFERENCES")


def letters(name):
    """A name's letters, so that hyphens, quotes and accents make no difference."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalpha())


def bare(speaker):
    return re.sub(r"^(Councillor|Cllr|Dr|Mr|Mrs|Ms|Professor) ", "", speaker)


class Real(CommandTest):
    """The packs that have a reference, in one site."""

    def setUp(self):
        super().setUp()
        folder = pathlib.Path(REFERENCES)
        self.references = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("gold/*.json")}
        os.makedirs(self.path("site"))
        os.symlink(folder / "packs", self.path("site/packs"))
        self.write("site/site.yaml", "title: Real packs\npacks: packs/*.txt\n")
        outcome = self.run_command("model", "site", "--date", "2026-01-01")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.site = json.loads(outcome.out)

    def meetings(self):
        return [meeting for reference in self.references.values() for meeting in reference["meetings"]]

    def people_named(self, name):
        return [person["id"] for person in self.site["people"]
                if letters(name) in [letters(known) for known in [person["name"], *person.get("other_names", [])]]]

    def test_meetings_of_one_body_stand_under_one_panel(self):
        panels = {}
        for meeting in self.meetings():
            found = [one for one in self.site["meetings"] if one["date"] == meeting["date"]
                     and letters(one["body"] or "") == letters(meeting["body"])]
            self.assertEqual(len(found), 1, meeting["date"])
            panels.setdefault(letters(meeting["body"]), set()).add(found[0]["panel"])
            self.assertEqual(bool(found[0]["minutes"]), bool(meeting.get("items")), meeting["date"])
        self.assertTrue(panels)
        for body, ids in panels.items():
            self.assertEqual(len(ids), 1, body)
            self.assertNotIn(None, ids)

    def test_everybody_on_an_attendance_list_is_one_person(self):
        names = [person["name"] for meeting in self.meetings()
                 for person in (meeting.get("present") or []) + (meeting.get("in_attendance") or [])]
        self.assertTrue(names)
        for name in names:
            self.assertEqual(len(self.people_named(name)), 1, name)

    def test_a_first_name_spelt_two_ways_is_reported(self):
        told = [one["message"] for one in self.site["diagnostics"] if one["code"] == "possible-same-person"]
        pairs = set()
        for meeting in self.meetings():
            listed = [person["name"] for person in meeting.get("present") or []]
            for item in meeting.get("items") or []:
                for contribution in item.get("contributions") or []:
                    name = bare(contribution["speaker"] or "")
                    pairs |= {(known, name) for known in listed if name.count(" ") == 1 and known.count(" ") == 1
                              and known.split()[1] == name.split()[1] and known != name}
        self.assertTrue(pairs)
        for pair in pairs:
            self.assertTrue(any(all(f"'{name}'" in message for name in pair) for message in told), pair)

    def test_a_report_that_was_published_alone_is_known_in_the_pack_that_has_it(self):
        alone = [name for name, reference in self.references.items() if not reference["meetings"]]
        self.assertTrue(alone)
        reports = {report["id"]: report for report in self.site["reports"]}
        files = {position: file for position, file in enumerate(self.site["packs"], 1)}
        for name in alone:
            own = [report for report in reports.values() if name in files[report["pack"]]]
            self.assertEqual(len(own), 1)
            copies = [reports[each] for each in own[0]["same_as"]]
            self.assertTrue(copies, name)
            self.assertTrue(all(copy["meeting"] in own[0]["also_presented_to"] for copy in copies))
            self.assertTrue(all(copy["kind"] == own[0]["kind"] for copy in copies))


if __name__ == "__main__":
    if not REFERENCES:
        print("MINUTEBOOK_REFERENCES is not set")
        sys.exit(77)
    unittest.main()

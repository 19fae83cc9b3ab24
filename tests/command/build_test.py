"""build_test.py: a folder of packs becomes a site, and what is wrong with it is said."""

import json
import os
import unittest

from harness import PACK, CommandTest


class Build(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("site/site.yaml", "title: Ponds\ncouncil: Example Borough Council\ntheme: plain\npacks: packs/*.txt\n")
        self.write("site/packs/2025-03-04.txt", PACK)

    def read(self, *parts):
        with open(os.path.join(self.folder, *parts), encoding="utf-8") as file:
            return file.read()

    def test_a_site_is_published_beside_its_packs(self):
        outcome = self.run_command("build", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertRegex(outcome.out, r"^\d+ pages in \d+\.\d\d s: \d+ files written, 0 unchanged, 0 removed\n")
        self.assertIn("Ponds", self.read("site", "_site", "index.html"))

    def test_a_meeting_has_a_page_with_its_items(self):
        self.run_command("build", "site", "--to", "public")
        pages = [os.path.join(folder, name) for folder, _, names in os.walk(self.path("public")) for name in names]
        meeting = next(page for page in pages if "meetings/2025-03-04-parks-panel" in page)
        for title in ("WELCOME", "APOLOGIES FOR ABSENCE", "THE STATE OF THE PONDS"):
            self.assertIn(title.casefold(), self.read(meeting).casefold())

    def test_a_second_build_finds_nothing_to_write(self):
        self.run_command("build", "site", "--date", "2025-03-01")
        outcome = self.run_command("build", "site", "--date", "2025-03-01", "--jobs", "1")
        self.assertRegex(outcome.out, r": 0 files written, [1-9]\d* unchanged, 0 removed\n")

    def test_the_warnings_of_the_papers_are_counted(self):
        self.write("site/packs/letter.txt", "Dear Sir,\n\nthe ponds are green.\n")
        outcome = self.run_command("build", "site")
        self.assertEqual(outcome.code, 0)
        self.assertIn("the papers have 0 errors and 1 warning: see `minutebook check site`\n", outcome.out)

    def test_a_program_is_told_of_a_failure_as_an_event(self):
        self.write("site/layouts/meeting.lua", 'local name = "\\"quoted\\""\nemit(meeting.boddy)\n')
        outcome = self.run_command("build", "site", "--json")
        self.assertEqual((outcome.code, outcome.err), (1, ""))
        failed = json.loads(outcome.out.splitlines()[-1])
        self.assertEqual((failed["event"], failed["line"]), ("failed", 2))
        self.assertTrue(failed["file"].endswith("site/layouts/meeting.lua"))
        self.assertEqual(failed["route"], "/meetings/2025-03-04-parks-panel/")
        self.assertIn("'boddy' (did you mean 'body'?)", failed["message"] + failed.get("advice", ""))

    def test_a_site_that_is_not_there_is_an_event_too(self):
        outcome = self.run_command("build", "nowhere", "--json")
        self.assertEqual(outcome.err, "")
        self.assertEqual(json.loads(outcome.out)["event"], "failed")

    def test_a_program_is_told_what_was_built(self):
        outcome = self.run_command("build", "site", "--json")
        events = [json.loads(line) for line in outcome.out.splitlines()]
        self.assertEqual(events[-1]["event"], "built")
        self.assertGreater(events[-1]["pages"], 1)

    def test_a_file_where_the_pages_should_go(self):
        outcome = self.run_command("build", "site", "--to", self.write("taken", ""))
        self.assertEqual(outcome.code, 1)
        self.assertIn("taken: can't be made: a file of that name is in the way\n", outcome.err)

    def test_a_folder_without_a_site_is_told_what_makes_one(self):
        os.mkdir(self.path("bare"))
        outcome = self.run_command("build", "bare")
        self.assert_refused(outcome, 1, "bare: there is no site.yaml in it")
        self.assertIn("title:", outcome.err)

    def test_a_layout_that_reads_an_unknown_field_is_named_with_its_line_and_page(self):
        self.write("site/layouts/meeting.lua", "local name = meeting.body\nemit(meeting.boddy)\n")
        outcome = self.run_command("build", "site")
        self.assert_refused(outcome, 1, "site/layouts/meeting.lua:2: ")
        self.assertIn("'boddy' (did you mean 'body'?)", outcome.err)
        self.assertIn("while making /meetings/2025-03-04-parks-panel/", outcome.err)
        self.assertFalse(os.path.exists(self.path("site/_site/index.html")))

    def test_a_number_of_threads_that_is_none(self):
        for jobs in ("0", "many", "9999999", "-1", ""):
            outcome = self.run_command("build", "site", "--jobs", jobs)
            self.assertEqual(outcome.code, 2)
            self.assertIn(f"'{jobs}' is no number of threads", outcome.err)

    def test_a_day_that_is_none(self):
        outcome = self.run_command("build", "site", "--date", "2025-02-30")
        self.assert_refused(outcome, 2, "'2025-02-30' is no date")


if __name__ == "__main__":
    unittest.main()

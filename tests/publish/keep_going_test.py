"""keep_going_test.py: a page that can't be made keeps the others from being published, unless one says otherwise."""

import json
import unittest

from site_under_test import SiteTest

LAYOUT = "% if meeting.date == '2025-11-04' then {} end\n# {}\n"


class KeepGoing(SiteTest):
    def stop_a_page(self, how="error 'it is stuck'"):
        self.write("site/layouts/meeting.md", LAYOUT.format(how, "changed"))

    def published(self, ending):
        pages = [page for path, page in self.tree().items() if path.startswith("meetings/" + ending)]
        return pages[0].decode() if pages else None

    def test_a_page_over_a_limit_is_an_error_of_that_page(self):
        self.publish()
        before = self.tree()
        self.stop_a_page("while true do end")
        outcome = self.build()
        self.assert_refused(outcome, 1, "site/layouts/meeting.md:1: the page takes more steps than it may")
        self.assertIn("while making /meetings/2025-11-04", outcome.err)
        self.assertEqual(self.tree(), before)

    def test_the_others_are_published_with_keep_going(self):
        self.publish()
        before = self.published("2025-11-04")
        self.stop_a_page()
        outcome = self.build("--keep-going")
        self.assertEqual(outcome.code, 1)
        self.assertIn("it is stuck", outcome.err)
        self.assertIn("1 page could not be made, and is as an earlier build left it\n", outcome.out)
        self.assertIn("published in public\n", outcome.out)
        self.assertEqual(self.published("2025-11-04"), before)
        self.assertIn("changed", self.published("2025-09-09"))

    def test_a_page_that_never_was_is_not_there(self):
        self.stop_a_page()
        self.assertEqual(self.build("--keep-going").code, 1)
        self.assertIsNone(self.published("2025-11-04"))
        self.assertNotIn("\nmeetings/2025-11-04", self.tree()[".minutebook"].decode())
        # What somebody puts there meanwhile is theirs.
        self.write("public/meetings/2025-11-04/mine.txt", "mine")
        self.assertEqual(self.build("--keep-going").code, 1)
        self.assertEqual(self.published("2025-11-04"), "mine")

    def test_the_next_build_without_a_mistake_is_whole(self):
        self.stop_a_page()
        self.build("--keep-going")
        self.write("site/layouts/meeting.md", "# mended\n")
        self.publish()
        self.assertIn("mended", self.published("2025-11-04"))

    def test_a_program_is_told_how_many_failed(self):
        self.stop_a_page()
        outcome = self.build("--keep-going", "--json")
        events = [json.loads(line) for line in outcome.out.splitlines()]
        self.assertEqual(outcome.code, 1)
        self.assertIn("failed", [event["event"] for event in events])
        self.assertEqual((events[-1]["event"], events[-1]["failed"]), ("built", 1))

    def test_a_folder_in_the_way_is_no_mistake_of_a_page(self):
        self.stop_a_page()
        self.write("public/index.html", "mine")
        outcome = self.build("--keep-going")
        self.assertEqual(outcome.code, 1)
        self.assertEqual(self.tree(), {"index.html": b"mine"})


if __name__ == "__main__":
    unittest.main()

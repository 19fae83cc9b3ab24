"""feeds_test.py: which files the layouts in feeds/ make, who wins, and what their mistakes say."""

import unittest

from site_under_test import SiteTest

class Feeds(SiteTest):
    def test_a_site_has_a_calendar_and_each_panel_has_one(self):
        self.publish()
        calendars = [path for path in self.tree() if path.endswith(".ics")]
        self.assertEqual(len(calendars), 2)
        for path in calendars:
            self.assertEqual(self.tree()[path].count(b"BEGIN:VEVENT"), 5)

    def test_a_feed_of_the_site_wins_and_an_empty_one_switches_it_off(self):
        self.write("site/feeds/data/decisions.csv", "id\n% for _, d in ipairs(site.decisions) do\n${d.id}\n% end\n")
        self.write("site/feeds/calendar.ics.lua", "\n")
        self.publish()
        self.assertTrue(self.tree()["data/decisions.csv"].startswith(b"\xef\xbb\xbfid\r\n2025-06-17-"))
        self.assertNotIn("calendar.ics", self.tree())
        which = self.run_command("render", "site", "/data/decisions.csv", "--which").out
        self.assertEqual(which.splitlines()[0], "feed site/feeds/data/decisions.csv")
        self.assertRegex(which, r"\nover \S*/feeds/data/decisions.csv.lua\n")

    def test_a_feed_can_stand_beside_each_page_of_a_kind(self):
        self.write("site/feeds/meeting/decided.txt", "${meeting.body}: ${#meeting.items}\n")
        self.publish()
        found = {path: content for path, content in self.tree().items() if path.endswith("decided.txt")}
        self.assertEqual(len(found), 5)
        self.assertRegex(list(found.values())[0].decode(), r"^Communities, .* Panel: \d+\n$")

    def test_a_feed_whose_name_says_no_language_is_a_mistake(self):
        self.write("site/feeds/notes.doc", "x")
        self.assert_refused(self.build(), 1, "site/feeds/notes.doc: no feed can have such a name")

    def test_a_mistake_in_a_feed_names_its_line(self):
        self.write("site/feeds/odd.csv", "a\n${site.titel}\n")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        self.assertIn("site/feeds/odd.csv:2: Site has no field 'titel' (did you mean 'title'?)", outcome.err)
        self.assertIn("/odd.csv", outcome.err)
        self.assertIn("site/feeds/odd.csv:2: Site has no field", self.run_command("check", "site").err)


if __name__ == "__main__":
    unittest.main()

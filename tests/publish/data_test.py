"""data_test.py: what a build publishes for programs, read by readers that aren't ours."""

import csv
import io
import json
import unittest

from site_under_test import SiteTest

class Data(SiteTest):
    def published(self, name):
        return self.tree()[name].decode()

    def table(self, name):
        """The rows of a table of the published site, as dicts."""
        text = self.tree()[name].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def test_a_site_has_its_record(self):
        self.publish()
        site = json.loads(self.published("data/site.json"))
        self.assertEqual(site["title"], "Wexcombe and Harle scrutiny")
        for meeting in site["meetings"]:
            alone = json.loads(self.published(f"data/meetings/{meeting['id']}.json"))
            self.assertEqual(alone["date"], meeting["date"])

    def test_every_decision_is_a_row(self):
        self.publish()
        site = json.loads(self.published("data/site.json"))
        rows = self.table("data/decisions.csv")
        self.assertEqual([row["id"] for row in rows], [decision["id"] for decision in site["decisions"]])
        self.assertEqual([row["text"] for row in rows], [decision["text"] for decision in site["decisions"]])

    def test_members_of_the_public_are_not_among_the_people(self):
        self.write("site/people.yaml", "- name: Hester Wainfleet\n  hide: [page]\n")
        self.publish()
        site = json.loads(self.published("data/site.json"))
        self.assertNotIn("hester-wainfleet", [person["id"] for person in site["people"]])
        self.assertNotIn("data/people/hester-wainfleet.json", self.tree())
        self.assertFalse([path for path, content in self.tree().items()
                          if path.endswith(".json") and b'"hester-wainfleet"' in content])


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


if __name__ == "__main__":
    unittest.main()

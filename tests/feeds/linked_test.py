"""linked_test.py: the JSON-LD of pages, as a reader of pages finds it."""

import json
import unittest
from html.parser import HTMLParser

from papers import ADDRESS, HOSTILE, PACK, PapersTest

BREAKOUT = "the </script><script>alert(1)</script> & <!-- mill"


class Scripts(HTMLParser):
    """The elements of a page that are scripts: (type, text)."""

    def __init__(self, page):
        super().__init__()
        self.found, self.inside = [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "script":
            self.inside = True
            self.found.append([dict(attrs).get("type"), ""])

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.found[-1][1] += data


class LinkedData(PapersTest):
    def setUp(self):
        super().setUp()
        self.change("site/site.yaml", "theme: plain", "theme: civic")

    def linked(self, ending):
        """What the page says whose address ends so."""
        path, = [path for path in self.tree() if path.endswith(ending + "/index.html")]
        (kind, text), = Scripts(self.published(path)).found
        self.assertEqual(kind, "application/ld+json")
        found = json.loads(text)
        self.assertEqual(found["@context"], "https://schema.org")
        return found

    def test_a_meeting_is_an_event_in_summer_and_in_winter(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue="The Mill", title="PATHS"),
                          b=PACK.format(day="2nd December, 2025", venue="The Mill", title="PATHS"))
        self.publish()
        for day, start in {"2025-06-17": "2025-06-17T10:00:00+01:00", "2025-12-02": "2025-12-02T10:00:00+00:00"}.items():
            event = self.linked(f"meetings/{day}-parks-panel")
            self.assertEqual((event["@type"], event["startDate"]), ("Event", start))
            self.assertEqual(event["location"], {"@type": "Place", "name": "The Mill", "address": "The Mill"})
            self.assertEqual(event["url"], f"{ADDRESS}meetings/{day}-parks-panel/")
            self.assertEqual(event["organizer"]["name"], "Parks Panel")

    def test_a_meeting_ends_when_its_minutes_say(self):
        self.write_minutes()
        self.publish()
        self.assertEqual(self.linked("2025-03-04-parks-panel")["startDate"], "2025-03-04")

    def test_a_panel_is_an_organization_of_its_council(self):
        self.publish()
        panel = self.linked("panels/communities-transport-and-learning-scrutiny-panel")
        self.assertEqual(panel["@type"], "GovernmentOrganization")
        self.assertEqual(panel["parentOrganization"]["name"], "Wexcombe and Harle Council")

    def test_a_paper_is_a_report(self):
        self.publish()
        report = self.record()["reports"][0]
        found = self.linked(f"papers/{report['id']}")
        self.assertEqual((found["@type"], found["name"]), ("Report", report["title"]))

    def test_no_text_ends_the_element(self):
        for venue in (BREAKOUT, HOSTILE):
            with self.subTest(venue=venue):
                self.write_papers(a=PACK.format(day="17th June, 2025", venue=venue, title="PATHS"))
                self.publish()
                said = self.record()["meetings"][0]["venue"]
                self.assertEqual(self.linked("2025-06-17-parks-panel")["location"]["name"], said)

    def test_a_page_of_many_things_says_nothing(self):
        self.publish()
        self.assertEqual(Scripts(self.published("index.html")).found, [])


if __name__ == "__main__":
    unittest.main()

"""privacy_test.py: what people.yaml hides, and who is a member of the public: nothing that is published tells it."""

import os
import re
import unittest

from harness import CommandTest

PACK = """Example Borough Council

Roads Panel

Date: Tuesday, 1st April, 2025

Time: 10.00 am

Councillors: Ann Lee, Bob Hay and Cy Orr

The Democratic Services Officer for this meeting is Flo Ray who can be contacted on flo.ray@council.example 01632 960145.

NOTES:

1. Inspection of Papers: ring Flo Ray on 01632 960 145 or write to Flo.Ray@council.example. The switchboard is 01632 960000.

AGENDA

- 1. WELCOME

- 2. PUBLIC QUESTIONS

Anybody may ring +44 1632 960145 before the meeting.

- 3. ROADWORKS

\fROADS PANEL

Tuesday, 4th March, 2025

Present:- Councillors Ann Lee (Chair), Bob Hay and Cy Orr

Officers: Flo Ray (Democratic Services Officer)

21

WELCOME

The Chair welcomed all.

22

PUBLIC QUESTIONS

Delphine Marsh asked a question about the pond. Councillor Ann Lee replied that it was safe. Call (01632) 960145 to hear more.

Prepared by Democratic Services
"""


class Privacy(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("site/site.yaml", "title: Roads\nurl: https://roads.example/\n")
        self.write("site/packs/2025-04-01.txt", PACK)
        self.write("site/people.yaml", "")

    def published(self):
        """Every file that is published, by its path."""
        outcome = self.run_command("build", "site", "--date", "2025-04-10")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        files = {}
        top = self.path("site/_site")
        for folder, _, names in os.walk(top):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    files[os.path.relpath(path, top)] = file.read().decode("utf-8", "replace")
        return files

    def that_tell(self, files, pattern):
        return sorted(path for path, text in files.items() if re.search(pattern, text, re.IGNORECASE))

    NUMBER = r"1632\D{0,6}960\D?145"
    ADDRESS = r"flo\.ray(@|%40|&#64;)"

    def test_what_is_not_hidden_is_told(self):
        files = self.published()
        self.assertTrue(self.that_tell(files, self.NUMBER))
        self.assertTrue(self.that_tell(files, self.ADDRESS))

    def test_a_hidden_number_is_in_no_published_byte(self):
        self.write("site/people.yaml", "- name: Flo Ray\n  hide: [phone, email]\n")
        files = self.published()
        self.assertEqual(self.that_tell(files, self.NUMBER), [])
        self.assertEqual(self.that_tell(files, self.ADDRESS), [])
        self.assertTrue(self.that_tell(files, "960000"))
        model = self.run_command("model", "site").out
        self.assertNotRegex(model, self.NUMBER)
        self.assertNotRegex(model, self.ADDRESS)

    def test_a_member_of_the_public_has_no_page_no_feed_and_no_search_entry(self):
        files = self.published()
        self.assertTrue(self.that_tell(files, "Delphine Marsh asked"))
        self.assertEqual([path for path in files if "delphine" in path], [])
        self.assertEqual(self.that_tell(files, "people/delphine"), [])
        self.assertEqual([path for path in self.that_tell(files, r'"delphine-marsh"')], [])
        for path in self.that_tell(files, "delphine"):
            self.assertNotRegex(path, r"search|\.(ics|atom|xml)$", path)
        with open(self.path("site/ids.yaml"), encoding="utf-8") as noted:
            self.assertNotIn("delphine", noted.read())

    def test_the_site_can_show_one(self):
        self.write("site/people.yaml", "- name: Delphine Marsh\n  show: [page]\n")
        self.assertIn("people/delphine-marsh/index.html", self.published())

    def test_a_page_that_is_hidden_is_not_there(self):
        self.assertIn("people/bob-hay/index.html", self.published())
        self.write("site/people.yaml", "- name: Bob Hay\n  hide: [page]\n")
        files = self.published()
        self.assertEqual([path for path in files if "bob-hay" in path], [])
        self.assertEqual(self.that_tell(files, "people/bob-hay"), [])


if __name__ == "__main__":
    unittest.main()

"""ids_test.py: what was published once keeps its address: ids.yaml, and the redirects that better names leave."""

import json
import os
import re
import unittest

from harness import CommandTest

HEAD = "Example Borough Council\n\n{body}\n\nDate: {day}\n\nTime: 10.00 am\n\n"
AGENDA = HEAD + "AGENDA\n\n- 1. WELCOME\n\n- 2. {title}\n\n"
MINUTES = "\f{body}\n\n{day}\n\nPresent:- Councillors Ann Lee (Chair), {member} and Cy Orr\n\n21\n\nWELCOME\n\nAll well.\n\n"
MEETING = "/meetings/2025-03-04-roads-panel/"


class Ids(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("site/site.yaml", "title: Roads\nurl: https://roads.example/\n")
        self.write("site/layouts/person.md", "# ${person.name}\n")
        self.write("site/layouts/item.md", "# ${item.title}\n")
        self.publish_pack("Roads Panel", "STREET TREES")

    def publish_pack(self, body, title, member="Bob Hay", name="a"):
        text = AGENDA.format(body=body, day="Tuesday, 4th March, 2025", title=title)
        text += MINUTES.format(body=body.upper(), day="Tuesday, 4th February, 2025", member=member)
        self.write(f"site/packs/{name}.txt", text)

    def build(self, *options):
        outcome = self.run_command("build", "site", "--date", "2025-03-01", *options)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        return outcome

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def page(self, route):
        return self.read(f"site/_site{route}index.html")

    def assert_leads(self, old, new):
        """The page at `old` sends its reader, and its search engine, to the page at `new`, which is there."""
        page = self.page(old)
        target = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page)[1]
        self.assertEqual(os.path.normpath(old + target), new.rstrip("/"))
        self.assertIn(f'<link rel="canonical" href="https://roads.example{new}">', page)
        self.assertNotIn("This page has moved", self.page(new))

    def test_what_is_published_is_noted_and_stays_so(self):
        self.build()
        noted = self.read("site/ids.yaml")
        self.assertIn("\nmeetings:\n  2025-02-04-roads-panel:\n  2025-03-04-roads-panel:\n", noted)
        self.assertIn("\nitems:\n  2025-02-04-roads-panel:\n    welcome:\n  2025-03-04-roads-panel:\n    street-trees:\n", noted)
        self.assertIn("\npeople:\n  ann-lee:\n  bob-hay:\n  cy-orr:\n", noted)
        before = os.stat(self.path("site/ids.yaml"))
        self.build("--jobs", "1")
        self.assertEqual(os.stat(self.path("site/ids.yaml")).st_mtime_ns, before.st_mtime_ns)

    def test_only_a_build_writes_it(self):
        self.run_command("check", "site")
        self.run_command("model", "site")
        self.run_command("render", "site", "/")
        self.assertFalse(os.path.exists(self.path("site/ids.yaml")))

    def test_another_pack_only_adds_lines(self):
        self.build()
        before = self.read("site/ids.yaml").splitlines()
        self.publish_pack("Parks Panel", "PONDS", member="Di Moss", name="0-first")
        self.build()
        after = iter(self.read("site/ids.yaml").splitlines())
        self.assertTrue(all(line in after for line in before))

    def test_a_panel_that_gets_a_better_name_leaves_redirects(self):
        self.build()
        self.write("site/site.yaml", self.read("site/site.yaml")
                   + "panels:\n  - name: Highways Scrutiny Panel\n    other_names: [Roads Panel]\n")
        for _ in range(2):
            self.build()
            self.assert_leads("/panels/roads-panel/", "/panels/highways-scrutiny-panel/")
            self.assert_leads(MEETING, "/meetings/2025-03-04-highways-scrutiny-panel/")
            self.assert_leads(MEETING + "street-trees/", "/meetings/2025-03-04-highways-scrutiny-panel/street-trees/")
            self.assertIn("  roads-panel: highways-scrutiny-panel\n", self.read("site/ids.yaml"))
        self.write("site/site.yaml", "title: Roads\nurl: https://roads.example/\n")
        self.build()
        self.assert_leads("/panels/highways-scrutiny-panel/", "/panels/roads-panel/")

    def test_a_person_that_gets_a_better_name_leaves_a_redirect(self):
        self.build()
        self.write("site/people.yaml", "- name: Robert Hay\n  other_names: [Bob Hay]\n")
        self.build()
        self.assert_leads("/people/bob-hay/", "/people/robert-hay/")
        self.assertIn("  bob-hay: robert-hay\n", self.read("site/ids.yaml"))

    def test_a_person_who_is_hidden_is_led_to_by_nothing(self):
        self.build()
        self.write("site/people.yaml", "- name: Robert Hay\n  other_names: [Bob Hay]\n  hide: [page]\n")
        self.build()
        self.assertFalse(os.path.exists(self.path("site/_site/people/bob-hay")))
        self.assertFalse(os.path.exists(self.path("site/_site/people/robert-hay")))
        self.assertNotIn("  robert-hay:\n", self.read("site/ids.yaml"))

    def test_what_is_gone_is_said_and_a_person_can_say_where_it_leads(self):
        self.build()
        self.publish_pack("Roads Panel", "STREET TREES", member="Ed Poe")
        outcome = self.run_command("check", "site")
        self.assertRegex(outcome.out, r"site/ids\.yaml:[1-9]\d*: warning: 'bob-hay' was published, and no person has it now;.*\[address-lost\]")
        noted = self.read("site/ids.yaml").replace("  bob-hay:\n", "  bob-hay: ed-poe\n")
        self.write("site/ids.yaml", noted)
        self.assertNotIn("address-lost", self.run_command("check", "site").out)
        self.build()
        self.assert_leads("/people/bob-hay/", "/people/ed-poe/")

    def test_no_id_leads_out_of_the_published_folder(self):
        for wrong in ("people:\n  ../../x: ann-lee\n", "people:\n  a-lee: ../x\n", "people:\n  a/../x: ann-lee\n", "people: [x]\n",
                      "peple:\n  a:\n", "meetings:\n  A B:\n", "people:\n  a/b:\n", "people:\n  a:\n    b:\n"):
            self.write("site/ids.yaml", wrong)
            outcome = self.run_command("build", "site")
            self.assertEqual(outcome.code, 1, wrong)
            self.assertRegex(outcome.err, r"^minutebook: site/ids\.yaml:\d+:\d+: ", wrong)

    def test_ids_that_lead_in_a_circle_lead_nowhere(self):
        self.write("site/ids.yaml", "people:\n  a: b\n  b: c\n  c: a\n")
        self.assertIn("'a' leads to 'b', which no person has (and so with 2 others)", self.run_command("check", "site").out)
        self.build()

    def test_an_id_that_leads_to_nobody_says_so_with_its_line(self):
        self.write("site/ids.yaml", "people:\n  al: nobody-there\n  bo: no-one\n")
        self.assertIn("site/ids.yaml:2: warning: 'al' leads to 'nobody-there', which no person has (and so with 1 other);",
                      self.run_command("check", "site").out)

    def test_a_meeting_in_items_holds_its_items_or_nothing(self):
        self.write("site/ids.yaml", "items:\n  2025-02-04-roads-panel:\n  2025-03-04-roads-panel:\n")
        for _ in range(2):
            self.build()
        self.assertEqual(self.read("site/ids.yaml").count("\n  2025-03-04-roads-panel:\n    street-trees:\n"), 1)
        self.write("site/ids.yaml", "items:\n  2025-03-04-roads-panel: street-trees\n")
        outcome = self.run_command("build", "site")
        self.assertEqual(outcome.code, 1)
        self.assertIn("site/ids.yaml:2:", outcome.err)
        self.assertIn("a meeting here holds its items", outcome.err)

    def test_redirects_are_no_pages_of_the_site(self):
        self.build()
        self.write("site/people.yaml", "- name: Robert Hay\n  other_names: [Bob Hay]\n")
        self.assertNotIn("bob-hay", json.dumps(self.run_command("render", "site", "--list").out))


if __name__ == "__main__":
    unittest.main()

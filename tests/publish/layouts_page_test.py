"""layouts_page_test.py: what the pages of module/docs on layouts tell a reader to write does what they say."""

import os
import re
import unittest

from site_under_test import SiteTest

MODULE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../module")
FENCE = re.compile(r"^```(\w+) (\w+)(?:=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class LayoutsPage(SiteTest):
    def page(self, name):
        with open(os.path.join(MODULE, name), encoding="utf-8") as file:
            return file.read()

    def put(self, name, text):
        """Writes a file, and takes the one of the same name in another language away."""
        stem = self.path(os.path.join("site", name.rsplit(".", 1)[0]))
        for ending in (".md", ".lua", ".html"):
            if os.path.exists(stem + ending):
                os.remove(stem + ending)
        self.write(os.path.join("site", name), text)

    def take_steps(self, name, fewest):
        steps = FENCE.findall(self.page(name))
        self.assertGreater(len(steps), fewest)
        for _, what, where, text in steps:
            if what == "file":
                self.put(where, text)
            elif what == "says":
                outcome = self.build()
                self.assertEqual(outcome.code, 1, text)
                self.assertIn(text.strip(), outcome.err)
            else:
                self.publish()
                name = "public" + where + "index.html"
                with open(self.path(name), encoding="utf-8") as file:
                    html = file.read()
                for line in text.splitlines():
                    self.assertIn(line, html)
        self.publish()

    def test_every_step_of_the_first_page_does_what_it_says(self):
        self.take_steps("docs/layouts.md", 20)

    def test_every_step_to_a_theme_does_what_it_says(self):
        outcome = self.run_command("new", "site", "--theme", "parks")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.take_steps("docs/themes.md", 8)

    def test_the_page_on_themes_has_every_kind_of_page(self):
        row = r"^\| `([a-z-]+)` \| `(/[a-z0-9./-]*)(?:ID/)?`.* \|(?: \[(\w+)\].*)? \|$"
        rows = re.findall(row, self.page("docs/themes.md"), re.M)
        kinds = re.findall(r'\.name = "([a-z-]+)",\s+\.route = "([^"]+)"', self.page("publish/kinds.c"))
        self.assertEqual([row[:2] for row in rows], kinds)
        described = self.page("../lua/meta/layout.lua")
        for name, _, title in rows:
            if title:
                self.assertIn(f"---@type {title}\n{name} = nil\n", described)


if __name__ == "__main__":
    unittest.main()

"""layouts_page_test.py: what module/docs/layouts.md tells a reader to write does what it says."""

import os
import re
import unittest

from site_under_test import SiteTest

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../module/docs/layouts.md")
FENCE = re.compile(r"^```(\w+) (\w+)(?:=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class LayoutsPage(SiteTest):
    def steps(self):
        with open(PAGE, encoding="utf-8") as file:
            return FENCE.findall(file.read())

    def put(self, name, text):
        """Writes a file, and takes the one of the same name in another language away."""
        stem = self.path(os.path.join("site", name.rsplit(".", 1)[0]))
        for ending in (".md", ".lua", ".html"):
            if os.path.exists(stem + ending):
                os.remove(stem + ending)
        self.write(os.path.join("site", name), text)

    def test_every_step_does_what_the_page_says(self):
        steps = self.steps()
        self.assertGreater(len(steps), 20)
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


if __name__ == "__main__":
    unittest.main()

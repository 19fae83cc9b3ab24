"""readme_test.py: what the README shows works as it stands there."""

import os
import re
import unittest

from harness import PACK, CommandTest

README = os.path.join(os.path.dirname(__file__), "..", "..", "README.md")


def shown(language):
    """The README's block of that language."""
    with open(README, encoding="utf-8") as file:
        return re.findall(rf"(?ms)^```{language}\n(.*?)^```", file.read())


class Readme(CommandTest):
    def setUp(self):
        super().setUp()
        self.site, self.dialect = shown("yaml")
        self.write("ponds/site.yaml", self.site)
        self.write("ponds/packs/2025-03-04.txt", PACK)

    def built(self):
        outcome = self.run_command("build", "ponds")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        with open(self.path("ponds/_site/index.html"), encoding="utf-8") as file:
            return file.read()

    def test_the_site_is_published(self):
        self.assertIn("Ponds and parks", self.built())

    def test_the_layout_lists_the_meeting(self):
        layout, _ = shown("lua")
        self.write("ponds/layouts/home.lua", layout)
        self.assertRegex(self.built(), r'<a href="[^"]*2025-03-04-parks-panel/?[^"]*">Parks Panel</a>, Tuesday 4 March 2025')

    def test_the_layout_in_markdown_makes_the_same_page(self):
        layout, _ = shown("lua")
        self.write("ponds/layouts/home.lua", layout)
        in_lua = self.built()
        os.remove(self.path("ponds/layouts/home.lua"))
        in_markdown, = shown("md")
        self.write("ponds/layouts/home.md", in_markdown)
        self.assertEqual(self.built(), in_lua)

    def test_the_dialect_reads_an_agenda_by_its_own_word(self):
        self.write("mine/exampleshire.yaml", self.dialect)
        name = self.write("a.txt", PACK.replace("AGENDA", "MATTERS TO BE CONSIDERED"))
        model = self.model(name, "--dialects", "mine", "--dialect", "exampleshire")
        self.assertEqual(len(model["meetings"][0]["agenda"]), 3)


if __name__ == "__main__":
    unittest.main()

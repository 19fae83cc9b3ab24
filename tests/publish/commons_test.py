"""commons_test.py: a theme that was written from the documentation alone makes five kinds of pages of the example site, and
leaves the others to the theme that it stands on."""

import pathlib
import shutil
import unittest

from site_under_test import EXAMPLE, SiteTest

THEME = pathlib.Path(__file__).parent / "commons"
OWN = ("index.html", "panels/*/index.html", "meetings/*/index.html", "papers/*/index.html", "people/*/index.html")
OTHERS = ("decisions", "questions", "people", "papers", "take-part", "glossary", "search", "work-plan", "calendar")
MOST_LINES = 250


class Commons(SiteTest):
    def setUp(self):
        super().setUp()
        site = pathlib.Path(self.path("commons"))
        left_out = ("_site", "ids.yaml", "hosts", "layouts", "components", ".minutebook")
        shutil.copytree(EXAMPLE, site, ignore=shutil.ignore_patterns(*left_out))
        shutil.copytree(THEME, site / "themes/commons")
        settings = (site / "site.yaml").read_text().splitlines()
        self.write("commons/site.yaml",
                   "\n".join(["theme: commons"] + [line for line in settings if not line.startswith("theme:")]))

    def test_it_is_as_small_as_it_says(self):
        files = [path for path in THEME.rglob("*") if path.suffix in (".md", ".lua", ".html")]
        self.assertLess(sum(len(path.read_text().splitlines()) for path in files), MOST_LINES)

    def test_it_makes_its_pages_and_leaves_the_others(self):
        self.assertEqual(self.build(site="commons").code, 0)
        public = pathlib.Path(self.path("public"))
        for pattern in OWN:
            pages = sorted(public.glob(pattern))
            self.assertTrue(pages, pattern)
            for page in pages:
                self.assertIn("commons.css", page.read_text(), page)
        for name in OTHERS:
            text = (public / name / "index.html").read_text()
            self.assertIn("style.css", text)
            self.assertNotIn("commons.css", text)


if __name__ == "__main__":
    unittest.main()

"""site_under_test.py: a copy of the example site that a test may change, and what is published of it."""

import os
import shutil
from html.parser import HTMLParser

from harness import CommandTest

EXAMPLE = os.environ["EXAMPLE_SITE"]

# What the tests count is in these two; the example grows.
PACKS = ("2025-09-09.txt", "2025-11-04.txt")

CONFIGURATION = """title: Wexcombe and Harle scrutiny
url: https://wexcombe.example/
council: Wexcombe and Harle Council
theme: plain
packs: packs/*.txt
"""


class SiteTest(CommandTest):
    """Each test has two packs of the example site in `site`, in the plain theme, and publishes into `public`."""

    def setUp(self):
        super().setUp()
        os.makedirs(self.path("site/packs"))
        self.write("site/site.yaml", CONFIGURATION)
        for name in os.listdir(os.path.join(EXAMPLE, "packs")):
            if name in PACKS:
                shutil.copy(os.path.join(EXAMPLE, "packs", name), self.path("site/packs"))

    def build(self, *options, site="site", to="public"):
        return self.run_command("build", site, "--to", to, "--date", "2025-10-01", *options)

    def publish(self, *options, **places):
        """Builds without an error; returns what it says."""
        outcome = self.build(*options, **places)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        return outcome.out

    def change(self, name, old, new):
        """Replaces text in a file."""
        with open(self.path(name), encoding="utf-8") as file:
            text = file.read()
        self.assertIn(old, text)
        self.write(name, text.replace(old, new))

    def tree(self, folder="public"):
        """Every file below the folder, with its bytes."""
        found = {}
        for where, _, names in os.walk(self.path(folder)):
            for name in names:
                path = os.path.join(where, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, self.path(folder))] = file.read()
        return found

    def page(self, ending, folder="public"):
        """The one page whose route ends so."""
        pages = [path for path in self.tree(folder) if path.endswith(ending + "/index.html")]
        self.assertEqual(len(pages), 1, pages)
        return Page(self.tree(folder)[pages[0]].decode())


class Page(HTMLParser):
    """A page's text, headings, links, and elements by class."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.headings, self.text = [], [], [], ""
        self.by_class = {}
        self.open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag in ("h1", "h2", "h3"):
            self.headings.append("")
        for name in (attrs.get("class") or "").split():
            self.by_class.setdefault(name, []).append("")
        if tag not in ("meta", "link", "br", "hr", "img"):
            self.open.append((tag, (attrs.get("class") or "").split()))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.text += data
        for tag, names in self.open:
            if tag in ("h1", "h2", "h3"):
                self.headings[-1] += data
            for name in names:
                self.by_class[name][-1] += data

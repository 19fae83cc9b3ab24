"""host.py: what the tests of all generators share: a copy of the example site, its pages as they should be, and a look at
the pages that a host made."""

import http.client
import os
import shutil
import socket
import tempfile
import time
import urllib.request
from html.parser import HTMLParser

from door import ENVIRONMENT, SITE, DoorTest, run

# As many pages as are compared, each of another kind.
KINDS = 12
EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


class Main(HTMLParser):
    """The tags and words within an HTML page's main element, white space folded."""

    def __init__(self):
        super().__init__()
        self.depth, self.parts = 0, []

    def handle_starttag(self, tag, attrs):
        if self.depth:
            self.parts.append((tag, sorted(attrs)))
            self.depth += tag not in EMPTY
        elif tag == "main" or dict(attrs).get("role") == "main":
            self.depth = 1

    def handle_endtag(self, tag):
        if self.depth and tag not in EMPTY:
            self.depth -= 1
            if self.depth:
                self.parts.append(tag)

    def handle_data(self, data):
        if self.depth and data.strip():
            self.parts.append(" ".join(data.split()))


def main_of(html):
    reader = Main()
    reader.feed(html)
    return reader.parts


class HostTest(DoorTest):
    """A host builds the example site's pages in a copy of it: self.site, with the host's own files in self.host."""

    name = None  # the folder of example-site/hosts

    def setUp(self):
        work = tempfile.TemporaryDirectory(prefix="minutebook-")
        self.addCleanup(work.cleanup)
        self.site = os.path.join(work.name, "site")
        shutil.copytree(SITE, self.site, ignore=shutil.ignore_patterns("_site", "ids.yaml"))
        self.host = os.path.join(self.site, "hosts", self.name)
        self.built = os.path.join(work.name, "built")

    def expected(self):
        """Where `minutebook build` puts the site as it is."""
        folder = os.path.join(os.path.dirname(self.site), "expected")
        self.said(os.environ["MINUTEBOOK"], "build", self.site, "--to", folder)
        return folder

    def chosen_pages(self):
        """The first route of each of twelve kinds, as paths of files."""
        import minutebook
        with minutebook.Site(self.site) as site:
            first = {page.kind: page.path for page in reversed(site.pages) if page.kind != "not-found"}
        self.assertGreaterEqual(len(first), KINDS)
        return [first[kind] for kind in sorted(first)][:KINDS]

    def assert_pages_are_ours(self):
        expected = self.expected()
        for path in self.chosen_pages():
            with self.subTest(page=path):
                self.assertEqual(main_of(self.read(self.built, path)), main_of(self.read(expected, path)))

    def read(self, folder, path):
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            return file.read()

    def write(self, path, text):
        path = os.path.join(self.site, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def edit_the_home_page(self, words):
        self.write("layouts/home.md", f"# {words}\n")

    def add_a_pack(self):
        """Adds a pack that calls a meeting of another panel; the path of that meeting's page."""
        self.write("packs/2026-05-05.txt", "Wexcombe and Harle Council\n\nQuarry Liaison Panel\n\n"
                   "Date: Tuesday, 5th May, 2026\n\nTime: 2.00 pm\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. BLASTING TIMES\n\n")
        return "meetings/2026-05-05-quarry-liaison-panel/index.html"

    def break_the_home_page(self):
        self.write("layouts/home.md", "# Home\n\n${site.titel}\n")

    def assert_names_the_mistake(self, done):
        """The host stopped, and told file, line and advice of a broken layout."""
        said = (done.stdout + done.stderr).decode()
        self.assertNotEqual(done.returncode, 0, said)
        self.assertIn("layouts/home.md:3", said)
        self.assertIn("title", said)

    def wait_for(self, address, words, seconds=60):
        """Asks again until the page has the words; a page that isn't there yet is asked for again too."""
        end, page = time.monotonic() + seconds, ""
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(address, timeout=10) as answer:
                    page = answer.read().decode()
                if words in page:
                    return page
            except (OSError, http.client.HTTPException):  # not there yet, or being written
                pass
            time.sleep(0.2)
        self.fail(f"{address} has no '{words}' after {seconds} seconds: {page[:500]}")


__all__ = ["ENVIRONMENT", "HostTest", "free_port", "main_of", "run"]

"""unchanged_test.py: what is as it was isn't made again, and what has changed is, whatever has."""

import hashlib
import os
import shutil
import subprocess
import time
import unittest

from harness import COMMAND
from site_under_test import SiteTest

PREFIX = os.path.dirname(os.path.dirname(COMMAND))
NOTE = b"\x04\0\0\0\x14\0\0\0\x03\0\0\0GNU\0"  # what stands before the linker's digest of a library
VENUE = "Corn Hall - Market Square, Wexcombe"
PANEL = "communities-transport-and-learning-scrutiny-panel"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


class Unchanged(SiteTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(os.path.join(PREFIX, "share/minutebook/themes/plain"), self.path("site/themes/ours"))
        self.change("site/site.yaml", "theme: plain\n", "theme: ours\n")
        self.kept()
        self.kept()  # the first has written ids.yaml

    def kept(self, *options):
        time.sleep(0.1)  # of a file that changed just now nobody knows whether it will once more
        return self.publish("--cache", "caches", *options)

    def ledgers(self):
        return [os.path.join(self.path("caches/builds"), name) for name in os.listdir(self.path("caches/builds"))]

    def assert_whole(self, *options):
        """What is published is what a build makes that keeps nothing."""
        self.publish("--cache", "", *options, to="fresh")
        fresh, tree = self.tree("fresh"), self.tree()
        self.assertEqual({path for path in fresh | tree if fresh.get(path) != tree.get(path)}, set())
        shutil.rmtree(self.path("fresh"))

    def assert_follows(self, *options):
        """The next build shows the change, and those behind it leave all as it is."""
        before = self.tree()
        self.kept(*options)
        self.assertTrue(self.tree() != before, "nothing has changed")
        self.assert_whole(*options)
        for _ in range(2):
            self.assertIn(" 0 files written", self.kept(*options))
        self.assert_makes_nothing(*options)
        self.assert_whole(*options)

    def forge(self, path, content):
        """Makes each ledger say that the file is another one, with a proof that it is whole."""
        contents = self.tree() | {path: content}
        made = b"".join(hashlib.sha256(contents[name]).digest() for name in sorted(contents) if name != ".minutebook")
        for ledger in self.ledgers():
            proof = hashlib.sha256(f"{os.path.basename(ledger)}\n{hashlib.sha256(made).hexdigest()}".encode())
            write(ledger, b"minutebook cache 1\n" + proof.hexdigest().encode() + b"\n" + made)

    def assert_makes_nothing(self, *options):
        """Who made the page would see that it is another one than the ledger says."""
        paths = [self.path("public/index.html"), *self.ledgers()]
        before = [read(path) for path in paths]
        self.forge("index.html", b"mine")
        self.write("public/index.html", "mine")
        self.assertIn(" 0 files written", self.kept(*options))
        self.assertEqual(self.tree()["index.html"], b"mine")
        for path, content in zip(paths, before):
            write(path, content)

    def test_nothing_is_made_of_the_same(self):
        self.assert_makes_nothing()
        self.write("public/index.html", "mine")
        self.assertIn(" 1 file written", self.publish("--cache", ""))

    def test_a_damaged_ledger_is_none(self):
        before = self.tree()
        for ledger in self.ledgers():
            os.truncate(ledger, os.path.getsize(ledger) - 7)
        self.write("public/index.html", "mine")
        self.assertIn(" 1 file written", self.kept())
        self.assertEqual(self.tree(), before)

    def test_what_was_edited_or_taken_away_is_made_again(self):
        before = self.tree()
        self.write("public/index.html", "mine")
        os.remove(self.path("public/data/site.json"))
        os.remove(self.path("public/calendar.ics"))
        os.symlink("/dev/null", self.path("public/calendar.ics"))
        self.assertIn(" 3 files written", self.kept())
        self.assertEqual(self.tree(), before)

    def test_another_folder_gets_all(self):
        self.publish("--cache", "caches", to="other")
        self.assertEqual(self.tree("other"), self.tree())

    def test_packs(self):
        self.change("site/packs/2025-11-04.txt", "Libraries", "Libraries and Ponds")
        self.assert_follows()
        shutil.copy(self.path("site/packs/2025-11-04.txt"), self.path("site/packs/copy.txt"))
        self.change("site/packs/copy.txt", "4th November", "2nd December")
        self.assert_follows()
        os.remove(self.path("site/packs/copy.txt"))
        self.assert_follows()

    def test_corrections_and_vocabularies(self):
        for venue in ("The Old Dairy", "The New Dairy"):
            self.write("site/corrections/2025-11-04.yaml", f"- at: meeting 2025-11-04\n  venue: {{was: '{VENUE}', is: {venue}}}\n")
            self.assert_follows()
        self.change("site/site.yaml", "council: Wexcombe and Harle Council\n", "")
        self.write("site/dialects/ours.yaml", "name: ours\nextends: uk\ncouncil: Our Council\nmarks: [Wexcombe]\n")
        self.assert_follows()
        self.change("site/dialects/ours.yaml", "Our Council", "Their Council")
        self.assert_follows()

    def test_what_is_written_beside_the_packs(self):
        self.change("site/site.yaml", "title: Wexcombe", "title: All of Wexcombe")
        self.assert_follows()
        self.write("site/people.yaml", "- name: Priya Nandakumar\n  hide: [page]\n")
        self.assert_follows()
        self.change("site/ids.yaml", "panels:\n", f"panels:\n  a-former-panel: {PANEL}\n")
        self.assert_follows()

    def test_the_day(self):
        self.assert_follows("--date", "2027-01-01")

    def test_layouts_and_what_they_are_made_with(self):
        self.write("site/layouts/home.md", "# ${require \"two\"}\n\n${one()}\n")
        self.write("site/components/one.md", "one\n")
        self.write("site/lua/two.lua", "return 'two'")
        self.write("site/feeds/notes.txt", "notes\n")
        self.assert_follows()
        for path in ("components/one.md", "lua/two.lua", "feeds/notes.txt"):
            with self.subTest(path):
                self.change("site/" + path, "o", "oo")
                self.assert_follows()
        self.change("site/themes/ours/shell.html", "<body", "<body id=\"ours\"")
        self.assert_follows()
        os.remove(self.path("site/layouts/home.md"))
        self.assert_follows()

    def test_assets_and_settings_of_a_theme(self):
        self.write("site/assets/ours.css", "one")
        self.assert_follows()
        self.write("site/assets/ours.css", "two")
        self.assert_follows()
        self.write("site/layouts/home.md", "# ${settings.greeting}\n")
        self.write("site/themes/ours/theme.yaml", "name: Ours\nsettings:\n  greeting:\n    type: string\n    default: Hello\n    help: It greets.\n")
        self.assert_follows()
        self.change("site/themes/ours/theme.yaml", "Hello", "Good day")
        self.assert_follows()

    def test_the_order_of_style_sheets(self):
        for path in ("themes/ours/assets/styles/a.css", "assets/styles/b.css"):
            self.write("site/" + path, "body {}\n")
        self.assert_follows()
        for path in ("themes/ours/assets/styles/b.css", "assets/styles/a.css"):
            self.write("site/" + path, "body {}\n")
        for path in ("themes/ours/assets/styles/a.css", "assets/styles/b.css"):
            os.remove(self.path("site/" + path))
        self.assert_follows()

    def test_layouts_that_are_trusted_are_always_asked(self):
        self.change("site/site.yaml", "theme: ours\n", "theme: ours\ntrust: full\n")
        self.write("site/layouts/home.lua", f"emit(io.open('{self.path('word')}'):read('a'))")
        for word in ("one", "two"):
            self.write("word", f"the word is {word}")
            self.kept()
            self.assertIn(f"the word is {word}".encode(), self.tree()["index.html"])

    def test_another_program_makes_all_again(self):
        for folder in ("bin", "lib"):
            shutil.copytree(os.path.join(PREFIX, folder), self.path("prefix/" + folder), symlinks=True)
        os.symlink(os.path.join(PREFIX, "share"), self.path("prefix/share"))
        library = os.path.realpath(self.path("prefix/lib/libminutebook.so.0"))
        with open(library, "rb") as file:
            code = file.read()
        self.assertEqual(code.count(NOTE), 1)
        before = len(self.ledgers())
        for digest, more in ((None, 0), (bytes(20), 1)):
            if digest:
                at = code.index(NOTE) + len(NOTE)
                with open(library, "wb") as file:
                    file.write(code[:at] + digest + code[at + len(digest):])
            command = (self.path("prefix/bin/minutebook"), "build", "site", "--to", "public", "--date", "2025-10-01", "--cache", "caches")
            subprocess.run(command, cwd=self.folder, capture_output=True, check=True,
                           env=os.environ | {"LD_LIBRARY_PATH": self.path("prefix/lib")})
            self.assertEqual(len(self.ledgers()), before + more)


if __name__ == "__main__":
    unittest.main()

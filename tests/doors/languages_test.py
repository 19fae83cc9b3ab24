"""languages_test.py: pages made by programs in the languages that have a door, through what each installs."""

import os
import shutil
import sys
import unittest

from door import HERE, main
from host import HostTest, main_of


class Language(HostTest):
    name = "c"  # the copy of the example site that has no files of a host's
    command = None

    def pages(self, form):
        """Twelve pages in a format, by the paths of their files."""
        paths = self.chosen_pages()
        routes = ["/" + path.removesuffix("index.html") for path in paths]
        *made, rest = self.said(*self.command, self.site, form, *routes).decode().split("\0")
        self.assertEqual((len(made), rest), (len(paths), ""))
        return dict(zip(paths, made))

    def test_twelve_kinds_of_pages_are_those_of_the_command(self):
        expected = self.expected()
        for path, page in self.pages("html").items():
            with self.subTest(page=path):
                self.assertEqual(page, self.read(expected, path))

    def test_twelve_kinds_of_content_fit_layouts_of_its_own(self):
        expected = self.expected()
        for path, content in self.pages("content").items():
            with self.subTest(page=path):
                self.assertIn(content.strip(), self.read(expected, path))
                self.assertEqual(main_of(f"<main>{content}</main>"), main_of(self.read(expected, path)))


class Python(Language):
    command = (sys.executable, os.path.join(HERE, "pages.py"))


class Lua(Language):
    command = ("lua5.4", os.path.join(HERE, "pages.lua"))


class Php(Language):
    command = ("php", "-d", "ffi.enable=true", os.path.join(HERE, "pages.php"))


@unittest.skipUnless(shutil.which("ruby"), "there is no Ruby")
class Ruby(Language):
    command = ("ruby", "-I", os.path.join(HERE, "../../module/doors/ruby/lib"), os.path.join(HERE, "pages.rb"))


@unittest.skipUnless(os.environ.get("PACKAGE") and shutil.which("node"), "there is no package for Node")
class Node(Language):
    command = ("node", os.path.join(HERE, "pages.js"))


del Language

if __name__ == "__main__":
    main()

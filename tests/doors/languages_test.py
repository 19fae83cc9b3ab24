"""languages_test.py: pages made by programs in the languages that have a door, through what each installs; and what they do
where something is wrong: an error of the language's own with our words, and never a crash."""

import os
import re
import shutil
import subprocess
import sys
import unittest

from door import HERE, main
from host import HostTest, main_of, run


class Language(HostTest):
    name = "c"  # the copy of the example site that has no files of a host's
    command = None
    names_its_library = True  # in the environment
    of_odd_bytes = "no page"

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


    def refused(self, words, *arguments, **more):
        """The program ends by itself, with an error that has the words."""
        done = run(*self.command, *arguments, **more)
        said = (done.stdout + done.stderr).decode(errors="replace")
        self.assertIn(done.returncode, (1, 255), said)  # 255 is PHP's; a signal is negative
        self.assertIn(words, said)

    def test_a_wrong_folder_and_a_wrong_route(self):
        self.refused("/nowhere", "/nowhere", "html", "/")
        self.refused("/people/", self.site, "html", "/peple/")
        self.refused(self.of_odd_bytes, self.site, "html", b"/\xff\xfe/")

    def test_a_broken_layout_and_a_broken_site_have_their_lines(self):
        self.break_the_home_page()
        self.refused("layouts/home.md:3", self.site, "html", "/")
        self.write("site.yaml", "title: T\ntilte: U\n")
        self.refused("site.yaml:2", self.site, "html", "/")

    def test_a_broken_pack_is_read_as_far_as_it_goes(self):
        path = self.add_a_pack()
        with open(os.path.join(self.site, "packs/2026-05-05.txt"), "ab") as pack:
            pack.write(b"\xff\xfe\0\0- 3. \xc3(\n\n" + bytes(range(256)) * 20)
        *_, page, rest = self.said(*self.command, self.site, "html", "/" + path.removesuffix("index.html")).decode().split("\0")
        self.assertIn("Blasting", page)
        self.assertEqual(rest, "")

    def test_a_library_of_another_version_and_a_missing_one(self):
        if not self.names_its_library:
            self.skipTest("the system's loader finds the library, by a name that has the version")
        names = re.findall(r" T (mb_\w+)", run("nm", "-D", "--defined-only", os.environ["LIBRARY"]).stdout.decode())
        older = os.path.join(os.path.dirname(self.site), "older.so")
        code = "".join(f"int {name}(void) {{ return 7; }}\n" for name in names)
        subprocess.run(["gcc", "-shared", "-fPIC", "-x", "c", "-", "-o", older], input=code.encode(), check=True)
        for library in (older, "/nowhere/libminutebook.so"):
            self.refused(library, self.site, "html", "/", MINUTEBOOK_LIBRARY=library)


class Python(Language):
    command = (sys.executable, os.path.join(HERE, "pages.py"))


class Lua(Language):
    command = ("lua5.4", os.path.join(HERE, "pages.lua"))
    names_its_library = False


class Php(Language):
    command = ("php", "-d", "ffi.enable=true", os.path.join(HERE, "pages.php"))


@unittest.skipUnless(shutil.which("ruby"), "there is no Ruby")
class Ruby(Language):
    command = ("ruby", "-I", os.path.join(HERE, "../../module/doors/ruby/lib"), os.path.join(HERE, "pages.rb"))
    of_odd_bytes = "isn't UTF-8"


@unittest.skipUnless(os.environ.get("PACKAGE") and shutil.which("node"), "there is no package for Node")
class Node(Language):
    command = ("node", os.path.join(HERE, "pages.js"))


del Language

if __name__ == "__main__":
    main()

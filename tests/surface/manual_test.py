"""manual_test.py BUILD HEADER: the manual has every function, type, field and value of the header, described, and nothing else;
its man pages please man and mandoc; its first example is a program; that of the command has every command and option."""

import gzip
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, HEADER = pathlib.Path(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1))
MAN = BUILD / "share/man"
NAME = r"\b(?:mb_[a-z_]+|MB_[A-Z_]+)\b"
# For the compiler alone.
UNSAID = {"MB_PUBLIC"}


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **more)


def man_page(path):
    packed = path.with_name(path.name + ".gz")
    return gzip.decompress(packed.read_bytes()).decode() if packed.exists() else path.read_text(encoding="utf-8")


class Declared:
    """What the header declares, read without its comments: names, and the members of its types."""

    def __init__(self, text):
        code = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
        self.names = set(re.findall(NAME, code)) - UNSAID
        self.functions = set(re.findall(r"^MB_PUBLIC .*?(mb_[a-z_]+)\(", code, flags=re.M))
        self.members = []
        for kind, body in re.findall(r"^(enum|typedef struct \w+) \{\n(.*?)\n\}", code, flags=re.S | re.M):
            ends = "," if kind == "enum" else ";"
            self.members += [" ".join(member.split()) for member in body.split(ends) if member.strip()]


class Interface(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.declared = Declared(HEADER.read_text(encoding="utf-8"))
        cls.page = (BUILD / "share/doc/libminutebook-dev/minutebook.html").read_text(encoding="utf-8")
        cls.man = man_page(MAN / "man3/minutebook.3")

    def test_every_name_of_the_header_is_there_and_no_other(self):
        self.assertGreater(len(self.declared.functions), 40)
        for page in (self.page, self.man):
            self.assertEqual(set(re.findall(NAME, page)), self.declared.names)

    def test_every_function_of_the_library_has_its_place_and_its_man_page(self):
        exported = set(re.findall(r" (mb_\w+)$", run("nm", "-D", "--defined-only", os.environ["LIBRARY"]).stdout, flags=re.M))
        self.assertEqual(exported, self.declared.functions)
        headings = set(re.findall(NAME, " ".join(re.findall(r"<h3>.*</h3>", self.page))))
        self.assertLessEqual(exported, headings)
        for name in exported:
            self.assertEqual(man_page(MAN / f"man3/{name}.3"), self.man)

    def test_every_field_and_value_is_described(self):
        described = re.findall(r"<dt><code[^>]*>(.*?)</code></dt>\n<dd>(.+)</dd>", self.page)
        self.assertEqual([html.unescape(code) for code, _ in described], self.declared.members)
        items = re.findall(r"^\.TP\n\.B (.*)\n.+", self.man, flags=re.M)
        self.assertEqual([item.replace("\\-", "-") for item in items], self.declared.members)

    def test_links_lead_to_places(self):
        places = set(re.findall(r' id="([^"]+)"', self.page))
        self.assertEqual(set(re.findall(r' href="#([^"]+)"', self.page)) - places, set())

    @unittest.skipIf(os.environ.get("SANITIZED"), "a program built without a sanitizer can't load this library")
    def test_the_first_example_is_a_program(self):
        example = html.unescape(re.search(r"<pre><code>(.*?)</code></pre>", self.page, flags=re.S)[1])
        with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
            program = pathlib.Path(work) / "home"
            program.with_suffix(".c").write_text(example, encoding="utf-8")
            built = run("gcc", "-Wall", "-Wextra", "-Werror", f"-I{HEADER.parent}", f"{program}.c", "-o", program,
                        os.environ["LIBRARY"], f"-Wl,-rpath,{BUILD}/lib")
            self.assertEqual(built.stderr, "")
            os.symlink(os.environ["EXAMPLE_SITE"], os.path.join(work, "ponds"))
            done = run(program, cwd=work)
        page = run(os.environ["MINUTEBOOK"], "render", os.environ["EXAMPLE_SITE"], "/").stdout
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, page + "\n", ""))


class ManPages(unittest.TestCase):
    def pages(self):
        for page in ("man1/minutebook.1", "man3/minutebook.3"):
            with tempfile.NamedTemporaryFile("w", suffix=page[-2:], encoding="utf-8") as file:
                file.write(man_page(MAN / page))
                file.flush()
                yield file.name

    @unittest.skipUnless(shutil.which("man"), "there is no man")
    def test_man_warns_of_nothing(self):
        for page in self.pages():
            done = run("man", "--warnings", "-E", "UTF-8", "-l", page, env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("SEE ALSO", done.stdout)

    @unittest.skipUnless(shutil.which("mandoc"), "there is no mandoc")
    def test_mandoc_finds_nothing(self):
        for page in self.pages():
            self.assertEqual(run("mandoc", "-Tlint", "-Wwarning", page).stdout, "")

    def test_the_command_has_every_command_and_option(self):
        page = man_page(MAN / "man1/minutebook.1").replace("\\-", "-")
        listed = re.findall(r"^  (\w+)  +(.*)$", run(os.environ["MINUTEBOOK"], "--help").stdout, flags=re.M)
        self.assertGreater(len(listed), 5)
        for command, summary in listed:
            self.assertIn(f'.SS "{command}: {summary}"', page)
            of_command = page.partition(f'.SS "{command}: ')[2].partition(".S")[0]
            for option in re.findall(r"^  (--\S+)", run(os.environ["MINUTEBOOK"], command, "--help").stdout, flags=re.M):
                self.assertIn(f"\n.B {option}", of_command)


unittest.main()

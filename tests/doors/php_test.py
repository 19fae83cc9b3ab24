"""php_test.py: the pages of a site inside PHP, served by its own server."""

import os
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request

from door import HERE, main
from host import ENVIRONMENT, HostTest, free_port, main_of, run

CLASS = os.path.join(HERE, "../../module/doors/php/Minutebook.php")


class Php(HostTest):
    name = "php"

    def setUp(self):
        super().setUp()
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/"
        # The page finds the class from where the example site stands in the project.
        page = os.path.join(os.path.dirname(CLASS), "../../../example-site/hosts/php")
        serving = subprocess.Popen(["php", "-d", "ffi.enable=true", "-S", f"127.0.0.1:{port}", "-t", page], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=ENVIRONMENT | {"COUNCIL_SITE": self.site})
        self.addCleanup(serving.wait)
        self.addCleanup(serving.terminate)
        self.wait_for(self.address, "Next meeting", seconds=20)

    def ask(self, **query):
        with urllib.request.urlopen(self.address + "?" + urllib.parse.urlencode(query), timeout=30) as answer:
            return answer.read().decode()

    def test_twelve_kinds_of_pages_are_those_of_the_command(self):
        expected = self.expected()
        for path in self.chosen_pages():
            with self.subTest(page=path):
                route = "/" + path.removesuffix("index.html")
                self.assertEqual(main_of(self.ask(page=route)), main_of(self.read(expected, path)))

    def test_the_next_meeting_of_a_panel(self):
        self.add_a_pack()
        self.assertIn("Tuesday 5 May 2026", self.ask(panel="quarry-liaison-panel"))

    def test_an_edited_layout_and_a_new_pack_are_shown(self):
        self.edit_the_home_page("Our new home page")
        path = self.add_a_pack()
        self.assertIn("Our new home page", self.ask(page="/"))
        self.assertIn("Blasting", self.ask(page="/" + path.removesuffix("index.html")))

    def refused(self, **query):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.ask(**query)
        return caught.exception.read().decode()

    def test_a_broken_layout_is_the_pages_message(self):
        self.break_the_home_page()
        self.assertIn("layouts/home.md:3", self.refused(page="/"))

    def test_a_wrong_route_and_a_nul(self):
        self.assertIn("/people/", self.refused(page="/peple/"))
        self.assertIn("NUL", self.refused(page="/\0"))

    def test_the_program_of_the_readme_lists_pages(self):
        with open(os.path.join(os.path.dirname(CLASS), "README.md"), encoding="utf-8") as readme:
            program = re.search(r"```php\n(.*?)```", readme.read(), re.DOTALL)[1]
        program = program.replace("'Minutebook.php'", f"'{CLASS}'").replace("'council'", "$argv[1]")
        done = run("php", "-d", "ffi.enable=true", "-r", program, "--", self.site)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stdout)
        self.assertRegex(done.stdout.decode(), r"^home /\n(.*\n)*meeting /meetings/2025-11-04-")

    def failure_of(self, uses, **more):
        """What a program says of the Failure that its last line has to throw."""
        program = f"require '{CLASS}'; try {{ {uses} }} catch (Minutebook\\Failure $f) {{ echo $f->getMessage(); }}"
        done = run("php", "-d", "ffi.enable=true", "-r", program, "--", self.site, **more)
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stdout)
        return done.stdout.decode(errors="replace")

    def test_the_index_leads_to_the_files(self):
        folder = os.path.join(HERE, "../../example-site")
        program = (f"require '{CLASS}'; $site = new Minutebook\\Site('{folder}'); $brief = $site->data()['meetings'][1];"
                   "$whole = $site->data($brief['file']); echo $whole['id'] === $brief['id'], count($whole['agenda']) > 5;"
                   "try { $site->data('data/none.json'); } catch (Minutebook\\Failure $f) { echo $f->getMessage(); }")
        done = run("php", "-d", "ffi.enable=true", "-r", program)
        self.assertEqual(done.stdout.decode(), "11the site publishes no file 'data/none.json'", done.stderr)

    def test_a_missing_library(self):
        self.assertIn("/nowhere.so can't be used", self.failure_of(r"new Minutebook\Site('x');", MINUTEBOOK_LIBRARY="/nowhere.so"))

    def test_a_closed_site(self):
        for use in ("$site->html('/')", "$site->content('/')", "$site->data()", "$site->pages()"):
            said = self.failure_of(rf"$site = new Minutebook\Site($argv[1]); $site->close(); $site->close(); {use};")
            self.assertEqual(said, "the site is closed")
        bare = r"(new ReflectionClass('Minutebook\Site'))->newInstanceWithoutConstructor()->pages();"
        self.assertEqual(self.failure_of(bare), "the site is closed")

    def test_two_never_give_back_the_same_site(self):
        done = run("php", "-d", "ffi.enable=true", "-r", f"require '{CLASS}'; clone new Minutebook\\Site($argv[1]);", "--", self.site)
        self.assertEqual(done.returncode, 255)
        self.assertIn(b"Call to private Minutebook\\Site::__clone()", done.stdout + done.stderr)

    def test_nul_and_bytes_that_are_no_utf8(self):
        for folder in ('"a\\0b"', '$argv[1], "2025-11-04\\0"'):
            self.assertIn("a NUL stands in", self.failure_of(rf"new Minutebook\Site({folder});"))
        open_site = r"$site = new Minutebook\Site($argv[1]);"
        self.assertIn("a NUL stands in", self.failure_of(open_site + '$site->html("/\\0");'))
        self.assertIn("has no page", self.failure_of(open_site + '$site->html("/\\xff\\xfe");'))
        self.assertIn("/nowhere/caf\ufffd: ", self.failure_of(r'new Minutebook\Site("/nowhere/caf\xe9");'))


if __name__ == "__main__":
    main()

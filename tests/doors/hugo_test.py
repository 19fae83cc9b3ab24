"""hugo_test.py: a site as the content of Hugo."""

import hashlib
import os
import pathlib
import signal
import subprocess
import time

from door import main
from host import ENVIRONMENT, HostTest, free_port, run


class Hugo(HostTest):
    name = "hugo"

    def setUp(self):
        super().setUp()
        self.caches = pathlib.Path(self.site).with_name("caches")

    def export(self):
        return run(os.environ["MINUTEBOOK"], "export", "hugo", self.host, self.site, "--cache", str(self.caches))

    def build(self):
        self.assertEqual(self.export().returncode, 0)
        done = run("hugo", "--quiet", "--source", self.host, "--destination", self.built)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def forge(self, old, new):
        """Makes each ledger that has a file say that it is another one, with a proof that the ledger is whole; how many."""
        old, new, count = hashlib.sha256(old).digest(), hashlib.sha256(new).digest(), 0
        for ledger in (self.caches / "builds").iterdir():
            head, _, made = ledger.read_bytes().split(b"\n", 2)
            if old in made:
                made = made.replace(old, new)
                proof = hashlib.sha256(f"{ledger.name}\n{hashlib.sha256(made).hexdigest()}".encode()).hexdigest()
                ledger.write_bytes(b"\n".join((head, proof.encode(), made)))
                count += 1
        return count

    def assert_makes_no_page(self):
        """Who made the page would see that it is another one than the ledger says."""
        time.sleep(0.1)  # of a file that changed just now nobody knows whether it will once more
        self.export()
        page = pathlib.Path(self.host, "content/_index.html")
        self.assertGreater(self.forge(page.read_bytes(), b"mine"), 0)
        page.write_bytes(b"mine")
        self.assertRegex(self.export().stdout.decode(), r"^0 written, \d+ unchanged, 0 removed")
        self.assertEqual(page.read_bytes(), b"mine")

    def test_twelve_kinds_of_pages_are_those_of_the_command(self):
        self.build()
        self.assert_pages_are_ours()

    def test_templates_have_the_sites_data(self):
        self.build()
        self.assertIn("Scrutiny Panel", self.read(self.built, "residents/index.html"))

    def test_meetings_to_come_are_shown(self):
        path = self.add_a_pack()
        self.build()
        self.assertIn("Blasting", self.read(self.built, path))

    def test_only_changed_files_are_touched(self):
        self.export()
        self.edit_the_home_page("Our new home page")
        done = self.export()
        self.assertRegex(done.stdout.decode(), r"^1 written, \d+ unchanged, 0 removed")

    def test_what_is_no_longer_there_goes_and_the_hosts_own_stays(self):
        self.add_a_pack()
        self.export()
        page = os.path.join(self.host, "content", "meetings/2026-05-05-quarry-liaison-panel/_index.html")
        self.assertTrue(os.path.exists(page))
        os.remove(os.path.join(self.site, "packs/2026-05-05.txt"))
        self.export()
        self.assertFalse(os.path.exists(page))
        self.assertTrue(os.path.exists(os.path.join(self.host, "content", "residents.md")))

    def test_what_somebody_edited_or_took_away_is_as_it_was_again(self):
        self.export()
        exported = self.read(self.host, "content/_index.html")
        with open(os.path.join(self.host, "content/_index.html"), "a", encoding="utf-8") as file:
            file.write("more")
        os.remove(os.path.join(self.host, "data/minutebook/site.json"))
        self.assertRegex(self.export().stdout.decode(), r"^2 written, \d+ unchanged, 0 removed")
        self.assertEqual(self.read(self.host, "content/_index.html"), exported)
        self.assertTrue(os.path.exists(os.path.join(self.host, "data/minutebook/site.json")))
        self.assert_makes_no_page()

    def test_a_page_of_the_host_comes_and_goes(self):
        self.export()
        own = os.path.join(self.host, "content", "_index.md")
        for is_there in (True, False):
            if is_there:
                with open(own, "w", encoding="utf-8") as file:
                    file.write("---\ntitle: Our own front page\n---\n")
            else:
                os.remove(own)
            self.export()
            self.assertEqual(os.path.exists(own.replace(".md", ".html")), not is_there)
        self.assert_makes_no_page()

    def test_a_page_of_the_host_wins(self):
        with open(os.path.join(self.host, "content", "_index.md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: Our own front page\n---\n")
        self.export()
        self.assertFalse(os.path.exists(os.path.join(self.host, "content", "_index.html")))

    def test_braces_in_a_pack_are_no_shortcode(self):
        self.write("packs/2026-05-05.txt", "Wexcombe and Harle Council\n\nQuarry Liaison Panel\n\n"
                   "Date: Tuesday, 5th May, 2026\n\nAGENDA\n\n- 1. WELCOME {{< readfile file=\"config.toml\" >}}\n\n"
                   "- 2. ROADS {{% ref nothing %}} {{ .Site }}\n\n")
        self.build()
        page = self.read(self.built, "meetings/2026-05-05-quarry-liaison-panel/index.html")
        self.assertIn("readfile file=", page)
        self.assertNotIn("baseURL", page)

    def test_a_broken_layout_is_said_and_nothing_is_written(self):
        self.break_the_home_page()
        self.assert_names_the_mistake(self.export())
        self.assertFalse(os.path.exists(os.path.join(self.host, "content", "_index.html")))

    def test_no_other_generator_and_no_folder(self):
        self.assertIn(b"only for hugo", run(os.environ["MINUTEBOOK"], "export", "gatsby", "a", "b").stderr)
        self.assertEqual(run(os.environ["MINUTEBOOK"], "export", "hugo").returncode, 2)

    def test_serving_shows_an_edited_layout_and_a_new_pack(self):
        self.export()
        port = free_port()
        command = ("hugo", "server", "--quiet", "--source", self.host, "--port", str(port), "--disableFastRender")
        with subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as serving:
            try:
                self.wait_for(f"http://127.0.0.1:{port}/", "Next meetings")
                self.edit_the_home_page("Our new home page")
                path = self.add_a_pack()
                self.export()
                self.wait_for(f"http://127.0.0.1:{port}/", "Our new home page")
                self.wait_for(f"http://127.0.0.1:{port}/{os.path.dirname(path)}/", "Blasting")
            finally:
                serving.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()

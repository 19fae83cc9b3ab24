"""pelican_test.py: the pages of a site inside Pelican."""

import os
import signal
import subprocess

from door import main
from host import ENVIRONMENT, HostTest, free_port


# It folds its messages to the width of a terminal.
WIDE = {"COLUMNS": "500"}


class Pelican(HostTest):
    name = "pelican"

    def build(self):
        return subprocess.run(["pelican", "-q", "-s", "pelicanconf.py", "-o", self.built], cwd=self.host, env=ENVIRONMENT | WIDE,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)

    def test_twelve_kinds_of_pages_are_those_of_the_command(self):
        done = self.build()
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assert_pages_are_ours()

    def test_the_menu_has_the_hosts_pages_and_the_panels(self):
        self.build()
        page = self.read(self.built, "pages/about-us.html")
        self.assertIn("Scrutiny Panel", page)

    def test_building_again_shows_an_edited_layout_and_a_new_pack(self):
        self.build()
        self.edit_the_home_page("Our new home page")
        path = self.add_a_pack()
        self.build()
        self.assertIn("Our new home page", self.read(self.built, "index.html"))
        self.assertIn("Blasting", self.read(self.built, path))

    def test_reloading_shows_an_edited_layout_and_a_new_pack(self):
        port = free_port()
        command = ("pelican", "--autoreload", "--listen", "-q", "-p", str(port), "-s", "pelicanconf.py", "-o", self.built)
        with subprocess.Popen(command, cwd=self.host, env=ENVIRONMENT | WIDE, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as reloading:
            try:
                self.wait_for(f"http://127.0.0.1:{port}/", "Next meetings")
                self.break_the_home_page()
                self.edit_the_home_page("Our new home page")
                self.wait_for(f"http://127.0.0.1:{port}/", "Our new home page")
                path = self.add_a_pack()
                self.wait_for(f"http://127.0.0.1:{port}/{path}", "Blasting")
            finally:
                os.killpg(reloading.pid, signal.SIGTERM)  # it serves in another process

    def test_a_broken_layout_is_the_hosts_error(self):
        self.break_the_home_page()
        self.assert_names_the_mistake(self.build())


if __name__ == "__main__":
    main()

"""mkdocs_test.py: the pages of a site inside MkDocs."""

import os
import signal
import subprocess
import time

from door import main
from host import ENVIRONMENT, HostTest, free_port, run


class MkDocs(HostTest):
    name = "mkdocs"

    def command(self, *arguments):
        return ("mkdocs", *arguments, "-f", os.path.join(self.host, "mkdocs.yml"))

    def build(self):
        return run(*self.command("build", "-q", "-d", self.built))

    def test_twelve_kinds_of_pages_are_those_of_the_command(self):
        done = self.build()
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        self.assert_pages_are_ours()

    def test_the_menu_has_the_projects_pages_and_the_panels(self):
        self.build()
        page = self.read(self.built, "residents/index.html")
        self.assertIn("Scrutiny Panel", page)
        self.assertIn("About us", page)

    def test_the_feeds_come_along(self):
        self.build()
        self.assertIn("BEGIN:VCALENDAR", self.read(self.built, "calendar.ics"))

    def test_a_page_of_the_project_wins(self):
        with open(os.path.join(self.host, "docs", "index.md"), "w", encoding="utf-8") as file:
            file.write("# Our own front page\n")
        self.build()
        self.assertIn("Our own front page", self.read(self.built, "index.html"))

    def test_a_broken_layout_is_the_hosts_error(self):
        self.break_the_home_page()
        self.assert_names_the_mistake(self.build())

    def test_serving_shows_an_edited_layout_and_a_new_pack_and_a_mistake_heals(self):
        address, site_file = f"127.0.0.1:{free_port()}", self.read(self.site, "site.yaml")
        with subprocess.Popen(self.command("serve", "-q", "-a", address), env=ENVIRONMENT,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as serving:
            try:
                self.wait_for(f"http://{address}/", "Next meetings")
                self.break_the_home_page()
                self.wait_for(f"http://{address}/", "layouts/home.md:3")
                self.write("site.yaml", "titel: T\n")
                time.sleep(1)
                self.write("site.yaml", site_file)
                self.edit_the_home_page("Our new home page")
                self.wait_for(f"http://{address}/", "Our new home page")
                path = self.add_a_pack()
                self.wait_for(f"http://{address}/{os.path.dirname(path)}/", "Blasting")
            finally:
                serving.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()

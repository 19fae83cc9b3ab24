"""changes_test.py: a file is saved, and the pages that are open hear of it."""

import os
import shutil
import signal
import subprocess
import time
import unittest

from harness import COMMAND
from preview_under_test import PreviewTest
from site_under_test import EXAMPLE, SiteTest

LAYOUT = "site/layouts/home.md"


class Edits(PreviewTest):
    def save_by_renaming(self, name, content):
        """As editors save."""
        self.write(name + "~new", content)
        os.rename(self.path(name + "~new"), self.path(name))

    def test_a_layout(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        stream = self.follow()
        self.write(LAYOUT, "# Second\n")
        number, data = stream.next()
        self.assertEqual(data, "")
        self.assertIn("Second</h1>", self.page_now())
        self.assertEqual(self.edition(), number)

    def test_a_layout_saved_by_renaming(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        stream = self.follow()
        self.save_by_renaming(LAYOUT, "# Second\n")
        stream.next()
        self.assertIn("Second</h1>", self.page_now())

    def test_a_layout_in_a_folder_that_is_new(self):
        self.start()
        stream = self.follow()
        self.write(LAYOUT, "# Mine\n")
        while "Mine</h1>" not in self.page_now():
            stream.next()

    def test_a_style_sheet_alone_is_exchanged(self):
        self.write("site/assets/style.css", "body { color: red }\n")
        self.start()
        stream = self.follow()
        self.write("site/assets/style.css", "body { color: green }\n")
        self.assertEqual(stream.next()[1], "/assets/style.css")
        self.assertEqual(self.ask("/assets/style.css")[2], b"body { color: green }\n")

    def test_a_style_sheet_that_comes_or_goes_makes_the_pages_anew(self):
        self.write("site/assets/styles/mine.css", "body { color: red }\n")
        self.start()
        self.assertIn("/assets/styles/mine.css", self.page_now())
        stream = self.follow()
        os.remove(self.path("site/assets/styles/mine.css"))
        self.assertEqual(stream.next()[1], "")
        self.assertNotIn("/assets/styles/mine.css", self.page_now())
        self.write("site/assets/styles/mine.css", "body { color: green }\n")
        self.assertEqual(stream.next()[1], "")
        self.assertIn("/assets/styles/mine.css", self.page_now())

    def test_what_came_between_load_and_connection_is_not_lost(self):
        self.write(LAYOUT, "# First\n")
        self.write("site/assets/style.css", "body { color: red }\n")
        self.start()
        edition = self.edition()
        self.write("site/assets/style.css", "body { color: green }\n")
        self.wait_for("changed")
        self.assertEqual(self.follow(edition).next()[1], "*")
        self.write(LAYOUT, "# Second\n")
        self.wait_for("changed")
        self.assertEqual(self.follow(edition).next()[1], "")

    def test_a_touch_changes_nothing(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        edition = self.edition()
        for name in (LAYOUT, "site/site.yaml", "site/packs/2025-09-09.txt"):
            self.touch(name)
        self.write(LAYOUT, "# First\n")
        time.sleep(1)
        self.assertEqual(self.edition(), edition)

    def test_what_a_build_writes_is_no_change(self):
        self.write("site/public/.minutebook", "")
        self.start()
        edition = self.edition()
        self.publish(to="site/public")
        self.publish(to="site/_site")
        time.sleep(1)
        self.assertLessEqual(self.edition(), edition + 1)

    def test_a_new_pack(self):
        os.makedirs(self.path("site/packs"), exist_ok=True)
        os.remove(self.path("site/packs/2025-11-04.txt"))
        self.start()
        self.assertNotIn("10 March 2026", self.page_now())
        stream = self.follow()
        shutil.copy(os.path.join(EXAMPLE, "packs", "2025-11-04.txt"), self.path("site/packs"))
        stream.next()
        self.assertIn("10 March 2026", self.page_now())

    def test_a_pack_that_is_being_copied_is_read_when_it_is_complete(self):
        with open(self.path("site/packs/2025-11-04.txt"), "rb") as file:
            content = file.read()
        os.remove(self.path("site/packs/2025-11-04.txt"))
        self.start()
        stream = self.follow()
        with open(self.path("site/packs/2025-11-04.txt"), "wb") as file:
            for at in range(0, len(content), 4096):
                file.write(content[at:at + 4096])
                file.flush()
                time.sleep(0.005)
        stream.next()
        self.assertIn("10 March 2026", self.page_now())
        self.wait_for("changed")
        time.sleep(1)
        self.assertNotIn("changed", [event["event"] for event in self.told_so_far()])

    def test_files_that_come_by_the_thousand(self):
        self.start()
        stream = self.follow()
        for number in range(10000):
            self.write(f"site/assets/many/{number}.txt", str(number))
        seen = 0
        while self.ask("/assets/many/9999.txt")[0] != 200:
            stream.next()
            seen += 1
        # At the latest a second after the first file there is a look: one for each file would be 10,000.
        self.assertLessEqual(seen, 100)
        shutil.rmtree(self.path("site/assets/many"))
        while self.ask("/assets/many/9999.txt")[0] == 200:
            stream.next()


class PolledEdits(PreviewTest):
    options = ("--poll",)

    def test_a_layout(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        stream = self.follow()
        self.write(LAYOUT, "# Second\n")
        stream.next()
        self.assertIn("Second</h1>", self.page_now())


class Mistakes(PreviewTest):
    def trouble(self, path="/"):
        status, _, body = self.ask(path)
        self.assertEqual(status, 500, body)
        return body.decode()

    def test_a_broken_layout_and_its_repair(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        stream = self.follow()
        self.write(LAYOUT, "# First\n\n${site.titel}\n")
        stream.next()
        page = self.trouble()
        self.assertIn("site/layouts/home.md:3", page)
        self.assertIn('<span class="here">    3  ${site.titel}</span>', page)
        self.assertIn("did you mean", page)
        self.trouble()
        self.write(LAYOUT, "# Third\n")
        stream.next()
        self.assertIn("Third</h1>", self.page_now())
        self.wait_for("trouble")
        told = self.wait_for("healed", never="trouble")
        self.assertEqual(told["route"], "/")

    def test_a_layout_that_is_no_lua(self):
        self.write(LAYOUT, "# First\n")
        self.start()
        stream = self.follow()
        self.write(LAYOUT, "% for = 1 do\n% end\n")
        stream.next()
        self.assertIn("site/layouts/home.md:1", self.trouble())
        self.assertEqual(self.wait_for("trouble")["line"], 1)
        self.write(LAYOUT, "# Second\n")
        stream.next()
        self.assertIn("Second</h1>", self.page_now())
        self.wait_for("healed")

    def test_several_mistakes_are_shown_at_once(self):
        self.write(LAYOUT, "% for = 1 do\n")
        self.write("site/layouts/meeting.md", "# Fine\n\n% if then\n% end\n")
        self.start()
        page = self.trouble()
        self.assertIn("site/layouts/home.md:1", page)
        self.assertIn("site/layouts/meeting.md:3", page)

    def test_a_site_that_is_broken_from_the_start(self):
        self.change("site/site.yaml", "theme: plain", "theme: plaine")
        self.start()
        self.assertIn("did you mean &#039;plain&#039;?", self.trouble())
        stream = self.follow(edition=1)
        self.change("site/site.yaml", "theme: plaine", "theme: plain")
        stream.next()
        self.page_now()

    def test_a_folder_without_a_site(self):
        shutil.rmtree(self.path("site"))
        os.makedirs(self.path("site"))
        self.start()
        self.assertIn("there is no site.yaml in it", self.trouble())

    def test_a_site_without_packs(self):
        shutil.rmtree(self.path("site/packs"))
        os.makedirs(self.path("site/packs"))
        self.start()
        self.assertIn("&#039;packs&#039; matches no file", self.trouble())
        stream = self.follow(edition=1)
        shutil.copy(os.path.join(EXAMPLE, "packs", "2025-11-04.txt"), self.path("site/packs"))
        stream.next()
        self.page_now()

    def test_a_folder_that_vanishes_and_comes_back(self):
        self.start()
        stream = self.follow()
        os.rename(self.path("site"), self.path("away"))
        stream.next()
        self.trouble()
        os.rename(self.path("away"), self.path("site"))
        while self.ask("/")[0] != 200:
            stream.next()

    def test_what_a_paper_says_is_text_in_the_page(self):
        self.write(LAYOUT, '% error("<script>alert(1)</script>")\n')
        self.start()
        page = self.trouble()
        self.assertNotIn("<script>alert", page)
        self.assertIn("&lt;script&gt;alert(1)", page)

    def test_findings_come_and_go(self):
        self.start()
        self.told_so_far()
        self.change("site/packs/2025-11-04.txt", "Tuesday", "Monday")
        self.assertIn("Monday", self.wait_for("finding")["message"])
        self.change("site/packs/2025-11-04.txt", "Monday", "Tuesday")
        self.assertIn("Monday", self.wait_for("finding-gone")["message"])


class Terminal(SiteTest):
    def test_what_an_author_reads(self):
        self.write(LAYOUT, "# First\n")
        preview = subprocess.Popen([COMMAND, "serve", "site", "--port", "0", "--date", "2025-10-01"], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(preview.kill)

        def read_until(wanted):
            lines = iter(preview.stdout.readline, "")
            return next(line for line in lines if wanted in line)

        read_until("showing the site at http://127.0.0.1:")
        self.write(LAYOUT, "% if then\n")
        read_until("site/layouts/home.md:1: unexpected symbol")
        self.assertEqual(read_until("home.md"),
                         "site/layouts/home.md: the pages show the mistake until it is mended\n")
        self.write(LAYOUT, "# Second\n")
        read_until("mended")
        self.assertIn(": the site is new after", read_until("home.md"))
        preview.send_signal(signal.SIGINT)
        self.assertEqual(preview.communicate()[0], "ended\n")
        self.assertEqual(preview.returncode, 0)


if __name__ == "__main__":
    unittest.main()

"""build_test.py: what a build publishes, what it leaves alone, and what is the same every time."""

import fcntl
import json
import os
import re
import signal
import subprocess
import time
import unittest

from harness import COMMAND
from site_under_test import SiteTest


def text_of(page):
    return re.sub(r"<[^>]+>", "", page.decode())


class Pages(SiteTest):
    def test_a_meeting_shows_its_agenda_with_times_and_pages(self):
        self.publish()
        page = self.page("2025-11-04-communities-transport-and-learning-scrutiny-panel")
        items = [heading for heading in page.headings if re.match(r"\d+\. ", heading)]
        self.assertEqual([item.split(".")[0] for item in items], [str(n) for n in range(1, 13)])
        self.assertIn("pages", " ".join(page.by_class["when"]))
        self.assertRegex(" ".join(page.by_class["when"]), r"\d\d:\d\d")

    def test_minutes_show_their_decisions(self):
        self.publish()
        page = self.page("2025-06-17-communities-transport-and-learning-scrutiny-panel")
        self.assertIn("Present", page.headings)
        self.assertTrue(any("RESOLVED" in text or "confirmed" in text for text in page.by_class["decision"]))

    def test_home_lists_what_comes_before_what_was(self):
        self.publish()
        home = text_of(self.tree()["index.html"])
        self.assertLess(home.index("Coming meetings"), home.index("4 November 2025"))
        self.assertLess(home.index("4 November 2025"), home.index("Past meetings"))
        self.assertLess(home.index("Past meetings"), home.index("9 September 2025"))

    def test_every_link_within_the_site_leads_somewhere(self):
        self.publish()
        files = self.tree()
        for path, content in files.items():
            if not path.endswith(".html"):
                continue
            for link in re.findall(rb'(?:href|src)="([^"#:]+)"', content):
                target = os.path.normpath(os.path.join(os.path.dirname(path), link.decode()))
                self.assertIn(target if target in files else os.path.normpath(os.path.join(target, "index.html")), files)

    def test_a_layout_of_the_site_wins_over_the_theme(self):
        self.write("site/layouts/home.md", "# Mine\n")
        self.write("site/assets/style.css", "body {}\n")
        self.publish()
        self.assertIn(b"Mine</h1>", self.tree()["index.html"])
        self.assertEqual(self.tree()["assets/style.css"], b"body {}\n")
        which = self.run_command("render", "site", "/", "--which").out
        self.assertRegex(which, r"^layout site/layouts/home\.md\nover .*themes/plain/layouts/home\.lua\n")

    def test_a_theme_can_stand_on_another(self):
        self.write("site/themes/mine/theme.yaml", "name: Mine\nbase: plain\n")
        self.write("site/themes/mine/shell.html", "<title>Mine</title>${content}")
        self.change("site/site.yaml", "theme: plain", "theme: mine")
        self.publish()
        self.assertTrue(self.tree()["index.html"].startswith(b"<title>Mine</title>"))
        self.assertIn("assets/style.css", self.tree())

    def test_pages_link_to_the_style_sheets_of_the_base_then_of_the_theme_then_of_the_site(self):
        self.write("site/themes/mine/theme.yaml", "name: Mine\nbase: below\n")
        self.write("site/themes/below/theme.yaml", "name: Below\nbase: plain\n")
        for path in ("themes/below/assets/styles/a.css", "themes/below/assets/styles/both.css", "assets/styles/0 site.css",
                     "themes/mine/assets/styles/b/deep.css", "themes/mine/assets/styles/both.css", "assets/no.css"):
            self.write("site/" + path, f"/* {path} */\n")
        self.change("site/site.yaml", "theme: plain", "theme: mine")
        self.publish()
        sheets = re.findall(r'<link rel="stylesheet" href="./assets/([^"]*)">', self.tree()["index.html"].decode())
        self.assertEqual(sheets, ["style.css", "styles/a.css", "styles/b/deep.css", "styles/both.css", "styles/0%20site.css"])
        self.assertIn(b"themes/mine", self.tree()["assets/styles/both.css"])

    def test_one_page_can_be_rendered_alone(self):
        self.publish()
        outcome = self.run_command("render", "site", "/", "--date", "2025-10-01")
        self.assertEqual(outcome.out.encode(), self.tree()["index.html"])
        self.assertTrue(self.run_command("render", "site", "/", "--markdown").out.startswith("# "))


class Again(SiteTest):
    def test_a_second_build_changes_nothing(self):
        self.publish()
        before = {path: os.stat(self.path("public/" + path)).st_mtime_ns for path in self.tree()}
        self.assertIn("0 files written", self.publish())
        self.assertEqual({path: os.stat(self.path("public/" + path)).st_mtime_ns for path in self.tree()}, before)

    def test_what_a_build_no_longer_makes_is_removed_and_nothing_else(self):
        self.publish()
        self.write("public/notes.txt", "mine")
        self.write("public/panels/notes.txt", "mine")
        os.remove(self.path("site/packs/2025-11-04.txt"))
        self.publish()
        tree = self.tree()
        self.assertFalse([path for path in tree if "2026-03-10" in path])
        self.assertFalse([name for name in os.listdir(self.path("public/meetings")) if "2026-03-10" in name])
        self.assertEqual((tree["notes.txt"], tree["panels/notes.txt"]), (b"mine", b"mine"))

    def test_a_manifest_that_names_files_elsewhere_removes_none(self):
        self.write("outside.txt", "mine")
        self.publish()
        with open(self.path("public/.minutebook"), "a", encoding="utf-8") as manifest:
            manifest.write("../outside.txt\n" + self.path("outside.txt") + "\n")
        self.publish()
        self.assertTrue(os.path.exists(self.path("outside.txt")))

    def test_the_bytes_are_the_same_for_any_number_of_threads(self):
        self.publish("--jobs", "1", to="one")
        self.publish("--jobs", "8", to="eight")
        self.assertEqual(self.tree("one"), self.tree("eight"))

    def test_the_bytes_are_the_same_for_any_order_of_files(self):
        self.publish(to="forwards")
        names = sorted(os.listdir(self.path("site/packs")), reverse=True)
        self.change("site/site.yaml", "packs: packs/*.txt", f"packs: [{', '.join('packs/' + name for name in names)}]")
        self.publish(to="backwards")
        self.assertEqual(self.tree("forwards"), self.tree("backwards"))

    def test_nothing_is_left_beside_the_published_folder(self):
        self.publish()
        self.assertEqual(sorted(os.listdir(self.folder)), ["public", "site"])

    def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_mends_the_rest(self):
        self.write("site/packs/more.md", "")
        self.publish()
        for turn in range(8):
            self.write("site/layouts/home.md", f"# Turn {turn}\n")
            self.write("site/shell.html", f"<p>{turn}</p>${{content}}<!-- {turn} -->")
            building = subprocess.Popen([COMMAND, "build", "site", "--to", "public", "--date", "2025-10-01"],
                                        cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.003 * turn)
            building.send_signal(signal.SIGKILL)
            building.wait()
            for path, content in self.tree().items():
                if path.endswith(".html") and not content.rstrip().endswith(b"</html>"):
                    self.assertRegex(content.decode(), r"(?s)^<p>(\d)</p>.*<!-- \1 -->$")
        self.publish()
        self.assertIn(b"Turn 7", self.tree()["index.html"])
        self.assertEqual(sorted(os.listdir(self.folder)), ["public", "site"])

    def test_two_builds_do_not_meet(self):
        self.publish()
        os.mkdir(self.path(".public.minutebook"))
        held = os.open(self.path(".public.minutebook"), os.O_RDONLY)
        self.addCleanup(os.close, held)
        fcntl.flock(held, fcntl.LOCK_EX)
        self.assert_refused(self.build(), 1, self.path("public") + ": another build is publishing into it")


class Telling(SiteTest):
    def test_a_log_sees_lines(self):
        said = self.publish()
        self.assertRegex(said, rf"^\d+ pages in \d+\.\d\d s: {self.count_files()} files written, 0 unchanged, 0 removed\n"
                               r"published in public\n(the papers have .*\n)?$")

    def count_files(self):
        """The files of the site, without the list that a build keeps of them."""
        return len(self.tree()) - 1

    def test_a_program_sees_events(self):
        events = [json.loads(line) for line in self.publish("--json").splitlines()]
        pages, files = sum(path.endswith(".html") for path in self.tree()), self.count_files()
        self.assertEqual(events[-1], {"event": "built", "pages": pages, "written": files, "unchanged": 0, "removed": 0, "failed": 0})
        self.assertEqual(events[-2], {"event": "progress", "done": files, "total": files})

    def test_check_reads_the_packs_and_tries_the_pages(self):
        outcome = self.run_command("check", "site")
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertTrue(outcome.out.splitlines()[-1].startswith("2 packs: "))
        self.write("site/layouts/panel.lua", "emit(panel.nam)")
        outcome = self.run_command("check", "site")
        self.assertEqual(outcome.code, 1)
        self.assertIn("Panel has no field 'nam' (did you mean 'name'?)", outcome.err)


if __name__ == "__main__":
    unittest.main()

"""mistakes_test.py: one clear message for each mistake, and the published site stays as it was."""

import os
import shutil
import subprocess
import unittest

from harness import COMMAND, PACK
from site_under_test import SiteTest

MEETING = "/meetings/2025-06-17-communities-transport-and-learning-scrutiny-panel/"


class Mistakes(SiteTest):
    def setUp(self):
        super().setUp()
        self.publish()
        self.before = self.tree()

    def assert_mistake(self, message, *more, code=1):
        """A build is refused with this message and these other lines, and changes nothing."""
        outcome = self.build()
        self.assert_refused(outcome, code, message)
        for line in more:
            self.assertIn(line, outcome.err)
        self.assertEqual(self.tree(), self.before)
        self.assertFalse(os.path.exists(self.path(".public.minutebook")))

    def test_a_mistake_in_the_yaml(self):
        self.write("site/site.yaml", "title: x\npacks: [a\n")
        self.assert_mistake("site/site.yaml:2:8: ")

    def test_an_unknown_key(self):
        self.write("site/site.yaml", "title: x\nteme: plain\n")
        self.assert_mistake("site/site.yaml:2:1: ", "teme", "theme")

    def test_a_theme_that_is_missing(self):
        self.change("site/site.yaml", "theme: plain", "theme: plian")
        self.assert_mistake("site/site.yaml:4: there is no theme 'plian'", "did you mean 'plain'?")

    def test_themes_that_stand_on_each_other(self):
        self.write("site/themes/a/theme.yaml", "base: b\n")
        self.write("site/themes/b/theme.yaml", "base: a\n")
        self.change("site/site.yaml", "theme: plain", "theme: a")
        self.assert_mistake("site/themes/", "stand on one another")

    def test_a_theme_that_links_to_what_is_not_its_own(self):
        self.write("site/themes/a/theme.yaml", "base: plain\n")
        os.makedirs(self.path("site/themes/a/assets/pictures"))
        os.symlink(self.path("site/site.yaml"), self.path("site/themes/a/assets/pictures/site.txt"))
        self.change("site/site.yaml", "theme: plain", "theme: a")
        self.assert_mistake("site/themes/a/assets/pictures/site.txt: leads out of the theme")
        os.remove(self.path("site/themes/a/assets/pictures/site.txt"))
        os.symlink("/", self.path("site/themes/a/assets/all"))
        self.assert_mistake("site/themes/a/assets/all: leads out of the theme")

    def test_a_theme_that_stands_on_a_folder_elsewhere(self):
        self.write("site/themes/a/theme.yaml", "base: ../../packs\n")
        self.change("site/site.yaml", "theme: plain", "theme: a")
        self.assert_mistake("site/themes/a/theme.yaml:1: there is no theme '../../packs'")

    def test_a_pack_that_is_missing(self):
        self.write("site/site.yaml", "packs:\n  - packs/lost.txt\n")
        self.assert_mistake("site/site.yaml:2:5: there is no file 'site/packs/lost.txt'")

    def test_a_layout_with_a_mistake_in_its_syntax(self):
        self.write("site/layouts/meeting.md", "# x\n% for in\n")
        self.assert_mistake("site/layouts/meeting.md:2: ")

    def test_all_mistakes_of_a_build_are_told_each_once(self):
        self.write("site/layouts/home.md", "${site.titel}\n")
        self.write("site/layouts/meeting.md", "x\n${meeting.tiem}\n")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        told = [line for line in outcome.err.splitlines() if line.startswith("minutebook: ")]
        self.assertEqual(len(told), 2, outcome.err)
        self.assertIn("site/layouts/home.md:1: Site has no field 'titel'", told[0])
        self.assertIn("site/layouts/meeting.md:2: SiteMeeting has no field 'tiem'", told[1])
        self.assertEqual(self.tree(), self.before)

    def test_links_that_lead_nowhere_are_told_all_of_them(self):
        self.write("site/layouts/home.md", "# Top {#top}\n\n[a](/panls/) [b](#tpo) [c](#top) [d](assets/styl.css)\n"
                                           "[e](https://x.example/) [f](mailto:a@x.example) [g](?q)\n")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        self.assertEqual(outcome.err.count("minutebook: "), 3, outcome.err)
        for line in ("site/layouts/home.md:3: the link to '/panls/' leads nowhere: the site publishes no such file",
                     "the link to '#tpo' leads nowhere: nothing on that page has the id",
                     "the link to 'assets/styl.css' leads nowhere", "did you mean 'assets/style.css'?",
                     "while making /\n"):
            self.assertIn(line, outcome.err)
        self.assertEqual(self.tree(), self.before)

    def test_a_link_that_leads_nowhere_has_the_line_that_writes_it(self):
        self.write("site/components/way.lua", "local to = ...\n\nemit(element('a', { href = to }, 'x'))\n")
        self.write("site/layouts/home.md", "# Top\n\n${way '/a/'}\n\n${md'[b](' .. '/b/ c&d' .. md')'}\n\n"
                                           "% for _, m in ipairs(site.meetings) do\n[c](/c/)\n% end\n")
        self.write("site/layouts/meeting.lua", "emit(md'x\\n\\n',\n  md'[d](/c/)')\n")
        self.change_shell("<footer>", '<footer>\n<a href="/e/?x&amp;y">e</a>')
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        told = [line.split(": the link")[0] for line in outcome.err.splitlines() if line.startswith("minutebook: ")]
        shell = "minutebook: site/shell.html:25"
        self.assertEqual(sorted(told), ["minutebook: site/components/way.lua:3", "minutebook: site/layouts/home.md:5",
                                        "minutebook: site/layouts/home.md:8", "minutebook: site/layouts/meeting.lua:1", shell])

    def change_shell(self, old, new):
        with open(os.path.join(os.environ["EXAMPLE_SITE"], "../themes/plain/shell.html"), encoding="utf-8") as file:
            self.write("site/shell.html", file.read().replace(old, new))

    def test_navigation_to_a_page_that_is_missing_has_its_line(self):
        self.write("site/site.yaml", "title: x\ntheme: plain\nnavigation:\n  - {title: A, url: /panls/}\n"
                                     "  - {title: B, url: /}\nlinks:\n  - {title: C, url: https://x.example/}\n"
                                     "  - {title: D, url: /404.htm}\nlicence: {title: E, url: /licence/}\n")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        told = [line for line in outcome.err.splitlines() if line.startswith("minutebook: ")]
        self.assertEqual(len(told), 3, outcome.err)
        for said, line in zip(told, ("4:5: 'A' leads to /panls/", "8:5: 'D' leads to /404.htm", "9:10: 'E' leads to /licence/")):
            self.assertIn("site/site.yaml:" + line + ", and the site publishes no such page", said)

    def test_a_dialect_that_is_missing_has_its_line(self):
        self.write("site/site.yaml", "title: x\ntheme: plain\ndialect: ku\n")
        self.assert_mistake("site/site.yaml:3: there is no dialect 'ku'", "the dialects are: ", "uk")

    def test_all_mistakes_of_settings_are_told_where_they_are_asked_for(self):
        self.write("site/site.yaml", "title: x\ntheme: plain\nsettings: {a: 1, b: 2}\n")
        outcome = self.run_command("check", "site", "--settings")
        self.assertEqual((outcome.code, outcome.out), (1, ""))
        self.assertEqual(outcome.err.count("minutebook: site/site.yaml:3:"), 2, outcome.err)

    def test_all_mistakes_of_syntax_are_told(self):
        self.write("site/layouts/home.md", "% for = 1 do\n% end\n")
        self.write("site/layouts/meeting.md", "x\n% if then\n% end\n")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        self.assertIn("site/layouts/home.md:1: ", outcome.err)
        self.assertIn("site/layouts/meeting.md:2: ", outcome.err)

    def test_a_layout_that_reads_an_unknown_field(self):
        self.write("site/layouts/meeting.md", "x\n${meeting.minutes.items[1].titel}\n")
        self.assert_mistake("site/layouts/meeting.md:2: MinuteItem has no field 'titel' (did you mean 'title'?)",
                            f"\n  while making {MEETING} from site/packs/2025-09-09.txt:")

    def test_a_layout_that_inserts_nil(self):
        self.write("site/layouts/meeting.md", "x\n\n${meeting.webcast}\n")
        self.assert_mistake("site/layouts/meeting.md:3: meeting.webcast is nil here", f"\n  while making {MEETING}")

    def test_a_layout_that_loops_for_ever(self):
        self.write("site/layouts/home.md", "x\n% while true do\n% end\n")
        self.assert_mistake("site/layouts/home.md:", "a loop that never ends", "\n  while making /\n")

    def test_a_layout_that_eats_memory(self):
        self.write("site/layouts/home.lua", "local t = {}\nwhile true do t[#t + 1] = {} end\n")
        self.assert_mistake("site/layouts/home.lua:2: ", "MiB of memory", "\n  while making /\n")

    def test_a_shell_with_a_mistake(self):
        self.write("site/shell.html", "<p>\n${site.titel}\n")
        self.assert_mistake("site/shell.html:2: Site has no field 'titel' (did you mean 'title'?)", "while making /")

    def test_a_theme_without_a_shell(self):
        self.write("site/themes/bare/theme.yaml", "name: Bare\n")
        self.write("site/themes/bare/layouts/home.md", "x\n")
        self.change("site/site.yaml", "theme: plain", "theme: bare")
        self.assert_mistake("neither the site nor its theme has a shell.html", "while making /")

    def test_an_error_in_a_component_names_the_calls(self):
        self.write("site/components/row.md", "% local m = ...\n${m.titel}\n")
        self.write("site/layouts/home.md", "\n${row(site.meetings[1])}\n")
        self.assert_mistake("site/components/row.md:2: ", "  through\n", "site/layouts/home.md:2")

    def test_two_pages_on_one_route(self):
        undated = "\n".join(line for line in PACK.splitlines() if not line.startswith("Date:"))
        self.write("site/packs/papers.txt", undated)
        self.write("site/more/papers.txt", undated)
        self.change("site/site.yaml", "packs: packs/*.txt", "packs: [packs/*.txt, more/*.txt]")
        self.assert_mistake("two pages have the route /meetings/", "site/more/papers.txt:", "site/packs/papers.txt:")

    def test_all_routes_that_two_pages_have_are_told(self):
        undated = "\n".join(line for line in PACK.splitlines() if not line.startswith("Date:"))
        for folder in ("packs", "more"):
            self.write(f"site/{folder}/papers.txt", undated)
            self.write(f"site/{folder}/others.txt", undated.replace("Parks Panel", "Ponds Panel"))
        self.change("site/site.yaml", "packs: packs/*.txt", "packs: [packs/*.txt, more/*.txt]")
        outcome = self.build()
        self.assertEqual(outcome.code, 1)
        told = [line for line in outcome.err.splitlines() if line.startswith("minutebook: two pages have the route /meetings/")]
        self.assertEqual(len(told), 2, outcome.err)

    def test_the_first_page_that_fails_is_the_one_that_is_told(self):
        self.write("site/layouts/home.md", "${site.a}\n")
        self.write("site/layouts/meeting.md", "${meeting.b}\n")
        self.write("site/layouts/panel.md", "${panel.c}\n")
        for jobs in ("1", "2", "8"):
            self.assertIn("home.md:1: Site has no field 'a'", self.build("--jobs", jobs).err)

    def test_a_file_of_somebody_else_in_the_way(self):
        self.write("public/assets/new.css", "mine")
        self.before = self.tree()
        self.write("site/assets/new.css", "p {}")
        self.assert_mistake(self.path("public/assets/new.css") + ": is in the way")

    def test_a_site_is_not_published_into_itself(self):
        self.assert_refused(self.build(to="site"), 2, self.path("site") + ": this is a site's own folder")

    def test_an_output_folder_that_is_a_file(self):
        self.write("file", "")
        self.assert_refused(self.build(to="file"), 1, self.path("file") + ": can't be made")

    @unittest.skipUnless(shutil.which("setpriv"), "there is no setpriv")
    def test_an_output_folder_that_cannot_be_written(self):
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        unprivileged = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
        outcome = self.run_command("build", "site", "--to", "public", before=unprivileged if os.geteuid() == 0 else [])
        self.assert_refused(outcome, 1, self.path(".public.minutebook") + ": can't be made: permission is denied")
        self.assertEqual(self.tree(), self.before)

    def test_a_disk_that_is_full(self):
        os.mkdir(self.path("disk"))
        script = f"mount -t tmpfs -o size=16k tmpfs disk && exec {COMMAND} build site --to disk/public"
        finished = subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=self.folder, capture_output=True, check=False)
        said = finished.stderr.decode()
        if "minutebook" not in said:
            self.skipTest("no file system can be made here: " + said)
        self.assertEqual(finished.returncode, 1)
        self.assertRegex(said, "disk/.*: can't be (written|made): the disk is full\n  make room on it")

    def test_wrong_use(self):
        for arguments, message in ((["build"], "SITE is missing"), (["build", "site", "--jobs", "0"], "'0' is no number"),
                                   (["render", "site"], "ROUTE is missing"),
                                   (["render", "site", "/panel/"], "the site has no page '/panel/'"),
                                   (["build", "site", "--date", "soon"], "'soon' is no date")):
            outcome = self.run_command(*arguments)
            self.assertEqual((outcome.code, outcome.out), (2, ""))
            self.assertIn(message, outcome.err)


if __name__ == "__main__":
    unittest.main()

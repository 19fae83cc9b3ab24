"""eleventy_test.py FOLDER PACKAGE CLASS: the pages of a site inside Eleventy. FOLDER is where npm puts Eleventy, TypeScript and
PACKAGE, the tarball that npm packed. Exit code 77: there is no npm."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

import modules
from door import main
from host import ENVIRONMENT, HostTest, free_port, run

WHOLE = """module.exports = (config) => {
  config.addPlugin(require("minutebook/eleventy"), { site: "../.." });
};
"""

TELL = """const { Site } = require("minutebook");
const { render } = Site.prototype;
Site.prototype.render = function (route, ...more) {
  require("node:fs").appendFileSync(%s, `${route}\\n`);
  return render.call(this, route, ...more);
};
"""


class Project(HostTest):
    name = "eleventy"

    def setUp(self):
        super().setUp()
        os.symlink(MODULES, os.path.join(self.host, "node_modules"))

    def command(self, *arguments):
        return ("node", "node_modules/@11ty/eleventy/cmd.cjs", f"--output={self.built}", *arguments)

    def build(self, *arguments):
        return run(*self.command(*arguments), cwd=self.host)

    def built_well(self, *arguments):
        done = self.build("--quiet", *arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout.decode() + done.stderr.decode()

    def configure(self, text):
        self.write("hosts/eleventy/eleventy.config.js", text)


class Eleventy(Project):
    def test_twelve_kinds_of_pages_in_the_hosts_layout_are_those_of_the_command(self):
        self.built_well()
        self.assert_pages_are_ours()
        with self.subTest("templates have collections, data and our Markdown"):
            page = self.read(self.built, "residents/index.html")
            self.assertIn('<a href="/meetings/2025-11-04-', page)
            self.assertRegex(page, r'<blockquote cite="/meetings/[^"]*#decision-\d+"><p>')
            self.assertRegex(page, r"<p>\d+ people and \d+ reports.</p>")
            self.assertIn("Scrutiny Panel</a>", page)
        with self.subTest("the feeds come along, and the theme's assets don't"):
            self.assertIn("BEGIN:VCALENDAR", self.read(self.built, "calendar.ics"))
            self.assertFalse(os.path.exists(os.path.join(self.built, "assets")))

    def test_twelve_kinds_of_pages_of_the_theme_are_those_of_the_command(self):
        self.configure(WHOLE)
        self.built_well()
        self.assert_pages_are_ours()
        expected = self.expected()
        for path in ("404.html", "assets/style.css", "calendar.ics", "data/decisions.csv"):
            self.assertEqual(self.read(self.built, path), self.read(expected, path))

    def test_layouts_by_kind_and_by_the_projects_own_data(self):
        self.configure(WHOLE.replace('"../.."', '"../..", layout: { meeting: "of-meetings.njk", default: true }'))
        self.write("hosts/eleventy/_includes/of-meetings.njk", "<main>{{ content | safe }}</main><p>{{ meeting.body }}")
        self.write("hosts/eleventy/people/people.json", '{"layout": "of-people.njk"}')
        self.write("hosts/eleventy/_includes/of-people.njk", "<p>Somebody: {{ person.name }}")
        self.built_well()
        meeting, *_ = sorted(os.listdir(os.path.join(self.built, "meetings")))
        self.assertRegex(self.read(self.built, f"meetings/{meeting}/index.html"), "</main><p>.*Panel")
        person, *_ = sorted(name for name in os.listdir(os.path.join(self.built, "people")) if "." not in name)
        self.assertRegex(self.read(self.built, f"people/{person}/index.html"), "^<p>Somebody: [A-Z]")

    def test_a_page_of_the_project_wins(self):
        self.write("hosts/eleventy/index.md", "---\nlayout: base.njk\n---\n# Our own front page\n")
        self.write("hosts/eleventy/people.njk", "---\npermalink: /people/\n---\nOur own people\n")
        self.built_well()
        self.assertIn("Our own front page", self.read(self.built, "index.html"))
        self.assertIn("Our own people", self.read(self.built, "people/index.html"))

    def test_a_site_within_the_project_is_not_the_projects_own_templates(self):
        shutil.copytree(os.path.join(self.site, "packs"), os.path.join(self.host, "council/packs"))
        self.write("hosts/eleventy/council/site.yaml", "title: Within\n")
        self.write("hosts/eleventy/council/layouts/home.md", "# ${site.title} {{ nothing }}\n")
        self.configure(WHOLE.replace('site: "../.."', ""))
        self.built_well()
        self.assertIn("Within {{ nothing }}</h1>", self.read(self.built, "index.html"))
        self.assertFalse(os.path.exists(os.path.join(self.built, "council")))

    def test_the_log_tells_what_was_found(self):
        self.configure(WHOLE.replace('"../.."', '"../..", findings: "note"'))
        self.assertRegex(self.built_well(), r"\[minutebook\] .*packs/2025-09-09\.txt:\d+: note: .*\[agenda-number-inferred\]")

    def test_a_dry_run_writes_nothing(self):
        self.built_well("--dryrun")
        self.assertFalse(os.path.exists(os.path.join(self.built, "calendar.ics")))

    def test_mistakes_are_the_hosts_errors(self):
        self.break_the_home_page()
        self.assert_names_the_mistake(self.build())
        self.write("site.yaml", "title: T\ntilte: U\n")
        done = self.build()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(b"site.yaml:2", done.stdout + done.stderr)
        self.configure(WHOLE.replace("site:", "stie:"))
        self.assertIn(b"no option 'stie'", self.build().stderr)

    def test_options_of_another_kind_are_told_in_our_words(self):
        wrong = {"null": "the options of minutebook are null, and should be an object",
                 "'council'": "should be an object",
                 "{ site: 5 }": "the option 'site' of minutebook is 5, and should be the folder that has a site.yaml",
                 "{ today: new Date(0) }": "the option 'today'", "{ layout: { meeting: 5 } }": "the option 'layout'",
                 "{ data: 'yes' }": "the option 'data'", "{ collections: null }": "the option 'collections'",
                 "{ findings: true }": "false or one of error, warning, note", "{ toString: 1 }": "no option 'toString'"}
        plugin = os.path.join(MODULES, "minutebook/eleventy.js")
        program = "try { require(process.argv[1])({}, eval(`(${process.argv[2]})`)); } catch (error) { console.log(error.name, error.message); }"
        for given, words in wrong.items():
            with self.subTest(options=given):
                said = run("node", "-e", program, plugin, given).stdout.decode()
                self.assertRegex(said, "^Error ")
                self.assertIn(words, said)

    def test_a_page_that_the_project_has_itself_is_not_made(self):
        self.break_the_home_page()
        self.write("hosts/eleventy/index.md", "---\nlayout: base.njk\n---\n# Our own front page\n")
        self.built_well()
        self.assertIn("Our own front page", self.read(self.built, "index.html"))

    def test_the_types_fit_a_project_in_typescript(self):
        self.write("hosts/eleventy/use.ts", """
            import { Site, markdown, pack, type MinutebookError, type Finding } from "minutebook";
            import plugin from "minutebook/eleventy";
            const site = new Site("council", { today: null, problem: (error: MinutebookError) => error.line?.toFixed() });
            const found: Finding[] = site.findings;
            const html: string = site.content(site.pages[0].route) + markdown("x") + pack("a.txt").meetings;
            const written: number = site.build({ progress: (done, total) => done < total }).written;
            plugin({}, { site: "council", layout: { meeting: "m.njk", default: true }, findings: false });
            // @ts-expect-error
            plugin({}, { stie: "council" });
            export { found, html, written };
            """)
        done = run("node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--esModuleInterop", "--module", "nodenext",
                   "--target", "es2022", "use.ts", cwd=self.host)
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_the_package_has_its_version_and_licence(self):
        package = pathlib.Path(MODULES) / "minutebook"
        self.assertIn('"license": "MIT"', (package / "package.json").read_text(encoding="utf-8"))
        self.assertTrue((package / "LICENSE").exists() and (package / "README.md").exists())
        version = run("node", "-p", "require('minutebook').version === require('minutebook/package.json').version", cwd=self.host)
        self.assertEqual(version.stdout, b"true\n")


class Serving(Project):
    def serve(self, *arguments):
        """Serves, as long as the test runs; the address."""
        port = free_port()
        serving = subprocess.Popen(self.command("--serve", "--quiet", f"--port={port}", *arguments), cwd=self.host,
                                   env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(serving.wait)
        self.addCleanup(serving.send_signal, signal.SIGINT)
        return f"http://127.0.0.1:{port}/"

    def assert_follows_changes(self, address):
        self.wait_for(address, "Next meetings")
        self.edit_the_home_page("Our new home page")
        self.wait_for(address, "Our new home page")
        path = self.add_a_pack()
        self.wait_for(f"{address}{os.path.dirname(path)}/", "Blasting")

    def test_serving_shows_an_edited_layout_and_a_new_pack(self):
        address = self.serve()
        self.assert_follows_changes(address)
        self.break_the_home_page()
        self.write("hosts/eleventy/residents.njk", "---\nlayout: base.njk\n---\nStill here\n")
        self.edit_the_home_page("Mended")
        self.wait_for(address, "Mended")

    def put_within(self):
        """The site as most projects have it: in a folder of theirs."""
        project = os.path.join(os.path.dirname(self.built), "project")
        shutil.copytree(self.host, project, symlinks=True)
        shutil.copytree(self.site, os.path.join(project, "council"), ignore=shutil.ignore_patterns("hosts", "_site"))
        self.host, self.site = project, os.path.join(project, "council")

    def test_a_page_of_the_projects_own_has_no_page_made_again(self):
        self.put_within()
        log = os.path.join(os.path.dirname(self.built), "made.log")
        self.write("../eleventy.config.js", TELL % json.dumps(log) + WHOLE.replace("../..", "council"))
        address = self.serve()
        self.wait_for(address, "Next meetings")
        self.wait_for(f"{address}residents/", "reports")
        made = self.read("/", log)
        self.assertGreater(made.count("\n"), 12)
        self.write("../residents.njk", "---\nlayout: base.njk\n---\nStill here\n")
        self.wait_for(f"{address}residents/", "Still here")
        self.assertEqual(self.read("/", log), made)
        self.edit_the_home_page("Our new home page")
        self.wait_for(address, "Our new home page")

    def test_serving_in_increments_shows_them_too(self):
        self.assert_follows_changes(self.serve("--incremental"))


if __name__ == "__main__":
    FOLDER, PACKAGE = pathlib.Path(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1))
    MODULES = modules.fetch(FOLDER, PACKAGE)
    main(defaultTest=sys.argv.pop(1))

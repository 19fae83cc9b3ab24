"""jekyll_test.py CLASS: the pages of a site inside Jekyll. Exit code 77: there is no Jekyll."""

import os
import shutil
import signal
import subprocess
import sys

from door import main
from host import ENVIRONMENT, HostTest, free_port, run

WHOLE = """title: Residents
plugins: [jekyll-minutebook]
minutebook:
  site: ../..
"""
LIQUID_DATA = """---
permalink: /data/
---
{%- assign meeting = site.minutebook.meetings | where: "date", "2025-11-04" | first -%}
{{ meeting.panel.name }}|{{ meeting.previous.route }}|{{ meeting.titel }}|{{ meeting.items.size }}|{{ meeting }}
{%- assign mine = site.pages | where: "kind", "person" %}|{{ mine.size }}
"""
# Jekyll renders all pages before it writes the first: it waits in between, until it is stopped.
HALT = """Jekyll::Hooks.register :pages, :post_render do |page|
  next unless page.url.start_with?("/meetings/2")

  $stdout.puts "half of it is rendered"
  $stdout.flush
  sleep
end
"""

TELL = """require "minutebook"

module Tell
  def render(route, *)
    $stdout.puts "made: #{route}"
    super
  end
end
Minutebook::Site.prepend(Tell)
"""


class Project(HostTest):
    name = "jekyll"

    def command(self, *arguments):
        return ("jekyll", *arguments, "--destination", self.built)

    def build(self, *arguments, **environment):
        return run(*self.command("build", *arguments), cwd=self.host, **environment)

    def start(self, *arguments):
        """Runs Jekyll as long as the test does; the process, and the path of what it says."""
        path = os.path.join(os.path.dirname(self.site), "log")
        with open(path, "wb") as log:
            running = subprocess.Popen(self.command(*arguments), cwd=self.host, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                       stdout=log, stderr=log)
        self.addCleanup(running.wait)
        self.addCleanup(running.send_signal, signal.SIGINT)
        return running, path

    def built_well(self, *arguments):
        done = self.build(*arguments)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode())
        return (done.stdout + done.stderr).decode()

    def configure(self, text):
        self.write("hosts/jekyll/_config.yml", text)

    def put_within(self):
        """Puts a small site into the project, where it is looked for without being named."""
        shutil.copytree(os.path.join(self.site, "packs"), os.path.join(self.host, "council/packs"))
        self.write("hosts/jekyll/council/site.yaml", "title: Within\n")
        self.write("hosts/jekyll/council/layouts/home.md", "# ${site.title} {{ nothing }} {% nothing %}\n")
        self.configure(WHOLE.replace("  site: ../..", "  findings: false"))


class Jekyll(Project):
    def test_twelve_kinds_of_pages_in_the_hosts_layout_are_those_of_the_command(self):
        self.built_well("--quiet")
        self.assert_pages_are_ours()
        with self.subTest("templates have the record and our Markdown"):
            page = self.read(self.built, "residents/index.html")
            self.assertIn('<a href="/meetings/2025-11-04-', page)
            self.assertRegex(page, r'<blockquote cite="/meetings/[^"]*#decision-\d+"><p>')
            self.assertRegex(page, r"<p>\d+ people and \d+ reports.</p>")
            self.assertIn('<blockquote cite="/meetings/2026-', page)  # the last, not the first
            self.assertIn("Scrutiny Panel</a>", page)
        with self.subTest("a page knows what it is about"):
            self.assertIn("Come along: ", "".join(self.read(self.built, f"meetings/{name}/index.html") for name in
                                                  os.listdir(os.path.join(self.built, "meetings"))))
        with self.subTest("the feeds come along, and the theme's assets and its page of errors don't"):
            self.assertIn("BEGIN:VCALENDAR", self.read(self.built, "calendar.ics"))
            self.assertFalse(os.path.exists(os.path.join(self.built, "assets")))
            self.assertFalse(os.path.exists(os.path.join(self.built, "404.html")))

    def test_all_files_of_the_theme_are_those_of_the_command(self):
        self.configure(WHOLE)
        self.built_well("--quiet")
        self.assert_pages_are_ours()
        expected = self.expected()
        for folder, _, files in os.walk(expected):
            for path in (os.path.relpath(os.path.join(folder, name), expected) for name in files if name != "files"):
                if not path.startswith("."):
                    self.assertEqual(self.read(self.built, path), self.read(expected, path), path)

    def test_liquid_has_the_objects_of_the_schema(self):
        self.write("hosts/jekyll/data.html", LIQUID_DATA)
        self.built_well("--quiet")
        name, before, wrong, items, kind, people = self.read(self.built, "data/index.html").strip().split("|")
        self.assertIn("Scrutiny Panel", name)
        self.assertRegex(before, r"^/meetings/2025-09-09-.*/$")
        self.assertEqual((wrong, kind), ("", "SiteMeeting"))
        self.assertTrue(int(items) > 3 and int(people) > 10)

    def test_a_wrong_field_is_an_error_where_liquid_is_strict(self):
        self.write("hosts/jekyll/data.html", "---\n---\n{{ site.minutebook.titel }}\n")
        self.configure(WHOLE + "liquid: {strict_variables: true}\n")
        done = self.build()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(b"no field 'titel', did you mean 'title'?", done.stdout + done.stderr)

    def test_layouts_by_kind_and_by_the_projects_own_defaults(self):
        self.configure(WHOLE + "  layout: {meeting: of-meetings, default: true}\n"
                       "defaults: [{scope: {path: people}, values: {layout: of-people}}]\n")
        self.write("hosts/jekyll/_layouts/of-meetings.html", "<main>{{ content }}</main><p>{{ page.minutebook.body }}")
        self.write("hosts/jekyll/_layouts/of-people.html", "<p>Somebody: {{ page.minutebook.name }}")
        self.built_well("--quiet")
        meeting, *_ = sorted(os.listdir(os.path.join(self.built, "meetings")))
        self.assertRegex(self.read(self.built, f"meetings/{meeting}/index.html"), "</main><p>.*Panel")
        person, *_ = sorted(name for name in os.listdir(os.path.join(self.built, "people"))
                            if "." not in name and name != "index.html")
        self.assertRegex(self.read(self.built, f"people/{person}/index.html"), "^<p>Somebody: [A-Z]")

    def test_a_page_of_the_project_wins(self):
        self.write("hosts/jekyll/index.md", "---\nlayout: default\n---\n# Our own front page\n")
        self.write("hosts/jekyll/people.html", "---\npermalink: /people/\n---\nOur own people\n")
        self.write("hosts/jekyll/robots.txt", "Our own robots\n")
        self.built_well("--quiet")
        self.assertIn("Our own front page", self.read(self.built, "index.html"))
        self.assertIn("Our own people", self.read(self.built, "people/index.html"))
        self.assertIn("Our own robots", self.read(self.built, "robots.txt"))

    def test_a_menu_has_the_projects_pages_and_the_panels(self):
        self.write("hosts/jekyll/menu.html", "---\n---\n{{ site.header_pages | join: ' ' }}\n")
        self.built_well("--quiet")
        self.assertRegex(self.read(self.built, "menu.html"), r"^menu.html residents.html panels/[^/]*/index.html ")
        self.configure(WHOLE + "  menu: false\n")
        self.built_well("--quiet")
        self.assertEqual(self.read(self.built, "menu.html").strip(), "")

    def test_a_site_within_the_project_is_no_file_of_it_and_braces_are_braces(self):
        self.put_within()
        self.built_well("--quiet")
        self.assertIn("Within {{ nothing }} {% nothing %}</h1>", self.read(self.built, "index.html"))
        self.assertFalse(os.path.exists(os.path.join(self.built, "council")))

    def test_what_is_no_longer_there_goes(self):
        path = self.add_a_pack()
        self.built_well("--quiet")
        self.assertIn("Blasting", self.read(self.built, path))
        os.remove(os.path.join(self.site, "packs/2026-05-05.txt"))
        self.built_well("--quiet", "--incremental")
        self.assertFalse(os.path.exists(os.path.join(self.built, path)))

    def test_the_log_tells_what_was_found(self):
        self.configure(WHOLE + "  findings: note\n")
        self.assertRegex(self.built_well(), r"Minutebook: .*packs/2025-09-09\.txt:\d+: note: .*\[agenda-number-inferred\]")


class Mistakes(Project):
    def assert_said(self, done, *words):
        """The host stopped with words of ours, and without a backtrace."""
        said = (done.stdout + done.stderr).decode()
        self.assertNotEqual(done.returncode, 0, said)
        for word in words:
            self.assertIn(word, said)
        self.assertNotRegex(said, r"\.rb:\d+:in ")

    def test_a_broken_layout(self):
        self.break_the_home_page()
        done = self.build()
        self.assert_names_the_mistake(done)
        self.assert_said(done, "on the page /\n")
        self.assertRegex(self.build("--verbose").stdout, rb"page\.rb:\d+:in ")

    def test_all_mistakes_of_the_sites_own_file(self):
        self.write("site.yaml", "title: T\ntilte: U\nthmee: V\n")
        self.assert_said(self.build(), "site.yaml:2:1: unknown key 'tilte'", "site.yaml:3:1: unknown key 'thmee'")

    def test_a_broken_pack_and_a_broken_correction(self):
        self.write("packs/2026-06-06.txt", "%PDF-1.4\nhalf of it\n")
        self.assert_said(self.build(), "packs/2026-06-06.txt: can't be read: it is damaged")
        os.remove(os.path.join(self.site, "packs/2026-06-06.txt"))
        self.write("corrections/2025-11-04.yaml", "- at: [\n")
        self.assert_said(self.build(), "corrections/2025-11-04.yaml:2")

    def test_a_wrong_folder_option_layout_and_library(self):
        self.configure(WHOLE.replace("../..", "nowhere"))
        self.assert_said(self.build(), "hosts/jekyll/nowhere", "site.yaml")
        self.configure(WHOLE.replace("site:", "stie:"))
        self.assert_said(self.build(), "no option 'stie'; it has site, ")
        self.configure(WHOLE + "  findings: some\n")
        self.assert_said(self.build(), "'findings' of minutebook is false or one of error, ")
        self.configure(WHOLE + "  layout: {meeting: nix}\n")
        self.assert_said(self.build(), "names 'nix', and the project has default")
        self.configure(WHOLE)
        self.assert_said(self.build(MINUTEBOOK_LIBRARY="/nowhere.so"), "/nowhere.so can't be used", "Install libminutebook")

    def test_a_host_that_is_stopped_in_the_middle(self):
        self.write("hosts/jekyll/_plugins/halt.rb", HALT)
        running, log = self.start("build")
        self.wait_for(f"file://{log}", "half of it is rendered")
        running.send_signal(signal.SIGINT)
        running.wait(60)
        self.assertNotEqual(running.returncode, 0)
        self.assertNotIn("[BUG]", self.read("/", log))
        self.assertFalse(os.path.exists(os.path.join(self.built, "index.html")))
        with self.subTest("and the next run is whole"):
            os.remove(os.path.join(self.host, "_plugins/halt.rb"))
            self.built_well("--quiet")
            self.assert_pages_are_ours()


class Serving(Project):
    def serve(self, *arguments):
        port = free_port()
        _, log = self.start("serve", "--port", str(port), *arguments)
        return f"http://127.0.0.1:{port}/", log

    def assert_follows_changes(self, address):
        self.wait_for(address, "Next meetings")
        self.edit_the_home_page("Our new home page")
        self.wait_for(address, "Our new home page")
        path = self.add_a_pack()
        self.wait_for(f"{address}{os.path.dirname(path)}/", "Blasting")

    def test_serving_shows_an_edited_layout_and_a_new_pack_and_a_mistake_heals(self):
        address, log = self.serve()
        self.assert_follows_changes(address)
        self.break_the_home_page()
        self.wait_for(f"file://{log}", "layouts/home.md:3")
        self.edit_the_home_page("Mended")
        self.wait_for(address, "Mended")
        with open(log, encoding="utf-8") as said:
            self.assertNotRegex(said.read(), r"\.rb:\d+:in ")

    def test_serving_in_increments_shows_them_too(self):
        self.assert_follows_changes(self.serve("--incremental")[0])

    def test_a_page_of_the_project_opens_no_site_again_and_makes_no_page(self):
        self.write("hosts/jekyll/_plugins/tell.rb", TELL)
        address, log = self.serve("--verbose")
        self.wait_for(address, "Next meetings")
        self.wait_for(f"file://{log}", "Server running")
        made = self.read("/", log).count("made: ")
        self.assertGreater(made, 12)
        self.write("hosts/jekyll/residents.html", "---\npermalink: /residents/\n---\nNeighbours\n")
        self.wait_for(f"{address}residents/", "Neighbours")
        with open(log, encoding="utf-8") as said:
            text = said.read()
        self.assertEqual((text.count("Minutebook: opened"), text.count("made: ")), (1, made))
        self.edit_the_home_page("Our new home page")
        self.wait_for(address, "Our new home page")

    def assert_follows_the_theme(self, council):
        page = f"file://{self.built}/index.html"
        _, log = self.start("build", "--watch")
        self.wait_for(f"file://{log}", "Auto-regeneration: enabled")
        shutil.copytree(os.path.join(os.path.dirname(os.environ["LIBRARY"]), "../share/minutebook/themes/plain"),
                        os.path.join(self.site, council, "themes/mine"))
        self.write(os.path.join(council, "site.yaml"), "title: Another title\ntheme: mine\n")
        self.write(os.path.join(council, "layouts/home.md"), "# ${site.title}\n")
        self.wait_for(page, "Another title")
        os.remove(os.path.join(self.site, council, "layouts/home.md"))
        self.write(os.path.join(council, "themes/mine/layouts/home.lua"), 'emit "From the theme"\n')
        self.wait_for(page, "From the theme")

    def test_watching_follows_the_theme_and_the_sites_own_file(self):
        self.configure(WHOLE)
        self.assert_follows_the_theme("")

    def test_watching_follows_a_site_within_the_project(self):
        self.put_within()
        self.assert_follows_the_theme("hosts/jekyll/council")


if __name__ == "__main__":
    if not shutil.which("jekyll"):
        print("Not done: there is no Jekyll")
        sys.exit(77)
    main(defaultTest=sys.argv.pop(1))

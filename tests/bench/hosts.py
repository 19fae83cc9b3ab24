"""hosts.py PROGRAMS EXAMPLE_SITE: what a build costs each host with our pages in it, beside the same host's build of
as many pages that are ready: HTML with the same front matter, and the same feeds and tables as files to copy.

PROGRAMS is a release build. A first build starts from nothing. A later one is what people wait for from day to day: what was
read from the packs is kept, and of Hugo what was exported; nothing has changed. Each host makes all pages. Builds are made in
turns; the least of several runs counts, for the others met other programs."""

import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import make_site

MEETINGS = 100
TODAY = "2012-01-01"
ROUNDS = 3
BAR = 1.3
HERE = os.path.dirname(os.path.abspath(__file__))
DOORS = os.path.join(HERE, "../../module/doors")
sys.path.append(os.path.join(HERE, "../doors"))
import modules as npm_modules  # noqa: E402

BASE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ TITLE }}</title></head>
<body><main>{{ CONTENT }}</main></body></html>
"""
ELEVENTY = """module.exports = (config) => {
  %s
  return { dir: { input: "src" }, htmlTemplateEngine: false, markdownTemplateEngine: false };
};
"""
MKDOCS = {"site_name": "Many meetings", "theme": {"name": "mkdocs"}, "use_directory_urls": True}
HUGO = 'baseURL = "https://example.invalid/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def base(title, content):
    return BASE.replace("{{ TITLE }}", title).replace("{{ CONTENT }}", content)


class Ready:
    """The site's pages and other files, made once."""

    def __init__(self, folder):
        import minutebook
        from minutebook.host import other_files
        with minutebook.Site(folder, TODAY) as site:
            self.pages = [(page, site.content(page.route)) for page in site.pages if page.kind != "not-found"]
            self.others = [(path, site.file(path)) for path in other_files(site)]

    def put(self, pages, others, front, name=lambda path: path):
        for page, content in self.pages:
            write(os.path.join(pages, name(page.path)), front(page) + content)
        for path, data in self.others:
            write(os.path.join(others, path), data)


class Eleventy:
    name = "Eleventy"

    def __init__(self, folder, modules):
        self.folder, self.made = folder, os.path.join(folder, "_site")
        os.makedirs(folder)
        os.symlink(modules, os.path.join(folder, "node_modules"))
        write(os.path.join(folder, "src/_includes/base.njk"), base("{{ title }}", "{{ content | safe }}"))

    def configure(self, line):
        write(os.path.join(self.folder, "eleventy.config.js"), ELEVENTY % line)

    def take_ready(self, ready):
        self.configure('config.addPassthroughCopy({ copied: "." });')
        ready.put(os.path.join(self.folder, "src"), os.path.join(self.folder, "copied"), lambda page: "---json\n" + json.dumps(
            {"title": page.title, "kind": page.kind, "route": page.route, "layout": "base.njk", "permalink": page.route,
             "date": page.date or TODAY}) + "\n---\n")

    def take_site(self, site):
        options = json.dumps({"site": site, "layout": "base.njk", "today": TODAY, "findings": False})
        self.configure(f'config.addPlugin(require("minutebook/eleventy"), {options});')

    def commands(self):
        return [["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]]


class MkDocs:
    name = "MkDocs"

    def __init__(self, folder, _):
        self.folder, self.made = folder, os.path.join(folder, "site")
        os.makedirs(os.path.join(folder, "docs"))

    def configure(self, more):
        write(os.path.join(self.folder, "mkdocs.yml"), json.dumps({**MKDOCS, **more}))  # JSON is YAML

    def take_ready(self, ready):
        # The same menu, so that the theme has as much to write on each page.
        from minutebook.host import menu
        import minutebook
        with minutebook.Site(self.site, TODAY) as site:
            source = lambda page: page.path.replace(".html", ".md")
            nav = [{page.title: [source(page), *map(source, below)]} for page, below in menu(site)]
        self.configure({"nav": nav, "plugins": []})
        docs = os.path.join(self.folder, "docs")
        ready.put(docs, docs, lambda page: f"---\ntitle: {json.dumps(page.title)}\n---\n", lambda path: path.replace(".html", ".md"))

    def take_site(self, site):
        self.configure({"plugins": [{"minutebook": {"site": site, "today": TODAY}}]})

    def commands(self):
        return [["mkdocs", "build", "-q"]]


class Jekyll:
    name = "Jekyll"

    def __init__(self, folder, _):
        self.folder, self.made = folder, os.path.join(folder, "_site")
        write(os.path.join(folder, "_layouts/base.html"), base("{{ page.title }}", "{{ content }}"))

    def configure(self, more):
        write(os.path.join(self.folder, "_config.yml"), json.dumps({"title": "Many meetings", **more}))  # JSON is YAML

    def take_ready(self, ready):
        self.configure({})
        ready.put(self.folder, self.folder, lambda page: "---\n" + json.dumps(
            {"title": page.title, "layout": "base", "kind": page.kind, "route": page.route, "permalink": page.route,
             **({"date": page.date} if page.date else {})}) + "\n---\n")

    def take_site(self, site):
        options = {"site": site, "layout": "base", "today": TODAY, "findings": False}
        self.configure({"plugins": ["jekyll-minutebook"], "minutebook": options})

    def commands(self):
        return [["jekyll", "build", "--quiet"]]


class Hugo:
    name = "Hugo"

    def __init__(self, folder, _):
        self.folder, self.made, self.export = folder, os.path.join(folder, "public"), []
        write(os.path.join(folder, "config.toml"), HUGO)
        for layout in ("single", "list"):
            write(os.path.join(folder, f"layouts/_default/{layout}.html"), base("{{ .Title }}", "{{ .Content }}"))

    def take_ready(self, ready):
        below = {page.route.rsplit("/", 2)[0] + "/" for page, _ in ready.pages}
        branch = lambda path: path if "/" + path.removesuffix("index.html") not in below else path.removesuffix(
            "index.html") + "_index.html"
        ready.put(os.path.join(self.folder, "content"), os.path.join(self.folder, "static"),
                  lambda page: json.dumps({"title": page.title, "type": "minutebook", "kind_of_page": page.kind, "url": page.route,
                                           **({"date": page.date, "publishDate": min(page.date, TODAY)} if page.date else {})})
                  + "\n", branch)

    def take_site(self, site):
        self.export = [[os.path.join(self.programs, "bin/minutebook"), "export", "hugo", self.folder, site, "--date", TODAY]]

    def forget(self):
        for written in ("content", "static", "data", ".minutebook") if self.export else ():
            shutil.rmtree(os.path.join(self.folder, written), ignore_errors=True)

    def commands(self):
        return [*self.export, ["hugo", "--quiet"]]


def processor_seconds():
    """What the programs that ended used, on all processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(host, is_first):
    """Seconds of a build, by the clock and of processors, and how many pages it made."""
    shutil.rmtree(host.made, ignore_errors=True)
    if is_first and hasattr(host, "forget"):
        host.forget()
    commands = host.commands()
    start, used = time.monotonic(), processor_seconds()
    for command in commands:
        done = subprocess.run(command, cwd=host.folder, capture_output=True, check=False)
        if done.returncode:
            sys.exit(f"hosts.py: {' '.join(command)} ended with {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
    seconds = time.monotonic() - start, processor_seconds() - used
    return seconds, sum(file.endswith(".html") for _, _, files in os.walk(host.made) for file in files)


def compare(kind, site, ready, modules, programs, work):
    hosts = []
    for name in ("ready", "ours"):
        host = kind(os.path.join(work, f"{kind.name}-{name}"), modules)
        host.site, host.programs = site, programs
        host.take_ready(ready) if name == "ready" else host.take_site(site)
        hosts.append(host)
    for cache, name in ((os.devnull, "first"), (os.path.join(work, "cache"), "later")):
        os.environ["XDG_CACHE_HOME"] = cache
        compare_builds(f"{kind.name}, {name}", hosts, cache == os.devnull)


def compare_builds(name, hosts, is_first):
    times, pages = [[], []], [0, 0]
    for turn in range(ROUNDS + (not is_first)):
        for i, host in enumerate(hosts):
            seconds, pages[i] = build(host, is_first)
            if is_first or turn:  # ahead of later ones, one fills what is kept
                times[i].append(seconds)
    print(f"{name:<16}{pages[0]:>8}{pages[1]:>8}", end="")
    for column in range(2):  # by the clock, of processors
        own, ours = ([seconds[column] for seconds in runs] for runs in times)
        print(f"{min(own):>9.2f}{statistics.median(own):>9.2f}{min(ours):>9.2f}{statistics.median(ours):>9.2f}"
              f"{min(ours) / min(own):>7.2f}", end="")
    print(flush=True)


def set_up(programs, work):
    """The Python package, as pip would install it, for this program and for the hosts, and the gem from its sources."""
    entry = os.path.join(work, "python/minutebook-0.1.0.dist-info/entry_points.txt")
    write(entry, "[mkdocs.plugins]\nminutebook = minutebook.mkdocs:MinutebookPlugin\n")
    write(os.path.join(os.path.dirname(entry), "METADATA"), "Metadata-Version: 2.1\nName: minutebook\nVersion: 0.1.0\n")
    paths = [os.path.join(DOORS, "python"), os.path.join(work, "python")]
    sys.path[:0] = paths
    os.environ.update(PYTHONPATH=os.pathsep.join(paths), RUBYLIB=os.path.join(DOORS, "ruby/lib"),
                      MINUTEBOOK_LIBRARY=os.path.join(programs, "lib/libminutebook.so.0"))


def main(programs, example):
    programs = os.path.abspath(programs)
    folder = pathlib.Path(programs)
    modules = npm_modules.fetch(folder / "eleventy", next((folder / "packages").glob("minutebook-*.tgz")))
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as work:
        site = os.path.join(work, "site")
        make_site.main(example, site, MEETINGS, "civic")
        set_up(programs, work)
        ready = Ready(site)
        print(f"\nBuilds with {len(ready.pages)} pages of {MEETINGS} meetings, and with as many ready ones:")
        print(f"(by the clock and in seconds of processors: the least and the median of {ROUNDS}; the bar is {BAR} times)")
        print(f"{'':<16}{'ready':>8}{'ours':>8}{'ready s':>18}{'ours s':>18}{'times':>7}{'ready cpu':>18}{'ours cpu':>18}{'times':>7}")
        for kind in (Eleventy, MkDocs, Jekyll, Hugo):
            compare(kind, site, ready, modules, programs, work)


if __name__ == "__main__":
    main(*sys.argv[1:])

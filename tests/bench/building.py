"""building.py PROGRAMS EXAMPLE_SITE: what building a site of 2,000 meetings costs, the first time and from kept readings:
its parts, the floor, Hugo.

PROGRAMS is a release build. Everything is made in memory where the machine has such a folder, for a disk's state would
show more than what is measured."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import make_site

MEETINGS = 2000
TODAY = "2012-01-01"
ROUNDS = 5
THEMES = ("plain", "civic")  # meetings alone, which is what the floor is for; then some seventeen pages for each

HUGO = """baseURL = "https://example.invalid/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"]
"""
HUGO_PAGE = "<!doctype html>\n<title>{{ .Title }}</title>\n<main>\n{{ .Content }}</main>\n"


class Cost:
    """The least of several runs, each without what the one before it made: the others met other programs."""

    def __init__(self, command, made, environment=None):
        self.wall = self.processor = self.memory = float("inf")
        for _ in range(ROUNDS):
            for folder in made:
                shutil.rmtree(folder, ignore_errors=True)
            self.take(*measure(command, environment or {}))

    def take(self, wall, usage):
        self.wall = min(self.wall, wall)
        self.processor = min(self.processor, usage.ru_utime + usage.ru_stime)
        self.memory = min(self.memory, usage.ru_maxrss / 1024)

    def row(self, name):
        return f"{name:<28}{self.wall:>9.2f}{self.processor:>12.2f}{self.memory:>11.0f}"


def measure(command, environment):
    start = time.monotonic()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, env=dict(os.environ, **environment))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"building.py: {command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage


def prepare_hugo(folder, markdown):
    os.makedirs(os.path.join(folder, "layouts/_default"))
    for name, text in (("config.toml", HUGO), ("layouts/_default/single.html", HUGO_PAGE)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    shutil.move(markdown, os.path.join(folder, "content"))


def compare(programs, site, work):
    """Prints a table of whole builds beside Hugo's of the same Markdown."""
    made, hugo, caches = (os.path.join(work, name) for name in ("made", "hugo", "caches"))
    build = [os.path.join(programs, "bin/minutebook"), "build", site, "--to", made, "--date", TODAY, "--cache", caches,
             "--jobs"]
    prepare_hugo(hugo, os.path.join(work, "markdown"))
    rows = {}
    for threads in (1, 2):
        rows["first", threads] = Cost(build + [str(threads)], [made, caches])
        rows["kept", threads] = Cost(build + [str(threads)], [made])
        rows["hugo", threads] = Cost(["hugo", "--quiet", "--source", hugo], [os.path.join(hugo, "public")],
                                     {"GOMAXPROCS": str(threads)})
    print(f"\n{'':<28}{'wall s':>9}{'processor s':>12}{'memory MB':>11}")
    for (program, threads), cost in rows.items():
        print(cost.row(f"{program}, {threads} thread{'s' * (threads > 1)}"))
    for name, what in (("first", "A first build"), ("kept", "A build from kept readings")):
        one, two = rows[name, 1], rows[name, 2]
        print(f"{what}: two threads are {one.wall / two.wall:.2f} times as fast as one. "
              f"Beside Hugo: {rows['hugo', 1].processor / one.processor:.2f} times as fast on one thread, "
              f"{rows['hugo', 2].wall / two.wall:.2f} times on two.")


def main(programs, example):
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    for theme in THEMES:
        with tempfile.TemporaryDirectory(dir=memory) as work:
            site, parts = os.path.join(work, "site"), os.path.join(work, "parts")
            make_site.main(example, site, MEETINGS, theme)
            os.mkdir(parts)
            print(f"\n{MEETINGS} meetings in the theme {theme}, one thread, processor's time:", flush=True)
            subprocess.run([os.path.join(programs, "tests/pages_bench"), site, TODAY, parts], check=True)
            shutil.move(os.path.join(parts, "markdown"), work)
            shutil.rmtree(parts)
            compare(programs, site, work)


if __name__ == "__main__":
    main(*sys.argv[1:])

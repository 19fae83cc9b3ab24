"""stopped_test.py: hosts that stop in the middle: killed, or by an exception of their own, while pages are made. A host ends
as it would without us, nothing of ours is left behind, what was published is whole, and the next run works."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest

from door import HERE, main
from host import ENVIRONMENT, HostTest, run

PHP = os.path.join(HERE, "../../module/doors/php/Minutebook.php")
CRASHES = {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGILL, -signal.SIGFPE}


def tree(folder):
    """The files below a folder, by their paths."""
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(root, name), "rb") as file:
                found[os.path.relpath(os.path.join(root, name), folder)] = file.read()
    return found


class StoppedTest(HostTest):
    name = "c"

    def start(self, command, **more):
        running = subprocess.Popen(command, cwd=self.host, env=ENVIRONMENT | more, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(running.communicate)
        self.addCleanup(running.kill)
        return running

    def stop(self, running, number):
        running.send_signal(number)
        said = b"".join(running.communicate(timeout=60)).decode(errors="replace")
        self.assertNotIn(running.returncode, CRASHES, said)
        self.assertNotIn("[BUG]", said)
        return said


class Program(StoppedTest):
    """A program in a language: it says that it has begun, then makes pages until it is stopped, or throws by itself."""

    command = None
    thrown = 1  # what the language ends with then

    def setUp(self):
        super().setUp()
        self.cache = os.path.join(os.path.dirname(self.site), "cache")
        os.mkdir(self.cache)
        self.before = tree(self.site)

    def assert_nothing_is_left(self):
        self.assertEqual(tree(self.site), self.before)
        self.assertEqual([name for name in tree(self.cache) if re.search(r"\.[A-Za-z0-9]{6}$", name)], [])

    def test_it_throws_in_the_middle(self):
        done = run(*self.command, self.site, "throw", XDG_CACHE_HOME=self.cache)
        said = (done.stdout + done.stderr).decode()
        self.assertEqual(done.returncode, self.thrown, said)
        self.assertIn("mine", said)
        self.assert_nothing_is_left()

    def test_it_is_stopped_in_the_middle_and_runs_again(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            running = self.start((*self.command, self.site, "on"), XDG_CACHE_HOME=self.cache)
            self.assertEqual(running.stdout.readline(), b"begun\n")
            time.sleep(0.05)
            said = self.stop(running, number)
            self.assertIn(running.returncode, (-number, 1), said)
            self.assert_nothing_is_left()
        page = self.said(*self.command, self.site, "once", XDG_CACHE_HOME=self.cache).decode().removeprefix("begun\n")
        self.assertEqual(page, self.said(os.environ["MINUTEBOOK"], "render", self.site, "/").decode())


class Python(Program):
    command = (sys.executable, "-c", """if True:
        import minutebook, sys
        site = minutebook.Site(sys.argv[1])
        print("begun", flush=True)
        while True:
            page = site.html("/")
            if sys.argv[2] == "throw": raise RuntimeError("mine")
            if sys.argv[2] == "once": sys.exit(sys.stdout.write(page) * 0)
        """)


class Lua(Program):
    command = ("lua5.4", "-e", """
        local site = require("minutebook").open(arg[1])
        io.write("begun\\n"):flush()
        while true do
          local page = site:render("/")
          if arg[2] == "throw" then error("mine") end
          if arg[2] == "once" then io.write(page) os.exit(true, true) end
        end
        """, os.devnull)


class Php(Program):
    thrown = 255
    command = ("php", "-d", "ffi.enable=true", "-r", f"""
        require '{PHP}';
        $site = new Minutebook\\Site($argv[1]);
        echo "begun\\n";
        while (true) {{
            $page = $site->html('/');
            if ($argv[2] === 'throw') throw new RuntimeException('mine');
            if ($argv[2] === 'once') {{ echo $page; exit(0); }}
        }}
        """, "--")


@unittest.skipUnless(shutil.which("ruby"), "there is no Ruby")
class Ruby(Program):
    command = ("ruby", "-e", """
        require "minutebook"
        site = Minutebook::Site.open(ARGV[0])
        $stdout.sync = true
        puts "begun"
        loop do
          page = site.html("/")
          raise "mine" if ARGV[1] == "throw"
          (print page; exit) if ARGV[1] == "once"
        end
        """)


@unittest.skipUnless(os.environ.get("PACKAGE") and shutil.which("node"), "there is no package for Node")
class Node(Program):
    command = ("node", "-e", """
        const site = new (require(process.env.PACKAGE).Site)(process.argv[1]);
        const fs = require("node:fs");
        fs.writeSync(1, "begun\\n");
        for (;;) {
          site.renderLater("/people/");
          const page = site.html("/");
          if (process.argv[2] === "throw") throw new Error("mine");
          if (process.argv[2] === "once") { fs.writeSync(1, page); process.exit(); }
        }
        """)


class Publishing(StoppedTest):
    """A program that publishes a site again and again, through a language that can."""

    command = None

    def test_it_is_killed_at_some_moment_and_the_next_one_mends_the_rest(self):
        to = os.path.join(self.built, "public")
        os.mkdir(self.built)
        for turn in range(4):
            self.write("layouts/home.md", f"# Turn {turn}\n")
            running = self.start((*self.command, self.site, to))
            self.assertEqual(running.stdout.readline(), b"begun\n")
            time.sleep(0.02 * turn)
            self.stop(running, signal.SIGKILL)
            for path, content in tree(to).items():
                if path.endswith(".html"):
                    self.assertTrue(content.rstrip().endswith(b"</html>"), path)
        self.said(*self.command, self.site, to, "once")
        self.assertIn("Turn 3", self.read(to, "index.html"))
        self.assertEqual(os.listdir(self.built), ["public"])


@unittest.skipUnless(shutil.which("ruby"), "there is no Ruby")
class PublishingRuby(Publishing):
    command = ("ruby", "-e", """
        require "minutebook"
        site = Minutebook::Site.open(ARGV[0])
        $stdout.sync = true
        puts "begun"
        loop { site.build(to: ARGV[1]); exit if ARGV[2] }
        """)


@unittest.skipUnless(os.environ.get("PACKAGE") and shutil.which("node"), "there is no package for Node")
class PublishingNode(Publishing):
    command = ("node", "-e", """
        const site = new (require(process.env.PACKAGE).Site)(process.argv[1]);
        require("node:fs").writeSync(1, "begun\\n");
        do { site.build({ to: process.argv[2] }); } while (!process.argv[3]);
        """)


class Generator(StoppedTest):
    """A generator's build."""

    def command(self):
        raise NotImplementedError

    def built_well(self):
        done = run(*self.command(), cwd=self.host, COLUMNS="500")
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode())
        return tree(self.built)

    def pages(self):
        return {path: text for path, text in tree(self.built).items() if path.endswith(".html")}

    def test_it_is_stopped_at_some_moment_and_the_next_build_is_whole(self):
        start = time.monotonic()
        whole, before = self.built_well(), sorted(tree(self.site))
        took = time.monotonic() - start
        for part, number in ((0.4, signal.SIGINT), (0.6, signal.SIGKILL), (0.8, signal.SIGINT)):
            running = self.start(self.command())
            time.sleep(took * part)
            self.stop(running, number)
        self.assertEqual(sorted(tree(self.site)), before)
        self.assertEqual(sorted(self.built_well()), sorted(whole))
        self.assert_pages_are_ours()

    def test_a_mistake_in_the_middle_leaves_what_is_published(self):
        self.built_well()
        published = self.pages()
        self.break_the_home_page()
        done = run(*self.command(), cwd=self.host, COLUMNS="500")
        self.assert_names_the_mistake(done)
        self.assertEqual(self.pages(), published)


class MkDocs(Generator):
    name = "mkdocs"

    def command(self):
        return ("mkdocs", "build", "-q", "-d", self.built)


class Pelican(Generator):
    name = "pelican"

    def command(self):
        return ("pelican", "-q", "-s", "pelicanconf.py", "-o", self.built)


@unittest.skipUnless(os.path.isdir(os.environ.get("ELEVENTY", "")), "npm hasn't installed Eleventy")
class Eleventy(Generator):
    name = "eleventy"

    def setUp(self):
        super().setUp()
        os.symlink(os.environ["ELEVENTY"], os.path.join(self.host, "node_modules"))

    def command(self):
        return ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", f"--output={self.built}")


@unittest.skipUnless(shutil.which("jekyll"), "there is no Jekyll")
class Jekyll(Generator):
    name = "jekyll"

    def command(self):
        return ("jekyll", "build", "--quiet", "--disable-disk-cache", "--destination", self.built)


for base in (Program, Publishing, Generator):
    del globals()[base.__name__]
del base

if __name__ == "__main__":
    main()

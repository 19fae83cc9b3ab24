"""guest_test.py: the library as a guest: twice in a program that exports a broken Lua, asked by eight threads; nothing of the
program's own is changed, nothing is printed; the same, and Lua's module, under valgrind."""

import os
import shutil
import tempfile
import unittest

from door import SITE, DoorTest, main, run

GUEST, LIBRARY = os.environ["GUEST"], os.environ["LIBRARY"]
PACK = ("Wexcombe and Harle Council\n\nQuarry Liaison Panel\n\nDate: Tuesday, 5th May, 2026\n\nTime: 2.00 pm\n\nAGENDA\n\n"
        "- 1. WELCOME\n\n- 2. BLASTING TIMES\n\n")
VALGRIND = ("valgrind", "-q", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=definite")

# Every mistake that a program in Lua can make, each told by an error.
MISTAKES = """
local minutebook = require "minutebook"
local folder = arg[1]
local function refused(words, call, ...)
  local ok, said = pcall(call, ...)
  assert(not ok and tostring(said):find(words, 1, true), tostring(said))
end
refused("/nowhere", minutebook.open, "/nowhere")
refused("none.txt", minutebook.pack, "none.txt")
local site = minutebook.open(folder)
refused("/peple/", site.render, site, "/peple/")
refused("NUL", minutebook.open, "a\\0b")
refused("NUL", minutebook.open, folder, { today = "2025-11-04\\0" })
refused("NUL", minutebook.pack, "a\\0b")
refused("NUL", site.render, site, "/\\0")
pcall(site.render, site, "/\\255\\254")
assert(minutebook.markdown("a\\0b \\255"):find("a\\u{FFFD}b \\u{FFFD}", 1, true))
assert(site:library().require)
assert(#site:render("/") > 100 and site:model().meetings[1].items[1].title)
local kept = site:model().meetings[1]
site:close()
site:close()
refused("closed", site.render, site, "/")
pcall(function() return kept.items[1].title end)
kept = nil
collectgarbage()
"""


class Guest(DoorTest):
    def setUp(self):
        work = tempfile.TemporaryDirectory(prefix="minutebook-")
        self.addCleanup(work.cleanup)
        self.work = work.name

    def another_library(self):
        """The same library under another name, which the loader takes for another; beside it, so that it finds its data."""
        path = os.path.join(os.path.dirname(LIBRARY), f"libminutebook-{os.getpid()}.so")
        shutil.copy(os.path.realpath(LIBRARY), path)
        self.addCleanup(os.remove, path)
        return path

    def small_site(self):
        folder = os.path.join(self.work, "site")
        os.makedirs(os.path.join(folder, "packs"))
        for name, text in (("site.yaml", "title: Quarries\ntheme: plain\n"), ("packs/2026-05-05.txt", PACK)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        return folder

    def test_two_of_it_in_a_program_with_a_broken_lua_change_nothing_of_the_programs(self):
        # Under a sanitizer the second would be the same names again, which is what it looks for.
        libraries = [LIBRARY] if os.environ.get("SANITIZED") else [LIBRARY, self.another_library()]
        self.assertEqual(self.said(GUEST, SITE, *libraries, LC_ALL="C.UTF-8"), self.page("/") * len(libraries))

    def under_valgrind(self, *command, **more):
        done = run(*VALGRIND, *command, **more)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))

    @unittest.skipIf(os.environ.get("SANITIZED") or not shutil.which("valgrind"), "there is no valgrind, or a sanitizer instead")
    def test_the_program_under_valgrind(self):
        self.under_valgrind(GUEST, self.small_site(), LIBRARY)

    @unittest.skipIf(os.environ.get("SANITIZED") or not shutil.which("valgrind"), "there is no valgrind, or a sanitizer instead")
    def test_a_program_in_lua_that_makes_mistakes_under_valgrind(self):
        program = os.path.join(self.work, "mistakes.lua")
        with open(program, "w", encoding="utf-8") as file:
            file.write(MISTAKES)
        self.under_valgrind("lua5.4", program, self.small_site(), LUA_CPATH=os.environ["LUA_MODULES"] + "/?.so")

    def test_the_same_program_in_lua(self):
        if os.environ.get("SANITIZED"):
            self.skipTest("lua5.4 was built without a sanitizer")
        program = os.path.join(self.work, "mistakes.lua")
        with open(program, "w", encoding="utf-8") as file:
            file.write(MISTAKES)
        done = run("lua5.4", program, self.small_site(), LUA_CPATH=os.environ["LUA_MODULES"] + "/?.so")
        self.assertEqual((done.returncode, done.stdout, done.stderr.decode()), (0, b"", ""))


if __name__ == "__main__":
    main()

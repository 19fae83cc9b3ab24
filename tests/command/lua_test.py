"""lua_test.py: Lua on a site, from the command line, a file, or line by line."""

import json
import os
import re
import subprocess
import unittest

from harness import CommandTest

EXAMPLE = os.environ["EXAMPLE_SITE"]


class Lua(CommandTest):
    def lua(self, *arguments, **more):
        return self.run_command("lua", EXAMPLE, "--date", "2025-11-01", *arguments, **more)

    def test_an_expression_is_shown_as_it_is(self):
        outcome = self.lua("--run", "site.meetings[1].date, '*'")
        self.assertEqual((outcome.code, outcome.out, outcome.err), (0, "2025-06-17\t*\n", ""))

    def test_a_file_is_run_with_the_library(self):
        self.write("a.lua", "local meeting = site.meetings[1]\nprint(long_date(meeting.date))\nemit(md'*x*\\n')\n")
        outcome = self.lua(self.path("a.lua"))
        self.assertEqual((outcome.code, outcome.out), (0, "Tuesday 17 June 2025\n*x*\n"))

    def test_a_mistake_has_its_line_and_a_suggestion(self):
        self.write("a.lua", "\nprint(site.titel)\n")
        outcome = self.lua(self.path("a.lua"))
        self.assertEqual(outcome.code, 1)
        self.assertIn("a.lua:2: Site has no field 'titel' (did you mean 'title'?)", outcome.err)

    def test_help_tells_what_a_type_has(self):
        for code in ("help(site.meetings[1])", "help 'SiteMeeting'", "help(site.meetings)"):
            outcome = self.lua("--run", code)
            self.assertEqual(outcome.code, 0)
            self.assertRegex(outcome.out, r"SiteMeeting: .*\n(.*\n)*  date +string\? ")

    def test_it_reaches_nothing_outside(self):
        for code in ("os.exit()", "io.open('/etc/passwd')", "load('x')"):
            self.assertEqual(self.lua("--run", code).code, 1)

    def test_editors_strike_through_what_lua_has_and_a_layout_has_not(self):
        listing = """for _, name in ipairs { "_G", "string", "table", "math", "utf8", "coroutine" } do
          for key in pairs(_G[name]) do print((name == "_G" and "" or name .. ".") .. key) end end"""
        names = subprocess.run(["lua5.4", "-e", listing], capture_output=True, check=True).stdout.decode().split()
        asked = "\n".join(f"print('{name}', (pcall(function() return assert({name}) end)))"
                          for name in names if "_" not in name and name != "arg")
        self.write("a.lua", asked)
        missing = {line.split("\t")[0] for line in self.lua(self.path("a.lua")).out.splitlines() if line.endswith("false")}
        with open(os.path.join(EXAMPLE, "../lua/meta/sandbox.lua"), encoding="utf-8") as file:
            marked = set(re.findall(r"@deprecated .*\n(?:function )?([\w.]+)", file.read()))
        with open(os.path.join(EXAMPLE, "../module/starter/luarc.json"), encoding="utf-8") as file:
            marked |= set(json.load(file)["runtime.builtin"])
        self.assertEqual(missing, marked)

    def test_a_file_that_is_missing(self):
        outcome = self.lua("lost.lua")
        self.assertEqual(outcome.code, 1)
        self.assertIn("lost.lua: can't be read", outcome.err)


if __name__ == "__main__":
    unittest.main()

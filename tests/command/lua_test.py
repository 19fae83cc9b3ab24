"""lua_test.py: Lua on a site, from the command line, a file, or line by line."""

import os
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

    def test_a_file_that_is_missing(self):
        outcome = self.lua("lost.lua")
        self.assertEqual(outcome.code, 1)
        self.assertIn("lost.lua: can't be read", outcome.err)


if __name__ == "__main__":
    unittest.main()

"""readme_programs_test.py: the programs that the README shows work as they stand there."""

import os
import subprocess
import sys
import unittest

import harness
from readme_test import shown

LIBRARIES = os.path.dirname(os.environ["LIBRARY"])


class Programs(harness.CommandTest):
    def setUp(self):
        super().setUp()
        self.write("ponds/site.yaml", shown("yaml")[0])
        self.write("ponds/packs/2025-03-04.txt", harness.PACK)

    def said(self, *command):
        environment = os.environ | {"LD_LIBRARY_PATH": LIBRARIES, "LUA_CPATH": LIBRARIES + "/lua/5.4/?.so"}
        return subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True,
                              timeout=harness.SECONDS).stdout.decode()

    def assert_home(self, page):
        self.assertEqual(page, self.run_command("render", "ponds", "/").out + "\n")

    def test_the_c_program_writes_the_home_page(self):
        (program,) = shown("c")
        self.said("gcc", "-Wall", "-Werror", "-I", os.environ["HEADERS"], self.write("home.c", program),
                  "-L", LIBRARIES, "-lminutebook", "-o", "home")
        self.assert_home(self.said("./home"))

    def test_the_lua_program_lists_pages_and_meetings(self):
        said = self.said("lua5.4", self.write("list.lua", shown("lua")[1])).splitlines()
        self.assertRegex(said[0], r"^/\t[0-9]{3,}$")
        self.assertEqual(said[-1], "2025-03-04\tParks Panel\t3")

    def test_the_python_program_writes_the_home_page(self):
        (program,) = shown("python")
        self.assert_home(self.said(sys.executable, self.write("home.py", program)))


if __name__ == "__main__":
    unittest.main()

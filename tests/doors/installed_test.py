"""installed_test.py: what `cmake --install` puts somewhere makes pages: by a C program that pkg-config helps to build,
and by the Lua module."""

import glob
import os
import shlex
import subprocess
import tempfile

from door import HERE, SITE, DoorTest, main


class Installed(DoorTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="minutebook-")
        cls.addClassCleanup(folder.cleanup)
        cls.prefix = folder.name
        subprocess.run(["cmake", "--install", os.environ["BUILD"], "--prefix", cls.prefix], check=True,
                       stdout=subprocess.DEVNULL)
        (description,) = glob.glob(f"{cls.prefix}/**/minutebook.pc", recursive=True)
        cls.packages = os.path.dirname(description)
        cls.libraries = os.path.dirname(cls.packages)

    def test_a_program_is_built_against_it_and_lists_and_makes_pages(self):
        flags = self.said("pkg-config", "--cflags", "--libs", "minutebook", PKG_CONFIG_PATH=self.packages)
        program = os.path.join(self.prefix, "render")
        subprocess.run(["gcc", "-Wall", "-Werror", os.path.join(HERE, "render.c"), "-o", program,
                        *shlex.split(flags.decode())], check=True)
        routes = self.said(program, SITE, LD_LIBRARY_PATH=self.libraries).decode().splitlines()
        self.assertGreater(len(routes), 3)
        page = self.said(program, SITE, routes[-1], LD_LIBRARY_PATH=self.libraries)
        self.assertEqual(page, self.page(routes[-1], "--markdown"))

    def test_the_lua_module_finds_the_library(self):
        page = self.said("lua5.4", os.path.join(HERE, "render.lua"), SITE, "/",
                         LUA_CPATH=f"{self.libraries}/lua/5.4/?.so")
        self.assertEqual(page, self.page("/"))

    def test_the_lua_module_has_no_lua_of_its_own(self):
        needed = self.said("readelf", "--dynamic", f"{self.libraries}/lua/5.4/minutebook.so").decode()
        self.assertIn("[libminutebook.so.", needed)
        self.assertNotIn("liblua", needed)


if __name__ == "__main__":
    main()

"""hosts_test.py: pages made by programs that load the library while they run."""

import os
import sys

from door import HERE, SITE, DoorTest, main

BUILD = os.environ["BUILD"]


class Hosts(DoorTest):
    def test_python_needs_only_the_interface(self):
        script = os.path.join(HERE, "render.py")
        self.assertEqual(self.said(sys.executable, script, os.environ["LIBRARY"], SITE, "/"), self.page("/"))

    def test_a_library_without_a_lua_of_its_own_takes_the_systems(self):
        script = os.path.join(HERE, "render.py")
        self.assertEqual(self.said(sys.executable, script, os.environ["ON_SHARED_LUA"], SITE, "/"), self.page("/"))

    def test_lua_takes_the_module(self):
        page = self.said("lua5.4", os.path.join(HERE, "render.lua"), SITE, "/", LUA_CPATH=f"{BUILD}/lib/lua/5.4/?.so")
        self.assertEqual(page, self.page("/"))


if __name__ == "__main__":
    main()

"""c_test.py: pages made by C programs, also by one that has another Lua in it."""

import os

from door import SITE, DoorTest, main, run


class Program(DoorTest):
    command = os.environ["RENDER_BY_C"]

    def test_every_route_that_it_lists_is_the_page_of_the_command(self):
        routes = self.said(self.command, SITE).decode().splitlines()
        self.assertIn("/", routes)
        self.assertEqual(routes, sorted(set(routes)))
        for route in routes:
            self.assertEqual(self.said(self.command, SITE, route), self.page(route, "--markdown"), route)

    def test_a_route_that_is_missing_says_so(self):
        done = run(self.command, SITE, "/nowhere/")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"the site has no page '/nowhere/'", done.stderr)


class ProgramWithLua53(DoorTest):
    command = os.environ["OTHER_LUA"]

    def test_the_library_runs_on_its_own_lua(self):
        self.assertEqual(self.said(self.command, os.environ["LIBRARY"], SITE, "/"), self.page("/"))

    def test_a_library_without_a_lua_of_its_own_refuses_the_other(self):
        done = run(self.command, os.environ["ON_SHARED_LUA"], SITE, "/")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"the Lua of this program isn't the one that layouts run on: it is older than 5.4", done.stderr)
        self.assertIn(b"-DMINUTEBOOK_LUA_SOURCE", done.stderr)


if __name__ == "__main__":
    main()

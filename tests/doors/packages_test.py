"""packages_test.py: the packages of the build, each installed somewhere of its own: a rock, a wheel, a gem, Debian's."""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from door import HERE, SITE, DoorTest, main, run

BUILD = os.environ["BUILD"]
SOURCE = os.path.join(HERE, "../..")
PACKAGES = os.path.join(BUILD, "packages")


def needs(*programs):
    missing = [name for name in programs if not shutil.which(name)]
    return unittest.skipIf(missing, f"there is no {' and no '.join(missing)}")


class Packages(DoorTest):
    def setUp(self):
        work = tempfile.TemporaryDirectory(prefix="minutebook-")
        self.addCleanup(work.cleanup)
        self.work = work.name

    def version(self):
        with open(os.path.join(SOURCE, "module/include/minutebook.h"), encoding="utf-8") as header:
            return re.search(r'MB_VERSION +"(.*)"', header.read())[1]

    def did(self, *command, cwd=None, **more):
        done = run(*command, cwd=cwd, **more)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr).decode())
        return done.stdout.decode()

    @needs("luarocks")
    def test_a_rock_is_made_on_the_installed_library(self):
        prefix, sources, tree = (os.path.join(self.work, name) for name in ("prefix", "lua", "tree"))
        self.did("cmake", "--install", BUILD, "--prefix", prefix)
        shutil.copytree(os.path.join(PACKAGES, "lua"), sources)
        (library,) = glob.glob(f"{prefix}/**/libminutebook.so", recursive=True)
        self.did("luarocks", "--lua-version", "5.4", "make", "--tree", tree, f"minutebook-{self.version()}-1.rockspec",
                 f"MINUTEBOOK_DIR={prefix}", f"MINUTEBOOK_LIBDIR={os.path.dirname(library)}", cwd=sources)
        self.assertEqual(self.did("luarocks", "--lua-version", "5.4", "show", "--tree", tree, "--mversion", "minutebook"),
                         f"{self.version()}-1\n")
        page = self.said("lua5.4", os.path.join(HERE, "render.lua"), SITE, "/", LUA_CPATH=f"{tree}/lib/lua/5.4/?.so")
        self.assertEqual(page, self.page("/"))

    def test_a_wheel_has_the_module_and_both_plug_ins(self):
        wheel = os.path.join(PACKAGES, f"minutebook-{self.version()}-py3-none-any.whl")
        if not os.path.exists(wheel):
            self.skipTest("the build made no wheel")
        into = os.path.join(self.work, "packages")
        self.did(sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-cache-dir",
                 "--disable-pip-version-check", "--root-user-action=ignore", "--target", into, wheel)
        program = """if True:
            import importlib.metadata, importlib.util, minutebook, sys
            found = importlib.metadata.distribution("minutebook")
            (plugin,) = found.entry_points
            assert plugin.value == "minutebook.mkdocs:MinutebookPlugin" and found.metadata["License"] == "MIT"
            assert importlib.util.find_spec("minutebook.mkdocs") and importlib.util.find_spec("pelican.plugins.minutebook")
            assert found.version == minutebook.version() and minutebook.__file__.startswith(sys.argv[1])
            with minutebook.Site(sys.argv[2]) as site:
                sys.stdout.write(site.html("/"))
            """
        page = self.said(sys.executable, "-c", program, into, SITE, PYTHONPATH=into, MINUTEBOOK_LIBRARY=os.environ["LIBRARY"])
        self.assertEqual(page, self.page("/"))

    @needs("gem")
    def test_a_gem_has_the_library_and_the_plug_in(self):
        home = os.path.join(self.work, "gems")
        where = {"GEM_HOME": home, "RUBYLIB": "", "MINUTEBOOK_LIBRARY": os.environ["LIBRARY"]}
        self.did("gem", "install", "--local", "--no-document", os.path.join(PACKAGES, f"minutebook-{self.version()}.gem"), **where)
        program = """if true
            require "minutebook"
            gem = Gem.loaded_specs.fetch("minutebook")
            raise "of another place" unless $LOADED_FEATURES.grep(/minutebook\\.rb/).first.start_with?(ENV.fetch("GEM_HOME"))
            raise "of another version" unless gem.version.to_s == Minutebook.version && gem.license == "MIT"
            raise "no licence" unless File.exist?(File.join(gem.gem_dir, "LICENSE"))
            Minutebook::Site.open(ARGV[0]) { |site| $stdout.write(site.html("/")) }
            end"""
        self.assertEqual(self.said("ruby", "-e", program, SITE, **where), self.page("/"))
        if shutil.which("jekyll"):
            self.did("jekyll", "build", "--quiet", "--disable-disk-cache", "--source", os.path.join(SITE, "hosts/jekyll"),
                     "--destination", os.path.join(self.work, "built"), **where)

    def make_debs(self):
        """Debian packages of the build, by their names."""
        folder = os.path.join(self.work, "debs")
        self.did("cpack", "-B", folder, cwd=BUILD)
        debs = glob.glob(f"{folder}/*.deb")
        return {os.path.basename(deb).partition("_")[0]: deb for deb in debs}

    @needs("cpack", "dpkg-shlibdeps", "lintian")
    def test_debian_packages_have_no_error_and_work_where_they_are_installed(self):
        debs = self.make_debs()
        self.assertEqual(sorted(debs), ["libminutebook-dev", "libminutebook0", "minutebook"])
        self.did("lintian", "--allow-root", "--fail-on", "error", *debs.values())
        self.assertIn("libminutebook0 (=", self.did("dpkg-deb", "--field", debs["minutebook"], "Depends"))
        root = os.path.join(self.work, "root")
        for deb in debs.values():
            self.did("dpkg-deb", "--extract", deb, root)
        (library,) = glob.glob(f"{root}/usr/lib/**/libminutebook.so", recursive=True)
        where = {"LD_LIBRARY_PATH": os.path.dirname(library)}
        page = self.said(os.path.join(root, "usr/bin/minutebook"), "render", SITE, "/", **where)
        self.assertEqual(page, self.page("/"))
        self.build_the_example(os.path.join(root, "usr"), where)

    def build_the_example(self, prefix, where):
        """The example in C, found by pkg-config and by find_package, gives the pages of the command."""
        example = os.path.join(SOURCE, "example-site/hosts/c")
        with open(os.path.join(example, "pages.c"), encoding="utf-8") as source:
            self.assertLess(len(source.readlines()), 60)
        (description,) = glob.glob(f"{prefix}/lib/**/minutebook.pc", recursive=True)
        flags = self.said("pkg-config", "--cflags", "--libs", "minutebook", PKG_CONFIG_PATH=os.path.dirname(description))
        by_pkg_config, folder = os.path.join(self.work, "pages"), os.path.join(self.work, "by-cmake")
        subprocess.run(["gcc", "-Wall", "-Wextra", "-Werror", os.path.join(example, "pages.c"), "-o", by_pkg_config,
                        *flags.decode().split()], check=True)
        self.did("cmake", "-G", "Ninja", "-S", example, "-B", folder, f"-DCMAKE_PREFIX_PATH={prefix}")
        self.did("cmake", "--build", folder)
        for program in (by_pkg_config, os.path.join(folder, "pages")):
            routes = [line.split("\t")[0] for line in self.said(program, SITE, **where).decode().splitlines()]
            self.assertIn(self.said(program, SITE, routes[-1], **where).strip(), self.page(routes[-1]))

    def test_the_example_in_c_is_built_against_the_installed_library(self):
        prefix = os.path.join(self.work, "prefix")
        self.did("cmake", "--install", BUILD, "--prefix", prefix)
        (library,) = glob.glob(f"{prefix}/lib/**/libminutebook.so", recursive=True)
        self.build_the_example(prefix, {"LD_LIBRARY_PATH": os.path.dirname(library)})


if __name__ == "__main__":
    main()

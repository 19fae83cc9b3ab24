"""nu_test.py FOLDER MANUAL: the Nu checker finds no error in any page, sheet or drawing of the published sites, and in the
pages of the folder MANUAL. FOLDER is where npm puts the checker. Exit code 77: not done, there is no Java or no npm."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from packages import fetch, leave
from sites import publish_all

FOLDER, MANUAL = pathlib.Path(sys.argv.pop(1)), pathlib.Path(sys.argv.pop(1))


class Nu(unittest.TestCase):
    def errors_of(self, folder):
        files = [path for kind in ("html", "css", "svg") for path in sorted(folder.rglob("*." + kind))]
        self.assertTrue(files)
        # One run for all: most of it is starting.
        done = subprocess.run(["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar", "--also-check-css",
                               "--also-check-svg", "--errors-only", "--format", "json", "--stdout", *files],
                              capture_output=True, text=True, check=False)
        self.assertTrue(done.stdout, done.stderr)
        return [f"{found['url']}:{found.get('lastLine', 0)}: {found['message']}" for found in json.loads(done.stdout)["messages"]]

    def test_every_page_sheet_and_drawing_is_valid(self):
        with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
            self.assertTrue(list(publish_all(work)))
            shutil.copytree(MANUAL, pathlib.Path(work) / "manual")
            self.assertEqual(self.errors_of(pathlib.Path(work))[:10], [])

    def test_the_checker_is_at_work(self):
        with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
            page = pathlib.Path(work) / "page.html"
            page.write_text("<!doctype html><html lang=en><title>t</title><p id=a><p id=a>")
            self.assertRegex(self.errors_of(page.parent)[0], "page.html.*Duplicate ID")


if not shutil.which("java"):
    leave("there is no Java")
fetch(FOLDER, needs_chromium=False)
unittest.main()

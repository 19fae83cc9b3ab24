"""door.py: what the tests of all doors share: the example site, the pages that they are held to, and a note of how each
test ended, for the matrix of hosts."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

HERE = os.path.dirname(__file__)
SITE = os.environ["EXAMPLE_SITE"]
SECONDS = 120

# The same day for the command and for every door.
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1764547200"}


def run(*command, cwd=None, **more):
    """What a program writes and how it ends; `more` is its environment."""
    return subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
                          env=ENVIRONMENT | more)


class DoorTest(unittest.TestCase):
    def said(self, *command, **more):
        """What a program writes that ends well and complains of nothing."""
        done = run(*command, **more)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        self.assertNotEqual(done.stdout, b"")
        return done.stdout

    def page(self, route, *options):
        """The page as the command makes it."""
        return self.said(os.environ["MINUTEBOOK"], "render", SITE, route, *options)


class Noted(unittest.TextTestResult):
    """Writes into the folder RESULTS how the tests of a class ended: {"php_test.Php.test_a_page": "passed"}."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ended = {}

    def note(self, test, word):
        if isinstance(test, unittest.TestCase):
            kind, name = type(test).__name__, test._testMethodName  # pylint: disable=protected-access
            ended = self.ended.setdefault(kind, {})
            ended.setdefault(f"{pathlib.Path(sys.argv[0]).stem}.{kind}.{name}", word)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "failed")

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "failed")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.note(test, "failed")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(test, "skipped")

    def addSuccess(self, test):
        super().addSuccess(test)
        self.note(test, "passed")

    def stopTestRun(self):
        super().stopTestRun()
        folder = os.environ.get("RESULTS")
        for kind, ended in self.ended.items() if folder else ():
            path = pathlib.Path(folder, f"{pathlib.Path(sys.argv[0]).stem}.{kind}.json")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(ended, indent=2), encoding="utf-8")


class NotingRunner(unittest.TextTestRunner):
    resultclass = Noted


def main(**more):
    """Runs the tests of the program."""
    unittest.main("__main__", testRunner=NotingRunner, **more)

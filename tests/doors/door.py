"""door.py: what the tests of all doors share: the example site, and the pages that they are held to."""

import os
import subprocess
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

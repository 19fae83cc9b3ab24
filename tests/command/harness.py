"""harness.py: runs the command on papers that a test writes, and looks at what it says."""

import json
import os
import subprocess
import tempfile
import unittest

COMMAND = os.environ["MINUTEBOOK"]

# No test may hang: the slowest reads 50 MB under ASan.
SECONDS = 120

# A pack of the plainest sort: what odd text is put behind.
PACK = """Example Borough Council

Parks Panel

Date: Tuesday, 4th March, 2025

Time: 10.00 am

Venue: The Old Library

AGENDA

- 1. WELCOME

- 2. APOLOGIES FOR ABSENCE

- 3. THE STATE OF THE PONDS

"""


class Outcome:
    def __init__(self, finished):
        self.code = finished.returncode
        self.out = finished.stdout.decode("utf-8")
        self.err = finished.stderr.decode("utf-8")


class CommandTest(unittest.TestCase):
    """Each test has a folder of its own, in which the command runs."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="minutebook-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Writes a file of text or bytes; returns its name."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return name

    def run_command(self, *arguments, before=()):
        finished = subprocess.run([*before, COMMAND, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=SECONDS, check=False)
        return Outcome(finished)

    def model(self, name, *options):
        """The model of a file that is read without an error."""
        outcome = self.run_command("model", name, *options)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        return json.loads(outcome.out)

    def assert_refused(self, outcome, code, message):
        """One message that begins as `message` does, and this exit code."""
        self.assertEqual(outcome.code, code, outcome.err)
        self.assertTrue(outcome.err.startswith("minutebook: " + message), outcome.err)
        complaints = [line for line in outcome.err.splitlines() if not line.startswith(" ")]
        self.assertEqual(len(complaints), 1, outcome.err)


def everything_said(value):
    """All strings of a JSON value, a line each."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = list(value.values())
    return "\n".join(map(everything_said, value)) if isinstance(value, list) else ""

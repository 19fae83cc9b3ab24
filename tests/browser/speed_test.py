"""speed_test.py: what building the example site costs."""

import os
import resource
import time
import unittest

from harness import CommandTest

# Seconds. The processors' time is counted too: it doesn't depend on what else the machine does.
MOST = 1


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Speed(CommandTest):
    def test_the_example_site_is_built_in_less_than_a_second_on_two_cores(self):
        costs = []
        for place in ("one", "two", "three"):
            began, before = time.monotonic(), spent()
            outcome = self.run_command("build", os.environ["EXAMPLE_SITE"], "--to", place, "--date", "2026-05-05", "--jobs", "2")
            self.assertEqual(outcome.code, 0, outcome.err)
            costs.append(min(time.monotonic() - began, spent() - before))
        self.assertLess(min(costs), MOST)


if __name__ == "__main__":
    unittest.main()

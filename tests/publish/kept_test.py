"""kept_test.py: a site that is built from readings that were kept is, to the byte, the one that was built by reading."""

import glob
import os
import re
import shutil
import unittest

from site_under_test import EXAMPLE, SiteTest

OWN = os.environ["READER_PACKS"]
REFERENCES = os.environ.get("MINUTEBOOK_REFERENCES")

PLAIN = "title: Many papers\nurl: https://papers.example/\npacks: packs/*.txt\n"


class Kept(SiteTest):
    def put(self, packs):
        """A site of the papers in the folder."""
        shutil.rmtree(self.path("site"))
        self.write("site/site.yaml", PLAIN)
        os.makedirs(self.path("site/packs"))
        for paper in glob.glob(os.path.join(packs, "**", "*.txt"), recursive=True):
            shutil.copy(paper, self.path("site/packs"))

    def assert_same(self):
        """Built without keeping, with keeping, from what was kept."""
        told = {}
        for to, caches in (("fresh", ""), ("first", "caches"), ("kept", "caches")):
            told[to] = re.sub(r"in [0-9.]+ s", "", self.publish("--cache", caches, to=to).replace(to, ""))
        count = len(os.listdir(self.path("caches/readings")))
        for command in (("check", "site"), ("model", "site", "--date", "2025-10-01")):
            outcomes = [self.run_command(*command, "--cache", caches) for caches in ("", "caches")]
            self.assertGreater(len(outcomes[0].out), 100)
            self.assertEqual(outcomes[0].out, outcomes[1].out)
            self.assertEqual((outcomes[0].code, outcomes[0].err), (outcomes[1].code, outcomes[1].err))
        fresh = self.tree("fresh")
        self.assertGreater(len(fresh), 10)
        for to in ("first", "kept"):
            self.assertEqual(told["fresh"], told[to])
            again = self.tree(to)
            self.assertEqual(sorted(fresh), sorted(again))
            self.assertEqual([name for name in fresh if fresh[name] != again[name]], [])
        self.assertEqual(len(os.listdir(self.path("caches/readings"))), count)
        return count

    def test_the_example_site(self):
        shutil.rmtree(self.path("site"))
        shutil.copytree(EXAMPLE, self.path("site"), ignore=shutil.ignore_patterns("_site"))
        self.assertEqual(self.assert_same(), len(os.listdir(self.path("site/packs"))))

    def test_papers_of_many_councils(self):
        self.put(OWN)
        self.assert_same()

    @unittest.skipUnless(REFERENCES, "no real packs are at hand")
    def test_real_papers(self):
        self.put(os.path.join(REFERENCES, "packs"))
        self.assert_same()

    def test_a_build_says_nothing_of_a_folder_that_cannot_be_written(self):
        self.write("caches", "a file in the way")
        self.publish("--cache", "caches")


if __name__ == "__main__":
    unittest.main()

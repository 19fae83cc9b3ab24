"""changes_valgrind.py: a preview with edits under valgrind, which sees each wrong access and each leak. Exit code 77: no valgrind."""

import os
import shutil
import sys
import unittest

import preview_under_test
from preview_under_test import PreviewTest

# Valgrind takes thirty times as long.
preview_under_test.PATIENCE = 200


class UnderValgrind(PreviewTest):
    under = ("valgrind", "-q", "--error-exitcode=9", "--leak-check=full", "--errors-for-leak-kinds=definite,possible")

    def test_edits_mistakes_and_questions(self):
        os.remove(self.path("site/packs/2025-09-09.txt"))
        self.start()
        self.page_now()
        edits = (("site/layouts/home.md", "# Mine\n"),
                 ("site/layouts/home.md", "# Mine\n\n${site.titel}\n"),
                 ("site/layouts/home.md", "% for = 1 do\n"),
                 ("site/layouts/home.md", "# Mine again\n"),
                 ("site/assets/style.css", "body { color: red }\n"),
                 ("site/assets/style.css", "body { color: green }\n"),
                 ("site/packs/new.txt", "Ponds Panel\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. PONDS\n\n"),
                 ("site/packs/new.txt", "Not a paper at all.\n"),
                 ("site/people.yaml", "- name: Nobody\n"))
        for name, text in edits:
            stream = self.follow()
            self.write(name, text)
            stream.next()
            for path in ("/", "/people/", "/nowhere/", "/_minutebook/trace/", "/data/site.json", "/%zz"):
                self.ask(path)
            self.ask("/", Host="council.example")
            self.ask("/assets/style.css", Range="bytes=2-4")
            stream.close()


if __name__ == "__main__":
    if not shutil.which("valgrind"):
        sys.exit(77)
    unittest.main()

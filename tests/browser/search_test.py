"""search_test.py FOLDER: the example site's search, with the index that Pagefind makes and without one, in Chromium. FOLDER is
where npm puts what that takes. Exit code 77: not done, something is missing here."""

import pathlib
import shutil
import sys
import tempfile

from packages import fetch, index, run_in_node
from sites import EXAMPLE, publish


def main():
    folder = pathlib.Path(sys.argv[1])
    fetch(folder)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
        bare = publish(EXAMPLE, pathlib.Path(work) / "bare")
        indexed = pathlib.Path(shutil.copytree(bare, pathlib.Path(work) / "indexed"))
        index(folder, indexed)
        # A build leaves the index where it is.
        publish(EXAMPLE, indexed)
        sys.exit(run_in_node(folder, "search.mjs", str(indexed), str(bare)))


main()

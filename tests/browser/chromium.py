"""chromium.py FOLDER: publishes the sites and has pages of every kind looked at in Chromium by pages.mjs. FOLDER is where
npm puts what that takes. Exit code 77: not done, something is missing here."""

import pathlib
import sys
import tempfile

from packages import fetch, index, run_in_node
from sites import publish_all


def main():
    folder = pathlib.Path(sys.argv[1])
    fetch(folder)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
        sites = list(publish_all(work))
        for site in sites:
            index(folder, site)
        sys.exit(run_in_node(folder, "pages.mjs", *map(str, sites)))


main()

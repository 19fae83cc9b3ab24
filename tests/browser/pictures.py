"""pictures.py FOLDER: takes the pictures of the documentation again: the example site, built into a temporary folder, as
Chromium shows it. FOLDER is where npm puts what that takes.

    MINUTEBOOK=build/dev/bin/minutebook EXAMPLE_SITE=example-site python3 tests/browser/pictures.py build/dev/browser
"""

import json
import pathlib
import sys
import tempfile

from packages import fetch, index, run_in_node
from sites import EXAMPLE, publish

DOCS = pathlib.Path(__file__).parents[2] / "module/docs"
PANEL = "communities-transport-and-learning-scrutiny-panel"

# The file, the page, how wide and high, and in which scheme.
PICTURES = [
    ("home", "/", 1100, 760, "light"),
    ("meeting", f"/meetings/2025-11-04-{PANEL}/", 1100, 900, "light"),
    ("item", f"/meetings/2025-09-09-{PANEL}/rural-bus-services-after-the-linkrider-contract/", 1100, 900, "light"),
    ("panel", f"/panels/{PANEL}/", 1100, 840, "dark"),
    ("questions", "/questions/2025/", 390, 800, "light"),
    ("search", "/search/?q=buses", 1100, 760, "light"),
]


def main():
    folder = pathlib.Path(sys.argv[1])
    fetch(folder)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
        site = publish(EXAMPLE, pathlib.Path(work) / "site")
        index(folder, site)
        wanted = [{"route": route, "width": width, "height": height, "scheme": scheme, "to": str(DOCS / f"{name}.png")}
                  for name, route, width, height, scheme in PICTURES]
        sys.exit(run_in_node(folder, "pictures.mjs", str(site), json.dumps(wanted)))


main()

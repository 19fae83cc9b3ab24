"""tabs.py FOLDER: two tabs of Chromium show a preview while its files change. FOLDER is where npm puts what that takes.
Exit code 77: not done, something is missing here."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from packages import fetch, run_in_node

HERE = pathlib.Path(__file__).parent
COMMAND = os.environ["MINUTEBOOK"]
EXAMPLE = pathlib.Path(os.environ["EXAMPLE_SITE"])


def main():
    folder = pathlib.Path(sys.argv[1])
    fetch(folder)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
        site = pathlib.Path(work) / "site"
        shutil.copytree(EXAMPLE, site, ignore=shutil.ignore_patterns("_site"))
        preview = subprocess.Popen([COMMAND, "serve", str(site), "--port", "0", "--date", "2025-10-28", "--json"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        try:
            for line in preview.stdout:
                if '"event":"ready"' in line:
                    address = line.split('"address":"')[1].split('"')[0]
                    break
            # Nobody reads on: what it tells must not fill the pipe.
            subprocess.Popen(["cat"], stdin=preview.stdout, stdout=subprocess.DEVNULL)
            code = run_in_node(folder, HERE / "tabs.mjs", address, str(site))
        finally:
            preview.terminate()
            preview.wait(timeout=20)
    sys.exit(code)


main()

"""packages.py: what npm gives to the tests in Chromium, fetched once into a folder of the build."""

import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = {"playwright-core": "1.61.1", "axe-core": "4.11.0", "pagefind": "1.6.0", "vnu-jar": "26.9.27"}
NOT_DONE = 77
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def leave(why):
    """Ends the program: the test can't be done here."""
    print(f"Not done: {why}")
    sys.exit(NOT_DONE)


def fetch(folder, needs_chromium=True):
    """Puts the packages into the folder, once; ends the program where there is no Chromium or no npm."""
    if needs_chromium and not CHROMIUM:
        leave("there is no Chromium")
    if not shutil.which("npm") or not shutil.which("node"):
        leave("there is no npm")
    if all((folder / "node_modules" / name).exists() for name in PACKAGES):
        return
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    subprocess.run(["npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix",
                    str(folder), *wanted], check=True)


def run_in_node(folder, script, *arguments):
    """Runs a script, by its name one beside this file, that takes the packages from the folder; the exit code."""
    environment = {**os.environ, "CHROMIUM": CHROMIUM, "PACKAGES": str(folder)}
    path = pathlib.Path(__file__).parent / script
    return subprocess.run(["node", str(path), *arguments], env=environment, check=False).returncode


def index(folder, site):
    """Lets Pagefind make the index of a published site."""
    subprocess.run([folder / "node_modules/.bin/pagefind", "--site", site, "--quiet"], check=True)

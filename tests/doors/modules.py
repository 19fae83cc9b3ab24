"""modules.py: what npm installs for Eleventy: the host, TypeScript, and our package from the tarball that npm packed."""

import shutil
import subprocess
import sys

NOT_DONE = 77
PACKAGES = ("@11ty/eleventy@3.1.2", "typescript@5.9.3")


def fetch(folder, package):
    """Has npm install the packages into the folder, once for each tarball: the node_modules. Ends the program where there is
    no npm."""
    if not shutil.which("npm") or not shutil.which("node"):
        print("Not done: there is no npm")
        sys.exit(NOT_DONE)
    done = folder / "done"
    if not done.exists() or done.stat().st_mtime < package.stat().st_mtime:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / "node_modules/minutebook", ignore_errors=True)
        subprocess.run(["npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts",
                        "--no-package-lock", "--prefix", str(folder), *PACKAGES, str(package)], check=True)
        done.touch()
    return str(folder / "node_modules")

"""sites.py: the published sites that are looked at: the example site, one of a paper with odd shapes, and real packs where
MINUTEBOOK_REFERENCES has some."""

import os
import pathlib
import shutil
import subprocess

COMMAND = os.environ["MINUTEBOOK"]
EXAMPLE = pathlib.Path(os.environ["EXAMPLE_SITE"])

# Before the last meeting of the example site, so that there is one to come.
DAY = "2026-05-05"

# What the example's papers lack: a wide table, words that can't be broken, markup that must stay text.
WIDE = """Example Borough Council

Parks Panel

Date: Tuesday, 4th March, 2025

Time: 12.00 noon

Venue: The Old Library

AGENDA

- 1. WELCOME

- 2. LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH

See https://example.example/a/very/long/address/that/has/no/place/to/break/and/goes/on/and/on/for/ever.html

<script>alert(1)</script> [a link](javascript:alert(1)) | # text

- 3. THE STATE OF THE PONDS

Pond	Depth	Ducks	Geese	Swans	Herons	Coots	Newts	Frogs	Carp	Perch
Upper	1.2	12	3	2	1	17	40	230	12	31
Lower	0.8	9	0	2	0	3	12	110	8	19
"""


def publish(site, to):
    """Publishes a site into a folder; returns the folder."""
    subprocess.run([COMMAND, "build", str(site), "--to", str(to), "--date", DAY], check=True, stdout=subprocess.DEVNULL)
    return pathlib.Path(to)


def site_of(folder, packs):
    """A site in the civic theme; `packs` are paths."""
    (folder / "packs").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: Papers\ntheme: civic\n")
    for pack in packs:
        shutil.copy(pack, folder / "packs")
    return folder


def publish_all(work):
    """Publishes each below the folder `work`."""
    work = pathlib.Path(work)
    wide = work / "wide.txt"
    wide.write_text(WIDE)
    yield publish(EXAMPLE, work / "example")
    yield publish(site_of(work / "wide-site", [wide]), work / "wide")
    real = pathlib.Path(os.environ.get("MINUTEBOOK_REFERENCES") or "/nowhere") / "packs"
    if real.is_dir():
        yield publish(site_of(work / "real-site", sorted(real.rglob("*.txt"))), work / "real")

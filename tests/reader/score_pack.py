#!/usr/bin/env python3
"""Reads one pack with the command minutebook and holds the model to the bars of bars.ini.

usage: score_pack.py MINUTEBOOK own NAME     a pack of the example site or of packs/, by its name without .txt
       score_pack.py MINUTEBOOK real NAME    a real pack in MINUTEBOOK_REFERENCES, by how its file's name begins

Real packs are measured by the scorer beside them. It pools categories with few facts into one row; a bar on one of
those is measured by compare.py. Exits 77 where there are no real packs to read.
"""
import configparser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import compare

HERE = pathlib.Path(__file__).parent
PACKS = HERE.parent.parent / "example-site" / "packs", HERE / "packs"
NOT_DONE = 77


def bars_of(name):
    bars = configparser.ConfigParser(delimiters=("=",))
    bars.read(HERE / "bars.ini", encoding="utf-8")
    return {category: float(least) for category, least in bars[name].items()}


def read_pack(minutebook, pack):
    return subprocess.run([minutebook, "model", pack], check=True, stdout=subprocess.PIPE).stdout


def own(minutebook, name):
    pack, = (path for folder in PACKS if (path := folder / f"{name}.txt").exists())
    return measure(read_pack(minutebook, pack), HERE / "references" / f"{name}.json", pack, bars_of(name))


def real(minutebook, name):
    folder = os.environ.get("MINUTEBOOK_REFERENCES")
    if not folder:
        print(f"not done: the score of the real pack {name} (MINUTEBOOK_REFERENCES is not set)")
        return NOT_DONE
    pack, = pathlib.Path(folder, "packs").glob(f"{name}*.txt")
    reference = pathlib.Path(folder, "gold", pack.relative_to(pathlib.Path(folder, "packs"))).with_suffix(".json")
    model, bars = read_pack(minutebook, pack), bars_of(name)
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(model)
        file.flush()
        scorer = subprocess.run(
            [sys.executable, pathlib.Path(folder, "score", "score.py"), file.name, reference, pack, "-v",
             *(f"{category}={least}" for category, least in bars.items())], stdout=subprocess.PIPE, text=True)
    print(scorer.stdout)
    rows = re.findall(r"^(\S.*?) {2,}[\d. ]+", scorer.stdout, re.MULTILINE)
    pooled = {category: least for category, least in bars.items() if category not in rows}
    return scorer.returncode or measure(model, reference, pack, pooled)


def measure(model, reference, pack, bars):
    scores = compare.compare(json.loads(model), json.loads(reference.read_text(encoding="utf-8")),
                             pack.read_text(encoding="utf-8", errors="replace"))
    return compare.judge(scores, bars, details=True)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in ("own", "real"):
        sys.exit(__doc__)
    sys.exit({"own": own, "real": real}[sys.argv[2]](sys.argv[1], sys.argv[3]))

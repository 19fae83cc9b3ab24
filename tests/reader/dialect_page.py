#!/usr/bin/env python3
"""The page of the dialects: its dialect reads its paper, which `uk` does not, and each key of a file has an example.

usage: dialect_page.py MINUTEBOOK"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGE = (ROOT / "module/docs/dialects.md").read_text(encoding="utf-8")


def fenced(language):
    return re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)[1]


def read(minutebook, folder, *options):
    result = subprocess.run([minutebook, "model", *options, folder / "paper.txt"], check=True, stdout=subprocess.PIPE)
    return json.loads(result.stdout)


def main(minutebook):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "paper.txt").write_text(fenced("text"), encoding="utf-8")
        (folder / "harle.yaml").write_text(fenced("yaml"), encoding="utf-8")
        assert not read(minutebook, folder)["meetings"], "the paper needs no dialect"
        model = read(minutebook, folder, "--dialects", name)
        assert model["source"]["dialect"] == "harle", model["source"]
        assert model["meetings"][0]["body"] == "Harbour Moot", model["meetings"][0]["body"]
        assert [item["number"] for item in model["meetings"][0]["agenda"]] == ["1", "2", "3"]
    source = (ROOT / "module/reader/dialect/dialect.c").read_text(encoding="utf-8")
    keys = re.findall(r'"([a-z]+)"', re.search(r"dialect_keys\[\] = \{(.*?)\}", source, re.DOTALL)[1])
    for key in keys:
        assert f"| `{key}` |" in PAGE, f"the page has no row for '{key}'"


if __name__ == "__main__":
    main(sys.argv[1])

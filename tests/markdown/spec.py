"""spec.py CONVERT FOLDER DIFFERENCES: all examples of CommonMark 0.30, without our additions and with them.

Without them every example gives the HTML that the specification prints. With them the examples that DIFFERENCES lists
differ in what it says, and no others do. FOLDER is where npm puts the specification."""

import json
import pathlib
import re
import subprocess
import sys

from converter import Converter

PACKAGE = "commonmark-spec@0.30.0"
FENCE = "`" * 32


def fetch(folder):
    """The text of the specification, fetched once."""
    spec = folder / "node_modules" / "commonmark-spec" / "spec.txt"
    if not spec.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(folder), PACKAGE], check=True)
    return spec.read_text()


def examples(spec):
    """(number, Markdown, HTML) of each example."""
    found, part, parts = [], None, None
    for line in spec.split("\n"):
        if line == FENCE + " example":
            part, parts = 0, ["", ""]
        elif line == FENCE and parts:
            found.append((len(found) + 1, *(text.replace("→", "\t") for text in parts)))
            parts = None
        elif parts and line == ".":
            part = 1
        elif parts:
            parts[part] += line + "\n"
    return found


def report(kind, number, markdown, expected, got):
    print(f"example {number} {kind}\n--- Markdown\n{markdown}--- expected\n{expected}--- got\n{got}")


def check_plain(convert, cases):
    wrong = 0
    for number, markdown, html in cases:
        got = convert("r", markdown)
        if got != html:
            report("without additions", number, markdown, html, got)
            wrong += 1
    print(f"without additions: {len(cases) - wrong} of {len(cases)}")
    return wrong


def without_ids(html):
    return re.sub(r'(<h[1-6]) id="[^"<>]+"', r"\1", html)


# What takes each reason for a difference out of our HTML, so that nothing else may differ.
UNDO = {"ids": without_ids}


def check_additions(convert, cases, listed):
    wrong = 0
    for number, markdown, html in cases:
        got = convert("ar", markdown)
        reason = listed["examples"].get(str(number))
        same = UNDO[reason](got) if reason else got
        if same != html or (reason and got == html):
            report("with additions", number, markdown, html, got)
            wrong += 1
    print(f"with additions: {len(cases) - wrong} of {len(cases)} give what they should:")
    for reason, why in listed["reasons"].items():
        count = sum(1 for used in listed["examples"].values() if used == reason)
        print(f"  {count} differ from the specification: {why}")
    return wrong


def main():
    program, folder, listed = sys.argv[1:]
    cases = examples(fetch(pathlib.Path(folder)))
    if len(cases) != 652:
        sys.exit(f"the specification has 652 examples, {len(cases)} were found")
    differences = json.loads(pathlib.Path(listed).read_text())
    convert = Converter(program)
    wrong = check_plain(convert, cases) + check_additions(convert, cases, differences)
    convert.close()
    sys.exit(1 if wrong else 0)


main()

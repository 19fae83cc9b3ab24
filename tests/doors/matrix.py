"""matrix.py BUILD PAGE: prints the matrix of hosts, from matrix.yaml, what the hosts say of their versions, and what their
tests left in BUILD/tests/doors; fails where a test did or isn't there, or where the table of the documentation in PAGE says
otherwise. Versions are held to their majors, since systems differ in the rest; hosts whose tests weren't run, to nothing."""

import json
import os
import pathlib
import re
import subprocess
import sys

import yaml

HERE = pathlib.Path(__file__).parent
HEAD = ("Host", "Version", "Through", "The theme's pages", "In the host's layouts", "Compared", "Follows changes", "Result")
CHECKS = ("theme", "layouts", "watch")


def results(folder):
    """How the tests ended, by their names."""
    ended = {}
    for file in sorted(folder.glob("*.json")):
        ended.update(json.loads(file.read_text(encoding="utf-8")))
    return ended


def is_test(name):
    file, _, test = name.split(".")
    text = (HERE / f"{file}.py").read_text(encoding="utf-8")
    return f"    def {test}(self):" in text


def version_of(command, folder):
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ""
    found = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else ""


def row_of(host, ended, folder):
    """The cells of a host, and what went wrong."""
    version = version_of(host["version"], folder)
    how = {check: ended.get(host[check], "not run") for check in CHECKS if check in host}
    worst = next((word for word in ("failed", "not run", "skipped") if word in how.values()), "passed")
    shown = [{"passed": "yes"}.get(how.get(check), how.get(check, "–")) for check in CHECKS]
    cells = (host["host"], version or "not here", host["through"], shown[0], shown[1], host["compared"], shown[2], worst)
    return cells, [f"{host[check]}: {word}" for check, word in how.items() if word == "failed" or not is_test(host[check])]


def table_of(rows):
    wide = [max(len(row[i]) for row in (HEAD, *rows)) for i in range(len(HEAD))]
    line = lambda cells: "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, wide)).rstrip() + " |"
    return "\n".join([line(HEAD), "|" + "|".join(" --- " for _ in HEAD) + "|", *map(line, rows)])


def table_in(page):
    lines = re.findall(r"^\| (.*?) *\|$", page, flags=re.M)
    rows = [tuple(re.split(r" *\| ", line)) for line in lines]
    start = rows.index(HEAD) if HEAD in rows else len(rows)
    return [row for row in rows[start + 1:] if len(row) == len(HEAD) and row[0] != "---"]


def major(row):
    return (row[0], row[1].partition(".")[0], *row[2:])


def compare(rows, page):
    """What the documentation has otherwise; a host that isn't here, or whose tests were left out, is as it says."""
    said = {row[0]: row for row in table_in(page)}
    seen = {row[0]: row for row in rows}
    wrong = [f"the documentation has no {name}" for name in seen.keys() - said.keys()]
    wrong += [f"the documentation has {name}, which the matrix hasn't" for name in said.keys() - seen.keys()]
    for name in seen.keys() & said.keys():
        if seen[name][-1] == "passed" and major(seen[name]) != major(said[name]):
            wrong.append(f"the documentation says of {name}\n  {said[name]}\nand this run\n  {seen[name]}")
    return wrong


def main(build, page):
    folder = pathlib.Path(build)
    hosts = yaml.safe_load((HERE / "matrix.yaml").read_text(encoding="utf-8"))
    ended = results(folder / "tests/doors/results")
    rows, wrong = [], []
    for host in hosts:
        cells, mistakes = row_of(host, ended, folder)
        rows.append(cells)
        wrong += mistakes
    print(table_of(rows))
    wrong += compare(rows, pathlib.Path(page).read_text(encoding="utf-8"))
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])

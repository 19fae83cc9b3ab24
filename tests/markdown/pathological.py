"""pathological.py CONVERT: Markdown made to be slow takes no more than so many times what ordinary Markdown of the same
size takes, and comes out as HTML or with a message that names a limit."""

import sys

from converter import Converter

SIZE = 200_000

# The slowest that is linear (a line in a hundred lists, then empty lines) takes about 50 times as long as ordinary text;
# what is quadratic takes 250 times as long and more.
MOST_TIMES = 120


def numbered(form, size):
    """`form` with 0, 1, 2, ... in it, as often as fits."""
    return "".join(form.replace("#", str(i)) for i in range(size // (len(form) + 4)))


def repeated(text):
    return lambda size: text * (size // len(text))


WIDE = "|a" * 128 + "|\n" + "|-" * 128 + "|\n"
WIDER = "|a" * 500 + "|\n" + "|-" * 500 + "|\n\n"

CASES = {
    # links and images
    "brackets that open": repeated("["),
    "brackets in one another": lambda n: "[" * (n // 2) + "a" + "]" * (n // 2),
    "links without an end": repeated("[a]("),
    "links without an end, in angle brackets": repeated("[a](<b"),
    "titles without an end": repeated('[a](b "'),
    "links in images without an end": repeated("![[]()"),
    "definitions and uses": lambda n: numbered("[a#]: /u\n", n // 2) + numbered("[a#]", n // 2),
    "a long definition, used often": lambda n: "[a]: /" + "u" * (n // 2) + "\n\n" + "[a]" * (n // 6),
    "definitions without an end": repeated("[a]: <b\n"),
    "autolinks without an end": repeated("<a:"),
    # emphasis and code
    "emphasis without an end": repeated("*a **a "),
    "two kinds of emphasis": repeated("*a_ "),
    "emphasis that can't end": lambda n: "a**b" + "c* " * (n // 3),
    "runs of stars": lambda n: "*" * (n // 2) + "a" + "*" * (n // 2),
    "stars and underscores": repeated("*_"),
    "underscores in words": lambda n: "a_" * (n // 2) + "a*",
    "longer and longer backticks": lambda n: "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))),
    # raw HTML
    "comments without an end": repeated("a <!-- "),
    "instructions without an end": repeated("a <? "),
    "declarations without an end": repeated("a <!A "),
    "sections without an end": repeated("a <![CDATA["),
    "tags without an end": repeated("a <b "),
    "angle brackets": repeated("<"),
    "blocks of HTML": repeated("<div>\n"),
    # blocks
    "quotes in one another": lambda n: "> " * (n // 2) + "a",
    "deeper and deeper quotes": lambda n: "".join(">" * min(i, 150) + "a\n" for i in range(n // 150)),
    "lists in one another": lambda n: "- " * (n // 2) + "a",
    "deeper and deeper lists": lambda n: "".join(" " * (i % 90) + "- a\n" for i in range(n // 50)),
    "a deep list and empty lines": lambda n: "* " * 100 + "a" + "\n" * n,
    "a very deep list and empty lines": lambda n: "* " * (n // 4) + "a" + "\n" * (n // 2),
    "what is nearly a line": lambda n: ("* " * 40 + "a\n") * (n // 82),
    "fences": repeated("```\n"),
    "headings": repeated("a\n-\n"),
    "hashes": repeated("# "),
    "returns": repeated("\r"),
    "tabs": repeated("\t"),
    "NULs": repeated("\0"),
    # tables
    "small tables": repeated("a|b\n-|-\n\n"),
    "short rows of a wide table": lambda n: WIDE + "x\n" * (n // 2),
    "tables that are too wide": repeated(WIDER),
    "tables that are too wide, in code": lambda n: "```\n" + WIDER * (n // len(WIDER)),
    "delimiters": repeated("|-"),
    "lines of delimiters": repeated("|-|\n"),
    "lines of unlike delimiters": repeated("|-|-|\n|-|\n"),
    "a row of pipes": lambda n: "a|b\n-|-\n" + "|" * n,
    "a row of pipes behind backslashes": lambda n: "a|b\n-|-\n" + "\\|" * (n // 2),
    "cells full of brackets": lambda n: "a|b\n-|-\n" + "*a **a|[[ \n" * (n // 12),
    "what is no table": repeated("x\n2. a|b\n-|-\n\n"),
    "what is no table, in lists": repeated("- a|b\n-|-\n\n"),
    "rows that are none": repeated("- a|b\n  -|-\nc\n\n"),
    # containers and attributes
    "containers without an end": repeated("::: a\n"),
    "containers without an end, in items": repeated("- ::: a\n"),
    "ends of containers": repeated(":::\n"),
    "colons": repeated(":"),
    "classes": lambda n: "# a {" + ".b " * (n // 3) + "}",
    "braces": lambda n: "# a " + "{" * n + "}",
    "backslashes before a brace": lambda n: "# a " + "\\" * n + "{#b}",
    "attributes without an end": lambda n: "# a {#b " * (n // 8) + "}",
    "one id, again and again": repeated("# a {#b}\n"),
    "one heading, again and again": repeated("# a\n"),
    "headings that look like another's id": lambda n: numbered("# a-#\n# a\n", n),
    # abbreviations
    "abbreviations that begin alike": lambda n: numbered("*[" + "a" * 50 + "#]: b\n", n // 2) + ("a" * 50 + " ") * (n // 100),
    "a long meaning, used often": lambda n: "*[a]: " + "b" * (n // 2) + "\n\n" + "a " * (n // 4),
    "abbreviations without an end": repeated("*[a"),
    "one abbreviation, again and again": repeated("*[a]: b\n"),
    # notes
    "references to nothing": repeated("[^a]"),
    "notes and references": lambda n: numbered("[^a#]: b\n", n // 2) + "\n" + numbered("[^a#]", n // 2),
    "one note, again and again": repeated("[^a]: b\n"),
    "one note, referred to again and again": lambda n: "[^a]: b\n\n" + "[^a]" * (n // 4),
    "notes that refer to notes": lambda n: "".join(f"[^{i}]: [^{i + 1}]\n" for i in range(n // 18)) + "\n[^0]",
    "labels without an end": repeated("[^aaaaaaaaaaaaaaaaaaaaaaaa"),
    # marks
    "noncharacters": repeated("\ufdd2"),
    "marks": repeated("\ufdd20\ufdd3"),
}


def main():
    convert = Converter(sys.argv[1])
    ordinary = repeated("The panel noted the *report* of officers.\n\n")
    usual = min(convert.timed("a", ordinary(SIZE))[1] for _ in range(5))
    wrong = 0
    for name, case in CASES.items():
        code, seconds, _ = convert.timed("a", case(SIZE))
        if code not in (0, -4) or seconds > MOST_TIMES * usual:
            print(f"{name}: code {code}, {seconds / usual:.0f} times as long as ordinary text")
            wrong += 1
    convert.close()
    print(f"{len(CASES) - wrong} of {len(CASES)} end in time")
    sys.exit(1 if wrong else 0)


main()

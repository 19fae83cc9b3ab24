"""files_test.py: what can be said of a theme without a browser: its sheet, its colours, the links of its pages."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser

from harness import PACK, CommandTest

THEMES = pathlib.Path(os.environ["THEMES"])
SHEET = (THEMES / "civic/assets/style.css").read_text()

DAY = "2025-10-28"

# WCAG 2.2 asks for 4.5 to 1 of text.
LEAST = 4.5

# What is written in which colour on which.
PAIRS = [
    ("ink", "paper"), ("ink", "raised"), ("ink", "mark-paper"),
    ("quiet", "paper"), ("quiet", "raised"),
    ("link", "paper"), ("link", "raised"), ("link", "mark-paper"),
    ("visited", "paper"), ("visited", "raised"), ("visited", "mark-paper"),
    ("mark", "mark-paper"), ("wait", "wait-paper"),
    ("on-accent", "accent"), ("on-focus", "focus"),
]

# And 3 to 1 of what has to be seen but not read.
LINES = [("edge", "paper"), ("edge", "raised"), ("mark", "mark-paper"), ("quiet", "paper"), ("accent", "on-accent")]
LEAST_OF_LINES = 3

# What a page may take beside the text of the papers, in bytes.
MOST_MARKUP = 20_000

# The tags that the papers' text takes: its paragraphs, lists and tables, the frame around what somebody said or decided,
# and the link to the place where it stands.
OF_TEXT = re.compile(r'<(?:p|li|ol|ul|table|thead|tbody|tr|td|strong|em|br|caption|blockquote)>|</\w+>|<th scope="col">|'
                     r'<div class="(?:speech|decision|numbered)[^>]*>|<p class="(?:label|note|vote)">|<(?:a|span) class="source"[^>]*>')


def markup(html):
    """The bytes of a page but for the papers' text and its tags."""
    before, main, after = re.match(r"(?s)(.*?<main[^>]*>)(.*)(</main>.*)", html).groups()
    return len((before + "".join(re.findall("<[^>]*>", OF_TEXT.sub("", main))) + after).encode())


def tokens(block):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block))


def palettes():
    """The tokens in light and in dark, where what isn't said again stays."""
    light = tokens(re.search(r":root \{(.*?)\}", SHEET, re.S).group(1))
    dark = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", SHEET, re.S).group(1)
    return {"light": light, "dark": {**light, **tokens(dark)}}


def luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Page(HTMLParser):
    """The tags, ids, addresses, headings and text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.names, self.ids, self.addresses, self.levels, self.text = set(), set(), [], [], [], ""
        self.feed(html)

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if found.get("type") != "application/ld+json":  # data, which nothing runs
            self.tags.add(tag)
        self.names.update(found)
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("href", "src"):
            if name in found:
                self.addresses.append(found[name])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


class Sheet(unittest.TestCase):
    def test_it_is_small(self):
        self.assertLess(len(SHEET.encode()), 20_000)

    def test_it_fetches_nothing(self):
        self.assertNotRegex(SHEET, r"url\(|@import|@font-face")

    def test_every_text_stands_out_from_what_is_behind_it(self):
        for scheme, palette in palettes().items():
            for text, behind in PAIRS:
                with self.subTest(scheme=scheme, text=text, behind=behind):
                    self.assertGreaterEqual(contrast(palette[text], palette[behind]), LEAST)

    def test_every_line_stands_out_from_what_is_beside_it(self):
        for scheme, palette in palettes().items():
            for line, beside in LINES:
                with self.subTest(scheme=scheme, line=line, beside=beside):
                    self.assertGreaterEqual(contrast(palette[line], palette[beside]), LEAST_OF_LINES)

    def test_what_prints_has_the_addresses_of_links_and_no_colours(self):
        printed = SHEET[SHEET.index("@media print"):]
        self.assertIn('main a[href^="http"]::after', printed)
        self.assertIn("attr(href)", printed)
        self.assertLessEqual(set(re.findall("#[0-9a-f]{3,6}", printed)), {"#fff", "#000", "#333"})

    def test_colours_are_only_said_as_tokens(self):
        rules = re.sub(r":root \{.*?\}", "", SHEET, flags=re.S)
        self.assertEqual(re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", rules), [])


class Pages(CommandTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="minutebook-")
        cls.addClassCleanup(folder.cleanup)
        cls.public = pathlib.Path(folder.name).resolve()
        subprocess.run([os.environ["MINUTEBOOK"], "build", os.environ["EXAMPLE_SITE"], "--to", cls.public, "--date", DAY],
                       check=True, stdout=subprocess.DEVNULL)
        cls.pages = {path.resolve(): Page(path.read_text()) for path in cls.public.rglob("*.html")}

    def test_every_link_leads_somewhere(self):
        for path, page in self.pages.items():
            for address in page.addresses:
                if re.match(r"[a-z]+:", address):
                    continue
                file, _, fragment = address.partition("#")
                folder = self.public if file.startswith("/") else path.parent
                target = (folder / file.lstrip("/")).resolve() if file else path
                target = target / "index.html" if target.is_dir() else target
                with self.subTest(page=path.parent.name, address=address):
                    self.assertTrue(target.is_file())
                    self.assertTrue(not fragment or fragment in self.pages[target].ids)

    def test_every_layout_has_a_page(self):
        said = self.run_command("render", os.environ["EXAMPLE_SITE"], "--list", "--date", DAY)
        shown = {line.split("\t")[0] for line in said.out.splitlines()}
        self.assertEqual(shown, {path.stem for path in (THEMES / "civic/layouts").iterdir()})

    def test_the_papers_are_most_of_a_page(self):
        for path in self.pages:
            with self.subTest(page=path.relative_to(self.public)):
                self.assertLess(markup(path.read_text()), MOST_MARKUP)

    def test_no_list_or_navigation_is_empty(self):
        for path in self.pages:
            empty = re.findall(r"<(ul|ol|dl|nav|table|section)\b[^>]*>\s*</\1>", re.sub('<ol id="results".*?</ol>', "", path.read_text()))
            self.assertEqual(empty, [], path)

    def test_a_script_only_searches(self):
        for path, page in self.pages.items():
            with self.subTest(page=path.relative_to(self.public)):
                self.assertEqual("script" in page.tags, path.parent == self.public / "search")
                self.assertEqual([name for name in page.names if name.startswith("on")], [])

    def test_what_to_subscribe_to_is_seen(self):
        samples = {"": 3, "panels/planning-and-licensing-committee/": 2, "people/hester-wainfleet/": 1}
        for place, feeds in samples.items():
            main = (self.public / place / "index.html").read_text().split("<main")[1]
            with self.subTest(page=place):
                found = re.findall(r'<a href="([^"]*)" type="(?:text/calendar|application/atom\+xml)">', main)
                self.assertEqual(len(found), feeds)
                self.assertEqual("calendar.ics" in "".join(found), feeds > 1)

    def test_a_band_of_another_colour_can_be_read(self):
        shutil.copytree(os.environ["EXAMPLE_SITE"], self.path("site"), ignore=shutil.ignore_patterns("_site"))
        for colour in ("#ffe000", "#7a1f5c", "#777777"):
            text = (pathlib.Path(os.environ["EXAMPLE_SITE"]) / "site.yaml").read_text()
            self.write("site/site.yaml", text.replace("settings:", f"settings:\n  accent: '{colour}'"))
            home = self.run_command("render", "site", "/").out
            said = re.search(r"<style>:root\{--accent:(#\w+);--on-accent:(#\w+)\}", home)
            self.assertEqual(said.group(1), colour)
            self.assertGreaterEqual(contrast(*said.groups()), LEAST)

    def test_an_id_is_the_only_one_of_its_page(self):
        for path, page in self.pages.items():
            self.assertEqual(len(page.ids), len(set(page.ids)), path)

    def test_headings_leave_out_no_level(self):
        for path, page in self.pages.items():
            self.assertEqual(page.levels[0], 1, path)
            for before, after in zip(page.levels, page.levels[1:]):
                self.assertLessEqual(after, before + 1, path)

    def test_no_markdown_is_left_over(self):
        for path, page in self.pages.items():
            self.assertEqual(re.findall(r"(?m)^ *#{1,6} .*|:::|\]\(|\{[#.]\w", page.text), [], path)

    def test_the_decisions_of_a_meeting_are_marked(self):
        held, = [path for path in self.pages if re.fullmatch("2025-09-09-.*scrutiny-panel", path.parent.name)]
        self.assertEqual(held.read_text().count('class="decision'), 6)

    def test_times_are_said_as_people_say_them(self):
        called, = [path for path in self.pages if re.fullmatch("2025-11-04-.*scrutiny-panel", path.parent.name)]
        self.assertRegex(called.read_text(), r"(?s)<dt>When</dt><dd>\s*<p>10am to 12:40pm</p>.*10:10am · papers on pages 5–16")

    def test_what_a_pack_says_is_never_markup(self):
        said = '<script>x</script> <img src=x> [a](javascript:b) | **c** # " onclick="d'
        pack = PACK.replace("The Old Library", said).replace("THE STATE OF THE PONDS", said + "\n\n" + said)
        self.write("site/packs/odd.txt", pack + f"\nPond\t{said}\nUpper\t{said}\n")
        self.write("site/site.yaml", "title: '<b>'\ntheme: civic\n")
        self.assertEqual(self.run_command("build", "site", "--to", "odd", "--date", "2025-03-01").code, 0)
        for path in pathlib.Path(self.path("odd")).rglob("*.html"):
            page = Page(path.read_text())
            with self.subTest(page=path.parent.name):
                self.assertFalse(page.tags & {"script", "img", "b"})
                self.assertNotIn("onclick", page.names)
                self.assertFalse([address for address in page.addresses if "javascript" in address])
        meeting, = pathlib.Path(self.path("odd/meetings")).glob("*/*.html")
        self.assertGreaterEqual(Page(meeting.read_text()).text.count("<script>x</script> <img src=x>"), 3)


if __name__ == "__main__":
    unittest.main()

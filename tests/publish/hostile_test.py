"""hostile_test.py: what a pack says shows as text, wherever a layout puts it."""

import unittest

from site_under_test import SiteTest

# Each is put into a title, a venue and a paragraph.
HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert)",
    "![x](http://elsewhere.example/x.png)",
    "<http://elsewhere.example>",
    "a | b || c",
    "# not a heading",
    "**not bold** _nor_ `code`",
    "&lt;b&gt; &amp; &#60;",
    "${1 + 1}",
    "% os.exit()",
    "{#taken .decision}",
    "*[HTML]: no",
    "[^1] and [^1]: no",
    "\\* \\",
    "-- --- ~~~",
    "\" onclick=\"alert(1)",
]

LAYOUT = """% local text = meeting.venue
# ${text}

${text}

${text} and ${text}

- ${text}

1. ${text}

> ${text}

| ${text} | x |
| --- | --- |
| ${text} | ${text} |

*${text}* **${text}**

::: {.box}
${text}
:::

[${text}](/)

${md"" .. text .. md""}

${html("<i>" .. "x" .. "</i>")}
"""


def pack_of(text):
    return f"""Example Borough Council

Parks Panel

Date: Tuesday, 4th March, 2025

Time: 10.00 am

Venue: {text}

AGENDA

- 1. WELCOME

- 2. APOLOGIES FOR ABSENCE

- 3. PAPERS ON {text}

{text}

- 4. THE OTHER
"""


def folded(text):
    return " ".join(text.split())


class Hostile(SiteTest):
    def publish_text(self, text):
        self.write("site/packs/hostile.txt", pack_of(text))
        self.write("site/site.yaml", "title: T\ntheme: plain\npacks: packs/hostile.txt\n")
        self.publish()
        return self.page("2025-03-04-parks-panel")

    def meeting(self):
        """The meeting as the reader gives it: what the page has to show."""
        return self.model("site/packs/hostile.txt")["meetings"][0]

    def assert_harmless(self, page):
        for tag, attributes in page.tags:
            self.assertNotIn(tag, ("script", "img", "b", "code", "abbr", "input", "svg", "iframe"))
            self.assertFalse([name for name in attributes if name.startswith("on")], (tag, attributes))
        for link in page.links:
            self.assertNotRegex(link, "^(?i:javascript|http)")

    def test_in_the_theme(self):
        for text in HOSTILE:
            with self.subTest(text=text):
                page = self.publish_text(text)
                self.assert_harmless(page)
                agenda = self.meeting()["agenda"]
                self.assertEqual(page.headings[2:], [f"{item['number']}. {item['title']}" for item in agenda])
                for block in (block for item in agenda for block in item["blocks"] if "text" in block):
                    self.assertIn(folded(block["text"]), folded(page.text))

    def test_in_every_place_of_a_layout(self):
        self.write("site/layouts/meeting.md", LAYOUT)
        for text in HOSTILE:
            with self.subTest(text=text):
                page = self.publish_text(text)
                self.assert_harmless(page)
                self.assertEqual(folded(page.text).count(folded(self.meeting()["venue"])), 15)
                self.assertEqual([tag for tag, _ in page.tags].count("h1"), 1)
                self.assertEqual([tag for tag, _ in page.tags].count("td"), 2)
                self.assertEqual([tag for tag, _ in page.tags].count("th"), 2)
                self.assertEqual([tag for tag, _ in page.tags].count("i"), 1)

    def test_as_the_target_of_a_link(self):
        self.write("site/layouts/meeting.md", "[x](${meeting.venue})\n")
        for text in ("javascript:alert(1)", "JAVASCRIPT:alert(1)", "?x) <b>", "data:text/html,x"):
            with self.subTest(text=text):
                page = self.publish_text(text)
                self.assert_harmless(page)
                self.assertFalse([link for link in page.links if link.lower().startswith(("javascript", "data"))])


if __name__ == "__main__":
    unittest.main()

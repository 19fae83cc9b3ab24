"""atom_test.py: what is XML, read by Python's parser and held to the rules of RFC 4287 and of sitemaps.org."""

import datetime
import re
import unittest
import xml.etree.ElementTree
from urllib.parse import urlsplit

from papers import ADDRESS, HOSTILE, PACK, PapersTest

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

# RFC 3339, with the capitals that RFC 4287 asks for.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

# How often an element may stand in a feed and in an entry (sections 4.1.1 and 4.1.2).
FEED = {"author": (1, None), "category": (0, None), "contributor": (0, None), "generator": (0, 1), "icon": (0, 1), "id": (1, 1),
        "link": (0, None), "logo": (0, 1), "rights": (0, 1), "subtitle": (0, 1), "title": (1, 1), "updated": (1, 1),
        "entry": (0, None)}
ENTRY = {"author": (0, None), "category": (0, None), "content": (0, 1), "contributor": (0, None), "id": (1, 1),
         "link": (0, None), "published": (0, 1), "rights": (0, 1), "source": (0, 1), "summary": (0, 1), "title": (1, 1),
         "updated": (1, 1)}


class XmlTest(PapersTest):
    def parse(self, name):
        return xml.etree.ElementTree.fromstring(self.tree()[name])


class Atom(XmlTest):
    def assert_elements(self, element, rules):
        counts = {}
        for child in element:
            name = child.tag.removeprefix(ATOM)
            self.assertIn(name, rules)
            counts[name] = counts.get(name, 0) + 1
        for name, (least, most) in rules.items():
            self.assertGreaterEqual(counts.get(name, 0), least, name)
            self.assertLessEqual(counts.get(name, 0), most or 10_000, name)

    def assert_instant(self, element):
        self.assertTrue(INSTANT.fullmatch(element.text), element.text)
        datetime.datetime.fromisoformat(element.text.replace("Z", "+00:00"))

    def assert_address(self, address):
        parts = urlsplit(address)
        self.assertTrue(parts.scheme and parts.netloc, address)
        self.assertRegex(address, r"^[!-~]+$")

    def links(self, element):
        found = {link.get("rel", "alternate"): link.get("href") for link in element.findall(ATOM + "link")}
        for address in found.values():
            self.assert_address(address)
        return found

    def assert_feed(self, name):
        feed = self.parse(name)
        self.assertEqual(feed.tag, ATOM + "feed")
        self.assert_elements(feed, FEED)
        self.assert_address(feed.find(ATOM + "id").text)
        self.assertTrue(feed.find(f"{ATOM}author/{ATOM}name").text)
        self.assertEqual(self.links(feed)["self"], ADDRESS + name)
        entries = feed.findall(ATOM + "entry")
        for entry in entries:
            self.assert_elements(entry, ENTRY)
            self.assert_address(entry.find(ATOM + "id").text)
            self.assertTrue(entry.find(ATOM + "content") is not None or "alternate" in self.links(entry))
            self.assert_instant(entry.find(ATOM + "published"))
        for one in feed.iter(ATOM + "updated"):
            self.assert_instant(one)
            self.assertLessEqual(one.text, feed.find(ATOM + "updated").text)
        self.assertEqual(len({entry.find(ATOM + "id").text for entry in entries}), len(entries))
        return feed

    def entries(self, name):
        return {entry.find(ATOM + "id").text: entry for entry in self.assert_feed(name).findall(ATOM + "entry")}

    def feeds(self):
        return [name for name in self.tree() if name.endswith(".atom")]

    def test_every_feed_keeps_the_rules(self):
        self.publish()
        self.assertLess({"meetings.atom", "decisions.atom"}, set(self.feeds()))
        for name in self.feeds():
            with self.subTest(feed=name):
                self.assertTrue(self.entries(name))

    def test_links_lead_to_pages(self):
        self.publish()
        pages = {ADDRESS + path.removesuffix("index.html") for path in self.tree() if path.endswith(".html")}
        for name in self.feeds():
            for element in [self.assert_feed(name), *self.entries(name).values()]:
                self.assertIn(self.links(element)["alternate"].partition("#")[0], pages)

    def test_a_panel_has_its_meetings_and_decisions(self):
        self.publish()
        panel, = [name for name in self.feeds() if name.startswith("panels/")]
        self.assertEqual(set(self.entries(panel)), {*self.entries("meetings.atom"), *self.entries("decisions.atom")})

    def test_a_person_with_a_page_has_a_feed(self):
        self.write("site/layouts/person.md", "# ${person.name}\n")
        self.write_minutes()
        self.publish()
        self.assertNotIn("people/winifred-tally/feed.atom", self.tree())
        entry, = self.entries("people/cy-dunn/feed.atom").values()
        self.assertEqual(entry.find(ATOM + "content").text, "Present.\nAsked a question.")

    def test_a_feed_has_the_newest_entries_alone(self):
        days = [f"{day} {month}, 2024" for month in ("March", "May", "June") for day in ("1st", "2nd", "3rd", *(
            f"{number}th" for number in range(4, 21)))]
        self.write_papers(**{f"pack{i:02}": PACK.format(day=day, venue="The Mill", title="DUCKS")
                             for i, day in enumerate(days)})
        self.publish()
        entries = self.entries("meetings.atom")
        self.assertEqual(len(entries), 50)
        self.assertEqual(min(entries), ADDRESS + "#2024-03-11-parks-panel")

    def test_ids_and_times_stay(self):
        self.publish()
        before = {name: {id: entry.find(ATOM + "updated").text for id, entry in self.entries(name).items()}
                  for name in self.feeds()}
        self.write("site/layouts/item.md", "# ${item.title}\n")
        self.publish()
        for name, ids in before.items():
            self.assertEqual({id: entry.find(ATOM + "updated").text for id, entry in self.entries(name).items()}, ids)

    def test_text_comes_back_as_it_went(self):
        self.write_minutes(HOSTILE)
        self.write("site/site.yaml", f"title: '<x> ]]> &amp; \"y\"'\nurl: {ADDRESS}\npacks: packs/*.txt\n")
        self.publish()
        feed = self.assert_feed("decisions.atom")
        self.assertEqual(feed.find(ATOM + "title").text, '<x> ]]> &amp; "y": decisions')
        said = feed.find(f"{ATOM}entry/{ATOM}content").text
        self.assertIn(HOSTILE.replace("\x07", "\ufffd"), said)

    def test_only_minutes_say_that_a_meeting_was_held(self):
        self.write_minutes()
        self.publish()
        said = {id.partition("#")[2]: entry.find(ATOM + "content").text.partition("\n")[0]
                for id, entry in self.entries("meetings.atom").items()}
        self.assertEqual(said, {
            "2025-03-04-parks-panel": "The meeting was held.",
            "2025-06-17-parks-panel": "The day of the meeting has passed; its minutes are not here."})

    def test_a_feed_is_in_the_language_of_its_site(self):
        self.change("site/site.yaml", "theme: plain\n", "theme: plain\nlanguage: cy\n")
        self.publish()
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        self.assertEqual(self.parse("meetings.atom").get(language), "cy")

    def test_a_site_without_an_address_says_once_that_it_has_none(self):
        self.change("site/site.yaml", f"url: {ADDRESS}\n", "")
        self.publish()
        self.assertFalse([name for name in self.tree() if name.endswith((".atom", ".xml"))])
        self.assertNotIn("Sitemap", self.published("robots.txt"))
        self.assertEqual(self.run_command("check", "site").out.count("[site-without-address]"), 1)


class Sitemap(XmlTest):
    def test_it_lists_exactly_the_pages(self):
        self.write("site/layouts/not-found.md", "# Page not found\n")
        self.publish()
        listed = [place.text for place in self.parse("sitemap.xml").iter(SITEMAP + "loc")]
        pages = [path for path in self.tree() if path.endswith("index.html")]
        self.assertIn("404.html", self.tree())
        self.assertEqual(sorted(listed), sorted(ADDRESS + path.removesuffix("index.html") for path in pages))

    def test_a_large_site_has_maps_in_parts(self):
        """A page for each of 51,000 items, which only the map is made of."""
        item = "".join(f"- {number}. P{number}\n\n" for number in range(1, 1001))
        head, _, _ = PACK.format(day="{day}", venue="The Mill", title="DUCKS").partition("- 1.")
        self.write_papers(**{f"pack{i}": head.format(day=f"{i % 28 + 1}th {('March', 'April')[i // 28]}, 2025") + item
                             for i in range(51)})
        self.write("site/layouts/item.md", "# x\n")
        outcome = self.run_command("render", "site", "/sitemap.xml")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        index = xml.etree.ElementTree.fromstring(outcome.out)
        self.assertEqual(index.tag, SITEMAP + "sitemapindex")
        self.assertEqual([place.text for place in index.iter(SITEMAP + "loc")],
                         [ADDRESS + "sitemap-1.xml", ADDRESS + "sitemap-2.xml"])
        maps = [xml.etree.ElementTree.fromstring(self.run_command("render", "site", f"/sitemap-{part}.xml").out) for part in (1, 2)]
        listed = [place.text for one in maps for place in one.iter(SITEMAP + "loc")]
        self.assertLessEqual(len(list(maps[0].iter(SITEMAP + "loc"))), 50000)
        self.assertGreater(len(listed), 51000)
        self.assertEqual(len(set(listed)), len(listed))

    def test_an_address_has_no_character_that_takes_goodwill(self):
        self.write("site/feeds/places.txt", 'emit(address "/a b/ü?q=%20<x>")\n'.join(["% ", ""]))
        self.assertEqual(self.run_command("render", "site", "/places.txt").out.strip(),
                         ADDRESS + "a%20b/%C3%BC?q=%20%3Cx%3E")

    def test_robots_are_told_where_it_is(self):
        self.publish()
        self.assertIn(f"Sitemap: {ADDRESS}sitemap.xml\n", self.published("robots.txt"))


if __name__ == "__main__":
    unittest.main()

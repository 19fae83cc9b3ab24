"""kinds_test.py: which pages a site has by the layouts that there are, and where links to an object lead."""

import re
import unittest

from site_under_test import SiteTest

PANEL = "communities-transport-and-learning-scrutiny-panel"
MEETING = f"/meetings/2025-09-09-{PANEL}/"
BUSES = MEETING + "rural-bus-services-after-the-linkrider-contract/"

# The addresses of everything that has a name of its own.
ADDRESSES = """% for _, meeting in ipairs(site.meetings) do
% for _, item in ipairs(meeting.items) do
% for _, list in ipairs { { item }, item.decisions, item.questions, item.actions, item.reports } do
% for _, object in ipairs(list) do
- ${object.id} ${url(object) or "nowhere"}
% end
% end
% end
% end
% for _, entry in ipairs(site.work_plan) do
- ${entry.id} ${url(entry) or "nowhere"}
% end
% for _, person in ipairs(site.people) do
- ${person.id} ${url(person) or "nowhere"}
% end
"""


class Kinds(SiteTest):
    def setUp(self):
        super().setUp()
        self.write("site/layouts/home.md", ADDRESSES)

    def layouts(self, *names):
        for name in names:
            self.write(f"site/layouts/{name}.md", f"# {name}\n")

    def addresses(self):
        said = self.run_command("render", "site", "/", "--markdown", "--date", "2025-10-01")
        self.assertEqual(said.code, 0, said.err)
        text = said.out.replace("\\", "")
        return dict(re.findall(r"(?m)^- (\S+) (\S+)$", text))

    def listed(self):
        said = self.run_command("render", "site", "--list", "--date", "2025-10-01")
        return [line.split("\t") for line in said.out.splitlines()]

    def test_a_kind_without_a_layout_has_no_page(self):
        self.assertEqual({kind for kind, *_ in self.listed()}, {"home", "meeting", "panel"})

    def test_a_layout_makes_the_pages_of_its_kind(self):
        self.layouts("item", "person", "report", "decisions", "work-plan", "not-found")
        listed = self.listed()
        self.assertIn(["decisions", "", "/decisions/", "Decisions"], listed)
        self.assertIn(["decisions", "", "/decisions/2025/", "Decisions, 2025"], listed)
        self.assertIn(["not-found", "", "/404.html", "Page not found"], listed)
        self.assertIn(["item", "2025-09-09", BUSES, "RURAL BUS SERVICES AFTER THE LINKRIDER CONTRACT"], listed)
        self.assertEqual([route for _, _, route, _ in listed], sorted({route for _, _, route, _ in listed}))
        self.publish()
        self.assertIn("404.html", self.tree())
        self.assertIn(BUSES.strip("/") + "/index.html", self.tree())

    def test_an_object_without_a_page_stands_on_the_page_around_it(self):
        item = f"2025-09-09-{PANEL}/rural-bus-services-after-the-linkrider-contract"
        addresses = self.addresses()
        self.assertEqual(addresses[item], f".{MEETING}#rural-bus-services-after-the-linkrider-contract")
        self.assertEqual(addresses[item + "/decision-2"],
                         f".{MEETING}#rural-bus-services-after-the-linkrider-contract-decision-2")
        self.layouts("item", "work-plan")
        addresses = self.addresses()
        self.assertEqual(addresses[item], "." + BUSES)
        self.assertEqual(addresses[item + "/decision-2"], f".{BUSES}#decision-2")
        self.assertEqual(addresses[f"{PANEL}/holiday-clubs"], f"./work-plan/#{PANEL}-holiday-clubs")

    def test_a_member_of_the_public_has_no_page(self):
        self.layouts("person", "people")
        with_page = {route.split("/")[2] for kind, _, route, _ in self.listed() if kind == "person"}
        addresses = self.addresses()
        people = [name for name, to in addresses.items() if to == f"./people/{name}/"]
        self.assertEqual(set(people), with_page)
        hidden = [name for name, to in addresses.items() if to == "nowhere"]
        self.assertTrue(hidden)
        self.assertFalse(set(hidden) & with_page)

    def test_an_anchor_is_what_a_link_names(self):
        self.write("site/layouts/meeting.md", """% for _, item in ipairs(meeting.items) do
<${anchor(item)}> ${url(item)}
% end
""")
        said = self.run_command("render", "site", MEETING, "--markdown").out.replace("\\", "").replace("&lt;", "<")
        pairs = re.findall(r"<(\S+?)> \S*#(\S+)", said)
        self.assertGreater(len(pairs), 5)
        for here, there in pairs:
            self.assertEqual(here, there)

    def test_a_long_report_is_shown_in_parts(self):
        paper = "\n\n".join(f"{number}. PART {'ABCDEFGH'[number - 1]}\n\n" + "\n\n".join(
            f"{number}.{line} The pond of the year is described here at some length, with its ducks." for line in
            range(1, 400)) for number in range(1, 9))
        self.write("site/packs/2025-12-02.txt", "Example Borough Council\n\nParks Panel\n\nDate: Tuesday, 2nd December, 2025\n\n"
                   "AGENDA\n\n- 1. WELCOME\n\n- 2. THE STATE OF THE PONDS (Pages 3 - 90)\n\n\f"
                   "Example Borough Council\n\nMEETING: Parks Panel\n\nDATE: 2nd December 2025\n\n"
                   "TITLE: The state of the ponds\n\n" + paper + "\n")
        self.layouts("report")
        self.write("site/layouts/report.md", "% page.title = 'x'\n# ${page.part or 1} ${page.first}-${page.last} "
                   "${page.parts and #page.parts or 1}\n")
        routes = [route for kind, _, route, _ in self.listed() if kind == "report" and "ponds" in route]
        self.assertGreater(len(routes), 1)
        spans = []
        for route in routes:
            said = self.run_command("render", "site", route, "--markdown")
            part, first, last, parts = re.search(r"# (\d+) (\d+)-(\d+) (\d+)", said.out.replace("\\", "")).groups()
            self.assertEqual(int(parts), len(routes))
            spans.append((int(part), int(first), int(last)))
        spans.sort()
        for before, after in zip(spans, spans[1:]):
            self.assertEqual(after[1], before[2] + 1)


if __name__ == "__main__":
    unittest.main()

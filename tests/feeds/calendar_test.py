"""calendar_test.py FOLDER: the calendars, read by ical.js, which npm puts into FOLDER. Exit code 77: there is no npm."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from papers import FORMULA, HOSTILE, PACK, PapersTest

HERE = pathlib.Path(__file__).parent
NOT_DONE = 77
LINE = 75


def fetch(folder):
    """Has npm put what the lock file names into the folder, once; ends the program where there is no npm."""
    if not shutil.which("npm") or not shutil.which("node"):
        print("Not done: there is no npm")
        sys.exit(NOT_DONE)
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package-lock.json").read_bytes()
    had = folder / "package-lock.json"
    if (folder / "node_modules").is_dir() and had.exists() and had.read_bytes() == wanted:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True)


def read(*files):
    """What ical.js reads in the files."""
    environment = {**os.environ, "PACKAGES": str(PACKAGES)}
    finished = subprocess.run(["node", str(HERE / "calendars.mjs"), *files], env=environment, check=True,
                              stdout=subprocess.PIPE, timeout=60)
    return json.loads(finished.stdout)


def utc(moment):
    return datetime.datetime.fromtimestamp(moment["seconds"], datetime.timezone.utc).strftime("%Y-%m-%d %H:%M")


class Calendars(PapersTest):
    def calendar(self, name="calendar.ics"):
        self.publish()
        found, = read(self.path("public/" + name))
        return found

    def test_every_meeting_is_an_event(self):
        calendar = self.calendar()
        site = self.record()
        self.assertEqual(calendar["version"], "2.0")
        self.assertEqual(calendar["name"], site["title"])
        self.assertEqual([event["start"]["local"][:10] for event in calendar["events"]],
                         [meeting["date"] for meeting in site["meetings"]])
        self.assertEqual(len({event["uid"] for event in calendar["events"]}), len(site["meetings"]))

    def test_a_panel_has_its_meetings_alone(self):
        second = PACK.replace("Parks Panel", "Ponds Panel")
        self.write_papers(a=PACK.format(day="4th March, 2025", venue="The Mill", title="PATHS"),
                          b=second.format(day="6th May, 2025", venue="The Mill", title="DUCKS"))
        self.publish()
        parks, ponds = read(self.path("public/panels/parks-panel/calendar.ics"),
                            self.path("public/panels/ponds-panel/calendar.ics"))
        self.assertEqual([event["summary"] for event in parks["events"]], ["Parks Panel"])
        self.assertEqual([event["summary"] for event in ponds["events"]], ["Ponds Panel"])
        self.assertEqual([event["url"] for event in ponds["events"]],
                         ["https://wexcombe.example/meetings/2025-05-06-ponds-panel/"])

    def test_ten_in_the_morning_is_nine_by_utc_in_summer(self):
        days = {"25th March, 2025": "2025-03-25 10:00", "1st April, 2025": "2025-04-01 09:00",
                "17th June, 2025": "2025-06-17 09:00", "21st October, 2025": "2025-10-21 09:00",
                "28th October, 2025": "2025-10-28 10:00", "2nd December, 2025": "2025-12-02 10:00",
                "24th March, 2026": "2026-03-24 10:00", "31st March, 2026": "2026-03-31 09:00"}
        self.write_papers(**{f"pack{i}": PACK.format(day=day, venue="The Mill", title="DUCKS")
                             for i, day in enumerate(days)})
        events = self.calendar()["events"]
        self.assertEqual([utc(event["start"]) for event in events], list(days.values()))
        self.assertEqual({event["start"]["zone"] for event in events}, {"Europe/London"})

    def test_the_site_names_its_time_zone(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue="The Mill", title="DUCKS"))
        wanted = {"Europe/Jersey": ("Europe/Jersey", "2025-06-17 09:00"), "UTC": ("UTC", "2025-06-17 10:00"),
                  "Europe/Athens": ("floating", "2025-06-17 10:00")}
        for zone, (name, seconds) in wanted.items():
            with self.subTest(zone=zone):
                self.write("site/site.yaml", f"title: Ponds\ntime_zone: {zone}\npacks: packs/*.txt\n")
                event, = self.calendar()["events"]
                self.assertEqual((event["start"]["zone"], utc(event["start"])), (name, seconds))

    def test_a_meeting_without_a_time_takes_the_day(self):
        pack = PACK.replace("Time: 10.00 am\n\n", "")
        self.write_papers(a=pack.format(day="4th March, 2025", venue="The Mill", title="DUCKS"))
        event, = self.calendar()["events"]
        self.assertTrue(event["start"]["day"])
        self.assertEqual(event["start"]["local"], "2025-03-04")

    def test_text_comes_back_as_it_went(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue=HOSTILE, title="DUCKS"),
                          b=PACK.format(day="2nd December, 2025", venue=FORMULA, title="DUCKS"))
        events = self.calendar()["events"]
        venues = [meeting["venue"] for meeting in self.record()["meetings"]]
        self.assertEqual([event["location"] for event in events], [venue.replace("\x07", "\ufffd") for venue in venues])
        self.assertIn("END:VEVENT", events[0]["location"])
        self.assertIn("1. WELCOME\n", events[0]["description"])

    def test_lines_are_folded_by_octets_and_end_in_cr_lf(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue="£ė😀" * 60, title="DUCKS"))
        self.assertEqual(self.calendar()["events"][0]["location"], "£ė😀" * 60)
        lines = self.tree()["calendar.ics"].split(b"\r\n")
        self.assertEqual(lines.pop(), b"")
        self.assertGreater(len([line for line in lines if line.startswith(b" ")]), 5)
        for line in lines:
            self.assertNotIn(b"\n", line)
            self.assertLessEqual(len(line), LINE)
            line.decode()

    def test_the_day_of_the_build_changes_nothing_that_is_past(self):
        self.publish()
        before = self.tree()["calendar.ics"]
        self.run_command("build", "site", "--to", "public", "--date", "2026-07-01")
        after = self.tree()["calendar.ics"]
        self.run_command("build", "site", "--to", "public", "--date", "2026-07-02")
        self.assertEqual(self.tree()["calendar.ics"], after)
        uids = [line for line in before.split(b"\r\n") if line.startswith(b"UID")]
        self.assertEqual(uids, [line for line in after.split(b"\r\n") if line.startswith(b"UID")])

    def test_a_site_without_an_address_has_calendars(self):
        self.change("site/site.yaml", "url: https://wexcombe.example/\n", "")
        for event in self.calendar()["events"]:
            self.assertRegex(event["uid"], r"^[\w-]+@wexcombe-and-harle-council$")
            self.assertIsNone(event["url"])

    def test_a_site_without_meetings_has_a_calendar(self):
        self.write_papers(a="Tree report\n\nEleven limes lean.\n")
        self.assertEqual(self.calendar()["events"], [])


if __name__ == "__main__":
    PACKAGES = pathlib.Path(sys.argv.pop()).resolve()
    fetch(PACKAGES)
    unittest.main()

"""records_test.py: what is JSON: the site's own record against its JSON Schema, and Popolo."""

import os
import re
import shutil
import unittest

from jsonschema import Draft202012Validator
from papers import HOSTILE, PACK, PapersTest

# What Popolo says of the dates of events, of memberships, and of the fields that a class must have.
MOMENT = re.compile(r"\d{4}((-\d\d){0,2}|(-\d\d){2}T\d\d(:\d\d){0,2}(Z|[+-]\d\d(:\d\d)?))")
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
NEEDED = {"persons": ["id", "name"], "organizations": ["id", "name"], "memberships": ["id", "person_id", "organization_id"],
          "events": ["id", "name", "start_date"], "motions": ["id", "result"], "vote_events": ["id", "motion_id", "result"]}


class Records(PapersTest):
    def accept(self, title, record):
        schema = self.record("data/schema.json")
        whole = {"$schema": schema["$schema"], "$ref": f"#/$defs/{title}", "$defs": schema["$defs"]}
        problem = next(Draft202012Validator(whole).iter_errors(record), None)
        self.assertIsNone(problem, problem and (list(problem.path), problem.message))

    def test_every_record_keeps_to_the_schema(self):
        self.publish()
        self.accept("Site", self.record())
        kinds = {"meetings": "SiteMeeting", "people": "Person", "reports": "SiteReport"}
        for folder, title in kinds.items():
            names = [name for name in self.tree() if name.startswith(f"data/{folder}/")]
            self.assertTrue(names, folder)
            for name in names:
                self.accept(title, self.record(name))

    def test_what_the_site_lists_has_a_record(self):
        self.publish()
        site = self.record()
        for kind in ("meetings", "people", "reports"):
            self.assertEqual({f"data/{kind}/{one['id']}.json" for one in site[kind]},
                             {name for name in self.tree() if name.startswith(f"data/{kind}/")})

    def test_the_text_is_in_the_meetings_own_record(self):
        self.publish()
        site = self.record()
        self.assertEqual({len(item["blocks"]) for meeting in site["meetings"] for item in meeting["agenda"]}, {0})
        alone = self.record(f"data/meetings/{site['meetings'][1]['id']}.json")
        self.assertGreater(sum(len(item["blocks"]) for item in alone["agenda"]), 5)

    def test_a_member_of_the_public_has_no_record(self):
        self.write_minutes()
        self.publish()
        site = self.record()
        self.assertNotIn("winifred-tally", [person["id"] for person in site["people"]])
        self.assertEqual([question["asker"] for question in site["questions"]], ["cy-dunn", None])
        self.assertFalse([name for name, content in self.tree().items()
                          if "winifred-tally" in name or b'"winifred-tally"' in content])

    def test_text_comes_back_as_it_went(self):
        self.write_minutes(HOSTILE)
        self.publish()
        said = self.record()["decisions"][0]["text"]
        self.assertIn(HOSTILE, said)
        self.assertIn(said, [motion["text"] for motion in self.record("data/popolo.json")["motions"]])

    def test_another_folder_gives_the_same_bytes(self):
        self.change("site/site.yaml", "packs: packs/*.txt", "packs:\n- packs/*.txt\n- ../far.txt\n- '../nested/*.txt'")
        os.makedirs(self.path("nested"))
        os.makedirs(self.path("elsewhere/nested"))
        for name, month in (("far", "July"), ("nested/near", "August")):
            self.write(f"{name}.txt", PACK.format(day=f"1st {month}, 2025", venue="The Mill", title="PATHS"))
            shutil.copy(self.path(f"{name}.txt"), self.path(f"elsewhere/{name}.txt"))
        shutil.copytree(self.path("site"), self.path("elsewhere/a-site"))
        self.publish()
        self.publish(site="elsewhere/a-site", to="other")
        self.assertEqual(self.tree(), self.tree("other"))
        self.assertEqual(self.record()["packs"], ["far.txt", "near.txt", "packs/2025-09-09.txt", "packs/2025-11-04.txt"])

    def test_any_number_of_threads_gives_the_same_bytes(self):
        self.publish("--jobs", "1")
        self.publish("--jobs", "7", to="other")
        self.assertEqual(self.tree(), self.tree("other"))


class Popolo(PapersTest):
    def popolo(self):
        self.publish()
        return self.record("data/popolo.json")

    def test_every_class_has_what_it_needs(self):
        data = self.popolo()
        self.assertEqual(list(data), list(NEEDED))
        for key, needed in NEEDED.items():
            self.assertTrue(data[key], key)
            self.assertEqual(len({one["id"] for one in data[key]}), len(data[key]), key)
            for one in data[key]:
                self.assertFalse([name for name in needed if not one.get(name)], one)

    def test_a_panel_called_as_the_council_is_another_body(self):
        self.change("site/site.yaml", "council: Wexcombe and Harle Council", "council: Parks Panel")
        self.write_minutes()
        ids = [one["id"] for one in self.popolo()["organizations"]]
        self.assertEqual(ids[:2], ["council/parks-panel", "parks-panel"])

    def test_references_lead_somewhere(self):
        data = self.popolo()
        ids = {key: {one["id"] for one in records} for key, records in data.items()}
        named = {"organization_id": "organizations", "parent_id": "organizations", "person_id": "persons",
                 "motion_id": "motions"}
        for records in data.values():
            for one in records:
                for field, key in named.items():
                    self.assertTrue(field not in one or one[field] in ids[key], one)
                for person in one.get("attendees", []):
                    self.assertIn(person["id"], ids["persons"])

    def test_moments_are_those_of_popolo(self):
        data = self.popolo()
        for one in data["events"] + data["vote_events"]:
            self.assertTrue(MOMENT.fullmatch(one["start_date"]), one["start_date"])
        for one in data["memberships"]:
            for key in ("start_date", "end_date"):
                self.assertTrue(key not in one or DAY.fullmatch(one[key]), one)

    def test_summer_time_is_an_hour_before_utc(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue="The Mill", title="PATHS"),
                          b=PACK.format(day="2nd December, 2025", venue="The Mill", title="PATHS"))
        self.assertEqual([event["start_date"] for event in self.popolo()["events"]],
                         ["2025-06-17T10:00:00+01:00", "2025-12-02T10:00:00+00:00"])

    def test_a_division_has_its_counts(self):
        vote = self.popolo()["vote_events"][0]
        self.assertEqual(vote["counts"], [{"option": "yes", "value": 7}, {"option": "no", "value": 1},
                                          {"option": "abstain", "value": 1}])
        self.assertEqual(vote["result"], "pass")


if __name__ == "__main__":
    unittest.main()

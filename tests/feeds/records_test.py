"""records_test.py: what is JSON: the site's own record against its JSON Schema, and Popolo."""

import json
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


# The lists of a site: those whose objects have a file each, and those that are a file.
FOLDERS = {"meetings": "SiteMeeting", "people": "Person", "reports": "SiteReport"}
LISTS = {"decisions": "SiteDecision", "questions": "Question", "declarations": "SiteDeclaration", "actions": "Action",
         "work_plan": "WorkPlanEntry", "diagnostics": "Diagnostic"}


class Records(PapersTest):
    def accept(self, title, record):
        schema = self.record("data/schema.json")
        whole = {"$schema": schema["$schema"], "$ref": f"#/$defs/{title}", "$defs": schema["$defs"]}
        problem = next(Draft202012Validator(whole).iter_errors(record), None)
        self.assertIsNone(problem, problem and (list(problem.path), problem.message))

    def accept_all(self, *filled):
        self.publish()
        self.accept("Site", self.record())
        for name in self.tree():
            data, folder, *rest = name.split("/") + [""]
            if data == "data" and folder in FOLDERS and rest:
                self.accept(FOLDERS[folder], self.record(name))
        for name, title in LISTS.items():
            for one in self.record(f"data/{name}.json"):
                self.accept(title, one)
        for name in filled:
            self.assertTrue(self.record().get(name) or self.record(f"data/{name}.json"), name)

    def test_every_record_keeps_to_the_schema(self):
        self.accept_all("meetings", "people", "reports", "work_plan")
        self.write_minutes()
        self.accept_all("meetings", "people", "decisions", "questions")

    def test_what_the_site_lists_has_a_file(self):
        self.publish()
        site = self.record()
        for kind in FOLDERS:
            self.assertEqual({one["file"] for one in site[kind]},
                             {name for name in self.tree() if name.startswith(f"data/{kind}/")})
            for one in site[kind]:
                self.assertEqual(one["file"], f"data/{kind}/{one['id']}.json")

    def test_the_index_says_what_the_files_say_and_no_lists(self):
        self.publish()
        site = self.record()
        self.assertFalse(set(LISTS) & set(site))
        for kind in FOLDERS:
            for brief in site[kind]:
                whole = self.record(brief.pop("file"))
                self.assertEqual(brief, {key: whole[key] for key in brief})
                self.assertFalse([key for key, value in brief.items() if isinstance(value, dict) or
                                  isinstance(value, list) and value and isinstance(value[0], dict)])
        self.assertNotIn("items", site["meetings"][0])

    def test_the_text_is_in_the_meetings_own_file(self):
        self.publish()
        self.assertNotIn(b"blocks", self.tree()["data/site.json"])
        alone = self.record(self.record()["meetings"][1]["file"])
        self.assertGreater(sum(len(item["blocks"]) for item in alone["agenda"]), 5)

    def test_an_item_says_where_its_agenda_and_minutes_stand(self):
        self.write_minutes()
        self.publish()
        whole = {meeting["id"]: self.record(meeting["file"]) for meeting in self.record()["meetings"]}
        march, june = whole.values()
        self.assertEqual([item["minutes"] for item in march["items"]], [0, 1])
        self.assertEqual([march["minutes"]["items"][item["minutes"]]["title"] for item in march["items"]],
                         [item["title"] for item in march["items"]])
        self.assertEqual([item["agenda"] for item in june["items"]], [0, 1])
        self.assertEqual([item["minutes"] for item in june["items"]], [None, None])

    def test_what_was_said_is_found_by_its_position(self):
        self.write_minutes()
        self.publish()
        question = self.record("data/questions.json")[0]
        meeting = self.record(f"data/meetings/{question['meeting']}.json")
        item = next(item for item in meeting["items"] if item["id"] == question["item"])
        said = meeting["minutes"]["items"][item["minutes"]]["contributions"]
        self.assertEqual(said[question["contribution"]]["person"], "Cy Dunn")
        self.assertEqual(said[question["replies"][0]["contribution"]]["person"], "Guy Hill")
        self.assertEqual(self.record("data/people/cy-dunn.json")["contributions"][0]["contribution"],
                         question["contribution"])

    def test_each_object_of_a_list_has_a_line(self):
        self.write_minutes()
        self.publish()
        self.assertEqual([json.loads(line.rstrip(",")) for line in self.published("data/questions.json").splitlines()[1:-1]],
                         self.record("data/questions.json"))
        lines = self.published("data/site.json").splitlines()
        self.assertEqual([line for line in lines if line.startswith('{"id":"cy-dunn"')], [
            '{"id":"cy-dunn","name":"Cy Dunn","honorific":"Councillor","file":"data/people/cy-dunn.json"},'])

    def test_a_member_of_the_public_has_no_record(self):
        self.write_minutes()
        self.publish()
        self.assertNotIn("winifred-tally", [person["id"] for person in self.record()["people"]])
        self.assertEqual([question["asker"] for question in self.record("data/questions.json")], ["cy-dunn", None])
        self.assertFalse([name for name, content in self.tree().items()
                          if "winifred-tally" in name or b'"winifred-tally"' in content])

    def test_text_comes_back_as_it_went(self):
        self.write_minutes(HOSTILE)
        self.publish()
        said = self.record("data/decisions.json")[0]["text"]
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

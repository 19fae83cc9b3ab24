"""tables_test.py: the tables, read by Python's csv."""

import csv
import io
import unittest

from papers import FORMULA, HOSTILE, PACK, PapersTest


class Tables(PapersTest):
    def table(self, name):
        """The rows of a table, as dicts."""
        text = self.tree()[name].decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])}, name)
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def test_every_decision_is_a_row_with_its_vote(self):
        self.publish()
        decisions, rows = self.record("data/decisions.json"), self.table("data/decisions.csv")
        self.assertEqual([row["id"] for row in rows], [one["id"] for one in decisions])
        self.assertEqual([row["text"] for row in rows], [one["text"] for one in decisions])
        counts = [(row["in favour"], row["against"], row["abstained"]) for row in rows if row["result"]]
        votes = [one["votes"][0] for one in decisions if one["votes"]]
        self.assertEqual(counts, [tuple(str(vote[key]) for key in ("in_favour", "against", "abstained"))
                                  for vote in votes])
        self.assertGreater(len(counts), 1)

    def test_every_attendance_is_a_row(self):
        self.publish()
        found = {(row["meeting"], row["person"], row["status"]) for row in self.table("data/attendance.csv")}
        people = [self.record(person["file"]) for person in self.record()["people"]]
        wanted = {(one["meeting"], person["id"], one["status"]) for person in people for one in person.get("attendance", [])}
        self.assertEqual(found, wanted)

    def test_every_question_is_a_row_with_its_answers(self):
        self.publish()
        questions, rows = self.record("data/questions.json"), self.table("data/questions.csv")
        self.assertEqual([row["question"] for row in rows], [one["text"] for one in questions])
        self.assertEqual([row["answer"] for row in rows],
                         ["\n\n".join(reply["text"] for reply in one["replies"]) for one in questions])

    def test_text_comes_back_as_it_went(self):
        self.write_minutes(HOSTILE)
        self.publish()
        decision, = self.table("data/decisions.csv")
        self.assertEqual(decision["text"], self.record("data/decisions.json")[0]["text"].replace("\x07", "\ufffd"))
        self.assertIn("END:VEVENT £", decision["text"])

    def test_no_field_begins_a_formula(self):
        self.write_papers(a=PACK.format(day="17th June, 2025", venue=FORMULA, title="PATHS"))
        self.write("site/feeds/venues.csv",
                   "venue,other\n% for _, m in ipairs(site.meetings) do\n${m.venue},${-5}\n% end\n")
        self.publish()
        row, = self.table("venues.csv")
        self.assertEqual(row, {"venue": "'" + FORMULA, "other": "-5"})

    def test_lines_end_as_rfc_4180_says(self):
        self.publish()
        for name in ("decisions", "attendance", "questions"):
            content = self.tree()[f"data/{name}.csv"]
            self.assertTrue(content.startswith(b"\xef\xbb\xbf"), name)
            self.assertTrue(content.endswith(b"\r\n"), name)

    def test_a_member_of_the_public_is_not_named(self):
        self.write_minutes()
        self.publish()
        rows = self.table("data/questions.csv")
        self.assertEqual([(row["asked by"], row["person"]) for row in rows], [("Cy Dunn", "cy-dunn"), ("", "")])
        self.assertNotIn("Tally", self.published("data/attendance.csv"))

    def test_a_site_without_an_address_has_tables(self):
        self.change("site/site.yaml", "url: https://wexcombe.example/\n", "")
        self.publish()
        self.assertEqual({row["address"] for row in self.table("data/decisions.csv")}, {""})


if __name__ == "__main__":
    unittest.main()

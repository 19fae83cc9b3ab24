"""The JSON that the writer makes and the JSON Schema agree: both come from one table, by two different loops.

    model_schema_test.py PROGRAM     PROGRAM is model_sample
"""

import copy
import json
import subprocess
import sys
import unittest

from jsonschema import Draft202012Validator

PROGRAM = sys.argv.pop()
ALIEN = {"alien": 1}


def sample(name):
    return json.loads(subprocess.run([PROGRAM, name], check=True, stdout=subprocess.PIPE).stdout)


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = sample("schema")
        cls.variants = sample("full")
        cls.full = {title: records[0] for title, records in cls.variants.items()}
        cls.empty = sample("empty")

    def accepts(self, title, record):
        schema = {"$ref": f"#/$defs/{title}", "$defs": self.schema["$defs"]}
        return Draft202012Validator(schema).is_valid(record)

    def test_the_schema_is_valid_itself(self):
        Draft202012Validator.check_schema(self.schema)

    def test_the_root_is_a_pack(self):
        validator = Draft202012Validator(self.schema)
        self.assertTrue(validator.is_valid(self.full["Pack"]))
        self.assertFalse(validator.is_valid(self.full["Meeting"]))

    def test_a_full_record_of_every_type_is_accepted(self):
        for title, records in self.variants.items():
            for record in records:
                Draft202012Validator({"$ref": f"#/$defs/{title}", "$defs": self.schema["$defs"]}).validate(record)

    def test_a_record_that_says_nothing_is_accepted(self):
        for title, record in self.empty.items():
            Draft202012Validator({"$ref": f"#/$defs/{title}", "$defs": self.schema["$defs"]}).validate(record)

    def test_every_type_and_key_is_described_and_no_other(self):
        self.assertEqual(list(self.full), list(self.schema["$defs"]))
        for title, definition in self.schema["$defs"].items():
            keys = {key for record in self.variants[title] for key in record}
            self.assertEqual(keys, set(definition["properties"]), title)
            for record in self.variants[title]:
                self.assertEqual(list(record), [key for key in definition["properties"] if key in record], title)

    def test_a_field_of_another_variant_is_refused(self):
        by_type = {block["type"]: block for block in self.variants["Block"]}
        self.assertEqual(set(by_type["table"]) - set(by_type["list"]), {"header", "caption", "rows"})
        self.assertEqual(set(by_type["note"]) - set(by_type["caption"]), {"mark"})
        self.assertNotIn("text", by_type["list"])
        for name, block in by_type.items():
            for other in self.variants["Block"]:
                for key in set(other) - set(block):
                    self.assertFalse(self.accepts("Block", {**block, key: other[key]}), f"{key} of a {name}")

    def test_sparse_types_write_nothing_that_says_nothing(self):
        for title, definition in self.schema["$defs"].items():
            if "file" in definition["properties"] and "required" in definition:
                self.assertEqual(list(self.variants[title][-1])[:-1], definition["required"] + ["pack"], title)
            elif "required" in definition:
                self.assertEqual(list(self.empty[title]), definition["required"], title)
            else:
                self.assertEqual(self.empty[title], {}, title)

    def test_an_unknown_key_is_refused(self):
        for title, record in self.full.items():
            self.assertFalse(self.accepts(title, {**record, "alien": 1}), title)

    def test_a_missing_key_is_refused_unless_the_type_is_sparse(self):
        for title, record in self.full.items():
            required = self.schema["$defs"][title].get("required", [])
            for key in record:
                rest = {k: v for k, v in record.items() if k != key}
                self.assertEqual(self.accepts(title, rest), key not in required, f"{title}.{key}")

    def test_a_value_of_another_kind_is_refused(self):
        for title, records in self.variants.items():
            for record in records:
                for key in record:
                    self.assertFalse(self.accepts(title, {**record, key: ALIEN}), f"{title}.{key}")

    def test_dates_times_and_words_are_checked(self):
        wrong = {
            ("Meeting", "date"): ["4 November 2025", "2025-13-01", "2025", ""],
            ("Meeting", "time"): ["10.05AM", "24:00", "9:05"],
            ("Deadline", "due"): ["2025-10", "2025-10-30 17:00"],
            ("Deadline", "purpose"): ["lunch", ""],
            ("Report", "pages"): [[5], [5, 18, 20], [0, 3], "5-18"],
            ("Source", "bytes"): [-1, "12", 1.5],
            ("Block", "type"): ["heading", None],
        }
        right = {
            ("Meeting", "date"): ["2025-11-04", "2025-10", None],
            ("Meeting", "time"): ["00:00", "23:59", None],
            ("Deadline", "due"): ["2025-10-30T17:00", "2025-10-30", None],
            ("Deadline", "purpose"): ["question", None],
            ("Report", "pages"): [[5, 18], None],
        }
        for cases, expected in ((wrong, False), (right, True)):
            for (title, key), values in cases.items():
                for value in values:
                    record = copy.deepcopy(self.full[title])
                    record[key] = value
                    self.assertEqual(self.accepts(title, record), expected, f"{title}.{key} = {value!r}")


class Corrections(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = Draft202012Validator(sample("corrections"))

    def accepts(self, **fields):
        return self.validator.is_valid([{"at": "meeting 2025-11-04", **fields}])

    def test_the_schema_is_valid_itself(self):
        Draft202012Validator.check_schema(self.validator.schema)

    def test_a_value_of_every_kind_is_accepted(self):
        for field, was, value in (
                ("title", None, "Ponds"), ("number", 9, "8a"), ("date", None, "2025-11"), ("time", None, "10:05"),
                ("due", None, "2025-11-04T17:00"), ("days", 2, None), ("online", "no", True), ("unanimous", None, "yes"),
                ("pages", None, [5, 18]), ("presenters", [], ["Ann Ogle"]), ("rows", [["a", 1]], []), ("blocks", [0, 0], [0, 2]),
                ("result", "CARRIED", "LOST"), ("kind", "plan", "other"), ("kind", None, "disclosable pecuniary interest")):
            with self.subTest(field=field):
                self.assertTrue(self.accepts(**{field: {"was": was, "is": value}}))

    def test_what_the_reader_of_corrections_refuses_is_refused(self):
        self.assertFalse(self.accepts())
        self.assertFalse(self.accepts(titel={"was": "a", "is": "b"}))
        self.assertFalse(self.accepts(title={"was": "a"}))
        self.assertFalse(self.accepts(title={"was": "a", "is": "b", "why": "c"}))
        self.assertFalse(self.accepts(members={"was": [], "is": []}))
        self.assertFalse(self.accepts(date={"was": None, "is": "4 November"}))
        self.assertFalse(self.accepts(result={"was": None, "is": "WON"}))
        self.assertFalse(self.validator.is_valid([{"title": {"was": "a", "is": "b"}}]))


if __name__ == "__main__":
    unittest.main()

"""chain_test.py: five packs of one panel, from a first plan to minutes that are confirmed, held to a reference that a
person made: chain/reference.json.

    2026-02-10             agenda, first edition of the work plan
    2026-04-14             agenda, minutes of February, second edition
    2026-04-14-supplement  the paper that was to follow, in another room
    2026-06-09             agenda, minutes of April, third edition
    2026-09-08             agenda, minutes of June, which confirm those of April
"""

import json
import pathlib
import shutil
import unittest

from harness import CommandTest

CHAIN = pathlib.Path(__file__).parent / "chain"
PANEL = "-rivers-and-open-spaces-scrutiny-panel"


def short(name):
    """A pack without its folder and ending, an id without the panel."""
    return name and name.removeprefix("packs/").removesuffix(".txt").replace(PANEL, "").removeprefix(PANEL[1:] + "/")


def change(one):
    return {key: one[key] for key in ("field", "item", "was", "is")}


def item(one, of):
    """What ties an item of a meeting together: number and title, the numbers of agenda and minutes, its pages."""
    return {
        "id": short(one["id"]),
        "number": one["number"],
        "title": one["title"],
        "minute": None if one["minutes"] is None else of["minutes"]["items"][one["minutes"]]["number"],
        "pages": None if one["agenda"] is None else of["agenda"][one["agenda"]]["pages"],
    }


def meeting(one):
    return {
        "id": short(one["id"]),
        "state": one["state"],
        "venue": one["venue"],
        "packs": [short(pack) for pack in one["packs"]],
        "previous": short(one["previous"]),
        "next": short(one["next"]),
        "changes": [change(each) for each in one["changes"]],
        "items": [item(each, one) for each in one["items"]],
    }


def panel(one):
    return {"name": one["name"], "other_names": one["other_names"], "meetings": [short(m) for m in one["meetings"]]}


def report(one):
    return {"id": one["id"], "item": short(one["item"])}


def decision(one):
    return {
        "id": short(one["id"]),
        "verb": one["verb"],
        "number": one["number"],
        "text": one["text"],
        "votes": [(vote["in_favour"], vote["against"], vote["abstained"]) for vote in one["votes"]],
        "recommendations": [each["label"] for each in one["recommendations"]],
    }


def question(one):
    return {
        "id": short(one["id"]),
        "name": one["name"],
        "text": one["text"],
        "replies": [(each["name"], each["text"]) for each in one["replies"]],
    }


def declaration(one):
    return {"id": short(one["id"]), "name": one["name"], "kind": one["kind"], "reason": one["reason"]}


def action(one):
    return {"id": short(one["id"]), "who": one["who"], "text": one["text"], "taken_up": one["taken_up"] and short(one["taken_up"]["item"])}


def plan_entry(one):
    return {
        "id": short(one["id"]),
        "date": one["date"],
        "state": one["state"],
        "item": short(one["item"]),
        "editions": [(each["issued"], each["date"], each["title"]) for each in one["editions"]],
    }


def membership(one):
    return {key: value for key, value in one.items() if key != "panel"}


def person(one):
    """A person has no key for what is empty."""
    return {
        "id": one["id"],
        "honorific": one.get("honorific"),
        "hidden": one.get("hidden", False),
        "memberships": [membership(each) for each in one.get("memberships", [])],
        "attendance": [f"{short(each['meeting'])} {each['status']}" for each in one.get("attendance", [])],
        "asked": [short(each) for each in one.get("questions_asked", [])],
        "answered": [short(each) for each in one.get("questions_answered", [])],
        "declarations": [short(each) for each in one.get("declarations", [])],
        "reports": one.get("reports", []),
        "plan_entries": [short(each) for each in one.get("plan_entries", [])],
    }


def gap(one):
    return {"kind": one["kind"], "what": short(one["item"] or one["meeting"])}


VIEWS = {
    "panels": panel,
    "meetings": meeting,
    "reports": report,
    "decisions": decision,
    "questions": question,
    "declarations": declaration,
    "actions": action,
    "work_plan": plan_entry,
    "people": person,
    "completeness": gap,
}


class Chain(CommandTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(CHAIN, self.path("site"))
        self.reference = json.loads((CHAIN / "reference.json").read_text(encoding="utf-8"))

    def model(self, *options):
        outcome = self.run_command("model", "site", "--date", "2026-10-01", *options)
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        return outcome.out

    def test_the_chain_holds_from_end_to_end(self):
        site = json.loads(self.model())
        self.maxDiff = None
        for name, view in VIEWS.items():
            found = json.loads(json.dumps([view(one) for one in site[name]]))
            for expected, one in zip(self.reference[name], found):
                self.assertEqual(one, expected, name)
            self.assertEqual(len(found), len(self.reference[name]), name)

    def test_any_order_of_packs_and_number_of_threads_gives_the_same_bytes(self):
        """The supplement is named behind the pack of its day: of two that have the same date the order tells which is right."""
        packs = sorted(path.name for path in (CHAIN / "packs").iterdir() if "supplement" not in path.name)
        published = []
        for number, jobs in enumerate(("1", "2", "7")):
            order = [*(packs[number:] + packs[:number] if number else packs[::-1]), "2026-04-14-supplement.txt"]
            self.write("site/site.yaml", "title: Tarnbrook\nurl: https://tarnbrook.example/\npacks:\n"
                       + "".join(f"  - packs/{name}\n" for name in order))
            outcome = self.run_command("build", "site", "--date", "2026-10-01", "--jobs", jobs, "--to", f"to-{number}")
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            top = pathlib.Path(self.path(f"to-{number}"))
            published.append({str(path.relative_to(top)): path.read_bytes() for path in top.rglob("*") if path.is_file()})
        self.assertGreater(len(published[0]), 10)
        for other in published[1:]:
            self.assertEqual(sorted(published[0]), sorted(other))
            self.assertEqual([path for path in other if other[path] != published[0][path]], [])

    def test_an_official_address_belongs_to_its_pack(self):
        self.write("site/site.yaml", "packs:\n  - file: packs/2026-02-10.txt\n    url: https://tarnbrook.example/1\n")
        site = json.loads(self.model())
        self.assertEqual(len(site["packs"]), 1)


if __name__ == "__main__":
    unittest.main()

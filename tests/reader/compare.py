#!/usr/bin/env python3
"""Compares what Minutebook read in a pack with a reference that a person made.

usage: compare.py MODEL.json REFERENCE.json SOURCE.txt [--least CATEGORY=F1]... [--details]

Both readings are told as facts: "item 22 of 17 June holds a motion of Beatrix Thorne's". A fact is found when both
tell it, missed when only the reference does, invented when only the model does. Precision is found / told by the
model, recall is found / told by the reference. Two categories are measured in words: `fidelity` (every word of the
source stands once in the model's text) and `furniture` (what was set aside is what the reference sets aside).
Case, white space, punctuation and emphasis never matter.

Exits 1 where an F1 is below its bar.
"""
import argparse
import json
import re
import sys
from collections import Counter, defaultdict

START_LETTERS = 24  # a reference quotes about eight words of a contribution; this many letters tell any two apart


def words(text):
    return re.findall(r"[^\W_]+", re.sub(r"</?u>", "", text or "").casefold())


def folded(value):
    """A value as it is compared: letters, digits and the signs that carry meaning; lists and numbers stay apart."""
    if isinstance(value, list):
        return tuple(folded(part) for part in value)
    if isinstance(value, bool) or value is None:
        return value
    return "".join(re.findall(r"[^\W_]|[£%&@]", str(value).casefold()))


def block_words(blocks):
    """Every word of a list of blocks, or of a list's items, which hold items in turn."""
    for block in blocks or []:
        for name in ("number", "marker", "mark", "caption", "text"):
            yield from words(block.get(name))
        yield from block_words(block.get("items"))
        for cell in (block.get("header") or []) + sum(block.get("rows") or [], []):
            yield from words(cell)


# One shape for both readings: a reference quotes its facts, a model holds them within its text.

def minutes_of(meeting):
    """The record of a meeting: an object of its own in a model, the meeting itself in a reference."""
    if "source" in meeting:
        return meeting if meeting["source"] == "minutes" else None
    return meeting.get("minutes")


def start_of(contribution, item):
    if "starts" in contribution:
        return contribution["starts"]
    return item["blocks"][contribution["first_block"]].get("text")


def paragraph_numbers(report):
    if "numbered_paragraphs" in report:
        return report["numbered_paragraphs"]
    return [block["number"] for section in report.get("sections") or [] for block in section.get("blocks") or []
            if block.get("type") == "paragraph" and block.get("number")]


class Facts:
    """The facts of one reading, by category."""

    def __init__(self):
        self.of = defaultdict(Counter)

    def tell(self, category, *fact):
        self.of[category][tuple(folded(part) for part in fact)] += 1

    def tell_each(self, category, where, things, names):
        """One fact for each thing, made of the fields that are named."""
        for thing in things or []:
            self.tell(category, *where, *(thing.get(name) for name in names.split()))

    def tell_fields(self, category, where, thing, names):
        """One fact for each field that says something."""
        for name in names.split():
            value = (thing or {}).get(name)
            if value not in (None, "", [], False):
                self.tell(category, *where, name, value)


def facts_of(reading):
    facts = Facts()
    for meeting in reading.get("meetings") or []:
        tell_meeting(facts, meeting)
    for report in reading.get("reports") or []:
        tell_report(facts, report)
    for row in reading.get("forward_plan") or []:
        facts.tell("work plan", row.get("date"), row.get("ref"), row.get("title"))
        facts.tell_fields("work plan people", [row.get("title")], row, "director")
        facts.tell_each("work plan people", [row.get("title")], row.get("authors"), "name phone")
    return facts.of


def tell_meeting(facts, meeting):
    minutes = minutes_of(meeting)
    which = [meeting.get("date"), "minutes" if minutes else "agenda"]
    facts.tell("meetings", *which)
    facts.tell_fields("meeting fields", which, meeting, "body time venue pre_meeting")
    facts.tell_fields("meeting fields", which, meeting.get("contact"), "name role phone email")
    facts.tell_each("members", which, meeting.get("members"), "name honorific capacity organisation office")
    facts.tell_each("notes", which, meeting.get("notes"), "number title")
    facts.tell_each("agenda items", which, meeting.get("agenda"), "number title")
    for item in meeting.get("agenda") or []:
        facts.tell_fields("agenda fields", [*which, item.get("number")], item,
                          "printed_number time pages to_follow presenters minutes_allotted")
    if minutes:
        tell_minutes(facts, which, minutes)


def tell_minutes(facts, which, minutes):
    facts.tell_fields("meeting fields", which, minutes, "ended")
    facts.tell_each("present", which, minutes.get("present"),
                    "name honorific capacity organisation office substitute_for")
    facts.tell_each("in attendance", which, minutes.get("in_attendance"), "name honorific role")
    facts.tell_each("minute items", which, minutes.get("items"), "number title")
    for item in minutes.get("items") or []:
        tell_item(facts, [*which, item.get("number")], item)


# What is drawn from a minute item, and the fields that make one fact of it.
DRAWN = {
    "substitutes": "absent substitute",
    "declarations": "name kind reason",
    "motions": "proposer seconder",
    "votes": "result in_favour against abstained",
    "decisions": "verb number text",
}


def tell_item(facts, where, item):
    for name in item.get("apologies") or []:
        facts.tell("apologies", *where, name)
    for category, names in DRAWN.items():
        facts.tell_each(category, where, item.get(category), names)
    for contribution in item.get("contributions") or []:
        start = folded(start_of(contribution, item))[:START_LETTERS]
        facts.tell("contributions", *where, contribution.get("person") or contribution.get("speaker"), start)
        facts.tell("contribution kinds", *where, contribution.get("kind"), start)


def tell_report(facts, report):
    which = [report.get("title")]
    facts.tell("reports", report.get("agenda_item"), report.get("kind"), *which)
    facts.tell_fields("report fields", which, report, "pages background_papers")
    facts.tell_fields("report fields", which, report.get("header"),
                      "meeting date forward_plan_reference ward is_public attachments")
    facts.tell_fields("report fields", which, report.get("contact"), "name role phone email")
    facts.tell_each("sections", which, report.get("sections"), "number title")
    facts.tell_each("section levels", which, report.get("sections"), "title level")
    for number in paragraph_numbers(report):
        facts.tell("numbered paragraphs", *which, number)
    facts.tell_each("recommendations", which, report.get("recommendations"), "number label text")


def text_of(model):
    """How often the model's text holds each word; what is drawn from that text (members, decisions) does not count."""
    meetings, reports = model.get("meetings") or [], model.get("reports") or []
    records = [meeting.get("minutes") or {} for meeting in meetings]
    held = Counter(block_words(model.get("furniture")))
    for document in [*meetings, *records, *reports]:
        held.update(block_words(document.get("front_matter")))
        for note in document.get("notes") or []:
            held.update(words(note.get("number")) + words(note.get("title")))
        for part in ("notes", "agenda", "items", "sections"):
            for thing in document.get(part) or []:
                held.update(words(thing.get("printed")))
                held.update(block_words(thing.get("blocks")))
    return held


def furniture_of(reference, source):
    lines = source.split("\n")
    return Counter(word for first, last in reference.get("furniture") or []
                   for line in lines[first - 1:last] for word in words(line))


class Score:
    """How two multisets of facts agree."""

    def __init__(self, wanted, told):
        self.missed, self.invented = wanted - told, told - wanted
        self.found = (wanted & told).total()
        self.wanted, self.told = wanted.total(), told.total()
        self.precision = self.found / self.told if self.told else float(not self.wanted)
        self.recall = self.found / self.wanted if self.wanted else float(not self.told)
        self.f1 = 2 * self.found / (self.wanted + self.told) if self.wanted + self.told else 1.0


def compare(model, reference, source):
    """The scores by category, in the order in which a reading tells its facts."""
    wanted, told = facts_of(reference), facts_of(model)
    categories = list(wanted) + sorted(told.keys() - wanted.keys())
    scores = {category: Score(wanted[category], told[category]) for category in categories}
    scores["fidelity"] = Score(Counter(words(source)), text_of(model))
    if "furniture" in reference:
        scores["furniture"] = Score(furniture_of(reference, source), Counter(block_words(model.get("furniture"))))
    return scores


def table(scores, details=False):
    yield f"{'category':22}{'precision':>10}{'recall':>8}{'F1':>8}   found/reference/model"
    for category, score in scores.items():
        yield (f"{category:22}{score.precision:10.3f}{score.recall:8.3f}{score.f1:8.3f}"
               f"   {score.found}/{score.wanted}/{score.told}")
        for sign, facts in (("-", score.missed), ("+", score.invented)) if details else ():
            yield from (f"    {sign} {fact}{f' ({count} times)' if count > 1 else ''}" for fact, count in facts.items())


def judge(scores, bars, details=False):
    """Prints the scores and names each bar that is not reached; 1 where there is one, else 0."""
    print(*table(scores, details), sep="\n")
    failures = [category for category, least in bars.items() if category not in scores or scores[category].f1 < least]
    for category in failures:
        reached = f"F1 is {scores[category].f1:.3f}" if category in scores else "neither reading tells any such fact"
        print(f"below the bar of {bars[category]:g}: {category}: {reached}")
    return 1 if failures else 0


def bar(text):
    category, _, least = text.rpartition("=")
    return category.strip(), float(least)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("model", "reference", "source"):
        parser.add_argument(name)
    parser.add_argument("--least", metavar="CATEGORY=F1", type=bar, action="append", default=[])
    parser.add_argument("--details", action="store_true", help="also list what was missed (-) and invented (+)")
    given = parser.parse_args(arguments)
    with open(given.model, encoding="utf-8") as model, open(given.reference, encoding="utf-8") as reference, \
            open(given.source, encoding="utf-8", errors="replace") as source:
        scores = compare(json.load(model), json.load(reference), source.read())
    return judge(scores, dict(given.least), given.details)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

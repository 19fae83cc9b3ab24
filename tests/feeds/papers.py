"""papers.py: a site whose papers say what no reader may take for anything but text."""

import json
import os

from site_under_test import SiteTest

ADDRESS = "https://wexcombe.example/"

# Formulas, quotes, marks of XML, of iCalendar and of CSV, a line separator, a control character.
FORMULA = "=cmd|' /C calc'!A0"
HOSTILE = 'the "old", mill; ]]><b>&</b> \\n back\\slash \u2028 \x07 END:VEVENT £'

PACK = """Example Borough Council

Parks Panel

Date: Tuesday, {day}

Time: 10.00 am

Venue: {venue}

AGENDA

- 1. WELCOME

- 2. {title}

The Democratic Services Officer for this meeting is Ida Jones who can be contacted on ida.jones@example.example.

"""

MINUTES = """EXAMPLE BOROUGH COUNCIL

PARKS PANEL

Tuesday, {day}

Present:- Councillors Ann Bell (Chair), Cy Dunn and Eve Frost

Also in attendance: Guy Hill (Head of Parks)

14 WELCOME

The Chair welcomed everybody.

15 {title}

Councillor Cy Dunn asked whether {text}.

Guy Hill replied that {text}.

Winifred Tally asked why the gate was shut.

The Panel **RESOLVED** that {text}.

The meeting ended at 12.15 pm
"""


class PapersTest(SiteTest):
    """As SiteTest; `write_papers` puts others in the place of the packs."""

    def write_papers(self, **papers):
        """Writes the packs and no others, each by its name."""
        for name in os.listdir(self.path("site/packs")):
            os.remove(self.path("site/packs/" + name))
        for name, text in papers.items():
            self.write(f"site/packs/{name}.txt", text)

    def write_minutes(self, text="the ponds are full", title="PONDS"):
        """One pack: the agenda of June, and the minutes of March."""
        self.write_papers(a=PACK.format(day="17th June, 2025", venue="The Mill", title="PATHS") +
                          MINUTES.format(day="4th March, 2025", title=title, text=text))

    def published(self, name):
        return self.tree()[name].decode()

    def record(self, name="data/site.json"):
        return json.loads(self.published(name))

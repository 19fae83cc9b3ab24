--- calendar.ics of a panel: its meetings.
require "calendar".write(panel.name, panel.meetings)

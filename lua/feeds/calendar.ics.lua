--- calendar.ics: every meeting.
require "calendar".write(site.title, site.meetings)

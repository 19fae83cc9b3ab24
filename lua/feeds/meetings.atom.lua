--- meetings.atom: the meetings of which packs told last.
require "atom".write(site.title .. ": meetings", "/", require "news".meetings(site.meetings))

--- decisions.atom: the newest decisions.
require "atom".write(site.title .. ": decisions", "/", require "news".decisions(site.decisions))

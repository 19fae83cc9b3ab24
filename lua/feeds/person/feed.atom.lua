--- feed.atom of a person: what they did, meeting by meeting.
require "atom".write(person.name, person, require "news".person(person))

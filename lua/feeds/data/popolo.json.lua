--- popolo.json: people, bodies, seats, meetings and what was decided there, in the words of Popolo
--- (https://www.popoloproject.com/specs/).
local published = require "published"

-- A panel may be called as the council.
local council = site.council and "council/" .. slug(site.council)

--- Writes `"key": [records]`; `each` calls what it is given with each record.
local function write_class(key, each)
  local separator = json "\n"
  emit(key, json ": [")
  each(function(record)
    emit(separator, to_json(record))
    separator = json ",\n"
  end)
  emit(json "]")
end

local function links(object)
  local place = published.address(object)
  return place and { { url = place } } or nil
end

local function other_names(names)
  local records = {}
  for i, name in ipairs(names) do
    records[i] = { name = name }
  end
  return #records > 0 and records or nil
end

local function each_person(write)
  for _, person in ipairs(site.people) do
    if not person.hidden then write(person) end
  end
end

local function write_people(write)
  each_person(function(person)
    write {
      id = person.id,
      name = person.name,
      honorific_prefix = person.honorific,
      other_names = other_names(person.other_names),
      links = links(person),
    }
  end)
end

local function party_id(party)
  return "party/" .. slug(party)
end

local function write_parties(write)
  local seen = {}
  each_person(function(person)
    if not person.party or seen[person.party] then return end
    seen[person.party] = true
    write { id = party_id(person.party), name = person.party, classification = "party" }
  end)
end

local function write_organizations(write)
  if council then write { id = council, name = site.council, classification = "council" } end
  for _, panel in ipairs(site.panels) do
    write {
      id = panel.id,
      name = panel.name,
      other_names = other_names(panel.other_names),
      classification = "committee",
      parent_id = council,
      links = links(panel),
    }
  end
  write_parties(write)
end

--- The last day on which the packs name a seat on each panel: who has a seat then still has it.
local function newest_seats()
  local newest = {}
  for _, person in ipairs(site.people) do
    for _, seat in ipairs(person.memberships) do
      local id = seat.panel and seat.panel.id
      if id and seat.last and seat.last > (newest[id] or "") then newest[id] = seat.last end
    end
  end
  return newest
end

local function write_memberships(write)
  local newest = newest_seats()
  each_person(function(person)
    for i, seat in ipairs(person.memberships) do
      local organization = seat.panel and seat.panel.id or not seat.organisation and council or nil
      local is_past = seat.panel and seat.last and seat.last < newest[seat.panel.id]
      if organization then
        write {
          id = person.id .. "/" .. i,
          person_id = person.id,
          organization_id = organization,
          role = seat.office or seat.capacity,
          start_date = seat.first,
          end_date = is_past and seat.last or nil,
        }
      end
    end
    if person.party then
      write { id = person.id .. "/party", person_id = person.id, organization_id = party_id(person.party) }
    end
  end)
end

--- The people who came to each meeting, by its id.
local function attendees()
  local came = {}
  each_person(function(person)
    for _, attendance in ipairs(person.attendance) do
      local id = attendance.meeting.id
      came[id] = came[id] or {}
      if attendance.status == "present" then table.insert(came[id], { id = person.id, name = person.name }) end
    end
  end)
  return came
end

local function begins(meeting)
  return meeting.date and published.instant(meeting.date, meeting.time)
end

local function write_events(write)
  local came = attendees()
  for _, meeting in ipairs(site.meetings) do
    local ended = published.ended(meeting)
    local present = came[meeting.id]
    write {
      id = meeting.id,
      name = meeting.body,
      classification = "meeting",
      status = meeting.state,
      organization_id = meeting.panel and meeting.panel.id or council,
      start_date = begins(meeting),
      end_date = ended and published.instant(meeting.date, ended),
      location = meeting.venue,
      attendees = present and #present > 0 and present or nil,
      sources = links(meeting),
    }
  end
end

local results = { LOST = "fail", FELL = "fail" }

local function write_motions(write)
  for _, decision in ipairs(site.decisions) do
    local meeting = decision.meeting
    write {
      id = decision.id,
      organization_id = meeting.panel and meeting.panel.id or council,
      text = decision.text,
      classification = decision.verb and decision.verb:lower(),
      date = begins(meeting),
      result = results[decision.verb] or "pass",
      sources = links(decision),
    }
  end
end

--- Somebody whom a division names: by id where exactly one person is called so.
local function voters()
  local by_name = {}
  each_person(function(person)
    local function add(name)
      by_name[name] = by_name[name] == nil and person or false
    end
    add(person.name)
    for _, name in ipairs(person.other_names) do
      if name ~= person.name then add(name) end
    end
  end)
  return function(name)
    return by_name[name] or nil
  end
end

local options = { { "in_favour", "yes" }, { "against", "no" }, { "abstained", "abstain" } }

local function counts_of(vote)
  local counts = {}
  for _, option in ipairs(options) do
    local value = vote[option[1]]
    if value then counts[#counts + 1] = { option = option[2], value = value } end
  end
  return #counts > 0 and counts or nil
end

local function votes_of(vote, voter)
  local votes = {}
  for _, option in ipairs(vote.named and options or {}) do
    for _, name in ipairs(vote.named[option[1]]) do
      local person = voter(name)
      votes[#votes + 1] =
        { option = option[2], voter_id = person and person.id, voter = not person and { name = name } or nil }
    end
  end
  return #votes > 0 and votes or nil
end

--- A vote stands with each decision that it was on, and here with the first.
local function write_votes(write)
  local seen, voter = {}, voters()
  for _, decision in ipairs(site.decisions) do
    local meeting = decision.meeting
    for i, vote in ipairs(decision.votes) do
      if not seen[vote] then
        seen[vote] = true
        write {
          id = decision.id .. "/vote-" .. i,
          motion_id = decision.id,
          organization_id = meeting.panel and meeting.panel.id or council,
          start_date = begins(meeting),
          result = vote.result and (results[vote.result] or "pass"),
          counts = counts_of(vote),
          votes = votes_of(vote, voter),
        }
      end
    end
  end
end

local classes = {
  { "persons", write_people },
  { "organizations", write_organizations },
  { "memberships", write_memberships },
  { "events", write_events },
  { "motions", write_motions },
  { "vote_events", write_votes },
}
emit(json "{")
for i, class in ipairs(classes) do
  emit(i > 1 and json ",\n" or json "\n")
  write_class(class[1], class[2])
end
emit(json "\n}\n")

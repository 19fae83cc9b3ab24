--- linked.lua: what a page shows, for search engines: JSON-LD in the words of schema.org.
local linked = {}

local links = require "links"
local published = require "published"

local function council()
  return site.council and { ["@type"] = "GovernmentOrganization", name = site.council } or nil
end

local function organization(panel)
  return {
    ["@type"] = "GovernmentOrganization",
    name = panel.name,
    url = published.address(panel),
    parentOrganization = council(),
  }
end

local function place(meeting)
  if meeting.online then return meeting.webcast and { ["@type"] = "VirtualLocation", url = meeting.webcast } or nil end
  return meeting.venue and { ["@type"] = "Place", name = meeting.venue, address = meeting.venue } or nil
end

local makers = {}

-- A meeting is an Event. Without a day it is none.
function makers.SiteMeeting(meeting)
  if not published.has_day(meeting) then return nil end
  local ended = published.ended(meeting)
  local attendance = meeting.online and "OnlineEventAttendanceMode" or "OfflineEventAttendanceMode"
  return {
    ["@type"] = "Event",
    name = meeting.body,
    url = published.address(meeting),
    startDate = published.instant(meeting.date, meeting.time),
    endDate = ended and published.instant(meeting.date, ended),
    eventStatus = "https://schema.org/EventScheduled",
    eventAttendanceMode = "https://schema.org/" .. attendance,
    location = place(meeting),
    organizer = meeting.panel and organization(meeting.panel) or council(),
  }
end

-- A panel is a GovernmentOrganization.
function makers.Panel(panel)
  local found = organization(panel)
  found.alternateName = #panel.other_names > 0 and panel.other_names or nil
  found.description = panel.description
  return found
end

-- A paper is a Report.
function makers.SiteReport(report)
  local contact, pack = report.contact, report.pack
  return {
    ["@type"] = "Report",
    name = report.title,
    url = published.address(report),
    datePublished = pack and pack.issued,
    author = contact and contact.name and { ["@type"] = "Person", name = contact.name, jobTitle = contact.role } or nil,
    publisher = council(),
  }
end

--- What an object is in the words of schema.org: a meeting an Event, a panel a GovernmentOrganization, a paper a Report.
--- Nil for anything else.
---
---     require("linked").of(site.panels[1])["@type"]      --> GovernmentOrganization
---@param object table
---@return table?
function linked.of(object)
  local maker = makers[links.type_of(object)]
  local made = maker and maker(object)
  if made then made["@context"] = "https://schema.org" end
  return made
end

--- The same as an element of the page's head; false where there is nothing to say. Nothing in it can end the element.
---
---     require("linked").data(nil)      --> false
---@param object table? otherwise there is nothing to say
---@return HTML|false
function linked.data(object)
  local made = object and linked.of(object)
  if not made then return false end
  local text = tostring(to_json(made)):gsub("[<>&]", function(mark)
    return ("\\u%04x"):format(mark:byte())
  end)
  return html('<script type="application/ld+json">' .. text .. "</script>")
end

return linked

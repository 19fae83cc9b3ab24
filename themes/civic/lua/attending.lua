--- attending.lua: how often somebody came.
local attending = {}

--- How many of a person's meetings they came to.
---@param person Person
---@return integer came, integer all
function attending.share(person)
  local came = 0
  for _, kept in ipairs(person.attendance) do
    if kept.status == "present" then came = came + 1 end
  end
  return came, #person.attendance
end

local words = {
  present = "Came",
  apologies = "Sent apologies",
  substituted = "Sent a substitute",
  absent = "Not recorded",
}

---@param status string
---@return string
function attending.word(status)
  return words[status] or status
end

return attending

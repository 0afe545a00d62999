--- Whose report it is, by all that was read of it: the title, who publishes, the preface, who answers questions, the
-- parts and the signature. Where a body of the same kind stands in a place in which only the author can, the one that
-- fewer places name was copied from another report; where as many name it, nobody is blamed.

local relation = require "govreport.bodies.relation"
local body_mentions = require "govreport.text.body_mentions"

local body_vote = {}

-- ---- where bodies are named ---------------------------------------------------------------------

-- The texts that may name the author.
local function texts_of(context)
  local texts, preface = context:texts(), context:preface()
  return preface and table.move(texts, 1, #texts, 2, {preface}) or texts
end

-- Parts in which the report may say who answers questions.
local has_contacts = {preface = true, other = true}

-- The fields that name a body, with the role of each.
local fields_of = {{"publisher", "publisher"}, {"signatory", "signature"}}

-- All sightings: `{name, role, id, start, stop, field}`, `id` what has one vote, `field` where it is one.
local function sightings_of(context, texts)
  local list, seen = {}, {}
  local function add(sighting)
    if not seen[sighting.start] then list[#list + 1] = sighting end
    seen[sighting.start] = true
  end
  local fields = context:read_fields()
  for _, entry in ipairs(fields_of) do
    local field = fields[entry[1]]
    local name = field and field.value
    if name then add{name = name, role = entry[2], id = entry[2], start = field.start, field = field} end
  end
  for _, own in ipairs(texts) do
    local function add_all(role, found)
      for _, range in ipairs(found) do
        add{name = own.text:sub(range.start, range.stop - 1), role = role, id = own.section,
            start = own:tape(range.start), stop = own:tape(range.stop - 1) + 1}
      end
    end
    if has_contacts[own.section] then add_all("contact", body_mentions.contacts(own)) end
    -- Of problems and plans the author alone speaks.
    add_all("text", body_mentions.actors(own, own.section == "problems"))
  end
  table.sort(list, function(a, b) return a.start < b.start end)
  return list
end

-- ---- who is another -----------------------------------------------------------------------------

-- A superior may answer for those below, and what bodies of another rank do may be told; only the author signs.
local function is_other(context, agency, sighting)
  if sighting.name == agency then return false end
  local related = relation.of(agency, sighting.name, context.units)
  return related == "peer" or related == "stranger" and sighting.role == "signature"
end

-- Whether others are told of here and there: a report that names several shows what bodies around it do.
local function is_survey(groups)
  local count = 0
  for _, group in ipairs(groups) do count = count + (group.in_text and 1 or 0) end
  return count > 1
end

-- Without those that the text alone names.
local function without_text(groups)
  local list = {}
  for _, group in ipairs(groups) do
    local kept = false
    for _, sighting in ipairs(group) do kept = kept or sighting.role ~= "text" end
    if kept then list[#list + 1] = group end
  end
  return list
end

local function group_of(groups, context, name)
  for _, group in ipairs(groups) do
    if relation.of(group.name, name, context.units) == "one" then return group end
  end
  groups[#groups + 1] = {name = name}
  return groups[#groups]
end

-- How many places name a body: parts with its name in them, and the fields.
local function votes_for(name, texts, sightings)
  local voters, count = {}, 0
  local function vote(id)
    count = count + (voters[id] and 0 or 1)
    voters[id] = true
  end
  for _, text in ipairs(texts) do
    if relation.is_named(text.text, name) then vote(text.section) end
  end
  for _, sighting in ipairs(sightings) do
    if relation.is_named(sighting.name, name) then vote(sighting.id) end
  end
  return count
end

-- What the votes say of a body that is not the title's.
local function judge(own, other)
  if own == other then return "even" end
  return own > other and "copied" or "title"
end

-- The sightings of a body, each with its place.
local function with_places(context, group)
  local list = {}
  for i, sighting in ipairs(group) do
    list[i] = {name = sighting.name, role = sighting.role, id = sighting.id,
               place = sighting.field or context:place(sighting.start, sighting.stop)}
  end
  return list
end

--- Finds the bodies that a report names as its author beside its own.
-- @param context that of a check
-- @return list of `{name, sightings, verdict}`: the name as printed; where it stands, `{name, role, id, place}` each,
-- role "publisher", "signature", "contact" or "text", id "preface" or the part's; and "copied" where the other body
-- is wrong, "title" where the title is, "even" where nobody knows
function body_vote.of(context)
  local agency, groups = context.report.agency, {}
  if not agency then return groups end
  local texts = texts_of(context)
  local sightings = sightings_of(context, texts)
  for _, sighting in ipairs(sightings) do
    if is_other(context, agency, sighting) then
      local group = group_of(groups, context, sighting.name)
      group[#group + 1], group.in_text = sighting, group.in_text or sighting.role == "text"
    end
  end
  if is_survey(groups) then groups = without_text(groups) end
  local own = #groups > 0 and votes_for(agency, texts, sightings) + 1   -- the title's
  for i, group in ipairs(groups) do
    groups[i] = {name = group.name, sightings = with_places(context, group),
                 verdict = judge(own, votes_for(group.name, texts, sightings))}
  end
  return groups
end

return body_vote

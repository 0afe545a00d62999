--- Where the report lies on its page, and which headings were taken for the parts of the form.

local place_words = require "govreport.text.place_words"
local words = require "govreport.trace.words"

local parts = {}

-- ---- the article --------------------------------------------------------------------------------

local function end_of_line(tape, start) return tape:find("[\v\n\x1C-\x1F]", start) or #tape + 1 end

--- Tells where the article lies, and why.
function parts.tell_article(recorder, work)
  local r, size = work.reading, #work.tape + 1
  local first, final = r.headings[1], r.headings[#r.headings]
  local kind = "article_whole"
  if not first then
    kind = #work.form.declared.sections > 0 and "article_unknown" or "article_whole"
  elseif r.article_start > 1 or r.article_stop < size then
    local _, stop = work.document:division(first.marker_start, final.stop)
    kind = r.article_stop < stop and "article_to_footer" or "article_division"
  end
  local last = math.max(r.article_start, #work.tape:sub(1, r.article_stop - 1):gsub("%c+$", ""))   -- facts may follow
  local fields = {first = place_words.both(recorder:place(r.article_start, r.article_start)),
                  last = place_words.both(recorder:place(last, last)), footer = ""}
  if kind == "article_to_footer" then
    fields.footer = recorder:text(r.article_stop, end_of_line(work.tape, r.article_stop))
  end
  recorder:headline("page", kind, fields).outcome = kind == "article_unknown" and "noted" or "matched"
end

-- ---- the parts ----------------------------------------------------------------------------------

-- The heading of each part, by its number from 0.
local function taken(nodes)
  local list = {}
  for _, node in ipairs(nodes) do
    if node.section then list[node.section] = list[node.section] or node end
  end
  return list
end

-- Why a line with the title of a part was not its heading.
local function reason(candidate, chosen)
  if candidate.in_contents then return "contents" end
  if candidate.listed then return "listed" end
  if not chosen then return "unnumbered" end
  if candidate.number and candidate.class ~= chosen.class then return "otherwise" end
  return chosen.number and not candidate.number and "unmarked" or "shorter"
end

-- The lines with the title of a part that were passed over, by the part.
local function passed_over(work)
  local best, list = {}, {}
  for _, heading in ipairs(work.reading.headings) do best[heading.section] = heading end
  for _, candidate in ipairs(work.reading.candidates) do
    local chosen = best[candidate.section]
    if chosen ~= candidate then list[#list + 1] = {candidate = candidate, why = reason(candidate, chosen)} end
  end
  return list
end

local function find_missing(recorder, work, declared, texts)
  recorder:add("parts", "missed", {
    kind = "part_missing", subject = declared.id, section = declared.id, script = work.origin:section(declared),
    near = words.nearest_text(declared.title, work.form, texts), fields = {title = declared.title},
  })
end

local function tell_taken(recorder, work, declared, node)
  local outcome, kind = "matched", "part_found"
  local adopted = node.token == nil and node.official   -- by its number, under a title that the form does not know
  if adopted then outcome, kind = "noted", "part_by_number"
  elseif node.kind == "misprint" then outcome, kind = "noted", "part_misprint"
  elseif node.kind == "variant" then kind = "part_variant" end
  local near = adopted and words.nearest(recorder:text(node.start, node.stop), work.form, function(label)
    return label.official == adopted
  end)
  recorder:add("parts", outcome, {
    kind = kind, subject = declared.id, section = declared.id, start = node.marker_start, stop = node.stop, near = near,
    script = work.origin:section(declared), fields = {title = declared.title},
  })
end

local function is_of_a_part(label) return label.section ~= nil end

-- Headings numbered like parts that are none.
local function tell_unknown(recorder, work)
  for _, node in ipairs(work.reading.nodes) do
    if not node.section and node.rank == 2 and node.number then
      local title = work.tape:sub(node.start, node.stop - 1)
      recorder:add("parts", "noted", {
        kind = "heading_unknown", start = node.marker_start, stop = node.stop,
        near = words.nearest(title, work.form, is_of_a_part),
      })
    end
  end
end

--- Tells of each part where it was found, or what is nearest to its title; of the headings that are none, the nearest.
function parts.tell(recorder, work)
  local r = work.reading
  if #work.form.declared.sections == 0 then return end
  local head = recorder:headline("parts", "parts_summary", {found = 0, count = #work.form.declared.sections})
  local found, texts = taken(r.nodes), work.sightings:texts_in(r.article_start, r.article_stop)
  for i, declared in ipairs(work.form.declared.sections) do
    if found[i - 1] then
      head.fields.found = head.fields.found + 1
      tell_taken(recorder, work, declared, found[i - 1])
    else
      head.outcome = "missed"
      find_missing(recorder, work, declared, texts)
    end
  end
  tell_unknown(recorder, work)
  for _, other in ipairs(passed_over(work)) do
    local candidate = other.candidate
    local declared = work.form.declared.sections[candidate.section + 1]
    recorder:add("parts", "passed", {
      kind = "part_again_" .. other.why, subject = declared.id, section = declared.id, start = candidate.marker_start,
      stop = candidate.stop, fields = {title = declared.title},
    })
  end
end

return parts

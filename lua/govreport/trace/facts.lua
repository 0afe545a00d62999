--- What comes nearest to a fact that was not found: a label on a line of facts, the line above the date of the
-- sign-off, a line that looks like a title.

local fact_lines = require "govreport.text.fact_lines"
local grammar = require "govreport.text.grammar"
local sign_off = require "govreport.text.sign_off"
local words = require "govreport.trace.words"

local facts = {}

-- What is told of a text and a label that is near to it; nil where it is not near.
local function compare(tape, start, stop, label)
  local text, wanted = words.characters(tape:sub(start, stop - 1)), words.characters(label)
  local nearness = text and wanted and words.nearness(text, wanted) or 0
  if nearness < words.least then return nil end
  local difference, count = words.difference(text, wanted)
  return {nearest = label, nearness = nearness, difference = difference, count = count,
          text = {start = start, stop = stop}}
end

-- ---- labels -------------------------------------------------------------------------------------

-- By what labels the readers of a form find a field; else what the form calls it.
local function labels_of(declared, id)
  local list = {}
  for _, reader in ipairs(declared.readers) do
    for _, label in ipairs(reader.labels and reader.labels[id] or {}) do list[#list + 1] = label end
  end
  local name = declared.names and declared.names[id]
  if #list == 0 and name then list[1] = type(name) == "table" and name.zh or name end
  return list
end

-- The label of a line of facts that is nearest to those of a field.
local function near_label(work, id)
  local best
  work.fact_labels = work.fact_labels or fact_lines.labels(work.document, 0, work.tape)
  for _, wanted in ipairs(labels_of(work.form.declared, id)) do
    for _, seen in ipairs(work.fact_labels) do
      local found = compare(work.tape, seen.start, seen.stop, wanted)
      if found and (not best or found.nearness > best.nearness) then best = found end
    end
  end
  return best and {near = best}
end

-- ---- the sign-off -------------------------------------------------------------------------------

local of_sign_off = {signatory = true, signed_on = true}

local function reads_sign_off(declared)
  for _, reader in ipairs(declared.readers) do
    if reader.match == sign_off.lines then return true end
  end
  return false
end

local function near_sign_off(work, id)
  if not of_sign_off[id] or not reads_sign_off(work.form.declared) then return nil end
  local final = work.reading.headings[#work.reading.headings]
  local from = final and final.stop or work.reading.article_start
  local list = sign_off.lines:match(work.tape:sub(from, work.reading.article_stop - 1))
  local start, stop, is_dated = sign_off.nearest(list)
  if not start then return {kind = "field_missing_sign_off"} end
  local kind = id == "signatory" and is_dated and "field_missing_name" or "field_missing_date"
  if id == "signatory" and not is_dated then kind = "field_missing_last" end
  return {kind = kind, start = from + start - 1, stop = from + stop - 1}
end

-- ---- the title ----------------------------------------------------------------------------------

local of_title = {title = true, agency = true, year = true}
-- No title is longer: bytes.
local longest_title = 200

local function bare(words_of_title) return (words_of_title:gsub("^年度", ""):gsub("^年", "")) end

-- How near the words behind the year of a line come to those of a title.
local function title_line(tape, start, line, wanted)
  local behind = #line <= longest_title and line:match "20%d%d年()"
  if not behind then return nil end
  if line:find("^度", behind) then behind = behind + #"度" end
  local found = behind <= #line and compare(tape, start + behind - 1, start + #line, bare(wanted))
  if found then found.nearest = wanted end
  return found or nil
end

-- The line that comes nearest to a title of the form.
local function near_title(work, id)
  local best
  for _, reader in ipairs(of_title[id] and work.form.declared.readers or {}) do
    for _, wanted in ipairs(reader.titles and grammar.expand(reader.titles[1]) or {}) do
      for start, line in work.tape:gmatch "()([^\v\n\x1C-\x1F]+)" do
        local found = title_line(work.tape, start, line, wanted)
        if found and (not best or found.nearness > best.near.nearness) then
          best = {kind = "field_missing_title", near = found, start = start, stop = start + #line}
        end
      end
    end
  end
  return best
end

--- What comes nearest to a field that was not found.
-- @return `{near, kind, start, stop}`, each nil where there is none; `kind` of the event where it says why
function facts.nearest(work, id)
  return near_label(work, id) or near_sign_off(work, id) or near_title(work, id) or {}
end

return facts

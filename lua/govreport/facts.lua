--- Readers of the facts that most reports state, for the key `readers` of a form: the title with the body and the year,
-- lines of label and value, the signature at the end.
--
--   local facts = require "govreport.facts"
--   fields = {"title", "agency", "year", "document_number", "hotline"},
--   readers = facts.readers{title = {"图书馆服务{年报|年度报告}"}, lines = {document_number = {"文号"}},
--                           find = {hotline = {"text", "电话" * lpeg.C(grammar.number)}}}

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"
local keys = require "govreport.keys"

local P, S, Cg, Cp, Ct = lpeg.P, lpeg.S, lpeg.Cg, lpeg.Cp, lpeg.Ct
local mark, sp = grammar.mark, S" \v"^0

local facts = {}

-- ---- the title ----------------------------------------------------------------------------------

local gap = S"\v\n"^0
-- 。《》、 and their like end a name.
local name_character = 1 - (mark + S":,;.()\xE3") - grammar.year4 * sp * "年" - "关于"
local about = (P"关于" * (1 - mark - grammar.year4)^-18)^-1
local year = Cg(Cp(), "year") * grammar.year4 * Cg(Cp(), "year_stop") * sp * "年" * P"度"^-1

-- 云岭市图书馆2024年服务年报, on up to three lines; or with the year in front, or without a body.
local function title_pattern(wordings)
  local words = grammar.phrase(table.unpack(wordings))
  local function body(least) return Cg(Cp(), "agency") * (name_character - words)^least * Cg(Cp(), "agency_stop") end
  return Ct(Cg(Cp(), "start")
    * (body(2) * gap * about * year * gap * words + year * gap * body(2) * gap * words + year * gap * words)
    * Cg(Cp(), "stop")) * grammar.rest
end

local function read_title(report, titles, base)
  local main = #titles
  for i = #titles, 1, -1 do
    if base + titles[i].start >= report.article_start then main = i end
  end
  for i, t in ipairs(titles) do
    if i ~= main or report.found.title then
      report:ignore(base + t.start, base + t.stop, "title")
    else
      report:field("title", "text", base + t.start, base + t.stop)
      if t.agency then report:field("agency", "text", base + t.agency, base + t.agency_stop) end
      report:field("year", "integer", base + t.year, base + t.year_stop)
    end
  end
end

local title_facts = {title = true, articletitle = true}

local function title_readers(wordings, list)
  local title = title_pattern(wordings)
  list[#list + 1] = {scope = "head", match = Ct(((title + grammar.rest) * mark^1)^0 * title^-1), read = read_title}
  local one = Ct(title)
  -- Where the article lost its title, the head of the page may have it.
  list[#list + 1] = {scope = "meta", read = function(report, name, base, text)
    local found = title_facts[name] and not report.found.title and one:match(text)
    if found then read_title(report, found, base) end
  end}
end

-- ---- lines of label and value -------------------------------------------------------------------

local first_date = grammar.date * Cp()

-- A field whose id ends so is a date.
local function kind_of(id) return id:find("_on$") and "date" or "text" end

local function line_readers(labels, list)
  list[#list + 1] = {scope = "head", match = grammar.metadata(labels), read = function(report, entries, base, text)
    for _, entry in ipairs(entries) do
      local id, start = entry[1], entry[2]
      local kind = kind_of(id)
      local stop = kind == "date" and first_date:match(text, start) or entry[3]
      local value = text:sub(start, stop - 1):gsub(" +$", "")
      report:field(id, kind, base + start, base + start + #value)
    end
  end}
end

-- ---- the end ------------------------------------------------------------------------------------

local date = Cg(Cp(), "date") * grammar.date * Cg(Cp(), "date_stop") * grammar.eol
local signer = Cg(Cp(), "agency") * (1 - mark - grammar.date - S",;" - "。")^2 * Cg(Cp(), "agency_stop")
local signature = Ct(signer * mark^0 * date) + Ct(date)
-- A name of a body is no longer: bytes.
local longest_name = 90

local function read_signature(report, found, base)
  local last = found[#found]
  if not last then return end
  report:field("signed_on", "date", base + last.date, base + last.date_stop)
  report:end_body(base + last.date)
  if last.agency and last.agency_stop - last.agency <= longest_name then
    report:field("signatory", "text", base + last.agency, base + last.agency_stop)
    report:end_body(base + last.agency)
  end
end

-- ---- the whole ----------------------------------------------------------------------------------

local known = {title = "table", lines = "table", find = "table", signature = "boolean"}

-- What a pattern captures, else all that it matches.
local function find_reader(id, kind, pattern, scope)
  return {scope = scope, once = true, find = Ct(Cp() * pattern * Cp()), read = function(report, found, base, text)
    local start, stop = found[1], found[#found]
    if type(found[2]) == "string" then
      start, stop = text:find(found[2], start, true)
      stop = stop + 1
    end
    report:field(id, kind, base + start, base + stop)
  end}
end

--- The readers of a form.
-- @param wanted `title`: templates of what follows body and year in the title; reads the fields `title`, `agency`,
-- `year`. `lines`: map from a field to the labels in front of it (`索引号：…`, or in a cell beside it); a field whose
-- id ends in `_on` is a date. `find`: map from a field to `{kind, pattern}`, looked for above the first part and from the
-- last one on; the value is what the pattern captures, else all of it; kinds: "text", "date", "integer". `signature`:
-- true reads `signatory` and `signed_on` at the end.
-- @return list for the key `readers`
function facts.readers(wanted)
  keys.check(wanted, known, {}, "facts.readers")
  local list, ids = {}, {}
  if wanted.title then title_readers(wanted.title, list) end
  if wanted.lines then line_readers(wanted.lines, list) end
  for id in pairs(wanted.find or {}) do ids[#ids + 1] = id end
  table.sort(ids)
  for _, id in ipairs(ids) do
    for _, scope in ipairs{"head", "tail"} do
      list[#list + 1] = find_reader(id, wanted.find[id][1], wanted.find[id][2], scope)
    end
  end
  if wanted.signature then
    list[#list + 1] = {scope = "tail", read = read_signature,
                       match = Ct(((signature + grammar.rest) * mark^1)^0 * signature^-1)}
  end
  return list
end

return facts

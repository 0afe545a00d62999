--- What the page asks of the library. Every argument and every result is a text; each call begins with a request, JSON:
--
--   name, lang, today         of the file, of the messages, the day as an ISO date
--   previous, published       names of the files beside it; their content are arguments
--
-- A call keeps nothing for the next one: the page may end the worker in which it runs at any time.

-- There are no folders here; what of the library looks for files finds none.
package.preload.lfs = function()
  local function none() return nil, "there are no files" end
  return {attributes = none, symlinkattributes = none, dir = function() error("there are no files") end,
          currentdir = none}
end

local formats = require "govreport.render.formats"
local govreport = require "govreport"
local json = require "govreport.base.json"
local json_reader = require "govreport.base.json_reader"

local browser = {}

local max_input = 32 << 20   -- bytes: what is checked well before a worker is ended

-- ---- checking -----------------------------------------------------------------------------------

-- The options of a check; `since` is the JSON of an earlier one, "" for none. Beside them why what stands beside the
-- report cannot be used: nil, or a text.
local function options_of(request, previous, since)
  local options, problem = {lang = request.lang, today = request.today}, nil
  if request.previous then
    local report, message = govreport.parse(previous, {name = request.previous, lang = request.lang,
                                                       max_input = max_input})
    options.previous, problem = report, message
  end
  if since ~= "" then options.since = assert(govreport.rounds(since, {lang = request.lang})) end
  return options, problem
end

-- Calls `use(entry, batch)` with the entry of the file, whose report is open meanwhile.
local function checked(request, bytes, options, use)
  local batch = assert(govreport.check_files({{name = request.name, bytes = bytes}}, options))
  local made
  for entry in batch:entries() do made = table.pack(use(entry, batch)) end
  if options.previous then options.previous:close() end
  return table.unpack(made, 1, made.n)
end

-- How many cells the form asks for, and how many of them were read.
local function cells_of(report)
  local expected, read = 0, 0
  for _, _, state in report:values() do
    expected = expected + 1
    if state ~= "absent" and state ~= "unreadable" then read = read + 1 end
  end
  return expected, read
end

-- How many findings of the first round are resolved, how many are there still, how many are new; nil for a first one.
local function rounds_of(entry)
  if not entry.rounds then return json.null end
  local open, new = 0, 0
  for found in entry.result:findings() do
    if found.severity ~= "notice" then
      if entry.rounds.status[found] == "new" then new = new + 1 else open = open + 1 end
    end
  end
  local resolved = 0
  for _, old in ipairs(entry.rounds.resolved) do
    if old.severity ~= "notice" then resolved = resolved + 1 end
  end
  return json.object{{"resolved", resolved}, {"open", open}, {"new", new}}
end

local function findings_of(entry, lang)
  local list = {}
  for found in entry.result:findings() do
    list[#list + 1] = json.object{{"rule", found.rule}, {"severity", found.severity}, {"message", found.messages[lang]},
                                  {"status", entry.rounds and entry.rounds.status[found]}}
  end
  return json.array(list)
end

-- What the page shows of a file by itself.
local function summary_of(entry, request, problem)
  if not entry.result then
    return json.line(json.object{{"name", entry.name}, {"failure", json.object{{"code", entry.code},
                                                                              {"message", entry.message}}}})
  end
  local report, result = entry.report, entry.result
  local expected, read = cells_of(report)
  local counts = result.counts
  return json.line(json.object{
    {"name", entry.name}, {"title", report.title}, {"agency", report.agency}, {"year", report.year},
    {"subject", entry.subject}, {"verdict", result.verdict}, {"verdict_text", result:verdict_text(request.lang)},
    {"error", counts.error}, {"warning", counts.warning}, {"info", counts.info}, {"notice", counts.notice},
    {"expected", expected}, {"read", read}, {"rounds", rounds_of(entry)},
    {"findings", findings_of(entry, request.lang)}, {"problem", problem},
  })
end

local function findings_json(entry, batch)
  local printer = govreport.printer(batch, "json")
  return printer:head() .. printer:entry(entry) .. printer:foot()
end

local function letter_of(entry, request)
  return govreport.letter(entry.result, {lang = request.lang, rounds = entry.rounds, date = request.today})
end

-- What is shown of a report beside its summary, a page of HTML without scripts: the review where the library draws one,
-- else the letter.
local function shown(entry, request, since)
  for _, format in ipairs(formats.of(entry.result)) do
    if format == "page" then
      return govreport.render(entry.result, format, {lang = request.lang, name = request.name, since = since})
    end
  end
  return govreport.render(letter_of(entry, request), "html")
end

--- Checks a file.
-- @param previous the report of the year before; "" where the request names none
-- @param since what an earlier call gave as its second result; "" for none
-- @return what the page shows of it, JSON; the findings as `check --format json` prints them; the page of the report,
-- "" where it could not be read
function browser.check(request_text, bytes, previous, since)
  local request = json_reader.decode(request_text)
  local options, problem = options_of(request, previous, since)
  return checked(request, bytes, options, function(entry, batch)
    local page = entry.result and shown(entry, request, options.since) or ""
    return summary_of(entry, request, problem), findings_json(entry, batch), page
  end)
end

-- ---- downloads ----------------------------------------------------------------------------------

local makers = {}

function makers.letter_docx(entry, request) return govreport.render(letter_of(entry, request), "docx") end
function makers.letter_html(entry, request) return govreport.render(letter_of(entry, request), "html") end
function makers.report_json(entry, request) return govreport.render(entry.report, "json", {name = request.name}) end
function makers.cells_tsv(entry) return govreport.render(entry.report, "tsv") end

function makers.findings_csv(entry, request, _, batch)
  local printer = govreport.printer(batch, "csv", {lang = request.lang, bom = true})
  return printer:head() .. printer:entry(entry) .. printer:foot()
end

-- The Word file with the findings as comments, where the library can do that.
local annotate = govreport.annotate
if annotate then
  function makers.annotated_docx(entry, request, bytes)
    return annotate(entry.result, {name = request.name, bytes = bytes}, {lang = request.lang})
  end
end

--- What can be made of a report: a name a line.
function browser.made()
  local names = {}
  for name in pairs(makers) do names[#names + 1] = name end
  table.sort(names)
  return table.concat(names, "\n")
end

--- Makes one of the files that can be downloaded of a report.
-- @param kind one of those of `made`
-- @return its content, ""; or "" and why it cannot be made
function browser.make(request_text, kind, bytes, previous, since)
  local request = json_reader.decode(request_text)
  return checked(request, bytes, options_of(request, previous, since), function(entry, batch)
    if not entry.result then return "", entry.message end
    local made, message = makers[kind](entry, request, bytes, batch)
    return made or "", made and "" or message
  end)
end

-- ---- many reports -------------------------------------------------------------------------------

-- The findings of an entry as CSV with a column more, which is empty; the titles in front where one is given for it.
local function sheet_of(entry, batch, lang, answer)
  local printer = govreport.printer(batch, "csv", {lang = lang, bom = true})
  local head = answer ~= "" and printer:head():gsub("\r\n$", "," .. answer .. "\r\n") or ""
  return head .. printer:entry(entry):gsub("\r\n", ",\r\n")
end

--- The rows of one report in the sheet of many.
-- @param answer title of the column for answers: the titles of all columns stand in front; "" for none
function browser.sheet(request_text, answer, bytes, previous, since)
  local request = json_reader.decode(request_text)
  return checked(request, bytes, options_of(request, previous, since), function(entry, batch)
    return (sheet_of(entry, batch, request.lang, answer))
  end)
end

--- The row of a file that could not be checked.
-- @param message why
function browser.sheet_unread(request_text, answer, message)
  local request = json_reader.decode(request_text)
  local batch = assert(govreport.check_files({}, {lang = request.lang}))
  return (sheet_of({name = request.name, message = message, code = "page"}, batch, request.lang, answer))
end

--- Packs files into an archive: names and contents in turn.
function browser.pack(_, ...)
  local entries, list = {}, table.pack(...)
  for i = 1, list.n, 2 do entries[#entries + 1] = {list[i], list[i + 1]} end
  local bytes, code = require("govreport.docx").write(entries)
  return bytes or "", code or ""
end

-- ---- two copies of one report -------------------------------------------------------------------

--- Whether a page carries the same report as the draft.
-- @return JSON: `verdict` and `text`, or `failure`
function browser.same(request_text, draft, published)
  local request = json_reader.decode(request_text)
  local copies, message = govreport.same({{name = request.name, bytes = draft},
                                          {name = request.published, bytes = published}}, {lang = request.lang})
  local unread = copies and copies.unread[1]
  if unread or not copies then
    return json.line(json.object{{"failure", unread and unread.message or message}})
  end
  return json.line(json.object{{"verdict", copies:verdict()},
                               {"text", govreport.render(copies, "text", {lang = request.lang})}})
end

--- The titles of all rules: JSON, by id and language.
function browser.rules()
  local pairs_list = {}
  for i, rule in ipairs(govreport.rules()) do
    pairs_list[i] = {rule.id, json.object{{"zh", rule.title.zh}, {"en", rule.title.en}}}
  end
  return json.line(json.object(pairs_list))
end

function browser.version() return govreport.version end

--- Reads what the first document would read: the forms, the rules and the words, meanwhile somebody chooses a file.
function browser.warm()
  local report = govreport.parse("云岭市水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n", {name = "warm"})
  if report then govreport.check(report) end
  return ""
end

--- Never ends: by that a test sees that the page ends it.
function browser.endless()
  while true do end
end

return browser

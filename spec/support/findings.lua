--- Findings for the specs of renderers: those of the example with errors, and hostile ones.

local finding = require "govreport.check.finding"
local fingerprint = require "govreport.check.fingerprint"
local govreport = require "govreport"
local result = require "govreport.check.result"
local rule = require "govreport.check.rule"

local findings = {}

findings.name = "examples/report-with-errors.txt"

--- What a format is given for a file; `text` is the report, the example with errors where it is left out.
function findings.entry(text, options)
  local report = text and assert(govreport.parse(text, {name = "x"})) or assert(govreport.open(findings.name))
  return {name = findings.name, subject = fingerprint.subject(report), report = report,
          result = govreport.check(report, options)}
end

-- Escapes of a terminal, line ends, marks that turn the direction, what XML, JSON and workflow commands read as theirs.
findings.hostile = "\27[31m红\27]0;x\7\r\n::error::x\n<b a=\"1\">&amp;'%0A,:]]>\226\128\174txt\226\129\166 |\\`*"

--- An entry with one finding whose message and places hold hostile text.
function findings.hostile_entry(name)
  local report = assert(govreport.open(findings.name))
  local section = report:section("overview")
  local place = {raw = findings.hostile, place = section.place, byte = section.byte, line = section.line}
  local found = finding.new({
    rule = "wording.omission", severity = "warning", fields = {text = findings.hostile}, places = {place},
    actual = findings.hostile, expected = findings.hostile,
    messages = {zh = "正文写有“{text}”，请核改。", en = "the text has “{text}”."},
  }, "zh")
  return {name = name or findings.name, subject = fingerprint.subject(report), report = report,
          result = result.new({found}, {}, "zh", {waived = {}, sums = {}, report = report})}
end

--- All that a format gives for some entries and failures.
-- @param format name of the format
-- @param options of the format; `lang` is "zh" where it is left out
function findings.render(format, entries, options, failures)
  local own = {lang = "zh", version = "1.2.3", rules = rule.all(), fail_on = "error"}
  for key, value in pairs(options or {}) do own[key] = value end
  local renderer = require("govreport.render.findings." .. format).new(own)
  local out = {renderer:head() or ""}
  for _, entry in ipairs(entries) do out[#out + 1] = renderer:file(entry) or "" end
  for _, failure in ipairs(failures or {}) do out[#out + 1] = renderer:failure(failure) or "" end
  out[#out + 1] = renderer:foot{exit = 1} or ""
  return table.concat(out)
end

--- An edit of the example: another number in its guilty cell.
findings.other_cell = {"\n\n5\n\n1\n\n0\n\n0\n\n0\n\n0\n\n5\n", "\n\n6\n\n1\n\n0\n\n0\n\n0\n\n0\n\n5\n"}

--- The text of another round of the example: with edits, a list of `{from, to}`.
function findings.edited(edits)
  local file = assert(io.open(findings.name, "rb"))
  local text = file:read("a")
  file:close()
  for _, edit in ipairs(edits) do
    local start, stop = text:find(edit[1], 1, true)
    assert(start, "not found: " .. edit[1])
    text = text:sub(1, start - 1) .. edit[2] .. text:sub(stop + 1)
  end
  return text
end


return findings

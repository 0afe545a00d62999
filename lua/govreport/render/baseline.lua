--- Writes findings as a file of waivers, each under its message: what is accepted today, so that tomorrow's findings
-- are the new ones.

local catalogue = require "govreport.base.catalogue"

local baseline = {}

local function escape(character) return ("\\%03d"):format(character:byte()) end

local function quoted(text) return '"' .. text:gsub('[%c"\\]', escape) .. '"' end

local function entry(found, report, lang)
  local comment = found.messages[lang]:gsub("%c", " ")
  local parts = {"rule = " .. quoted(found.rule)}
  if report.agency then parts[#parts + 1] = "agency = " .. quoted(report.agency) end
  if report.year then parts[#parts + 1] = "year = " .. report.year end
  return ("  -- %s\n  {%s,\n   reason = %s, fingerprint = %s},\n"):format(
    comment, table.concat(parts, ", "), quoted(catalogue.text(lang, "waiver.baseline")), quoted(found.fingerprint))
end

--- The entries for the findings of one report, errors, warnings and hints; the same one only once.
-- @return text, "" where there are none
function baseline.entries(report, result, lang)
  local out, seen = {}, {}
  for found in result:findings() do
    if found.severity ~= "notice" and not seen[found.fingerprint] then
      seen[found.fingerprint] = true
      out[#out + 1] = entry(found, report, lang)
    end
  end
  return table.concat(out)
end

--- The whole file.
-- @param entries list of texts, as `entries` gives them
function baseline.file(entries) return "return {\n" .. table.concat(entries) .. "}\n" end

return baseline

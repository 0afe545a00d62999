--- Writes findings as a file of waivers, each under its message: what is accepted today, so that tomorrow's findings
-- are the new ones.

local catalogue = require "govreport.base.catalogue"
local valid = require "govreport.base.valid"

local Waivers = {}
Waivers.__index = Waivers

local function escape(character) return ("\\%03d"):format(character:byte()) end

local function quoted(text) return '"' .. text:gsub('[%c"\\]', escape) .. '"' end

local function entry(found, report, lang)
  local comment = valid(found.messages[lang]):gsub("%c", " ")
  local parts = {"rule = " .. quoted(found.rule)}
  if report.agency then parts[#parts + 1] = "agency = " .. quoted(report.agency) end
  if report.year then parts[#parts + 1] = "year = " .. report.year end
  return ("  -- %s\n  {%s,\n   reason = %s, fingerprint = %s},\n"):format(
    comment, table.concat(parts, ", "), quoted(catalogue.text(lang, "waiver.baseline")), quoted(found.fingerprint))
end

function Waivers.head() return "return {\n" end

--- The entries for the findings of one report, errors, warnings and hints; the same one only once.
function Waivers:file(checked)
  local out, seen = {}, {}
  for found in checked.result:findings() do
    if found.severity ~= "notice" and not seen[found.fingerprint] then
      seen[found.fingerprint] = true
      out[#out + 1] = entry(found, checked.report, self.lang)
    end
  end
  return table.concat(out)
end

function Waivers.failure() return nil end

function Waivers.foot() return "}\n" end

return {
  --- @param options `lang`
  new = function(options) return setmetatable({lang = options.lang}, Waivers) end,
}

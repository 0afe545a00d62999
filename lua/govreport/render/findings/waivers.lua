--- Writes findings as a file of waivers, each under its message: what is accepted today, so that tomorrow's findings
-- are the new ones.

local catalogue = require "govreport.base.catalogue"
local safe = require "govreport.base.safe"
local unsafe = require "govreport.base.unsafe"
local valid = require "govreport.base.valid"

local Waivers = {}
Waivers.__index = Waivers

local function escape(character) return ("\\%03d"):format(character:byte()) end

local function escape_code(character) return ("\\u{%X}"):format(utf8.codepoint(character)) end

-- A text of Lua that says the same and shows nothing that is unsafe.
local function quoted(text)
  text = valid(text):gsub('[%c"\\]', escape)
  for _, entry in ipairs(unsafe) do text = text:gsub(entry[1], escape_code) end
  return '"' .. text .. '"'
end

local function entry(found, report, lang)
  local comment = safe(found.messages[lang])
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

--- Prints the findings of a batch piece by piece, in one of the formats of render/findings/.

local known_options = require "govreport.base.options"
local text = require "govreport.render.text"

local printer = {}

--- The formats, each a module of that name in render/findings: findings, their counts, waivers for them.
printer.formats = table.move({"statistics", "waivers"}, 1, 2, #known_options.formats + 1,
                             table.move(known_options.formats, 1, #known_options.formats, 1, {}))

--- What the options of a printer may hold: types by key.
printer.option_keys = {
  lang = "string", color = "boolean", detail = "string", addresses = "boolean", fail_on = "string",
  errors_only = "boolean", sort = "string", bom = "boolean",
}

-- Files can be put in another order where what is printed of each stands by itself.
local sortable = {text = true, concise = true, jsonl = true, csv = true, github = true}

-- What programs read keeps what it holds, each in its own way.
local exact = {json = true, jsonl = true, csv = true, sarif = true, junit = true}

-- A format for people: what it draws is guarded before it goes out.
local function guarded(own, colored)
  local guard = {}
  for _, method in ipairs{"head", "file", "failure", "foot"} do
    guard[method] = function(_, ...)
      local drawn = own[method](own, ...)
      return drawn and text.guarded(drawn, colored)
    end
  end
  return guard
end

local Printer = {}
Printer.__index = Printer
Printer.__name = "govreport.Printer"
function Printer.__tostring() return Printer.__name end
Printer.__metatable = "govreport.Printer"

--- What stands in front of all findings.
function Printer:head() return self.own:head() or "" end

-- Keeps what is printed of an entry until the last one was seen: by then its report is closed.
local function keep(self, entry, drawn)
  local counts = entry.result and entry.result.counts or {error = 0, warning = 0, info = 0}
  table.insert(self.kept, {text = drawn, number = #self.kept, error = counts.error, warning = counts.warning,
                           info = counts.info})
end

--- The findings of one entry of the batch, or that it could not be read; nothing yet where they are to be sorted.
function Printer:entry(entry)
  local drawn = (entry.result and self.own:file(entry) or not entry.result and self.own:failure(entry)) or ""
  if not self.kept then return drawn end
  keep(self, entry, drawn)
  return ""
end

-- More errors first, then more warnings, more hints; else the order of the entries.
local function is_worse(a, b)
  for _, severity in ipairs{"error", "warning", "info"} do
    if a[severity] ~= b[severity] then return a[severity] > b[severity] end
  end
  return a.number < b.number
end

-- What was kept, the worst first.
local function sorted(kept)
  local texts = {}
  table.sort(kept, is_worse)
  for i, own in ipairs(kept) do texts[i] = own.text end
  return table.concat(texts)
end

--- What stands behind all findings, when the last entry was printed.
function Printer:foot()
  local foot = self.own:foot{exit = self.batch:exit_code(self.fail_on), batch = self.batch,
                             folder = self.batch.folder, absent = self.batch:absent()} or ""
  return self.kept and sorted(self.kept) .. foot or foot
end

--- Makes a printer.
-- @param batch a Batch; see `govreport.batch.checked`
-- @param format one of `printer.formats`
-- @param options `lang` (that of the batch); `color`; `detail`: of text, "brief" without tables and source lines,
-- "full" with all there is; `addresses`: of text, whether below a finding stand the addresses of its cells;
-- `errors_only`, whether other findings are counted and not shown; `sort`: "worst", the files with the most severe
-- findings first, all of them with the foot; `bom`, whether a byte order mark stands in front of CSV; `fail_on`, the
-- least severity that is a failure: "error", "warning"; `version` of the program
-- @return `head()`, `entry(entry)`, `foot()`, each of which gives text
function printer.new(batch, format, options)
  local own = require("govreport.render.findings." .. format).new{
    lang = options.lang or batch.lang, color = options.color, detail = options.detail,
    addresses = options.addresses, fail_on = options.fail_on or "error", version = options.version, rules = batch.rules,
    bom = options.bom, errors_only = options.errors_only, several = (batch.total or 1) > 1,
  }
  return setmetatable({own = exact[format] and own or guarded(own, options.color), batch = batch,
                       fail_on = options.fail_on,
                       kept = options.sort and sortable[format] and {} or nil}, Printer)
end

return printer

--- Prints the findings of a batch piece by piece, in one of the formats of render/findings/.

local known_options = require "govreport.base.options"

local printer = {}

--- The formats, each a module of that name in render/findings: findings, their counts, waivers for them.
printer.formats = table.move({"statistics", "waivers"}, 1, 2, #known_options.formats + 1,
                             table.move(known_options.formats, 1, #known_options.formats, 1, {}))

--- What the options of a printer may hold: types by key.
printer.option_keys = {
  lang = "string", color = "boolean", detail = "string", fail_on = "string",
}

local Printer = {}
Printer.__index = Printer
Printer.__name = "govreport.Printer"
function Printer.__tostring() return Printer.__name end
Printer.__metatable = "govreport.Printer"

--- What stands in front of all findings.
function Printer:head() return self.own:head() or "" end

--- The findings of one entry of the batch, or that it could not be read.
function Printer:entry(entry)
  return (entry.result and self.own:file(entry) or not entry.result and self.own:failure(entry)) or ""
end

--- What stands behind all findings, when the last entry was printed.
function Printer:foot()
  return self.own:foot{exit = self.batch:exit_code(self.fail_on), batch = self.batch} or ""
end

--- Makes a printer.
-- @param batch a Batch; see `govreport.batch.checked`
-- @param format one of `printer.formats`
-- @param options `lang` (that of the batch); `color`; `detail`: of text, "brief" without tables and source lines,
-- "full" with all there is; `fail_on`, the least severity that is a failure: "error", "warning"; `version` of the
-- program
-- @return `head()`, `entry(entry)`, `foot()`, each of which gives text
function printer.new(batch, format, options)
  local own = require("govreport.render.findings." .. format).new{
    lang = options.lang or batch.lang, color = options.color, detail = options.detail,
    fail_on = options.fail_on or "error", version = options.version, rules = batch.rules,
  }
  return setmetatable({own = own, batch = batch, fail_on = options.fail_on}, Printer)
end

return printer

--- What users would write today: common readers of pages in Python, over the same pages as bench/stages.lua.

local shell = require "bench.shell"

local beside_pages = {}

local python = os.getenv("PYTHON") or "/usr/bin/python3"

--- Runs the readers over pages.
-- @param paths of the pages
-- @return list of `{name, seconds}`: of one page; the reason in place of the seconds where there are none
function beside_pages.measure(paths)
  local words, list = {}, {}
  for i, path in ipairs(paths) do words[i] = shell.quote(path) end
  local text = shell.text(("%s bench/yardsticks.py --together %s"):format(python, table.concat(words, " ")))
  for name, result in text:gmatch "([^\t\n]+)\t%*\t([^\n]*)" do
    local seconds = tonumber(result)
    list[#list + 1] = {name, seconds and seconds / #paths or result}
  end
  if #list == 0 then list[1] = {"yardsticks", ("skipped: %s does not run them"):format(python)} end
  return list
end

--- The table: govreport's reading alone and all it does beside each reader, and how many times as long that takes.
-- @param own what `bench.stages` measured of pages: `{read, all}`, seconds
function beside_pages.table(readers, own)
  local rows = {
    {"reader", "ms a page", "times read", "times all"},
    {"govreport: read", ("%.3f"):format(own.read * 1000), "1.0", ""},
    {"govreport: read, recognise, check, rows", ("%.3f"):format(own.all * 1000), ("%.1f"):format(own.all / own.read),
     "1.0"},
  }
  for _, reader in ipairs(readers) do
    local name, seconds = reader[1], reader[2]
    rows[#rows + 1] = type(seconds) == "string" and {name, seconds, "", ""}
                      or {name, ("%.3f"):format(seconds * 1000), ("%.1f"):format(seconds / own.read),
                          ("%.1f"):format(seconds / own.all)}
  end
  return rows
end

return beside_pages

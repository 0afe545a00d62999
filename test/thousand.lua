--- Six bad documents among a thousand: each costs itself alone.
--
--   make thousand
--
-- One ends the process that reads it, one never ends, one wants all memory, one cannot be read, one is empty, one is no
-- report.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv "BUILD" or os.getenv "GOVREPORT_BUILD" or "build") .. package.cpath

local documents = require "spec.support.documents"
local govreport = require "govreport"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local count, passed, failed = 1000, 0, 0

local function check(what, is_so)
  if is_so then passed = passed + 1
  else
    failed = failed + 1
    print("not so: " .. what)
  end
end

local ends = {
  ["0100"] = function() os.exit(1, false) end,
  ["0300"] = function() while true do end end,   -- luacheck: no unused
  ["0500"] = function() return ("x"):rep(1 << 30) end,
}
local statuses = {["0100"] = "crash", ["0300"] = "timeout", ["0500"] = "memory", ["0600"] = "unreadable",
                  ["0700"] = "bad_input", ["0900"] = "not_a_report"}

local function before(file)
  local own = ends[file:match "(%d+)%.txt$"]
  if own then own() end
end

local folder = shell.folder "in"
local paths = documents.write(folder .. "/in", count)
os.remove(paths[600])
assert(lfs.link(folder .. "/nowhere", paths[600], true))
shell.write(paths[700], "")
shell.write(paths[900], "会议纪要\n")

local output = documents.outputs[#documents.outputs]   -- SQLite, where it is there
local summary = assert(govreport.dataset({folder .. "/in"}, {
  output = folder .. "/" .. output, jobs = 2, seconds = 3, memory = 512 << 20, before = before}))
check("994 were read into " .. output, summary.ok == count - 6 and summary.done == count)
check("the exit code is 3", govreport.dataset_exit_code(summary) == 3)
local told = {}
for _, failure in ipairs(summary.failures) do told[failure.name:match "(%d+)%.txt$"] = failure.status end
local content = documents.content(folder .. "/" .. output)
for i, path in ipairs(paths) do
  local number = ("%04d"):format(i)
  local status, own = statuses[number], content[path] or ""
  if status then
    check(("%s is told as %s, not %s"):format(path, status, told[number]), told[number] == status)
    check(("%s is %s in %s"):format(path, status, output), own:find(status, 1, true) ~= nil)
  else
    check(path .. " is in " .. output, own:find('form"?[=:]"?cn_disclosure_2019') ~= nil)
  end
end

shell.remove(folder)
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0)

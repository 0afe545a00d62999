--- Runs of `govreport dataset` that are killed at any moment, and what a second run makes of what they left.

local documents = require "spec.support.documents"
local lfs = require "lfs"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"

local killed = {}

-- The command that reads the documents of a folder into a database in it.
local function command(folder, name)
  return ("GOVREPORT_BUILD=%s LC_ALL=zh_CN.UTF-8 exec lua5.4 bin/govreport dataset %s/in -j 2 -o %s/%s"):format(
    shell.build, folder, folder, name)
end

local function run(folder, name)
  local code, _, err = shell.run("( " .. command(folder, name) .. " )")
  assert(code == 0, err)
end

-- Starts it as the first of a session, and kills it after some seconds: it alone, or its workers as well. Returns when
-- none of them is left; false where some are after ten seconds.
local function run_and_kill(folder, name, seconds, with_workers)
  local script = folder .. "/kill.sh"
  shell.write(script, ([[
setsid sh -c '%s' >/dev/null 2>&1 &
pid=$!
sleep %.3f
kill -9 $pid %s 2>/dev/null
n=0
while kill -0 -- -$pid 2>/dev/null; do
    n=$((n + 1))
    [ $n -gt 200 ] && exit 1
    sleep 0.05
done
exit 0
]]):format(command(folder, name), seconds, with_workers and "-$pid" or ""))
  local code = shell.run("sh " .. script)
  os.remove(script)
  return code == 0
end

-- The first difference between two databases; nil where there is none.
local function difference(folder, first, second)
  local db <close> = assert(require("govreport.sqlite").open(folder .. "/" .. first, {readonly = true}))
  assert(db:exec(("ATTACH '%s/%s' AS other"):format(folder, second)))
  local function value(sql) return assert(db:query(sql))[1][1] end
  for _, t in ipairs(schema.tables) do
    local here, there = "main." .. t.name, "other." .. t.name
    if value("SELECT count(*) FROM " .. here) ~= value("SELECT count(*) FROM " .. there)
       or value(("SELECT count(*) FROM (SELECT * FROM %s EXCEPT SELECT * FROM %s)"):format(here, there)) ~= 0 then
      return t.name
    end
  end
end

-- What is in a folder and should not be; nil where nothing is.
local function stray(folder, expected)
  for name in lfs.dir(folder) do
    if not expected[name] then return name end
  end
end

--- Kills runs.
-- @param options `folder`, an empty one; `count` of the documents; `runs`; `seed`; `tell`, function(number, problem),
-- called for each run, without a problem where all was well
function killed.run(options)
  local folder = options.folder
  assert(lfs.mkdir(folder .. "/in"))
  documents.write(folder .. "/in", options.count)
  math.randomseed(options.seed)
  local clock = io.popen "date +%s.%N":read "n"
  run(folder, "whole.sqlite")
  local usual = io.popen "date +%s.%N":read "n" - clock
  local expected = {["."] = true, [".."] = true, ["in"] = true, ["whole.sqlite"] = true, ["x.sqlite"] = true}
  for i = 1, options.runs do
    local problem
    os.remove(folder .. "/x.sqlite")
    if not run_and_kill(folder, "x.sqlite", math.random() * usual, i % 2 == 0) then problem = "workers are left" end
    run(folder, "x.sqlite")
    local own = difference(folder, "whole.sqlite", "x.sqlite")
    local name = stray(folder, expected)
    problem = problem or own and "another content of " .. own or name and "left behind: " .. name
    options.tell(i, problem)
  end
end

return killed

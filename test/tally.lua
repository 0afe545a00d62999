-- Runs checks side by side, shows what each prints when it has ended, and ends with one line "N passed, N failed" for
-- all of them: `lua5.4 test/tally.lua JOBS "NAME: SHELL COMMAND"…`.
--
-- A check reports its numbers in a line of that same form, or as busted's summary. One that dies before it reports, or
-- that fails although its report names no failure (a leak found at exit, say), counts as one more failure. One that
-- passes takes one line here, unless it has something to say.

local total = { passed = 0, failed = 0, skipped = 0 }

-- The numbers in a result line, or nil for any other line.
local function result(line)
  local passed, failed, rest = line:match("^(%d+) passed, (%d+) failed(.*)$")
  if passed then
    return { passed = passed, failed = failed, skipped = rest:match("^, (%d+) skipped") or 0 }
  end
  local successes, failures, errors, pending =
    line:match("^(%d+) success%a* / (%d+) failures? / (%d+) errors? / (%d+) pending")
  if successes then
    return { passed = successes, failed = failures + errors, skipped = pending }
  end
end

local function summary(count)
  local skipped = count.skipped > 0 and (", %d skipped"):format(count.skipped) or ""
  return ("%d passed, %d failed%s"):format(count.passed, count.failed, skipped)
end

-- A line that says nothing when all is well: busted's marks, the names of C tests that passed, and empty ones.
local function is_mark(line) return line:find("^[+.\27%[%dm]*$") ~= nil or line:find("^ok ") ~= nil end

-- Adds up what one check printed, and shows it.
local function take(name, path, status)
  local count, reported, shown = { passed = 0, failed = 0, skipped = 0 }, false, {}
  for line in io.lines(path) do
    local found = result(line)
    if found then
      reported = true
      for key, value in pairs(found) do count[key] = count[key] + math.tointeger(value) end
    elseif not is_mark(line) then
      shown[#shown + 1] = line
    end
  end
  if not reported then
    shown[#shown + 1] = ("not ok %s: no result (exit status %d)"):format(name, status)
    count.failed = count.failed + 1
  elseif status ~= 0 and count.failed == 0 then
    shown[#shown + 1] = ("not ok %s: exit status %d after a clean result"):format(name, status)
    count.failed = 1
  elseif count.passed + count.failed + count.skipped == 0 then
    shown[#shown + 1] = ("not ok %s: ran nothing"):format(name)
    count.failed = 1
  end
  for _, line in ipairs(shown) do print(line) end
  print(("-- %s: %s"):format(name, summary(count)))
  io.stdout:flush()
  for key, value in pairs(count) do total[key] = total[key] + value end
end

local function quote(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local jobs, folder = arg[1], os.tmpname()
os.remove(folder)
assert(os.execute("mkdir " .. folder))

-- xargs keeps as many going as there are jobs; each says here that it has ended, and how.
local names, list = {}, assert(io.open(folder .. "/list", "w"))
for i = 2, #arg do
  local name, command = arg[i]:match("^(.-): (.*)$")
  names[i - 1] = name
  local script = assert(io.open(("%s/%d.sh"):format(folder, i - 1), "w"))
  script:write(command, "\n")
  script:close()
  list:write(i - 1, "\n")
end
list:close()
local run = ([[sh %s/$1.sh >%s/$1.out 2>&1 </dev/null; echo "$1 $?"]]):format(folder, folder)
local pipe = assert(io.popen(("xargs -a %s/list -n 1 -P %s sh -c %s sh"):format(folder, jobs, quote(run))))
for line in pipe:lines() do
  local i, status = line:match("^(%d+) (%d+)$")
  take(names[math.tointeger(i)], ("%s/%s.out"):format(folder, i), math.tointeger(status))
  names[math.tointeger(i)] = false
end
pipe:close()
for _, name in ipairs(names) do
  if name then
    print(("not ok %s: was not run"):format(name))
    total.failed = total.failed + 1
  end
end
os.execute("rm -rf " .. folder)
print(summary(total))
os.exit(total.failed == 0)

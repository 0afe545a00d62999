-- Runs the checks given as "NAME: SHELL COMMAND", one after the other, shows
-- what they print, and ends with one line "N passed, N failed" for all of them.
--
-- A check reports its numbers either in that same form or as busted's summary.
-- One that dies before it reports, or that fails although its report names no
-- failure (a leak found at exit, say), counts as one more failure.

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

local function run(name, command)
  print("== " .. name)
  io.stdout:flush()
  local count = { passed = 0, failed = 0, skipped = 0 }
  local reported = false
  local pipe = assert(io.popen("{ " .. command .. "; } 2>&1"))
  for line in pipe:lines() do
    local found = result(line)
    if found then
      reported = true
      for key, value in pairs(found) do
        count[key] = count[key] + math.tointeger(value)
      end
    else
      print(line)
      io.stdout:flush()
    end
  end
  local ok, how, code = pipe:close()
  if not reported then
    print(("not ok %s: no result (%s %d)"):format(name, how, code))
    count.failed = count.failed + 1
  elseif not ok and count.failed == 0 then
    print(("not ok %s: %s %d after a clean result"):format(name, how, code))
    count.failed = 1
  elseif count.passed + count.failed + count.skipped == 0 then
    print(("not ok %s: ran nothing"):format(name))
    count.failed = 1
  end
  print(("-- %s: %s\n"):format(name, summary(count)))
  for key, value in pairs(count) do
    total[key] = total[key] + value
  end
end

for _, check in ipairs(arg) do
  run(check:match("^(.-): (.*)$"))
end
print(summary(total))
os.exit(total.failed == 0)

--- Runs a fuzz target for some seconds, or some executions, and says how it went:
-- `lua5.4 fuzz/run.lua BUILD SECONDS EXECUTIONS NAME`, 0 for no bound. What it finds worth keeping stays in
-- BUILD/corpus/NAME, an input that it fails on in BUILD/found.

local build, seconds, executions, name = table.unpack(arg)

local log = ("%s/%s.log"):format(build, name)
local corpus, seeds, found = build .. "/corpus/" .. name, build .. "/seeds/" .. name, build .. "/found"
local dictionary = ("fuzz/%s.dict"):format(name)
assert(os.execute(("mkdir -p '%s' '%s' '%s'"):format(corpus, seeds, found)))

local command = {
  ("'%s/fuzz/%s'"):format(build, name), "-seed=1", "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=1024",
  "-max_total_time=" .. seconds, "-runs=" .. (executions == "0" and "-1" or executions),
  ("-artifact_prefix='%s/%s-'"):format(found, name),
}
local file = io.open(dictionary)
if file then
  file:close()
  command[#command + 1] = "-dict=" .. dictionary
end
local ok = os.execute(("%s '%s' '%s' >'%s' 2>&1"):format(table.concat(command, " "), corpus, seeds, log))

-- What is wrong stands in the log with the calls that led there; of them the first, and where the input was kept.
local most_told = 16
local edges, done, told = 0, 0, nil
for line in io.lines(log) do
  edges = tonumber(line:match " cov: (%d+)") or edges
  done = tonumber(line:match "number_of_executed_units: +(%d+)" or line:match "^#(%d+)") or done
  if not told and (line:find "ERROR: " or line:find "runtime error: ") then told = 0 end
  if told and told < most_told or line:find "Test unit written" then print(line) end
  told = told and told + 1
end
if not ok and not told then print("see " .. log) end
print(("%s: %d executions, %d edges covered"):format(name, done, edges))
print(ok and "1 passed, 0 failed" or "0 passed, 1 failed")

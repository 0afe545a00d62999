--- Measures time: CPU seconds, so that what else the machine does counts less.

local clock = {}

local rounds, rounds_of_slow = 15, 5

--- Median time of one call, in seconds, in a process that has warmed up.
function clock.time(run)
  local start = os.clock()
  run()
  local first = os.clock() - start
  local repeats = first < 0.02 and 0.02 // (first + 1e-6) + 1 or 1
  for _ = 1, repeats do run() end
  local times = {}
  for round = 1, first < 0.1 and rounds or rounds_of_slow do
    start = os.clock()
    for _ = 1, repeats do run() end
    times[round] = (os.clock() - start) / repeats
  end
  table.sort(times)
  return times[#times // 2 + 1]
end

return clock

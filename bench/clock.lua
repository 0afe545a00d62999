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

--- Times of steps of which each gets what the one before gave: those of the round with the median of all.
-- @return list of seconds, and their sum
function clock.steps(steps)
  local all, repeats = {}, 25
  for round = 0, rounds do   -- the first one warms up
    local times = {}
    for i = 1, #steps do times[i] = 0 end
    local begin = os.clock()
    for _ = 1, repeats do
      local value
      for i, step in ipairs(steps) do
        local start = os.clock()
        value = step(value)
        times[i] = times[i] + (os.clock() - start) / repeats
      end
    end
    times.sum = (os.clock() - begin) / repeats
    if round > 0 then all[round] = times end
  end
  table.sort(all, function(a, b) return a.sum < b.sum end)
  local median = all[#all // 2 + 1]
  return median, median.sum
end

return clock

--- Measures what `require "govreport"` costs, each time in a process that has loaded nothing yet.
--
--   make bench-parts
--   lua5.4 bench/loading.lua [MODULE]     "govreport" where it is left out

local build, module = os.getenv("BUILD") or "build", arg[1] or "govreport"
local runs = 41

local program = ([[
  local before = collectgarbage "count"
  local start = os.clock()
  require "%s"
  local seconds, modules = os.clock() - start, 0
  collectgarbage()
  for name in pairs(package.loaded) do if name:find "^govreport" then modules = modules + 1 end end
  print(seconds, modules, collectgarbage "count" - before)
]]):format(module)

local paths = ("LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='%s/?.so;;'"):format(build)
local command = ("%s lua5.4 -e '%s'"):format(paths, program)

local seconds, modules, kilobytes = {}, nil, nil
for i = 1, runs do
  local pipe = assert(io.popen(command))
  seconds[i], modules, kilobytes = pipe:read("n", "n", "n")
  assert(pipe:close() and seconds[i], "cannot load " .. module)
end
table.sort(seconds)

print(("require %q: %.1f ms (at best %.1f), %d modules, %.0f KiB"):format(
  module, seconds[runs // 2 + 1] * 1000, seconds[1] * 1000, modules, kilobytes))

--- Runs the stages of reading over generated documents in a process of its own, for bench/stages.lua:
--
--   lua5.4 bench/stage_run.lua ROOT BUILD FOLDER LIST times|counts
--
-- ROOT is the checkout whose govreport is measured, BUILD where its modules are, LIST a file with a line for each
-- document: its path in FOLDER, its kind, and its round, from 1 on. The first round meets each layout for the first
-- time. "times" prints `round kind stage seconds bytes` for each document and stage, with tabs between, and seconds of
-- CPU time; "counts" calls os.clock before each stage of a round and behind the last, where callgrind takes its counts.

local root, build, folder, list_path, mode = table.unpack(arg, 1, 5)
package.path = root .. "/lua/?.lua;" .. root .. "/lua/?/init.lua;" .. package.path
package.cpath = build .. "/?.so;" .. package.cpath

local clock = os.clock
local govreport = require "govreport"

-- The rows that a dataset holds of a report, where this checkout has datasets.
local function rows_stage()
  local has_rows, record = pcall(require, "govreport.dataset.record")
  if not has_rows then return nil end
  local places = require("govreport.dataset.places").all()
  return function(state)
    record.of_report({id = 1, file = state.path, sha256 = "", bytes = #state.bytes}, state.report, state.result,
                     places.first[state.report.form])
  end
end

local check = govreport.checker{lang = "zh"}
local stages = {
  {"read", function(state) state.document = assert(govreport.read_bytes(state.bytes, {name = state.path})) end},
  {"recognise", function(state) state.report = assert(govreport.recognise(state.document)) end},
  {"check", function(state) state.result = check(state.report) end},
  {"rows", rows_stage()},
  {"close", function(state) state.report:close() end},
}
if not stages[4][2] then table.remove(stages, 4) end

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read "a"
end

-- The documents by rounds.
local function load()
  local rounds = {}
  for line in io.lines(list_path) do
    local path, kind, round = line:match "^([^\t]*)\t([^\t]*)\t(%d+)$"
    round = math.tointeger(tonumber(round))
    rounds[round] = rounds[round] or {}
    table.insert(rounds[round], {path = path, kind = kind, bytes = read(folder .. "/" .. path)})
  end
  return rounds
end

-- Both forms are compiled, and all modules loaded, before anything is measured.
local function warm_up()
  for _, path in ipairs{"examples/report.txt", "examples/report-2021.html"} do
    local state = {path = path, bytes = read(root .. "/" .. path)}
    for _, stage in ipairs(stages) do stage[2](state) end
  end
end

-- One document after the other, as a program works them off.
local function print_times(rounds)
  for number, documents in ipairs(rounds) do
    for _, state in ipairs(documents) do
      local bytes = #state.bytes
      for _, stage in ipairs(stages) do
        local start = clock()
        stage[2](state)
        print(("%d\t%s\t%s\t%.9f\t%d"):format(number, state.kind, stage[1], clock() - start, bytes))
      end
      state.bytes, state.document, state.report, state.result = nil, nil, nil, nil
    end
  end
end

-- One stage after the other, each over all documents of a round.
local function mark_counts(rounds)
  for number, documents in ipairs(rounds) do
    for _, stage in ipairs(stages) do
      clock()
      for _, state in ipairs(documents) do stage[2](state) end
      print(("%d\t%s\t%d"):format(number, stage[1], #documents))
    end
    clock()
    for _, state in ipairs(documents) do state.document, state.report, state.result = nil, nil, nil end
  end
end

local rounds = load()
warm_up();
(mode == "counts" and mark_counts or print_times)(rounds)

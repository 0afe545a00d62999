--- Documents to workers and back, with workers that do as a test says.

local run = require "govreport.dataset.run"

-- A pool that takes `room` jobs at a time and answers them in the order that `pick` says.
local function new_pool(room, pick)
  local own = {jobs = {}, most = 0}
  function own:room() return room - #self.jobs end
  function own:give(number, text)
    table.insert(self.jobs, {number, text})
    self.most = math.max(self.most, #self.jobs)
    return true
  end
  function own:take()
    local job = table.remove(self.jobs, #self.jobs > 0 and pick(#self.jobs) or 1)
    if not job then return nil end
    if job[2] == "lost" then return job[1], "signal", 9 end
    return job[1], "done", require("govreport.dataset.job").answered.pack{status = "ok", payload = job[2]}
  end
  return own
end

local function texts(list)
  local i = 0
  return function()
    i = i + 1
    return list[i] and {text = list[i]}
  end
end

local function lost(own, how) return {status = how, payload = own.text} end

local function run_all(list, pool)
  local told = {}
  run.all(texts(list), function(_, answer) told[#told + 1] = answer.status .. " " .. answer.payload end, pool, lost)
  return told
end

describe("a run", function()
  for name, pick in pairs{first = function() return 1 end, last = function(count) return count end} do
    it("tells answers in the order of the documents, whichever comes " .. name, function()
      assert.same({"ok a", "ok b", "signal lost", "ok d", "ok e"},
                  run_all({"a", "b", "lost", "d", "e"}, new_pool(3, pick)))
    end)
  end

  it("does not run ahead of a slow document without end", function()
    local list = {}
    for i = 1, 2000 do list[i] = tostring(i) end
    local pool = new_pool(5000, function(count) return count end)
    assert.equal(2000, #run_all(list, pool))
    assert.is_true(pool.most <= 256, pool.most .. " at a time")
  end)

  it("ends where the system starts no process", function()
    for _, name in ipairs{"give", "take"} do
      local pool = new_pool(1, function() return 1 end)
      pool[name] = function() return nil, "Resource temporarily unavailable", "process.failed" end
      local ok, problem = pcall(run_all, {"a"}, pool)
      assert.is_false(ok)
      assert.equal("dataset.process", problem.code)
      assert.equal("Resource temporarily unavailable", problem.fields.detail)
    end
  end)

  it("waits for jobs that are not there yet only when nothing is under way", function()
    local asked, i = {}, 0
    local function next_job(may_wait)
      asked[#asked + 1] = may_wait
      i = i + 1
      if i == 2 then return nil, true end
      return i <= 3 and {text = "t"} or nil
    end
    local count = 0
    run.all(next_job, function() count = count + 1 end, new_pool(4, function() return 1 end), lost)
    assert.equal(2, count)
    assert.same({true, false, true}, {asked[1], asked[2], asked[3]})
  end)
end)

--- contrib/slurm/govreport.sbatch as Slurm starts it, without Slurm: `make test-slurm` tries it with one.

local lfs = require "lfs"
local shell = require "spec.support.shell"

describe("contrib/slurm/govreport.sbatch", function()
  local base

  -- Runs the second task of the array 7.
  -- @param environment `NAME=value …` beside what Slurm gives every task
  -- @param worker a shell script in place of `govreport`, or nil
  -- @return exit code, stdout, stderr
  local function task(environment, worker, options)
    if worker then shell.write(base .. "/worker", "#!/bin/sh\n" .. worker .. "\n") end
    local program = worker and "./worker" or shell.root .. "/bin/govreport"
    return shell.run(("cd %s && chmod +x worker && env -u SLURM_RESTART_COUNT SLURM_ARRAY_JOB_ID=7 "
                      .. "SLURM_ARRAY_TASK_ID=2 SLURMD_NODENAME=n1 GOVREPORT=%s GOVREPORT_BUILD=%s %s "
                      .. "sh %s/contrib/slurm/govreport.sbatch plan answers %s")
                      :format(base, program, shell.build, environment or "", shell.root, options or ""))
  end

  local function answers()
    local list = {}
    for name in lfs.dir(base .. "/answers") do
      if not name:find "^%.%.?$" then list[#list + 1] = name end
    end
    table.sort(list)
    return table.concat(list, " ")
  end

  before_each(function()
    base = shell.folder("plan", "reports")
    shell.write(base .. "/worker", "")
    for i, name in ipairs{"report.txt", "report-2021.html", "report-with-errors.txt"} do
      shell.write(("%s/reports/%d-%s"):format(base, i, name), shell.read("examples/" .. name))
    end
    assert.equal(0, (shell.govreport("plan reports -n 2 -o plan", {folder = base})))
  end)
  after_each(function() shell.remove(base) end)

  it("answers the shard of its task", function()
    local code, out, err = task()
    assert.same({0, "0002.jsonl: answered on n1\n", ""}, {code, out, err})
    assert.equal("0002.jsonl", answers())
    local _, wanted = shell.govreport("worker <plan/0002.jsonl", {folder = base})
    assert.matches("^{\"id\":2,[^\n]*\n$", wanted)
    assert.equal(wanted, shell.read(base .. "/answers/0002.jsonl"))
  end)

  it("gives what stands behind the folders to the worker", function()
    assert.equal(0, (task(nil, "echo \"$@\"", "--lang en")))
    assert.equal("worker --lang en\n", shell.read(base .. "/answers/0002.jsonl"))
  end)

  it("leaves answers that are there", function()
    assert.equal(0, (task(nil, "echo first")))
    assert.same({0, "0002.jsonl: is there\n", ""}, {task(nil, "echo second")})
    assert.equal("first\n", shell.read(base .. "/answers/0002.jsonl"))
  end)

  it("leaves answers that are there when it has its own", function()
    local code, out = task(nil, "echo theirs >answers/0002.jsonl; echo ours")
    assert.same({0, "0002.jsonl: answered meanwhile, not again on n1\n"}, {code, out})
    assert.equal("theirs\n", shell.read(base .. "/answers/0002.jsonl"))
    assert.equal("0002.jsonl", answers())
  end)

  it("leaves nothing where the worker fails, and fails like it", function()
    local code, out, err = task(nil, "echo half; exit 70")
    assert.same({70, "", "0002.jsonl: govreport worker ended with status 70 on n1\n"}, {code, out, err})
    assert.equal("", answers())
  end)

  it("fails where the plan has no such shard", function()
    local code = task "SLURM_ARRAY_TASK_ID=3"
    assert.not_equal(0, code)
    assert.equal("", answers())
  end)

  for restarts, name in pairs{[""] = "0002.jsonl.7_2_0.part", ["SLURM_RESTART_COUNT=3"] = "0002.jsonl.7_2_3.part"} do
    it("writes to a file that is that of this start alone: " .. name, function()
      assert.equal(0, (task(restarts, "ls answers")))
      assert.equal(name .. "\n", shell.read(base .. "/answers/0002.jsonl"))
    end)
  end

  it("says how it is submitted where it is not an array", function()
    local code, _, err = task "SLURM_ARRAY_TASK_ID="
    assert.not_equal(0, code)
    assert.matches("%-%-array=1%-N", err)
  end)
end)

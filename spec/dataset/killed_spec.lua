--- A run that is killed at any moment costs nothing but what it did not write: `make killed` does it more often.

local killed = require "spec.support.killed"
local shell = require "spec.support.shell"

describe("a run that is killed", function()
  if not pcall(require, "govreport.sqlite") then
    pending "leaves a database: the module govreport.sqlite is not built"
    return
  end
  if os.getenv "LD_PRELOAD" then
    pending "starts programs, which take their time under sanitizers"
    return
  end

  it("is gone on with, and leaves nothing", function()
    local folder, problems = shell.folder(), {}
    killed.run{folder = folder, count = 60, runs = 3, seed = 1,
               tell = function(_, problem) problems[#problems + 1] = problem end}
    shell.remove(folder)
    assert.same({}, problems)
  end)
end)

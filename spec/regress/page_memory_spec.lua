--- Reading a page holds its bytes once, and no tree beside them: a page of 30 MB must not take several times as much.

local pages = require "bench.pages"

-- What the child does: what it held before, when it had read a page already, at most, what the document holds.
local child = [[
  local govreport = require "govreport"
  assert(govreport.read(arg[2])):close()
  local function status(key)
    local file = io.open("/proc/self/status")
    local text = file and file:read("a") or ""
    if file then file:close() end
    return (tonumber(text:match(key .. ":%s*(%d+) kB")) or 0) * 1024
  end
  local before = status("VmRSS")
  local document = assert(govreport.read(arg[1]))
  print(before, status("VmHWM"), document.memory)
]]

describe("reading a page of 30 MB", function()
  local size, before, peak, memory

  setup(function()
    local path, small, script = os.tmpname(), os.tmpname(), os.tmpname()
    local page = pages.large(30 * 1000 * 1000)
    size = #page
    for name, text in pairs{[path] = page, [small] = pages.large(1000), [script] = child} do
      local file = assert(io.open(name, "wb"))
      assert(file:write(text))
      file:close()
    end
    local command = "LUA_PATH='./lua/?.lua;./lua/?/init.lua;;' LUA_CPATH='%s/?.so;;' lua5.4 %s %s %s"
    local pipe = assert(io.popen(command:format(os.getenv("GOVREPORT_BUILD") or "./build", script, path, small)))
    before, peak, memory = pipe:read("n", "n", "n")
    pipe:close()
    for _, name in ipairs{path, small, script} do os.remove(name) end
    assert.is_truthy(memory)
  end)

  it("leaves a document of at most twice its size", function()
    assert.is_true(memory <= 2 * size, memory .. " bytes")
  end)

  it("takes at most three times its size at any time", function()
    if peak == 0 then pending("skipped: no /proc/self/status that tells the peak") end
    if os.getenv("ASAN_OPTIONS") then pending("skipped: the sanitizer keeps what was freed") end
    assert.is_true(peak - before <= 3 * size, peak - before .. " bytes; the document has " .. memory)
  end)
end)

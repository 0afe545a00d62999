--- Scripts that people write: rules, waivers, settings. They run in a restricted environment and with a budget of
-- instructions. That stops accidents; a script that means harm is stopped by the limits of its process alone.

local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"
local readonly = require "govreport.base.readonly"
local readers = require "govreport.text.readers"
local safe_lpeg = require "govreport.form.safe_lpeg"
local safe_string = require "govreport.form.safe_string"
local safe_table = require "govreport.form.safe_table"

local script = {}

--- How many steps loading a script, or one call of a function in it, may take, instructions and what single calls are
-- charged: a loop that never ends is stopped after about a second. And how many all scripts together that one document
-- meets, by how many bytes Lua may grow meanwhile, and how many seconds of a processor they may take: far more than the
-- steps need.
script.budget, script.budget_of_document = 100000000, 400000000
script.most_bytes, script.most_seconds = 256 << 20, 20

local function copy(library, without)
  local own = {}
  for name, value in pairs(library) do own[name] = value end
  for _, name in ipairs(without or {}) do own[name] = nil end
  return own
end

-- The functions of strings, and the methods of every string while a script runs.
local strings = {}
for name in pairs(string) do strings[name] = safe_string[name] end

local guards = safe_lpeg.guards()
guards[#guards + 1] = {getmetatable(""), "__index", strings}
core.guards(guards)

-- ---- the budget ---------------------------------------------------------------------------------

-- The budget of all scripts that the document meets that is read or checked; nil for none.
local account

local function new_account() return core.budget(script.budget_of_document, script.most_bytes, script.most_seconds) end

local Scope = {__close = function(own) account = own.outer end}

--- The scripts that run until this is closed share a budget, that of a scope around it if there is one:
-- `local _ <close> = script.scope()`.
function script.scope()
  local own = setmetatable({outer = account}, Scope)
  account = account or new_account()
  return own
end

local match, gsub = string.match, string.gsub

-- Whether a file is a module of ours.
local function is_ours(path)
  local name = match(path, "govreport/([%w_/]+)%.lua$")
  return name ~= nil and package.loaded["govreport." .. gsub(name, "/", ".")] ~= nil
end

-- Where a budget was spent, as a message begins: in the script, not in what it calls of ours.
local function place_of(places)
  for place in string.gmatch(places, "[^\n]+") do
    if not is_ours(match(place, "^(.*):%d+$")) then return place .. ": " end
  end
  return ""
end

-- What a script needs more of than it has.
local function need(own, reason)
  if reason == "memory" then return ("more than %d MB of memory"):format(script.most_bytes >> 20) end
  if reason == "time" then
    return ("more than %d seconds"):format(script.most_seconds * script.budget // script.budget_of_document)
  end
  if core.steps_left(own) >= 0 then return ("more than %d instructions"):format(script.budget) end
  return ("more than is left of %d instructions for one document"):format(script.budget_of_document)
end

-- ---- calls --------------------------------------------------------------------------------------

-- The paths of scripts that Lua cuts short in its messages, by what it says in their place.
local cut_paths = {}

-- A problem without the place of a module of ours in front of it, and with the whole path of a script; whether it has
-- the place of one.
local function without_ours(problem)
  local path, rest = match(problem, "^([^\n]-%.lua):%d+: (.*)$")
  if path and cut_paths[path] then return cut_paths[path] .. string.sub(problem, #path + 1), true end
  local is_host = path ~= nil and is_ours(path)
  return is_host and rest or problem, path ~= nil and not is_host
end

-- Gives what a call of a function gave; an error is that of the line of the script that called it.
local function settled(ok, ...)
  if ok then return ... end
  local problem = ...
  if type(problem) ~= "string" then error(problem, 0) end
  local text, is_placed = without_ours(problem)
  error(text, is_placed and 0 or 2)   -- a tail call: the caller is the script
end

-- What pcall gave to a script. A spent budget is not to be caught.
local function pass_on(ok, problem, ...)
  if not ok and problem == core.spent then error(problem, 0) end
  return ok, problem, ...
end

--- A function of ours as scripts call it: it runs as ours, and its errors are those of the line that calls it.
function script.wrapped(f)
  return function(...) return settled(core.as_host(f, ...)) end
end

--- How scripts are called: function(bytes, f, …) -> true and what f(…) gives; or false and why it was stopped, as a
-- text. `bytes` is the size of what is read, 0 for a call of a function. Nil: here.
script.caller = nil

--- Calls something that runs scripts, as `script.caller` says.
function script.apart(bytes, f, ...)
  if script.caller then return script.caller(bytes, f, ...) end
  return true, f(...)
end

--- Calls something that runs many scripts: all of them apart together, and where that is stopped each by itself.
-- @param f function(); it is called again where nothing of the first call is left
function script.together(f)
  if not script.caller or not script.caller(0, f) then f() end
end

-- What a call gave that was made so: what f gave, or like pcall why it was stopped.
local function made(is_made, ...)
  if is_made then return ... end
  return false, (...)
end

-- How many calls of scripts are on the way.
local running = 0

-- A problem is told up to so many bytes.
local most_told = 4000

local function told(problem)
  return without_ours(#problem <= most_told and problem
                      or string.sub(problem, 1, utf8.offset(problem, 0, most_told) - 1) .. "…")
end

--- Calls a function of a script.
-- @return like pcall; the error of a spent budget is a text
function script.call(f, ...)
  local own = account or new_account()
  running = running + 1
  local function settle(ok, problem, ...)
    running = running - 1
    if not ok and problem == core.spent then
      local reason, places = ...
      return false, place_of(places) .. "needs " .. need(own, reason)
    end
    if not ok and type(problem) == "string" then problem = told(problem) end
    return ok, problem, ...
  end
  return settle(made(script.apart(0, core.limited, own, script.budget, f, ...)))
end

-- What went wrong in a function of a form, or a pattern, that LPeg called when no script was on the way.
local function fail(problem)
  local detail = type(problem) == "table" and "it raised a table without a text" or safe_string.text(problem)
  error({code = "form.failed", detail = detail}, 0)
end

local function read(ok, problem, ...)
  if not ok then fail(problem) end
  return problem, ...
end

-- A function of a script that something of ours keeps, or a pattern, as it is called then: as those of scripts are.
local function kept(f)
  return function(...)
    if running == 0 then return read(script.call(f, ...)) end
    return core.as_guest(f, ...)
  end
end

safe_lpeg.guest = kept

function safe_lpeg.charge(steps)
  if running > 0 then return core.charge(steps) end
  if account and core.charge(steps, account) then fail("its patterns need " .. need(account, "steps")) end
end

-- What a script gives to a function of ours that keeps it.
local function guest(value)
  if type(value) == "function" then return kept(value)
  elseif type(value) == "table" and getmetatable(value) == nil then
    local own = {}
    for key, inner in pairs(value) do own[key] = type(inner) == "function" and guest(inner) or inner end
    return own
  end
  return value
end

-- A function of a module of ours as scripts call it.
local function hosted(f)
  return script.wrapped(function(...)
    local values = table.pack(...)
    for i = 1, values.n do values[i] = guest(values[i]) end
    return f(table.unpack(values, 1, values.n))
  end)
end

-- A copy of a module of ours, in which a name that it does not have is an error.
local function module(name, own)
  local functions = readonly.unsealed(own)
  for key, value in pairs(functions) do
    if type(value) == "function" then functions[key] = hosted(value) end
  end
  return setmetatable(functions, {__index = function(_, key)
    key = safe_string.text(key)
    local nearest = keys.nearest(key, own)
    error(("%s has no '%s'%s"):format(name, key, nearest and ", did you mean '" .. nearest .. "'?" or ""), 2)
  end})
end

local function new_require()
  local modules = {lpeg = safe_lpeg.module(), ["govreport.grammar"] = module("govreport.grammar", grammar),
                   ["govreport.readers"] = module("govreport.readers", readers)}
  return function(name)
    if modules[name] then return modules[name] end
    error("a script can require lpeg, govreport.grammar and govreport.readers, not '"
          .. safe_string.text(name) .. "'", 2)
  end
end

-- What of Lua a script does not have, and why.
local elsewhere = {}
for what, names in pairs{
  ["it sees no files and no processes"] = {"io", "os", "print", "dofile", "loadfile", "package"},
  ["it loads no code"] = {"load", "loadstring", "debug"},
  ["its values are plain ones"] = {"setmetatable", "getmetatable", "rawget", "rawset", "rawequal", "rawlen", "_G",
                                   "coroutine", "collectgarbage", "warn", "xpcall"},
} do
  for _, name in ipairs(names) do elsewhere[name] = what end
end

local loaded_as = {lpeg = "lpeg", grammar = "govreport.grammar", readers = "govreport.readers"}

-- What to do about a name that is not there.
local function remedy_for(name, own)
  if loaded_as[name] then return (': write local %s = require "%s"'):format(name, loaded_as[name]) end
  local known = {}
  for key in next, own do known[key] = true end
  local nearest = keys.nearest(name, known)
  return nearest and ", did you mean '" .. nearest .. "'?" or "; a name of the script's own begins with 'local'"
end

-- A name that is not there is a mistake; one that is set would go from one report to the next.
local strict = {
  __metatable = "environment",
  __index = function(own, name)
    name = safe_string.text(name)
    if elsewhere[name] then error(("a script has no '%s': %s"):format(name, elsewhere[name]), 2) end
    error(("there is no '%s' here%s"):format(name, remedy_for(name, own)), 2)
  end,
  __newindex = function(_, name)
    name = safe_string.text(name)
    error(("'%s' would be kept from one report to the next: write 'local %s'"):format(name, name), 2)
  end,
}

-- What a script sees: no files, no processes, no loading of code. Made anew for each: what one script changes, no
-- other one sees.
local function environment()
  return setmetatable({
    assert = assert, error = error, ipairs = ipairs, next = readonly.next, pairs = pairs, select = select,
    tonumber = tonumber, tostring = safe_string.text, type = type,
    pcall = function(...)
      core.charge(150)   -- to come back from an error takes as long
      return pass_on(pcall(...))
    end,
    require = new_require(),
    math = copy(math, {"random", "randomseed"}), string = copy(strings), table = safe_table.module(),
    utf8 = safe_table.utf8(),
  }, strict)
end

-- ---- where things stand -------------------------------------------------------------------------

local function lines_of(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
  return lines
end

-- Whether a line says `id = "…"`, or `rule = "…"`.
local function holds_id(line, id)
  local start = id and (line:find('"' .. id .. '"', 1, true) or line:find("'" .. id .. "'", 1, true))
  return start ~= nil and line:sub(1, start - 1):gsub("%s+", ""):find("%w=$") ~= nil
end

--- Where a key of the entry with an id stands in a script, as far as its text tells.
-- @return function(id, key, within) -> `path:line`, `path` where the line cannot be told; `within` is the id of the
-- entry in which the other one is looked for
function script.locator(path, text)
  local lines
  local function line_of(id, first)
    if type(id) ~= "string" then return first end
    for i = first, id and #lines or 0 do
      if holds_id(lines[i], id) then return i end
    end
    return first
  end
  return function(id, key, within)
    lines = lines or lines_of(text)
    local first = line_of(id, line_of(within, 1))
    local pattern = key and "%f[%w_]" .. tostring(key):gsub("%p", "%%%0") .. "%f[^%w_]%s*=[^=]"
    for i = first, pattern and #lines or 0 do
      if lines[i]:find(pattern) then return path .. ":" .. i end
    end
    return id and path .. ":" .. first or path
  end
end

-- ---- loading ------------------------------------------------------------------------------------

--- What went wrong, with the name of the script.
function script.naming(path, problem)
  problem = safe_string.text(problem)
  return problem:find(path, 1, true) and problem or path .. ": " .. problem
end

--- Runs a script.
-- @param text its source
-- @param path its name in messages
-- @return what it returns, and its locator; or nil and a message with file and line
function script.run(text, path)
  text = text:gsub("^\xEF\xBB\xBF", ""):gsub("^#[^\n]*", "")   -- the mark of UTF-8, the line for a shell
  local _, bad = utf8.len(text)
  if bad then
    local line = select(2, text:sub(1, bad):gsub("\n", "")) + 1
    return nil, ("%s:%d: the script is not in UTF-8 (GBK?): save it as UTF-8"):format(path, line)
  end
  local chunk, problem = load(text, "@" .. path, "t", environment())
  if not chunk then return nil, script.naming(path, problem) end
  local short = debug.getinfo(chunk, "S").short_src
  if short ~= path then cut_paths[short] = path end
  -- What the script changes later, nobody sees. A copy of what it gives is part of what it spends.
  local ok, value = script.call(function() return readonly.unsealed((chunk())) end)
  if not ok then return nil, script.naming(path, value) end
  if value == nil then
    local last = #lines_of(text:match("^.*%S") or "")
    return nil, ("%s:%d: the script returns nothing: its table stands behind 'return'"):format(path, last)
  end
  return value, script.locator(path, text)
end

--- Reads and runs the script in a file.
-- @return as `script.run`; of a file that cannot be read nil and the reason, which names it
function script.load(path)
  local file, problem = io.open(path, "rb")
  if not file then return nil, problem end
  local text, reason = file:read("a")
  file:close()
  if not text then return nil, path .. ": " .. tostring(reason) end
  return script.run(text, path)
end

return script

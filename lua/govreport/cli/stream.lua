--- Standard input as lines, for a command that is one end of a pipe: whoever writes to it may wait for an answer before
-- he writes on.

local stream = {}

local chunk = 1 << 16   -- bytes

-- Where a process can be asked whether a read would wait; nil elsewhere.
local function system()
  local is_there, process = pcall(require, "govreport.process")
  return is_there and process.pending and process or nil
end

-- Lines of what comes in pieces: a long one is put together once.
local function reader(process)
  local pieces, rest, at, is_over = {}, "", 1, false

  local function buffered()
    local stop = rest:find("\n", at, true)
    if stop then
      pieces[#pieces + 1] = rest:sub(at, stop - 1)
      local text = table.concat(pieces)
      pieces, at = {}, stop + 1
      return text
    end
    pieces[#pieces + 1], rest, at = rest:sub(at), "", 1
  end

  return function(may_wait)
    while not is_over do
      local text = buffered()
      if text then return text end
      if not may_wait and not process.pending(0) then return nil, true end
      rest = process.read(0, chunk) or ""
      is_over = rest == ""
    end
    local last = table.concat(pieces)
    pieces = {}
    if last ~= "" then return last end
  end
end

--- @return `{next}`, see `govreport.worker`
function stream.lines()
  local process = system()
  if process then return {next = reader(process)} end
  return {next = function() return io.stdin:read "l" end}
end

return stream

--- A loop over entries with reports, of which only one is open at a time: it is closed when the next entry is asked
-- for, or the loop ends, also by `break` or an error.

local close = require "govreport.base.close"

--- @param holder a table whose `open` is the report that is open, so that another loop goes on where one was left
-- @param next_entry function() -> entry, whether its report stays open; nil at the end
-- @return what a generic `for` takes: the iterator, and behind two nils what is closed at its end
return function(holder, next_entry)
  local function close_last()
    local report = holder.open
    holder.open = nil
    if report then close(report) end
  end
  local function step()
    close_last()
    local entry, kept = next_entry()
    if not entry then return nil end
    holder.open = not kept and entry.report or nil
    return entry
  end
  return step, nil, nil, setmetatable({}, {__close = close_last})
end

--- Files that the program writes: first beside their place, then moved there, so that nobody ever reads half of one.

local output = {}

--- Writes a file.
-- @return true; or nil and the reason
function output.write(path, text)
  local beside = path .. ".new"
  local file, problem = io.open(beside, "wb")
  if not file then return nil, problem end
  local ok, reason = file:write(text)
  local closed, at_close = file:close()
  if ok and closed then
    local moved, why = os.rename(beside, path)
    if moved then return true end
    reason = why
  end
  os.remove(beside)
  return nil, reason or at_close
end

return output

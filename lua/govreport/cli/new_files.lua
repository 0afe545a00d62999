--- What the kinds of `govreport new` share: complaints, forms by their ids, files that are new.

local govreport = require "govreport"
local keys = require "govreport.base.keys"
local output = require "govreport.cli.output"

local new_files = {}

--- Tells of wrong usage.
-- @return exit code
function new_files.complain(terminal, code, fields)
  terminal:tell(code, fields)
  return 2
end

--- Writes what there is to write into new files.
-- @param texts list of `{path, text}`
-- @return nil, or the exit code
function new_files.write(texts, terminal)
  for _, entry in ipairs(texts) do
    if output.is_there(entry[1]) then return new_files.complain(terminal, "new.exists", {path = entry[1]}) end
  end
  for _, entry in ipairs(texts) do
    local ok, problem = output.create(entry[1], entry[2])
    if not ok then
      terminal:fail_output(entry[1], problem)
      return 3
    end
  end
end

--- The form of an id; nil, and the nearest one, where there is none.
function new_files.find_form(id)
  local known = {}
  for _, form in ipairs(govreport.forms()) do
    if form.id == id then return form end
    known[form.id] = true
  end
  return nil, keys.nearest(id, known)
end

return new_files

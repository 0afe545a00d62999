--- The forms that are known as programs see them, in the order in which a document is tried on them.

local readonly = require "govreport.base.readonly"
local registry = require "govreport.form.registry"

local form_list = {}

local view = {
  list = readonly.class "govreport.Forms",
  form = readonly.class("govreport.FormInfo", nil, function(data) return data.id .. ": " .. data.name end),
}

--- @return list of `{id, name, notice, source, root, declared}`, read-only: `notice` nil for none, `source` "rock" or
-- where the form was declared, `root` the id of the form that it extends in the end, `declared` its declaration with
-- what it takes from others
function form_list.all()
  local list = {}
  for i, id in ipairs(registry.list()) do
    local declared = registry.declared(id)
    list[i] = view.form{
      id = id, name = declared.name, notice = declared.notice, source = registry.source(id), root = registry.root(id),
      declared = readonly.seal(declared),
    }
  end
  return view.list(list)
end

return form_list

--- Checks the views of a declaration: ids that are there, names that no dataset has yet. Everything wrong is an error
-- with its place and, where one is near, a proposal.

local check = require "govreport.form.wording_check"
local extension = require "govreport.form.extension"
local keys = require "govreport.base.keys"
local rows_of = require("govreport.form.views").rows_of

local view_check = {}

--- The keys of a view and of an item, and their types.
view_check.view_keys = {id = "string", table = "string", by = "string", items = "table"}
view_check.item_keys = {id = "string", table = "string", rows = "table", columns = "table"}

--- What a view cannot be called, since datasets have it already; and the columns that each view has.
view_check.taken = {"report", "cell", "section", "claim", "finding", "sums", "unread", "place", "state", "meta",
                    "latest", "cells", "long_zh", "report_file", "unread_file"}
view_check.columns = {"report", "file", "agency", "year", "form"}

-- ---- checking -----------------------------------------------------------------------------------

local function check_ids(list, known, what, at, key)
  check.texts(list, at, key)
  for _, id in ipairs(list or {}) do extension.check_known(known, id, at(id) .. ": " .. key, what) end
end

local function check_item(item, declared, at)
  keys.check(item, view_check.item_keys, {"id", "table"}, at)
  check.id(item.id, at "id")
  extension.check_known(declared.tables, item.table, at(item.table) .. ": table", "table")
  local t = extension.by_id(declared.tables)[item.table]
  check_ids(rows_of(item), t.rows, "row", at, item.rows and "rows" or "id")
  check_ids(item.columns, t.columns, "column", at, "columns")
end

local function check_items(view, declared, at)
  check.list(view.items, at, "items", "{id = …, table = …}")
  if #view.items == 0 then error(at "items" .. ": a view of no items", 0) end
  for _, item in ipairs(view.items) do
    check_item(item, declared, function(near)
      return at(near) .. ": " .. (type(item) == "table" and tostring(item.id) or "items")
    end)
  end
  check.unique(view.items, at)
end

local function check_wide(view, declared, at)
  keys.check(view, view_check.view_keys, {"id", "table", "by"}, at)
  extension.check_known(declared.tables, view.table, at "table" .. ": table", "table")
  check.id(view.by, at "by")
  for _, name in ipairs(view_check.columns) do
    if view.by == name then error(("%s: by: each view has a column '%s'"):format(at "by", name), 0) end
  end
end

local function check_view(view, declared, at)
  keys.check(view, view_check.view_keys, {"id"}, at)
  check.id(view.id, at "id")
  for _, name in ipairs(view_check.taken) do
    if view.id:lower() == name then
      error(("%s: a dataset has something that is called '%s' already"):format(at "id", view.id), 0)
    end
  end
  if not view.items then return check_wide(view, declared, at) end
  if view.table or view.by then error(at "items" .. ": 'items' beside 'table' or 'by': a view is of one kind", 0) end
  check_items(view, declared, at)
end

--- Checks the views of a form; raises with the place and, where there is one near, a proposal.
-- @param declared the declaration, with its tables, which are right
-- @param place see `places.locator`
function view_check.check(declared, place)
  local function place_of(near) return place(declared.id, "views", nil, {near = near}) .. ": views" end
  check.list(declared.views, place_of, "views", "{id = …, …}")
  for _, view in ipairs(declared.views or {}) do
    check_view(view, declared, function(near)
      return place_of(near) .. ": " .. (type(view) == "table" and tostring(view.id) or "?")
    end)
  end
  check.unique(declared.views or {}, place_of)
end

-- ---- several forms ------------------------------------------------------------------------------

-- What two views of one id do not agree on, as a message; nil where they go together.
local function difference(view, other)
  if view.table ~= other.table or view.by ~= other.by then return "another kind of view, or of another table" end
  local known = extension.by_id(other.items or {})
  for _, item in ipairs(view.items or {}) do
    local own = known[item.id]
    if own and (own.table ~= item.table or (own.columns == nil) ~= (item.columns == nil)) then
      return ("the item '%s' of another table, or with columns apart"):format(item.id)
    end
  end
end

--- Raises where a form has a view of the same id that does not go together with that of another form.
-- @param other the declaration of that form
-- @param at how messages name the place
function view_check.check_together(declared, other, at)
  local known = extension.by_id(other.views or {})
  for _, view in ipairs(declared.views or {}) do
    local problem = known[view.id] and difference(view, known[view.id])
    if problem then
      error(("%s: views: in the form '%s' '%s' is %s"):format(at, other.id, view.id, problem), 0)
    end
  end
end

return view_check

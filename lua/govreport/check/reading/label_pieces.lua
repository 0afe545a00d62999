--- Pieces of a form's labels: whether a text stands in one of them, as what a line end or a copy tore off does.
-- Thousands of texts of a source may be asked for; each is looked up by how it begins.

local core = require "govreport.core"
local layout = require "govreport.form.layout"

local label_pieces = {}

local key_size = 3   -- characters

local Pieces = {}
Pieces.__index = Pieces

-- Where a number of characters of a text end: its last byte; nil where it has fewer.
local function end_of(text, count, from)
  local behind = utf8.offset(text, count + 1, from)
  return behind and behind - 1
end

-- Notes all that begins at each character of a label: short pieces whole, of longer ones the beginning, with the rest
-- of the label.
local function add_label(self, label)
  local at = 1
  while at and at <= #label do
    for count = 1, key_size do
      local stop = end_of(label, count, at)
      if stop then
        local key = label:sub(at, stop)
        local list = self[key] or {seen = {}}
        self[key] = list
        if count == key_size and not list.seen[label:sub(at)] then
          list[#list + 1] = label:sub(at)
          list.seen[label:sub(at)] = true
        end
      end
    end
    at = utf8.offset(label, 2, at)
  end
end

local function new(form)
  local keys = {}
  for _, label in ipairs(form.labels.known) do add_label(keys, label.skeleton) end
  for _, t in ipairs(form.layouts) do
    for _, row in ipairs(t.rows) do
      add_label(keys, core.skeleton(core.fold(table.concat(layout.path_of(row))), false))
    end
  end
  return setmetatable({keys = keys}, Pieces)
end

--- Whether a text is a piece of a label, or a whole one.
-- @param text a skeleton, not empty
function Pieces:has(text)
  local stop = end_of(text, key_size, 1)
  local list = self.keys[stop and text:sub(1, stop) or text]
  if not list or not stop or stop == #text then return list ~= nil end
  for _, rest in ipairs(list) do
    if rest:sub(1, #text) == text then return true end
  end
  return false
end

local by_form = setmetatable({}, {__mode = "k"})

--- The pieces of the labels of a compiled form, made when they are first asked for.
function label_pieces.of(form)
  by_form[form] = by_form[form] or new(form)
  return by_form[form]
end

return label_pieces

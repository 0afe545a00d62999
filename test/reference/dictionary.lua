--- Writes the dictionary of docs/datasets.md: what each table of a dataset holds, in both languages, from the schema.

local export = require "govreport.dataset.export"
local schema = require "govreport.dataset.schema"

local dictionary = {}

-- It stands between these lines.
local first, last = "<!-- dictionary: written by make docs -->\n", "<!-- end of the dictionary -->\n"

local function add_columns(lines, columns)
  lines[#lines + 1] = "\n| column | type | 中文 | English |\n|---|---|---|---|\n"
  for _, column in ipairs(columns) do
    lines[#lines + 1] = ("| `%s` | %s | %s | %s |\n"):format(column.name, column.type, column.zh, column.en)
  end
end

-- The key of a table, as a text.
local function key_of(t) return "`" .. table.concat(t.key, "`, `") .. "`" end

--- The text of the dictionary.
function dictionary.render()
  local lines = {}
  for _, t in ipairs(schema.tables) do
    lines[#lines + 1] = ("\n### %s\n\n%s; %s. Key: %s.\n"):format(t.name, t.zh, t.en, key_of(t))
    add_columns(lines, t.columns)
    if t.name == "cell" then
      lines[#lines + 1] = "\nIn place of `place` CSV files and JSON lines have\n"
      add_columns(lines, export.place_columns)
      lines[#lines + 1] = "\nand in place of the number of the state its name.\n"
    end
  end
  return table.concat(lines) .. "\n"
end

--- A document with the dictionary of today in its place.
function dictionary.put(document)
  local _, start = document:find(first, 1, true)
  local stop = document:find(last, 1, true)
  assert(start and stop, "no place for the dictionary")
  return document:sub(1, start) .. dictionary.render() .. document:sub(stop)
end

return dictionary

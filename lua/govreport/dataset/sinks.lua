--- The kinds of files that a dataset can be written into, by the name that is asked for.

local folder = require "govreport.base.folder"

local sinks = {}

--- What they are called.
sinks.kinds = {"sqlite", "csv", "jsonl", "xlsx"}

local by_ending = {sqlite = "sqlite", sqlite3 = "sqlite", db = "sqlite", jsonl = "jsonl", ndjson = "jsonl",
                   xlsx = "xlsx"}

--- The kind that a path asks for: by its ending; a folder is one of CSV files. Nil where it says nothing.
function sinks.kind(path)
  if path:sub(-1) == "/" or folder.is_one(path) then return "csv" end
  return by_ending[(path:match "%.([^./]+)$" or ""):lower()]
end

--- The sink of a kind.
function sinks.of(kind) return require("govreport.dataset." .. kind .. "_sink") end

return sinks

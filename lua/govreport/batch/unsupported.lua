--- Files of a folder that are not read. Those that may be reports are told kind by kind, with what to do; all others,
-- like pictures and tables of data, are only counted.

local catalogue = require "govreport.base.catalogue"
local folder = require "govreport.base.folder"

local unsupported = {}

-- The endings of files that may be reports, by what is to be done with them (`unsupported.…`).
local advice = {
  layout = "ofd ceb sep xps caj", word = "doc dot wps wpt rtf odt fodt pages uof",
  saved = "webarchive maff", archive = "zip rar 7z tar gz tgz bz2 xz",
  page = "asp aspx php jsp jspx do jhtml action cgi", nameless = "",
}

local kinds = {[""] = "nameless"}
for kind, endings in pairs(advice) do
  for ending in endings:gmatch("%S+") do kinds[ending] = kind end
end

-- Files by what they are told as: `FOLDER/*.ofd`.
local function group(root, paths)
  local list, by_ending = {}, {}
  for _, path in ipairs(paths) do
    local ending = folder.ending(path:match("[^/]*$"))
    if kinds[ending] then
      if not by_ending[ending] then
        by_ending[ending] = {path = root .. (ending ~= "" and "/*." .. ending or "/*"), kind = kinds[ending], count = 0}
        list[#list + 1] = by_ending[ending]
      end
      by_ending[ending].count = by_ending[ending].count + 1
    end
  end
  table.sort(list, function(a, b) return a.path < b.path end)
  return list
end

--- What is told of the files of a folder that are not read.
-- @param root the folder
-- @param paths list of paths
-- @return list of `{path, message, code}`, one for each kind
function unsupported.failures(root, paths, lang)
  local list = group(root:gsub("(.)/+$", "%1"), paths)
  for _, entry in ipairs(list) do
    entry.code = "io.unsupported"
    entry.message = catalogue.text(lang, "io.unsupported", {
      path = entry.path, count = entry.count, advice = catalogue.message("unsupported." .. entry.kind)})
    entry.kind, entry.count = nil, nil
  end
  return list
end

return unsupported

--- The links of Markdown documents, and which of them lead nowhere.

local lfs = require "lfs"
local markdown = require "test.reference.markdown"
local shell = require "spec.support.shell"

local links = {}

-- What is printed as it stands is no link and no heading.
local function without_code(text)
  return (("\n" .. text):gsub("\n```.-\n```", "\n"):gsub("`[^`\n]*`", function(code)
    return code:gsub("[%[%]()`]", "")
  end))
end

local function has_anchor(path, anchor)
  for heading in without_code(shell.read(path)):gmatch("\n#+ ([^\n]+)") do
    if markdown.anchor(heading) == anchor then return true end
  end
  return false
end

local function leads_somewhere(document, target)
  if target:find("^%a[%w+.-]*:") then return true end   -- out of the project
  local file, anchor = target:match("^([^#]*)#?(.*)$")
  local path = file == "" and document or document:gsub("[^/]*$", "") .. file
  if not lfs.attributes(path, "mode") then return false end
  return anchor == "" or has_anchor(path, anchor)
end

--- The targets in a document that lead nowhere, in order, and the number of all.
function links.broken(document)
  local broken, count = {}, 0
  for target in without_code(shell.read(document)):gmatch("%]%(([^)%s]+)%)") do
    count = count + 1
    if not leads_somewhere(document, target) then broken[#broken + 1] = target end
  end
  return broken, count
end

--- The documents below a folder that links are looked for in.
function links.documents(folder)
  local list = {}
  for _, inner in ipairs{"", "docs/", "contrib/slurm/"} do
    for name in lfs.dir(folder .. "/" .. inner) do
      if name:find("%.md$") then list[#list + 1] = folder .. "/" .. inner .. name end
    end
  end
  table.sort(list)
  return list
end

return links

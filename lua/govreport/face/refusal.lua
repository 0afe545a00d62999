--- Why a page that was read is no report: the report stands in a file that the page shows or leads to, or in pictures.

local catalogue = require "govreport.base.catalogue"
local embedded = require "govreport.read.embedded"
local page = require "govreport.read.page"
local safe = require "govreport.base.safe"

local refusal = {}

local shown = 3

-- The names of files; of many the first, and how many there are.
local function names_of(files)
  local names = {}
  for i = 1, math.min(#files, shown) do names[i] = "“" .. safe(files[i].name) .. "”" end
  local zh, en = table.concat(names, "、"), table.concat(names, ", ")
  if #files <= shown then return {zh = zh, en = en} end
  return {zh = zh .. "等" .. #files .. "个文件", en = en .. " and others, " .. #files .. " in all"}
end

--- In which files the report of a page without text may be; nil where it leads to none.
-- @param source the page, in any encoding that has ASCII in it
-- @return code, fields of the message
function refusal.of_source(source, meter)
  local files = embedded.files(source, meter)
  if #files == 0 then return nil end
  local advice = "advice." .. files[1].kind
  for _, file in ipairs(files) do
    if file.kind ~= files[1].kind then advice = "advice.both" end
  end
  return "input.embedded", {files = names_of(files), advice = catalogue.message(advice)}
end

--- The same of a Document; or that it is a page of pictures. Nil where neither is so.
function refusal.of_document(document, meter)
  if document.format ~= "html" or not page.is_wordless(document) then return nil end
  local code, fields = refusal.of_source(document.text, meter)
  if code then return code, fields end
  local count = #document:pictures()
  if count > 0 then return "input.pictures", {count = count} end
end

return refusal

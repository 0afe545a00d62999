--- Many reports, opened one after the other. Only one of them is open at a time.
--
-- A Collection gives its entries once, each read when it is asked for, and counts them meanwhile. An entry is
--   {name, report}           a report; it is closed when the next entry is asked for, or the loop ends
--   {name, message, code}    one that could not be read

local one_open = require "govreport.batch.one_open"
local readonly = require "govreport.base.readonly"
local sources = require "govreport.batch.sources"

local collection = {}

-- What a Collection counts, on the host's side of its view.
local counted = setmetatable({}, {__mode = "k"})

local methods = {}

local function entry_of(source)
  local report, message, code = source.open()
  return report and {name = source.name, report = report} or {name = source.name, message = message, code = code}
end

--- Iterates over the entries, reading each. A loop that ends early closes its last report; another one goes on from
-- there.
-- @return what a generic `for` takes
function methods:entries()
  local data = counted[self]
  return one_open(data, function()
    local source = data.next()
    if not source then return nil end
    local entry = sources.count(source, entry_of(source))
    local key = entry.report and "files" or "unread"
    data[key] = data[key] + 1
    return entry
  end)
end

local view = readonly.class("govreport.Collection", methods)

--- Makes a Collection.
-- @param fields `lang`, `total` (how many sources there are), `folder` (counts of what folders hold; nil for none)
-- @param next_source as `govreport.batch.sources` gives it
function collection.new(fields, next_source)
  local data = {next = next_source, lang = fields.lang, total = fields.total, folder = fields.folder, files = 0,
                unread = 0}
  local made = view(data)
  counted[made] = data
  return made
end

return collection

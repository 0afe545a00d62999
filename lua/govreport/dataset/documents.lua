--- The documents that a dataset is made of, in order, each with a name of its own. They are kept in a file, so that a
-- hundred thousand take no more room in memory than ten.

local file_name = require "govreport.dataset.file_name"
local job = require "govreport.dataset.job"
local short_digest = require "govreport.base.short_digest"
local spool = require "govreport.base.spool"

local documents = {}

local Documents = {}
Documents.__index = Documents

--- Makes an empty list. `count` is how many there are.
-- @param encoding of all of them; nil to find out
function documents.new(encoding)
  return setmetatable({list = spool.new(), count = 0, contents = {}, encoding = encoding}, Documents)
end

-- ---- names --------------------------------------------------------------------------------------

-- The numbers of the documents by the digests of their names. Made when somebody asks: the paths of files differ from
-- each other, so that most lists need none.
local function numbers_of(self)
  if self.numbers then return self.numbers end
  self.numbers, self.repeats = {}, {}
  for number, text in self.list:each() do self.numbers[short_digest(job.asked.unpack(text).file)] = number end
  return self.numbers
end

-- A name that no document has yet; the second of a name has a number.
local function free_name(self, name)
  local numbers, digest = numbers_of(self), short_digest(name)
  if not numbers[digest] then
    numbers[digest] = self.count
    return name
  end
  self.repeats[name] = (self.repeats[name] or 1) + 1
  return free_name(self, name .. "#" .. self.repeats[name])
end

-- ---- the list -----------------------------------------------------------------------------------

--- Adds a document.
-- @param source the path of a file, other than those before; or `{name, bytes}`
-- @param told what is known of it beside its content: `url`, `fetched`, `body`, `region`
function Documents:add(source, told)
  local is_path = type(source) == "string"
  local name = is_path and source or source.name or "?"
  local file = file_name(name)
  self.count = self.count + 1
  if self.numbers or not is_path or file ~= name then file = free_name(self, file) end
  if not is_path then self.contents[self.count] = source.bytes end
  self.list:add(job.asked.pack{file = file, path = is_path and source or nil, url = told.url, fetched = told.fetched,
                               body = told.body, region = told.region})
end

--- A document as a job, see `govreport.dataset.job`, without a number in the dataset; nil behind the last.
function Documents:get(number)
  if number > self.count then return nil end
  local own = job.asked.unpack(self.list:get(number))
  own.content, own.encoding = self.contents[number], self.encoding
  return own
end

--- Iterates over the documents.
function Documents:each()
  local number = 0
  return function()
    number = number + 1
    return self:get(number)
  end
end

--- The number of the document of a name; nil where there is none.
function Documents:find(file)
  local number = numbers_of(self)[short_digest(file)]
  return number and self:get(number).file == file and number or nil
end

--- Forgets what is only needed to find documents.
function Documents:forget() self.numbers = nil end

return documents

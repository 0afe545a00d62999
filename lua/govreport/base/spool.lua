--- A list of texts in files that nobody else sees: however long it is, it takes no room in memory.

local spool = {}

local Spool = {}
Spool.__index = Spool

-- Where a text stands is told by its number: its offset, and 1, so that a number without a text is told by zeros.
local place_format, place_size = "<i8", 8
-- The text itself stands behind its length.
local text_format, length_format, length_size = "<s4", "<I4", 4

-- What the system gives. Raises `{code, detail}` where it refuses: the disk is full, for one.
local function must(given, problem)
  return given or error({code = "io.temporary", detail = tostring(problem)}, 0)
end

--- Makes an empty list, for which there is no file yet. `count` is the number of the last text.
function spool.new() return setmetatable({size = 0, count = 0, next = 1, read_to = {}}, Spool) end

local function open(self)
  self.texts, self.places = must(io.tmpfile()), must(io.tmpfile())
end

--- Sets the text of a number: 1 for the first. There may be gaps; an earlier text of the number is gone.
function Spool:set(number, text)
  if not self.texts then open(self) end
  if self.next ~= number then   -- else both files stand where they are to be written
    must(self.texts:seek("set", self.size))
    must(self.places:seek("set", (number - 1) * place_size))
  end
  must(self.texts:write(text_format:pack(text)))
  must(self.places:write(place_format:pack(self.size + 1)))
  self.size, self.count, self.next = self.size + length_size + #text, math.max(self.count, number), number + 1
  self.read_to.texts, self.read_to.places = nil, nil
end

--- Adds a text behind the last.
-- @return its number
function Spool:add(text)
  self:set(self.count + 1, text)
  return self.count
end

-- Some bytes of one of the files. Who reads a list in its order goes on where the file stands.
local function read(self, name, at, size)
  if size == 0 then return "" end
  if self.read_to[name] ~= at then must(self[name]:seek("set", at)) end
  self.read_to[name] = at + size
  return must(self[name]:read(size))
end

--- The text of a number; nil where there is none.
function Spool:get(number)
  if number > self.count then return nil end
  self.next = nil
  local at = place_format:unpack(read(self, "places", (number - 1) * place_size, place_size)) - 1
  if at < 0 then return nil end
  return read(self, "texts", at + length_size, (length_format:unpack(read(self, "texts", at, length_size))))
end

--- Iterates over the texts in the order of their numbers.
-- @return function() -> number, text
function Spool:each()
  local number = 0
  return function()
    while number < self.count do
      number = number + 1
      local text = self:get(number)
      if text then return number, text end
    end
  end
end

--- Lets go of the files.
function Spool:close()
  if not self.texts then return end
  self.texts:close()
  self.places:close()
end

Spool.__close = Spool.close

return spool

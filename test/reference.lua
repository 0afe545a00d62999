-- Writes docs/reference.md and types/govreport/library from docs/api.lua; the dictionary of docs/datasets.md and the
-- schema of the answers of workers from the schema of datasets. Run it at the root of the checkout.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv "BUILD" or "build") .. package.cpath

local answer = require "test.reference.answer"
local api = require "docs.api"
local dictionary = require "test.reference.dictionary"

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:read("a")
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

write("docs/reference.md", require("test.reference.markdown").render(api))
for _, file in ipairs(require("test.reference.types").files(api)) do write(file.path, file.text) end
write("docs/datasets.md", dictionary.put(read "docs/datasets.md"))
write("docs/schema/govreport.answer.json", answer.render())

-- Writes docs/reference.md and types/govreport/library from docs/api.lua. Run it at the root of the checkout.

package.path = "./?.lua;" .. package.path

local api = require "docs.api"

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

write("docs/reference.md", require("test.reference.markdown").render(api))
for _, file in ipairs(require("test.reference.types").files(api)) do write(file.path, file.text) end

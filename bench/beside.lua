--- What readers in Python need for a file: see bench/documents.py.

local python = os.getenv("PYTHON") or "/usr/bin/python3"

--- @return name of the reader, and its seconds, or in their place why there are none
return function(path)
  local pipe = assert(io.popen(("%s bench/documents.py '%s' 2>&1"):format(python, path)))
  local text = pipe:read("a")
  pipe:close()
  local name, value = text:match("^([^\t\n]*)\t([^\n]*)\n$")
  return name or "documents.py", tonumber(value) or value or text
end

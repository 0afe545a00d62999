-- Makes a release of what stands here: its version goes into lua/govreport/base/version.lua, above the unreleased
-- part of CHANGELOG.md and into a rockspec of its own. Nothing is written where anything does not fit. Run at the
-- root of the checkout, by `make release VERSION=x.y.z`; SOURCE is the address that it is fetched from, if not git's
-- origin.

local lfs = require "lfs"

local MODULE, CHANGELOG, ROCKSPEC = "lua/govreport/base/version.lua", "CHANGELOG.md", "govreport-scm-1.rockspec"
-- Of a checkout: good for `luarocks make`, and for nobody who is elsewhere.
local NOWHERE = "git+file://."

local function refuse(...)
  io.stderr:write("release: ", string.format(...), "\n")
  os.exit(1)
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

-- Puts a text in place of what stands once in a file.
local function replace(path, text, pattern, replacement)
  local changed, count = text:gsub(pattern, (replacement:gsub("%%", "%%%%")))
  if count ~= 1 then refuse("%s has %d places like %s, not one", path, count, pattern) end
  return changed
end

-- The three numbers of a version; nil for anything else.
local function numbers_of(version)
  local numbers = {version:match("^(%d+)%.(%d+)%.(%d+)$")}
  for i, digits in ipairs(numbers) do
    if #digits > 9 or digits:find("^0.") then return nil end
    numbers[i] = tonumber(digits)
  end
  return numbers[1] and numbers
end

local function is_older(a, b)
  for i = 1, 3 do
    if a[i] ~= b[i] then return a[i] < b[i] end
  end
  return false
end

-- ---- the files of a release ---------------------------------------------------------------------

local function module_of(version)
  local text = read(MODULE)
  local current = text:match('\nreturn "(.-)"\n') or ""
  if is_older(numbers_of(version), numbers_of(current) or refuse("%s has no version", MODULE)) then
    refuse("%s is older than %s, the version in %s", version, current, MODULE)
  end
  return replace(MODULE, text, '\nreturn ".-"\n', ('\nreturn "%s"\n'):format(version))
end

local function changelog_of(version)
  local text = read(CHANGELOG)
  if text:find("\n## " .. version .. "\n", 1, true) then refuse("%s has a part %s already", CHANGELOG, version) end
  local part = (text .. "\n## "):match("\n## Unreleased\n(.-)\n## ")
  if not part or not part:find("%S") then refuse("%s has nothing below '## Unreleased'", CHANGELOG) end
  return replace(CHANGELOG, text, "\n## Unreleased\n", "\n## Unreleased\n\n## " .. version .. "\n")
end

local function rockspec_of(version, address)
  local text = replace(ROCKSPEC, read(ROCKSPEC), '\nversion = "scm%-1"\n', ('\nversion = "%s-1"\n'):format(version))
  return replace(ROCKSPEC, text, "\nsource = %b{}\n",
                 ("\nsource = {\n  url = %q,\n  tag = %q,\n}\n"):format(address, "v" .. version))
end

-- ---- where it is fetched from -------------------------------------------------------------------

-- The address of a remote as rockspecs write it, without a user's secrets; nil for a folder of this machine.
local function address_of(remote)
  local host, path = remote:match("^git@([%w.-]+):(.+)$")
  if host then return ("git+ssh://git@%s/%s"):format(host, path) end
  local protocol, rest = remote:match("^(%a+)://(.+)$")
  if protocol == "https" or protocol == "http" then return "git+" .. protocol .. "://" .. rest:gsub("^[^/]*@", "") end
  if protocol == "ssh" then return "git+ssh://" .. rest end
  return protocol == "git" and remote or nil
end

local function address()
  local given = os.getenv("SOURCE") or ""
  if given ~= "" then
    return given:find("^[%w+]+://[^%s%c]+$") and given or refuse("SOURCE is no address like git+https://…: '%s'", given)
  end
  local pipe = assert(io.popen("git config remote.origin.url 2>&-"))
  local remote = pipe:read("l")
  pipe:close()
  return remote and address_of(remote)
end

-- ---- the release --------------------------------------------------------------------------------

local version = os.getenv("VERSION") or ""
if not numbers_of(version) then refuse("VERSION is not of the form x.y.z: '%s'", version) end
local rockspec = ("govreport-%s-1.rockspec"):format(version)
if lfs.symlinkattributes(rockspec) then refuse("%s is there already", rockspec) end

local source = address()
local contents = {
  [MODULE] = module_of(version),
  [CHANGELOG] = changelog_of(version),
  [rockspec] = rockspec_of(version, source or NOWHERE),
}
for path, text in pairs(contents) do write(path, text) end

print(("%s: tag v%s of %s"):format(rockspec, version, source or NOWHERE))
if not source then
  io.stderr:write("release: no address that others can reach: write one into the rockspec, or say SOURCE=git+https…\n")
end

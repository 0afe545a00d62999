--- The layers: who may call whom, held by looking at the tree.

local function lines_of(pattern)
  local pipe = assert(io.popen(pattern))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

-- The level of each header of the core: a file includes only headers of its own level and below.
local levels = {
  ["govreport.h"] = 0, ["gr_limits.h"] = 0, ["gr_memory.h"] = 0, ["gr_slice.h"] = 0, ["gr_utf8.h"] = 1,
  ["gr_narrow.h"] = 1, ["gr_simplex.h"] = 1,
  ["gr_han.h"] = 1, ["gr_char.h"] = 1, ["gr_entity.h"] = 1, ["gr_charset.h"] = 2, ["gr_decoder.h"] = 2,
  ["gr_guess.h"] = 2, ["gr_mojibake.h"] = 2, ["gr_builder.h"] = 2,
  ["gr_piece.h"] = 2, ["gr_line.h"] = 2, ["gr_rows.h"] = 2, ["gr_text.h"] = 2, ["gr_tag.h"] = 2,
  ["gr_html.h"] = 2, ["gr_tape.h"] = 2, ["gr_shingle.h"] = 2, ["gr_frequency.h"] = 2,
  ["gr_blocks.h"] = 3, ["gr_ledger.h"] = 4,
}
local sources = {
  gr_status = 0, gr_memory = 0, gr_utf8 = 1, gr_han = 1, gr_char = 1, gr_entity = 1, gr_decimal = 1, gr_number = 1,
  gr_date = 1, gr_label = 1, gr_option = 1, gr_narrow = 1, gr_simplex = 1, gr_system = 1, gr_repairs = 1,
  gr_charset = 2, gr_decoder = 2, gr_guess = 2, gr_mojibake = 2, gr_piece = 2,
  gr_line = 2, gr_rows = 2, gr_text = 2, gr_tag = 2, gr_html = 2,
  gr_tape = 2, gr_blocks = 3, gr_document = 3, gr_grid = 4, gr_schema = 4, gr_ledger = 4, gr_report = 4,
  gr_shingle = 2, gr_frequency = 2, gr_signature = 2,
  gr_identity = 4,
}

describe("the core", function()
  it("never includes Lua", function()
    assert.same({}, lines_of "grep -lE '(lua|lauxlib|lualib)\\.h' csrc/gr_* csrc/govreport.h")
  end)

  it("includes only lower levels", function()
    for _, line in ipairs(lines_of [[grep -nE '^#include "' csrc/gr_*.c]]) do
      local file, header = line:match("csrc/(gr_%w+)%.c:%d+:#include \"([^\"]+)\"")
      local own, other = sources[file], levels[header]
      assert.is_truthy(own, "no level is declared for " .. file)
      assert.is_truthy(other, "no level is declared for " .. header)
      assert.is_true(other <= own, file .. " includes " .. header)
    end
  end)

  it("uses no locale, no ctype, no strtod, no abort, no printing", function()
    local pattern = [['<(ctype|locale|math)\.h>|strto(d|l|ul)|setlocale|abort\(|printf\(']]
    assert.same({}, lines_of("grep -nE " .. pattern .. " csrc/gr_*.c"))
  end)
end)

describe("the binding", function()
  it("never parses: it includes only the public interface", function()
    assert.same({}, lines_of [[grep -n '#include "' csrc/lgr_* | grep -vE '"(govreport|lgr_class|lgr_part)\.h"']])
  end)

  it("exports luaopen_govreport_core alone", function()
    local so = (os.getenv("GOVREPORT_BUILD") or "build") .. "/govreport/core.so"
    local names = lines_of("nm -D --defined-only " .. so .. " | awk '{print $3}' | grep -vE '^(_init|_fini|__.*)$'")
    assert.same({"luaopen_govreport_core"}, names)
  end)
end)

describe("the Lua modules", function()
  it("print, exit and read the environment only in cli", function()
    local pattern = [['print\(|io\.(write|stdout|stderr)|os\.(exit|getenv)']]
    local hits = lines_of("grep -rnE " .. pattern .. " lua --include=*.lua | grep -v '^lua/govreport/cli/'")
    local real = {}
    for _, hit in ipairs(hits) do
      if not hit:match("^[^:]+:%d+:%s*%-%-") and not hit:match("terminal:print") then real[#real + 1] = hit end
    end
    assert.same({}, real)
  end)

  it("set no globals", function()
    local before = {}
    for name in pairs(_G) do before[name] = true end
    require "govreport"
    require "govreport.cli"
    for name in pairs(_G) do assert.is_true(before[name], name) end
  end)

  local function requires(folder, forbidden)
    local command = ([[grep -rnE 'require *\(?"govreport\.(%s)' %s]]):format(forbidden, folder)
    assert.same({}, lines_of(command))
  end

  it("forms know no rules, rules know no readers or renderers", function()
    requires("lua/govreport/forms", "rule|rules|check|finding|render|cli")
    requires("lua/govreport/rules", "core|grammar|recognise|outline|prose|render|cli|forms")
    requires("lua/govreport/render", "rule\"|rules|check|cli|recognise")
  end)
end)

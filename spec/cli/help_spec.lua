--- Help and usage errors in both languages.

local help = require "govreport.cli.help"
local parsers = require "govreport.cli.parsers"
local usage = require "govreport.cli.usage"

describe("--help", function()
  local english = parsers.make("en")

  it("has a Chinese text for every English one", function()
    local missing = {}
    for _, description in ipairs(help.descriptions(english)) do
      if not help.translation(description) then missing[#missing + 1] = description end
    end
    assert.same({}, missing)
  end)

  it("has no Chinese text without an English one", function()
    local known, stale = {}, {}
    for _, description in ipairs(help.descriptions(english)) do known[description] = true end
    for description in pairs(require "govreport.messages.help_zh") do
      if not known[description] then stale[#stale + 1] = description end
    end
    assert.same({}, stale)
  end)

  it("is Chinese but for names and values", function()
    local parser = parsers.make("zh")
    for _, command in ipairs(parser._commands) do
      local text = help.text(command:get_help(), "zh")
      assert.matches("^用法：", text)
      assert.is_nil(text:find("\nOptions", 1, true))
      assert.is_nil(text:find("default:", 1, true))
    end
  end)
end)

describe("a usage error", function()
  local cases = {
    {"check --fromat x", "没有选项--fromat，是否指--format？", "unknown option '--fromat'; did you mean --format?"},
    {"check --zzzzzzzz x", "没有选项--zzzzzzzz。", "unknown option '--zzzzzzzz'."},
    {"check --format foo x", "选项--format只能取：text、concise、json、jsonl、csv、sarif、junit、github。",
     "option --format must be one of: text, concise, json, jsonl, csv, sarif, junit, github."},
    {"check --format", "选项--format后面缺少取值。", "option --format needs a value."},
    {"check --brief --full x", "选项--full与选项--brief不能同时使用。", "option --full does not go with option --brief."},
    {"check --brief=1 x", "选项--brief不带取值。", "option '--brief' takes no value."},
    {"explain a b", "参数过多。", "too many arguments."},
    {"show", "缺少参数path。", "missing argument path."},
    {"", "请写明命令或报告的路径。", "a command or the path of a report is needed."},
  }
  for _, case in ipairs(cases) do
    it("of 'govreport " .. case[1] .. "' is told in both languages", function()
      local arguments = {}
      for word in case[1]:gmatch("%S+") do arguments[#arguments + 1] = word end
      local ok, problem = parsers.make("en"):pparse(arguments)
      assert.is_false(ok)
      assert.equal(case[2], usage.error(problem, "zh"))
      assert.equal(case[3], usage.error(problem, "en"))
    end)
  end

  it("that we have no words for is told as it is", function()
    assert.equal("the moon is full", usage.error("the moon is full", "zh"))
  end)
end)

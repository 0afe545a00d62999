--- Where things stand in the script of a form, and what is said in place of Lua's own words.

local places = require "govreport.form.places"

local source = [==[
local grammar = require "govreport.grammar"   -- id = "ferry" in a comment is nothing
local text = [[ {id = "ferry"} ]]
local rows = {}
for i = 1, 3 do rows[i] = {id = "r" .. i, label = "行" .. i} end
local first = {
  id = "ferry", name = "一",
  sections = {{id = "trips", title = "航次"}},
  tables = {
    {id = "trips",
     rows = {{id = "day", label = "日", variants = {"a",
                                                    "b"}},
             {id = "all",
              label = "合"}},
     columns = {{id = "all",
                 label = "计"}},
     spellings = {["日"] = {variants = {"昼"}}}},
  },
  readers = {
    {find = grammar.date, read = function(report, found)
      if found then local a, b = 1, {2} report(a, b) end
    end},
    grammar.other,
  },
}
local second = {
  id = "ferry_2",
  tables = {trips = {rows = {
    day = {label = "白天"},
    day = {label = "日间"}}}},
}
return {first, second}
]==]

describe("a place in the script of a form", function()
  -- What is asked for, the form, the line.
  local cases = {
    {{"ferry"}, nil, 6}, {{"ferry", "name"}, nil, 6}, {{"ferry", "tables"}, nil, 8},
    {{"trips", "title", nil, {among = "sections"}}, nil, 7}, {{"trips", "rows", nil, {among = "tables"}}, nil, 10},
    {{"trips", nil, nil, {among = "sections"}}, nil, 7},
    {{"all", "label", "trips", {among = "rows"}}, nil, 13}, {{"all", "label", "trips", {among = "columns"}}, nil, 15},
    {{"day", "variants", "trips", {among = "rows", near = "b"}}, nil, 11},
    {{"trips", "spellings", nil, {among = "tables", near = "日"}}, nil, 16},
    {{"ferry", "readers", nil, {near = 2}}, nil, 22}, {{"ferry", "readers", nil, {near = 7}}, nil, 18},
    {{"trips", "rows", nil, {among = "tables", near = "day"}}, "ferry_2", 28},
    {{"trips", "rows", nil, {among = "tables", near = "day", last = true}}, "ferry_2", 29},
    {{"r2", "label", "trips", {among = "rows"}}, "ferry", 10},   -- made in a loop: the list of rows
    {{"nothing"}, "ferry_2", 26}, {{"nothing"}, nil, nil}, {{}, nil, nil},
  }
  for i, case in ipairs(cases) do
    it("is its line: " .. i, function()
      local where = places.locator("own.lua", function() return source end, case[2])
      assert.equal("own.lua" .. (case[3] and ":" .. case[3] or ""), where(table.unpack(case[1], 1, 4)))
    end)
  end
end)

describe("a message of Lua about a script", function()
  -- A script, what Lua says, what is told.
  local cases = {
    {"local readers = 1\nreturn {\n  reader.x,\n}", "a.lua:4: attempt to index a nil value (global 'reader')",
     "a.lua:3: attempt to index a nil value (global 'reader'), did you mean 'readers'?"},
    {"return {\n  readers.x}", "a.lua:2: attempt to index a nil value (global 'readers')",
     "a.lua:2: attempt to index a nil value (global 'readers'): local readers = require \"govreport.readers\" is "
     .. "missing above"},
    {"return {\n  x.signoff,\n}", "a.lua:3: x has no 'signoff'", "a.lua:2: x has no 'signoff'"},
    {"return {}", "b.lua:1: x has no 'y'", "b.lua:1: x has no 'y'"}, {"return {}", "a.lua:1: other", "a.lua:1: other"},
  }
  for _, case in ipairs(cases) do
    it("“" .. case[2] .. "” is told so that it can be mended", function()
      assert.equal(case[3], places.settled("a.lua", case[1], case[2]))
    end)
  end
end)

--- The views that forms declare: what is taken over, what is said of a wrong one, and what a dataset has of them.

local documents = require "spec.support.documents"
local form = require "govreport.form.form"
local forms = require "govreport.form"
local govreport = require "govreport"
local registry = require "govreport.form.registry"
local schema = require "govreport.dataset.schema"
local shell = require "spec.support.shell"
local view_check = require "govreport.form.view_check"

local function base()
  return {
    id = "base", name = "渡口年报",
    tables = {
      {id = "ships", columns = {{id = "count", label = "艘数"}, {id = "tons", label = "吨位"}},
       rows = {{id = "ferries", label = "客船"}, {id = "others", label = "其他船舶"}}},
      {id = "docks", columns = {{id = "count", label = "座数"}}, rows = {{id = "piers", label = "码头"}}},
    },
    detect = {labels = {"艘数"}},
    views = {
      {id = "ships_wide", table = "ships", by = "measure"}, {id = "docks_wide", table = "docks", by = "measure"},
      {id = "common", items = {
        {id = "ferries", table = "ships"}, {id = "others", table = "ships", columns = {"count"}},
        {id = "all_ships", table = "ships", rows = {"ferries", "others"}}, {id = "piers", table = "docks"},
      }},
    },
  }
end

-- The views of a form as a text: `id`, or `id(items)` with their rows and columns.
local function shown(views)
  local list = {}
  for i, view in ipairs(views) do
    local items = {}
    for k, item in ipairs(view.items or {}) do
      items[k] = ("%s=%s%s"):format(item.id, table.concat(item.rows or {"-"}, "+"),
                                    item.columns and ":" .. table.concat(item.columns, "+") or "")
    end
    list[i] = view.id .. (view.items and "(" .. table.concat(items, " ") .. ")" or "")
  end
  return table.concat(list, " ")
end

describe("the views of a form that extends another", function()
  local function extended(own)
    own.id, own.extends = "own", "base"
    return shown(form.extend(base(), own, "own.lua").views)
  end

  for name, case in pairs{
    ["are those of the other"] = {
      {}, "ships_wide docks_wide common(ferries=- others=-:count all_ships=ferries+others piers=-)"},
    ["are its own where it lists them"] = {{views = {{id = "one", table = "ships", by = "x"}}}, "one"},
    ["are none where it says so"] = {{views = {ships_wide = false, docks_wide = false, common = false}}, ""},
    ["may have other items"] = {
      {views = {common = {items = {others = {rows = {"ferries"}, columns = {"tons"}}, ferries = false,
                                   {id = "tugs", table = "ships"}}}}},
      "ships_wide docks_wide common(others=ferries:tons all_ships=ferries+others piers=- tugs=-)"},
    ["are without a table that it does not have"] = {
      {tables = {"ships"}}, "ships_wide common(ferries=- others=-:count all_ships=ferries+others)"},
    ["are without a row that it does not have"] = {
      {tables = {ships = {rows = {ferries = false}}}}, "ships_wide docks_wide common(others=-:count piers=-)"},
    ["are without a column that it does not have"] = {
      {tables = {ships = {columns = {count = false}}}},
      "ships_wide docks_wide common(ferries=- all_ships=ferries+others piers=-)"},
    ["are without one of which nothing is left"] = {
      {tables = {{id = "boats", columns = {{id = "count", label = "条数"}}, rows = {{id = "boats", label = "小船"}}}}},
      ""},
  } do
    it(name, function() assert.equal(case[2], extended(case[1])) end)
  end

  it("are not those of a view that the other does not have", function()
    assert.error_matches(function() extended{views = {comon = {items = {}}}} end,
                         "there is no view 'comon', did you mean 'common'?", 1, true)
  end)
end)

describe("a view", function()
  for name, case in pairs{
    ["of an unknown table"] = {function(v) v[1].table = "ship" end,
                               "ships_wide: table: there is no table 'ship', did you mean 'ships'?"},
    ["without what tells the columns"] = {function(v) v[1].by = nil end, "the key 'by' is missing"},
    ["with a column twice"] = {function(v) v[1].by = "year" end, "by: each view has a column 'year'"},
    ["that is called as a table of datasets"] = {function(v) v[1].id = "Cell" end,
                                                 "a dataset has something that is called 'Cell' already"},
    ["that is called as another"] = {function(v) v[2].id = "ships_wide" end, "the id 'ships_wide' stands twice"},
    ["with a name that is none"] = {function(v) v[1].id = "ships-wide" end, "did you mean 'ships_wide'?"},
    ["with an unknown key"] = {function(v) v[1].tabel = "ships" end, "unknown key 'tabel', did you mean 'table'?"},
    ["of two kinds"] = {function(v) v[3].table = "ships" end, "'items' beside 'table' or 'by'"},
    ["of no items"] = {function(v) v[3].items = {} end, "a view of no items"},
    ["of an item of an unknown row"] = {function(v) v[3].items[3].rows[1] = "fery" end,
                                        "all_ships: rows: there is no row 'fery'"},
    ["of an item that is no row"] = {function(v) v[3].items[1].id = "ferry" end,
                                     "ferry: id: there is no row 'ferry': there are ferries, others"},
    ["of an item of an unknown column"] = {function(v) v[3].items[2].columns[1] = "counts" end,
                                           "others: columns: there is no column 'counts', did you mean 'count'?"},
    ["of an item twice"] = {function(v) v[3].items[2].id, v[3].items[2].rows = "ferries", {"others"} end,
                            "the id 'ferries' stands twice"},
    ["of an item with an unknown key"] = {function(v) v[3].items[1].row = "x" end, "unknown key 'row'"},
  } do
    it(name .. " is told", function()
      local declared = base()
      case[1](declared.views)
      assert.error_matches(function() form.validate(declared, "form") end, case[2], 1, true)
    end)
  end

  it("may have any name that a dataset has not", function()
    local taken = {}
    for _, name in ipairs(view_check.taken) do taken[name] = true end
    for _, t in ipairs(schema.tables) do assert.is_true(taken[t.name], t.name) end
    local places = require("govreport.dataset.places").all()
    local text = require("govreport.dataset.ddl").tables() .. require("govreport.dataset.views").all(places)
    local declared = {applications_wide = true, disputes_wide = true, harmonised = true}
    for name in text:gsub("UNIQUE ", ""):gmatch "CREATE %u+ ([%w_]+)" do
      assert.is_true(taken[name] or declared[name], name)
    end
  end)
end)

describe("the views that forms of the project declare", function()
  it("are right", function()
    for _, id in ipairs(forms.list()) do
      local declared = forms.declared(id)
      view_check.check(declared, function() return id end)
      for _, other in ipairs(forms.list()) do view_check.check_together(declared, forms.declared(other), id) end
    end
  end)
end)

describe("views in a dataset", function()
  local is_there, sqlite = pcall(require, "govreport.sqlite")
  if not is_there then
    pending "the module govreport.sqlite is not built"
    return
  end

  local folder
  before_each(function() folder = shell.folder "in" end)
  after_each(function()
    shell.remove(folder)
    registry.remove "city"
    registry.remove "base"
  end)

  local function query(sql)
    assert(govreport.dataset({folder .. "/in"}, {output = folder .. "/x.sqlite", jobs = 0}))
    local db <close> = assert(sqlite.open(folder .. "/x.sqlite", {readonly = true}))
    return assert(db:query(sql))
  end

  it("have what a form that extends one of them has", function()
    govreport.form{id = "city", extends = "cn_disclosure_2019", name = "市级格式", before = "cn_disclosure_2021",
                   tables = {applications = {rows = {received = {}, {id = "order", label = "五、备注"}}}},
                   views = {harmonised = {items = {{id = "notes", table = "applications", rows = {"order"}}}}},
                   detect = {labels = forms.declared "cn_disclosure_2019".detect.labels, words = {"水务局"}}}
    shell.write(folder .. "/in/a.txt", documents.text(1))
    local rows = query "SELECT form, item, value FROM harmonised WHERE item = 'granted' AND column_id = 'total'"
    assert.same({"city", "granted", 26}, {rows[1][1], rows[1][2], rows[1][3]})
    assert.equal(1, #query [[SELECT "order" FROM applications_wide WHERE applicant = 'total']])
  end)

  it("have names that are words of SQL", function()
    local declared = base()
    declared.tables[1].rows[1].id, declared.tables[1].columns[1].id = "select", "values"
    declared.views = {{id = "group", table = "ships", by = "order"},
                      {id = "union", items = {{id = "select", table = "ships", columns = {"values"}}}}}
    govreport.form(declared)
    shell.write(folder .. "/in/a.html", "<table><tr><td></td><td>艘数</td><td>吨位</td></tr><tr><td>客船</td><td>3</td>"
                .. "<td>40</td></tr><tr><td>其他船舶</td><td>1</td><td>9</td></tr></table>")
    local rows = query [[SELECT "order", "select", others FROM "group" ORDER BY 1]]
    assert.same({{"tons", 40, 9}, {"values", 3, 1}}, {{rows[1][1], rows[1][2], rows[1][3]},
                                                      {rows[2][1], rows[2][2], rows[2][3]}})
    assert.equal(3, query [[SELECT value FROM "union" WHERE item = 'select']][1][1])
  end)

  it("are told where they do not go together with those of another form", function()
    govreport.form(base())
    local own = {id = "city", extends = "base", name = "市级格式", detect = {labels = {"座数"}}}
    own.views = {{id = "ships_wide", table = "docks", by = "measure"}}
    assert.error_matches(function() govreport.form(own) end, "'base' 'ships_wide' is another kind of view", 1, true)
    own.views = {{id = "common", items = {{id = "ferries", table = "docks", rows = {"piers"}}}}}
    assert.error_matches(function() govreport.form(own) end, "'base' 'common' is the item 'ferries' of another table",
                         1, true)
  end)
end)

--- Examples for what could not be read.

local torn = "（一）予以公开\n\n"

return {
  ["reading.cut"] = {
    plain = true,
    fails = {cut = "四、结转下年度继续办理"},
    passes = {},
  },
  ["reading.table"] = {
    plain = true,
    fails = {text = {{"行政事业性收费\n\n12.5", "收费\n\n12.5"}}},
    passes = {},
  },
  ["reading.rows"] = {
    plain = true,
    fails = {text = {{"规章\n\n0\n\n0\n\n0\n", "规章\n\n0\n\n0\n"}}},
    passes = {},
  },
  ["reading.header"] = {
    plain = true,
    fails = {text = {{"科研机构\n\n社会公益组织", "科研\n\n社会公益\n\n机构\n\n组织"}}},
    passes = {},
  },
  ["reading.labels"] = {
    plain = true,
    fails = {text = {{torn, "年度\n\n" .. torn}}},
    passes = {},
  },
}

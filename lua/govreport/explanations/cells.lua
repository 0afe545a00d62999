--- Examples for single cells.

local function cell(text) return '<td rowspan="1" colspan="1">' .. text .. "</td>" end

return {
  ["cells.total_blank"] = {
    fails = {cells = {["applications.granted.total"] = ""}},
    passes = {},
  },
  ["cells.blank"] = {
    fails = {cells = {["disputes.reconsideration.corrected"] = "", ["disputes.reconsideration.pending"] = "—"}},
    passes = {},
  },
  ["cells.unreadable"] = {
    fails = {cells = {["applications.granted.business"] = "见附表"}},
    passes = {},
  },
  ["cells.row_incomplete"] = {
    fails = {text = {{cell "规章" .. cell "0" .. cell "0", cell "规章" .. cell "0"}}},
    passes = {},
  },
  ["cells.negative"] = {
    fails = {cells = {["applications.granted.business"] = -5}},
    passes = {},
  },
  ["cells.unit"] = {
    fails = {cells = {["applications.granted.business"] = "5元"}},
    passes = {cells = {["applications.granted.business"] = "5件"}},
  },
  ["cells.not_a_count"] = {
    fails = {cells = {["applications.granted.business"] = "5.5"}},
    passes = {},
  },
  ["cells.sign"] = {
    fails = {cells = {["applications.granted.business"] = "+5"}},
    passes = {},
  },
}

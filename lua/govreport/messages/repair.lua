--- What small tables of repairs say.

return {
  ["repair.cells"] = {zh = "共{count}格，改为", en = "cells to change: {count}"},
  ["repair.ways"] = {zh = "改法共{count}种，请对照原始数据确定",
                     en = "one of these {count} changes; the original data decide"},
  ["repair.ways_more"] = {zh = "改法共{count}种，列出{shown}种，请对照原始数据确定",
                          en = "one of {count} changes, {shown} of which are shown; the original data decide"},
  ["repair.cells_below"] = {zh = "共{count}格，按下表更正", en = "cells to change: {count}, see the table below"},
  ["repair.ways_below"] = {zh = "改法共{count}种，见下表，请对照原始数据确定",
                           en = "one of {count} changes in the table below; the original data decide"},
  ["repair.ways_more_below"] = {zh = "改法共{count}种，下表列出{shown}种，请对照原始数据确定",
                                en = "one of {count} changes, {shown} of which are in the table below; the original "
                                     .. "data decide"},
  ["repair.row"] = {zh = "行", en = "row"},
  ["repair.column"] = {zh = "列", en = "column"},
  ["repair.now"] = {zh = "现填", en = "now"},
  ["repair.way"] = {zh = "改法{number}", en = "way {number}"},
  ["repair.to"] = {zh = "{from}→{to}", en = "{from}→{to}"},
  ["repair.blank"] = {zh = "未填", en = "blank"},
}

--- What a check says of the causes of sums that fail.

return {
  -- The findings.
  ["cause.cell"] = {
    zh = "{place}{cell}填{actual}{unit}，与所在行、列的合计均不符，改为{expected}{unit}即全部相符，请核改。",
    en = "{place}, {cell} has {actual}{unit}, and the sums of its row and its column fail; "
         .. "with {expected}{unit} all of them hold, please correct."},
  ["cause.cell_sums"] = {
    zh = "{place}{cell}填{actual}{unit}，与所在的合计关系不符（{count}处），改为{expected}{unit}即全部相符，请核改。",
    en = "{place}, {cell} has {actual}{unit}; sums of it that fail: {count}; with {expected}{unit} all of them hold, "
         .. "please correct."},
  ["cause.cells"] = {
    zh = "{place}以下关系不成立：{relations}；改动{size}格即全部成立：{changes}，请核改。",
    en = "{place}: these do not hold: {relations}; with {size} cells changed all of them do: {changes}; "
         .. "please correct."},
  ["cause.choice"] = {
    zh = "{place}以下关系不成立：{relations}；至少须改动{size}格，改法有{count}种，如{changes}，请对照原始数据核改。",
    en = "{place}: these do not hold: {relations}; cells to change: at least {size}; ways: {count}, "
         .. "like {changes}; please correct by the original data."},
  ["cause.unknown"] = {
    zh = "{place}有未填或无法辨认的格，无论填何数，各项合计关系都不能同时成立；"
         .. "至少须改动{size}格，改法有{count}种，如{changes}，请对照原始数据核改。",
    en = "{place}: whatever stands for the cells without a number, the sums cannot all hold; "
         .. "cells to change: at least {size}; ways: {count}, like {changes}; please correct by the original data."},
  ["cause.unknown_cells"] = {
    zh = "{place}有未填或无法辨认的格，无论填何数，各项合计关系都不能同时成立；改动{size}格即可成立：{changes}，请核改。",
    en = "{place}: whatever stands for the cells without a number, the sums cannot all hold; with "
         .. "{size} cells changed they can: {changes}; please correct."},
  ["cause.swap"] = {
    zh = "{place}{cell}填{actual}{unit}，{other}填{other_actual}{unit}，疑相互填反，互换后各项合计均相符，请核改。",
    en = "{place}, {cell} has {actual}{unit} and {other} has {other_actual}{unit}; exchanged, all sums hold, please "
         .. "correct."},
  ["cause.rows"] = {
    zh = "{place}“{one}”行与“{other}”行的数据疑相互填反，互换后各项合计均相符，请核改。",
    en = "{place}: the rows “{one}” and “{other}” seem to be exchanged; the other way round all sums hold, please "
         .. "correct."},
  ["cause.columns"] = {
    zh = "{place}“{one}”列与“{other}”列的数据疑相互填反，互换后各项合计均相符，请核改。",
    en = "{place}: the columns “{one}” and “{other}” seem to be exchanged; the other way round all sums hold, "
         .. "please correct."},
  ["cause.totals"] = {
    zh = "{place}{line}有{size}格填“0”，而分项有数据，疑未汇总；按分项合计依次应为{values}，请核改。",
    en = "{place}, {line}: 0 in {size} cells beside parts above 0; added up they should be {values}, please correct."},
  ["cause.totals_wrong"] = {
    zh = "{place}{line}有{size}格未按分项合计填写，按分项合计依次应为{values}，请核改。",
    en = "{place}, {line}: {size} cells are not what their parts add up to; added up they should be {values}, please "
         .. "correct."},
  ["cause.totals_few"] = {
    zh = "{place}有{size}格总计未按分项合计填写，{values}，请核改。",
    en = "{place}: totals that are not what their parts add up to: {size}; {values}; please correct."},
  ["cause.shift"] = {
    zh = "{place}{line}数据疑整行错位一列，{direction}一列{filled}后依次为{values}，各项合计关系均成立，请核改。",
    en = "{place}, {line}: the whole row seems to stand one column too far; with its values moved one column to the "
         .. "{direction}{filled} they are {values}, and all sums hold; please correct."},
  ["cause.shift_span"] = {
    zh = "{place}{line}{first}至{last}的数据疑错位一列，{direction}一列{filled}后依次为{values}，各项合计关系均成立，请核改。",
    en = "{place}, {line}: the values from {first} to {last} seem to stand one column too far; moved one column to the "
         .. "{direction}{filled} they are {values}, and all sums hold; please correct."},
  ["cause.shift_across"] = {
    zh = "{place}{first}至{last}的数据疑错位一列，{direction}一列{filled}后依次为{values}，各项合计关系均成立，请核改。",
    en = "{place}: the values from {first} to {last} seem to stand one column too far; moved one column to the "
         .. "{direction}{filled} they are {values}, and all sums hold; please correct."},

  -- What they are made of.
  ["cause.cell_name"] = {zh = "“{row}”行“{column}”列", en = "row “{row}”, column “{column}”"},
  ["cause.cell_across"] = {zh = "“{row}”“{column}”", en = "“{row}”, “{column}”"},
  ["cause.elsewhere"] = {zh = "{place}{cell}", en = "{place}, {cell}"},
  ["cause.row_name"] = {zh = "“{label}”行", en = "row “{label}”"},
  ["cause.row_across"] = {zh = "“{label}”", en = "“{label}”"},
  ["cause.column_name"] = {zh = "“{label}”列", en = "column “{label}”"},
  ["cause.value"] = {zh = "{value}{unit}", en = "{value}{unit}"},
  ["cause.between"] = {zh = "{low}至{high}{unit}", en = "{low} to {high}{unit}"},
  ["cause.at_least"] = {zh = "不少于{low}{unit}", en = "at least {low}{unit}"},
  ["cause.at_most"] = {zh = "不多于{high}{unit}", en = "at most {high}{unit}"},
  ["cause.other"] = {zh = "其他数", en = "another number"},
  ["cause.change"] = {zh = "{cell}由{value}{unit}改为{new}", en = "{cell}: {new} for {value}{unit}"},
  ["cause.exchange"] = {zh = "{one}与{other}互换", en = "{one} and {other} exchanged"},
  ["cause.relation"] = {zh = "{title}（{differences}）", en = "{title} ({differences})"},
  ["cause.difference"] = {zh = "{line}相差{value}{unit}", en = "{line}: off by {value}{unit}"},
  ["cause.difference_alone"] = {zh = "相差{value}{unit}", en = "off by {value}{unit}"},
  ["cause.should_be"] = {zh = "{cell}应为{value}", en = "{cell} should be {value}"},
  ["cause.to_left"] = {zh = "左移", en = "left"},
  ["cause.to_right"] = {zh = "右移", en = "right"},
  ["cause.filled"] = {zh = "、{cell}改为{value}", en = " and {cell} set to {value}"},
  ["cause.more"] = {zh = "{list}等{count}处", en = "{list}, … ({count})"},
  ["cause.comma"] = {zh = "、", en = ", "},
  ["cause.semicolon"] = {zh = "；", en = "; "},
}

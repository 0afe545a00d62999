--- Examples for what a page does not show as text, or hides.

local granted = "（一）予以公开</td><td rowspan=\"1\" colspan=\"1\">"
local other = "<p>本年度未收取信息处理费。</p>"

return {
  ["reading.picture"] = {
    fails = {text = {{granted .. "17<", granted .. "<img src=\"s.png\"><"}}},
    passes = {},
  },
  ["reading.hidden"] = {
    fails = {text = {{other, "<div style=\"display:none\">" .. other .. "</div>"}}},
    passes = {},
  },
}

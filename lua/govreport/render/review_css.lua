--- How the pages of a review look: on a screen the report to the left and the findings to the right, on a small one and
-- on paper (A4) one below the other.

local review_css = {}

review_css.base = [[
:root { color-scheme: light; --error: #a8201a; --error-pale: #fde3e0; --warning: #7a4a00; --warning-pale: #ffefcf;
  --info: #1c5a9e; --info-pale: #e3eefb; --notice: #4d4d4d; --notice-pale: #ececec; --good: #1d6b35; --line: #c9c9c9; }
* { box-sizing: border-box; }
html { background: #fff; color: #1b1b1b; -webkit-text-size-adjust: 100%; }
body { margin: 0; font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC",
  "WenQuanYi Micro Hei", sans-serif; font-size: 14px; line-height: 1.6; overflow-wrap: anywhere; }
h1 { font-size: 20px; line-height: 1.4; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 24px 0 8px; }
h3, h4 { font-size: 14px; margin: 0; }
p, ul, dl, table, figure { margin: 0 0 8px; }
a { color: #0b57a4; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: 4px 6px; text-align: left; font-weight: normal;
  vertical-align: middle; }
thead th { background: #f2f2f2; }
.number { text-align: right; white-space: nowrap; }
.verdict { font-size: 16px; font-weight: bold; }
.fail { color: var(--error); }
.review, .undecided { color: var(--warning); }
.pass { color: var(--good); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { color: #555; font-size: 12px; }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  body { font-size: 10pt; }
  h1 { font-size: 15pt; }
  h2 { font-size: 12pt; break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  nav { display: none; }
}
]]

review_css.page = [[
.error { --own: var(--error); --pale: var(--error-pale); }
.warning { --own: var(--warning); --pale: var(--warning-pale); }
.info { --own: var(--info); --pale: var(--info-pale); }
.notice { --own: var(--notice); --pale: var(--notice-pale); }
header, main, footer { padding: 12px 16px 0; }
footer { padding-bottom: 12px; }
main > h2:first-child { margin-top: 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 14px; }
nav a { display: inline-block; min-height: 24px; }
.finding { border: 1px solid var(--line); border-left: 5px solid var(--own); border-radius: 3px; padding: 8px 12px;
  margin: 0 0 10px; scroll-margin: 12px; }
.finding h3 { margin-bottom: 4px; }
.finding h3 a { color: var(--own); text-decoration: none; display: block; }
.finding h3 a:hover { text-decoration: underline; }
.finding p { margin: 0 0 4px; }
.finding .key { color: #555; margin-right: 6px; }
.finding .values b { font-size: 15px; }
.finding .status { color: #555; font-weight: normal; margin-left: 6px; }
.finding table { width: auto; font-size: 12px; margin: 4px 0; }
.finding td { text-align: right; }
.finding td.label { text-align: left; }
.finding td.marked { font-weight: bold; background: var(--pale); }
.finding:target { background: var(--pale); outline: 2px solid var(--own); }
.glyph { font-weight: bold; white-space: nowrap; }
.report h2 { margin-top: 0; }
.report h3 { font-size: 15px; margin: 16px 0 6px; }
.report h4 { margin: 8px 0 2px; }
.report .title { font-size: 17px; font-weight: bold; text-align: center; }
.report p { white-space: pre-line; }
.report p.place { font-size: 12px; color: #555; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 12px; color: #444; }
.legend .glyph { color: var(--own); }
.wide { overflow-x: auto; margin: 0 0 12px; position: relative; }
.report table { font-size: 12px; line-height: 1.35; }
.report .wide table { min-width: 660px; margin: 0; }
.report caption { text-align: left; font-weight: bold; padding: 6px 0 3px; }
.report th, .report td { padding: 3px 4px; }
.report td { text-align: center; }
.report td.blank { background: repeating-linear-gradient(135deg, #fff 0 5px, #ececec 5px 7px); }
.report td.word { color: #555; }
.report .mark, .report td.mark a { color: var(--own); text-decoration: none; scroll-margin: 45vh 60px; }
.report a.mark { border-bottom: 2px solid var(--own); }
.report td a.mark { border: 0; }
.report a.guilty, .report td.guilty { background: var(--pale); }
.report td.mark { box-shadow: inset 0 0 0 2px var(--own); }
.report td.mark a { display: block; line-height: 24px; }
.report td.guilty a { font-weight: bold; }
.report .mark b, .report .mark .glyph { font-size: 11px; margin-left: 2px; white-space: nowrap; }
.sum { font-size: 11px; white-space: nowrap; }
td.holds { color: var(--good); }
td.fails, b.fails { color: var(--error); font-weight: bold; }
tr.sums th, tr.sums td, td.sum, th.sum { background: #f7f7f7; border-style: dashed; }
.flow { overflow-x: auto; }
.flow svg { width: 100%; min-width: 480px; max-width: 620px; height: auto; display: block; }
.numbers td.number { width: 6em; }
@media screen and (min-width: 900px) {
  header, main, footer { margin-left: 60%; }
  .report { position: fixed; left: 0; top: 0; bottom: 0; width: 60%; overflow: auto; padding: 12px 18px;
    border-right: 1px solid var(--line); background: #fff; }
}
@media print {
  .finding, figure, tr, caption { break-inside: avoid; }
  .report { break-before: page; }
  .report h3, .report h4, caption { break-after: avoid; }
  .report > table { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide, .flow { overflow: visible; }
  .report .wide table { min-width: 0; font-size: 8pt; }
  .wide th, .wide td { padding: 2px; }
  .finding:target { background: none; outline: none; }
  .report td, .report .mark, .finding td, .report th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
]]

-- The selectors of some numbers, each made by a pattern in which N stands for the number, with one declaration for all.
local function rule(numbers, pattern, declaration)
  local selectors = {}
  for i, number in ipairs(numbers) do selectors[i] = pattern:gsub("N", number) end
  return table.concat(selectors, ",\n") .. " { " .. declaration .. " }\n"
end

--- The rules that light the marks of the finding that was followed, and of a mark that was followed its finding and
-- its other marks; those in `@supports` only where a browser knows `:has`.
-- @param numbers of the items; none gives no rules
function review_css.links(numbers)
  if #numbers == 0 then return "" end
  local lit = "background: var(--pale); outline: 3px solid var(--own); outline-offset: -1px;"
  return "@media screen {\n" .. rule(numbers, "#fN:target ~ .report .fN", lit)
         .. rule(numbers, "#mN:target", lit)
         .. "@supports selector(:has(a)) {\n" .. rule(numbers, "main:has(#mN:target) .fN", lit)
         .. rule(numbers, "main:has(#mN:target) #fN", "background: var(--pale); outline: 2px solid var(--own);")
         .. "}\n}\n"
end

return review_css

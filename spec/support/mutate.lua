--- Pages gone wrong: what editors, scripts and copying do to tags, one change at a time. A changed page knows of each
-- of its bytes where it stood in the page that was changed first.

local mutate = {}

-- ---- pages that remember ------------------------------------------------------------------------

--- A page: `text`, and `pieces`, list of `{length, origin}`; origin nil for bytes that a change brought in.
function mutate.page(text) return {text = text, pieces = {{#text, 1}}} end

-- Adds the pieces of a range of a page.
local function copy_pieces(page, from, to, pieces)
  local start = 1
  for _, piece in ipairs(page.pieces) do
    local stop = start + piece[1] - 1
    local first, last = math.max(from, start), math.min(to, stop)
    if first <= last then
      pieces[#pieces + 1] = {last - first + 1, piece[2] and piece[2] + first - start}
    end
    start = stop + 1
  end
end

-- A page of parts: strings, and ranges `{from, to}` of another page.
local function build(page, parts)
  local texts, pieces = {}, {}
  for i, part in ipairs(parts) do
    if type(part) == "string" then
      texts[i] = part
      if part ~= "" then pieces[#pieces + 1] = {#part} end
    else
      texts[i] = page.text:sub(part[1], part[2])
      copy_pieces(page, part[1], part[2], pieces)
    end
  end
  return {text = table.concat(texts), pieces = pieces}
end

--- Where a range of a page began in the first one; nil where it is not one whole, unchanged part of that.
function mutate.origin(page, from, to)
  local pieces = {}
  copy_pieces(page, from, to, pieces)
  local origin, length = pieces[1] and pieces[1][2], 0
  for _, piece in ipairs(pieces) do
    if not piece[2] or piece[2] ~= origin + length then return nil end
    length = length + piece[1]
  end
  return length == to - from + 1 and origin or nil
end

-- ---- what stands in a page ----------------------------------------------------------------------

-- The tags: `{start, stop, name, is_end}`, in order. Tags in comments and strings are found as well.
local function tags_of(text)
  local list = {}
  for start, slash, name, stop in text:gmatch("()<(/?)(%a[%w]*)[^<>]*>()") do
    list[#list + 1] = {start = start, stop = stop - 1, name = name:lower(), is_end = slash == "/"}
  end
  return list
end

local function is_start(tag) return not tag.is_end end
local function is_end(tag) return tag.is_end end
local function is_cell(tag) return not tag.is_end and (tag.name == "td" or tag.name == "th") end
local function is_of_table(tag)
  return tag.name == "table" or tag.name == "tbody" or tag.name == "thead" or tag.name == "tr"
end

-- One of the tags, or of those for which `wanted` holds; nil where there is none.
local function some_tag(random, page, wanted)
  local list = {}
  for _, tag in ipairs(tags_of(page.text)) do
    if not wanted or wanted(tag) then list[#list + 1] = tag end
  end
  return #list > 0 and list[random(#list)] or nil
end

local function pick(random, list) return list[random(#list)] end

-- A place between two characters.
local function some_place(random, text)
  local at = random(#text)
  while at > 1 and text:byte(at) and text:byte(at) & 0xC0 == 0x80 do at = at - 1 end
  return at
end

-- A place at a tag, or, now and then, in text.
local function some_edge(random, page)
  local tag = random(4) > 1 and some_tag(random, page)
  if not tag then return some_place(random, page.text) end
  return random(2) == 1 and tag.start or tag.stop + 1
end

local function some_row(random, page) return page.text:find("<[tT][rR].-</[tT][rR]>", random(#page.text)) end

-- The parts of a page in which two ranges, the first in front of the second, change places.
local function swapped(page, a, b, c, d) return {{1, a - 1}, {c, d}, {b + 1, c - 1}, {a, b}, {d + 1, #page.text}} end

-- The parts of a page with a range replaced.
local function replaced(page, from, to, ...)
  local parts = {{1, from - 1}, ...}
  parts[#parts + 1] = {to + 1, #page.text}
  return parts
end

local function inserted(page, at, text) return replaced(page, at, at - 1, text) end

local function tag_text(page, tag) return page.text:sub(tag.start, tag.stop) end

-- A start tag with more in it.
local function with_attribute(page, tag, attribute)
  return inserted(page, tag.start + 1 + #tag.name, " " .. attribute)
end

-- ---- the changes --------------------------------------------------------------------------------

local elements = {"td", "tr", "table", "div", "p", "span", "th", "tbody", "b", "a", "li", "center", "h3"}

local starts = {
  "<td>", "<th>", "<tr>", "<table>", "<tbody>", "<thead>", "<tfoot>", "<caption>", "<col>", "<colgroup>", "<p>",
  "<div>", "<br>", "<hr>", "<form>", "<a>", "<b>", "<font>", "<nobr>", "<li>", "<h2>", "<center>", "<button>",
  "<input type=hidden>", "<select>", "<option>", "<textarea>", "<body>", "<html>", "<head>", "<template>", "<svg>",
  "<math>", "<pre>", "<object>", "<noscript>", "<caption><table>", "<td colspan=2>", "<td rowspan=2>",
  "<table><tr><td>甲<td>乙</table>", "<td>丙</td>", "<tr><td>丁<td>戊</tr>",
}

local ends = {
  "</td>", "</th>", "</tr>", "</table>", "</tbody>", "</thead>", "</caption>", "</p>", "</div>", "</br>", "</form>",
  "</a>", "</b>", "</body>", "</html>", "</select>", "</template>", "</colgroup>", "</>", "</ td>", "</div",
}

local hidden = {
  '<script>var a = "<td>97</td></tr>";</script>', "<script><!-- if (a</b>) <script>x</script> --></script>",
  "<style>td > p { content: '</td>' }</style>", "<!-- <tr><td>97</td></tr> -->", "<![CDATA[<td>97</td>]]>",
  "<textarea><td>97</textarea>", "<title></td></title>", "<iframe><tr><td></iframe>", "<?xml version='1.0' ?>",
  "<noscript><img src=a></noscript>", "<select><option>甲</select>", "<svg><path d='M1'/><title>图</title></svg>",
  "<template><td>97</td></template>", "<!DOCTYPE html>", "<o:p>&nbsp;</o:p>", "<!--[if gte mso 9]><td>97<![endif]-->",
  "<![if !supportMisalignedColumns]>", "<svg><![CDATA[<td>]]></svg>", "<math><mi>x</mi></math>", "<xmp><td></xmp>",
  "<noframes></table></noframes>",
}

local spans = {
  "colspan=2;", 'colspan="-1"', 'colspan="0"', 'rowspan="0"', 'rowspan="99999999999"', 'colspan="1001"', "colspan",
  'rowspan=""', 'colspan=" 2 "', 'colspan="2.9"', 'colspan="+2"', 'rowspan="二"', 'COLSPAN="2"', "rowspan=3",
  'colspan="&#50;"', 'colspan="2" colspan="3"', "rowspan = '2'", 'colspan="300"', "rowspan=-0",
}

local comments = {
  "<!-->", "<!--->", "<!---->", "<!-- x --!>", "<!-- -- -->", "<!- ->", "<!>", "<!--", "-->", "<!--x--", "<?>",
  "<!--!>", "<!-- > -->",
}

local references = {
  "&amp", "&lt", "&nbsp", "&#5", "&#x3", "&#", "&#x;", "&", "&;", "&notin", "&notit;", "&#128;", "&#0;", "&copy",
  "&ltd>", "&#1114112;", "&nbsp;&nbsp", "&#xFF11;", "&ampamp;", "&acE;",
}

local strays = {"<", "&", "< ", "<3", "<-", "<<", "</", "<=", "&&", ">"}

local loose = {"散落", "<b>散落</b>", "<p>散落", "98", "<span>散落</span>", "<a>"}

mutate.list = {
  {"drop_tag", "takes a tag out", function(random, page)
    local tag = some_tag(random, page)
    return tag and replaced(page, tag.start, tag.stop)
  end},
  {"duplicate_tag", "writes a tag twice", function(random, page)
    local tag = some_tag(random, page)
    return tag and inserted(page, tag.start, tag_text(page, tag))
  end},
  {"swap_tags", "lets two neighbouring tags change places", function(random, page)
    local tags = tags_of(page.text)
    if #tags < 2 then return nil end
    local i = random(#tags - 1)
    local a, b = tags[i], tags[i + 1]
    return swapped(page, a.start, a.stop, b.start, b.stop)
  end},
  {"swap_far_tags", "lets two tags anywhere change places", function(random, page)
    local a, b = some_tag(random, page), some_tag(random, page)
    if not a or a.start == b.start then return nil end
    if a.start > b.start then a, b = b, a end
    return swapped(page, a.start, a.stop, b.start, b.stop)
  end},
  {"unclose", "takes an end tag out", function(random, page)
    local tag = some_tag(random, page, is_end)
    return tag and replaced(page, tag.start, tag.stop)
  end},
  {"wrong_end", "makes an end tag that of another element", function(random, page)
    local tag = some_tag(random, page, is_end)
    return tag and replaced(page, tag.start, tag.stop, "</" .. pick(random, elements) .. ">")
  end},
  {"nest", "puts what stands between two tags into an element", function(random, page)
    local tags = tags_of(page.text)
    if #tags == 0 then return nil end
    local i = random(#tags)
    local from, to = tags[i].start, tags[math.min(#tags, i + random(6) - 1)].stop
    local name = pick(random, elements)
    return replaced(page, from, to, "<" .. name .. ">", {from, to}, "</" .. name .. ">")
  end},
  {"truncate", "cuts the page off at a byte", function(random, page) return {{1, random(#page.text)}} end},
  {"inject_start", "puts a start tag in", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, starts))
  end},
  {"inject_end", "puts an end tag in", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, ends))
  end},
  {"inject_hidden", "puts in what browsers do not show, with tags in it", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, hidden))
  end},
  {"unclosed_quote", "takes a quotation mark of an attribute away", function(random, page)
    local places = {}
    for place in page.text:gmatch("[=][\"'][^\"'<>]*()[\"']") do places[#places + 1] = place end
    if #places == 0 then return nil end
    local place = pick(random, places)
    return replaced(page, place, place)
  end},
  {"stray_quote", "puts a quotation mark into a tag", function(random, page)
    local tag = some_tag(random, page)
    return tag and inserted(page, tag.stop, random(2) == 1 and '"' or " '")
  end},
  {"bare_attributes", "writes the attributes of a tag without quotation marks", function(random, page)
    local tag = some_tag(random, page, function(t) return not t.is_end and tag_text(page, t):find '"' ~= nil end)
    return tag and replaced(page, tag.start, tag.stop, (tag_text(page, tag):gsub('"', "")))
  end},
  {"upper_case", "writes a tag in upper case", function(random, page)
    local tag = some_tag(random, page)
    return tag and replaced(page, tag.start, tag.stop, (tag_text(page, tag):upper()))
  end},
  {"odd_span", "gives a cell a span that is none, or too large", function(random, page)
    local tag = some_tag(random, page, is_cell)
    return tag and with_attribute(page, tag, pick(random, spans))
  end},
  {"duplicate_attribute", "gives a tag an attribute twice", function(random, page)
    local tag = some_tag(random, page, is_start)
    return tag and with_attribute(page, tag, 'class="a" rowspan=1 CLASS=b rowspan=2 /')
  end},
  {"cut_entity", "puts in a character reference that is cut short", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, references))
  end},
  {"stray", "puts in < or & without meaning", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, strays))
  end},
  {"cut_tag", "takes the > or the < of a tag away", function(random, page)
    local tag = some_tag(random, page)
    local place = tag and (random(3) == 1 and tag.start or tag.stop)
    return tag and replaced(page, place, place)
  end},
  {"comment", "puts in a comment that is written oddly, or the beginning or end of one", function(random, page)
    return inserted(page, some_edge(random, page), pick(random, comments))
  end},
  {"move_row", "moves a row to another place", function(random, page)
    local from, to = some_row(random, page)
    if not from then return nil end
    local tag = some_tag(random, page, function(t) return t.start > to or t.stop < from end)
    if not tag then return nil end
    if tag.start > to then return {{1, from - 1}, {to + 1, tag.stop}, {from, to}, {tag.stop + 1, #page.text}} end
    return {{1, tag.stop}, {from, to}, {tag.stop + 1, from - 1}, {to + 1, #page.text}}
  end},
  {"repeat_row", "writes a row twice", function(random, page)
    local from, to = some_row(random, page)
    return from and replaced(page, from, to, {from, to}, {from, to})
  end},
  {"drop_row", "takes a row out", function(random, page)
    local from, to = some_row(random, page)
    return from and replaced(page, from, to)
  end},
  {"drop_cell", "takes a cell out", function(random, page)
    local from, to = page.text:find("<t[dh].-</t[dh]>", random(#page.text))
    return from and replaced(page, from, to)
  end},
  {"move_cell", "lets two cells change places", function(random, page)
    local a, b = page.text:find("<t[dh].-</t[dh]>", random(#page.text))
    local c, d
    if a then c, d = page.text:find("<t[dh].-</t[dh]>", b + 1) end
    return c and swapped(page, a, b, c, d)
  end},
  {"loose_text", "puts text into a table, outside of its cells", function(random, page)
    local tag = some_tag(random, page, is_of_table)
    return tag and inserted(page, tag.stop + 1, pick(random, loose))
  end},
}

--- Changes a page.
-- @param except set of names of changes that are not made; may be left out
-- @return the changed page, and the names of the changes
function mutate.apply(random, page, count, except)
  local names = {}
  while #names < count do
    local change
    repeat change = mutate.list[random(#mutate.list)] until not (except and except[change[1]])
    local parts = #page.text > 0 and change[3](random, page)
    if parts then page = build(page, parts) end
    names[#names + 1] = change[1]
  end
  return page, names
end

return mutate

--- Word files, set as official papers are (GB/T 9704): the parts around a body, and the package of all of them, in
-- which there is no date and nothing else that changes from run to run.

local xml = require "govreport.render.xml"

local word_package = {}

local declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
local main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
             .. 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
local types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
local relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

--- How wide the text is: 156 mm, in twentieths of a point, as all lengths of Word are.
word_package.text_width = 8844

-- 版心 156 × 225 mm on A4, the first line 37 mm below the edge.
local section = '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
  .. '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1418" w:gutter="0"/>'
  .. "</w:sectPr>"

-- ---- styles -------------------------------------------------------------------------------------

-- A font for Chinese, with the one for Latin letters and digits beside it.
local function font(name)
  local latin = "Times New Roman"
  return ('<w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/>'):format(latin, latin, name, latin)
end

-- 二号 … 小五 in half points, and what stands for them in English; the lines of the text, in points.
local sizes = {
  zh = {["二号"] = 44, ["三号"] = 32, ["四号"] = 28, ["小四"] = 24, ["五号"] = 21, ["小五"] = 18, line = 28},
  en = {["二号"] = 32, ["三号"] = 24, ["四号"] = 22, ["小四"] = 20, ["五号"] = 19, ["小五"] = 18, line = 18},
}

-- Properties of paragraphs, in the order of their schema.
local whole = '<w:spacing w:line="240" w:lineRule="auto"/>'
local indent = {zh = '<w:ind w:firstLineChars="200" w:firstLine="640"/>', en = ""}
local centre, left, right = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>', '<w:jc w:val="right"/>'

-- The styles: id, name, properties of paragraphs, font and size. All are based on the first.
local function styles_of(lang)
  local line = ('<w:spacing w:line="%d" w:lineRule="exact"/>'):format(sizes[lang].line * 20)
  local title = '<w:spacing w:after="560" w:line="680" w:lineRule="exact"/>'
  local first = indent[lang]
  return {
    {"Normal", "Normal", '<w:widowControl w:val="0"/>' .. line .. '<w:jc w:val="both"/>', "仿宋_GB2312", "三号"},
    {"Title", "Title", "<w:keepNext/>" .. title .. centre, "方正小标宋简体", "二号"},
    {"BodyText", "Body Text", first},
    {"Heading1", "heading 1", "<w:keepNext/>" .. first .. '<w:outlineLvl w:val="0"/>', "黑体", "三号"},
    {"Heading2", "heading 2", "<w:keepNext/>" .. first .. '<w:outlineLvl w:val="1"/>', "楷体_GB2312", "三号"},
    {"Signature", "Signature", '<w:keepLines/><w:ind w:rightChars="400" w:right="1280"/>' .. right},
    {"TableText", "Table Text", whole .. left, "宋体", "五号"},
    {"TableValue", "Table Value", whole .. centre, "宋体", "五号"},
    {"TableSmall", "Table Small", whole .. centre, "宋体", "小五"},
    {"TableHead", "Table Head", "<w:keepNext/>" .. whole .. centre, "黑体", "小四"},
    {"TableBody", "Table Body", whole .. left, "仿宋_GB2312", "小四"},
    {"TableMiddle", "Table Middle", whole .. centre, "仿宋_GB2312", "小四"},
    {"TableEnd", "Table End", '<w:spacing w:line="200" w:lineRule="exact"/>'},
    {"Footer", "footer", whole .. centre, "宋体", "四号"},
  }
end

local function run(lang, name, size)
  local points = sizes[lang][size]
  return ('<w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>'):format(font(name), points, points)
end

local function style(lang, own, is_first)
  local default, based_on = ' w:default="1"', '<w:basedOn w:val="Normal"/>'
  if is_first then based_on = "" else default = "" end
  return ('<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s<w:qFormat/>'
    .. "<w:pPr>%s</w:pPr>%s</w:style>"):format(default, own[1], own[2], based_on, own[3],
                                               own[4] and run(lang, own[4], own[5]) or "")
end

local function styles_part(lang)
  local pieces = {}
  for i, own in ipairs(styles_of(lang)) do pieces[i] = style(lang, own, i == 1) end
  return declaration .. "<w:styles " .. main .. "><w:docDefaults><w:rPrDefault><w:rPr>" .. font "仿宋_GB2312"
    .. '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    .. table.concat(pieces) .. "</w:styles>"
end

-- ---- fonts --------------------------------------------------------------------------------------

-- What stands in where a font is not installed: its name elsewhere, and of which kind it is.
local fonts = {
  {"方正小标宋简体", "华文中宋", "roman"}, {"仿宋_GB2312", "仿宋", "modern"}, {"楷体_GB2312", "楷体", "modern"},
  {"黑体", "SimHei", "modern"}, {"宋体", "SimSun", "roman"},
}

local function fonts_part()
  local pieces = {}
  for i, own in ipairs(fonts) do
    pieces[i] = ('<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="%s"/></w:font>')
      :format(own[1], own[2], own[3])
  end
  return declaration .. "<w:fonts " .. main .. ">" .. table.concat(pieces) .. "</w:fonts>"
end

-- ---- the other parts ----------------------------------------------------------------------------

-- — 1 —
local footer = declaration .. "<w:ftr " .. main .. '><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
  .. '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
  .. '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  .. '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
  .. "</w:p></w:ftr>"

local settings = declaration .. "<w:settings " .. main .. "><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
  .. 'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'

-- The parts of a package, with the endings of their types.
local parts = {
  {"word/document.xml", "document.main"}, {"word/styles.xml", "styles"}, {"word/fontTable.xml", "fontTable"},
  {"word/footer1.xml", "footer"}, {"word/settings.xml", "settings"},
}

local function content_types()
  local pieces = {}
  for i, own in ipairs(parts) do
    pieces[i] = ('<Override PartName="/%s" ContentType="%s%s+xml"/>'):format(own[1], types, own[2])
  end
  return declaration .. '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    .. '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    .. '<Default Extension="xml" ContentType="application/xml"/>' .. table.concat(pieces)
    .. '<Override PartName="/docProps/core.xml" '
    .. 'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
end

-- @param list of `{type, target}`
local function relationships(list)
  local pieces = {}
  for i, own in ipairs(list) do
    pieces[i] = ('<Relationship Id="rId%d" Type="%s" Target="%s"/>'):format(i, own[1], own[2])
  end
  return declaration .. '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    .. table.concat(pieces) .. "</Relationships>"
end

local function core_properties(title)
  return declaration .. '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    .. 'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>' .. xml.text(title)
    .. "</dc:title></cp:coreProperties>"
end

--- A whole file.
-- @param body what stands in its body; see `govreport.render.word_body`
-- @param title of the document
-- @param lang of what stands in it, which says how large it is; Chinese for nil
-- @return bytes; or nil and a code: `docx.missing`, those of `docx.write`
function word_package.write(body, title, lang)
  local is_there, docx = pcall(require, "govreport.docx")
  if not is_there then return nil, "docx.missing" end
  return docx.write{
    {"[Content_Types].xml", content_types()},
    {"_rels/.rels", relationships{
      {relation .. "officeDocument", "word/document.xml"},
      {"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"}}},
    {"word/document.xml", declaration .. "<w:document " .. main .. "><w:body>" .. body .. section
                          .. "</w:body></w:document>"},
    {"word/_rels/document.xml.rels", relationships{
      {relation .. "styles", "styles.xml"}, {relation .. "fontTable", "fontTable.xml"},
      {relation .. "footer", "footer1.xml"}, {relation .. "settings", "settings.xml"}}},
    {"word/styles.xml", styles_part(lang or "zh")}, {"word/fontTable.xml", fonts_part()}, {"word/footer1.xml", footer},
    {"word/settings.xml", settings}, {"docProps/core.xml", core_properties(title)},
  }
end

return word_package

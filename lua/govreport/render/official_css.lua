--- How official papers look (GB/T 9704), as a style sheet for a page that prints on A4: the title in 二号, the text in 三号
-- of 仿宋 with 22 lines of 28 characters on a page, tables with lines, all in black.
--
-- 一号 … 五号 are 26, 22, 16, 14 and 10.5 pt; 版心 is 156 × 225 mm.

return [[
@page { size: A4; margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font-family: "SimSun", "Songti SC", serif; font-size: 14pt; } }
html { background: #fff; color: #000; }
body { font-family: "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif;
  font-size: 16pt; line-height: 28pt; width: 156mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; }
h1 { font-family: "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif CJK SC", "Songti SC", "SimSun", serif;
  font-size: 22pt; line-height: 34pt; font-weight: bold; text-align: center; text-wrap: balance;
  word-break: keep-all; overflow-wrap: anywhere; margin: 0 0 28pt; }
h2 { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-size: 16pt; line-height: 28pt;
  font-weight: normal; text-indent: 2em; margin: 0; break-after: avoid; }
p { margin: 0; text-align: justify; }
p.body { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 6pt 0 14pt; font-size: 12pt;
  line-height: 18pt; }
th, td { border: 0.75pt solid #000; padding: 3pt 4pt; vertical-align: middle; text-align: left;
  overflow-wrap: anywhere; }
th { font-family: "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif; font-weight: normal; text-align: center; }
]]

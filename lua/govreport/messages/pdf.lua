--- PDF files. Fields: path; detail, a program or fonts; pages.

return {
  ["pdf.missing"] = {
    zh = "{path}：读取PDF需要安装poppler-utils和poppler-data（缺少程序{detail}），"
         .. "如Debian、Ubuntu可用“apt install poppler-utils poppler-data”安装；也可提供Word文件。",
    en = "{path}: PDF files need the programs of poppler-utils, with poppler-data ({detail} is not there); on Debian "
         .. "or Ubuntu: apt install poppler-utils poppler-data. Or provide the Word file."},
  ["pdf.scan"] = {
    zh = "{path}：共{count}页，均没有可以读取的文字（可能是扫描件或图片），无法核对；"
         .. "请提供由Word、WPS直接导出的PDF或原Word文件，或经文字识别（OCR）并校对后再核对。",
    en = "{path}: no text could be read on any of its pages ({count}), it seems to be a scan; please provide the PDF "
         .. "as exported from Word or WPS, or the Word file, or have it recognised (OCR) and proofread first."},
  ["pdf.fonts"] = {
    zh = "{path}：文字所用字体没有字符对照表（{detail}），显示正常但无法取得文字，未能核对；"
         .. "请提供原Word文件，或在Word、WPS中重新“另存为PDF”后再核对。",
    en = "{path}: its fonts do not say which characters they show ({detail}), so that the text can be seen and not be "
         .. "read; please provide the Word file, or save it as PDF again from Word or WPS."},
  ["pdf.broken"] = {
    zh = "{path}：PDF文件不完整或已损坏，未能读取；请重新下载或重新导出后再核对。",
    en = "{path}: the PDF is cut or damaged and was not read; please download or export it again."},
  ["pdf.encrypted"] = {
    zh = "{path}：PDF文件设有打开密码，未能读取；请取消密码后另存再核对。",
    en = "{path}: the PDF asks for a password and was not read; please save it without one."},
  ["pdf.limit"] = {
    zh = "{path}：PDF文件过于复杂，程序{detail}在限定的时间和空间内未能读完，未核对；"
         .. "请提供原Word文件，或重新导出后再核对。",
    en = "{path}: the PDF is too complex, {detail} did not end within its limits of time and room; please provide the "
         .. "Word file, or export it again."},
  ["pdf.columns"] = {
    zh = "{path}：第{pages}页左右并排排有两份内容，无法确定先后，未核对；请将两份内容分开，分别提供。",
    en = "{path}: on page {pages} two texts stand side by side, and which lines go together cannot be told; please "
         .. "provide each by itself."},
}

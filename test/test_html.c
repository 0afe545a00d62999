/* Pages and the events they give. */
#include <stdlib.h>

#include "check.h"
#include "document/gr_html.h"
#include "document/gr_sniff.h"
#include "base/gr_memory.h"

/* Writes down what comes and checks that it is in order. In the record text stands as it is, and
 *   |  end of paragraph      T[ ]  table      R  row      ( )  cell, (2x3: with 2 rows and 3 columns      { }  division
 *   /  soft break            &A0;  a character            @name=content;  a fact about the page
 *   < >  hidden, << by itself      #  a picture        _  the foot of a table */
typedef struct record {
  gr_slice source;
  char out[4096];          /* what does not fit is left out */
  size_t size;
  size_t calls, fails_at;  /* the call that fails; 0: none */
  const char *fault;       /* what was out of order */
  size_t last;             /* where the last event began */
  char open[1 << 18];      /* what is: '[' '(' '{' */
  size_t depth, hidden;
  bool in_row, is_empty;   /* nothing was given since the last end */
} record;

static void put(record *r, gr_slice text) {
  if (text.size > sizeof r->out - 1 - r->size) return;
  memcpy(r->out + r->size, text.data, text.size);
  r->size += text.size;
}

static gr_status event(record *r, const char *mark, size_t start, size_t end) {
  if (start < r->last || end < start || end > r->source.size) r->fault = "a range that does not rise";
  r->last = start;
  put(r, slice(mark));
  return ++r->calls == r->fails_at ? GR_LIMIT_ITEMS : GR_OK;
}

static char top(const record *r) { return r->depth == 0 ? '\0' : r->open[r->depth - 1]; }

static void push(record *r, char what) {
  if (r->depth < sizeof r->open) r->open[r->depth++] = what;
  r->is_empty = true;
}

static void pop(record *r, char what) {
  if (top(r) != what) r->fault = "an end that does not match";
  else r->depth--;
  r->is_empty = true;
}

static gr_status on_text(void *context, size_t start, size_t end) {
  record *r = context;
  if (start == end) r->fault = "text that is empty";
  r->is_empty = false;
  put(r, (gr_slice){r->source.data + start, end - start});
  return event(r, "", start, end);
}

static gr_status on_character(void *context, uint32_t character, size_t start, size_t end) {
  record *r = context;
  char mark[16];
  (void)snprintf(mark, sizeof mark, "&%X;", (unsigned)character);
  r->is_empty = false;
  if (start != end && r->source.data[start] != '&') r->fault = "a reference without ampersand";
  return event(r, mark, start, end);
}

static gr_status on_soft_break(void *context, size_t start, size_t end) {
  record *r = context;
  if (start == end) r->fault = "a break of nothing";
  r->is_empty = false;
  return event(r, "/", start, end);
}

static gr_status on_paragraph_end(void *context, size_t start, size_t end) {
  record *r = context;
  if (r->is_empty) r->fault = "an end of nothing";
  r->is_empty = true;
  return event(r, "|", start, end);
}

static gr_status on_table_start(void *context, size_t start, size_t end) {
  record *r = context;
  if (!r->is_empty) r->fault = "a table in a paragraph";
  for (size_t i = r->depth; i > 0 && r->open[i - 1] != '('; i--)
    if (r->open[i - 1] == '[') r->fault = "a table in a table outside of cells";
  push(r, '[');
  r->in_row = false;
  return event(r, "T[", start, end);
}

static gr_status on_table_end(void *context, size_t start, size_t end) {
  record *r = context;
  pop(r, '[');
  r->in_row = true;   /* a table that holds this one is in a cell */
  return event(r, "]", start, end);
}

static gr_status on_row_start(void *context, size_t start, size_t end) {
  record *r = context;
  if (top(r) != '[') r->fault = "a row out of place";
  r->in_row = true;
  return event(r, "R", start, end);
}

static gr_status on_rows_end(void *context, size_t start, size_t end) {
  record *r = context;
  if (top(r) != '[') r->fault = "an end of rows out of place";
  r->in_row = false;
  return event(r, "", start, end);
}

static gr_status on_cell_start(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  record *r = context;
  if (top(r) != '[' || !r->in_row) r->fault = "a cell out of place";
  if (row_span > 65534 || column_span > 1000 || column_span == 0) r->fault = "a span out of bounds";
  char mark[64] = "(";
  if (row_span != 1 || column_span != 1) (void)snprintf(mark, sizeof mark, "(%zux%zu:", row_span, column_span);
  push(r, '(');
  return event(r, mark, start, end);
}

static gr_status on_cell_end(void *context, size_t start, size_t end) {
  record *r = context;
  pop(r, '(');
  return event(r, ")", start, end);
}

static gr_status on_meta(void *context, gr_range name, gr_range content) {
  record *r = context;
  if (name.end <= name.start || content.end < content.start) r->fault = "a fact of nothing";
  if (content.end > r->source.size) r->fault = "a fact from outside";
  put(r, slice("@"));
  put(r, (gr_slice){r->source.data + name.start, name.end - name.start});
  put(r, slice("="));
  put(r, (gr_slice){r->source.data + content.start, content.end - content.start});
  return event(r, ";", name.start < content.start ? name.start : content.start, name.end);
}

static gr_status on_division_start(void *context, size_t start, size_t end) {
  record *r = context;
  if (!r->is_empty) r->fault = "a division in a paragraph";
  push(r, '{');
  return event(r, "{", start, end);
}

static gr_status on_division_end(void *context, size_t start, size_t end) {
  record *r = context;
  if (!r->is_empty) r->fault = "a paragraph without end in a division";
  pop(r, '{');
  return event(r, "}", start, end);
}

static gr_status on_hidden_start(void *context, bool alone, size_t start, size_t end) {
  record *r = context;
  r->hidden++;
  return event(r, alone ? "<<" : "<", start, end);
}

static gr_status on_hidden_end(void *context, size_t start, size_t end) {
  record *r = context;
  if (r->hidden == 0) r->fault = "an end of nothing hidden";
  else r->hidden--;
  return event(r, ">", start, end);
}

static gr_status on_picture(void *context, size_t start, size_t end) { return event(context, "#", start, end); }

static gr_status on_foot_start(void *context, size_t start, size_t end) {
  record *r = context;
  if (top(r) != '[') r->fault = "a foot out of place";
  return event(r, "_", start, end);
}

/* The record of a page that is read from a block of its own size. It stays valid until the next one. */
static record *read_page(gr_slice source, size_t fails_at, gr_status *status, uint64_t *work) {
  static record r;
  memset(&r, 0, offsetof(record, open));
  r.depth = r.hidden = 0;
  r.in_row = false;
  r.is_empty = true;
  r.fails_at = fails_at;
  char *copy = malloc(source.size + 1);
  if (copy == NULL) abort();
  char *block = copy + 1;   /* the page ends where the block does */
  memcpy(block, source.data, source.size);
  r.source = (gr_slice){block, source.size};
  gr_builder builder = {GR_BUILDER_VERSION, &r,           on_text,         on_character,  on_soft_break,
                        on_paragraph_end,   on_table_start, on_table_end,  on_row_start,  on_rows_end,
                        on_cell_start,      on_cell_end,  on_meta,         on_division_start, on_division_end,
                        on_hidden_start,    on_hidden_end, on_picture,     on_foot_start};
  gr_memory memory;
  gr_memory_init(&memory, NULL);
  *work = 0;
  size_t cut;
  *status = gr_html_read(&memory, r.source, 0, &builder, &cut, work);
  if (memory.used != 0) r.fault = "memory that is not given back";
  if (*status == GR_OK && r.hidden != 0) r.fault = "something hidden that does not end";
  if (*status == GR_OK && r.depth != 0) r.fault = "something that stays open";
  if (*status == GR_OK && !r.is_empty) r.fault = "a paragraph that stays open";
  gr_memory_close(&memory);
  free(copy);
  r.source = source;
  return &r;
}

/* ---- examples --------------------------------------------------------------------------------- */

typedef struct example {
  const char *page, *events;
} example;

static const example markup[] = {
    {"", ""},
    {" \n\t", ""},
    {"a", "a|"},
    {"\xEF\xBB\xBF" "a", "a|"},
    {"\xEF\xBB\xBF \n<p>", ""},
    {"a < b <= c <1> d", "a < b <= c <1> d|"},
    {"a<", "a<|"},
    {"a</", "a</|"},
    {"a</>b", "ab|"},
    {"a</ p>b", "ab|"},
    {"a</1>b", "ab|"},
    {"a<中>b", "a<中>b|"},
    {"<<p>a", "<|a|"},
    {"a<b", "a|"},
    {"a</b", "a|"},
    {"a<?xml version='>'?>b", "a'?>b|"},
    {"a<?", "a|"},
    {"a<!", "a|"},
    {"a<!x>b", "ab|"},
    {"<!DOCTYPE html PUBLIC \"-//W3C//DTD\">\n<p>a", "a|"},
    {"a<![CDATA[b>c]]>d", "ac]]>d|"},
    {"a<![if !IE]>b<![endif]>c", "abc|"},
    {"a<!-- <p> -- > - -> -->b", "ab|"},
    {"a<!-->b", "ab|"},
    {"a<!--->b", "ab|"},
    {"a<!---->b", "ab|"},
    {"a<!----!>b", "ab|"},
    {"a<!---!>b-->c", "ac|"},
    {"a<!--!>b-->c", "ac|"},
    {"a<!-- --!>b", "ab|"},
    {"a<!-- --->b", "ab|"},
    {"a<!-- --!-->b", "ab|"},
    {"a<!-- <!-- -->b", "ab|"},
    {"a<!-b-->c", "ac|"},
    {"a<!-- b", "a|"},
    {"a<!--", "a|"},
    {"a<!--[if IE]><p>b<![endif]-->c", "ac|"},
};

#define GONE " style=\"display:none\""
#define STRUCK " style='text-decoration: line-through'"

/* What hides what, and how far. */
static const example hidden[] = {
    {"a<span" GONE ">b</span>c", "a<b>c|"},
    {"a<span style='DISPLAY: none'>b</span>c", "a<b>c|"},
    {"a<span style='color:red;display : none ! important'>b</span>c", "a<b>c|"},
    {"a<span style=visibility:hidden>b</span>c", "a<b>c|"},
    {"a<span style='display:none;display:inline'>b</span>c", "abc|"},
    {"a<span style='display:none !important;display:inline'>b</span>c", "a<b>c|"},
    {"a<span style='display:block;direction:ltr;overflow:hidden'>b</span>c", "abc|"},
    {"a<span style='/*x*/display:none'>b</span>c", "a<b>c|"},
    {"a<b hidden>b</b>c<i hidden=''>d</i>e", "a<b>c<d>e|"},
    {"a<b class=x hidden>b</b>c<i hidden id=y>d</i>e", "a<b>c<d>e|"},
    {"a<b data-x='hidden' title=hidden>b</b>c", "abc|"},
    {"a<b" GONE ">b<b>c</b>d</b>e", "a<bcd>e|"},
    {"a<b" GONE ">b<i" GONE ">c</i>d</b>e", "a<b<c>d>e|"},
    {"a<b" GONE ">b<b" GONE ">c</b>d</b>e", "a<b<c>d>e|"},
    {"a<br" GONE ">b<input type=hidden" GONE ">c<img" GONE ">d", "a/bc#d|"},
    {"<p>a</p><p" GONE ">b</p><p>c</p>", "a|<b|>c|"},
    {"<p>a<p" GONE ">b<p>c", "a|<b>|c|"},
    {"<p>a<p" GONE ">b<div>c</div>", "a|<b>|{c|}"},
    {"<p>a<span" GONE ">b</p><p>c", "a<b>|c|"},
    {"<ul><li>a<li" GONE ">b<ul><li>c</ul><li>d</ul>e", "a|<b|c|>d|e|"},
    {"<ul><li>a<li" GONE ">b</ul>c", "a|<b>|c|"},
    {"<ul" GONE "><li>a<ul><li>b</ul></ul>c", "<a|b|>c|"},
    {"<dl><dt>a<dd" GONE ">b<dt>c</dl>", "a|<b>|c|"},
    {"<div" GONE ">a<div>b</div>c</div>d", "<<{a|{b|}c|}>d|"},
    {"<div><div" GONE ">a</div>b<span" GONE ">c</div>d", "{<<{a|}>b<c>|}d|"},
    {"<div" GONE ">a<span" GONE ">b</div>c", "<<{a<b>|}>c|"},
    {"<pre" GONE ">a</pre>b", "<<a|>b|"},
    {"<div" GONE ">a", "<<{a|}>"},
    {"<span" GONE ">a", "<a>|"},
    {"<table><tr><td>a<td" GONE ">b<td>c</table>", "T[R(a)<(b)>(c)]"},
    {"<table><tr><td>a<td style='visibility:hidden'>b<td>c</table>", "T[R(a)(<b>)(c)]"},
    {"<table><tr><td>a<span" GONE ">b<td>c</table>", "T[R(a<b>)(c)]"},
    {"<table><tr><td>a<tr hidden><td>b<tr><td>c</table>", "T[R(a)<R(b)>R(c)]"},
    {"<table><tr><td>a</tr><tr hidden><td>b</tr></table>c", "T[R(a)<R(b)>]c|"},
    {"<table><tbody hidden><tr><td>a<tbody><tr><td>b</table>", "T[<R(a)>R(b)]"},
    {"<table><tbody hidden><tr><td>a</tbody><tr><td>b</table>", "T[<R(a)>R(b)]"},
    {"<table><caption hidden>a</caption><tr><td>b</table>", "T[<a|>R(b)]"},
    {"<table" GONE "><tr><td>a<table><tr><td>b</table></table>c", "<<T[R(a|T[R(b)])]>c|"},
    {"<table><tr><td>a<div" GONE ">b</table>c", "T[R(a|<<{b|}>)]c|"},
    {"a<svg" GONE "><text hidden>b</text></svg>c", "a<#b>c|"},
    {"a<template><b" GONE ">b</b></template>c", "ac|"},
    {"a<span" STRUCK ">b</span>c", "a/b/c|"},
    {"a<span" STRUCK ">b<span>c</span></span>d", "a/bc/d|"},
    {"<p" STRUCK ">a</p>b", "a|b|"},
    {"a<span style='text-decoration:underline'>b</span>c", "abc|"},
};

/* What the page's own style sheets say. */
static const example sheets[] = {
    {"<style>.x{display:none}</style>a<b class=x>b</b>c<b class='y x z'>d</b>e<b class=xx>f</b>", "a<b>c<d>ef|"},
    {"a<b class=x>b</b>c<style>.x{display:none}</style>", "a<b>c|"},
    {"<style>b.x , #y{visibility:hidden}</style>a<b class=x>b</b><i class=x>c</i><i id=y>d</i>", "a<b>c<d>|"},
    {"<style>.x.y{display:none}</style>a<b class=x>b</b><b class='y x'>c</b>", "ab<c>|"},
    {"<style>del{display:none}</style>a<del>b</del>c", "a</b/>c|"},
    {"<style>.x{text-decoration:line-through}</style>a<b class=x>b</b>c", "a/b/c|"},
    {"<style>.x{display:none}.x{display:block}</style>a<b class=x>b</b>", "ab|"},
    {"<style>#y{display:inline}.x{display:none}</style>a<b class=x id=y>b</b>", "ab|"},
    {"<style>.x{display:none}b{display:inline}</style>a<b class=x>b</b>", "a<b>|"},
    {"<style>.x{display:none}.x.on{display:block}</style>a<b class='x on'>b</b><b class=x>c</b>", "ab<c>|"},
    {"<style>.x{display:none}</style>a<b class=x style='display:inline'>b</b>", "ab|"},
    {"<style>.x{display:none!important}</style>a<b class=x style='display:inline'>b</b>", "a<b>|"},
    {"<style>.y{display:none}.x{display:inline}</style>a<b class=x hidden>b</b>", "ab|"},
    {"<style><!-- /* .y{} */ .x{display:none} --></style>a<b class=x>b</b>", "a<b>|"},
    {"<style>/* a, b { */.x{color:red;/* c: d; */display:none}</style>a<b class=x>b</b>", "a<b>|"},
    {"<style>@media screen{.x{display:none}}.y{display:none}</style>a<b class=x>b</b><b class=y>c</b>", "a<b><c>|"},
    {"<style>@media print,ALL{.x{display:none}}</style>a<b class=x>b</b>", "a<b>|"},
    {"<style>@media print{.x{display:none}}.y{display:none}</style>a<b class=x>b</b><b class=y>c</b>", "ab<c>|"},
    {"<style>@media (max-width:9em){.x{display:none}}</style>a<b class=x>b</b>", "ab|"},
    {"<style media=print>.x{display:none}</style>a<b class=x>b</b>", "ab|"},
    {"<style media=screen>.x{display:none}</style>a<b class=x>b</b>", "a<b>|"},
    {"<style>@import 'y';@charset \"z\";.x{display:none}</style>a<b class=x>b</b>", "a<b>|"},
    {"<style>div .x,.x>b,.x:hover,.x[y],*{display:none}</style>a<b class=x>b</b>", "ab|"},
    {"<!--<style>.x{display:none}</style>-->a<b class=x>b</b>", "ab|"},
    {"<script>'<style>.x{display:none}</style>'</script>a<b class=x>b</b>", "ab|"},
    {"<style>.x{display:none", ""},
    {"<style>.x{display:none}</style>", ""},
};

/* Pictures, boxes and feet. */
static const example seen[] = {
    {"a<img src=x>b<canvas></canvas><embed><object></object>", "a#b###|"},
    {"<svg><svg></svg></svg>a<img width=1 height=1><img height='1'>", "#a|"},
    {"<input>a<input type=text><input value=''><input value=' '>", "#a###|"},
    {"a<input value='12'><input type=number value=3&amp;4>b", "a123&26;4b|"},
    {"a<input type=hidden value=1><input type=submit value=b><input TYPE=Checkbox><input type=radio>", "a|"},
    {"a<input type=password value=b><input type=image>", "a##|"},
    {"a<textarea> b&lt;c </textarea>d<textarea></textarea>", "ab&3C;c d#|"},
    {"<table><tfoot><tr><td>a<tbody><tr><td>b</table>", "T[_R(a)R(b)]"},
};

static const example tags[] = {
    {"a<span>b</span>c", "abc|"},
    {"a<o:p>b</o:p>c<st1:date year='2024'>d</st1:date>", "abcd|"},
    {"a<P>b</P >c", "a|b|c|"},
    {"a<p/>b<p / >c", "a|b|c|"},
    {"a<p\n\t>b", "a|b|"},
    {"a<px>b<pre-x>c<tdx>d", "abcd|"},
    {"a<p\"x\">b", "ab|"},
    {"a<p title='>'>b", "a|b|"},
    {"a<p title=\">\">b", "a|b|"},
    {"a<p title = \n '>'>b", "a|b|"},
    {"a<p title=>b", "a|b|"},
    {"a<p title=x>b", "a|b|"},
    {"a<p title=x\">b\">c", "a|b\">c|"},
    {"a<p \">b\">c", "a|b\">c|"},
    {"a<p x\">b\">c", "a|b\">c|"},
    {"a<p =\">b\">c", "a|b\">c|"},
    {"a<p x==\">b\">c", "a|b\">c|"},
    {"a<p x='1'y='>'>b", "a|b|"},
    {"a<p x/='>'>b", "a|'>b|"},
    {"a<p x='\">'>b", "a|b|"},
    {"a<p title='>b</p>c", "a|"},
    {"a<p title=\">b</p>c'", "a|"},
    {"a<p title", "a|"},
    {"a<p title=", "a|"},
    {"a<p title='x'", "a|"},
    {"a</p title='>'>b", "a|b|"},
    {"a<br>b<br/>c<BR clear=all>d</br>e", "a/b/c/d/e|"},
    {"<br>", "/|"},
    {"<p><br></p> <p>a</p>", "/|a|"},
    {"<p> <b> </b> a</p>", " a|"},
    {"<p><b>a</b> <b>b</b></p>", "a b|"},
    {"<p>a </p> <p> b</p>\n", "a | b|"},
    {"<hr>a<hr>b<h1>c</h1>d<ul><li>e<li>f</ul>g", "a|b|c|d|e|f|g|"},
    {"<dl><dt>a<dd>b</dl>c<blockquote>d</blockquote>e<address>f", "a|b|c|d|e|f|"},
    {"<fieldset><legend>a</legend>b</fieldset><details><summary>c</summary>d</details>e", "a|b|c|d|e|"},
    {"<figure>a<figcaption>b</figure>c<menu>d</menu>e<dir>f</dir>g<dialog>h", "a|b|c|d|e|f|g|h|"},
    {"<select><optgroup><option>a<option>b</select>c", "a|b|c|"},
    {"a<button>b</button><label>c</label>", "abc|"},
    {"<html><head></head><p>a</html>\n", "a|"},
    {"<pre>a\nb\r\nc\rd</pre>e\nf", "a/b/c/d|e\nf|"},
    {"<pre>\na</pre><pre>\r\nb</pre><pre>\n\nc</pre>", "a|b|/c|"},
    {"<pre>a<b>\n</b>b\n</pre>", "a/b/|"},
    {"<pre>a<pre>b\n</pre>c\n</pre>d\n", "a|b/|c/|d\n|"},
    {"<pre>&lt;\n&#10;</pre>", "&3C;/&A;|"},
    {"<div><pre>a</div>b\nc", "{a|}b\nc|"},
    {"<table><td><pre>a<td>b\nc</table>d\ne", "T[R(a|)(b\nc)]d\ne|"},
};

static const example raw[] = {
    {"a<script>b</script>c", "ac|"},
    {"a<SCRIPT>b</p></Script x='>'>c", "ac|"},
    {"a<script>b</script/>c<script>d</script\n>e", "ace|"},
    {"a<script>b</scripts></script", "a|"},
    {"a<script>b</script >c", "ac|"},
    {"a<script>if (a<b) '</p>'</script>c", "ac|"},
    {"a<script><!-- b //--></script>c", "ac|"},
    {"a<script><!-- b </script>c", "ac|"},
    {"a<script><!-- '<script>b</script>' --></script>c", "ac|"},
    {"a<script><!-- <script>b</script> </script>c", "ac|"},
    {"a<script><!-- <script>b--></script>c</script>d", "acd|"},
    {"a<script><!--><script></script>c", "ac|"},
    {"a<script><!-- <scripts></script>c", "ac|"},
    {"a<script>'<script>'</script>c", "ac|"},
    {"a<script>b", "a|"},
    {"a<style>p > a { }</style>b", "ab|"},
    {"a<style><!-- </style>b", "ab|"},
    {"a<noscript><p>b</p></noscript>c", "ac|"},
    {"a<iframe src='x'><p></iframe>b<noframes><p></noframes>c<xmp><p></xmp>d<noembed><p></noembed>e", "abcde|"},
    {"a<textarea>b</p></textarea>c", "ab</p>c|"},
    {"a<template>b<template>c</template><td>d<script></template></script></template>e", "ae|"},
    {"a</template>b<template>c", "ab|"},
    {"<table><template><td>a</td></template><td>b</table>", "T[R(b)]"},
    {"a<script/>b</script>c", "ac|"},
    {"<svg><style/><title>a</title><title/><path d='x'/></svg>b", "#b|"},
    {"<svg><p>a<style/>b</style>c", "#ac|"},
    {"<title>a &amp; <b></title>b", "@title=a &amp; <b>;b|"},
    {"<TITLE lang=zh> a </TiTle >b", "@TITLE= a ;b|"},
    {"<title></title>", "@title=;"},
    {"<title>a", "@title=a;"},
    {"<template><title>a</title><meta name=b content=c></template>", ""},
    {"<meta name=\"author\" content='a b'>", "@author=a b;"},
    {"<META CONTENT=x Name=y>", "@y=x;"},
    {"<meta property='og:title' content=\"a>b\" />", "@og:title=a>b;"},
    {"<meta name=a property=b content=c><meta name=a content>", "@a=c;@a=;"},
    {"<meta name=a name=b content=c content=d>", "@a=c;"},
    {"<meta name=a><meta content=b><meta name='' content=c><meta names=a content=b>", ""},
    {"<meta http-equiv=refresh content=1>", ""},
    {"<p>a<meta name=b content=c>d</p>", "a@b=c;d|"},
    {"</meta name=a content=b></title></script></style>a", "a|"},
};

static const example references[] = {
    {"&lt;a&gt;", "&3C;a&3E;|"},
    {"a&nbsp;b", "a&A0;b|"},
    {"<p>&nbsp;</p>", "&A0;|"},
    {"&notit; &notin; &notin", "&AC;it; &2209; &AC;in|"},
    {"a & b &", "a & b &|"},
    {"a&b;c", "a&b;c|"},
    {"&&amp&amp;&", "&&26;&26;&|"},
    {"&NotEqualTilde;x", "&2242;&338;x|"},
    {"&#20013;&#x4E2d;&#X4e2D;", "&4E2D;&4E2D;&4E2D;|"},
    {"&#65a&#65 &#65", "&41;a&41; &41;|"},
    {"&#x41g&#x41", "&41;g&41;|"},
    {"&#;&#x;&#xg;&#a;&#", "&#;&#x;&#xg;&#a;&#|"},
    {"&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;", "&FFFD;&FFFD;&FFFD;&FFFD;&FFFD;|"},
    {"&#x100000041;&#4294967361;", "&FFFD;&FFFD;|"},
    {"&#x80;&#150;&#147;&#148;&#x81;&#x9F;&#xA0;", "&20AC;&2013;&201C;&201D;&81;&178;&A0;|"},
    {"&#x10FFFF;&#xFFFE;&#1;&#13;", "&10FFFF;&FFFE;&1;&D;|"},
    {"&am<b>p;", "&amp;|"},
    {"&<p>amp;", "&|amp;|"},
    {"<table><td colspan='&#50;'>&lt;</table>", "T[R(&3C;)]"},
};

static const example tables[] = {
    {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "T[R(a)(b)R(c)]"},
    {"<TABLE><TR><TH>a<TD>b<TR><TD>c</TABLE>", "T[R(a)(b)R(c)]"},
    {"<table>\n <tbody>\n <tr>\n <td> a </td>\n </tr>\n </tbody>\n</table>\n", "T[R( a )]"},
    {"<table><td>a</table>b", "T[R(a)]b|"},
    {"<table><td>a", "T[R(a)]"},
    {"<table><td>a<tr><td>b", "T[R(a)R(b)]"},
    {"<table><tr><tr><td></tr></table>", "T[RR()]"},
    {"<table></table><table>", "T[]T[]"},
    {"a<table><td>b</table>c", "a|T[R(b)]c|"},
    {"<p>a<table><td>b</table></p>c", "a|T[R(b)]c|"},
    {"<table><td>a</td></tr><td>b</td></table>", "T[R(a)R(b)]"},
    {"<table><td>a</tr></td></tr></table></table>b", "T[R(a)]b|"},
    {"<table><td>a</th>b</td></td><th>c</td>d</th></table>", "T[R(ab)(cd)]"},
    {"<table><thead><tr><th>a<tbody><tr><td>b<tfoot><td>c</table>", "T[R(a)R(b)_R(c)]"},
    {"<table><thead><td>a</thead><td>b</tbody><td>c</table>", "T[R(a)R(b)R(c)]"},
    {"<table><tbody><td>a</thead>b</tfoot>c</caption>d</colgroup>e</tbody></tbody><td>f</table>", "T[R(abcde)R(f)]"},
    {"<table><colgroup><col><col></colgroup><col><td>a<col><td>b</table>", "T[R(a)R(b)]"},
    {"<table><caption>a <b>b</b> <b>c</b></caption><td>d</table>", "T[a b c|R(d)]"},
    {"<table><caption>a<tr><td>d</table>", "T[a|R(d)]"},
    {"<table><caption>a<td>d</caption>e</table>", "T[a|R(de)]"},
    {"<table><td>a<caption>b</caption><td>c</table>", "T[R(a)b|R(c)]"},
    {"<table><caption><div>a</caption>b</div>c</table>", "T[{a|}bc|]"},
    {"<table>a<tr>b<td>c</td> d </tr>e</table>f", "T[a|Rb|(c) d |e|]f|"},
    {"<table> <b> </b> <tr> <i> </i> <td> </td> </tr> </table>", "T[R()]"},
    {"<table>a<b> </b>b</table>", "T[ab|]"},
    {"<table><p>a</p><tr><td>b</table>", "T[a|R(b)]"},
    {"<table><br><td>b</table>", "T[/|R(b)]"},
    {"a</td>b<td>c</th>d<tr>e</tr>f<tbody>g</tbody>h<caption>i</caption>j<col>k</table>l",
     "a|b|c|d|e|f|g|h|i|j|kl|"},
    {"<table><td><p>a</p><p>b</p></td></table>", "T[R(a|b|)]"},
    {"<table><td>a<br>b<p>c</td></table>", "T[R(a/b|c)]"},
    {"<table><td>a</p>b</li>c</table>", "T[R(a|b|c)]"},
    {"<table><td>a<table><td>b</table>c</table>d", "T[R(a|T[R(b)]c)]d|"},
    {"<table><td>a<table><td>b<td>c<tr><td>d</table></td><td>e</table>", "T[R(a|T[R(b)(c)R(d)])(e)]"},
    {"<table><td><table><td><table><td>a", "T[R(T[R(T[R(a)])])]"},
    {"<table><td>a<table></td></tr></table>b</table>c", "T[R(a|T[]b)]c|"},
    {"<table><tr><td>a</td><table><td>b</table>c</table>d", "T[R(a)]T[R(b)]cd|"},
    {"<table><table><table><td>a</table></table>", "T[]T[]T[R(a)]"},
    {"<table><tbody><table><td>a", "T[]T[R(a)]"},
    {"<table><td>a</table></td></tr></table><p>b", "T[R(a)]b|"},
};

static const example spans[] = {
    {"<table><td rowspan=2 colspan=3>a", "T[R(2x3:a)]"},
    {"<table><th COLSPAN='3' RowSpan=\"2\">a", "T[R(2x3:a)]"},
    {"<table><td colspan=\"2;\">a", "T[R(1x2:a)]"},
    {"<table><td colspan=' \n+2px'>a", "T[R(1x2:a)]"},
    {"<table><td colspan=0>a<td colspan=x>b<td colspan=''>c<td colspan>d<td colspan=-2>e<td colspan='- 2'>f",
     "T[R(a)(b)(c)(d)(e)(f)]"},
    {"<table><td colspan=+>a<td colspan=-0>b<td colspan=１>c", "T[R(a)(b)(c)]"},
    {"<table><td colspan=1000>a<td colspan=1001>b<td colspan=99999999999999999999999>c",
     "T[R(1x1000:a)(1x1000:b)(1x1000:c)]"},
    {"<table><td rowspan=0>a<td rowspan=-0>b<td rowspan=-1>c<td rowspan=a>d", "T[R(0x1:a)(0x1:b)(c)(d)]"},
    {"<table><td rowspan=65534>a<td rowspan=65535>b<td rowspan=18446744073709551618>c",
     "T[R(65534x1:a)(65534x1:b)(65534x1:c)]"},
    {"<table><td colspan=2 colspan=3>a<td colspan colspan=3>b<td xcolspan=2 colspanx=3>c", "T[R(1x2:a)(b)(c)]"},
    {"<table><td style='colspan=2'>a<td x=colspan=2>b<td colspan = 2>c<td/colspan=2>d", "T[R(a)(b)(1x2:c)(1x2:d)]"},
    {"<table><td colspan=2/>a<td rowspan=2 name=x content=y>b", "T[R(1x2:a)(2x1:b)]"},
    {"<table><td rowspan=2>a<td>b", "T[R(2x1:a)(b)]"},
};

static const example divisions[] = {
    {"a<div>b</div>c", "a|{b|}c|"},
    {"<div> <div>a</div> </div>", "{{a|}}"},
    {"<div><section><article><main>a</div>b", "{{{{a|}}}}b|"},
    {"<aside><nav><header><footer><center>a", "{{{{{a|}}}}}"},
    {"<div>a</section>b</div>c", "{ab|}c|"},
    {"a</div>b</div>c", "abc|"},
    {"<div>a<p>b<div>c</p>d</div>e</div>f", "{a|b|{c|d|}e|}f|"},
    {"<div><section></div>a</section>b", "{{}}ab|"},
    {"<form>a<form>b</form>c</form>d", "{a|b|}cd|"},
    {"<table><form><tr><td>a</form>b</td></tr></form></table>c", "T[{}R(ab)]c|"},
    {"<div><table><td>a</div>b</table>c</div>d", "{T[R(ab)]c|}d|"},
    {"<table><td><div>a<td>b</div>c</table>d", "T[R({a|})(bc)]d|"},
    {"<table><td><div><section>a</div>b</section>c</table>d", "T[R({{a|}}bc)]d|"},
    {"<table><td><div>a</table>b</div>c", "T[R({a|})]bc|"},
    {"<div><table><div>a</table>b</div>c", "{T[{a|}]b|}c|"},
    {"<div><table></div><tr></div><td>a</table>b</div>c", "{T[R(a)]b|}c|"},
    {"<div><table><td><table><div>a<td>b<div>c", "{T[R(T[{a|}R(b|{c|})])]}"},
    {"<html><head><title>a</title></head><body class=x><div>b</div></body></html>\n", "@title=a;{{b|}}"},
    {"<body>a<body>b</body>c</body>d", "{a|b|c|d|}"},
    {"<div>a<body>b</body></html>c</div>d", "{a|b|c|}d|"},
    {"<div", ""},
    {"<div><div></div", "{{}}"},
};

static void gives(const char *name, const example *examples, size_t count) {
  for (size_t i = 0; i < count; i++) {
    gr_status status;
    uint64_t work;
    test("html, %s: %s", name, show(slice(examples[i].page)));
    record *r = read_page(slice(examples[i].page), 0, &status, &work);
    CHECK_STATUS(status, GR_OK);
    CHECK_SLICE(((gr_slice){r->out, r->size}), examples[i].events);
    CHECK_THAT(r->fault == NULL, "%s", r->fault);
    size_t calls = r->calls;
    for (size_t k = 1; k <= calls; k++) {   /* each event fails in its turn */
      r = read_page(slice(examples[i].page), k, &status, &work);
      CHECK_THAT(status == GR_LIMIT_ITEMS && r->calls == k, "failure %zu: %s after %zu calls", k,
                 gr_status_name(status), r->calls);
      CHECK_THAT(r->fault == NULL || strstr(r->fault, "memory") == NULL, "%s", r->fault);
    }
  }
}

/* ---- ranges ----------------------------------------------------------------------------------- */

static struct {
  size_t start[64], end[64], count;
} places;

static gr_status place(void *context, size_t start, size_t end) {
  (void)context;
  places.start[places.count] = start;
  places.end[places.count++] = end;
  return GR_OK;
}

static gr_status place_character(void *context, uint32_t character, size_t start, size_t end) {
  (void)character;
  return place(context, start, end);
}

static gr_status place_cell(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  (void)row_span;
  (void)column_span;
  return place(context, start, end);
}

static gr_status place_meta(void *context, gr_range name, gr_range content) {
  (void)place(context, name.start, name.end);
  return place(context, content.start, content.end);
}

static gr_status place_hidden(void *context, bool alone, size_t start, size_t end) {
  (void)alone;
  return place(context, start, end);
}

static const struct {
  const char *page;
  const char *ranges;   /* pieces of the page, with a bar behind each; an empty one is the place of an implied event */
} range_examples[] = {
    {"a<br >b</p >c", "a|<br >|b|</p >|c||"},
    {"<div x>a</div >", "<div x>|a||</div >|"},
    {"<pre>a\r\nb</pre>", "a|\r\n|b|</pre>|"},
    {"<table x><tr><td y>a</td ></tr></table >", "<table x>|<tr>|<td y>|a|</td >|</table >|"},
    {"<table><td>a<td>b<tr>c", "<table>||<td>|a||<td>|b||<tr>|c|||"},
    {"a&lt;b&#65;&bne;", "a|&lt;|b|&#65;|&bne;|||"},
    {"<meta content='x y' name=z><title >t</title>", "z|x y|title|t|"},
};

static void gives_ranges(void) {
  for (size_t i = 0; i < COUNT(range_examples); i++) {
    test("html, ranges: %s", show(slice(range_examples[i].page)));
    gr_builder builder = {GR_BUILDER_VERSION, NULL,  place, place_character, place,      place, place,
                          place,              place, place, place_cell,      place,      place_meta, place, place,
                          place_hidden,       place, place, place};
    gr_memory memory;
    gr_memory_init(&memory, NULL);
    uint64_t work = 0;
    size_t cut;
    places.count = 0;
    CHECK_STATUS(gr_html_read(&memory, slice(range_examples[i].page), 0, &builder, &cut, &work), GR_OK);
    gr_memory_close(&memory);
    char out[512];
    size_t size = 0;
    for (size_t k = 0; k < places.count; k++)
      size += (size_t)snprintf(out + size, sizeof out - size, "%.*s|", (int)(places.end[k] - places.start[k]),
                               range_examples[i].page + places.start[k]);
    CHECK_SLICE(((gr_slice){out, size}), range_examples[i].ranges);
  }
}

/* ---- work ------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *before, *unit;
} pathological[] = {
    {"nested divisions", "", "<div>"},
    {"nested tables", "", "<table><tr><td>"},
    {"tables that close each other", "", "<table>"},
    {"cells with a division", "<table>", "<td><div>"},
    {"division ends that match nothing", "", "</div>"},
    {"division ends that match nothing in a cell", "<div><table><td>", "<section></div>"},
    {"cell ends that match nothing", "", "</td>"},
    {"cell ends that match nothing in a table", "<table>", "</td>"},
    {"table ends that match nothing", "", "</table>"},
    {"attributes in one tag", "<p ", "a=b "},
    {"attributes in one cell", "<table><td ", "colspan=2 "},
    {"attributes with quotes in one tag", "<p ", "a='>' "},
    {"names in one tag", "<p ", "a "},
    {"equals signs in one tag", "<p ", "="},
    {"slashes in one tag", "<p ", "/"},
    {"spaces in one tag", "<p ", "a     "},
    {"a tag without end", "", "<p x "},
    {"one long name", "<", "a"},
    {"quotes without end", "", "<p x='>\""},
    {"comments without end", "", "<!--"},
    {"ends of comments", "<!--", "--!-"},
    {"processing instructions without end", "", "<?"},
    {"angles", "", "<"},
    {"right angles", "<!--", ">"},
    {"slashes behind angles", "", "</"},
    {"scripts without end", "", "<script>"},
    {"scripts in a comment of a script", "<script><!--", "<script></script>"},
    {"comments in a script", "<script>", "<!-- <script> "},
    {"ends of comments in a script", "<script>", "<!-->"},
    {"near ends of a script", "<script>", "</scrip"},
    {"titles without end", "", "<title>"},
    {"templates", "", "<template>"},
    {"drawings", "", "<svg>"},
    {"ampersands", "", "&"},
    {"long names behind ampersands", "", "&CounterClockwiseContourIntegra"},
    {"references", "", "&notin;"},
    {"digits behind an ampersand", "&#", "1"},
    {"number signs", "", "&#"},
    {"one line", "", "a"},
    {"lines in pre", "<pre>", "a\n"},
    {"spaces between tags", "", "<b>    </b>"},
    {"nested pre", "", "<pre>\n"},
    {"forms", "", "<form>"},
};

static uint64_t work_of(const char *before, const char *unit, size_t count) {
  size_t head = strlen(before), length = strlen(unit), size = head;
  char *text = malloc(head + count * length);
  if (text == NULL) abort();
  memcpy(text, before, head);
  for (size_t i = 0; i < count; i++, size += length) memcpy(text + size, unit, length);
  gr_status status;
  uint64_t work;
  record *r = read_page((gr_slice){text, size}, 0, &status, &work);
  CHECK_STATUS(status, GR_OK);
  CHECK_THAT(r->fault == NULL || r->depth == sizeof r->open, "%s", r->fault);
  CHECK_THAT(work >= size / 2 && work <= 40 * (uint64_t)size + 64, "%llu steps for %zu bytes",
             (unsigned long long)work, size);
  free(text);
  return work;
}

static void is_linear(void) {
  enum { SMALL = 50000 };
  for (size_t i = 0; i < COUNT(pathological); i++) {
    test("html, work: %s", pathological[i].name);
    uint64_t once = work_of(pathological[i].before, pathological[i].unit, SMALL);
    uint64_t twice = work_of(pathological[i].before, pathological[i].unit, 2 * SMALL);
    CHECK_THAT(twice * 10 <= once * 21, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
  }
  test("html, work: a line of 10 MB");
  (void)work_of("", "中文2024", 1000000);
  test("html, work: a million ampersands");
  (void)work_of("", "&", 1000000);
}

/* ---- chance ----------------------------------------------------------------------------------- */

static const char *const pieces[] = {
    "<span hidden>", "<p style='display:none'>", "<div hidden>", "<td hidden>", "<tr hidden>", "<tfoot>",
    "<table hidden>", "<b class=x>",
    "<table>",  "</table>", "<tr>",       "</tr>",    "<td>",     "</td>",       "<th colspan=2>", "</th>",
    "<tbody>",  "</tbody>", "<thead>",    "</thead>", "<caption>", "</caption>", "<col>",          "<td rowspan='0'>",
    "<div>",    "</div>",   "<section>",  "</section>", "<form>", "</form>",     "<body>",         "</body>",
    "<p>",      "</p>",     "<pre>",      "</pre>",   "<br>",     "\n",          " ",              "文",
    "a",        "&lt;",     "&#20;",      "&",        "<",        ">",           "'",              "\"",
    "<p x='",   "<!--",     "-->",        "<script>", "</script>", "<title>",    "</title>",       "<template>",
    "</template>", "<svg>", "</svg>",     "<style/>", "=",        "/",           "</",
    "<meta name=a content=b>",
};

static size_t random_page(uint64_t *seed, char *out, size_t room) {
  size_t size = 0;
  for (size_t n = random_below(seed, 40); n > 0; n--) {
    /* mostly what makes tables and divisions; the rest would swallow it too often */
    const char *piece = pieces[random_below(seed, random_below(seed, 4) == 0 ? COUNT(pieces) : 44)];
    size_t length = strlen(piece);
    if (length > room - size) break;
    memcpy(out + size, piece, length);
    size += length;
  }
  return size;
}

/* What is hidden and read lies in front of what is set aside, and only that is of the kind for it. */
static void checks_hidden(const gr_document *document) {
  size_t start = gr_document_hidden_start(document);
  CHECK(start <= gr_document_tape(document).size);
  for (size_t i = 0; i < gr_document_revealed_count(document); i++) {
    gr_range range = gr_document_revealed(document, i);
    CHECK(range.start <= range.end && range.end <= start);
  }
  for (size_t i = 0; i < gr_document_block_count(document); i++) {
    gr_block block = gr_document_block(document, i);
    CHECK((block.kind == GR_HIDDEN) == (block.tape_start > start));
    (void)gr_document_source(document, block.tape_start, block.tape_end);
  }
}

static void survives_chance(void) {
  uint64_t seed = 88172645463325252u;
  char page[1024];
  test("html: pages made by chance");
  for (size_t n = 0; n < 20000; n++) {
    size_t size = random_page(&seed, page, sizeof page);
    for (size_t k = random_below(&seed, 4); k > 0 && size > 0; k--) {
      char *at = &page[random_below(&seed, size)];
      if ((*at & 0x80) == 0) *at = (char)random_below(&seed, 128);
    }
    gr_status status;
    uint64_t work;
    record *r = read_page((gr_slice){page, size}, 0, &status, &work);
    CHECK_STATUS(status, GR_OK);
    CHECK_THAT(r->fault == NULL, "%s: %s", r->fault, show((gr_slice){page, size}));
    (void)gr_sniff_page((gr_slice){page, size});
    gr_options options = {.format = GR_FORMAT_HTML, .encoding = "GB18030"};
    gr_document *document = NULL;
    if (gr_document_parse((gr_slice){page, size}, &options, NULL, &document) == GR_OK) checks_hidden(document);
    gr_document_free(document);
  }
}

/* A page that ends early ends in order. */
static void survives_cuts(void) {
  static const char page[] =
      "<!DOCTYPE html><html><head><meta name='a' content=b><title>t</title><script><!-- <script></script> --></script>"
      "</head><body><div class=\"x\"><p>a&nbsp;&#x4e2d;<br/>b</p><table><caption>c</caption><tr><td colspan=2>d</td>"
      "<th>e<table><td>f</table></tr></table><pre>g\nh</pre><!-- i --></div></body></html>";
  test("html: a page cut anywhere");
  for (size_t size = 0; size < sizeof page; size++) {
    gr_status status;
    uint64_t work;
    record *r = read_page((gr_slice){page, size}, 0, &status, &work);
    CHECK_STATUS(status, GR_OK);
    CHECK_THAT(r->fault == NULL, "%s: at %zu", r->fault, size);
  }
}

static void survives_lack_of_memory(void) {
  test("html: memory that runs out");
  gr_options options = {.max_memory = 1024};
  gr_memory memory;
  gr_memory_init(&memory, &options);
  gr_builder builder = {GR_BUILDER_VERSION, NULL,  place, place_character, place,      place, place,
                        place,              place, place, place_cell,      place,      place_meta, place, place,
                        place_hidden,       place, place, place};
  char page[5 * 60];
  for (size_t i = 0; i < sizeof page; i += 5) memcpy(page + i, "<div>", 5);
  uint64_t work = 0;
  size_t cut;
  places.count = 0;
  CHECK_STATUS(gr_html_read(&memory, (gr_slice){page, sizeof page}, 0, &builder, &cut, &work), GR_LIMIT_MEMORY);
  CHECK(memory.used == 0 && places.count < 60);
  gr_memory_close(&memory);
}

/* ---- sniffing --------------------------------------------------------------------------------- */

static const struct {
  const char *text;
  bool is_page;
} sniffed[] = {
    {"<!DOCTYPE html>", true},
    {"<!doctype html PUBLIC \"x\">", true},
    {"\xEF\xBB\xBF\r\n <html>", true},
    {"<?xml version=\"1.0\"?>\n<!-- x -->\n<html xmlns=\"x\">", true},
    {"<!-- x --><p>", true},
    {"<p style='x'>一、", true},
    {"\n<div\nclass=x>", true},
    {"<span>a</span>", true},
    {"<STRONG>a", true},
    {"</div><p>", true},
    {"<table/>", true},
    {"标题<br>一、", true},
    {"标题\n<TABLE border=1>", true},
    {"a <td> b", true},
    {"", false},
    {"<", false},
    {"<p", false},
    {"a<p", false},
    {"<!--", false},
    {"<!-- <html> ", false},
    {"标题<!-- <html> --><? <p> >", false},
    {"<?", false},
    {"<!x>", false},
    {"plain", false},
    {"# 标题\n\n正文", false},
    {"<!-- x -->\n# 标题", false},
    {"a < b, c > d", false},
    {"<1>", false},
    {"<http://example.com>", false},
    {"<someone@example.com>", false},
    {"<名称>", false},
    {"<name>", false},
    {"见 <https://example.com/p> 。", false},
    {"a <b> c", false},
    {"a </p> b", false},
    {"a <pq> <path> b", false},
    {"<w:document>", false},
    {"<?xml version=\"1.0\"?><root><p/></roo", true},
    /* Markdown with markup in it */
    {"# 标题\n\n<table><tr><td>1</table>", false},
    {"标题\n\n一、情况\n\n<table><tr><td>1</table>", false},
    {"标题\n\n<div><table>", true},
    {"<div align=center>\n\n# 标题\n</div>", false},
    {"<table><td>1</table>\n\n## 二", false},
    {"|a|b<br>c|\n|---|---|\n|1|2|", false},
    {"| a | b<br>c |\n| 1 | 2 |", false},
    {"标题\n<br>\n# 一", false},
    {"<p>一</p>\n\n<table>", true},
    {"<html>\n\n# 一\n<table>", true},
    {"<div><pre>\n# 一\n</pre>", true},
    {"<div><style>\n# 一\n</style>", true},
    {"<div>\n#top\n</div>", true},
};

static void sniffs(void) {
  for (size_t i = 0; i < COUNT(sniffed); i++) {
    test("html, sniff: %s", show(slice(sniffed[i].text)));
    CHECK(gr_sniff_page(slice(sniffed[i].text)) == sniffed[i].is_page);
  }
  static char text[8192];
  memset(text, 'a', sizeof text);
  test("html, sniff: a tag at the limit and behind it");
  memcpy(text + 4095, "<table>", 7);
  CHECK(gr_sniff_page((gr_slice){text, sizeof text}));
  memcpy(text + 4095, "a<table>", 8);
  CHECK(!gr_sniff_page((gr_slice){text, sizeof text}));
}

/* Where the end of the text cuts something. */
static void finds_cuts(void) {
  static const struct {
    const char *page;
    size_t cut;
  } cuts[] = {
      {"<html><body><p>a</p></body></html>", SIZE_MAX},
      {"<html><body><p>a</p></body>", SIZE_MAX},
      {"<html><body><p>a</p></html><script>x", SIZE_MAX},
      {"<html><body><p>a</p>\n", 21},
      {"<html><body><p>a</p> b，", 21},
      {"<HTML><p>a", 9},
      {"<!DOCTYPE html><p>a", SIZE_MAX},
      {"<p>a", SIZE_MAX},
      {"<p>a</", SIZE_MAX},
      {"<p>a<td col", 4},
      {"<p>a<!-- b -", 4},
      {"<p>a<!-- b -->", SIZE_MAX},
      {"<p>a<script>b</scr", 4},
      {"<table><tr><td>12", 15},
      {"<table><tr><td>12</table>", SIZE_MAX},
      {"<html><table><tr><td>12</body>", SIZE_MAX},
      {"<html><iframe>a</body></html>", SIZE_MAX},
      {"a < b", SIZE_MAX},
      {"", SIZE_MAX},
  };
  gr_builder builder = {GR_BUILDER_VERSION, NULL,  place, place_character, place,      place, place,
                        place,              place, place, place_cell,      place,      place_meta, place, place,
                        place_hidden,       place, place, place};
  for (size_t i = 0; i < COUNT(cuts); i++) {
    test("html, cut: %s", show(slice(cuts[i].page)));
    gr_memory memory;
    gr_memory_init(&memory, NULL);
    uint64_t work = 0;
    size_t cut = 77;
    places.count = 0;
    CHECK_STATUS(gr_html_read(&memory, slice(cuts[i].page), 0, &builder, &cut, &work), GR_OK);
    CHECK_THAT(cut == cuts[i].cut, "%zu, expected %zu", cut, cuts[i].cut);
    gr_memory_close(&memory);
  }
}

int main(void) {
  finds_cuts();
  gives("markup", markup, COUNT(markup));
  gives("tags", tags, COUNT(tags));
  gives("hidden", hidden, COUNT(hidden));
  gives("style sheets", sheets, COUNT(sheets));
  gives("what is seen", seen, COUNT(seen));
  gives("raw text", raw, COUNT(raw));
  gives("references", references, COUNT(references));
  gives("tables", tables, COUNT(tables));
  gives("spans", spans, COUNT(spans));
  gives("divisions", divisions, COUNT(divisions));
  gives_ranges();
  is_linear();
  survives_chance();
  survives_cuts();
  survives_lack_of_memory();
  sniffs();
  return check_finish();
}

--- Official Chinese text, without a form. Text in; its words, sentences, quantities and years out.

return require "govreport.base.room"(...)

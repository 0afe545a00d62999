return require "govreport.text.grammar"

return require "govreport.text.readers"

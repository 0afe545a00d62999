return require "govreport.text.shingles"

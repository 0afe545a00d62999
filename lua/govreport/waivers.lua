return require "govreport.check.waivers"

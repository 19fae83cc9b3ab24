# pages.rb SITE FORMAT ROUTE…: makes pages of a site, each with a NUL behind it.
# frozen_string_literal: true

require "minutebook"

folder, format, *routes = ARGV
Minutebook::Site.open(folder) do |site|
  routes.each { |route| print site.public_send(format, route), "\0" }
end

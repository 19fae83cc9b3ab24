# frozen_string_literal: true

# Minutebook in Ruby: council packs as data, and the pages of a site.
#
#     require "minutebook"
#
#     Minutebook::Site.open("example-site") do |site|
#       site.pages.each { |page| puts "#{page.route} #{page.title}" }
#       puts site.content("/")
#     end
#
# Every failure is a Minutebook::Error with message, file, line, route and advice. A site never changes while it is open;
# several threads may make pages of one site.
module Minutebook
  @loading = Mutex.new

  class << self
    # The shared library, loaded when something is first asked of it.
    def library
      @loading.synchronize { @library ||= Library.load }
    end

    # The library's version, such as "0.1.0".
    def version
      library.call(:mb_version).to_s
    end

    # HTML of Markdown with our additions; raw HTML in it shows as text.
    def markdown(text)
      bytes = Library.utf8(text, "the Markdown")
      Library.as_text(library.made(:mb_markdown, bytes, bytes.bytesize))
    end

    # The model of one pack, as a hash with the fields of the reference page.
    def pack(path, **options)
      Pack.open(path, **options, &:data)
    end

    # The JSON Schema of the model.
    def schema
      Library.as_text(library.made(:mb_schema_json))
    end
  end
end

require_relative "minutebook/error"
require_relative "minutebook/library"
require_relative "minutebook/handle"
require_relative "minutebook/calls"
require_relative "minutebook/finding"
require_relative "minutebook/pack"
require_relative "minutebook/thing"
require_relative "minutebook/site"

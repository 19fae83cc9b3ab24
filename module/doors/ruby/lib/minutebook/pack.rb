# frozen_string_literal: true

require "json"

module Minutebook
  # One pack, read.
  class Pack
    # Opens a pack for a block, and closes it; without a block gives it open.
    def self.open(path, **options)
      pack = new(path, **options)
      return pack unless block_given?

      begin
        yield pack
      ensure
        pack.close
      end
    end

    # `dialect` is the name of a vocabulary, `dialects` a folder of more; `cache` a folder for the texts of PDFs;
    # `corrections` a file of them. All are as usual where they are missing.
    def initialize(path, dialect: nil, dialects: nil, cache: nil, corrections: nil)
      @library = Minutebook.library
      path = Library.c_text(path, "the path")
      given = { dialect: dialect, dialects: dialects, cache: cache, corrections: corrections }.compact
      texts = given.to_h { |name, text| [name, Library.c_text(text, "the option '#{name}'")] }
      options = Library.options(Library::CPackOptions, **texts)
      @handle = Handle.new(@library.opened(:mb_pack_open, :mb_pack_close, path, options), "pack")
    end

    # Gives the pack back; what was taken from it stays.
    def close
      @handle.close
    end

    # Its model as JSON.
    def json
      @handle.use { |pack| Library.as_text(@library.made(:mb_pack_json, pack)) }
    end

    # Its model as a hash.
    def data
      @data ||= JSON.parse(json, max_nesting: false)
    end

    def findings
      @handle.use { |pack| Finding.all(@library, pack, :mb_pack_finding_count, :mb_pack_finding) }
    end
  end
end

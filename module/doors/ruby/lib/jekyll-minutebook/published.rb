# frozen_string_literal: true

module JekyllMinutebook
  # A feed, a calendar, a table or an asset of the theme.
  class Published < Jekyll::StaticFile
    # The call of the site that makes it.
    attr_reader :making
    attr_writer :ahead

    def initialize(host, path)
      folder, name = File.split(path)
      super(host, host.source, folder == "." ? "" : folder, name)
      @making = [:file, path]
    end

    def modified_time
      @site.time
    end

    # Writes it where it isn't as it should be.
    def write(dest)
      path = destination(dest)
      bytes = Log.telling { @ahead.take(@making) }
      return false if File.file?(path) && File.binread(path) == bytes

      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, bytes)
      true
    end
  end
end

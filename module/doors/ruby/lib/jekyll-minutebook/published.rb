# frozen_string_literal: true

module JekyllMinutebook
  # A feed, a calendar, a table or an asset of the theme.
  class Published < Jekyll::StaticFile
    # What of the site it is.
    def self.request(path)
      [path, :file]
    end

    def initialize(host, source, path)
      folder, name = File.split(path)
      super(host, host.source, folder == "." ? "" : folder, name)
      @source = source
      @request = Published.request(path)
    end

    def modified_time
      @site.time
    end

    # Writes it where it isn't as it should be.
    def write(dest)
      path = destination(dest)
      bytes = @source.take(@request, keep: @site.config["watch"])
      return false if File.file?(path) && File.binread(path) == bytes

      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, bytes)
      true
    end
  end
end

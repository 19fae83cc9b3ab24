# frozen_string_literal: true

module JekyllMinutebook
  # A feed, a calendar, a table or an asset of the theme.
  class Published < Jekyll::StaticFile
    def initialize(host, council, path)
      folder, name = File.split(path)
      super(host, host.source, folder == "." ? "" : folder, name)
      @council = council
      @path_in_council = path
    end

    def modified_time
      @site.time
    end

    # Writes it where it isn't as it should be.
    def write(dest)
      path = destination(dest)
      bytes = Log.telling { @council.file(@path_in_council) }
      return false if File.file?(path) && File.binread(path) == bytes

      FileUtils.mkdir_p(File.dirname(path))
      File.binwrite(path, bytes)
      true
    end
  end
end

# frozen_string_literal: true

module JekyllMinutebook
  # The council's site, for a Jekyll that builds again and again.
  class Source
    attr_reader :folder, :site

    # `host` are the folders that Jekyll reads and writes itself.
    def initialize(folder, today, host)
      @folder = folder
      @today = today
      @host = host
      @made = {}
    end

    # The folders whose files make the site.
    def folders
      @site ? @site.source_folders : [@folder]
    end

    # Opens the site as it is now, unless nothing has changed since; packs that are as they were aren't read again.
    # Tells whether it was opened.
    def renew
      stamp = stamp_of(folders) if @site
      return false if @site && stamp == @stamp

      former = @site
      @site = open_again(former)
      @stamp = former && former.source_folders == folders ? stamp : stamp_of(folders)
      former&.close
      @made.clear
      true
    end

    # A page or file of the site. Where Jekyll builds again and again it is kept until the site changes.
    def take(request, keep:)
      made = @made.fetch(request) { make(*request) }
      @made[request] = made if keep
      made.dup # which plug-ins may change
    end

    # Has those that aren't kept made while Jekyll lists and renders them.
    def make_ahead(requests)
      @site.make_ahead(requests.reject { |request| @made.key?(request) })
    end

    # Whether a file below one of the folders is a part of the site: Jekyll's project may lie within it, and what
    # `minutebook build` publishes.
    def ours?(path)
      others = [*@host, File.join(@folder, "_site")]
      others.none? { |other| inside?(path, other) && !inside?(@folder, other) }
    end

    private

    def make(name, format)
      Log.telling { format == :file ? @site.file(name) : @site.render(name, format) }
    end

    def open_again(former)
      told = 0
      problem = lambda do |mistake|
        Log.tell(:error, mistake.lines) if (told += 1) > 1 # the first is what is raised
      end
      Minutebook::Site.new(@folder, today: @today, previous: former, problem: problem)
    end

    # What tells that something has changed: every file with its time and size, and the day.
    def stamp_of(folders)
      files = folders.flat_map { |folder| Dir.glob("**/*", base: folder).map { |path| File.join(folder, path) } }
      [@today || ENV.fetch("SOURCE_DATE_EPOCH") { Date.today }, files.filter_map { |path| stamp_of_file(path) if ours?(path) }]
    end

    def stamp_of_file(path)
      found = File.stat(path)
      [path, found.mtime, found.size] if found.file?
    rescue SystemCallError
      nil # gone again, or a link to nowhere
    end

    def inside?(path, folder)
      path == folder || path.start_with?("#{folder}/")
    end
  end
end

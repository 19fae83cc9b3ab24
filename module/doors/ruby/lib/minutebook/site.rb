# frozen_string_literal: true

require "json"

module Minutebook
  # A page before it is made: its route, the name of its layout, its title, and its meeting's date or "".
  Page = Struct.new(:route, :kind, :title, :date) do
    # The page's file in the published site: "meetings/2025-11-04-roads-panel/index.html".
    def path
      path = route.delete_prefix("/")
      path.empty? || path.end_with?("/") ? "#{path}index.html" : path
    end
  end

  # A file that is published; `origin` is the file that it is a copy of, nil where it is made.
  PublishedFile = Struct.new(:path, :origin)

  # What a build did.
  Built = Struct.new(:pages, :written, :unchanged, :removed, :failed)

  # The site in a folder that has a site.yaml.
  class Site
    FORMATS = %i[html markdown files trace content].freeze

    ANY_FILE = FORMATS.size
    private_constant :ANY_FILE

    # Opens a site for a block, and closes it; without a block gives it open.
    def self.open(folder, **options)
      site = new(folder, **options)
      return site unless block_given?

      begin
        yield site
      ensure
        site.close
      end
    end

    # `today` is a date as 2025-11-04; `jobs` how many threads read packs; `cache` a folder for what was read;
    # `previous` the same site as it was opened before: unchanged packs aren't read again; `problem` is called with each
    # mistake, the first of which is raised.
    def initialize(folder, today: nil, jobs: 0, cache: nil, previous: nil, problem: nil)
      @library = Minutebook.library
      folder = Library.c_text(folder, "the folder")
      texts = { today: today, cache: cache }.compact.to_h { |name, text| [name, Library.c_text(text, "the option '#{name}'")] }
      Calls.hear(problem: problem) do |heard|
        using(previous) do |former|
          options = Library.options(Library::CSiteOptions, jobs: jobs, previous: former, **texts, **heard)
          @handle = Handle.new(@library.opened(:mb_site_open, :mb_site_close, folder, options), "site")
        end
      end
    end

    # Gives the site back, once no thread is making a page of it; what was taken from it stays.
    def close
      @handle.close
    end

    # All pages, by route.
    def pages
      @pages ||= @handle.use do |site|
        found = Library.zeroed(Library::CPage)
        count = @library.call(:mb_site_route_count, site)
        Array.new(count) do |index|
          @library.call(:mb_site_page, site, index, found)
          Page.new(*Library.texts_in(found)).freeze
        end.freeze
      end
    end

    # The page in one of FORMATS: :html as it is published, :content without the shell, :markdown as its layout wrote it.
    def render(route, format = :html)
      number = number_of(format)
      route = Library.c_text(route, "the route")
      @handle.use { |site| Library.as_text(@library.made(:mb_site_render, site, route, number)) }
    end

    def html(route)
      render(route, :html)
    end

    def content(route)
      render(route, :content)
    end

    def markdown(route)
      render(route, :markdown)
    end

    # All that is published: pages, feeds, data, assets.
    def files
      @files ||= begin
        paths = texts(:mb_site_file)
        origins = texts(:mb_site_file_origin, paths.size)
        paths.zip(origins).map { |path, origin| PublishedFile.new(path, origin).freeze }.freeze
      end
    end

    # The bytes of one of them, by its path.
    def file(path)
      path = Library.c_text(path, "the path")
      @handle.use { |site| @library.made(:mb_site_make_file, site, path) }
    end

    # Begins to make pages and files on threads of the library's, in this order, ahead of a program that asks for one after
    # the other and has work of its own between: each is a route with its format, or a path with :file. Ruby's own threads
    # would wait for one another.
    def make_ahead(requests, jobs: 0)
      names = requests.map { |name, _| Library.c_text(name, "the route or path") }
      list = requests.zip(names).map do |(_, format), name|
        [Fiddle::Pointer[name].to_i, format == :file ? ANY_FILE : number_of(format)].pack("Ji").ljust(Library::CRequest.size, "\0")
      end
      @handle.use { |site| @library.check(:mb_site_make_ahead, site, list.join, names.size, jobs) }
      nil
    end

    # The folders whose files make the site, for who watches them.
    def source_folders
      texts(:mb_site_source_folder)
    end

    # What the packs leave open, in words and by date.
    def gaps
      texts(:mb_site_gap)
    end

    # What the reader found in the packs, pack by pack in the order of their lines.
    def findings
      @handle.use { |site| Finding.all(@library, site, :mb_site_finding_count, :mb_site_finding) }
    end

    # Everything that the packs tell together, as JSON: the type Site of the reference page.
    def json
      @handle.use { |site| Library.as_text(@library.made(:mb_site_json, site)) }
    end

    # The same as a hash.
    def data
      @data ||= JSON.parse(json, max_nesting: false)
    end

    # The same as objects that are read when they are asked: what a layout reads, with references as objects.
    def model
      Thing.of(@library, @handle)
    end

    # The object that a page is about, by its route: a meeting, an item, a report, a person or a panel; nil for the others.
    def subject(route)
      @subjects ||= subjects
      @subjects[route] || @subjects[route.sub(%r{[0-9]+/\z}, "")] # part 2 of a long report
    end

    # Publishes the site into the folder `to` (_site in its own where that is missing): what was done. A block hears from
    # time to time how many of how many files are made, and ends the build by giving false; `problem` as when opening.
    def build(to: nil, jobs: 0, keep_going: false, problem: nil, &progress)
      result = Library.zeroed(Library::CBuildResult)
      folder = to && Library.c_text(to, "the folder")
      Calls.hear(progress: progress, problem: problem) do |heard|
        options = Library.options(Library::CBuildOptions, to: folder, jobs: jobs, keep_going: keep_going ? 1 : 0, **heard)
        @handle.use { |site| @library.check(:mb_site_build, site, options, result) }
      end
      Built.new(*Built.members.map { |name| result[name.to_s] }).freeze
    end

    protected

    attr_reader :handle

    private

    def number_of(format)
      FORMATS.index(format) or raise Error, "there is no format #{format.inspect}; there are #{FORMATS.join(", ")}"
    end

    def using(site, &block)
      site ? site.handle.use(&block) : yield(nil)
    end

    # The objects whose type is the name of a page's kind ("meeting" is the page of a SiteMeeting), by their routes.
    def subjects
      kinds = pages.map(&:kind).uniq
      objects = model.map(&:last).grep(Array).flatten.grep(Thing)
      objects += objects.select { |one| one.type == "SiteMeeting" }.flat_map { |meeting| meeting["items"] }
      objects.select { |one| kinds.include?(one.type.delete_prefix("Site").downcase) }.to_h { |one| [one.route, one] }
    end

    # The texts that a function gives one by one: up to the first that is missing, or so many.
    def texts(function, count = nil)
      @handle.use do |site|
        text = ->(index) { Library.text_at(@library.call(function, site, index)) }
        count ? Array.new(count, &text) : (0..).lazy.map(&text).take_while(&:itself).to_a
      end
    end
  end
end

# frozen_string_literal: true

module JekyllMinutebook
  # Adds the pages and files of the site where the project has none of that address.
  class Generator < Jekyll::Generator
    # What other plug-ins make for the whole project.
    MADE_BY = { "jekyll-sitemap" => %w[sitemap.xml robots.txt] }.freeze

    def initialize(config)
      super
      @options = Log.telling { Options.new(config) }
      host = [config["source"], config["destination"]].map { |folder| File.expand_path(folder) }
      @source = Source.new(@options.folder, @options.today, host)
    end

    # Packs and layouts that lie within the project are no files to copy. Jekyll watches them all the same.
    def leave_out_source(host)
      within = "#{@source.folder}/".delete_prefix("#{host.source}/")
      host.exclude += [within] unless within.empty? || within.start_with?("/")
    end

    def generate(host)
      Log.telling do
        @options.check_layouts(host.layouts.keys)
        open_site
      end
      wanted, paths = pages_with_layouts, file_paths(host)
      make_ahead(wanted, paths)
      lend(host)
      own = (host.pages + host.static_files + host.documents).to_h { |item| [item.destination(host.dest), true] }
      pages = wanted.map { |page, layout| Page.new(host, @source, page, layout) }
      files = paths.map { |path| Published.new(host, @source, path) }
      pages, files = [pages, files].map { |all| all.reject { |item| own[item.destination(host.dest)] } }
      host.pages.concat(pages)
      host.static_files.concat(files)
    end

    # After a build: the configuration is the project's own again, and changes are awaited where Jekyll does.
    def finish(host)
      @lent.each { |name, value| value.nil? ? host.config.delete(name) : host.config[name] = value }
      return if !host.config["watch"] || host.config["detach"]

      @watch ||= Watch.new(host, @source)
      @watch.follow
    end

    private

    def council
      @source.site
    end

    def open_site
      return unless @source.renew

      Jekyll.logger.debug "Minutebook:", "opened #{@source.folder}"
      @record = Record.of(council.model)
      tell_findings if @options.findings
    end

    # Once, as long as they are the same.
    def tell_findings
      lines = Log.lines_of(council.findings, @options.findings)
      Log.tell(:warn, lines) unless lines == @told
      @told = lines
    end

    # Liquid looks into the configuration for {{ site.minutebook }}, where our options are, and themes for the pages of
    # their menu.
    def lend(host)
      lent = { "minutebook" => @record }
      lent["header_pages"] = menu(host) if @options.menu? && !host.config.key?("header_pages")
      @lent = lent.to_h { |name, _| [name, host.config[name]] }
      host.config.update(lent)
    end

    # The project's own pages and the panels: themes without such a list show every page.
    def menu(host)
      panels = council.pages.select { |page| page.kind == "panel" }
      host.pages.map(&:path) + panels.map(&:path)
    end

    # Those that the project has itself are few.
    def make_ahead(wanted, paths)
      @source.make_ahead(wanted.map { |page, layout| Page.request(page, layout) } + paths.map { |path| Published.request(path) })
    end

    def pages_with_layouts
      all = council.pages.map { |page| [page, @options.layout_of(page.kind)] }
      all.reject { |page, layout| layout && page.kind == "not-found" }
    end

    # Feeds, calendars and tables, and where pages are the theme's its assets.
    def file_paths(host)
      return [] unless @options.data?

      whole = council.pages.any? { |page| page.kind != "not-found" && @options.layout_of(page.kind).nil? }
      made = council.pages.map(&:path) + host.config["plugins"].flat_map { |name| MADE_BY.fetch(name, []) }
      paths = council.files.map(&:path) - made
      whole ? paths : paths.reject { |path| path.start_with?("assets/") }
    end
  end
end

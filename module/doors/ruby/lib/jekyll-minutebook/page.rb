# frozen_string_literal: true

module JekyllMinutebook
  # A page of the site as one of Jekyll's: in a layout of the project, or the theme's, whole.
  class Page < Jekyll::PageWithoutAFile
    # What of the site it is: its route, and the format.
    def self.request(page, layout)
      [page.route, layout ? :content : :html]
    end

    def initialize(host, source, page, layout)
      @source = source
      @request = Page.request(page, layout)
      @layout = layout
      folder, name = File.split(page.path)
      super(host, host.source, folder == "." ? "" : folder, name)
      data.update(front_matter(source.site, page))
    end

    # Made when Jekyll comes to it.
    def content
      @content ||= @source.take(@request, keep: @site.config["watch"])
    end

    # Text from a pack is data: braces in it are braces.
    def render_with_liquid?
      false
    end

    def place_in_layout?
      @layout ? super : false
    end

    private

    def front_matter(council, page)
      known = { "title" => page.title, "kind" => page.kind, "route" => page.route, "permalink" => page.route }
      known["date"] = Date.iso8601(page.date) unless page.date.empty?
      known["layout"] = @layout if @layout.is_a?(String)
      known["minutebook"] = Subject.new(council, page) if Subject::KINDS.include?(page.kind)
      known
    end
  end
end

# frozen_string_literal: true

module JekyllMinutebook
  # What _config.yml says below `minutebook`.
  class Options
    DEFAULTS = { "site" => "council", "today" => nil, "layout" => nil, "data" => true, "menu" => true,
                 "findings" => "warning" }.freeze
    SEVERITIES = %w[error warning note].freeze

    attr_reader :findings

    def initialize(config)
      given = config["minutebook"] || {}
      refuse "the value of 'minutebook' in _config.yml is no list of options" unless given.is_a?(Hash)
      unknown = (given.keys - DEFAULTS.keys).first
      refuse "minutebook has no option '#{unknown}'; it has #{DEFAULTS.keys.join(", ")}" if unknown
      @given = DEFAULTS.merge(given)
      @source = config["source"]
      @findings = @given["findings"]
      return if [false, *SEVERITIES].include?(@findings)

      refuse "the option 'findings' of minutebook is false or one of #{SEVERITIES.join(", ")}"
    end

    # The folder that has a site.yaml.
    def folder
      File.expand_path(@given["site"].to_s, @source)
    end

    # The day that the site is made for; YAML reads 2025-11-04 as a date.
    def today
      @given["today"]&.to_s
    end

    def data?
      @given["data"]
    end

    def menu?
      @given["menu"]
    end

    # The project's layout for a kind of page: its name; true: the one that the front matter defaults say; nil: the page is
    # the theme's, whole.
    def layout_of(kind)
      wanted = @given["layout"]
      wanted = wanted.fetch(kind) { wanted.fetch("default", true) } if wanted.is_a?(Hash)
      wanted || nil
    end

    # Stops where a layout is wanted that the project doesn't have.
    def check_layouts(there)
      wanted = @given["layout"].is_a?(Hash) ? @given["layout"].values : [@given["layout"]]
      missing = wanted.grep(String).find { |name| !there.include?(name) }
      return unless missing

      has = there.empty? ? "no layout" : there.sort.join(", ")
      refuse "the option 'layout' of minutebook names '#{missing}', and the project has #{has}"
    end

    private

    def refuse(message)
      raise Minutebook::Error, message
    end
  end
end

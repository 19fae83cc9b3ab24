# frozen_string_literal: true

module JekyllMinutebook
  # An object of the model in Liquid: {{ meeting.panel.name }}, by the names of the reference page, which the library
  # knows; and {{ meeting.route }}, the address of its page. What a template reads, it reads once.
  class Record < Liquid::Drop
    def initialize(thing)
      super()
      @thing = thing
      @read = {}
    end

    # In Liquid nil, as any other name that there isn't; with `strict_variables` an error that names the nearest.
    def liquid_method_missing(name)
      @read.fetch(name) { @read[name] = Record.of(name == "route" ? @thing.route : @thing[name]) }
    rescue Minutebook::Error => e
      raise Liquid::UndefinedDropMethod, e.lines.join(", ") if @context&.strict_variables
    end

    def to_s
      @thing.to_s
    end

    # Jekyll compares configurations by this.
    def inspect
      @thing.inspect
    end

    def self.of(value)
      case value
      when Minutebook::Thing then new(value)
      when Array then value.map { |one| of(one) }
      else value
      end
    end
  end

  # The object that a page is about, looked for when a template asks.
  class Subject < Record
    KINDS = %w[meeting item report person panel].freeze

    def initialize(site, page)
      super(nil)
      @find = -> { site.subject(page.route) }
    end

    def liquid_method_missing(name)
      @thing ||= @find.call
      super if @thing
    end

    def to_s
      (@thing ||= @find.call).to_s
    end
  end

  # {{ decision.text | minutebook_markdown }}
  module Filters
    def minutebook_markdown(text)
      Minutebook.markdown(text.to_s)
    end
  end
end

Liquid::Template.register_filter(JekyllMinutebook::Filters)

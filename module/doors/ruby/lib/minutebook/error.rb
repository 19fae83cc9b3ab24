# frozen_string_literal: true

module Minutebook
  # What went wrong, where, and what to do about it. Texts are empty and numbers nil where there is none; `message` has it
  # all, `reason` only what happened.
  class Error < StandardError
    FIELDS = %i[code file line column route pack pack_line advice trace].freeze
    private_constant :FIELDS
    NOTHING = { code: 0, file: "", line: nil, column: nil, route: "", pack: "", pack_line: nil, advice: "", trace: "" }.freeze
    private_constant :NOTHING

    attr_reader :reason, *FIELDS

    def initialize(reason, **known)
      @reason = reason
      @code, @file, @line, @column, @route, @pack, @pack_line, @advice, @trace = NOTHING.merge(known).values_at(*FIELDS)
      super(lines.join("\n"))
    end

    # The message line by line.
    def lines
      place = [file, line, column].reject { |part| part.to_s.empty? }.join(":")
      ["#{"#{place}: " unless place.empty?}#{reason}",
       *("on the page #{route}" unless route.empty?),
       *("from #{[pack, pack_line].compact.join(":")}" unless pack.empty?),
       *(advice unless advice.empty?)]
    end
  end
end

# frozen_string_literal: true

module Minutebook
  # What a person should know about the reading; `severity` is "note", "warning" or "error". Texts are empty and numbers
  # nil where there is none.
  Finding = Struct.new(:severity, :code, :message, :file, :line, :page, :sheet, :correction, :corrections,
                       keyword_init: true) do
    # The findings that two functions count and give.
    def self.all(library, of, count, get)
      Array.new(library.call(count, of)) { |index| at(library.call(get, of, index)) }
    end

    def self.at(pointer)
      found = Library::CFinding.new(pointer)
      known = members.to_h { |name| [name, value_of(found[name.to_s])] }
      new(**known, severity: %w[note warning error][found["severity"] - 1]).freeze
    end
    private_class_method :at

    def self.value_of(value)
      value.is_a?(Integer) ? value.nonzero? : Library.text_at(value)
    end
    private_class_method :value_of

    def to_s
      "#{[file, line].compact.join(":")}: #{severity}: #{message} [#{code}]"
    end
  end
end

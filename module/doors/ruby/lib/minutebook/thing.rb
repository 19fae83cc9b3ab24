# frozen_string_literal: true

require "fiddle/pack"

module Minutebook
  # An object of the model: its fields by their names, read when they are asked for. A text, a number, true, false, nil
  # where the papers don't say, another object, or a list of these.
  class Thing
    include Enumerable

    # mb_thing, and mb_datum with the mb_thing at its end. Fiddle's own structs take fifty times as long to read.
    THING = Fiddle::Packer[Fiddle::TYPE_INT, *[Fiddle::TYPE_VOIDP] * 3]
    DATUM = Fiddle::Packer[Fiddle::TYPE_INT, Fiddle::TYPE_VOIDP, Fiddle::TYPE_SIZE_T, Fiddle::TYPE_LONG_LONG,
                           Fiddle::TYPE_INT, *[Fiddle::TYPE_VOIDP] * 3]
    TEXT, NUMBER, FLAG, THING_OR_LIST = 1, 2, 3, 4
    private_constant :THING, :DATUM, :TEXT, :NUMBER, :FLAG, :THING_OR_LIST

    # The object of the type Site that holds everything else.
    def self.of(library, handle)
      thing = Fiddle::Pointer.malloc(THING.size, Fiddle::RUBY_FREE)
      handle.use { |site| library.call(:mb_site_thing, site, thing) }
      new(library, handle, thing[0, THING.size])
    end

    def initialize(library, handle, bytes)
      @library = library
      @handle = handle
      @bytes = bytes
    end
    private_class_method :new

    # The object's type, as the model's reference page calls it.
    def type
      @type ||= @handle.use { Library.text_at(@library.call(:mb_thing_type, @bytes)) }
    end

    # What the field holds; an Error where the type has none of that name, which names the nearest.
    def [](name)
      name = Library.c_text(name.to_s, "the name of a field")
      datum = Fiddle::Pointer.malloc(DATUM.size, Fiddle::RUBY_FREE)
      @handle.use do
        @library.check(:mb_thing_get, @bytes, name, datum)
        value_of(datum)
      end
    end

    # The names of the fields, in the order of the model.
    def fields
      @fields ||= @handle.use do
        count = @library.call(:mb_thing_count, @bytes)
        Array.new(count) { |index| Library.text_at(@library.call(:mb_thing_field, @bytes, index)) }
      end
    end

    def each
      return enum_for unless block_given?

      fields.each { |name| yield [name, self[name]] }
    end

    # The address of the page that shows the object, from the site's top, or of a place on a page; nil where there is none.
    def route
      return @route if defined?(@route)

      @route = @handle.use do |site|
        route = @library.made(:mb_thing_route, site, @bytes, sized: false)
        route && Library.as_text(route)
      end
    end

    # Two are the same where they show the same object of the same site.
    def ==(other)
      other.is_a?(Thing) && other.bytes == @bytes
    end
    alias eql? ==

    def hash
      @bytes.hash
    end

    def to_s
      type
    end

    def inspect
      "#<Minutebook::Thing #{type}>"
    end

    protected

    attr_reader :bytes

    private

    def value_of(datum)
      kind, text, length, number, is_list, = DATUM.unpack([datum[0, DATUM.size]])
      case kind
      when TEXT then Library.as_text(Fiddle::Pointer.new(text)[0, length])
      when NUMBER then number
      when FLAG then number == 1
      when THING_OR_LIST
        thing = datum[DATUM.size - THING.size, THING.size]
        is_list.zero? ? self.class.send(:new, @library, @handle, thing) : list_of(thing)
      end
    end

    def list_of(thing)
      datum = Fiddle::Pointer.malloc(DATUM.size, Fiddle::RUBY_FREE)
      Array.new(@library.call(:mb_thing_count, thing)) do |index|
        @library.call(:mb_thing_at, thing, index, datum)
        value_of(datum)
      end
    end
  end
end

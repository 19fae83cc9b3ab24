# frozen_string_literal: true

require "fiddle"
require "fiddle/import"

module Minutebook
  # The C interface as Fiddle sees it: minutebook.h says what each function does. Fiddle lets go of Ruby's lock while a
  # function runs, so several threads really make pages at once.
  class Library
    extend Fiddle::Importer

    ABI_VERSION = 0
    NAME = "libminutebook.so.0"

    # The prototypes of the header, with `void` for structs: Fiddle knows their size, not their names.
    FUNCTIONS = <<~PROTOTYPES.lines(chomp: true).freeze
      const char *mb_version(void)
      void mb_free(void *memory)
      int mb_pack_open(const char *path, const void *options, void **out, void *error)
      void mb_pack_close(void *pack)
      int mb_pack_json(const void *pack, char **out, size_t *size, void *error)
      size_t mb_pack_finding_count(const void *pack)
      const void *mb_pack_finding(const void *pack, size_t index)
      int mb_schema_json(char **out, size_t *size, void *error)
      int mb_markdown(const char *markdown, size_t length, char **out, size_t *size, void *error)
      int mb_site_open(const char *folder, const void *options, void **out, void *error)
      void mb_site_close(void *site)
      size_t mb_site_finding_count(const void *site)
      const void *mb_site_finding(const void *site, size_t index)
      const char *mb_site_gap(const void *site, size_t index)
      int mb_site_json(const void *site, char **out, size_t *size, void *error)
      size_t mb_site_route_count(const void *site)
      int mb_site_page(const void *site, size_t index, void *out)
      int mb_site_render(const void *site, const char *route, int format, char **out, size_t *size, void *error)
      const char *mb_site_file(const void *site, size_t index)
      const char *mb_site_file_origin(const void *site, size_t index)
      int mb_site_make_file(const void *site, const char *path, char **out, size_t *size, void *error)
      int mb_site_make_ahead(const void *site, const void *wanted, size_t count, unsigned int jobs, void *error)
      const char *mb_site_source_folder(const void *site, size_t index)
      int mb_site_build(const void *site, const void *options, void *out, void *error)
      void mb_site_thing(const void *site, void *out)
      const char *mb_thing_type(const void *thing)
      size_t mb_thing_count(const void *thing)
      const char *mb_thing_field(const void *thing, size_t index)
      int mb_thing_at(const void *thing, size_t index, void *out)
      int mb_thing_get(const void *thing, const char *name, void *out, void *error)
      int mb_thing_route(const void *site, const void *thing, char **out, void *error)
    PROTOTYPES

    CError = struct(["int code", "uint32_t line", "uint32_t column", "char file[512]", "char route[256]", "char pack[512]",
                     "uint32_t pack_line", "char message[1024]", "char advice[512]", "char trace[1024]"])
    CFinding = struct(["int severity", "char *code", "char *message", "char *file", "uint32_t line", "uint32_t page",
                       "uint32_t sheet", "char *correction", "char *corrections"])
    CPage = struct(["char *route", "char *kind", "char *title", "char *date"])
    CPackOptions = struct(["size_t size", "char *dialect", "char *dialects", "char *cache", "char *corrections"])
    CSiteOptions = struct(["size_t size", "char *today", "unsigned int jobs", "char *cache", "void *previous",
                           "void *problem", "void *context"])
    CRequest = struct(["char *name", "int format"])
    CBuildOptions = struct(["size_t size", "char *to", "unsigned int jobs", "void *progress", "void *problem",
                            "void *context", "int keep_going"])
    CBuildResult = struct(["size_t pages", "size_t written", "size_t unchanged", "size_t removed", "size_t failed"])

    MEND = "Install the library and this gem in the same version."
    private_constant :MEND

    class << self
      # The shared library: where MINUTEBOOK_LIBRARY says, else where the system has it.
      def load
        path = ENV.fetch("MINUTEBOOK_LIBRARY", "")
        path.empty? ? new(NAME) : new(path)
      end

      # A text as UTF-8, whatever its encoding; bytes and US-ASCII are taken for UTF-8.
      def utf8(text, what)
        text = text.to_path if text.respond_to?(:to_path)
        raise Error, "#{what} is #{text.inspect}, and should be a text" unless text.is_a?(String)

        bytes = [Encoding::BINARY, Encoding::US_ASCII].include?(text.encoding)
        text = bytes ? text.dup.force_encoding(Encoding::UTF_8) : text.encode(Encoding::UTF_8)
        raise Error, "#{what} #{text.scrub.inspect} isn't UTF-8" unless text.valid_encoding?

        text
      rescue EncodingError
        raise Error, "#{what} #{text.dup.force_encoding(Encoding::UTF_8).scrub.inspect} can't be written in UTF-8"
      end

      # A text as C takes it: the library ends texts at a NUL.
      def c_text(text, what)
        text = utf8(text, what)
        raise Error, "a NUL stands in #{what} #{text.inspect}" if text.include?("\0")

        "#{text}\0"
      end

      # The bytes of the library as a text.
      def as_text(bytes)
        bytes.force_encoding(Encoding::UTF_8)
      end

      # A text of the library's that ends at a NUL; nil where there is none.
      def text_at(pointer)
        as_text(pointer.to_s) unless pointer.null?
      end

      # The texts of a struct that holds nothing else.
      def texts_in(struct)
        struct.to_ptr[0, struct.class.size].unpack("J*").map { |address| text_at(Fiddle::Pointer.new(address)) }
      end

      # A struct of options, with its size; what isn't given is as usual.
      def options(type, **given)
        made = zeroed(type)
        { size: type.size, **given }.each { |name, value| made[name.to_s] = value unless value.nil? }
        made
      end

      def zeroed(type)
        made = type.malloc(Fiddle::RUBY_FREE)
        made.to_ptr[0, type.size] = "\0" * type.size
        made
      end

      # What an mb_error says. Fiddle would give a char[512] as 512 numbers, so its bytes are taken by their place.
      def mistake(error)
        words = lambda do |name|
          bytes = error.to_ptr[CError.offsetof(name), error[name].size]
          as_text(bytes.unpack1("Z*")).scrub
        end
        number = ->(name) { error[name].nonzero? }
        Error.new(words["message"], code: error["code"], file: words["file"], line: number["line"], column: number["column"],
                                    route: words["route"], pack: words["pack"], pack_line: number["pack_line"],
                                    advice: words["advice"], trace: words["trace"])
      end
    end

    def initialize(path)
      # Only what asks for the library sees its names.
      @handle = Fiddle::Handle.new(path, Fiddle::Handle::RTLD_NOW)
      check_version(path)
      @functions = FUNCTIONS.to_h { |prototype| function(prototype) }
    rescue Fiddle::DLError => e
      advice = "Install libminutebook in this gem's version, or name its file in the environment variable MINUTEBOOK_LIBRARY."
      raise Error.new("the library #{path} can't be used: #{e.message}", advice: advice), cause: nil
    end

    # Calls a function that doesn't fail.
    def call(name, *arguments)
      @functions.fetch(name).call(*arguments)
    end

    # Calls a function that describes its failure in the mb_error that is its last parameter.
    def check(name, *arguments)
      error = CError.malloc(Fiddle::RUBY_FREE)
      raise Library.mistake(error) unless call(name, *arguments, error).zero?
    end

    # Calls a function that gives a text and takes the text over: its bytes. A function that gives no size may give none.
    def made(name, *arguments, sized: true)
      out = Fiddle::Pointer.malloc(2 * Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
      check(name, *arguments, out, *(out + Fiddle::SIZEOF_VOIDP if sized))
      text, size = out[0, 2 * Fiddle::SIZEOF_VOIDP].unpack("J2")
      return (+"" if sized) if text.zero?

      copy(text, size, sized)
    end

    # Calls a function that opens something: a pointer that the function `close` frees, once.
    def opened(name, close, *arguments)
      out = Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
      check(name, *arguments, out)
      Fiddle::Pointer.new(out[0, Fiddle::SIZEOF_VOIDP].unpack1("J"), 0, @functions.fetch(close))
    end

    private

    def check_version(path)
      _, abi_version = function("uint32_t mb_abi_version(void)")
      return if abi_version.call == ABI_VERSION

      raise Error.new("#{path} has the interface #{abi_version.call}, and this gem needs #{ABI_VERSION}", advice: MEND)
    end

    def function(prototype)
      name, result, parameters = Library.parse_signature(prototype)
      [name.to_sym, Fiddle::Function.new(@handle[name], parameters, result)]
    end

    def copy(address, size, sized)
      text = Fiddle::Pointer.new(address)
      sized ? text[0, size] : text.to_s
    ensure
      call(:mb_free, address)
    end
  end
end

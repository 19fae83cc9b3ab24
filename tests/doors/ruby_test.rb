# frozen_string_literal: true

# ruby_test.rb: the gem: what it gives, and how it fails.
ENV["SOURCE_DATE_EPOCH"] = "1764547200"

require "fileutils"
require "minitest/autorun"
require "open3"
require "rbconfig"
require "tmpdir"
require "minutebook"

FOLDER = ENV.fetch("EXAMPLE_SITE")
PACK = File.join(FOLDER, "packs/2025-11-04.txt")

class DoorTest < Minitest::Test
  def page(route, *options)
    said, status = Open3.capture2(ENV.fetch("MINUTEBOOK"), "render", FOLDER, route, *options)
    assert status.success?
    said
  end

  # The Error of a block that has to fail.
  def refused(&block)
    assert_raises(Minutebook::Error, &block)
  end

  # A site in a folder of its own: its files by their paths.
  def with_site(files)
    Dir.mktmpdir("minutebook-") do |folder|
      files.each do |name, text|
        path = File.join(folder, name)
        FileUtils.mkdir_p(File.dirname(path))
        File.write(path, text)
      end
      yield folder
    end
  end

  # What another Ruby says of a program.
  def run_ruby(program, environment = {})
    said, status = Open3.capture2e(environment, RbConfig.ruby, "-W0", "-e", program, FOLDER)
    [said, status]
  end
end

class SiteTest < DoorTest
  def setup
    @site = Minutebook::Site.open(FOLDER)
  end

  def teardown
    @site.close
  end

  def test_pages_are_those_of_the_command
    @site.pages.first(5).each do |page|
      assert_equal page(page.route), @site.html(page.route)
      assert_equal page(page.route, "--markdown"), @site.markdown(page.route)
    end
  end

  def test_content_is_a_page_without_its_shell
    content = @site.content("/")
    assert_includes @site.html("/"), content.strip
    refute_includes content, "<html"
  end

  def test_pages_tell_what_they_are_and_what_they_are_about
    page = @site.pages.find { |one| one.kind == "meeting" }
    assert_match(/\A\d{4}-\d\d-\d\d\z/, page.date)
    assert_equal "#{page.route.delete_prefix("/")}index.html", page.path
    assert_equal page.date, @site.subject(page.route)["date"]
    about = @site.pages.select { |one| @site.subject(one.route) }.map(&:kind).uniq.sort
    assert_equal %w[item meeting panel person report], about
  end

  def test_files_are_all_that_is_published
    style = @site.files.find { |file| file.path == "assets/style.css" }
    assert_equal File.binread(style.origin), @site.file(style.path)
    assert_equal @site.html("/"), @site.file("index.html").force_encoding("UTF-8")
  end

  def test_data_findings_gaps_and_folders
    assert_equal "Wexcombe and Harle scrutiny", @site.data["title"]
    finding = @site.findings.first
    assert_includes %w[note warning error], finding.severity
    assert_path_exists finding.file
    assert_operator finding.line, :>, 0
    assert_nil finding.page
    refute_empty @site.gaps
    assert_includes @site.source_folders, FOLDER
  end

  def test_the_model_is_read_as_it_is_asked_for
    model = @site.model
    assert_empty @site.data.keys - model.fields
    meeting = model["meetings"].find { |one| one["next"] }
    assert_equal meeting, meeting["next"]["previous"]
    assert_equal 1, [meeting, meeting["next"]["previous"]].uniq.size
    assert_equal "SiteMeeting", meeting.type
    assert_equal "/panels/#{meeting["panel"]["id"]}/", meeting["panel"].route
    assert_equal model["meetings"].size, @site.data["meetings"].size
    assert_includes [true, false], model["people"].first["hidden"]
    assert_includes refused { model[:titel] }.advice, "title"
  end

  def test_every_field_of_every_object_is_what_the_json_says
    compare(@site.model, @site.data, 4)
  end

  # Objects of the model beside hashes of the JSON, so many levels deep; a reference is there what names the object, or its
  # position.
  def compare(is, should, depth)
    case is
    when Minutebook::Thing
      return assert_includes(%w[AgendaItem MinuteItem Contribution], is.type) if should.is_a?(Integer)
      return assert_includes((is.type == "Pack" ? [is["source"]] : [is]).flat_map { |one| one.map(&:last) }, should) unless should.is_a?(Hash)

      (should.keys & is.fields).each { |name| compare(is[name], should[name], depth - 1) } if depth.positive?
    when Array
      assert_equal should.size, is.size
      is.zip(should) { |one, other| compare(one, other, depth) }
    when nil then assert_nil should
    else assert_equal should, is
    end
  end

  def test_what_is_made_ahead_is_what_is_asked_for
    contents = @site.pages.to_h { |page| [page.route, @site.content(page.route)] }
    style = @site.file("assets/style.css")
    @site.make_ahead([*contents.keys.map { |route| [route, :content] }, ["assets/style.css", :file], ["/nowhere/", :html]])
    contents.to_a.reverse_each { |route, content| assert_equal content, @site.content(route) }
    assert_equal style, @site.file("assets/style.css")
    assert_includes refused { @site.html("/nowhere/") }.message, "no page '/nowhere/'"
    assert_includes refused { @site.make_ahead([["/", :pdf]]) }.message, "no format :pdf"
    assert_includes refused { @site.make_ahead([["/\0", :html]]) }.message, "NUL"
    @site.make_ahead([])
  end

  def test_a_build_puts_the_pages_where_they_belong_and_can_be_stopped
    with_site({}) do |to|
      heard = []
      built = @site.build(to: to, jobs: 1) { |*numbers| heard << numbers }
      assert_equal @site.pages.size, built.pages
      assert_equal @site.html("/"), File.read(File.join(to, "index.html"))
      assert_equal heard.last.first, heard.last.last
      assert_equal(-6, refused { @site.build(to: to) { false } }.code)
      assert_raises(RangeError) { @site.build(to: to) { raise RangeError } }
    end
  end

  def test_a_thread_that_is_ended_in_its_build_ends_behind_it
    with_site({}) do |to|
      begun = Queue.new
      thread = Thread.new { @site.build(to: to) { begun << true } }
      begun.pop
      assert_same thread, thread.kill.join
      refute_path_exists File.join(to, "index.html")
      assert_includes @site.html("/"), "<main"
    end
  end

  def test_a_site_that_is_closed_in_the_middle_of_its_build_is_built
    with_site({}) do |to|
      assert_equal 0, @site.build(to: to) { @site.close }.failed
    end
    assert_includes refused { @site.html("/") }.message, "the site is closed"
  end

  def test_a_site_that_is_opened_again_outlives_the_former
    again = Minutebook::Site.open(FOLDER, previous: @site, today: "2025-12-01", jobs: 1)
    @site.close
    assert_includes again.html("/"), "<main"
    again.close
  end

  def test_eight_threads_make_pages_of_one_site_and_open_their_own
    expected = @site.html("/")
    made = Array.new(8) do
      Thread.new do
        own = Minutebook::Site.open(FOLDER) { |site| site.html("/") }
        [own, *Array.new(10) { @site.html("/") }].uniq
      end
    end
    assert_equal [[expected]], made.map(&:value).uniq
  end

  def test_a_site_that_is_closed_while_threads_make_pages_breaks_none
    site = Minutebook::Site.open(FOLDER)
    threads = Array.new(8) do
      Thread.new do
        loop { site.html("/people/") }
      rescue Minutebook::Error => e
        e.reason
      end
    end
    sleep 0.05
    site.close
    assert_equal ["the site is closed"], threads.map(&:value).uniq
  end

  def test_what_is_forgotten_is_given_back
    skip unless File.exist?("/proc/self/status")
    said, = run_ruby('require "minutebook"; 20.times { Minutebook::Site.new(ARGV[0]); GC.start }; ' \
                     'puts File.read("/proc/self/status")[/VmRSS:\s*(\d+)/, 1]')
    assert_operator Integer(said), :<, 300_000
  end
end

class PackTest < DoorTest
  def test_a_pack_is_its_model
    pack = Minutebook::Pack.open(PACK, dialect: "uk")
    assert_equal "minutebook/1", pack.data["schema"]
    assert_kind_of Array, pack.findings
    pack.close
    pack.close
    assert_includes refused { pack.findings }.message, "the pack is closed"
    assert_equal "2025-11-04", Minutebook.pack(PACK)["meetings"][0]["date"]
  end

  def test_markdown_is_ours
    assert_equal "<h2 id=\"t\">Title</h2>\n<p><strong>A</strong> &amp; &lt;b&gt;</p>\n",
                 Minutebook.markdown("## Title {#t}\n\n**A** & <b>")
    assert_equal "", Minutebook.markdown("")
    assert_equal "<p>caf\u00e9 \ufffd</p>\n", Minutebook.markdown("caf\xE9 \0".dup.force_encoding("ISO-8859-1"))
  end

  def test_the_schema_names_the_types
    assert_includes Minutebook.schema, "SiteMeeting"
  end
end

class MistakesTest < DoorTest
  def test_mistakes_have_their_place_and_advice
    mistake = refused { Minutebook::Site.new("/nowhere") }
    assert_equal(-2, mistake.code)
    assert_includes mistake.message, "/nowhere"
    refute_empty mistake.advice
    with_site("site.yaml" => "title: T\ntilte: U\n", "layouts/home.md" => "# ${site.titel}\n") do |folder|
      heard = []
      first = refused { Minutebook::Site.new(folder, problem: ->(problem) { heard << problem.line }) }
      assert_equal ["site.yaml", 2, [2]], [File.basename(first.file), first.line, heard]
      File.write("#{folder}/site.yaml", "title: T\n")
      broken = refused { Minutebook::Site.open(folder) { |site| site.html("/") } }
      assert_equal ["#{folder}/layouts/home.md", 1, "/"], [broken.file, broken.line, broken.route]
      assert_match(%r{layouts/home\.md:1.*titel.*'title'.*on the page /}m, broken.message)
    end
  end

  def test_wrong_routes_days_packs_and_formats
    Minutebook::Site.open(FOLDER) do |site|
      assert_includes refused { site.html("/peple/") }.message, "/people/"
      assert_includes refused { site.render("/", :pdf) }.message, "no format :pdf"
      assert_includes refused { site.file("none") }.message, "none"
    end
    assert_includes refused { Minutebook::Site.new(FOLDER, today: "yesterday") }.message, "yesterday"
    assert_includes refused { Minutebook.pack("none.txt") }.message, "none.txt"
  end

  def test_nul_invalid_utf8_and_no_text
    Minutebook::Site.open(FOLDER) do |site|
      assert_equal 'a NUL stands in the route "/\u0000x"', refused { site.html("/\0x") }.message
      assert_match(/the route .* isn't UTF-8/, refused { site.html("/\xFF") }.message)
      assert_equal "the route is 5, and should be a text", refused { site.html(5) }.message
      assert_match(/field .* isn't UTF-8/, refused { site.model["\xFF"] }.message)
      assert_includes refused { site.model["a\0"] }.message, "NUL"
    end
    assert_includes refused { Minutebook::Site.new("a\0b") }.message, "NUL"
    assert_includes refused { Minutebook::Site.new(FOLDER, today: "2025\0") }.message, "NUL"
    assert_includes refused { Minutebook.pack("\xFF") }.message, "isn't UTF-8"
    assert_includes refused { Minutebook.markdown("\xFF") }.message, "isn't UTF-8"
    assert_includes refused { Minutebook.markdown(nil) }.message, "should be a text"
  end

  def test_a_closed_site_says_so_and_may_be_closed_again
    site = Minutebook::Site.new(FOLDER)
    meeting = site.model["meetings"].first
    2.times { site.close }
    uses = [-> { site.html("/") }, -> { site.pages }, -> { site.data }, -> { site.findings }, -> { site.build },
            -> { meeting["date"] }, -> { meeting.route }, -> { Minutebook::Site.new(FOLDER, previous: site) }]
    uses.each { |use| assert_equal "the site is closed", refused(&use).message }
  end

  def test_a_missing_a_strange_and_an_older_library
    program = 'require "minutebook"; begin; Minutebook.version; rescue Minutebook::Error => e; puts e.message; end'
    ["/nowhere/libminutebook.so", __FILE__].each do |library|
      said, status = run_ruby(program, "MINUTEBOOK_LIBRARY" => library)
      assert status.success?
      assert_match(/\Athe library #{library} can't be used.*\nInstall libminutebook.*MINUTEBOOK_LIBRARY\.\n\z/, said)
    end
    said, = run_ruby("require 'minutebook'; Minutebook::Library.send(:remove_const, :ABI_VERSION); " \
                     "Minutebook::Library::ABI_VERSION = 9; #{program}")
    assert_match(/has the interface 0, and this gem needs 9\nInstall the library and this gem in the same version\.\n\z/, said)
  end

  def test_the_library_is_loaded_twice_in_one_process
    with_site({}) do |folder|
      copy = File.join(folder, "libcopy.so")
      FileUtils.cp(File.realpath(ENV.fetch("MINUTEBOOK_LIBRARY")), copy)
      libraries = [Minutebook.library, Minutebook::Library.load, Minutebook::Library.new(copy)]
      assert_equal ["<p>a</p>\n"], libraries.map { |library| library.made(:mb_markdown, "a", 1) }.uniq
    end
  end

  def test_a_program_that_ends_in_the_middle_ends_well
    program = 'require "minutebook"; site = Minutebook::Site.new(ARGV[0]); ' \
              '8.times { Thread.new { 300.times { site.html("/people/") } } }; sleep 0.05; %s'
    said, status = run_ruby(format(program, "exit 3"))
    assert_equal ["", 3], [said, status.exitstatus]
    said, status = run_ruby(format(program, "Process.kill(:INT, $$); sleep"))
    assert_match(/Interrupt/, said)
    assert_equal Signal.list["INT"], status.termsig
  end
end

# frozen_string_literal: true

module JekyllMinutebook
  # Jekyll watches its own source. What makes the council's site and lies elsewhere is watched here, and Jekyll builds again
  # when it changes.
  class Watch
    # Two watchers may see changes at once, and one of them builds.
    module OneAtATime
      LOCK = Monitor.new

      def process
        LOCK.synchronize { super }
      end
    end

    def initialize(host, source)
      Jekyll::External.require_with_graceful_fail "jekyll-watch" # and with it listen
      @host = host
      @source = source
      @watched = {}
      host.singleton_class.prepend(OneAtATime)
    end

    # Watches the folders that aren't yet.
    def follow
      missing = @source.folders.reject { |folder| @watched.key?(folder) || jekyll_watches?(folder) }
      missing.each { |folder| @watched[folder] = listener(folder).tap(&:start) }
    end

    private

    # It does within its source, but for what the project told it to leave out.
    def jekyll_watches?(folder)
      inside = "#{folder}/".start_with?("#{@host.source}/")
      left_out = Array(@host.config["exclude"]).map { |path| Jekyll.sanitized_path(@host.source, path) }
      inside && left_out.none? { |path| "#{folder}/".start_with?(path) }
    end

    def listener(folder)
      Listen.to(folder, force_polling: @host.config["force_polling"]) do |*changed|
        files = changed.flatten.select { |path| @source.ours?(path) }
        build_again(files) unless files.empty?
      end
    end

    # As Jekyll's own watcher does it.
    def build_again(files)
      start = Time.now
      Jekyll.logger.info "Regenerating:", "#{files.size} file(s) changed at #{start.strftime("%Y-%m-%d %H:%M:%S")}"
      files.each { |path| Jekyll.logger.info "", path }
      @host.process
      Jekyll.logger.info "", "...done in #{Time.now - start} seconds."
    rescue StandardError => e
      Jekyll.logger.warn "Error:", e.message
    end
  end
end

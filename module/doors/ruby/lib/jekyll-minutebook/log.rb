# frozen_string_literal: true

module JekyllMinutebook
  # What Jekyll's log tells of us.
  module Log
    MOST_FINDINGS = 20 # a large site has hundreds

    class << self
      # Lines below a topic, which stands before the first.
      def tell(level, lines)
        lines.each_with_index { |line, index| Jekyll.logger.public_send(level, index.zero? ? "Minutebook:" : "", line) }
      end

      # Runs the block. A mistake in it stops Jekyll, which shows the message behind the first line of its backtrace: that
      # is who speaks. What called us is told with --verbose.
      def telling
        yield
      rescue Minutebook::Error => e
        Jekyll.logger.debug "Minutebook:", e.backtrace.join(" ")
        e.set_backtrace(["minutebook"])
        raise e, cause: nil
      end

      # Findings of at least a severity.
      def lines_of(findings, least)
        severities = Options::SEVERITIES.first(Options::SEVERITIES.index(least) + 1)
        shown = findings.select { |one| severities.include?(one.severity) }
        lines = shown.first(MOST_FINDINGS).map(&:to_s)
        lines << "and #{shown.size - lines.size} more, which 'minutebook check' tells" if shown.size > lines.size
        lines
      end
    end
  end
end

# frozen_string_literal: true

module Minutebook
  # What the library calls back, as pointers of C. Nothing may jump over C's own work: an exception is kept, ends the work
  # where it can, and is raised behind it; a thread that is to end ends behind it, too.
  module Calls
    SIGNATURES = {
      progress: [Fiddle::TYPE_INT, [Fiddle::TYPE_VOIDP, Fiddle::TYPE_SIZE_T, Fiddle::TYPE_SIZE_T]],
      problem: [Fiddle::TYPE_VOID, [Fiddle::TYPE_VOIDP, Fiddle::TYPE_VOIDP]]
    }.freeze
    private_constant :SIGNATURES

    class << self
      # Gives the block the options of these names, for as long as it runs.
      def hear(progress: nil, problem: nil, &block)
        return yield({}) unless progress || problem

        raised = []
        begin
          done = Thread.handle_interrupt(Object => :never) { block.call(closures(progress, problem, raised)) }
        rescue Error => e
          raise(raised.first || e)
        end
        raised.empty? ? done : raise(raised.first)
      end

      private

      def closures(progress, problem, raised)
        ending = ->(_, *counts) { guarded(raised, 1) { ends?(progress, counts) ? 1 : 0 } }
        telling = ->(_, error) { guarded(raised, nil) { tell(problem, error) } }
        { progress: progress && closure(:progress, &ending), problem: problem && closure(:problem, &telling) }.compact
      end

      def ends?(progress, counts)
        progress.call(*counts) == false || Thread.pending_interrupt?
      end

      def tell(problem, error)
        problem.call(Library.mistake(Library::CError.new(error)))
      end

      def closure(name, &block)
        Fiddle::Closure::BlockCaller.new(*SIGNATURES.fetch(name), &block)
      end

      def guarded(raised, otherwise)
        return otherwise unless raised.empty?

        yield
      rescue Exception => e
        raised << e
        otherwise
      end
    end
  end
end

# frozen_string_literal: true

module JekyllMinutebook
  # Makes pages and files on threads of their own, in order and ahead of Jekyll, which asks for one after the other. What
  # is wanted is a call of the site: [:render, "/", :content].
  class Ahead
    MOST = 200 # made and not yet asked for

    def initialize(site, calls)
      @site = site
      @waiting = calls.to_h { |call| [call, true] }
      @making = {}
      @made = {}
      @lock = Mutex.new
      @changed = ConditionVariable.new
      @threads = Array.new(Etc.nprocessors) { Thread.new { work } }
    end

    # What the call gives, or the mistake that it raises; out of order it is made at once.
    def take(call)
      made = @lock.synchronize do
        @changed.wait(@lock) while @making.key?(call)
        @waiting.delete(call)
        @changed.broadcast
        @made.delete(call)
      end
      made ||= make(call)
      made.is_a?(Minutebook::Error) ? raise(made) : made
    end

    # Ends the threads, once each has made what it is at.
    def stop
      @lock.synchronize do
        @waiting.clear
        @changed.broadcast
      end
      @threads.each(&:join)
    end

    private

    def work
      while (call = begin_next)
        made = make(call)
        @lock.synchronize do
          @making.delete(call)
          @made[call] = made
          @changed.broadcast
        end
      end
    end

    def begin_next
      @lock.synchronize do
        @changed.wait(@lock) while @made.size >= MOST && !@waiting.empty?
        call, = @waiting.shift
        @making[call] = true if call
        call
      end
    end

    def make(call)
      @site.public_send(*call)
    rescue Minutebook::Error => e
      e
    end
  end
end

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
      @delivered = ConditionVariable.new
      @room = ConditionVariable.new
      @threads = Array.new(Etc.nprocessors) { Thread.new { work } }
    end

    # What the call gives, or the mistake that it raises. Out of order it is made at once.
    def take(call)
      made = @lock.synchronize do
        @delivered.wait(@lock) while @making.key?(call)
        @waiting.delete(call)
        @room.broadcast if @made.size == MOST / 2 # not each time: every thread that wakes takes Ruby's lock
        @made.delete(call)
      end
      made ||= make(call)
      made.is_a?(Exception) ? raise(made) : made
    end

    # Ends the threads, once each has made what it is at.
    def stop
      @lock.synchronize do
        @waiting.clear
        @room.broadcast
      end
      @threads.each(&:join)
    end

    private

    def work
      call = nil
      made = make(call) while (call = next_after(call, made))
    end

    # Delivers what was made, and begins the next call; nil where none is left.
    def next_after(call, made)
      @lock.synchronize do
        deliver(call, made) if call
        @room.wait(@lock) while @made.size >= MOST && !@waiting.empty?
        call, = @waiting.shift
        @making[call] = true if call
        call
      end
    end

    def deliver(call, made)
      @making.delete(call)
      @made[call] = made
      @delivered.signal # Jekyll is one thread
    end

    def make(call)
      @site.public_send(*call)
    rescue StandardError, NoMemoryError => e
      e
    end
  end
end

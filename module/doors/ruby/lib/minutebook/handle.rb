# frozen_string_literal: true

module Minutebook
  # A pointer of the library's that is given back once: when it is closed and the last use has ended, or when nobody has
  # it any more.
  class Handle
    def initialize(pointer, what)
      @pointer = pointer
      @what = what
      @lock = Mutex.new
      @users = 0
      @closed = false
    end

    # Gives the pointer to the block, and keeps it open until the block ends.
    def use
      enter
      begin
        yield @pointer
      ensure
        leave
      end
    end

    def close
      @lock.synchronize do
        @closed = true
        free
      end
    end

    private

    def enter
      @lock.synchronize do
        raise Error, "the #{@what} is closed" if @closed

        @users += 1
      end
    end

    def leave
      @lock.synchronize do
        @users -= 1
        free
      end
    end

    def free
      @pointer.call_free if @closed && @users.zero?
    end
  end
end

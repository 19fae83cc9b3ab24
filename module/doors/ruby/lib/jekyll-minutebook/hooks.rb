# frozen_string_literal: true

module JekyllMinutebook
  def self.generator_of(host)
    host.generators.grep(Generator).first
  end
end

Jekyll::Hooks.register :site, :after_init do |host|
  JekyllMinutebook.generator_of(host)&.leave_out_source(host)
end

Jekyll::Hooks.register :site, :post_write do |host|
  JekyllMinutebook.generator_of(host)&.finish(host)
end

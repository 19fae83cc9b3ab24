# frozen_string_literal: true

# The plug-in for Jekyll: the pages of a site stand among a project's own.
#
#     plugins: [jekyll-minutebook]
#     minutebook:
#       site: council      # the folder that has a site.yaml, beside _config.yml
#       layout: default    # the project's own layout; where it is missing, the pages are the theme's, whole
require "monitor"
require "jekyll"
require "minutebook"

require_relative "jekyll-minutebook/options"
require_relative "jekyll-minutebook/source"
require_relative "jekyll-minutebook/drops"
require_relative "jekyll-minutebook/page"
require_relative "jekyll-minutebook/published"
require_relative "jekyll-minutebook/log"
require_relative "jekyll-minutebook/watch"
require_relative "jekyll-minutebook/generator"
require_relative "jekyll-minutebook/hooks"

<?php

/**
 * Minutebook in PHP: the pages and the record of a site, through FFI (ffi.enable must allow it where the page runs).
 *
 *     $site = new Minutebook\Site('example-site');
 *     foreach ($site->pages() as $page) { echo $page['route'], ' ', $page['title'], "\n"; }
 *     echo $site->content('/');
 *
 * Every failure is a Minutebook\Failure: what happened, in which file and line, what to do. The shared library is the one
 * that MINUTEBOOK_LIBRARY names in the environment, else the system's libminutebook.so.0.
 */

namespace Minutebook;

final class Failure extends \RuntimeException
{
    public function __construct(string $message, public readonly string $where = '', public readonly string $route = '',
                                public readonly string $advice = '') {
        parent::__construct(implode("\n", array_filter([$where === '' ? $message : "$where: $message", $advice])));
    }
}

final class Library
{
    private const ABI_VERSION = 0;
    private const INTERFACE = '
        typedef struct mb_error {
            int code; uint32_t line, column; char file[512]; char route[256]; char pack[512]; uint32_t pack_line;
            char message[1024]; char advice[512]; char trace[1024];
        } mb_error;
        typedef struct mb_site mb_site;
        typedef struct mb_site_options {
            size_t size; const char *today; unsigned jobs; const char *cache; const mb_site *previous;
            void *problem; void *context;
        } mb_site_options;
        typedef struct mb_page_info { const char *route; const char *kind; const char *title; const char *date; } mb_page_info;
        uint32_t mb_abi_version(void);
        void mb_free(void *memory);
        int mb_site_open(const char *folder, const mb_site_options *options, mb_site **out, mb_error *error);
        void mb_site_close(mb_site *site);
        int mb_site_make_file(const mb_site *site, const char *path, char **out, size_t *size, mb_error *error);
        int mb_site_page(const mb_site *site, size_t index, mb_page_info *out);
        int mb_site_render(const mb_site *site, const char *route, int format, char **out, size_t *size, mb_error *error);
    ';
    private static ?\FFI $loaded = null;

    public static function get(): \FFI
    {
        if (self::$loaded === null) {
            $path = getenv('MINUTEBOOK_LIBRARY') ?: 'libminutebook.so.0';
            try {
                $library = \FFI::cdef(self::INTERFACE, $path);
            } catch (\FFI\Exception $exception) {
                throw new Failure("the library $path can't be used: " . $exception->getMessage(),
                                  advice: 'Install libminutebook, name its file in MINUTEBOOK_LIBRARY, set ffi.enable=true.');
            }
            if ($library->mb_abi_version() !== self::ABI_VERSION) {
                throw new Failure("$path and this class are of two versions", advice: 'Install both in the same one.');
            }
            self::$loaded = $library;
        }
        return self::$loaded;
    }

    /** Throws what the library describes. */
    public static function check(int $code, \FFI\CData $error): void
    {
        if ($code === 0) return;
        $where = implode(':', array_filter([\FFI::string($error->file), $error->line, $error->column]));
        throw new Failure(\FFI::string($error->message), $where, \FFI::string($error->route), \FFI::string($error->advice));
    }

    /** A text for the library, which ends texts at a NUL. */
    public static function plain(string $text): string
    {
        return str_contains($text, "\0") ? throw new Failure('a NUL stands in a path, route or day') : $text;
    }
}

final class Site
{
    private ?\FFI\CData $site = null;

    /** Opens the site in a folder that has a site.yaml; $today is a date as 2025-11-04, null: today. */
    public function __construct(string $folder, ?string $today = null)
    {
        $library = Library::get();
        [$options, $error] = [$library->new('mb_site_options'), $library->new('mb_error')];
        [$site, $day] = [$library->new('mb_site *'), $library->new('char[' . strlen($today ?? '') + 1 . ']')];
        \FFI::memcpy($day, Library::plain($today ?? ''), strlen($today ?? ''));
        $options->size = \FFI::sizeof($options);
        $options->today = $today === null ? null : \FFI::addr($day[0]);
        Library::check($library->mb_site_open(Library::plain($folder), \FFI::addr($options), \FFI::addr($site), \FFI::addr($error)), $error);
        $this->site = $site;
    }

    /** Gives the site back; what was taken from it stays. */
    public function close(): void
    {
        if ($this->site !== null) Library::get()->mb_site_close($this->site);
        $this->site = null;
    }

    public function __destruct() { $this->close(); }
    private function __clone() {} // two would give back the same site
    private function open(): \FFI\CData { return $this->site ?? throw new Failure('the site is closed'); }

    /** All pages by route: arrays with route, kind, title and date ('' where it has none). */
    public function pages(): array
    {
        [$library, $site, $info, $pages] = [Library::get(), $this->open(), Library::get()->new('mb_page_info'), []];
        for ($i = 0; $library->mb_site_page($site, $i, \FFI::addr($info)) === 0; $i++) {
            $pages[] = ['route' => $info->route, 'kind' => $info->kind, 'title' => $info->title, 'date' => $info->date];
        }
        return $pages;
    }

    /** The page's HTML without the shell, to put into a page of one's own. */
    public function content(string $route): string
    {
        return $this->text('mb_site_render', Library::plain($route), 4);
    }

    /** The page as it is published. */
    public function html(string $route): string
    {
        return $this->text('mb_site_render', Library::plain($route), 0);
    }

    /** The site's index as an array, or another of its files: $site->data($meeting['file']), 'data/decisions.json'. */
    public function data(string $file = 'data/site.json'): array
    {
        return json_decode($this->text('mb_site_make_file', Library::plain($file)), true, 512, JSON_THROW_ON_ERROR);
    }

    private function text(string $function, mixed ...$arguments): string
    {
        $library = Library::get();
        [$out, $size, $error] = [$library->new('char *'), $library->new('size_t'), $library->new('mb_error')];
        $code = $library->$function($this->open(), ...$arguments, ...[\FFI::addr($out), \FFI::addr($size), \FFI::addr($error)]);
        Library::check($code, $error);
        try {
            return \FFI::string($out, $size->cdata);
        } finally {
            $library->mb_free($out);
        }
    }
}

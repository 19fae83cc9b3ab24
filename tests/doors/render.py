"""render.py LIBRARY SITE ROUTE: makes one page of a site as HTML, through nothing but the C interface."""

import sys
from ctypes import CDLL, POINTER, Structure, byref, c_char, c_char_p, c_int, c_size_t, c_uint32, c_void_p, string_at


class Error(Structure):
    _fields_ = [("code", c_int), ("line", c_uint32), ("column", c_uint32), ("file", c_char * 512),
                ("route", c_char * 256), ("pack", c_char * 512), ("pack_line", c_uint32), ("message", c_char * 1024),
                ("advice", c_char * 512), ("trace", c_char * 1024)]


def check(code, error):
    if code:
        sys.exit(f"{error.file.decode()}:{error.line}: {error.message.decode()}\n{error.advice.decode()}")


minutebook = CDLL(sys.argv[1])
minutebook.mb_site_open.argtypes = [c_char_p, c_void_p, POINTER(c_void_p), POINTER(Error)]
minutebook.mb_site_render.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_void_p), POINTER(c_size_t), POINTER(Error)]
minutebook.mb_free.argtypes = minutebook.mb_site_close.argtypes = [c_void_p]

site, page, size, error = c_void_p(), c_void_p(), c_size_t(), Error()
check(minutebook.mb_site_open(sys.argv[2].encode(), None, byref(site), byref(error)), error)
check(minutebook.mb_site_render(site, sys.argv[3].encode(), 0, byref(page), byref(size), byref(error)), error)
sys.stdout.buffer.write(string_at(page, size.value))
minutebook.mb_free(page)
minutebook.mb_site_close(site)

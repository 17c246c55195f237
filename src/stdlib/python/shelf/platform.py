"""The module `platform`: a Linux machine."""
# Not modelled: freedesktop_os_release java_ver libc_ver mac_ver python_branch python_build python_revision system_alias uname win32_edition win32_ver

import sys


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return "6.1.0"


def version():
    return "#1 SMP"


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable=None):
    return ("64bit", "ELF")


def python_implementation():
    return "CPython"


def python_version():
    return sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_compiler():
    return "GCC 12.2.0"


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64-with-glibc2.36"

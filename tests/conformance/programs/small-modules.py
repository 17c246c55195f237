"""Modules that a line or two is wanted of: html, keyword, shlex, hmac; and sequences of one's own."""
import hashlib
import hmac
import html
import keyword
import shlex
import threading
import types
from collections import Counter, UserList

results = {}


def note(name, function, *arguments):
    results[name] = function(*arguments)


jobs = [
    ("escape", html.escape, "<a href='x'>\"&\"</a>"),
    ("unescape", html.unescape, "&lt;b&gt; &amp; &#39;x&#39; &#x41; &copy; &nbsp;| a & b"),
    ("split", shlex.split, "run -o 'two words' \"a \\\"b\\\"\" c\\ d # no comment"),
    ("quote", shlex.quote, "it's"),
    ("plain", shlex.quote, "plain.txt"),
    ("keyword", keyword.iskeyword, "lambda"),
    ("none", keyword.iskeyword, "print"),
    ("hmac", lambda: hmac.new(b"key", b"message", hashlib.sha256).hexdigest()[:16]),
    ("by name", lambda: hmac.new(b"k" * 100, b"m", "sha1").hexdigest()),
    ("equal", hmac.compare_digest, "abc", "abc"),
]
threads = [threading.Thread(target=note, args=job) for job in jobs]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
try:
    shlex.split("'open")
except ValueError as error:
    print(error)
print(shlex.join(["a b", "c"]), len(keyword.kwlist) >= 35, Counter("ab") == {"a": 1, "b": 1}, Counter("ab") == {"a": 1})


class Track(UserList):
    def last(self):
        return self[-1]


track = Track([1, 2, 3])
print(track[1:], type(track[1:]).__name__, type(track + [4]).__name__, (track + [4]).last(), track * 2, track.data)
module = types.ModuleType("made")
module.value = 5
print(module, module.__name__, module.value)

"""The module `difflib`: what two sequences have in common, by the longest run that both have, and then on either side of it
(Ratcliff and Obershelp, "Pattern Matching: The Gestalt Approach", 1988; `Lib/difflib.py` says which of equal runs it takes).
"""
# Not modelled: HtmlDiff diff_bytes

import heapq
from _internal import GenericAlias
from _namedtuple import namedtuple

Match = namedtuple("Match", "a b size", module="difflib")


def _similarity(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        # Where each element stands in `b`: without junk, and without what a long sequence is full of.
        self.b2j = places = {}
        for at, element in enumerate(b):
            places.setdefault(element, []).append(at)
        self.bjunk, self.bpopular = set(), set()
        if self.isjunk:
            self.bjunk = {element for element in places if self.isjunk(element)}
        for element in self.bjunk:
            del places[element]
        if self.autojunk and len(b) >= 200:
            often = len(b) // 100 + 1
            self.bpopular = {element for element, found in places.items() if len(found) > often}
        for element in self.bpopular:
            del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        best_a, best_b, size = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = longer[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    best_a, best_b, size = i - length + 1, j - length + 1, length
            lengths = longer
        # Then it is made longer by what was left out of the search: first what is no junk, then junk.
        for takes_junk in (False, True):
            while (best_a > alo and best_b > blo and (b[best_b - 1] in junk) == takes_junk and a[best_a - 1] == b[best_b - 1]):
                best_a, best_b, size = best_a - 1, best_b - 1, size + 1
            while (best_a + size < ahi and best_b + size < bhi and (b[best_b + size] in junk) == takes_junk
                   and a[best_a + size] == b[best_b + size]):
                size += 1
        return Match(best_a, best_b, size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            pending, found = [(0, len(self.a), 0, len(self.b))], []
            while pending:
                alo, ahi, blo, bhi = pending.pop()
                i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    found.append(match)
                    if alo < i and blo < j:
                        pending.append((alo, i, blo, j))
                    if i + size < ahi and j + size < bhi:
                        pending.append((i + size, ahi, j + size, bhi))
            found.sort()
            joined = []
            for i, j, size in found:
                if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                    joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
                else:
                    joined.append((i, j, size))
            self.matching_blocks = [Match(*block) for block in joined + [(len(self.a), len(self.b), 0)]]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            i = j = 0
            self.opcodes = []
            for at_a, at_b, size in self.get_matching_blocks():
                kind = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}.get((i < at_a, j < at_b))
                if kind is not None:
                    self.opcodes.append((kind, i, at_a, j, at_b))
                i, j = at_a + size, at_b + size
                if size:
                    self.opcodes.append(("equal", at_a, i, at_b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        codes = list(codes)
        if codes[0][0] == "equal":
            kind, i1, i2, j1, j2 = codes[0]
            codes[0] = kind, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            kind, i1, i2, j1, j2 = codes[-1]
            codes[-1] = kind, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for kind, i1, i2, j1, j2 in codes:
            if kind == "equal" and i2 - i1 > 2 * n:
                group.append((kind, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((kind, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _similarity(sum([block.size for block in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for element in self.b:
                self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
        left, matches = {}, 0
        for element in self.a:
            count = left.get(element, self.fullbcount.get(element, 0))
            left[element] = count - 1
            matches += count > 0
        return _similarity(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _similarity(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in heapq.nlargest(n, found)]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for kind, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if kind == "equal":
                for line in a[alo:ahi]:
                    yield "  " + line
            else:
                yield from self._differing(a, alo, ahi, b, blo, bhi)

    def _differing(self, a, alo, ahi, b, blo, bhi):
        """Two stretches that differ: the pair of lines that are most alike, and then what is before and after it."""
        if alo == ahi or blo == bhi:
            yield from ["- " + line for line in a[alo:ahi]] + ["+ " + line for line in b[blo:bhi]]
            return
        best, cutoff, equal = 0.74, 0.75, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = (i, j) if equal is None else equal
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, best_i, best_j = matcher.ratio(), i, j
        if best >= cutoff:
            equal = None
        elif equal is None:
            removed, added = ["- " + line for line in a[alo:ahi]], ["+ " + line for line in b[blo:bhi]]
            yield from added + removed if len(added) < len(removed) else removed + added
            return
        else:
            best_i, best_j = equal
        yield from self._differing(a, alo, best_i, b, blo, best_j)
        if equal is None:
            yield from self._marked(a[best_i], b[best_j], matcher)
        else:
            yield "  " + a[best_i]
        yield from self._differing(a, best_i + 1, ahi, b, best_j + 1, bhi)

    def _marked(self, one, other, matcher):
        """Two lines that are alike, each with marks under what differs."""
        signs = {"replace": "^", "delete": "-", "insert": "+", "equal": " "}
        below_one = below_other = ""
        matcher.set_seqs(one, other)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            below_one += signs[kind] * (i2 - i1)
            below_other += signs[kind] * (j2 - j1)
        for head, line, marks in (("- ", one, below_one), ("+ ", other, below_other)):
            yield head + line
            marks = "".join([letter if mark == " " and letter.isspace() else mark for letter, mark in zip(line, marks)]).rstrip()
            if marks:
                yield "? " + marks + "\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        kept = ("  ", {1: "- ", 2: "+ "}[int(which)])
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in kept:
            yield line[2:]


def _check(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError("input must be a sequence of strings, not str")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("all arguments must be str, not: %r" % (text,))


# What stands above the first difference, and only there.
def _heads(before, after, lineterm):
    for sign, name, date in (before, after):
        yield sign + " " + name + ("\t" + date if date else "") + lineterm


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def place(start, stop):
        length = stop - start
        return str(start + 1) if length == 1 else "%d,%d" % (start + 1 if length else start, length)

    heads = _heads(("---", fromfile, fromfiledate), ("+++", tofile, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from heads
        yield "@@ -" + place(group[0][1], group[-1][2]) + " +" + place(group[0][3], group[-1][4]) + " @@" + lineterm
        for kind, i1, i2, j1, j2 in group:
            if kind == "equal":
                yield from [" " + line for line in a[i1:i2]]
                continue
            if kind != "insert":
                yield from ["-" + line for line in a[i1:i2]]
            if kind != "delete":
                yield from ["+" + line for line in b[j1:j2]]


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}

    def place(start, stop):
        length = stop - start
        first = start + 1 if length else start
        return str(first) if length <= 1 else "%d,%d" % (first, first + length - 1)

    heads = _heads(("***", fromfile, fromfiledate), ("---", tofile, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from heads
        yield "***************" + lineterm
        yield "*** " + place(group[0][1], group[-1][2]) + " ****" + lineterm
        kinds = [code[0] for code in group]
        if "replace" in kinds or "delete" in kinds:
            for kind, i1, i2, _, _ in group:
                if kind != "insert":
                    yield from [signs[kind] + line for line in a[i1:i2]]
        yield "--- " + place(group[0][3], group[-1][4]) + " ----" + lineterm
        if "replace" in kinds or "insert" in kinds:
            for kind, _, _, j1, j2 in group:
                if kind != "delete":
                    yield from [signs[kind] + line for line in b[j1:j2]]

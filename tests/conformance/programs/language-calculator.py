"""A calculator: tokens, a parser, and its errors in threads."""

# tokenizer / parser / calculator
import threading
class Tok:
    __slots__ = ("kind", "val")
    def __init__(self, kind, val): self.kind = kind; self.val = val
    def __repr__(self): return f"{self.kind}:{self.val}"
def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield Tok("NUM", float(s[i:j]) if "." in s[i:j] else int(s[i:j])); i = j
        elif c in "+-*/()^": yield Tok("OP", c); i += 1
        else: raise SyntaxError(f"bad char {c!r} at {i}")
class Parser:
    PREC = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    def __init__(self, s): self.toks = list(tokenize(s)); self.pos = 0
    def peek(self): return self.toks[self.pos] if self.pos < len(self.toks) else None
    def next(self): t = self.peek(); self.pos += 1; return t
    def atom(self):
        t = self.next()
        if t is None: raise SyntaxError("unexpected end")
        if t.kind == "NUM": return t.val
        if t.val == "(":
            v = self.expr(0)
            if (n := self.next()) is None or n.val != ")": raise SyntaxError("expected )")
            return v
        if t.val == "-": return -self.atom()
        raise SyntaxError(f"unexpected {t}")
    def expr(self, minp):
        left = self.atom()
        while (t := self.peek()) and t.kind == "OP" and t.val in self.PREC and self.PREC[t.val] >= minp:
            self.next(); right = self.expr(self.PREC[t.val] + (t.val != "^"))
            left = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": lambda a, b: a ** b}[t.val](left, right)
        return left
res = {}
def work(e):
    try: res[e] = Parser(e).expr(0)
    except (SyntaxError, ZeroDivisionError) as ex: res[e] = f"{type(ex).__name__}: {ex}"
exprs = ["1 + 2 * 3", "(1+2)*3", "2^3^2", "10/4 - .5", "1/0", "2 * (3", "4 $ 4", "-(2+3)*2"]
ts = [threading.Thread(target=work, args=(e,)) for e in exprs]
for t in ts: t.start()
for t in ts: t.join()
for e in exprs: print(f"{e:<12} = {res[e]}")
print(list(tokenize("1+2.5")))

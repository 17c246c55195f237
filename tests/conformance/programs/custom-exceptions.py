class Base(Exception):
    """Base of them all."""


class NotFound(Base):
    def __init__(self, what):
        super().__init__(f"{what} not found")
        self.what = what


try:
    raise NotFound("key")
except Base as e:
    print(e, e.what, isinstance(e, NotFound), repr(e), e.args)
try:
    raise Base
except Base as e:
    print(repr(e), str(e) == "")
try:
    raise ValueError("a", 2)
except ValueError as e:
    print(e, e.args)
try:
    raise TypeError from None
except TypeError as e:
    print(e.__cause__, e.__suppress_context__)
try:
    raise "text"
except TypeError as e:
    print(e)
error = KeyError("k")
print(error, str(error), repr(error), StopIteration(3).value)

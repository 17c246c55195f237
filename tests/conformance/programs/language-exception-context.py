"""What __context__ and __cause__ are: set anew at each raise."""

def f():
    try: raise ValueError(1)
    except ValueError:
        try: raise KeyError(2)
        except KeyError as e: return e
e = f(); print(repr(e.__context__), repr(e.__context__.__context__))
def g():
    try: raise ValueError(1)
    finally:
        try: raise KeyError(2)
        except KeyError as e: print(repr(e.__context__))
try: g()
except ValueError as e: print(repr(e), repr(e.__context__))
err = ValueError("reused")
for i in range(2):
    try:
        try: raise TypeError(i)
        except TypeError: raise err
    except ValueError as e: print(repr(e.__context__))
try:
    try: raise err
    except ValueError as e: raise e
except ValueError as e: print(e.__context__)
try:
    raise ValueError from None
except ValueError as e: print(e.__suppress_context__, e.__cause__)
try: raise ValueError("a") from 5
except TypeError as e: print(e)


def join_in_handler():
    try:
        raise KeyError("first")
    except KeyError:
        "".join(5)


try:
    join_in_handler()
except TypeError as error:
    print(error, repr(error.__context__))
print(repr(OSError(2, "x")), OSError(13, "y").__class__.__name__, OSError("z"), OSError(99999, "w").errno)

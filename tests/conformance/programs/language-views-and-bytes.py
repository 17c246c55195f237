"""Views of dicts as sets, bytes of both kinds, and integers too long to be written."""

print({1: 2}.keys() == {1}, {1:2, 3:4}.keys() >= {1}, {1:2}.items() == {(1,2)}, {1:2}.keys() < {1, 2}, {1} == {1:2}.keys(), {1} <= {1:2}.keys())
print({1:2}.keys() - {1}, {1:2}.keys() | [5], {1:2}.keys() ^ {1}, {1:2}.keys().isdisjoint([3]), {1:1}.values() == {1:1}.values())

print(b"a" < bytearray(b"b"), bytearray(b"a") < b"b", bytearray(b"a") == b"a", bytearray(b"c") > bytearray(b"b"))
print(list(reversed(bytearray(b"abc"))), list(reversed(b"ab")), float(b"1.5"), int(b"12"), bytes(bytearray(b"x")), bytearray(b"ab") + b"c", b"c" + bytearray(b"d"))
ba = bytearray(b"hello"); ba[0] = 72; ba.append(33); ba.extend(b"!!"); print(ba, ba.decode(), ba.pop(), ba.index(b"o"), 72 in ba)
try: ba[0] = 300
except ValueError as e: print(e)

print(len(str(10**4299)))
try: print(10**5000)
except ValueError as e: print(e)
try: int("1" * 5000)
except ValueError as e: print(e)

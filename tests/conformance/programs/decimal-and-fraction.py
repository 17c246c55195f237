from decimal import *
import threading
print(Decimal("1.10") + Decimal("2.2"), Decimal(1) / Decimal(7), Decimal("0.1") * 3, Decimal(0.1))
print(Decimal("10") / 4, Decimal("1E+3") + 1, Decimal("-0"), Decimal("1e-10"), Decimal("123456789012345678901234567890") + 1)
print(Decimal("2.675").quantize(Decimal("0.01")), Decimal("2.665").quantize(Decimal("0.01"), ROUND_HALF_UP), round(Decimal("2.5")), round(Decimal("2.345"), 2))
for v in ("1234567.891", "-0.5", "100", "1E+5"):
    d = Decimal(v)
    print(f"{d:.2f} {d:,.1f} {d:>12} {d:e} {d:.3e} {d:g} {d!r} {d:010.2f} {d:+}")
print(f"{Decimal('0.256'):.1%}", "%s" % Decimal("1.0"), str(Decimal("3.140").normalize()), Decimal("500").normalize())
print(Decimal("3") > 2, Decimal("1.5") == 1.5, Decimal("1.10") == Decimal("1.1"), sorted([Decimal(3), Decimal("1.5"), 2]), max(Decimal(1), Decimal(2)))
print(hash(Decimal(5)) == hash(5), hash(Decimal("1.5")) == hash(1.5), Decimal("7") // 2, Decimal("7") % 3, divmod(Decimal(-7), 2), -Decimal(3), abs(Decimal(-3)))
print(Decimal(2) ** 10, Decimal("1.1") ** 2, Decimal(2) ** -1, Decimal("2").sqrt(), Decimal("16").sqrt(), Decimal("0.25").sqrt(), int(Decimal("3.99")), float(Decimal("1.5")))
print(Decimal("1.25").as_tuple(), Decimal("1.25").as_integer_ratio(), Decimal("Infinity"), Decimal("NaN"), Decimal((1, (1, 2, 3), -1)))
try: Decimal("abc")
except InvalidOperation as e: print(repr(e))
try: Decimal(1) / 0
except ZeroDivisionError as e: print(type(e).__name__, e)
try: Decimal(0) / 0
except InvalidOperation as e: print(type(e).__name__, e)
try: Decimal(1) + 1.5
except TypeError as e: print(e)
getcontext().prec = 6
print(Decimal(1) / 7)
t = threading.Thread(target=lambda: print(Decimal(1) / 7)); t.start(); t.join()
with localcontext() as ctx:
    ctx.prec = 3
    print(Decimal(22) / 7)
print(getcontext().prec, sum([Decimal("0.1")] * 10), Decimal("1.0").to_integral_value())
print(getcontext())
from fractions import Fraction as F
print(F(3, 6), F("0.125"), F(1.5), F(1, 3) + 1, F(1, 3) * F(3, 4), F(7, 2) // 2, F(7, 2) % 2, -F(1, 2), abs(F(-1, 2)), F(1, 2) ** 3, F(2, 3) ** -2)
print(F(1, 3) < F(1, 2), F(1, 2) == 0.5, float(F(1, 4)), int(F(7, 2)), round(F(7, 2)), round(F(22, 7), 2), F(22, 7).limit_denominator(5), repr(F(5)), hash(F(1, 2)) == hash(0.5))
try: F(1, 0)
except ZeroDivisionError as e: print(e)

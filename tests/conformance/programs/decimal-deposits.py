from decimal import Decimal, getcontext, ROUND_HALF_UP
from fractions import Fraction
import threading
total = Decimal("0.00")
lock = threading.Lock()
def deposit(a):
    global total
    with lock:
        total += Decimal(a)
ts = [threading.Thread(target=deposit, args=(a,)) for a in ("0.10", "0.20", "19.99")]
for t in ts: t.start()
for t in ts: t.join()
print(total, total * 3, total / 7)
print(total.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), float(Fraction(7, 2)))
print(repr(Decimal("1.50")), Decimal(2).sqrt())

# answer: an integer became too large to go on with
from decimal import Decimal, getcontext
getcontext().prec = 10**9
print(Decimal(1) / Decimal(3))

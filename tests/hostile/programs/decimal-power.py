# answer: an integer became too large to go on with
from decimal import Decimal
print(Decimal('1.1') ** 10**9)

# answer: an integer became too large to go on with
from fractions import Fraction
f = Fraction(1, 3)
while True:
    f = f * f + f

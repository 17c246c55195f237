# answer: an integer became too large to go on with
import math
a, b = 3 ** 300_000, 5 ** 200_000
while True:
    math.gcd(a, b)

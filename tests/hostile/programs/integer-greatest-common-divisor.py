import math
a, b = 3 ** 300_000, 5 ** 200_000
while True:
    math.gcd(a, b)

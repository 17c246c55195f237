import math
print(math.factorial(10**7) % 10)

# answer: math.factorial of more than 10,000 is not supported here
import math
print(math.factorial(10**7) % 10)

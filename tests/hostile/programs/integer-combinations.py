# answer: so many factors are not supported here
import math
print(math.comb(10**7, 5 * 10**6) % 10)

# answer: the limit of 256 MB of memory was reached
import random
print(random.getrandbits(10**12))

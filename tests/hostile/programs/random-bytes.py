# answer: the limit of 256 MB of memory was reached
import os
print(len(os.urandom(10**12)))

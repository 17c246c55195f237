# answer: the limit of 4,000,000 characters or items in one object was reached
import array
a = array.array('i', [0])
while True:
    a *= 1000

# answer: the limit of 4000000 characters or items in one object was reached
import array
a = array.array('i', [0])
while True:
    a *= 1000

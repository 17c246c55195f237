# answer: the limit of 4000000 characters or items in one object was reached
b = bytearray(b'x')
while True:
    b += b

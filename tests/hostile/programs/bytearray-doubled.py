# answer: the limit of 4,000,000 characters or items in one object was reached
b = bytearray(b'x')
while True:
    b += b

import array
a = array.array('i', [0])
while True:
    a *= 1000

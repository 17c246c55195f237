x = ()
for _ in range(80):
    x = (x, x)
print(hash(x))

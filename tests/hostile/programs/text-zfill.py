print(len('x'.zfill(10**9)))

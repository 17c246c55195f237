print('{:999999999}'.format(1))

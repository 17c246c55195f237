import math
x = 10 ** 5000
try: print(len(str(x)))
except ValueError as e: print("VE", e)
try: print(x)
except ValueError as e: print("VE", e)
try: print(f"{x}")
except ValueError as e: print("VE", e)
try: int("1" * 5000)
except ValueError as e: print("VE", e)
try: print(math.factorial(3000) > 0, "%d" % x)
except ValueError as e: print("VE", e)

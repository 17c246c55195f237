import math, operator, statistics as st, threading
print(math.factorial(10), math.gcd(12, 18), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3]), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(math.isclose(0.1 + 0.2, 0.3), math.pi, math.e, math.inf, math.nan, math.degrees(math.pi), math.log2(8), math.log10(1000), math.log(8, 2), math.sqrt(2), math.copysign(1, -0.0), math.modf(1.5), math.frexp(8), math.fmod(7, 3))
try: math.sqrt(-1)
except ValueError as e: print(e)
try: math.factorial(-1)
except ValueError as e: print(e)
print(operator.add(1, 2), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("real", "imag")(3), operator.methodcaller("split", ",")("a,b"), operator.contains([1], 1), operator.truth([]), operator.index(5), operator.concat([1], [2]))
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.pstdev(data), st.variance(data), st.median_low(data), st.median_high([1, 2, 3, 4]), st.multimode("aabb"), st.quantiles(data), st.geometric_mean([1, 4]), st.harmonic_mean([40, 60]))
try: st.mean([])
except st.StatisticsError as e: print(e)
print(st.mean([1.5, 2.5]), st.stdev([1, 2, 3, 4]), st.fmean([1, 2]), st.median([1.0, 3]))
if hasattr(st, "correlation"): print(round(st.correlation([1, 2, 3], [2, 4, 7]), 4), st.linear_regression([1, 2, 3], [2, 4, 6]), st.covariance([1, 2, 3], [1, 2, 3]))

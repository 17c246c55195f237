import statistics as st, random
from fractions import Fraction
from decimal import Decimal
random.seed(3)
for n in (2, 3, 7, 50):
    xs = [random.uniform(-10, 10) for _ in range(n)]
    ys = [random.randint(-100, 100) for _ in range(n)]
    print(st.mean(xs), st.mean(ys), st.median(xs), st.median(ys), st.fmean(xs), st.fmean(ys))
    print(st.variance(ys), st.pvariance(ys), round(st.variance(xs), 9), round(st.stdev(xs), 9), round(st.pstdev(ys), 9), st.quantiles(ys, n=4), st.quantiles(ys, n=3, method="inclusive"))
print(st.mean([1, 2, 3, 4]), st.mean([1, 3]), st.mean([True, False]), st.harmonic_mean([2.5, 3, 10]), st.harmonic_mean([40, 60]), st.mean([Fraction(1, 3), Fraction(1, 6)]), st.mean([Decimal("0.5"), Decimal("0.75")]))
print(st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), st.stdev([1, 2]), st.stdev([1.5, 1.5]), st.mode("aab"), st.median([]) if False else st.median([5]))
for f in (st.mean, st.median, st.mode, st.stdev, st.pstdev, st.variance, st.quantiles):
    try: f([])
    except st.StatisticsError as e: print(f.__name__, e)

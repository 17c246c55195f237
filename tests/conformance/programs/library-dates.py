"""Dates, texts, statistics, a scheduler and context variables."""
import time, string, statistics, textwrap, sched, contextvars
from datetime import datetime, timedelta, date, timezone
print(string.ascii_lowercase, statistics.mean([1,2,3,4]), statistics.median([1,3,2]), statistics.stdev([1,2,3]), statistics.mean([1.5,2.5]), statistics.pstdev([1,2,3,4]))
print(textwrap.dedent("  a\n    b"), textwrap.fill("aaa bbb ccc", 7))
s=sched.scheduler(time.time, time.sleep); s.enter(.2,1,print,("b",)); s.enter(.1,1,print,("a",)); s.run()
d=datetime(2026,1,31,12,30,5,1500); print(d, repr(d), d+timedelta(days=1,hours=13), d.strftime("%Y/%m/%d %H:%M:%S.%f %A"), d.date(), d-datetime(2025,1,1), d.isoformat(), d.weekday())
print(timedelta(seconds=3661.5), repr(timedelta(days=-1,seconds=5)), timedelta(minutes=5)/timedelta(minutes=2), timedelta(hours=1).total_seconds(), date(2024,2,29)+timedelta(365), date(2024,2,29)<date(2024,3,1))
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400), time.asctime(time.gmtime(0)), f"{d:%H:%M}")
try: date(2023,2,29)
except ValueError as e: print("bad date")
v=contextvars.ContextVar("v", default=1); tok=v.set(2); print(v.get()); v.reset(tok); print(v.get())

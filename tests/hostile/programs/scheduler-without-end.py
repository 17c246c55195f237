# answer: the limit of 100,000 events was reached
import sched, time
s = sched.scheduler(time.time, time.sleep)
def again():
    s.enter(0, 1, again)
    s.enter(0, 1, again)
again()
s.run()

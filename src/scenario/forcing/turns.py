class _Turns:
    """Lets threads go on in the order of one outcome."""

    def __init__(self, loose, patience_s=10, pause_s=0.1):
        self.loose = loose  # turns after which the thread waits or ends before its next
        self.patience_s = patience_s
        self.pause_s = pause_s
        self.threads = []  # those that have had their turns
        self.over = 0  # so many turns are over
        self.times = {}  # how often each thread has come to each place
        self.changed = _threading.Condition()

    def __call__(self, turn, gate=""):
        """`3`: here the third turn begins. `{2: 3}`: when the thread is here for the second time. `0`: never."""
        thread = _threading.current_thread().name.split(" (")[0]
        place = (thread, _sys._getframe(1).f_lineno, gate)
        with self.changed:
            if isinstance(turn, dict) and isinstance(list(turn)[0], str):
                turn = turn.get(thread, {})
            if not isinstance(turn, dict):
                turn = {1: turn}
            if self.times.get(place, 0) < max(turn, default=0):
                self.times[place] = self.times.get(place, 0) + 1
                turn = turn.get(self.times[place])
            else:
                turn = None
            if turn is None:
                return
            if self.threads and self.threads[-1] == thread:
                self.over = len(self.threads)
                self.changed.notify_all()
            while turn != len(self.threads) + 1 or self.over < len(self.threads):
                if not self.changed.wait(self.patience_s if turn else None):
                    print("turn", turn, "did not come: the outcome is not the forced one", file=_sys.stderr)
                    return
            self.threads.append(thread)
        if turn - 1 in self.loose:
            _time.sleep(self.pause_s)
        if turn in self.loose:
            with self.changed:
                self.over = turn
                self.changed.notify_all()



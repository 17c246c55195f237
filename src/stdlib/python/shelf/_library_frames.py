"""Which frames CPython's own library has where ours was passed through: for tracebacks that a program prints or takes apart
by itself. What the table does not name is left out."""

import _machine

# What of ours (and what came after it: our next function, or, where it is the last, the kind of the exception) -> frames of
# CPython: file, function, line of text, and its number in 3.8, 3.9, … 3.13, after which the last stands for all.
_THREADING, _BASE, _POOL = "threading", "concurrent/futures/_base", "concurrent/futures/thread"
_RESULT = (_BASE, "result", "return self.__get_result()", (437, 439, 451, 449, 449, 449))
_RAISED = (_BASE, "__get_result", "raise self._exception", (389, 391, 403, 401, 401, 401))
_OF_MAP = (_BASE, "result_iterator", "yield _result_or_cancel(fs.pop())", (0, 0, 621, 619, 619, 619))
_OF_TIMED_MAP = (_BASE, "result_iterator", "yield _result_or_cancel(fs.pop(), end_time - time.monotonic())", (0, 0, 623, 621, 621, 621))
_OR_CANCEL = (_BASE, "_result_or_cancel", "return fut.result(timeout)", (0, 0, 319, 317, 317, 317))
_GET = ("queue", "get", "raise Empty", (167, 168, 168, 168, 168, 199))
_PUT = ("queue", "put", "raise Full", (136, 137, 137, 137, 137, 159))
_NOT_NEGATIVE = "raise ValueError(\"'timeout' must be a non-negative number\")"
_FRAMES = {
    "threading:_bootstrap": [(_THREADING, "_bootstrap_inner", "self.run()", (932, 980, 1016, 1045, 1073, 1041))],
    "threading:Thread.run": [
        (_THREADING, "run", "self._target(*self._args, **self._kwargs)", (870, 917, 953, 982, 1010, 992, 1025, 1161))],
    "threading:Timer.run": [
        (_THREADING, "run", "self.function(*self.args, **self.kwargs)", (1254, 1306, 1378, 1401, 1431, 1342))],
    "threading:Condition.wait RuntimeError": [
        (_THREADING, "wait", "raise RuntimeError(\"cannot wait on un-acquired lock\")", (294, 304, 312, 319, 347, 351))],
    "threading:Condition.wait_for": [(_THREADING, "wait_for", "self.wait(waittime)", (337, 347, 355, 362, 390, 394))],
    "threading:Condition.notify RuntimeError": [
        (_THREADING, "notify", "raise RuntimeError(\"cannot notify on un-acquired lock\")", (352, 362, 370, 377, 405, 409))],
    "threading:Condition.notify_all": [
        (_THREADING, "notify_all", "self.notify(len(self._waiters))", (371, 381, 389, 396, 424, 428))],
    "threading:Semaphore.__init__ ValueError": [
        (_THREADING, "__init__", "raise ValueError(\"semaphore initial value must be >= 0\")", (390, 407, 424, 431, 459, 463))],
    "threading:BoundedSemaphore.release ValueError": [
        (_THREADING, "release", "raise ValueError(\"Semaphore released too many times\")", (489, 511, 528, 545, 572, 576))],
    "threading:Barrier.wait Barrier._wait": [(_THREADING, "wait", "self._wait(timeout)", (619, 642, 668, 697, 723, 729))],
    "threading:Barrier.wait BrokenBarrierError": [
        (_THREADING, "wait", "self._enter() # Block while the barrier drains.", (611, 634, 660, 689, 715, 721)),
        (_THREADING, "_enter", "raise BrokenBarrierError", (634, 657, 683, 712, 738, 744))],
    "threading:Barrier._wait BrokenBarrierError": [
        (_THREADING, "_wait", "raise BrokenBarrierError", (657, 680, 706, 735, 761, 767))],
    "threading:Thread.start RuntimeError": [
        (_THREADING, "start", "raise RuntimeError(\"threads can only be started once\")", (848, 894, 930, 959, 987, 967))],
    "threading:Thread.join RuntimeError": [
        (_THREADING, "join", "raise RuntimeError(\"cannot join thread before it is started\")",
         (1006, 1055, 1091, 1114, 1142, 1083))],
    "concurrent.futures:Future.result": [_RESULT, _RAISED],
    "concurrent.futures:Future.result Future.__wait": [],
    "concurrent.futures:Future.__wait TimeoutError": [
        (_BASE, "result", "raise TimeoutError()", (446, 448, 460, 458, 458, 458))],
    "concurrent.futures:Future.__wait CancelledError": [
        (_BASE, "result", "raise CancelledError()", (435, 437, 449, 447, 447, 447))],
    "concurrent.futures:_results": [_OF_MAP, _OR_CANCEL],
    "concurrent.futures:_run": [
        (_POOL, "run", "result = self.fn(*self.args, **self.kwargs)", (57, 58, 58, 58, 58, 58))],
    "concurrent.futures:Future.__call": [(_BASE, "_invoke_callbacks", "callback(self)", (328, 330, 342, 340, 340, 340))],
    "concurrent.futures:ThreadPoolExecutor.submit RuntimeError": [
        (_POOL, "submit", "raise RuntimeError('cannot schedule new futures after shutdown')", (179, 167, 167, 167, 170, 170))],
    "queue:Queue.get Empty": [_GET],
    "queue:Queue.put Full": [_PUT],
    "queue:Queue.get _check": [("queue", "get", _NOT_NEGATIVE, (172, 173, 173, 173, 173, 206))],
    "queue:Queue.put _check": [("queue", "put", _NOT_NEGATIVE, (141, 142, 142, 142, 142, 166))],
    "queue:Queue.get_nowait": [("queue", "get_nowait", "return self.get(block=False)", (198, 199, 199, 199, 199, 234))],
    "queue:Queue.put_nowait": [("queue", "put_nowait", "return self.put(item, block=False)", (190, 191, 191, 191, 191, 226))],
    "queue:Queue.task_done ValueError": [
        ("queue", "task_done", "raise ValueError('task_done() called too many times')", (74, 75, 75, 75, 75, 93))],
}
if _machine.minor < 10:
    _FRAMES["concurrent.futures:_results"] = [
        (_BASE, "result_iterator", "yield fs.pop().result()", (619, 609))]
if _machine.minor >= 14:
    # The thread and the pool's jobs run in contexts of their own.
    _FRAMES["threading:_bootstrap"] = [
        (_THREADING, "_bootstrap_inner", "self._context.run(self.run)", (0, 0, 0, 0, 0, 0, 1083, 1219))]
    _FRAMES["concurrent.futures:_run"] = [
        (_POOL, "run", "result = ctx.run(self.task)", (86,)), (_POOL, "run", "return fn(*args, **kwargs)", (73,))]


def _stem(frame):
    return frame[0].rsplit("/", 1)[-1][:-len(".py")]


def of(frames, at, error):
    """File, line, name, text and the lines in a traceback of CPython's frames for the frame of ours at this place."""
    frame = frames[at]
    key = _stem(frame) + ":" + frame[3]
    if at + 1 == len(frames):
        after = type(error).__name__
    elif frames[at + 1][6] is None:
        after = frames[at + 1][3]
    else:
        after = ""
    found = _FRAMES.get(key + " " + after)
    if found is None:
        found = _FRAMES.get(key, ())
    if key == "threading:Thread.join" and "before" not in str(error):
        found = [(_THREADING, "join", "raise RuntimeError(\"cannot join current thread\")", (1008, 1057, 1093, 1116, 1144, 1085))]
    return [_shown(*row) for row in found]


def _shown(file, name, line, numbers):
    path = "/usr/lib/python3." + str(_machine.minor) + "/" + file + ".py"
    number = numbers[min(_machine.minor - 8, len(numbers) - 1)]
    text = "  File \"" + path + "\", line " + str(number) + ", in " + name + "\n    " + line + "\n"
    return path, number, name, line, text + _underline(line)


def _underline(line):
    """Of these lines what is called is underlined, or nothing (`traceback._should_show_carets`)."""
    if _machine.minor < 11 or line.startswith("raise "):
        return ""
    word = line.split(" ", 1)[0]
    before = "result = " if word == "result" else word + " " if word in ("return", "yield") else ""
    call = line[len(before):].split(" #")[0]
    called = call[:call.index("(")]
    if _machine.minor < 13:
        if call == line:
            return ""
        marks = "^" * len(call)
    else:
        if word == "result" or word == "return" and called.isidentifier():
            return ""
        marks = "~" * len(called) + "^" * (len(call) - len(called))
    return "    " + " " * len(before) + marks + "\n"

"""The module `logging.handlers`: queues, buffers and files that are turned over."""

import _machine
import copy
import logging
import os
import queue
import threading
import time

DEFAULT_TCP_LOGGING_PORT = 9020


class QueueHandler(logging.Handler):
    listener = None

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = copy.copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = None
        if _machine.minor >= 12:
            record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        if self._thread is not None and _machine.minor >= 14:
            raise RuntimeError("Listener already started")
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    if _machine.minor >= 14:
        def __enter__(self):
            self.start()
            return self

        def __exit__(self, *exc_info):
            self.stop()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        counts = hasattr(self.queue, "task_done")
        while True:
            try:
                record = self.dequeue(True)
                if record is self._sentinel:
                    if counts:
                        self.queue.task_done()
                    break
                self.handle(record)
                if counts:
                    self.queue.task_done()
            except queue.Empty:
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread is not None or _machine.minor < 12:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        self.flush()
        logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target is not None:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None
        logging.Handler.close(self)


class BaseRotatingHandler(logging.FileHandler):
    namer = rotator = None

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _reopen(self):
        if self.stream is not None:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._reopen()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(self.baseFilename + "." + str(number))
                if os.path.exists(source):
                    target = self.rotation_filename(self.baseFilename + "." + str(number + 1))
                    if os.path.exists(target):
                        os.remove(target)
                    os.rename(source, target)
            target = self.rotation_filename(self.baseFilename + ".1")
            if os.path.exists(target):
                os.remove(target)
            self.rotate(self.baseFilename, target)
        elif _machine.minor >= 8:
            self.mode = "w" if self.backupCount <= 0 and os.path.exists(self.baseFilename) else self.mode
        self.stream = self._open()
        self.mode = "a"

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if self.stream is None:
            self.stream = self._open()
        self.stream.flush()
        size = os.path.getsize(self.baseFilename)
        if not size and _machine.minor >= 13:
            return False
        return size + len((self.format(record) + "\n").encode()) >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding, delay)
        self.when = when.upper()
        kinds = {"S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"), "D": (86400, "%Y-%m-%d"),
                 "MIDNIGHT": (86400, "%Y-%m-%d")}
        if self.when not in kinds:
            if self.when.startswith("W"):
                _machine.not_supported("not supported here: TimedRotatingFileHandler by weekday; use a number of days")
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        seconds, self.suffix = kinds[self.when]
        self.interval = seconds * interval
        self.backupCount = backupCount
        self.rolloverAt = self.computeRollover(int(time.time()))

    def computeRollover(self, currentTime):
        if self.when == "MIDNIGHT":
            return currentTime - currentTime % 86400 + 86400
        return currentTime + self.interval

    def shouldRollover(self, record):
        return int(time.time()) >= self.rolloverAt

    def doRollover(self):
        now = int(time.time())
        self._reopen()
        target = self.rotation_filename(
            self.baseFilename + "." + time.strftime(self.suffix, time.gmtime(self.rolloverAt - self.interval)))
        if os.path.exists(target):
            os.remove(target)
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            folder, name = os.path.split(self.baseFilename)
            old = sorted([other for other in os.listdir(folder) if other.startswith(name + ".")])
            for other in old[:max(0, len(old) - self.backupCount)]:
                os.remove(os.path.join(folder, other))
        self.stream = self._open()
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    pass


for _name in ("SocketHandler", "DatagramHandler", "SysLogHandler", "SMTPHandler", "HTTPHandler", "NTEventLogHandler"):
    def _refuse(*args, _name=_name, **keywords):
        _machine.not_supported("not supported here: logging.handlers." + _name + "; there is no network, use a StreamHandler")
    globals()[_name] = _refuse

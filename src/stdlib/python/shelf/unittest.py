"""The module `unittest`: cases, suites, the runner that writes to standard error, and `main`."""
# Not modelled: BaseTestSuite IsolatedAsyncioTestCase addModuleCleanup doModuleCleanups enterModuleContext findTestCases getTestCaseNames installHandler makeSuite registerResult removeHandler removeResult

import _machine
import _lifecycle
import difflib
import pprint
import sys
import time


class SkipTest(Exception):
    pass


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        function, reason = reason, ""
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _Raises:
    def __init__(self, case, expected, text=None, msg=None, called=None):
        self._case = case
        self._by = "" if called is None else " by " + getattr(called, "__name__", str(called))
        self._expected = expected
        self._text = text
        self._msg = msg

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            name = str(self._expected) if isinstance(self._expected, tuple) else self._expected.__name__
            self._case.fail(_with(self._msg, name + " not raised" + self._by))
        if not issubclass(kind, self._expected):
            return False
        self.exception = value
        if self._text is not None and not _found(self._text, str(value)):
            self._case.fail(_with(self._msg, repr(self._text) + " does not match " + repr(str(value))))
        return True


def _found(pattern, text):
    if any([sign in pattern for sign in "\\.^$*+?{}[]|()"]):
        _machine.not_supported("not supported here: patterns; write the words themselves, or compare `str(context.exception)`")
    return pattern in text


# How long a value may be in the message of a failed comparison, and what stays of one that is longer.
_LONGEST, _KEPT_BEGIN, _KEPT_COMMON, _KEPT_DIFFERENCE, _KEPT_END = 80, 5, 5, 41, 5


def _shortened(first, second):
    """`first != second`, what both have in common shortened where they are long (`unittest.util._common_shorten_repr`)."""
    one, other = repr(first), repr(second)
    longest = max(len(one), len(other))
    if longest > _LONGEST:
        length = 0
        while length < min(len(one), len(other)) and one[length] == other[length]:
            length += 1
        room = _LONGEST - (longest - length + _KEPT_BEGIN + 12)
        if room > _KEPT_COMMON:
            prefix = _cut(one[:length], _KEPT_BEGIN, room)
            one, other = prefix + one[length:], prefix + other[length:]
        else:
            prefix = _cut(one[:length], _KEPT_BEGIN, _KEPT_COMMON)
            one, other = [prefix + _cut(text[length:], _KEPT_DIFFERENCE, _KEPT_END) for text in (one, other)]
    return one + " != " + other


def _cut(text, begin, end):
    skipped = len(text) - begin - end
    return text[:begin] + "[%d chars]" % skipped + text[len(text) - end:] if skipped > 12 else text


def _with(msg, standard):
    return standard if msg is None else standard + " : " + str(msg)


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        if methodName != "runTest" and not hasattr(self, methodName):
            raise ValueError("no such test method in " + repr(type(self)) + ": " + methodName)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def id(self):
        cls = type(self)
        return cls.__module__ + "." + cls.__qualname__ + "." + self._testMethodName

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def __str__(self):
        cls = type(self)
        place = cls.__module__ + "." + cls.__qualname__
        return self._testMethodName + " (" + place + ("." + self._testMethodName if _machine.minor >= 11 else "") + ")"

    def __repr__(self):
        cls = type(self)
        return "<" + cls.__module__ + "." + cls.__qualname__ + " testMethod=" + self._testMethodName + ">"

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def run(self, result=None):
        own = result is None
        if own:
            result = TestResult()
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        try:
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, item.__unittest_skip_why__)
                    return result
            fails = getattr(method, "__unittest_expecting_failure__", False)
            fails = fails or getattr(type(self), "__unittest_expecting_failure__", False)
            errors = []
            self._failed_parts = 0
            self._result = result
            if self.__try(self.setUp, errors):
                self.__try(method, errors)
                self.__try(self.tearDown, errors)
            while self._cleanups:
                function, args, kwargs = self._cleanups.pop()
                self.__try(lambda: function(*args, **kwargs), errors)
            skipped = [error for error in errors if isinstance(error, SkipTest)]
            errors = [error for error in errors if not isinstance(error, SkipTest)]
            if skipped:
                result.addSkip(self, str(skipped[0]))
            if fails:
                if errors:
                    result.addExpectedFailure(self, _exc_info(errors[0]))
                else:
                    result.addUnexpectedSuccess(self)
                return result
            for error in errors:
                self.__add(result, self, error)
            if not errors and not skipped and not self._failed_parts:
                result.addSuccess(self)
        finally:
            result.stopTest(self)
        return result

    def __add(self, result, test, error):
        add = result.addFailure if isinstance(error, self.failureException) else result.addError
        add(test, _exc_info(error))

    def __try(self, function, errors):
        try:
            function()
            return True
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            errors.append(error)
            return False

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self.fail(_with(msg, repr(expr) + " is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            self.fail(_with(msg, repr(expr) + " is not false"))

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        if type(first) is type(second) and type(first) in (list, tuple):
            return self.__differing_sequences(first, second, msg)
        if type(first) is type(second) is dict:
            return self.fail(_with(msg, self._with_lines(_shortened(first, second), first, second)))
        if type(first) is type(second) is str:
            return self._differing_texts(first, second, msg)
        if type(first) is type(second) and type(first) in (set, frozenset):
            return self.assertSetEqual(first, second, msg)
        self.fail(_with(msg, _shortened(first, second)))

    def _with_lines(self, text, first, second):
        """With the lines in which two values differ, as they are printed over several lines."""
        one, other = [pprint.pformat(value).splitlines() for value in (first, second)]
        return self._truncateMessage(text, "\n" + "\n".join(difflib.ndiff(one, other)))

    def _truncateMessage(self, text, lines):
        if self.maxDiff is None or len(lines) <= self.maxDiff:
            return text + lines
        return text + "\nDiff is %s characters long. Set self.maxDiff to None to see it." % len(lines)

    def _differing_texts(self, first, second, msg):
        ends = first[-1:] != "\n" or second[-1:] != "\n"
        if _machine.minor < 12:
            # There only texts of one line got an end.
            ends = len(first.splitlines()) == 1 and first == first.strip("\r\n")
            lines = [(text + "\n" if ends else text).splitlines(keepends=True) for text in (first, second)]
        else:
            lines = [(text + "\n" if text and ends and (first and second or text[-1] != "\n") else text).splitlines(keepends=True)
                     for text in (first, second)]
        self.fail(_with(msg, self._truncateMessage(_shortened(first, second), "\n" + "".join(difflib.ndiff(*lines)))))

    def __differing_sequences(self, first, second, msg):
        kind = "Lists" if isinstance(first, list) else "Tuples"
        text = kind + " differ: " + _shortened(first, second) + "\n"
        shorter = min(len(first), len(second))
        at = next((at for at in range(shorter) if first[at] != second[at]), None)
        if at is not None:
            text += "\nFirst differing element " + str(at) + ":\n" + repr(first[at]) + "\n" + repr(second[at]) + "\n"
        if len(first) != len(second):
            longer, which = (first, "First") if len(first) > len(second) else (second, "Second")
            text += ("\n" + which + " " + kind.lower()[:-1] + " contains " + str(len(longer) - shorter)
                     + " additional elements.\nFirst extra element " + str(shorter) + ":\n" + repr(longer[shorter]) + "\n")
        self.fail(_with(msg, self._with_lines(text, first, second)))

    def assertSetEqual(self, first, second, msg=None):
        lines = []
        for name, items in (("first", first - second), ("second", second - first)):
            if items:
                lines.append("Items in the " + name + " set but not the " + ("second:" if name == "first" else "first:"))
                lines.extend([repr(item) for item in items])
        if lines:
            self.fail(_with(msg, "\n".join(lines)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertEqual(list1, list2, msg)

    assertTupleEqual = assertDictEqual = assertSequenceEqual = assertMultiLineEqual = assertListEqual

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        items, lines = [], ["Element counts were not equal:"]
        for item in first + second:
            if item in items:
                continue
            items.append(item)
            counts = (first.count(item), second.count(item))
            if counts[0] != counts[1]:
                lines.append("First has %d, Second has %d:  %r" % (counts + (item,)))
        if len(lines) > 1:
            self.fail(_with(msg, "\n".join(lines)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self.fail(_with(msg, repr(first) + " == " + repr(second)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(_with(msg, repr(expr1) + " is not " + repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(_with(msg, "unexpectedly identical: " + repr(expr1)))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(_with(msg, repr(obj) + " is not None"))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(_with(msg, "unexpectedly None"))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(_with(msg, repr(member) + " not found in " + repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(_with(msg, repr(member) + " unexpectedly found in " + repr(container)))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(_with(msg, repr(obj) + " is not an instance of " + repr(cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(_with(msg, repr(obj) + " is an instance of " + repr(cls)))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(_with(msg, repr(a) + " not less than " + repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(_with(msg, repr(a) + " not less than or equal to " + repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(_with(msg, repr(a) + " not greater than " + repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(_with(msg, repr(a) + " not greater than or equal to " + repr(b)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if difference > delta if delta is not None else round(difference, 7 if places is None else places) != 0:
            within = repr(delta) + " delta" if delta is not None else str(7 if places is None else places) + " places"
            self.fail(_with(msg, repr(first) + " != " + repr(second) + " within " + within + " (" + repr(difference) + " difference)"))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        difference = abs(first - second)
        if difference <= delta if delta is not None else round(difference, 7 if places is None else places) == 0:
            within = repr(delta) + " delta" if delta is not None else str(7 if places is None else places) + " places"
            self.fail(_with(msg, repr(first) + " == " + repr(second) + " within " + within))

    def assertRaises(self, expected_exception, *args, **kwargs):
        if not args:
            return _Raises(self, expected_exception, None, kwargs.get("msg"))
        with _Raises(self, expected_exception, called=args[0]):
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        if not args:
            return _Raises(self, expected_exception, expected_regex, kwargs.get("msg"))
        with _Raises(self, expected_exception, expected_regex, called=args[0]):
            args[0](*args[1:], **kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        if not _found(expected_regex, text):
            self.fail(_with(msg, "Regex didn't match: " + repr(expected_regex) + " not found in " + repr(text)))


class _SubTest:
    failureException = AssertionError

    def __init__(self, case, msg, params):
        self._case = case
        self._told = ("[" + str(msg) + "]" if msg is not None else "") + (" " if msg is not None and params else "")
        if params:
            self._told += "(" + ", ".join([name + "=" + repr(value) for name, value in params.items()]) + ")"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            return False
        if issubclass(kind, (SkipTest, KeyboardInterrupt)):
            return False
        self._case._failed_parts += 1
        if _machine.minor >= 11:
            self._case._TestCase__add(self._case._result, self, value)
        else:
            # Without a mark in the row of dots.
            add = TestResult.addFailure if isinstance(value, self.failureException) else TestResult.addError
            add(self._case._result, self, _exc_info(value))
        return True

    def __str__(self):
        return str(self._case) + " " + (self._told or "(<subtest>)")

    def id(self):
        return self._case.id() + " " + self._told

    def shortDescription(self):
        return self._case.shortDescription()


def _exc_info(error):
    return (type(error), error, error.__traceback__)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._begin, self._end, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._begin is not None:
            self._begin()

    def tearDown(self):
        if self._end is not None:
            self._end()

    def runTest(self):
        self._function()

    def shortDescription(self):
        return self._description


class TestResult:
    _separator1 = "=" * 70
    _separator2 = "-" * 70

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self.errors.append((test, _lifecycle.exception_text(err[1])))

    def addFailure(self, test, err):
        self.failures.append((test, _lifecycle.exception_text(err[1])))

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, _lifecycle.exception_text(err[1])))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return ("<" + type(self).__module__ + "." + type(self).__qualname__ + " run=" + str(self.testsRun) + " errors=" + str(len(self.errors))
                + " failures=" + str(len(self.failures)) + ">")


TestResult.__module__ = "unittest.result"


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions

    def getDescription(self, test):
        first = test.shortDescription() if self.descriptions else None
        return str(test) + "\n" + first if first else str(test)

    def startTest(self, test):
        super().startTest(test)
        self._newline = False
        if self.showAll:
            self._tell(self.getDescription(test) + " ... ")

    def _tell(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _mark(self, word, dot, part=None):
        if self.showAll:
            # A part that fails has a line of its own, and so has the case after it.
            if part is not None and not self._newline:
                self._tell("\n")
            if part is not None:
                self._tell("  " + self.getDescription(part) + " ... ")
            self._newline = True
            self._tell(word + "\n")
        elif self.dots:
            self._tell(dot)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._mark("ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._mark("ERROR", "E", test if isinstance(test, _SubTest) else None)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark("FAIL", "F", test if isinstance(test, _SubTest) else None)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark("skipped " + repr(reason), "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self._tell("\n")
        for flavour, found in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in found:
                self._tell(self._separator1 + "\n" + flavour + ": " + self.getDescription(test) + "\n" + self._separator2 + "\n"
                           + text + "\n")


TextTestResult.__module__ = "unittest.runner"


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        begun = time.perf_counter()
        result.startTestRun()
        test(result)
        result.stopTestRun()
        taken = time.perf_counter() - begun
        result.printErrors()
        count = result.testsRun
        self._write(result._separator2 + "\n")
        self._write("Ran %d test%s in %.3fs\n\n" % (count, "" if count == 1 else "s", taken))
        parts = []
        if not result.wasSuccessful():
            verdict = "FAILED"
            for name, found in (("failures", result.failures), ("errors", result.errors)):
                if found:
                    parts.append(name + "=" + str(len(found)))
        else:
            verdict = "NO TESTS RAN" if _machine.minor >= 12 and count == 0 and not result.skipped else "OK"
        for name, found in (("skipped", result.skipped), ("expected failures", result.expectedFailures),
                            ("unexpected successes", result.unexpectedSuccesses)):
            if found:
                parts.append(name + "=" + str(len(found)))
        self._write(verdict + (" (" + ", ".join(parts) + ")" if parts else "") + "\n")
        return result

    def _write(self, text):
        self.stream.write(text)
        self.stream.flush()


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(repr(test) + " is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def _cases(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._cases()
            else:
                yield test

    def run(self, result, debug=False):
        current, usable = None, True
        for test in self._cases():
            if result.shouldStop or result.failfast and not result.wasSuccessful():
                break
            cls = type(test)
            if cls is not current:
                self._leave(current, usable, result)
                current, usable = cls, True
                if not getattr(cls, "__unittest_skip__", False):
                    usable = self._of_class(cls, "setUpClass", result)
            if usable:
                test(result)
        self._leave(current, usable, result)
        return result

    def _leave(self, cls, usable, result):
        if cls is not None and usable and not getattr(cls, "__unittest_skip__", False):
            self._of_class(cls, "tearDownClass", result)

    def _of_class(self, cls, name, result):
        try:
            getattr(cls, name, lambda: None)()
            return True
        except SkipTest as error:
            result.addSkip(_ClassPart(cls, name), str(error))
        except Exception as error:
            result.addError(_ClassPart(cls, name), _exc_info(error))
        return False

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)


class _ClassPart:
    def __init__(self, cls, name):
        self._text = name + " (" + cls.__module__ + "." + cls.__qualname__ + ")"

    def __str__(self):
        return self._text

    id = __str__

    def shortDescription(self):
        return None


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return [name for name in sorted(dir(testCaseClass))
                if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        found = [getattr(module, name) for name in sorted(dir(module))]
        return self.suiteClass([self.loadTestsFromTestCase(item) for item in found if isinstance(item, type)
                                and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase)])

    def loadTestsFromName(self, name, module=None):
        item = sys.modules["__main__"] if module is None else module
        for part in name.split("."):
            if part != "__main__":
                holder, item = item, getattr(item, part)
        if isinstance(item, type):
            return self.loadTestsFromTestCase(item)
        return self.suiteClass([holder(name.split(".")[-1])])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        argv = sys.argv if argv is None else argv
        self.module = sys.modules[module] if isinstance(module, str) else module
        if "-v" in argv or "--verbose" in argv:
            verbosity = 2
        names = [arg for arg in argv[1:] if not arg.startswith("-")]
        if defaultTest is not None and not names:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names, self.module) if names else testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            if _machine.minor >= 12 and self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram

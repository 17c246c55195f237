//! What programs compile to. To see the listing of another text, run `check` on it with nothing expected.

use super::listing;

/// Compares the listing of a text; indentation and empty lines do not matter.
#[track_caller]
fn check(text: &str, expected: &str) {
    let lines = |text: &str| {
        let words = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let found = listing(text);
    assert!(lines(&found) == lines(expected), "{text}\nfound:\n{found}");
}

#[test]
fn a_module_keeps_its_names_as_globals() {
    check(
        "\
'''Title.'''
import a.b, c.d as e
x = -1
print(x, sep='')",
        r#"
        <module> Module stack 3
           1    0 Const "Title."
                1 StoreGlobal __doc__
           2    2 ImportModule a.b
                3 StoreGlobal a
                4 ImportModule c.d leaf
                5 StoreGlobal e
           3    6 Const -1
                7 StoreGlobal x
           4    8 LoadGlobal print
                9 LoadGlobal x
               10 Const ""
               11 CallKeyword 2 ("sep",)
               12 Pop
               13 Const None
               14 Return
        "#,
    );
}

#[test]
fn parameters_come_first_among_the_locals() {
    check(
        "\
def f(a, /, b=2, *args, c, d=x, **rest):
    'What it does.'
    total = a
    return total",
        r#"
        <module> Module stack 3
           1    0 Const (2,)
                1 Const "d"
                2 LoadGlobal x
                3 BuildDict 1
                4 MakeFunction f defaults keyword_defaults
                5 StoreGlobal f
                6 Const None
                7 Return
        f Function stack 1
          locals: a b c d args rest total
           3    0 LoadFast a
                1 StoreFast total
           4    2 LoadFast total
                3 Return
        "#,
    );
}

#[test]
fn methods_are_looked_up_and_called_in_two_steps() {
    check(
        "\
def f(q):
    q.put(1, timeout=2.5)
    q.items[0].get(*q.rest, **q.more)",
        r#"
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 4
          locals: q
           2    0 LoadFast q
                1 LoadMethod put
                2 Const 1
                3 Const 2.5
                4 CallMethodKeyword 2 ("timeout",)
                5 Pop
           3    6 LoadFast q
                7 LoadAttribute items
                8 Const 0
                9 LoadSubscript
               10 LoadAttribute get
               11 BuildList 0
               12 LoadFast q
               13 LoadAttribute rest
               14 ListExtend 1
               15 ListToTuple
               16 BuildDict 0
               17 LoadFast q
               18 LoadAttribute more
               19 DictMerge 1
               20 CallSpread true
               21 Pop
               22 Const None
               23 Return
        "#,
    );
}

#[test]
fn conditions_jump_and_leave_nothing() {
    check(
        "\
def f(a, b):
    while a and not b:
        if 0 < a < 9 or b is None:
            continue
        break
    else:
        a = b",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 3
          locals: a b
           2    0 LoadFast a
                1 JumpIfFalse 19
                2 LoadFast b
                3 JumpIfTrue 19
           3    4 Const 0
                5 LoadFast a
                6 Swap 2
                7 Copy 2
                8 Compare Less
                9 JumpIfFalse 14
               10 Const 9
               11 Compare Less
               12 JumpIfTrue 17
               13 Jump 15
               14 Pop
               15 LoadFast b
               16 JumpIfNotNone 18
           4   17 JumpBack 0
           5   18 Jump 21
           7   19 LoadFast b
               20 StoreFast a
           2   21 Const None
               22 Return
        ",
    );
}

#[test]
fn a_comparison_chain_evaluates_its_middle_once() {
    check(
        "\
x = a < b() < c",
        "
        <module> Module stack 3
           1    0 LoadGlobal a
                1 LoadGlobal b
                2 Call 0
                3 Swap 2
                4 Copy 2
                5 Compare Less
                6 JumpIfFalseOrPop 10
                7 LoadGlobal c
                8 Compare Less
                9 Jump 12
               10 Swap 2
               11 Pop
               12 StoreGlobal x
               13 Const None
               14 Return
        ",
    );
}

#[test]
fn a_finally_body_is_laid_out_for_each_way_out() {
    check(
        "\
def f(x):
    try:
        if x:
            return x
        work()
    finally:
        done()",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 3
          locals: x
           3    0 LoadFast x
                1 JumpIfFalse 7
           4    2 LoadFast x
           7    3 LoadGlobal done
                4 Call 0
                5 Pop
           4    6 Return
           5    7 LoadGlobal work
                8 Call 0
                9 Pop
           7   10 LoadGlobal done
               11 Call 0
               12 Pop
               13 Jump 21
               14 PushHandled
               15 LoadGlobal done
               16 Call 0
               17 Pop
               18 Swap 2
               19 PopHandled
               20 Reraise
           2   21 Const None
               22 Return
          handler 0..3 -> 14 depth 0
          handler 7..10 -> 14 depth 0
          handler 15..18 -> 18 depth 1
          finally 0..6
          finally 7..13
          finally 14..18
        ",
    );
}

#[test]
fn an_exception_name_is_forgotten_at_the_end() {
    check(
        "\
def f():
    try:
        work()
    except OSError as error:
        log(error)
    except:
        raise
    else:
        done()",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 3
          locals: error
           3    0 LoadGlobal work
                1 Call 0
                2 Pop
           9    3 LoadGlobal done
                4 Call 0
                5 Pop
           3    6 Jump 30
           4    7 PushHandled
                8 LoadGlobal OSError
                9 MatchException
               10 JumpIfFalse 25
               11 StoreFast error
           5   12 LoadGlobal log
               13 LoadFast error
               14 Call 1
               15 Pop
           4   16 PopHandled
               17 Const None
               18 StoreFast error
               19 DeleteFast error
               20 Jump 30
               21 Const None
               22 StoreFast error
               23 DeleteFast error
               24 Jump 27
           6   25 Pop
           7   26 Raise 0
           4   27 Swap 2
               28 PopHandled
               29 Reraise
           2   30 Const None
               31 Return
          handler 0..3 -> 7 depth 0
          handler 12..16 -> 21 depth 1
          handler 8..16 -> 27 depth 1
          handler 25..27 -> 27 depth 1
        ",
    );
}

#[test]
fn a_with_region_ends_with_exit() {
    check(
        "\
def f(lock):
    with lock as held:
        work()",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 4
          locals: lock held
           2    0 LoadFast lock
                1 BeforeWith
                2 StoreFast held
           3    3 LoadGlobal work
                4 Call 0
                5 Pop
           2    6 Const None
                7 Const None
                8 Const None
                9 Call 3
               10 Pop
               11 Jump 21
               12 PushHandled
               13 WithExceptStart
               14 JumpIfTrue 18
               15 Swap 2
               16 PopHandled
               17 Reraise
               18 Pop
               19 PopHandled
               20 Pop
               21 Const None
               22 Return
          handler 2..6 -> 12 depth 1
          handler 13..15 -> 15 depth 2
          with 2..10
          with 12..14
        ",
    );
}

#[test]
fn leaving_a_loop_from_a_with_calls_exit_first() {
    check(
        "\
def f(lock, items):
    for item in items:
        with lock:
            break",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 5
          locals: lock items item
           2    0 LoadFast items
                1 GetIterator
                2 ForIterate 24
                3 StoreFast item
           3    4 LoadFast lock
                5 BeforeWith
                6 Pop
                7 Const None
                8 Const None
                9 Const None
               10 Call 3
           4   11 Pop
               12 Pop
               13 Jump 24
           3   14 PushHandled
               15 WithExceptStart
               16 JumpIfTrue 20
               17 Swap 2
               18 PopHandled
               19 Reraise
               20 Pop
               21 PopHandled
               22 Pop
           2   23 JumpBack 2
               24 Const None
               25 Return
          handler 6..7 -> 14 depth 2
          handler 15..17 -> 17 depth 3
          with 6..11
          with 14..16
        ",
    );
}

#[test]
fn closures_share_cells() {
    check(
        "\
def counter(start):
    count = start
    def up():
        nonlocal count
        count += start
        return count
    return up",
        "
        <module> Module stack 1
           1    0 MakeFunction counter
                1 StoreGlobal counter
                2 Const None
                3 Return
        counter Function stack 2
          locals: start up
          cells: count start
           2    0 LoadDeref start
                1 StoreDeref count
           3    2 LoadClosure count
                3 LoadClosure start
                4 BuildTuple 2
                5 MakeFunction counter.<locals>.up closure
                6 StoreFast up
           7    7 LoadFast up
                8 Return
        counter.<locals>.up Function stack 2
          free: count start
           5    0 LoadDeref count
                1 LoadDeref start
                2 InPlace Add
                3 StoreDeref count
           6    4 LoadDeref count
                5 Return
        ",
    );
}

#[test]
fn a_class_with_super_stores_its_cell() {
    check(
        "\
class A(B, key=1):
    x: int = 1
    def __run(self):
        super().__run()",
        r#"
        <module> Module stack 5
           1    0 LoadBuildClass
                1 MakeFunction A
                2 Const "A"
                3 LoadGlobal B
                4 Const 1
                5 CallKeyword 4 ("key",)
                6 StoreGlobal A
                7 Const None
                8 Return
        A ClassBody stack 3
          cells: __class__
           1    0 LoadName __name__
                1 StoreName __module__
                2 Const "A"
                3 StoreName __qualname__
                4 BuildDict 0
                5 StoreName __annotations__
           2    6 Const 1
                7 StoreName x
                8 Const "int"
                9 LoadName __annotations__
               10 Const "x"
               11 StoreSubscript
           3   12 LoadClosure __class__
               13 BuildTuple 1
               14 MakeFunction A.__run closure
               15 StoreName _A__run
               16 LoadClosure __class__
               17 StoreName __classcell__
               18 Const None
               19 Return
        A.__run Function stack 2
          locals: self
          free: __class__
           4    0 LoadGlobal super
                1 Call 0
                2 LoadMethod _A__run
                3 CallMethod 0
                4 Pop
                5 Const None
                6 Return
        "#,
    );
}

#[test]
fn comprehensions_are_functions_of_an_iterator() {
    check(
        "\
def f(rows):
    return [x + (last := x) for row in rows if row for x in row]",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Function stack 2
          locals: rows
          cells: last
           2    0 LoadClosure last
                1 BuildTuple 1
                2 MakeFunction f.<locals>.<listcomp> closure
                3 LoadFast rows
                4 GetIterator
                5 Call 1
                6 Return
        f.<locals>.<listcomp> Comprehension stack 6
          locals: .0 row x
          free: last
           2    0 BuildList 0
                1 LoadFast .0
                2 ForIterate 19
                3 StoreFast row
                4 LoadFast row
                5 JumpIfTrue 7
                6 JumpBack 2
                7 LoadFast row
                8 GetIterator
                9 ForIterate 18
               10 StoreFast x
               11 LoadFast x
               12 LoadFast x
               13 Copy 1
               14 StoreDeref last
               15 Binary Add
               16 ListAppend 3
               17 JumpBack 9
               18 JumpBack 2
               19 Return
        ",
    );
}

#[test]
fn a_generator_begins_by_returning_itself() {
    check(
        "\
def f(it):
    got = yield 1
    return (yield from it)",
        "
        <module> Module stack 1
           1    0 MakeFunction f
                1 StoreGlobal f
                2 Const None
                3 Return
        f Generator stack 2
          locals: it got
           1    0 ReturnGenerator
           2    1 Const 1
                2 Yield
                3 StoreFast got
           3    4 LoadFast it
                5 GetIterator
                6 Const None
                7 YieldFrom
                8 Return
        ",
    );
}

#[test]
fn f_strings_format_and_join() {
    check(
        "\
f'{a}: {b!r:>{w}} {c = }'",
        r#"
        <module> Module stack 5
           1    0 LoadGlobal a
                1 FormatValue None false
                2 Const ": "
                3 LoadGlobal b
                4 Const ">"
                5 LoadGlobal w
                6 FormatValue None false
                7 BuildString 2
                8 FormatValue Repr true
                9 Const " c = "
               10 LoadGlobal c
               11 FormatValue Repr false
               12 BuildString 5
               13 Pop
               14 Const None
               15 Return
        "#,
    );
}

#[test]
fn targets_are_unpacked_left_to_right() {
    check(
        "\
a, *b.c = d[0] = 1, (2, -3), *e
x[i] += 1
del a, d[0]",
        "
        <module> Module stack 4
           1    0 Const 1
                1 Const (2, -3)
                2 BuildList 2
                3 LoadGlobal e
                4 ListExtend 1
                5 ListToTuple
                6 Copy 1
                7 UnpackStarred 1 0
                8 StoreGlobal a
                9 LoadGlobal b
               10 StoreAttribute c
               11 LoadGlobal d
               12 Const 0
               13 StoreSubscript
           2   14 LoadGlobal x
               15 LoadGlobal i
               16 Copy 2
               17 Copy 2
               18 LoadSubscript
               19 Const 1
               20 InPlace Add
               21 Swap 3
               22 Swap 2
               23 StoreSubscript
           3   24 DeleteGlobal a
               25 LoadGlobal d
               26 Const 0
               27 DeleteSubscript
               28 Const None
               29 Return
        ",
    );
}

#[test]
fn a_match_tries_a_copy_of_its_subject() {
    check(
        "\
match point:
    case [0, y] | {'y': y} if y:
        use(y)
    case Point(x=1):
        pass
    case _:
        other()",
        r#"
        <module> Module stack 6
           1    0 LoadGlobal point
           2    1 Copy 1
                2 Copy 1
                3 MatchSequence
                4 JumpIfFalse 14
                5 GetLength
                6 Const 2
                7 Compare Equal
                8 JumpIfFalse 14
                9 UnpackSequence 2
               10 Const 0
               11 Compare Equal
               12 JumpIfFalse 14
               13 Jump 38
               14 Pop
               15 Copy 1
               16 MatchMapping
               17 JumpIfFalse 35
               18 GetLength
               19 Const 1
               20 Compare GreaterOrEqual
               21 JumpIfFalse 35
               22 Const "y"
               23 BuildTuple 1
               24 MatchKeys
               25 Copy 1
               26 JumpIfNone 33
               27 UnpackSequence 1
               28 Swap 3
               29 Swap 2
               30 Pop
               31 Pop
               32 Jump 38
               33 Pop
               34 Pop
               35 Pop
               36 Pop
               37 Jump 49
               38 Swap 2
               39 Pop
               40 StoreGlobal y
               41 LoadGlobal y
               42 JumpIfFalse 49
               43 Pop
           3   44 LoadGlobal use
               45 LoadGlobal y
               46 Call 1
               47 Pop
           2   48 Jump 67
           4   49 Copy 1
               50 LoadGlobal Point
               51 Const ("x",)
               52 MatchClass 0
               53 Copy 1
               54 JumpIfNone 61
               55 UnpackSequence 1
               56 Const 1
               57 Compare Equal
               58 JumpIfFalse 62
               59 Pop
               60 Jump 67
               61 Pop
           6   62 Pop
           7   63 LoadGlobal other
               64 Call 0
               65 Pop
           6   66 Jump 67
           1   67 Const None
               68 Return
        "#,
    );
}

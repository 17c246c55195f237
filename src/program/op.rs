//! The instruction set of the machine: a stack machine, one word an operation.
//!
//! In the comments `[a, b]` is the top of the operand stack, the topmost on the right; `->` is what the operation
//! leaves. Targets are indices into [`super::code::Code::ops`].

use super::code::Symbol;

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOperator {
    Negative,
    Positive,
    Invert,
    Not,
}

/// Binary arithmetic operators; the in-place forms use the same set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    BitAnd,
    BitOr,
    BitXor,
}

/// Comparisons, identity and membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Is,
    IsNot,
    In,
    NotIn,
}

/// What `!r`, `!s`, `!a` ask for in an f-string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    // --- The operand stack -------------------------------------------------------------------------------------
    /// `-> constant` from [`super::code::Code::constants`].
    Const(u32),
    Pop,
    /// `[…, x_n, …, x_1] -> [… , x_n]`: pushes a copy of the n-th value from the top; `Copy(1)` duplicates the top.
    Copy(u32),
    /// Exchanges the top with the n-th value from the top; `Swap(2)` exchanges the two topmost.
    Swap(u32),

    // --- Names ---------------------------------------------------------------------------------------------------
    /// A local by slot; unbound: `UnboundLocalError`.
    LoadFast(u32),
    StoreFast(u32),
    DeleteFast(u32),
    /// A captured variable, by its index in `cell_variables ++ free_variables`; reads or writes the cell's content.
    LoadDeref(u32),
    StoreDeref(u32),
    DeleteDeref(u32),
    /// `-> cell` itself, for building closures.
    LoadClosure(u32),
    /// A module variable by name, then a builtin of that name.
    LoadGlobal(Symbol),
    StoreGlobal(Symbol),
    DeleteGlobal(Symbol),
    /// In a class body: the class namespace, then globals, then builtins.
    LoadName(Symbol),
    StoreName(Symbol),
    DeleteName(Symbol),
    /// In a class body nested in a function: the class namespace (by the variable's name), then the cell.
    LoadClassDeref(u32),

    // --- Attributes and items ------------------------------------------------------------------------------------
    /// `[object] -> [value]`
    LoadAttribute(Symbol),
    /// `[value, object] -> []`
    StoreAttribute(Symbol),
    /// `[object] -> []`
    DeleteAttribute(Symbol),
    /// `[object] -> [function, self]` for a plain method found on the class, else `[value, Unbound]`; always followed,
    /// after the arguments, by one of the `CallMethod…` operations.
    LoadMethod(Symbol),
    /// `[container, key] -> [value]`
    LoadSubscript,
    /// `[value, container, key] -> []`
    StoreSubscript,
    /// `[container, key] -> []`
    DeleteSubscript,
    /// `[start, stop] -> [slice]` (2) or `[start, stop, step] -> [slice]` (3).
    BuildSlice(u32),

    // --- Operators -----------------------------------------------------------------------------------------------
    /// `[a] -> [op a]`
    Unary(UnaryOperator),
    /// `[a, b] -> [a op b]`
    Binary(BinaryOperator),
    /// `[a, b] -> [a op= b]`
    InPlace(BinaryOperator),
    /// `[a, b] -> [a op b]`; not necessarily a bool for the rich comparisons.
    Compare(Comparison),

    // --- Displays ------------------------------------------------------------------------------------------------
    /// `[x_1 … x_n] -> [collection]`
    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    /// `[k_1, v_1, …, k_n, v_n] -> [dict]`
    BuildDict(u32),
    /// `[s_1 … s_n] -> [their concatenation]`, all of them strings.
    BuildString(u32),
    /// `[…, list, …, x] -> […, list, …]`: pops x and appends it to the list that is then the n-th from the top.
    ListAppend(u32),
    SetAdd(u32),
    /// `[…, dict, …, key, value] -> […, dict, …]`
    DictInsert(u32),
    /// `[…, list, …, iterable] -> …`; n counts after the pop, as above.
    ListExtend(u32),
    SetUpdate(u32),
    /// `{**mapping}`
    DictUpdate(u32),
    /// `f(**mapping)`: as `DictUpdate`, but a repeated key is a `TypeError`.
    DictMerge(u32),
    /// `[list] -> [tuple]`
    ListToTuple,
    /// `[value] -> [text]`, or with a specification `[value, specification] -> [text]`.
    FormatValue(Conversion, bool),
    /// `[a sequence] -> [x_n, …, x_1]` (the first element ends up on top).
    UnpackSequence(u32),
    /// `a, *b, c = …` with that many before and after the star; the first ends up on top.
    UnpackStarred(u16, u16),

    // --- Flow ----------------------------------------------------------------------------------------------------
    /// Forward jump.
    Jump(u32),
    /// Backward jump: where a slice of the interpreter may end.
    JumpBack(u32),
    /// Pops and jumps if it is false (true, None, not None).
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    JumpIfNone(u32),
    JumpIfNotNone(u32),
    /// Jumps and leaves the value if it is false (true); else pops it.
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),
    /// `[iterable] -> [iterator]`
    GetIterator,
    /// `[iterator] -> [iterator, next]`, or at its end `[iterator] -> []` and jump.
    ForIterate(u32),

    // --- Functions and classes -----------------------------------------------------------------------------------
    /// `[function, x_1 … x_n] -> [result]`
    Call(u32),
    /// `[function, x_1 … x_n] -> [result]`: the last of the n are keyword arguments, named by the tuple of strings in
    /// the constant with the second operand as index.
    CallKeyword(u16, u16),
    /// `[function, tuple] -> [result]`, or with `true` `[function, tuple, dict] -> [result]`.
    CallSpread(bool),
    /// As `Call` and `CallKeyword`, but below the arguments stand the two values that `LoadMethod` left.
    CallMethod(u32),
    CallMethodKeyword(u16, u16),
    /// `[defaults?, keyword_defaults?, annotations?, closure?] -> [function]`: the code object is in
    /// [`super::code::Program::codes`]; the parts present are given by the
    /// [`FunctionParts`](super::code::FunctionParts) of that index in the code's `function_parts`, in this order from the bottom: a tuple, a dict, a dict, a tuple of cells.
    MakeFunction(u32),
    /// `-> __build_class__`: followed by the body function, the name, the bases and a call.
    LoadBuildClass,
    /// `[value] -> ` leaves the frame.
    Return,
    /// `[value] -> [what was sent]`: suspends the generator.
    Yield,
    /// `[iterator, to send] -> [result]`: gives out what the iterator gives; executed anew at each resumption.
    YieldFrom,
    /// `->` The first operation of a generator's code: makes the generator object and returns it to the caller. The first
    /// resumption goes on behind it with an empty stack: what is sent then (`None`) is dropped.
    ReturnGenerator,

    // --- Imports -------------------------------------------------------------------------------------------------
    /// `-> module`: the dotted name is the symbol; `import a.b` leaves `a` when the flag is false, `a.b` when it is
    /// true (`import a.b as c`, `from a.b import …`).
    ImportModule(Symbol, bool),
    /// `[module] -> [module, attribute]`
    ImportFrom(Symbol),
    /// `[module] -> []`
    ImportStar,

    // --- Exceptions ----------------------------------------------------------------------------------------------
    /// At the start of a handler: `[exception] -> [previously handled, exception]`; the exception is now the one being
    /// handled (what a bare `raise` raises and what becomes `__context__`).
    PushHandled,
    /// `[previously handled] -> []`: it is again the one being handled.
    PopHandled,
    /// `[exception, class or tuple of classes] -> [exception, bool]`
    MatchException,
    /// Raises: 0 the one being handled, its traceback as it is (a bare `raise` adds no entry for its own line), 1
    /// `[exception]`, 2 `[exception, cause]`.
    Raise(u32),
    /// `[exception] -> ` raises it again, its traceback as it is (the end of a `finally` or of an `except` that did
    /// not match).
    Reraise,
    /// `-> AssertionError` the class, whatever the name is bound to.
    LoadAssertionError,
    /// `[manager] -> [bound __exit__, result of __enter__()]`; the call may run user code.
    BeforeWith,
    /// `[bound __exit__, previously handled, exception] -> [bound __exit__, previously handled, exception, result]`:
    /// calls `__exit__(type, exception, traceback)`.
    WithExceptStart,

    // --- Pattern matching ----------------------------------------------------------------------------------------
    /// `[subject] -> [subject, bool]`
    MatchSequence,
    MatchMapping,
    /// `[subject] -> [subject, length]`
    GetLength,
    /// `[subject, tuple of keys] -> [subject, tuple of keys, tuple of values or None]`
    MatchKeys,
    /// `[subject, class, tuple of keyword names] -> [tuple of attributes or None]` with that many positional patterns.
    MatchClass(u32),
    /// `[subject, tuple of keys] -> [a dict of the rest]` for `**rest`.
    MatchRest,

    // --- Several operations in one -------------------------------------------------------------------------------
    // Made by [`super::fusion`] for the machine, which knows the usual case of each and else does them one by one.
    // Locals and constants by index; every comparison is followed by a `JumpIfFalse` to the last operand.
    /// Two locals.
    LoadTwo(u16, u16),
    /// Arithmetic on two operands that is stored in a local.
    BinaryStore(BinaryOperator, u16),
    /// Arithmetic on two locals, or a local and a constant.
    BinaryLocals(BinaryOperator, u16, u16),
    BinaryLocalConst(BinaryOperator, u16, u16),
    /// The same, stored in the local that stands last.
    BinaryLocalsStore(BinaryOperator, u16, u16, u16),
    BinaryLocalConstStore(BinaryOperator, u16, u16, u16),
    /// Arithmetic on the topmost operand and a local or a constant, which takes its place.
    BinaryTopLocal(BinaryOperator, u16),
    BinaryTopConst(BinaryOperator, u16),
    CompareJump(Comparison, u16),
    CompareLocals(Comparison, u16, u16, u16),
    CompareLocalConst(Comparison, u16, u16, u16),
    CompareTopLocal(Comparison, u16, u16),
    CompareTopConst(Comparison, u16, u16),
    /// The next item of an iterator, stored in a local.
    ForIterateStore(u16),
    /// A local's attribute, read and written, and its method.
    LoadLocalAttribute(u16, Symbol),
    StoreLocalAttribute(u16, Symbol),
    LoadLocalMethod(u16, Symbol),
}

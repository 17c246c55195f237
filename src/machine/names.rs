//! Names that the machine itself asks for, interned first and so known as constants.

use crate::program::code::{Symbol, Symbols};

macro_rules! names {
    ($($constant:ident $text:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($constant,)* }
        $(pub const $constant: Symbol = Symbol(Order::$constant as u32);)*

        /// Interns them; must be done before any other name is.
        pub fn intern_all(symbols: &mut Symbols) {
            $(debug_assert_eq!(symbols.intern($text), $constant);
            symbols.intern($text);)*
        }
    };
}

names! {
    INIT "__init__", NEW "__new__", CALL "__call__", CLASS "__class__", DICT "__dict__", DOC "__doc__", NAME "__name__",
    QUALNAME "__qualname__", MODULE "__module__", BASES "__bases__", BASE "__base__", MRO "__mro__", CLASSCELL "__classcell__",
    SET_NAME "__set_name__", INIT_SUBCLASS "__init_subclass__", PREPARE "__prepare__", METACLASS "metaclass",
    CLASS_GETITEM "__class_getitem__", SLOTS "__slots__", ANNOTATIONS "__annotations__",
    GET "__get__", SET "__set__", DELETE "__delete__", GETATTR "__getattr__", GETATTRIBUTE "__getattribute__",
    SETATTR "__setattr__", DELATTR "__delattr__", DIR "__dir__",
    ENTER "__enter__", EXIT "__exit__", ITER "__iter__", NEXT "__next__", REVERSED "__reversed__",
    LEN "__len__", BOOL "__bool__", CONTAINS "__contains__", GETITEM "__getitem__", SETITEM "__setitem__",
    DELITEM "__delitem__", MISSING "__missing__", HASH "__hash__", INDEX "__index__", INT "__int__", FLOAT "__float__",
    REPR "__repr__", STR "__str__", FORMAT "__format__", BYTES "__bytes__",
    EQ "__eq__", NE "__ne__", LT "__lt__", LE "__le__", GT "__gt__", GE "__ge__",
    ADD "__add__", SUB "__sub__", MUL "__mul__", MATMUL "__matmul__", TRUEDIV "__truediv__", FLOORDIV "__floordiv__",
    MOD "__mod__", POW "__pow__", LSHIFT "__lshift__", RSHIFT "__rshift__", AND "__and__", OR "__or__", XOR "__xor__",
    RADD "__radd__", RSUB "__rsub__", RMUL "__rmul__", RMATMUL "__rmatmul__", RTRUEDIV "__rtruediv__",
    RFLOORDIV "__rfloordiv__", RMOD "__rmod__", RPOW "__rpow__", RLSHIFT "__rlshift__", RRSHIFT "__rrshift__",
    RAND "__rand__", ROR "__ror__", RXOR "__rxor__",
    IADD "__iadd__", ISUB "__isub__", IMUL "__imul__", IMATMUL "__imatmul__", ITRUEDIV "__itruediv__",
    IFLOORDIV "__ifloordiv__", IMOD "__imod__", IPOW "__ipow__", ILSHIFT "__ilshift__", IRSHIFT "__irshift__",
    IAND "__iand__", IOR "__ior__", IXOR "__ixor__",
    NEG "__neg__", POS "__pos__", INVERT "__invert__", ABS "__abs__",
    MATCH_ARGS "__match_args__", BUILTINS "__builtins__", FILE "__file__", SPEC "__spec__", MAIN "__main__",
    ALL "__all__", BUILD_CLASS "__build_class__", FUNC "__func__", SELF "__self__", WRAPPED "__wrapped__",
    DEFAULTS "__defaults__", KWDEFAULTS "__kwdefaults__", CLOSURE "__closure__", CODE "__code__", GLOBALS "__globals__",
    CAUSE "__cause__", CONTEXT "__context__", TRACEBACK "__traceback__", SUPPRESS_CONTEXT "__suppress_context__",
    NOTES "__notes__", SYNC "_sync", HINT " hint", ARGS "args", VALUE "value", SUBCLASSES "__subclasses__", DEL "__del__", OBJCLASS "__objclass__",
}

//! The compile-time errors in CPython's words (`Python/symtable.c`, `Python/compile.c`, `Python/codegen.c`).

use super::compile_errors::ScopeKind;
use ruff_python_ast::IrrefutablePatternKind;
use ruff_python_parser::semantic_errors::{
    AwaitOutsideAsyncFunctionKind, SemanticSyntaxErrorKind as Kind, WriteToDebugKind, YieldOutsideFunctionKind,
};

/// The message, or none for what is said elsewhere.
pub fn word(kind: &Kind, scope: ScopeKind, text: &str) -> Option<String> {
    Some(match kind {
        Kind::ReturnOutsideFunction => "'return' outside function".to_owned(),
        Kind::YieldOutsideFunction(kind) => {
            let keyword = match kind {
                YieldOutsideFunctionKind::Yield => "yield",
                YieldOutsideFunctionKind::YieldFrom => "yield from",
                YieldOutsideFunctionKind::Await => "await",
            };
            match (scope, kind) {
                (_, YieldOutsideFunctionKind::Await) => "'await' outside function".to_owned(),
                (ScopeKind::ListComprehension, _) => "'yield' inside list comprehension".to_owned(),
                (ScopeKind::SetComprehension, _) => "'yield' inside set comprehension".to_owned(),
                (ScopeKind::DictComprehension, _) => "'yield' inside dict comprehension".to_owned(),
                (ScopeKind::GeneratorExpression, _) => "'yield' inside generator expression".to_owned(),
                _ => format!("'{keyword}' outside function"),
            }
        }
        Kind::AwaitOutsideAsyncFunction(kind) => match kind {
            AwaitOutsideAsyncFunctionKind::Await => "'await' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncFor => "'async for' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncWith => "'async with' outside async function".to_owned(),
            AwaitOutsideAsyncFunctionKind::AsyncComprehension => {
                "asynchronous comprehension outside of an asynchronous function".to_owned()
            }
        },
        Kind::BreakOutsideLoop => "'break' outside loop".to_owned(),
        Kind::ContinueOutsideLoop => "'continue' not properly in loop".to_owned(),
        Kind::DuplicateParameter(name) => format!("duplicate argument '{name}' in function definition"),
        Kind::DuplicateKeywordArgument(name) => format!("keyword argument repeated: {name}"),
        Kind::NonModuleImportStar(_) => "import * only allowed at module level".to_owned(),
        Kind::FutureFeatureNotDefined(name) if name == "braces" => "not a chance".to_owned(),
        Kind::FutureFeatureNotDefined(name) => format!("future feature {name} is not defined"),
        Kind::LateFutureImport => "from __future__ imports must occur at the beginning of the file".to_owned(),
        Kind::InvalidStarExpression => "can't use starred expression here".to_owned(),
        Kind::SingleStarredAssignment => "starred assignment target must be in a list or tuple".to_owned(),
        Kind::MultipleStarredExpressions => "multiple starred expressions in assignment".to_owned(),
        Kind::WriteToDebug(WriteToDebugKind::Store) => "cannot assign to __debug__".to_owned(),
        Kind::WriteToDebug(WriteToDebugKind::Delete(_)) => "cannot delete __debug__".to_owned(),
        Kind::IrrefutableCasePattern(IrrefutablePatternKind::Wildcard) => {
            "wildcard makes remaining patterns unreachable".to_owned()
        }
        Kind::IrrefutableCasePattern(IrrefutablePatternKind::Name(name)) => {
            format!("name capture '{name}' makes remaining patterns unreachable")
        }
        Kind::MultipleCaseAssignment(name) => format!("multiple assignments to name '{name}' in pattern"),
        Kind::MultipleStarredNamesInSequencePattern => "multiple starred names in sequence pattern".to_owned(),
        Kind::DifferentMatchPatternBindings => "alternative patterns bind different names".to_owned(),
        Kind::DuplicateMatchKey(key) => format!("mapping pattern checks duplicate key ({key})"),
        Kind::DuplicateMatchClassAttribute(name) => format!("attribute name repeated in class pattern: {name}"),
        Kind::ReboundComprehensionVariable => {
            let name = text.split(":=").next().unwrap_or(text).trim();
            format!("assignment expression cannot rebind comprehension iteration variable '{name}'")
        }
        Kind::NamedExpressionInComprehensionIterable => {
            "assignment expression cannot be used in a comprehension iterable expression".to_owned()
        }
        Kind::NamedExpressionInClassBodyComprehension => {
            "assignment expression within a comprehension cannot be used in a class body".to_owned()
        }
        Kind::InvalidExpression(what, position) => format!("{what} cannot be used within {position}"),
        Kind::DuplicateTypeParameter => "duplicate type parameter".to_owned(),
        // Said of whole scopes, in `CompileChecker::declarations`.
        Kind::NonlocalDeclarationAtModuleLevel
        | Kind::NonlocalWithoutBinding(_)
        | Kind::NonlocalAndGlobal(_)
        | Kind::NonlocalParameter(_)
        | Kind::GlobalParameter(_)
        | Kind::LoadBeforeGlobalDeclaration { .. }
        | Kind::LoadBeforeNonlocalDeclaration { .. }
        | Kind::AnnotatedGlobal(_)
        | Kind::AnnotatedNonlocal(_) => return None,
        // Asynchronous code is not modelled, and said to be so.
        Kind::AsyncComprehensionInSyncComprehension(_)
        | Kind::YieldFromInAsyncFunction
        | Kind::ReturnInGenerator
        | Kind::TypeParameterDefaultOrder(_) => return None,
        _ => "invalid syntax".to_owned(),
    })
}

//! Expressions: each leaves one value on the stack.

use super::Compiler;
use super::collect::span_of;
use super::literals::constant_of;
use crate::program::code::Constant;
use crate::program::op::{BinaryOperator, Comparison, Conversion, Op, UnaryOperator};
use crate::source::span::Span;
use ruff_python_ast::{self as ast, CmpOp, ConversionFlag, Expr, InterpolatedStringElement, Operator, UnaryOp};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn expression(&mut self, expression: &'a Expr) {
        let span = span_of(expression.range());
        if let Some(constant) = constant_of(expression) {
            return self.constant(constant, span);
        }
        match expression {
            Expr::Name(name) => self.load_name(&name.id, span),
            Expr::NumberLiteral(ast::ExprNumberLiteral { value: ast::Number::Complex { imag, .. }, .. }) => {
                self.load_name(".imaginary", span);
                self.constant(Constant::Float(*imag), span);
                self.emit(Op::Call(1), span);
            }
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let symbol = self.symbol(&attribute.attr);
                let span = self.shown_at_attribute(span, attribute);
                self.emit(Op::LoadAttribute(symbol), span);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::LoadSubscript, span);
            }
            Expr::Slice(slice) => self.slice(slice, span),
            Expr::BinOp(binary) => {
                self.expression(&binary.left);
                self.expression(&binary.right);
                self.emit(Op::Binary(binary_operator(binary.op)), span);
            }
            Expr::UnaryOp(unary) => {
                self.expression(&unary.operand);
                self.emit(Op::Unary(unary_operator(unary.op)), span);
            }
            Expr::BoolOp(bool_op) => self.bool_op(bool_op, span),
            Expr::Compare(compare) => self.compare(compare, span),
            Expr::If(ternary) => self.ternary(ternary, span),
            Expr::Named(named) => {
                self.expression(&named.value);
                self.emit(Op::Copy(1), span);
                self.store(&named.target);
            }
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::Tuple(tuple) => self.tuple(&tuple.elts, span),
            Expr::List(list) => self.list_of(0, &list.elts, span),
            Expr::Set(set) => self.set(&set.elts, span),
            Expr::Dict(dict) => self.dict(&dict.items, span),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression);
            }
            Expr::FString(text) => self.f_string(text, span),
            Expr::Yield(give) => {
                match &give.value {
                    Some(value) => self.expression(value),
                    None => self.constant(Constant::None, span),
                }
                self.emit(Op::Yield, span);
            }
            Expr::YieldFrom(give) => {
                self.expression(&give.value);
                self.emit(Op::GetIterator, span);
                self.constant(Constant::None, span);
                self.emit(Op::YieldFrom, span);
            }
            // Literals are constants; a star elsewhere than in a call, a display or a target, and what is not modelled,
            // was refused by the first walk.
            _ => self.constant(Constant::None, span),
        }
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice, span: Span) {
        for bound in [&slice.lower, &slice.upper] {
            match bound {
                Some(bound) => self.expression(bound),
                None => self.constant(Constant::None, span),
            }
        }
        match &slice.step {
            Some(step) => {
                self.expression(step);
                self.emit(Op::BuildSlice(3), span);
            }
            None => self.emit(Op::BuildSlice(2), span),
        }
    }

    fn bool_op(&mut self, bool_op: &'a ast::ExprBoolOp, span: Span) {
        let end = self.label();
        for (index, value) in bool_op.values.iter().enumerate() {
            self.expression(value);
            if index + 1 < bool_op.values.len() {
                let op = match bool_op.op {
                    ast::BoolOp::And => Op::JumpIfFalseOrPop(0),
                    ast::BoolOp::Or => Op::JumpIfTrueOrPop(0),
                };
                self.jump(op, end, span);
            }
        }
        self.bind(end);
    }

    fn compare(&mut self, compare: &'a ast::ExprCompare, span: Span) {
        self.expression(&compare.left);
        let Some((last, others)) = compare.comparators.split_last() else { return };
        let early = self.label();
        for (comparator, op) in others.iter().zip(&compare.ops) {
            self.expression(comparator);
            self.emit(Op::Swap(2), span);
            self.emit(Op::Copy(2), span);
            self.emit(Op::Compare(comparison(*op)), span);
            self.jump(Op::JumpIfFalseOrPop(0), early, span);
        }
        self.expression(last);
        if let Some(op) = compare.ops.last() {
            self.emit(Op::Compare(comparison(*op)), span);
        }
        if !others.is_empty() {
            let end = self.label();
            self.jump(Op::Jump(0), end, span);
            self.bind(early);
            self.emit(Op::Swap(2), span);
            self.emit(Op::Pop, span);
            self.bind(end);
        }
    }

    fn ternary(&mut self, ternary: &'a ast::ExprIf, span: Span) {
        let (otherwise, end) = (self.label(), self.label());
        self.jump_if(&ternary.test, false, otherwise);
        self.expression(&ternary.body);
        self.jump(Op::Jump(0), end, span);
        self.bind(otherwise);
        self.expression(&ternary.orelse);
        self.bind(end);
    }

    fn tuple(&mut self, elements: &'a [Expr], span: Span) {
        if elements.iter().any(Expr::is_starred_expr) {
            self.list_of(0, elements, span);
            self.emit(Op::ListToTuple, span);
        } else {
            elements.iter().for_each(|element| self.expression(element));
            self.emit(Op::BuildTuple(elements.len() as u32), span);
        }
    }

    /// A list of the `ready` values on the stack and of the elements, starred ones spread.
    pub(super) fn list_of(&mut self, ready: u32, elements: &'a [Expr], span: Span) {
        let direct = elements.iter().take_while(|element| !element.is_starred_expr()).count().min(MAX_ON_STACK);
        let (direct, others) = elements.split_at(direct);
        direct.iter().for_each(|element| self.expression(element));
        self.emit(Op::BuildList(ready + direct.len() as u32), span);
        for element in others {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::ListExtend(1), span);
                }
                _ => {
                    self.expression(element);
                    self.emit(Op::ListAppend(1), span);
                }
            }
        }
    }

    fn set(&mut self, elements: &'a [Expr], span: Span) {
        let direct = elements.iter().take_while(|element| !element.is_starred_expr()).count().min(MAX_ON_STACK);
        let (direct, others) = elements.split_at(direct);
        direct.iter().for_each(|element| self.expression(element));
        self.emit(Op::BuildSet(direct.len() as u32), span);
        for element in others {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::SetUpdate(1), span);
                }
                _ => {
                    self.expression(element);
                    self.emit(Op::SetAdd(1), span);
                }
            }
        }
    }

    fn dict(&mut self, items: &'a [ast::DictItem], span: Span) {
        let direct = items.iter().take_while(|item| item.key.is_some()).count().min(MAX_ON_STACK);
        let (direct, others) = items.split_at(direct);
        for item in direct {
            item.key.iter().for_each(|key| self.expression(key));
            self.expression(&item.value);
        }
        self.emit(Op::BuildDict(direct.len() as u32), span);
        for item in others {
            match &item.key {
                Some(key) => {
                    self.expression(key);
                    self.expression(&item.value);
                    self.emit(Op::DictInsert(1), span);
                }
                None => {
                    self.expression(&item.value);
                    self.emit(Op::DictUpdate(1), span);
                }
            }
        }
    }

    fn f_string(&mut self, text: &'a ast::ExprFString, span: Span) {
        let mut pieces = Pieces::default();
        for part in &text.value {
            match part {
                ast::FStringPart::Literal(literal) => pieces.literal.push_str(literal.as_str()),
                ast::FStringPart::FString(f_string) => self.f_string_elements(&f_string.elements, &mut pieces, span),
            }
        }
        self.join_pieces(pieces, span);
    }

    fn f_string_elements(&mut self, elements: &'a [InterpolatedStringElement], pieces: &mut Pieces, span: Span) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => pieces.literal.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(interpolation) => {
                    if let Some(text) = &interpolation.debug_text {
                        pieces.literal.push_str(text.as_str());
                    }
                    self.flush_literal(pieces, span);
                    self.interpolation(interpolation);
                    pieces.count += 1;
                }
            }
        }
    }

    fn interpolation(&mut self, interpolation: &'a ast::InterpolatedElement) {
        let span = span_of(interpolation.range);
        self.expression(&interpolation.expression);
        let conversion = match interpolation.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
            // `f"{x=}"` shows the repr unless it is told how to show it.
            ConversionFlag::None if interpolation.debug_text.is_some() && interpolation.format_spec.is_none() => {
                Conversion::Repr
            }
            ConversionFlag::None => Conversion::None,
        };
        if let Some(specification) = &interpolation.format_spec {
            let mut pieces = Pieces::default();
            self.f_string_elements(&specification.elements, &mut pieces, span);
            self.join_pieces(pieces, span);
        }
        self.emit(Op::FormatValue(conversion, interpolation.format_spec.is_some()), span);
    }

    fn flush_literal(&mut self, pieces: &mut Pieces, span: Span) {
        if !pieces.literal.is_empty() {
            self.constant(Constant::Str(std::mem::take(&mut pieces.literal)), span);
            pieces.count += 1;
        }
    }

    fn join_pieces(&mut self, mut pieces: Pieces, span: Span) {
        if pieces.count == 0 {
            return self.constant(Constant::Str(pieces.literal), span);
        }
        self.flush_literal(&mut pieces, span);
        if pieces.count > 1 {
            self.emit(Op::BuildString(pieces.count), span);
        }
    }
}

/// The parts of an f-string: how many are on the stack, and the literal text that is to be the next.
#[derive(Default)]
struct Pieces {
    count: u32,
    literal: String,
}

/// A display of more elements than this is built in steps, so that the operand stack stays small.
const MAX_ON_STACK: usize = 1_000;

pub(super) fn binary_operator(operator: Operator) -> BinaryOperator {
    match operator {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Subtract,
        Operator::Mult => BinaryOperator::Multiply,
        Operator::MatMult => BinaryOperator::MatrixMultiply,
        Operator::Div => BinaryOperator::TrueDivide,
        Operator::Mod => BinaryOperator::Modulo,
        Operator::Pow => BinaryOperator::Power,
        Operator::LShift => BinaryOperator::LeftShift,
        Operator::RShift => BinaryOperator::RightShift,
        Operator::BitOr => BinaryOperator::BitOr,
        Operator::BitXor => BinaryOperator::BitXor,
        Operator::BitAnd => BinaryOperator::BitAnd,
        Operator::FloorDiv => BinaryOperator::FloorDivide,
    }
}

fn unary_operator(operator: UnaryOp) -> UnaryOperator {
    match operator {
        UnaryOp::Invert => UnaryOperator::Invert,
        UnaryOp::Not => UnaryOperator::Not,
        UnaryOp::UAdd => UnaryOperator::Positive,
        UnaryOp::USub => UnaryOperator::Negative,
    }
}

pub(super) fn comparison(operator: CmpOp) -> Comparison {
    match operator {
        CmpOp::Eq => Comparison::Equal,
        CmpOp::NotEq => Comparison::NotEqual,
        CmpOp::Lt => Comparison::Less,
        CmpOp::LtE => Comparison::LessOrEqual,
        CmpOp::Gt => Comparison::Greater,
        CmpOp::GtE => Comparison::GreaterOrEqual,
        CmpOp::Is => Comparison::Is,
        CmpOp::IsNot => Comparison::IsNot,
        CmpOp::In => Comparison::In,
        CmpOp::NotIn => Comparison::NotIn,
    }
}

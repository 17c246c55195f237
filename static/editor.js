// The glue between the page and CodeMirror 6; it comes when the code is first shown (static/page.js). The page calls `globalThis.programEditor` (src/ui/editor.rs).
// Positions are offsets in UTF-16 code units, lines count from 1.

import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  WidgetType,
  drawSelection,
  gutter,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colours come from the page's tokens (static/tokens.css), so that light and dark need no second theme here.
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.character], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-number)" },
  { tag: [tags.comment, tags.docString], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className), tags.className], color: "var(--code-definition)", fontWeight: "500" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--code-call)" },
  { tag: tags.meta, color: "var(--code-call)" },
]);

/// Marks a change of the text that the page made itself: it is not reported back.
const fromPage = Annotation.define();

const setPlaces = StateEffect.define();

/// The names of the threads that are at a line, at its end.
class PlaceWidget extends WidgetType {
  constructor(names) {
    super();
    this.names = names;
  }
  eq(other) {
    return other.names === this.names;
  }
  toDOM() {
    const mark = document.createElement("span");
    mark.className = "cm-place";
    mark.textContent = this.names;
    return mark;
  }
}

const places = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setPlaces)) continue;
      const doc = transaction.state.doc;
      const ranges = [];
      for (const { line, names } of effect.value) {
        if (line < 1 || line > doc.lines) continue;
        const { from, to } = doc.line(line);
        ranges.push(Decoration.line({ class: "cm-thread-line" }).range(from));
        ranges.push(Decoration.widget({ widget: new PlaceWidget(names), side: 1 }).range(to));
      }
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const toggleBreakpoint = StateEffect.define();

class BreakpointMarker extends GutterMarker {
  toDOM() {
    const mark = document.createElement("span");
    mark.className = "cm-breakpoint";
    mark.title = "Breakpoint: playing stops here";
    return mark;
  }
}
const breakpointMarker = new BreakpointMarker();

/// The lines at which playing stops; they move with their lines when text is put in.
const breakpoints = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(toggleBreakpoint)) continue;
      const at = effect.value;
      let there = false;
      next.between(at, at, (from) => void (there ||= from === at));
      next = there
        ? next.update({ filter: (from) => from !== at })
        : next.update({ add: [breakpointMarker.range(at)] });
    }
    return next;
  },
});

function breakpointLines(state) {
  const lines = [];
  const set = state.field(breakpoints);
  for (let cursor = set.iter(); cursor.value; cursor.next()) lines.push(state.doc.lineAt(cursor.from).number);
  return [...new Set(lines)];
}

/// A click in front of the line numbers, or F9 in the line, puts a breakpoint there or takes it away.
const breakpointGutter = [
  breakpoints,
  gutter({
    class: "cm-breakpoint-gutter",
    markers: (view) => view.state.field(breakpoints),
    initialSpacer: () => breakpointMarker,
    domEventHandlers: {
      mousedown(view, line) {
        view.dispatch({ effects: toggleBreakpoint.of(line.from) });
        return true;
      },
    },
  }),
  keymap.of([
    {
      key: "F9",
      run(view) {
        const { from } = view.state.doc.lineAt(view.state.selection.main.head);
        view.dispatch({ effects: toggleBreakpoint.of(from) });
        return true;
      },
    },
  ]),
];

const setLit = StateEffect.define();

/// The line that is pointed at elsewhere on the page.
const lit = StateField.define({
  create: () => Decoration.none,
  update(mark, transaction) {
    let next = mark.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLit)) continue;
      const { doc } = transaction.state;
      const known = effect.value >= 1 && effect.value <= doc.lines;
      next = known ? Decoration.set(Decoration.line({ class: "lit" }).range(doc.line(effect.value).from)) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/// Tells of the line under the pointer, 0 when it has left.
function pointing(point) {
  let last = 0;
  const tell = (line) => {
    if (line !== last) point((last = line));
  };
  return EditorView.domEventHandlers({
    mousemove(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      tell(at === null ? 0 : view.state.doc.lineAt(at).number);
    },
    mouseleave: () => tell(0),
    blur: () => tell(0),
  });
}

/// Undo and redo are the page's, so that an edit of the text and a turned knob are undone in the order in which they were
/// done.
function undoKeymap(act) {
  const key = (key, name) => ({ key, preventDefault: true, run: () => (act(name), true) });
  return [key("Mod-z", "undo"), key("Mod-y", "redo"), key("Mod-Shift-z", "redo")];
}

/// An editor that is made out of sight, as on a phone below the picture, has guessed how high its lines are. It begins
/// anew with the same state when it comes into sight.
function measureWhenSeen(parent, view) {
  let wasHidden = false;
  new IntersectionObserver(([{ isIntersecting }], observer) => {
    if (!isIntersecting) return void (wasHidden = true);
    if (wasHidden) view.setState(view.state);
    observer.disconnect();
  }).observe(parent);
}

/// Puts an editor into `parent`; `changed` gets the whole text after each edit by the person, `act` gets `undo` or
/// `redo`, `point` the line that the pointer or the cursor has come to, `stops` the lines
/// of the breakpoints, which are `stopLines` at first.
function create(parent, text, changed, act, point, stops, stopLines) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        breakpointGutter,
        lineNumbers(),
        lintGutter(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        indentUnit.of("    "),
        pythonLanguage,
        syntaxHighlighting(highlighting),
        places,
        lit,
        pointing(point),
        keymap.of([...undoKeymap(act), ...defaultKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "Program", tabindex: "0", autocapitalize: "off", autocorrect: "off" }),
        EditorView.updateListener.of((update) => {
          if (update.startState.field(breakpoints) !== update.state.field(breakpoints)) stops(breakpointLines(update.state).join(" "));
          const own = update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (update.docChanged && !own) changed(update.state.doc.toString());
          else if (update.selectionSet && update.view.hasFocus) point(update.state.doc.lineAt(update.state.selection.main.head).number);
        }),
      ],
    }),
  });
  const effects = stopLines
    .split(" ")
    .filter((line) => line >= 1 && line <= view.state.doc.lines)
    .map((line) => toggleBreakpoint.of(view.state.doc.line(Number(line)).from));
  if (effects.length) view.dispatch({ effects });
  // Lines break elsewhere in another font.
  document.fonts.ready.then(() => view.requestMeasure());
  measureWhenSeen(parent, view);
  return view;
}

/// Makes the text this one by replacing only what differs, so that the cursor stays where it was.
function setText(view, text) {
  const now = view.state.doc.toString();
  if (now === text) return;
  const shorter = Math.min(now.length, text.length);
  let start = 0;
  while (start < shorter && now[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  view.dispatch({
    changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) },
    annotations: fromPage.of(true),
  });
}

/// Shows findings: `[{from, to, severity, message}]`.
function showDiagnostics(view, diagnostics) {
  const length = view.state.doc.length;
  const inside = diagnostics.map((finding) => {
    const from = Math.min(finding.from, length);
    return { ...finding, from, to: Math.max(from, Math.min(finding.to, length)) };
  });
  view.dispatch(setDiagnostics(view.state, inside));
}

/// Marks the lines at which threads are: `[{line, names}]`, in the order of the lines.
function showPlaces(view, marks) {
  view.dispatch({ effects: setPlaces.of(marks) });
}

/// Lights a line up, 0 for none.
function showLit(view, line) {
  view.dispatch({ effects: setLit.of(line) });
}

/// Brings a line into sight and puts the cursor there.
function showLine(view, line) {
  const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}

globalThis.programEditor = { create, setText, showDiagnostics, showPlaces, showLit, showLine };

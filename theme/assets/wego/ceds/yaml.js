/* YAML, as much of it as runs are written in: maps, lists, the three kinds of scalars, flow style, comments.

   Anchors, aliases, tags, tabs and keys that stand twice are refused, as the build does. `read` throws a `Problem` with its line;
   `readExactly` keeps numbers as they are written, as `Plain`, so that a file that is written again holds the same ones. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#&*!|>%@`{}[\],?:-][^#{}[\],]*?|-[^\s#{}[\],]+?):(?:\s+|$)/;
  const BLOCK = /^([|>])([+-]?)(?:\s+#.*)?$/;
  const DEEPEST = 12;

  class Problem extends Error {
    constructor(line, word) {
      super(`${word} (${line})`);
      this.line = line;
      this.word = word;
    }
  }

  /** A number as it is written. */
  class Plain {
    constructor(text) {
      this.text = text;
    }

    toString() {
      return this.text;
    }
  }

  function scalar(text) {
    if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
    if (/^(?:true|True|TRUE)$/.test(text)) return true;
    if (/^(?:false|False|FALSE)$/.test(text)) return false;
    if (/^[-+]?\d+\.\d+$/.test(text)) return new Plain(text); // 2.0 is no whole number, and a run holds no others
    return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : text;
  }

  const WRITTEN = /^(?:[-+]?(?:0|[1-9]\d{0,17}|(?:(?:0|[1-9]\d*)\.\d*|\.\d+|(?:0|[1-9]\d{0,17}))(?:[eE][-+]?\d{1,3})?|\.inf)|\.nan)$/;

  /** The same by the rules of the build, which knows fewer spellings of true and null, and more of numbers. */
  function exactly(text) {
    if (text === "" || text === "~" || text === "null") return null;
    if (text === "true" || text === "false") return text === "true";
    return WRITTEN.test(text) ? new Plain(text) : text;
  }

  const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0" };

  function unescaped(text, fail) {
    return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g, (_, x, u, U, one) => {
      if (one === undefined) return String.fromCodePoint(Math.min(parseInt(x || u || U, 16), 0x10ffff));
      if (!Object.hasOwn(ESCAPES, one)) fail();
      return ESCAPES[one];
    });
  }

  /** A line without the spaces at its ends; `trim` would take more than YAML does, a pattern would look at long gaps again and again. */
  function stripped(line, first, last) {
    let [from, to] = [0, line.length];
    while (!first && line[from] === " ") from += 1;
    while (!last && to > from && line[to - 1] === " ") to -= 1;
    return line.slice(from, to);
  }

  /** A line break inside a scalar becomes a space, an empty line a line break. */
  function folded(text) {
    const lines = text.split("\n").map((each, at, all) => stripped(each, at === 0, at === all.length - 1));
    let made = lines[0];
    for (let at = 1, empty = 0; at < lines.length; at += 1) {
      if (lines[at] === "" && at < lines.length - 1) empty += 1;
      else {
        made += (empty ? "\n".repeat(empty) : " ") + lines[at];
        empty = 0;
      }
    }
    return made;
  }

  /** Text between double quotes: a backslash at the end of a line joins it to the next. */
  function doubled(text, fail) {
    const joined = text.replace(/\\(?:\n[ ]*|([\s\S]))/g, (all, one) => (one === undefined ? "" : all));
    return unescaped(folded(joined), fail);
  }

  function set(map, key, value, fail) {
    if (Object.hasOwn(map, key) || key === "__proto__") fail("yaml.twice");
    map[key] = value;
  }

  /* What stands in one place on one or more lines: quoted, in brackets, or plain. */

  function inline(text, fail, scalar) {
    let at = 0;
    const skip = () => {
      at += text.slice(at).match(/^(?:\s|(?:^|(?<=\s))#[^\n]*)*/)[0].length;
    };

    function quoted() {
      const found = text.slice(at).match(/^(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^']|'')*)')/);
      if (!found) fail("yaml.quote");
      at += found[0].length;
      return found[1] !== undefined ? doubled(found[1], () => fail("yaml.escape")) : folded(found[2]).replaceAll("''", "'");
    }

    function value(depth) {
      skip();
      if (depth > DEEPEST) fail("yaml.deep");
      const first = text[at];
      if (first === "[" || first === "{") return collection(first === "{", depth + 1);
      if (first === '"' || first === "'") return quoted();
      const found = text.slice(at).match(depth ? /^(?:[^,[\]{}:#]|:(?![\s,[\]{}])|(?<!\s)#)*/ : /^(?:[^#]|(?<!\s)#)*/)[0];
      if (/^[&*!%@`|>]/.test(found)) fail("yaml.form");
      at += found.length;
      return scalar(folded(found.trim()));
    }

    function collection(isMap, depth) {
      const made = isMap ? {} : [];
      const end = isMap ? "}" : "]";
      at += 1;
      for (;;) {
        skip();
        if (at >= text.length) fail("yaml.bracket");
        if (text[at] === end) break;
        const each = value(depth);
        skip();
        if (isMap) {
          if (text[at] !== ":") fail("yaml.form");
          at += 1;
          set(made, String(each), value(depth), fail);
          skip();
        } else made.push(each);
        if (text[at] === ",") at += 1;
        else if (text[at] !== end) fail("yaml.bracket");
      }
      at += 1;
      return made;
    }

    const made = value(0);
    skip();
    if (at < text.length) fail("yaml.form");
    return made;
  }

  /** Follows a quote or a bracket line by line; each call says whether it is closed by now. Every letter is looked at once. */
  function follower() {
    let [quote, depth, before, closed] = ["", 0, "", false];

    function step(line, at) {
      const each = line[at];
      if (quote) {
        const pair = quote === '"' ? each === "\\" : each === quote && line[at + 1] === quote;
        if (!pair && each === quote) [quote, before] = ["", each];
        return pair ? 2 : 1;
      }
      if (each === "#" && (at === 0 || /\s/.test(line[at - 1]))) return line.length;
      if ((each === '"' || each === "'") && (before === "" || "[{,:".includes(before))) quote = each;
      else {
        depth += each === "[" || each === "{" ? 1 : each === "]" || each === "}" ? -1 : 0;
        if (each.trim()) before = each;
      }
      return 1;
    }

    return (line) => {
      for (let at = 0; at < line.length && !closed;) {
        at += step(line, at);
        closed = !quote && depth <= 0;
      }
      return closed;
    };
  }

  function parser(text, scalar) {
    const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
    let at = 0;
    const fail = (word, line = at) => {
      throw new Problem(Math.min(line, lines.length - 1) + 1, word);
    };
    const indentOf = (line) => line.match(/^ */)[0].length;
    const isEmpty = (line) => /^\s*(?:#.*)?$/.test(line);

    function next() {
      while (at < lines.length && isEmpty(lines[at])) at += 1;
      if (at < lines.length && /^ *\t/.test(lines[at])) fail("yaml.tab");
      return at < lines.length ? indentOf(lines[at]) : -1;
    }

    function block(style, chomp, parent) {
      const found = [];
      let indent = -1;
      for (; at < lines.length; at += 1) {
        const line = lines[at];
        if (line.trim() && indent < 0) indent = indentOf(line);
        if (line.trim() && (indentOf(line) <= parent || indentOf(line) < indent)) break;
        found.push(line.slice(Math.max(indent, 0)));
      }
      const kept = found.join("\n").trimEnd();
      const made = style === "|" ? kept : folded(kept);
      return chomp === "-" ? made : `${made}\n`;
    }

    /** The value that begins with `rest` of the line before `at`; its further lines stand deeper than `parent`. */
    function value(rest, parent, depth) {
      const start = at - 1;
      const style = rest.match(BLOCK);
      if (style) return block(style[1], style[2], parent);
      if (!rest || rest.startsWith("#")) return nested(parent, depth);
      const whole = /^["'[{]/.test(rest) ? enclosed(rest) : spread(rest, parent, start);
      return inline(whole.trim(), (word) => fail(word, start), scalar);
    }

    /** A quote or bracket up to the line that closes it; what follows on that line is told by `inline`. */
    function enclosed(rest) {
      const [closes, found] = [follower(), [rest]];
      for (let closed = closes(rest); !closed && at < lines.length; at += 1) {
        found.push(lines[at]);
        closed = closes(lines[at]);
      }
      return found.join("\n");
    }

    /** A plain scalar and its further lines, up to a comment. */
    function spread(rest, parent, start) {
      const found = [rest];
      while (at < lines.length && (lines[at].trim() === "" || indentOf(lines[at]) > parent)) {
        if (/(^|\s)#/.test(found[found.length - 1])) break;
        found.push(lines[at]);
        at += 1;
      }
      const whole = found.join("\n");
      if (/:\s/.test(whole.replace(/(^|\s)#[^\n]*/g, ""))) fail("yaml.form", start);
      return whole;
    }

    function nested(parent, depth) {
      const indent = next();
      const isList = indent >= 0 && /^-(\s|$)/.test(lines[at].slice(indent));
      if (indent > parent || (isList && indent === parent)) return node(indent, depth + 1);
      return null;
    }

    function node(indent, depth) {
      if (depth > DEEPEST) fail("yaml.deep");
      return /^-(\s|$)/.test(lines[at].slice(indent)) ? list(indent, depth) : map(indent, depth);
    }

    function list(indent, depth) {
      const made = [];
      while (next() === indent && /^-(\s|$)/.test(lines[at].slice(indent))) {
        const rest = lines[at].slice(indent + 1);
        const inner = indent + 1 + indentOf(rest);
        if (KEY.test(rest.trim()) || /^-\s/.test(rest.trim())) {
          lines[at] = " ".repeat(inner) + rest.trim();
          made.push(node(inner, depth + 1));
        } else {
          at += 1;
          made.push(value(rest.trim(), indent, depth));
        }
      }
      return made;
    }

    function map(indent, depth) {
      const made = {};
      while (next() === indent) {
        const line = lines[at].slice(indent).trimEnd();
        const found = line.match(KEY);
        if (!found) fail("yaml.form");
        const key = String(inline(found[1], fail, scalar));
        const here = at;
        at += 1;
        set(made, key, value(line.slice(found[0].length).trim(), indent, depth), (word) => fail(word, here));
      }
      if (next() > indent) fail("yaml.indent");
      return made;
    }

    return () => {
      const indent = next();
      if (indent < 0) fail("yaml.empty", 0);
      if (/^---\s*$/.test(lines[at])) at += 1;
      const made = node(next(), 0);
      if (next() >= 0) fail("yaml.indent");
      return made;
    };
  }

  /** Plain values from a text; throws `Problem`. */
  const read = (text) => parser(text, scalar)();
  const readExactly = (text) => parser(text, exactly)();

  /* Writing: block maps, quoted text. Every JSON string is a YAML string. */

  const plain = (text) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text);
  const day = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);

  function leaf(value) {
    if (typeof value !== "string") return String(value);
    return plain(value) || day(value) ? value : JSON.stringify(value);
  }

  function written(value, indent) {
    return Object.entries(value).map(([key, each]) => {
      const start = `${" ".repeat(indent)}${key}:`;
      if (Array.isArray(each)) return `${start} [${each.map(leaf).join(", ")}]\n`;
      if (typeof each === "object" && each !== null) return `${start}\n${written(each, indent + 2)}`;
      return `${start} ${leaf(each)}\n`;
    }).join("");
  }

  /** A map of plain values as text. */
  const write = (value) => written(value, 0);

  ceds.yaml = Object.freeze({ read, readExactly, write, leaf, KEY, Plain, Problem });
})();

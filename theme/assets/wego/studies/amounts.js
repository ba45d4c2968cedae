/* What is typed, read as the command reads it from a file: amounts, rates, years, currencies. */
(function () {
  "use strict";
  const studies = (window.wegoStudies = window.wegoStudies || {});
  const { compare, of } = window.wegoCeds.fraction;
  const PLACES = 6;
  const LARGEST = of(10n ** 15n);
  /* Characters that the check of records refuses, because nobody sees them: the list of generator/model/base.py. */
  const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd-\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

  /** The exact fraction of a plain decimal such as `-12.50`; null for what is none. */
  function decimal(text) {
    const found = /^([-+]?)(\d{1,18})(?:\.(\d{1,6}))?$/.exec(String(text).trim());
    if (!found) return null;
    const places = found[3] || "";
    const value = of(BigInt(found[2] + places), 10n ** BigInt(places.length));
    return found[1] === "-" ? of(-value.n, value.d) : value;
  }

  /** `1.5e3` as whole digits and places: [sign, "1500", ""]; null for what is no number or could be read in two ways. */
  function taken(text) {
    // Keyboards of East Asia may type digits as wide as their letters.
    const narrow = text.replace(/[\uff01-\uff5e]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
    const typed = narrow.replace(/[\u0020\u00a0\u202f\u3000_]/g, "").replace(/^\u2212/, "-");
    const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed;
    const found = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,3}))?$/.exec(plain);
    if (!found || !(found[2] || found[3])) return typed === "" ? ["", "0", ""] : null;
    const [, sign, before, after = "", power = "0"] = found;
    const point = before.length + Number(power);
    const digits = before + after;
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
    const rest = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
    return [sign === "-" ? "-" : "", whole.replace(/^0+(?=\d)/, ""), rest.replace(/0+$/, "")];
  }

  /** [a plain decimal, ""], or [null, the key of what is wrong]. Empty is zero. */
  function read(text) {
    const found = taken(text);
    if (!found) return [null, "wrong.amount"];
    const [sign, whole, rest] = found;
    if (rest.length > PLACES) return [null, "wrong.decimals"];
    const size = whole.length > 16 ? null : decimal(rest ? `${whole}.${rest}` : whole);
    if (!size || compare(size, LARGEST) > 0) return [null, "wrong.large"];
    return [(size.n === 0n ? "" : sign) + whole + (rest ? `.${rest}` : ""), ""];
  }

  const amount = (text) => read(text)[0];

  /** Whether a plain decimal lies between two whole numbers; `open` where it must not be the lower one. */
  function within(value, lowest, highest, open = false) {
    if (value === null) return false;
    const found = decimal(value);
    return compare(found, of(lowest)) >= (open ? 1 : 0) && compare(found, of(highest)) <= 0;
  }

  const isRate = (value) => within(value, -100, 1000, true);
  const isChange = (value) => within(value, -100, 1000);
  const isYear = (text) => /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2200;
  /** Without what nobody sees. */
  const seen = (text) => text.replace(UNSEEN, "");

  studies.amounts = Object.freeze({ decimal, read, amount, isRate, isChange, isYear, seen });
})();

/* ZIP archives, as far as workbooks use them: read every entry, write them again. Loaded only when a workbook is opened or saved. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const MOST_ENTRIES = 500;
  const MOST_BYTES = 48 * 1024 * 1024; // unpacked, all together, as generator/read/workbook_package.py: a workbook of the assessment has about one
  const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

  class Unusable extends Error {}

  async function through(transform, bytes, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) {
        await reader.cancel();
        throw new Unusable("too large");
      }
      parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  function directory(view) {
    for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
      if (view.getUint32(at, true) === END) return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    }
    throw new Unusable("not an archive");
  }

  function entry(bytes, view, at) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Unusable("broken directory");
    const length = view.getUint16(at + 28, true);
    const made = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1, method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true),
      next: at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    };
    if (made.encrypted || view.getUint32(made.local, true) !== LOCAL) throw new Unusable("encrypted or broken");
    made.start = made.local + 30 + view.getUint16(made.local + 26, true) + view.getUint16(made.local + 28, true);
    return made;
  }

  /** Map of name to bytes; throws `Unusable`. */
  async function read(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const files = new Map();
    let left = MOST_BYTES;
    try {
      let { count, start: at } = directory(view);
      if (count > MOST_ENTRIES) throw new Unusable("too many entries");
      for (; count > 0; count -= 1) {
        const { name, method, size, start, next } = entry(bytes, view, at);
        const packed = bytes.subarray(start, start + size);
        if (method !== 0 && method !== 8) throw new Unusable("unknown compression");
        const content = method ? await through(new DecompressionStream("deflate-raw"), packed, left) : packed;
        left -= content.length;
        if (left < 0) throw new Unusable("too large");
        if ([...files.keys()].some((each) => each.toLowerCase() === name.toLowerCase())) throw new Unusable("a part stands twice");
        files.set(name, content);
        at = next;
      }
    } catch (error) {
      throw error instanceof Unusable ? error : new Unusable(error.message);
    }
    return files;
  }

  const SUMS = Uint32Array.from({ length: 256 }, (_, at) => {
    let sum = at;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum >>> 0;
  });

  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = SUMS[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /** Little-endian numbers of 2 or 4 bytes. */
  function numbers(...pairs) {
    const made = new DataView(new ArrayBuffer(pairs.reduce((all, [size]) => all + size, 0)));
    let at = 0;
    for (const [size, value] of pairs) {
      if (size === 2) made.setUint16(at, value, true);
      else made.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(made.buffer);
  }

  /** The archive of such a map as a Blob. */
  async function write(files) {
    const [parts, central] = [[], []];
    let at = 0;
    for (const [path, content] of files) {
      const name = new TextEncoder().encode(path);
      const packed = await through(new CompressionStream("deflate-raw"), content, Infinity);
      const about = [[2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, checksum(content)], [4, packed.length], [4, content.length], [2, name.length]];
      const head = numbers([4, LOCAL], ...about, [2, 0]);
      parts.push(head, name, packed);
      central.push(numbers([4, CENTRAL], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
      at += head.length + name.length + packed.length;
    }
    const size = central.reduce((all, each) => all + each.length, 0);
    const end = numbers([4, END], [2, 0], [2, 0], [2, files.size], [2, files.size], [4, size], [4, at], [2, 0]);
    return new Blob([...parts, ...central, end], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
  }

  ceds.zip = Object.freeze({ read, write, Unusable });
})();

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Start of frame markers of JPEG; C4, C8 and CC among them mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(data: DataView): Size | null {
  let at = 2;
  while (at + 9 <= data.byteLength && data.getUint8(at) === 0xff) {
    if (isFrame(data.getUint8(at + 1))) return { width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** The width and height in pixels of a PNG, GIF or JPEG; null for what is none of them. */
export function imageSize(bytes: Uint8Array): Size | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.byteLength >= 24 && data.getUint32(0) === 0x89504e47)
    return { width: data.getUint32(16), height: data.getUint32(20) };
  if (data.byteLength >= 10 && data.getUint32(0) === 0x47494638)
    return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
  return data.byteLength >= 4 && data.getUint16(0) === 0xffd8 ? jpegSize(data) : null;
}

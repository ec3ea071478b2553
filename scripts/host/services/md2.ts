const BLOCK = 16;
const ROUNDS = 18;

/** The substitution "constructed from the digits of pi" (RFC 1319, appendix A.3). */
const SUBSTITUTION = Buffer.from(
  'KS5DyaLYfAE9NlSh7PAGE2KnBfPAx3OMmJMr2bxMgsoem1c8/dTgFmdCbxiKF+USvk7E1tqe3kmg+/WOuy/ueqloeZEVsgc/lMIQ' +
    'iQsiXyGAf12aWpAyJzU+zOe/95cD/xkws0iltdHXXpIqrFaqxk+4ONKWpH22dvxr4px0BPFFnXBZZHGHIIZbz2XmLagCG2Alra6w' +
    'ufYcRmFpNEB+D1VHoyPdUa86w1z5zrrF6iYsUw1uhSiECdPfzfRBgU1Satw3yGzBq/ok4XsIDL2xSniIlYvjY+ht6cvV/jsAHTny' +
    '77cOZljQ5KZ3cvjrdUsKMURQtI/tHxrbmY0znxGDFA==',
  'base64',
);

const substituted = (value: number) => SUBSTITUTION[value & 255] ?? 0;

/** The MD2 digest (RFC 1319 with its erratum for the checksum), which Utilities offers and OpenSSL no longer does. */
export function md2(message: Uint8Array): Uint8Array {
  const padding = BLOCK - (message.length % BLOCK);
  const padded = [...message, ...new Array<number>(padding).fill(padding)];
  const checksum = new Uint8Array(BLOCK);
  let last = 0;
  for (const [index, byte] of padded.entries()) {
    const place = index % BLOCK;
    last = (checksum[place] ?? 0) ^ substituted(byte ^ last);
    checksum[place] = last;
  }
  padded.push(...checksum);
  const state = new Uint8Array(3 * BLOCK);
  for (let start = 0; start < padded.length; start += BLOCK) {
    for (let place = 0; place < BLOCK; place += 1) {
      const byte = padded[start + place] ?? 0;
      state[BLOCK + place] = byte;
      state[2 * BLOCK + place] = byte ^ (state[place] ?? 0);
    }
    let carry = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let place = 0; place < state.length; place += 1) {
        carry = (state[place] ?? 0) ^ substituted(carry);
        state[place] = carry;
      }
      carry = (carry + round) & 255;
    }
  }
  return state.slice(0, BLOCK);
}

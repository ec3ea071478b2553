/** One address and nothing else; who may be written to is for the messages to judge. */
export const ADDRESS = /^[^\s@,;:<>"'()[\]\\]+@[^\s@,;:<>"'()[\]\\]+\.[^\s@,;:<>"'()[\]\\.]{2,}$/;

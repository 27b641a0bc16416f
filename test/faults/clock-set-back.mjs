/** Loaded before a gateway: its clock is two hours behind. */
const now = Date.now;
Date.now = () => now() - 7_200_000;

/** A 32-bit hash of a text (FNV-1a over UTF-16 code units, then mixed). The same everywhere, always. */
export function textHash(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return mixed(hash, text.length);
}

/** Two 32-bit numbers as one (the finaliser of MurmurHash3), 0 … 2^32−1. */
export function mixed(a: number, b: number): number {
	let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ b;
	hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
	return (hash ^ (hash >>> 16)) >>> 0;
}

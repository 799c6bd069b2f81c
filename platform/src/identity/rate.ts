/**
 * How often one sender may try something. Generous, because a whole municipality can share one network address; tight
 * enough that guessing and flooding lead nowhere.
 */
export const rates = {
	"sign-in": { tries: 120, seconds: 60 },
	"sign-in-answer": { tries: 120, seconds: 60 },
	"sign-out-told": { tries: 600, seconds: 60 },
	link: { tries: 120, seconds: 60 },
	"unknown-link": { tries: 20, seconds: 600 },
	token: { tries: 600, seconds: 60 },
	"unknown-token": { tries: 30, seconds: 600 },
	search: { tries: 240, seconds: 60 },
	"own-data": { tries: 10, seconds: 600 },
} as const;

export type Rate = keyof typeof rates;

export type Allowance =
	| { readonly allowed: true }
	| {
			readonly allowed: false;
			/** Seconds until the next window. */
			readonly retryAfter: number;
	  };

/** The window a moment falls in: windows of one length follow each other from the epoch. */
export function windowOf(moment: Date, seconds: number): { readonly start: Date; readonly secondsLeft: number } {
	const length = seconds * 1000;
	const start = Math.floor(moment.getTime() / length) * length;
	return { start: new Date(start), secondsLeft: Math.max(1, Math.ceil((start + length - moment.getTime()) / 1000)) };
}

/** The network a sender is counted as: an IPv4 address, or the 64-bit network an IPv6 sender can pick addresses from. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
	if (!plain.includes(":")) return plain;
	const [head = "", tail] = plain.toLowerCase().split("::");
	const left = head === "" ? [] : head.split(":");
	const right = tail === undefined || tail === "" ? [] : tail.split(":");
	const zeros =
		tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
	return `${[...left, ...zeros, ...right]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":")}::/64`;
}

import type { Account, EntryKind } from "./codes.ts";

/** A line of an entry: whole kroner, debit or credit. Cash belongs to no line. */
export type Posting = {
	readonly account: Account;
	readonly lineId: string | null;
	readonly budgetYear: number;
	readonly debit: number;
	readonly credit: number;
};

/** What an account stands at, for a line and a budget year: the sums of its two sides. */
export type Balance = Posting;

type At = { readonly lineId: string | null; readonly budgetYear: number };

function debit(account: Account, at: At, kroner: number): Posting {
	return { account, ...at, debit: kroner, credit: 0 };
}

function credit(account: Account, at: At, kroner: number): Posting {
	return { account, ...at, debit: 0, credit: kroner };
}

export type YearPart = { readonly budgetYear: number; readonly kroner: number };

/** What is to be written in the ledger, by kind. Kroner are whole and over zero, but an adjustment, which goes either way. */
export type Deed =
	| { readonly kind: "grant"; readonly lineId: string; readonly budgetYear: number; readonly kroner: number }
	/** What fell away of a line, year by year; below zero where it came back. */
	| { readonly kind: "adjust"; readonly lineId: string; readonly parts: readonly YearPart[] }
	| { readonly kind: "pay" | "repay"; readonly budgetYear: number; readonly kroner: number }
	| {
			readonly kind: "cost";
			readonly lineId: string;
			readonly budgetYear: number;
			/** Of the grant, and of what the recipient adds itself; one of them may be nothing. */
			readonly kroner: number;
			readonly own: number;
	  }
	| {
			readonly kind: "carry";
			readonly lineId: string;
			readonly fromYear: number;
			readonly toYear: number;
			readonly kroner: number;
	  }
	| {
			readonly kind: "purpose";
			readonly lineId: string;
			readonly toLineId: string;
			readonly budgetYear: number;
			readonly kroner: number;
	  }
	/** `paid` is what stands as paid: what was never paid out is not paid back. */
	| {
			readonly kind: "return";
			readonly lineId: string;
			readonly budgetYear: number;
			readonly kroner: number;
			readonly paid: number;
	  };

/** The postings of a deed. Each circuit balances for itself, in each line and budget year. */
export function postingsOf(deed: Deed): readonly Posting[] {
	switch (deed.kind) {
		case "grant": {
			const at = { lineId: deed.lineId, budgetYear: deed.budgetYear };
			return [debit("left", at, deed.kroner), credit("granted", at, deed.kroner)];
		}
		case "adjust":
			return deed.parts.flatMap(({ budgetYear, kroner }) => {
				const at = { lineId: deed.lineId, budgetYear };
				return kroner > 0
					? [debit("lost", at, kroner), credit("left", at, kroner)]
					: [debit("left", at, -kroner), credit("lost", at, -kroner)];
			});
		case "pay":
		case "repay": {
			const at = { lineId: null, budgetYear: deed.budgetYear };
			return deed.kind === "pay"
				? [debit("paid", at, deed.kroner), credit("issuer", at, deed.kroner)]
				: [debit("issuer", at, deed.kroner), credit("paid", at, deed.kroner)];
		}
		case "cost": {
			const at = { lineId: deed.lineId, budgetYear: deed.budgetYear };
			return [
				...(deed.kroner > 0 ? [debit("spent", at, deed.kroner), credit("left", at, deed.kroner)] : []),
				...(deed.own > 0 ? [debit("own-spent", at, deed.own), credit("own", at, deed.own)] : []),
			];
		}
		case "carry": {
			const from = { lineId: deed.lineId, budgetYear: deed.fromYear };
			const to = { lineId: deed.lineId, budgetYear: deed.toYear };
			return [
				...[debit("carried", from, deed.kroner), credit("left", from, deed.kroner)],
				...[debit("left", to, deed.kroner), credit("carried", to, deed.kroner)],
			];
		}
		case "purpose": {
			const from = { lineId: deed.lineId, budgetYear: deed.budgetYear };
			const to = { lineId: deed.toLineId, budgetYear: deed.budgetYear };
			return [
				...[debit("granted", from, deed.kroner), credit("left", from, deed.kroner)],
				...[debit("left", to, deed.kroner), credit("granted", to, deed.kroner)],
			];
		}
		case "return": {
			const at = { lineId: deed.lineId, budgetYear: deed.budgetYear };
			const cash = { lineId: null, budgetYear: deed.budgetYear };
			const back = Math.min(deed.kroner, Math.max(deed.paid, 0));
			return [
				...[debit("returned", at, deed.kroner), credit("left", at, deed.kroner)],
				...(back > 0 ? [debit("issuer", cash, back), credit("paid", cash, back)] : []),
			];
		}
	}
}

/** The same with the sides changed: what an entry that was wrong is reversed by. */
export function reversed(postings: readonly Posting[]): readonly Posting[] {
	return postings.map((one) => ({ ...one, debit: one.credit, credit: one.debit }));
}

/** Adds postings to what accounts stand at. */
export function balancesAfter(balances: readonly Balance[], postings: readonly Posting[]): readonly Balance[] {
	const after = new Map<string, Balance>();
	for (const one of [...balances, ...postings]) {
		const key = `${one.account} ${one.lineId} ${one.budgetYear}`;
		const standing = after.get(key);
		after.set(key, {
			...{ account: one.account, lineId: one.lineId, budgetYear: one.budgetYear },
			debit: (standing?.debit ?? 0) + one.debit,
			credit: (standing?.credit ?? 0) + one.credit,
		});
	}
	return [...after.values()];
}

type Where = { readonly lineId?: string | null; readonly budgetYear?: number };

/** Debit less credit of an account, of a line or a year or all. */
export function netOf(balances: readonly Balance[], account: Account, where: Where = {}): number {
	return balances
		.filter(
			(one) =>
				one.account === account &&
				(where.lineId === undefined || one.lineId === where.lineId) &&
				(where.budgetYear === undefined || one.budgetYear === where.budgetYear),
		)
		.reduce((sum, one) => sum + one.debit - one.credit, 0);
}

/** How the money stands, whole kroner: granted = spent + carried + returned + lost + left. */
export type Standing = {
	readonly granted: number;
	readonly spent: number;
	/** Carried to later years, less what came from earlier ones; nothing over all years. */
	readonly carried: number;
	readonly returned: number;
	/** Fell away because nobody began, or somebody dropped out. */
	readonly lost: number;
	readonly left: number;
	/** Of what the recipient adds itself. */
	readonly ownSpent: number;
};

export function standingOf(balances: readonly Balance[], where: Where = {}): Standing {
	return {
		granted: positive(-netOf(balances, "granted", where)),
		spent: netOf(balances, "spent", where),
		carried: netOf(balances, "carried", where),
		returned: netOf(balances, "returned", where),
		lost: netOf(balances, "lost", where),
		left: netOf(balances, "left", where),
		ownSpent: netOf(balances, "own-spent", where),
	};
}

/** Zero is never minus zero, which pages would show as such. */
function positive(value: number): number {
	return value === 0 ? 0 : value;
}

export type CashStanding = {
	readonly paid: number;
	/** Still to be paid out of what is granted and kept. */
	readonly toCome: number;
	/** Paid out, and no longer granted: to be paid back. */
	readonly toRepay: number;
};

/** How the cash stands: what is paid against what is granted and not returned. */
export function cashOf(balances: readonly Balance[]): CashStanding {
	const paid = netOf(balances, "paid");
	const { granted, returned, lost } = standingOf(balances);
	const kept = granted - returned - lost;
	return { paid, toCome: Math.max(kept - paid, 0), toRepay: Math.max(paid - kept, 0) };
}

/** Why an entry cannot be written: the code says what would be below zero. The database holds the same. */
export function refuseEntry(
	balances: readonly Balance[],
	kind: EntryKind,
	postings: readonly Posting[],
): "over-left" | "over-paid" | "over-granted" | "over-spent" | null {
	const after = balancesAfter(balances, postings);
	const below = (account: Account) =>
		after.some((one) => one.account === account && one.debit < one.credit && netOf([one], account) < 0);
	if (below("left")) return "over-left";
	if (below("spent") || below("returned") || below("lost")) return "over-spent";
	if (netOf(after, "paid") < 0) return "over-paid";
	// More than is granted is not paid out; what is granted may become less afterwards, and is then to be paid back.
	if (kind === "pay" && cashOf(after).toRepay > 0) return "over-granted";
	return null;
}

/**
 * The years what falls away of a line is taken from: those with something left, the earliest first, so that what is carried
 * over is found where it now stands; what comes back goes back to the years it was taken from. Undefined where too little
 * is left.
 */
export function adjustParts(
	balances: readonly Balance[],
	lineId: string,
	lost: number,
): readonly YearPart[] | undefined {
	const years = [...new Set(balances.filter((one) => one.lineId === lineId).map((one) => one.budgetYear))].sort();
	const account = lost > 0 ? "left" : "lost";
	const parts: YearPart[] = [];
	let rest = Math.abs(lost);
	for (const budgetYear of lost > 0 ? years : years.reverse()) {
		const kroner = Math.min(rest, netOf(balances, account, { lineId, budgetYear }));
		if (kroner <= 0) continue;
		parts.push({ budgetYear, kroner: lost > 0 ? kroner : -kroner });
		rest -= kroner;
	}
	return rest === 0 ? parts : undefined;
}

/** The lines and years a ledger has anything of, in order. */
export function placesOf(
	balances: readonly Balance[],
): readonly { readonly lineId: string; readonly budgetYear: number }[] {
	const found = new Map<string, { readonly lineId: string; readonly budgetYear: number }>();
	for (const { lineId, budgetYear } of balances)
		if (lineId !== null) found.set(`${lineId} ${budgetYear}`, { lineId, budgetYear });
	return [...found.values()].sort(
		(one, other) => one.lineId.localeCompare(other.lineId) || one.budgetYear - other.budgetYear,
	);
}

/** What an entry comes to for who reads it: kroner of the grant or in cash, and of one's own money. */
export function amountsOf({ kind, postings }: { readonly kind: EntryKind; readonly postings: readonly Posting[] }) {
	const debits = (accounts: readonly Account[]) =>
		postings.reduce((sum, one) => (accounts.includes(one.account) ? sum + one.debit + one.credit : sum), 0);
	const own = debits(["own-spent"]);
	const back = postings.reduce((sum, one) => (one.account === "lost" ? sum + one.credit - one.debit : sum), 0);
	if (kind === "adjust") return { amount: back, own };
	const whole = debits(["granted", "spent", "returned"]) || debits(["carried"]) || debits(["paid"]) || debits(["lost"]);
	// Carrying over and a change of purpose touch their account twice.
	const twice = postings.filter(({ account }) => account === "carried" || account === "granted").length === 2;
	const amount = twice ? whole / 2 : whole;
	return { amount: kind === "reverse" ? -amount : amount, own: kind === "reverse" ? -own : own };
}

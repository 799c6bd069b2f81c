import { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import type { Outcome } from "../../../../outcome.ts";
import { refused } from "../../../../outcome.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { type WishRefusal, wishInput } from "../contract.ts";
import { stepWishes, type WishStep } from "../rules.ts";
import { readWishes, searchTargets, stateWishes } from "../service.server.ts";
import { hasPostcodes } from "../store.server.ts";
import { findOrigin } from "../wish.store.server.ts";

/** What the page of one claim's wishes shows; undefined where the asker may not see it. */
export async function loadWishes(work: Work, claimId: string, typed: string, language: "nb" | "nn" | "en") {
	const found = await readWishes(work, claimId);
	if (!found) return undefined;
	const { claim, window, wishes, can } = found;
	const { settings } = await readVocabulary(work);
	const named = <One extends { readonly setting: string | null }>(one: One) => ({
		...one,
		setting: settings.find(({ code }) => code === one.setting)?.name[language] ?? one.setting,
	});
	const targets = can.state ? await searchTargets(work, claim, typed) : [];
	const held = new Set(wishes.map(({ kind, target }) => `${kind} ${target}`));
	const origin = await findOrigin(work, claim.studentId);
	return {
		claim: {
			...{ id: claim.id, courseName: claim.courseName, periodName: claim.periodName, studentName: claim.studentName },
			...{ firstDay: claim.firstDay, lastDay: claim.lastDay, institutionName: claim.institutionName },
			round: claim.round?.name ?? null,
		},
		...{ window, can, typed },
		home: await homeOf(work, origin),
		wishes: wishes.map(named),
		targets: targets.filter(({ kind, target }) => !held.has(`${kind} ${target}`)).map(named),
	};
}
/**
 * Whether travel can be reckoned, and if not, why: no postcode is registered, the one registered is not among those known,
 * or this installation knows none at all, which is nobody's fault who reads it.
 */
async function homeOf(work: Work, origin: Awaited<ReturnType<typeof findOrigin>>) {
	const postcode = origin?.postcode ?? null;
	if (origin && origin.latitude !== null) return { kind: "known", postcode } as const;
	if (postcode === null) return { kind: "unsaid", postcode } as const;
	return { kind: (await hasPostcodes(work)) ? "unknown" : "unmapped", postcode } as const;
}

export type WishPageData = NonNullable<Awaited<ReturnType<typeof loadWishes>>>;

const pressed = z.object({
	/** What the page showed, in order: `site:0190…,municipality:5001`. */
	seen: z.string().max(2000),
	/** `add:site:0190…`, `up:2`, `down:0`, `remove:1`. */
	press: z.string().max(100),
});

/** One press of a button: the list as it was shown, one step on. */
export async function pressWish(
	work: Work,
	claimId: string,
	form: FormData,
): Promise<Outcome<{ step: WishStep["step"] }, WishRefusal>> {
	const parsed = pressed.safeParse({ seen: form.get("seen"), press: form.get("press") });
	if (!parsed.success) return refused("missing");
	const seen = parsed.data.seen
		.split(",")
		.filter(Boolean)
		.flatMap((one) => readWish(one) ?? []);
	const step = readStep(parsed.data.press);
	if (!step) return refused("missing");
	const outcome = await stateWishes(work, claimId, { wishes: [...stepWishes(seen, step)], seen });
	return outcome.refused ? outcome : { done: { step: step.step } };
}

function readWish(written: string) {
	const [kind, target] = written.split(":");
	const wish = wishInput.safeParse({ kind, target });
	return wish.success ? wish.data : undefined;
}

function readStep(written: string): WishStep | undefined {
	const [step, ...rest] = written.split(":");
	if (step === "add") {
		const wish = readWish(rest.join(":"));
		return wish && { step, wish };
	}
	const at = Number(rest[0]);
	if ((step === "up" || step === "down" || step === "remove") && Number.isInteger(at)) return { step, at };
	return undefined;
}

import type { Agreement, Party } from "./contract.ts";
import { type Can, declining, yetToApprove, yetToSign } from "./rules.ts";

/** The one thing whoever looks at an agreement can do to bring it on; `wait` where others have to. */
export const nextKinds = [
	"put-forward",
	"put-forward-again",
	"answer",
	"declined",
	"open-for-signing",
	"sign",
	"leader-signs",
	"renew",
	"wait",
	"none",
] as const;
export type NextKind = (typeof nextKinds)[number];
export type NextStep = {
	readonly kind: NextKind;
	/** Parties it waits for, by name; of a text that was declined, those others who said no. */
	readonly waitingFor: readonly string[];
};

type Seen = {
	readonly agreement: Pick<Agreement, "state" | "contentVersion" | "followedById">;
	readonly parties: readonly Party[];
	readonly can: Can;
	readonly organisationId: string;
	/** Whether the asker may sign for the organisation acted for. */
	readonly maySign: boolean;
	/** Whether the text differs from the version put forward last. */
	readonly changedSince: boolean;
	readonly isToRenew: boolean;
};

/** What comes next, for the one who looks. */
export function nextStepOf({
	agreement,
	parties,
	can,
	organisationId,
	maySign,
	changedSince,
	isToRenew,
}: Seen): NextStep {
	const others = (list: readonly Party[]) =>
		list.filter((one) => one.organisationId !== organisationId).map(({ name }) => name);
	const isOwn = (list: readonly Party[]) => list.some((one) => one.organisationId === organisationId);
	switch (agreement.state) {
		case "draft":
			return { kind: can.propose ? "put-forward" : "none", waitingFor: [] };
		case "negotiating": {
			const left = yetToApprove(agreement.contentVersion, parties);
			if (changedSince) return { kind: can.propose ? "put-forward-again" : "none", waitingFor: others(left) };
			if (left.length === 0) return { kind: can.openForSigning ? "open-for-signing" : "none", waitingFor: [] };
			const against = declining(agreement.contentVersion, parties);
			if (can.approve && isOwn(left) && !isOwn(against)) return { kind: "answer", waitingFor: others(left) };
			return against.length > 0
				? { kind: "declined", waitingFor: others(against) }
				: { kind: "wait", waitingFor: others(left) };
		}
		case "signing": {
			const left = yetToSign(parties);
			if (can.sign && isOwn(left)) return { kind: maySign ? "sign" : "leader-signs", waitingFor: others(left) };
			return { kind: "wait", waitingFor: others(left) };
		}
		case "signed":
			return { kind: can.renew && isToRenew ? "renew" : "none", waitingFor: [] };
		case "withdrawn":
			return { kind: "none", waitingFor: [] };
	}
}

import type { Refusal } from "../../../outcome.ts";
import type {
	Admission,
	AdmissionState,
	Answer,
	Batch,
	DecisionFacts,
	Expectation,
	Programme,
	ProgrammeRefusal,
	WithdrawalFacts,
} from "./contract.ts";

type Refusals = Refusal<ProgrammeRefusal>[];

/** The batches one can apply to on a day. */
export function openBatches<One extends Pick<Batch, "applyBy">>(
	programme: Pick<Programme, "state">,
	batches: readonly One[],
	today: string,
): readonly One[] {
	return programme.state === "open" || programme.state === "under-way"
		? batches.filter(({ applyBy }) => applyBy >= today)
		: [];
}

/** What is wrong with the answers to what is expected: each is accepted, or it is said why not. */
export function refuseAnswers(
	answers: readonly Pick<Answer, "expectationId" | "accepted" | "because">[],
	expectations: readonly Expectation[],
	sending: boolean,
): Refusals {
	return expectations.flatMap(({ id }): Refusals => {
		const answer = answers.find(({ expectationId }) => expectationId === id);
		if (!answer) return sending ? [{ code: "answer-missing", field: `answer-${id}` }] : [];
		return !answer.accepted && answer.because === "" ? [{ code: "answer-unsaid", field: `because-${id}` }] : [];
	});
}

/** Somebody in a batch, as the rule of admission sees them. */
export type Applicant = {
	readonly id: string;
	readonly state: AdmissionState;
	readonly sentAt: Date | null;
	/** Has been in no programme: by its own word and by what is known of it. */
	readonly isFirst: boolean;
};

/** Whether a place in a batch is taken by, or may still go to, somebody. */
const waits = ({ state }: Pick<Applicant, "state">) => state === "sent" || state === "waiting";

/** Places left in a batch; null: there is no limit. */
export function placesLeft(batch: Pick<Batch, "places">, applicants: readonly Pick<Applicant, "state">[]) {
	if (batch.places === null) return null;
	return batch.places - applicants.filter(({ state }) => state === "admitted").length;
}

/**
 * How many of the places left are kept for those who have been in no programme. They are given free when the last day to
 * apply has passed and nobody new waits for one.
 */
export function keptPlaces(
	batch: Pick<Batch, "places" | "kept" | "applyBy">,
	applicants: readonly Applicant[],
	today: string,
): number {
	const taken = applicants.filter(({ state, isFirst }) => state === "admitted" && isFirst).length;
	const kept = Math.max(0, batch.kept - taken);
	if (batch.applyBy >= today) return kept;
	return Math.min(kept, applicants.filter((one) => waits(one) && one.isFirst).length);
}

/**
 * Those the rule would admit now, in turn. By priority it says only whose places are kept: the rest is the keeper's to judge.
 * Where all are admitted, everybody who waits is.
 */
export function proposed(
	admits: Programme["admits"],
	batch: Pick<Batch, "places" | "kept" | "applyBy">,
	applicants: readonly Applicant[],
	today: string,
): ReadonlySet<string> {
	const inTurn = applicants
		.filter(waits)
		.toSorted(
			(one, other) => (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0) || (one.id < other.id ? -1 : 1),
		);
	const left = placesLeft(batch, applicants);
	if (admits === "all" || left === null) return new Set(inTurn.map(({ id }) => id));
	// More may have a place than there are, where places were taken away.
	const kept = Math.max(0, Math.min(left, keptPlaces(batch, applicants, today)));
	const first = inTurn.filter(({ isFirst }) => isFirst).slice(0, kept);
	if (admits === "priority") return new Set(first.map(({ id }) => id));
	const rest = inTurn.filter((one) => !first.includes(one)).slice(0, Math.max(0, left - kept));
	return new Set([...first, ...rest].map(({ id }) => id));
}

/** Why somebody who has applied cannot be answered so. */
export function refuseDecision(
	{ decision, because }: Pick<DecisionFacts, "decision" | "because">,
	applicant: Applicant,
	about: {
		readonly admits: Programme["admits"];
		readonly batch: Pick<Batch, "places" | "kept" | "applyBy">;
		readonly applicants: readonly Applicant[];
		readonly today: string;
	},
): Refusals {
	if (!waits(applicant)) return [{ code: "not-sent" }];
	const { admits, batch, applicants, today } = about;
	if (decision !== "admitted") {
		return because === "" ? [{ code: "because-missing", field: "because" }] : [];
	}
	const left = placesLeft(batch, applicants);
	if (left !== null && left <= 0) return [{ code: "batch-full", field: "decision" }];
	if (left !== null && !applicant.isFirst && left <= keptPlaces(batch, applicants, today))
		return [{ code: "kept-for-first", field: "decision" }];
	if (admits === "capacity" && because === "" && !proposed(admits, batch, applicants, today).has(applicant.id))
		return [{ code: "out-of-turn", field: "because" }];
	return [];
}

/** Why a place cannot be given up so. */
export function refuseWithdrawal(
	admission: Pick<Admission, "state" | "sentAt">,
	{ withdrawnOn }: Pick<WithdrawalFacts, "withdrawnOn">,
	around: { readonly today: string; readonly sentOn: string | null },
): Refusals {
	if (admission.state === "draft" || admission.state === "withdrawn" || admission.state === "declined")
		return [{ code: "not-sent" }];
	if (withdrawnOn > around.today) return [{ code: "ahead-of-today", field: "withdrawnOn" }];
	if (around.sentOn !== null && withdrawnOn < around.sentOn) return [{ code: "in-before", field: "withdrawnOn" }];
	return [];
}

/** How far those in a programme have come: each step with what it is a share of. */
export type Funnel = {
	readonly invited: number;
	/** Of the invited. */
	readonly invitedApplied: number;
	readonly applied: number;
	/** Of those who applied; whether or not they left later. */
	readonly admitted: number;
	/** Of the admitted: a project of theirs in the programme has started. */
	readonly began: number;
	/** Of those who began: no project of theirs is running any longer. */
	readonly ended: number;
	/** Of the admitted: gave up their place. */
	readonly left: number;
};

export function funnelOf(
	invited: readonly string[],
	admissions: readonly Pick<Admission, "id" | "organisationId" | "sentAt" | "admittedOn" | "state">[],
	projects: readonly { readonly admissionId: string; readonly state: string }[],
): Funnel {
	const sent = admissions.filter(({ sentAt }) => sentAt !== null);
	const distinct = (list: readonly { readonly organisationId: string }[]) =>
		new Set(list.map(({ organisationId }) => organisationId));
	const applied = distinct(sent);
	const admitted = sent.filter(({ admittedOn }) => admittedOn !== null);
	const of = (id: string) => projects.filter(({ admissionId, state }) => admissionId === id && state !== "draft");
	const began = admitted.filter(({ id }) => of(id).length > 0);
	return {
		invited: new Set(invited).size,
		invitedApplied: [...new Set(invited)].filter((one) => applied.has(one)).length,
		applied: applied.size,
		admitted: distinct(admitted).size,
		began: distinct(began).size,
		ended: distinct(began.filter(({ id }) => of(id).every(({ state }) => state === "ended"))).size,
		left: distinct(admitted.filter(({ state }) => state === "withdrawn")).size,
	};
}

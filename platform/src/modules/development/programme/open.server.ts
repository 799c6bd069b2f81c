import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { findNetwork } from "../network/store.server.ts";
import { type Asker, mayAnswerForAll, mayBegin, mayEnter } from "../rules.ts";
import { listOwnAdmissions } from "./admission.store.server.ts";
import type {
	Batch,
	Expectation,
	Lacking,
	Lesson,
	Measure,
	Programme,
	ProgrammeGoal,
	ProgrammeRefusal,
} from "./contract.ts";
import { lackingOf, mayKeepProgrammes } from "./rules.ts";
import * as store from "./store.server.ts";

/** A programme and who keeps it; undefined for one that is not the asker's to read. */
export async function openProgrammeHead(work: Work, id: string) {
	const asker: Asker = await mandateOf(work);
	const programme = isId(id) && mayEnter(asker) ? await store.findProgramme(work, id) : undefined;
	if (!programme) return undefined;
	const names = await nameOrganisations(work, [programme.organisationId]);
	const own = asker.organisationId === null ? [] : await listOwnAdmissions(work, asker.organisationId);
	const isOwn = asker.organisationId === programme.organisationId;
	return {
		...{ programme, asker, isOwn, keeperName: names.get(programme.organisationId)?.name ?? "" },
		/** The organisation acted for has a place in it. */
		takesPart: own.some((one) => one.programmeId === programme.id && one.state === "admitted"),
		can: {
			/** Change it, and answer those who apply. */
			keep: isOwn && mayKeepProgrammes(asker),
			/** Write an application for the organisation acted for. */
			apply: !isOwn && mayBegin(asker),
			/** Send one, and give up a place. */
			send: !isOwn && mayAnswerForAll(asker),
		},
	};
}
export type ProgrammeHead = NonNullable<Awaited<ReturnType<typeof openProgrammeHead>>>;

export type OpenedProgramme = ProgrammeHead & {
	/** Where those who take part meet; null where there is none, or the asker does not read it. */
	readonly networkName: string | null;
	readonly goals: readonly ProgrammeGoal[];
	readonly measures: readonly Measure[];
	readonly expectations: readonly Expectation[];
	readonly batches: readonly Batch[];
	readonly lessons: readonly Lesson[];
	/** The programme it began as a copy of, with what was learnt from it. */
	readonly earlier: { readonly id: string; readonly title: string; readonly lessons: readonly Lesson[] } | null;
	/** What it must have before it opens. */
	readonly lacking: readonly Lacking[];
};

async function earlierOf(work: Work, { copiedFrom }: Programme): Promise<OpenedProgramme["earlier"]> {
	const found = copiedFrom === null ? undefined : await store.findProgramme(work, copiedFrom);
	return found ? { id: found.id, title: found.title, lessons: await store.listLessons(work, found) } : null;
}

/** A programme with all that it says; undefined for one that is not the asker's to read. */
export async function openProgramme(work: Work, id: string): Promise<OpenedProgramme | undefined> {
	const head = await openProgrammeHead(work, id);
	if (!head) return undefined;
	const { programme } = head;
	const goals = await store.listProgrammeGoals(work, programme);
	const expectations = await store.listExpectations(work, programme);
	const batches = await store.listBatches(work, programme);
	const network = programme.networkId === null ? undefined : await findNetwork(work, programme.networkId);
	return {
		...{ ...head, goals, expectations, batches, networkName: network?.name ?? null },
		measures: await store.listMeasures(work, programme),
		lessons: await store.listLessons(work, programme),
		earlier: await earlierOf(work, programme),
		lacking: lackingOf({ programme, goals, expectations, batches }, work.today),
	};
}

/** A programme that has not closed, opened by somebody who keeps it. */
export async function toKeepProgramme(
	work: Work,
	id: string,
	version: number | null = null,
): Promise<Outcome<OpenedProgramme, ProgrammeRefusal>> {
	const opened = await openProgramme(work, id);
	if (!opened) return refused("missing");
	if (!opened.can.keep) return refused("not-allowed");
	if (opened.programme.state === "closed") return refused("is-closed");
	if (version !== null && version !== opened.programme.version) return refused("changed-by-another");
	return done(opened);
}

/** Writes to the log what was done with a programme. */
export async function notedProgramme(work: Work, deed: string, id: string, detail?: Readonly<Record<string, string>>) {
	await record(work, {
		...{ verb: `programme.${deed}`, objectKind: "programme", objectId: id },
		...(detail ? { detail } : {}),
	});
}

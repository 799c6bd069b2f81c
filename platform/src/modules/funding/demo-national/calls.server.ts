import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { finished } from "../../../outcome.ts";
import type { CallContent } from "../call/contract.ts";
import { beginCall, changeCall, openCall, openWriting, publishCall } from "../call/service.server.ts";
import { addScheme } from "../scheme/service.server.ts";

const said: Partial<CallContent> = {
	purpose: "Flere ansatte med den kompetansen de kommunale helse- og omsorgstjenestene trenger.",
	regulation: "Regelverk for tilskuddsordningen, fastsatt for ett år om gangen",
	conditions: "Søknaden skal bygge på en vedtatt kompetanseplan. Vedtak om utdanning er betinget av opptak.",
	...{
		municipality: true,
		joint: true,
		regional: true,
		pot: 400_000_000,
		lowest: 50_000,
		ownShare: 20,
		droppedShare: 50,
	},
	carryOver: "Midler til utdanning følger studieåret. Andre midler overføres etter søknad.",
	categories: [
		{ id: "k1", name: "Grunn- og videreutdanning", about: "Fagskole og høyskole", highest: null, novelty: "any" },
		{ id: "k2", name: "Kortere kurs", about: "ABC-opplæring og andre kurs", highest: null, novelty: "any" },
		{ id: "k3", name: "Utvikling", about: "Noe som finnes, gjort bedre", highest: null, novelty: "development" },
	],
	criteria: [
		{ id: "v1", name: "Behovet i tjenestene", about: "Slik kompetanseplanen viser det", weight: 40 },
		{ id: "v2", name: "Gjennomføring", about: "Permisjon, vikar og ledelse er avklart", weight: 30 },
		{ id: "v3", name: "Medvirkning", about: "Brukere og tillitsvalgte har vært med", weight: 15 },
		{ id: "v4", name: "Små kommuner og samarbeid", about: "", weight: 15 },
	],
};

/** A national call that is published, and of which years back it is; gives it as it stands. Runs on behalf of who makes it. */
export async function makeNationalCall(work: Work, schemeId: string, yearsBack: number) {
	const { today } = work;
	const day = (ahead: number) => addDays(today, ahead - 365 * yearsBack);
	const title = `Kompetanseløft ${Number(today.slice(0, 4)) - yearsBack}`;
	const { id } = finished(await beginCall(work, { way: "here", title, schemeId }));
	const { draft } = finished(await openWriting(work, id));
	const days = { opensOn: day(-90), closesOn: day(-20), decidesOn: day(40), spendBy: day(400), reportOn: day(460) };
	const { version } = finished(await changeCall(work, id, { ...said, ...days, title, version: draft.revision }));
	finished(await publishCall(work, id, { version, note: "" }));
	const [published] = finished(await openCall(work, id)).versions;
	if (!published) throw new Error("the call was not published");
	return { id, ...published };
}
export type NationalCall = Awaited<ReturnType<typeof makeNationalCall>>;

export async function makeNationalScheme(work: Work): Promise<string> {
	const scheme = { name: "Kompetanseløft", directorate: "Helsedirektoratet", address: null, regulation: "" };
	return finished(await addScheme(work, { ...scheme, purpose: "Kompetanse i de kommunale tjenestene." })).id;
}

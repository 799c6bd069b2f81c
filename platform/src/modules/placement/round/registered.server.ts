import { foldName } from "../../../geography/search.ts";
import type { Language } from "../../../language.ts";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done with rounds and placements. */
export const roundAuditWords: Words = {
	"round.create": said("Startet en praksisrunde", "Starta ein praksisrunde", "Started a placement round"),
	"round.change": said("Endret en praksisrunde", "Endra ein praksisrunde", "Changed a placement round"),
	"round.change-rules": said("Endret reglene i en runde", "Endra reglane i ein runde", "Changed the rules of a round"),
	"round.choose-periods": said(
		"Valgte praksisperioder til en runde",
		"Valde praksisperiodar til ein runde",
		"Chose periods for a round",
	),
	"round.add-party": said("Tok med en part i en runde", "Tok med ein part i ein runde", "Took a party into a round"),
	"round.remove-party": said(
		"Tok ut en part av en runde",
		"Tok ut ein part av ein runde",
		"Took a party out of a round",
	),
	"round.ask-publication": said("Ba om publisering", "Bad om publisering", "Asked for publication"),
	"round.make-links": said("Tok ut lenker til å svare", "Tok ut lenkjer til å svare", "Took out links to answer by"),
	"round.publish": said("Publiserte en runde", "Publiserte ein runde", "Published a round"),
	"run.request": said("Startet en beregning", "Starta ei utrekning", "Started a run"),
	"run.verify": said(
		"Ba om ny kontroll av en beregning",
		"Bad om ny kontroll av ei utrekning",
		"Asked for a run to be checked",
	),
	"run.choose": said("Valgte en beregning", "Valde ei utrekning", "Chose a run"),
	"run.delete": said("Slettet en beregning", "Sletta ei utrekning", "Deleted a run"),
	"run.move": said("Flyttet en student i en plan", "Flytta ein student i ein plan", "Moved a student in a plan"),
	"run.undo-move": said("Angret en flytting", "Angra ei flytting", "Undid a move"),
	"round.lock": said("Låste en plass", "Låste ein plass", "Locked a place"),
	"round.unlock": said("Låste opp en plass", "Låste opp ein plass", "Unlocked a place"),
	"placement.confirm": said("Bekreftet en praksisplass", "Stadfesta ein praksisplass", "Confirmed a placement"),
	"placement.decline": said("Avslo en praksisplass", "Avslo ein praksisplass", "Declined a placement"),
	"placement.supervise": said(
		"Oppga veileder for en praksisplass",
		"Oppgav rettleiar for ein praksisplass",
		"Named who supervises a placement",
	),
	"placement.accept": said("Godtok en praksisplass", "Godtok ein praksisplass", "Accepted a placement"),
	"placement.ask-reconsideration": said(
		"Ba om ny vurdering av en praksisplass",
		"Bad om ny vurdering av ein praksisplass",
		"Asked for reconsideration of a placement",
	),
	"placement.grant-reconsideration": said(
		"Innvilget ny vurdering av en praksisplass",
		"Innvilga ny vurdering av ein praksisplass",
		"Granted reconsideration of a placement",
	),
	"placement.refuse-reconsideration": said(
		"Avslo ny vurdering av en praksisplass",
		"Avslo ny vurdering av ein praksisplass",
		"Refused reconsideration of a placement",
	),
	"placement.cancel": said("Avlyste en praksisplass", "Avlyste ein praksisplass", "Cancelled a placement"),
	"placement.evaluate": said(
		"Svarte på hvordan en praksis var",
		"Svarte på korleis ein praksis var",
		"Answered how a placement was",
	),
	"placement.ask-evaluation": said(
		"Spurte studenter hvordan praksisen var",
		"Spurde studentar korleis praksisen var",
		"Asked students how their placement was",
	),
	"placement.remind-evaluation": said(
		"Minnet studenter på å svare om praksisen",
		"Minte studentar på å svare om praksisen",
		"Reminded students to answer about their placement",
	),
	"placement.export": said("Hentet ut praksisplasser", "Henta ut praksisplassar", "Exported placements"),
	"round.export": said("Hentet ut planen i en runde", "Henta ut planen i ein runde", "Exported the plan of a round"),
};

export const roundAuditKinds: Words = {
	round: said("Praksisrunde", "Praksisrunde", "Placement round"),
	placement: said("Praksisplass", "Praksisplass", "Placement"),
	site: said("Praksissted", "Praksisstad", "Site"),
};

const findRounds: FindObjects = async (work, ids) => {
	if (ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("placement.round")
		.select(["id", "name"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name }) => ({ kind: "round", id, title: name, path: `/placement/rounds/${id}` }));
};

const searchRounds: SearchObjects = async (work, words, most) => {
	const rows = await work.db
		.selectFrom("placement.round")
		.select(["id", "name"])
		.orderBy("first_day", "desc")
		.orderBy("id")
		.limit(1000)
		.execute();
	return rows
		.filter(({ name }) => words.every((word) => foldName(name).includes(word)))
		.slice(0, most)
		.map(({ id, name }) => ({ kind: "round", id, title: name, path: `/placement/rounds/${id}` }));
};

/** What people may point at in rounds. */
export const roundSearches: Readonly<Record<string, SearchObjects>> = { round: searchRounds };

const findPlacements: FindObjects = async (work, ids) => {
	if (ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("placement.placement")
		.select(["id", "site_name as siteName", "course_name as courseName"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, siteName, courseName }) => ({
		kind: "placement",
		id,
		title: `${courseName}, ${siteName}`,
		path: `/placement/placements/${id}`,
	}));
};

export const roundObjects: Readonly<Record<string, FindObjects>> = { round: findRounds, placement: findPlacements };

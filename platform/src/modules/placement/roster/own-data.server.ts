import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });
const kept = {
	name: said("Ført av", "Ført av", "Kept by"),
	course: said("Emne", "Emne", "Course"),
	firstDay: said("Første dag", "Første dag", "First day"),
	lastDay: said("Siste dag", "Siste dag", "Last day"),
};
const keeper = sql`(select i.name from organisation.identity i where i.organisation_id = x.organisation_id
	order by i.valid_from desc limit 1)`;

/** What the room holds about a person as a student: sensitive facts too, because they are the student's own. */
export const rosterOwnData: readonly OwnDataPart[] = [
	{
		name: "students",
		tables: ["placement.student", "placement.requirement_met", "placement.student_rule"],
		title: said("Deg som student", "Deg som student", "You as a student"),
		why: said(
			"For å finne praksisplass til deg. Navnet blir borte to år etter at du sluttet.",
			"For å finne praksisplass til deg. Namnet blir borte to år etter at du slutta.",
			"To find a placement for you. The name goes two years after you left.",
		),
		columns: {
			keeper: kept.name,
			name: said("Navn", "Namn", "Name"),
			number: said("Studentnummer", "Studentnummer", "Student number"),
			email: said("E-post", "E-post", "E-mail"),
			phone: said("Telefon", "Telefon", "Telephone"),
			programme: said("Studieprogram", "Studieprogram", "Study programme"),
			year: said("Studieår", "Studieår", "Year of study"),
			postcode: said("Postnummer", "Postnummer", "Postcode"),
			travel: said("Reiser med", "Reiser med", "Travels by"),
			language: said("Språk", "Språk", "Language"),
			requirements: said("Krav bekreftet", "Krav stadfesta", "Requirements confirmed"),
			rules: said("Regler for plassen", "Reglar for plassen", "Rules for the place"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select ${keeper} keeper, x.name, x.number, x.email, x.phone, x.programme, x.year_of_study "year", x.postcode, x.travel, x.language,
					(select string_agg(m.requirement || ' ' || m.confirmed_on || ' ' || m.confirmed_by, '; ' order by m.requirement)
						from placement.requirement_met m where m.student_id = x.id) requirements,
					(select string_agg(concat_ws(' ', r.kind, r.amount, r.target), '; ' order by r.kind)
						from placement.student_rule r where r.student_id = x.id) rules
				from placement.student x where x.person_id = ${actor.personId} order by x.id`.execute(work.db);
			return rows;
		},
	},
	{
		name: "claims",
		tables: ["placement.claim", "placement.wish"],
		title: said(
			"Praksis du skal ha, og ønskene dine",
			"Praksis du skal ha, og ønska dine",
			"Placements you need, and your wishes",
		),
		why: said(
			"For å fordele praksisplasser rettferdig, og for at du skal kunne se hva du ba om.",
			"For å fordele praksisplassar rettferdig, og for at du skal kunne sjå kva du bad om.",
			"To allocate placements fairly, and so that you can see what you asked for.",
		),
		columns: {
			keeper: kept.name,
			course: kept.course,
			firstDay: kept.firstDay,
			lastDay: kept.lastDay,
			priorityReason: said("Grunn til prioritet", "Grunn til prioritet", "Reason for priority"),
			wishes: said("Ønsker", "Ønske", "Wishes"),
			withdrawnAt: said("Trukket", "Trekt", "Withdrawn"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select ${keeper} keeper, c.name course, p.first_day "firstDay", p.last_day "lastDay",
					x.priority_reason "priorityReason", x.withdrawn_at "withdrawnAt",
					(select string_agg(w.rank || '. ' || coalesce(s.name, w.kind || ' ' || w.target) || ' (' || w.stated_by || ')', '; '
						order by w.rank) from placement.wish w
						left join placement.site s on w.kind = 'site' and s.id::text = w.target
						where w.organisation_id = x.organisation_id and w.claim_id = x.id) wishes
				from placement.claim x
				join placement.period p on p.organisation_id = x.organisation_id and p.id = x.period_id
				join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
				where x.person_id = ${actor.personId} order by p.first_day, x.id`.execute(work.db);
			return rows;
		},
	},
	{
		name: "adaptations",
		tables: ["placement.adaptation"],
		title: said("Tilrettelegging", "Tilrettelegging", "Adaptation"),
		why: said(
			"For å finne en plass som passer. Bare du og praksiskoordinatorene der du studerer kan lese det, og hver gang de gjør det, står i loggen din.",
			"For å finne ein plass som passar. Berre du og praksiskoordinatorane der du studerer kan lese det, og kvar gong dei gjer det, står i loggen din.",
			"To find a place that suits. Only you and the placement coordinators where you study can read it, and each time they do is in your log.",
		),
		columns: {
			keeper: kept.name,
			need: said("Behov", "Behov", "Need"),
			statedBy: said("Skrevet av", "Skrive av", "Written by"),
			statedOn: said("Skrevet", "Skrive", "Written on"),
			decidedOn: said("Avgjort", "Avgjort", "Decided on"),
			decidedBy: said("Avgjort av", "Avgjort av", "Decided by"),
			lastDay: kept.lastDay,
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select ${keeper} keeper, x.need, x.stated_by "statedBy", x.stated_on "statedOn", x.decided_on "decidedOn",
					x.decided_by "decidedBy", x.last_day "lastDay"
				from placement.adaptation x where x.person_id = ${actor.personId} order by x.id`.execute(work.db);
			return rows;
		},
	},
];

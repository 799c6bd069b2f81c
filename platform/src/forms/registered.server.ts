import { sql } from "kysely";
import { rowsTogether } from "../database/asked-together.server.ts";
import type { Work } from "../database/work.server.ts";
import type { LinkPurpose } from "../identity/link-purpose.server.ts";
import type { OwnDataPart, OwnDataRow } from "../identity/own-data-part.ts";
import type { FindObjects, ObjectCard } from "../registry/objects.server.ts";
import type { Shortcut } from "../registry/shortcuts.server.ts";
import type { WaitingItem } from "../registry/waiting.server.ts";
import type { Room } from "../room.server.ts";
import { formAuditKinds, formAuditWords } from "./audit-words.ts";
import { formsText } from "./pages/forms.text.ts";
import { answerablePurposes, ownSurvey } from "./purpose.ts";
import { answerPurpose } from "./stored/answer.server.ts";

const answerLink: LinkPurpose = {
	path: (token) => `/link/${token}/form`,
	action: (language) => formsText[language].answerNow,
};

const findForms: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'form' kind, id, title_nb title, '/forms/' || id path from form.form
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findAnswers: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'form-answer' kind, a.id, f.title_nb title, '/forms/answers/' || a.id path
		from form.answer a join form.form f on f.organisation_id = a.asker_id and f.id = a.form_id
		where a.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

/** Drafts one has begun and not sent. */
async function findWaiting(work: Work): Promise<readonly WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const text = formsText[actor.language];
	const rows = await rowsTogether(
		work,
		sql<{ readonly id: string; readonly title: string }>`
		select a.id, f.title_nb title from form.answer a
		join form.form f on f.organisation_id = a.asker_id and f.id = a.form_id
		where a.person_id = ${actor.personId} and a.state = 'draft' and a.organisation_id = ${actor.organisationId}
		order by a.changed_at desc limit 5`,
	);
	return rows.map(({ id, title }) => ({
		key: `form-answer ${id}`,
		title: text.waiting(title),
		path: `/forms/answers/${id}`,
		urgency: "whenever",
	}));
}

/** The way to what can be answered, for those who have something to answer; who makes forms finds them under administration. */
async function findWays(work: Work, about: unknown): Promise<readonly Shortcut[]> {
	const { actor } = work;
	if (about !== null || actor.kind !== "person" || actor.organisationId === null) return [];
	const rows = await rowsTogether(
		work,
		sql`
		select from form.form f where f.organisation_id = ${actor.organisationId} and f.closed_at is null
			and f.purpose = any(${[...answerablePurposes(actor)]}) and exists (
			select from form.version v where v.organisation_id = f.organisation_id and v.form_id = f.id and v.state = 'published')
		limit 1`,
	);
	return rows.length > 0 ? [{ path: "/forms", label: formsText[actor.language].toAnswer }] : [];
}

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

const ownData: OwnDataPart = {
	name: "formAnswers",
	tables: ["form.answer"],
	title: said("Skjemaer du har svart på", "Skjema du har svart på", "Forms you have answered"),
	why: said(
		"For at den som spurte, skal vite hvem som svarte, og for at du kan fortsette på et utkast.",
		"For at den som spurde, skal vite kven som svara, og for at du kan halde fram på eit utkast.",
		"So that whoever asked knows who answered, and you can go on with a draft.",
	),
	columns: {
		title: said("Skjema", "Skjema", "Form"),
		state: said("Status", "Status", "Status"),
		changed: said("Sist endret", "Sist endra", "Last changed"),
		given: said("Hva du svarte", "Kva du svara", "What you answered"),
	},
	async read(work, actor) {
		const { rows } = await sql<OwnDataRow>`
			select coalesce(f.title_nb, '') title, a.state, a.changed_at changed, a.given::text given
			from form.answer a left join form.form f on f.organisation_id = a.asker_id and f.id = a.form_id
			where a.person_id = ${actor.personId} order by a.changed_at desc, a.id`.execute(work.db);
		return rows;
	},
};

/** What the kernel's forms give the house, in the shape of a room. */
export const forms: Room = {
	auditWords: formAuditWords,
	auditKinds: formAuditKinds,
	ownData: [ownData],
	objects: { form: findForms, "form-answer": findAnswers },
	waiting: { forms: findWaiting },
	shortcuts: { forms: findWays },
	links: { [answerPurpose]: answerLink },
	forms: { "own-survey": ownSurvey },
};
